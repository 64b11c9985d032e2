//! Acts that a speaker does by naming them: "Kami menuduh ...", "Saya membantah ...", "Mari kita ...".

use super::setting::Setting;
use super::signals::Signal;
use crate::extract::attribution::Attribution;
use crate::extract::cues::{Cue, CueForm, Frame};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::StatementKind;

/// The verb at the start of direct speech by which the speaker does what he says: where it ends, and its row of cues.
pub(in crate::extract) fn performed<'d>(setting: &Setting<'_, 'd, '_>, read: &Attribution) -> Option<(usize, &'d Cue)> {
    let start = read.content.start;
    let subject = setting.signals.at(setting.document, start, Signal::Own).filter(|_| read.quoted)?;
    let adverb = |i: &usize| setting.lexicon.is(setting.document.lower(*i), WordClass::Adverb);
    let verb = (start + subject..read.content.end).find(|i| !adverb(i) || setting.is(*i, Signal::Not))?;
    let mut forms = setting.lexicon.cue_forms.all(setting.document, verb);
    forms.find_map(|(length, form)| match form {
        CueForm::Active(row) | CueForm::Bare(row) => Some((verb + length, &setting.lexicon.cues[*row])),
        CueForm::Passive(_) | CueForm::Noun(_) => None,
    })
}

/// The kind of such an act, where its verb leaves no doubt of it.
pub(super) fn kind_of(setting: &Setting<'_, '_, '_>, read: &Attribution) -> Option<StatementKind> {
    if bids(setting, read) {
        return Some(StatementKind::Demand);
    }
    let (end, cue) = performed(setting, read)?;
    let asked = || {
        let named = setting.party_at(end).is_some_and(|(_, tokens)| tokens.start == end);
        named || matches!(setting.document.lower(end), "kepada" | "agar" | "supaya")
    };
    match cue.frame {
        Frame::Accuse => Some(StatementKind::Accusation),
        Frame::Deny => Some(StatementKind::Denial),
        Frame::Ask | Frame::Warn if asked() => Some(StatementKind::Demand),
        Frame::Object if cue.kind == StatementKind::Condemnation => Some(cue.kind),
        Frame::Plan if cue.kind == StatementKind::Commitment => Some(cue.kind),
        _ => None,
    }
}

/// "Mari kita jaga laut", "Tolong dengarkan kami": a sentence that bids its hearers do something.
fn bids(setting: &Setting<'_, '_, '_>, read: &Attribution) -> bool {
    read.quoted && setting.lexicon.is(setting.document.lower(read.content.start), WordClass::Bidding)
}
