//! What an office is an office of where its phrase does not say it: "Menteri Pertahanan Yoav Gallant", "ketua umum Budi".
//!
//! Somebody whom the lexicon knows serves his country. An office such as "kapolri" tells its body. Else the text around
//! must leave no doubt: one country stands in the foreground of the article, or none but that of the press that is read; a
//! body opens the sentence, or the phrase goes on a list of offices.

use crate::extract::actors::{ActorBook, reports};
use crate::extract::lexicon::{Lexicon, Title};
use crate::extract::phrases::{Office, Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::Document;
use std::collections::BTreeMap;

/// How many times as often as any other a country must be named to be the one that an article is about.
const FOREMOST: usize = 2;
/// How often it must be named at least.
const LEAST: usize = 3;
/// How many phrases back a list of offices may go on another.
const LIST: usize = 4;

/// What the offices of an article may belong to.
pub(super) struct Served<'d, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
    country: Option<ActorId>,
}

impl<'d, 't> Served<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, lexicon: &'d Lexicon, book: &ActorBook<'_, '_>) -> Self {
        let mut countries: BTreeMap<ActorId, usize> = BTreeMap::new();
        for (i, phrase) in book.phrases().iter().enumerate() {
            let own = book.of_phrase(i).filter(|_| phrase.offices.is_empty());
            let others = phrase.offices.iter().filter_map(|office| book.known(office.of.as_deref()?));
            let parent = phrase.parent.as_deref().and_then(|parent| book.known(parent));
            for actor in own.into_iter().chain(others).chain(parent) {
                if book.kind(actor) == ActorKind::Country {
                    *countries.entry(actor).or_default() += 1;
                }
            }
        }
        let others = |home: &ActorId| countries.iter().any(|(other, times)| other != home && *times >= LEAST);
        let home = book.named_home().filter(|home| !others(home));
        Self { document, lexicon, country: foremost(&countries).or(home) }
    }

    /// The country or body of `office`, which phrase `i` gives to `holder` without saying it.
    pub(super) fn of(
        &self,
        book: &ActorBook<'_, '_>,
        (i, holder): (usize, ActorId),
        office: &Office,
    ) -> Option<ActorId> {
        let phrase = &book.phrases()[i];
        // One word alone may be no name at all.
        let named = phrase.kind == PhraseKind::Person && phrase.name.len() > 1;
        let told = self.lexicon.office_bodies.get(&self.title(office)).and_then(|body| book.body_called(body));
        let alike = |other: &Office| other.class == office.class;
        match office.class {
            // "Presiden Peru X dan Menteri Pertahanannya Y".
            Title::State | Title::Body if self.document.lower(office.title.end) == "nya" => {
                self.listed(book, (i, office), |other| other.of.is_some()).or(told)
            }
            Title::State if book.statesman(holder) => book.country_of(holder).or(told),
            Title::State if named => self
                .country
                .filter(|c| !self.taken(book, (i, holder), office, *c) && !self.elsewhere(book, i, *c))
                .or(told),
            Title::Body if named => {
                told.or_else(|| self.listed(book, (i, office), alike)).or_else(|| self.subject(book, i))
            }
            Title::Regional if named => told.or_else(|| self.listed(book, (i, office), alike)),
            Title::Body | Title::Regional => told,
            _ => told.or_else(|| book.country_of(holder)),
        }
    }

    /// The office in small letters, without "mantan" or "plt" before it.
    fn title(&self, office: &Office) -> String {
        self.document.phrase(&office.title).to_lowercase()
    }

    /// Whether somebody else holds the same office of `country` in this article.
    fn taken(
        &self,
        book: &ActorBook<'_, '_>,
        (i, holder): (usize, ActorId),
        office: &Office,
        country: ActorId,
    ) -> bool {
        let title = self.title(office);
        book.phrases().iter().enumerate().filter(|(p, _)| *p != i).any(|(p, phrase)| {
            let other = book.of_phrase(p).is_some_and(|other| other != holder);
            let holds =
                |o: &Office| self.title(o) == title && o.of.as_deref().and_then(|of| book.known(of)) == Some(country);
            other && phrase.offices.iter().any(holds)
        })
    }

    /// Whether another country than `country` is named before phrase `i` in its sentence: "Slovenia mengecam, menteri X ...".
    fn elsewhere(&self, book: &ActorBook<'_, '_>, i: usize, country: ActorId) -> bool {
        let start = self.document.sentence_tokens(book.phrases()[i].tokens.start).start;
        let before = (0..i).rev().take_while(|&p| book.phrases()[p].tokens.start >= start);
        before.filter_map(|p| book.of_phrase(p)).any(|a| a != country && book.kind(a) == ActorKind::Country)
    }

    /// What the last office before it in the same sentence that `fits` is an office of.
    fn listed(
        &self,
        book: &ActorBook<'_, '_>,
        (i, office): (usize, &Office),
        fits: impl Fn(&Office) -> bool,
    ) -> Option<ActorId> {
        let sentence = self.document.sentence_of(office.title.start);
        let before = (i.saturating_sub(LIST)..i).rev().map(|p| &book.phrases()[p]);
        let near = before.take_while(|phrase| self.document.sentence_of(phrase.tokens.start) == sentence);
        let mut offices = near.flat_map(|phrase: &Phrase| &phrase.offices);
        offices.find(|other| fits(other)).and_then(|other| book.known(other.of.as_deref()?))
    }

    /// The body that opens the sentence in which phrase `i` stands.
    fn subject(&self, book: &ActorBook<'_, '_>, i: usize) -> Option<ActorId> {
        let sentence = self.document.sentence_tokens(book.phrases()[i].tokens.start);
        let first = (0..i).rev().take_while(|&p| book.phrases()[p].tokens.start >= sentence.start).last()?;
        let phrase = &book.phrases()[first];
        let reports = (phrase.tokens.end..phrase.tokens.end + 4).any(|k| reports(self.document.lower(k)));
        let body = matches!(phrase.kind, PhraseKind::Body | PhraseKind::KnownBody(_)) && !reports;
        book.of_phrase(first).filter(|_| body && phrase.tokens.start == sentence.start)
    }
}

/// The country that is named far more often than any other.
fn foremost(named: &BTreeMap<ActorId, usize>) -> Option<ActorId> {
    let (country, times) = named.iter().max_by_key(|(country, times)| (**times, std::cmp::Reverse(**country)))?;
    let others = named.iter().filter(|(other, _)| *other != country);
    let second = others.map(|(_, times)| *times).max().unwrap_or(0);
    (*times >= LEAST && *times >= FOREMOST * second).then_some(*country)
}
