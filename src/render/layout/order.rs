//! The order of the cells within their ranks: few crossings.
//!
//! Sweeps down and up put each cell at the median of its neighbours, then neighbours change places as long as that
//! helps (Gansner et al. 1993, section 3), from several first orders. The best order seen is kept. All of it is capped.

use super::net::Net;
use std::collections::VecDeque;

/// Sweeps at most; after [`PATIENCE`] of them without gain it stops.
const SWEEPS: usize = 24;
const PATIENCE: usize = 5;
/// Above this number of pieces the exchange of neighbours costs more time than it is worth.
const EXCHANGES_UP_TO: usize = 12_000;
/// So many first orders at most, fewer the more pieces there are: together they sweep over so many.
const STARTS: usize = 12;
const STARTED: usize = 20_000;

/// Orders the cells of every rank; gives the number of crossings.
pub(super) fn order(net: &mut Net) -> usize {
    let pieces: usize = net.below.iter().map(Vec::len).sum();
    let starts = (STARTED / pieces.max(1)).clamp(1, STARTS);
    let mut best = (usize::MAX, Vec::new());
    for number in 0..starts {
        start(net, number);
        let found = sweep(net, pieces);
        if found.0 < best.0 {
            best = found;
        }
        if best.0 == 0 {
            break;
        }
    }
    net.ranks = best.1;
    for rank in 0..net.ranks.len() {
        net.renumber(rank);
    }
    best.0
}

/// Sweeps and exchanges from the order at hand; gives the fewest crossings and their order.
fn sweep(net: &mut Net, pieces: usize) -> (usize, Vec<Vec<usize>>) {
    let mut best = net.ranks.clone();
    let mut fewest = crossings(net);
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        if fewest == 0 || idle == PATIENCE {
            break;
        }
        let downwards = sweep % 2 == 0;
        medians(net, downwards, sweep % 4 >= 2);
        if pieces <= EXCHANGES_UP_TO {
            exchange(net);
        }
        let now = crossings(net);
        if now < fewest {
            fewest = now;
            best.clone_from(&net.ranks);
            idle = 0;
        } else {
            idle += 1;
        }
    }
    (fewest, best)
}

/// A first order: cells as a walk through the network meets them, so that what is joined starts together. The walks
/// begin at the top, at the bottom, or here and there, and go deep or wide.
fn start(net: &mut Net, number: usize) {
    let wide = number % 4 >= 2;
    let mut seen = vec![false; net.cells.len()];
    let mut roots: Vec<_> = (0..net.boxes).collect();
    roots.sort_by_key(|&cell| (net.rank[cell], cell));
    if number % 2 == 1 {
        roots.reverse();
    }
    if number >= 4 {
        shuffle(&mut roots, number);
    }
    net.ranks.iter_mut().for_each(Vec::clear);
    for root in roots {
        let mut waiting = VecDeque::from([root]);
        while let Some(cell) = if wide { waiting.pop_front() } else { waiting.pop_back() } {
            if std::mem::replace(&mut seen[cell], true) {
                continue;
            }
            net.position[cell] = net.ranks[net.rank[cell]].len();
            net.ranks[net.rank[cell]].push(cell);
            waiting.extend(net.above[cell].iter().rev().chain(net.below[cell].iter().rev()));
        }
    }
}

/// Mixes by Lehmer's generator, the same on every machine.
fn shuffle(roots: &mut [usize], number: usize) {
    let mut seed = number * 7919 + 1;
    for last in (1..roots.len()).rev() {
        seed = seed * 48_271 % 2_147_483_647;
        roots.swap(last, seed % (last + 1));
    }
}

fn medians(net: &mut Net, downwards: bool, right_first: bool) {
    let count = net.ranks.len();
    for step in 1..count {
        let rank = if downwards { step } else { count - 1 - step };
        let neighbours = if downwards { &net.above } else { &net.below };
        let mut keyed: Vec<(usize, usize)> = Vec::with_capacity(net.ranks[rank].len());
        let mut fixed = Vec::new();
        for (position, &cell) in net.ranks[rank].iter().enumerate() {
            match median(&neighbours[cell], &net.position) {
                Some(median) => keyed.push((median, cell)),
                None => fixed.push((position, cell)),
            }
        }
        if right_first {
            keyed.reverse();
        }
        keyed.sort_by_key(|&(median, _)| median);
        let mut cells: Vec<_> = keyed.into_iter().map(|(_, cell)| cell).collect();
        // What has no neighbour there stays where it was.
        for (position, cell) in fixed {
            cells.insert(position.min(cells.len()), cell);
        }
        net.ranks[rank] = cells;
        net.renumber(rank);
    }
}

/// The median position of the neighbours, weighted towards the denser side, in fixed point.
fn median(neighbours: &[usize], position: &[usize]) -> Option<usize> {
    const UNIT: usize = 256;
    let mut places: Vec<_> = neighbours.iter().map(|&cell| position[cell] * UNIT).collect();
    places.sort_unstable();
    let (&first, &last) = (places.first()?, places.last()?);
    let middle = places.len() / 2;
    if places.len() % 2 == 1 {
        return Some(places[middle]);
    }
    if places.len() == 2 {
        return Some(usize::midpoint(first, last));
    }
    let (left, right) = (places[middle - 1] - first, last - places[middle]);
    if left + right == 0 {
        return Some(usize::midpoint(places[middle - 1], places[middle]));
    }
    Some((places[middle - 1] * right + places[middle] * left) / (left + right))
}

/// Exchanges neighbours as long as that lowers the number of crossings, a few rounds at most.
fn exchange(net: &mut Net) {
    let places = |net: &Net, side: &[Vec<usize>], cell: usize| {
        let mut places: Vec<_> = side[cell].iter().map(|&other| net.position[other]).collect();
        places.sort_unstable();
        places
    };
    for _ in 0..6 {
        let mut gained = false;
        for rank in 0..net.ranks.len() {
            for left in 1..net.ranks[rank].len() {
                let (one, two) = (net.ranks[rank][left - 1], net.ranks[rank][left]);
                let (one_above, two_above) = (places(net, &net.above, one), places(net, &net.above, two));
                let (one_below, two_below) = (places(net, &net.below, one), places(net, &net.below, two));
                let now = inverted(&one_above, &two_above) + inverted(&one_below, &two_below);
                let then = inverted(&two_above, &one_above) + inverted(&two_below, &one_below);
                if then < now {
                    net.ranks[rank].swap(left - 1, left);
                    net.position.swap(one, two);
                    gained = true;
                }
            }
        }
        if !gained {
            break;
        }
    }
}

/// Pairs in which a place of the left cell lies to the right of one of the right cell; both lists are sorted.
fn inverted(left: &[usize], right: &[usize]) -> usize {
    let mut smaller = 0;
    let mut count = 0;
    for place in left {
        while right.get(smaller).is_some_and(|other| other < place) {
            smaller += 1;
        }
        count += smaller;
    }
    count
}

/// Crossings between all neighbouring ranks.
fn crossings(net: &Net) -> usize {
    (1..net.ranks.len()).map(|rank| crossings_above(net, rank)).sum()
}

fn crossings_above(net: &Net, rank: usize) -> usize {
    let mut sums = vec![0; net.ranks[rank - 1].len() + 1];
    let mut seen = 0;
    let mut count = 0;
    for &cell in &net.ranks[rank] {
        let places: Vec<_> = net.above[cell].iter().map(|&other| net.position[other]).collect();
        for &place in &places {
            count += seen - prefix(&sums, place);
        }
        for &place in &places {
            add(&mut sums, place);
            seen += 1;
        }
    }
    count
}

/// How many were added at places up to and including `place` (a Fenwick tree).
fn prefix(sums: &[usize], place: usize) -> usize {
    let mut index = place + 1;
    let mut sum = 0;
    while index > 0 {
        sum += sums[index];
        index &= index - 1;
    }
    sum
}

fn add(sums: &mut [usize], place: usize) {
    let mut index = place + 1;
    while index < sums.len() {
        sums[index] += 1;
        index += index & index.wrapping_neg();
    }
}
