//! Offices: where their words end, and what they are offices of.

use super::{Office, Phrase, PhraseFinder, PhraseKind, Title};
use crate::extract::lexicon::WordClass;
use crate::language::Shape;
use crate::language::models::NameKind;
use crate::segment::TokenKind;
use std::ops::Range;

/// The most words of one field of an office.
const LONGEST_FIELD: usize = 4;

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
        let (office, stop) = found.unwrap_or_else(|| self.with_longer_field(rules, end));
        let unit = office.of.is_some();
        let (office, stop) = self.without_wing(self.of_unit(self.of_larger_body(office)), stop, end);
        // "Kepala Bidang Pangan (Kabid Pangan) [Pemkab Bantul]"
        if unit
            && office.of.is_none()
            && let Some(of) = self.body(stop, end).filter(|_| stop < end)
        {
            return (Office { of: Some(Box::new(of.clone())), ..office }, of.tokens.end);
        }
        // "anggota Biro Politik [gerakan Ansar Allah]"
        let unit = office.of.is_none() && office.title.end == stop && stop < end && !self.document.capital(stop);
        match self.body(stop, end).filter(|_| unit) {
            Some(of) => (Office { of: Some(Box::new(of.clone())), ..office }, of.tokens.end),
            None => (office, stop),
        }
    }

    /// "Ketua Partai Hijau [Bidang Pangan] Rudi Hartono": the office is one of the whole party, whatever it is for.
    fn without_wing(&self, mut office: Office, stop: usize, end: usize) -> (Office, usize) {
        let Some(name) = office.of.as_deref().map(|of| of.name.clone()) else { return (office, stop) };
        let wing = |k: &usize| {
            self.document.lower(*k) == "bidang" && !matches!(self.document.lower(*k - 1), "koordinator" | "wakil")
        };
        let Some(wing) = (name.start + 1..name.end).find(wing) else { return (office, stop) };
        let known = self.lexicon.body_names.longest(self.document, name.start).filter(|(n, _)| name.start + n == wing);
        let kind = known.map_or(PhraseKind::Body, |(_, body)| PhraseKind::KnownBody(*body));
        let field = |k: usize| self.capital_word(k) && self.common(k) && !self.person_starts(k);
        let goes_on = |k: &usize| field(*k) || *k > wing + 1 && self.joins_fields(*k, true);
        let last = (wing + 1..end).take_while(goes_on).last();
        office.of = Some(Box::new(self.with_parent(name.start..wing, kind, wing)));
        (office, last.map_or(stop, |last| last + 1))
    }

    /// "Menteri [Kependudukan dan Pembangunan Keluarga] Rudi Hartono": a minister of nothing named, with the field that the
    /// models find behind the word.
    fn with_longer_field(&self, (mut office, stop): (Office, usize), end: usize) -> (Office, usize) {
        let minister = office.of.is_none()
            && office.title.end == stop
            && self.document.capital(stop - 1)
            && office.title.clone().any(|k| matches!(self.document.lower(k), "menteri" | "menko" | "wamen"));
        let longer =
            self.modelled_office(office.title.start).filter(|longer| minister && *longer > stop && *longer < end);
        match longer.filter(|longer| self.person_starts(self.past_ranks(*longer, end))) {
            Some(longer) => {
                office.title.end = longer;
                (office, longer)
            }
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
        if let Some((mut of, mut stop)) = self.seat(&title, at) {
            // "Bupati Kuantan Singingi (Kuansing)"
            if let Some(short) = self.bracketed(stop, end) {
                (stop, of.tokens.end) = (short.end + 1, short.end + 1);
                of.short = Some(short);
            }
            return (Office { title, class, of: Some(Box::new(of)) }, self.past_term(stop, end));
        }
        while at < end && !self.person_starts(at) {
            at = self.past_units_letters(at, end);
            // "Menteri Pendidikan, [Sains dan Teknologi] (Mendikti)"
            let field = title.end == at && matches!(document.lower(at - 1), "," | "dan") && self.common(at);
            if let Some(of) = self.country(at, end).or_else(|| self.body(at, end)).filter(|_| !field) {
                // "Wali Kota [Kyiv]" governs the town, not the state.
                let town = class == Title::Regional && of.is_metonym();
                let of = if town { Phrase::plain(of.tokens, PhraseKind::Body) } else { of };
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
        // "presiden terpilih 2024-2029 Rudi Hartono", "Presiden ke-6 Rudi Hartono"
        let behind = self.past_term(at, end);
        let named = self.person_starts(self.past_ranks(behind, end));
        (Office { title, class, of: None }, if named { behind } else { at })
    }

    /// "Kepala Bidang Pangan [(Kabid Pangan)] Pemkab Bantul": the token behind letters that stand for an office in a unit of
    /// the body behind them.
    fn past_units_letters(&self, at: usize, end: usize) -> usize {
        let inside = self.bracketed(at, end).filter(|inside| self.body(inside.end + 1, end).is_some());
        let larger = |k: usize| self.lexicon.is(self.document.lower(k), WordClass::LargerBody);
        let unit =
            |inside: &Range<usize>| self.document.lower(inside.start).starts_with("ka") || larger(inside.end + 1);
        inside.filter(unit).map_or(at, |inside| inside.end + 1)
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
            && self.common(next)
            || document.lower(at) == ","
                && document.lower(next) == "dan"
                && document.capital(next + 1)
                && self.common(next + 1);
        if !told && self.field_list(at).is_some() {
            return true;
        }
        let nobody = || {
            self.office_title(self.after_former(next)).is_none()
                && self.lexicon.groups.longest(document, next).is_none()
                && self.lexicon.body_heads.longest(document, next).is_none()
        };
        told && large || document.lower(at) == "dan" && !document.capital(next) && self.specifies(next) && nobody()
    }

    /// "Menteri Pendidikan[, Riset, dan Teknologi] Peru": where a list of fields in common words ends that a comma opens at
    /// `at` and "dan" closes.
    pub(super) fn field_list(&self, at: usize) -> Option<usize> {
        let document = self.document;
        let field = |from: usize| {
            let words = (from..from + LONGEST_FIELD).take_while(|&k| {
                self.capital_word(k) && self.common(k) && self.office_title(k).is_none() && self.region(k).is_none()
            });
            Some(from + words.count()).filter(|stop| *stop > from)
        };
        let mut stop = at;
        while document.written(stop) == "," && document.lower(stop + 1) != "dan" {
            stop = field(stop + 1)?;
        }
        let last = stop + usize::from(document.written(stop) == ",");
        field(last + 1).filter(|_| stop > at && document.lower(last) == "dan")
    }

    /// The region or place at `at` where an office is held, and the token behind it.
    fn seat(&self, title: &Range<usize>, at: usize) -> Option<(Phrase, usize)> {
        let (document, class) = (self.document, self.class_of(title));
        // "Dandim 0729/[Bantul]"
        if let Some(command) = self.numbered_command(class, at) {
            return Some(command);
        }
        let numbered = self.numbered(class, at);
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

    /// "[0729]/Bantul", "[IV]/Diponegoro"
    fn numbered(&self, class: Title, at: usize) -> bool {
        let document = self.document;
        let roman = || document.word(at) && document.written(at).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        class == Title::Regional
            && (document.kind(at) == TokenKind::Number || roman())
            && document.written(at + 1) == "/"
            && self.capital_word(at + 2)
    }

    /// "Danrem [061/Surya Kencana] Brigjen Rudi Hartono": a command that has a name of its own, not that of a region.
    fn numbered_command(&self, class: Title, at: usize) -> Option<(Phrase, usize)> {
        let document = self.document;
        if !self.numbered(class, at) || self.region(at + 2).is_some() {
            return None;
        }
        let alone = |k: usize| document.written(k + 1) == "(" || self.title(k + 1, Title::Rank).is_some();
        let command = |k: usize| {
            let name = self.title(k, Title::Rank).is_some() || self.person_starts(k) && !alone(k);
            self.capital_word(k) && !name
        };
        let stop = (at + 2..at + 5).find(|&k| !command(k)).unwrap_or(at + 3).max(at + 3);
        Some((Phrase::plain(at..stop, PhraseKind::Body), stop))
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
        // "Menteri Luar Negeri Israel [Israel Katz]"
        let larger = self.country(stop, end).filter(|c| c.name.start == stop && !c.is_metonym());
        if let Some(country) = larger.filter(|_| !self.person_starts(stop)) {
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
        (of, self.past_term(stop, end))
    }

    /// The token behind what only tells when somebody holds an office: "Presiden Peru [ke-7]", "Gubernur Bali [terpilih]",
    /// "Ketua KPK [periode 2015-2019]".
    fn past_term(&self, mut at: usize, end: usize) -> usize {
        let document = self.document;
        let digits = |k: usize| document.written(k).starts_with(|c: char| c.is_ascii_digit());
        let turn = |k: usize| {
            document.lower(k).strip_prefix("ke-").is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
        };
        while at < end {
            let opens = match (document.lower(at), document.lower(at + 1)) {
                ("nonaktif" | "non-aktif" | "terpilih" | "terdahulu" | "ini", _) => 1,
                ("saat", "itu") if document.written(at + 2) == "," => 2,
                ("saat", "ini") | ("dua" | "tiga", "periode") => 2,
                ("masa", "bakti" | "jabatan") if digits(at + 2) => 2,
                ("periode" | "ke", _) if digits(at + 1) => 1,
                (_, "-" | "–") if digits(at) && digits(at + 2) => 0,
                _ if turn(at) => 1,
                _ => break,
            };
            at += opens;
            let years = |k: usize| {
                let joint = matches!(document.lower(k), "-" | "–" | "dan" | "hingga" | "sampai") && digits(k + 1);
                k < end && (digits(k) || joint)
            };
            while years(at) {
                at += 1;
            }
        }
        at
    }

    fn body_follows(&self, at: usize, end: usize) -> bool {
        self.body(at, end).is_some() || self.country(at, end).is_some()
    }

    /// A small word that tells which office it is ("menteri [luar negeri] Rusia").
    pub(super) fn specifies(&self, at: usize) -> bool {
        self.document.word(at) && self.common(at) && !self.closes_phrase(at) && self.document.lower(at) != "asal"
    }
}
