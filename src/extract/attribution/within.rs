//! Verbs of saying that stand inside another clause: under a condition, in a clause with "yang" that only says of whom or
//! of what the talk is.

use super::{Attributor, Source};
use crate::extract::cues::{CueForm, Frame};
use crate::extract::lexicon::WordClass;
use std::ops::Range;

/// The most tokens between a word that opens a condition and a verb in it.
const CONDITION: usize = 12;

impl Attributor<'_, '_, '_> {
    /// "Ia mundur jika Y menolak": what is told only under a condition is no act. Behind a verb of saying "jika" and
    /// "kalau" are "bahwa".
    pub(super) fn conditional(&self, cue: usize, sentence: &Range<usize>) -> bool {
        let ends =
            |i: usize| self.comma(i) || self.quote_of[i].is_some() || matches!(self.document.written(i), ";" | ":");
        let near = (sentence.start.max(cue.saturating_sub(CONDITION))..cue).rev().take_while(|&i| !ends(i));
        let mut near = near.into_iter().filter(|&i| self.of_class(i, WordClass::Condition));
        let Some(opens) = near.next() else { return false };
        // What follows such a word is no longer the condition.
        if (opens + 1..cue).any(|i| matches!(self.document.lower(i), "bahwa" | "maka")) {
            return false;
        }
        let first = opens == sentence.start || self.comma(opens - 1);
        let said = |i: usize| matches!(self.cue_form(i), Some((_, CueForm::Active(row))) if self.tells(row));
        let told = (opens.saturating_sub(3).max(sentence.start)..opens).any(said);
        (first || self.document.lower(opens) != "kalau") && !told
    }

    fn tells(&self, row: usize) -> bool {
        matches!(self.row(row).frame, Frame::Clause | Frame::Quote | Frame::Show | Frame::Tell | Frame::Avow)
    }

    /// "N yang menurut X P": the clause that X is named in, behind him.
    pub(super) fn in_relative(&self, source: &Source, cue: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let before = cue.checked_sub(1).filter(|&i| i > sentence.start)?;
        let yang = if self.comma(before) { before - 1 } else { before };
        let from = source.tokens.end + usize::from(self.comma(source.tokens.end));
        let relative = self.document.lower(yang) == "yang" && from < sentence.end;
        relative.then(|| from..self.complement_end(from, sentence.end, false)).filter(|clause| clause.len() >= 2)
    }

    /// Where the words begin that say who is with the subject, at the end of which phrase `p` stands: "[didampingi X dan Y]",
    /// "[dengan dukungan X]".
    pub(super) fn in_company(&self, p: usize, start: usize) -> Option<usize> {
        let mut first = self.book.phrases()[p].tokens.start;
        while let Some(i) = first.checked_sub(1).filter(|&i| i > start) {
            let joins = self.of_class(i, WordClass::Joiner) || self.comma(i);
            let Some(q) = self.phrase_of[i - 1].filter(|_| joins) else { break };
            first = self.book.phrases()[q].tokens.start;
        }
        let by = |i: usize| i > start && self.document.lower(i) == "oleh";
        let last = first.checked_sub(1).filter(|&i| i > start)?;
        let last = if by(last) { last - 1 } else { last };
        let with = |i: usize| matches!(self.document.lower(i), "dengan" | "atas");
        let company = self.of_class(last, WordClass::Company) && last > start;
        let opens = if company && with(last - 1) { last - 1 } else { last };
        let free =
            opens > start && (self.phrase_of[opens - 1].is_some() || self.adverb(opens - 1) || self.comma(opens - 1));
        (company && free).then_some(opens)
    }

    /// "tudingan [X yang menyebut] P": whose view the noun says it is.
    pub(super) fn held_in_noun(&self, source: &Source, cue: usize) -> bool {
        let end = source.tokens.end;
        let Some(noun) = source.tokens.start.checked_sub(1).filter(|_| !source.tokens.is_empty() && end < cue) else {
            return false;
        };
        let said =
            self.lexicon.cue_forms.all(self.document, noun).any(|(n, form)| n == 1 && matches!(form, CueForm::Noun(_)));
        let object =
            matches!(self.cue_form(noun), Some((1, CueForm::Active(row))) if self.row(row).frame == Frame::Object);
        (said || object) && self.document.lower(end) == "yang" && self.before_asides(cue, end) == end + 1
    }

    /// "[Serangan] X menegaskan": a deed of X, which he does not say.
    pub(super) fn of_deed(&self, source: &Source, start: usize) -> bool {
        let Some(i) = source.tokens.start.checked_sub(1).filter(|&i| i >= start && !source.tokens.is_empty()) else {
            return false;
        };
        let possessed = self.document.lower(i) == "nya" && i > start;
        self.phrase_of[i].is_none() && (self.of_class(i, WordClass::Deed) || possessed && self.verb_like(i - 1))
    }

    /// Quoted words inside a clause of the writer's own: they begin in the midst of it, as no sentence does.
    pub(super) fn fragment(&self, inside: &Range<usize>) -> bool {
        let Some(before) = inside.start.checked_sub(2) else { return false };
        let same = self.document.sentence_of(before) == self.document.sentence_of(inside.start);
        let word = self.document.word(before) && self.quote_of[before].is_none();
        let cue = self.cue_form(before).is_some() || matches!(self.document.lower(before), "bahwa" | "nya");
        same && word && !cue && !self.document.capital(inside.start)
    }
}
