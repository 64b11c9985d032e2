//! Whom a description means: an office without a name, "politikus itu", "negaranya", a body by a common noun.

use super::ActorBook;
use crate::extract::lexicon::{GroupWord, WordClass};
use crate::extract::phrases::{Office, Phrase, PhraseKind};
use crate::extract::reading::{ActorId, ActorKind};

/// In the words around a medium that only tells what others do.
const REPORTING: [&str; 5] = ["lapor", "kutip", "berita", "lansir", "kabar"];

/// Whether a word tells of carrying what others say ("dilansir", "kabarnya").
pub(crate) fn reports(word: &str) -> bool {
    REPORTING.iter().any(|stem| word.contains(stem))
}

impl ActorBook<'_, '_> {
    /// "presiden Turki", "wakil direktur itu": the last one before who holds that office, else somebody new.
    pub(super) fn office_holder(&mut self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let office = phrase.offices.first()?.clone();
        if let Some(person) = self.beside(phrase, i) {
            return Some(person);
        }
        let title = self.full_title(&office);
        let of = office.of.as_deref().map(|of| self.of_part(of));
        // He is named before, or, where a newspaper opens with the office, further on.
        let later = (i + 1..self.phrases.len()).filter(|_| of.is_some());
        let holder = (0..i).rev().chain(later).find(|&p| {
            self.of_phrase[p].is_some()
                && self.phrases[p].offices.iter().any(|other| self.same_office(other, &title, of, phrase))
        });
        if let Some(holder) = holder {
            return self.of_phrase[holder];
        }
        let human = self.lexicon.is(self.document.lower(phrase.tokens.start), WordClass::Human);
        let last = if human { self.last_one(i) } else { self.last_person(i) };
        if self.definite(phrase)
            && let Some(person) = last
            && !self.serves_another(person, of)
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

    /// Whom a description such as "politikus itu" means when nobody holds the office that it names.
    pub(super) fn last_person(&self, i: usize) -> Option<ActorId> {
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

    /// The country that "negara itu" or "negaranya" means: that of the last person with an office of one, where it is
    /// "negaranya", else the last one named that no preposition stands before.
    fn that_country(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
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
        }
        if let Some(actor) = self.shortened_group(phrase, &words, i) {
            return actor;
        }
        let name = self.document.phrase(&phrase.name).to_owned();
        self.keyed(&format!("group {words}"), ActorKind::Group, &name)
    }

    /// Whom "pejabat itu" means: the last person, named or not.
    fn last_one(&self, i: usize) -> Option<ActorId> {
        let one = |p: usize, actor: ActorId| {
            self.kind(actor) == ActorKind::Person || self.document.lower(self.phrases[p].tokens.start) == "seorang"
        };
        (0..i).rev().take(12).find_map(|p| self.of_phrase[p].filter(|actor| one(p, *actor)))
    }

    pub(super) fn body_noun(&mut self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let head = self.document.lower(phrase.name.start);
        let party = self.document.lower(phrase.tokens.start) == "pihak";
        let any = (party || self.definite(phrase)) && self.lexicon.is(head, WordClass::AnyBody);
        let last = self.last_body(i).filter(|_| any && head == "gerakan");
        last.or_else(|| self.body_of_kind(head, any, i))
    }

    /// The last body that no preposition stands before and that the article names more than once: it acts.
    fn last_body(&self, i: usize) -> Option<ActorId> {
        let acting = |p: &usize| {
            let phrase = &self.phrases[*p];
            let before = phrase.tokens.start.checked_sub(1).map_or("", |k| self.document.lower(k));
            let again = || self.of_phrase[*p].is_some_and(|actor| self.entries[actor.0].phrases.len() > 1);
            matches!(phrase.kind, PhraseKind::Body | PhraseKind::KnownBody(_))
                && !self.lexicon.is(before, WordClass::Preposition)
                && !self.carries(phrase)
                && again()
        };
        (0..i).rev().take(16).find(acting).and_then(|p| self.of_phrase[p])
    }

    fn body_of_kind(&self, head: &str, any: bool, i: usize) -> Option<ActorId> {
        (0..i).rev().find_map(|p| {
            let other = &self.phrases[p];
            let kin = if head == "pengadilan" { "mahkamah" } else { head };
            let name = self.name_of_body(other);
            let same = matches!(other.kind, PhraseKind::Body | PhraseKind::KnownBody(_) | PhraseKind::BodyNoun)
                && (any && !self.carries(other) || name.starts_with(head) || name.starts_with(kin));
            if same { self.of_phrase[p] } else { None }
        })
    }

    /// Whether a body only carries what others say: "dilansir [Reuters]", "dikutip dari [Antara]".
    fn carries(&self, phrase: &Phrase) -> bool {
        let mut words = phrase.tokens.start.saturating_sub(2)..phrase.tokens.start;
        words.any(|i| reports(self.document.lower(i)))
    }

    fn name_of_body(&self, phrase: &Phrase) -> String {
        match phrase.kind {
            PhraseKind::KnownBody(body) => self.lexicon.bodies[body].name.to_lowercase(),
            _ => self.document.phrase(&phrase.name).to_lowercase(),
        }
    }

    fn definite(&self, phrase: &Phrase) -> bool {
        let last = self.document.lower(phrase.tokens.end.saturating_sub(1));
        matches!(last, "itu" | "tersebut" | "ini")
    }
}
