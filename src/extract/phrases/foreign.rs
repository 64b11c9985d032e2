//! Bodies whose names follow a common noun for them, or are left in English.

use super::{Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::WordClass;
use crate::language::models::NameKind;

impl PhraseFinder<'_, '_> {
    /// "badan [Pertahanan Sipil Gaza]": behind a small noun for a body the name that the models find.
    pub(super) fn name_behind_noun(&self, i: usize, end: usize) -> Option<Phrase> {
        let (n, _) = self.lexicon.body_heads.longest(self.document, i).filter(|_| !self.document.capital(i))?;
        let (name, kind) = self.name_by_models(i + n, end)?;
        let named = kind == NameKind::Organisation && self.capital_word(name.start);
        let body = named.then(|| self.with_parent(name, PhraseKind::Body, end))?;
        Some(Phrase { tokens: i..body.tokens.end, ..body })
    }

    /// "Chamber of Progress": no Indonesian name holds such small words.
    pub(super) fn english_name(&self, i: usize, end: usize) -> Option<Phrase> {
        let only_opens = self.opens_sentence(i) && self.common(i);
        if !self.capital_word(i) || only_opens || self.calendar(i) || self.title_at(i) {
            return None;
        }
        let first = (i..end).find(|&k| !self.capital_word(k) || self.person_starts(k)).unwrap_or(end);
        let stop = self.past_english(first, end);
        (stop > first && first > i).then(|| {
            let mut body = Phrase::plain(i..stop, PhraseKind::Body);
            self.take_short(&mut body, end);
            body
        })
    }

    /// Where a name that runs up to `at` ends when English words go on with it: "Frost [and Sullivan]".
    pub(super) fn past_english(&self, mut at: usize, end: usize) -> usize {
        let joins = |k: usize| !self.document.capital(k) && self.lexicon.is(self.document.lower(k), WordClass::English);
        loop {
            let from = (at..end).find(|&k| !joins(k)).unwrap_or(end);
            let stop = (from..end).find(|&k| !self.capital_word(k) || self.person_starts(k)).unwrap_or(end);
            if from == at || stop == from {
                return at;
            }
            at = stop;
        }
    }
}
