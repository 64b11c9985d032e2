//! Word vectors from the corpus (skip-gram with negative samples, Mikolov et al. 2013) and their clusters.

use super::corpus::Corpus;
use super::random::Random;
use crate::language::models::table::Entry;
use crate::language::models::words::form_hash;

/// Length of a vector.
pub(crate) const DIMENSIONS: usize = 64;
pub(crate) type Vector = [f32; DIMENSIONS];

/// How to learn vectors and clusters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// Forms that are rarer get no vector.
    pub(crate) least: u32,
    /// Times to go through the corpus.
    pub(crate) rounds: usize,
    /// Words to each side that are foretold.
    pub(crate) window: usize,
    /// Coarse and fine clusters.
    pub(crate) clusters: (usize, usize),
    /// Start of the random numbers.
    pub(crate) seed: u64,
}

fn dot(one: &Vector, other: &Vector) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn scale(vector: &mut Vector, length: f32) {
    for value in vector {
        *value /= length;
    }
}

struct Learner<'c> {
    inputs: Vec<Vector>,
    outputs: Vec<Vector>,
    samples: Vec<u32>,
    counts: &'c [u32],
    random: Random,
}

/// Vectors of the first `words` forms of `lines`; each place in the window has output vectors of its own.
fn learn(lines: &[Vec<u32>], counts: &[u32], options: Options) -> Vec<Vector> {
    let words = counts.len();
    let mut random = Random::new(options.seed);
    let small = |random: &mut Random| std::array::from_fn(|_| (random.unit() - 0.5) / DIMENSIONS as f32);
    let inputs = (0..words).map(|_| small(&mut random)).collect();
    let mut samples = Vec::new();
    for (word, count) in counts.iter().enumerate() {
        samples.extend(std::iter::repeat_n(word as u32, (f64::from(*count).powf(0.75) / 4.0).ceil() as usize));
    }
    let outputs = vec![[0.0; DIMENSIONS]; words * 2];
    let mut learner = Learner { inputs, outputs, samples, counts, random };
    let total: f64 = counts.iter().map(|count| f64::from(*count)).sum();
    for round in 0..options.rounds {
        for (nth, line) in lines.iter().enumerate() {
            let done = (round as f32 + nth as f32 / lines.len() as f32) / options.rounds as f32;
            let rate = 0.05 * (1.0 - done).max(0.01);
            let kept: Vec<u32> = line
                .iter()
                .copied()
                .filter(|word| {
                    let share = f64::from(learner.counts[*word as usize]) / total;
                    learner.random.unit() < (1e-3 / share).sqrt() as f32
                })
                .collect();
            for (at, word) in kept.iter().enumerate() {
                let before = kept[at.saturating_sub(options.window)..at].iter().map(|near| (0, *near));
                let after = kept[at + 1..].iter().take(options.window).map(|near| (words, *near));
                for (side, near) in before.chain(after) {
                    learner.sided_step(*word as usize, near as usize, (side, rate));
                }
            }
        }
    }
    learner.inputs
}

impl Learner<'_> {
    /// A step whose output vectors are those of one side, so that order counts.
    fn sided_step(&mut self, word: usize, context: usize, (side, rate): (usize, f32)) {
        let mut change = [0.0; DIMENSIONS];
        let input = self.inputs[word];
        for nth in 0..6 {
            let (target, wanted) = if nth == 0 {
                (context, 1.0)
            } else {
                (self.samples[self.random.below(self.samples.len())] as usize, 0.0)
            };
            let output = &mut self.outputs[side + target];
            let error = (wanted - 1.0 / (1.0 + (-dot(&input, output)).exp())) * rate;
            for ((change, output), input) in change.iter_mut().zip(output.iter_mut()).zip(&input) {
                *change += error * *output;
                *output += error * input;
            }
        }
        for (value, change) in self.inputs[word].iter_mut().zip(&change) {
            *value += change;
        }
    }
}

/// Groups vectors by direction (k-means on the unit sphere).
fn cluster(vectors: &[Vector], count: usize, random: &mut Random) -> Vec<usize> {
    let mut centres: Vec<Vector> = (0..count).map(|_| vectors[random.below(vectors.len().min(count * 8))]).collect();
    let mut of = vec![0; vectors.len()];
    for _ in 0..15 {
        for (of, vector) in of.iter_mut().zip(vectors) {
            let mut found = (0, f32::MIN);
            for (number, centre) in centres.iter().enumerate() {
                let near = dot(vector, centre);
                if near > found.1 {
                    found = (number, near);
                }
            }
            *of = found.0;
        }
        let mut sums = vec![[0.0; DIMENSIONS]; count];
        for (of, vector) in of.iter().zip(vectors) {
            for (sum, value) in sums[*of].iter_mut().zip(vector) {
                *sum += value;
            }
        }
        for (number, mut sum) in sums.into_iter().enumerate() {
            let length = dot(&sum, &sum).sqrt();
            if length > 0.0 {
                scale(&mut sum, length);
                centres[number] = sum;
            } else {
                centres[number] = vectors[random.below(vectors.len())];
            }
        }
    }
    of
}

/// The numbers of the forms that are not rare, the most frequent first, and their vectors.
fn ranked_vectors(corpus: &Corpus, options: Options) -> (Vec<usize>, Vec<Vector>) {
    let mut totals = vec![0_u32; corpus.forms.len()];
    for number in corpus.sentences.iter().flatten() {
        totals[*number as usize] += 1;
    }
    let mut kept: Vec<usize> = (0..totals.len()).filter(|number| totals[*number] >= options.least).collect();
    kept.sort_by_key(|number| (std::cmp::Reverse(totals[*number]), *number));
    let mut ranks = vec![None; totals.len()];
    for (rank, number) in kept.iter().enumerate() {
        ranks[*number] = Some(rank as u32);
    }
    let lines: Vec<Vec<u32>> = corpus
        .sentences
        .iter()
        .map(|line| line.iter().filter_map(|number| ranks[*number as usize]).collect())
        .collect();
    let counts: Vec<u32> = kept.iter().map(|number| totals[*number]).collect();
    let vectors = learn(&lines, &counts, options);
    (kept, vectors)
}

/// The forms of the corpus that are not rare, with their vectors, the most frequent first.
pub(crate) fn vectors(corpus: &Corpus, options: Options) -> Vec<(&str, Vector)> {
    let (kept, mut vectors) = ranked_vectors(corpus, options);
    for vector in &mut vectors {
        let length = dot(vector, vector).sqrt().max(1e-9);
        scale(vector, length);
    }
    kept.iter().map(|number| corpus.forms[*number].as_str()).zip(vectors).collect()
}

/// What the corpus teaches of its words.
pub(crate) fn entries(corpus: &Corpus, options: Options) -> Vec<Entry> {
    let (kept, mut vectors) = ranked_vectors(corpus, options);
    for vector in &mut vectors {
        let length = dot(vector, vector).sqrt().max(1e-9);
        scale(vector, length);
    }
    let mut random = Random::new(options.seed + 1);
    let coarse = cluster(&vectors, options.clusters.0, &mut random);
    let fine = cluster(&vectors, options.clusters.1, &mut random);
    let usual = usual_forms(corpus);
    let mut entries: Vec<Entry> = kept
        .iter()
        .enumerate()
        .map(|(rank, number)| Entry {
            key: form_hash(&corpus.forms[*number]),
            coarse: coarse[rank] as u8,
            fine: fine[rank] as u16,
            usual: usual.get(&corpus.forms[*number]).copied().unwrap_or(0),
        })
        .collect();
    // A word that the corpus never writes small still wants its entry under the small form.
    for (rank, number) in kept.iter().enumerate() {
        let form = &corpus.forms[*number];
        let small = form.to_lowercase();
        if small != *form {
            let usual = usual.get(&small).copied().unwrap_or(0);
            entries.push(Entry { key: form_hash(&small), coarse: coarse[rank] as u8, fine: fine[rank] as u16, usual });
        }
    }
    dedup(entries)
}

fn dedup(entries: Vec<Entry>) -> Vec<Entry> {
    let mut seen = std::collections::BTreeSet::new();
    entries.into_iter().filter(|entry| seen.insert(entry.key)).collect()
}

/// For each word in small letters how it is mostly written inside sentences.
fn usual_forms(corpus: &Corpus) -> std::collections::BTreeMap<String, u8> {
    let mut counts: std::collections::BTreeMap<String, (u32, u32)> = std::collections::BTreeMap::new();
    for (form, count) in corpus.forms.iter().zip(&corpus.counts) {
        let entry = counts.entry(form.to_lowercase()).or_default();
        let large = form.starts_with(char::is_uppercase);
        *(if large { &mut entry.1 } else { &mut entry.0 }) += count;
    }
    counts
        .into_iter()
        .filter(|(_, (small, large))| small + large >= 2)
        .map(|(form, (small, large))| {
            let usual = if large * 10 <= small + large {
                1
            } else if small * 10 <= small + large {
                3
            } else {
                2
            };
            (form, usual)
        })
        .collect()
}
