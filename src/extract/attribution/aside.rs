//! What may stand between a subject and its verb of saying besides adverbs.

use super::Attributor;
use crate::extract::lexicon::WordClass;
use crate::language::models::Upos;

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
        let is = |i: usize, class: WordClass| self.of_class(i, class);
        // "X saat itu menekankan"
        let that = matches!(self.document.lower(last), "itu" | "ini");
        if let Some(begin) = last.checked_sub(1).filter(|&i| i >= start && that && is(i, WordClass::Moment)) {
            return Some(begin);
        }
        // "X untuk pertama kalinya menyatakan", "X dengan tegas menolak", "X awal bulan ini mengumumkan"
        let mut near = (start.max(at.saturating_sub(LONGEST))..last).rev();
        let inside = |i: usize| (i + 1..at).all(|k| self.adverb(k) || self.time_word(k) || self.manner(k));
        if let Some(begin) = near.find(|&i| is(i, WordClass::OpensAside) && inside(i)) {
            return Some(begin);
        }
        // "X disebut meminta", "X dilaporkan juga mengancam"
        let hearsay = self.phrase_of[last].is_none() && is(last, WordClass::Hearsay);
        (self.adverb(last) || hearsay).then_some(last)
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
        in_what_way || self.of_class(i, WordClass::Adverb) || self.counts_times(i)
    }

    /// "[tiga] kali", "[beberapa] kali".
    fn counts_times(&self, i: usize) -> bool {
        let number = self.of_class(i, WordClass::Several) || self.document.tag(i) == Upos::Num;
        number && self.document.lower(i + 1) == "kali"
    }

    pub(super) fn time_word(&self, i: usize) -> bool {
        self.of_class(i, WordClass::Time)
    }
}
