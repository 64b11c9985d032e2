//! Attributions around a verb: "X mengatakan P", "P, kata X", "menurut X, P".

use super::nouns::NOUN_RULE;
use super::{Attribution, Attributor, Source};
use crate::extract::cues::{CueForm, Frame};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::{ActorKind, NoteReason};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// The most tokens of a phrase that places what is said behind it.
const PLACING: usize = 12;

impl Attributor<'_, '_, '_> {
    /// "X mengatakan P": true where the cue was read, whether or not it gave a statement.
    pub(super) fn active(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let frame = self.row(row).frame;
        if frame == Frame::Carry {
            return true;
        }
        if frame == Frame::According {
            return self.according(cue, row, sentence);
        }
        let from = self.past_adverbs(cue.end, sentence.end);
        if (self.negated(cue.start) || self.of_nobody(cue.start)) && frame != Frame::Hope {
            return true;
        }
        if let Some(q) = self.quote_from(cue.end, sentence.end) {
            return self.before_quote(cue, row, q, sentence);
        }
        let bahwa = self.bahwa(cue.end, sentence.end).is_some();
        if matches!(frame, Frame::Quote | Frame::Show | Frame::Tell) && !bahwa && !self.comma(from) {
            return true;
        }
        let object = matches!(frame, Frame::Object | Frame::Deny | Frame::Scoff | Frame::Refuse | Frame::Agree);
        let Some(source) = self.subject(cue.start, self.clause_start(cue.start, sentence)) else {
            self.note(cue, NoteReason::NoSource);
            return true;
        };
        if self.handed_on(&source, (cue.clone(), row), sentence.end) {
            return true;
        }
        let mut start =
            if object && !bahwa { self.past_manner(cue.end) } else { self.complement_start(cue.end, sentence.end) };
        if matches!(
            self.document.lower(start),
            "agar" | "supaya" | "untuk" | "tentang" | "soal" | "mengenai" | "terkait" | "bahwa"
        ) {
            start += 1;
        }
        let end = self.complement_end(start, sentence.end, object);
        let end = self.side_clause_end(&source, start, sentence).map_or(end, |comma| comma.min(end));
        if start >= end || self.carrier(start) || self.only_time(start..end) {
            return self.trailing(source, cue, row, sentence);
        }
        if !self.frame_holds(frame, start, bahwa) && !self.reports_thing(&source, frame, start..end) {
            return true;
        }
        let rule = if bahwa { "subject-cue-bahwa" } else { "subject-cue-complement" };
        let speaker = self.citing(&source, sentence.start).and_then(|citing| citing.actors.first().copied());
        let voiced = Attribution { speaker, ..Self::unquoted(source, start..end) };
        self.push(Attribution { cue: Some((cue.clone(), row)), rule, ..voiced });
        true
    }

    /// "Saat X menuntut P, Y ...": the comma that ends a clause which opens the sentence and is not the main one.
    fn side_clause_end(&self, source: &Source, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let link = self.document.lower(sentence.start);
        let opens = sentence.start < source.tokens.start && self.lexicon.is(link, WordClass::Subordinator);
        let before = (sentence.start..source.tokens.start).any(|i| self.comma(i));
        let main = |i: &usize| {
            self.comma(*i)
                && (self.names_somebody(i + 1) || self.lexicon.is(self.document.lower(i + 1), WordClass::Adverb))
        };
        (opens && !before).then(|| (start..sentence.end).find(main)).flatten()
    }

    /// Whether what stands from `start` on can be what the frame wants.
    fn frame_holds(&self, frame: Frame, start: usize, bahwa: bool) -> bool {
        match frame {
            Frame::Report => {
                bahwa || self.comma(start - 1) || self.names_somebody(start) || self.document.lower(start) == "pihak"
            }
            Frame::Threat => {
                let first = self.document.lower(start);
                bahwa
                    || matches!(first, "akan" | "untuk" | "tidak" | "bakal")
                    || self.verb_like(start)
                    || self.comma(start - 1)
            }
            _ => true,
        }
    }

    /// "Reuters melaporkan banjir besar", "warga melaporkan mendengar ledakan": a body tells of a thing, anybody of what is
    /// counted or done; no police is told of it ("ke polisi").
    fn reports_thing(&self, source: &Source, frame: Frame, tokens: Range<usize>) -> bool {
        let deed = self.document.kind(tokens.start) == TokenKind::Number || tokens.clone().any(|i| self.verb_like(i));
        let telling = deed || source.actors.iter().all(|actor| self.book.kind(*actor) == ActorKind::Organisation);
        let to_somebody = tokens.clone().any(|i| matches!(self.document.lower(i), "ke" | "kepada" | "pada" | "atas"));
        frame == Frame::Report
            && telling
            && tokens.len() >= 3
            && !to_somebody
            && self.document.kind(tokens.start) != TokenKind::Mark
    }

    /// "P, X melaporkan.": what is said stands before the source.
    fn trailing(&mut self, source: Source, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let before = source.tokens.start.saturating_sub(1);
        if source.tokens.is_empty()
            || before <= sentence.start
            || !self.comma(before)
            || self.row(row).frame == Frame::Carry
        {
            self.note(cue, NoteReason::NoContent);
            return true;
        }
        let content = self.clause_before(before, sentence);
        self.carried(&content, &source) || self.attribute(source, (cue.clone(), row), content, "content-source-cue")
    }

    /// Makes the attribution; "A mengatakan B yakin P" gives B's view, voiced by A.
    pub(super) fn attribute(
        &mut self,
        source: Source,
        cue: (Range<usize>, usize),
        content: Range<usize>,
        rule: &'static str,
    ) -> bool {
        let told = Self::unquoted(source, content);
        self.push(Attribution { cue: Some(cue), rule, ..told });
        true
    }

    /// What `source` says in `content`, by no cue and no rule yet.
    pub(super) fn unquoted(source: Source, content: Range<usize>) -> Attribution {
        let (source, named_at) = (source.actors, source.tokens);
        Attribution { source, named_at, speaker: None, cue: None, content, quoted: false, rule: "" }
    }

    /// "P, kata X", "Namun, kata X, P", "P, kata X, Q".
    pub(super) fn parenthetical(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let opens = cue.start == sentence.start;
        let behind_comma = cue.start > sentence.start && self.comma(cue.start - 1);
        // "namun kata dia, P": the comma before is often left out.
        let linked = cue.start > sentence.start
            && self.lexicon.is(self.document.lower(cue.start - 1), WordClass::Link)
            && (cue.start - 1 == sentence.start || self.comma(cue.start - 2));
        if !(opens || behind_comma || linked) || !(self.names_somebody(cue.end) || self.text(cue.end)) {
            return false;
        }
        let Some(source) = self.source_after(cue.end, sentence.end) else {
            self.note(cue, NoteReason::NoSource);
            return true;
        };
        if linked && !self.comma(source.tokens.end) {
            return false;
        }
        let left = if linked {
            cue.start..cue.start
        } else {
            self.clause_before(cue.start.saturating_sub(usize::from(behind_comma)), sentence)
        };
        self.beside(source, (cue.clone(), row), left, sentence)
    }

    /// "menurut X, P" and "P, menurut X".
    fn according(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let party = self.names_somebody(cue.end) || self.text(cue.end);
        let Some(mut source) = party.then(|| self.source_after(cue.end, sentence.end)).flatten() else {
            self.note(cue, NoteReason::NoSource);
            return true;
        };
        let comma = source.tokens.clone().find(|&i| self.comma(i));
        if let Some(comma) = comma.filter(|_| source.actors.len() > 1 && !self.comma(source.tokens.end)) {
            // "Menurut A, B dan C sepakat": the list is of those who do what is told.
            source.actors.truncate(1);
            source.tokens.end = comma;
        }
        let left = self.clause_before(cue.start, sentence);
        self.beside(source, (cue.clone(), row), left, sentence)
    }

    /// What stands before and behind an attribution in brackets: the longer part is what is said.
    pub(super) fn beside(
        &mut self,
        source: Source,
        cue: (Range<usize>, usize),
        left: Range<usize>,
        sentence: &Range<usize>,
    ) -> bool {
        let open = left.is_empty() || !self.comma(cue.0.start - 1);
        let right = self.behind_source(&source, open, sentence);
        // "Dari 20 rumah itu, kata X, P", "Meski hujan turun, kata X, P": what opens the sentence only places what is said.
        let side = self.lexicon.is(self.document.lower(left.start), WordClass::Subordinator);
        let clause = || right.len() >= 5 && right.clone().any(|i| self.verb_like(i)) && !self.time_word(right.start);
        let places = left.len() <= PLACING && right.len() >= 3 && self.preposition(left.start) || side && clause();
        let longer = left.len() > right.len().min(8) && (left.len() >= right.len() || left.len() > 6);
        let whole = left.len() > 2 && left.clone().any(|i| self.verb_like(i) || self.document.tag(i) == Upos::Verb);
        let content = if (longer || self.hangs(right.start) && whole) && !places { left } else { right };
        if content.start < cue.0.start && self.carried(&content, &source) {
            return true;
        }
        if content.len() < 2 || self.already_said(&content) {
            self.note(&cue.0, NoteReason::NoContent);
            return true;
        }
        self.attribute(source, cue, content, "parenthetical")
    }

    /// Whether what begins at token `i` only goes on with a clause before it: "seraya menuduh", "yang", "karena".
    fn hangs(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        matches!(lower, "yang" | "seraya" | "sambil" | "tanpa" | "dan")
            || [WordClass::Subordinator, WordClass::Link].iter().any(|class| self.lexicon.is(lower, *class))
    }

    /// What stands behind an attribution whose source is `source`; `open` tells that no comma stands before it.
    fn behind_source(&self, source: &Source, open: bool, sentence: &Range<usize>) -> Range<usize> {
        let from = source.tokens.end;
        let mark = (from..sentence.end.min(from + 12)).find(|&i| self.comma(i) || self.quote_of[i].is_some());
        // "Menurut dia P": behind a pronoun the comma is often left out.
        let pronoun = source.tokens.len() == 1 && self.phrase_of[source.tokens.start].is_none();
        let unmarked = open && pronoun && self.document.word(from) && !self.preposition(from) && !self.time_word(from);
        let Some(start) = mark.map(|i| i + usize::from(self.comma(i))).map(|i| if unmarked { from } else { i }) else {
            return if unmarked {
                from..self.complement_end(from, sentence.end, false)
            } else {
                sentence.end..sentence.end
            };
        };
        let start = start + usize::from(self.document.lower(start) == "bahwa");
        start..self.complement_end(start, sentence.end, false)
    }

    /// "X menuduh P, Y melaporkan": where `content` holds an act that has a source of its own, Y only voices it.
    pub(super) fn carried(&mut self, content: &Range<usize>, carrier: &Source) -> bool {
        let told = |a: &&mut Attribution| {
            a.cue.as_ref().is_some_and(|(cue, _)| content.contains(&cue.start) && cue.end <= a.content.start)
                && !a.named_at.is_empty()
                && a.rule != NOUN_RULE
                && content.contains(&a.named_at.start)
                && a.source.iter().all(|actor| !carrier.actors.contains(actor))
        };
        let Some(told) = self.found.iter_mut().rev().find(told) else { return false };
        told.speaker = told.speaker.or(carrier.actors.first().copied());
        told.content.end = told.content.end.min(content.end);
        true
    }

    fn already_said(&self, content: &Range<usize>) -> bool {
        self.found
            .iter()
            .rev()
            .take(6)
            .any(|a| a.content.start < content.end && content.start < a.content.end && a.quoted)
    }

    /// "Selasa (23/4)": when it was said, not what.
    fn only_time(&self, tokens: Range<usize>) -> bool {
        let mut words = tokens.filter(|&i| self.document.kind(i) == TokenKind::Word);
        words.all(|i| self.time_word(i))
    }

    /// "tidak mengatakan", "belum membantah": no act.
    pub(super) fn negated(&self, cue: usize) -> bool {
        let i = self.before_asides(cue, self.document.sentence_tokens(cue).start);
        i > 0
            && matches!(
                self.document.lower(i - 1),
                "tidak"
                    | "tak"
                    | "belum"
                    | "bukan"
                    | "enggan"
                    | "tanpa"
                    | "jangan"
                    | "untuk"
                    | "kegagalan"
                    | "keengganan"
            )
    }

    /// Behind "mengecam [keras]": how it is said, no part of what is said.
    pub(super) fn past_manner(&self, i: usize) -> usize {
        i + usize::from(self.lexicon.is(self.document.lower(i), WordClass::Manner))
    }

    pub(super) fn past_adverbs(&self, mut i: usize, end: usize) -> usize {
        while i < end && self.adverb(i) {
            i += 1;
        }
        i
    }

    /// Where the clause of the cue at `cue` may begin: behind a quotation or another statement's "bahwa".
    pub(super) fn clause_start(&self, cue: usize, sentence: &Range<usize>) -> usize {
        let quote = self.quotes.iter().map(|q| q.after).filter(|&a| a <= cue && a > sentence.start).max();
        sentence.start.max(quote.unwrap_or(0))
    }

    /// The quotation that follows the cue that ends at `from`, with nothing but an addressee between.
    fn quote_from(&self, from: usize, end: usize) -> Option<usize> {
        for i in from..end.min(from + 24) {
            if let Some(q) = self.quote_of[i] {
                let mark = i.checked_sub(2).map_or("", |k| self.document.written(k));
                let introduced =
                    matches!(mark, "," | ":") || self.document.lower(i.saturating_sub(2)) == "bahwa" || i <= from + 2;
                let whole =
                    self.quotes[q].inside.start == i && self.quotes[q].after + 2 >= end.min(self.quotes[q].after + 2);
                return (introduced && whole).then_some(q);
            }
            if matches!(self.cue_form(i), Some((_, CueForm::Active(_))))
                || matches!(self.document.written(i), "." | ";")
            {
                return None;
            }
        }
        None
    }
}
