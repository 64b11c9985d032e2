//! Which of the seven kinds an act of saying is, and what the content of a denial is.
//!
//! Where the cue decides ("membantah", "menuduh"), a rule says so; elsewhere a linear model weighs the cue, who does what
//! in the content, the words of the table of signals, and the acts around, and a recurrent network reads the words in
//! their order; what the two say is added up. A wrong "menuduh" is defamatory, so an accusation needs a lead over the
//! claim that it would otherwise be, and somebody who is accused.

mod accusation;
mod clause;
mod denial;
mod features;
mod performed;
mod setting;
mod signals;
#[cfg(test)]
mod tests;
#[cfg(feature = "train")]
pub(super) mod training;
mod weights;
mod wording;

pub(super) use clause::{Clause, Side};
pub(super) use performed::performed;
pub(super) use setting::Setting;
pub(super) use signals::{Signal, Signals};
pub(super) use weights::KINDS;

use super::actors::ActorBook;
use super::attribution::Attribution;
use super::cues::{CueForm, Frame};
use super::lexicon::Lexicon;
use super::reader::ReaderError;
use super::reading::{ActorId, ActorKind, ContentIs, Role, StatementKind};
use super::targets::{self, Party, Ranker};
use crate::language::Document;
use crate::language::models::keyed::UNIT;
use crate::language::models::recurrent::Network;
use crate::language::models::table::WordTable;
use crate::language::models::word_table;
use features::{Around, features};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;
use weights::{Scores, Weights};

/// How many paragraphs apart acts of one source still belong together.
const TOGETHER: usize = 1;
/// By how much an accusation must score above every other kind where the accused is as likely as not, by how much less for
/// each unit of the logarithm of his odds, and the greatest of these that counts. By cross-validation this finds 46 of 100
/// accusations, 82 of 100 rightly; with the same lead for all it was 43, and 83.
const LEAD: i16 = UNIT * 3 / 2;
const SURER: i16 = UNIT / 4;
const SUREST: f32 = 4.0;

/// Tells the kinds and targets of acts; made once.
#[derive(Clone, Debug)]
pub(super) struct Judge<'m> {
    signals: Signals,
    words: WordTable,
    weights: Weights<'m>,
    /// None while it has not learnt.
    network: Option<Arc<Network>>,
    ranker: Ranker<'m>,
}

/// What was found of one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) kind: StatementKind,
    /// For a denial, what its content is.
    pub(super) content_is: Option<ContentIs>,
    /// Whom it is directed at.
    pub(super) target: Vec<Party>,
}

impl Judge<'static> {
    /// With the tables and the weights that the program carries.
    pub(super) fn embedded() -> Result<Self, ReaderError> {
        let (words, key) = word_table()?;
        let (signals, ranker) = (Signals::embedded()?, Ranker::embedded()?);
        let network = Some(Arc::new(wording::embedded()?));
        Ok(Self { signals, words, weights: weights::embedded(key)?, network, ranker })
    }
}

impl Judge<'_> {
    /// What the statements of `document` are looked at in.
    pub(super) fn setting<'a, 'd, 't>(
        &'a self,
        document: &'d Document<'t>,
        lexicon: &'d Lexicon,
        book: &'a ActorBook<'d, 't>,
        roles: &'a [Role],
    ) -> Setting<'a, 'd, 't> {
        Setting::new(document, (lexicon, self), book, roles)
    }

    /// The verdicts on `acts`, which stand in the order of the text.
    pub(super) fn verdicts(&self, setting: &Setting<'_, '_, '_>, acts: &[Attribution]) -> Vec<Verdict> {
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(acts.len());
        for (i, read) in acts.iter().enumerate() {
            let own = setting.own_side(read);
            let around = around(setting, acts, &verdicts, i, &own);
            let mut scores = self.weights.scores(&features(setting, read, &own, around).all());
            if let Some(network) = &self.network {
                wording::add(network, &wording::sequence(&network.vocabulary, setting, read, &own), &mut scores);
            }
            let certain = certain(setting, read, &own);
            verdicts.push(decide(setting, (acts, &verdicts), read, &own, (certain, &scores)));
        }
        verdicts
    }
}

/// The kind that scores best; an accusation only of somebody, and with a lead.
fn decide(
    setting: &Setting<'_, '_, '_>,
    earlier: (&[Attribution], &[Verdict]),
    read: &Attribution,
    own: &BTreeSet<ActorId>,
    (certain, scores): (Option<StatementKind>, &Scores),
) -> Verdict {
    let aim = |kind| targets::aim(setting, read, kind, own, earlier);
    let (ahead, other) = standing(scores, of_another(setting, read, own));
    let sure = certain == Some(StatementKind::Accusation);
    if sure || certain.is_none() && ahead > lead(Some(SUREST)) {
        let found = aim(StatementKind::Accusation);
        if !found.parties.is_empty() && (sure || ahead > lead(found.odds)) {
            return Verdict { kind: StatementKind::Accusation, content_is: None, target: found.parties };
        }
    }
    let kind = certain.filter(|_| !sure).unwrap_or(other);
    let content_is = (kind == StatementKind::Denial).then(|| denial::content_is(setting, read));
    Verdict { kind, content_is, target: aim(kind).parties }
}

/// The kinds that what is said would be if another, of whom it tells, said it himself: "Rusia membantah laporan itu" denies
/// nothing, "Gubernur meminta kami memperbaikinya" asks for nothing.
fn of_another(setting: &Setting<'_, '_, '_>, read: &Attribution, own: &BTreeSet<ActorId>) -> &'static [StatementKind] {
    use StatementKind::{Commitment, Demand, Denial};
    let clause = Clause::read(setting, read, &read.content, own);
    let state = |actor: &ActorId| setting.actor_kind(*actor) == ActorKind::Country;
    // Of whom nobody knows what he speaks for may well speak for the state that he names.
    let party = clause.party.as_ref().filter(|(actor, _)| state(actor) && own.iter().any(state));
    let named = clause.side == Side::Other && !clause.possessor && party.is_some();
    let plain = read.cue.as_ref().is_none_or(|(_, row)| setting.lexicon.cues[*row].kind == StatementKind::Claim);
    let bent = clause.between.clone().any(|i| setting.document.word(i));
    let Some(verb) = clause.verb.filter(|_| named && plain && !bent) else { return &[] };
    let mut cues = setting.lexicon.cue_forms.all(setting.document, verb);
    let acts = cues.any(|(_, form)| matches!(form, CueForm::Active(row) if acts(setting.lexicon.cues[*row].frame)));
    if acts { &[Denial, Demand, Commitment] } else { &[] }
}

/// Whether a verb of this frame tells that somebody denies, asks or promises something.
fn acts(frame: Frame) -> bool {
    matches!(frame, Frame::Deny | Frame::Refuse | Frame::Ask | Frame::Plan | Frame::Threat)
}

/// By how much an accusation scores above the best of the other kinds, and which that is; `barred` are none of them.
fn standing(scores: &Scores, barred: &[StatementKind]) -> (i32, StatementKind) {
    let scored = KINDS.iter().copied().zip(scores.iter().map(|score| i32::from(*score)));
    let scored = scored.filter(|(kind, _)| !barred.contains(kind));
    let (accusing, others): (Vec<_>, Vec<_>) = scored.partition(|(kind, _)| *kind == StatementKind::Accusation);
    let best = others.into_iter().max_by_key(|(kind, score)| (*score, Reverse(*kind)));
    let (other, next) = best.unwrap_or((StatementKind::Claim, 0));
    (accusing.iter().map(|(_, score)| score - next).sum(), other)
}

/// By how much an accusation must score above every other kind, where the words give the accused `odds`.
#[allow(clippy::cast_possible_truncation, reason = "a few units")]
fn lead(odds: Option<f32>) -> i32 {
    let surer = odds.unwrap_or_default().clamp(-SUREST, SUREST) * f32::from(SURER);
    i32::from(LEAD) - surer.round() as i32
}

/// The kind that the cue decides, or a plain rejection in other words.
fn certain(setting: &Setting<'_, '_, '_>, read: &Attribution, own: &BTreeSet<ActorId>) -> Option<StatementKind> {
    let cue = read.cue.as_ref().map(|(_, row)| &setting.lexicon.cues[*row]);
    match cue.map(|cue| cue.frame) {
        Some(Frame::Deny) => return Some(StatementKind::Denial),
        Some(Frame::Accuse) => return Some(StatementKind::Accusation),
        Some(Frame::Refuse) if !read.quoted => {
            let start = read.content.start;
            // "menolak menjawab" is his own act, "menolak tuduhan itu" a denial; a proposal may be either refused or blamed.
            let act = setting.verbal(start) || setting.document.lower(start) == "untuk";
            // "menolak [tuduhan] bahwa P"
            let from = read.cue.as_ref().map_or(start, |(cue, _)| cue.end.min(start));
            let report = (from..=start).any(|i| setting.is(i, Signal::Report));
            let rejected = report.then_some(StatementKind::Denial);
            let sure = act.then_some(StatementKind::Commitment).or(rejected);
            if sure.is_some() {
                return sure;
            }
        }
        _ => {}
    }
    let clause = Clause::read(setting, read, &read.content, own);
    let threat = cue.is_some_and(|cue| cue.frame == Frame::Warn) && clause.side == Side::Own;
    if threat && clause.promises(setting) {
        return Some(StatementKind::Commitment);
    }
    let open = cue.is_none_or(|cue| cue.kind == StatementKind::Claim || cue.kind == StatementKind::Confirmation);
    if open && denial::disowns(setting, read, &clause) {
        return Some(StatementKind::Denial);
    }
    performed::kind_of(setting, read).filter(|_| open)
}

/// What the acts around act `i` are.
fn around(
    setting: &Setting<'_, '_, '_>,
    acts: &[Attribution],
    verdicts: &[Verdict],
    i: usize,
    own: &BTreeSet<ActorId>,
) -> Around {
    let near = |other: &Attribution| {
        let (a, b) =
            (setting.document.paragraph_of(acts[i].content.start), setting.document.paragraph_of(other.content.start));
        a.abs_diff(b) <= TOGETHER && other.source == acts[i].source
    };
    let before = i.checked_sub(1).filter(|&k| near(&acts[k])).and_then(|k| verdicts.get(k)).map(|v| v.kind);
    let behind = acts.get(i + 1).filter(|other| near(other)).and_then(|other| other.cue.as_ref());
    let accused = verdicts.iter().any(|v| {
        v.kind == StatementKind::Accusation
            && v.target.iter().any(|party| matches!(party, Party::Actor(actor) if own.contains(actor)))
    });
    Around { before, behind: behind.map(|(_, row)| setting.lexicon.cues[*row].kind), accused }
}
