//! Words in what is said that tell what sort of act it is.

use crate::language::{Document, Phrasebook, morphology};
use crate::table::{Row, Table, TableError};
use std::ops::Range;

/// The classes of the table of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Signal {
    /// A deed that harms or breaks a rule.
    Wrong,
    /// Arming another, or sending troops.
    Arms,
    /// Weapons and troops.
    Weapons,
    /// A judgement on a deed.
    Fault,
    /// Words of disapproval.
    Blame,
    /// What is said of a falsehood.
    Untrue,
    /// No part in it.
    None,
    /// A noun that points to what others said.
    Report,
    /// What somebody has to do.
    Must,
    /// Asking and urging.
    Ask,
    /// An act to come.
    Will,
    /// A promise in other words.
    Ready,
    /// "yes, it is so".
    Admit,
    /// A guess.
    Doubt,
    /// The speaker's own side.
    Own,
    /// The other side.
    They,
    /// A noun for a body that speaks.
    Body,
    /// A condition.
    If,
    /// A preposition.
    Prep,
    /// Tense, aspect, copula.
    Aux,
    /// A negation.
    Not,
    /// A conjunction before a clause that is not the main one.
    When,
}

/// Every class with its name in the table, in the order of the enum.
const NAMES: [(&str, Signal); 22] = [
    ("wrong", Signal::Wrong),
    ("arms", Signal::Arms),
    ("weapons", Signal::Weapons),
    ("fault", Signal::Fault),
    ("blame", Signal::Blame),
    ("untrue", Signal::Untrue),
    ("none", Signal::None),
    ("report", Signal::Report),
    ("must", Signal::Must),
    ("ask", Signal::Ask),
    ("will", Signal::Will),
    ("ready", Signal::Ready),
    ("admit", Signal::Admit),
    ("doubt", Signal::Doubt),
    ("own", Signal::Own),
    ("they", Signal::They),
    ("body", Signal::Body),
    ("if", Signal::If),
    ("prep", Signal::Prep),
    ("aux", Signal::Aux),
    ("not", Signal::Not),
    ("when", Signal::When),
];

impl Signal {
    /// Its name in the table.
    pub(in crate::extract) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, signal)| *signal == self).map_or("", |(name, _)| name)
    }
}

/// Where a signal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Hit {
    pub(in crate::extract) tokens: Range<usize>,
    pub(in crate::extract) signal: Signal,
}

/// The table of signals.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Signals {
    forms: Phrasebook<Signal>,
}

impl Signals {
    /// The table that the program carries.
    pub(in crate::extract) fn embedded() -> Result<Self, TableError> {
        let mut signals = Self { forms: Phrasebook::default() };
        for row in Table::parse("signals", TEXT)?.rows() {
            let signal = signal_of(&row)?;
            for base in row.list("verb")? {
                signals.forms.add(&morphology::active(base), signal);
                signals.forms.add(&morphology::passive(base), signal);
            }
            for form in row.list("form")? {
                signals.forms.add(form, signal);
            }
        }
        Ok(signals)
    }

    /// All signals in `tokens`, in order; a word can carry several.
    pub(in crate::extract) fn hits(&self, document: &Document<'_>, tokens: &Range<usize>) -> Vec<Hit> {
        let at =
            |i: usize| self.forms.all(document, i).map(move |(n, signal)| Hit { tokens: i..i + n, signal: *signal });
        tokens.clone().flat_map(at).filter(|hit| hit.tokens.end <= tokens.end).collect()
    }

    /// Whether a phrase of the class `signal` starts at token `i`: how many tokens it takes.
    pub(in crate::extract) fn at(&self, document: &Document<'_>, i: usize, signal: Signal) -> Option<usize> {
        self.forms.all(document, i).find(|(_, found)| **found == signal).map(|(n, _)| n)
    }
}

const TEXT: &str = include_str!("../../../data/lexicon/signals.tsv");

fn signal_of(row: &Row<'_, '_>) -> Result<Signal, TableError> {
    let class = row.get("class")?;
    let found = NAMES.iter().find(|(name, _)| *name == class);
    found.map(|(_, signal)| *signal).ok_or_else(|| row.error("no such class of signal"))
}

#[cfg(test)]
mod tests {
    use super::{Signals, TEXT, signal_of};
    use crate::language::Document;
    use crate::language::models::{Models, Worker};
    use crate::segment::segment;
    use crate::table::Table;

    #[test]
    fn every_row_is_found_where_it_must_and_nowhere_else() {
        let signals = Signals::embedded().expect("the table parses");
        let models = Models::embedded().expect("the models open");
        for row in Table::parse("signals", TEXT).expect("parses").rows() {
            let (id, signal) = (row.get("id").expect("id"), signal_of(&row).expect("class"));
            let found = |text: &str| {
                let document = Document::new(text, segment(text), &mut Worker::new(&models));
                signals.hits(&document, &(0..document.len())).iter().any(|hit| hit.signal == signal)
            };
            let must: Vec<&str> = row.list("must").expect("must").collect();
            assert!(!must.is_empty(), "{id} has no example");
            for text in must {
                assert!(found(text), "{id}: {text}");
            }
            for text in row.list("must_not").expect("must_not") {
                assert!(!found(text), "{id}: {text}");
            }
        }
    }
}
