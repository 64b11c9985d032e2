//! Training and measuring the ranking of sources on annotated articles; behind the feature `train`.

use super::Attribution;
use super::ranking::{MARGIN, SourceRanker, candidates, suggested};
use crate::extract::annotations::Annotations;
use crate::extract::reading::ActorId;
use crate::language::models::linear::Linear;
use crate::language::models::{ModelError, ModelKind, write_file};
use crate::language::training::ranking::{Choice, SEED, Settings, fit};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How many parts the articles are cut into for cross-validation.
const PARTS: usize = 10;

/// How many weights there are; features that fall on one weight share it.
const WEIGHTS: usize = 1 << 15;

/// Most choices of the rules are right: small steps, or what is rare is learnt by heart.
const SETTINGS: Settings = Settings { least: 1, rounds: 20, rate: 0.03, penalty: 0.001 };

/// For each margin and rule: how many acts there are, for how many the rules find the source, and for how many the model.
pub type Found = BTreeMap<(i16, &'static str), [usize; 3]>;

/// What the model learns from.
pub struct Lessons {
    annotations: Annotations,
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        Ok(Self { annotations: Annotations::read(folder, corpus)? })
    }

    /// Trains on all; gives the bytes of the model file.
    pub fn train(&self) -> Vec<u8> {
        let examples: Vec<Choice> = (0..self.annotations.len()).flat_map(|i| self.examples(i)).collect();
        let record = format!(
            "sources: conditional log-linear ranking, {} acts of {} annotated articles, {} rounds; seed {SEED}\n\
             articles belong to their publishers; only weights of hashed features are kept\n",
            examples.len(),
            self.annotations.len(),
            SETTINGS.rounds,
        );
        write_file(ModelKind::Sources, 0, &record, &fitted(&examples.iter().collect::<Vec<_>>()))
    }

    /// How many sources are found in cross-validation over all annotated articles, with margins around that in use.
    pub fn cross_validate(&self) -> Result<Found, ModelError> {
        let count = self.annotations.len();
        let examples: Vec<Vec<Choice>> = (0..count).map(|i| self.examples(i)).collect();
        let mut found = Found::new();
        for part in 0..PARTS {
            let kept: Vec<&Choice> = (0..count).filter(|i| i % PARTS != part).flat_map(|i| &examples[i]).collect();
            let bytes = fitted(&kept);
            let weights = Linear::new(&bytes).ok_or(ModelError::Length)?;
            for article in (0..count).filter(|i| i % PARTS == part) {
                for margin in [0, MARGIN, 2 * MARGIN, 4 * MARGIN] {
                    self.measure(article, &SourceRanker { weights, margin }, &mut found);
                }
            }
        }
        Ok(found)
    }

    fn examples(&self, article: usize) -> Vec<Choice> {
        let mut examples = Vec::new();
        self.annotations.with_read(article, |scene, acts, answers| {
            let read: Vec<Vec<ActorId>> = acts.iter().map(|act| act.source.clone()).collect();
            let mut earlier: Vec<Attribution> = Vec::new();
            for (act, answer) in acts.iter().zip(answers) {
                let source = suggested(scene, &read, &earlier, act);
                let mut act = Attribution { source, ..act.clone() };
                if let Some(answer) = answer {
                    let candidates = candidates(scene, &earlier, &act);
                    let found: Vec<usize> = candidates.iter().map(|c| answer.found(&c.actors)).collect();
                    let most = found.iter().copied().max().unwrap_or_default();
                    let right: Vec<bool> = found.iter().map(|found| *found == most && most > 0).collect();
                    if let Some(first) = right.iter().position(|right| *right) {
                        act.source.clone_from(&candidates[first].actors);
                        let candidates = candidates.into_iter().map(|candidate| candidate.features).collect();
                        examples.push(Choice { candidates, right });
                    }
                }
                earlier.push(act);
            }
        });
        examples
    }

    fn measure(&self, article: usize, ranker: &SourceRanker<'_>, found: &mut Found) {
        self.annotations.with_read(article, |scene, acts, answers| {
            let mut settled = acts.to_vec();
            ranker.settle(scene, &mut settled);
            for ((act, settled), answer) in acts.iter().zip(&settled).zip(answers) {
                let Some(answer) = answer else { continue };
                let right = |act: &Attribution| usize::from(answer.agrees(&act.source));
                for rule in [act.rule, "all"] {
                    let [all, rules, model] = found.entry((ranker.margin, rule)).or_default();
                    *all += 1;
                    *rules += right(act);
                    *model += right(settled);
                }
            }
        });
    }
}

/// The weights that fit `choices`, a byte each, in the form that [`Linear`] reads.
fn fitted(choices: &[&Choice]) -> Vec<u8> {
    let share = |feature: &u32| feature & u32::try_from(WEIGHTS - 1).unwrap_or(u32::MAX);
    let shared = |choice: &&Choice| Choice {
        candidates: choice.candidates.iter().map(|features| features.iter().map(share).collect()).collect(),
        right: choice.right.clone(),
    };
    let rows = fit(&choices.iter().map(shared).collect::<Vec<Choice>>(), SETTINGS);
    let (keys, learnt) = rows.split_at(rows.len() / 5 * 4);
    let mut weights = vec![0; WEIGHTS];
    for (key, weight) in keys.as_chunks().0.iter().zip(learnt) {
        weights[u32::from_le_bytes(*key) as usize] = *weight;
    }
    weights
}
