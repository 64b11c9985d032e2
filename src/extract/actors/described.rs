//! Whom a description means: an office without a name, "politikus itu", "negaranya", a body by a common noun.

use super::ActorBook;
use crate::extract::lexicon::{GroupWord, Title, WordClass};
use crate::extract::phrases::{Office, Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::models::Upos;

impl ActorBook<'_, '_> {
    /// "presiden Turki", "wakil direktur itu": the last one before who holds that office, else somebody new.
    pub(super) fn office_holder(&mut self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let office = phrase.offices.first()?.clone();
        if let Some(person) = self.beside(phrase, i).or_else(|| self.head_of_state(phrase, i)) {
            return Some(person);
        }
        // "pembalap asal Peru itu" has been named, whoever else races.
        let native = phrase.name.clone().any(|k| self.document.lower(k) == "asal");
        if let Some(person) = self.last_person(i).filter(|_| native && self.definite(phrase)) {
            return Some(person);
        }
        let title = self.full_title(&office);
        let of = office.of.as_deref().map(|of| self.of_part(of));
        // He is named before, or, where a newspaper opens with the office, further on.
        let later = (i + 1..self.phrases.len()).filter(|_| of.is_some());
        // "pejabat setempat" are those of a place, not the ones told of before.
        let local = self.document.lower(phrase.name.end - 1) == "setempat";
        let holder = (0..i).rev().chain(later).find(|&p| {
            let holds = || self.phrases[p].offices.iter().any(|other| self.same_office(other, &title, of, phrase));
            self.of_phrase[p].is_some() && !local && (holds() || of.is_none() && self.abbreviated(p, &office))
        });
        if let Some(holder) = holder {
            return self.of_phrase[holder];
        }
        let human = self.lexicon.is(self.document.lower(phrase.tokens.start), WordClass::Human);
        let last = if human { self.last_one(i) } else { self.last_person(i) };
        let apart = self.object_beside(phrase, last);
        if self.definite(phrase)
            && let Some(person) = last.filter(|_| !apart)
            && !self.serves_another(person, of)
            && (human || of.is_some() || office.class != Title::Office || !self.in_office(person))
        {
            return Some(person);
        }
        let words = self.key_words(&phrase.name);
        let told = self.named_later(&office, of, phrase, i).or_else(|| self.shortened_group(phrase, &words, i));
        Some(told.unwrap_or_else(|| {
            self.keyed(&format!("group {words}"), ActorKind::Group, self.document.phrase(&phrase.name))
        }))
    }

    /// Whether `person` holds office in another country than `of`: "presiden AS itu" is not Putin.
    fn serves_another(&self, person: ActorId, of: Option<ActorId>) -> bool {
        let Some(of) = of.filter(|of| self.kind(*of) == ActorKind::Country) else { return false };
        let offices = self.entries[person.0].phrases.iter().flat_map(|&p| &self.phrases[p].offices);
        let served = offices.filter_map(|office| self.known(office.of.as_deref()?)).chain(self.country_of(person));
        served.into_iter().any(|other| other != of && self.kind(other) == ActorKind::Country)
    }

    /// Whether `phrase` is what the verb before it is done to, and `person` is named in the same sentence: "Siti menuduh
    /// [sopir itu]".
    fn object_beside(&self, phrase: &Phrase, person: Option<ActorId>) -> bool {
        let sentence = self.document.sentence_tokens(phrase.tokens.start);
        let before = phrase.tokens.start.checked_sub(1).filter(|k| sentence.contains(k));
        let verb = |lower: &str| lower.starts_with("me") || lower.starts_with("di");
        let object = before.is_some_and(|k| self.document.tag(k) == Upos::Verb && verb(self.document.lower(k)));
        let mut near = self.phrases.iter().zip(&self.of_phrase);
        object
            && near.any(|(other, actor)| {
                sentence.contains(&other.tokens.start)
                    && other.tokens.end < phrase.tokens.start
                    && actor.is_some()
                    && *actor == person
            })
    }

    /// Whether `person` holds an office of a state, a region or a body, so that "sopir itu" is somebody else.
    fn in_office(&self, person: ActorId) -> bool {
        let mut offices = self.entries[person.0].phrases.iter().flat_map(|&p| &self.phrases[p].offices);
        offices.any(|office| matches!(office.class, Title::State | Title::Regional | Title::Body))
    }

    /// Whom a description such as "politikus itu" means when nobody holds the office that it names.
    pub(crate) fn last_person(&self, i: usize) -> Option<ActorId> {
        (0..i).rev().take(12).find_map(|p| self.of_phrase[p].filter(|actor| self.kind(*actor) == ActorKind::Person))
    }

    /// The words of an office, short ones written out ("menlu").
    fn full_title(&self, office: &Office) -> String {
        let title = self.key_words(&office.title);
        self.lexicon.full_titles.get(&title).cloned().unwrap_or(title)
    }

    fn same_office(&self, other: &Office, title: &str, of: Option<ActorId>, phrase: &Phrase) -> bool {
        let theirs = self.full_title(other);
        let alike = theirs == title || theirs.starts_with(title) || theirs.ends_with(title);
        let other_of = other.of.as_deref().and_then(|of| self.known(of));
        let first = self.lexicon.groups.longest(self.document, phrase.tokens.start);
        let indefinite = matches!(first, Some((_, GroupWord::Determiner | GroupWord::Personal)));
        alike && !indefinite && (of.is_none() || of == other_of)
    }

    /// "Kapolres" for "Kepala Kepolisian Resor ([Kapolres]) Bantul Rudi Hartono": whether phrase `p` tells the letters of its
    /// holder's office, and `office` is written so.
    fn abbreviated(&self, p: usize, office: &Office) -> bool {
        let Phrase { tokens, name, kind: PhraseKind::Person, .. } = &self.phrases[p] else { return false };
        let letters = |k: usize| {
            self.document.written(k) == "("
                && self.document.written(k + 2) == ")"
                && self.document.lower(k + 1) == self.document.lower(office.title.start)
        };
        office.title.len() == 1 && (tokens.start..name.start).any(letters)
    }

    /// The country that "negara itu" or "negaranya" means: that of the last person with an office of one, where it is
    /// "negaranya", else the last one named that no preposition stands before.
    pub(super) fn that_country(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let own = self.document.lower(phrase.tokens.start + 1) == "nya";
        if phrase.tokens.len() != 2 || !(own || self.definite(phrase)) {
            return None;
        }
        let country = |actor: ActorId| (self.kind(actor) == ActorKind::Country).then_some(actor);
        if own && let Some(person) = self.last_person(i) {
            let offices = self.entries[person.0].phrases.iter().flat_map(|&p| &self.phrases[p].offices);
            let served = offices.filter_map(|office| self.known(office.of.as_deref()?)).find_map(country);
            return served.or_else(|| self.country_of(person));
        }
        let named = |p: &usize| self.of_phrase[*p].and_then(country).is_some();
        let near = || (0..i).rev().take(16).filter(named);
        near().find(|&p| !self.governed(p)).or_else(|| near().next()).and_then(|p| self.of_phrase[p])
    }

    /// Whether a phrase hangs on a preposition, or tells whose claim something is.
    fn governed(&self, p: usize) -> bool {
        let before = self.phrases[p].tokens.start.checked_sub(1).map_or("", |k| self.document.lower(k));
        matches!(before, "di" | "ke" | "dari" | "dengan" | "oleh" | "terhadap" | "klaim" | "tuduhan" | "kepada")
    }

    /// "tetangganya itu": the last country told of before the one whose neighbour it is, which is named last.
    fn neighbour(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let neighbour = |k: usize| self.lexicon.is(self.document.lower(k), WordClass::Neighbour);
        let own = |k: usize| neighbour(k) && self.document.lower(k + 1) == "nya";
        phrase.tokens.clone().find(|&k| own(k))?;
        let country = |p: &usize| self.of_phrase[*p].filter(|actor| self.kind(*actor) == ActorKind::Country);
        let owner = (0..i).rev().find_map(|p| country(&p))?;
        let told = (0..i).rev().filter(|p| !self.governed(*p));
        told.filter_map(|p| country(&p)).find(|country| *country != owner)
    }

    pub(super) fn group(&mut self, phrase: &Phrase, i: usize) -> ActorId {
        let words = self.key_words(&phrase.name);
        if self.document.lower(phrase.tokens.start) == "negara"
            && let Some(country) = self.that_country(phrase, i)
        {
            return country;
        }
        if let Some(president) = self.head_of_state(phrase, i) {
            return president;
        }
        if let Some(medium) = self.that_medium(phrase, i) {
            return medium;
        }
        if self.definite(phrase) {
            if let Some(country) = self.neighbour(phrase, i) {
                return country;
            }
            let head = words.split(' ').next().unwrap_or_default().to_owned();
            let earlier = (0..i).rev().find(|&p| {
                let other = &self.phrases[p];
                matches!(other.kind, PhraseKind::Group | PhraseKind::OfficeHolder)
                    && self.key_words(&other.name).split(' ').any(|word| word == head)
            });
            if let Some(actor) = earlier.and_then(|p| self.of_phrase[p]) {
                return actor;
            }
            if self.lexicon.is(self.document.lower(phrase.tokens.start), WordClass::Human)
                && let Some(actor) = self.last_one(i)
            {
                return actor;
            }
            if let Some(actor) = self.kinsman(phrase, i).or_else(|| self.that_body(phrase, i)) {
                return actor;
            }
        }
        if let Some(actor) = self.shortened_group(phrase, &words, i) {
            return actor;
        }
        let name = self.document.phrase(&phrase.name).to_owned();
        self.keyed(&format!("group {words}"), ActorKind::Group, &name)
    }

    /// "Putra bungsu Presiden Ana Paz itu": the last person told of before, but not whose son he is.
    fn kinsman(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let named = phrase.tokens.clone().skip(1).any(|k| self.document.capital(k));
        let many = matches!(self.document.lower(phrase.tokens.start), "keluarga" | "pendukung" | "rekan" | "teman");
        let kin = named && !many && self.lexicon.is(self.document.lower(phrase.tokens.start), WordClass::Kin);
        let words = self.key_words(&phrase.tokens);
        let other = |actor: &ActorId| {
            let entry = &self.entries[actor.0];
            self.kind(*actor) == ActorKind::Person
                && !words.split(' ').any(|word| entry.words.iter().any(|own| own == word))
        };
        (0..i).rev().take(12).filter(|_| kin).find_map(|p| self.of_phrase[p].filter(other))
    }

    /// Whom "Kepala Negara" means: the last president told of before, else the first one after it; first of all one whose
    /// country need not be named.
    fn head_of_state(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let one = matches!(self.document.lower(phrase.tokens.start), "kepala" | "sang");
        if !one || self.key_words(&phrase.name) != "kepala negara" {
            return None;
        }
        let presides = |p: &usize, abroad: bool| {
            let president = |office: &Office| {
                office.class == Title::State
                    && self.document.lower(office.title.start) == "presiden"
                    && (abroad || office.of.is_none())
            };
            self.phrases[*p].kind == PhraseKind::Person && self.phrases[*p].offices.iter().any(president)
        };
        let told = || (0..i).rev().chain(i + 1..self.phrases.len());
        let at = told().find(|p| presides(p, false)).or_else(|| told().find(|p| presides(p, true)))?;
        self.of_phrase[at]
    }

    /// Whom "pejabat itu" means: the last person, named or not.
    fn last_one(&self, i: usize) -> Option<ActorId> {
        let one = |p: usize, actor: ActorId| {
            self.kind(actor) == ActorKind::Person || self.document.lower(self.phrases[p].tokens.start) == "seorang"
        };
        (0..i).rev().take(12).find_map(|p| self.of_phrase[p].filter(|actor| one(p, *actor)))
    }

    pub(super) fn definite(&self, phrase: &Phrase) -> bool {
        self.points(phrase.tokens.end.saturating_sub(1))
    }

    /// "itu", "tersebut", "ini" behind a phrase.
    pub(crate) fn points(&self, i: usize) -> bool {
        self.lexicon.is(self.document.lower(i), WordClass::Pointing)
    }
}
