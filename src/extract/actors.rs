//! Who is meant: the noun phrases of an article gathered into actors.
//!
//! Full names come first, wherever they stand; then, in the order of the text, short names, offices and descriptions
//! are given to whom they fit. What fits nobody becomes an actor of its own, and is dropped at the end if it takes no part.

mod again;
mod beside;
mod bodies;
mod described;
mod named;
mod nicknames;
#[cfg(test)]
mod tests;

pub(crate) use bodies::reports;

use super::lexicon::{Lexicon, WordClass};
use super::phrases::{Phrase, PhraseKind};
use super::reading::{Actor, ActorId, ActorKind};
use crate::language::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The phrases of an article and the actors that they name.
#[derive(Clone, Debug)]
pub(crate) struct ActorBook<'d, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
    phrases: Vec<Phrase>,
    of_phrase: Vec<Option<ActorId>>,
    entries: Vec<Entry>,
    keys: BTreeMap<String, ActorId>,
    /// Whose each "pemerintah" without a name is, by its token.
    governments: BTreeMap<usize, ActorId>,
}

#[derive(Clone, Debug)]
struct Entry {
    kind: ActorKind,
    name: String,
    iso: Option<String>,
    aliases: BTreeSet<String>,
    /// Lower-case words of a person's fullest name.
    words: Vec<String>,
    phrases: Vec<usize>,
}

impl<'d, 't> ActorBook<'d, 't> {
    /// Gathers `phrases`, which stand in the order of the text.
    pub(crate) fn gather(document: &'d Document<'t>, lexicon: &'d Lexicon, phrases: Vec<Phrase>) -> Self {
        let of_phrase = vec![None; phrases.len()];
        let (keys, governments) = (BTreeMap::new(), BTreeMap::new());
        let mut book = Self { document, lexicon, phrases, of_phrase, entries: Vec::new(), keys, governments };
        book.name_described();
        book.nicknames();
        for pass in [Self::full_name, Self::later_name] {
            for i in 0..book.phrases.len() {
                if book.of_phrase[i].is_none()
                    && let Some(actor) = pass(&mut book, i)
                {
                    book.assign(i, actor);
                }
            }
        }
        book.governments();
        book
    }

    /// All phrases, in the order of the text.
    pub(crate) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The index of the phrase that covers each token.
    pub(crate) fn phrase_of_tokens(&self) -> Vec<Option<usize>> {
        let mut phrase_of = vec![None; self.document.len()];
        for (i, phrase) in self.phrases.iter().enumerate() {
            phrase_of[phrase.tokens.clone()].fill(Some(i));
        }
        phrase_of
    }

    /// The actor that phrase `i` names.
    pub(crate) fn of_phrase(&self, i: usize) -> Option<ActorId> {
        self.of_phrase.get(i).copied().flatten()
    }

    /// What sort of party an actor is.
    pub(crate) fn kind(&self, actor: ActorId) -> ActorKind {
        self.entries[actor.0].kind
    }

    /// The actor for the words `tokens`, which no phrase covers: found by the same words, else made.
    pub(crate) fn described(&mut self, tokens: Range<usize>, kind: ActorKind) -> ActorId {
        let words = self.key_words(&tokens);
        let name = self.document.phrase(&tokens).to_owned();
        self.keyed(&format!("group {words}"), kind, &name)
    }

    /// The actor for what an office is an office of, or a name's parent; made where it is new.
    pub(crate) fn of_part(&mut self, phrase: &Phrase) -> ActorId {
        let actor = self.named(phrase).or_else(|| self.bare_part(phrase));
        let actor = actor.unwrap_or_else(|| self.body_like(phrase));
        self.add_names(phrase, actor);
        actor
    }

    /// The country that the lexicon knows `person` to serve, where the article names it.
    pub(crate) fn country_of(&self, person: ActorId) -> Option<ActorId> {
        let statesman = self.lexicon.person_names.get(&self.entries[person.0].words.join(" "))?;
        self.keys.get(&format!("country {}", self.lexicon.persons[*statesman].country)).copied()
    }

    /// The body called `name` in the lexicon, where the article names it.
    pub(crate) fn body_called(&self, name: &str) -> Option<ActorId> {
        self.keys.get(&format!("body {}", name.to_lowercase())).copied()
    }

    /// The actor of a country or body that the article names.
    pub(crate) fn known(&self, phrase: &Phrase) -> Option<ActorId> {
        let key = match phrase.kind {
            PhraseKind::Country { country, .. } => format!("country {}", self.lexicon.countries[country].iso),
            PhraseKind::KnownBody(body) => format!("body {}", self.lexicon.bodies[body].name.to_lowercase()),
            _ => format!("body {}", self.body_words(&phrase.name)),
        };
        let short = || self.keys.get(&format!("short {}", self.key_words(&phrase.name)));
        self.keys.get(&key).or_else(short).copied()
    }

    /// Whether the lexicon knows which country `person` serves.
    pub(crate) fn statesman(&self, person: ActorId) -> bool {
        self.lexicon.person_names.contains_key(&self.entries[person.0].words.join(" "))
    }

    /// The actors in their final form: those of `used`, in the order of their ids, and their new ids.
    pub(crate) fn finish(self, used: &BTreeSet<ActorId>) -> (Vec<Actor>, BTreeMap<ActorId, ActorId>) {
        let mut actors = Vec::new();
        let mut ids = BTreeMap::new();
        for (i, entry) in self.entries.iter().enumerate().filter(|(i, _)| used.contains(&ActorId(*i))) {
            ids.insert(ActorId(i), ActorId(actors.len()));
            let aliases = entry.aliases.iter().filter(|alias| **alias != entry.name).cloned().collect();
            let mentions = entry.phrases.iter().map(|&p| self.document.span_of(&self.phrases[p].tokens)).collect();
            let name = entry.name.clone();
            actors.push(Actor { name, kind: entry.kind, aliases, iso: entry.iso.clone(), mentions });
        }
        (actors, ids)
    }

    fn assign(&mut self, i: usize, actor: ActorId) {
        self.entries[actor.0].phrases.push(i);
        self.of_phrase[i] = Some(actor);
        let phrase = self.phrases[i].clone();
        self.add_names(&phrase, actor);
    }

    fn add_names(&mut self, phrase: &Phrase, actor: ActorId) {
        let aliases = &mut self.entries[actor.0].aliases;
        let whole = self.document.phrase(&phrase.tokens).trim_end_matches(',');
        aliases.extend([self.document.phrase(&phrase.name), whole].map(str::to_owned));
        if let Some(short) = &phrase.short {
            aliases.insert(self.document.phrase(short).to_owned());
        }
    }

    fn full_name(&mut self, i: usize) -> Option<ActorId> {
        let phrase = self.phrases[i].clone();
        match phrase.kind {
            PhraseKind::Country { .. } | PhraseKind::KnownBody(_) | PhraseKind::Body => self.named(&phrase),
            PhraseKind::Person => self.by_short_form(&phrase).or_else(|| self.person(&phrase)),
            _ => None,
        }
    }

    fn later_name(&mut self, i: usize) -> Option<ActorId> {
        let phrase = self.phrases[i].clone();
        match phrase.kind {
            PhraseKind::Person | PhraseKind::Name => self
                .short_person(&phrase, i)
                .or_else(|| self.by_short_form(&phrase))
                .or_else(|| self.by_initials(&phrase))
                .or_else(|| self.like_named(self.document.lower(phrase.name.start)).filter(|_| phrase.name.len() == 1))
                .or_else(|| Some(self.new_person(&phrase))),
            PhraseKind::OfficeHolder => self.office_holder(&phrase, i),
            PhraseKind::Group => Some(self.group(&phrase, i)),
            PhraseKind::Body if self.body_of_land(&phrase, i).is_some() => self.body_of_land(&phrase, i),
            // "Kementerian menambahkan": the one told of before.
            PhraseKind::Body if self.bare_head(&phrase) && self.body_noun(&phrase, i).is_some() => {
                self.body_noun(&phrase, i)
            }
            PhraseKind::Body | PhraseKind::KnownBody(_) => {
                let person = (phrase.name.len() == 1).then(|| self.short_person(&phrase, i)).flatten();
                let person = person.or_else(|| self.by_short_form(&phrase)).or_else(|| self.by_initials(&phrase));
                Some(person.unwrap_or_else(|| self.body_like(&phrase)))
            }
            PhraseKind::BodyNoun => Some(self.body_noun(&phrase, i).unwrap_or_else(|| self.body_like(&phrase))),
            PhraseKind::Place if phrase.name.len() == 1 && self.short_person(&phrase, i).is_some() => {
                self.short_person(&phrase, i)
            }
            PhraseKind::Place => {
                let words = self.key_words(&phrase.name);
                let land = |first: &str| self.lexicon.is(first, WordClass::Land);
                let words = words.split_once(' ').filter(|(first, _)| land(first)).map_or(&*words, |(_, name)| name);
                Some(self.keyed(&format!("place {words}"), ActorKind::Place, self.document.phrase(&phrase.name)))
            }
            PhraseKind::Country { .. } => None,
        }
    }

    /// A country or body by a name that stands for itself.
    fn named(&mut self, phrase: &Phrase) -> Option<ActorId> {
        match phrase.kind {
            PhraseKind::Country { country, .. } => {
                let country = &self.lexicon.countries[country];
                let actor = self.keyed(&format!("country {}", country.iso), ActorKind::Country, &country.name);
                self.entries[actor.0].iso = Some(country.iso.clone());
                Some(actor)
            }
            PhraseKind::KnownBody(body) => {
                let name = self.lexicon.bodies[body].name.clone();
                let longer =
                    self.longer_named(&phrase.name).filter(|_| phrase.short.is_none() && phrase.name.len() > 1);
                let actor = longer.unwrap_or_else(|| {
                    self.keyed(&format!("body {}", name.to_lowercase()), ActorKind::Organisation, &name)
                });
                if let Some(short) = &phrase.short {
                    self.keys.entry(format!("short {}", self.key_words(short))).or_insert(actor);
                }
                Some(actor)
            }
            PhraseKind::Body => {
                let words = self.body_words(&phrase.name);
                let name = self.outside_brackets(&phrase.name);
                if phrase.short.is_none() && phrase.name.len() == 1 {
                    return None;
                }
                let introduced = self.keys.get(&format!("short {}", self.key_words(&phrase.name))).copied();
                let longer = introduced.or_else(|| self.longer_named(&phrase.name).filter(|_| phrase.short.is_none()));
                let actor =
                    longer.unwrap_or_else(|| self.keyed(&format!("body {words}"), ActorKind::Organisation, &name));
                if let Some(short) = &phrase.short {
                    // "Pengadilan Tata Usaha Negara (PTUN) Medan" is "PTUN Medan" as well.
                    let branch = short.end + 1..phrase.name.end.max(short.end + 1);
                    let key = format!("short {} {}", self.key_words(short), self.key_words(&branch));
                    self.keys.entry(key.trim_end().to_owned()).or_insert(actor);
                    self.keys.entry(format!("short {}", self.key_words(short))).or_insert(actor);
                }
                // "militer Israel" before "militer Zionis", which means the same.
                let known = &self.entries[actor.0].name;
                let plain = name.to_lowercase() == words && name.len() == known.len();
                if plain || name.len() > known.len() {
                    self.entries[actor.0].name = name;
                }
                Some(actor)
            }
            _ => None,
        }
    }

    /// A body by one word or an abbreviation: that which the article introduced with it, else a body of that name.
    fn body_like(&mut self, phrase: &Phrase) -> ActorId {
        let words = self.key_words(&phrase.name);
        if let Some(actor) = self.keys.get(&format!("short {words}")) {
            return *actor;
        }
        let name = self.document.phrase(&phrase.name).to_owned();
        self.keyed(&format!("body {}", self.body_words(&phrase.name)), ActorKind::Organisation, &name)
    }

    fn person(&mut self, phrase: &Phrase) -> Option<ActorId> {
        let words = self.name_words(&phrase.name);
        if words.len() < 2 {
            return None;
        }
        let same = self.entries.iter().position(|entry| {
            entry.kind == ActorKind::Person
                && (within(&words, &entry.words)
                    || within(&entry.words, &words)
                    || letters(&words) == letters(&entry.words)
                    || named::spelled_alike(&words, &entry.words))
        });
        match same {
            Some(at) => {
                if words.len() > self.entries[at].words.len() {
                    let entry = &mut self.entries[at];
                    self.document.phrase(&phrase.name).clone_into(&mut entry.name);
                    entry.words = words;
                }
                Some(ActorId(at))
            }
            None => Some(self.new_person(phrase)),
        }
    }

    fn new_person(&mut self, phrase: &Phrase) -> ActorId {
        let words = self.name_words(&phrase.name);
        let statesman = self.lexicon.person_names.get(&words.join(" "));
        let known = statesman.map(|&person| self.lexicon.persons[person].name.clone());
        let name = known.unwrap_or_else(|| self.document.phrase(&phrase.name).to_owned());
        let actor = self.keyed(&format!("person {}", name.to_lowercase()), ActorKind::Person, &name);
        let fuller = words.len() > self.entries[actor.0].words.len();
        if fuller {
            self.entries[actor.0].words = words;
        }
        if let Some(short) = &phrase.short {
            self.keys.entry(format!("short {}", self.key_words(short))).or_insert(actor);
        }
        actor
    }

    /// The person of whom `phrase` gives part of the name: the one last named before it, else the first after it.
    fn short_person(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let words = self.name_words(&phrase.name);
        let fits = |entry: &&Entry| {
            entry.kind == ActorKind::Person
                && entry.words.len() > words.len()
                && words.iter().all(|w| entry.words.contains(w))
        };
        // Of two with the same surname the one in the foreground is meant: he who was named more often so far.
        let prominence = |entry: &Entry| {
            let before = entry.phrases.iter().filter(|&&p| p < i).count();
            (std::cmp::Reverse(before), entry.phrases.first().copied())
        };
        let candidates = self.entries.iter().enumerate().filter(|(_, entry)| fits(entry));
        candidates.min_by_key(|(_, entry)| prominence(entry)).map(|(at, _)| ActorId(at))
    }

    fn by_short_form(&self, phrase: &Phrase) -> Option<ActorId> {
        self.keys.get(&format!("short {}", self.key_words(&phrase.name))).copied()
    }

    fn keyed(&mut self, key: &str, kind: ActorKind, name: &str) -> ActorId {
        if let Some(actor) = self.keys.get(key) {
            return *actor;
        }
        let actor = ActorId(self.entries.len());
        let aliases = BTreeSet::new();
        let (name, words, phrases) = (name.to_owned(), Vec::new(), Vec::new());
        self.entries.push(Entry { kind, name, iso: None, aliases, words, phrases });
        self.keys.insert(key.to_owned(), actor);
        actor
    }

    /// A name as written, without an abbreviation in brackets inside it.
    fn outside_brackets(&self, tokens: &Range<usize>) -> String {
        let open = tokens.clone().find(|&i| self.document.written(i) == "(");
        let close = open.and_then(|open| (open..tokens.end).find(|&i| self.document.written(i) == ")"));
        match (open, close) {
            (Some(open), Some(close)) if close + 1 < tokens.end => {
                let (before, behind) = (tokens.start..open, close + 1..tokens.end);
                format!("{} {}", self.document.phrase(&before), self.document.phrase(&behind))
            }
            _ => self.document.phrase(tokens).to_owned(),
        }
    }

    fn name_words(&self, tokens: &Range<usize>) -> Vec<String> {
        let words = tokens.clone().filter(|&i| self.document.word(i));
        words.map(|i| self.document.lower(i).to_owned()).collect()
    }

    fn key_words(&self, tokens: &Range<usize>) -> String {
        const FILLERS: [&str; 10] =
            ["para", "seorang", "sejumlah", "beberapa", "itu", "tersebut", "ini", "sang", "si", "salah"];
        let mut words = Vec::new();
        let mut brackets = 0_usize;
        for i in tokens.clone() {
            match self.document.lower(i) {
                "(" => brackets += 1,
                ")" => brackets = brackets.saturating_sub(1),
                word if brackets == 0 && !FILLERS.contains(&word) => words.push(word),
                _ => {}
            }
        }
        words.join(" ")
    }
}

/// The letters of a name, so that "Jong-un" is "Jong Un".
fn letters(words: &[String]) -> String {
    words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// Whether all words of a name are among those of a longer one, and not those of his father there ("X bin Y").
fn within(short: &[String], long: &[String]) -> bool {
    let father = long.iter().position(|word| matches!(word.as_str(), "bin" | "bint" | "binti" | "ibn"));
    let own = &long[..father.filter(|&at| at > 0).unwrap_or(long.len())];
    let opens = |word: &String| own.contains(word);
    short.first().is_some_and(opens) && short.iter().all(|word| long.contains(word))
}
