//! Trains the name finder.

use super::name_sets::Named;
use super::perceptron::Trainer;
use super::random::Random;
use super::tags::Options;
use super::text::{Prepared, words_of};
use crate::language::models::Upos;
use crate::language::models::linear::best;
use crate::language::models::names::{NAME_LABELS, OWN_STYLE, START, features as name_features, labels_of, may_follow};
use crate::language::models::table::WordTable;
use crate::language::models::words::Word;

/// How the shipped name finder is trained.
pub(crate) const OPTIONS: Options = Options { bits: 18, rounds: 12, margin: 0.2, seed: super::SEED };

/// Makes sentences of a name set; `tag` gives the parts of speech.
pub(crate) fn prepare(
    set: &[Named],
    style: u32,
    table: &WordTable,
    mut tag: impl FnMut(&[Word]) -> Vec<Upos>,
) -> Vec<Prepared> {
    let mut out = Vec::new();
    for sentence in set {
        let (tokens, labels) = sentence.labelled();
        let words = words_of(&sentence.text, &tokens, table);
        let tags = tag(&words);
        out.push(Prepared { words, style, labels, tags });
    }
    out
}

/// Weights and transitions of the name finder.
pub(crate) struct NameWeights {
    /// One row for each feature.
    pub(crate) rows: Vec<[f32; NAME_LABELS]>,
    /// `[before][after]`.
    pub(crate) transitions: Vec<[f32; NAME_LABELS]>,
}

/// The best labels by weights in training, with a cost for each wrong label.
struct Decoder {
    scores: Vec<[f32; NAME_LABELS]>,
    from: Vec<[usize; NAME_LABELS]>,
}

impl Decoder {
    fn run(&mut self, local: &[[f32; NAME_LABELS]], transitions: &Trainer<NAME_LABELS>, labels: usize) -> Vec<usize> {
        let rows: Vec<_> = (0..=START as u32).map(|row| transitions.scores(&[row])).collect();
        self.scores.clear();
        self.from.clear();
        for (at, scores) in local.iter().enumerate() {
            let mut now = [f32::MIN / 4.0; NAME_LABELS];
            let mut from = [0; NAME_LABELS];
            for label in 0..labels {
                if at == 0 {
                    if may_follow(0, label) {
                        now[label] = rows[START][label] + scores[label];
                    }
                    continue;
                }
                for before in (0..labels).filter(|before| may_follow(*before, label)) {
                    let score = self.scores[at - 1][before] + rows[before][label] + scores[label];
                    if score > now[label] {
                        now[label] = score;
                        from[label] = before;
                    }
                }
            }
            self.scores.push(now);
            self.from.push(from);
        }
        let Some(last) = self.scores.last() else { return Vec::new() };
        let mut label = best(&last[..labels]);
        let mut found = Vec::new();
        for from in self.from.iter().rev() {
            found.push(label);
            label = from[label];
        }
        found.reverse();
        found
    }
}

/// Trains with the best wrong sequence as rival (structured, margin by the number of wrong labels).
pub(crate) fn train(data: &[Prepared], options: Options) -> NameWeights {
    let mut trainer = Trainer::<NAME_LABELS>::new(options.bits);
    let mut transitions = Trainer::<NAME_LABELS>::new(4);
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..data.len()).collect();
    // News is read in the style of this project: its sentences count twice.
    order.extend((0..data.len()).filter(|at| data[*at].style == OWN_STYLE));
    let mut decoder = Decoder { scores: Vec::new(), from: Vec::new() };
    let mut features: Vec<Vec<u32>> = Vec::new();
    for _ in 0..options.rounds {
        random.shuffle(&mut order);
        for sentence in order.iter().map(|at| &data[*at]) {
            features.clear();
            let mut local = Vec::new();
            for at in 0..sentence.words.len() {
                let mut row = Vec::with_capacity(64);
                name_features(&sentence.words, &sentence.tags, at, sentence.style, &mut row);
                let mut scores = trainer.scores(&row);
                for (label, score) in scores.iter_mut().enumerate() {
                    if label != sentence.labels[at] {
                        *score += options.margin;
                    }
                }
                local.push(scores);
                features.push(row);
            }
            let guess = decoder.run(&local, &transitions, labels_of(sentence.style));
            let step = 0.02;
            let mut before = (START, START);
            for (at, (guess, gold)) in guess.iter().zip(&sentence.labels).enumerate() {
                if guess != gold {
                    trainer.update(&features[at], *gold, step);
                    trainer.update(&features[at], *guess, -step);
                }
                if (before.0, *guess) != (before.1, *gold) {
                    transitions.update(&[before.1 as u32], *gold, step);
                    transitions.update(&[before.0 as u32], *guess, -step);
                }
                before = (*guess, *gold);
            }
            trainer.count();
            transitions.count();
        }
    }
    let mut transitions = transitions.averaged();
    transitions.truncate(START + 1);
    NameWeights { rows: trainer.averaged(), transitions }
}

/// Stored form of the transitions, at the scale of the quantised rows.
pub(crate) fn quantised_transitions(weights: &[[f32; NAME_LABELS]], scale: f32) -> Vec<u8> {
    let number = |weight: &f32| (weight * scale).round().clamp(-30_000.0, 30_000.0) as i16;
    weights.iter().flatten().flat_map(|weight| number(weight).to_le_bytes()).collect()
}
