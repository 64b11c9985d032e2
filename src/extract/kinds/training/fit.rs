//! Fitting the weights.

use super::super::features::Features;
use super::super::weights::KINDS;
use crate::language::training::random::Random;
use crate::language::training::ranking::byte;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// How many examples a feature must stand in.
const LEAST: usize = 3;
/// How often all examples are gone through.
pub(super) const ROUNDS: usize = 20;
/// How much a single word counts beside the rest.
const SPARSE: f64 = 0.3;
/// The seed of the order in which examples are gone through.
pub(super) const SEED: u64 = 1;
/// The length of the first steps.
const RATE: f64 = 0.1;
/// The pull of every weight towards zero, for each example that it has a part in.
const PENALTY: f64 = 0.01;

/// One act with its kind.
pub(super) struct Example {
    pub(super) features: Features,
    /// Index into [`KINDS`].
    pub(super) label: usize,
    /// How much it counts.
    pub(super) weight: f64,
}

impl Example {
    /// The features with how much they count.
    fn values(&self) -> impl Iterator<Item = (u32, f64)> {
        let dense = self.features.dense.iter().map(|feature| (*feature, 1.0));
        dense.chain(self.features.sparse.iter().map(|feature| (*feature, SPARSE)))
    }
}

type Row = [f64; KINDS.len()];

/// A feature that is learnt.
#[derive(Clone, Copy)]
struct Slot {
    /// Its place among them.
    at: usize,
    value: f64,
}

/// The weights that fit `examples`, in the form that [`crate::language::models::keyed::Keyed`] reads.
pub(super) fn fit(examples: &[impl Borrow<Example>]) -> Vec<u8> {
    let slots = slots(examples);
    let examples: Vec<(Vec<Slot>, usize, f64)> = examples
        .iter()
        .map(|example| {
            let seen = example.borrow().values().filter_map(|(feature, _)| slots.get(&feature).copied());
            (seen.collect(), example.borrow().label, example.borrow().weight)
        })
        .collect();
    let mut weights: Vec<Row> = vec![Row::default(); slots.len()];
    let mut squares: Vec<Row> = vec![[1e-6; KINDS.len()]; slots.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(SEED);
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for &i in &order {
            let (seen, label, weight) = &examples[i];
            let mut gradient = shares(&weights, seen);
            gradient[*label] -= 1.0;
            for slot in seen {
                for (k, slope) in gradient.iter().enumerate() {
                    let slope = weight * slot.value * slope + PENALTY * weights[slot.at][k];
                    squares[slot.at][k] += slope * slope;
                    weights[slot.at][k] -= RATE * slope / squares[slot.at][k].sqrt();
                }
            }
        }
    }
    let keys = slots.keys().flat_map(|key| key.to_le_bytes());
    let rows = slots.values().flat_map(|slot| weights[slot.at].map(|weight| byte(slot.value * weight)));
    keys.chain(rows).collect()
}

/// The features that stand in enough examples, in the order of their hashes.
fn slots(examples: &[impl Borrow<Example>]) -> BTreeMap<u32, Slot> {
    let mut counts: BTreeMap<u32, (usize, f64)> = BTreeMap::new();
    for (feature, value) in examples.iter().flat_map(|example| example.borrow().values()) {
        let (count, _) = counts.entry(feature).or_insert((0, value));
        *count += 1;
    }
    let often = counts.into_iter().filter(|(_, (count, _))| *count >= LEAST).enumerate();
    often.map(|(at, (feature, (_, value)))| (feature, Slot { at, value })).collect()
}

/// The share of each kind that the weights give to an example.
fn shares(weights: &[Row], seen: &[Slot]) -> Row {
    let mut scores = Row::default();
    for slot in seen {
        scores.iter_mut().zip(weights[slot.at]).for_each(|(score, weight)| *score += slot.value * weight);
    }
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers = scores.map(|score| (score - top).exp());
    let sum: f64 = powers.iter().sum();
    powers.map(|power| power / sum)
}
