//! What is not connected is laid out apart and packed on shelves.

use super::route::move_by;
use super::{Input, Layout, Link, Point, Route, Size, float};

/// A connected part, with its own numbering.
pub(super) struct Part {
    pub(super) input: Input,
    boxes: Vec<usize>,
    links: Vec<usize>,
}

/// The connected parts, in the order of their first boxes.
pub(super) fn components(input: &Input) -> Vec<Part> {
    let count = input.boxes.len();
    let mut joined = vec![Vec::new(); count];
    for link in input.links.iter().filter(|link| link.from < count) {
        joined[link.from].push(link.to);
        joined[link.to].push(link.from);
    }
    let mut part_of = vec![usize::MAX; count];
    let mut parts: Vec<Part> = Vec::new();
    for first in 0..count {
        if part_of[first] != usize::MAX {
            continue;
        }
        part_of[first] = parts.len();
        let mut boxes = vec![first];
        let mut next = 0;
        while let Some(&current) = boxes.get(next) {
            next += 1;
            for &other in &joined[current] {
                if part_of[other] == usize::MAX {
                    part_of[other] = parts.len();
                    boxes.push(other);
                }
            }
        }
        boxes.sort_unstable();
        parts.push(Part { input: Input::default(), boxes, links: Vec::new() });
    }
    let mut place = vec![0; count];
    for part in &mut parts {
        for (index, &original) in part.boxes.iter().enumerate() {
            place[original] = index;
            part.input.boxes.push(input.boxes[original]);
        }
    }
    for (index, link) in input.links.iter().enumerate().filter(|(_, link)| link.from < count) {
        let part = &mut parts[part_of[link.from]];
        part.links.push(index);
        part.input.links.push(Link { from: place[link.from], to: place[link.to], ..*link });
    }
    parts
}

/// Puts the parts side by side on shelves, as near to the wanted proportion as trying a few widths gets.
pub(super) fn pack(input: &Input, parts: &[(Part, Layout)], aspect: f64, gap: f64) -> Layout {
    let sizes: Vec<Size> = parts.iter().map(|(_, layout)| layout.size).collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&one, &two| sizes[two].height.total_cmp(&sizes[one].height).then(one.cmp(&two)));
    let widest = sizes.iter().map(|size| size.width).fold(0.0, f64::max);
    let area: f64 = sizes.iter().map(|size| (size.width + gap) * (size.height + gap)).sum();
    let (size, places) = (0..12_usize)
        .map(|step| shelves(&sizes, &order, widest.max((area * aspect).sqrt() * (0.7 + 0.1 * float(step))), gap))
        .min_by(|(one, _), (two, _)| strain(*one, aspect).total_cmp(&strain(*two, aspect)))
        .unwrap_or_default();
    let mut whole = Layout {
        size,
        boxes: vec![Point::default(); input.boxes.len()],
        links: vec![Route::default(); input.links.len()],
    };
    for ((part, layout), place) in parts.iter().zip(places) {
        let mut moved = layout.clone();
        move_by(&mut moved, place);
        for (&original, centre) in part.boxes.iter().zip(moved.boxes) {
            whole.boxes[original] = centre;
        }
        for (&original, route) in part.links.iter().zip(moved.links) {
            whole.links[original] = route;
        }
    }
    whole
}

/// How large a frame of the wanted proportion has to be to hold this.
fn strain(size: Size, aspect: f64) -> f64 {
    (size.width / aspect).max(size.height)
}

fn shelves(sizes: &[Size], order: &[usize], width: f64, gap: f64) -> (Size, Vec<Point>) {
    let mut places = vec![Point::default(); sizes.len()];
    let mut whole = Size::default();
    let mut at = Point::default();
    let mut shelf = 0.0_f64;
    for &index in order {
        if at.x > 0.0 && at.x + sizes[index].width > width {
            at = Point::new(0.0, at.y + shelf + gap);
            shelf = 0.0;
        }
        places[index] = at;
        whole = Size::new(whole.width.max(at.x + sizes[index].width), whole.height.max(at.y + sizes[index].height));
        at.x += sizes[index].width + gap;
        shelf = shelf.max(sizes[index].height);
    }
    (whole, places)
}
