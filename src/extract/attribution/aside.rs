//! What may stand between a subject and its verb of saying besides adverbs.

use super::Attributor;
use crate::extract::cues::CueForm;
use crate::extract::lexicon::WordClass;

/// How many words a phrase of manner or time may have.
const LONGEST: usize = 5;

impl Attributor<'_, '_, '_> {
    /// Where the asides right before the cue at `cue` begin, in a clause that starts at `start`.
    pub(super) fn before_asides(&self, cue: usize, start: usize) -> usize {
        let mut at = cue;
        while let Some(before) = self.aside_before(at, start) {
            at = before;
        }
        at
    }

    /// Where the aside that ends before token `at` begins.
    fn aside_before(&self, at: usize, start: usize) -> Option<usize> {
        let last = at.checked_sub(1).filter(|&i| i >= start)?;
        let two = at.checked_sub(2).filter(|&i| i >= start);
        // "X saat itu menekankan"
        let that_time = |i: &usize| {
            matches!(self.document.lower(*i), "saat" | "ketika" | "waktu" | "kala")
                && matches!(self.document.lower(last), "itu" | "ini")
        };
        if let Some(begin) = two.filter(that_time) {
            return Some(begin);
        }
        // "X untuk pertama kalinya menyatakan", "X dengan tegas menolak", "X awal bulan ini mengumumkan"
        let near = || (start.max(at.saturating_sub(LONGEST))..last).rev();
        let inside = |i: usize| (i + 1..at).all(|k| self.adverb(k) || self.time_word(k) || self.manner(k));
        let opens = |i: &usize| {
            matches!(self.document.lower(*i), "untuk" | "dengan" | "awal" | "akhir" | "pertengahan") && inside(*i)
        };
        if let Some(begin) = near().find(opens) {
            return Some(begin);
        }
        // "X disebut meminta", "X dilaporkan juga mengancam"
        let hearsay = self.said_of_it(last) && at < self.document.len();
        (self.adverb(last) || hearsay).then_some(last)
    }

    /// A passive of saying whose sayer is left open, before another cue.
    fn said_of_it(&self, i: usize) -> bool {
        self.phrase_of[i].is_none()
            && matches!(self.document.lower(i), "disebut" | "disebutkan" | "dilaporkan" | "dikatakan" | "diketahui")
            && matches!(self.cue_form(i), Some((_, CueForm::Passive(_))) | None)
    }

    /// "hati-hati", "tegas": how something is done.
    fn manner(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        let twice = lower.split_once('-').is_some_and(|(first, second)| first == second);
        twice || self.lexicon.is(lower, WordClass::Manner)
    }

    /// Where the preposition before a place stands: "warga [di kota X]".
    pub(super) fn place_before(&self, place: usize, start: usize) -> Option<usize> {
        let near = (start.max(place.saturating_sub(3))..place).rev();
        let mut near = near.take_while(|&i| self.document.word(i) && self.phrase_of[i].is_none() && !self.verb_like(i));
        near.find(|&i| self.preposition(i))
    }

    /// Words between a subject and its verb.
    pub(super) fn adverb(&self, i: usize) -> bool {
        let in_what_way = i > 0 && self.document.lower(i - 1) == "secara";
        in_what_way || self.lexicon.is(self.document.lower(i), WordClass::Adverb)
    }

    pub(super) fn time_word(&self, i: usize) -> bool {
        self.lexicon.is(self.document.lower(i), WordClass::Time)
    }
}
