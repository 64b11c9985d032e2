//! Attributions in brackets: "P, kata X", "menurut X, P", "P, kata X, Q", and those who only hand them on.

use super::nouns::NOUN_RULE;
use super::{Attribution, Attributor, Source};
use crate::extract::cues::{CueForm, CueTrait, Frame};
use crate::extract::lexicon::WordClass;
use crate::extract::phrases::PhraseKind;
use crate::extract::reading::{ActorKind, NoteReason};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// The most tokens of a phrase that places what is said behind it.
const PLACING: usize = 12;

impl Attributor<'_, '_, '_> {
    /// "P, kata X", "Namun, kata X, P", "P, kata X, Q".
    pub(super) fn parenthetical(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let opens = cue.start == sentence.start;
        let behind_comma = cue.start > sentence.start && self.comma(cue.start - 1);
        // "namun kata dia, P": the comma before is often left out.
        let linked = cue.start > sentence.start
            && self.of_class(cue.start - 1, WordClass::Link)
            && (cue.start - 1 == sentence.start || self.comma(cue.start - 2));
        if !(opens || behind_comma || linked) || !(self.names_somebody(cue.end) || self.text(cue.end)) {
            return false;
        }
        // "Menteri X, kata dia, P": who is told of before the comma is not who says it.
        let told_before = self.speaker_before(cue.end, sentence.start).filter(|_| behind_comma);
        let Some(source) = told_before.or_else(|| self.source_after(cue.end, sentence.end)) else {
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
    pub(super) fn according(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        if self.row(row).has(CueTrait::Text) {
            let named = self.text(cue.end) && self.named_author(cue.end, sentence.end).is_some();
            if !named || cue.start != sentence.start {
                return true;
            }
        }
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
        if let Some(clause) = self.in_relative(&source, cue.start, sentence) {
            return self.attribute(source, (cue.clone(), row), clause, "parenthetical");
        }
        let left = self.clause_before(cue.start, sentence);
        if self.only_carries(&source, cue.start, &left) {
            return true;
        }
        self.beside(source, (cue.clone(), row), left, sentence)
    }

    /// "X, menurut Y, membantah P": Y hands on what X says, who is all that stands before.
    fn only_carries(&self, source: &Source, cue: usize, left: &Range<usize>) -> bool {
        let behind = source.tokens.end + 1;
        let party = self.phrase_of[left.start].is_some_and(|p| self.book.phrases()[p].tokens.end + 1 >= cue);
        let speaks =
            matches!(self.cue_form(behind), Some((_, CueForm::Active(row))) if self.row(row).frame != Frame::According);
        !left.is_empty() && party && self.comma(cue - 1) && self.comma(behind - 1) && speaks
    }

    /// What stands before and behind an attribution in brackets: the longer part is what is said.
    pub(super) fn beside(
        &mut self,
        source: Source,
        cue: (Range<usize>, usize),
        left: Range<usize>,
        sentence: &Range<usize>,
    ) -> bool {
        let left = if self.only_links(&left) { left.start..left.start } else { left };
        let open = left.is_empty() || !self.comma(cue.0.start - 1);
        let opens = left.is_empty() && self.row(cue.1).frame == Frame::According;
        let right = match self.clause_at(source.tokens.end, sentence).filter(|_| opens) {
            Some(clause) => clause,
            None => self.behind_source(&source, open, sentence),
        };
        // "Harga beras, kata X akan turun": the second comma is left out.
        let noun = !left.is_empty() && !left.clone().any(|i| self.begins_predicate(i));
        let at = source.tokens.end;
        let right = if noun && !open && self.begins_predicate(at) {
            at..self.complement_end(at, sentence.end, false)
        } else {
            right
        };
        let right = if self.hands_on(right.start) { right.start..right.start } else { right };
        // "Dari 20 rumah itu, kata X, P", "Meski hujan turun, kata X, P": what opens the sentence only places what is said.
        let side = self.of_class(left.start, WordClass::Subordinator);
        let clause = || right.len() >= 5 && right.clone().any(|i| self.verb_like(i)) && !self.time_word(right.start);
        let places = left.len() <= PLACING && right.len() >= 3 && self.preposition(left.start) || side && clause();
        let longer = left.len() > right.len().min(8) && (left.len() >= right.len() || left.len() > 6);
        let whole = left.len() > 2 && left.clone().any(|i| self.verb_like(i) || self.document.tag(i) == Upos::Verb);
        // "Harga beras, kata X, turun": the part that holds the predicate.
        let bare = noun && right.len() >= 2 && self.begins_predicate(right.start);
        let content = if (longer || self.hangs(right.start) && whole) && !places && !bare { left } else { right };
        let content = self.past_fronted(content.start)..content.end;
        if content.start < cue.0.start && self.carried(&content, &source) {
            return true;
        }
        if content.len() < 2 || self.already_said(&content) {
            self.note(&cue.0, NoteReason::NoContent);
            return true;
        }
        self.attribute(source, cue, content, "parenthetical")
    }

    /// "Karena itu", "Oleh sebab itu": words that only join a sentence to the one before.
    fn only_links(&self, left: &Range<usize>) -> bool {
        let Some(last) = (left.start..left.end).rev().find(|&i| !self.comma(i)) else { return false };
        let joins = |i: usize| {
            let classes = [WordClass::Link, WordClass::Contrast, WordClass::Subordinator, WordClass::Preposition];
            classes.iter().any(|class| self.of_class(i, *class)) || self.document.lower(i) == "sebab"
        };
        (1..=2).contains(&(last - left.start))
            && matches!(self.document.lower(last), "itu" | "demikian" | "begitu")
            && (left.start..last).all(joins)
    }

    /// Behind "Namun," and "Sementara itu" at token `i`, words of the writer's own.
    fn past_fronted(&self, i: usize) -> usize {
        let contrast = self.of_class(i, WordClass::Contrast) && !self.of_class(i, WordClass::Subordinator);
        let that = matches!(self.document.lower(i), "sementara" | "selain") && self.document.lower(i + 1) == "itu";
        let behind = i + usize::from(contrast) + 2 * usize::from(that);
        behind + usize::from(behind > i && self.comma(behind))
    }

    /// A verb, or what stands before one: "telah", "tidak".
    pub(super) fn begins_predicate(&self, i: usize) -> bool {
        let classes = [WordClass::Modal, WordClass::Polarity, WordClass::Copula];
        let helps = classes.iter().any(|class| self.of_class(i, *class));
        let tagged = matches!(self.document.tag(i), Upos::Verb | Upos::Aux | Upos::Adj);
        self.document.word(i) && self.phrase_of[i].is_none() && (helps || self.verb_like(i) || tagged)
    }

    /// Whether what begins at token `i` only goes on with a clause before it: "seraya menuduh", "yang", "karena".
    pub(super) fn hangs(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        let classes = [WordClass::Continues, WordClass::Subordinator, WordClass::Link];
        matches!(lower, "yang" | "tanpa") || classes.iter().any(|class| self.of_class(i, *class))
    }

    /// "Menurut polisi P": the clause without a comma before or in it that begins at token `from`, up to its verb.
    fn clause_at(&self, from: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let hangs = self.hangs(from) || self.preposition(from) || self.time_word(from) || self.adverb(from);
        let breaks = |i: &usize| {
            let lower = self.document.lower(*i);
            !self.document.word(*i) && self.document.kind(*i) != TokenKind::Number || lower == "yang"
        };
        let verb = |i: &usize| {
            self.phrase_of[*i].is_none()
                && (self.verb_like(*i) || matches!(self.document.tag(*i), Upos::Verb | Upos::Adj))
        };
        let before = (from..sentence.end).find(breaks).unwrap_or(sentence.end);
        let told = !hangs && (from + 1..before).any(|i| verb(&i)) && !verb(&from);
        told.then(|| from..self.complement_end(from, sentence.end, false)).filter(|clause| clause.len() >= 3)
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
        let start = self.past_carrier(start, sentence.end);
        let start = self.past_description(source, start, sentence.end);
        let start = start + usize::from(self.document.lower(start) == "bahwa");
        start..self.complement_end(start, sentence.end, false)
    }

    /// Behind "juru bicara Y," at token `from`, which says who `source`, a person, is.
    fn past_description(&self, source: &Source, from: usize, end: usize) -> usize {
        let person = source.actors.iter().all(|actor| self.book.kind(*actor) == ActorKind::Person);
        let office = |p: usize| {
            let phrase = &self.book.phrases()[p];
            phrase.tokens.start == from && phrase.kind == PhraseKind::OfficeHolder
        };
        let person = person && self.phrase_of[source.tokens.start].is_some();
        let opens = person && self.phrase_of.get(from).copied().flatten().is_some_and(office);
        let comma = (from..end).find(|&i| self.comma(i)).filter(|&i| opens && self.describes(&(from..i)));
        let clause = |i: &usize| {
            !self.begins_predicate(i + 1) && !self.adverb(i + 1) && !(from..*i).any(|k| self.begins_predicate(k))
        };
        comma.filter(clause).map_or(from, |comma| comma + 1)
    }

    /// Behind "seperti dilansir X, Senin (4/3)," at token `from`, where the comma that closes it follows.
    fn past_carrier(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end && (self.carrier(at) || at > from && self.time_word(at)) {
            let Some(comma) = (at..end).find(|&i| self.comma(i)) else { return from };
            at = comma + 1;
        }
        at
    }

    /// ", Reuters melaporkan", ", demikian dilaporkan X", ", dikutip dari X" or the day at token `i`, behind all that is said.
    fn hands_on(&self, i: usize) -> bool {
        let end = self.document.sentence_tokens(i.min(self.document.len().saturating_sub(1))).end;
        self.carrier(i) || self.conclusion(i).is_some() || self.reported_by(i, end) || self.closing_date(i, end)
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
        // "P, kata X, Y melaporkan"
        let names = |a: &Attribution| {
            let cue = a.cue.as_ref().map_or(0, |(cue, _)| cue.end);
            a.named_at.start == cue && a.content.end < cue && (content.start..=content.end).contains(&cue)
        };
        if self.found.last().is_some_and(names) {
            return true;
        }
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
}
