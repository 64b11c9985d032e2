//! Who says what: cues, quotations and their sources, read sentence by sentence in the order of the text.

mod agents;
mod apposition;
mod aside;
mod beside;
mod cited;
mod clauses;
mod complement;
mod discourse;
mod light;
mod nested;
mod nouns;
mod passive;
mod quoted;
mod ranking;
mod relative;
mod silent;
mod subject;
#[cfg(test)]
mod tests;
mod texts;
#[cfg(feature = "train")]
pub(super) mod training;
mod within;

pub(super) use nested::hand_on;
pub(super) use passive::ASKED_RULE;
pub(super) use ranking::{Scene, SourceRanker};

use super::actors::ActorBook;
use super::cues::{Cue, CueForm, Frame};
use super::lexicon::Lexicon;
use super::quotes::{Quote, quotes};
use super::reading::{ActorId, CueCount, Note, NoteReason};
use crate::extract::lexicon::WordClass;
use crate::language::Document;
use crate::segment::TokenKind;
use std::ops::Range;

/// One act of saying, before its kind and target are decided.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// Whose view it is.
    pub(super) source: Vec<ActorId>,
    /// Who voices it, where that is somebody else.
    pub(super) speaker: Option<ActorId>,
    /// The words that mark the act, with their row in the table of cues.
    pub(super) cue: Option<(Range<usize>, usize)>,
    /// The tokens that name the source; empty where it is carried over from an earlier act.
    pub(super) named_at: Range<usize>,
    /// What is said.
    pub(super) content: Range<usize>,
    /// Whether it is direct speech.
    pub(super) quoted: bool,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

impl Attribution {
    /// The token that it is looked at from: its cue, else where what is said begins.
    fn anchor(&self) -> usize {
        self.cue.as_ref().map_or(self.content.start, |(cue, _)| cue.start)
    }

    /// The id of its row in the table of cues.
    pub(super) fn cue_id<'l>(&self, lexicon: &'l Lexicon) -> &'l str {
        self.cue.as_ref().map_or("none", |(_, row)| lexicon.cues[*row].id.as_str())
    }
}

/// Reads the attributions of one document.
pub(super) struct Attributor<'a, 'd, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
    book: &'a mut ActorBook<'d, 't>,
    quotes: Vec<Quote>,
    /// Index of the phrase that covers each token.
    phrase_of: Vec<Option<usize>>,
    /// Index of the quotation that covers each token.
    quote_of: Vec<Option<usize>>,
    found: Vec<Attribution>,
    notes: Vec<Note>,
    /// The cues that were come across, whatever came of them.
    seen: Vec<Range<usize>>,
}

/// Whom a place in the text names as the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Source {
    actors: Vec<ActorId>,
    /// The tokens that name them.
    tokens: Range<usize>,
}

impl<'a, 'd, 't> Attributor<'a, 'd, 't> {
    pub(super) fn new(document: &'d Document<'t>, lexicon: &'d Lexicon, book: &'a mut ActorBook<'d, 't>) -> Self {
        let quotes = quotes(document);
        let mut quote_of = vec![None; document.len()];
        for (i, quote) in quotes.iter().enumerate() {
            quote_of[quote.inside.clone()].fill(Some(i));
        }
        book.settle_governments();
        let phrase_of = book.phrase_of_tokens();
        let (found, notes, seen) = (Vec::new(), Vec::new(), Vec::new());
        Self { document, lexicon, book, quotes, phrase_of, quote_of, found, notes, seen }
    }

    /// All attributions in the order of their content, what was seen but not read, and how many sentences hold a cue.
    pub(super) fn read(mut self) -> (Vec<Attribution>, Vec<Note>, CueCount) {
        for sentence in 0..self.document.sentences().len() {
            if self.document.headline(&self.document.sentences()[sentence]) {
                continue;
            }
            let tokens = self.document.sentences()[sentence].tokens.clone();
            for i in tokens.clone() {
                if let Some(q) = self.quote_of[i].filter(|&q| self.quotes[q].inside.start == i) {
                    self.quotation(q);
                }
                if self.quote_of[i].is_none() && !self.taken(i) && !self.concluded(i, &tokens) {
                    self.cue_at(i, &tokens);
                }
            }
        }
        let cues = self.note_silent();
        self.credit_cited();
        // What a carrier was told of may have left nothing.
        self.found.retain(|a| !a.content.is_empty());
        self.fold();
        self.found.sort_by_key(|a| (a.content.start, a.content.end, a.cue.as_ref().map(|(cue, _)| cue.start)));
        (self.found, self.notes, cues)
    }

    fn cue_at(&mut self, i: usize, sentence: &Range<usize>) {
        if self.phrase_of[i].is_some_and(|p| self.book.phrases()[p].tokens.start != i) {
            return;
        }
        let mut forms: Vec<(usize, CueForm)> =
            self.lexicon.cue_forms.all(self.document, i).map(|(n, f)| (n, *f)).collect();
        forms.extend(self.refers(i, sentence.start));
        self.seen.extend(forms.first().map(|(n, _)| i..i + n));
        for (n, form) in forms {
            let cue = i..i + n;
            let read = match form {
                CueForm::Active(row) => self.active(&cue, row, sentence),
                CueForm::Bare(row) => self.parenthetical(&cue, row, sentence),
                CueForm::Passive(row) => self.passive(&cue, row, sentence),
                CueForm::Noun(row) => self.light(&cue, row, sentence) || self.noun(&cue, row, sentence),
            };
            if read {
                return;
            }
        }
    }

    /// Whether the token at `i` already is part of the cue of some attribution.
    fn taken(&self, i: usize) -> bool {
        self.found.iter().rev().take(8).any(|a| a.cue.as_ref().is_some_and(|(cue, _)| cue.contains(&i)))
    }

    fn row(&self, cue: usize) -> &'d Cue {
        &self.lexicon.cues[cue]
    }

    fn push(&mut self, attribution: Attribution) -> bool {
        let content = self.trimmed(attribution.content.clone());
        // "membantahnya": a denial may point to what was said before and name nothing.
        let denies = attribution.cue.as_ref().is_some_and(|(_, row)| self.row(*row).frame == Frame::Deny);
        let told = |i: usize| self.document.word(i) || denies && self.document.kind(i) == TokenKind::Enclitic;
        if !content.clone().any(told) {
            return false;
        }
        self.found.push(Attribution { content, ..attribution });
        true
    }

    fn note(&mut self, cue: &Range<usize>, reason: NoteReason) {
        self.notes.push(Note { at: self.document.span_of(cue), reason });
    }

    /// Without marks at the ends that are no part of what is said.
    fn trimmed(&self, tokens: Range<usize>) -> Range<usize> {
        let (mut start, mut end) = (tokens.start, tokens.end);
        let edge = |i: usize| matches!(self.document.written(i), "," | ":" | ";" | "-" | "–" | "—");
        while start < end && (edge(start) || self.document.kind(start) == TokenKind::QuoteClose) {
            start += 1;
        }
        let quoted = start > 0 && self.quote_of.get(start).copied().flatten().is_some();
        let stray = |i: usize| {
            edge(i) || matches!(self.document.written(i), "." | "?" | "!") || self.of_class(i, WordClass::Joiner)
        };
        while !quoted && end > start && stray(end - 1) {
            end -= 1;
        }
        start..end
    }

    /// Whether the word at token `i` is of the class `class`.
    fn of_class(&self, i: usize, class: WordClass) -> bool {
        self.lexicon.is(self.document.lower(i), class)
    }

    fn preposition(&self, i: usize) -> bool {
        self.of_class(i, WordClass::Preposition)
    }

    fn comma(&self, i: usize) -> bool {
        self.document.written(i) == ","
    }

    fn cue_form(&self, i: usize) -> Option<(usize, CueForm)> {
        self.lexicon.cue_forms.longest(self.document, i).map(|(n, form)| (n, *form))
    }
}
