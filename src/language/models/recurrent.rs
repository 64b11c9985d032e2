//! A small recurrent network that reads words in order and answers questions about them with a label each.
//!
//! Every token is the sum of the vectors of its word, its beginning, its stem and its end, and of the mark that it has; a
//! gated recurrent unit (Cho et al. 2014) reads the tokens from either side. For a question the mean of what it holds over
//! some tokens, the greatest over others, the mean over those of the cue, and the vectors of the cue and of what else is
//! known go through one hidden layer.
//! All steps are sums, products and quotients in a fixed order, so that every machine gives the same scores.

mod matrix;
mod vocabulary;

pub(crate) use matrix::{Matrix, add_scaled};
pub(crate) use vocabulary::Vocabulary;

use super::ModelError;
use matrix::Reader;
use std::ops::Range;

/// Length of the vector of a token.
pub(crate) const WIDTH: usize = 64;
/// What a unit holds in one direction.
pub(crate) const HELD: usize = 64;
/// Length of the layer between what was read and the labels.
pub(crate) const MIDDLE: usize = 96;
/// Length of what is known when all is read.
pub(crate) const POOLED: usize = 3 * 2 * HELD + WIDTH;

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// The rows of the table of vectors that it is the sum of; the first is that of the word itself, if it is known.
    pub(crate) rows: Vec<u32>,
    /// Below the count of marks.
    pub(crate) mark: usize,
}

/// What is asked about tokens that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// The steps whose mean counts.
    pub(crate) about: Range<usize>,
    /// The steps whose greatest values count.
    pub(crate) among: Range<usize>,
    /// The steps of the cue, whose mean counts; may be empty.
    pub(crate) cue: Range<usize>,
    /// The rows of the cue itself and of what else is known; their sum counts.
    pub(crate) rows: Vec<u32>,
}

/// What is read, with what is asked about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) steps: Vec<Step>,
    pub(crate) questions: Vec<Question>,
}

/// How many marks a token can have, and how many labels a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) marks: usize,
    pub(crate) labels: usize,
}

/// One direction of reading: update gate, reset gate and candidate, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unit {
    pub(crate) input: Matrix,
    pub(crate) state: Matrix,
    pub(crate) bias: Matrix,
}

/// The weights.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Network {
    pub(crate) vocabulary: Vocabulary,
    /// A vector for each row of the vocabulary.
    pub(crate) vectors: Matrix,
    pub(crate) marks: Matrix,
    /// From the left and from the right.
    pub(crate) units: [Unit; 2],
    pub(crate) middle: Matrix,
    pub(crate) middle_bias: Matrix,
    pub(crate) last: Matrix,
    pub(crate) last_bias: Matrix,
}

/// What one direction held behind each step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) states: Vec<[f32; HELD]>,
    /// Update gate, reset gate and candidate of each step, and what the candidate took from the state.
    pub(crate) gates: Vec<[[f32; HELD]; 4]>,
}

/// All that happened while a sequence was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    #[cfg_attr(not(feature = "train"), expect(dead_code, reason = "only learning goes back to them"))]
    pub(crate) inputs: Vec<[f32; WIDTH]>,
    pub(crate) held: [Held; 2],
}

/// What is known for a question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pooled {
    pub(crate) values: Vec<f32>,
    /// At which step each of the greatest values stood.
    #[cfg_attr(not(feature = "train"), expect(dead_code, reason = "only learning goes back to them"))]
    pub(crate) greatest: Vec<usize>,
}

impl Network {
    /// Reads the weights of a model file.
    pub(crate) fn from_bytes(bytes: &[u8], shape: Shape) -> Result<Self, ModelError> {
        let mut reader = Reader::new(bytes);
        let vocabulary = Vocabulary::read(&mut reader)?;
        let vectors = reader.matrix(vocabulary.rows(), WIDTH)?;
        let marks = reader.matrix(shape.marks, WIDTH)?;
        let mut unit = || {
            let input = reader.matrix(3 * HELD, WIDTH)?;
            let state = reader.matrix(3 * HELD, HELD)?;
            Ok::<_, ModelError>(Unit { input, state, bias: reader.matrix(1, 3 * HELD)? })
        };
        let units = [unit()?, unit()?];
        let (middle, middle_bias) = (reader.matrix(MIDDLE, POOLED)?, reader.matrix(1, MIDDLE)?);
        let (last, last_bias) = (reader.matrix(shape.labels, MIDDLE)?, reader.matrix(1, shape.labels)?);
        reader.finish()?;
        Ok(Self { vocabulary, vectors, marks, units, middle, middle_bias, last, last_bias })
    }

    /// The scores of the labels for each question.
    pub(crate) fn scores(&self, sequence: &Sequence) -> Vec<Vec<f32>> {
        let trace = self.read(&sequence.steps);
        let answer = |question| self.last_of(&self.middle_of(&self.pool(question, &trace).values));
        sequence.questions.iter().map(answer).collect()
    }

    /// Reads the tokens from either side.
    pub(crate) fn read(&self, steps: &[Step]) -> Trace {
        self.pass(steps.iter().map(|step| self.input(step)).collect())
    }

    /// Both directions over `inputs`.
    pub(crate) fn pass(&self, inputs: Vec<[f32; WIDTH]>) -> Trace {
        let ahead = self.units[0].run(inputs.iter(), inputs.len());
        let back = self.units[1].run(inputs.iter().rev(), inputs.len());
        Trace { inputs, held: [ahead, back] }
    }

    /// The vector of a token.
    pub(crate) fn input(&self, step: &Step) -> [f32; WIDTH] {
        let mut input = [0.0; WIDTH];
        for row in &step.rows {
            add_scaled(&mut input, self.vectors.row(*row as usize), 1.0);
        }
        add_scaled(&mut input, self.marks.row(step.mark), 1.0);
        input
    }

    /// What is known for a question when all is read.
    pub(crate) fn pool(&self, question: &Question, trace: &Trace) -> Pooled {
        let mut values = vec![0.0; POOLED];
        let mut greatest = vec![0; 2 * HELD];
        let (mean, rest) = values.split_at_mut(2 * HELD);
        let (most, rest) = rest.split_at_mut(2 * HELD);
        let (cue, own) = rest.split_at_mut(2 * HELD);
        for half in 0..2 {
            let (from, to) = (half * HELD, (half + 1) * HELD);
            average(trace, half, question.about.clone(), &mut mean[from..to]);
            average(trace, half, question.cue.clone(), &mut cue[from..to]);
            most[from..to].fill(f32::NEG_INFINITY);
            for t in question.among.clone() {
                for (k, value) in trace.state(half, t).iter().enumerate() {
                    if *value > most[from + k] {
                        most[from + k] = *value;
                        greatest[from + k] = t;
                    }
                }
            }
        }
        question.rows.iter().for_each(|row| add_scaled(own, self.vectors.row(*row as usize), 1.0));
        Pooled { values, greatest }
    }

    /// The hidden layer.
    pub(crate) fn middle_of(&self, pooled: &[f32]) -> Vec<f32> {
        let mut middle = self.middle_bias.row(0).to_vec();
        self.middle.multiply(pooled, &mut middle);
        middle.into_iter().map(|value| value.max(0.0)).collect()
    }

    /// The scores of the labels.
    pub(crate) fn last_of(&self, middle: &[f32]) -> Vec<f32> {
        let mut scores = self.last_bias.row(0).to_vec();
        self.last.multiply(middle, &mut scores);
        scores
    }
}

impl Trace {
    /// What the direction `half` holds behind token `t`.
    pub(crate) fn state(&self, half: usize, t: usize) -> &[f32; HELD] {
        let states = &self.held[half].states;
        &states[if half == 0 { t } else { states.len() - 1 - t }]
    }
}

fn average(trace: &Trace, half: usize, steps: Range<usize>, mean: &mut [f32]) {
    let share = share(&steps);
    for t in steps {
        add_scaled(mean, trace.state(half, t), share);
    }
}

/// What each of `steps` counts in their mean.
#[allow(clippy::cast_precision_loss, reason = "there are fewer than a hundred")]
pub(crate) fn share(steps: &Range<usize>) -> f32 {
    1.0 / steps.len().max(1) as f32
}

impl Unit {
    fn run<'i>(&self, inputs: impl Iterator<Item = &'i [f32; WIDTH]>, count: usize) -> Held {
        let mut held = Held { states: Vec::with_capacity(count), gates: Vec::with_capacity(count) };
        let mut state = [0.0; HELD];
        for input in inputs {
            let (next, gates) = self.step(input, &state);
            held.states.push(next);
            held.gates.push(gates);
            state = next;
        }
        held
    }

    fn step(&self, input: &[f32; WIDTH], state: &[f32; HELD]) -> ([f32; HELD], [[f32; HELD]; 4]) {
        let (mut seen, mut kept) = ([0.0; 3 * HELD], [0.0; 3 * HELD]);
        seen.copy_from_slice(self.bias.row(0));
        self.input.multiply(input, &mut seen);
        self.state.multiply(state, &mut kept);
        let mut gates = [[0.0; HELD]; 4];
        let mut next = [0.0; HELD];
        for k in 0..HELD {
            let update = sigmoid(seen[k] + kept[k]);
            let reset = sigmoid(seen[HELD + k] + kept[HELD + k]);
            let candidate = tanh(seen[2 * HELD + k] + reset * kept[2 * HELD + k]);
            next[k] = candidate + update * (state[k] - candidate);
            for (gate, value) in gates.iter_mut().zip([update, reset, candidate, kept[2 * HELD + k]]) {
                gate[k] = value;
            }
        }
        (next, gates)
    }
}

fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// The hyperbolic tangent, by Lambert's continued fraction, within 0.0005.
fn tanh(x: f32) -> f32 {
    let x = x.clamp(-4.9, 4.9);
    let s = x * x;
    let above = x * (135_135.0 + s * (17_325.0 + s * (378.0 + s)));
    let below = 135_135.0 + s * (62_370.0 + s * (3_150.0 + s * 28.0));
    (above / below).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::{sigmoid, tanh};

    #[test]
    fn the_curves_are_those_of_the_library() {
        for i in -200_i16..=200 {
            let x = f32::from(i) / 20.0;
            assert!((tanh(x) - x.tanh()).abs() < 5e-4, "{x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 5e-4, "{x}");
        }
    }
}
