//! Acts of saying told by a noun: "klaim AS bahwa P", "tuduhan X mengenai Y".

use super::Attributor;
use crate::extract::cues::Frame;
use std::ops::Range;

/// The rule that reads an act told by a noun.
pub(super) const NOUN_RULE: &str = "noun-source-content";

impl Attributor<'_, '_, '_> {
    /// "tuduhan X bahwa P": the source must be named and what is said spelt out.
    pub(super) fn noun(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let named = cue.end + usize::from(matches!(self.document.lower(cue.end), "dari" | "oleh" | "pihak"));
        let Some(p) = self.phrase_of.get(named).copied().flatten() else { return false };
        if self.book.phrases()[p].tokens.start != named {
            return false;
        }
        let Some(source) = self.source_after(named, sentence.end) else { return false };
        let accuses = self.row(row).frame == Frame::Accuse;
        let Some(link) = self.link(source.tokens.end, sentence.end, accuses) else { return false };
        let end = self.complement_end(link + 1, sentence.end, true);
        if link + 1 >= end {
            return false;
        }
        self.attribute(source, (cue.clone(), row), link + 1..end, NOUN_RULE)
    }

    /// "bahwa", or behind an accusation "mengenai" and the like, with at most a time between.
    fn link(&self, from: usize, end: usize, accuses: bool) -> Option<usize> {
        for i in from..end.min(from + 8) {
            let lower = self.document.lower(i);
            if lower == "bahwa" || accuses && matches!(lower, "mengenai" | "soal" | "tentang" | "terkait") {
                return Some(i);
            }
            if self.verb_like(i) || matches!(self.document.written(i), "," | "." | ";") {
                return None;
            }
        }
        None
    }
}
