//! Whose office a phrase without a name tells, where the name stands beside it: "Budi adalah ketua KPU Bantul", "juru bicara
//! KPK di Bantul, Rudi Hartono, ...".

use super::ActorBook;
use crate::extract::lexicon::{GroupWord, WordClass};
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// How many tokens may stand between an office and the name beside it.
const GAP: usize = 12;

impl ActorBook<'_, '_> {
    /// The person beside phrase `i`, an office, whose office it is.
    pub(super) fn beside(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let first = self.lexicon.groups.longest(self.document, phrase.tokens.start);
        let many = matches!(first, Some((_, GroupWord::Determiner | GroupWord::Personal)))
            && !matches!(self.document.lower(phrase.tokens.start), "seorang" | "salah" | "sang");
        if many || phrase.offices.iter().all(|office| office.of.is_none()) {
            return None;
        }
        self.predicated(phrase, i).or_else(|| self.named_behind(phrase, i)).or_else(|| self.named_before(phrase, i))
    }

    /// "[Budi] menjabat sebagai gubernur Bantul": the one person told of before in the sentence; "[ia] adalah ...".
    fn predicated(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let link = phrase.tokens.start.checked_sub(1)?;
        let class = |class| self.lexicon.is(self.document.lower(link), class);
        if !class(WordClass::Copula) && !class(WordClass::Capacity) {
            return None;
        }
        let start = self.document.sentence_tokens(link).start;
        let pronoun = (start.max(link.saturating_sub(GAP))..link).rev().find(|&k| {
            matches!(self.document.lower(k), "ia" | "dia" | "beliau" | "dirinya") || self.document.lower(k) == "diri"
        });
        let before: Vec<usize> = (0..i).rev().take_while(|&p| self.phrases[p].tokens.start >= start).collect();
        let near = before.first().map_or(start, |&p| self.phrases[p].tokens.end);
        if pronoun.is_some_and(|k| k >= near) {
            return self.last_person(i);
        }
        let mut people: Vec<ActorId> = before.iter().filter_map(|&p| self.person_of(p)).collect();
        people.sort_unstable();
        people.dedup();
        if class(WordClass::Copula) {
            let last = before.first().copied().filter(|&p| self.phrases[p].tokens.end + 3 > link)?;
            return self.person_of(last);
        }
        (people.len() == 1).then(|| people.first().copied()).flatten()
    }

    fn person_of(&self, p: usize) -> Option<ActorId> {
        self.of_phrase[p].filter(|actor| self.kind(*actor) == ActorKind::Person)
    }

    /// "utusan PBB untuk Yaman, [Rudi Hartono], ...".
    fn named_behind(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let from = phrase.tokens.end;
        let q = (i + 1..self.phrases.len().min(i + 4)).find(|&q| self.phrases[q].kind == PhraseKind::Person)?;
        let named = &self.phrases[q];
        let between = from..named.tokens.start;
        let last = between.end.checked_sub(1).filter(|k| between.contains(k))?;
        let comma = self.document.written(last) == ",";
        let called = self.lexicon.is(self.document.lower(last), WordClass::Called);
        let bare = named.tokens.start == named.name.start || named.offices.is_empty();
        let same = self.document.sentence_of(from) == self.document.sentence_of(named.tokens.start);
        if between.len() > GAP || !same || !bare || !(comma || called) || !self.nominal(&(from..last)) {
            return None;
        }
        let after = self.document.lower(named.tokens.end);
        let closes = named.tokens.end >= self.document.sentence_tokens(from).end
            || matches!(self.document.written(named.tokens.end), "," | "." | "(" | ")" | "–" | "—")
            || self.document.written(named.tokens.end - 1) == ",";
        let said = self.lexicon.cue_forms.longest(self.document, named.tokens.end).is_some();
        let listed = comma && matches!(after, "dan" | "serta") || self.another_person(q);
        let fits = called || closes || said && self.opens(phrase.tokens.start);
        self.person_of(q).filter(|_| fits && !listed)
    }

    /// Whether a comma and another person follow phrase `q`.
    fn another_person(&self, q: usize) -> bool {
        let end = self.phrases[q].tokens.end;
        let next =
            self.phrases.get(q + 1).filter(|next| next.tokens.start == end + 1 && next.kind == PhraseKind::Person);
        self.document.written(end) == "," && next.is_some()
    }

    /// Whether the token at `at` opens a sentence or what follows a mark.
    fn opens(&self, at: usize) -> bool {
        at == self.document.sentence_tokens(at).start || !self.document.word(at - 1)
    }

    /// "[Rudi Hartono], juru bicara KPK untuk wilayah Bantul, mengatakan ...".
    fn named_before(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let q = i.checked_sub(1)?;
        let named = &self.phrases[q];
        let comma =
            phrase.tokens.start.checked_sub(1).filter(|&k| matches!(self.document.written(k), "," | "–" | "—"))?;
        let bare = named.tokens.start == named.name.start && named.offices.is_empty();
        if named.kind != PhraseKind::Person || named.tokens.end != comma || !bare {
            return None;
        }
        let end = self.document.sentence_tokens(comma).end;
        let stop = (phrase.tokens.end..end.min(phrase.tokens.end + GAP))
            .find(|&k| matches!(self.document.written(k), "," | "–" | "—" | "."))?;
        let said = self.lexicon.cue_forms.longest(self.document, phrase.tokens.end).is_some()
            && named.tokens.start == self.document.sentence_tokens(comma).start;
        (said || self.nominal(&(phrase.tokens.end..stop))).then(|| self.person_of(q)).flatten()
    }

    /// Whether `tokens` hold no clause but with "yang".
    fn nominal(&self, tokens: &Range<usize>) -> bool {
        let mut relative = false;
        tokens.clone().all(|k| {
            relative |= self.document.lower(k) == "yang";
            let cue = self.lexicon.cue_forms.longest(self.document, k).is_some();
            let verb = !self.document.capital(k) && self.document.tag(k) == Upos::Verb;
            let closed = matches!(self.document.written(k), "." | ";" | ":" | ",")
                || matches!(self.document.kind(k), TokenKind::QuoteOpen | TokenKind::QuoteClose);
            !closed && !cue && (relative || !verb) && !matches!(self.document.lower(k), "dan" | "bahwa")
        })
    }
}
