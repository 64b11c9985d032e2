//! Boxes with their words and links with their labels: what is drawn, before it has a place.

use super::layout::{self, Input, Size, float};
use super::options::{Options, View};
use super::select::disputed;
use super::story::ends;
use super::text::{Fonts, Style};
use super::web::{Look, Thing, Web};
use super::words;
use crate::extract::{ActorKind, StatementKind};
use crate::graph::{Code, KnowledgeGraph, NodeId, NodeKind, Relation, Statement, Status};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const NAME: Style = Style::new(14.0, true, "t-name");
pub(super) const OFFICE: Style = Style::new(11.0, false, "t-office");
pub(super) const BADGE: Style = Style::new(10.5, true, "t-badge");
pub(super) const KICKER: Style = Style::new(10.5, true, "t-kicker");
pub(super) const ITEM: Style = Style::new(14.0, true, "t-item");
pub(super) const BODY: Style = Style::new(12.5, false, "t-body");
pub(super) const NOTE: Style = Style::new(11.0, false, "t-note");
pub(super) const LABEL: Style = Style::new(11.0, true, "t-label");
/// Room for a sign before the words of a label, and around them.
pub(super) const SIGN: f64 = 13.0;
pub(super) const LABEL_PAD: f64 = 6.0;
/// Height of the band on a transfer that holds its status.
pub(super) const BAND: f64 = 22.0;
pub(super) const PAD: f64 = 11.0;
/// Room for one link at the side of a box, and the height up to which a box grows for its links.
const BETWEEN_LINKS: f64 = 10.0;
const TALLEST: f64 = 320.0;
/// Room for the sign of an actor's type.
pub(super) const ICON: f64 = 22.0;

/// The form of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Actor(ActorKind),
    Transfer(Status),
    /// Whether it is disputed.
    Proposition(bool),
    /// Whether they deny.
    Words(bool),
}

/// A box with its words, broken into lines.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) id: NodeId,
    pub(super) shape: Shape,
    pub(super) lines: Vec<(Style, String)>,
    /// What the band says.
    pub(super) badge: String,
    pub(super) size: Size,
    /// The whole words, for those who cannot see the picture or point at it.
    pub(super) hover: String,
    /// The same, without what a picture shows by a sign.
    pub(super) told: String,
}

/// A link with its label.
#[derive(Clone, Debug)]
pub(super) struct Arrow {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) look: Look,
    pub(super) label: String,
    pub(super) label_size: Option<Size>,
    pub(super) statements: Vec<NodeId>,
}

impl Arrow {
    /// Measures the label.
    pub(super) fn size_label(&mut self, fonts: &Fonts) {
        let room = if has_sign(self.look) { SIGN } else { 0.0 } + 2.0 * LABEL_PAD;
        let size = Size::new((fonts.width(&self.label, LABEL) + room).ceil(), LABEL.leading() + 5.0);
        self.label_size = (!self.label.is_empty()).then_some(size);
    }

    /// The ids of the statements that it stands for, else of the transfer that it belongs to, with spaces between.
    pub(super) fn rests_on(&self, scene: &Scene) -> String {
        let ends = [self.from, self.to].map(|end| scene.blocks[end].id);
        let transfer = ends.into_iter().filter(|end| end.kind() == NodeKind::Transfer && self.statements.is_empty());
        self.statements.iter().copied().chain(transfer).map(|id| id.to_string()).collect::<Vec<_>>().join(" ")
    }
}

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    pub(super) blocks: Vec<Block>,
    pub(super) arrows: Vec<Arrow>,
}

impl Scene {
    /// The boxes and links of a web.
    pub(super) fn new(graph: &KnowledgeGraph, web: &Web, fonts: &Fonts, options: &Options) -> Self {
        let writer = Writer { graph, fonts, options, disputed: disputed(web) };
        let blocks: Vec<Block> = web.things.iter().map(|(id, thing)| writer.block(*id, *thing)).collect();
        let place: BTreeMap<NodeId, usize> =
            blocks.iter().enumerate().map(|(index, block)| (block.id, index)).collect();
        let arrow = |((from, to, look), statements): (&(NodeId, NodeId, Look), &BTreeSet<NodeId>)| {
            Some(writer.arrow(*place.get(from)?, *place.get(to)?, *look, statements))
        };
        let arrows = web.ties.iter().filter_map(arrow).collect();
        Self { blocks, arrows }
    }

    /// Makes boxes high enough for the links on their busier side.
    pub(super) fn make_room(&mut self) {
        let mut ends = vec![(0, 0); self.blocks.len()];
        for arrow in &self.arrows {
            ends[arrow.from].0 += 1;
            ends[arrow.to].1 += 1;
        }
        for (block, (out, into)) in self.blocks.iter_mut().zip(ends) {
            let room = float(out.max(into)) * BETWEEN_LINKS + 2.0 * PAD;
            block.size.height = block.size.height.max(room.min(TALLEST));
        }
    }

    /// What the layout is to place.
    pub(super) fn input(&self) -> Input {
        Input {
            boxes: self.blocks.iter().map(|block| block.size).collect(),
            links: self
                .arrows
                .iter()
                .map(|arrow| layout::Link {
                    from: arrow.from,
                    to: arrow.to,
                    label: arrow.label_size,
                    weight: if matches!(arrow.look, Look::Gives | Look::WouldGive) { 3 } else { 2 },
                })
                .collect(),
        }
    }
}

struct Writer<'a> {
    graph: &'a KnowledgeGraph,
    fonts: &'a Fonts,
    options: &'a Options,
    disputed: BTreeSet<NodeId>,
}

impl Writer<'_> {
    fn block(&self, id: NodeId, thing: Thing) -> Block {
        let (shape, lines, told) = match thing {
            Thing::Actor => self.actor(id),
            Thing::Transfer => self.transfer(id),
            Thing::Proposition => {
                let text = self.graph.proposition(id).map_or("", |proposition| proposition.text.as_str());
                self.said(Shape::Proposition(self.disputed.contains(&id)), thing, text)
            }
            Thing::Words(kind) => {
                let text = self.graph.statement(id).map_or("", words_of);
                self.said(Shape::Words(kind == StatementKind::Denial), thing, text)
            }
        };
        let (badge, hover) = match shape {
            Shape::Transfer(status) => {
                let status = status.label(self.options.language);
                (status.to_uppercase(), format!("{told} ({status})"))
            }
            Shape::Actor(kind) => (String::new(), self.introduced(id, kind, &told)),
            Shape::Proposition(_) | Shape::Words(_) => (String::new(), told.clone()),
        };
        let mut width = lines.iter().map(|(style, line)| self.fonts.width(line, *style)).fold(0.0, f64::max);
        let mut height = lines.iter().map(|(style, _)| style.leading()).sum::<f64>() + 2.0 * PAD - 4.0;
        match shape {
            Shape::Actor(_) => width += ICON,
            Shape::Transfer(_) => {
                // Stripes follow the status of what is contested.
                let stripes = if shape == Shape::Transfer(Status::Contested) { 44.0 } else { 8.0 };
                width = width.max(self.fonts.width(&badge, BADGE) + SIGN + stripes);
                height += BAND;
            }
            Shape::Proposition(_) | Shape::Words(_) => width += 8.0,
        }
        let size = Size::new((width + 2.0 * PAD).ceil(), height.ceil());
        Block { id, shape, lines, badge, size, hover, told }
    }

    fn actor(&self, id: NodeId) -> (Shape, Vec<(Style, String)>, String) {
        let Some(actor) = self.graph.actor(id) else {
            return (Shape::Actor(ActorKind::Group), Vec::new(), String::new());
        };
        let mut lines = self.lines(&actor.name, NAME, 170.0);
        let office = self.office(id, &actor.name);
        lines.extend(self.lines(&office, OFFICE, 170.0));
        (Shape::Actor(actor.kind), lines, actor.name.clone())
    }

    /// An actor with his type and office.
    fn introduced(&self, id: NodeId, kind: ActorKind, name: &str) -> String {
        let kind = kind.label(self.options.language);
        let office = self.office(id, name);
        if office.is_empty() { format!("{name} ({kind})") } else { format!("{name} ({kind}): {office}") }
    }

    /// The first office that an actor holds, and of whom; nothing where the name says it already.
    fn office(&self, id: NodeId, name: &str) -> String {
        let office = self.graph.edges_from(id).iter().find_map(|edge| match &edge.relation {
            Relation::Role(role) => Some((role.office.as_deref()?, self.graph.actor(edge.to)?.name.as_str())),
            _ => None,
        });
        let name = name.to_lowercase();
        let told = office.filter(|(office, _)| !name.contains(&office.to_lowercase()));
        told.map_or_else(String::new, |(office, of)| format!("{office}, {of}"))
    }

    fn transfer(&self, id: NodeId) -> (Shape, Vec<(Style, String)>, String) {
        let language = self.options.language;
        let Some(transfer) = self.graph.transfer(id) else {
            return (Shape::Transfer(Status::Alleged), Vec::new(), String::new());
        };
        let category = transfer.category.label(language);
        let items = if transfer.items.is_empty() { category.to_owned() } else { transfer.items.join(", ") };
        let mut lines = vec![(KICKER, capitalised(category))];
        lines.extend(self.lines(&items, ITEM, 190.0));
        let sides = |ids: Vec<NodeId>| {
            let names: Vec<&str> = ids.iter().filter_map(|id| Some(self.graph.actor(*id)?.name.as_str())).collect();
            if names.is_empty() { "?".to_owned() } else { names.join(", ") }
        };
        let recipients = self.graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Recipient);
        let way = format!(
            "{} → {}",
            sides(ends(self.graph, id, &Relation::Giver)),
            sides(recipients.map(|edge| edge.to).collect())
        );
        lines.extend(self.lines(&way, NOTE, 190.0));
        let mut facts: Vec<String> =
            transfer.quantities.iter().map(|quantity| words::quantity(quantity, language)).collect();
        facts.extend(transfer.date.map(|date| words::interval(date, language)));
        lines.extend(self.lines(&facts.join(" · "), NOTE, 190.0));
        (Shape::Transfer(transfer.status), lines, format!("{items}: {way}"))
    }

    fn said(&self, shape: Shape, thing: Thing, text: &str) -> (Shape, Vec<(Style, String)>, String) {
        let kicker = if shape == Shape::Proposition(true) {
            Status::Contested.label(self.options.language)
        } else {
            words::kicker(thing, self.options.language)
        };
        let mut lines = vec![(KICKER, capitalised(kicker))];
        let own = if matches!(shape, Shape::Words(_)) { format!("“{text}”") } else { text.to_owned() };
        // Many words take a wider box rather than a tower of lines.
        let width = if self.fonts.width(&own, BODY) > 6.0 * 220.0 { 330.0 } else { 220.0 };
        lines.extend(self.lines(&own, BODY, width));
        (shape, lines, text.to_owned())
    }

    fn lines(&self, text: &str, style: Style, width: f64) -> Vec<(Style, String)> {
        self.fonts.wrap_evenly(text, style, width).into_iter().map(|line| (style, line)).collect()
    }

    fn arrow(&self, from: usize, to: usize, look: Look, statements: &BTreeSet<NodeId>) -> Arrow {
        let mut label = String::new();
        let between_actors = self.options.view == View::Actors;
        if between_actors || !matches!(look, Look::Gives | Look::WouldGive | Look::Towards) {
            words::verb(look, self.options.language).clone_into(&mut label);
            let acts = statements.len();
            if acts > 1 {
                label = format!("{label} ×{acts}");
            }
        }
        let statements = statements.iter().copied().collect();
        let mut arrow = Arrow { from, to, look, label, label_size: None, statements };
        arrow.size_label(self.fonts);
        arrow
    }
}

/// What was said, or the sentence that says so where nothing of it is given.
fn words_of(statement: &Statement) -> &str {
    let content = statement.content.text.as_str();
    if content.trim().is_empty() { &statement.evidence.sentence } else { content }
}

/// Whether a sign stands before the words of a label.
pub(super) fn has_sign(look: Look) -> bool {
    matches!(look, Look::Accuses | Look::Denies | Look::DeniesInOwnWords | Look::Confirms)
}

/// The text with its first letter as a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
