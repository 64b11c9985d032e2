//! Parties that stand inside a description of the subject: "Hizbullah, yang dipersenjatai Iran, mengatakan".

use super::{Attributor, Source};
use crate::extract::cues::CueForm;
use crate::extract::lexicon::WordClass;
use std::ops::Range;

/// How many tokens a description may take.
const LONGEST: usize = 14;

/// How many it may take with a clause of time in it.
const WIDEST: usize = 28;

/// How far before "yang" those may be named of whom there is none.
const NOBODY: usize = 6;

/// What the phrase before a cue is, where it is not the subject itself.
pub(super) enum Inside {
    /// Part of a clause with "yang": of the subject where a phrase stands before it.
    Relative(Option<Source>),
    /// A description behind the name that it belongs to: "Budi Santoso, warga Depok, mengatakan".
    Apposition(Source),
}

impl Attributor<'_, '_, '_> {
    /// Whether phrase `p` stands in a description of the subject, in a clause that starts at `start`.
    pub(super) fn described_by(&self, p: usize, start: usize) -> Option<Inside> {
        let first = self.book.phrases()[p].tokens.start;
        if let Some(yang) = self.relative_before(first, start) {
            let head = yang.checked_sub(1).map(|i| if self.comma(i) { i.saturating_sub(1) } else { i });
            let head = head.filter(|&i| i >= start).and_then(|i| self.phrase_of[i]);
            return Some(Inside::Relative(head.and_then(|q| self.named_source(q, start))));
        }
        if self.in_side_clause(first, start)
            && let Some(head) = self.head_of_relative(first, start)
        {
            return Some(Inside::Relative(Some(head)));
        }
        self.name_before(p, start).map(Inside::Apposition)
    }

    /// The subject before the nearest "yang" to the left of token `i`, where it opens the clause and no comma stands
    /// between: in "warga yang lewat ketika gempa terjadi mengatakan" a clause stands in the relative one.
    pub(super) fn head_of_relative(&self, i: usize, start: usize) -> Option<Source> {
        let near = (start.max(i.saturating_sub(WIDEST))..i).rev().take_while(|&k| !self.comma(k));
        let yang = near.into_iter().find(|&k| self.document.lower(k) == "yang")?;
        let head = yang.checked_sub(1).and_then(|k| self.phrase_of[k])?;
        let first = self.book.phrases()[head].tokens.start;
        let opens = first == start || (start..first).all(|k| self.phrase_of[k].is_none() && !self.verb_like(k));
        (opens && (first == start || !self.preposition(first - 1))).then(|| self.named_source(head, start)).flatten()
    }

    /// "Warga yang menolak [tambang itu] mengatakan P": where what the verb at `cue`, of a clause that tells of the subject,
    /// is about ends before the verb of the sentence, which is one of saying.
    pub(super) fn main_verb_behind(&self, cue: &Range<usize>, told: Range<usize>, start: usize) -> Option<usize> {
        let relative = cue.start > start && self.document.lower(cue.start - 1) == "yang";
        self.head_of_relative(cue.start, start).filter(|_| relative)?;
        let own = |k: &usize| !self.comma(*k) && !matches!(self.document.lower(*k), "bahwa" | "yang" | "dan");
        let near = (told.start + 1..told.end).take_while(own);
        let says = |k: &usize| matches!(self.cue_form(*k), Some((_, CueForm::Active(row))) if self.saying(row));
        near.filter(says).last()
    }

    /// "Belum ada X yang mengaku", "tidak seorang pun yang membantah": nobody does what the cue at `cue` tells.
    pub(super) fn of_nobody(&self, cue: usize) -> bool {
        let start = self.document.sentence_tokens(cue).start;
        let yang = self.before_asides(cue, start).checked_sub(1).filter(|&i| i > start);
        let Some(yang) = yang.filter(|&i| self.document.lower(i) == "yang") else { return false };
        let near = (start.max(yang.saturating_sub(NOBODY))..yang).rev().take_while(|&k| !self.comma(k));
        let mut near = near.into_iter().filter(|&k| matches!(self.document.lower(k), "ada" | "satu" | "seorang"));
        near.any(|k| k > start && matches!(self.document.lower(k - 1), "belum" | "tidak" | "tak" | "tiada"))
    }

    /// Whether token `first` stands in a clause of time or cause, behind its verb.
    fn in_side_clause(&self, first: usize, start: usize) -> bool {
        let near = (start.max(first.saturating_sub(LONGEST))..first).rev().take_while(|&k| !self.comma(k));
        let mut others = false;
        for k in near {
            if self.of_class(k, WordClass::Subordinator) {
                return others;
            }
            others |= self.document.word(k) && self.phrase_of[k].is_none();
        }
        false
    }

    /// The "yang" of the clause whose object or agent begins at token `first`: a verb and no comma stand between.
    fn relative_before(&self, first: usize, start: usize) -> Option<usize> {
        let mut verb = false;
        // "perempuan yang mengaku bernama [Ana]"
        if first > start && self.of_class(first - 1, WordClass::Called) {
            return None;
        }
        for i in (start.max(first.saturating_sub(LONGEST))..first).rev() {
            let lower = self.document.lower(i);
            if lower == "yang" {
                return verb.then_some(i);
            }
            // "warga yang menolak [tambang itu] mengatakan": the cue is the verb of the relative clause.
            let own = i > start && self.document.lower(i - 1) == "yang";
            let clause = !own && matches!(self.cue_form(i), Some((_, CueForm::Active(_))))
                || [WordClass::Subordinator, WordClass::Link].iter().any(|class| self.of_class(i, *class))
                || matches!(lower, "bahwa" | "membuat");
            if self.comma(i) || clause {
                return None;
            }
            verb |= self.phrase_of[i].is_none() && (self.verb_like(i) || self.of_class(i, WordClass::Copula));
        }
        None
    }
}
