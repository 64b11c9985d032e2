//! Trains the choice of lemmas.

use super::conllu::Tree;
use super::perceptron::Trainer;
use super::random::Random;
use super::tags::Options;
use super::text::words_of;
use crate::language::models::Upos;
use crate::language::models::lemmas::{Affixes, Candidate, Exceptions, Place, candidates, features};
use crate::language::models::linear::best;
use crate::language::models::table::WordTable;
use crate::language::models::words::Word;
use std::collections::{BTreeMap, BTreeSet};

/// How the shipped choice is trained.
pub(crate) const OPTIONS: Options = Options { bits: 16, rounds: 6, margin: 0.3, seed: super::SEED };
/// How often a form must have a lemma that no rule gives.
const LEAST: u32 = 2;

/// A sentence with its gold lemmas.
pub(crate) struct Lemmas {
    words: Vec<Word>,
    forms: Vec<String>,
    tags: Vec<Upos>,
    gold: Vec<String>,
    style: u32,
}

/// Makes sentences of trees; those without lemmas are left out.
pub(crate) fn prepare(trees: &[Tree], style: u32, table: &WordTable) -> Vec<Lemmas> {
    let annotated = |tree: &&Tree| tree.nodes.iter().any(|node| node.lemma != "_");
    let sentence = |tree: &Tree| Lemmas {
        words: words_of(&tree.text, &tree.tokens, table),
        forms: tree.tokens.iter().map(|token| token.span.of(&tree.text).to_owned()).collect(),
        tags: tree.nodes.iter().map(|node| Upos::from_name(&node.upos).unwrap_or(Upos::X)).collect(),
        gold: tree.nodes.iter().map(|node| node.lemma.clone()).collect(),
        style,
    };
    trees.iter().filter(annotated).map(sentence).collect()
}

/// The forms whose lemmas no rule gives, with these lemmas: a form, a tab and a lemma on each line, in order.
pub(crate) fn exceptions(data: &[Lemmas], affixes: &Affixes) -> String {
    let mut counts: BTreeMap<(String, &str), u32> = BTreeMap::new();
    for sentence in data {
        for (form, lemma) in sentence.forms.iter().zip(&sentence.gold).filter(|(_, lemma)| *lemma != "_") {
            if candidates(form, affixes, &Vec::new()).iter().all(|candidate| candidate.lemma != *lemma) {
                *counts.entry((form.to_lowercase(), lemma)).or_default() += 1;
            }
        }
    }
    let kept: BTreeSet<String> = counts
        .iter()
        .filter(|(_, count)| **count >= LEAST)
        .map(|((form, lemma), _)| format!("{form}\t{lemma}\n"))
        .collect();
    kept.into_iter().collect()
}

/// A text of exceptions as the model reads it.
pub(crate) fn read_exceptions(text: &str) -> Exceptions<'_> {
    text.lines().filter_map(|line| line.split_once('\t')).collect()
}

/// Learns to rank the candidates of each token.
pub(crate) fn train(
    data: &[Lemmas],
    (affixes, exceptions): (&Affixes, &Exceptions<'_>),
    table: &WordTable,
    options: Options,
) -> Vec<[f32; 1]> {
    let mut trainer = Trainer::<1>::new(options.bits);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..data.len()).collect();
    for _ in 0..options.rounds {
        random.shuffle(&mut order);
        for sentence in order.iter().map(|at| &data[*at]) {
            for (at, lemma) in sentence.gold.iter().enumerate() {
                let offered = candidates(&sentence.forms[at], affixes, exceptions);
                let place = Place { words: &sentence.words, at, tag: sentence.tags[at], style: sentence.style };
                learn(&mut trainer, (place, table), (&offered, lemma), options.margin);
                trainer.count();
            }
        }
    }
    trainer.averaged()
}

/// Makes the right candidate lead the best wrong one by the margin.
fn learn(
    trainer: &mut Trainer<1>,
    (place, table): (Place<'_>, &WordTable),
    (offered, lemma): (&[Candidate], &str),
    margin: f32,
) {
    let rows: Vec<Vec<u32>> = offered
        .iter()
        .map(|candidate| {
            let mut row = Vec::new();
            features(place, candidate, table, &mut row);
            row
        })
        .collect();
    let scores: Vec<f32> = rows.iter().map(|row| trainer.scores(row)[0]).collect();
    let among = |right: bool| {
        let kept = |at: &usize| (offered[*at].lemma == lemma) == right;
        let places: Vec<usize> = (0..offered.len()).filter(kept).collect();
        let found: Vec<f32> = places.iter().map(|at| scores[*at]).collect();
        (!found.is_empty()).then(|| places[best(&found)])
    };
    let (Some(right), Some(wrong)) = (among(true), among(false)) else { return };
    let lead = scores[right] - scores[wrong];
    if lead < margin {
        let amount = ((margin - lead) / (2.0 * rows[right].len() as f32)).min(0.05);
        trainer.update(&rows[right], 0, amount);
        trainer.update(&rows[wrong], 0, -amount);
    }
}
