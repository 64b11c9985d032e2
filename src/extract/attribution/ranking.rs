//! Whose view an act is: a log-linear ranking of those whom the article names around it, with the choice of the rules as
//! the first of them.
//!
//! Each rule is right more or less often; the model learns how often, and whom to prefer where it is not. Acts are gone
//! through in the order of the text, so that those which have no source of their own follow what was decided before.

mod features;
mod places;
mod scene;
#[cfg(test)]
mod tests;

pub(in crate::extract) use scene::Scene;

use super::Attribution;
use super::agents::RULE as JUDGED_RULE;
use super::cited::CITED_RULE;
use super::nouns::NOUN_RULE;
use super::passive::{ASKED_RULE, PASSIVE_RULE};
use super::texts::TEXT_RULE;
use crate::extract::phrases::PhraseKind;
use crate::extract::reading::ActorId;
use crate::language::models::keyed::UNIT;
use crate::language::models::linear::Linear;
use crate::language::models::{ModelError, ModelFile, ModelKind};
use features::features;
use scene::How;

/// By how much another must score above the choice of the rules.
pub(super) const MARGIN: i16 = UNIT / 4;
/// By how much more, where that is more than one.
const JOINT: i16 = 2 * UNIT;

/// How many sentences before an act a candidate may be named last, and how many behind it first.
const BEFORE: usize = 8;
const BEHIND: usize = 2;
/// How many acts back the sources of acts are candidates wherever they are named.
const ACTS: usize = 6;

/// Ranks those who can be the source of an act.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct SourceRanker<'m> {
    pub(super) weights: Linear<'m, 1>,
    pub(super) margin: i16,
}

/// One answer to the question whose view an act is.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) actors: Vec<ActorId>,
    pub(super) features: Vec<u32>,
}

impl SourceRanker<'static> {
    /// With the weights that the program carries.
    pub(in crate::extract) fn embedded() -> Result<Self, ModelError> {
        let file = ModelFile::read(include_bytes!("../../../data/model/sources.bin"), ModelKind::Sources)?;
        Ok(Self { weights: Linear::new(file.weights).ok_or(ModelError::Length)?, margin: MARGIN })
    }
}

impl SourceRanker<'_> {
    /// Gives each of `acts`, which stand in the order of the text, the source that ranks first.
    pub(in crate::extract) fn settle(&self, scene: &Scene<'_, '_, '_>, acts: &mut [Attribution]) {
        let read: Vec<Vec<ActorId>> = acts.iter().map(|act| act.source.clone()).collect();
        for i in 0..acts.len() {
            let (earlier, rest) = acts.split_at_mut(i);
            let Some(act) = rest.first_mut() else { continue };
            act.source = suggested(scene, &read, earlier, act);
            // "tuduhan X", "mengutip X", "dibantah X": who is named in the very phrase is not put to the choice.
            let in_phrase =
                matches!(act.rule, NOUN_RULE | CITED_RULE | PASSIVE_RULE | ASKED_RULE | JUDGED_RULE | TEXT_RULE);
            if in_phrase && !act.named_at.is_empty() || scene.told_of_another(act) {
                continue;
            }
            let chosen = self.choose(scene, earlier, act);
            act.speaker = act.speaker.filter(|speaker| !chosen.contains(speaker));
            act.source = chosen;
        }
    }

    /// The best candidate, or the choice of the rules where none stands clearly before it.
    fn choose(&self, scene: &Scene<'_, '_, '_>, earlier: &[Attribution], act: &Attribution) -> Vec<ActorId> {
        let margin = self.margin + if act.source.len() > 1 { JOINT } else { 0 };
        let mut best: Option<(i16, Vec<ActorId>)> = None;
        let medium = scene.tells_of_medium(act);
        for candidate in candidates(scene, earlier, act) {
            if medium && best.is_some() && candidate.actors.iter().any(|actor| scene.is_person(*actor)) {
                continue;
            }
            let score = self.weights.scores(&candidate.features)[0];
            match &best {
                // The choice of the rules is the first.
                None => best = Some((score.saturating_add(margin), candidate.actors)),
                Some((top, _)) if score > *top => best = Some((score, candidate.actors)),
                Some(_) => {}
            }
        }
        best.map(|(_, actors)| actors).unwrap_or_default()
    }
}

/// What the rules find for `act`; where they carry the source of an earlier act over, that which was decided for it.
pub(super) fn suggested(
    scene: &Scene<'_, '_, '_>,
    read: &[Vec<ActorId>],
    earlier: &[Attribution],
    act: &Attribution,
) -> Vec<ActorId> {
    let carried = matches!(scene.how(act), How::Carried | How::Pronoun);
    let same = (0..earlier.len()).rev().find(|&k| carried && read[k] == act.source);
    same.map_or_else(|| act.source.clone(), |k| earlier[k].source.clone())
}

/// Those who have spoken of the source that `act` has by a description: "Ana menuduh sopir itu. Sopir itu membantah".
fn spoke_of<'e>(scene: &Scene<'_, '_, '_>, earlier: &'e [Attribution], act: &Attribution) -> Vec<&'e [ActorId]> {
    let How::Phrase(PhraseKind::Group | PhraseKind::OfficeHolder) = scene.how(act) else { return Vec::new() };
    let mentions = act.source.first().map_or(&[][..], |source| scene.mentions(*source));
    let inside = |told: &&Attribution| mentions.iter().any(|p| told.content.contains(&scene.phrase(*p).tokens.start));
    earlier.iter().filter(inside).map(|told| &told.source[..]).collect()
}

/// Of whom the act before tells what he says, behind a pronoun: "Ana membantah pernyataan [Rudi] yang menyebut P. Ia
/// mengatakan".
fn told_of<'e>(scene: &Scene<'_, '_, '_>, earlier: &'e [Attribution], act: &Attribution) -> Option<&'e [ActorId]> {
    let (last, others) = earlier.split_last()?;
    let cue = last.cue.as_ref().map(|(cue, _)| cue.start)?;
    let tells = |other: &Attribution| {
        let before = other.cue.as_ref().is_some_and(|(own, _)| own.end <= other.content.start);
        before && !other.quoted && other.source != last.source && other.content.contains(&cue)
    };
    let told = others.iter().rev().take(2).any(tells) && last.source != act.source;
    (told && matches!(scene.how(act), How::Pronoun | How::Carried)).then_some(&last.source[..])
}

/// The choice of the rules, which is the source that `act` has, then the others in the order of their ids.
pub(super) fn candidates(scene: &Scene<'_, '_, '_>, earlier: &[Attribution], act: &Attribution) -> Vec<Candidate> {
    let mut tellers = spoke_of(scene, earlier, act);
    tellers.extend(told_of(scene, earlier, act));
    let mut lists: Vec<Vec<ActorId>> = vec![act.source.clone()];
    let recent = &earlier[earlier.len().saturating_sub(ACTS)..];
    for other in recent.iter().rev() {
        if !lists.contains(&other.source) && !other.source.is_empty() && !tellers.contains(&&other.source[..]) {
            lists.push(other.source.clone());
        }
    }
    for actor in scene.named_around(act.anchor(), BEFORE, BEHIND) {
        if !lists.iter().any(|list| list[..] == [actor]) && !tellers.contains(&&[actor][..]) {
            lists.push(vec![actor]);
        }
    }
    let told = features(scene, earlier, act, &lists);
    lists.into_iter().zip(told).map(|(actors, features)| Candidate { actors, features }).collect()
}
