//! Passives of accusing, judging and saying that name who does it: "Y dituding X melakukan P", "dinilai keliru oleh X",
//! "seperti dikatakan X, P".

use super::{Attributor, Source};
use crate::extract::cues::{CueTrait, Frame};
use crate::extract::lexicon::WordClass;
use crate::language::models::Upos;
use std::ops::Range;

/// How far behind the verb "oleh" may stand.
const REACH: usize = 10;

/// The rule that reads what somebody is said by another to be or to do.
pub(super) const RULE: &str = "passive-judged";

impl Attributor<'_, '_, '_> {
    /// "Y dituduh X mencuri P", "Y dinilai X sebagai P": what is held of the subject stands behind the agent.
    pub(super) fn judged(&mut self, source: Source, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let from = source.tokens.end;
        let role = self.document.lower(from) == "sebagai";
        let held = role || self.judges(row) && self.predicate(from, row);
        if !held || !self.of_somebody(cue.start, sentence) {
            return false;
        }
        // "X menyerang apa yang disebutnya sebagai P"
        let own = self.document.lower(source.tokens.start) == "nya";
        let first = own.then(|| self.earlier_subject(sentence.start, cue.start)).flatten();
        let source = first.map_or(source.clone(), |first| Source { tokens: source.tokens, ..first });
        let start = from + usize::from(role);
        let end = self.complement_end(start, sentence.end, true);
        start < end && self.attribute(source, (cue.clone(), row), start..end, RULE)
    }

    /// "Y dituduh mencuri P oleh X", "dinilai keliru oleh X", "didesak mundur oleh X".
    pub(super) fn ascribed(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        if !(self.judges(row) || self.row(row).frame == Frame::Ask) || !self.of_somebody(cue.start, sentence) {
            return false;
        }
        let reach = cue.end..sentence.end.min(cue.end + REACH);
        let Some(by) = reach.clone().find(|&i| self.document.lower(i) == "oleh") else { return false };
        // "dituduh membantu kudeta yang dipimpin oleh X": the agent of another verb.
        let other = |i: usize| {
            let lower = self.document.lower(i);
            !self.document.word(i) || lower == "yang" || lower.starts_with("di") && self.verb_like(i)
        };
        if by == cue.end || (cue.end..by).any(other) || !self.names_somebody(by + 1) {
            return false;
        }
        let Some(source) = self.source_after(by + 1, sentence.end) else { return false };
        let lead = matches!(self.document.lower(cue.end), "sebagai" | "untuk" | "agar");
        self.attribute(source, (cue.clone(), row), cue.end + usize::from(lead)..by, RULE)
    }

    /// "Seperti dikatakan X, P", "P, sebagaimana disampaikan oleh X", "Dijelaskan X, P".
    pub(super) fn as_said(&mut self, source: &Source, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let like = |i: usize| matches!(self.document.lower(i), "seperti" | "sebagaimana");
        let mut at = cue.start;
        if at > sentence.start && self.document.lower(at - 1) == "yang" {
            at -= 1;
        }
        let led = at > sentence.start && like(at - 1);
        at = if led { at - 1 } else { cue.start };
        let opens = at == sentence.start;
        let mark = opens || self.comma(at - 1);
        let closed = self.comma(source.tokens.end) || !opens && source.tokens.end + 1 >= sentence.end;
        if !mark || !closed || !(led || self.comma(source.tokens.end)) || !self.row(row).has(CueTrait::Tell) {
            return false;
        }
        let left = self.clause_before(at.saturating_sub(usize::from(!opens)), sentence);
        self.beside(source.clone(), (cue.clone(), row), left, sentence)
    }

    /// Whether nothing, or only to whom or where it was asked, stands behind the agent: "P diusulkan X kepada Y".
    pub(super) fn bare_request(&self, source: &Source, cue: usize, row: usize, end: usize) -> bool {
        let at = source.tokens.end;
        if !self.row(row).has(CueTrait::Wish) || cue == 0 || self.document.lower(cue - 1) == "yang" {
            return false;
        }
        let asked = (at..end).any(|i| matches!(self.document.lower(i), "untuk" | "agar" | "supaya" | "bahwa"));
        let verb = || (at..end.min(at + REACH)).any(|i| self.phrase_of[i].is_none() && self.verb_like(i));
        at >= end || matches!(self.document.written(at), "." | ",") || self.preposition(at) && !asked && !verb()
    }

    /// Verbs whose object is said to be or to do something.
    fn judges(&self, row: usize) -> bool {
        self.row(row).has(CueTrait::Judge) || self.row(row).frame == Frame::Accuse
    }

    /// Whether a predicate begins at token `i`; behind "disebut" an adjective may belong to a name.
    fn predicate(&self, i: usize, row: usize) -> bool {
        let named = self.document.capital(i) || self.row(row).id == "cue.sebut" && self.document.tag(i) == Upos::Adj;
        let degree = matches!(self.document.lower(i), "terlalu" | "sangat" | "kurang");
        !named && (degree && self.phrase_of[i].is_none() || self.begins_predicate(i))
    }

    /// Whether the passive at `cue` has a subject, or "yang", and is not said not to be.
    fn of_somebody(&self, cue: usize, sentence: &Range<usize>) -> bool {
        let mut at = cue;
        while at > sentence.start && self.adverb(at - 1) && !matches!(self.document.lower(at - 1), "itu" | "ini") {
            at -= 1;
        }
        let Some(last) = at.checked_sub(1).filter(|&i| i >= sentence.start) else { return false };
        let modal = self.of_class(last, WordClass::Modal);
        // "Dalam laporan itu disebut": no subject.
        let clause = (sentence.start..at).rev().take_while(|&i| !self.comma(i)).last().unwrap_or(last);
        if self.preposition(clause) && self.document.lower(last) != "yang" {
            return false;
        }
        !modal && !self.negated(cue) && self.document.word(last) && !self.preposition(last)
    }
}
