//! The ways from one actor to another.
//!
//! Edges may be walked against their direction, but each step says which way its arrow points. No way leads through an
//! article: standing in one article joins nobody. Best-first search (Hart, Nilsson and Raphael, 1968) with the number of
//! steps that remain as its estimate, which a breadth-first search from the end gives exactly.

use super::step::Path;
use crate::graph::{Basis, Edge, KnowledgeGraph, NodeId, NodeKind, Relation, Standing, Status, View};
use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};

/// What ways may lead through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// Givers and recipients only.
    Transfers,
    /// What is said, not what passes and who holds which office.
    Claims,
    /// Offices only.
    Roles,
}

/// How ways are searched.
#[derive(Clone, Copy, Debug)]
pub struct PathOptions {
    /// At most so many ways.
    pub limit: usize,
    /// None longer than so many steps.
    pub max_hops: usize,
    /// What ways may lead through; anything where none is given.
    pub through: Option<Through>,
}

/// The best ways from any of some actors to any of others: those of fewest steps, then those that rest on the surest
/// basis and the most articles, then by id. An office that more articles contradict counts for `DOUBT` steps more.
pub fn paths(graph: &KnowledgeGraph, from: &[NodeId], to: &[NodeId], options: PathOptions) -> Vec<Path> {
    let view = View::with(graph, |id| id.kind() != NodeKind::Article);
    let ends: BTreeSet<NodeIndex> = to.iter().filter_map(|id| view.index(*id)).collect();
    let starts = from.iter().filter(|id| !to.contains(id)).filter_map(|id| view.index(*id));
    let search = Search { graph, view: &view, remaining: remaining(&view, &ends, options), options };
    let found = search.best(starts);
    found.iter().map(|way| Path::new(graph, way)).collect()
}

/// So many steps more does an office count for where more articles give its holder offices of another country.
const DOUBT: usize = 3;
/// From so many articles on, more make a step no surer.
const MANY: usize = 15;

fn allowed(relation: &Relation, through: Option<Through>) -> bool {
    match relation {
        Relation::Giver | Relation::Recipient => matches!(through, None | Some(Through::Transfers)),
        Relation::Role(_) => matches!(through, None | Some(Through::Roles)),
        Relation::ReportedIn => false,
        Relation::Source
        | Relation::Speaker
        | Relation::Target
        | Relation::Content(_)
        | Relation::Answers(_)
        | Relation::About(_) => matches!(through, None | Some(Through::Claims)),
    }
}

/// The edges at a node that may be walked, with the node at the other end.
fn neighbours<'v, 'g>(
    view: &'v View<'g>,
    at: NodeIndex,
    through: Option<Through>,
) -> impl Iterator<Item = (NodeIndex, &'g Edge)> + 'v {
    let out = view.graph.edges_directed(at, Direction::Outgoing).map(|edge| (edge.target(), *edge.weight()));
    let back = view.graph.edges_directed(at, Direction::Incoming).map(|edge| (edge.source(), *edge.weight()));
    out.chain(back).filter(move |(_, edge)| allowed(&edge.relation, through))
}

/// How many steps each node is from the nearest end; none where that is more than the most that are allowed.
fn remaining(view: &View, ends: &BTreeSet<NodeIndex>, options: PathOptions) -> Vec<Option<usize>> {
    let mut steps = vec![None; view.graph.node_count()];
    let mut open: VecDeque<(NodeIndex, usize)> = ends.iter().map(|end| (*end, 0)).collect();
    while let Some((at, count)) = open.pop_front() {
        match steps.get_mut(at.index()) {
            Some(slot @ None) => *slot = Some(count),
            Some(Some(_)) | None => continue,
        }
        if count < options.max_hops {
            open.extend(neighbours(view, at, options.through).map(|(next, _)| (next, count + 1)));
        }
    }
    steps
}

struct Search<'v, 'g> {
    graph: &'g KnowledgeGraph,
    view: &'v View<'g>,
    remaining: Vec<Option<usize>>,
    options: PathOptions,
}

/// A way in the making, ordered by its least length, its unsureness and the ids on it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Partial {
    least: usize,
    unsure: usize,
    /// The steps that doubtful offices count for on top of their own.
    doubts: usize,
    ids: Vec<NodeId>,
    at: NodeIndex,
}

impl<'g> Search<'_, 'g> {
    fn best(&self, starts: impl Iterator<Item = NodeIndex>) -> Vec<Vec<(NodeId, &'g Edge)>> {
        let start = |at: NodeIndex| {
            let ids = self.view.graph.node_weight(at).copied().into_iter().collect();
            Some(Reverse(Partial { least: self.steps_from(at)?, unsure: 0, doubts: 0, ids, at }))
        };
        let mut open: BinaryHeap<Reverse<Partial>> = starts.filter_map(start).collect();
        let mut found = Vec::new();
        while found.len() < self.options.limit {
            let Some(Reverse(partial)) = open.pop() else { break };
            if self.steps_from(partial.at) == Some(0) {
                found.push(self.edges(&partial.ids));
            } else {
                self.extend(&partial, &mut open);
            }
        }
        found
    }

    fn steps_from(&self, at: NodeIndex) -> Option<usize> {
        self.remaining.get(at.index()).copied().flatten()
    }

    fn extend(&self, partial: &Partial, open: &mut BinaryHeap<Reverse<Partial>>) {
        let mut surest: BTreeMap<NodeIndex, (usize, usize)> = BTreeMap::new();
        for (next, edge) in neighbours(self.view, partial.at, self.options.through) {
            let unsure = unsureness(self.graph, edge);
            let slot = surest.entry(next).or_insert(unsure);
            *slot = unsure.min(*slot);
        }
        for (next, (doubt, unsure)) in surest {
            let (Some(id), Some(rest)) = (self.view.graph.node_weight(next), self.steps_from(next)) else { continue };
            let hops = partial.ids.len() + rest;
            if hops > self.options.max_hops || partial.ids.contains(id) {
                continue;
            }
            let ids = partial.ids.iter().chain([id]).copied().collect();
            let (doubts, unsure) = (partial.doubts + doubt, partial.unsure + unsure);
            open.push(Reverse(Partial { least: hops + doubts, unsure, doubts, ids, at: next }));
        }
    }

    /// Each node but the last with the surest edge between it and the next.
    fn edges(&self, ids: &[NodeId]) -> Vec<(NodeId, &'g Edge)> {
        let between = |pair: &[NodeId]| {
            let [one, other] = pair else { return None };
            let out = self.graph.edges_from(*one).iter().filter(|edge| edge.to == *other);
            let back = self.graph.edges_from(*other).iter().filter(|edge| edge.to == *one);
            let walkable = out.chain(back).filter(|edge| allowed(&edge.relation, self.options.through));
            let surest = walkable.min_by_key(|edge| (unsureness(self.graph, edge), *edge))?;
            Some((*one, surest))
        };
        ids.windows(2).filter_map(between).collect()
    }
}

/// How many steps an edge counts for beside its own, and how little it rests on: first its basis, then how many articles
/// tell it.
fn unsureness(graph: &KnowledgeGraph, edge: &Edge) -> (usize, usize) {
    let standing = graph.standing(edge);
    let doubt = if standing.is_some_and(Standing::contradicted) { DOUBT } else { 0 };
    let articles = standing.map_or_else(|| tellings(graph, edge), |standing| standing.articles);
    (doubt, basis(graph, edge) * MANY + MANY - articles.clamp(1, MANY))
}

/// How many articles tell of the transfer at an edge, or what its statement says.
fn tellings(graph: &KnowledgeGraph, edge: &Edge) -> usize {
    if let Some(transfer) = graph.transfer(edge.from).or_else(|| graph.transfer(edge.to)) {
        return transfer.stances.iter().map(|stance| stance.evidence.article).collect::<BTreeSet<_>>().len();
    }
    let statement = [edge.from, edge.to].into_iter().find(|id| graph.statement(*id).is_some());
    let contents = statement.map(|id| graph.edges_from(id)).unwrap_or_default().iter();
    contents.filter_map(|edge| graph.proposition(edge.to)).map(|it| it.articles).max().unwrap_or(1)
}

/// 0 for what a text states outright.
fn basis(graph: &KnowledgeGraph, edge: &Edge) -> usize {
    match &edge.relation {
        Relation::Giver | Relation::Recipient => transfer_at(graph, edge).map_or(0, |it| match it {
            Status::Acknowledged => 0,
            Status::Reported => 1,
            Status::Alleged => 2,
            Status::Contested => 3,
            Status::Planned => 4,
            Status::Sought => 5,
            Status::Blocked => 6,
            Status::Denied => 7,
        }),
        Relation::Answers(Basis::SameTransfer) => 2,
        Relation::Answers(Basis::Reference | Basis::LikeWords) | Relation::Speaker | Relation::About(_) => 1,
        Relation::Answers(Basis::SameWords)
        | Relation::Source
        | Relation::Target
        | Relation::Content(_)
        | Relation::Role(_)
        | Relation::ReportedIn => 0,
    }
}

pub(super) fn transfer_at(graph: &KnowledgeGraph, edge: &Edge) -> Option<Status> {
    graph.transfer(edge.from).or_else(|| graph.transfer(edge.to)).map(|transfer| transfer.status)
}
