//! The courses of the links.
//!
//! Within a rank a link runs straight along, in the lane that its bend holds; it swings from lane to lane only in the
//! gaps between ranks, where no box stands. So no link can touch a box that is not its own.

use super::net::{Chain, LOOP, Net, loops};
use super::{Input, Layout, Point, Route, Size, float};

/// Least distance between two links at the side of a box, where the side is long enough.
const PORT: f64 = 11.0;
/// What a side keeps free at its corners.
const CORNER: f64 = 9.0;
/// How much a gap grows with the width of the widest swing in it; the most that it grows, alone and for each wide swing.
const SLOPE: f64 = 0.12;
const GROWTH: f64 = 24.0;
const GROWTH_EACH: f64 = 2.0;
const MOST_GROWTH: f64 = 120.0;
/// A swing so wide runs side by side with others for a while.
const WIDE: f64 = 60.0;

/// Draws one connected part.
pub(super) fn draw(input: &Input, net: &Net, across: &[f64], rank_gap: f64) -> Layout {
    let ports = Ports::new(input, net, across);
    let bands = bands(net, &ports, across, rank_gap);
    let mut layout = Layout {
        size: Size::default(),
        boxes: (0..net.boxes).map(|cell| Point::new(across[cell], bands[net.rank[cell]].middle())).collect(),
        links: Vec::with_capacity(net.chains.len()),
    };
    let mut used: Vec<f64> = loops(input).iter().map(|room| -room.height / 2.0).collect();
    for (index, chain) in net.chains.iter().enumerate() {
        let link = input.links[index];
        if chain.cells.is_empty() {
            let room = link.label.unwrap_or_default().height.max(LOOP);
            let slot = used[link.from] + room / 2.0;
            used[link.from] += room;
            layout.links.push(draw_loop(layout.boxes[link.from], input.boxes[link.from], slot, link.label));
        } else {
            layout.links.push(draw_link(input, chain, &ports.at[index], &bands, (net, across)));
        }
    }
    to_origin(input, &mut layout);
    layout
}

/// The stretch that a rank takes along the drawing.
#[derive(Clone, Copy, Debug, Default)]
struct Band {
    top: f64,
    bottom: f64,
}

impl Band {
    fn middle(self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

fn bands(net: &Net, ports: &Ports, across: &[f64], rank_gap: f64) -> Vec<Band> {
    let mut swings = vec![(0.0_f64, GROWTH); net.ranks.len()];
    for (chain, &(first, last)) in net.chains.iter().zip(&ports.at) {
        let end = chain.cells.len().saturating_sub(1);
        let at = |step: usize| match step {
            0 => first,
            _ if step == end => last,
            _ => across[chain.cells[step]],
        };
        for step in 1..chain.cells.len() {
            let rank = net.rank[chain.cells[step]];
            let swing = (at(step) - at(step - 1)).abs();
            let (widest, most) = &mut swings[rank];
            *widest = widest.max(swing);
            *most += if swing > WIDE { GROWTH_EACH } else { 0.0 };
        }
    }
    let mut bottom = 0.0;
    net.ranks
        .iter()
        .zip(swings)
        .enumerate()
        .map(|(rank, (cells, (widest, most)))| {
            let growth = (widest * SLOPE).min(most).min(MOST_GROWTH);
            let gap = if rank == 0 { 0.0 } else { rank_gap / 2.0 + growth };
            let depth = cells.iter().map(|&cell| net.cells[cell].height).fold(0.0, f64::max);
            let top = bottom + gap;
            bottom = top + depth;
            Band { top, bottom }
        })
        .collect()
}

/// Where each link leaves its upper box and enters its lower one, across the drawing.
struct Ports {
    at: Vec<(f64, f64)>,
}

impl Ports {
    fn new(input: &Input, net: &Net, across: &[f64]) -> Self {
        let mut ports = Self { at: vec![(0.0, 0.0); net.chains.len()] };
        let mut upper: Vec<Vec<(f64, usize)>> = vec![Vec::new(); net.boxes];
        let mut lower = upper.clone();
        for (index, chain) in net.chains.iter().enumerate() {
            if let [first, second, .., before, last] = chain.cells[..] {
                lower[first].push((across[second], index));
                upper[last].push((across[before], index));
            } else if let [first, bend, last] = chain.cells[..] {
                lower[first].push((across[bend], index));
                upper[last].push((across[bend], index));
            }
        }
        for cell in 0..net.boxes {
            let reach = (input.boxes[cell].width / 2.0 - CORNER).max(0.0);
            for (index, at) in spread(&mut lower[cell], across[cell], reach) {
                ports.at[index].0 = at;
            }
            for (index, at) in spread(&mut upper[cell], across[cell], reach) {
                ports.at[index].1 = at;
            }
        }
        ports
    }
}

/// Spreads links over one side of a box, each as near to where it wants to go as the others let it.
fn spread(wanted: &mut [(f64, usize)], centre: f64, reach: f64) -> Vec<(usize, f64)> {
    wanted.sort_by(|one, two| one.0.total_cmp(&two.0).then(one.1.cmp(&two.1)));
    let gaps = float(wanted.len().saturating_sub(1)).max(1.0);
    let distance = PORT.min(2.0 * reach / gaps);
    let (low, high) = (centre - reach, centre + reach);
    let mut places: Vec<f64> = wanted.iter().map(|(at, _)| at.clamp(low, high)).collect();
    for index in 1..places.len() {
        places[index] = places[index].max(places[index - 1] + distance);
    }
    let mut limit = high;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - distance;
    }
    wanted.iter().map(|&(_, index)| index).zip(places).collect()
}

fn draw_link(
    input: &Input,
    chain: &Chain,
    &(first, last): &(f64, f64),
    bands: &[Band],
    (net, across): (&Net, &[f64]),
) -> Route {
    let mut pen = Pen::default();
    let end = chain.cells.len() - 1;
    for (step, &cell) in chain.cells.iter().enumerate() {
        let band = bands[net.rank[cell]];
        let half = input.boxes.get(cell).map_or(0.0, |size| size.height / 2.0);
        if step == 0 {
            pen.start(Point::new(first, band.middle() + half));
            pen.straight_to(band.bottom);
        } else if step == end {
            pen.swing_to(Point::new(last, band.top));
            pen.straight_to(band.middle() - half);
        } else {
            pen.swing_to(Point::new(across[cell], band.top));
            pen.straight_to(band.bottom);
        }
    }
    let label = chain.label.map(|cell| Point::new(across[cell], bands[net.rank[cell]].middle()));
    let mut route = Route { start: pen.start, curves: pen.curves, label };
    if chain.reversed {
        route = turned_round(&route);
    }
    route
}

/// Draws one after another, joining what lies in one line.
#[derive(Default)]
struct Pen {
    start: Point,
    at: Point,
    curves: Vec<[Point; 3]>,
}

impl Pen {
    fn start(&mut self, at: Point) {
        self.start = at;
        self.at = at;
    }

    fn straight_to(&mut self, y: f64) {
        self.swing_to(Point::new(self.at.x, y));
    }

    fn swing_to(&mut self, to: Point) {
        let from = self.at;
        if (to.y - from.y).abs() < 1e-6 && (to.x - from.x).abs() < 1e-6 {
            return;
        }
        let straight = |one: Point, two: Point| (one.x - two.x).abs() < 1e-6;
        let middle = f64::midpoint(from.y, to.y);
        let curve = [Point::new(from.x, middle), Point::new(to.x, middle), to];
        let before = self.curves.iter().rev().nth(1).map_or(self.start, |curve| curve[2]);
        match self.curves.last_mut() {
            Some(last) if straight(from, to) && straight(before, from) => {
                let middle = f64::midpoint(before.y, to.y);
                *last = [Point::new(to.x, middle), Point::new(to.x, middle), to];
            }
            _ => self.curves.push(curve),
        }
        self.at = to;
    }
}

fn turned_round(route: &Route) -> Route {
    let starts = std::iter::once(route.start).chain(route.curves.iter().map(|curve| curve[2]));
    let mut curves: Vec<_> = starts.zip(&route.curves).map(|(start, curve)| [curve[1], curve[0], start]).collect();
    curves.reverse();
    Route { start: route.end(), curves, label: route.label }
}

/// A loop beside the box, `slot` from its middle, with its label further out.
fn draw_loop(centre: Point, size: Size, slot: f64, label: Option<Size>) -> Route {
    let (x, middle) = (centre.x + size.width / 2.0, centre.y + slot);
    let reach = (size.height / 2.0 - 2.0).max(0.0);
    let (top, bottom) = ((slot - 5.0).clamp(-reach, reach), (slot + 5.0).clamp(-reach, reach));
    let out = x + LOOP;
    Route {
        start: Point::new(x, centre.y + top),
        curves: vec![[Point::new(out, middle - 8.0), Point::new(out, middle + 8.0), Point::new(x, centre.y + bottom)]],
        label: label.map(|label| Point::new(out + label.width / 2.0, middle)),
    }
}

/// Moves the drawing so that it begins at the origin.
fn to_origin(input: &Input, layout: &mut Layout) {
    let mut low = Point::new(f64::MAX, f64::MAX);
    let mut high = Point::new(f64::MIN, f64::MIN);
    let mut hold = |centre: Point, size: Size| {
        low = Point::new(low.x.min(centre.x - size.width / 2.0), low.y.min(centre.y - size.height / 2.0));
        high = Point::new(high.x.max(centre.x + size.width / 2.0), high.y.max(centre.y + size.height / 2.0));
    };
    for (centre, size) in layout.boxes.iter().zip(&input.boxes) {
        hold(*centre, *size);
    }
    for (route, link) in layout.links.iter().zip(&input.links) {
        if let Some(label) = route.label {
            hold(label, link.label.unwrap_or_default());
        }
        hold(route.start, Size::default());
        for point in route.curves.iter().flatten() {
            hold(*point, Size::default());
        }
    }
    if low.x > high.x {
        return;
    }
    layout.size = Size::new(high.x - low.x, high.y - low.y);
    move_by(layout, Point::new(-low.x, -low.y));
}

/// Moves everything.
pub(super) fn move_by(layout: &mut Layout, by: Point) {
    for centre in &mut layout.boxes {
        *centre = centre.moved(by);
    }
    for route in &mut layout.links {
        route.start = route.start.moved(by);
        route.label = route.label.map(|label| label.moved(by));
        for point in route.curves.iter_mut().flatten() {
            *point = point.moved(by);
        }
    }
}
