//! Countries and organisations.

use super::{Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::WordClass;
use crate::language::Shape;
use crate::language::models::{NameKind, Upos};
use std::ops::Range;

impl PhraseFinder<'_, '_> {
    /// A country at token `i`, with "pemerintah" or the like before it.
    pub(super) fn country(&self, i: usize, end: usize) -> Option<Phrase> {
        let stated = self.lexicon.is(self.document.lower(i), WordClass::State);
        let at = if stated { self.seat_of(i + 1) } else { i };
        let (n, name) = self.lexicon.country_names.longest(self.document, at)?;
        let stop = at + n;
        let longer_body = self.lexicon.body_names.longest(self.document, i).is_some_and(|(n, _)| i + n > stop);
        // "Istana [Buckingham]", "Lima [State University]".
        let headed = name.metonym && self.headed(at, end).is_some_and(|last| last > stop);
        let modelled = self.capital_word(stop)
            && self.name_by_models(at, end).is_some_and(|(n, kind)| kind == NameKind::Organisation && n.end > stop);
        if stop > end || longer_body || headed || modelled {
            return None;
        }
        let kind = PhraseKind::Country { country: name.country, metonym: name.metonym && !stated };
        let mut phrase = Phrase { name: at..stop, ..Phrase::plain(i..stop, kind) };
        if let Some(short) = self.bracketed(stop, end) {
            phrase.tokens.end = short.end + 1;
            phrase.short = Some(short);
        }
        Some(phrase)
    }

    /// "[Rajawali Peru] mengatakan": a name that nothing knows right before that of a country, where a clause opens.
    pub(super) fn brand_of_land(&self, i: usize, end: usize) -> Option<Phrase> {
        let document = self.document;
        let unknown = self.capital_word(i) && !self.common(i) && document.shape(i) == Shape::Capital;
        let titled = self.title_at(i) || self.region(i).is_some() || self.lexicon.vocabulary.place(document.lower(i));
        let land = self.country(i + 1, end).filter(|land| land.name.start == i + 1 && !land.is_metonym())?;
        let person = document.name_over(i).is_some_and(|name| name.kind != NameKind::Organisation);
        let brand = unknown && !titled && !person && self.opens_sentence(i) && document.tag(i) == Upos::Propn;
        brand.then(|| Phrase::plain(i..land.tokens.end, PhraseKind::Body))
    }

    /// "pemerintah di [Kyiv]": the state by its seat.
    fn seat_of(&self, at: usize) -> usize {
        let seat = self.lexicon.country_names.longest(self.document, at + 1).is_some_and(|(_, name)| name.metonym);
        at + usize::from(seat && self.document.lower(at) == "di")
    }

    /// An organisation by its name at token `i`.
    pub(super) fn body(&self, i: usize, end: usize) -> Option<Phrase> {
        let rules = self.body_by_rules(i, end);
        match self.body_name_by_models(i, rules.as_ref(), end) {
            Some(name) => Some(self.with_parent(name, PhraseKind::Body, end)),
            None => rules.or_else(|| self.name_behind_noun(i, end)).or_else(|| self.english_name(i, end)),
        }
    }

    fn body_by_rules(&self, i: usize, end: usize) -> Option<Phrase> {
        let known = self.lexicon.body_names.longest(self.document, i).map(|(n, body)| (i + n, *body));
        let headed = self.headed(i, end);
        let (stop, kind) = match (known, headed) {
            (Some((k, body)), Some(h)) if k >= h => (k, PhraseKind::KnownBody(body)),
            (_, Some(h)) => (h, PhraseKind::Body),
            (Some((k, body)), None) => (k, PhraseKind::KnownBody(body)),
            (None, None) if self.acronym(i) => (i + 1, PhraseKind::Body),
            (None, None) => return None,
        };
        if let Some(phrase) = self.named_behind_kind(i, stop, end) {
            return Some(phrase);
        }
        let mut phrase = self.with_parent(i..stop, kind, end);
        self.name_alone(&mut phrase, i);
        Some(phrase)
    }

    /// Behind words that only say what sort of body it is stands its name, perhaps with a country between:
    /// "partai [Hanura]", "kantor berita Korea Selatan [Yonhap]", "surat kabar Belarusia, [Belta],".
    fn named_behind_kind(&self, i: usize, stop: usize, end: usize) -> Option<Phrase> {
        let (n, head) = self.lexicon.body_heads.longest(self.document, i)?;
        let known =
            |from: usize| self.lexicon.body_names.longest(self.document, from).map(|(n, body)| (from + n, *body));
        let firm = matches!(self.document.lower(i), "pt" | "cv");
        if !head.kind_only() && !firm {
            return None;
        }
        if let Some(phrase) = self.known_behind_kind(i, i + n, stop, end) {
            return Some(phrase);
        }
        if firm {
            return None;
        }
        if let Some((k, body)) =
            (i + n..stop).find_map(|k| known(k).filter(|(last, _)| *last == stop).map(|(_, b)| (k, b)))
            && (k == i + n
                || self.country(i + n, k).is_some_and(|country| country.tokens.end == k)
                || k <= i + n + 2 && (i + n..k).all(|at| self.common(at) || self.document.shape(at) == Shape::Upper))
        {
            let mut phrase = Phrase { name: k..stop, ..Phrase::plain(i..stop, PhraseKind::KnownBody(body)) };
            self.take_short(&mut phrase, end);
            return Some(phrase);
        }
        let country = (i + n..stop)
            .any(|k| self.lexicon.country_names.longest(self.document, k).is_some_and(|(m, _)| k + m == stop));
        let from = stop + usize::from(self.document.written(stop) == ",");
        let last = (from..end).find(|&k| !self.capital_word(k)).unwrap_or(end);
        let closed = from == stop || self.document.written(last) == ",";
        let name =
            country && closed && (1..=3).contains(&(last - from)) && !self.title_at(from) && !self.person_starts(from);
        let own = name && !self.calendar(from) && self.lexicon.country_names.longest(self.document, from).is_none();
        let kind = known(from)
            .filter(|(stop, _)| *stop == last)
            .map_or(PhraseKind::Body, |(_, body)| PhraseKind::KnownBody(body));
        let named = own && (!self.common(from) || matches!(kind, PhraseKind::KnownBody(_)));
        named.then(|| Phrase { name: from..last, ..Phrase::plain(i..last, kind) })
    }

    /// "PT [Pertamina] (Persero)", "kelompok [Houthi] Yaman": a known body right behind what it is, perhaps before its country.
    fn known_behind_kind(&self, i: usize, from: usize, stop: usize, end: usize) -> Option<Phrase> {
        let (n, body) = self.lexicon.body_names.longest(self.document, from)?;
        let last = from + n;
        let country = (last < stop).then(|| self.tail(last, stop).filter(Phrase::is_country)).flatten();
        if last != stop && country.is_none() {
            return None;
        }
        let mut phrase = Phrase { name: from..last, ..Phrase::plain(i..stop, PhraseKind::KnownBody(*body)) };
        self.take_short(&mut phrase, end);
        Some(phrase)
    }

    /// Behind small words that only say what it is, the capitalised words are the name: "kantor berita [Tasnim]".
    fn name_alone(&self, phrase: &mut Phrase, i: usize) {
        let Some((n, head)) = self.lexicon.body_heads.longest(self.document, i) else { return };
        if head.any_name() && phrase.parent.is_none() && !self.document.capital(i) && self.document.capital(i + n) {
            phrase.name.start = i + n;
        }
    }

    /// A body meant by a common noun: "kementerian itu", "pengadilan".
    pub(super) fn body_noun(&self, i: usize, end: usize) -> Option<Phrase> {
        let (n, _) = self.lexicon.body_heads.longest(self.document, i)?;
        let stop = i + n + usize::from(i + n < end && self.demonstrative(i + n));
        Some(Phrase::plain(i..stop, PhraseKind::BodyNoun))
    }

    pub(super) fn title_at(&self, at: usize) -> bool {
        self.lexicon.titles.longest(self.document, at).is_some()
            && self.lexicon.body_heads.longest(self.document, at).is_none()
    }

    /// How many tokens from `at` on name a region.
    pub(super) fn region(&self, at: usize) -> Option<usize> {
        self.lexicon.regions.longest(self.document, at).map(|(n, _)| n)
    }

    fn acronym(&self, i: usize) -> bool {
        let letters = self.document.written(i).chars().count();
        self.document.shape(i) == Shape::Upper
            && (2..=10).contains(&letters)
            && !self.lexicon.is(self.document.lower(i), WordClass::NoBody)
            && self.title(i, super::Title::Rank).is_none()
            && self.lexicon.country_names.longest(self.document, i).is_none()
            && !self.document.capital(i + 1)
            && (i == 0 || self.document.shape(i - 1) != Shape::Upper)
    }

    /// Adds the country or body that the name ends with, and the abbreviation behind it.
    pub(super) fn with_parent(&self, name: Range<usize>, kind: PhraseKind, end: usize) -> Phrase {
        let mut phrase = self.with_parent_and_letters(name, kind, end);
        // "Kepala Kepolisian Resor (Kapolres) Bantul" is not called so for short, but its head.
        phrase.short = phrase.short.filter(|short| self.office_title(short.start).is_none_or(|n| n < short.len()));
        phrase
    }

    fn with_parent_and_letters(&self, name: Range<usize>, kind: PhraseKind, end: usize) -> Phrase {
        let mut phrase = Phrase { name: name.clone(), ..Phrase::plain(name.clone(), kind) };
        self.take_short(&mut phrase, end);
        if (kind != PhraseKind::Body || phrase.short.is_some())
            && let Some(stop) = self.branch(phrase.tokens.end).filter(|stop| *stop <= end)
        {
            // "KPU Kota Bandung", "Pengadilan Tata Usaha Negara (PTUN) Medan" is another body than that of the whole land.
            (phrase.name.end, phrase.tokens.end, phrase.kind) = (stop, stop, PhraseKind::Body);
            return phrase;
        }
        if kind != PhraseKind::Body || phrase.short.is_some() {
            let after = phrase.tokens.end;
            if let Some(country) = self.country(after, end).filter(|c| !c.is_metonym() && c.name.start == after) {
                let short_between = phrase.short.is_some();
                phrase.tokens.end = country.tokens.end;
                if !short_between {
                    phrase.name.end = country.name.end;
                    phrase.kind = PhraseKind::Body;
                }
                phrase.parent = Some(Box::new(country));
                return phrase;
            }
            // "Direktorat Jenderal Pajak (DJP) [Kementerian Keuangan]".
            if phrase.short.is_some()
                && let Some((n, body)) = self.lexicon.body_names.longest(self.document, after)
                && after + n <= end
                && self.capital_word(after)
            {
                phrase.tokens.end = after + n;
                phrase.parent = Some(Box::new(Phrase::plain(after..after + n, PhraseKind::KnownBody(*body))));
                return phrase;
            }
        }
        phrase.parent = self.parent_within(&name, kind).map(Box::new);
        phrase
    }

    /// The country or larger body whose name closes that of a body: "Komisi III [DPR]", "Komite Keamanan [Parlemen [Peru]]".
    fn parent_within(&self, name: &Range<usize>, kind: PhraseKind) -> Option<Phrase> {
        self.branch_of(name).or_else(|| {
            (name.start + 1..name.end).find_map(|k| {
                let known = self.tail(k, name.end).filter(|tail| tail.kind != kind);
                known.or_else(|| self.headed_tail(name, k))
            })
        })
    }

    /// "DPD [Partai Hijau] Bantul": the party of which a branch is called so.
    fn branch_of(&self, name: &Range<usize>) -> Option<Phrase> {
        let branch = self.lexicon.is(self.document.lower(name.start), WordClass::Branch);
        let head = self.lexicon.body_heads.longest(self.document, name.start).map_or(1, |(n, _)| n);
        let at = name.start + head;
        let (n, body) = self.lexicon.body_names.longest(self.document, at).filter(|(n, _)| at + n < name.end)?;
        let somewhere =
            self.branch(at + n).is_some() || self.lexicon.body_names.longest(self.document, at + n).is_some();
        (branch && somewhere).then(|| Phrase::plain(at..at + n, PhraseKind::KnownBody(*body)))
    }

    /// The same, by a word such as "Kementerian" at `k`.
    fn headed_tail(&self, name: &Range<usize>, k: usize) -> Option<Phrase> {
        let document = self.document;
        let (n, head) = self.lexicon.body_heads.longest(document, k)?;
        let larger = self.lexicon.is(document.lower(k), WordClass::LargerBody) && document.capital(k);
        let joined = matches!(document.lower(k - 1), "dan" | "untuk" | "," | "&" | "kementerian");
        let whole =
            (larger && !joined).then(|| self.capital_run(k + n, k, head.any_name())).flatten() == Some(name.end);
        whole.then(|| self.with_parent(k..name.end, PhraseKind::Body, name.end))
    }

    /// Where the region whose branch of a body is meant ends: "[Kota Bandung]".
    fn branch(&self, at: usize) -> Option<usize> {
        let level =
            matches!(self.document.lower(at), "kota" | "kabupaten" | "provinsi" | "wilayah" | "daerah" | "cabang");
        let from = at + usize::from(level && self.document.capital(at));
        self.region(from).filter(|_| self.document.capital(from)).map(|n| from + n)
    }

    pub(super) fn take_short(&self, phrase: &mut Phrase, end: usize) {
        phrase.tokens.end = self.past_firm_form(phrase.tokens.end, end);
        if let Some(short) = self.bracketed(phrase.tokens.end, end) {
            phrase.tokens.end = short.end + 1;
            phrase.short = Some(short);
        }
    }

    /// The token behind "(Persero) Tbk" at `at`.
    fn past_firm_form(&self, at: usize, end: usize) -> usize {
        let owned = self.document.written(at) == "(" && matches!(self.document.lower(at + 1), "persero" | "perseroda");
        let from = at + if owned { 3 } else { 0 };
        (from + usize::from(self.document.lower(from) == "tbk")).min(end.max(at))
    }

    /// The country or body that takes exactly the tokens from `from` to `end`.
    pub(super) fn tail(&self, from: usize, end: usize) -> Option<Phrase> {
        if let Some((n, name)) = self.lexicon.country_names.longest(self.document, from)
            && from + n == end
            && !name.metonym
        {
            let kind = PhraseKind::Country { country: name.country, metonym: false };
            return Some(Phrase::plain(from..end, kind));
        }
        let (n, body) = self.lexicon.body_names.longest(self.document, from)?;
        (from + n == end).then(|| Phrase::plain(from..end, PhraseKind::KnownBody(*body)))
    }
}

impl Phrase {
    /// Whether it names a state by its capital alone.
    pub(crate) fn is_metonym(&self) -> bool {
        matches!(self.kind, PhraseKind::Country { metonym: true, .. })
    }
}
