//! Trains what finds heads: two transition parsers, and the arcs that they guide.

use super::parser::{GUIDES, PreparedTree, train_guide};
use super::perceptron::{Trainer, quantised, scale};
use super::random::Random;
use super::tags::Options;
use crate::language::models::arcs::{Between, Guides, features, score_arcs};
use crate::language::models::eisner::Chart;
use crate::language::models::heads::{Mirror, mirror_heads};
use crate::language::models::linear::Linear;
use crate::language::models::parser::parse;
use crate::language::models::transitions::State;
use std::collections::BTreeMap;

/// How the arcs are learnt; the margin is what each wrong head adds to the score of a rival tree.
pub(crate) const ARCS: Options = Options { bits: 20, rounds: 8, margin: 0.3, seed: super::SEED };
/// The largest step.
const STEP: f32 = 0.05;
/// Longer sentences are left out of training.
const LONGEST: usize = 90;
/// Parts of the data that the guides parse without having seen them.
const FOLDS: usize = 5;

/// The sentence turned round.
fn mirrored(tree: &PreparedTree) -> PreparedTree {
    let mut out = tree.clone();
    out.words.reverse();
    out.tags.reverse();
    mirror_heads(&tree.heads, &mut out.heads);
    out
}

fn learn_guide(trees: &[&PreparedTree], mirror: bool) -> Vec<u8> {
    let turned = |tree: &&PreparedTree| if mirror { mirrored(tree) } else { (*tree).clone() };
    let weights = train_guide(&trees.iter().map(turned).collect::<Vec<_>>(), GUIDES);
    quantised(&weights, scale(&weights))
}

fn guess(weights: &[u8], tree: &PreparedTree, mirror: bool) -> Vec<usize> {
    let (mut state, mut heads) = (State::default(), Vec::new());
    let Some(model) = Linear::new(weights) else { return heads };
    let buffers = (&mut Vec::new(), &mut state);
    if !mirror {
        parse(&model, tree.tagged(), tree.style, buffers);
        return state.heads;
    }
    parse(&model, Mirror::default().show(tree.tagged()), tree.style, buffers);
    mirror_heads(&state.heads, &mut heads);
    heads
}

/// What the guides say of each tree, never having seen it.
fn guesses(trees: &[PreparedTree]) -> Vec<Guides> {
    let mut out: Vec<Guides> = vec![Guides::default(); trees.len()];
    // Not the folds of the tagger: its tags are as good in the one part as in the other.
    let fold_of = |at: usize| at / FOLDS % FOLDS;
    for fold in 0..FOLDS {
        let others: Vec<_> =
            trees.iter().enumerate().filter(|(at, _)| fold_of(*at) != fold).map(|(_, tree)| tree).collect();
        for (side, mirror) in [false, true].into_iter().enumerate() {
            let weights = learn_guide(&others, mirror);
            for (at, tree) in trees.iter().enumerate().filter(|(at, _)| fold_of(*at) == fold) {
                out[at][side] = guess(&weights, tree, mirror);
            }
        }
    }
    out
}

/// The stored weights of the guides and the arcs.
pub(crate) fn train_heads(trees: &[PreparedTree], options: Options) -> Vec<u8> {
    let guides = guesses(trees);
    let all: Vec<_> = trees.iter().collect();
    let mut bytes = learn_guide(&all, false);
    bytes.extend(learn_guide(&all, true));
    let arcs = train_arcs(trees, &guides, options);
    bytes.extend(quantised(&arcs, scale(&arcs)));
    bytes
}

/// How often each feature stands more in one set of arcs than in the other.
fn difference(tree: &PreparedTree, guides: &Guides, rival: &[usize]) -> BTreeMap<u32, f32> {
    let (mut counts, mut buffer) = (BTreeMap::new(), Vec::new());
    for (child, (gold, wrong)) in tree.heads.iter().zip(rival).enumerate().filter(|(_, (gold, wrong))| gold != wrong) {
        for (head, sign) in [(*gold, 1.0), (*wrong, -1.0)] {
            buffer.clear();
            let between = Between::of(&tree.tags, head, child);
            features(tree.tagged(), (head, child), (guides, between), tree.style, &mut buffer);
            for feature in &buffer {
                *counts.entry(*feature).or_insert(0.0) += sign;
            }
        }
    }
    counts
}

/// Learns the arcs with the best wrong tree as rival (structured passive-aggressive, Crammer et al. 2006).
fn train_arcs(trees: &[PreparedTree], guides: &[Guides], options: Options) -> Vec<[f32; 1]> {
    let mut trainer = Trainer::<1>::new(options.bits);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..trees.len()).filter(|at| trees[*at].words.len() <= LONGEST).collect();
    let (mut buffer, mut scores, mut rival, mut chart) = (Vec::new(), Vec::new(), Vec::new(), Chart::default());
    for _ in 0..options.rounds {
        random.shuffle(&mut order);
        for (tree, guides) in order.iter().map(|at| (&trees[*at], &guides[*at])) {
            let count = tree.words.len();
            let score = |features: &[u32]| trainer.scores(features)[0] + options.margin;
            let all = |_, _| true;
            score_arcs(tree.tagged(), (guides, tree.style), all, (&mut buffer, &mut scores), score);
            for (child, head) in tree.heads.iter().enumerate() {
                scores[head * count + child] -= options.margin;
            }
            chart.run(count, &scores, &mut rival);
            let total =
                |heads: &[usize]| heads.iter().enumerate().map(|(at, head)| scores[head * count + at]).sum::<f32>();
            let lead = total(&rival) - total(&tree.heads);
            if lead > 1e-6 {
                let counts = difference(tree, guides, &rival);
                let length: f32 = counts.values().map(|count| count * count).sum();
                let amount = (lead / length.max(1.0)).min(STEP);
                for (feature, count) in &counts {
                    trainer.update(&[*feature], 0, amount * count);
                }
            }
            trainer.count();
        }
    }
    trainer.averaged()
}
