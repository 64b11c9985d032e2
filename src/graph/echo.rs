//! Articles that tell nearly the same words: syndicated copies count as one voice.
//!
//! Each text is reduced to a min-hash sketch of its five-word shingles (Broder, "On the resemblance and containment of
//! documents", 1997); two sketches agree in about the share of shingles that their texts have in common.

use super::facts::Facts;
use super::id::NodeId;
use super::text::words;
use std::collections::BTreeMap;

const SKETCH: usize = 64;
const SHINGLE: usize = 5;
/// Sketches are compared where one band of this many values agrees wholly: pairs that share seven tenths of their
/// shingles are missed once in eighty times.
const BAND: usize = 4;
/// The least number of agreeing values, of [`SKETCH`], for two articles to count as one.
const ALIKE: usize = 45;

/// The sketch of a text; none where it is shorter than a shingle.
pub(super) fn sketch(text: &str) -> Vec<u32> {
    let hashes: Vec<u64> = words(text).map(|word| hash_word(&word)).collect();
    let mut least = vec![u32::MAX; SKETCH];
    for shingle in hashes.windows(SHINGLE) {
        let hash = shingle.iter().fold(0, |hash, word| mix(hash ^ word));
        let mut seed = hash;
        for value in &mut least {
            seed = mix(seed);
            *value = (*value).min((seed >> 32) as u32);
        }
    }
    if hashes.len() < SHINGLE { Vec::new() } else { least }
}

/// The first article, by date and id, of each article's group of near-copies; articles that are alone are left out.
pub(super) fn echoes(facts: &[&Facts]) -> BTreeMap<NodeId, NodeId> {
    let mut groups = Groups((0..facts.len()).collect());
    let mut bands: BTreeMap<(usize, &[u32]), Vec<usize>> = BTreeMap::new();
    for (index, article) in facts.iter().enumerate() {
        for (band, values) in article.sketch.chunks(BAND).enumerate() {
            let bucket = bands.entry((band, values)).or_default();
            for other in bucket.iter().copied() {
                if facts.get(other).is_some_and(|other| alike(&other.sketch, &article.sketch)) {
                    groups.join(other, index);
                }
            }
            bucket.push(index);
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..facts.len() {
        members.entry(groups.root(index)).or_default().push(index);
    }
    let mut first_of = BTreeMap::new();
    for group in members.values().filter(|group| group.len() > 1) {
        let articles = group.iter().filter_map(|index| facts.get(*index));
        let mut ids: Vec<_> =
            articles.map(|article| (article.published.is_none(), article.published, article.id())).collect();
        ids.sort();
        if let Some((_, _, first)) = ids.first().copied() {
            first_of.extend(ids.iter().map(|(_, _, id)| (*id, first)));
        }
    }
    first_of
}

fn alike(one: &[u32], other: &[u32]) -> bool {
    one.iter().zip(other).filter(|(one, other)| one == other).count() >= ALIKE
}

fn hash_word(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of `SplitMix64`.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// Sets of indices that only ever grow together.
pub(super) struct Groups(pub(super) Vec<usize>);

impl Groups {
    pub(super) fn root(&mut self, index: usize) -> usize {
        let mut at = index;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = after;
            }
            at = next;
        }
        at
    }

    /// The lesser root leads, so that the outcome does not depend on the order of joining.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        (from..to).map(|number| format!("kata{number}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn near_copies_are_alike_and_others_are_not() {
        let whole = sketch(&text(0, 400));
        assert!(alike(&whole, &sketch(&text(0, 400).to_uppercase())));
        assert!(alike(&whole, &sketch(&text(10, 400))));
        assert!(!alike(&whole, &sketch(&text(200, 600))));
        assert!(!alike(&sketch("satu dua"), &sketch("satu dua")));
    }
}
