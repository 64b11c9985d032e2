//! Words handed on: "X, mengutip Y, melaporkan P", "P, demikian laporan X".

use super::{Attribution, Attributor, Source};
use crate::extract::cues::CueForm;
use std::ops::Range;

/// The fewest tokens of a clause that a closing formula can tell the source of.
const SHORTEST: usize = 4;

impl Attributor<'_, '_, '_> {
    /// "P, demikian laporan X", "P, demikian dilaporkan X": true where it was read.
    pub(super) fn concluded(&mut self, i: usize, sentence: &Range<usize>) -> bool {
        let Some((n, row)) = self.conclusion(i).filter(|_| i > sentence.start && self.comma(i - 1)) else {
            return false;
        };
        let cue = i..i + 1 + n;
        let Some(source) = self.source_after(cue.end, sentence.end) else { return false };
        let content = self.clause_before(i - 1, sentence);
        if self.carried(&content, &source) {
            return true;
        }
        content.len() >= SHORTEST && self.attribute(source, (cue, row), content, "parenthetical")
    }

    /// "demikian" and a word for an act of saying at token `i`: the length of that word and its row.
    pub(super) fn conclusion(&self, i: usize) -> Option<(usize, usize)> {
        let closes = self.document.lower(i) == "demikian";
        let forms = self.lexicon.cue_forms.all(self.document, i + 1).filter(|_| closes && !self.carrier(i + 1));
        forms.into_iter().find_map(|(n, form)| match *form {
            CueForm::Bare(row) | CueForm::Noun(row) | CueForm::Passive(row) => Some((n, row)),
            CueForm::Active(_) => None,
        })
    }

    /// "X melaporkan, mengutip Y, P": Y's view, voiced by X; true where it was read.
    pub(super) fn handed_on(&mut self, source: &Source, cue: (Range<usize>, usize), end: usize) -> bool {
        let Some((cited, start)) = self.cited(cue.0.end, end) else { return false };
        let content = start..self.complement_end(start, end, false);
        let voiced = Attribution { speaker: source.actors.first().copied(), ..Self::unquoted(cited, content) };
        self.push(Attribution { cue: Some(cue), rule: "subject-cue-bahwa", ..voiced })
    }

    /// Whose words the source of the cue that ends at `from` hands on, and where they begin: "X melaporkan, mengutip Y, P".
    fn cited(&mut self, from: usize, end: usize) -> Option<(Source, usize)> {
        let at = from + usize::from(self.comma(from));
        let at = at + usize::from(self.document.lower(at) == "dengan");
        let source = self.quoting(at).then(|| self.source_after(at + 1, end)).flatten()?;
        let comma = (source.tokens.end..end.min(source.tokens.end + 8)).find(|&i| self.comma(i));
        let bahwa = self.bahwa(source.tokens.end, end).map(|i| i + 1);
        let start = bahwa.or(comma.map(|i| i + 1))?;
        (start < end).then_some((source, start))
    }

    /// Who hands on what `source` says: "[X] mengutip Y yang mengatakan P".
    pub(super) fn citing(&mut self, source: &Source, start: usize) -> Option<Source> {
        let verb = source.tokens.start.checked_sub(1).filter(|&i| i > start && self.quoting(i))?;
        self.subject(verb, start)
    }

    fn quoting(&self, i: usize) -> bool {
        matches!(self.document.lower(i), "mengutip" | "melansir")
    }
}
