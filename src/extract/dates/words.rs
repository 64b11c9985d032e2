//! The words that dates are made of, from `data/lexicon/dates.tsv`.

use crate::table::{Table, TableError};
use std::collections::BTreeMap;

/// The table as it is embedded.
pub(super) const TABLE: &str = include_str!("../../../data/lexicon/dates.tsv");

/// A unit that time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// Which way from the reference a stretch lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    Past,
    Present,
    Future,
    /// The stretch that ends with the reference ("dua tahun terakhir").
    Last,
}

/// What a word or phrase can do in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    Unit(Unit),
    OneUnit(Unit),
    Amount(i32, i32),
    Lean(Lean),
    Context(Lean),
    Day(i32),
    Since,
    PartOfDay,
    Intro,
}

/// The words of dates, looked up by their lower-case form.
#[derive(Clone, Debug)]
pub(super) struct DateWords {
    /// First word to the phrases that begin with it, the longest first.
    phrases: BTreeMap<String, Vec<(Vec<String>, Sense)>>,
}

impl DateWords {
    pub(super) fn parse(text: &str) -> Result<Self, TableError> {
        let mut phrases: BTreeMap<String, Vec<(Vec<String>, Sense)>> = BTreeMap::new();
        let table = Table::parse("dates.tsv", text)?;
        for row in table.rows() {
            let (sort, value) = (row.get("sort")?, row.get("value")?);
            let sense =
                sense(sort, value).ok_or_else(|| row.error(&format!("no such sort or value: {sort} {value}")))?;
            for phrase in row.list("words")? {
                let words: Vec<String> = phrase.split(' ').map(str::to_lowercase).collect();
                if let Some(first) = words.first().cloned() {
                    phrases.entry(first).or_default().push((words, sense));
                }
            }
        }
        for list in phrases.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Ok(Self { phrases })
    }

    /// The phrases that begin with `word` (lower case), the longest first.
    pub(super) fn starting_with(&self, word: &str) -> &[(Vec<String>, Sense)] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }
}

fn sense(sort: &str, value: &str) -> Option<Sense> {
    Some(match sort {
        "month" => Sense::Month(value.parse().ok()?),
        "weekday" => Sense::Weekday(value.parse().ok()?),
        "unit" => Sense::Unit(unit(value)?),
        "fused" => Sense::OneUnit(unit(value)?),
        "number" => value.parse().ok().map(|n| Sense::Amount(n, n))?,
        "several" => value.split_once('-').and_then(|(a, b)| Some(Sense::Amount(a.parse().ok()?, b.parse().ok()?)))?,
        "lean" => Sense::Lean(lean(value)?),
        "context" => Sense::Context(lean(value)?),
        "day" => Sense::Day(value.parse().ok()?),
        "since" => Sense::Since,
        "part" => Sense::PartOfDay,
        "intro" => Sense::Intro,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}

fn lean(name: &str) -> Option<Lean> {
    Some(match name {
        "past" => Lean::Past,
        "present" => Lean::Present,
        "future" => Lean::Future,
        "last" => Lean::Last,
        _ => return None,
    })
}
