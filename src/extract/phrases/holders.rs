//! Who holds an office where words stand between the two, and where the name of an office ends.

use super::{Office, Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::{HeadSort, WordClass};
use crate::language::Shape;
use crate::language::models::NameKind;
use std::ops::Range;

/// The most words of an office.
const LONGEST_OFFICE: usize = 4;
/// The most tokens that may stand between an office and the comma before its holder.
const LONGEST_ASIDE: usize = 9;
/// The most words that may stand between an office and its holder without a comma.
const FEW_WORDS: usize = 3;

impl PhraseFinder<'_, '_> {
    /// "ketua [yayasan itu], [Ana Paz], ...": who holds an office of a body told of before, with the offices.
    pub(super) fn holder_in_that_body(
        &self,
        offices: &[Office],
        at: usize,
        end: usize,
    ) -> Option<(Range<usize>, Vec<Office>)> {
        let (last, others) = offices.split_last()?;
        let (office, past) = self.in_that_body(last, at, end)?;
        let comma = self.document.written(past) == ",";
        let from = self.past_ranks(past + usize::from(comma), end);
        // "juru bicara armada itu, [Komandan] Rudi Hartono": an office as a rank.
        let from = from + self.office_title(from).unwrap_or(0);
        let name = self.name(from, end)?;
        let known = name.len() > 1 || self.person_starts(from) && self.named_elsewhere(from);
        let holds = known && (!comma || self.name_closes(&name, end));
        holds.then(|| (name, [others, &[office]].concat()))
    }

    /// "ketua yayasan" with "itu" behind it at `at`: the office of the body that the noun means, and the token behind.
    pub(super) fn in_that_body(&self, office: &Office, at: usize, end: usize) -> Option<(Office, usize)> {
        let noun = at.checked_sub(1).filter(|noun| *noun > office.title.start && office.title.end == at)?;
        let word = self.document.lower(noun);
        let body = self.lexicon.is(word, WordClass::AnyBody)
            || word == "negara"
            || self.lexicon.body_heads.longest(self.document, noun).is_some_and(|(n, _)| n == 1);
        let title = office.title.start..noun;
        let whole = self.lexicon.titles.all(self.document, title.start).any(|(n, _)| title.start + n > noun);
        let told = office.of.is_none() && at < end && self.demonstrative(at) && body && !whole;
        let of = Some(Box::new(Phrase::plain(noun..at + 1, PhraseKind::BodyNoun)));
        told.then(|| (Office { title, of, ..office.clone() }, at + 1))
    }

    /// The name behind words that follow an office of a body at `at`: "Bupati Bantul saat itu, [Rudi Hartono], ...".
    pub(super) fn name_behind_words(&self, at: usize, offices: &[Office], end: usize) -> Option<Range<usize>> {
        let served = offices.last().is_some_and(|office| office.of.is_some()) || self.document.lower(at) == "bernama";
        let found = || self.name_behind_few(at, end).or_else(|| self.name_behind_aside(at, end));
        served.then(found).flatten()
    }

    /// "Juru bicara PLN [Rina Sari]": whether behind a body whose office is told before it the words up to
    /// `stop` can only be the name of who holds it, since no such body is called so.
    pub(super) fn holder_behind(&self, body: &Phrase, stop: usize) -> bool {
        let start = body.tokens.start;
        let head = self.lexicon.body_heads.longest(self.document, start);
        let common =
            matches!(body.kind, PhraseKind::KnownBody(_)) || head.is_some_and(|(_, head)| head.sort == HeadSort::Plain);
        common && self.office_before(start) && self.personal(body.tokens.end..stop)
    }

    /// "Ketua DPRD [Rina Sari]", "Ketua Partai Hijau [Ana Paz]": whether the capitalised words from `at` on can only be the
    /// name of who holds the office of the body whose head stands at `head`.
    pub(super) fn holder_from(&self, head: usize, at: usize, end: usize) -> bool {
        let Some((n, sort)) = self.lexicon.body_heads.longest(self.document, head) else { return false };
        let stop = (at..end).find(|&k| !self.capital_word(k) || self.weekday(k)).unwrap_or(end);
        let called = match sort.sort {
            HeadSort::Plain => at > head + n || self.document.shape(head) == Shape::Upper,
            HeadSort::Kind | HeadSort::Medium => at > head + n,
            _ => false,
        };
        called && self.office_before(head) && self.personal(at..stop)
    }

    /// Whether an office ends right before `start`.
    fn office_before(&self, start: usize) -> bool {
        let document = self.document;
        (start.saturating_sub(LONGEST_OFFICE)..start)
            .filter(|&k| k == 0 || !self.lexicon.is(document.lower(k - 1), WordClass::Capacity))
            .any(|k| self.lexicon.titles.all(document, k).any(|(n, title)| title.makes_role() && k + n == start))
    }

    /// Whether the words are two or three of the sort that people are called by.
    fn personal(&self, words: Range<usize>) -> bool {
        let document = self.document;
        let called = |k: usize| {
            document.shape(k) == Shape::Capital
                && !self.common(k)
                && !self.lexicon.vocabulary.place(document.lower(k))
                && self.region(k).is_none()
                && self.lexicon.body_heads.longest(document, k).is_none()
                && self.lexicon.body_names.longest(document, k).is_none()
                && self.lexicon.country_names.longest(document, k).is_none()
        };
        (2..=3).contains(&words.len()) && words.into_iter().all(called)
    }

    /// "Dubes Peru [untuk Chile] Andres Quispe": the token behind the land where an office is held, or what it is for.
    pub(super) fn past_accredited(&self, at: usize, end: usize) -> usize {
        if self.document.lower(at) != "untuk" {
            return at;
        }
        let country = self.country(at + 1, end).map(|country| country.tokens.end);
        let place = || self.name_by_models(at + 1, end).filter(|(_, kind)| *kind == NameKind::Place);
        let body = || self.lexicon.body_names.longest(self.document, at + 1).map(|(n, _)| at + 1 + n);
        let land = country.or_else(body).or_else(|| place().map(|(place, _)| place.end));
        // "Wakil Presiden Peru [untuk Urusan Strategis] Andres Quispe"
        let field = (at + 1..end).find(|&k| !self.document.capital(k) || !self.specifies(k)).filter(|&k| k > at + 1);
        let past = land.map(|past| self.past_more_lands(past, end)).or(field);
        let called = |past: usize| self.personal(past..(past..end).find(|&k| !self.capital_word(k)).unwrap_or(end));
        past.filter(|past| self.person_starts(self.past_ranks(*past, end)) || called(*past)).unwrap_or(at)
    }

    /// "pengamat [asal Peru] Ana Paz": the token behind the land that somebody comes from.
    pub(super) fn past_origin(&self, at: usize, end: usize) -> usize {
        if self.document.lower(at) != "asal" {
            return at;
        }
        let country = self.country(at + 1, end).map(|country| country.tokens.end);
        let region = || self.region(at + 1).map(|n| at + 1 + n);
        let place = || self.name_by_models(at + 1, end).filter(|(_, kind)| *kind == NameKind::Place);
        country.or_else(region).or_else(|| place().map(|(place, _)| place.end)).unwrap_or(at)
    }

    /// "untuk Chile[, ASEAN dan Timor Leste]": the token behind further lands and bodies of a list.
    fn past_more_lands(&self, mut at: usize, end: usize) -> usize {
        let joins =
            |k: usize| self.document.written(k) == "," || self.lexicon.is(self.document.lower(k), WordClass::Joiner);
        while joins(at)
            && let Some(land) = self.country(at + 1, end).or_else(|| self.body(at + 1, end))
        {
            at = land.tokens.end;
        }
        at + usize::from(self.document.written(at) == ",")
    }

    /// "juru bicara militer Israel urusan media [Rudi Hartono]", "anggota DPRD Bantul bernama [Rudi]".
    fn name_behind_few(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let few = (at..end.min(at + FEW_WORDS)).find(|&k| document.capital(k) || !self.specifies(k)).unwrap_or(at);
        let called = self.lexicon.is(document.lower(few), WordClass::Called);
        let from = few + usize::from(called);
        let name = self.name(from, end).filter(|_| from > at && self.person_starts(from))?;
        (name.len() > 1 || called).then_some(name)
    }

    /// "Menteri Pertahanan Peru yang sedang berkunjung, [Andres Quispe], ...".
    fn name_behind_aside(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        if !self.lexicon.is(document.lower(at), WordClass::Aside) {
            return None;
        }
        let comma = (at + 1..end.min(at + LONGEST_ASIDE)).find(|&k| document.written(k) == ",")?;
        let told = |k: usize| self.lexicon.cue_forms.longest(document, k).is_some() || !document.word(k);
        let from = self.past_ranks(comma + 1, end);
        let name = self.name(from, end).filter(|_| self.person_starts(from) && !(at..comma).any(told))?;
        let known = name.len() > 1 || self.named_elsewhere(from);
        (known && self.name_closes(&name, end)).then_some(name)
    }

    /// "Kepala Biro Humas [KPK]", "Direktur Jenderal Gas Bumi [Kementerian Energi]": a unit is no body of its own but part of
    /// the office's name.
    pub(super) fn of_unit(&self, mut office: Office) -> Office {
        let Some(of) = office.of.as_deref().filter(|of| of.kind == PhraseKind::Body) else { return office };
        let head = self.lexicon.body_heads.longest(self.document, of.name.start);
        if head.is_some_and(|(_, head)| head.sort == HeadSort::Unit) {
            let parent = of.parent.clone();
            let inside = parent.as_ref().map(|parent| parent.tokens.start).filter(|start| of.name.contains(start));
            office.title.end = inside.unwrap_or(of.name.end);
            office.of = parent;
        } else if head.is_none()
            && let Some(parent) = of.parent.clone()
            && of.name.clone().all(|i| self.common(i))
        {
            office.title.end = of.name.end;
            office.of = Some(parent);
        }
        office
    }
}
