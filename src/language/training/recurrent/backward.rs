//! The slope of the loss over every weight.

use crate::language::models::recurrent::{
    HELD, Matrix, Network, Pooled, Question, Step, Trace, Unit, WIDTH, add_scaled, share,
};
use std::collections::BTreeMap;

/// Where each matrix stands in [`Network::dense`].
const MARKS_AT: usize = 0;
const UNITS_AT: [usize; 2] = [1, 4];
const MIDDLE_AT: usize = 7;
const LAST_AT: usize = 9;

/// Slopes over the weights.
pub(super) struct Gradient {
    pub(super) dense: Vec<Matrix>,
    /// Of the vectors, those that were touched.
    pub(super) vectors: BTreeMap<u32, [f32; WIDTH]>,
}

impl Gradient {
    pub(super) fn new(network: &Network) -> Self {
        let mut copy = network.clone();
        let like = |matrix: &&mut Matrix| Matrix::zeros(matrix.values.len() / matrix.width(), matrix.width());
        Self { dense: copy.dense().iter().map(like).collect(), vectors: BTreeMap::new() }
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.dense.iter_mut().for_each(|matrix| matrix.values.fill(0.0));
        self.vectors.clear();
    }

    /// The mean over `count` examples, no longer than `longest`.
    #[allow(clippy::cast_precision_loss, reason = "there are a few examples")]
    pub(super) fn shorten(&mut self, longest: f32, count: usize) {
        let squares = |values: &[f32]| values.iter().map(|value| value * value).sum::<f32>();
        let dense: f32 = self.dense.iter().map(|matrix| squares(&matrix.values)).sum();
        let vectors: f32 = self.vectors.values().map(|row| squares(row)).sum();
        let length = (dense + vectors).sqrt() / count as f32;
        let factor = (longest / length.max(1e-9)).min(1.0) / count as f32;
        let all = self.dense.iter_mut().map(|matrix| matrix.values.as_mut_slice());
        for values in all.chain(self.vectors.values_mut().map(<[f32; WIDTH]>::as_mut_slice)) {
            for value in values {
                *value *= factor;
            }
        }
    }

    fn vector(&mut self, row: u32, slope: &[f32]) {
        add_scaled(self.vectors.entry(row).or_insert([0.0; WIDTH]), slope, 1.0);
    }
}

/// Factors of what was pooled and of the hidden layer: 0 for what is left out.
pub(super) struct Masks {
    pub(super) pooled: Vec<f32>,
    pub(super) middle: Vec<f32>,
}

/// What the answers about one sequence want of what was held behind each token.
pub(super) struct Slopes<'n> {
    network: &'n Network,
    trace: &'n Trace,
    /// For either direction.
    of_states: [Vec<[f32; HELD]>; 2],
}

impl<'n> Slopes<'n> {
    /// Of the sequence that `trace` tells of.
    pub(super) fn new(network: &'n Network, trace: &'n Trace) -> Self {
        let none = || vec![[0.0; HELD]; trace.inputs.len()];
        Self { network, trace, of_states: [none(), none()] }
    }

    /// Adds those of the answer to one question, from what was pooled, the hidden layer and what was left out of them;
    /// `slope` is that over the scores.
    pub(super) fn answer(
        &mut self,
        question: &Question,
        (pooled, middle, masks): (&Pooled, &[f32], &Masks),
        slope: &[f32],
        gradient: &mut Gradient,
    ) {
        let mut of_middle = through(&self.network.last, slope, middle, &mut gradient.dense[LAST_AT..]);
        for ((slope, value), kept) in of_middle.iter_mut().zip(middle).zip(&masks.middle) {
            *slope = if *value > 0.0 { *slope * kept } else { 0.0 };
        }
        let layer = &self.network.middle;
        let mut of_pooled = through(layer, &of_middle, &pooled.values, &mut gradient.dense[MIDDLE_AT..]);
        of_pooled.iter_mut().zip(&masks.pooled).for_each(|(slope, kept)| *slope *= kept);
        question.rows.iter().for_each(|row| gradient.vector(*row, &of_pooled[6 * HELD..]));
        for (half, slopes) in self.of_states.iter_mut().enumerate() {
            let part = |nth: usize| &of_pooled[(2 * nth + half) * HELD..(2 * nth + half + 1) * HELD];
            for (nth, steps) in [(0, &question.about), (2, &question.cue)] {
                for t in steps.clone() {
                    add_scaled(&mut slopes[t], part(nth), share(steps));
                }
            }
            if !question.among.is_empty() {
                for (k, slope) in part(1).iter().enumerate() {
                    slopes[pooled.greatest[half * HELD + k]][k] += slope;
                }
            }
        }
    }

    /// Hands all of them back to the tokens, of whose values `kept` were not left out.
    pub(super) fn tokens(self, steps: &[Step], kept: &[f32], gradient: &mut Gradient) {
        let mut of_inputs = vec![[0.0; WIDTH]; self.trace.inputs.len()];
        for (half, at) in UNITS_AT.into_iter().enumerate() {
            let slopes = (self.of_states[half].as_slice(), of_inputs.as_mut_slice());
            through_time(&self.network.units[half], self.trace, half, slopes, &mut gradient.dense[at..at + 3]);
        }
        for (t, (step, slope)) in steps.iter().zip(&mut of_inputs).enumerate() {
            slope.iter_mut().zip(&kept[t * WIDTH..]).for_each(|(slope, kept)| *slope *= kept);
            add_scaled(gradient.dense[MARKS_AT].row_mut(step.mark), slope, 1.0);
            step.rows.iter().for_each(|row| gradient.vector(*row, slope));
        }
    }
}

/// The slope over the inputs of a layer; those over its weights and its bias, which follow each other, are added.
fn through(layer: &Matrix, slope: &[f32], input: &[f32], dense: &mut [Matrix]) -> Vec<f32> {
    let mut of_input = vec![0.0; input.len()];
    for (k, slope) in slope.iter().enumerate() {
        add_scaled(&mut of_input, layer.row(k), *slope);
        add_scaled(dense[0].row_mut(k), input, *slope);
    }
    add_scaled(dense[1].row_mut(0), slope, 1.0);
    of_input
}

/// Back through one direction.
fn through_time(
    unit: &Unit,
    trace: &Trace,
    half: usize,
    (of_states, of_inputs): (&[[f32; HELD]], &mut [[f32; WIDTH]]),
    dense: &mut [Matrix],
) {
    let held = &trace.held[half];
    let count = held.states.len();
    let mut carried = [0.0; HELD];
    for step in (0..count).rev() {
        let t = if half == 0 { step } else { count - 1 - step };
        let before = if step == 0 { [0.0; HELD] } else { held.states[step - 1] };
        let mut of_state = of_states[t];
        add_scaled(&mut of_state, &carried, 1.0);
        let (mut seen, mut kept) = ([0.0; 3 * HELD], [0.0; 3 * HELD]);
        for k in 0..HELD {
            let [update, reset, candidate, taken] = held.gates[step].map(|gate| gate[k]);
            let slope = of_state[k];
            let of_candidate = slope * (1.0 - update) * (1.0 - candidate * candidate);
            seen[k] = slope * (before[k] - candidate) * update * (1.0 - update);
            seen[HELD + k] = of_candidate * taken * reset * (1.0 - reset);
            seen[2 * HELD + k] = of_candidate;
            (kept[k], kept[HELD + k]) = (seen[k], seen[HELD + k]);
            kept[2 * HELD + k] = of_candidate * reset;
            carried[k] = slope * update;
        }
        for k in 0..3 * HELD {
            add_scaled(dense[0].row_mut(k), &trace.inputs[t], seen[k]);
            add_scaled(dense[1].row_mut(k), &before, kept[k]);
            add_scaled(&mut of_inputs[t], unit.input.row(k), seen[k]);
            add_scaled(&mut carried, unit.state.row(k), kept[k]);
        }
        add_scaled(dense[2].row_mut(0), &seen, 1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{shares, start};
    use super::{Gradient, Masks, Slopes};
    use crate::language::models::recurrent::{MIDDLE, Network, POOLED, Question, Sequence, Shape, Step, WIDTH};
    use std::collections::BTreeMap;

    const SHAPE: Shape = Shape { marks: 3, labels: 3 };
    /// The labels of the two questions.
    const LABELS: [usize; 2] = [1, 2];

    fn sequence(network: &Network) -> Sequence {
        let words = ["kami", "tidak", "mengirim", "kuda", "kata", "juru", "bicara"];
        let step = |(i, word): (usize, &&str)| Step { rows: network.vocabulary.of(word), mark: i % 3 };
        let steps = words.iter().enumerate().map(step).collect();
        let row = |name| network.vocabulary.of_cue(name);
        let said = Question { about: 0..4, among: 0..4, cue: 4..5, rows: vec![row("cue.katakan")] };
        let passed = Question { about: 3..4, among: 2..6, cue: 0..0, rows: vec![row("passing.kirim"), row("goods")] };
        Sequence { steps, questions: vec![said, passed] }
    }

    fn network() -> Network {
        let vector = |i: i16| (0..64_i16).map(|k| f32::from((k * 7 + i * 13) % 11 - 5) / 20.0).collect::<Vec<f32>>();
        let words = [("tidak", vector(1)), ("kuda", vector(2))].map(|(word, vector)| (word.to_owned(), vector));
        let mut network = start(&BTreeMap::from(words), SHAPE);
        // Far from the bend of the hidden layer, some on either side.
        let biases = network.middle_bias.values.iter_mut().enumerate();
        biases.for_each(|(k, bias)| *bias = if k % 3 == 0 { -1.0 } else { 1.0 });
        network
    }

    fn loss(network: &Network) -> f32 {
        let scores = network.scores(&sequence(network));
        scores.iter().zip(LABELS).map(|(scores, label)| -shares(scores)[label].ln()).sum()
    }

    #[test]
    fn slopes_are_those_of_the_loss() {
        let network = network();
        let sequence = sequence(&network);
        let trace = network.read(&sequence.steps);
        let ones = |count| vec![1.0; count];
        let masks = Masks { pooled: ones(POOLED), middle: ones(MIDDLE) };
        let (mut gradient, mut slopes) = (Gradient::new(&network), Slopes::new(&network, &trace));
        for (question, label) in sequence.questions.iter().zip(LABELS) {
            let pooled = network.pool(question, &trace);
            let middle = network.middle_of(&pooled.values);
            let mut slope = shares(&network.last_of(&middle));
            slope[label] -= 1.0;
            slopes.answer(question, (&pooled, &middle, &masks), &slope, &mut gradient);
        }
        slopes.tokens(&sequence.steps, &ones(sequence.steps.len() * WIDTH), &mut gradient);
        let near = |what: &str, found: f32, change: &dyn Fn(&mut Network, f32)| {
            let [more, less] = [0.002, -0.002].map(|by| {
                let mut changed = network.clone();
                change(&mut changed, by);
                loss(&changed)
            });
            let measured = (more - less) / 0.004;
            assert!((found - measured).abs() < 0.002 + 0.05 * measured.abs(), "{what}: {found} for {measured}");
        };
        for (nth, slopes) in gradient.dense.iter().enumerate() {
            for at in (0..slopes.values.len()).step_by(slopes.values.len().div_ceil(40)) {
                near(&format!("{nth} {at}"), slopes.values[at], &|network, by| network.dense()[nth].values[at] += by);
            }
        }
        for (row, slopes) in &gradient.vectors {
            near("vector", slopes[9], &|network, by| network.vectors.row_mut(*row as usize)[9] += by);
        }
        assert!(gradient.vectors.len() > 20);
    }

    #[test]
    fn a_file_gives_the_network_back_as_near_as_bytes_can() {
        let network = network();
        let Ok(read) = Network::from_bytes(&network.to_bytes(), SHAPE) else { panic!("the bytes are a network") };
        let (before, after) = (network.scores(&sequence(&network)), read.scores(&sequence(&read)));
        assert!(
            before.iter().flatten().zip(after.iter().flatten()).all(|(a, b)| (a - b).abs() < 0.02),
            "{before:?} {after:?}"
        );
        assert_eq!(
            read.to_bytes(),
            Network::from_bytes(&read.to_bytes(), SHAPE).map_or(Vec::new(), |read| read.to_bytes())
        );
        assert!(Network::from_bytes(&network.to_bytes()[1..], SHAPE).is_err());
    }
}
