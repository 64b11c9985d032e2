//! Time, crossings and length of the layered layout on made-up graphs, beside `dot` where Graphviz is installed.
//!
//! Links have no labels: with them `dot` is not done with 200 boxes in two minutes.
//!
//! `cargo bench --bench layout`

use sanggah::render::layout::{Direction, Input, Link, Options, Point, Route, Size, float, lay_out};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Units of the drawing in an inch, which `dot` counts in.
const INCH: f64 = 72.0;
/// Seconds after which `dot` is stopped.
const PATIENCE: &str = "60";

fn main() -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(
        out,
        "| boxes | links | by | seconds | MB | crossings | length | size |\n|---|---|---|---|---|---|---|---|"
    )?;
    for (boxes, links) in [(50, 125), (200, 500), (1000, 3000), (3000, 9000)] {
        let input = news(boxes, links);
        let options = Options { direction: Direction::Right, gap: 24.0, rank_gap: 44.0, aspect: 1.45 };
        let started = Instant::now();
        let layout = lay_out(&input, &options);
        let seconds = started.elapsed().as_secs_f64();
        let (size, memory) = (layout.size, peak_memory());
        write!(out, "| {boxes} | {links} | own | {seconds:.3} | {memory} | {} ", figures(&layout.links))?;
        writeln!(out, "| {:.0} x {:.0} |", size.width, size.height)?;
        let started = Instant::now();
        match dot(&input)? {
            Some(routes) => {
                let seconds = started.elapsed().as_secs_f64();
                writeln!(out, "| {boxes} | {links} | dot | {seconds:.3} | | {} | |", figures(&routes))?;
            }
            None => writeln!(out, "| {boxes} | {links} | dot | none within {PATIENCE} s | | | | |")?,
        }
    }
    Ok(())
}

/// The most memory that this program has held so far, in MB, where the system tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    peak.map_or_else(String::new, |peak| (peak / 1024).to_string())
}

/// A graph as news gives it: a few boxes with many links, many with few. The same on every machine.
fn news(boxes: usize, links: usize) -> Input {
    let mut seed = 41_u64;
    let mut dice = |limit: usize| {
        seed = seed * 48_271 % 2_147_483_647;
        usize::try_from(seed).unwrap_or_default() % limit
    };
    let sizes = (0..boxes).map(|_| Size::new(90.0 + float(dice(130)), 40.0 + float(dice(60)))).collect();
    let mut ends: Vec<usize> = (0..boxes).collect();
    let links = (0..links)
        .map(|_| {
            let (from, to) = (ends[dice(ends.len())], ends[dice(ends.len())]);
            ends.extend([from, to]);
            Link { from, to, label: None, weight: 1 }
        })
        .filter(|link| link.from != link.to)
        .collect();
    Input { boxes: sizes, links }
}

/// Crossings and the length of all links together.
fn figures(routes: &[Route]) -> String {
    let lines: Vec<Vec<Point>> = routes.iter().map(trace).collect();
    let length: f64 = lines.iter().flat_map(|line| line.windows(2)).map(|pair| distance(pair[0], pair[1])).sum();
    format!("{} | {length:.0}", crossings(&lines))
}

fn trace(route: &Route) -> Vec<Point> {
    let mut points = vec![route.start];
    let mut from = route.start;
    for &[one, two, to] in &route.curves {
        let straight = distance(from, one) + distance(one, two) + distance(two, to) - distance(from, to) < 0.01;
        let steps = if straight { 1 } else { 6_u8 };
        for step in 1..=steps {
            let t = f64::from(step) / f64::from(steps);
            let rest = 1.0 - t;
            let shares = [rest * rest * rest, 3.0 * rest * rest * t, 3.0 * rest * t * t, t * t * t];
            let along = [from, one, two, to];
            let mix = |at: fn(Point) -> f64| shares.iter().zip(along).map(|(share, point)| share * at(point)).sum();
            points.push(Point::new(mix(|p| p.x), mix(|p| p.y)));
        }
        from = to;
    }
    points
}

fn distance(one: Point, two: Point) -> f64 {
    (one.x - two.x).hypot(one.y - two.y)
}

/// Pairs of pieces of different links that cross, found by sweeping from left to right.
fn crossings(lines: &[Vec<Point>]) -> usize {
    let mut pieces: Vec<(f64, f64, usize, Point, Point)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for pair in line.windows(2) {
            pieces.push((pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x), index, pair[0], pair[1]));
        }
    }
    pieces.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut open: Vec<usize> = Vec::new();
    let mut count = 0;
    for (at, piece) in pieces.iter().enumerate() {
        open.retain(|&other| pieces[other].1 >= piece.0);
        let crosses = |other: &&usize| {
            let other = &pieces[**other];
            other.2 != piece.2 && cross(piece.3, piece.4, other.3, other.4)
        };
        count += open.iter().filter(crosses).count();
        open.push(at);
    }
    count
}

fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// The courses that `dot` gives; none where it is not installed or not done in time.
fn dot(input: &Input) -> io::Result<Option<Vec<Route>>> {
    let mut text =
        "digraph { rankdir=LR nodesep=0.33 ranksep=0.6 node [shape=box fixedsize=true label=\"\"]\n".to_owned();
    for (index, size) in input.boxes.iter().enumerate() {
        let _ = writeln!(text, "{index} [width={:.3} height={:.3}]", size.width / INCH, size.height / INCH);
    }
    for link in &input.links {
        let _ = writeln!(text, "{} -> {}", link.from, link.to);
    }
    text.push('}');
    let child = Command::new("timeout")
        .args([PATIENCE, "dot", "-Tplain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return Ok(None) };
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes())?;
    }
    let done = child.wait_with_output()?;
    if !done.status.success() {
        return Ok(None);
    }
    let plain = String::from_utf8_lossy(&done.stdout);
    Ok(Some(plain.lines().filter(|line| line.starts_with("edge ")).filter_map(route).collect()))
}

/// One link of `dot`'s plain form: `edge FROM TO N X1 Y1 … XN YN …`.
fn route(line: &str) -> Option<Route> {
    let words: Vec<&str> = line.split(' ').collect();
    let count: usize = words.get(3)?.parse().ok()?;
    let numbers: Vec<f64> = words.get(4..4 + 2 * count)?.iter().filter_map(|word| word.parse().ok()).collect();
    let points: Vec<Point> = numbers.chunks(2).map(|pair| Point::new(pair[0] * INCH, pair[1] * INCH)).collect();
    let curves = points.get(1..)?.chunks_exact(3).map(|points| [points[0], points[1], points[2]]).collect();
    Some(Route { start: *points.first()?, curves, label: None })
}
