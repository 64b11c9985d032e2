//! Training and measuring the ranking of targets on annotated articles; behind the feature `train`.
//!
//! A conditional log-linear model: the share of each candidate is the exponential of its score over the sum of those of
//! all; fitted by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty.

use super::ranking::{Ranker, candidates};
use super::{Finder, Party};
use crate::extract::annotations::{Annotations, Answer};
use crate::extract::kinds::training::annotated;
use crate::extract::kinds::{Judge, Verdict};
use crate::extract::reading::StatementKind;
use crate::language::models::keyed::Keyed;
use crate::language::models::{ModelError, ModelKind, write_file};
use crate::language::training::random::Random;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How many parts the articles are cut into for cross-validation.
const PARTS: usize = 10;
/// How many candidates a feature must stand in.
const LEAST: usize = 3;
/// How often all examples are gone through.
const ROUNDS: usize = 12;
const RATE: f64 = 0.1;
/// The pull of every weight towards zero, for each example that it has a part in.
const PENALTY: f64 = 0.01;
/// A weight of one, in the whole numbers of the file.
const UNIT: f64 = 32.0;
const SEED: u64 = 1;

/// For each kind: how many acts that are directed at somebody had one of the right ones found, how many such acts there
/// are, and for how many acts somebody was found.
pub type Aims = BTreeMap<&'static str, [usize; 3]>;

/// What the model learns from.
pub struct Lessons {
    judge: Judge<'static>,
    annotations: Annotations,
}

/// One act: its candidates, and which of them are right.
struct Example {
    candidates: Vec<Vec<u32>>,
    right: Vec<bool>,
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let (judge, _) = Judge::untaught()?;
        Ok(Self { judge, annotations: Annotations::read(folder, corpus)? })
    }

    /// Trains on all; gives the bytes of the model file.
    pub fn train(&self) -> Vec<u8> {
        let examples: Vec<Example> = (0..self.annotations.len()).flat_map(|i| self.examples(i)).collect();
        let record = format!(
            "targets: conditional log-linear ranking, {} acts of {} annotated articles, {ROUNDS} rounds; seed {SEED}\n\
             articles belong to their publishers; only weights of hashed features are kept\n",
            examples.len(),
            self.annotations.len(),
        );
        write_file(ModelKind::Targets, 0, &record, &fit(&examples.iter().collect::<Vec<_>>()))
    }

    /// How many targets are found where the kind is known, in cross-validation over all annotated articles.
    pub fn cross_validate(&self) -> Result<Aims, ModelError> {
        let count = self.annotations.len();
        let examples: Vec<Vec<Example>> = (0..count).map(|i| self.examples(i)).collect();
        let mut aims = Aims::new();
        for part in 0..PARTS {
            let kept: Vec<&Example> = (0..count).filter(|i| i % PARTS != part).flat_map(|i| &examples[i]).collect();
            let bytes = fit(&kept);
            let ranker = Ranker { weights: Keyed::new(&bytes).ok_or(ModelError::Length)? };
            for article in (0..count).filter(|i| i % PARTS == part) {
                self.measure(article, &ranker, &mut aims);
            }
        }
        Ok(aims)
    }

    /// Goes through the annotated acts of an article that can be directed at somebody.
    fn each_act(&self, article: usize, mut use_act: impl FnMut(&Finder<'_, '_, '_>, &Answer)) {
        self.annotations.with_acts(article, &self.judge, |setting, acts, answers| {
            let mut verdicts: Vec<Verdict> = Vec::new();
            for (i, read) in acts.iter().enumerate() {
                let by_cue = read.cue.as_ref().map(|(_, row)| setting.lexicon.cues[*row].kind);
                if let Some(answer) = &answers[i]
                    && !matches!(answer.kind, StatementKind::Claim | StatementKind::Confirmation)
                {
                    let own = setting.own_side(read);
                    use_act(&Finder { setting, read, own: &own, earlier: (acts, &verdicts) }, answer);
                }
                verdicts.push(annotated(answers[i].as_ref(), by_cue));
            }
        });
    }

    fn examples(&self, article: usize) -> Vec<Example> {
        let mut examples = Vec::new();
        self.each_act(article, |finder, answer| {
            let candidates = candidates(finder, answer.kind, &finder.suggested(answer.kind));
            let right = |party: &Option<Party>| match party {
                None => !answer.directed,
                Some(Party::Actor(actor)) => answer.target.contains(actor),
                Some(Party::Described(_)) => false,
            };
            let right: Vec<bool> = candidates.iter().map(|candidate| right(&candidate.party)).collect();
            if right.contains(&true) {
                let candidates = candidates.into_iter().map(|candidate| candidate.features).collect();
                examples.push(Example { candidates, right });
            }
        });
        examples
    }

    fn measure(&self, article: usize, ranker: &Ranker<'_>, aims: &mut Aims) {
        self.each_act(article, |finder, answer| {
            let found = ranker.choose(finder, answer.kind, finder.suggested(answer.kind));
            let right = found.iter().any(|party| matches!(party, Party::Actor(actor) if answer.target.contains(actor)));
            let [hit, gold, all] = aims.entry(answer.kind.name()).or_default();
            *hit += usize::from(right);
            *gold += usize::from(answer.directed);
            *all += usize::from(!found.is_empty());
        });
    }
}

/// The weights that fit `examples`, in the form that [`Keyed`] reads.
fn fit(examples: &[&Example]) -> Vec<u8> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in examples.iter().flat_map(|example| example.candidates.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let slots: BTreeMap<u32, usize> = counts.keys().enumerate().map(|(at, feature)| (*feature, at)).collect();
    let slots_of = |features: &Vec<u32>| features.iter().filter_map(|f| slots.get(f).copied()).collect::<Vec<usize>>();
    let seen: Vec<Vec<Vec<usize>>> = examples.iter().map(|e| e.candidates.iter().map(slots_of).collect()).collect();
    let (mut weights, mut squares) = (vec![0.0_f64; slots.len()], vec![1e-6_f64; slots.len()]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(SEED);
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for &i in &order {
            let shares = shares(&weights, &seen[i]);
            let right: f64 = shares.iter().zip(&examples[i].right).filter(|(_, right)| **right).map(|(s, _)| s).sum();
            for ((features, share), is_right) in seen[i].iter().zip(&shares).zip(&examples[i].right) {
                let wanted = if *is_right { share / right.max(1e-12) } else { 0.0 };
                for &at in features {
                    let slope = share - wanted + PENALTY * weights[at];
                    squares[at] += slope * slope;
                    weights[at] -= RATE * slope / squares[at].sqrt();
                }
            }
        }
    }
    let keys = slots.keys().flat_map(|key| key.to_le_bytes());
    keys.chain(weights.iter().map(|weight| byte(*weight).cast_unsigned())).collect()
}

/// The share of each candidate.
fn shares(weights: &[f64], candidates: &[Vec<usize>]) -> Vec<f64> {
    let scores: Vec<f64> = candidates.iter().map(|features| features.iter().map(|&at| weights[at]).sum()).collect();
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = scores.iter().map(|score: &f64| (score - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
fn byte(weight: f64) -> i8 {
    (weight * UNIT).round().clamp(-127.0, 127.0) as i8
}
