//! The part of a web that a picture shows.
//!
//! Salient is what is contested; after that, what more statements speak of, accusations and denials counting most. A
//! thing brings the actors that it is tied to, so that no statement stands without its source.

use super::options::Options;
use super::web::{Look, Thing, Web};
use crate::graph::{KnowledgeGraph, NodeId, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The part that a picture shows, and how it came about.
pub(super) struct Selected {
    /// What the options ask for.
    pub(super) asked: Web,
    /// The salient part of it, at most so many things as the options allow.
    pub(super) shown: Web,
}

/// What the options ask for, and so much of it as they allow.
pub(super) fn select(graph: &KnowledgeGraph, web: &Web, options: &Options) -> Selected {
    let web = web.part(&asked(graph, web, options));
    let mut kept: BTreeSet<NodeId> = options.focus.iter().copied().filter(|id| web.things.contains_key(id)).collect();
    let mut ranked: Vec<_> = units(graph, &web).into_iter().map(|(unit, weight)| (Reverse(weight), unit)).collect();
    ranked.sort();
    for (_, unit) in ranked {
        let added = unit.iter().filter(|id| !kept.contains(id)).count();
        if kept.len() + added <= options.max_nodes {
            kept.extend(unit);
        }
    }
    let shown = web.part(&kept);
    Selected { asked: web, shown }
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
        let disputed = disputed(web);
        keep_with_neighbours(web, &mut kept, |id| status_of(graph, &disputed, *id) == Some(status));
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

/// What somebody puts forward and somebody rejects.
pub(super) fn disputed(web: &Web) -> BTreeSet<NodeId> {
    let mut sides: BTreeMap<NodeId, (bool, bool)> = BTreeMap::new();
    for (_, to, look) in web.ties.keys() {
        let (affirmed, denied) = sides.entry(*to).or_default();
        *affirmed |= matches!(look, Look::Says | Look::Accuses | Look::Confirms);
        *denied |= *look == Look::Denies;
    }
    sides.into_iter().filter(|(_, sides)| *sides == (true, true)).map(|(id, _)| id).collect()
}

/// The status of a transfer; a proposition that is both affirmed and rejected is contested.
fn status_of(graph: &KnowledgeGraph, disputed: &BTreeSet<NodeId>, id: NodeId) -> Option<Status> {
    let of_transfer = graph.transfer(id).map(|transfer| transfer.status);
    of_transfer.or_else(|| disputed.contains(&id).then_some(Status::Contested))
}

/// Whether a thing is contested, and the weight of what is said of it.
type Weight = (bool, usize);

/// What is kept or left together, with its weight: each thing that is not an actor with its actors, or two actors.
fn units(graph: &KnowledgeGraph, web: &Web) -> BTreeMap<BTreeSet<NodeId>, Weight> {
    let is_actor = |id: &NodeId| web.things.get(id) == Some(&Thing::Actor);
    let disputed = disputed(web);
    let mut around: BTreeMap<NodeId, (BTreeSet<NodeId>, usize)> = BTreeMap::new();
    let mut units: BTreeMap<BTreeSet<NodeId>, Weight> = BTreeMap::new();
    for id in web.things.keys().filter(|id| !is_actor(id)) {
        around.insert(*id, (BTreeSet::from([*id]), 0));
    }
    for (&(from, to, look), statements) in &web.ties {
        let weight = worth(look) * statements.len().max(1);
        if is_actor(&from) && is_actor(&to) {
            units.entry(BTreeSet::from([from, to])).or_default().1 += weight;
        }
        for (thing, other) in [(from, to), (to, from)] {
            if let Some(unit) = around.get_mut(&thing) {
                unit.0.insert(other);
                unit.1 += weight;
            }
        }
    }
    for (id, (unit, weight)) in around {
        let contested = status_of(graph, &disputed, id) == Some(Status::Contested);
        let known = units.entry(unit).or_default();
        *known = (known.0 || contested, known.1 + weight);
    }
    units
}

fn worth(look: Look) -> usize {
    match look {
        Look::Accuses | Look::Denies => 4,
        Look::Gives | Look::WouldGive | Look::Confirms | Look::DeniesInOwnWords => 3,
        Look::Condemns | Look::Opposes | Look::Demands | Look::Commits => 2,
        Look::Says | Look::Towards => 1,
    }
}
