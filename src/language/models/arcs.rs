//! Heads of words by the best tree over all arcs (`McDonald` et al. 2005), guided by the trees that two transition
//! parsers found (Nivre and `McDonald` 2008).

use super::eisner::NEVER;
use super::hash::pair;
use super::parser::Tagged;
use super::tagger::Upos;
use super::words::{EDGE, Word};

/// The trees of the guides: the head of each word, the number of words for the root.
pub(crate) type Guides = [Vec<usize>; 2];

/// The tags that stand between two words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Between {
    seen: u32,
    marks: u32,
    verbs: u32,
}

impl Between {
    fn add(&mut self, tag: Upos) {
        self.seen |= 1 << tag as u32;
        self.marks = (self.marks + u32::from(tag == Upos::Punct)).min(3);
        self.verbs = (self.verbs + u32::from(tag == Upos::Verb)).min(3);
    }

    /// What stands between two words of `tags`.
    #[cfg(feature = "train")]
    pub(crate) fn of(tags: &[Upos], one: usize, other: usize) -> Self {
        let mut between = Self::default();
        let (low, high) = (one.min(other) + 1, one.max(other));
        for tag in tags.get(low..high).filter(|_| high < tags.len()).unwrap_or_default() {
            between.add(*tag);
        }
        between
    }
}

/// A possible arc with what stands around it.
struct Arc<'s> {
    sentence: Tagged<'s>,
    head: usize,
    child: usize,
    /// Tags of both and the direction.
    tags: u32,
    /// Distance and direction.
    distance: u32,
    /// How many marks and verbs stand between.
    counts: u32,
    seen: u32,
}

impl<'s> Arc<'s> {
    fn new(sentence: Tagged<'s>, (head, child): (usize, usize), between: Between) -> Self {
        let count = sentence.words.len();
        let side = u32::from(head > child);
        let distance = if head == count { 30 } else { far(head.abs_diff(child)) * 2 + side };
        let mut arc = Self {
            sentence,
            head,
            child,
            tags: 0,
            distance,
            counts: between.marks * 4 + between.verbs,
            seen: between.seen,
        };
        arc.tags = (arc.tag(head) * 32 + arc.tag(child)) * 2 + side;
        arc
    }

    fn word(&self, at: usize) -> &'s Word {
        self.sentence.words.get(at).unwrap_or(&EDGE)
    }

    fn form(&self, at: usize) -> u32 {
        if at == self.sentence.words.len() { 2 } else { self.word(at).lower }
    }

    fn tag(&self, at: usize) -> u32 {
        if at == self.sentence.words.len() { 28 } else { self.sentence.tag(at) }
    }

    /// Features of the two words and the distance between them.
    fn word_features(&self, out: &mut Vec<u32>) {
        let (tags, side, distance) = (self.tags, self.tags & 1, self.distance);
        let (h, d) = (self.word(self.head), self.word(self.child));
        let (form, child) = (self.form(self.head), d.lower);
        let (ht, dt) = (self.tag(self.head) * 2 + side, self.tag(self.child) * 2 + side);
        let values = [
            (tags, 0),
            (tags, distance + 1),
            (form, dt),
            (child, ht),
            (ht, distance),
            (dt, distance),
            (form, child),
            (form, distance),
            (child, distance),
            (pair(form, dt), distance),
            (pair(child, ht), distance),
            (h.clusters[0], pair(d.clusters[0], side)),
            (h.clusters[0], dt),
            (d.clusters[0], ht),
            (h.clusters[1], dt),
            (d.clusters[1], ht),
            (h.clusters[1], d.clusters[1]),
            (h.clusters[0], pair(d.clusters[0], distance)),
            (d.prefixes[0], tags),
            (h.prefixes[0], tags),
            (d.suffixes[1], tags),
            (h.suffixes[1], tags),
        ];
        out.extend(values.into_iter().zip(1000..).map(|((one, other), template)| pair(pair(one, other), template)));
    }

    /// Features of what stands beside and between the two words.
    fn place_features(&self, out: &mut Vec<u32>) {
        let (tags, counts) = (self.tags, self.counts);
        let (ht, dt) = (self.tag(self.head), self.tag(self.child));
        let before = |at: usize| self.tag(at.wrapping_sub(1));
        let (hb, ha, db, da) =
            (before(self.head), self.tag(self.head + 1), before(self.child), self.tag(self.child + 1));
        let four = |a: u32, b: u32, c: u32, d: u32| ((a * 32 + b) * 32 + c) * 32 + d;
        let side = tags & 1;
        let values = [
            (four(hb, ht, dt, da), side),
            (four(ht, ha, db, dt), side),
            (four(hb, ht, db, dt), side),
            (four(ht, ha, dt, da), side),
            (four(hb, ht, dt, 0), side),
            (four(ht, ha, dt, 0), side),
            (four(ht, db, dt, 0), side),
            (four(ht, dt, da, 0), side),
            (four(db, dt, da, 0), ht),
            (self.word(self.child.wrapping_sub(1)).lower, tags),
            (self.word(self.child + 1).lower, tags),
            (tags, self.seen),
            (tags, counts),
            (self.distance, counts),
            (self.form(self.child), counts * 2 + side),
            (self.form(self.head), counts * 2 + side),
        ];
        out.extend(values.into_iter().zip(1050..).map(|((one, other), template)| pair(pair(one, other), template)));
        let mut seen = self.seen;
        while seen != 0 {
            out.push(pair(pair(tags, seen.trailing_zeros()), 1080));
            seen &= seen - 1;
        }
    }

    /// Features of what the guides say.
    fn guide_features(&self, guides: &Guides, style: u32, out: &mut Vec<u32>) {
        let [ahead, back] = guides.each_ref().map(|guide| kinship(guide, self.head, self.child));
        let both = ahead * 8 + back;
        let (tags, child) = (self.tags, self.tag(self.child));
        let kin = pair(both, tags);
        let guess = |guide: &Vec<usize>, at: usize| guide.get(at).map_or(30, |head| self.tag(*head));
        let values = [
            (both, 0),
            (kin, 0),
            (both, child),
            (both, self.tag(self.head)),
            (both, self.distance),
            (both, self.form(self.child)),
            (both, self.form(self.head)),
            (ahead, tags),
            (back, tags),
            (kin, self.distance),
            (both, child * 16 + self.counts),
            (both, style),
            (kin, guess(&guides[0], self.child)),
            (kin, guess(&guides[1], self.child)),
            (pair(ahead, tags), guess(&guides[0], self.head)),
        ];
        out.extend(values.into_iter().zip(1100..).map(|((one, other), template)| pair(pair(one, other), template)));
    }
}

/// How an arc stands to a guide's tree: drawn there, to the grandparent, to a sibling, turned round and so on; 0 where it
/// has nothing to do with it.
fn kinship(guide: &[usize], head: usize, child: usize) -> u32 {
    let up = |at: usize| guide.get(at).copied();
    let Some(guess) = up(child) else { return 0 };
    let own = up(head);
    if guess == head {
        1
    } else if up(guess) == Some(head) {
        2
    } else if own == Some(guess) {
        3
    } else if own == Some(child) {
        4
    } else if own.and_then(up) == Some(guess) {
        5
    } else if up(guess).and_then(up) == Some(head) {
        6
    } else {
        0
    }
}

/// Whether an arc is weighed at all: those that have nothing to do with the tree of either guide hardly ever stand in the
/// best tree, and they are most of all arcs.
pub(super) fn akin(guides: &Guides, head: usize, child: usize) -> bool {
    guides.iter().any(|guide| kinship(guide, head, child) != 0)
}

/// Distances in ten steps.
fn far(distance: usize) -> u32 {
    match distance {
        near @ 0..=4 => [0, 1, 2, 3, 4][near],
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// Writes the features of the arc from a head (the number of words for the root) to a child.
pub(crate) fn features(
    sentence: Tagged<'_>,
    arc: (usize, usize),
    (guides, between): (&Guides, Between),
    style: u32,
    out: &mut Vec<u32>,
) {
    let arc = Arc::new(sentence, arc, between);
    let from = out.len();
    arc.word_features(out);
    for template in 0..6 {
        let value = out[from + template];
        out.push(pair(value, 0x6000 + style));
    }
    arc.place_features(out);
    arc.guide_features(guides, style, out);
}

/// Scores the arcs of a sentence, head and child, that are to be weighed with `score`, into `scores`: a row for each
/// head, the root's last. All others get [`NEVER`].
pub(crate) fn score_arcs(
    sentence: Tagged<'_>,
    (guides, style): (&Guides, u32),
    weighed: impl Fn(usize, usize) -> bool,
    (buffer, scores): (&mut Vec<u32>, &mut Vec<f32>),
    mut score: impl FnMut(&[u32]) -> f32,
) {
    let count = sentence.words.len();
    scores.clear();
    scores.resize((count + 1) * count, NEVER);
    let mut one = |head: usize, child: usize, between: Between| {
        if weighed(head, child) {
            buffer.clear();
            features(sentence, (head, child), (guides, between), style, buffer);
            scores[head * count + child] = score(buffer);
        }
    };
    for low in 0..count {
        let mut between = Between::default();
        for high in low + 1..count {
            one(low, high, between);
            one(high, low, between);
            between.add(sentence.tags[high]);
        }
        one(count, low, Between::default());
    }
}

#[cfg(test)]
mod tests {
    use super::{akin, kinship};

    /// The tree of a guide: word 1 below the root, 0 and 2 below it, 3 below 2, 4 below 3.
    const TREE: [usize; 5] = [1, 5, 1, 2, 3];

    #[test]
    fn arcs_are_akin_to_a_tree_by_steps_along_it() {
        let kin = |head: usize, child: usize| kinship(&TREE, head, child);
        assert_eq!([kin(1, 0), kin(5, 1), kin(5, 0), kin(2, 0)], [1, 1, 2, 3]);
        assert_eq!([kin(0, 1), kin(3, 0), kin(1, 4), kin(4, 0)], [4, 5, 6, 0]);
        let other = vec![4, 5, 1, 2, 3];
        assert!(akin(&[TREE.to_vec(), other.clone()], 4, 0) && akin(&[other, TREE.to_vec()], 4, 0));
        assert!(!akin(&[TREE.to_vec(), TREE.to_vec()], 4, 0));
    }
}
