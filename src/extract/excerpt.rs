//! The tokens of an act of saying that a recurrent network reads: what is said, its cue, and some words around them.

use super::attribution::Attribution;
use super::reading::ActorId;
use crate::language::Document;
use crate::language::models::recurrent::Sequence;
use std::ops::Range;

/// How many tokens are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Before what is said and its cue.
    pub(super) before: usize,
    /// Behind the two.
    pub(super) behind: usize,
    /// Of what is said; the rest of it is left out.
    pub(super) said: usize,
    /// In all.
    pub(super) all: usize,
}

/// How many places a token can have: said, around it, of the cue.
pub(super) const PLACES: usize = 3;

/// What is read of one act.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    pub(super) tokens: Vec<usize>,
    said: Range<usize>,
    /// Empty where there is none.
    cue: Range<usize>,
}

/// What is read of one passage, and the party that each question asks about; nobody is asked about too.
pub(super) struct Asked {
    pub(super) sequence: Sequence,
    pub(super) parties: Vec<Option<ActorId>>,
}

impl Excerpt {
    pub(super) fn new(document: &Document<'_>, read: &Attribution, reach: Reach) -> Self {
        let said = read.content.clone();
        let cue = read.cue.as_ref().map_or(said.end..said.end, |(cue, _)| cue.clone());
        let from = said.start.min(cue.start).saturating_sub(reach.before);
        let to = (said.end.max(cue.end) + reach.behind).min(document.len());
        let left_out = said.start + reach.said..said.end;
        let tokens = (from..to).filter(|i| !left_out.contains(i)).take(reach.all).collect();
        Self { tokens, said, cue }
    }

    /// Below [`PLACES`].
    pub(super) fn place(&self, token: usize) -> usize {
        if self.cue.contains(&token) { 2 } else { usize::from(!self.said.contains(&token)) }
    }

    /// Where tokens of the document stand among those that are read.
    pub(super) fn within(&self, wanted: &Range<usize>) -> Range<usize> {
        let at = |i: usize| self.tokens.partition_point(|token| *token < i);
        at(wanted.start)..at(wanted.end)
    }

    /// What is said.
    pub(super) fn said(&self) -> Range<usize> {
        self.within(&self.said)
    }

    pub(super) fn cue(&self) -> Range<usize> {
        self.within(&self.cue)
    }
}
