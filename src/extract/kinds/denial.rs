//! What the content of a denial is: the rejected proposition, the denier's own words, or a phrase that points to it.

use super::clause::{Clause, Side};
use super::features::Around;
use super::setting::Setting;
use super::signals::Signal;
use crate::extract::attribution::Attribution;
use crate::extract::cues::Frame;
use crate::extract::reading::{ContentIs, StatementKind};

/// How many tokens into what is said "tidak benar" stands where it is said of a report, where nothing is named, and
/// where a negation is the main point.
const FAR: usize = 30;
const NEAR: usize = 4;
const FIRST: usize = 8;
/// Behind a noun such as "tuduhan", the words that spell out what is said.
const SPELT_OUT: [&str; 2] = ["bahwa", "kalau"];

/// Whether what is said rejects something, whatever its cue: after a denial of the same source or an accusation against
/// him that there was no such thing, or in other words.
pub(super) fn rejects(setting: &Setting<'_, '_, '_>, read: &Attribution, clause: &Clause, around: Around) -> bool {
    let answers = around.before == Some(StatementKind::Denial) && read.quoted || around.accused;
    let negated = within(setting, read, FIRST, Signal::None) || within(setting, read, FIRST, Signal::Untrue);
    within(setting, read, NEAR, Signal::Untrue)
        || answers && negated && matches!(clause.side, Side::Own | Side::Verb | Side::Report)
        || disowns(setting, read, clause)
}

/// Whether what is said is plainly that a report is untrue, or that the speaker's side never did it.
pub(super) fn disowns(setting: &Setting<'_, '_, '_>, read: &Attribution, clause: &Clause) -> bool {
    let content = &read.content;
    let early = content.start..content.end.min(content.start + FIRST);
    let never = clause.side == Side::Own
        && within(setting, read, FIRST, Signal::None)
        && early.clone().any(|i| matches!(setting.document.lower(i), "pernah" | "terlibat"));
    never || clause.side == Side::Report && within(setting, read, FAR, Signal::Untrue)
}

/// Whether a word of the class `signal` stands in the first `n` tokens of what is said.
fn within(setting: &Setting<'_, '_, '_>, read: &Attribution, n: usize, signal: Signal) -> bool {
    let early = read.content.start..read.content.end.min(read.content.start + n);
    setting.signals.hits(setting.document, &early).iter().any(|hit| hit.signal == signal)
}

/// What the content of the denial `read` is.
pub(super) fn content_is(setting: &Setting<'_, '_, '_>, read: &Attribution) -> ContentIs {
    let frame = read.cue.as_ref().map(|(_, row)| setting.lexicon.cues[*row].frame);
    if read.quoted || !matches!(frame, Some(Frame::Deny | Frame::Scoff | Frame::Refuse)) {
        return ContentIs::Words;
    }
    let content = &read.content;
    if points(setting, read) {
        return ContentIs::Reference;
    }
    let early = content.start..content.end.min(content.start + 12);
    let untrue = setting.signals.hits(setting.document, &early).iter().any(|hit| hit.signal == Signal::Untrue);
    let reported = setting.signals.hits(setting.document, &early).iter().any(|hit| hit.signal == Signal::Report);
    if untrue && reported { ContentIs::Words } else { ContentIs::Rejected }
}

/// Whether the content is a noun phrase that points to what others said, with no clause in it that says it.
fn points(setting: &Setting<'_, '_, '_>, read: &Attribution) -> bool {
    let content = &read.content;
    let document = setting.document;
    // "membantahnya"
    if content.len() == 1 && document.lower(content.start) == "nya" {
        return true;
    }
    let open = (content.start..content.end)
        .find(|&i| !matches!(document.lower(i), "semua" | "segala" | "berbagai" | "seluruh"));
    let Some(head) = open.filter(|&i| !setting.verbal(i) || setting.is(i, Signal::Report)) else { return false };
    let spelt = (content.start.saturating_sub(1)..content.end).any(|i| SPELT_OUT.contains(&document.lower(i)));
    if setting.is(head, Signal::Report) {
        return !spelt;
    }
    let relative = content.clone().any(|i| document.lower(i) == "yang");
    let clause = !relative && content.clone().skip(1).any(|i| setting.verbal(i));
    let demonstrative = matches!(document.lower(content.end - 1), "itu" | "tersebut" | "ini" | "demikian");
    !spelt && !clause && (demonstrative || document.lower(head).ends_with("an"))
}
