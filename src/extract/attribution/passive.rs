//! Attributions around a passive verb: "dibantah (oleh) X", "diminta X untuk P", "dikatakan oleh X bahwa P".

use super::{Attributor, Source};
use crate::extract::cues::Frame;
use crate::extract::lexicon::WordClass;
use crate::extract::reading::StatementKind;
use std::ops::Range;

/// How many sentences after somebody's words a passive without a sayer still tells them.
const GOES_ON: usize = 1;

/// How many words a noun has before "yang".
const NOUN: usize = 4;

/// The rule that reads "dibantah (oleh) X".
pub(super) const PASSIVE_RULE: &str = "passive";
/// The rule that reads "X diminta (oleh) Y untuk P".
pub(in crate::extract) const ASKED_RULE: &str = "passive-asked";

impl Attributor<'_, '_, '_> {
    /// "dibantah (oleh) X": what is denied, blamed or asked stands before it.
    pub(super) fn passive(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let by = self.document.lower(cue.end) == "oleh";
        // "saat dikonfirmasi wartawan": who is asked, not who says.
        if cue.start > sentence.start && self.of_class(cue.start - 1, WordClass::Subordinator) {
            return true;
        }
        let frame = self.row(row).frame;
        // "ditolak keras oleh X".
        let after = self.past_manner(cue.end);
        let by = by || self.document.lower(after) == "oleh";
        let cue = &(cue.start..if by { after } else { cue.end });
        if !by && !self.names_somebody(cue.end) {
            let told = |read: &mut Self| read.said_on(cue, row, sentence) || read.said_in_text(cue, row, sentence);
            return frame == Frame::Clause && told(self) || self.ascribed(cue, row, sentence);
        }
        let Some(source) = self.source_after(cue.end, sentence.end) else { return false };
        match frame {
            Frame::Ask if self.bare_request(&source, cue.start, row, sentence.end) => {
                let wanted = self.rejected_before(cue.start, sentence);
                let somebody = |content: &Range<usize>| {
                    self.phrase_of[content.start].is_some_and(|p| self.book.phrases()[p].tokens.end >= content.end)
                };
                let Some(content) = wanted.filter(|content| !somebody(content)) else { return false };
                self.attribute(source, (cue.clone(), row), content, PASSIVE_RULE)
            }
            Frame::Ask | Frame::Warn => {
                let from = source.tokens.end + usize::from(self.document.lower(source.tokens.end) == "untuk");
                let end = self.complement_end(from, sentence.end, false);
                let act = self.document.word(from) && !self.preposition(from) && !self.hangs(from);
                // "didorong oleh keputusan X": a thing, unless an act follows.
                let named = self.names_somebody(source.tokens.start) || from > source.tokens.end;
                act && named && from < end && self.attribute(source, (cue.clone(), row), from..end, ASKED_RULE)
            }
            _ if matches!(frame, Frame::Deny | Frame::Object | Frame::Scoff | Frame::Refuse)
                || self.row(row).kind == StatementKind::Confirmation =>
            {
                if cue.start > sentence.start && self.comma(cue.start - 1) && self.comma(source.tokens.end) {
                    let left = self.clause_before(cue.start - 1, sentence);
                    return self.beside(source, (cue.clone(), row), left, sentence);
                }
                let Some(content) = self.rejected_before(cue.start, sentence) else { return false };
                // "di perbatasan yang diakui X": of a place, nothing that was said.
                let place = self.row(row).kind == StatementKind::Confirmation
                    && self.document.lower(cue.start - 1) == "yang"
                    && self.document.lower(content.start) != "apa"
                    && self.preposition(content.start.saturating_sub(1));
                !place && self.attribute(source, (cue.clone(), row), content, PASSIVE_RULE)
            }
            Frame::Clause | Frame::Quote | Frame::Accuse if self.found_bahwa(&source, sentence) => {
                let start = self.complement_start(source.tokens.end, sentence.end);
                let end = self.complement_end(start, sentence.end, false);
                self.attribute(source, (cue.clone(), row), start..end, PASSIVE_RULE)
            }
            Frame::Clause | Frame::Accuse | Frame::Quote => {
                self.as_said(&source, cue, row, sentence) || self.judged(source, cue, row, sentence)
            }
            _ => false,
        }
    }

    /// "Dikatakan bahwa P", "Ditambahkan, P" at the start of a sentence: the last speaker goes on.
    fn said_on(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let from = self.past_adverbs(cue.end, sentence.end);
        let told = self.comma(from) || self.bahwa(from, sentence.end) == Some(from);
        let Some(last) = self.found.last().filter(|_| told && cue.start == sentence.start) else { return false };
        let here = self.document.sentence_of(cue.start);
        if self.document.sentence_of(last.content.start) + GOES_ON < here || last.source.is_empty() {
            return false;
        }
        let source = Source { actors: last.source.clone(), tokens: cue.start..cue.start };
        let content = from + 1..self.complement_end(from + 1, sentence.end, false);
        self.attribute(source, (cue.clone(), row), content, "passive-goes-on")
    }

    fn found_bahwa(&self, source: &Source, sentence: &Range<usize>) -> bool {
        self.bahwa(source.tokens.end, sentence.end).is_some()
    }

    /// What is denied, blamed or confirmed by the passive verb at `cue`: its subject, or what "yang" before it points to.
    pub(super) fn rejected_before(&mut self, cue: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let clause = self.clause_before(cue, sentence);
        let mut end = cue;
        while end > clause.start && self.adverb(end - 1) && !matches!(self.document.lower(end - 1), "itu" | "ini") {
            end -= 1;
        }
        if self.negated(end) || end > sentence.start && self.of_class(end - 1, WordClass::Modal) {
            return None;
        }
        if end > sentence.start && self.document.lower(end - 1) == "yang" {
            return self.pointed_to(end - 1, sentence);
        }
        let joins = |i: usize| matches!(self.document.lower(i), "dan" | "atau" | "serta");
        // "P, sebagaimana dikonfirmasi X"
        if end > clause.start + 1
            && self.comma(end - 2)
            && matches!(self.document.lower(end - 1), "sebagaimana" | "seperti")
        {
            return Some(clause.start..end - 2);
        }
        let opens = |i: usize| self.of_class(i, WordClass::Subordinator);
        let last = (clause.start..end).rev().find(|&i| self.comma(i) && i + 1 < end && !joins(i + 1) || opens(i));
        let start = self.past_links(last.map_or(clause.start, |mark| mark + 1), end);
        (start..end).any(|i| self.document.word(i)).then_some(start..end)
    }

    /// What the "yang" at token `yang` points to: "X menuduh [P], tuduhan yang ...", "[P] – tindakan yang ...", "[tawaran] yang ...".
    fn pointed_to(&mut self, yang: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let noun = (sentence.start.max(yang.saturating_sub(NOUN))..yang).rev();
        let noun = noun.take_while(|&i| self.document.word(i) && !self.verb_like(i) && !self.preposition(i)).count();
        let mark = (yang - noun).checked_sub(1).filter(|&i| i > sentence.start)?;
        if !self.comma(mark) && !matches!(self.document.written(mark), "-" | "–" | "—") {
            return (noun > 0).then_some(yang - noun..yang);
        }
        let told = self.found.iter_mut().rev().find(|a| a.content.start < mark && mark <= a.content.end);
        if let Some(told) = told.filter(|told| sentence.contains(&told.content.start)) {
            told.content.end = mark;
            return Some(told.content.clone());
        }
        let start = self.past_links(self.clause_before(mark, sentence).start, mark);
        (start < mark).then_some(start..mark)
    }

    /// Behind "Namun" and the like.
    fn past_links(&self, from: usize, end: usize) -> usize {
        (from..end).find(|&i| !self.of_class(i, WordClass::Link)).unwrap_or(end)
    }
}
