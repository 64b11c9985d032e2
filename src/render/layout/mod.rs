//! A layered layout: boxes in ranks, links between them as curves that avoid every box.
//!
//! The steps are those of Sugiyama, Tagawa and Toda (1981): `acyclic` turns links round until no cycle is left (the
//! greedy feedback arc set of Eades, Lin and Smyth 1993), `rank` gives every box a rank (network simplex, Gansner,
//! Koutsofios, North and Vo 1993), `net` cuts long links into short ones, `order` lowers the number of crossings
//! (median sweeps with exchanges, the same paper; counted as in Barth, Juenger and Mutzel 2002), `place` gives
//! coordinates (Brandes and Koepf 2001, made shorter by network simplex), and `route` draws. Every step is deterministic; what is shuffled is
//! shuffled the same way on every machine.
//!
//! Inside, ranks always run downwards: "across" is the direction within a rank, "along" the one from rank to rank.
//! [`Direction`] turns the finished drawing.

mod acyclic;
mod geometry;
mod net;
mod order;
mod pack;
mod place;
mod rank;
mod route;

pub use geometry::{Point, Size, float};

use net::Net;

/// What is to be laid out.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Sizes of the boxes, labels included.
    pub boxes: Vec<Size>,
    /// Links between boxes, as indices into `boxes`. Parallel links, opposite links and loops are all drawn.
    pub links: Vec<Link>,
}

/// A link from one box to another.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The box that it leaves.
    pub from: usize,
    /// The box that it enters.
    pub to: usize,
    /// Room wanted for its label, which is kept free of boxes, other labels and other links.
    pub label: Option<Size>,
    /// How much it matters that the link is short; at least 1.
    pub weight: u32,
}

/// Which way ranks run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The first rank is at the top.
    Down,
    /// The first rank is at the left.
    Right,
}

/// Distances and proportions.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Which way ranks run.
    pub direction: Direction,
    /// Least distance between neighbours in a rank.
    pub gap: f64,
    /// Least distance between ranks.
    pub rank_gap: f64,
    /// Wanted width divided by height, for packing what is not connected.
    pub aspect: f64,
}

/// Where everything is; the drawing begins at the origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Of the whole drawing.
    pub size: Size,
    /// Centres of the boxes.
    pub boxes: Vec<Point>,
    /// The course of each link, in the direction of the link.
    pub links: Vec<Route>,
}

/// The course of a link: cubic Bézier curves, one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// On the border of the box that it leaves.
    pub start: Point,
    /// Two control points and the end of each curve.
    pub curves: Vec<[Point; 3]>,
    /// Centre of the label, where one was wanted.
    pub label: Option<Point>,
}

impl Route {
    /// Where it arrives.
    pub fn end(&self) -> Point {
        self.curves.last().map_or(self.start, |curve| curve[2])
    }
}

/// Lays everything out. Links that name a box that is not there are left without a course.
pub fn lay_out(input: &Input, options: &Options) -> Layout {
    let turned = turn_input(input, options.direction);
    let parts: Vec<_> = pack::components(&turned)
        .into_iter()
        .map(|part| {
            let layout = lay_out_connected(&part.input, options);
            let layout = if options.direction == Direction::Right { turn(layout) } else { layout };
            (part, layout)
        })
        .collect();
    pack::pack(input, &parts, options.aspect, options.gap.max(options.rank_gap))
}

/// Up to so many boxes several ways to break cycles are tried.
const TRIED_UP_TO: usize = 120;

fn lay_out_connected(input: &Input, options: &Options) -> Layout {
    let boxes = input.boxes.len();
    let mut tried = vec![acyclic::reversed(boxes, &input.links)];
    if (3..=TRIED_UP_TO).contains(&boxes) {
        tried.extend([false, true].map(|fewest_first| acyclic::reversed_by_walk(boxes, &input.links, fewest_first)));
        tried.dedup();
    }
    let nets = tried.iter().map(|reversed| {
        let ranks = rank::ranks(boxes, &rank::edges(&input.links, reversed));
        let mut net = Net::new(input, reversed, &ranks);
        let crossings = order::order(&mut net);
        let pieces: usize = net.below.iter().map(Vec::len).sum();
        // Few crossings are not worth any length of lines.
        ((crossings + 1) * pieces, net)
    });
    let Some((_, net)) = nets.min_by_key(|(strain, _)| *strain) else { return Layout::default() };
    let across = place::place(&net, options.gap);
    route::draw(input, &net, &across, options.rank_gap)
}

fn turn_input(input: &Input, direction: Direction) -> Input {
    let count = input.boxes.len();
    let flip = |size: Size| if direction == Direction::Right { size.turned() } else { size };
    Input {
        boxes: input.boxes.iter().map(|&size| flip(size)).collect(),
        links: input
            .links
            .iter()
            .map(|link| {
                let known = link.from < count && link.to < count;
                let (from, to) = if known { (link.from, link.to) } else { (usize::MAX, usize::MAX) };
                Link { from, to, label: link.label.map(flip), weight: link.weight.max(1) }
            })
            .collect(),
    }
}

fn turn(layout: Layout) -> Layout {
    Layout {
        size: layout.size.turned(),
        boxes: layout.boxes.into_iter().map(Point::turned).collect(),
        links: layout
            .links
            .into_iter()
            .map(|route| Route {
                start: route.start.turned(),
                curves: route.curves.into_iter().map(|curve| curve.map(Point::turned)).collect(),
                label: route.label.map(Point::turned),
            })
            .collect(),
    }
}

#[cfg(test)]
pub(super) mod tests;
