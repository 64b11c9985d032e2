//! What an act says, read word by word by a recurrent network: what the words do in their order no list of features
//! holds.

use super::setting::Setting;
use super::weights::{KINDS, Scores};
use crate::extract::attribution::Attribution;
use crate::extract::excerpt::{Excerpt, PLACES, Reach};
use crate::extract::reading::ActorId;
use crate::language::models::keyed::UNIT;
use crate::language::models::recurrent::{Network, Question, Sequence, Shape, Step, Vocabulary};
use crate::language::models::{ModelError, ModelFile, ModelKind};
use std::collections::BTreeSet;

/// What a statement is, it tells itself.
const REACH: Reach = Reach { before: 8, behind: 2, said: 60, all: 90 };

/// A token is said, around it or of the cue; it names nobody, the source's own side or others.
pub(super) const SHAPE: Shape = Shape { marks: 3 * PLACES, labels: KINDS.len() };

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
    let excerpt = Excerpt::new(setting.document, read, REACH);
    let side = |i: usize| setting.party_at(i).map_or(0, |(party, _)| if own.contains(&party) { 1 } else { 2 });
    let mark = |i: usize| PLACES * side(i) + excerpt.place(i);
    let step = |i: &usize| Step { rows: vocabulary.of(setting.document.lower(*i)), mark: mark(*i) };
    let (said, rows) = (excerpt.said(), vec![vocabulary.of_cue(read.cue_id(setting.lexicon))]);
    let question = Question { about: said.clone(), among: said, cue: excerpt.cue(), rows };
    Sequence { steps: excerpt.tokens.iter().map(step).collect(), questions: vec![question] }
}
