//! Learning to tell right from wrong: logistic regression over hashed features.
//!
//! Fitted by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty on the whole, spread over the examples that a
//! feature stands in. One seed gives the same bytes.

use super::random::Random;
use super::ranking::{self, SEED, byte};
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// How many examples a feature must stand in.
const LEAST: usize = 8;
/// How often all examples are gone through.
pub(crate) const PASSES: usize = 15;
const RATE: f64 = 0.1;

/// Hashed features, and whether what has them is right.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) features: Vec<u32>,
    pub(crate) right: bool,
}

/// The weights that fit `examples`; `pull` is the strength of the penalty.
pub(crate) fn fit(examples: &[impl Borrow<Example>], pull: f64) -> BTreeMap<u32, f64> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in examples.iter().flat_map(|example| &example.borrow().features) {
        *counts.entry(*feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let keys: Vec<u32> = counts.keys().copied().collect();
    let pulls: Vec<f64> = counts.values().filter_map(|n| u32::try_from(*n).ok()).map(|n| pull / f64::from(n)).collect();
    let slots = |example: &Example| -> Vec<usize> {
        example.features.iter().filter_map(|feature| keys.binary_search(feature).ok()).collect()
    };
    let seen: Vec<(Vec<usize>, bool)> = examples.iter().map(|e| (slots(e.borrow()), e.borrow().right)).collect();
    let (mut weights, mut squares) = (vec![0.0_f64; keys.len()], vec![1e-6_f64; keys.len()]);
    let mut order: Vec<usize> = (0..seen.len()).collect();
    let mut random = Random::new(SEED);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &i in &order {
            let (features, right) = &seen[i];
            let score: f64 = features.iter().map(|&at| weights[at]).sum();
            let error = 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(*right));
            for &at in features {
                let slope = error + pulls[at] * weights[at];
                squares[at] += slope * slope;
                weights[at] -= RATE * slope / squares[at].sqrt();
            }
        }
    }
    keys.into_iter().zip(weights).collect()
}

/// Weights in the form that [`crate::language::models::keyed::Keyed`] reads, without the smallest.
pub(crate) fn pack(weights: &BTreeMap<u32, f64>) -> Vec<u8> {
    ranking::pack(&weights.iter().map(|(key, weight)| (*key, byte(*weight))).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{Example, fit, pack};
    use crate::language::models::keyed::Keyed;

    #[test]
    fn what_tells_right_from_wrong_is_learnt_and_what_is_rare_is_not() {
        let example = |i: u32| Example { features: vec![i % 2, 100 + i], right: i % 2 == 1 };
        let bytes = pack(&fit(&(0..20).map(example).collect::<Vec<_>>(), 0.1));
        let weights = Keyed::<1>::new(&bytes).expect("whole rows");
        assert!(weights.scores(&[1])[0] > 0 && weights.scores(&[0])[0] < 0);
        assert_eq!(weights.scores(&[101]), [0]);
    }
}
