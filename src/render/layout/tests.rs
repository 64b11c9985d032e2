use super::*;

/// Numbers that look random and are the same everywhere (Lehmer's generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap() % limit
    }
}

fn input(boxes: usize, links: &[(usize, usize)], labelled: bool) -> Input {
    let mut dice = Dice(7);
    let size = |dice: &mut Dice| Size::new(60.0 + float(dice.below(160)), 24.0 + float(dice.below(60)));
    Input {
        boxes: (0..boxes).map(|_| size(&mut dice)).collect(),
        links: links
            .iter()
            .map(|&(from, to)| {
                let label = labelled.then(|| Size::new(40.0 + float(dice.below(60)), 16.0));
                Link { from, to, label, weight: 1 }
            })
            .collect(),
    }
}

fn random(boxes: usize, links: usize) -> Vec<(usize, usize)> {
    let mut dice = Dice(41);
    (0..links).map(|_| (dice.below(boxes), dice.below(boxes))).collect()
}

const OPTIONS: Options = Options { direction: Direction::Right, gap: 20.0, rank_gap: 50.0, aspect: 1.5 };

type Rectangle = (f64, f64, f64, f64);

fn rectangle(centre: Point, size: Size) -> Rectangle {
    let (x, y) = (size.width / 2.0, size.height / 2.0);
    (centre.x - x, centre.y - y, centre.x + x, centre.y + y)
}

fn overlap(one: Rectangle, two: Rectangle) -> bool {
    let slack = 0.01;
    one.0 + slack < two.2 && two.0 + slack < one.2 && one.1 + slack < two.3 && two.1 + slack < one.3
}

/// Points along a route.
fn trace(route: &Route) -> Vec<Point> {
    let mut points = vec![route.start];
    let mut from = route.start;
    for [one, two, to] in &route.curves {
        for step in 1..=16 {
            let t = f64::from(step) / 16.0;
            let s = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64, d: f64| {
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            points.push(Point::new(mix(from.x, one.x, two.x, to.x), mix(from.y, one.y, two.y, to.y)));
        }
        from = *to;
    }
    points
}

fn holds(rectangle: Rectangle, point: Point) -> bool {
    let slack = 0.5;
    rectangle.0 + slack < point.x
        && point.x < rectangle.2 - slack
        && rectangle.1 + slack < point.y
        && point.y < rectangle.3 - slack
}

/// Nothing overlaps, no link runs through a box or another's label, every link begins and ends at its boxes.
pub(in super::super) fn check(input: &Input, options: &Options) {
    let layout = lay_out(input, options);
    assert_eq!(layout, lay_out(input, options), "not the same twice");
    let mut solid: Vec<(Rectangle, String)> = Vec::new();
    for (index, (&centre, &size)) in layout.boxes.iter().zip(&input.boxes).enumerate() {
        solid.push((rectangle(centre, size), format!("box {index}")));
    }
    for (index, (route, link)) in layout.links.iter().zip(&input.links).enumerate() {
        assert_eq!(route.label.is_some(), link.label.is_some(), "label of link {index}");
        if let (Some(centre), Some(size)) = (route.label, link.label) {
            solid.push((rectangle(centre, size), format!("label {index}")));
        }
    }
    let whole = (0.0, 0.0, layout.size.width, layout.size.height);
    for (index, (one, name)) in solid.iter().enumerate() {
        assert!(one.0 > -0.1 && one.1 > -0.1 && one.2 < whole.2 + 0.1 && one.3 < whole.3 + 0.1, "{name} is outside");
        for (two, other) in &solid[index + 1..] {
            assert!(!overlap(*one, *two), "{name} overlaps {other}: {one:?} {two:?}");
        }
    }
    for (index, (route, link)) in layout.links.iter().zip(&input.links).enumerate() {
        for point in trace(route) {
            for (rectangle, name) in &solid {
                assert!(
                    name == &format!("label {index}") || !holds(*rectangle, point),
                    "link {index} runs through {name}"
                );
            }
        }
        for (end, at) in [(route.start, link.from), (route.end(), link.to)] {
            let (left, top, right, bottom) = rectangle(layout.boxes[at], input.boxes[at]);
            let near = end.x > left - 0.1 && end.x < right + 0.1 && end.y > top - 0.1 && end.y < bottom + 0.1;
            assert!(near, "link {index} ends at {end:?}, away from box {at}");
        }
    }
}

#[test]
fn nothing_overlaps_in_any_direction() {
    let cases: Vec<(usize, Vec<(usize, usize)>)> = vec![
        (0, vec![]),
        (1, vec![]),
        (1, vec![(0, 0), (0, 0)]),
        (2, vec![(0, 1), (1, 0), (0, 1), (0, 0)]),
        (3, vec![(0, 1), (1, 2), (2, 0)]),
        (5, vec![(0, 1), (3, 4)]),
        (7, vec![(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4), (0, 4), (4, 5), (5, 6), (0, 6)]),
        (12, random(12, 30)),
        (40, random(40, 90)),
        (60, random(60, 40)),
    ];
    for (boxes, links) in cases {
        for labelled in [false, true] {
            for direction in [Direction::Down, Direction::Right] {
                check(&input(boxes, &links, labelled), &Options { direction, ..OPTIONS });
            }
        }
    }
}

#[test]
fn a_chain_is_a_straight_line() {
    let layout = lay_out(&input(4, &[(0, 1), (1, 2), (2, 3)], true), &OPTIONS);
    assert!(layout.boxes.windows(2).all(|pair| pair[0].x < pair[1].x && (pair[0].y - pair[1].y).abs() < 0.01));
    assert!(
        layout.links.iter().all(|route| route
            .curves
            .iter()
            .flatten()
            .all(|point| (point.y - route.start.y).abs() < 0.01))
    );
}

#[test]
fn a_tree_has_no_crossings() {
    let links: Vec<_> = (1..40).map(|index| ((index - 1) / 3, index)).collect();
    let input = input(40, &links, false);
    let reversed = acyclic::reversed(40, &input.links);
    let ranks = rank::ranks(40, &rank::edges(&input.links, &reversed));
    let mut net = Net::new(&input, &reversed, &ranks);
    assert_eq!(order::order(&mut net), 0);
}

#[test]
fn every_way_to_break_cycles_leaves_none() {
    for (boxes, count) in [(3, 9), (12, 40), (60, 300)] {
        let links = input(boxes, &random(boxes, count), false).links;
        let ways = [
            acyclic::reversed(boxes, &links),
            acyclic::reversed_by_walk(boxes, &links, false),
            acyclic::reversed_by_walk(boxes, &links, true),
        ];
        for reversed in ways {
            let edges = rank::edges(&links, &reversed);
            let ranks = rank::ranks(boxes, &edges);
            assert!(edges.iter().all(|edge| ranks[edge.tail] < ranks[edge.head]), "{boxes} boxes, {count} links");
        }
    }
}

/// The sum of weighted lengths over all rankings, by trying them out.
fn shortest(boxes: usize, edges: &[rank::Edge]) -> i64 {
    let mut best = i64::MAX;
    let limit = boxes.pow(u32::try_from(boxes).unwrap());
    for code in 0..limit {
        let rank = |index: usize| i64::try_from(code / boxes.pow(u32::try_from(index).unwrap()) % boxes).unwrap();
        if edges.iter().all(|edge| rank(edge.tail) < rank(edge.head)) {
            best = best.min(edges.iter().map(|edge| edge.weight * (rank(edge.head) - rank(edge.tail))).sum());
        }
    }
    best
}

#[test]
fn ranks_are_the_shortest_there_are() {
    let mut dice = Dice(5);
    for round in 0..60 {
        let boxes = 3 + round % 3;
        let mut links: Vec<Link> =
            (1..boxes).map(|to| Link { from: dice.below(to), to, label: None, weight: 1 }).collect();
        for _ in 0..boxes {
            let weight = 1 + u32::try_from(dice.below(4)).unwrap();
            links.push(Link { from: dice.below(boxes), to: dice.below(boxes), label: None, weight });
        }
        let edges = rank::edges(&links, &acyclic::reversed(boxes, &links));
        let ranks = rank::ranks(boxes, &edges);
        let length = |edge: &rank::Edge| edge.weight * i64::try_from(ranks[edge.head] - ranks[edge.tail]).unwrap();
        assert!(edges.iter().all(|edge| ranks[edge.tail] < ranks[edge.head]), "{edges:?} {ranks:?}");
        assert_eq!(edges.iter().map(length).sum::<i64>(), shortest(boxes, &edges), "{edges:?} {ranks:?}");
    }
}

#[test]
fn what_is_not_connected_is_packed_to_the_wanted_proportion() {
    let links: Vec<_> = (0..60).map(|index| (index * 2, index * 2 + 1)).collect();
    for direction in [Direction::Down, Direction::Right] {
        let layout = lay_out(&input(120, &links, true), &Options { direction, ..OPTIONS });
        let aspect = layout.size.width / layout.size.height;
        assert!((1.0..2.2).contains(&aspect), "{aspect}");
    }
}
