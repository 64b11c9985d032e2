//! Lanes by actor, from left to right by date: in each cell what an actor held in that stretch of time.

use super::draw::{Pen, block, label, number};
use super::evidence::proofs;
use super::layout::{Point, Size, float};
use super::options::Options;
use super::picture::{Links, Picture, legend, open_link};
use super::scene::{Arrow, NOTE, Scene, Shape};
use super::text::{Fonts, Style};
use super::web::{Look, Web};
use super::words;
use crate::graph::{KnowledgeGraph, Language, NodeId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// More columns than this are made fewer by longer stretches of time.
const COLUMNS: usize = 10;
/// More entries than this in one cell are counted instead.
const ENTRIES: usize = 5;
const COLUMN: f64 = 210.0;
const NAMES: f64 = 236.0;
const GAP: f64 = 14.0;
const TICK: Style = Style::new(11.0, false, "t-tick");

/// Draws the timeline of what a web shows.
pub(super) fn timeline(
    graph: &KnowledgeGraph,
    web: &Web,
    fonts: &Fonts,
    (options, links): (&Options, Links),
) -> Picture {
    let scene = Scene::new(graph, web, fonts, options);
    let table = Table::new(graph, &scene, options.language);
    let mut pen = Pen::default();
    let columns: Vec<&Stretch> = table.columns.iter().collect();
    let width = NAMES + COLUMN * float(columns.len());
    let mut lanes = Pen::default();
    let mut told = Vec::new();
    let mut y = 34.0;
    for (number_of_lane, lane) in table.lanes.iter().enumerate() {
        let cells = columns.iter().map(|column| table.cells.get(&(*lane, **column)).map_or(&[][..], Vec::as_slice));
        let cells: Vec<Vec<Entry>> = cells.map(|arrows| entries(&scene, arrows, fonts, options.language)).collect();
        let tallest = cells.iter().map(|cell| cell.iter().map(Entry::height).sum::<f64>()).fold(0.0, f64::max);
        let size = scene.blocks[*lane].size;
        let height = tallest.max(size.height) + 2.0 * GAP;
        if number_of_lane % 2 == 0 {
            pen.rectangle("lane", (0.0, y, width, height), 0.0);
        }
        let centre = Point::new(size.width / 2.0 + 8.0, y + height / 2.0);
        block(&mut lanes, fonts, &scene.blocks[*lane], (centre, links));
        for (column, cell) in cells.iter().enumerate() {
            let mut at = Point::new(NAMES + COLUMN * float(column) + 10.0, y + GAP);
            for entry in cell {
                let proof = proofs(graph, &scene, &entry.arrow, options.language);
                let name = open_link(&mut lanes, &scene, &entry.arrow, &proof, links);
                entry.draw(&mut lanes, fonts, at);
                lanes.close(name);
                told.push(proof.told);
                at.y += entry.height();
            }
        }
        y += height;
    }
    for (index, column) in columns.iter().enumerate() {
        let x = NAMES + COLUMN * float(index);
        pen.path("grid", &format!("M {} 8 V {}", number(x), number(y)));
        pen.line(fonts, (x + 10.0, 22.0), TICK, &column.label(options.language));
    }
    pen.drawn(&lanes.finish());
    let mut legend = legend(&scene, options);
    legend.retain(|(entry, _)| !entry.is_passing());
    Picture { body: pen.finish(), size: Size::new(width, y), legend, description: told.join(" "), ..Picture::default() }
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
    columns: BTreeSet<Stretch>,
    /// Boxes of the actors, the busiest first.
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
        let mut lanes: Vec<usize> = busy.keys().copied().collect();
        lanes.sort_by_key(|lane| (std::cmp::Reverse(busy[lane]), *lane));
        Self { columns: cells.keys().map(|(_, stretch)| *stretch).collect(), lanes, cells }
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

/// What stands in a cell: a label and the words that it is about.
struct Entry {
    arrow: Arrow,
    lines: Vec<String>,
}

fn entries(scene: &Scene, arrows: &[Arrow], fonts: &Fonts, language: Language) -> Vec<Entry> {
    let width = COLUMN - 24.0;
    let mut sorted: Vec<&Arrow> = arrows.iter().collect();
    sorted.sort_by_key(|arrow| (std::cmp::Reverse(arrow.statements.len()), arrow.look, arrow.to));
    let mut entries: Vec<Entry> = sorted
        .iter()
        .take(ENTRIES)
        .map(|arrow| {
            let mut arrow = (*arrow).clone();
            arrow.size_label(fonts);
            let lines = fonts.wrap(&scene.blocks[arrow.to].hover, NOTE, width, 2);
            Entry { arrow, lines }
        })
        .collect();
    if let (Some(last), more @ 1..) = (entries.last_mut(), sorted.len().saturating_sub(ENTRIES)) {
        last.lines.push(match language {
            Language::English => format!("… and {more} more"),
            Language::Indonesian => format!("… dan {more} lagi"),
        });
    }
    entries
}

impl Entry {
    fn height(&self) -> f64 {
        22.0 + float(self.lines.len()) * NOTE.leading() + 7.0
    }

    fn draw(&self, pen: &mut Pen, fonts: &Fonts, at: Point) {
        let width = self.arrow.label_size.map_or(0.0, |size| size.width);
        pen.rectangle("hit", (at.x - 4.0, at.y - 2.0, COLUMN - 14.0, self.height() - 3.0), 5.0);
        label(pen, fonts, &self.arrow, Point::new(at.x + width / 2.0, at.y + 10.0));
        let mut y = at.y + 22.0;
        for line in &self.lines {
            y += NOTE.leading();
            pen.line(fonts, (at.x + 2.0, y - 4.0), NOTE, line);
        }
    }
}
