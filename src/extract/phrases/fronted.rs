//! Offices that close what stands before the main clause: "Usai bertemu [Menteri Pertahanan Peru], Ana Paz mengatakan ...".

use super::PhraseFinder;
use super::groups::looks_like_verb;
use crate::extract::lexicon::WordClass;
use crate::language::models::Upos;
use std::ops::Range;

impl PhraseFinder<'_, '_> {
    /// Whether the office at `i` closes words of time, place or manner, so that `name` behind its comma is that of somebody
    /// else, the subject of the clause that follows.
    pub(super) fn fronted(&self, i: usize, name: &Range<usize>, end: usize) -> bool {
        let document = self.document;
        let opener = document.sentence_tokens(i).start;
        let Some(governor) = i.checked_sub(1).filter(|&k| k >= opener && name.end < end) else { return false };
        let is = |k: usize, class| self.lexicon.is(document.lower(k), class);
        let before = |k: usize| is(k, WordClass::Preposition) && !is(k, WordClass::Capacity);
        let acting = |k: usize| document.tag(k) == Upos::Verb || looks_like_verb(document.lower(k));
        let active = |k: usize| acting(k) && ["me", "ber"].iter().any(|prefix| document.lower(k).starts_with(prefix));
        let noun = document.tag(governor) == Upos::Noun && !document.capital(governor);
        // "Di depan", "Menanggapi kritik"; "Dalam acara itu Ketua DPR, Ana Paz, ..." tells of the chairman himself.
        let behind = noun && (active(opener) || before(opener) && governor == opener + 1);
        let opens = before(opener) || is(opener, WordClass::Subordinator) || acting(opener);
        let governs = before(governor) || active(governor) || acting(governor) && governor == opener || behind;
        let acts = matches!(document.tag(name.end), Upos::Verb | Upos::Aux | Upos::Adv)
            || self.lexicon.cue_forms.longest(document, name.end).is_some();
        let marked = (opener..i).any(|k| document.written(k) == ",");
        opens && governs && acts && !marked
    }
}
