//! Heads of words, transition by transition; the words may stand in the order of the text or against it.

use super::hash::pair;
use super::linear::Linear;
use super::tagger::Upos;
use super::transitions::{MOVES, NONE, State, best_of};
use super::words::{EDGE, Word};

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
    /// What features see of the word at `at`, of the root after the last word, or of none.
    fn view(&self, at: usize) -> View {
        let root = at == self.words.len();
        let word = self.words.get(at).unwrap_or(&EDGE);
        let t = self.tags.get(at).map_or(if root { 28 } else { 29 }, |tag| *tag as u32);
        let w = if root { 2 } else { word.lower };
        View { w, t, c: word.clusters[0], wt: pair(w, t) }
    }

    /// The number of the tag at `at`, or that of none.
    pub(crate) fn tag(&self, at: usize) -> u32 {
        self.tags.get(at).map_or(29, |tag| *tag as u32)
    }

    /// Which sorts of words stand between two words that bound phrases and clauses, as a set.
    fn between(&self, from: usize, to: usize) -> u32 {
        let inside = self.tags.get(from.saturating_add(1)..to).unwrap_or_default();
        inside.iter().fold(0, |set, tag| {
            set | match tag {
                Upos::Punct => 1,
                Upos::Verb => 2,
                Upos::Cconj => 4,
                Upos::Sconj => 8,
                Upos::Pron => 16,
                _ => 0,
            }
        })
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
    place_features(&look, sentence, out);
    family_features(&look, (state, sentence), out);
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

/// Features of the words that stand beside those looked at, and of what stands between them.
fn place_features(look: &Look, sentence: Tagged<'_>, out: &mut Vec<u32>) {
    let ([top, below, front], [s0, s1, _], [b0, ..]) = (look.at, look.stack, look.buffer);
    let before = |at: usize| sentence.view(at.wrapping_sub(1));
    let after = |at: usize| sentence.view(at.wrapping_add(1));
    let (to_front, to_top) = (sentence.between(top, front), sentence.between(below, top));
    let values = [
        (s0.t, t3(after(top).t, before(top).t, b0.t)),
        (s1.t, t3(after(below).t, before(below).t, s0.t)),
        (s0.t, before(top).w),
        (b0.t, before(front).w),
        (t3(s0.t, b0.t, before(front).t), 1),
        (t3(s0.t, b0.t, after(top).t), 2),
        (t3(s1.t, s0.t, after(below).t), 3),
        (t3(s0.t, b0.t, to_front), 4),
        (t3(s1.t, s0.t, to_top), 5),
        (t3(s1.t, s0.t, to_top), b0.t + 6),
        (s0.w, to_front),
        (b0.w, to_front),
        (s1.w, to_top),
    ];
    out.extend(values.into_iter().zip(900..).map(|((one, other), template)| pair(pair(one, other), template)));
}

/// Features of several children together, and of a child's child.
fn family_features(look: &Look, (state, sentence): (&State, Tagged<'_>), out: &mut Vec<u32>) {
    let ([top, below, front], [s0, s1, _], [b0, ..]) = (look.at, look.stack, look.buffer);
    let tag = |at: usize, place: usize| sentence.tag(state.child(at, place));
    let values = [
        (t3(s0.t, tag(top, 0), tag(top, 1)), 0),
        (t3(s0.t, tag(top, 2), tag(top, 3)), 0),
        (t3(b0.t, tag(front, 0), tag(front, 1)), 0),
        (t3(s0.t, tag(state.child(top, 2), 2), b0.t), 0),
        (t3(s0.t, b0.t, tag(top, 2)), tag(front, 0)),
        (t3(s1.t, s0.t, tag(below, 2)), tag(top, 2)),
        (t3(s1.t, s0.t, tag(below, 2)), tag(top, 0)),
    ];
    out.extend(values.into_iter().zip(950..).map(|((one, other), template)| pair(pair(one, other), template)));
}

/// Features of the children drawn so far, and copies of some for the annotation style.
fn tree_features(look: &Look, (state, sentence): (&State, Tagged<'_>), style: u32, out: &mut Vec<u32>) {
    let ([at0, at1, front], [s0, s1, _], [b0, ..]) = (look.at, look.stack, look.buffer);
    let child = |at: usize, place: usize| state.child(at, place);
    let valence = |at: usize, side: usize| state.valence(at, side);
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
