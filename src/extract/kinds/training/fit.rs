//! Fitting the weights.

use super::super::features::{Features, SPARSE_ROWS};
use super::super::weights::{KINDS, UNIT};
use crate::language::training::random::Random;

/// Rows of weights, as a power of two.
const BITS: u32 = 14;
/// How often all examples are gone through.
pub(super) const ROUNDS: usize = 20;
/// How much a single word counts beside the rest.
const SPARSE: f64 = 0.3;
/// The seed of the order in which examples are gone through.
pub(super) const SEED: u64 = 1;
/// The length of the first steps.
const RATE: f64 = 0.1;
/// The pull of every weight towards zero, for each example that it has a part in.
const PENALTY: f64 = 0.1;

/// One act with its kind.
pub(super) struct Example {
    pub(super) features: Features,
    /// Index into [`KINDS`].
    pub(super) label: usize,
}

impl Example {
    /// The features with how much they count.
    fn values(&self) -> impl Iterator<Item = (u32, f64)> {
        let dense = self.features.cue.iter().chain(&self.features.dense).map(|feature| (*feature, 1.0));
        dense.chain(self.features.sparse.iter().map(|feature| (*feature, SPARSE)))
    }
}

type Row = [f64; KINDS.len()];

/// The weights that fit `examples`, as rows of signed bytes.
pub(super) fn fit(examples: &[Example]) -> Vec<u8> {
    let rows = 1_usize << BITS;
    let slot = |feature: u32| usize::try_from(feature).unwrap_or_default() & (rows - 1);
    let mut weights: Vec<Row> = vec![Row::default(); rows];
    let mut squares: Vec<Row> = vec![[1e-6; KINDS.len()]; rows];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(SEED);
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for &i in &order {
            let example = &examples[i];
            let mut gradient = shares(&weights, example, slot);
            gradient[example.label] -= 1.0;
            for (feature, value) in example.values() {
                let at = slot(feature);
                for (k, slope) in gradient.iter().enumerate() {
                    let slope = value * slope + PENALTY * weights[at][k];
                    squares[at][k] += slope * slope;
                    weights[at][k] -= RATE * slope / squares[at][k].sqrt();
                }
            }
        }
    }
    let sparse = slot(SPARSE_ROWS);
    let value = |at: usize| if at & sparse == 0 { 1.0 } else { SPARSE };
    weights
        .iter()
        .enumerate()
        .flat_map(|(at, row)| row.map(|weight| byte(value(at) * weight).cast_unsigned()))
        .collect()
}

/// The share of each kind that the weights give to an example.
fn shares(weights: &[Row], example: &Example, slot: impl Fn(u32) -> usize) -> Row {
    let mut scores = Row::default();
    for (feature, value) in example.values() {
        scores.iter_mut().zip(weights[slot(feature)]).for_each(|(score, weight)| *score += value * weight);
    }
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers = scores.map(|score| (score - top).exp());
    let sum: f64 = powers.iter().sum();
    powers.map(|power| power / sum)
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
fn byte(weight: f64) -> i8 {
    (weight * f64::from(UNIT)).round().clamp(-127.0, 127.0) as i8
}
