//! What looks like the name of a party and is none: sums of money, abbreviations for things.

use super::PhraseFinder;
use crate::extract::lexicon::WordClass;
use crate::language::Shape;

/// The most words that an abbreviation stands for.
const LONGEST: usize = 6;

impl PhraseFinder<'_, '_> {
    /// "US$", "NT$": the letters before the mark name no country or body.
    pub(super) fn currency(&self, i: usize) -> bool {
        self.document.written(i + 1).starts_with('$') && self.document.shape(i) == Shape::Upper
    }

    /// Whether the capitals at `i` stand in brackets behind the small words that they abbreviate, which name no party:
    /// "bahan bakar minyak ([BBM])".
    pub(super) fn stands_for_thing(&self, i: usize) -> bool {
        let document = self.document;
        let bracketed = i > 1 && document.written(i - 1) == "(" && document.written(i + 1) == ")";
        if !bracketed || document.shape(i) != Shape::Upper {
            return false;
        }
        let letters: Vec<char> = document.lower(i).chars().collect();
        let initial = |k: usize| document.lower(k).chars().next();
        let small = |k: usize| document.word(k) && !document.capital(k);
        // From the last word on backwards each opens with one of the letters, but small words may be left out.
        let (mut at, mut left) = (i - 1, letters.len());
        while left > 0 && at > 0 && i - at <= LONGEST {
            at -= 1;
            if !small(at) {
                return false;
            }
            if initial(at) == Some(letters[left - 1]) {
                left -= 1;
            } else if !matches!(document.lower(at), "dan" | "ke" | "di" | "dari" | "untuk" | "dalam" | "yang") {
                return false;
            }
        }
        left == 0
            && self.lexicon.body_heads.longest(document, at).is_none()
            && self.lexicon.groups.longest(document, at).is_none()
            && self.lexicon.groups.of_word(document.lower(i)).is_none()
            && !self.lexicon.is(document.lower(at), WordClass::AnyBody)
            && self.lexicon.titles.longest(document, at).is_none()
    }
}
