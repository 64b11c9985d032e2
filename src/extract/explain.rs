//! What read a statement or a view of a transfer, in words: the rows of the tables and the rule that its name holds.

use crate::table::{Row, Table, TableError};
use std::collections::BTreeMap;

/// The tables whose rows read something, each with the columns that say how.
const TABLES: [(&str, &str, &[&str]); 3] = [
    (
        "cues.tsv",
        include_str!("../../data/lexicon/cues.tsv"),
        &["verb", "plain", "bare", "noun", "kind", "frame", "traits"],
    ),
    (
        "passing.tsv",
        include_str!("../../data/lexicon/passing.tsv"),
        &["words", "frame", "category", "only", "needs", "value"],
    ),
    ("items.tsv", include_str!("../../data/lexicon/items.tsv"), &["words", "category", "owner"]),
];

/// How many words of a row are named; the line of the table has them all.
const NAMED: usize = 6;

const RULES: &str = include_str!("../../data/lexicon/rules.tsv");

/// Says what rows and rules are; made once.
#[derive(Clone, Debug)]
pub struct Explainer {
    /// The explanation of each row or rule, in Indonesian and in English.
    parts: BTreeMap<String, (String, String)>,
}

impl Explainer {
    /// Over the tables that the program carries.
    pub fn embedded() -> Result<Self, TableError> {
        let mut parts = BTreeMap::new();
        for (name, text, columns) in TABLES {
            for row in Table::parse(name, text)?.rows() {
                let told = format!("data/lexicon/{name}:{}: {}", row.line(), described(row, columns)?);
                parts.insert(row.get("id")?.to_owned(), (told.clone(), told));
            }
        }
        for row in Table::parse("rules.tsv", RULES)?.rows() {
            let told = (row.get("indonesian")?.to_owned(), row.get("english")?.to_owned());
            parts.insert(row.get("id")?.to_owned(), told);
        }
        Ok(Self { parts })
    }

    /// Each row and rule that the name of a rule holds, such as `cue.bantah/passive`, with what it is.
    pub fn explain<'a>(&'a self, rule: &'a str, english: bool) -> impl Iterator<Item = (&'a str, &'a str)> {
        rule.split('/').filter_map(move |part| {
            let (indonesian, in_english) = self.parts.get(part)?;
            Some((part, if english { in_english.as_str() } else { indonesian.as_str() }))
        })
    }
}

/// The filled cells under these columns, long lists cut short.
fn described(row: Row<'_, '_>, columns: &[&str]) -> Result<String, TableError> {
    let mut told = Vec::new();
    for column in columns {
        let words: Vec<&str> = row.list(column)?.collect();
        if words.len() > NAMED {
            let more = words.len() - NAMED;
            told.push(format!("{column} {} | … (+{more})", words[..NAMED].join(" | ")));
        } else if !words.is_empty() {
            told.push(format!("{column} {}", words.join(" | ")));
        }
    }
    Ok(told.join("; "))
}
