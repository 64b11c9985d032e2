//! Direct speech: attribution before, behind and inside it, and speech that goes on.

use super::{Attribution, Attributor, Source};
use crate::extract::cues::{CueForm, Frame};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::NoteReason;
use std::ops::Range;

/// How many paragraphs on a quotation without an attribution may go on another.
const GOES_ON: usize = 1;

impl Attributor<'_, '_, '_> {
    /// Reads quotation `q`, where its attribution stands behind it or it goes on an earlier one.
    pub(super) fn quotation(&mut self, q: usize) {
        let quote = self.quotes[q].clone();
        if self
            .found
            .iter()
            .any(|a| a.quoted && a.content.start < quote.inside.end && quote.inside.start < a.content.end)
        {
            return;
        }
        let at = quote.after;
        let end = self.document.sentence_tokens(at.min(self.document.len().saturating_sub(1))).end;
        if at < self.document.len() && self.attributed_behind(&quote.inside, at, end) {
            return;
        }
        if self.starts_alone(&quote.inside) && self.ends_alone(&quote.inside) {
            self.goes_on(&quote.inside);
        }
    }

    /// "…," kata X; "…," X mengatakan; "…," demikian pernyataan X.
    fn attributed_behind(&mut self, inside: &Range<usize>, at: usize, end: usize) -> bool {
        let mut i = at;
        while i < end && (self.comma(i) || matches!(self.document.written(i), "-" | "–" | "—")) {
            i += 1;
        }
        if i >= end || self.quote_of[i].is_some() {
            return false;
        }
        let demikian = self.document.lower(i) == "demikian";
        let at_cue = i + usize::from(demikian);
        let forms: Vec<(usize, CueForm)> =
            self.lexicon.cue_forms.all(self.document, at_cue).map(|(n, f)| (n, *f)).collect();
        for (n, form) in forms {
            let cue = i..at_cue + n;
            let opens = self.document.sentence_tokens(i).start == i && !self.comma(inside.end - 1);
            let row = match form {
                // "…." Menurut X, P
                CueForm::Active(row) if opens && self.row(row).frame == Frame::According => return false,
                CueForm::Bare(row) => row,
                CueForm::Noun(row) | CueForm::Passive(row) if demikian => row,
                CueForm::Active(row)
                    if !demikian && (self.names_somebody(cue.end) || self.names_text(row, cue.end)) =>
                {
                    row
                }
                _ => continue,
            };
            let joint = matches!(self.document.lower(cue.end), "bersama" | "tertulis" | "resmi");
            match self.source_after(cue.end + usize::from(joint), end) {
                Some(source) => return self.speech(source, Some((cue, row)), inside, "quotation-cue-source"),
                None => self.note(&cue, NoteReason::NoSource),
            }
            return false;
        }
        self.source_then_cue(inside, i, end)
    }

    /// "…," X mengatakan kepada wartawan.
    fn source_then_cue(&mut self, inside: &Range<usize>, i: usize, end: usize) -> bool {
        let Some(source) = self.speaker_at(i) else { return false };
        let mut at = source.tokens.end;
        while at < end && (self.adverb(at) || self.comma(at)) {
            at += 1;
        }
        let Some((n, CueForm::Active(row))) = self.cue_form(at) else { return false };
        let introduces_more =
            self.bahwa(at + n, end).is_some() || self.document.written(at + n) == ":" || self.comma(at + n);
        let speech_open = matches!(self.document.written(inside.end - 1), "," | "-");
        if introduces_more || !speech_open {
            return false;
        }
        self.speech(source, Some((at..at + n, row)), inside, "quotation-source-cue")
    }

    /// Whether "menurut" stands before the text that says it.
    fn names_text(&self, row: usize, i: usize) -> bool {
        self.row(row).frame == Frame::According && self.of_class(i, WordClass::Document)
    }

    /// The party or pronoun at token `i`.
    fn speaker_at(&self, i: usize) -> Option<Source> {
        let named = self.phrase_of[i].filter(|&p| self.book.phrases()[p].tokens.start == i);
        let Some(p) = named else { return self.pronoun_source(i) };
        Some(Source { actors: vec![self.book.of_phrase(p)?], tokens: self.book.phrases()[p].tokens.clone() })
    }

    /// X mengatakan, "…": the quotation `q` behind a cue.
    pub(super) fn before_quote(&mut self, cue: &Range<usize>, row: usize, q: usize, sentence: &Range<usize>) -> bool {
        let inside = self.quotes[q].inside.clone();
        let Some(source) = self.subject(cue.start, sentence.start) else {
            self.note(cue, NoteReason::NoSource);
            return true;
        };
        self.speech(source, Some((cue.clone(), row)), &inside, "cue-quotation")
    }

    fn speech(
        &mut self,
        source: Source,
        cue: Option<(Range<usize>, usize)>,
        inside: &Range<usize>,
        rule: &'static str,
    ) -> bool {
        let (source, named_at) = (source.actors, source.tokens);
        self.push(Attribution { source, named_at, speaker: None, cue, content: inside.clone(), quoted: true, rule })
    }

    /// A quotation that stands as a sentence of its own goes on the last one.
    fn goes_on(&mut self, inside: &Range<usize>) {
        let here = self.document.paragraph_of(inside.start);
        let Some(last) = self.found.iter().rev().find(|a| a.quoted || a.cue.is_some()) else { return };
        let there = self.document.paragraph_of(last.content.start);
        if here > there + GOES_ON {
            return;
        }
        let source = Source { actors: last.source.clone(), tokens: inside.start..inside.start };
        self.speech(source, None, inside, "quotation-goes-on");
    }

    fn starts_alone(&self, inside: &Range<usize>) -> bool {
        let mark = inside.start.saturating_sub(1);
        let before = mark.checked_sub(1);
        let start = self.document.sentence_tokens(inside.start).start;
        start >= mark || before.is_none_or(|i| matches!(self.document.written(i), "." | "?" | "!"))
    }

    fn ends_alone(&self, inside: &Range<usize>) -> bool {
        let long = inside.clone().filter(|&i| self.document.word(i)).count() >= 4;
        let last = self.document.written(inside.end.saturating_sub(1));
        long && (matches!(last, "." | "?" | "!" | ",") || matches!(self.document.written(inside.end + 1), "." | ""))
    }
}
