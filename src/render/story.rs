//! The story: who puts forward or rejects what, and what passes between whom.
//!
//! A statement is drawn as an edge from its source to the transfer that it is about, else to the proposition. A denial
//! in the denier's own words is drawn to what it answers; where that is unknown it becomes a box of its own, so that
//! "denies" never stands before words that hold the negation already.

use super::web::{Look, Thing, Web};
use crate::extract::{ContentIs, StanceValue, StatementKind};
use crate::graph::{KnowledgeGraph, NodeId, NodeKind, Relation, Sense, Statement, Status};

/// Everything that the story can show.
pub(super) fn story(graph: &KnowledgeGraph) -> Web {
    let mut web = Web::default();
    for (id, transfer) in graph.transfers() {
        web.things.insert(id, Thing::Transfer);
        let look = if is_certain(transfer.status) { Look::Gives } else { Look::WouldGive };
        for edge in graph.edges_to(id).filter(|edge| edge.relation == Relation::Giver) {
            web.tie(edge.from, id, look, None);
        }
        for edge in graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Recipient) {
            web.tie(id, edge.to, look, None);
        }
    }
    for (id, statement) in graph.statements() {
        let objects = objects(graph, id, statement);
        let sources: Vec<NodeId> = ends(graph, id, &Relation::Source);
        for &(object, look) in &objects {
            web.things.entry(object).or_insert_with(|| thing(object, statement));
            for &source in &sources {
                web.tie(source, object, look, Some(id));
            }
        }
        if statement.kind != StatementKind::Denial || objects.iter().any(|(object, _)| *object == id) {
            for &(object, _) in &objects {
                towards(graph, &mut web, id, object, &sources);
            }
        }
    }
    for id in web.ends() {
        if graph.actor(id).is_some() {
            web.things.insert(id, Thing::Actor);
        }
    }
    web
}

/// Whether anybody but accusers holds that the transfer happened.
pub(super) fn is_certain(status: Status) -> bool {
    matches!(status, Status::Acknowledged | Status::Reported)
}

/// Whom a statement is directed at, seen from the box that holds its words.
fn towards(graph: &KnowledgeGraph, web: &mut Web, statement: NodeId, object: NodeId, sources: &[NodeId]) {
    if !matches!(web.things.get(&object), Some(Thing::Proposition | Thing::Words(_))) {
        return;
    }
    for edge in graph.edges_from(statement).iter().filter(|edge| edge.relation == Relation::Target) {
        if !sources.contains(&edge.to) {
            web.tie(object, edge.to, Look::Towards, Some(statement));
        }
    }
}

fn thing(object: NodeId, statement: &Statement) -> Thing {
    match object.kind() {
        NodeKind::Actor => Thing::Actor,
        NodeKind::Transfer => Thing::Transfer,
        NodeKind::Proposition => Thing::Proposition,
        NodeKind::Statement | NodeKind::Article => Thing::Words(statement.kind),
    }
}

/// Where the edges of a statement lead, and how they look.
fn objects(graph: &KnowledgeGraph, id: NodeId, statement: &Statement) -> Vec<(NodeId, Look)> {
    let about = transfers(graph, id, statement.kind);
    if !about.is_empty() {
        return about;
    }
    if statement.kind == StatementKind::Denial {
        return denied(graph, id, statement);
    }
    let look = look(statement.kind);
    let affirmed = contents(graph, id, Sense::Affirms);
    if !affirmed.is_empty() {
        return affirmed.into_iter().map(|object| (object, look)).collect();
    }
    let targets = leaving(graph, id, &Relation::Target);
    if statement.kind == StatementKind::Condemnation && !targets.is_empty() {
        return targets.into_iter().map(|target| (target, look)).collect();
    }
    vec![(id, look)]
}

fn denied(graph: &KnowledgeGraph, id: NodeId, statement: &Statement) -> Vec<(NodeId, Look)> {
    let rejected = contents(graph, id, Sense::Rejects);
    if !rejected.is_empty() {
        return rejected.into_iter().map(|object| (object, Look::Denies)).collect();
    }
    let answered = graph.edges_from(id).iter().filter(|edge| matches!(edge.relation, Relation::Answers(_)));
    let mut objects: Vec<(NodeId, Look)> = answered
        .flat_map(|edge| {
            let kind = graph.statement(edge.to).map_or(StatementKind::Claim, |statement| statement.kind);
            let about = transfers(graph, edge.to, kind).into_iter().map(|(object, _)| object);
            about.chain(contents(graph, edge.to, Sense::Affirms))
        })
        .map(|object| (object, Look::Denies))
        .collect();
    objects.sort();
    objects.dedup();
    if objects.is_empty() {
        let own = statement.content_is == Some(ContentIs::Words);
        objects.push((id, if own { Look::DeniesInOwnWords } else { Look::Denies }));
    }
    objects
}

fn transfers(graph: &KnowledgeGraph, id: NodeId, kind: StatementKind) -> Vec<(NodeId, Look)> {
    let about = graph.edges_from(id).iter().filter_map(|edge| match edge.relation {
        Relation::About(StanceValue::Denied) => Some((edge.to, Look::Denies)),
        Relation::About(StanceValue::Blocked) => Some((edge.to, Look::Opposes)),
        // "membantah sapi yang dikirimnya sakit" grants the transfer that it speaks of.
        Relation::About(_) if kind == StatementKind::Denial => None,
        Relation::About(_) => Some((edge.to, look(kind))),
        _ => None,
    });
    let mut about: Vec<_> = about.collect();
    about.dedup();
    about
}

fn contents(graph: &KnowledgeGraph, id: NodeId, sense: Sense) -> Vec<NodeId> {
    leaving(graph, id, &Relation::Content(sense))
}

fn leaving(graph: &KnowledgeGraph, id: NodeId, relation: &Relation) -> Vec<NodeId> {
    graph.edges_from(id).iter().filter(|edge| edge.relation == *relation).map(|edge| edge.to).collect()
}

/// The actors whose edges of this sort lead to a statement.
pub(super) fn ends(graph: &KnowledgeGraph, id: NodeId, relation: &Relation) -> Vec<NodeId> {
    graph.edges_to(id).filter(|edge| edge.relation == *relation).map(|edge| edge.from).collect()
}

/// How a statement of this kind looks.
pub(super) fn look(kind: StatementKind) -> Look {
    match kind {
        StatementKind::Claim => Look::Says,
        StatementKind::Accusation => Look::Accuses,
        StatementKind::Denial => Look::Denies,
        StatementKind::Confirmation => Look::Confirms,
        StatementKind::Condemnation => Look::Condemns,
        StatementKind::Demand => Look::Demands,
        StatementKind::Commitment => Look::Commits,
    }
}
