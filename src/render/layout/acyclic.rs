//! Which links to turn round so that no cycle is left.
//!
//! Boxes are put in a row greedily (Eades, Lin and Smyth 1993): those with nothing left to enter go to the end, those
//! that nothing enters to the beginning, and otherwise the one whose leaving links outweigh its entering ones the most.
//! What then points backwards is turned round. Few turned links do not always make few crossings, so a small drawing may
//! also try what walks in depth turn round.

use super::Link;
use std::collections::BTreeSet;

/// For each link, whether it is to be turned round. Loops are not.
pub(super) fn reversed(boxes: usize, links: &[Link]) -> Vec<bool> {
    let place = row(boxes, links);
    links.iter().map(|link| place[link.from] > place[link.to]).collect()
}

/// The same by a walk in depth: links that lead back to a box from which it is still under way. It begins at the boxes
/// that more links leave than enter, and may try the boxes with the fewest leaving links first.
pub(super) fn reversed_by_walk(boxes: usize, links: &[Link], fewest_first: bool) -> Vec<bool> {
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); boxes];
    let mut surplus = vec![0_i64; boxes];
    for (index, link) in links.iter().enumerate().filter(|(_, link)| link.from != link.to) {
        leaving[link.from].push(index);
        surplus[link.from] -= 1;
        surplus[link.to] += 1;
    }
    if fewest_first {
        let count: Vec<usize> = leaving.iter().map(Vec::len).collect();
        for of_box in &mut leaving {
            of_box.sort_by_key(|&index| (count[links[index].to], index));
        }
    }
    let mut roots: Vec<usize> = (0..boxes).collect();
    roots.sort_by_key(|&root| (surplus[root], root));
    let mut reversed = vec![false; links.len()];
    let mut seen = vec![false; boxes];
    let mut under_way = vec![false; boxes];
    for root in roots {
        let mut stack = vec![(root, 0)];
        while let Some((current, next)) = stack.pop() {
            if next == 0 && std::mem::replace(&mut seen[current], true) {
                continue;
            }
            under_way[current] = true;
            let Some(&index) = leaving[current].get(next) else {
                under_way[current] = false;
                continue;
            };
            stack.push((current, next + 1));
            let to = links[index].to;
            if under_way[to] {
                reversed[index] = true;
            } else if !seen[to] {
                stack.push((to, 0));
            }
        }
    }
    reversed
}

/// The position of each box in the row.
fn row(boxes: usize, links: &[Link]) -> Vec<usize> {
    let mut board = Board::new(boxes, links);
    let mut front = Vec::with_capacity(boxes);
    let mut back = Vec::new();
    loop {
        if let Some(sink) = board.sinks.pop_first() {
            board.take(sink);
            back.push(sink);
        } else if let Some(source) = board.sources.pop_first() {
            board.take(source);
            front.push(source);
        } else if let Some((_, next)) = board.surplus.first().copied() {
            board.take(next);
            front.push(next);
        } else {
            break;
        }
    }
    let mut place = vec![0; boxes];
    for (position, &index) in front.iter().chain(back.iter().rev()).enumerate() {
        place[index] = position;
    }
    place
}

/// What is not yet in the row, sorted by what is left to do with it.
struct Board {
    leaving: Vec<Vec<(usize, i64)>>,
    entering: Vec<Vec<(usize, i64)>>,
    out: Vec<i64>,
    into: Vec<i64>,
    placed: Vec<bool>,
    sinks: BTreeSet<usize>,
    sources: BTreeSet<usize>,
    /// Entering minus leaving weight, so that the first is the one to take.
    surplus: BTreeSet<(i64, usize)>,
}

impl Board {
    fn new(boxes: usize, links: &[Link]) -> Self {
        let mut board = Self {
            leaving: vec![Vec::new(); boxes],
            entering: vec![Vec::new(); boxes],
            out: vec![0; boxes],
            into: vec![0; boxes],
            placed: vec![false; boxes],
            sinks: BTreeSet::new(),
            sources: BTreeSet::new(),
            surplus: BTreeSet::new(),
        };
        for link in links.iter().filter(|link| link.from != link.to) {
            let weight = i64::from(link.weight);
            board.leaving[link.from].push((link.to, weight));
            board.entering[link.to].push((link.from, weight));
            board.out[link.from] += weight;
            board.into[link.to] += weight;
        }
        for index in 0..boxes {
            board.file(index);
        }
        board
    }

    fn file(&mut self, index: usize) {
        if self.out[index] == 0 {
            self.sinks.insert(index);
        } else if self.into[index] == 0 {
            self.sources.insert(index);
        } else {
            self.surplus.insert((self.into[index] - self.out[index], index));
        }
    }

    fn unfile(&mut self, index: usize) {
        self.sinks.remove(&index);
        self.sources.remove(&index);
        self.surplus.remove(&(self.into[index] - self.out[index], index));
    }

    fn take(&mut self, index: usize) {
        self.unfile(index);
        self.placed[index] = true;
        for (other, weight) in std::mem::take(&mut self.leaving[index]) {
            if !self.placed[other] {
                self.unfile(other);
                self.into[other] -= weight;
                self.file(other);
            }
        }
        for (other, weight) in std::mem::take(&mut self.entering[index]) {
            if !self.placed[other] {
                self.unfile(other);
                self.out[other] -= weight;
                self.file(other);
            }
        }
    }
}
