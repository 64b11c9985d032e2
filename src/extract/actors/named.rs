//! Names that stand behind or instead of others: "pengamat politik [Budi Santoso]", "Robin" for "Robinhot".

use super::{ActorBook, Entry, letters};
use crate::extract::lexicon::{GroupWord, WordClass};
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::models::NameKind;
use std::ops::Range;

/// The country that an Indonesian newspaper need not name.
const HOME: &str = "ID";
/// The fewest letters of a short form that opens a name, and of names that one letter can set apart by mistake.
pub(super) const SHORT_FORM: usize = 4;
const SPELLED: usize = 5;
/// The fewest letters of two words of a name written as one.
const JOINED: usize = 7;

impl ActorBook<'_, '_> {
    /// All names of an actor, its own first.
    pub(crate) fn names(&self, actor: ActorId) -> impl Iterator<Item = &str> {
        let entry = &self.entries[actor.0];
        std::iter::once(entry.name.as_str()).chain(entry.aliases.iter().map(String::as_str))
    }

    /// Every actor with all its names.
    #[cfg(feature = "train")]
    pub(crate) fn called(&self) -> impl Iterator<Item = (ActorId, impl Iterator<Item = &str>)> {
        (0..self.entries.len()).map(ActorId).map(|actor| (actor, self.names(actor)))
    }

    /// Makes people of the descriptions of one person that close with his name.
    pub(super) fn name_described(&mut self) {
        for i in 0..self.phrases.len() {
            let phrase = &self.phrases[i];
            let describes = matches!(phrase.kind, PhraseKind::Group | PhraseKind::OfficeHolder);
            if !describes || !self.one_person(&phrase.tokens) {
                continue;
            }
            let of_body = |name: &Range<usize>| {
                phrase.offices.iter().any(|office| office.of.as_ref().is_some_and(|of| of.tokens.end > name.start))
            };
            if let Some(name) = self.name_at_end(&phrase.tokens).filter(|name| !of_body(name)) {
                let mut person = Phrase { kind: PhraseKind::Person, ..phrase.clone() };
                for office in &mut person.offices {
                    office.title.end = office.title.end.min(name.start);
                }
                self.phrases[i] = Phrase { name, ..person };
            }
        }
    }

    /// Whether the words `tokens` describe one person: "seorang dokter", "mantan pejabat itu", not "para dokter".
    pub(crate) fn one_person(&self, tokens: &Range<usize>) -> bool {
        let mut at = tokens.start;
        while let Some((n, word)) = self.lexicon.groups.longest(self.document, at) {
            let one = matches!(self.document.lower(at), "seorang" | "salah" | "sang" | "si");
            if *word == GroupWord::Noun {
                break;
            }
            if !one {
                return false;
            }
            at += n;
        }
        at < tokens.end && self.lexicon.is(self.document.lower(at), WordClass::Single)
    }

    /// The name of a person that ends a description.
    fn name_at_end(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let name = self.document.name_over(tokens.end.checked_sub(1)?)?;
        let person = name.kind == NameKind::Person
            && name.tokens.end == tokens.end
            && name.tokens.start > tokens.start
            && name.tokens.clone().all(|k| self.document.capital(k));
        let placed = self.lexicon.vocabulary.place(self.document.lower(name.tokens.start))
            || self.lexicon.country_names.longest(self.document, name.tokens.start).is_some()
            || self.lexicon.regions.longest(self.document, name.tokens.start).is_some()
            || self.lexicon.body_names.longest(self.document, name.tokens.start).is_some();
        let known = || {
            let word = self.document.lower(name.tokens.start);
            self.phrases.iter().any(|other| {
                other.kind == PhraseKind::Person
                    && other.name.len() > 1
                    && other.name.clone().any(|k| self.document.lower(k) == word)
            })
        };
        let alone = |k: usize| !self.document.capital(k) && known();
        (person && !placed && (name.tokens.len() > 1 || alone(name.tokens.start - 1))).then(|| name.tokens.clone())
    }

    /// Gives "pemerintahan X", where X is a statesman, to the country that he serves.
    pub(super) fn governments(&mut self) {
        for i in 0..self.phrases.len() {
            let phrase = self.phrases[i].clone();
            let Some(before) = phrase.tokens.start.checked_sub(1) else { continue };
            let governs = matches!(self.document.lower(before), "pemerintahan" | "pemerintah" | "rezim");
            let person = self.of_phrase[i].filter(|_| governs && phrase.tokens.start == phrase.name.start);
            let Some(country) = person.and_then(|person| self.country_of(person)) else { continue };
            let whole = self.document.phrase(&(before..phrase.tokens.end)).to_owned();
            self.entries[country.0].aliases.insert(whole);
            self.of_phrase[i] = Some(country);
        }
    }

    /// Whether "pemerintah" stands at token `i` without a name and without a level ("pemerintah daerah").
    pub(crate) fn is_bare_government(&self, i: usize) -> bool {
        let lower = |k: usize| self.document.lower(k);
        let level = self.lexicon.is(lower(i + 1), WordClass::Level);
        let at = self.phrases.partition_point(|phrase| phrase.tokens.end <= i);
        let named = self.phrases.get(at).is_some_and(|phrase| phrase.tokens.start <= i + 1);
        lower(i) == "pemerintah" && !level && !self.document.capital(i + 1) && !named
    }

    /// Finds out whose each such government is, when all countries are known that the article names.
    pub(crate) fn settle_governments(&mut self) {
        for i in 0..self.document.len() {
            if self.is_bare_government(i)
                && let Some(actor) = self.government_at(i)
            {
                self.governments.insert(i, actor);
            }
        }
    }

    /// Whose the government at token `i` is that stands without a name.
    pub(crate) fn bare_government(&self, i: usize) -> Option<ActorId> {
        self.governments.get(&i).copied()
    }

    /// Whose such a government at token `i` is: the state's whose government was named last, else Indonesia's where the
    /// article names no other state.
    fn government_at(&mut self, i: usize) -> Option<ActorId> {
        let before = self.phrases.partition_point(|phrase| phrase.tokens.end <= i);
        let named = (0..before).rev().find(|p| self.document.lower(self.phrases[*p].tokens.start) == "pemerintah");
        named.and_then(|p| self.of_phrase[p]).or_else(|| self.home())
    }

    /// Indonesia, where the article names it or no other country: its own "pemerintah" needs no name.
    fn home(&mut self) -> Option<ActorId> {
        let country = self.lexicon.countries.iter().find(|country| country.iso == HOME)?;
        let abroad = self.entries.iter().any(|entry| entry.kind == ActorKind::Country && entry.iso.is_some());
        if abroad && self.named_home().is_none() {
            return None;
        }
        let actor = self.keyed(&format!("country {HOME}"), ActorKind::Country, &country.name);
        self.entries[actor.0].iso = Some(HOME.to_owned());
        Some(actor)
    }

    /// Indonesia, where the article names it.
    pub(crate) fn named_home(&self) -> Option<ActorId> {
        self.keys.get(&format!("country {HOME}")).copied()
    }

    /// The longer-named body of which the article names the first words alone: "Kementerian Kesehatan" behind "Kementerian
    /// Kesehatan Gaza"; with "itu" other words may be left out, but not the first ("Kementerian Gaza itu").
    pub(super) fn longer_named(&self, name: &Range<usize>) -> Option<ActorId> {
        let words = self.key_words(name);
        let pointed = self.points(name.end);
        let key = format!("body {words}");
        if self.keys.contains_key(&key) {
            return None;
        }
        let opens = |full: &str| full.strip_prefix(&words).is_some_and(|rest| rest.starts_with(' '));
        let left_out = |full: &str| {
            let all: Vec<&str> = full.split(' ').collect();
            pointed
                && all.first() == words.split(' ').next().as_ref()
                && words.split(' ').all(|word| all.contains(&word))
        };
        let fits = self.keys.iter().filter_map(|(key, actor)| {
            let full = key.strip_prefix("body ")?;
            let long = words.contains(' ') && (opens(full) || left_out(full));
            let first = self.entries[actor.0].phrases.last().copied();
            long.then_some((first, *actor))
        });
        fits.max().map(|(_, actor)| actor)
    }

    /// Whether somebody whom the lexicon knows is called so: "Prabowo" is no slip for "Pranowo".
    fn statesman_called(&self, word: &str) -> bool {
        self.lexicon.persons.iter().any(|person| person.name.split(' ').any(|own| own.to_lowercase() == word))
    }

    /// The one person whose name `word` abbreviates ("Robin" for "Robinhot") or misspells by a letter.
    pub(super) fn like_named(&self, word: &str) -> Option<ActorId> {
        let long = word.chars().count();
        let opens = |full: &str| long >= SHORT_FORM && full.starts_with(word) && !full.ends_with("nya");
        let fits = |entry: &Entry| {
            entry.kind == ActorKind::Person
                && entry.words.len() > 1
                && (entry.words.first().is_some_and(|first| opens(first))
                    || long >= JOINED && letters(&entry.words).contains(word)
                    || entry.words.iter().any(|other| sounds_like(word, other))
                    || entry.words.iter().any(|other| one_letter_off(word, other)) && !self.statesman_called(word))
        };
        let mut fitting = self.entries.iter().enumerate().filter(|(_, entry)| fits(entry));
        let (at, _) = fitting.next()?;
        fitting.next().is_none().then_some(ActorId(at))
    }
}

/// Whether all words of two names of the same length agree, some up to a letter.
pub(super) fn spelled_alike(one: &[String], other: &[String]) -> bool {
    one.len() == other.len()
        && one.len() > 1
        && one.iter().any(|word| other.contains(word))
        && one.iter().zip(other).all(|(a, b)| a == b || one_letter_off(a, b))
}

/// Whether only the spelling of one sound sets two words apart: "Hery" and "Heri".
fn sounds_like(one: &str, other: &str) -> bool {
    one.chars().map(sound).eq(other.chars().map(sound))
}

fn sound(letter: char) -> char {
    if letter == 'y' { 'i' } else { letter }
}

/// Whether one letter more, less or other sets apart two long words with the same first letter.
fn one_letter_off(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len().min(b.len()) < SPELLED || a.len().abs_diff(b.len()) > 1 || a.first() != b.first() {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - same;
    let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - same - tail == 1
}
