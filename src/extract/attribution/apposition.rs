//! Names beside descriptions: "Budi Santoso, dokter hewan, mengatakan", "kata dokter hewan, Budi Santoso".

use super::{Attributor, Source};
use crate::extract::lexicon::{GroupWord, WordClass};
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::ActorKind;
use std::ops::Range;

/// How many tokens a description between commas or dashes may take.
const LONGEST: usize = 20;
/// How many tokens may stand between a description and the name behind it.
const GAP: usize = 12;

impl Attributor<'_, '_, '_> {
    /// The named person right before the comma that phrase `p`, an office or a description, stands behind; a common noun
    /// may follow the name without one ("Budi Santoso warga Depok").
    pub(super) fn name_before(&self, p: usize, start: usize) -> Option<Source> {
        let phrase = &self.book.phrases()[p];
        let describes = matches!(phrase.kind, PhraseKind::Group | PhraseKind::OfficeHolder);
        let before = phrase.tokens.start.checked_sub(1).filter(|&i| describes && i > start)?;
        let mut i = if self.aside_mark(before) { before - 1 } else { before };
        if i == before && !self.bare_description(p) {
            return None;
        }
        if self.document.written(i) == ")" && self.phrase_of[i].is_none() {
            i = (start..i).rev().find(|&k| self.document.written(k) == "(")?.checked_sub(1)?;
        }
        let closed = i < before && self.aside_mark(phrase.tokens.end);
        let body = || self.body_opening(i, start).filter(|_| closed);
        let named = self.person_ending(i, start).or_else(body)?;
        Some(Source { tokens: named.tokens.start..phrase.tokens.end, ..named })
    }

    /// The one whose description, between commas or dashes, the mark at `i` closes: "Budi Santoso, koresponden harian itu di
    /// Kairo, mengatakan", "Peru, anggota tetap dewan itu, mengatakan".
    pub(super) fn described_up_to(&self, i: usize, start: usize) -> Option<Source> {
        if !self.aside_mark(i) {
            return None;
        }
        let opens = (start + 1..i).rev().take(LONGEST).filter(|&k| self.aside_mark(k));
        for open in opens {
            if !self.describes(&(open + 1..i)) {
                return None;
            }
            let named = self.person_ending(open - 1, start).or_else(|| self.body_opening(open - 1, start));
            if named.is_some() {
                return named;
            }
        }
        None
    }

    /// The person whose description phrase `p` is, where his name follows it: "peneliti lembaga itu, Budi Santoso".
    pub(super) fn name_behind(&self, p: usize) -> Option<Source> {
        let phrase = &self.book.phrases()[p];
        let from = phrase.tokens.end;
        let near = self.book.phrases().iter().enumerate().skip(p + 1).take(3);
        let counted = matches!(self.document.lower(phrase.tokens.start), "seorang" | "salah");
        let behind = |named: &Phrase| named.tokens.start == from + 1 && self.comma(from);
        // "warga Bantul, Siti (45)", "salah satu warga, Siti"
        let alone = |named: &Phrase| {
            let aged = named.tokens.end > named.name.end + 1;
            named.kind == PhraseKind::Name && behind(named) && (aged || counted)
        };
        let (q, named) = near.into_iter().find(|(_, named)| named.kind == PhraseKind::Person || alone(named))?;
        let one = self.one_person(p) || alone(named) || counted && behind(named);
        let one = phrase.kind == PhraseKind::Group && one;
        if !one && phrase.kind != PhraseKind::OfficeHolder {
            return None;
        }
        let between = from..named.tokens.start;
        let plain = between.len() <= GAP
            && named.tokens.start == named.name.start
            && self.document.sentence_of(from) == self.document.sentence_of(named.tokens.start);
        let (inner, comma) = match between.end.checked_sub(1).filter(|&k| between.contains(&k) && self.comma(k)) {
            Some(comma) => (between.start..comma, true),
            None => (between.clone(), false),
        };
        let yang = inner.clone().any(|k| self.document.lower(k) == "yang");
        let fits = inner.is_empty() || self.nominal(&inner) && (comma || yang);
        let listed = comma && self.of_class(named.tokens.end, WordClass::Joiner)
            || self.document.written(named.tokens.end) == ","
                && self.phrase_of[named.tokens.end + 1..]
                    .first()
                    .copied()
                    .flatten()
                    .is_some_and(|r| self.book.phrases()[r].kind == PhraseKind::Person);
        let actor = self.book.of_phrase(q).filter(|actor| self.book.kind(*actor) == ActorKind::Person)?;
        (plain && fits && !listed)
            .then(|| Source { actors: vec![actor], tokens: phrase.tokens.start..named.tokens.end })
    }

    /// Whether phrase `p`, joined to a person's name by "dan", only says what else he is: "ekonom dan [guru Budi
    /// Santoso]".
    pub(super) fn also_describes(&self, p: usize, joined: usize) -> bool {
        let other = self.phrase_of.get(joined).copied().flatten().map(|q| &self.book.phrases()[q]);
        let described = other.is_some_and(|q| q.kind == PhraseKind::Person && q.tokens.start < q.name.start);
        described && self.bare_description(p)
    }

    /// A description of one person that no "seorang" or "para" opens.
    fn bare_description(&self, p: usize) -> bool {
        let phrase = &self.book.phrases()[p];
        let first = self.lexicon.groups.longest(self.document, phrase.tokens.start);
        let counted = matches!(first, Some((_, GroupWord::Determiner | GroupWord::Personal)));
        matches!(phrase.kind, PhraseKind::Group | PhraseKind::OfficeHolder) && !counted && self.one_person(p)
    }

    /// Whether the group of phrase `p` is one person: "seorang dokter", "mantan pejabat itu".
    fn one_person(&self, p: usize) -> bool {
        self.book.one_person(&self.book.phrases()[p].tokens)
    }

    /// The person whose name ends with token `i` and opens a clause.
    fn person_ending(&self, i: usize, start: usize) -> Option<Source> {
        // "Siti (45)" is one too.
        let person = |kind| matches!(kind, PhraseKind::Person | PhraseKind::Name);
        let q = self.phrase_of[i].filter(|&q| person(self.book.phrases()[q].kind))?;
        let tokens = self.book.phrases()[q].tokens.clone();
        let actor = self.book.of_phrase(q).filter(|actor| self.book.kind(*actor) == ActorKind::Person)?;
        let before = tokens.start.checked_sub(1).filter(|&i| i >= start);
        let free = before.is_none_or(|i| {
            let opens = !self.document.word(i) || self.adverb(i) || self.document.capital(i);
            opens && !self.preposition(i) || self.opens_clause_word(i)
        });
        (tokens.end == i + 1 && tokens.start >= start && free).then(|| Source { actors: vec![actor], tokens })
    }

    /// The country or body that opens the clause from `start` and whose name ends with token `i`.
    fn body_opening(&self, i: usize, start: usize) -> Option<Source> {
        let q = self.phrase_of[i]?;
        let phrase = &self.book.phrases()[q];
        let body = matches!(phrase.kind, PhraseKind::Country { .. } | PhraseKind::KnownBody(_) | PhraseKind::Body);
        // "Surat kabar Peru, Harian Lima, ...": a name behind the comma is that of the one meant.
        let described = !self.document.capital(i + 2);
        let opens = phrase.tokens.start == start && phrase.tokens.end == i + 1 && described;
        let actor = self.book.of_phrase(q).filter(|_| body && opens)?;
        Some(Source { actors: vec![actor], tokens: phrase.tokens.clone() })
    }

    fn opens_clause_word(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        self.lexicon.is(lower, WordClass::Link) || lower == "adapun"
    }

    /// Whether `tokens` can describe somebody: they open with a noun or "yang", and close with nobody's name, which would
    /// be that of the one meant ("Uskup Troyes, Pierre, ...").
    pub(super) fn describes(&self, tokens: &Range<usize>) -> bool {
        let first = self.document.lower(tokens.start);
        let opens =
            [WordClass::Preposition, WordClass::Closer, WordClass::Subordinator, WordClass::Time, WordClass::Adverb]
                .iter()
                .all(|class| !self.lexicon.is(first, *class))
                || first == "yang";
        let last = tokens.end.checked_sub(1).and_then(|k| self.phrase_of[k]).map(|q| &self.book.phrases()[q]);
        let names = last.is_some_and(|last| {
            let before = last.tokens.start.saturating_sub(1);
            let alone = self.aside_mark(before) || matches!(self.document.lower(before), "yaitu" | "yakni");
            alone && matches!(last.kind, PhraseKind::Person | PhraseKind::Name)
        });
        tokens.len() > 1
            && opens
            && !(names && first != "yang")
            && self.pronoun_source(tokens.start).is_none()
            && self.nominal(tokens)
    }

    /// Whether `tokens` hold no clause but with "yang".
    fn nominal(&self, tokens: &Range<usize>) -> bool {
        let mut relative = false;
        tokens.clone().all(|k| {
            relative |= self.document.lower(k) == "yang";
            let verb = self.phrase_of[k].is_none() && self.verb_like(k);
            self.quote_of[k].is_none() && (relative || !verb) && !matches!(self.document.written(k), "." | ";" | ":")
        })
    }

    fn aside_mark(&self, i: usize) -> bool {
        matches!(self.document.written(i), "," | "–" | "—" | "-")
    }
}
