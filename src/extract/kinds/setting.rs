//! What kinds and targets are read from: the article, its actors, and who belongs to whom.

use super::Judge;
use super::signals::{Signal, Signals};
use crate::extract::actors::ActorBook;
use crate::extract::attribution::Attribution;
use crate::extract::lexicon::Lexicon;
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind, Role};
use crate::extract::targets::Ranker;
use crate::language::Document;
use crate::language::models::table::WordTable;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far from an office-holder the body that he speaks for may be: minister, ministry, country.
const OFFICE_STEPS: usize = 3;

/// One article with its actors, in which its statements are looked at.
pub(in crate::extract) struct Setting<'a, 'd, 't> {
    pub(in crate::extract) document: &'d Document<'t>,
    pub(in crate::extract) lexicon: &'d Lexicon,
    pub(in crate::extract) signals: &'a Signals,
    pub(in crate::extract) ranker: &'a Ranker<'a>,
    pub(super) words: &'a WordTable,
    book: &'a ActorBook<'d, 't>,
    roles: &'a [Role],
    phrase_of: Vec<Option<usize>>,
}

impl<'a, 'd, 't> Setting<'a, 'd, 't> {
    /// The setting of `document`, whose actors are in `book`.
    pub(in crate::extract) fn new(
        document: &'d Document<'t>,
        (lexicon, judge): (&'d Lexicon, &'a Judge<'a>),
        book: &'a ActorBook<'d, 't>,
        roles: &'a [Role],
    ) -> Self {
        let phrase_of = book.phrase_of_tokens();
        let (signals, words, ranker) = (&judge.signals, &judge.words, &judge.ranker);
        Self { document, lexicon, signals, ranker, words, book, roles, phrase_of }
    }

    /// The party that the phrase over token `i` names, with the tokens of the phrase: for people of a country ("tentara
    /// Korea Utara") the country, for "pemerintah" without a name the state.
    pub(in crate::extract) fn party_at(&self, i: usize) -> Option<(ActorId, Range<usize>)> {
        if let Some(state) = self.book.bare_government(i) {
            return Some((state, i..i + 1));
        }
        let p = self.phrase_of.get(i).copied().flatten()?;
        let actor = self.book.of_phrase(p)?;
        let phrase = &self.book.phrases()[p];
        let party = self.book.kind(actor) != ActorKind::Place && phrase.kind != PhraseKind::Place;
        let country = (phrase.kind == PhraseKind::Group).then(|| self.country_in(&phrase.tokens)).flatten();
        party.then(|| (country.unwrap_or(actor), phrase.tokens.clone()))
    }

    /// Those whom the phrase at token `i` describes, not the state that they belong to.
    pub(in crate::extract) fn people_at(&self, i: usize) -> Option<ActorId> {
        self.book.of_phrase(self.phrase_of.get(i).copied().flatten()?)
    }

    /// The country named in `tokens`, where it is an actor of the article.
    fn country_in(&self, tokens: &Range<usize>) -> Option<ActorId> {
        let names = &self.lexicon.country_names;
        let country = tokens.clone().find_map(|i| names.longest(self.document, i)).map(|(_, name)| name.country)?;
        let same = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Country { country: c, .. } if c == country);
        let named = self.book.phrases().iter().position(same)?;
        self.book.of_phrase(named)
    }

    /// What sort of party an actor is.
    pub(in crate::extract) fn actor_kind(&self, actor: ActorId) -> ActorKind {
        self.book.kind(actor)
    }

    /// Whether a signal of the class starts at token `i`.
    pub(in crate::extract) fn is(&self, i: usize, signal: Signal) -> bool {
        self.signals.at(self.document, i, signal).is_some()
    }

    /// The source, who voices it, the bodies and countries that they speak for, and the bodies and officers of these.
    pub(in crate::extract) fn own_side(&self, read: &Attribution) -> BTreeSet<ActorId> {
        let mut side: BTreeSet<ActorId> = read.source.iter().chain(&read.speaker).copied().collect();
        for _ in 0..OFFICE_STEPS {
            let up: Vec<ActorId> = self.roles.iter().filter(|r| side.contains(&r.holder)).map(|r| r.of).collect();
            side.extend(up);
        }
        for _ in 0..OFFICE_STEPS {
            let down: Vec<ActorId> = self.roles.iter().filter(|r| side.contains(&r.of)).map(|r| r.holder).collect();
            side.extend(down);
        }
        side
    }

    /// Whether the token at `i` looks like a verb with one of the prefixes.
    pub(in crate::extract) fn verbal(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        let form = |prefix: &str, least: usize| lower.starts_with(prefix) && lower.chars().count() >= least;
        let prefixed = form("meng", 6)
            || form("meny", 6)
            || (form("men", 6) && lower != "menteri")
            || form("mem", 6)
            || form("mel", 6)
            || form("mer", 6)
            || form("mew", 6)
            || form("di", 6)
            || form("ber", 6)
            || form("ter", 7);
        self.document.word(i) && !self.document.capital(i) && prefixed && !OTHERS.contains(&lower)
    }
}

/// Words that only look like verbs.
const OTHERS: [&str; 28] = [
    "menjadi",
    "merupakan",
    "mereka",
    "direktur",
    "direksi",
    "dinding",
    "diskusi",
    "diplomasi",
    "diplomat",
    "diplomatik",
    "disiplin",
    "dirinya",
    "dialog",
    "distrik",
    "berita",
    "berkas",
    "berbagai",
    "beberapa",
    "bersama",
    "berikut",
    "terhadap",
    "tersebut",
    "terkait",
    "tersangka",
    "terutama",
    "teritorial",
    "terlalu",
    "mengenai",
];
