//! Nicknames: "Bambang Hadiwinoto, yang akrab disapa Danu", "Danu, sapaan akrab Bambang Hadiwinoto", "pria yang akrab
//! disapa Danu itu"; and persons told of by their initials ("BH").

use super::named::SHORT_FORM;
use super::{ActorBook, Entry};
use crate::extract::lexicon::WordClass;
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::Shape;
use std::ops::Range;

/// The most words of a nickname.
const WORDS: usize = 4;
/// How many words before "disapa" may tell that the nickname stands before them: "Danu, begitu wali kota ini disapa".
const BEFORE: usize = 6;
/// The most letters of initials.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=4;

/// A nickname, the phrase that names its bearer in full, and the one beside it that names or describes him.
struct Nickname {
    tokens: Range<usize>,
    bearer: usize,
    beside: Option<usize>,
}

impl ActorBook<'_, '_> {
    /// Ties the nicknames that the article tells to those who bear them.
    pub(super) fn nicknames(&mut self) {
        for at in 0..self.document.len() {
            if !self.lexicon.is(self.document.lower(at), WordClass::Calls) {
                continue;
            }
            let Some(nickname) = self.nickname_behind(at).or_else(|| self.nickname_before(at)) else { continue };
            let known = self.document.phrase(&nickname.tokens).to_lowercase();
            if self.lexicon.person_names.contains_key(&known) {
                continue;
            }
            let bearer = self.phrases[nickname.bearer].clone();
            let Some(actor) = self.person(&bearer) else { continue };
            // "Bang Danu" is "Danu" as well.
            for start in [nickname.tokens.start, nickname.tokens.end - 1] {
                let words = self.key_words(&(start..nickname.tokens.end));
                self.keys.entry(format!("short {words}")).or_insert(actor);
            }
            let called = |phrase: &Phrase| {
                let within = nickname.tokens.start <= phrase.name.start && phrase.name.end <= nickname.tokens.end;
                within || phrase.tokens.contains(&at) && phrase.tokens.contains(&nickname.tokens.start)
            };
            for i in 0..self.phrases.len() {
                let meant = nickname.beside == Some(i) || called(&self.phrases[i]);
                if i != nickname.bearer && self.of_phrase[i].is_none() && meant {
                    self.assign(i, actor);
                }
            }
        }
    }

    /// The nickname behind token `at`: "X yang akrab disapa [Danu]", "pria yang akrab disapa [Danu] itu".
    fn nickname_behind(&self, at: usize) -> Option<Nickname> {
        let end = self.document.sentence_tokens(at).end;
        let from = (at + 1..end).find(|&k| !self.calling(k))?;
        let run = (from..end.min(from + WORDS)).take_while(|&k| self.document.word(k) && self.document.capital(k));
        let tokens = from..from + run.count();
        let named = self.phrases.iter().find(|phrase| phrase.name.start == from);
        let sort = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Country { .. } | PhraseKind::OfficeHolder);
        if tokens.is_empty() || named.is_some_and(sort) || matches!(self.document.lower(at), "sapaan" | "panggilan") {
            return None;
        }
        let start = self.document.sentence_tokens(at).start;
        let behind = (start..at).rev().find(|&k| !self.calling(k))? + 1;
        let beside = self.phrases.iter().position(|phrase| phrase.tokens.end == behind);
        let bearer = match beside.filter(|&p| matches!(self.phrases[p].kind, PhraseKind::Person | PhraseKind::Name)) {
            Some(p) => self.in_full(p)?,
            // Whoever "dikenal sebagai X" need not have been told of before.
            None if self.describes_one(behind) && matches!(self.document.lower(at), "disapa" | "dipanggil") => {
                self.sharing_name(&tokens).or_else(|| self.named_last(behind))?
            }
            None => return None,
        };
        Some(Nickname { tokens, bearer, beside })
    }

    /// Whether the words that end before `end` and "yang" describe one person: "pria", "politikus senior".
    fn describes_one(&self, end: usize) -> bool {
        let noun = |k: usize| {
            let class = |class| self.lexicon.is(self.document.lower(k), class);
            class(WordClass::Single)
                || class(WordClass::Human)
                || self.lexicon.titles.longest(self.document, k).is_some()
        };
        self.document.lower(end) == "yang" && (end.saturating_sub(WORDS)..end).any(noun)
    }

    /// The phrase of whoever has a word of `nickname` in the full name ("Eyang Habibie"), or one that it abbreviates.
    fn sharing_name(&self, nickname: &Range<usize>) -> Option<usize> {
        let words = self.name_words(nickname);
        let shortens = |word: &str| words.len() == 1 && words[0].len() >= SHORT_FORM && word.starts_with(&words[0]);
        let shared = |word: &String| words.contains(word) || shortens(word);
        self.phrases.iter().position(|phrase| {
            let own = || self.name_words(&phrase.name);
            phrase.kind == PhraseKind::Person && phrase.name.len() > 1 && own() != words && own().iter().any(shared)
        })
    }

    /// The nickname before token `at`: "[Danu], sapaan akrab X", "[Danu], sapaan akrabnya", "[Danu], begitu ia disapa".
    fn nickname_before(&self, at: usize) -> Option<Nickname> {
        let sentence = self.document.sentence_tokens(at);
        let noun = matches!(self.document.lower(at), "sapaan" | "panggilan");
        let opens = |k: &usize| matches!(self.document.lower(*k), "begitu" | "demikian");
        let first = (sentence.start.max(at.saturating_sub(BEFORE))..at).rev().find(opens);
        let from = if noun { first.unwrap_or(at) } else { first? };
        let end = (sentence.start..from).rev().find(|&k| !self.calling(k))? + 1;
        let run = (sentence.start..end).rev().take(WORDS);
        let words = run.take_while(|&k| self.document.word(k) && self.document.capital(k)).count();
        let named = self.phrases.iter().find(|phrase| phrase.name.end == end).map(|phrase| phrase.name.clone());
        let tokens = named.filter(|name| name.len() <= words).unwrap_or(end - words..end);
        if tokens.is_empty() {
            return None;
        }
        let behind = (at + 1..sentence.end).find(|&k| !self.calling(k)).filter(|_| noun);
        let beside = behind.and_then(|k| self.phrases.iter().position(|phrase| phrase.tokens.start == k));
        let own = !noun || behind.is_some_and(|k| self.document.lower(k) == "nya");
        let bearer = match beside.filter(|&p| self.phrases[p].kind == PhraseKind::Person) {
            Some(p) => self.in_full(p)?,
            None if own => self.named_last(tokens.start)?,
            None => return None,
        };
        Some(Nickname { tokens, bearer, beside })
    }

    /// Whether the token at `k` may stand between a name and its nickname.
    fn calling(&self, k: usize) -> bool {
        let lower = self.document.lower(k);
        !self.document.word(k) && lower != "nya" || self.lexicon.is(lower, WordClass::Calling)
    }

    /// The phrase that names in full whom phrase `p` names.
    fn in_full(&self, p: usize) -> Option<usize> {
        let phrase = &self.phrases[p];
        if phrase.name.len() > 1 {
            return Some(p);
        }
        let word = self.document.lower(phrase.name.start);
        let full = |q: &usize| {
            let other = &self.phrases[*q];
            other.kind == PhraseKind::Person
                && other.name.len() > 1
                && other.name.clone().any(|k| self.document.lower(k) == word)
        };
        (0..p).rev().find(full).or_else(|| (p + 1..self.phrases.len()).find(full))
    }

    /// The phrase that names in full the person named last before token `at`.
    fn named_last(&self, at: usize) -> Option<usize> {
        let before = self.phrases.partition_point(|phrase| phrase.tokens.end <= at);
        let person = |p: &usize| matches!(self.phrases[*p].kind, PhraseKind::Person | PhraseKind::Name);
        (0..before).rev().filter(person).find_map(|p| self.in_full(p))
    }

    /// The one person whose initials the only word of `phrase` is: "ET" for Erick Thohir.
    pub(super) fn by_initials(&self, phrase: &Phrase) -> Option<ActorId> {
        let at = phrase.name.start;
        let written = self.document.written(at);
        if phrase.name.len() != 1
            || self.document.shape(at) != Shape::Upper
            || !INITIALS.contains(&written.len())
            || self.lexicon.body_names.longest(self.document, at).is_some()
        {
            return None;
        }
        let word = self.document.lower(at);
        let initials = |entry: &Entry| {
            let parts = entry.words.iter().flat_map(|word| word.split('-'));
            parts.filter_map(|part| part.chars().next()).eq(word.chars())
        };
        let mut fitting = self.entries.iter().enumerate();
        let mut fitting = fitting.by_ref().filter(|(_, entry)| entry.kind == ActorKind::Person && initials(entry));
        let (actor, _) = fitting.next()?;
        fitting.next().is_none().then_some(ActorId(actor))
    }
}
