//! Unnamed parties told of again in other words: fewer of them, or a name.

use super::ActorBook;
use crate::extract::lexicon::GroupWord;
use crate::extract::phrases::{Office, Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};

/// How many phrases back or on somebody may be told of in other words.
const NEAR: usize = 30;

impl ActorBook<'_, '_> {
    /// "para pejabat" behind "para pejabat Peru": the same ones, told of in fewer words.
    pub(super) fn shortened_group(&self, phrase: &Phrase, words: &str, i: usize) -> Option<ActorId> {
        let counted = self.lexicon.groups.longest(self.document, phrase.tokens.start);
        let several = counted.is_some_and(|(_, word)| *word != GroupWord::Noun) && !self.one(phrase);
        if !several {
            return None;
        }
        let same = |p: usize| {
            let other = &self.phrases[p];
            let longer = self.key_words(&other.name);
            let rest = longer.strip_prefix(words).filter(|rest| rest.starts_with(' '));
            let named = other.name.clone().any(|k| self.document.capital(k) && k > other.name.start);
            rest.is_some()
                && named
                && !self.one(other)
                && matches!(other.kind, PhraseKind::Group | PhraseKind::OfficeHolder)
        };
        let before = (0..i).rev().take(NEAR).find(|&p| same(p))?;
        self.of_phrase[before].filter(|actor| self.kind(*actor) == ActorKind::Group)
    }

    /// Whether a phrase tells of one of several: "seorang pejabat".
    fn one(&self, phrase: &Phrase) -> bool {
        matches!(self.document.lower(phrase.tokens.start), "seorang" | "salah")
    }

    /// "[Seorang hakim Peru] menolak ... [Hakim Rudi Hartono] mengatakan": the person whose office an article opens with.
    pub(super) fn named_later(
        &self,
        office: &Office,
        of: Option<ActorId>,
        phrase: &Phrase,
        i: usize,
    ) -> Option<ActorId> {
        let of = of.filter(|_| self.one(phrase))?;
        let head = self.document.lower(office.title.start);
        let mut found = None;
        for p in i + 1..self.phrases.len().min(i + NEAR) {
            let Some(person) = self.of_phrase[p].filter(|actor| self.kind(*actor) == ActorKind::Person) else {
                continue;
            };
            let fits = |other: &Office| self.document.lower(other.title.start) == head && self.serves(other, of);
            let new = self.entries[person.0].phrases.first() == Some(&p);
            if new && self.phrases[p].offices.iter().any(fits) {
                if found.is_some_and(|other| other != person) {
                    return None;
                }
                found = Some(person);
            }
        }
        found
    }

    /// Whether `office` is one of `body`, of part of it, or of what the text does not say.
    fn serves(&self, office: &Office, body: ActorId) -> bool {
        let mut at = office.of.as_deref();
        if at.is_none() {
            return true;
        }
        while let Some(part) = at {
            if self.known(part) == Some(body) {
                return true;
            }
            at = part.parent.as_deref();
        }
        false
    }
}
