//! Readings held against what careful readers wrote down of the same articles: precision, recall and F1.
//!
//! What counts as right: an actor that takes part, under one of its names; a role's holder and body; a statement's content
//! (spans share at least half of their union), source (no wrong one, and at least half of the right ones) and kind; a
//! transfer's giver, recipient and category; what each party holds of it.

mod annotation;
mod names;
mod pairs;
mod parts;
mod statements;
mod tally;
mod transfers;

#[cfg(test)]
mod tests;

pub use annotation::{Annotation, Fault, Gold};
pub use tally::{Figures, Measure, Score, table};

use pairs::Ids;
use tally::Tallies;

/// One article compared: its part of the figures, and what was missed, wrong or different.
#[derive(Clone, Debug)]
pub struct Comparison {
    tallies: Tallies,
    /// Each difference with what sort it is of, in the order in which they are found.
    pub misses: Vec<Miss>,
}

/// One difference between an annotated article and its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The sort, such as `statement missed`.
    pub sort: &'static str,
    /// What it is about, on one line.
    pub what: String,
}

impl Comparison {
    /// Holds `found` against `gold`, both of the article with this text.
    pub fn new(gold: &Annotation, found: &Annotation, text: &str) -> Self {
        let mut comparison = Self { tallies: Tallies::default(), misses: Vec::new() };
        let ids = parts::actors(&mut comparison, gold, found);
        parts::roles(&mut comparison, &ids, gold, found);
        statements::compare(&mut comparison, &ids, gold, found, text);
        transfers::compare(&mut comparison, &ids, gold, found);
        comparison
    }

    fn add(&mut self, measure: Measure, hit: usize, gold: usize, found: usize) {
        self.tallies.add(measure, hit, gold, found);
    }

    fn miss(&mut self, sort: &'static str, what: impl Into<String>) {
        self.misses.push(Miss { sort, what: what.into() });
    }
}
