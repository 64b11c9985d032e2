//! Fitting a [`Network`]: back-propagation through time, and Adam (Kingma and others 2015) with a step that grows first and
//! falls to nothing then. One seed gives the same bytes.

mod backward;

use super::KEPT;
use super::corpus::{self, Corpus};
use super::embed;
use super::random::Random;
use super::ranking::SEED;
use crate::language::models::ModelError;
use crate::language::models::recurrent::{
    HELD, MIDDLE, Matrix, Network, POOLED, Sequence, Shape, Unit, Vocabulary, WIDTH,
};
use backward::{Gradient, Masks, Slopes};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::thread;

/// How many words have a vector of their own, and how long these are at first.
const WORDS: usize = 12_000;
const LENGTH: f32 = 3.0;
/// How often all examples are gone through.
const ROUNDS: usize = 7;
/// How many examples are learnt from at once.
const BATCH: usize = 32;
const RATE: f32 = 0.003;
/// How much slower the vectors are learnt, which start from those of the corpus.
const VECTORS: f32 = 0.3;
/// Over how many batches the step grows.
const WARMING: usize = 100;
/// Of the greatest length that the gradient of a batch may have.
const LONGEST: f32 = 1.0;
/// How many words and values are left out at random, so that none is relied on alone.
const WORDS_OUT: f32 = 0.1;
const VALUES_OUT: f32 = 0.3;
/// What of its certainty the right label gives to all.
const SMOOTHING: f32 = 0.05;
const DECAY: f32 = 0.02;

/// A sequence with the label of each question.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) sequence: Sequence,
    pub(crate) labels: Vec<usize>,
    /// How much it counts.
    pub(crate) weight: f32,
}

/// The network that fits `examples`, from one whose weights are random but for the vectors.
pub(crate) fn fit(start: &Network, examples: &[&Example]) -> Network {
    let mut network = start.clone();
    let mut random = Random::new(SEED);
    let (mut adam, mut gradient) = (Adam::new(&network), Gradient::new(&network));
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let batches = ROUNDS * examples.len().div_ceil(BATCH);
    let mut done = 0;
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            gradient.clear();
            for i in batch {
                learn_from(&network, examples[*i], &mut random, &mut gradient);
            }
            gradient.shorten(LONGEST, batch.len());
            done += 1;
            adam.step(&mut network, &gradient, rate(done, batches));
        }
    }
    network
}

/// The networks that fit the examples of each list, as they stand in a file; two at a time, for each takes a while.
pub(crate) fn fit_each(
    start: &Network,
    shape: Shape,
    lists: &[Vec<&Example>],
) -> Result<Vec<Arc<Network>>, ModelError> {
    let teach = |examples: &Vec<&Example>| {
        let bytes = fit(start, examples).to_bytes();
        Network::from_bytes(&bytes, shape).map(Arc::new)
    };
    let mut networks = Vec::new();
    for pair in lists.chunks(2) {
        let taught: Vec<Result<Arc<Network>, ModelError>> = thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|examples| scope.spawn(|| teach(examples))).collect();
            running.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        networks.extend(taught.into_iter().collect::<Result<Vec<_>, _>>()?);
    }
    Ok(networks)
}

#[allow(clippy::cast_precision_loss, reason = "there are some thousands of batches")]
fn rate(done: usize, batches: usize) -> f32 {
    let (done, batches) = (done as f32, batches as f32);
    RATE * (done / WARMING as f32).min(1.0) * (1.0 - done / batches).max(0.0)
}

/// Adds the gradient of one example, some of whose words and values are left out.
fn learn_from(network: &Network, example: &Example, random: &mut Random, gradient: &mut Gradient) {
    let mut sequence = example.sequence.clone();
    let own = network.vocabulary.words();
    for step in &mut sequence.steps {
        if random.unit() < WORDS_OUT {
            step.rows.retain(|row| *row >= own);
        }
    }
    let mut kept = |count: usize| -> Vec<f32> {
        (0..count).map(|_| if random.unit() < VALUES_OUT { 0.0 } else { 1.0 / (1.0 - VALUES_OUT) }).collect()
    };
    let inputs_kept = kept(sequence.steps.len() * WIDTH);
    let mut inputs: Vec<_> = sequence.steps.iter().map(|step| network.input(step)).collect();
    inputs.iter_mut().flatten().zip(&inputs_kept).for_each(|(value, kept)| *value *= kept);
    let trace = network.pass(inputs);
    let mut slopes = Slopes::new(network, &trace);
    for (question, label) in sequence.questions.iter().zip(&example.labels) {
        let masks = Masks { pooled: kept(POOLED), middle: kept(MIDDLE) };
        let mut pooled = network.pool(question, &trace);
        scale_each(&mut pooled.values, &masks.pooled);
        let mut middle = network.middle_of(&pooled.values);
        scale_each(&mut middle, &masks.middle);
        let slope = slope(&network.last_of(&middle), *label, example.weight);
        slopes.answer(question, (&pooled, &middle, &masks), &slope, gradient);
    }
    slopes.tokens(&sequence.steps, &inputs_kept, gradient);
}

fn scale_each(values: &mut [f32], factors: &[f32]) {
    values.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
}

/// The slope of the loss over the scores: shares less what they should be.
#[allow(clippy::cast_precision_loss, reason = "there are a few labels")]
fn slope(scores: &[f32], label: usize, weight: f32) -> Vec<f32> {
    let shares = shares(scores);
    let even = SMOOTHING / scores.len() as f32;
    let wanted = |k: usize| even + if k == label { 1.0 - SMOOTHING } else { 0.0 };
    shares.iter().enumerate().map(|(k, share)| weight * (share - wanted(k))).collect()
}

fn shares(scores: &[f32]) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|power| power / sum).collect()
}

/// The vectors of the most frequent words of `corpus`, each with its word in small letters.
fn vectors(corpus: &Corpus) -> BTreeMap<String, Vec<f32>> {
    let options = embed::Options { least: 4, rounds: 5, window: 3, clusters: (1, 1), seed: SEED };
    let mut vectors = BTreeMap::new();
    for (form, vector) in embed::vectors(corpus, options) {
        if vectors.len() == WORDS {
            break;
        }
        let long = || vector.iter().map(|value| value * LENGTH).collect();
        vectors.entry(form.to_lowercase()).or_insert_with(long);
    }
    vectors
}

/// One that has learnt nothing but the vectors of words, from the texts of the file `corpus`.
pub(crate) fn start_from(corpus: &Path, shape: Shape) -> std::io::Result<Network> {
    let texts = corpus::texts(File::open(corpus)?)?;
    Ok(start(&vectors(&corpus::read(&texts)), shape))
}

/// The record of a network that tells `what`, learnt from articles and `of` them.
pub(crate) fn record(what: &str, of: &str) -> String {
    format!(
        "{what}: gated recurrent units, {of}, {ROUNDS} rounds, from skip-gram vectors of the corpus; seed {SEED}\n{KEPT}\n"
    )
}

/// A network that has learnt nothing but the vectors of words.
pub(crate) fn start(vectors: &BTreeMap<String, Vec<f32>>, shape: Shape) -> Network {
    let mut random = Random::new(SEED);
    let mut matrix = |rows: usize, width: usize, size: f32| {
        let mut matrix = Matrix::zeros(rows, width);
        matrix.values.iter_mut().for_each(|value| *value = (2.0 * random.unit() - 1.0) * size);
        matrix
    };
    let vocabulary = Vocabulary::new(vectors.keys().map(|word| Vocabulary::key(word)).collect());
    let small = 0.03;
    let mut rows = matrix(vocabulary.rows(), WIDTH, small);
    for (word, vector) in vectors {
        if let Some(row) = vocabulary.own(word) {
            rows.row_mut(row as usize).copy_from_slice(vector);
        }
    }
    let fan = |width: u16| 1.0 / f32::from(width).sqrt();
    let mut unit = || Unit {
        input: matrix(3 * HELD, WIDTH, fan(64)),
        state: matrix(3 * HELD, HELD, fan(64)),
        bias: Matrix::zeros(1, 3 * HELD),
    };
    let units = [unit(), unit()];
    Network {
        marks: matrix(shape.marks, WIDTH, small),
        middle: matrix(MIDDLE, POOLED, fan(448)),
        middle_bias: Matrix::zeros(1, MIDDLE),
        last: matrix(shape.labels, MIDDLE, fan(96)),
        last_bias: Matrix::zeros(1, shape.labels),
        vectors: rows,
        vocabulary,
        units,
    }
}

/// Running means of slopes and of their squares, for each weight.
struct Moments {
    mean: Vec<f32>,
    square: Vec<f32>,
}

/// The steps so far.
struct Adam {
    dense: Vec<Moments>,
    vectors: Moments,
    steps: i32,
}

impl Moments {
    fn new(count: usize) -> Self {
        Self { mean: vec![0.0; count], square: vec![0.0; count] }
    }

    /// One step of the weights from `from` on.
    fn step(&mut self, from: usize, weights: &mut [f32], slopes: &[f32], (rate, steps, decay): (f32, i32, f32)) {
        let (first, second) = (1.0 - 0.9_f32.powi(steps), 1.0 - 0.999_f32.powi(steps));
        for (k, (weight, slope)) in weights.iter_mut().zip(slopes).enumerate() {
            let (mean, square) = (&mut self.mean[from + k], &mut self.square[from + k]);
            *mean += 0.1 * (slope - *mean);
            *square += 0.001 * (slope * slope - *square);
            *weight -= rate * (*mean / first / ((*square / second).sqrt() + 1e-8) + decay * *weight);
        }
    }
}

impl Adam {
    fn new(network: &Network) -> Self {
        let mut copy = network.clone();
        let dense = copy.dense().iter().map(|matrix| Moments::new(matrix.values.len())).collect();
        Self { dense, vectors: Moments::new(network.vectors.values.len()), steps: 0 }
    }

    fn step(&mut self, network: &mut Network, gradient: &Gradient, rate: f32) {
        self.steps += 1;
        for ((matrix, slopes), moments) in network.dense().into_iter().zip(&gradient.dense).zip(&mut self.dense) {
            moments.step(0, &mut matrix.values, &slopes.values, (rate, self.steps, DECAY));
        }
        for (row, slopes) in &gradient.vectors {
            let at = *row as usize;
            self.vectors.step(at * WIDTH, network.vectors.row_mut(at), slopes, (rate * VECTORS, self.steps, 0.0));
        }
    }
}

impl Network {
    /// All weights but the vectors, in the order of the file.
    pub(crate) fn dense(&mut self) -> [&mut Matrix; 11] {
        let [ahead, back] = &mut self.units;
        [
            &mut self.marks,
            &mut ahead.input,
            &mut ahead.state,
            &mut ahead.bias,
            &mut back.input,
            &mut back.state,
            &mut back.bias,
            &mut self.middle,
            &mut self.middle_bias,
            &mut self.last,
            &mut self.last_bias,
        ]
    }

    /// As it stands in a file.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut copy = self.clone();
        let mut bytes = self.vocabulary.to_bytes();
        bytes.extend(self.vectors.to_bytes());
        copy.dense().iter().for_each(|matrix| bytes.extend(matrix.to_bytes()));
        bytes
    }
}
