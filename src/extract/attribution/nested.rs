//! One act inside another: "Kirby mengatakan AS yakin P" is the view of AS, voiced by Kirby; in "Peru mendesak Chile
//! mengakui P" nobody has said P yet, so that only the demand is an act.

use super::nouns::NOUN_RULE;
use super::{Attribution, Attributor};
use crate::extract::cues::Frame;
use crate::extract::lexicon::{Lexicon, WordClass};
use crate::language::Document;

/// How many words may stand before the inner source.
const WORDS_BEFORE: usize = 2;

impl Attributor<'_, '_, '_> {
    /// Makes one of an act whose content is another act: the inner one, with the outer source as its speaker; an inner act
    /// that is only asked, hoped, denied or blamed goes.
    pub(super) fn fold(&mut self) {
        let done = (0..self.found.len()).map(|inner| {
            let idle =
                |outer| self.not_done(inner, outer) || self.restricts(inner, outer) || self.repeats(inner, outer);
            !self.found.iter().any(idle)
        });
        let mut done = done.collect::<Vec<_>>().into_iter();
        self.found.retain(|_| done.next().unwrap_or(true));
        // "menolak tuduhan X yang menyebut P": who refuses hands on nothing.
        let refuses = |row: usize| self.row(row).frame == Frame::Refuse;
        let voicing =
            |act: &Attribution| act.cue.as_ref().is_some_and(|(_, row)| !self.only_asks(*row) && !refuses(*row));
        let voices = self.found.iter().map(voicing).collect::<Vec<_>>();
        let apart = self.found.iter().map(|act| !self.relative(act)).collect::<Vec<_>>();
        fold(&mut self.found, &voices, &apart);
    }

    /// Whether the cue of `row` leaves open, or denies, that what stands behind it is done.
    fn only_asks(&self, row: usize) -> bool {
        matches!(self.row(row).frame, Frame::Ask | Frame::Hope | Frame::Deny | Frame::Accuse)
    }

    /// Whether `act` stands in a clause with "yang" that only says of whom the talk is: "[warga yang menolak vaksin] akan
    /// didata"; words that somebody says are handed on in such a clause too.
    fn relative(&self, act: &Attribution) -> bool {
        let Some((cue, row)) = &act.cue else { return false };
        let start = self.document.sentence_tokens(cue.start).start;
        let yang = self.before_asides(cue.start, start).checked_sub(1).filter(|&i| i > start);
        let restricts = yang.is_some_and(|i| self.document.lower(i) == "yang" && !self.comma(i - 1));
        restricts && cue.end <= act.content.start && !self.reports(*row)
    }

    fn reports(&self, row: usize) -> bool {
        reports(self.row(row).frame)
    }

    /// Whether act `inner` is no act beside `outer`, in whose content its relative clause stands.
    fn restricts(&self, inner: usize, outer: &Attribution) -> bool {
        let inner = &self.found[inner];
        let (Some((cue, _)), Some((outer_cue, row))) = (&inner.cue, &outer.cue) else { return false };
        let inside = !outer.quoted && outer_cue.end <= outer.content.start && outer.content.contains(&cue.start);
        let named = inner.named_at.end + 1 == cue.start && !inner.named_at.is_empty() && inner.source != outer.source;
        inside && outer.rule != NOUN_RULE && self.relative(inner) && (self.reports(*row) || !named)
    }

    /// "Rudi mengatakan ada kota yang [menurutnya] rawan": whether act `inner` only says once more whose view `outer` is.
    fn repeats(&self, inner: usize, outer: &Attribution) -> bool {
        let inner = &self.found[inner];
        let (Some((cue, _)), Some((outer_cue, _))) = (&inner.cue, &outer.cue) else { return false };
        let relative = cue.start > 0 && self.document.lower(cue.start - 1) == "yang";
        let own = inner.source == outer.source && self.document.lower(cue.end) == "nya";
        relative && own && !outer.quoted && outer_cue.end <= cue.start && outer.content.contains(&cue.start)
    }

    /// Whether act `inner` is what `outer` asks, hopes for, denies or blames: its verb is that of the outer content.
    fn not_done(&self, inner: usize, outer: &Attribution) -> bool {
        let inner = &self.found[inner];
        let (Some((inner_cue, _)), Some((outer_cue, row))) = (&inner.cue, &outer.cue) else { return false };
        let ends =
            |i: usize| self.comma(i) || self.document.lower(i) == "yang" || self.of_class(i, WordClass::Subordinator);
        self.only_asks(*row)
            && !outer.quoted
            && inner.rule != NOUN_RULE
            && outer_cue.end <= inner_cue.start
            && outer.content.contains(&inner_cue.start)
            && inner_cue.end <= inner.content.start
            && !(outer.content.start..inner_cue.start).any(ends)
    }
}

/// Whether a cue hands on words, rather than judges or asks.
fn reports(frame: Frame) -> bool {
    let told = matches!(frame, Frame::Clause | Frame::Quote | Frame::Show | Frame::Tell);
    told || matches!(frame, Frame::Report | Frame::Avow | Frame::According)
}

/// Names who voices acts that are told in the midst of what he says: "Ia mengatakan gedung itu aman dan [para ahli
/// mendukung P]".
pub(in crate::extract) fn hand_on(acts: &mut [Attribution], document: &Document<'_>, lexicon: &Lexicon) {
    for inner in 0..acts.len() {
        let act = &acts[inner];
        let Some((cue, _)) = act.cue.as_ref().filter(|_| act.speaker.is_none() && act.rule != NOUN_RULE) else {
            continue;
        };
        let voices = |outer: &&Attribution| {
            let told =
                outer.cue.as_ref().is_none_or(|(at, row)| at.start != cue.start && reports(lexicon.cues[*row].frame));
            let another = outer.source.iter().all(|source| !act.source.contains(source));
            told && another && outer.rule != NOUN_RULE && outer.content.contains(&cue.start)
        };
        let nearest = acts.iter().filter(voices).min_by_key(|outer| outer.content.len());
        // "Ana mengatakan Rudi menolak P [dan menuduh] Q": one subject of two verbs, both told by Ana.
        let joined = |first: &&Attribution| {
            let before = first.cue.as_ref().is_some_and(|(first, _)| first.end <= act.content.start);
            let near =
                first.content.end + 1 == cue.start && lexicon.is(document.lower(cue.start - 1), WordClass::Joiner);
            before && near && first.source == act.source && !first.quoted
        };
        let shared = || acts.iter().find(joined).and_then(|first| first.speaker);
        acts[inner].speaker = nearest.and_then(|outer| outer.speaker.or(outer.source.first().copied())).or_else(shared);
    }
}

/// Makes one of an act whose content is another act; `voicing` tells of each act whether it can voice another, `voiced`
/// whether another can voice it.
fn fold(found: &mut Vec<Attribution>, voicing: &[bool], voiced: &[bool]) {
    let mut outer_folded = vec![false; found.len()];
    for inner in 0..found.len() {
        let holds = |&outer: &usize| voicing[outer] && is_content_of(&found[inner], &found[outer]);
        let Some(outer) = (0..found.len()).find(|outer| voiced[inner] && holds(outer)) else {
            continue;
        };
        let voices = found[outer].speaker.or(found[outer].source.first().copied());
        let own = found[outer].source == found[inner].source;
        found[inner].speaker = voices.filter(|_| !own);
        outer_folded[outer] = true;
    }
    let mut folded = outer_folded.into_iter();
    found.retain(|_| !folded.next().unwrap_or(false));
}

/// Whether what `outer` says is that `inner`'s source says something.
fn is_content_of(inner: &Attribution, outer: &Attribution) -> bool {
    let (Some((inner_cue, _)), Some((outer_cue, _))) = (&inner.cue, &outer.cue) else { return false };
    !outer.quoted
        && outer_cue.end <= inner.named_at.start
        && !inner.named_at.is_empty()
        && outer.content.start <= inner.named_at.start
        && inner.named_at.start <= outer.content.start + WORDS_BEFORE
        && inner_cue.start >= inner.named_at.end
        && inner_cue.end <= outer.content.end
        && inner.content.end <= outer.content.end + 1
}
