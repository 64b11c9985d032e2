//! Trains the tagger.

use super::conllu::Tree;
use super::perceptron::Trainer;
use super::random::Random;
use super::text::{Prepared, words_of};
use crate::language::models::Upos;
use crate::language::models::linear::best;
use crate::language::models::table::WordTable;
use crate::language::models::tagger::{NO_TAG, TAG_LABELS, history_features, static_features};

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// Rows of weights, as a power of two.
    pub(crate) bits: u32,
    /// Times to go through the data.
    pub(crate) rounds: usize,
    /// How far the right label must lead.
    pub(crate) margin: f32,
    /// Where the order of the sentences comes from.
    pub(crate) seed: u64,
}

/// How the shipped tagger is trained.
pub(crate) const OPTIONS: Options = Options { bits: 18, rounds: 6, margin: 0.3, seed: super::SEED };

/// Makes sentences of trees; words without a known tag count as X.
pub(crate) fn prepare(trees: &[Tree], style: u32, table: &WordTable) -> Vec<Prepared> {
    let label = |name: &str| Upos::from_name(name).unwrap_or(Upos::X) as usize;
    let sentence = |tree: &Tree| Prepared {
        words: words_of(&tree.text, &tree.tokens, table),
        style,
        labels: tree.nodes.iter().map(|node| label(&node.upos)).collect(),
        tags: Vec::new(),
    };
    trees.iter().map(sentence).collect()
}

/// Trains on sentences.
pub(crate) fn train(data: &[&Prepared], options: Options) -> Vec<[f32; TAG_LABELS]> {
    let mut trainer = Trainer::<TAG_LABELS>::new(options.bits);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut features = Vec::new();
    for _ in 0..options.rounds {
        random.shuffle(&mut order);
        for sentence in order.iter().map(|at| data[*at]) {
            let mut history = (NO_TAG, NO_TAG);
            for (at, gold) in sentence.labels.iter().enumerate() {
                features.clear();
                static_features(&sentence.words, at, sentence.style, &mut features);
                history_features(&sentence.words, at, history, sentence.style, &mut features);
                let scores = trainer.scores(&features);
                let guess = best(&scores);
                let mut rival = scores;
                rival[*gold] = f32::MIN;
                let rival = best(&rival);
                let lead = scores[*gold] - scores[rival];
                if lead < options.margin {
                    // Passive-aggressive step (Crammer et al. 2006), bounded.
                    let amount = ((options.margin - lead) / (2.0 * features.len() as f32)).min(0.05);
                    trainer.update(&features, *gold, amount);
                    trainer.update(&features, rival, -amount);
                }
                trainer.count();
                history = (guess as u32, history.0);
            }
        }
    }
    trainer.averaged()
}
