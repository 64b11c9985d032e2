//! Where the names of organisations end.

use super::PhraseFinder;
use crate::extract::lexicon::WordClass;
use crate::language::Shape;
use crate::language::models::{NameKind, Upos};
use crate::segment::TokenKind;

impl PhraseFinder<'_, '_> {
    /// Where a name that opens with a word such as "Kementerian" at token `i` ends.
    pub(super) fn headed(&self, i: usize, end: usize) -> Option<usize> {
        let (n, head) = self.lexicon.body_heads.longest(self.document, i)?;
        // "300 tentara Peru" are people.
        let counted = i > 0 && self.document.kind(i - 1) == TokenKind::Number && !self.document.capital(i);
        if counted || self.adjective(i) {
            return None;
        }
        if self.document.capital(i) {
            let opens = || self.opens_sentence(i).then(|| self.small_run(i + n, end)).flatten();
            self.capital_run(i + n, i, head.any_name()).or_else(opens)
        } else {
            self.small_run(i + n, end).or_else(|| self.staff(i, i + n, end))
        }
    }

    /// Where the name of those who work for somebody ends: "kantor [Netanyahu]".
    fn staff(&self, head: usize, from: usize, end: usize) -> Option<usize> {
        let (name, kind) = self.name_by_models(from, end).filter(|_| self.document.lower(head) == "kantor")?;
        (kind == NameKind::Person && name.start == from).then_some(name.end)
    }

    /// Whether a word for a body only says of what sort the noun before it is: "pangkalan [militer] Peru".
    fn adjective(&self, i: usize) -> bool {
        let document = self.document;
        if !self.lexicon.is(document.lower(i), WordClass::Adjective) || i == document.sentence_tokens(i).start {
            return false;
        }
        let noun = document.tag(i - 1) == Upos::Noun && !document.capital(i - 1);
        let person = self.lexicon.groups.longest(document, i - 1).is_some()
            || self.lexicon.cue_forms.longest(document, i - 1).is_some()
            || (i.saturating_sub(2)..i).any(|from| self.lexicon.titles.longest(document, from).is_some());
        noun && !person
    }

    /// Where capitalised words from token `from` on end, those of the body whose head stands at `head`.
    pub(super) fn capital_run(&self, from: usize, head: usize, any_name: bool) -> Option<usize> {
        let document = self.document;
        let end = document.sentence_tokens(head).end;
        let mut stop = from;
        let mut open_to_names = any_name;
        while stop < end
            && !(stop > from && (self.person_starts(stop) || document.lower(stop) == "fraksi"))
            && !self.holder_from(head, stop, end)
            && !self.weekday(stop)
        {
            if let Some((n, _)) = self.lexicon.country_names.longest(document, stop) {
                let firm = matches!(document.lower(head), "pt" | "cv") && self.capital_word(stop + n);
                if firm && !self.person_starts(stop + n) {
                    stop += n;
                    continue;
                }
                return Some((stop + n).min(end));
            }
            if let Some(n) = self.region(stop) {
                stop += n;
                open_to_names = false;
                continue;
            }
            if let Some((n, _)) = self.lexicon.body_names.longest(document, stop) {
                stop += n;
                continue;
            }
            let joins = matches!(document.lower(stop), "dan" | "&" | "," | "/" | "bidang" | "untuk" | "atas");
            // "Hukum, Komunikasi[, dan] Informasi".
            let next = stop + 1 + usize::from(document.lower(stop) == "," && document.lower(stop + 1) == "dan");
            let joins = joins && !self.another_body(next) && !self.title_at(next);
            if joins && self.capital_common(next) && stop > head + 1 && self.list_goes_on(stop, end) {
                stop = next + 1;
            } else if self.capital_word(stop)
                && (open_to_names || self.part_of_body(stop) || self.known_follows(stop, end))
            {
                if self.title_at(stop) {
                    break;
                }
                stop += 1;
            } else if document.kind(stop) == TokenKind::Number && stop > head && stop == from {
                // "Kodim 0729/Bantul"
                let place = document.written(stop + 1) == "/" && self.capital_word(stop + 2);
                stop += if place { 3 } else { 1 };
            } else {
                break;
            }
        }
        let bare_acronym = document.shape(head) == Shape::Upper && document.lower(head) != "pt";
        (stop > from || bare_acronym || self.names_itself(head) || from - head >= 4).then_some(stop)
    }

    /// Whether behind the unknown capitalised word at `at` the run of capitals goes on with one that belongs to a body.
    fn known_follows(&self, at: usize, end: usize) -> bool {
        let run =
            (at + 1..end.min(at + 4)).take_while(|&k| self.capital_word(k) && !self.title_at(k) && !self.calendar(k));
        run.into_iter().any(|k| self.part_of_body(k) || self.lexicon.country_names.longest(self.document, k).is_some())
    }

    /// Whether a comma or "dan" at `at` joins parts of one name: for a comma, only where "dan" follows further on.
    fn list_goes_on(&self, at: usize, end: usize) -> bool {
        self.document.lower(at) != ","
            || (at + 1..end.min(at + 8))
                .take_while(|&k| self.capital_word(k) || matches!(self.document.lower(k), "," | "dan"))
                .any(|k| self.document.lower(k) == "dan")
    }

    /// Where the small words of a body's name from token `from` on end: only a country or a name closes them.
    fn small_run(&self, from: usize, end: usize) -> Option<usize> {
        for stop in from..end.min(from + 5) {
            if let Some((n, name)) = self.lexicon.country_names.longest(self.document, stop) {
                return (!name.metonym).then_some((stop + n).min(end));
            }
            let rank = self.title(stop, super::Title::Rank).is_some();
            let named = self.capital_word(stop) && !self.common(stop) && !rank;
            if named && stop == from {
                let last = (stop..end).find(|&k| !self.capital_word(k) || self.person_starts(k)).unwrap_or(end);
                return (last > stop).then(|| self.past_english(last, end));
            }
            let other = self.document.lower(stop) == "kementerian";
            let goes_on = !other && self.document.word(stop) && self.common(stop) && !self.document.capital(stop);
            if !goes_on || self.closes_phrase(stop) {
                return None;
            }
        }
        None
    }

    fn capital_common(&self, i: usize) -> bool {
        self.capital_word(i) && self.common(i)
    }

    fn part_of_body(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        self.common(i) && self.title(i, super::Title::Rank).is_none()
            || self.lexicon.vocabulary.place(lower)
            || self.document.shape(i) == Shape::Upper
            || self.lexicon.body_names.longest(self.document, i).is_some()
            || self.lexicon.body_heads.longest(self.document, i).is_some()
    }

    /// Heads that name a body on their own when capitalised: "Polri", "Bareskrim", "Kejati".
    fn names_itself(&self, head: usize) -> bool {
        let lower = self.document.lower(head);
        !self.lexicon.vocabulary.common(lower) || matches!(lower, "parlemen" | "kongres" | "senat" | "knesset")
    }
}
