//! Attributions around a verb: "X mengatakan P", "P, kata X", "menurut X, P".

use super::nouns::NOUN_RULE;
use super::{Attribution, Attributor, Source};
use crate::extract::cues::{CueForm, CueTrait, Frame};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::{ActorKind, NoteReason, StatementKind};
use crate::segment::TokenKind;
use std::ops::Range;

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
        if (self.negated(cue.start) || self.of_nobody(cue.start)) && frame != Frame::Hope
            || self.conditional(cue.start, sentence)
        {
            return true;
        }
        if let Some(q) = self.quote_from(cue.end, sentence.end) {
            return self.before_quote(cue, row, q, sentence);
        }
        let reacts = matches!(frame, Frame::Quote | Frame::Object) && self.noun_of_saying(from, row);
        let bahwa = !reacts && self.bahwa(cue.end, sentence.end).is_some();
        let shown =
            frame == Frame::Show && self.text_shows(self.clause_start(cue.start, sentence), cue.end, sentence.end);
        if matches!(frame, Frame::Quote | Frame::Show | Frame::Tell) && !bahwa && !self.comma(from) && !shown {
            return true;
        }
        let Some(source) = self.subject(cue.start, self.clause_start(cue.start, sentence)) else {
            self.note(cue, NoteReason::NoSource);
            return true;
        };
        if self.of_deed(&source, sentence.start) && self.row(row).has(CueTrait::Deed) {
            return true;
        }
        if self.handed_on(&source, (cue.clone(), row), sentence.end) {
            return true;
        }
        self.told(source, (cue.clone(), row), bahwa, sentence)
    }

    /// What `source` says behind its cue, with `bahwa` before it or without.
    fn told(&mut self, source: Source, cue: (Range<usize>, usize), bahwa: bool, sentence: &Range<usize>) -> bool {
        let (cue, row) = cue;
        let frame = self.row(row).frame;
        let object = frame.object();
        let side = self.opens_side_clause(&source, sentence);
        let named = self.document.lower(cue.end) == "nya" && self.document.lower(cue.end + 1) == "sebagai";
        let mut start = if object && !bahwa && !named {
            self.past_manner(cue.end)
        } else {
            self.complement_start(cue.end, sentence.end)
        };
        start = self.past_time_to_act(start, sentence.end);
        // "menuduhnya P": whom it blames is looked for in the words behind the verb.
        if frame == Frame::Accuse && start == cue.end + 1 && self.document.lower(cue.end) == "nya" {
            start = cue.end;
        }
        if matches!(
            self.document.lower(start),
            "agar" | "supaya" | "untuk" | "tentang" | "soal" | "mengenai" | "terkait" | "bahwa"
        ) {
            start += 1;
        }
        let end = self.complement_end(start, sentence.end, object);
        let end = self.side_clause_end(&source, start, sentence).map_or(end, |comma| comma.min(end));
        let end = self.main_verb_behind(&cue, start..end, sentence.start).unwrap_or(end);
        let comma = side.and_then(|_| (cue.end..sentence.end).find(|&i| self.comma(i) && self.quote_of[i].is_none()));
        let end = comma.map_or(end, |comma| comma.min(end));
        if start >= end || self.carrier(start) || self.nothing_said(start..end, sentence.end) {
            return self.trailing(source, &cue, row, sentence);
        }
        let pointed = self.only_points(start, end).filter(|_| object || self.document.lower(start) != "nya");
        if pointed.is_some() && !object && self.row(row).kind == StatementKind::Claim {
            return true;
        }
        let end = pointed.unwrap_or(end);
        if !self.frame_holds(frame, start, bahwa) && !self.reports_thing(&source, frame, start..end) {
            return true;
        }
        if self.rules(start..end) || !bahwa && self.adds_thing(row, cue.end..end) {
            return true;
        }
        let rule = if self.held_in_noun(&source, cue.start) {
            NOUN_RULE
        } else if bahwa {
            "subject-cue-bahwa"
        } else {
            "subject-cue-complement"
        };
        let speaker = self.citing(&source, sentence.start).and_then(|citing| citing.actors.first().copied());
        let voiced = Attribution { speaker, ..Self::unquoted(source, start..end) };
        self.push(Attribution { cue: Some((cue, row)), rule, ..voiced });
        true
    }

    /// The subordinator right before the subject, where it opens a clause that stands before the main one: "[bahwa] setelah
    /// X menolak, P".
    fn opens_side_clause(&self, source: &Source, sentence: &Range<usize>) -> Option<usize> {
        let i = source.tokens.start.checked_sub(1).filter(|&i| i >= sentence.start && !source.tokens.is_empty())?;
        let lower = self.document.lower(i);
        let opens =
            self.lexicon.is(lower, WordClass::Subordinator) && !matches!(lower, "sementara" | "selain" | "kalau");
        let before = i.checked_sub(1).filter(|&k| k >= sentence.start);
        let first = before.is_none_or(|k| {
            self.comma(k)
                || self.document.lower(k) == "bahwa"
                || self.of_class(k, WordClass::Link)
                || matches!(self.cue_form(k), Some((_, CueForm::Active(_))))
        });
        (opens && first).then_some(i)
    }

    /// "Saat X menuntut P, Y ...": the comma that ends a clause which opens the sentence and is not the main one.
    fn side_clause_end(&self, source: &Source, start: usize, sentence: &Range<usize>) -> Option<usize> {
        let link = self.document.lower(sentence.start);
        let opens = sentence.start < source.tokens.start && self.lexicon.is(link, WordClass::Subordinator);
        let before = (sentence.start..source.tokens.start).any(|i| self.comma(i));
        let main =
            |i: &usize| self.comma(*i) && (self.names_somebody(i + 1) || self.of_class(i + 1, WordClass::Adverb));
        (opens && !before).then(|| (start..sentence.end).find(main)).flatten()
    }

    /// Whether what stands from `start` on can be what the frame wants.
    fn frame_holds(&self, frame: Frame, start: usize, bahwa: bool) -> bool {
        // "petani lebih khawatir [dibandingkan tahun lalu]" says of what no more.
        if matches!(self.document.lower(start), "dibandingkan" | "dibanding" | "daripada" | "ketimbang") {
            return false;
        }
        match frame {
            Frame::Report => {
                bahwa || self.comma(start - 1) || self.names_somebody(start) || self.document.lower(start) == "pihak"
            }
            Frame::Threat => {
                let first = self.document.lower(start);
                // "mengancam [Peru akan] membayar"
                let behind = self.phrase_of[start].map(|p| self.book.phrases()[p].tokens.end);
                let party = behind.is_some_and(|k| matches!(self.document.lower(k), "akan" | "bakal" | "harus"));
                bahwa
                    || party
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

    /// "Hakim menyatakan [Rudi bersalah]": what a court finds is an act of office.
    fn rules(&self, tokens: Range<usize>) -> bool {
        let Some(p) = self.phrase_of.get(tokens.start).copied().flatten() else { return false };
        let behind = self.book.phrases()[p].tokens.end;
        let behind = behind + usize::from(matches!(self.document.lower(behind), "tidak" | "terbukti" | "tak"));
        behind + 1 == tokens.end && self.document.lower(behind) == "bersalah"
    }

    /// "Rina menambahkan [garam ke dalam sup]": a thing, not words.
    fn adds_thing(&self, row: usize, tokens: Range<usize>) -> bool {
        let told = |i: usize| self.begins_predicate(i) || self.comma(i) || self.document.lower(i) == "ada";
        let plain = !tokens.clone().any(told) && self.preposition_within(&tokens);
        self.row(row).id == "cue.tambahkan" && plain
    }

    fn preposition_within(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|i| matches!(self.document.lower(i), "ke" | "pada" | "di" | "dalam"))
    }

    /// "P, X melaporkan.": what is said stands before the source.
    fn trailing(&mut self, source: Source, cue: &Range<usize>, row: usize, sentence: &Range<usize>) -> bool {
        let before = source.tokens.start.saturating_sub(1);
        let ahead = self.document.written(cue.end) == ":";
        if ahead
            || source.tokens.is_empty()
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

    /// "menanggapi [pernyataan X bahwa P]": a word at token `from` for what another said, which "bahwa" belongs to.
    fn noun_of_saying(&self, from: usize, row: usize) -> bool {
        let noun = self.lexicon.cue_forms.all(self.document, from).find(|(_, form)| matches!(form, CueForm::Noun(_)));
        let own = |n: usize| matches!(self.document.lower(from + n), "nya" | "mereka" | "bahwa");
        let light = self.of_class(from.saturating_sub(1), WordClass::Light);
        noun.is_some_and(|(n, _)| !own(n)) && !light && self.row(row).kind != StatementKind::Demand
    }

    /// Whether only a time stands in `tokens`, or up to another act of the same subject: "kemarin, menekankan".
    fn nothing_said(&self, tokens: Range<usize>, end: usize) -> bool {
        let comma = tokens.clone().find(|&i| self.comma(i)).filter(|&i| i + 1 < tokens.end);
        let act = |i: usize| {
            let at = i + usize::from(self.of_class(i, WordClass::Continues));
            at < end && matches!(self.cue_form(at), Some((_, CueForm::Active(_))))
        };
        let more = comma.is_some_and(|i| act(i + 1) && self.only_time(tokens.start..i));
        let follows = self.of_class(tokens.start, WordClass::Continues) && act(tokens.start);
        more || follows || self.only_time(tokens)
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
        i + usize::from(self.of_class(i, WordClass::Manner))
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
        // "X menegaskan:" before a quotation in a paragraph of its own.
        let next = from + 2;
        if self.document.written(from) == ":" && from + 1 >= end && next < self.document.len() {
            return self.quote_of[next].filter(|&q| self.quotes[q].inside.start == next);
        }
        for i in from..end.min(from + 24) {
            if let Some(q) = self.quote_of[i] {
                let mark = i.checked_sub(2).filter(|&mark| mark >= from);
                let introduced = mark.is_some_and(|mark| matches!(self.document.written(mark), "," | ":"));
                let joins = |mark| {
                    let lower = self.document.lower(mark);
                    matches!(lower, "bahwa" | "kalau") || mark == from && matches!(lower, "untuk" | "agar" | "supaya")
                };
                let bahwa = mark.is_some_and(joins);
                let direct = (from..i - 1).all(|k| self.adverb(k) || self.document.lower(k) == "nya");
                let whole = self.quotes[q].inside.start == i
                    && (introduced || (direct || bahwa) && !self.clause_goes_on(self.quotes[q].after, end));
                return whole.then_some(q);
            }
            if matches!(self.cue_form(i), Some((_, CueForm::Active(_))))
                || matches!(self.document.written(i), "." | ";")
            {
                return None;
            }
        }
        None
    }

    /// Whether words of the writer's own end what a quotation before token `i` is only part of: "… atas perang itu".
    fn clause_goes_on(&self, i: usize, end: usize) -> bool {
        let lower = self.document.lower(i);
        let places =
            matches!(lower, "kepada" | "pada" | "dalam" | "di" | "lewat" | "melalui" | "usai" | "ketika" | "saat");
        let links = self.of_class(i, WordClass::Continues) || lower == "setelah";
        i < end && self.document.word(i) && !places && !links && !self.carrier(i) && self.cue_form(i).is_none()
    }
}
