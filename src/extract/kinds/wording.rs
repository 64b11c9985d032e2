//! What an act says, read word by word by a recurrent network: what the words do in their order no list of features
//! holds.

use super::setting::Setting;
use super::weights::{KINDS, Scores};
use crate::extract::attribution::Attribution;
use crate::extract::reading::ActorId;
use crate::language::models::keyed::UNIT;
use crate::language::models::recurrent::{Network, Question, Sequence, Shape, Step, Vocabulary};
use crate::language::models::{ModelError, ModelFile, ModelKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many tokens before what is said, and how many behind, are read.
const BEFORE: usize = 8;
/// The same behind.
const BEHIND: usize = 2;
/// How many tokens of what is said are read.
const CONTENT: usize = 60;
/// How many tokens are read in all.
const ALL: usize = 90;

/// A token is said, around it or of the cue; it names nobody, the source's own side or others.
pub(super) const SHAPE: Shape = Shape { marks: 9, labels: KINDS.len() };

/// The network of this program.
pub(super) fn embedded() -> Result<Network, ModelError> {
    let file = ModelFile::read(include_bytes!("../../../data/model/wordings.bin"), ModelKind::Wordings)?;
    Network::from_bytes(file.weights, SHAPE)
}

/// Adds what the network makes of `sequence` to the scores of kinds.
#[allow(clippy::cast_possible_truncation, reason = "scores are a few units")]
pub(super) fn add(network: &Network, sequence: &Sequence, scores: &mut Scores) {
    for (score, seen) in scores.iter_mut().zip(network.scores(sequence).into_iter().flatten()) {
        *score += (seen * f32::from(UNIT)).round() as i16;
    }
}

/// What the network reads of an act: its words, each marked by whether it is said, around it or the cue, and whether it
/// names the source's own side or others.
pub(super) fn sequence(
    vocabulary: &Vocabulary,
    setting: &Setting<'_, '_, '_>,
    read: &Attribution,
    own: &BTreeSet<ActorId>,
) -> Sequence {
    let document = setting.document;
    let said = read.content.clone();
    let (cue, row) = read.cue.as_ref().map_or((said.end..said.end, None), |(cue, row)| (cue.clone(), Some(*row)));
    let from = said.start.min(cue.start).saturating_sub(BEFORE);
    let to = (said.end.max(cue.end) + BEHIND).min(document.len());
    let tokens: Vec<usize> = (from..to).filter(|i| !(said.start + CONTENT..said.end).contains(i)).take(ALL).collect();
    let place = |i: usize| if cue.contains(&i) { 2 } else { usize::from(!said.contains(&i)) };
    let side = |i: usize| setting.party_at(i).map_or(0, |(party, _)| if own.contains(&party) { 1 } else { 2 });
    let step = |i: &usize| Step { rows: vocabulary.of(document.lower(*i)), mark: 3 * side(*i) + place(*i) };
    let within = |wanted: &Range<usize>| {
        let at = |i: usize| tokens.iter().position(|token| *token >= i).unwrap_or(tokens.len());
        at(wanted.start)..at(wanted.end)
    };
    let name = row.map_or("none", |row| setting.lexicon.cues[row].id.as_str());
    let (said, cue, rows) = (within(&said), within(&cue), vec![vocabulary.of_cue(name)]);
    let question = Question { about: said.clone(), among: said, cue, rows };
    Sequence { steps: tokens.iter().map(step).collect(), questions: vec![question] }
}
