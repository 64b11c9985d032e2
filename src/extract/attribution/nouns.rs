//! Acts of saying told by a noun: "klaim AS bahwa P", "tuduhan X mengenai Y".

use super::Attributor;
use crate::extract::cues::Frame;
use crate::extract::lexicon::WordClass;
use std::ops::Range;

/// The rule that reads an act told by a noun.
pub(super) const NOUN_RULE: &str = "noun-source-content";

impl Attributor<'_, '_, '_> {
    /// "tuduhan X bahwa P": the source must be named and what is said spelt out.
    pub(super) fn noun(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        // "aplikasi pesan Telegram"
        let tool = cue.start.checked_sub(1).map(|i| self.document.lower(i));
        if matches!(tool, Some("aplikasi" | "layanan" | "platform" | "grup")) {
            return false;
        }
        let named = cue.end + usize::from(matches!(self.document.lower(cue.end), "dari" | "oleh" | "pihak"));
        let Some(p) = self.phrase_of.get(named).copied().flatten() else { return false };
        if self.book.phrases()[p].tokens.start != named {
            return false;
        }
        let Some(source) = self.source_after(named, sentence.end) else { return false };
        let Some(link) = self.link(source.tokens.end, sentence.end, self.row(row).frame) else { return false };
        let end = self.complement_end(link + 1, sentence.end, true);
        let act = self.document.lower(link) != "bahwa" && !accuses(self.row(row).frame);
        let end = if act { self.act_end(link + 1, end) } else { end };
        if link + 1 >= end {
            return false;
        }
        self.attribute(source, (cue.clone(), row), link + 1..end, NOUN_RULE)
    }

    /// "untuk" and the like before an act, not before somebody or a time ("untuk PBB", "untuk saat ini").
    fn opens_act(&self, i: usize) -> bool {
        let link = matches!(self.document.lower(i), "untuk" | "agar" | "supaya");
        let next = i + 1;
        let clause = self.document.lower(i) != "untuk" || !self.names_somebody(next);
        let timed = self.time_word(next) || self.of_class(next, WordClass::Subordinator);
        link && clause && !timed && self.document.word(next)
    }

    /// Where an act that a noun wants ends: before a comma, or before what is said of the noun ("rencana X untuk pergi
    /// adalah ...").
    fn act_end(&self, start: usize, end: usize) -> usize {
        let stops = |&i: &usize| self.comma(i) || self.of_class(i, WordClass::Copula);
        (start + 1..end).find(stops).unwrap_or(end)
    }

    /// "bahwa", behind an accusation "mengenai" and the like, behind what wants an act "untuk" and the like, with at most
    /// a time between.
    fn link(&self, from: usize, end: usize, frame: Frame) -> Option<usize> {
        let wants = matches!(frame, Frame::Ask | Frame::Threat | Frame::Refuse);
        for i in from..end.min(from + 8) {
            let lower = self.document.lower(i);
            let about = accuses(frame) && matches!(lower, "mengenai" | "soal" | "tentang" | "terkait");
            if lower == "bahwa" || about || wants && self.opens_act(i) {
                return Some(i);
            }
            if self.verb_like(i) || matches!(self.document.written(i), "," | "." | ";") {
                return None;
            }
        }
        None
    }
}

fn accuses(frame: Frame) -> bool {
    frame == Frame::Accuse
}
