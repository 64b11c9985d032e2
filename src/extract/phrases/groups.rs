//! Parties without a name of their own: "para pakar", "sejumlah pejabat AS", "warga Gaza".

use super::{Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::{GroupWord, WordClass};
use crate::language::models::Upos;
use std::ops::Range;

/// The longest phrase for an unnamed party, in tokens.
const LONGEST: usize = 12;

impl PhraseFinder<'_, '_> {
    /// A phrase for an unnamed party at token `i`.
    pub(super) fn group(&self, i: usize, end: usize) -> Option<Phrase> {
        let mut at = i;
        let (mut named, mut people) = (false, false);
        if let Some(office) = self.group_office(i, end) {
            return Some(office);
        }
        while let Some((n, word)) = self.group_word(at) {
            at += n;
            named |= word == GroupWord::Noun;
            people |= word == GroupWord::Personal;
            if named {
                break;
            }
        }
        let acts = people && self.common(at) || agentive(self.document.lower(at));
        if at == i || !named && !acts || at > end {
            return None;
        }
        if self.document.lower(i) == "pihak" {
            if self.document.lower(i + 1) == "nya" {
                return None;
            }
            // "pihak Polda Bali": the body that is named.
            if let Some(body) = self.body(i + 1, end).filter(|_| self.document.capital(i + 1)) {
                return Some(Phrase { tokens: i..body.tokens.end, ..body });
            }
            // "pihak maskapai": the body that the noun means.
            if let Some(body) = self
                .body_noun(i + 1, end)
                .filter(|body| !self.document.word(body.tokens.end) || self.closes_phrase(body.tokens.end))
            {
                return Some(Phrase { tokens: i..body.tokens.end, ..body });
            }
        }
        let end = end.min(i + LONGEST);
        while at < end && (self.belongs(at) || self.two_places(i, at)) {
            at += 1;
        }
        if at < end && self.demonstrative(at) {
            at += 1;
        }
        if let Some(person) = self.called(i, at, end) {
            return Some(person);
        }
        let name = self.named_last(i, at);
        let kind = if name.start > i { PhraseKind::Body } else { PhraseKind::Group };
        Some(Phrase { name, ..Phrase::plain(i..at, kind) })
    }

    /// What opens a phrase for an unnamed party at `at`, and how many tokens it takes.
    fn group_word(&self, at: usize) -> Option<(usize, GroupWord)> {
        let listed = self.lexicon.groups.longest(self.document, at).map(|(n, word)| (n, *word));
        listed.or_else(|| self.plural(at).then_some((1, GroupWord::Noun)))
    }

    /// "petani-petani", "media-media": several of what the noun names, where it names people or bodies.
    pub(super) fn plural(&self, at: usize) -> bool {
        let Some((one, same)) = self.document.lower(at).split_once('-') else { return false };
        let lexicon = self.lexicon;
        one == same
            && (lexicon.groups.of_word(one) == Some(&GroupWord::Noun)
                || lexicon.titles.of_word(one).is_some_and(|title| title.makes_role())
                || lexicon.body_heads.of_word(one).is_some()
                || lexicon.is(one, WordClass::Human)
                || lexicon.is(one, WordClass::Single)
                || agentive(one))
    }

    /// "seorang warga bernama X": the person.
    fn called(&self, i: usize, at: usize, end: usize) -> Option<Phrase> {
        if !matches!(self.document.lower(at), "bernama" | "berinisial") {
            return None;
        }
        let name = self.name(at + 1, end)?;
        Some(Phrase { name: name.clone(), ..Phrase::plain(i..name.end, PhraseKind::Person) })
    }

    /// The name that closes a description behind a country ("oposisi Spanyol [Podemos]"), else the whole of it.
    fn named_last(&self, i: usize, at: usize) -> Range<usize> {
        let country = (i + 1..at).rev().find_map(|k| {
            let (n, name) = self.lexicon.country_names.longest(self.document, k)?;
            (!name.metonym).then_some(k + n)
        });
        match country {
            Some(after)
                if after < at && (after..at).all(|k| self.capital_word(k) && (at - after > 1 || !self.common(k))) =>
            {
                after..at
            }
            _ => i..at,
        }
    }

    /// Office-holders behind a determiner: "seorang pejabat AS", "para pemimpin Uni Eropa".
    fn group_office(&self, i: usize, end: usize) -> Option<Phrase> {
        let mut at = i;
        while let Some((n, GroupWord::Determiner | GroupWord::Personal)) =
            self.lexicon.groups.longest(self.document, at)
        {
            at += n;
        }
        if at == i {
            return None;
        }
        let office = self.titled(at, end).filter(|phrase| phrase.kind == PhraseKind::OfficeHolder)?;
        Some(Phrase { tokens: i..office.tokens.end, name: i..office.name.end, ..office })
    }

    /// "warga Bantul [dan] Sleman": whether "dan" at `at` joins two places whose people are meant.
    fn two_places(&self, i: usize, at: usize) -> bool {
        let place = |k: usize| self.document.capital(k) && self.lexicon.vocabulary.place(self.document.lower(k));
        let region = |k: usize| self.document.capital(k) && self.region(k).is_some();
        let before = place(at - 1) || (i + 1..at).any(|k| self.region(k).is_some_and(|n| k + n == at) && region(k));
        self.document.lower(at) == "dan" && at > i + 1 && before && (place(at + 1) || region(at + 1))
    }

    fn belongs(&self, at: usize) -> bool {
        let document = self.document;
        (document.word(at) && !self.closes_phrase(at)) || matches!(document.lower(at), "nya" | "setempat")
    }

    /// Whether the word at `at` cannot stand inside a noun phrase: a preposition, a conjunction, an auxiliary or a verb.
    pub(super) fn closes_phrase(&self, at: usize) -> bool {
        let lower = self.document.lower(at);
        let small = !self.document.capital(at);
        self.lexicon.is(lower, WordClass::Closer)
            || small && (self.lexicon.is(lower, WordClass::Time) || self.lexicon.is(lower, WordClass::Predicate))
            || self.weekday(at)
            || small && matches!(self.document.tag(at), Upos::Adv | Upos::Aux | Upos::Sconj | Upos::Adp)
            || self.demonstrative(at)
            || (!self.document.capital(at) && looks_like_verb(lower))
            || self.lexicon.cue_forms.longest(self.document, at).is_some() && !self.document.capital(at)
    }
}

/// Whether a small word has the shape of a noun for people: "pembuat", "wisatawan", not "penggunaan".
pub(crate) fn agentive(lower: &str) -> bool {
    let long = lower.chars().count() >= 6;
    let doer = ["pem", "pen", "pel", "per", "peng", "peny"].iter().any(|prefix| lower.starts_with(prefix));
    long && (doer && !lower.ends_with("an") || lower.ends_with("wan") || lower.ends_with("wati"))
}

/// Whether a small word has the shape of a verb.
pub(super) fn looks_like_verb(lower: &str) -> bool {
    let rest = |prefix: &str| lower.strip_prefix(prefix).map_or(0, |rest| rest.chars().count());
    (rest("men") >= 4 && lower != "menteri" || rest("mem") >= 4 || rest("me") >= 4 && lower.starts_with("mel"))
        || rest("di") >= 4
            && !matches!(
                lower,
                "distrik"
                    | "direktur"
                    | "direksi"
                    | "dinas"
                    | "divisi"
                    | "diplomat"
                    | "dirjen"
                    | "dinasti"
                    | "direktorat"
                    | "disinformasi"
                    | "digital"
            )
        || rest("ber") >= 4 && !matches!(lower, "bersama" | "bersenjata" | "berita" | "berbagai" | "beras")
        || rest("ter") >= 5
            && !matches!(
                lower,
                "tersangka"
                    | "terdakwa"
                    | "terpidana"
                    | "tersebut"
                    | "tertinggi"
                    | "teritorial"
                    | "terorisme"
                    | "terlapor"
            )
}
