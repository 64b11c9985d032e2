//! Places with the land that they lie in: "di Dubai, Uni Emirat Arab, ...".

use super::{Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::WordClass;
use std::ops::Range;

/// The most words of a place's name, and of what stands between a preposition and it ("di kota [Puno]").
const PLACE: usize = 4;
const BETWEEN: usize = 2;

impl PhraseFinder<'_, '_> {
    /// Makes one phrase of each place behind a preposition and the country or region behind its comma, which is no party.
    pub(super) fn join_places(&self, found: Vec<Phrase>) -> Vec<Phrase> {
        let mut joined: Vec<Phrase> = Vec::with_capacity(found.len());
        let mut found = found.into_iter().peekable();
        while let Some(land) = found.next() {
            let next = found.peek();
            let place = self.place_in(&land, joined.last()).filter(|_| self.ends_place(land.tokens.end, next));
            let Some(place) = place else {
                joined.push(land);
                continue;
            };
            let tokens = place.start..land.tokens.end;
            match joined.pop_if(|before| before.tokens.end > place.start) {
                Some(before) if before.tokens.start < place.start => {
                    joined.push(before);
                    joined.push(land);
                }
                Some(before) if keeps_kind(&before.kind) => joined.push(Phrase { tokens, ..before }),
                _ => joined.push(Phrase { tokens, ..Phrase::plain(place, PhraseKind::Place) }),
            }
        }
        joined
    }

    /// The name of a place before `land` that a preposition opens and a comma ends.
    fn place_in(&self, land: &Phrase, before: Option<&Phrase>) -> Option<Range<usize>> {
        let document = self.document;
        let country = |phrase: &Phrase| match phrase.kind {
            PhraseKind::Country { country, metonym } => Some((country, metonym)),
            _ => None,
        };
        let lies = country(land).is_some_and(|(_, metonym)| !metonym) || self.region(land.tokens.start).is_some();
        let comma =
            land.tokens.start.checked_sub(1).filter(|&k| document.written(k) == "," && land.name == land.tokens)?;
        let start = document.sentence_tokens(comma).start;
        let run = (start..comma).rev().take(PLACE).take_while(|&k| self.capital_word(k) && !self.common(k)).count();
        let place = comma - run..comma;
        let small = |k: usize| document.word(k) && !document.capital(k) && !self.closes_phrase(k);
        let opens = (start..place.start).rev().take(BETWEEN + 1).find(|&k| !small(k))?;
        let placed = matches!(document.lower(opens), "di" | "ke" | "dari" | "dekat");
        let own = before.filter(|before| before.tokens.end == comma).and_then(country);
        let fits = own.is_none_or(|(own, metonym)| metonym && country(land).is_some_and(|(land, _)| land == own));
        (run > 0 && lies && placed && fits).then_some(place)
    }

    /// Whether a place's name can end at `at`, before the phrase `next`: at a mark, and not in a list.
    fn ends_place(&self, at: usize, next: Option<&Phrase>) -> bool {
        let document = self.document;
        let mark = at >= document.len() || matches!(document.written(at), "," | "." | "(" | ")" | ";" | "–" | "—");
        let goes_on = document.written(at) == ","
            && (self.lexicon.is(document.lower(at + 1), WordClass::Joiner)
                || next.is_some_and(|next| next.tokens.start == at + 1 && next.is_country()));
        (mark || self.weekday(at) || matches!(document.lower(at), "pada" | "untuk" | "guna")) && !goes_on
    }
}

/// Whether a phrase says more of a place than that it is one.
fn keeps_kind(kind: &PhraseKind) -> bool {
    matches!(kind, PhraseKind::Country { .. } | PhraseKind::KnownBody(_) | PhraseKind::Body)
}
