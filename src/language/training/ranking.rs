//! Fitting conditional log-linear rankings.
//!
//! The share of each candidate is the exponential of its score over the sum of those of all; the shares of the right ones
//! are made large by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty. One seed gives the same bytes.

use super::random::Random;
use crate::language::models::keyed::UNIT;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// How often all choices are gone through.
pub(crate) const ROUNDS: usize = 12;
/// The seed of the order in which choices are gone through.
pub(crate) const SEED: u64 = 1;

/// How a ranking is fitted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How many candidates a feature must stand in.
    pub(crate) least: usize,
    /// How often all choices are gone through.
    pub(crate) rounds: usize,
    pub(crate) rate: f64,
    /// The pull of every weight towards zero, for each choice that it has a part in.
    pub(crate) penalty: f64,
}

/// For rankings of some thousand choices.
pub(crate) const USUAL: Settings = Settings { least: 5, rounds: ROUNDS, rate: 0.1, penalty: 0.01 };

/// A choice: the hashed features of each candidate, and which of them are right.
pub(crate) struct Choice {
    pub(crate) candidates: Vec<Vec<u32>>,
    pub(crate) right: Vec<bool>,
}

/// The weights that fit `choices`, in the form that [`crate::language::models::keyed::Keyed`] reads.
pub(crate) fn fit(choices: &[impl Borrow<Choice>], settings: Settings) -> Vec<u8> {
    let slots = slots(choices, settings.least);
    let slots_of = |features: &Vec<u32>| features.iter().filter_map(|f| slots.get(f).copied()).collect::<Vec<usize>>();
    let seen: Vec<Vec<Vec<usize>>> =
        choices.iter().map(|choice| choice.borrow().candidates.iter().map(slots_of).collect()).collect();
    let (mut weights, mut squares) = (vec![0.0_f64; slots.len()], vec![1e-6_f64; slots.len()]);
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let mut random = Random::new(SEED);
    for _ in 0..settings.rounds {
        random.shuffle(&mut order);
        for &i in &order {
            let (shares, right) = (shares(&weights, &seen[i]), &choices[i].borrow().right);
            let together: f64 = shares.iter().zip(right).filter(|(_, right)| **right).map(|(share, _)| share).sum();
            for ((features, share), is_right) in seen[i].iter().zip(&shares).zip(right) {
                let wanted = if *is_right { share / together.max(1e-12) } else { 0.0 };
                for &at in features {
                    let slope = share - wanted + settings.penalty * weights[at];
                    squares[at] += slope * slope;
                    weights[at] -= settings.rate * slope / squares[at].sqrt();
                }
            }
        }
    }
    let rows: Vec<(u32, u8)> = slots.iter().map(|(key, at)| (*key, byte(weights[*at]))).collect();
    pack(&rows)
}

/// The least whole number that a weight must round to, either way, to be kept: most are smaller, and tell little.
const KEPT: u8 = 4;

/// Quantised weights in the form that [`crate::language::models::keyed::Keyed`] reads, without the smallest.
pub(crate) fn pack(rows: &[(u32, u8)]) -> Vec<u8> {
    let kept = || rows.iter().filter(|(_, weight)| weight.cast_signed().unsigned_abs() >= KEPT);
    kept().flat_map(|(key, _)| key.to_le_bytes()).chain(kept().map(|(_, weight)| *weight)).collect()
}

/// The features that stand in enough candidates, in the order of their hashes, with their places.
fn slots(choices: &[impl Borrow<Choice>], least: usize) -> BTreeMap<u32, usize> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in choices.iter().flat_map(|choice| choice.borrow().candidates.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    let often = counts.into_iter().filter(|(_, count)| *count >= least).enumerate();
    often.map(|(at, (feature, _))| (feature, at)).collect()
}

/// The share of each candidate.
fn shares(weights: &[f64], candidates: &[Vec<usize>]) -> Vec<f64> {
    let scores: Vec<f64> = candidates.iter().map(|features| features.iter().map(|&at| weights[at]).sum()).collect();
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = scores.iter().map(|score: &f64| (score - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

/// A weight as the signed byte that [`crate::language::models::keyed::Keyed`] reads.
#[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
pub(crate) fn byte(weight: f64) -> u8 {
    ((weight * f64::from(UNIT)).round().clamp(-127.0, 127.0) as i8).cast_unsigned()
}

#[cfg(test)]
mod tests {
    use super::{Choice, USUAL, fit};
    use crate::language::models::keyed::Keyed;

    #[test]
    fn what_tells_the_right_candidate_is_learnt_and_what_is_rare_is_not() {
        let choice = |i: u32| Choice { candidates: vec![vec![1, 100 + i], vec![2]], right: vec![false, true] };
        let bytes = fit(&(0..10).map(choice).collect::<Vec<_>>(), USUAL);
        let weights = Keyed::<1>::new(&bytes).expect("whole rows");
        assert!(weights.scores(&[2])[0] > 0 && weights.scores(&[1])[0] < 0);
        assert_eq!(weights.scores(&[100]), [0]);
    }
}
