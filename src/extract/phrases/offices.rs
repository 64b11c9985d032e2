//! Offices: where their words end, and what they are offices of.

use super::{Office, Phrase, PhraseFinder, PhraseKind, Title};
use crate::extract::lexicon::WordClass;
use crate::language::Shape;
use crate::language::models::NameKind;
use crate::segment::TokenKind;
use std::ops::Range;

impl PhraseFinder<'_, '_> {
    /// How many tokens from `at` on name an office.
    pub(super) fn office_title(&self, at: usize) -> Option<usize> {
        self.lexicon.titles.all(self.document, at).find(|(_, title)| title.makes_role()).map(|(n, _)| n)
    }

    /// The token behind "mantan", "Plt", "Penjabat (Pj.)" or the like at `i`.
    pub(super) fn after_former(&self, i: usize) -> usize {
        let acting = match (self.document.lower(i), self.document.lower(i + 1)) {
            ("penjabat", "sementara") | ("pelaksana", "tugas" | "harian") => i + 2,
            ("penjabat", _) => i + 1,
            _ => i,
        };
        let close = (acting..acting + 4).find(|&k| self.document.written(k) == ")");
        let acting =
            close.filter(|_| self.document.written(acting) == "(" && acting > i).map_or(acting, |close| close + 1);
        if acting > i && self.office_title(acting).is_some() {
            return acting;
        }
        let former =
            matches!(self.document.lower(i), "mantan" | "eks" | "bekas" | "calon" | "plt" | "pj" | "pjs" | "plh");
        if former { i + 1 + usize::from(self.document.written(i + 1) == ".") } else { i }
    }

    pub(super) fn past_ranks(&self, mut at: usize, end: usize) -> usize {
        while let Some(n) = self.title(at, Title::Rank) {
            if at + n >= end {
                break;
            }
            at += n + usize::from(self.document.written(at + n) == ".");
        }
        at
    }

    /// "X, [peneliti dan dosen Y]": all offices of a list, of which the last may say for all what they are offices of.
    pub(super) fn listed_offices(&self, start: usize, stop: usize, end: usize) -> (Vec<Office>, usize) {
        let (mut offices, mut at) = self.offices(start, stop, end);
        while let Some(from) = self.past_joiner(at)
            && let Some(next) = self.office_words(from, end)
        {
            let (others, behind) = self.offices(from, next, end);
            offices.extend(others);
            at = behind;
        }
        if let Some(last) = offices.pop() {
            let (last, behind) = self.in_that_body(&last, at, end).unwrap_or((last, at));
            at = behind;
            offices.iter_mut().filter(|office| office.of.is_none()).for_each(|office| office.of.clone_from(&last.of));
            offices.push(last);
        }
        (offices, at)
    }

    /// The token behind "dan", "dan kini" or "yang juga" at `at`.
    fn past_joiner(&self, at: usize) -> Option<usize> {
        let adverb = matches!(self.document.lower(at + 1), "kini" | "sekarang" | "juga");
        let joins = self.lexicon.is(self.document.lower(at), WordClass::Joiner);
        (joins || adverb && self.document.lower(at) == "yang").then(|| at + 1 + usize::from(adverb))
    }

    /// The office whose title runs from `start` to at least `stop`, that of the faction or party behind it, of which a
    /// member of a parliament is a member too ("Anggota DPRD Bantul [Fraksi X]"), and the token behind.
    pub(super) fn offices(&self, start: usize, stop: usize, end: usize) -> (Vec<Office>, usize) {
        let (office, stop) = self.office(start, stop, end);
        let Some(faction) = self.faction(stop, end) else { return (vec![office], stop) };
        let stop = faction.tokens.end;
        let member = self.document.lower(start) == "anggota";
        let own = member.then(|| Office { of: Some(Box::new(faction)), ..office.clone() });
        (std::iter::once(office).chain(own).collect(), stop)
    }

    /// "Anggota DPRD Bantul [Fraksi X]", "Ketua Senat dari [Partai Y]": no part of the parliament and no larger body.
    fn faction(&self, at: usize, end: usize) -> Option<Phrase> {
        let comes = self.document.lower(at) == "dari";
        let from = at + usize::from(comes);
        let head = self.document.lower(from);
        let faction = from < end && (head == "fraksi" || comes && head == "partai");
        faction.then(|| self.body(from, end)).flatten()
    }

    /// The first of these, and the token behind what it is an office of.
    fn office(&self, start: usize, stop: usize, end: usize) -> (Office, usize) {
        let stop = self.past_portfolio(&(start..stop));
        let rules = self.office_by_rules(start, stop, end);
        let found = self.office_by_models(start, end).filter(|found| self.models_know(found, &rules, stop));
        let (office, stop) = found.unwrap_or(rules);
        let office = self.of_unit(self.of_larger_body(office));
        // "anggota Biro Politik [gerakan Ansar Allah]"
        let unit = office.of.is_none() && office.title.end == stop && stop < end && !self.document.capital(stop);
        match self.body(stop, end).filter(|_| unit) {
            Some(of) => (Office { of: Some(Box::new(of.clone())), ..office }, of.tokens.end),
            None => (office, stop),
        }
    }

    /// The same by the lexicon alone, without the models.
    fn office_by_rules(&self, start: usize, stop: usize, end: usize) -> (Office, usize) {
        let document = self.document;
        let (mut title, mut at) = (start..stop, stop);
        let class = self.class_of(&title);
        if let Some(inside) = self.bracketed(at, end) {
            at = inside.end + 1;
        }
        if let Some((of, stop)) = self.seat(&title, at) {
            return (Office { title, class, of: Some(Box::new(of)) }, stop);
        }
        while at < end && !self.person_starts(at) {
            if let Some(of) = self.country(at, end).or_else(|| self.body(at, end)) {
                if of.kind == PhraseKind::Body && of.name.len() == 1 && self.name_goes_on(at) {
                    break;
                }
                let (of, stop) = self.within_larger(of, end);
                return (Office { title, class, of: Some(Box::new(of)) }, stop);
            }
            if let Some(of) = self.body_by_models(at, class, end) {
                let stop = of.tokens.end;
                return (Office { title, class, of: Some(Box::new(of)) }, stop);
            }
            let specifies = if document.capital(at) {
                self.common(at) || (document.shape(at) == Shape::Upper && !self.name_goes_on(at))
            } else {
                self.specifies(at)
            };
            let joins = title.end == at && title.len() > 1 && self.joins_fields(at, at > stop);
            if document.word(at) && specifies || joins {
                at += 1;
                title.end = at;
            } else if matches!(document.lower(at), "untuk" | "di" | "pada" | "dari") && self.body_follows(at + 1, end)
                || document.lower(at) == "asal" && self.body(at + 1, end).is_some()
            {
                at += 1;
            } else {
                break;
            }
        }
        if let Some(inside) = self.bracketed(at, end) {
            at = inside.end + 1;
        }
        (Office { title, class, of: None }, at)
    }

    /// "Menko [PMK] Puan Maharani", "Menteri [ATR/BPN] Rudi Hartono": the token behind the letters that stand for what a
    /// minister is for.
    fn past_portfolio(&self, title: &Range<usize>) -> usize {
        let (document, at) = (self.document, title.end);
        let letters =
            |k: usize| document.shape(k) == Shape::Upper && self.lexicon.country_names.longest(document, k).is_none();
        let second =
            document.written(at + 1) == "/" && self.capital_word(at + 2) && self.office_title(at + 2).is_none();
        let behind = at + if second { 3 } else { 1 };
        let goes_on = self.capital_word(behind) || document.written(behind) == "/";
        let minister = title.clone().any(|k| matches!(document.lower(k), "menteri" | "menko" | "wamen"));
        if minister && letters(at) && goes_on { behind } else { at }
    }

    /// "Menteri Hukum[, Politik] [dan] Keamanan", "pakar hukum [dan] politik": whether what stands at `at` joins the fields
    /// of one office; `told` where one was told already behind the words that the lexicon knows.
    fn joins_fields(&self, at: usize, told: bool) -> bool {
        let (document, next) = (self.document, at + 1);
        let large = matches!(document.lower(at), "dan" | "," | "&" | "bidang" | "urusan")
            && document.capital(next)
            && self.common(next);
        let nobody = || {
            self.office_title(self.after_former(next)).is_none()
                && self.lexicon.groups.longest(document, next).is_none()
                && self.lexicon.body_heads.longest(document, next).is_none()
        };
        told && large || document.lower(at) == "dan" && !document.capital(next) && self.specifies(next) && nobody()
    }

    /// The region or place at `at` where an office is held, and the token behind it.
    fn seat(&self, title: &Range<usize>, at: usize) -> Option<(Phrase, usize)> {
        let (document, class) = (self.document, self.class_of(title));
        // "Dandim 0729/[Bantul]"
        let numbered = class == Title::Regional
            && document.kind(at) == TokenKind::Number
            && document.written(at + 1) == "/"
            && self.capital_word(at + 2);
        let at = if numbered { at + 2 } else { at };
        let regional = title.clone().any(|i| self.title(i, Title::Regional).is_some());
        let region = self.region(at).filter(|_| regional);
        // "Sekda [Kabupaten Yapen]", whose name no table knows.
        let level =
            class == Title::Regional && document.capital(at) && self.lexicon.is(document.lower(at), WordClass::Level);
        let unknown = || level && self.capital_word(at + 1) && !self.common(at + 1);
        let land = || matches!(class, Title::Regional | Title::State) && self.place_then_person(at);
        let length = region.or_else(|| unknown().then_some(2)).or_else(|| land().then_some(1))?;
        Some((Phrase::plain(at..at + length, PhraseKind::Body), at + length))
    }

    /// A body, or the place of a regional office, that only the models know for one.
    fn body_by_models(&self, at: usize, class: Title, end: usize) -> Option<Phrase> {
        let found = self.document.name_over(at).filter(|name| name.tokens.start == at && name.tokens.end <= end)?;
        let fits = match found.kind {
            NameKind::Organisation => true,
            NameKind::Place => class == Title::Regional,
            NameKind::Person => false,
        };
        let named = fits && self.capital_word(at) && !self.calendar(at) && self.office_title(at).is_none();
        (named && !self.common(at)).then(|| self.with_parent(found.tokens.clone(), PhraseKind::Body, end))
    }

    /// What an office is an office of, with the larger body or country behind it: "Kepala Seksi Pidana Khusus pada
    /// [Kejaksaan Negeri Bantul]"; and the token behind both.
    pub(super) fn within_larger(&self, mut of: Phrase, end: usize) -> (Phrase, usize) {
        let document = self.document;
        let mut stop = of.tokens.end;
        if let Some(country) = self.country(stop, end).filter(|c| c.name.start == stop && !c.is_metonym()) {
            stop = country.tokens.end;
        } else {
            let under = document.lower(stop) == "di" && document.lower(stop + 1) == "bawah";
            let joined = under || matches!(document.lower(stop), "pada" | "di" | "dari");
            let from = stop + 1 + usize::from(under);
            let larger = (joined && self.faction(stop, end).is_none()).then(|| self.body(from, end)).flatten();
            if let Some(larger) = larger.filter(|larger| larger.tokens.len() > 1 || under) {
                stop = larger.tokens.end;
                of.parent = Some(Box::new(larger));
            }
        }
        // "Presiden Peru ke-7": one of several in turn.
        let turn = |k: usize| {
            document.lower(k).strip_prefix("ke-").is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
        };
        let aside = |k: usize| {
            matches!(document.lower(k), "nonaktif" | "non-aktif" | "terpilih" | "terdahulu" | "saat" | "ini")
        };
        while stop < end && (aside(stop) || turn(stop)) {
            stop += 1;
        }
        (of, stop)
    }

    fn body_follows(&self, at: usize, end: usize) -> bool {
        self.body(at, end).is_some() || self.country(at, end).is_some()
    }

    /// A small word that tells which office it is ("menteri [luar negeri] Rusia").
    pub(super) fn specifies(&self, at: usize) -> bool {
        self.document.word(at) && self.common(at) && !self.closes_phrase(at) && self.document.lower(at) != "asal"
    }
}
