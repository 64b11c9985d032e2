//! What is said: where the complement of a cue begins and ends.

use super::Attributor;
use super::nouns::NOUN_RULE;
use crate::extract::cues::{CueForm, Frame};
use crate::extract::lexicon::WordClass;
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// How far behind a cue "bahwa" may stand.
const BAHWA_REACH: usize = 16;

impl Attributor<'_, '_, '_> {
    /// Where what the cue that ends at `from` introduces begins.
    pub(super) fn complement_start(&self, from: usize, end: usize) -> usize {
        if let Some(bahwa) = self.bahwa(from, end) {
            return bahwa + 1;
        }
        // "menyebutnya sebagai P"
        if self.document.lower(from) == "nya" && self.document.lower(from + 1) == "sebagai" {
            return from + 2;
        }
        if let Some(clause) = self.clause_behind_asides(from, end) {
            return clause;
        }
        // "memintanya mundur"
        let from = from + usize::from(self.document.lower(from) == "nya");
        let mut at = from;
        // "mengatakan kepada wartawan, P": an addressee and a time may stand before what is said.
        while at < end {
            let lower = self.document.lower(at);
            if self.comma(at) || self.document.written(at) == ":" {
                return at + 1;
            }
            let aside = matches!(lower, "kepada" | "pada" | "dalam" | "di" | "saat" | "lewat" | "melalui" | "usai");
            let now = lower == "saat" && self.document.lower(at + 1) == "ini";
            if at == from && (now || !aside) {
                break;
            }
            if self.verb_like(at) || at > from + 14 {
                return from;
            }
            at += 1;
        }
        if at >= end { self.past_time(from, end) } else { from }
    }

    /// Behind "pada hari Minggu (3/4)" at token `from`; `end` where nothing else, or no time at all, stands there.
    fn past_time(&self, from: usize, end: usize) -> usize {
        let behind = (from + 1..end).find(|&i| !self.timed(i)).unwrap_or(end);
        if self.document.lower(from) == "pada" && self.time_word(from + 1) { behind } else { end }
    }

    /// Part of a date or a time.
    fn timed(&self, i: usize) -> bool {
        self.time_word(i) || matches!(self.document.kind(i), TokenKind::Number | TokenKind::Mark) || self.adverb(i)
    }

    /// Behind "pada hari Selasa" at token `from`, where what is agreed or asked follows it: "untuk", "agar".
    pub(super) fn past_time_to_act(&self, from: usize, end: usize) -> usize {
        let behind = self.past_time(from, end);
        let acts = behind < end && matches!(self.document.lower(behind), "untuk" | "agar" | "supaya");
        if acts { behind } else { from }
    }

    /// What points to what was said before, between `start` and `end`, with nothing but a place or a time behind it: "hal
    /// itu [di sidang]", "demikian", "-nya" as an object; where it ends.
    pub(super) fn only_points(&self, start: usize, end: usize) -> Option<usize> {
        let that = |i: usize| matches!(self.document.lower(i), "itu" | "ini" | "tersebut" | "serupa" | "senada");
        let behind = match self.document.lower(start) {
            "nya" => return Some(start + 1),
            "hal" if that(start + 1) => start + 2,
            "demikian" | "begitu" => start + 1,
            _ => return None,
        };
        let places =
            self.preposition(behind) || self.of_class(behind, WordClass::Subordinator) || self.time_word(behind);
        let goes_on = self.of_class(behind, WordClass::Link) || self.document.lower(behind) == "sebagai";
        (behind >= end || places && !goes_on || self.comma(behind)).then_some(behind)
    }

    /// "bahwa" behind a cue with nothing but phrases between: in "mengatakan tidak ada bukti bahwa P" it belongs to the clause
    /// that is said.
    pub(super) fn bahwa(&self, from: usize, end: usize) -> Option<usize> {
        let mut opened = false;
        // "mengatakan kepada X kalau P"
        let aside = matches!(self.document.lower(from), "kepada" | "pada" | "dalam" | "di") || self.time_word(from);
        let predicate = |i: usize| self.comma(i) || self.begins_predicate(i);
        for i in from..end.min(from + BAHWA_REACH) {
            let lower = self.document.lower(i);
            if matches!(lower, "bahwa" | "bahwasanya")
                || lower == "kalau" && (i == from || aside && !(from..i).any(predicate))
            {
                return Some(i);
            }
            let other_cue =
                matches!(self.cue_form(i), Some((_, CueForm::Active(row))) if self.row(row).frame != Frame::Carry);
            if other_cue || self.quote_of[i].is_some() || matches!(self.document.written(i), "." | ":" | ";") {
                return None;
            }
            let free = self.phrase_of[i].is_none();
            let predicate = lower == "ada" || self.of_class(i, WordClass::Polarity) || self.verb_like(i);
            if !opened && free && predicate {
                return None;
            }
            opened |= self.preposition(i) || self.hangs(i);
        }
        None
    }

    /// Behind the addressees, places and times that stand at token `from`: "kepada wartawan", "di Lima", "dalam pidatonya".
    fn past_asides(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let open = matches!(self.document.lower(at), "kepada" | "pada" | "dalam" | "di" | "lewat" | "melalui");
            let behind = if open { self.past_noun(at + 1, end) } else { None };
            let dated = (from..at).any(|i| self.time_word(i));
            let date = dated && matches!(self.document.kind(at), TokenKind::Number | TokenKind::Mark);
            at = match behind {
                Some(behind) => behind,
                None if self.time_word(at) || date && !self.comma(at) => at + 1,
                None => break,
            };
        }
        at
    }

    /// Behind the phrase at token `i`, where it is plain where that ends: a name, a time, "pidatonya", "rapat itu".
    fn past_noun(&self, i: usize, end: usize) -> Option<usize> {
        if let Some(p) = self.phrase_of.get(i).copied().flatten() {
            let tokens = self.book.phrases()[p].tokens.clone();
            let last = tokens.end - 1;
            let pronoun = last > i && matches!(self.document.lower(last), "dia" | "ia" | "mereka" | "kami" | "kita");
            return (tokens.start == i && tokens.end <= end).then_some(tokens.end - usize::from(pronoun));
        }
        let closed = |k: usize| self.document.lower(k) == "nya" || self.of_class(k, WordClass::Pointing);
        let plain = |k: usize| self.document.word(k) && !self.preposition(k) && !self.verb_like(k);
        let near = (i + 1..end.min(i + 4)).take_while(|&k| plain(k - 1));
        let behind = near.into_iter().find(|&k| closed(k)).map(|k| k + 1);
        behind.or_else(|| self.time_word(i).then_some(i + 1))
    }

    /// Where a clause begins that follows an addressee or a place without "bahwa" or a comma: "mengatakan kepada X P"; a
    /// place or a time may be that of what is said.
    fn clause_behind_asides(&self, from: usize, end: usize) -> Option<usize> {
        let at = self.past_asides(from, end);
        let near = at.saturating_sub(1)..end.min(at + 4);
        let goes_on = near.into_iter().any(|i| self.comma(i) || self.document.written(i) == ":");
        let hangs =
            matches!(self.document.lower(at), "atau" | "agar" | "supaya") || self.hangs(at) || self.preposition(at);
        let predicate = |i: usize| self.begins_predicate(i) || self.document.tag(i) == Upos::Num;
        let told = match self.document.lower(from) {
            "kepada" | "pada" => at,
            "dalam" if self.text(from + 1) => at,
            "dalam" | "di" => from,
            _ => return None,
        };
        let clause = at + 1 < end && self.document.word(at) && (at..end.min(at + BAHWA_REACH)).any(predicate);
        (at > from && clause && !goes_on && !hangs).then_some(told)
    }

    /// Where what is said, from token `start` on, ends; `end` is that of the sentence. `object` tells that it is the
    /// object of a verb such as "mengecam", so that a clause behind a comma is no part of it.
    pub(super) fn complement_end(&self, start: usize, end: usize, object: bool) -> usize {
        for i in start..end {
            if self.quote_of[i].is_some() {
                continue;
            }
            let last = i + 1 == end;
            if last && matches!(self.document.written(i), "." | "?" | "!") {
                return i;
            }
            if self.document.written(i) == ";" || self.signed(i, end) {
                return i;
            }
            if self.comma(i) && self.likened(i + 1) {
                return i;
            }
            if i > start && (self.carrier(i) || self.comma(i) && self.closing_date(i + 1, end)) {
                return i;
            }
            if self.comma(i)
                && (self.attribution_follows(i + 1, end) || self.carrier(i + 1) || self.reported_by(i + 1, end))
            {
                return i;
            }
            if object && self.comma(i) && self.document.lower(i + 1) == "dengan" && self.names_somebody(i + 2) {
                return i;
            }
            if i > start && (self.cue_joined(i, end, object) || self.contrast(i, end, object)) {
                return i;
            }
        }
        end
    }

    /// "seperti dituduhkan X", "sebagaimana dikatakan X" at token `i`.
    fn likened(&self, i: usize) -> bool {
        let passive = matches!(self.cue_form(i + 1), Some((_, CueForm::Passive(_))));
        matches!(self.document.lower(i), "seperti" | "sebagaimana") && passive
    }

    /// The full stop at token `i`, with nothing behind it but the mark of who wrote the article: ". (ant)".
    fn signed(&self, i: usize, end: usize) -> bool {
        let last = end.saturating_sub(1);
        self.document.written(i) == "."
            && i + 2 < last
            && last <= i + 6
            && matches!((self.document.written(i + 1), self.document.written(last)), ("(", ")") | ("[", "]"))
    }

    /// "seperti dilansir X", "dikutip dari X": who carried the words.
    pub(super) fn carrier(&self, i: usize) -> bool {
        let like = matches!(self.document.lower(i), "seperti" | "sebagaimana" | "demikian" | "sebagai");
        let at = i + usize::from(like);
        let hearsay = self.of_class(at, WordClass::Hearsay) || self.of_class(at, WordClass::Adverb);
        self.of_class(at, WordClass::Carries)
            && (like || !hearsay)
            && !self.document.lower(i.saturating_sub(1)).eq("yang")
    }

    /// "Kamis (6/3/2025)" at token `i`, with nothing behind it: the day on which it was said.
    pub(super) fn closing_date(&self, i: usize, end: usize) -> bool {
        let open = (i..end).find(|&k| !self.time_word(k)).unwrap_or(end);
        let close = (open..end).find(|&k| self.document.written(k) == ")").unwrap_or(end);
        let digits = (open + 1..close).all(|k| self.document.kind(k) != TokenKind::Word);
        let last = close + 1 >= end || close + 2 == end && self.document.written(close + 1) == ".";
        open > i && self.document.written(open) == "(" && close < end && digits && last
    }

    /// ", X melaporkan" at the end of a sentence, from token `i` on.
    pub(super) fn reported_by(&self, i: usize, end: usize) -> bool {
        let opens = |p: &usize| self.book.phrases()[*p].tokens.start == i;
        let Some(p) = self.phrase_of.get(i).copied().flatten().filter(opens) else { return false };
        let after = self.book.phrases()[p].tokens.end;
        let Some((n, CueForm::Active(_))) = self.cue_form(after) else { return false };
        let behind = after + n;
        let dated = (self.document.lower(behind) == "pada" || self.time_word(behind))
            && (behind + 1..end).all(|i| self.timed(i));
        behind >= end || matches!(self.document.written(behind), "." | "") || self.carrier(behind + 1) || dated
    }

    /// ", kata X" or ", menurut X" from token `i` on.
    fn attribution_follows(&self, i: usize, end: usize) -> bool {
        let bare = self.lexicon.cue_forms.all(self.document, i).find(|(_, form)| matches!(form, CueForm::Bare(_)));
        let Some((n, _)) = bare else {
            return self.document.lower(i) == "menurut" && i + 1 < end || self.conclusion(i).is_some();
        };
        self.names_somebody(i + n) || self.text(i + n)
    }

    /// Whether a pronoun, "-nya" or a party stands at token `i`.
    pub(super) fn names_somebody(&self, i: usize) -> bool {
        matches!(self.document.lower(i), "nya" | "dia" | "ia" | "mereka" | "beliau")
            || self.phrase_of.get(i).copied().flatten().is_some_and(|p| self.book.phrases()[p].tokens.start == i)
    }

    /// Whether another act of the same subject begins at token `i`: "dan mengatakan", ", menuduh".
    fn cue_joined(&self, i: usize, end: usize, object: bool) -> bool {
        let comma = self.comma(i);
        let mut at = i + usize::from(comma);
        let and = self.of_class(at, WordClass::Continues);
        let with = object && comma && self.document.lower(at) == "dengan";
        if !(comma || and) {
            return false;
        }
        at += usize::from(and || with);
        while at < end && self.adverb(at) {
            at += 1;
        }
        let Some((n, CueForm::Active(row))) =
            self.lexicon.cue_forms.all(self.document, at).map(|(n, f)| (n, *f)).next()
        else {
            return false;
        };
        let strong = self.bahwa(at + n, end).is_some() || self.saying(row);
        let frame = self.row(row).frame;
        let speech = !matches!(frame, Frame::Quote | Frame::Carry | Frame::Hope | Frame::Show | Frame::According);
        (comma && (and || with || strong)) || (and && (object || strong || speech))
    }

    /// ", tetapi Y membantah": a clause set against what is said, with a cue of its own.
    fn contrast(&self, i: usize, end: usize, object: bool) -> bool {
        let against = self.of_class(i + 1, WordClass::Contrast);
        let cue = |k: usize| matches!(self.cue_form(k), Some((_, CueForm::Active(_))));
        self.comma(i) && against && (object || (i + 2..end).any(cue))
    }

    pub(super) fn saying(&self, row: usize) -> bool {
        matches!(
            self.row(row).id.as_str(),
            "cue.katakan"
                | "cue.nyatakan"
                | "cue.tambahkan"
                | "cue.sebut"
                | "cue.tegaskan"
                | "cue.tuduh"
                | "cue.tuding"
        )
    }

    /// The clause that stands before token `before`, from the start of the sentence or behind another statement.
    pub(super) fn clause_before(&self, before: usize, sentence: &Range<usize>) -> Range<usize> {
        // What a noun tells of is part of the clause that it stands in.
        let acts = self.found.iter().filter(|a| a.rule != NOUN_RULE);
        let behind = acts.map(|a| a.content.end.max(a.cue.as_ref().map_or(0, |(cue, _)| cue.end)));
        let behind = behind.filter(|&end| end <= before && end > sentence.start).max();
        let whole = self.quotes.iter().filter(|q| q.inside.start <= sentence.start || !self.fragment(&q.inside));
        let quote_end = whole.map(|q| q.after).filter(|&a| a <= before && a > sentence.start).max();
        let opens = self.document.sentences().get(self.document.sentence_of(sentence.start));
        let opens = opens.map_or(sentence.start, |sentence| self.document.behind_dateline(sentence));
        let start = opens.min(before).max(quote_end.unwrap_or(0));
        let start = match behind {
            Some(end) if end > start && before - end > 2 => end,
            _ => start,
        };
        start..before
    }
}
