//! What may stand between a subject and its verb of saying besides adverbs.

use super::subject::Passed;
use super::{Attributor, Source};
use crate::extract::lexicon::WordClass;
use crate::extract::phrases::PhraseKind;
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
        if let Some(carried) = self.carried_aside(last, start) {
            return Some(carried);
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

    /// "X [seperti dikutip oleh Reuters] mengatakan": where the words begin that tell by whom it is handed on, of which the
    /// last stands at `last`.
    fn carried_aside(&self, last: usize, start: usize) -> Option<usize> {
        let p = self.phrase_of[last]?;
        let tokens = &self.book.phrases()[p].tokens;
        let before = tokens.start.checked_sub(1).filter(|_| tokens.end == last + 1)?;
        let by = matches!(self.document.lower(before), "oleh" | "dari");
        let verb = before.checked_sub(usize::from(by)).filter(|&i| i > start)?;
        let carried =
            matches!(self.document.lower(verb), "dikutip" | "dilansir") && self.document.lower(verb - 1) != "yang";
        let like = matches!(self.document.lower(verb - 1), "seperti" | "sebagaimana");
        carried.then_some(verb - usize::from(like && verb - 1 > start))
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
        let noun = |i: usize| self.phrase_of[i].is_none_or(|p| self.book.phrases()[p].kind == PhraseKind::BodyNoun);
        let mut near = near.take_while(|&i| self.document.word(i) && noun(i) && !self.verb_like(i));
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

    /// "[X], saat ditemui di Y, mengatakan": the party before the word at `i`, which opens words that tell when it was.
    pub(super) fn subject_then_time(&self, i: usize, cue: usize, start: usize) -> Option<Source> {
        let before = i.checked_sub(1).filter(|_| self.of_class(i, WordClass::When))?;
        let before = if self.comma(before) { before.checked_sub(1)? } else { before };
        let p = self.phrase_of[before].filter(|_| before >= start)?;
        let tokens = &self.book.phrases()[p].tokens;
        let subject = tokens.end == before + 1 && (tokens.start <= start || self.comma(tokens.start - 1));
        // "X saat berteriak meminta tolong", "setelah sebuah dokumen menyebut".
        let last = cue - 1;
        let apart = self.comma(last)
            || self.verb_like(cue) && (!self.verb_like(last) || self.document.lower(last).starts_with("di"));
        (subject && apart && self.verb_like(i + 1) && i + 1 < cue).then(|| self.named_source(p, start)).flatten()
    }

    /// "Petinju asal [Peru] itu mengaku": where phrase `p` is only the land that somebody comes from, who was told of last.
    pub(super) fn native_of(&self, p: usize, start: usize) -> Option<Passed> {
        let tokens = &self.book.phrases()[p].tokens;
        let from = tokens.start.checked_sub(1).filter(|&i| i >= start)?;
        if !matches!(self.document.lower(from), "asal" | "kelahiran" | "berpaspor" | "berkebangsaan") {
            return None;
        }
        if !self.book.points(tokens.end) && !self.book.points(tokens.end - 1) {
            return Some(Passed::Over(from));
        }
        let person = self.book.last_person(p);
        let source = person.map(|person| Source { actors: vec![person], tokens: from..tokens.end });
        Some(Passed::Ended(source))
    }
}
