//! Relations of words to their heads, once all heads are known.

use super::hash::pair;
use super::linear::{Linear, best};
use super::parser::Tagged;
use super::words::{EDGE, Word};

/// The relations told apart, as Universal Dependencies names them, rare subtypes left out; `root` follows from the heads.
pub(crate) const RELATIONS: [&str; 32] = [
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "fixed",
    "flat",
    "flat:name",
    "mark",
    "nmod",
    "nmod:poss",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:tmod",
    "parataxis",
    "punct",
    "xcomp",
];

/// The number of a relation; one with an unknown subtype counts as its main type.
#[cfg(feature = "train")]
pub(crate) fn relation_number(name: &str) -> Option<usize> {
    let find = |name: &str| RELATIONS.iter().position(|relation| *relation == name);
    find(name).or_else(|| find(name.split(':').next().unwrap_or(name)))
}

/// First and last children of each word, to its left and right.
#[derive(Debug, Default)]
pub(crate) struct Family {
    outer: Vec<[Option<usize>; 2]>,
}

impl Family {
    /// Reads the children off the heads.
    pub(crate) fn read(&mut self, heads: &[usize]) {
        self.outer.clear();
        self.outer.resize(heads.len() + 1, [None; 2]);
        for (child, head) in heads.iter().enumerate() {
            let [first, last] = &mut self.outer[*head];
            if child < *head {
                first.get_or_insert(child);
            } else {
                *last = Some(child);
            }
        }
    }
}

/// Writes the features of the arc from word `at` to its head.
pub(crate) fn features(
    sentence: Tagged<'_>,
    heads: &[usize],
    (family, at): (&Family, usize),
    style: u32,
    out: &mut Vec<u32>,
) {
    let head = heads[at];
    let word = |at: Option<usize>| at.and_then(|at| sentence.words.get(at)).unwrap_or(&EDGE);
    let tag = |at: Option<usize>| at.and_then(|at| sentence.tags.get(at)).map_or(29, |tag| *tag as u32);
    let (d, h): (&Word, &Word) = (word(Some(at)), word(Some(head)));
    let (dt, ht) = (tag(Some(at)), tag(Some(head)));
    let grand = heads.get(head).copied();
    let [first, last] = family.outer[at];
    let [head_first, head_last] = family.outer.get(head).copied().unwrap_or_default();
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    let gap = [0, 1, 2, 3, 4, 5, 6][at.abs_diff(head).min(6)];
    let side = u32::from(head > at);
    let arc = (dt * 32 + ht) * 2 + side;
    let values = [
        pair(arc, 0),
        pair(arc, gap),
        pair(d.lower, side),
        pair(h.lower, side),
        pair(d.lower, h.lower),
        pair(d.lower, ht * 2 + side),
        pair(dt * 2 + side, h.lower),
        pair(d.clusters[0], pair(h.clusters[0], side)),
        pair(d.clusters[1], ht * 2 + side),
        pair(dt * 2 + side, h.clusters[1]),
        pair(d.clusters[1], h.clusters[1]),
        pair(arc, word(first).lower),
        pair(arc, tag(first)),
        pair(arc, word(last).lower),
        pair(arc, tag(last)),
        pair(arc, tag(grand) + 32 * u32::from(grand.is_some_and(|grand| grand > head))),
        pair(arc, word(head_first).lower),
        pair(arc, pair(tag(head_first), tag(head_last))),
        pair(arc, u32::from(head_first == Some(at)) * 2 + u32::from(head_last == Some(at))),
        pair(arc, word(before).lower),
        pair(arc, word(after).lower),
        pair(arc, pair(tag(before), tag(after))),
        pair(d.prefixes[0], arc),
        pair(h.prefixes[0], arc),
        pair(h.prefixes[1], dt * 2 + side),
        pair(d.suffixes[1], arc),
        pair(d.suffixes[2], arc),
        pair(h.suffixes[1], arc),
        pair(d.shape, pair(h.shape, arc)),
        pair(word(first).lower, h.lower),
        pair(word(first).lower, pair(d.clusters[0], h.clusters[0])),
        pair(word(first).lower, d.lower),
        pair(d.lower, word(before).lower),
        pair(h.lower, tag(grand)),
    ];
    let from = out.len();
    out.extend(values.into_iter().zip(800..).map(|(value, template)| pair(value, template)));
    for template in [0, 1, 2, 3, 5, 6, 7, 11, 18] {
        let value = out[from + template];
        out.push(pair(value, 0x5000 + style));
    }
}

/// Finds the relation of each word, as a number into [`RELATIONS`]; none for the root.
pub(crate) fn label(
    model: &Linear<'_, { RELATIONS.len() }>,
    sentence: Tagged<'_>,
    heads: &[usize],
    style: u32,
    (buffer, family): (&mut Vec<u32>, &mut Family),
) -> Vec<Option<usize>> {
    family.read(heads);
    let mut relations = Vec::with_capacity(heads.len());
    for (at, head) in heads.iter().enumerate() {
        buffer.clear();
        features(sentence, heads, (family, at), style, buffer);
        relations.push((*head < heads.len()).then(|| best(&model.scores(buffer))));
    }
    relations
}
