//! Names of persons, organisations and places.

use super::hash::pair;
use super::linear::{Linear, best};
use super::tagger::Upos;
use super::words::{EDGE, Word};
use std::ops::Range;

/// The sorts of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, party, body, medium or team.
    Organisation,
    /// A country, town, building or other place.
    Place,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, as indices into the tokens of the text.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// Labels: outside, then begin and inside for each [`NameKind`], then office.
pub(crate) const NAME_LABELS: usize = 8;
/// The words of an office: "Menteri Luar Negeri", "juru bicara".
pub(crate) const OFFICE: usize = 7;
/// The row of [`Transitions`] for the start of a sentence.
pub(crate) const START: usize = NAME_LABELS;
/// The annotation style of this project, the only one that knows offices.
pub(crate) const OWN_STYLE: u32 = 3;

/// How many labels an annotation style knows.
pub(crate) fn labels_of(style: u32) -> usize {
    if style == OWN_STYLE { NAME_LABELS } else { OFFICE }
}

/// The label of the first (`inside` false) or a further token of a name.
#[cfg(feature = "train")]
pub(crate) fn label(kind: NameKind, inside: bool) -> usize {
    1 + 2 * kind as usize + usize::from(inside)
}

/// Whether `label` may follow `before` (outside at the start).
pub(crate) fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The run of large words around a token, with what stands before and after it.
fn run_of_large(words: &[Word], at: usize) -> (usize, usize) {
    let joins = |word: &Word| word.is_large();
    if !joins(&words[at]) {
        return (at, at + 1);
    }
    let start = (0..at).rev().take_while(|before| joins(&words[*before])).last().unwrap_or(at);
    let end = (at + 1..words.len()).take_while(|after| joins(&words[*after])).last().unwrap_or(at) + 1;
    (start, end)
}

/// Where a token stands in the run of large words around it, and what stands around that run.
struct Run<'w> {
    first: &'w Word,
    last: &'w Word,
    before: &'w Word,
    after: &'w Word,
    place: u32,
}

impl<'w> Run<'w> {
    fn around(words: &'w [Word], at: usize) -> Self {
        let (start, end) = run_of_large(words, at);
        let word = |at: Option<usize>| at.and_then(|at| words.get(at)).unwrap_or(&EDGE);
        let [from_start, to_end] = [at - start, end - at].map(|distance| [0, 1, 2, 3][distance.min(3)]);
        Run {
            first: word(Some(start)),
            last: word(end.checked_sub(1)),
            before: word(start.checked_sub(1)),
            after: word(Some(end)),
            place: from_start * 4 + to_end,
        }
    }

    /// Features of the last word, which tells what sort of name the run is as the first does.
    fn last_word(&self, word: &Word, out: &mut Vec<u32>) {
        out.push(pair(pair(self.last.lower, self.place), 903));
        out.push(pair(pair(self.last.clusters[1], word.clusters[1]), 904));
    }
}

/// Writes the features of token `at`, then copies of the strongest for the annotation style `style`.
pub(crate) fn features(words: &[Word], tags: &[Upos], at: usize, style: u32, out: &mut Vec<u32>) {
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&EDGE);
    let tag = |offset: isize| at.checked_add_signed(offset).and_then(|at| tags.get(at)).map_or(20, |tag| *tag as u32);
    let (w, b1, b2, a1, a2) = (near(0), near(-1), near(-2), near(1), near(2));
    let first = u32::from(at == 0 || (at == 1 && b1.shape >= 8));
    let (shape, run) = (w.shape * 8 + w.usual, Run::around(words, at));
    let values = [
        w.lower,
        w.form,
        b1.lower,
        a1.lower,
        b2.lower,
        a2.lower,
        pair(b1.lower, w.lower),
        pair(w.lower, a1.lower),
        pair(b1.lower, a1.lower),
        pair(b2.lower, b1.lower),
        pair(a1.lower, a2.lower),
        w.suffixes[1],
        w.suffixes[2],
        w.suffixes[3],
        w.prefixes[0],
        w.prefixes[1],
        w.prefixes[2],
        pair(shape, first),
        pair(pair(b1.shape, w.shape), a1.shape),
        pair(pair(b2.shape, b1.shape), w.shape),
        pair(pair(w.shape, a1.shape), a2.shape),
        pair(w.clusters[1], w.shape),
        pair(w.clusters[0], w.shape),
        b1.clusters[1],
        a1.clusters[1],
        pair(b1.clusters[0], w.shape),
        pair(a1.clusters[0], w.shape),
        b2.clusters[1],
        a2.clusters[1],
        pair(w.clusters[0], a1.clusters[0]),
        pair(b1.clusters[0], w.clusters[0]),
        pair(pair(b1.clusters[0], w.clusters[0]), a1.clusters[0]),
        pair(tag(0), w.shape),
        pair(tag(-1), tag(0)),
        pair(tag(0), tag(1)),
        pair(pair(tag(-1), tag(0)), tag(1)),
        pair(run.before.lower, w.shape),
        pair(run.after.lower, w.shape),
        pair(run.before.clusters[1], run.place),
        pair(run.after.clusters[1], run.place),
        pair(run.first.lower, run.place),
        pair(run.first.clusters[1], w.clusters[1]),
        pair(run.place, shape),
        pair(b1.lower, shape),
        pair(a1.lower, shape),
    ];
    run.last_word(w, out);
    let from = out.len();
    out.extend(values.into_iter().zip(201..).map(|(value, template)| pair(value, template)));
    for template in [0, 6, 7, 17, 18, 21, 22, 32, 36, 40, 42, 43] {
        let value = out[from + template];
        out.push(pair(value, 0x3000 + style));
    }
    out.push(pair(style, 0x4000));
}

/// Scores of one label after another, `[before][after]`; the last row stands for the start of a sentence.
pub(crate) type Transitions = [[i16; NAME_LABELS]; NAME_LABELS + 1];

/// Takes the transitions off the front of the stored weights.
pub(crate) fn split_transitions(weights: &[u8]) -> Option<(Transitions, &[u8])> {
    let (head, rows) = weights.split_at_checked(size_of::<Transitions>())?;
    let mut transitions = Transitions::default();
    for (weight, bytes) in transitions.iter_mut().flatten().zip(head.as_chunks::<2>().0) {
        *weight = i16::from_le_bytes(*bytes);
    }
    Some((transitions, rows))
}

/// Buffers of the search for the best labels.
#[derive(Debug, Default)]
pub(crate) struct NameSearch {
    scores: Vec<[i32; NAME_LABELS]>,
    from: Vec<[usize; NAME_LABELS]>,
    /// The labels found.
    pub(crate) labels: Vec<usize>,
}

impl NameSearch {
    /// The best sequence of the first `labels` labels by the scores of each token (Viterbi); returns its score.
    pub(crate) fn run(
        &mut self,
        local: impl Iterator<Item = [i16; NAME_LABELS]>,
        transitions: &Transitions,
        labels: usize,
    ) -> i64 {
        self.scores.clear();
        self.from.clear();
        let mut previous: Option<[i32; NAME_LABELS]> = None;
        for scores in local {
            let mut now = [i32::MIN / 2; NAME_LABELS];
            let mut from = [0; NAME_LABELS];
            for label in 0..labels {
                let (before, score) = match previous {
                    None if may_follow(0, label) => (0, i32::from(transitions[START][label])),
                    None => continue,
                    Some(ref earlier) => best_before(&earlier[..labels], label, transitions),
                };
                now[label] = score + i32::from(scores[label]);
                from[label] = before;
            }
            self.scores.push(now);
            self.from.push(from);
            previous = Some(now);
        }
        self.trace()
    }

    /// Follows the best labels back and returns their score.
    fn trace(&mut self) -> i64 {
        self.labels.clear();
        let Some(last) = self.scores.last() else { return 0 };
        let mut label = best(last);
        let total = last[label];
        for from in self.from.iter().rev() {
            self.labels.push(label);
            label = from[label];
        }
        self.labels.reverse();
        i64::from(total)
    }
}

fn best_before(earlier: &[i32], label: usize, transitions: &Transitions) -> (usize, i32) {
    let mut found = (0, i32::MIN / 2);
    for before in (0..earlier.len()).filter(|before| may_follow(*before, label)) {
        let score = earlier[before] + i32::from(transitions[before][label]);
        if score > found.1 {
            found = (before, score);
        }
    }
    found
}

/// Turns labels into names and offices; `offset` is the index of the sentence's first token.
pub(crate) fn spans_of(labels: &[usize], offset: usize, names: &mut Vec<Name>, offices: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < labels.len() {
        let inside = if labels[at] == OFFICE { OFFICE } else { labels[at] + 1 };
        let end = (at + 1..labels.len()).find(|end| labels[*end] != inside).unwrap_or(labels.len());
        let tokens = offset + at..offset + end;
        match labels[at] {
            1 => names.push(Name { tokens, kind: NameKind::Person }),
            3 => names.push(Name { tokens, kind: NameKind::Organisation }),
            5 => names.push(Name { tokens, kind: NameKind::Place }),
            OFFICE => offices.push(tokens),
            _ => {
                at += 1;
                continue;
            }
        }
        at = end;
    }
}

/// Finds the names of one sentence, labels into `search`; returns the score of the labels.
pub(crate) fn find(
    model: (&Linear<'_, NAME_LABELS>, &Transitions),
    (words, tags): (&[Word], &[Upos]),
    style: u32,
    (buffer, search): (&mut Vec<u32>, &mut NameSearch),
) -> i64 {
    let local = (0..words.len()).map(|at| {
        buffer.clear();
        features(words, tags, at, style, buffer);
        model.0.scores(buffer)
    });
    search.run(local, model.1, labels_of(style))
}
