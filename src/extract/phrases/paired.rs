//! Two offices and those who hold them, in the same order: "Gubernur dan Wakil Gubernur Bali, Ana Paz dan Rudi Hartono".

use super::{Office, Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::WordClass;
use std::ops::Range;

impl PhraseFinder<'_, '_> {
    /// The two people whose offices are told together from token `i` on.
    pub(super) fn paired(&self, i: usize, end: usize) -> Option<[Phrase; 2]> {
        let stop = self.office_words(i, end).filter(|stop| self.joined(*stop))?;
        let from = stop + 1;
        let (offices, at) = self.offices(from, self.office_words(from, end)?, end);
        let [second] = &offices[..] else { return None };
        let of = second.of.clone()?;
        let title = i..i + self.office_title(self.after_former(i))? + self.after_former(i) - i;
        let first = Office { class: self.class_of(&title), title, of: Some(of) };
        if first.title.end != stop {
            return None;
        }
        let at = at + usize::from(self.document.written(at) == ",");
        let one = self.holder(at, end)?;
        let other = self.holder(one.end + 1, end).filter(|_| self.joined(one.end))?;
        Some(
            [(one, first), (other, second.clone())]
                .map(|(name, office)| Phrase { offices: vec![office], ..Phrase::plain(name, PhraseKind::Person) }),
        )
    }

    fn joined(&self, at: usize) -> bool {
        self.lexicon.is(self.document.lower(at), WordClass::Joiner)
    }

    /// The name of a person from `at` on, behind ranks.
    fn holder(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let from = self.past_ranks(at, end);
        self.name(from, end).filter(|_| self.person_starts(from) || !self.common(from))
    }
}
