//! Whether a text is Indonesian at all.
//!
//! Texts are told by their shortest and commonest words, which no subject changes (Grefenstette, "Comparing two language
//! identification schemes", JADT 1995). In Indonesian news about every fourth word is on the list; another language
//! shares a few at most. Malay passes. A short text is refused only where another language is plain in it.

use crate::table::{Table, TableError};
use std::collections::BTreeSet;

const LANGUAGES: &str = include_str!("../../data/lexicon/languages.tsv");

/// So many words must hold one Indonesian function word, two of which are forgiven.
const WORDS_FOR_EACH: usize = 20;
const FORGIVEN: usize = 2;
/// So many function words of another language make it plain, where they also outnumber the Indonesian ones.
const PLAIN: usize = 3;

/// Tells Indonesian texts from others.
#[derive(Debug)]
pub struct Indonesian {
    own: Words,
    others: Vec<Words>,
}

#[derive(Debug)]
struct Words {
    language: &'static str,
    words: BTreeSet<&'static str>,
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Indonesian, or too short to tell.
    Indonesian,
    /// Something else, and its name where that is plain.
    Other(Option<&'static str>),
}

impl Indonesian {
    /// Reads the table of function words.
    pub fn embedded() -> Result<Self, TableError> {
        let table = Table::parse("languages", LANGUAGES)?;
        let mut own = Words { language: "Indonesian", words: BTreeSet::new() };
        let mut others = Vec::new();
        for row in table.rows() {
            let words = Words { language: row.get("name")?, words: row.get("words")?.split(' ').collect() };
            if words.language == own.language { own = words } else { others.push(words) }
        }
        Ok(Self { own, others })
    }

    /// Judges a whole text.
    pub fn judge(&self, text: &str) -> Verdict {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let latin = text.chars().filter(|c| c.is_alphabetic() && *c < '\u{250}').count();
        if latin * 2 < letters {
            return Verdict::Other(None);
        }
        let (words, own) = self.own.count(text);
        let most = self.others.iter().map(|other| (other.count(text).1, other.language)).max();
        match most {
            Some((count, language)) if count >= PLAIN && count > own => Verdict::Other(Some(language)),
            _ if (own + FORGIVEN) * WORDS_FOR_EACH <= words => Verdict::Other(None),
            _ => Verdict::Indonesian,
        }
    }
}

impl Words {
    /// How many words `text` has, and how many of them are on the list.
    fn count(&self, text: &str) -> (usize, usize) {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.fold((0, 0), |(all, known), word| {
            (all + 1, known + usize::from(self.words.contains(word.to_lowercase().as_str())))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Indonesian, LANGUAGES, Verdict};
    use crate::table::Table;

    fn check(text: &str, expected: Verdict) {
        assert_eq!(Indonesian::embedded().expect("table").judge(text), expected, "{text}");
    }

    #[test]
    fn examples_of_the_table() {
        let table = Table::parse("languages", LANGUAGES).expect("parses");
        let indonesian = Indonesian::embedded().expect("loads");
        for row in table.rows() {
            let name = row.get("name").expect("column");
            let of_the_row = |text: &str| match indonesian.judge(text) {
                Verdict::Indonesian => name == "Indonesian",
                Verdict::Other(language) => language == Some(name),
            };
            assert!(row.list("must").expect("column").count() > 1, "{name} wants examples");
            row.list("must").expect("column").for_each(|text| assert!(of_the_row(text), "{name}: {text}"));
            row.list("must_not").expect("column").for_each(|text| assert!(!of_the_row(text), "not {name}: {text}"));
        }
    }

    #[test]
    fn names_what_is_plain() {
        check("The minister denied that he had taken the money.", Verdict::Other(Some("English")));
        check("Presiden Joko Widodo, Jakarta", Verdict::Indonesian);
        check("Выступая в Москве, министр отверг обвинения.", Verdict::Other(None));
        check(&"Lorem ipsum dolor sit amet consectetur. ".repeat(20), Verdict::Other(None));
        check("123 456", Verdict::Indonesian);
    }
}
