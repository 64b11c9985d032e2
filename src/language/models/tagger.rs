//! Parts of speech, from left to right.

use super::hash::pair;
use super::linear::{Linear, best};
use super::words::{EDGE, Word};

/// Universal parts of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of Universal Dependencies")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Labels of the tagger.
pub(crate) const TAG_LABELS: usize = Upos::ALL.len();

impl Upos {
    /// All of them, in order.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The name that treebanks give it ("NOUN").
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 17] = [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X",
        ];
        NAMES[self as usize]
    }

    /// The part of speech that treebanks call `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }
}

/// Tags of the two tokens before.
pub(crate) type History = (u32, u32);

/// Writes the features of token `at` that do not depend on tags, then copies of the strongest for the annotation
/// style `style`.
pub(crate) fn static_features(words: &[Word], at: usize, style: u32, out: &mut Vec<u32>) {
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&EDGE);
    let (w, b1, b2, a1, a2) = (near(0), near(-1), near(-2), near(1), near(2));
    let shape = w.shape * 8 + w.usual;
    let first = u32::from(at == 0 || (at == 1 && b1.shape >= 8));
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
        w.suffixes[0],
        w.suffixes[1],
        w.suffixes[2],
        w.suffixes[3],
        w.prefixes[0],
        w.prefixes[1],
        w.prefixes[2],
        pair(w.prefixes[0], w.suffixes[1]),
        pair(w.prefixes[1], w.suffixes[2]),
        pair(shape, first),
        pair(pair(b1.shape, w.shape), a1.shape),
        pair(w.clusters[1], 1),
        pair(w.clusters[0], 2),
        pair(w.clusters[0], shape),
        b1.clusters[1],
        a1.clusters[1],
        b1.clusters[0],
        a1.clusters[0],
        pair(w.clusters[0], a1.clusters[0]),
        pair(b1.clusters[0], w.clusters[0]),
        pair(a1.clusters[0], a2.clusters[0]),
        pair(a1.suffixes[2], 3),
        pair(b1.suffixes[2], 4),
        pair(w.suffixes[2], a1.lower),
        pair(w.suffixes[2], shape),
    ];
    let from = out.len();
    out.extend(values.into_iter().zip(1..).map(|(value, template)| pair(value, template)));
    for template in [0, 6, 7, 11, 12, 17, 18, 20, 22] {
        let value = out[from + template];
        out.push(pair(value, 0x1000 + style));
    }
    out.push(pair(style, 0x2000));
}

/// Writes the features that depend on the tags before.
pub(crate) fn history_features(words: &[Word], at: usize, (before, earlier): History, style: u32, out: &mut Vec<u32>) {
    let w = &words[at];
    let after = words.get(at + 1).unwrap_or(&EDGE);
    let both = before * 32 + earlier;
    let values = [
        before,
        both,
        pair(before, w.lower),
        pair(before, w.suffixes[2]),
        pair(before, w.clusters[0]),
        pair(before, w.clusters[1]),
        pair(before, after.clusters[0]),
        pair(pair(before, after.lower), 1),
        pair(both, w.shape),
        pair(pair(before, style), w.lower),
        pair(pair(before, style), w.clusters[0]),
    ];
    out.extend(values.into_iter().zip(100..).map(|(value, template)| pair(value, template)));
}

/// The tag index that stands for "before the sentence".
pub(crate) const NO_TAG: u32 = 30;

/// Tags one sentence; `tags` gets one tag for each word. Returns the sum of the best scores: the annotation style in
/// which it is highest is the one that fits the text best.
pub(crate) fn tag(
    model: &Linear<'_, TAG_LABELS>,
    words: &[Word],
    style: u32,
    (features, tags): (&mut Vec<u32>, &mut Vec<Upos>),
) -> i64 {
    let mut history = (NO_TAG, NO_TAG);
    let mut total = 0;
    for at in 0..words.len() {
        features.clear();
        static_features(words, at, style, features);
        history_features(words, at, history, style, features);
        let scores = model.scores(features);
        let label = best(&scores);
        total += i64::from(scores[label]);
        tags.push(Upos::ALL[label]);
        history = (Upos::ALL[label] as u32, history.0);
    }
    total
}
