//! Trains the transition parsers with a dynamic oracle, and relations on gold heads.

use super::Source;
use super::conllu::{self, Tree};
use super::perceptron::{Trainer, quantised, scale};
use super::random::Random;
use super::tags::{self, Options};
use super::text::{Prepared, words_of};
use crate::language::models::linear::{Linear, best};
use crate::language::models::parser::{Tagged, features};
use crate::language::models::relations::{self, Family, RELATIONS, relation_number};
use crate::language::models::table::WordTable;
use crate::language::models::transitions::{MOVES, State, best_of};
use crate::language::models::words::Word;
use crate::language::models::{Upos, tagger};

/// The annotation style that leaves clitics in their words.
const OLD_STYLE: u32 = 3;
/// How the transition parsers are learnt.
pub(crate) const GUIDES: Options = Options { bits: 18, rounds: 8, margin: 3.0, seed: super::SEED };
/// How the relations are learnt.
pub(crate) const RELATIONS_OPTIONS: Options = Options { bits: 16, rounds: 6, margin: 0.5, seed: super::SEED };

/// Parts of the data that are tagged by a tagger trained on the others.
pub(crate) const FOLDS: usize = 5;

/// A tree ready for training.
#[derive(Clone)]
pub(crate) struct PreparedTree {
    /// Its words.
    pub(crate) words: Vec<Word>,
    /// Predicted parts of speech.
    pub(crate) tags: Vec<Upos>,
    /// Its annotation style.
    pub(crate) style: u32,
    /// The head of each word; the number of words for the root.
    pub(crate) heads: Vec<usize>,
    /// The relation of each word, none for the root or an unknown one.
    pub(crate) relations: Vec<Option<usize>>,
}

impl PreparedTree {
    /// As parsers see it.
    pub(crate) fn tagged(&self) -> Tagged<'_> {
        Tagged { words: &self.words, tags: &self.tags }
    }
}

/// Makes trees ready; `tags` are those that a tagger gives.
pub(crate) fn prepare(tree: &Tree, tags: Vec<Upos>, style: u32, table: &WordTable) -> PreparedTree {
    let count = tree.nodes.len();
    PreparedTree {
        words: words_of(&tree.text, &tree.tokens, table),
        tags,
        style,
        heads: tree.nodes.iter().map(|node| node.head.unwrap_or(count).min(count)).collect(),
        relations: tree.nodes.iter().map(|node| relation_number(&node.relation)).collect(),
    }
}

/// Makes the trees of all treebanks ready, with tags from taggers that did not see them.
pub(crate) fn with_tags(treebanks: &[Source], table: &WordTable) -> Vec<PreparedTree> {
    let mut trees = Vec::new();
    for source in treebanks {
        for mut tree in conllu::read(&source.text) {
            if source.style == OLD_STYLE {
                tree.split_clitics();
            }
            trees.push((tree, source.style));
        }
    }
    let sentences: Vec<Prepared> =
        trees.iter().flat_map(|(tree, style)| tags::prepare(std::slice::from_ref(tree), *style, table)).collect();
    let mut tagged: Vec<Vec<Upos>> = vec![Vec::new(); trees.len()];
    for fold in 0..FOLDS {
        let others = sentences.iter().enumerate().filter(|(at, _)| at % FOLDS != fold);
        let weights = tags::train(&others.map(|(_, sentence)| sentence).collect::<Vec<_>>(), tags::OPTIONS);
        let bytes = quantised(&weights, scale(&weights));
        let Some(tagger) = Linear::new(&bytes) else { continue };
        for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
            let buffers = (&mut Vec::new(), &mut tagged[at]);
            tagger::tag(&tagger, &sentence.words, sentence.style, buffers);
        }
    }
    trees.iter().zip(tagged).map(|((tree, style), tags)| prepare(tree, tags, *style, table)).collect()
}

/// Learns the transitions; from the second round on states are reached by the model's own choices.
pub(crate) fn train_guide(trees: &[PreparedTree], options: Options) -> Vec<[f32; MOVES]> {
    let mut trainer = Trainer::<MOVES>::new(options.bits);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let (mut state, mut buffer) = (State::default(), Vec::new());
    for round in 0..options.rounds {
        random.shuffle(&mut order);
        for tree in order.iter().map(|at| &trees[*at]) {
            state.reset(tree.words.len());
            while !state.is_done() {
                buffer.clear();
                features(&state, tree.tagged(), tree.style, &mut buffer);
                let scores = trainer.scores(&buffer);
                let possible = state.possible();
                let costs = state.costs(&tree.heads);
                let least = (0..MOVES).filter(|at| possible[*at]).map(|at| costs[at]).min().unwrap_or(0);
                let good: [bool; MOVES] = std::array::from_fn(|at| possible[at] && costs[at] == least);
                let bad: [bool; MOVES] = std::array::from_fn(|at| possible[at] && costs[at] > least);
                let (Some(gold), Some(guess)) = (best_of(&scores, good), best_of(&scores, possible)) else { break };
                if let Some(rival) = best_of(&scores, bad) {
                    let lead = scores[gold] - scores[rival];
                    if lead < options.margin {
                        let amount = ((options.margin - lead) / (2.0 * buffer.len() as f32)).min(0.02);
                        trainer.update(&buffer, gold, amount);
                        trainer.update(&buffer, rival, -amount);
                    }
                }
                trainer.count();
                let explore = round > 0 && random.unit() < 0.9;
                state.take(if explore { guess } else { gold });
            }
        }
    }
    trainer.averaged()
}

/// Learns the relations, on gold heads.
pub(crate) fn train_relations(trees: &[PreparedTree], options: Options) -> Vec<[f32; RELATIONS.len()]> {
    let mut trainer = Trainer::<{ RELATIONS.len() }>::new(options.bits);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let (mut family, mut buffer) = (Family::default(), Vec::new());
    for _ in 0..options.rounds {
        random.shuffle(&mut order);
        for tree in order.iter().map(|at| &trees[*at]) {
            family.read(&tree.heads);
            for (at, gold) in tree.relations.iter().enumerate() {
                let Some(gold) = gold.filter(|_| tree.heads[at] < tree.words.len()) else { continue };
                buffer.clear();
                relations::features(tree.tagged(), &tree.heads, (&family, at), tree.style, &mut buffer);
                let scores = trainer.scores(&buffer);
                let mut rival = scores;
                rival[gold] = f32::MIN;
                let rival = best(&rival);
                let lead = scores[gold] - scores[rival];
                if lead < options.margin {
                    let amount = ((options.margin - lead) / (2.0 * buffer.len() as f32)).min(0.02);
                    trainer.update(&buffer, gold, amount);
                    trainer.update(&buffer, rival, -amount);
                }
                trainer.count();
            }
        }
    }
    trainer.averaged()
}
