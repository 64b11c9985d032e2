//! Actors alone: who accuses, denies, supplies whom, each pair's edges bundled by what they say.

use super::story::{ends, is_certain, look};
use super::web::{Look, Thing, Web};
use crate::extract::StatementKind;
use crate::graph::{KnowledgeGraph, NodeId, Relation};
use std::collections::BTreeSet;

/// Everything that the view of actors can show.
pub(super) fn actors(graph: &KnowledgeGraph) -> Web {
    let mut web = Web::default();
    for (id, statement) in graph.statements() {
        let look = look(statement.kind);
        let mut targets: BTreeSet<NodeId> = to(graph, id, &Relation::Target);
        if statement.kind == StatementKind::Denial {
            targets.extend(answered(graph, id));
        }
        for source in ends(graph, id, &Relation::Source) {
            for &target in targets.iter().filter(|target| **target != source) {
                web.tie(source, target, look, Some(id));
            }
        }
    }
    for (id, transfer) in graph.transfers() {
        let look = if is_certain(transfer.status) { Look::Gives } else { Look::WouldGive };
        for giver in ends(graph, id, &Relation::Giver) {
            for recipient in to(graph, id, &Relation::Recipient) {
                web.tie(giver, recipient, look, Some(id));
            }
        }
    }
    for id in web.ends() {
        web.things.insert(id, Thing::Actor);
    }
    web
}

/// Whose statements a denial answers.
fn answered(graph: &KnowledgeGraph, denial: NodeId) -> Vec<NodeId> {
    let answers = graph.edges_from(denial).iter().filter(|edge| matches!(edge.relation, Relation::Answers(_)));
    answers.flat_map(|edge| ends(graph, edge.to, &Relation::Source)).collect()
}

fn to(graph: &KnowledgeGraph, id: NodeId, relation: &Relation) -> BTreeSet<NodeId> {
    graph.edges_from(id).iter().filter(|edge| edge.relation == *relation).map(|edge| edge.to).collect()
}
