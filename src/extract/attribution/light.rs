//! Acts told by a verb without a sense of its own and a noun: "melayangkan peringatan kepada Y agar P".

use super::Attributor;
use super::passive::PASSIVE_RULE;
use crate::extract::cues::Frame;
use crate::extract::lexicon::WordClass;
use crate::extract::reading::StatementKind;
use crate::language::models::Upos;
use std::ops::Range;

/// How far behind the noun what is said may begin.
const REACH: usize = 18;

/// How many words may qualify the noun.
const QUALIFIERS: usize = 2;

impl Attributor<'_, '_, '_> {
    /// "X melontarkan tuduhan bahwa P", with the noun at `cue`: true where the verb before it was read.
    pub(super) fn light(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        if self.reaped(cue, row, sentence) {
            return true;
        }
        let verb = cue.start.checked_sub(1).filter(|&i| i >= sentence.start);
        let Some(verb) = verb.filter(|&i| self.of_class(i, WordClass::Light)) else {
            return false;
        };
        if self.negated(verb) || self.taken(verb) {
            return true;
        }
        // "menyampaikan pesan (dari) Y agar P": Y's act.
        if self.document.lower(cue.end) == "dari" || self.names_somebody(cue.end) {
            return false;
        }
        let Some((start, bahwa)) = self.behind_noun(cue.end, row, sentence.end) else { return false };
        let Some(source) = self.subject(verb, self.clause_start(verb, sentence)) else { return false };
        let end = self.complement_end(start, sentence.end, !bahwa);
        let rule = if bahwa { "subject-cue-bahwa" } else { "subject-cue-complement" };
        start < end && self.attribute(source, (verb..cue.end, row), start..end, rule)
    }

    /// "[P] menuai kritik dari X", with the noun at `cue`: what is condemned stands before it; true where it was read.
    fn reaped(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let verb = cue.start.checked_sub(1).filter(|&i| i > sentence.start && self.of_class(i, WordClass::Reaps));
        let Some(verb) = verb.filter(|_| self.row(row).frame == Frame::Object) else { return false };
        let near = cue.end..sentence.end.min(cue.end + QUALIFIERS + 1);
        let from = near.into_iter().take_while(|&i| self.document.word(i)).find(|&i| self.document.lower(i) == "dari");
        let Some(source) = from.and_then(|from| self.source_after(from + 1, sentence.end)) else { return false };
        let Some(content) = self.rejected_before(verb, sentence) else { return false };
        self.attribute(source, (verb..cue.end, row), content, PASSIVE_RULE)
    }

    /// Where what the noun that ends at `from` is about begins, and whether it is a clause.
    fn behind_noun(&self, from: usize, row: usize, end: usize) -> Option<(usize, bool)> {
        let (frame, kind) = (self.row(row).frame, self.row(row).kind);
        let acts = matches!(kind, StatementKind::Demand | StatementKind::Commitment) || frame == Frame::Hope;
        let judges = matches!(frame, Frame::Object | Frame::Accuse | Frame::Deny | Frame::Refuse);
        let mut about = None;
        for i in from..end.min(from + REACH) {
            let lower = self.document.lower(i);
            match lower {
                "bahwa" => return Some((i + 1, true)),
                "agar" | "supaya" if acts => return Some((i + 1, true)),
                "untuk" if acts && self.does(i + 1) => return Some((i + 1, true)),
                "akan" if kind == StatementKind::Commitment => return Some((i, true)),
                "atas" | "terkait" | "mengenai" | "soal" | "tentang" if judges => return Some((i + 1, false)),
                "terhadap" | "kepada" if frame == Frame::Object => return Some((i + 1, false)),
                // "tuduhan terhadap Y bahwa P": Y alone, where no P follows.
                "terhadap" | "kepada" if judges && about.is_none() => about = Some((i + 1, false)),
                _ => {}
            }
            let verb = self.phrase_of[i].is_none() && self.verb_like(i);
            let mark = !(self.document.word(i) || self.comma(i) && self.document.lower(i + 1) == "akan");
            let qualifies = i < from + QUALIFIERS || self.phrase_of[i].is_some() || about.is_some();
            if verb || mark || lower == "yang" || !(qualifies || self.preposition(i) || self.links(i)) {
                break;
            }
        }
        about
    }

    fn does(&self, i: usize) -> bool {
        self.phrase_of[i].is_none() && (self.verb_like(i) || self.document.tag(i) == Upos::Verb)
    }

    /// Words that may follow an addressee: a time.
    fn links(&self, i: usize) -> bool {
        self.time_word(i) || self.adverb(i) || self.preposition(i.saturating_sub(1))
    }
}
