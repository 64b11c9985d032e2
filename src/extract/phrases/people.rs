//! People by name and by office.

use super::{Office, Phrase, PhraseFinder, PhraseKind, Title};
use crate::extract::lexicon::WordClass;
use crate::language::Shape;
use crate::language::models::NameKind;
use std::ops::Range;

impl PhraseFinder<'_, '_> {
    /// An office, with what it is an office of and who holds it, at token `i`.
    pub(super) fn titled(&self, i: usize, end: usize) -> Option<Phrase> {
        let Some(stop) = self.office_words(i, end) else { return self.ranked(i, end) };
        let (mut offices, at) = self.offices(i, stop, end);
        let mut at = self.past_ranks(at, end);
        let next = self.past_second_office(at, &offices, end);
        if let Some(stop) = self.office_words(next, end) {
            let (others, stop) = self.offices(next, stop, end);
            // "yang juga penasihat Ana Paz, Rudi Hartono": whom somebody serves is not who holds the first office.
            let aside = self.document.lower(at) == "yang";
            let served = |other: &Office| {
                self.lexicon.is(self.document.lower(self.after_former(other.title.start)), WordClass::Aide)
            };
            let own = |other: &Office| !served(other) && (other.of.is_some() || other.class == Title::State);
            if !aside || others.iter().all(own) {
                at = self.past_ranks(stop, end);
                offices.extend(others);
            }
        }
        if self.document.lower(at) == "nya" {
            at += 1;
        }
        at = self.past_origin(at, end);
        at = self.past_pair(self.past_accredited(at, end), &offices, end);
        if let Some((name, offices)) = self.holder_in_that_body(&offices, at, end) {
            return Some(self.person(i, name, offices, end));
        }
        let comma = self.document.written(at) == ",";
        let name_at = if comma { self.past_ranks(at + 1, end) } else { at };
        if let Some((body, name)) = self.body_then_name(at, &offices, end) {
            if let Some(last) = offices.last_mut() {
                last.of = Some(Box::new(body));
            }
            return Some(self.person(i, name, offices, end));
        }
        if let Some(name) = self.name(name_at, end)
            && (!comma || self.named_behind_comma(&name, &offices, end) && !self.fronted(i, &name, end))
        {
            let aide = self.aide_of(i, &name, &offices, end).filter(|_| !comma);
            return aide.or_else(|| Some(self.person(i, name, offices, end)));
        }
        if let Some(name) = self.name_behind_words(at, &offices, end) {
            return Some(self.person(i, name, offices, end));
        }
        // Without a name behind it, what only the models take for an office may be anything.
        self.office_title(self.after_former(i))?;
        let at = self.past_second_body(at, &mut offices, end);
        let at = at + usize::from(at < end && self.document.lower(at) == "setempat");
        // "ketiga pimpinan KPK itu" are nobody in particular.
        let several = i > 0 && self.lexicon.is(self.document.lower(i - 1), WordClass::Several);
        let tokens = i..at + usize::from(at < end && self.demonstrative(at) && !several);
        Some(Phrase { name: i..at, offices, ..Phrase::plain(tokens, PhraseKind::OfficeHolder) })
    }

    /// The token behind what joins a second office of one person: "Ketua Partai Hijau [sekaligus] Gubernur Bali", "Ketua Partai
    /// Hijau [yang juga] Gubernur Bali", "Wakil Perdana Menteri [dan] Menteri Pertahanan Peru".
    fn past_second_office(&self, at: usize, offices: &[Office], end: usize) -> usize {
        let document = self.document;
        let joins = match (document.lower(at), document.lower(at + 1)) {
            ("sekaligus" | "merangkap" | "/", _) => 1,
            ("yang", "juga") => 2,
            ("dan", second) => {
                // A head of government may be a minister too; "Presiden dan Wakil Presiden" are two.
                let [first] = offices else { return at };
                let title = document.phrase(&first.title).to_lowercase();
                let open = first.of.is_none() && first.title.end == at && title.ends_with("perdana menteri");
                usize::from(open && second.starts_with("menteri"))
            }
            _ => 0,
        };
        if at + joins < end { at + joins } else { at }
    }

    /// "pejabat Peru dan [Chile]", "pejabat Pentagon dan [Departemen Luar Negeri]": the token behind the second body or
    /// country of an office that several hold.
    fn past_second_body(&self, at: usize, offices: &mut Vec<Office>, end: usize) -> usize {
        let document = self.document;
        let [office] = &offices[..] else { return at };
        let several = self.lexicon.is(document.lower(office.title.start), WordClass::Shared);
        let joined = several && self.lexicon.is(document.lower(at), WordClass::Joiner) && at < end;
        let Some(first) = office.of.as_deref().filter(|_| joined) else { return at };
        let second = if first.is_country() {
            self.country(at + 1, end).filter(|country| !country.is_metonym())
        } else {
            // "Anggota DPR dan Partai Hijau" may be the members and the party.
            self.body(at + 1, end).filter(|_| self.lexicon.is(document.lower(office.title.start), WordClass::Human))
        };
        let Some(second) = second.filter(|second| second.tokens.end == end || !self.capital_word(second.tokens.end))
        else {
            return at;
        };
        let stop = second.tokens.end;
        offices.push(Office { of: Some(Box::new(second)), ..office.clone() });
        stop
    }

    /// The person called `name` with the offices before it, and what stands behind the name.
    fn person(&self, i: usize, name: Range<usize>, offices: Vec<Office>, end: usize) -> Phrase {
        let mut person = Phrase { name: name.clone(), offices, ..Phrase::plain(i..name.end, PhraseKind::Person) };
        person.tokens.end = self.past_degrees(person.tokens.end, end);
        self.take_nickname(&mut person, end);
        self.take_apposition(&mut person, end);
        person
    }

    /// "Ketua Tim Kampanye (TK) [Lestari-Wijaya], Ana Paz": the token behind the two candidates whom a body is for, where
    /// somebody else is named behind them.
    fn past_pair(&self, at: usize, offices: &[Office], end: usize) -> usize {
        let document = self.document;
        let served = offices.last().is_some_and(|office| office.of.is_some());
        let two = document.written(at).split('-').filter(|part| part.starts_with(char::is_uppercase)).count() == 2;
        let behind = at + 1 + self.region(at + 1).unwrap_or(0);
        let from = behind + usize::from(document.written(behind) == ",");
        let holder = self.name(self.past_ranks(from, end), end);
        let named = holder.is_some_and(|name| name.len() > 1 && (from > behind || self.person_starts(name.start)));
        if served && two && named { behind } else { at }
    }

    /// "CEO [Jete], [Jhonny Thio],": behind an office without a body two names, the first of them that of the body.
    fn body_then_name(&self, at: usize, offices: &[Office], end: usize) -> Option<(Phrase, Range<usize>)> {
        let office = offices.last().filter(|office| office.of.is_none() && office.class != Title::State)?;
        let first = self.name_by_letters(at, end).filter(|first| self.document.written(first.end) == ",")?;
        let name_at = self.past_ranks(first.end + 1, end);
        let person = self.person_starts(name_at) && !self.person_starts(at);
        let name = self.name(name_at, end).filter(|name| person && name.len() > 1 && self.name_closes(name, end))?;
        let listed =
            self.document.written(name.end) == "," && matches!(self.document.lower(name.end + 1), "dan" | "serta");
        let needs_body = matches!(office.class, Title::Body | Title::Regional);
        (needs_body && !listed).then(|| (Phrase::plain(first, PhraseKind::Body), name))
    }

    /// Whether the name behind an office and a comma is that of its holder.
    fn named_behind_comma(&self, name: &Range<usize>, offices: &[Office], end: usize) -> bool {
        let elsewise = self.document.name_over(name.start).is_some_and(|found| found.kind != NameKind::Person);
        let named = name.len() > 1 && offices.iter().any(|office| office.of.is_some());
        !elsewise && (named || self.name_closes(name, end))
    }

    /// A name that nothing stands before; with an office behind it ("X, anggota Y, ...") a person.
    pub(super) fn bare_name(&self, i: usize, end: usize) -> Option<Phrase> {
        let found = self.document.name_over(i).filter(|name| name.tokens.start == i && name.tokens.end <= end);
        if found.is_none() && self.opens_sentence(i) && (self.common(i) || self.reduplicated(i)) {
            return None;
        }
        let modelled = self.name_by_models(i, end);
        let name = match &modelled {
            Some((tokens, kind)) if *kind != NameKind::Person => tokens.clone(),
            _ => self.name(i, end)?,
        };
        // "Siti (45), warga Bantul, mengatakan"
        let known = name.len() > 1 || self.named_elsewhere(i) || self.aged(name.end);
        if modelled.is_none() && !known {
            return None;
        }
        let several = name.len() > 1;
        let place = self.lexicon.vocabulary.place(self.document.lower(i));
        let statesman = self.lexicon.person_names.contains_key(&self.document.phrase(&name).to_lowercase());
        let kind = match modelled.map(|(_, kind)| kind) {
            _ if statesman => PhraseKind::Person,
            Some(NameKind::Person) if several => PhraseKind::Person,
            // "tersangka AL (45)".
            Some(_) if !several && self.aged(name.end) => PhraseKind::Name,
            Some(NameKind::Organisation) => PhraseKind::Body,
            Some(NameKind::Place) => PhraseKind::Place,
            None if several => return None,
            None if place => PhraseKind::Place,
            _ => PhraseKind::Name,
        };
        let mut phrase = Phrase::plain(name, kind);
        phrase.tokens.end = self.past_degrees(phrase.tokens.end, end);
        self.take_nickname(&mut phrase, end);
        if let Some(short) = phrase.short.clone()
            && !statesman
            && self.abbreviates(&short, &phrase.name)
        {
            phrase.kind = PhraseKind::Body;
            return Some(phrase);
        }
        // "di Rafah, pejabat senior X, ...": a place holds no office.
        let somewhere = i > 0 && matches!(self.document.lower(i - 1), "di" | "ke" | "dari") && kind == PhraseKind::Name;
        if kind != PhraseKind::Place && !somewhere {
            self.take_apposition(&mut phrase, end);
            if !phrase.offices.is_empty() {
                phrase.kind = PhraseKind::Person;
            }
        }
        Some(phrase)
    }

    /// "Gubernur [Lima] Ana Paz", where the models take all three words for the person's name.
    pub(super) fn place_then_person(&self, at: usize) -> bool {
        // The models may take the office before it for a word of the name.
        let name = self.document.name_over(at).filter(|name| name.tokens.end > at + 2);
        let place = |k: usize| self.lexicon.vocabulary.place(self.document.lower(k));
        // A parish or village hardly has a name that is known.
        let small = at > 0
            && matches!(
                self.document.lower(at - 1),
                "camat" | "lurah" | "kapolsek" | "danramil" | "kades" | "kadus" | "desa" | "dusun"
            );
        name.is_some_and(|name| name.kind == NameKind::Person) && (small || place(at)) && !place(at + 1)
    }

    /// A rank or form of address and a name.
    fn ranked(&self, i: usize, end: usize) -> Option<Phrase> {
        self.title(i, Title::Rank)?;
        let name = self.name(self.past_ranks(i, end), end)?;
        Some(self.person(i, name, Vec::new(), end))
    }

    pub(super) fn name_goes_on(&self, at: usize) -> bool {
        self.document.shape(at + 1) == Shape::Capital && !self.common(at + 1) && self.document.word(at + 1)
    }

    /// Whether what follows a name after a comma shows that the name ends the phrase.
    pub(super) fn name_closes(&self, name: &Range<usize>, end: usize) -> bool {
        name.end >= end
            || matches!(self.document.lower(name.end), "," | "(" | ".")
            || self.lexicon.cue_forms.longest(self.document, name.end).is_some()
            || matches!(
                self.document.lower(name.end),
                "pada" | "juga" | "telah" | "sebelumnya" | "kepada" | "saat" | "di"
            )
    }

    /// Whether `short` can be the abbreviation of the body `name`: capitals that open with its first letter.
    fn abbreviates(&self, short: &Range<usize>, name: &Range<usize>) -> bool {
        let initial = |i: usize| self.document.lower(i).chars().next();
        short.len() == 1
            && name.len() > 2
            && initial(short.start) == initial(name.start)
            && self.document.shape(short.start) == Shape::Upper
    }

    /// "(52)" or "(MIU)" or "alias X" behind a name.
    fn take_nickname(&self, phrase: &mut Phrase, end: usize) {
        let at = phrase.tokens.end;
        if let Some(short) = self.bracketed(at, end).filter(|short| self.office_words(short.start, end).is_none()) {
            phrase.tokens.end = short.end + 1;
            phrase.short = Some(short);
        } else if self.aged(at) {
            phrase.tokens.end = at + 3;
        } else {
            phrase.tokens.end = self.past_own_nickname(at, end);
        }
    }

    /// "Danu[, sapaan akrabnya,] mengatakan": the token behind what only says that somebody is called so.
    fn past_own_nickname(&self, at: usize, end: usize) -> usize {
        let document = self.document;
        let calls = |k: usize| {
            self.lexicon.is(document.lower(k), WordClass::Calls)
                || self.lexicon.is(document.lower(k), WordClass::Calling)
        };
        let own = (at + 1..end).find(|&k| !calls(k)).filter(|&k| k > at + 1 && document.lower(k) == "nya");
        let mark = !document.word(at) && own.is_some_and(|own| !document.word(own + 1) && own + 1 < end);
        own.filter(|_| mark).map_or(at, |own| own + 2)
    }

    /// "(52)" at token `at`: the age of whoever is named before it.
    fn aged(&self, at: usize) -> bool {
        self.document.written(at) == "("
            && self.document.written(at + 2) == ")"
            && self.document.written(at + 1).chars().all(|c| c.is_ascii_digit())
            && self.document.written(at + 1).len() < 4
    }
}
