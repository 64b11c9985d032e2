//! Personal names: where one begins and ends, without ranks before it and degrees behind it.

use super::{PhraseFinder, Title};
use crate::language::models::{Name, NameKind};
use std::ops::Range;

/// The longest personal name, in words.
const LONGEST_NAME: usize = 6;
/// Small words inside names.
const PARTICLES: [&str; 13] = ["bin", "binti", "ibn", "van", "von", "der", "den", "de", "da", "dos", "del", "al", "el"];

impl PhraseFinder<'_, '_> {
    /// A personal name at token `i`: as the models find it, else by its letters.
    pub(super) fn name(&self, i: usize, end: usize) -> Option<Range<usize>> {
        if self.document.written(i).contains('.') && !self.initials(i) || self.document.lower(i) == "tbk" {
            // An address such as "contoh.com" in front of an article.
            return None;
        }
        if self.person_starts(i) {
            let name = self.document.name_over(i)?;
            let alias = (i + 1..name.tokens.end).find(|&k| self.document.lower(k) == "alias");
            let stop = self.before_weekday(i, self.with_particles(i, alias.unwrap_or(name.tokens.end)));
            return (stop <= end).then(|| i..self.before_degrees(i, stop));
        }
        self.name_by_letters(i, end).map(|name| name.start..self.before_degrees(name.start, name.end))
    }

    /// Whether the models find a person's name that begins at token `i`, or with a rank or office that ends there.
    pub(super) fn person_starts(&self, i: usize) -> bool {
        self.document
            .name_over(i)
            .is_some_and(|name| name.kind == NameKind::Person && self.titles_fill(name.tokens.start, i))
            && self.office_title(i).is_none()
            && !matches!(self.document.lower(i), "bin" | "binti")
            && self.title(i, Title::Rank).is_none()
            && self.longer_than_country(i)
            && self.lexicon.body_names.longest(self.document, i).is_none()
    }

    /// Whether no country's name stands at `i`, or the models find a person of that name ("Israel Katz").
    fn longer_than_country(&self, i: usize) -> bool {
        let Some((n, _)) = self.lexicon.country_names.longest(self.document, i) else { return true };
        // "Menteri Luar Negeri Israel [Israel Katz]"
        let twice = i > 0 && self.document.lower(i - 1) == self.document.lower(i);
        let apart = i == 0
            || twice
            || !self.document.word(i - 1)
            || self.lexicon.cue_forms.longest(self.document, i - 1).is_some();
        let named = |name: &Name| name.tokens.start == i && name.tokens.len() > n;
        apart && self.document.name_over(i).is_some_and(named)
    }

    /// Whether titles and their full stops fill the tokens from `at` to `stop`.
    fn titles_fill(&self, mut at: usize, stop: usize) -> bool {
        while at < stop {
            match self.lexicon.titles.longest(self.document, at) {
                Some((n, _)) => at += n,
                _ if self.document.written(at) == "." => at += 1,
                _ => return false,
            }
        }
        at == stop
    }

    /// "alih-alih": no name, whatever its first letter.
    pub(super) fn reduplicated(&self, i: usize) -> bool {
        self.document.lower(i).split_once('-').is_some_and(|(first, second)| first == second)
    }

    /// "J.K.", "H.": letters and full stops.
    fn initials(&self, i: usize) -> bool {
        self.document.written(i).split('.').all(|letters| letters.chars().count() <= 2)
    }

    /// Where a name that ends at `stop` for the models ends with "bin X" behind it.
    fn with_particles(&self, i: usize, mut stop: usize) -> usize {
        while stop < i + LONGEST_NAME && PARTICLES.contains(&self.document.lower(stop)) && self.capital_word(stop + 1) {
            stop += 2;
        }
        stop
    }

    /// Where the name from `i` to `stop` ends without the degrees behind it.
    fn before_degrees(&self, i: usize, stop: usize) -> usize {
        let first = (i + 1..stop).find(|&k| self.degree(k)).unwrap_or(stop);
        let mark = first > i + 1 && self.document.written(first - 1) == ",";
        first - usize::from(mark)
    }

    /// Where a name from `i` to `stop` ends before the day that something was said on: "Rudi Hartono [Kamis] (9/5)".
    pub(super) fn before_weekday(&self, i: usize, stop: usize) -> usize {
        (i + 1..stop).find(|&k| self.weekday(k)).unwrap_or(stop)
    }

    /// Whether the token at `at` names a day and goes on no name: "Polsek Pasar Minggu", "Jumat Agung" do.
    pub(super) fn weekday(&self, at: usize) -> bool {
        let day = matches!(
            self.document.lower(at),
            "senin" | "selasa" | "rabu" | "kamis" | "jumat" | "jum'at" | "sabtu" | "minggu" | "ahad"
        );
        day && at > 0 && self.document.lower(at - 1) != "pasar" && !self.capital_word(at + 1)
    }

    fn degree(&self, i: usize) -> bool {
        self.lexicon.degrees.contains(&self.document.written(i).replace('.', ""))
    }

    /// The token behind the degrees that stand from `at` on ("[, S.H., M.H.]").
    pub(super) fn past_degrees(&self, mut at: usize, end: usize) -> usize {
        loop {
            let from = at + usize::from(self.document.written(at) == ",");
            if from >= end || !self.degree(from) {
                return at;
            }
            at = from + 1;
        }
    }

    pub(super) fn name_by_letters(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        let mut stop = i;
        while stop < end && stop - i < LONGEST_NAME {
            let particle = stop > i && PARTICLES.contains(&document.lower(stop));
            let initial = document.written(stop) == "." && stop > i && document.written(stop - 1).len() == 1;
            if self.name_word(stop, stop == i) || initial || (particle && self.name_word(stop + 1, false)) {
                stop += 1;
            } else {
                break;
            }
        }
        (stop > i).then_some(i..stop)
    }

    fn name_word(&self, at: usize, first: bool) -> bool {
        let lower = self.document.lower(at);
        let number_word = self.document.written(at).chars().any(|c| c.is_ascii_digit());
        self.capital_word(at)
            && !number_word
            && (!self.common(at)
                || (first && self.name_goes_on(at) && !self.opens_sentence(at))
                || (!first && (!self.lexicon.vocabulary.mostly_common(lower) || !self.capital_word(at + 1))))
            && (first || self.office_title(at).is_none())
            && self.lexicon.country_names.longest(self.document, at).is_none()
            && self.lexicon.body_names.longest(self.document, at).is_none()
            && (self.lexicon.body_heads.longest(self.document, at).is_none() || !first)
            && !self.calendar(at)
            && self.region(at).is_none_or(|n| n == 1 && !first)
    }

    pub(super) fn calendar(&self, at: usize) -> bool {
        matches!(
            self.document.lower(at),
            "senin"
                | "selasa"
                | "rabu"
                | "kamis"
                | "jumat"
                | "jum'at"
                | "sabtu"
                | "minggu"
                | "ahad"
                | "januari"
                | "februari"
                | "maret"
                | "april"
                | "mei"
                | "juni"
                | "juli"
                | "agustus"
                | "september"
                | "oktober"
                | "november"
                | "desember"
        )
    }
}
