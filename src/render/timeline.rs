//! Lanes by actor, from left to right by date: at each date what an actor held.
//!
//! Lanes begin in the order of their first words, so that the eye goes down as time goes on and an answer stands near
//! what it answers. Words run over dates at which the actor said nothing; none of them are cut.

use super::draw::{Pen, block, label, mark, number};
use super::evidence::proofs;
use super::layout::{Point, Size, float};
use super::options::Options;
use super::picture::{Links, Picture, legend, open_link};
use super::scene::{Arrow, Scene, Shape};
use super::text::{Fonts, Style};
use super::web::{Look, Web};
use super::words;
use crate::graph::{KnowledgeGraph, Language, NodeId, Status};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// More columns than this are made fewer by longer stretches of time.
const COLUMNS: usize = 12;
/// A column is at least so wide that its date fits.
const COLUMN: f64 = 96.0;
/// Least room for words up to the next words of the same lane, and after the last date.
const ROOM: f64 = 190.0;
const LAST: f64 = 330.0;
/// Words stand beside their label where so much room is left, and in lines of at most so much.
const BESIDE: f64 = 150.0;
const MEASURE: f64 = 420.0;
/// The picture is at least so wide, as its heading is.
const NARROWEST: f64 = 648.0;
const GAP: f64 = 8.0;
const HEAD: f64 = 32.0;
const PILL: f64 = 20.0;
/// The sign of a status, with the room after it.
const MARK: (f64, f64) = (20.0, 15.0);
const SAID: Style = Style::new(11.0, false, "t-legend");
const TICK: Style = Style::new(11.0, true, "t-tick");

/// Draws the timeline of what a web shows.
pub(super) fn timeline(
    graph: &KnowledgeGraph,
    web: &Web,
    fonts: &Fonts,
    (options, links): (&Options, Links),
) -> Picture {
    let scene = Scene::new(graph, web, fonts, options);
    let table = Table::new(graph, &scene, options.language);
    let grid = Grid::new(&scene, &table);
    let lanes: Vec<Lane> = table.lanes.iter().map(|lane| Lane::new(&scene, &table, &grid, (*lane, fonts))).collect();
    let mut pen = Pen::default();
    let mut drawn = Pen::default();
    let mut told = Vec::new();
    let mut y = HEAD;
    for (index, lane) in lanes.iter().enumerate() {
        if index % 2 == 0 {
            pen.rectangle("lane", (0.0, y, grid.right, lane.height), 0.0);
        }
        lane.rules(&mut pen, &grid, y);
        let frame = &scene.blocks[lane.actor];
        let centre = Point::new(GAP + frame.size.width / 2.0, y + GAP + frame.size.height / 2.0);
        block(&mut drawn, fonts, frame, (centre, links));
        for entry in &lane.entries {
            let proof = proofs(graph, &scene, &entry.arrow, options.language);
            let name = open_link(&mut drawn, &scene, &entry.arrow, &proof, links);
            entry.draw(&mut drawn, fonts, y);
            drawn.close(name);
            entry.mark(&mut drawn, y);
            told.push(proof.told);
        }
        y += lane.height;
    }
    for (column, x) in table.columns.iter().zip(&grid.left) {
        pen.path("tick", &format!("M {} {} v 14", number(*x), number(HEAD - 20.0)));
        pen.line(fonts, (x + 6.0, HEAD - 9.0), TICK, &column.label(options.language));
    }
    pen.drawn(&drawn.finish());
    let mut legend = legend(&scene, options);
    legend.retain(|(entry, _)| !entry.is_passing());
    Picture {
        body: pen.finish(),
        size: Size::new(grid.right, y),
        legend,
        description: told.join(" "),
        ..Picture::default()
    }
}

/// A stretch of time that makes a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    Day(Date),
    Month(i16, i8),
    Year(i16),
    Undated,
}

impl Stretch {
    /// The stretch of a date, longer the coarser.
    fn of(date: Option<Date>, coarseness: usize) -> Self {
        match (date, coarseness) {
            (None, _) => Self::Undated,
            (Some(date), 0) => Self::Day(date),
            (Some(date), 1) => Self::Month(date.year(), date.month()),
            (Some(date), _) => Self::Year(date.year()),
        }
    }

    fn label(self, language: Language) -> String {
        match self {
            Self::Day(date) => words::day(date, language),
            Self::Month(year, month) => format!("{} {year}", words::month(month, language)),
            Self::Year(year) => year.to_string(),
            Self::Undated => words::either(language, "tanpa tanggal", "undated").to_owned(),
        }
    }
}

/// Which arrows stand in which cell.
struct Table {
    columns: Vec<Stretch>,
    /// Boxes of the actors, the first to speak first, then the busiest.
    lanes: Vec<usize>,
    cells: BTreeMap<(usize, Stretch), Vec<Arrow>>,
}

impl Table {
    fn new(graph: &KnowledgeGraph, scene: &Scene, language: Language) -> Self {
        let dates: BTreeSet<Option<Date>> =
            scene.arrows.iter().flat_map(|arrow| &arrow.statements).map(|id| date(graph, *id)).collect();
        let stretches = |coarseness| dates.iter().map(|date| Stretch::of(*date, coarseness)).collect::<BTreeSet<_>>();
        let coarseness = (0..2).find(|coarseness| stretches(*coarseness).len() <= COLUMNS).unwrap_or(2);
        let mut cells: BTreeMap<(usize, Stretch), Vec<Arrow>> = BTreeMap::new();
        let mut busy: BTreeMap<usize, usize> = BTreeMap::new();
        for arrow in scene.arrows.iter().filter(|arrow| is_said(scene, arrow)) {
            let mut parts: BTreeMap<Stretch, Vec<NodeId>> = BTreeMap::new();
            for id in &arrow.statements {
                parts.entry(Stretch::of(date(graph, *id), coarseness)).or_default().push(*id);
            }
            for (stretch, statements) in parts {
                *busy.entry(arrow.from).or_default() += statements.len();
                let count = if statements.len() > 1 { format!(" ×{}", statements.len()) } else { String::new() };
                let label = format!("{}{count}", words::verb(arrow.look, language));
                cells.entry((arrow.from, stretch)).or_default().push(Arrow { label, statements, ..arrow.clone() });
            }
        }
        let mut first: BTreeMap<usize, Stretch> = BTreeMap::new();
        for (lane, stretch) in cells.keys() {
            first.entry(*lane).or_insert(*stretch);
        }
        let mut lanes: Vec<usize> = busy.keys().copied().collect();
        lanes.sort_by_key(|lane| (first.get(lane).copied(), std::cmp::Reverse(busy[lane]), *lane));
        let columns: BTreeSet<Stretch> = cells.keys().map(|(_, stretch)| *stretch).collect();
        Self { columns: columns.into_iter().collect(), lanes, cells }
    }

    /// The columns in which a lane holds something, from left to right.
    fn taken(&self, lane: usize) -> impl Iterator<Item = (usize, &[Arrow])> {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(move |(index, stretch)| Some((index, self.cells.get(&(lane, *stretch))?.as_slice())))
    }
}

fn is_said(scene: &Scene, arrow: &Arrow) -> bool {
    let by_actor = matches!(scene.blocks[arrow.from].shape, Shape::Actor(_));
    by_actor && !arrow.statements.is_empty() && arrow.look != Look::Towards
}

/// When a statement was made: its own date, else that of its article.
fn date(graph: &KnowledgeGraph, id: NodeId) -> Option<Date> {
    let statement = graph.statement(id)?;
    statement.date.map(|date| date.first).or_else(|| graph.article(statement.evidence.article)?.date)
}

/// Where the columns stand.
struct Grid {
    left: Vec<f64>,
    right: f64,
}

impl Grid {
    /// Columns as narrow as the lanes with the nearest neighbours let them be.
    fn new(scene: &Scene, table: &Table) -> Self {
        let names = table.lanes.iter().map(|lane| scene.blocks[*lane].size.width).fold(0.0, f64::max);
        let mut widths = vec![COLUMN; table.columns.len()];
        for lane in &table.lanes {
            let taken: Vec<usize> = table.taken(*lane).map(|(column, _)| column).collect();
            for pair in taken.windows(2) {
                let room: f64 = widths[pair[0]..pair[1]].iter().sum();
                widths[pair[0]] += (ROOM - room).max(0.0);
            }
        }
        let mut left = Vec::with_capacity(widths.len());
        let mut x = names + 4.0 * GAP;
        for width in &widths {
            left.push(x);
            x += width;
        }
        let right = left.last().map_or(x, |last| last + LAST).max(NARROWEST);
        Self { left, right }
    }
}

/// What one actor held, with its place in the lane.
struct Lane {
    actor: usize,
    entries: Vec<Entry>,
    height: f64,
}

impl Lane {
    fn new(scene: &Scene, table: &Table, grid: &Grid, (actor, fonts): (usize, &Fonts)) -> Self {
        let taken: Vec<(usize, &[Arrow])> = table.taken(actor).collect();
        let least = scene.blocks[actor].size.height;
        let mut entries = Vec::new();
        let mut tallest = least;
        for (index, (column, arrows)) in taken.iter().enumerate() {
            let end = taken.get(index + 1).map_or(grid.right, |(next, _)| grid.left[*next]);
            let mut sorted: Vec<&Arrow> = arrows.iter().collect();
            sorted.sort_by_key(|arrow| (std::cmp::Reverse(arrow.statements.len()), arrow.look, arrow.to));
            let mut at = Point::new(grid.left[*column], GAP);
            let first = entries.len();
            for arrow in sorted {
                let entry = Entry::new(scene, arrow, (at, end - at.x - 2.0 * GAP), fonts);
                at.y += entry.size.height + 4.0;
                entries.push(entry);
            }
            let high = at.y - 4.0 - GAP;
            tallest = tallest.max(high);
            // A few words stand in the middle of the actor's box.
            let down = ((least - high) / 2.0).max(0.0);
            for entry in entries.iter_mut().skip(first) {
                entry.at.y += down;
            }
        }
        Self { actor, entries, height: tallest + 2.0 * GAP }
    }

    /// The lines of the dates, where no words run over them, and a line that leads to the first words.
    fn rules(&self, pen: &mut Pen, grid: &Grid, y: f64) {
        for x in &grid.left {
            let covered = |entry: &Entry| entry.at.x < *x && *x < entry.at.x + entry.size.width + GAP;
            if !self.entries.iter().any(covered) {
                pen.path("grid", &format!("M {} {} v {}", number(*x), number(y), number(self.height)));
            }
        }
        if let Some(first) = self.entries.first() {
            let from = number(GAP);
            let across = number(y + first.at.y + PILL / 2.0);
            pen.path("leader", &format!("M {from} {across} H {}", number(first.at.x)));
        }
    }
}

/// A label and the words that it is about.
struct Entry {
    arrow: Arrow,
    /// Left upper corner, seen from the left upper corner of the lane.
    at: Point,
    size: Size,
    /// Where the words begin, seen from the corner.
    words: Point,
    lines: Vec<String>,
    status: Option<Status>,
}

impl Entry {
    fn new(scene: &Scene, arrow: &Arrow, (at, room): (Point, f64), fonts: &Fonts) -> Self {
        let mut arrow = arrow.clone();
        arrow.size_label(fonts);
        let pill = arrow.label_size.map_or(0.0, |size| size.width);
        let thing = &scene.blocks[arrow.to];
        let status = if let Shape::Transfer(status) = thing.shape { Some(status) } else { None };
        let sign = if status.is_some() { MARK.0 + 6.0 } else { 0.0 };
        let beside = room - pill - GAP - sign >= BESIDE;
        let words = if beside { Point::new(pill + GAP + sign, 2.0) } else { Point::new(sign, PILL + 3.0) };
        let lines = fonts.wrap_evenly(&thing.told, SAID, (room - words.x).min(MEASURE));
        let widest = lines.iter().map(|line| fonts.width(line, SAID)).fold(0.0, f64::max);
        let apart = if beside { 2.0 } else { 7.0 };
        let height = (words.y + float(lines.len()) * SAID.leading()).max(PILL) + apart;
        let size = Size::new((words.x + widest).max(pill), height);
        Self { arrow, at, size, words, lines, status }
    }

    fn draw(&self, pen: &mut Pen, fonts: &Fonts, lane: f64) {
        let at = self.at.moved(Point::new(0.0, lane));
        let pill = self.arrow.label_size.map_or(0.0, |size| size.width);
        pen.rectangle("hit", (at.x - 3.0, at.y - 1.0, self.size.width + 6.0, self.size.height + 2.0), 5.0);
        label(pen, fonts, &self.arrow, Point::new(at.x + pill / 2.0, at.y + PILL / 2.0));
        let mut y = at.y + self.words.y + SAID.size;
        for line in &self.lines {
            pen.line(fonts, (at.x + self.words.x, y + 1.0), SAID, line);
            y += SAID.leading();
        }
    }

    /// The status of the transfer that the words are about.
    fn mark(&self, pen: &mut Pen, lane: f64) {
        if let Some(status) = self.status {
            let x = self.at.x + self.words.x - MARK.0 - 6.0;
            mark(pen, status, (x, lane + self.at.y + self.words.y, MARK.0, MARK.1));
        }
    }
}
