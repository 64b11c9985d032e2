//! The rank of each box: network simplex (Gansner, Koutsofios, North and Vo 1993, section 2).
//!
//! Among all rankings in which every link runs downwards it finds one whose links are shortest in sum, by exchanging
//! edges of a spanning tree of tight edges. The number of exchanges is capped; the ranking is valid at every moment.
//! With lengths in pixels instead of ranks the same finds where boxes stand within their rank.

use super::Link;
use std::collections::BTreeMap;

/// An edge that runs downwards by at least its length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) tail: usize,
    pub(super) head: usize,
    pub(super) weight: i64,
    pub(super) length: i64,
}

/// The links as edges without loops and cycles, parallel ones made one.
pub(super) fn edges(links: &[Link], reversed: &[bool]) -> Vec<Edge> {
    let mut weights = BTreeMap::new();
    for (link, &reversed) in links.iter().zip(reversed) {
        if link.from != link.to {
            let ends = if reversed { (link.to, link.from) } else { (link.from, link.to) };
            *weights.entry(ends).or_insert(0) += i64::from(link.weight);
        }
    }
    weights.into_iter().map(|((tail, head), weight)| Edge { tail, head, weight, length: 1 }).collect()
}

/// The rank of each box, from 0; the edges must be connected and without cycles.
pub(super) fn ranks(boxes: usize, edges: &[Edge]) -> Vec<usize> {
    let mut simplex = Simplex::new(boxes, edges);
    simplex.rank = longest_path(edges, &simplex.at);
    simplex.solve();
    simplex.normalised()
}

/// The places at which the edges are shortest in sum, from places that the edges allow.
pub(super) fn shortest(places: Vec<i64>, edges: &[Edge]) -> Vec<i64> {
    let mut simplex = Simplex::new(places.len(), edges);
    simplex.rank = places;
    simplex.solve();
    simplex.rank
}

struct Simplex<'a> {
    edges: &'a [Edge],
    /// Edges at each box.
    at: Vec<Vec<usize>>,
    rank: Vec<i64>,
    in_tree: Vec<bool>,
    /// Edges of the tree at each box.
    tree: Vec<Vec<usize>>,
    /// Edge to the parent; none for the root.
    parent: Vec<Option<usize>>,
    /// Numbers in post-order, and the lowest number below each box: a box lies under another if its number is between.
    low: Vec<usize>,
    lim: Vec<usize>,
    cut: Vec<i64>,
    /// Where the search for the next edge to leave goes on.
    next: usize,
}

impl<'a> Simplex<'a> {
    fn new(boxes: usize, edges: &'a [Edge]) -> Self {
        let mut at = vec![Vec::new(); boxes];
        for (index, edge) in edges.iter().enumerate() {
            at[edge.tail].push(index);
            at[edge.head].push(index);
        }
        Self {
            edges,
            rank: vec![0; boxes],
            at,
            in_tree: vec![false; edges.len()],
            tree: vec![Vec::new(); boxes],
            parent: vec![None; boxes],
            low: vec![0; boxes],
            lim: vec![0; boxes],
            cut: vec![0; edges.len()],
            next: 0,
        }
    }

    fn solve(&mut self) {
        self.span();
        self.number_all();
        self.cut_all();
        for _ in 0..(self.rank.len() * 8).min(20_000) {
            let Some(leaving) = self.leaving() else { break };
            let Some(entering) = self.entering(leaving) else { break };
            self.exchange(leaving, entering);
        }
    }

    fn slack(&self, edge: usize) -> i64 {
        let Edge { tail, head, length, .. } = self.edges[edge];
        self.rank[head] - self.rank[tail] - length
    }

    fn other(&self, edge: usize, at: usize) -> usize {
        let Edge { tail, head, .. } = self.edges[edge];
        if at == tail { head } else { tail }
    }

    /// Makes a spanning tree of tight edges, moving what is spanned already whenever no tight edge leads on.
    fn span(&mut self) {
        let boxes = self.at.len();
        let mut reached = vec![false; boxes];
        let mut members = Vec::with_capacity(boxes);
        let mut stack = Vec::new();
        if boxes > 0 {
            reached[0] = true;
            stack.push(0);
        }
        loop {
            while let Some(current) = stack.pop() {
                members.push(current);
                for position in 0..self.at[current].len() {
                    let edge = self.at[current][position];
                    let other = self.other(edge, current);
                    if !reached[other] && self.slack(edge) == 0 {
                        reached[other] = true;
                        self.add_to_tree(edge);
                        stack.push(other);
                    }
                }
            }
            let crossing = |edge: &usize| reached[self.edges[*edge].tail] != reached[self.edges[*edge].head];
            let Some(nearest) = (0..self.edges.len()).filter(crossing).min_by_key(|&edge| self.slack(edge)) else {
                return;
            };
            let by = if reached[self.edges[nearest].tail] { self.slack(nearest) } else { -self.slack(nearest) };
            for &member in &members {
                self.rank[member] += by;
            }
            // Everything spanned has moved, so any of it may now touch something new.
            stack.append(&mut members);
        }
    }

    fn add_to_tree(&mut self, edge: usize) {
        self.in_tree[edge] = true;
        self.tree[self.edges[edge].tail].push(edge);
        self.tree[self.edges[edge].head].push(edge);
    }

    fn number_all(&mut self) {
        if !self.at.is_empty() {
            self.number(0, None, 1);
        }
    }

    /// Numbers the part of the tree under `root` in post-order from `first`.
    fn number(&mut self, root: usize, parent: Option<usize>, first: usize) {
        let mut number = first;
        self.parent[root] = parent;
        self.low[root] = number;
        let mut stack = vec![(root, 0)];
        while let Some((current, position)) = stack.pop() {
            if let Some(&edge) = self.tree[current].get(position) {
                stack.push((current, position + 1));
                if Some(edge) != self.parent[current] {
                    let child = self.other(edge, current);
                    self.parent[child] = Some(edge);
                    self.low[child] = number;
                    stack.push((child, 0));
                }
            } else {
                self.lim[current] = number;
                number += 1;
            }
        }
    }

    fn is_under(&self, below: usize, above: usize) -> bool {
        self.low[above] <= self.lim[below] && self.lim[below] <= self.lim[above]
    }

    /// Cut values of all edges of the tree, leaves first.
    fn cut_all(&mut self) {
        let mut boxes: Vec<_> = (0..self.at.len()).collect();
        boxes.sort_by_key(|&index| self.lim[index]);
        for child in boxes {
            let Some(edge) = self.parent[child] else { continue };
            let child_is_tail = self.edges[edge].tail == child;
            let mut cut = self.edges[edge].weight;
            for &other in self.at[child].iter().filter(|&&other| other != edge) {
                let same_way = (self.edges[other].tail == child) == child_is_tail;
                let beyond = if self.in_tree[other] { self.cut[other] } else { 0 };
                let share = self.edges[other].weight - beyond;
                cut += if same_way { share } else { -share };
            }
            self.cut[edge] = cut;
        }
    }

    /// The next edge of the tree whose cut value is negative.
    fn leaving(&mut self) -> Option<usize> {
        let count = self.edges.len();
        let found =
            (0..count).map(|step| (self.next + step) % count).find(|&edge| self.in_tree[edge] && self.cut[edge] < 0)?;
        self.next = found;
        Some(found)
    }

    /// The tightest edge that joins the two halves again in the other direction.
    fn entering(&self, leaving: usize) -> Option<usize> {
        let Edge { tail, head, .. } = self.edges[leaving];
        let tail_is_child = self.lim[tail] < self.lim[head];
        let child = if tail_is_child { tail } else { head };
        let in_head_half = |index: usize| self.is_under(index, child) != tail_is_child;
        (0..self.edges.len())
            .filter(|&edge| in_head_half(self.edges[edge].tail) && !in_head_half(self.edges[edge].head))
            .min_by_key(|&edge| self.slack(edge))
    }

    fn exchange(&mut self, leaving: usize, entering: usize) {
        let slack = self.slack(entering);
        if slack > 0 {
            let Edge { tail, head, .. } = self.edges[leaving];
            let (child, by) = if self.lim[tail] < self.lim[head] { (tail, -slack) } else { (head, slack) };
            for index in 0..self.rank.len() {
                if self.is_under(index, child) {
                    self.rank[index] += by;
                }
            }
        }
        let cut = self.cut[leaving];
        let Edge { tail, head, .. } = self.edges[entering];
        let top = self.climb(tail, head, cut, true);
        self.climb(head, tail, cut, false);
        self.cut[entering] = -cut;
        self.cut[leaving] = 0;
        self.in_tree[leaving] = false;
        for end in [self.edges[leaving].tail, self.edges[leaving].head] {
            self.tree[end].retain(|&edge| edge != leaving);
        }
        self.add_to_tree(entering);
        self.number(top, self.parent[top], self.low[top]);
    }

    /// Changes the cut values from `from` up to the first box above `until`, which it returns.
    fn climb(&mut self, from: usize, until: usize, cut: i64, upwards: bool) -> usize {
        let mut current = from;
        while !self.is_under(until, current) {
            let Some(edge) = self.parent[current] else { break };
            let adds = (self.edges[edge].tail == current) == upwards;
            self.cut[edge] += if adds { cut } else { -cut };
            current = self.other(edge, current);
        }
        current
    }

    fn normalised(&self) -> Vec<usize> {
        let first = self.rank.iter().min().copied().unwrap_or_default();
        self.rank.iter().map(|rank| usize::try_from(rank - first).unwrap_or_default()).collect()
    }
}

/// Every box as high as its edges allow.
fn longest_path(edges: &[Edge], at: &[Vec<usize>]) -> Vec<i64> {
    let mut waiting = vec![0; at.len()];
    for edge in edges {
        waiting[edge.head] += 1;
    }
    let mut ready: Vec<_> = (0..at.len()).filter(|&index| waiting[index] == 0).collect();
    let mut rank = vec![0; at.len()];
    while let Some(current) = ready.pop() {
        for edge in at[current].iter().map(|&edge| edges[edge]).filter(|edge| edge.tail == current) {
            rank[edge.head] = rank[edge.head].max(rank[current] + edge.length);
            waiting[edge.head] -= 1;
            if waiting[edge.head] == 0 {
                ready.push(edge.head);
            }
        }
    }
    rank
}
