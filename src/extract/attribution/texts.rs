//! Texts that speak for their authors: "menurut laporan X", "pernyataan itu menyebutkan".

use super::{Attributor, Source};
use crate::extract::cues::{CueForm, CueTrait};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::ActorId;
use std::ops::Range;

/// How far behind the word for a text its author may be named.
const REACH: usize = 12;
/// How many words may stand between a text, the verb that brings it out, and "yang".
const WORDS: usize = 4;
/// How many sentences back a text may have been told of.
const SENTENCES: usize = 2;

/// The rule that reads "dalam laporan X disebutkan P".
pub(super) const TEXT_RULE: &str = "passive-in-text";

impl Attributor<'_, '_, '_> {
    /// "laporan [itu]": a text told of before.
    pub(super) fn points_to_text(&self, i: usize) -> bool {
        self.text(i) && self.of_class(i + 1, WordClass::Pointing)
    }

    /// "[Laporan] menambahkan": a text that goes on, right before the cue at `cue`; "laporan menunjukkan" may be anybody's.
    pub(super) fn bare_text(&self, i: usize, start: usize, cue: usize) -> bool {
        let goes_on = matches!(self.document.lower(cue), "menambahkan" | "melanjutkan" | "menekankan" | "menyimpulkan");
        goes_on && i == start && self.text(i) && self.document.capital(i) && i + 1 == cue
    }

    /// A word for a text at token `i`.
    pub(super) fn text(&self, i: usize) -> bool {
        self.of_class(i, WordClass::Document)
    }

    /// "[Merujuk pada] data X, P" at token `i`: read as "berdasarkan" is; elsewhere the verb says nothing.
    pub(super) fn refers(&self, i: usize, start: usize) -> Option<(usize, CueForm)> {
        let refers = i == start && self.of_class(i, WordClass::Refers);
        let row = self.lexicon.cues.iter().position(|cue| cue.has(CueTrait::Text)).filter(|_| refers)?;
        Some((1 + usize::from(self.document.lower(i + 1) == "pada"), CueForm::Active(row)))
    }

    /// Whose document stands at token `i`: "menurut laporan X", "kata pernyataan itu".
    pub(super) fn author(&self, i: usize, end: usize) -> Option<Source> {
        if let Some(source) = self.named_author(i, end) {
            return Some(Source { tokens: i..source.tokens.end, ..source });
        }
        let tokens = i..i + 1 + usize::from(self.document.word(i + 1));
        // "Menurut perkiraan, P": nobody's.
        if self.comma(i + 1) {
            return None;
        }
        let last = self.found.iter().rev().find(|a| a.content.start < i && !self.told_by_another(a));
        if let Some((_, actors)) = self.issued_before(i).filter(|(at, _)| last.is_none_or(|a| a.content.start < *at)) {
            return Some(Source { actors, tokens });
        }
        Some(Source { actors: last?.source.clone(), tokens })
    }

    /// "laporan [X]", "laporan terbaru mengenai Y dari [X]".
    pub(super) fn named_author(&self, i: usize, end: usize) -> Option<Source> {
        let reach = i + 1..end.min(i + REACH);
        let verb = reach.clone().find(|&k| self.phrase_of[k].is_none() && (self.verb_like(k) || self.comma(k)));
        let reach = reach.start..verb.unwrap_or(reach.end);
        let opens =
            |k: usize| self.phrase_of[k].filter(|&p| self.book.phrases()[p].tokens.start == k && self.can_speak(p));
        let from = |k: &usize| matches!(self.document.lower(*k), "dari" | "oleh");
        let given = reach.clone().filter(from).find_map(|k| opens(k + 1));
        let near = || {
            let free = reach.clone().take(5).take_while(|&k| self.document.word(k) && !self.preposition(k));
            free.into_iter().find_map(opens)
        };
        self.forward_source(given.or_else(near)?)
    }

    /// Who brought out the text that the word at token `i` points to, and where: "[X] mengeluarkan pernyataan".
    fn issued_before(&self, i: usize) -> Option<(usize, Vec<ActorId>)> {
        let here = self.document.sentence_of(i);
        let told = (0..i).rev().take_while(|&k| self.document.sentence_of(k) + SENTENCES >= here);
        let mut told =
            told.filter(|&k| self.document.lower(k) == self.document.lower(i) && self.document.sentence_of(k) < here);
        told.find_map(|k| {
            let sentence = self.document.sentence_tokens(k);
            let issues = (sentence.start..k).any(|v| self.issues(v));
            let author = self.named_author(k, sentence.end).or_else(|| {
                let first = issues.then(|| self.first_party(&sentence)).flatten();
                first.and_then(|p| self.forward_source(p))
            });
            author.map(|author| (k, author.actors))
        })
    }

    /// "Data X [menunjukkan] P": whether the clause that starts at token `start` opens with a text and what stands from `from`
    /// on has a predicate.
    pub(super) fn text_shows(&self, start: usize, from: usize, end: usize) -> bool {
        let opens = self.text(start) || self.document.lower(start) == "hasil" && self.text(start + 1);
        opens && (from..end).any(|i| self.begins_predicate(i))
    }

    /// "Dalam laporan X [disebutkan] bahwa P": whether the text says what stands behind the passive verb at `cue`; true where
    /// it was read.
    pub(super) fn said_in_text(&mut self, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let from = self.past_adverbs(cue.end, sentence.end);
        let told = self.comma(from) || self.bahwa(from, sentence.end) == Some(from);
        let clause = self.clause_before(cue.start, sentence).start;
        let near = clause..cue.start.min(clause + WORDS);
        let text =
            near.clone().find(|&i| self.text(i)).filter(|_| near.clone().any(|i| self.document.lower(i) == "dalam"));
        let Some(text) = text.filter(|_| told) else { return false };
        let author = self.named_author(text, cue.start).or_else(|| {
            let (_, actors) = self.issued_before(text).filter(|_| self.points_to_text(text))?;
            Some(Source { actors, tokens: text..text + 1 })
        });
        let Some(source) = author else { return false };
        let content = from + 1..self.complement_end(from + 1, sentence.end, false);
        self.attribute(source, (cue.clone(), row), content, TEXT_RULE)
    }

    /// "[X] mengeluarkan pernyataan (yang) mengecam P": who brings out the text that the verb at `cue` tells of.
    pub(super) fn issuer(&mut self, cue: usize, start: usize) -> Option<Source> {
        let before = cue.checked_sub(1).filter(|&i| i > start)?;
        let relative = self.document.lower(before) == "yang";
        let yang = if relative { before } else { cue };
        let near = start.max(yang.saturating_sub(if relative { WORDS } else { 1 }))..yang;
        let text = near.rev().find(|&i| self.text(i))?;
        let verb = (start.max(text.saturating_sub(WORDS))..text).rev().find(|&i| self.issues(i))?;
        let plain = |i: usize| self.document.word(i) && self.phrase_of[i].is_none() && !self.verb_like(i);
        ((verb + 1..yang).all(plain)).then(|| self.subject(verb, start)).flatten()
    }

    fn first_party(&self, sentence: &Range<usize>) -> Option<usize> {
        let first = sentence.clone().find_map(|k| self.phrase_of[k])?;
        let start = self.book.phrases()[first].tokens.start;
        (self.can_speak(first) && (start == sentence.start || !self.preposition(start - 1))).then_some(first)
    }

    /// A verb of bringing out a text.
    fn issues(&self, i: usize) -> bool {
        self.of_class(i, WordClass::Issue)
    }
}
