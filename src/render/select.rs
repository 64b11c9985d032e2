//! The part of a web that a picture shows.
//!
//! Salient is what is contested; after that, what more statements speak of, accusations and denials counting most. A
//! thing brings the actors that it is tied to, so that no statement stands without its source.

use super::options::Options;
use super::web::{Look, Thing, Web};
use crate::graph::{KnowledgeGraph, NodeId, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What the options ask for, at most so many things as they allow.
pub(super) fn select(graph: &KnowledgeGraph, web: &Web, options: &Options) -> Web {
    let asked = asked(graph, web, options);
    let web = web.part(&asked);
    let units = units(&web);
    let mut kept: BTreeSet<NodeId> = options.focus.iter().copied().filter(|id| web.things.contains_key(id)).collect();
    let mut ranked: Vec<_> = units.into_iter().map(|unit| (Reverse(weight(graph, &web, &unit)), unit)).collect();
    ranked.sort();
    for (_, unit) in ranked {
        let added = unit.iter().filter(|id| !kept.contains(id)).count();
        if kept.len() + added <= options.max_nodes {
            kept.extend(unit);
        }
    }
    web.part(&kept)
}

/// Everything that the filters let through, before salience counts.
fn asked(graph: &KnowledgeGraph, web: &Web, options: &Options) -> BTreeSet<NodeId> {
    let mut kept: BTreeSet<NodeId> = web.things.keys().copied().collect();
    if !options.focus.is_empty() {
        kept = within(web, &options.focus, options.hops);
    }
    if let Some(words) = &options.about {
        let words = words.to_lowercase();
        let hit = |id: &NodeId| mentions(graph, *id).to_lowercase().contains(&words);
        keep_with_neighbours(web, &mut kept, hit);
    }
    if let Some(status) = options.status {
        keep_with_neighbours(web, &mut kept, |id| status_of(graph, web, *id) == Some(status));
    }
    kept
}

fn within(web: &Web, focus: &[NodeId], hops: usize) -> BTreeSet<NodeId> {
    let mut reached: BTreeSet<NodeId> = focus.iter().copied().filter(|id| web.things.contains_key(id)).collect();
    for _ in 0..hops {
        let next = web.ties.keys().filter(|(from, to, _)| reached.contains(from) != reached.contains(to));
        let next: Vec<NodeId> = next.flat_map(|&(from, to, _)| [from, to]).collect();
        reached.extend(next);
    }
    reached
}

fn keep_with_neighbours(web: &Web, kept: &mut BTreeSet<NodeId>, hit: impl Fn(&NodeId) -> bool) {
    let hits: BTreeSet<NodeId> = kept.iter().copied().filter(|id| hit(id)).collect();
    let ties = web.ties.keys().filter(|(from, to, _)| hits.contains(from) || hits.contains(to));
    let beside: BTreeSet<NodeId> = ties.flat_map(|&(from, to, _)| [from, to]).collect();
    kept.retain(|id| hits.contains(id) || beside.contains(id));
}

/// All the words by which a thing can be found.
pub(super) fn mentions(graph: &KnowledgeGraph, id: NodeId) -> String {
    use crate::graph::{Code, Node};
    match graph.node(id) {
        Some(Node::Actor(actor)) => format!("{} {}", actor.name, actor.aliases.join(" ")),
        Some(Node::Transfer(transfer)) => format!("{} {}", transfer.items.join(" "), transfer.category.code()),
        Some(Node::Proposition(proposition)) => proposition.text.clone(),
        Some(Node::Statement(statement)) => statement.content.text.clone(),
        Some(Node::Article(_)) | None => String::new(),
    }
}

/// The status of a transfer; a proposition that is both affirmed and rejected is contested.
fn status_of(graph: &KnowledgeGraph, web: &Web, id: NodeId) -> Option<Status> {
    if let Some(transfer) = graph.transfer(id) {
        return Some(transfer.status);
    }
    is_disputed(web, id).then_some(Status::Contested)
}

/// Whether somebody puts the thing forward and somebody rejects it.
pub(super) fn is_disputed(web: &Web, id: NodeId) -> bool {
    let looks: BTreeSet<Look> = web.ties.keys().filter(|(_, to, _)| *to == id).map(|(_, _, look)| *look).collect();
    let affirmed = [Look::Says, Look::Accuses, Look::Confirms].iter().any(|look| looks.contains(look));
    affirmed && looks.contains(&Look::Denies)
}

/// What is kept or left together: each thing that is not an actor with its actors, or two actors and their ties.
fn units(web: &Web) -> BTreeSet<BTreeSet<NodeId>> {
    let is_actor = |id: &NodeId| web.things.get(id) == Some(&Thing::Actor);
    let mut around: BTreeMap<NodeId, BTreeSet<NodeId>> =
        web.things.keys().filter(|id| !is_actor(id)).map(|id| (*id, BTreeSet::from([*id]))).collect();
    let mut units = BTreeSet::new();
    for &(from, to, _) in web.ties.keys() {
        if is_actor(&from) && is_actor(&to) {
            units.insert(BTreeSet::from([from, to]));
        }
        for (thing, other) in [(from, to), (to, from)] {
            if let Some(unit) = around.get_mut(&thing) {
                unit.insert(other);
            }
        }
    }
    units.extend(around.into_values());
    units
}

/// How much a unit matters: contested first, then the weight of what is said.
fn weight(graph: &KnowledgeGraph, web: &Web, unit: &BTreeSet<NodeId>) -> (bool, usize) {
    let contested = unit.iter().any(|id| status_of(graph, web, *id) == Some(Status::Contested));
    let inside = web.ties.iter().filter(|((from, to, _), _)| unit.contains(from) && unit.contains(to));
    let weight = inside.map(|((_, _, look), statements)| worth(*look) * statements.len().max(1)).sum();
    (contested, weight)
}

fn worth(look: Look) -> usize {
    match look {
        Look::Accuses | Look::Denies => 4,
        Look::Gives | Look::WouldGive | Look::Confirms | Look::DeniesInOwnWords => 3,
        Look::Condemns | Look::Opposes | Look::Demands | Look::Commits => 2,
        Look::Says | Look::Towards => 1,
    }
}
