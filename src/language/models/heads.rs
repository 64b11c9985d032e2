//! Heads of words: two transition parsers, one from each end of the sentence, guide the search for the best tree.

use super::arcs::{Guides, akin, score_arcs};
use super::eisner::Chart;
use super::linear::Linear;
use super::parser::{Tagged, parse};
use super::tagger::Upos;
use super::transitions::{MOVES, State};
use super::words::Word;

/// Rows of each transition parser.
pub(crate) const GUIDE_ROWS: usize = 1 << 18;
/// Longer sentences get the heads of the first guide: the search takes the third power of the length.
const LONGEST: usize = 150;

/// The weights of the guides and of the arcs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HeadModel<'b> {
    guides: [Linear<'b, MOVES>; 2],
    arcs: Linear<'b, 1>,
}

impl<'b> HeadModel<'b> {
    /// Reads the weights of the guides, first that from the left, then those of the arcs.
    pub(crate) fn new(bytes: &'b [u8]) -> Option<Self> {
        let (ahead, rest) = bytes.split_at_checked(GUIDE_ROWS * MOVES)?;
        let (back, arcs) = rest.split_at_checked(GUIDE_ROWS * MOVES)?;
        Some(Self { guides: [Linear::new(ahead)?, Linear::new(back)?], arcs: Linear::new(arcs)? })
    }
}

/// Buffers of the search.
#[derive(Debug, Default)]
pub(crate) struct HeadSearch {
    features: Vec<u32>,
    state: State,
    mirror: Mirror,
    guides: Guides,
    scores: Vec<f32>,
    chart: Chart,
    /// The head of each word found; the number of words for the root.
    pub(crate) heads: Vec<usize>,
}

impl HeadSearch {
    /// Finds the heads of a sentence.
    pub(crate) fn run(&mut self, model: &HeadModel<'_>, sentence: Tagged<'_>, style: u32) {
        let count = sentence.words.len();
        let [ahead, back] = &mut self.guides;
        parse(&model.guides[0], sentence, style, (&mut self.features, &mut self.state));
        ahead.clone_from(&self.state.heads);
        if count > LONGEST {
            self.heads.clone_from(ahead);
            return;
        }
        let mirrored = self.mirror.show(sentence);
        parse(&model.guides[1], mirrored, style, (&mut self.features, &mut self.state));
        mirror_heads(&self.state.heads, back);
        // Whole numbers well below 2 to the power of 24: their sums are exact on every platform.
        let score = |features: &[u32]| f32::from(model.arcs.scores(features)[0]);
        let guides = &self.guides;
        let weighed = |head, child| akin(guides, head, child);
        score_arcs(sentence, (guides, style), weighed, (&mut self.features, &mut self.scores), score);
        self.chart.run(count, &self.scores, &mut self.heads);
    }
}

/// A sentence from its end to its start.
#[derive(Debug, Default)]
pub(crate) struct Mirror {
    words: Vec<Word>,
    tags: Vec<Upos>,
}

impl Mirror {
    /// Turns a sentence round.
    pub(crate) fn show(&mut self, sentence: Tagged<'_>) -> Tagged<'_> {
        self.words.clear();
        self.words.extend(sentence.words.iter().rev());
        self.tags.clear();
        self.tags.extend(sentence.tags.iter().rev());
        Tagged { words: &self.words, tags: &self.tags }
    }
}

/// The heads of a sentence turned round, the root staying last.
pub(crate) fn mirror_heads(heads: &[usize], out: &mut Vec<usize>) {
    let count = heads.len();
    out.clear();
    out.extend(heads.iter().rev().map(|head| if *head == count { count } else { count - 1 - head }));
}
