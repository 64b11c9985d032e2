//! Parties that stand inside a description of the subject: "Hizbullah, yang dipersenjatai Iran, mengatakan".

use super::{Attributor, Source};
use crate::extract::cues::CueForm;
use crate::extract::lexicon::WordClass;
use crate::extract::phrases::PhraseKind;
use crate::extract::reading::ActorKind;

/// How many tokens a description may take.
const LONGEST: usize = 14;

/// What the phrase before a cue is, where it is not the subject itself.
pub(super) enum Inside {
    /// Part of a clause with "yang": of the subject where a phrase stands before it.
    Relative(Option<Source>),
    /// A description behind the name that it belongs to: "Budi Santoso, warga Depok, mengatakan".
    Apposition(Source),
}

impl Attributor<'_, '_, '_> {
    /// Whether phrase `p` stands in a description of the subject, in a clause that starts at `start`.
    pub(super) fn described_by(&self, p: usize, start: usize) -> Option<Inside> {
        let first = self.book.phrases()[p].tokens.start;
        if let Some(yang) = self.relative_before(first, start) {
            let head = yang.checked_sub(1).map(|i| if self.comma(i) { i.saturating_sub(1) } else { i });
            let head = head.filter(|&i| i >= start).and_then(|i| self.phrase_of[i]);
            return Some(Inside::Relative(head.and_then(|q| self.named_source(q, start))));
        }
        self.name_before(p, start).map(Inside::Apposition)
    }

    /// The "yang" of the clause whose object or agent begins at token `first`: a verb and no comma stand between.
    fn relative_before(&self, first: usize, start: usize) -> Option<usize> {
        let mut verb = false;
        for i in (start.max(first.saturating_sub(LONGEST))..first).rev() {
            let lower = self.document.lower(i);
            if lower == "yang" {
                return verb.then_some(i);
            }
            let clause = matches!(self.cue_form(i), Some((_, CueForm::Active(_))))
                || [WordClass::Subordinator, WordClass::Link].iter().any(|class| self.lexicon.is(lower, *class))
                || matches!(lower, "bahwa" | "membuat");
            if self.comma(i) || clause {
                return None;
            }
            verb |= self.phrase_of[i].is_none() && (self.verb_like(i) || self.lexicon.is(lower, WordClass::Copula));
        }
        None
    }

    /// The named person right before the comma that phrase `p`, an office or a description, stands behind.
    fn name_before(&self, p: usize, start: usize) -> Option<Source> {
        let phrase = &self.book.phrases()[p];
        let describes = matches!(phrase.kind, PhraseKind::Group | PhraseKind::OfficeHolder);
        let mut i = phrase.tokens.start.checked_sub(1).filter(|&i| describes && i > start && self.comma(i))? - 1;
        if self.document.written(i) == ")" {
            i = (start..i).rev().find(|&k| self.document.written(k) == "(")?.checked_sub(1)?;
        }
        let q = self.phrase_of[i].filter(|&q| self.book.phrases()[q].kind == PhraseKind::Person)?;
        let actor = self.book.of_phrase(q).filter(|actor| self.book.kind(*actor) == ActorKind::Person)?;
        let tokens = self.book.phrases()[q].tokens.start..phrase.tokens.end;
        let before = self.book.phrases()[q].tokens.start.checked_sub(1).filter(|&i| i >= start);
        let free = before.is_none_or(|i| !self.preposition(i));
        free.then_some(Source { actors: vec![actor], tokens })
    }
}
