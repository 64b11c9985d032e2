//! When things happen: date expressions, resolved against the day of the article.
//!
//! News gives a day as "Selasa (8/11)" and leaves the year to the reader, or counts from the day it is printed ("pekan
//! lalu"). Where the article's own day is not known, the fullest dates in it stand in for it, and a weekday with day
//! and month narrows the year; what cannot be narrowed to one stays as candidates.

mod patterns;
mod pieces;
mod resolve;
mod words;

use crate::extract::DateInterval;
use crate::span::Span;
use crate::table::TableError;
use jiff::civil::Date;
use patterns::{Patterns, Shape};
use resolve::Clock;
use std::collections::BTreeSet;
use words::DateWords;

/// A stretch of text that tells when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExpression {
    /// Where it stands.
    pub span: Span,
    /// What it means.
    pub when: When,
}

/// The days that an expression can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// These days.
    Interval(DateInterval),
    /// One of several, in order: weekday, day and month are written, the year is not.
    OneOf(Vec<DateInterval>),
}

impl When {
    /// The days, where there is one answer.
    pub fn interval(&self) -> Option<DateInterval> {
        match self {
            Self::Interval(interval) => Some(*interval),
            Self::OneOf(_) => None,
        }
    }

    /// The candidates in one of `years`; all of them where none is.
    fn within(self, years: &BTreeSet<i16>) -> Self {
        match self {
            Self::OneOf(days) if days.iter().any(|i| years.contains(&i.first.year())) => {
                Self::OneOf(days.into_iter().filter(|i| years.contains(&i.first.year())).collect())
            }
            other => other,
        }
    }
}

/// Finds and resolves dates. Loaded once and shared.
#[derive(Clone, Debug)]
pub struct DateReader {
    words: DateWords,
}

impl DateReader {
    /// The reader over the embedded table, or what is wrong with that table.
    pub fn embedded() -> Result<Self, TableError> {
        Ok(Self { words: DateWords::parse(words::TABLE)? })
    }

    /// All dates of an article, in the order of the text. `sentences` are the spans of its sentences in order,
    /// `published` is its day where that is known.
    pub fn read(
        &self,
        text: &str,
        sentences: impl IntoIterator<Item = Span>,
        published: Option<Date>,
    ) -> Vec<DateExpression> {
        let mut found: Vec<(Span, Shape)> = Vec::new();
        for sentence in sentences {
            let pieces = pieces::pieces(text, sentence);
            for (shape, range) in (Patterns { words: &self.words, pieces: &pieces }).find() {
                if let (Some(first), Some(last)) = (pieces.get(range.start), pieces.get(range.end - 1)) {
                    found.push((first.span.cover(last.span), shape));
                }
            }
        }
        let years = common_years(&found);
        let today = published.or_else(|| day_of_article(&found, &years));
        let mut clock = Clock { today, told: None };
        let mut out: Vec<DateExpression> = Vec::new();
        for (span, shape) in found {
            if let Some(when) = clock.resolve(&shape) {
                clock.told = when.interval().map(|i| i.first).or(clock.told);
                out.push(DateExpression { span, when: when.within(&years) });
            }
        }
        out
    }
}

/// The years that every weekday with day and month in an undated article allows.
fn common_years(found: &[(Span, Shape)]) -> BTreeSet<i16> {
    let candidates = found.iter().filter_map(|(_, shape)| match Clock::default().resolve(shape)? {
        When::OneOf(days) => Some(days.iter().map(|i| i.first.year()).collect::<BTreeSet<_>>()),
        When::Interval(_) => None,
    });
    candidates.reduce(|a, b| a.intersection(&b).copied().collect()).unwrap_or_default()
}

/// The day of an article that has no date of its own: the latest full date with a weekday, or else the latest of the
/// days that have one common year.
fn day_of_article(found: &[(Span, Shape)], years: &BTreeSet<i16>) -> Option<Date> {
    let full = found.iter().filter(|(_, shape)| matches!(shape, Shape::Full { weekday: true, .. }));
    if let Some(day) = full.filter_map(|(_, s)| Clock::default().resolve(s)?.interval()).map(|i| i.last).max() {
        return Some(day);
    }
    let resolved = found.iter().filter_map(|(_, shape)| Clock::default().resolve(shape)).map(|when| when.within(years));
    let single = |when: When| if let When::OneOf(days) = when { Some(days) } else { None }.filter(|d| d.len() == 1);
    resolved.filter_map(single).flatten().map(|i| i.last).max()
}

#[cfg(test)]
mod tests;
