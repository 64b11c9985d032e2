//! Offices that serve a person: in "kuasa hukum Ana Paz, Rudi Hartono" the first name is that of the one who is served.

use super::{Office, Phrase, PhraseFinder, PhraseKind, Title};
use crate::extract::lexicon::WordClass;
use crate::language::models::NameKind;
use std::ops::Range;

/// The most words of such an office; longer ones tell what it is about: "penasihat keamanan nasional".
const LONGEST: usize = 2;

impl PhraseFinder<'_, '_> {
    /// Whether `office` is one that serves a person, and the text names no body for it.
    pub(super) fn aide(&self, office: &Office) -> bool {
        let former = self.after_former(office.title.start);
        let bare = self.office_title(former).is_some_and(|n| n <= LONGEST && former + n == office.title.end);
        bare && office.of.is_none()
            && office.class != Title::State
            && self.lexicon.is(self.document.lower(former), WordClass::Aide)
    }

    /// "juru bicara [presiden] Peru": whether `office` serves one who holds another, told in its last words.
    fn serves_office(&self, office: &Office) -> bool {
        let (start, end) = (self.after_former(office.title.start), office.title.end);
        let state =
            |k: usize| self.lexicon.titles.all(self.document, k).any(|(n, t)| *t == Title::State && k + n == end);
        self.lexicon.is(self.document.lower(start), WordClass::Aide) && (start + 1..end).any(state)
    }

    /// The phrase for an aide at `i` whose office stands before `served`, somebody else's name: with the aide's own name
    /// behind it, else without one.
    pub(super) fn aide_of(&self, i: usize, served: &Range<usize>, offices: &[Office], end: usize) -> Option<Phrase> {
        let [office] = offices else { return None };
        let aide = self.aide(office);
        if !aide && !self.serves_office(office) {
            return None;
        }
        let comma = self.document.written(served.end) == ",";
        let from = self.past_ranks(served.end + 1, end);
        let own = self.name(from, end).filter(|name| comma && self.person_starts(from) && self.name_closes(name, end));
        if let Some(own) = own
            && !self.lexicon.is(self.document.lower(own.end + 1), WordClass::Joiner)
        {
            let tokens = i..own.end;
            return Some(Phrase { name: own, offices: offices.to_vec(), ..Phrase::plain(tokens, PhraseKind::Person) });
        }
        (aide && self.told_before(served)).then(|| Phrase::plain(i..served.end, PhraseKind::Group))
    }

    /// Whether `name` is that of a statesman, or of somebody whom the article told of before without such an office.
    fn told_before(&self, name: &Range<usize>) -> bool {
        let document = self.document;
        if self.lexicon.person_names.contains_key(&document.phrase(name).to_lowercase()) {
            return true;
        }
        let word = document.lower(name.start);
        let aide = |from: usize| (from..from + 2).any(|k| self.lexicon.is(document.lower(k), WordClass::Aide));
        let mut before = document.names().iter().filter(|other| {
            let told = other.kind == NameKind::Person && other.tokens.end <= name.start;
            told && other.tokens.clone().any(|k| document.lower(k) == word)
        });
        let served = before.clone().all(|other| {
            let apart = document.sentence_of(other.tokens.start) != document.sentence_of(name.start);
            apart && !aide(other.tokens.start.saturating_sub(2)) && !aide(other.tokens.end)
        });
        name.len() == 1 && before.next().is_some() && served
    }

    /// "Rudi Hartono, kuasa hukum [Ana Paz]": the token behind the one who is served.
    pub(super) fn past_served(&self, office: &Office, at: usize, end: usize) -> usize {
        let from = self.past_ranks(at, end);
        let serves = self.lexicon.is(self.document.lower(self.after_former(office.title.start)), WordClass::Aide);
        let name = self.name(from, end).filter(|_| serves && self.person_starts(from));
        name.map_or(at, |name| name.end)
    }
}
