//! Coordinates across the ranks (Brandes and Köpf 2001), with cells of different widths.
//!
//! Four drawings, each pushed into one corner, put joined cells in one line where they can; the middle of the four is
//! taken, which keeps every distance that all of them keep. Widths are honoured by compacting blocks as a graph of
//! least distances, so the faults of the paper's own compaction (Brandes, Walter and Zink 2020) do not arise.
//!
//! Small drawings are then shortened: the network simplex finds the places of least length in sum, where pieces of long
//! links count most, so that they stay straight (Gansner et al. 1993, section 4.2).

use super::net::Net;
use super::rank::{Edge, shortest};
use std::collections::HashSet;

/// With more pieces than this the drawing stays as Brandes and Köpf give it.
const SHORTENED_UP_TO: usize = 2_500;
/// Parts of a pixel that the simplex counts in.
const PARTS: f64 = 4.0;

/// The centre of each cell across its rank.
pub(super) fn place(net: &Net, gap: f64) -> Vec<f64> {
    let conflicts = conflicts(net);
    let mut drawings: Vec<Vec<f64>> = Vec::with_capacity(4);
    for downwards in [true, false] {
        for leftwards in [true, false] {
            let view = View { net, downwards, leftwards };
            let root = view.align(&conflicts);
            drawings.push(view.compact(&root, gap));
        }
    }
    line_up(net, &mut drawings);
    let middle = |cell: usize| {
        let mut values = [drawings[0][cell], drawings[1][cell], drawings[2][cell], drawings[3][cell]];
        values.sort_by(f64::total_cmp);
        f64::midpoint(values[1], values[2])
    };
    let places: Vec<f64> = (0..net.cells.len()).map(middle).collect();
    let pieces: usize = net.below.iter().map(Vec::len).sum();
    if pieces <= SHORTENED_UP_TO { shortened(net, gap, &places) } else { places }
}

/// The same order with pieces that are shorter in sum. Each piece hangs from a point of its own that lies before both
/// of its ends, so that the way to the two ends is least where the ends are nearest to each other.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a drawing is far smaller")]
fn shortened(net: &Net, gap: f64, places: &[f64]) -> Vec<f64> {
    let mut at: Vec<i64> = places.iter().map(|place| (place * PARTS).round() as i64).collect();
    let mut edges = Vec::new();
    for cells in &net.ranks {
        for pair in cells.windows(2) {
            let (tail, head) = (pair[0], pair[1]);
            let length = (distance(net, tail, head, gap) * PARTS).ceil() as i64;
            at[head] = at[head].max(at[tail] + length);
            edges.push(Edge { tail, head, weight: 0, length });
        }
    }
    for upper in 0..net.cells.len() {
        for &lower in &net.below[upper] {
            let weight = if net.is_bend(upper) && net.is_bend(lower) { 4 } else { 2 };
            let tail = at.len();
            at.push(at[upper].min(at[lower]));
            edges.extend([upper, lower].map(|head| Edge { tail, head, weight, length: 0 }));
        }
    }
    shortest(at, &edges).into_iter().take(net.cells.len()).map(|place| place as f64 / PARTS).collect()
}

/// Pieces (upper, lower) that cross an inner piece of a long link: the long link is to stay straight.
fn conflicts(net: &Net) -> HashSet<(usize, usize)> {
    let mut found = HashSet::new();
    for rank in 1..net.ranks.len() {
        let cells = &net.ranks[rank];
        let mut left = 0;
        let mut scanned = 0;
        for (position, &cell) in cells.iter().enumerate() {
            let inner = inner_above(net, cell);
            let last = position + 1 == cells.len();
            if inner.is_none() && !last {
                continue;
            }
            let right = inner.map_or(net.ranks[rank - 1].len(), |upper| net.position[upper]);
            for &lower in &cells[scanned..=position] {
                for &upper in &net.above[lower] {
                    let place = net.position[upper];
                    let is_inner = net.is_bend(lower) && net.is_bend(upper);
                    if (place < left || place > right) && !is_inner {
                        found.insert((upper, lower));
                    }
                }
            }
            scanned = position + 1;
            left = right;
        }
    }
    found
}

fn inner_above(net: &Net, cell: usize) -> Option<usize> {
    if !net.is_bend(cell) {
        return None;
    }
    net.above[cell].iter().copied().find(|&upper| net.is_bend(upper))
}

/// The network as seen from one of the four corners.
struct View<'a> {
    net: &'a Net,
    downwards: bool,
    leftwards: bool,
}

impl View<'_> {
    fn ranks(&self) -> impl Iterator<Item = Vec<usize>> + '_ {
        let count = self.net.ranks.len();
        (0..count).map(move |step| {
            let rank = if self.downwards { step } else { count - 1 - step };
            let cells = self.net.ranks[rank].iter().copied();
            if self.leftwards { cells.collect() } else { cells.rev().collect() }
        })
    }

    fn position(&self, cell: usize) -> usize {
        let position = self.net.position[cell];
        if self.leftwards { position } else { self.net.ranks[self.net.rank[cell]].len() - 1 - position }
    }

    /// Joins each cell to the median of its neighbours in the rank before; gives the first cell of each line.
    fn align(&self, conflicts: &HashSet<(usize, usize)>) -> Vec<usize> {
        let count = self.net.cells.len();
        let mut root: Vec<usize> = (0..count).collect();
        let mut taken = vec![false; count];
        for cells in self.ranks() {
            let mut free_from = 0;
            for cell in cells {
                let neighbours = if self.downwards { &self.net.above[cell] } else { &self.net.below[cell] };
                let mut sorted: Vec<_> = neighbours.iter().map(|&other| (self.position(other), other)).collect();
                sorted.sort_unstable();
                sorted.dedup();
                if sorted.is_empty() {
                    continue;
                }
                let middle = (sorted.len() - 1) / 2;
                for &(position, other) in &sorted[middle..=sorted.len() / 2] {
                    let piece = if self.downwards { (other, cell) } else { (cell, other) };
                    if root[cell] == cell && free_from <= position && !taken[other] && !conflicts.contains(&piece) {
                        taken[other] = true;
                        root[cell] = root[other];
                        free_from = position + 1;
                    }
                }
            }
        }
        root
    }

    /// Moves every line as far to the side as the distances allow, then back where there is room.
    fn compact(&self, root: &[usize], gap: f64) -> Vec<f64> {
        let count = self.net.cells.len();
        let mut right_of: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
        let mut waiting = vec![0_usize; count];
        for cells in self.ranks() {
            for pair in cells.windows(2) {
                let (one, two) = (root[pair[0]], root[pair[1]]);
                let distance = distance(self.net, pair[0], pair[1], gap);
                right_of[one].push((two, distance));
                waiting[two] += 1;
            }
        }
        let mut order: Vec<usize> = (0..count).filter(|&cell| root[cell] == cell && waiting[cell] == 0).collect();
        let mut at = vec![0.0_f64; count];
        let mut next = 0;
        while let Some(&block) = order.get(next) {
            next += 1;
            for &(other, distance) in &right_of[block] {
                at[other] = at[other].max(at[block] + distance);
                waiting[other] -= 1;
                if waiting[other] == 0 {
                    order.push(other);
                }
            }
        }
        for &block in order.iter().rev() {
            let room = right_of[block].iter().map(|&(other, distance)| at[other] - distance).fold(f64::MAX, f64::min);
            if room < f64::MAX {
                at[block] = at[block].max(room);
            }
        }
        let sign = if self.leftwards { 1.0 } else { -1.0 };
        (0..count).map(|cell| sign * at[root[cell]]).collect()
    }
}

/// Least distance between the centres of two neighbours in a rank.
fn distance(net: &Net, one: usize, two: usize, gap: f64) -> f64 {
    let widths = f64::midpoint(net.cells[one].width, net.cells[two].width);
    let bends = usize::from(net.is_bend(one)) + usize::from(net.is_bend(two));
    // Lines without labels may run closer together than boxes.
    widths + gap * [1.0, 0.75, 0.5][bends]
}

/// Moves the four drawings over the narrowest one: those pushed left by their left side, the others by their right.
fn line_up(net: &Net, drawings: &mut [Vec<f64>]) {
    let extent = |drawing: &[f64]| {
        let halves = net.cells.iter().map(|cell| cell.width / 2.0);
        drawing
            .iter()
            .zip(halves)
            .fold((f64::MAX, f64::MIN), |(low, high), (at, half)| (low.min(at - half), high.max(at + half)))
    };
    let extents: Vec<_> = drawings.iter().map(|drawing| extent(drawing)).collect();
    let width = |&(low, high): &(f64, f64)| high - low;
    let Some(narrowest) = extents.iter().min_by(|one, two| width(one).total_cmp(&width(two))).copied() else {
        return;
    };
    for (index, (drawing, (low, high))) in drawings.iter_mut().zip(extents).enumerate() {
        let shift = if index % 2 == 0 { narrowest.0 - low } else { narrowest.1 - high };
        for at in drawing.iter_mut() {
            *at += shift;
        }
    }
}
