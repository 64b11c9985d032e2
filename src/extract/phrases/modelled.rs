//! What the models find, held against the rest of the article and against the lexicon.

use super::groups::looks_like_verb;
use super::{Office, Phrase, PhraseFinder, PhraseKind, Title};
use crate::extract::lexicon::WordClass;
use crate::language::models::{Name, NameKind};
use crate::language::{Document, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How often each name of an article stands for a person, a body and a place.
pub(super) struct NameVotes<'d> {
    of_name: BTreeMap<Vec<&'d str>, [usize; 3]>,
    /// The words of people's names of several words.
    of_people: BTreeSet<&'d str>,
}

impl<'d> NameVotes<'d> {
    pub(super) fn count(document: &'d Document<'_>) -> Self {
        let mut votes = Self { of_name: BTreeMap::new(), of_people: BTreeSet::new() };
        for name in document.names() {
            votes.of_name.entry(words(document, &name.tokens)).or_default()[name.kind as usize] += 1;
            if name.kind == NameKind::Person && name.tokens.len() > 1 {
                votes.of_people.extend(name.tokens.clone().map(|i| document.lower(i)));
            }
        }
        votes
    }

    /// What sort of name most of its kin in the article are; its own where they are even.
    fn kind(&self, document: &'d Document<'_>, name: &Name) -> NameKind {
        let Some(votes) = self.of_name.get(&words(document, &name.tokens)) else { return name.kind };
        let most = votes.iter().max().copied().unwrap_or_default();
        let of = |kind: NameKind| votes[kind as usize] == most;
        let kinds = [name.kind, NameKind::Person, NameKind::Organisation, NameKind::Place];
        kinds.into_iter().find(|kind| of(*kind)).unwrap_or(name.kind)
    }
}

fn words<'d>(document: &'d Document<'_>, tokens: &Range<usize>) -> Vec<&'d str> {
    tokens.clone().map(|i| document.lower(i)).collect()
}

impl PhraseFinder<'_, '_> {
    /// The name that the models find from token `i` on, and what sort most of its kin in the article are.
    pub(super) fn name_by_models(&self, i: usize, limit: usize) -> Option<(Range<usize>, NameKind)> {
        let found = self.document.name_over(i).filter(|name| name.tokens.start == i && name.tokens.end <= limit)?;
        // "ancam Garda Revolusi"
        if self.says(i) {
            return None;
        }
        let (start, end) = (found.tokens.start, self.before_weekday(i, found.tokens.end));
        // Without the rank of the person behind it, and the group in a parliament.
        let suspended = matches!(self.document.lower(end - 1), "nonaktif" | "non-aktif");
        let end = if suspended && end > start + 1 { end - 1 } else { end };
        let rank = |k: usize| self.title(k, Title::Rank).is_some_and(|n| k + n >= end);
        let end =
            (start + 1..end).find(|&k| matches!(self.document.lower(k), "fraksi" | "alias") || rank(k)).unwrap_or(end);
        // "Istana Buckingham": what a body is called by is a body, wherever it is.
        let head = self.lexicon.body_heads.longest(self.document, start).is_some();
        let kind = match self.votes.kind(self.document, found) {
            NameKind::Place if head => NameKind::Organisation,
            kind => kind,
        };
        let stop = if kind == NameKind::Organisation { self.past_english(end, limit) } else { end };
        Some((start..stop, kind))
    }

    /// Whether the word at `i` is a name, or part of a person's, somewhere in the article.
    pub(super) fn named_elsewhere(&self, i: usize) -> bool {
        let word = self.document.lower(i);
        self.votes.of_people.contains(word) || self.votes.of_name.contains_key([word].as_slice())
    }

    /// Where an office ends that begins at token `i`: by the lexicon or, where it knows none, by the models.
    pub(super) fn office_words(&self, i: usize, end: usize) -> Option<usize> {
        let from = self.after_former(i);
        if let Some(n) = self.office_title(from) {
            return Some(from + n);
        }
        if let Some(n) = self.title(i, Title::Rank).filter(|_| !self.document.capital(i)) {
            // "jenderal Garda Republik Andres Quispe".
            let body = self.name_by_models(i + n, end).filter(|(_, kind)| *kind == NameKind::Organisation);
            return body.map(|_| i + n);
        }
        let goes_on = i > 0 && self.capital_word(i) && self.capital_word(i - 1);
        let body = self.lexicon.body_heads.longest(self.document, i).is_some()
            // "adik pemimpin Hamas".
            || self.lexicon.is(self.document.lower(i), WordClass::Kin);
        let found = self.modelled_office(i).filter(|stop| *stop <= end && self.office_is_used(*stop, end));
        // "Didampingi Wakil Ketua DPR", "kata Kanselir".
        let verb = looks_like_verb(self.document.lower(i)) || self.says(i);
        found.filter(|_| !goes_on && !body && !verb)
    }

    /// Whether a small word of saying stands at `i`.
    fn says(&self, i: usize) -> bool {
        !self.document.capital(i) && self.lexicon.cue_forms.longest(self.document, i).is_some()
    }

    /// Whether a body, a place or a person stands behind an office that ends at `stop`.
    fn office_is_used(&self, stop: usize, end: usize) -> bool {
        let at = stop + usize::from(self.joins_office(stop) || self.document.lower(stop) == "asal");
        self.document.name_over(at).is_some_and(|name| name.tokens.start == at && at < end)
    }

    /// Where an office ends that the models find from token `i` on, without "asal", which tells where somebody is from.
    pub(super) fn modelled_office(&self, i: usize) -> Option<usize> {
        let stop = self.document.office_from(i)?;
        // "Jaksa [mendakwa] Bupati Bantul"
        let active = |k: usize| {
            let lower = self.document.lower(k);
            !self.document.capital(k) && (lower.starts_with("me") && looks_like_verb(lower) || lower == "kata")
        };
        // "KSAD [Jenderal] Rudi Hartono", but "Sekretaris Jenderal"
        let known = i + self.office_title(i).unwrap_or(stop - i);
        let rank = |k: usize| k >= known && self.document.capital(k) && self.title(k, Title::Rank).is_some();
        let stop = (i + 1..stop).find(|&k| active(k) || rank(k)).unwrap_or(stop);
        Some(stop - usize::from(stop > i + 1 && self.document.lower(stop - 1) == "asal"))
    }

    fn joins_office(&self, at: usize) -> bool {
        let body = || self.document.name_over(at + 1).is_some_and(|name| name.kind == NameKind::Organisation);
        matches!(self.document.lower(at), "untuk" | "di" | "pada" | "dari" | "dalam")
            || self.document.lower(at) == "asal" && body()
    }

    /// What sort of office the words are: that of the first title of the lexicon among them.
    pub(super) fn class_of(&self, title: &Range<usize>) -> Title {
        let mut known =
            (self.after_former(title.start)..title.end).filter_map(|i| self.lexicon.titles.longest(self.document, i));
        known.next().map_or(Title::Office, |(_, class)| *class)
    }

    /// The office from `start` on as the models part it from the body or place behind it, and the token behind both.
    pub(super) fn office_by_models(&self, start: usize, end: usize) -> Option<(Office, usize)> {
        let former = self.after_former(start);
        let mut stop = self.modelled_office(start).or_else(|| self.modelled_office(former))?;
        while self.document.name_over(stop).is_none() && !self.document.capital(stop) && self.specifies(stop) {
            stop += 1;
        }
        let title = start..stop;
        let at = self.bracketed(stop, end).map_or(stop, |inside| inside.end + 1);
        let at = at + usize::from(self.joins_office(at));
        let (name, kind) = self.name_by_models(at, end).filter(|(_, kind)| *kind != NameKind::Person)?;
        if self.calendar(at) || self.person_starts(at) {
            return None;
        }
        let class = self.class_of(&title);
        let of = match self.country(at, end).filter(|country| country.tokens.end >= name.end) {
            // "Wali Kota [Kyiv]" governs the town, not the state.
            Some(seat) if class == Title::Regional && seat.is_metonym() => Phrase::plain(seat.tokens, PhraseKind::Body),
            Some(country) => country,
            None if kind == NameKind::Place => Phrase::plain(name, PhraseKind::Body),
            None => {
                let rules = self.body(at, end).filter(|body| body.name.end >= name.end);
                rules.unwrap_or_else(|| self.with_parent(name, PhraseKind::Body, end))
            }
        };
        let (of, stop) = self.within_larger(of, end);
        Some((Office { title, class, of: Some(Box::new(of)) }, stop))
    }

    /// Whether `models` part an office from its body better than `rules` do, who know its title up to `stop`.
    pub(super) fn models_know(&self, models: &(Office, usize), rules: &(Office, usize), stop: usize) -> bool {
        let Some(found) = models.0.of.as_deref() else { return false };
        // A title that the lexicon knows is not parted.
        if found.tokens.start < stop || models.0.title.end < stop {
            return false;
        }
        let Some(known) = rules.0.of.as_deref() else { return true };
        let (found_end, known_end) = (found.tokens.end, known.tokens.end);
        if found_end > known_end {
            // "Bupati [Kudus] Hartopo, Kapolres ..."
            let region =
                rules.0.class == Title::Regional && self.region(known.tokens.start) == Some(known.tokens.len());
            let name = self.title(known_end + 1, Title::Rank).is_none();
            if region && name && self.foreign_to_places(known_end) {
                return false;
            }
            let closed = !known.is_country() && self.document.written(models.1) == ",";
            return closed || self.person_starts(self.past_ranks(models.1, models.1 + 4));
        }
        // "Pelatih [Persib Bandung]"
        let whole = matches!(known.kind, PhraseKind::KnownBody(_))
            || self.lexicon.body_names.longest(self.document, known.tokens.start).is_some();
        let later = found.tokens.start > known.tokens.start && !found.is_country() && !whole;
        let sooner = found.tokens.start < known.tokens.start && self.capital_word(found.tokens.start);
        found_end == known_end && (later || sooner && known.is_country())
    }

    /// "anggota dewan pusat [Partai Hijau]", "Kepala Biro Humas [KPK]": where the words before a body with a name of its own
    /// open none, they tell the office.
    pub(super) fn of_larger_body(&self, mut office: Office) -> Office {
        let Some(of) = office.of.as_deref().filter(|of| of.kind == PhraseKind::Body) else { return office };
        let Range { start, end } = of.name;
        // "Manajer Relasi & [CSR] Bank Permata" tells a field, "Direktur [RSA] Bank Permata" another body.
        let joined = start > 0 && matches!(self.document.lower(start - 1), "&" | "and" | "dan");
        let letters = self.document.shape(start) == Shape::Upper && !self.common(start) && !joined;
        if start < office.title.end || letters || self.lexicon.body_heads.longest(self.document, start).is_some() {
            return office;
        }
        let known = |k: usize| self.lexicon.body_names.longest(self.document, k).filter(|(n, _)| k + n == end);
        let plain = |k: &usize| joined || (start..*k).all(|word| self.common(word));
        if let Some((k, (_, body))) = (start + 1..end).take_while(plain).find_map(|k| Some((k, known(k)?))) {
            office.title.end = k;
            office.of = Some(Box::new(Phrase::plain(k..end, PhraseKind::KnownBody(*body))));
        }
        office
    }

    /// Whether a body's name ends with that of a country, a region or another body, so that it is likely whole.
    fn closed_by_name(&self, body: &Phrase) -> bool {
        let Range { start, end } = body.name;
        let region = |k: usize| self.region(k).is_some_and(|n| k + n == end);
        (start + 1..end).any(|k| region(k) || self.tail(k, end).is_some())
    }

    /// A body's name that the models find longer than `rules` have it, or where the rules find none.
    pub(super) fn body_name_by_models(&self, i: usize, rules: Option<&Phrase>, end: usize) -> Option<Range<usize>> {
        let (name, _) = self.name_by_models(i, end).filter(|(_, kind)| *kind == NameKind::Organisation)?;
        let name = i..(i + 1..name.end).find(|k| self.another_body(k + 1)).unwrap_or(name.end);
        let wide = match rules {
            Some(rules) => {
                let more = name.end.saturating_sub(rules.tokens.end);
                let whole = !self.closed_by_name(rules) || self.person_starts(self.past_ranks(name.end, end));
                let apart = rules.short.is_none() && self.document.capital(name.end - 1);
                // "Ketua Mahkamah Konstitusi [Suhartoyo]"
                let last = name.end - 1;
                let known = matches!(rules.kind, PhraseKind::KnownBody(_));
                let holder = known && more == 1 && self.foreign_to_places(last) && self.leads_until(i);
                whole && apart && !holder && (1..=4).contains(&more) && !self.holder_behind(rules, name.end)
            }
            None => self.capital_word(i) && (name.len() > 1 || !self.common(i)),
        };
        let free = !self.calendar(i) && self.office_title(i).is_none();
        (wide && free && !(i + 1..name.end).any(|k| self.person_starts(k))).then_some(name)
    }

    /// Whether a word is no part of the name of a place or body, as far as is known.
    fn foreign_to_places(&self, at: usize) -> bool {
        let place = self.region(at).is_some() || self.lexicon.vocabulary.place(self.document.lower(at));
        let pair = self.document.written(at).contains('-');
        self.document.shape(at) == Shape::Capital && !place && !pair && !self.common(at)
    }

    /// "[Ketua] Mahkamah Agung": whether an office that somebody always holds ends at token `i`.
    fn leads_until(&self, i: usize) -> bool {
        let leads = |k: usize| {
            let mut titles = self.lexicon.titles.all(self.document, k);
            titles.any(|(n, title)| k + n == i && matches!(title, Title::Body | Title::State))
        };
        (i.saturating_sub(4)..i).any(leads)
    }

    /// Whether another body than the one before "dan" is named at `at`: "Kementerian Keuangan dan [Bank Indonesia]".
    pub(super) fn another_body(&self, at: usize) -> bool {
        let joined = matches!(self.document.lower(at - 1), "dan" | ",");
        let at = at + usize::from(self.document.lower(at) == "dan");
        let known = self.lexicon.body_names.longest(self.document, at).is_some_and(|(n, _)| n > 1);
        let head = self.lexicon.body_heads.longest(self.document, at);
        let named = head.is_some_and(|(n, _)| self.capital_word(at + n))
            && !self.lexicon.is(self.document.lower(at), WordClass::Adjective);
        joined && (known || named)
    }
}

impl Phrase {
    /// Whether it names a country.
    pub(crate) fn is_country(&self) -> bool {
        matches!(self.kind, PhraseKind::Country { .. })
    }
}
