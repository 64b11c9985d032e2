//! Heads of words, by transitions from left to right (arc-hybrid, Kuhlmann et al. 2011).
//!
//! The root stands at the end of the buffer. A word gets its head when it leaves the stack: to the left of the front of
//! the buffer ([`LEFT`]) or to the right of the word below it ([`RIGHT`]).

use super::hash::pair;
use super::linear::Linear;
use super::tagger::Upos;
use super::words::{EDGE, Word};

/// Transitions; the fourth is spare.
pub(crate) const MOVES: usize = 4;
/// The front of the buffer goes onto the stack.
#[cfg(feature = "train")]
pub(crate) const SHIFT: usize = 0;
/// The top of the stack gets the front of the buffer as its head.
pub(crate) const LEFT: usize = 1;
/// The top of the stack gets the word below it as its head.
pub(crate) const RIGHT: usize = 2;

/// Stands for "no word".
const NONE: usize = usize::MAX;

/// Stack, buffer and the arcs drawn so far.
#[derive(Debug, Default)]
pub(crate) struct State {
    stack: Vec<usize>,
    front: usize,
    /// The head of each word; the number of words stands for the root.
    pub(crate) heads: Vec<usize>,
    /// For each word its outermost and next children: left, next left, right, next right.
    children: Vec<[usize; 4]>,
    /// How many children each word has to its left and right.
    valence: Vec<[u32; 2]>,
}

impl State {
    /// Empties the stack and puts `count` words into the buffer.
    pub(crate) fn reset(&mut self, count: usize) {
        self.stack.clear();
        self.front = 0;
        self.heads.clear();
        self.heads.resize(count, NONE);
        self.children.clear();
        self.children.resize(count + 1, [NONE; 4]);
        self.valence.clear();
        self.valence.resize(count + 1, [0; 2]);
    }

    fn count(&self) -> usize {
        self.heads.len()
    }

    /// Whether all words have heads.
    pub(crate) fn is_done(&self) -> bool {
        self.front == self.count() && self.stack.is_empty()
    }

    /// Which transitions are possible; only one word may hang from the root.
    pub(crate) fn possible(&self) -> [bool; MOVES] {
        let shift = self.front < self.count();
        let left = if shift { !self.stack.is_empty() } else { self.stack.len() == 1 };
        [shift, left, self.stack.len() > 1, false]
    }

    fn top(&self, below: usize) -> usize {
        self.stack.len().checked_sub(below + 1).map_or(NONE, |at| self.stack[at])
    }

    /// Takes a possible transition.
    pub(crate) fn take(&mut self, transition: usize) {
        match transition {
            LEFT => self.attach(self.front),
            RIGHT => self.attach(self.top(1)),
            _ => {
                self.stack.push(self.front);
                self.front += 1;
            }
        }
    }

    /// Takes the top off the stack and hangs it from `head`.
    fn attach(&mut self, head: usize) {
        let Some(child) = self.stack.pop() else { return };
        self.heads[child] = head;
        let side = usize::from(child > head);
        let places = &mut self.children[head];
        places[side * 2 + 1] = places[side * 2];
        places[side * 2] = child;
        self.valence[head][side] += 1;
    }

    /// For each transition the number of gold arcs that it makes unreachable (Goldberg and Nivre 2013); `gold` has the
    /// number of words for the root.
    #[cfg(feature = "train")]
    pub(crate) fn costs(&self, gold: &[usize]) -> [usize; MOVES] {
        let in_buffer = |word: usize| word >= self.front;
        let mut costs = [0; MOVES];
        if let Some((top, below)) = self.stack.split_last() {
            let head = gold[*top];
            let children = (self.front..self.count()).filter(|word| gold[*word] == *top).count();
            costs[LEFT] = children + usize::from(Some(&head) == below.last() || in_buffer(head) && head != self.front);
            costs[RIGHT] = children + usize::from(in_buffer(head));
        }
        if self.front < self.count() {
            let children = self.stack.iter().filter(|word| gold[**word] == self.front).count();
            let head = gold[self.front];
            let lost = self.stack.iter().rev().skip(1).any(|word| *word == head);
            costs[SHIFT] = children + usize::from(lost);
        }
        costs
    }
}

/// What a feature can see of a word: form, tag, fine and coarse cluster.
#[derive(Clone, Copy)]
struct View {
    w: u32,
    t: u32,
    c: u32,
    wt: u32,
}

/// A sentence with its tags.
#[derive(Clone, Copy)]
pub(crate) struct Tagged<'s> {
    /// Its words.
    pub(crate) words: &'s [Word],
    /// Their parts of speech.
    pub(crate) tags: &'s [Upos],
}

impl Tagged<'_> {
    fn view(&self, at: usize) -> View {
        let root = at == self.words.len();
        let word = self.words.get(at).unwrap_or(&EDGE);
        let t = self.tags.get(at).map_or(if root { 28 } else { 29 }, |tag| *tag as u32);
        let w = if root { 2 } else { word.lower };
        View { w, t, c: word.clusters[0], wt: pair(w, t) }
    }

    fn tag(&self, at: usize) -> u32 {
        self.tags.get(at).map_or(29, |tag| *tag as u32)
    }

    fn form(&self, at: usize) -> u32 {
        self.words.get(at).map_or(1, |word| word.lower)
    }
}

fn distance(from: usize, to: usize) -> u32 {
    match to.wrapping_sub(from) {
        gap @ 0..=4 => [0, 1, 2, 3, 4][gap],
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// The words that features of a state look at.
struct Look {
    /// Places of the top of the stack, the word below it, and the front of the buffer.
    at: [usize; 3],
    stack: [View; 3],
    buffer: [View; 3],
    /// Distances from the top to the front and from the word below to the top.
    gaps: [u32; 2],
}

impl Look {
    fn new(state: &State, sentence: Tagged<'_>) -> Self {
        let (top, below, front) = (state.top(0), state.top(1), state.front);
        let gap = |from: usize, to: usize| if from == NONE { 0 } else { distance(from, to) };
        Self {
            at: [top, below, front],
            stack: [top, below, state.top(2)].map(|at| sentence.view(at)),
            buffer: [0, 1, 2].map(|next| sentence.view(front + next)),
            gaps: [gap(top, front), gap(below, top)],
        }
    }
}

/// One number for three small ones.
fn t3(a: u32, b: u32, c: u32) -> u32 {
    (a * 32 + b) * 32 + c
}

/// Writes the features of a state, after Zhang and Nivre (2011), with clusters beside forms.
pub(crate) fn features(state: &State, sentence: Tagged<'_>, style: u32, out: &mut Vec<u32>) {
    let look = Look::new(state, sentence);
    word_features(&look, out);
    pair_features(&look, out);
    tree_features(&look, (state, sentence), style, out);
}

fn word_features(look: &Look, out: &mut Vec<u32>) {
    let ([s0, s1, s2], [b0, b1, b2]) = (look.stack, look.buffer);
    let values = [
        s0.w, s0.t, s0.wt, s0.c, s1.w, s1.t, s1.wt, s1.c, b0.w, b0.t, b0.wt, b0.c, b1.w, b1.t, b1.wt, b2.t, b2.w, s2.t,
    ];
    out.extend(values.into_iter().zip(500..).map(|(value, template)| pair(value, template)));
}

fn pair_features(look: &Look, out: &mut Vec<u32>) {
    let ([s0, s1, s2], [b0, b1, b2], [gap, gap1]) = (look.stack, look.buffer, look.gaps);
    let tags = t3(s1.t, s0.t, b0.t);
    let values = [
        (s0.w, b0.w),
        (s0.wt, b0.t),
        (s0.t, b0.wt),
        (s0.t, b0.t),
        (s0.c, b0.c),
        (s0.w, b0.t),
        (s0.t, b0.w),
        (s1.w, s0.w),
        (s1.t, s0.t),
        (s1.wt, s0.t),
        (s1.t, s0.wt),
        (s1.c, s0.c),
        (s1.t, b0.t),
        (s1.c, b0.c),
        (s1.w, b0.w),
        (b0.t, b1.t),
        (b0.w, b1.w),
        (b0.c, b1.c),
        (b0.t, t3(b1.t, b2.t, s0.t)),
        (s0.t, t3(b0.t, b1.t, 0)),
        (tags, 0),
        (t3(s2.t, s1.t, s0.t), 0),
        (s0.w, t3(s1.t, b0.t, 0)),
        (s1.w, t3(s0.t, b0.t, 0)),
        (b0.w, t3(s0.t, s1.t, 0)),
        (s0.c, t3(s1.t, b0.t, 0)),
        (s1.c, t3(s0.t, b0.t, 0)),
        (b0.c, t3(s0.t, s1.t, 0)),
        (tags, pair(b1.t, 1)),
        (t3(s0.t, b0.t, gap), 0),
        (s0.w, gap),
        (b0.w, gap),
        (t3(s1.t, s0.t, gap1), 0),
        (s1.w, gap1),
        (s0.w, gap1),
        (tags, pair(gap, gap1)),
    ];
    out.extend(values.into_iter().zip(600..).map(|((one, other), template)| pair(pair(one, other), template)));
}

/// Features of the children drawn so far, and copies of some for the annotation style.
fn tree_features(look: &Look, (state, sentence): (&State, Tagged<'_>), style: u32, out: &mut Vec<u32>) {
    let ([at0, at1, front], [s0, s1, _], [b0, ..]) = (look.at, look.stack, look.buffer);
    let none = [NONE; 4];
    let child = |at: usize, place: usize| state.children.get(at).unwrap_or(&none)[place];
    let valence = |at: usize, side: usize| state.valence.get(at).map_or(0, |counts| counts[side].min(4));
    let tags = t3(s1.t, s0.t, b0.t);
    let values = [
        (s0.t, valence(at0, 0)),
        (s0.t, valence(at0, 1)),
        (s0.w, valence(at0, 1)),
        (s0.w, valence(at0, 0)),
        (b0.t, valence(front, 0)),
        (b0.w, valence(front, 0)),
        (s1.t, valence(at1, 1)),
        (s1.w, valence(at1, 1)),
        (t3(s0.t, b0.t, sentence.tag(child(at0, 0))), 0),
        (t3(s0.t, b0.t, sentence.tag(child(at0, 2))), 0),
        (t3(s0.t, b0.t, sentence.tag(child(front, 0))), 0),
        (t3(s1.t, s0.t, sentence.tag(child(at1, 2))), 0),
        (t3(s1.t, s0.t, sentence.tag(child(at1, 0))), 0),
        (t3(s1.t, s0.t, sentence.tag(child(at0, 0))), 0),
        (t3(s1.t, s0.t, sentence.tag(child(at0, 2))), 0),
        (s0.t, sentence.form(child(at0, 0))),
        (s0.t, sentence.form(child(at0, 2))),
        (b0.t, sentence.form(child(front, 0))),
        (s1.t, sentence.form(child(at1, 2))),
        (s1.t, sentence.form(child(at1, 0))),
        (pair(s1.w, s0.t), sentence.form(child(at0, 0))),
        (t3(s1.t, sentence.tag(child(at1, 2)), sentence.tag(child(at1, 3))), s0.t),
        (tags, sentence.form(child(at0, 0))),
        (tags, style + 50),
        (s0.w, style + 51),
        (b0.w, style + 52),
        (t3(s0.t, b0.t, style), 53),
        (t3(s1.t, s0.t, style), 54),
        (pair(s1.w, s0.t), style + 55),
    ];
    out.extend(values.into_iter().zip(700..).map(|((one, other), template)| pair(pair(one, other), template)));
}

/// The possible transition with the highest score.
pub(crate) fn best_of<T: PartialOrd + Copy>(scores: &[T; MOVES], allowed: [bool; MOVES]) -> Option<usize> {
    let mut found: Option<usize> = None;
    for transition in (0..MOVES).filter(|transition| allowed[*transition]) {
        if found.is_none_or(|best| scores[transition] > scores[best]) {
            found = Some(transition);
        }
    }
    found
}

/// Finds the heads of a sentence, into `state`.
pub(crate) fn parse(
    model: &Linear<'_, MOVES>,
    sentence: Tagged<'_>,
    style: u32,
    (features, state): (&mut Vec<u32>, &mut State),
) {
    state.reset(sentence.words.len());
    while !state.is_done() {
        features.clear();
        self::features(state, sentence, style, features);
        let Some(transition) = best_of(&model.scores(features), state.possible()) else { break };
        state.take(transition);
    }
}
