//! Counts to figures.

use super::Comparison;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Actors who take part, under one of their names.
    Actors,
    /// Their types as well.
    ActorTypes,
    /// Holder and body of an office.
    Roles,
    /// The office's words as well.
    RoleOffices,
    /// A statement's content.
    StatementsFound,
    /// Its source as well.
    StatementSources,
    /// Its kind as well.
    Statements,
    /// Nine tenths of its span as well.
    StatementsExact,
    /// Whom a found statement is directed at.
    Targets,
    /// Who voices another's view.
    Speakers,
    /// Denials read right.
    Denials,
    /// What their content is as well.
    DenialContents,
    /// Accusations read right, with the accused.
    Accusations,
    /// A transfer's category or item, and one end.
    TransfersFound,
    /// Its giver, recipient and category.
    Transfers,
    /// What each party holds of it.
    Stances,
}

const NAMES: [(Measure, &str); 16] = [
    (Measure::Actors, "actors"),
    (Measure::ActorTypes, "actors.type"),
    (Measure::Roles, "roles"),
    (Measure::RoleOffices, "roles.office"),
    (Measure::StatementsFound, "statements.found"),
    (Measure::StatementSources, "statements.source"),
    (Measure::Statements, "statements"),
    (Measure::StatementsExact, "statements.exact"),
    (Measure::Targets, "targets"),
    (Measure::Speakers, "speakers"),
    (Measure::Denials, "denials"),
    (Measure::DenialContents, "denials.content_is"),
    (Measure::Accusations, "accusations"),
    (Measure::TransfersFound, "transfers.found"),
    (Measure::Transfers, "transfers"),
    (Measure::Stances, "stances"),
];

/// The measures whose mean sums a reading up.
const SUMMED: [Measure; 5] =
    [Measure::Actors, Measure::Roles, Measure::Statements, Measure::Transfers, Measure::Stances];

/// How many were right, should have been found, and were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    hit: usize,
    gold: usize,
    found: usize,
}

/// The counts of one article, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tallies([Tally; NAMES.len()]);

impl Tallies {
    pub(super) fn add(&mut self, measure: Measure, hit: usize, gold: usize, found: usize) {
        let tally = &mut self.0[measure as usize];
        tally.hit += hit;
        tally.gold += gold;
        tally.found += found;
    }

    fn join(mut self, other: &Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            own.hit += more.hit;
            own.gold += more.gold;
            own.found += more.found;
        }
        self
    }

    fn figures(&self, measure: Measure) -> Figures {
        let Tally { hit, gold, found } = self.0[measure as usize];
        let (precision, recall) = (share(hit, found), share(hit, gold));
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Figures { precision, recall, f1, hit, gold, found }
    }

    fn mean(&self) -> f64 {
        SUMMED.iter().map(|measure| self.figures(*measure).f1).sum::<f64>() / 5.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of annotated things are small")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// The share of what was found that is right.
    pub precision: f64,
    /// The share of what is annotated that was found.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
    /// How many were right.
    pub hit: usize,
    /// How many are annotated.
    pub gold: usize,
    /// How many were found.
    pub found: usize,
}

/// The figures of several articles together.
#[derive(Clone, Debug, Default)]
pub struct Score {
    total: Tallies,
    articles: Vec<Tallies>,
}

impl Score {
    /// Sums up the comparisons of articles.
    pub fn new<'a>(comparisons: impl IntoIterator<Item = &'a Comparison>) -> Self {
        let articles: Vec<Tallies> = comparisons.into_iter().map(|comparison| comparison.tallies).collect();
        let total = articles.iter().fold(Tallies::default(), Tallies::join);
        Self { total, articles }
    }

    /// The figures of one measure.
    pub fn figures(&self, measure: Measure) -> Figures {
        self.total.figures(measure)
    }

    /// The mean F1 of actors, roles, statements, transfers and stances.
    pub fn mean(&self) -> f64 {
        self.total.mean()
    }

    /// The bounds within which 95 % of the figures lie that come of articles drawn from these anew, as often as there are
    /// (the percentile bootstrap: Efron & Tibshirani 1993, chapter 13).
    fn interval(&self, figure: impl Fn(&Tallies) -> f64) -> (f64, f64) {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let mut drawn: Vec<f64> = Vec::with_capacity(DRAWS);
        for _ in 0..DRAWS {
            let of = |total: Tallies, _| total.join(&self.articles[random.below(self.articles.len())]);
            drawn.push(figure(&(0..self.articles.len()).fold(Tallies::default(), of)));
        }
        drawn.sort_by(f64::total_cmp);
        (drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40])
    }
}

/// So many times articles are drawn anew.
const DRAWS: usize = 2_000;

/// Numbers that look random and are the same each time (xorshift64*: Vigna 2016).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        usize::try_from(high).unwrap_or(0) % end.max(1)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(NAMES.len() + 1))?;
        for (measure, name) in NAMES {
            map.serialize_entry(name, &self.figures(measure))?;
        }
        map.serialize_entry(
            "reading",
            &[("f1", self.mean())].into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        )?;
        map.end()
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        for (name, value) in [("p", self.precision), ("r", self.recall), ("f1", self.f1)] {
            map.serialize_entry(name, &value)?;
        }
        for (name, value) in [("hit", self.hit), ("gold", self.gold), ("found", self.found)] {
            map.serialize_entry(name, &value)?;
        }
        map.end()
    }
}

/// Writes the figures as a table, with the 95 % interval of each F1 where `intervals` are wanted.
pub fn table(to: &mut impl Write, score: &Score, intervals: bool) -> io::Result<()> {
    let interval = |figure: &dyn Fn(&Tallies) -> f64| {
        if !intervals || score.articles.is_empty() {
            return String::new();
        }
        let (low, high) = score.interval(figure);
        format!("   {low:.3}–{high:.3}")
    };
    let heading = if intervals { "   95 %       " } else { "" };
    writeln!(to, "{:20}{:>7}{:>7}{:>7}{heading}   hit/gold/found", "", "P", "R", "F1")?;
    for (measure, name) in NAMES {
        let Figures { precision, recall, f1, hit, gold, found } = score.figures(measure);
        let bounds = interval(&|tallies| tallies.figures(measure).f1);
        writeln!(to, "{name:20}{precision:7.3}{recall:7.3}{f1:7.3}{bounds}   {hit}/{gold}/{found}")?;
    }
    let bounds = interval(&Tallies::mean);
    let of = "of actors, roles, statements, transfers, stances";
    writeln!(to, "{:20}{:14}{:7.3}{bounds}   {of}", "reading (mean F1)", "", score.mean())
}
