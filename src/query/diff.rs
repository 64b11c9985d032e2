//! What changed from one graph to another.

use super::lists::{ClaimRow, claim, denials_of};
use super::views::{self, TransferView, code};
use crate::extract::StatementKind;
use crate::graph::{Code, KnowledgeGraph, NodeId, Relation, Sense, Status};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What may have become of a claim or a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It was not there before.
    New,
    /// It has more independent sources, or a surer status.
    Hardened,
    /// It is denied and was not before.
    Denied,
    /// It is confirmed, or acknowledged by a side, and was not before.
    Confirmed,
    /// It is there no more.
    Gone,
}

impl Code for Change {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::New, "new", "baru", "new"),
        (Self::Hardened, "hardened", "menguat", "hardened"),
        (Self::Denied, "denied", "dibantah", "denied"),
        (Self::Confirmed, "confirmed", "dibenarkan", "confirmed"),
        (Self::Gone, "gone", "hilang", "gone"),
    ];
}

/// One change; a thing that changed in several ways has several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Difference {
    /// Of a claim, as it is in the new graph, or was in the old one where it is gone.
    Claim {
        /// What became of it.
        #[serde(serialize_with = "code")]
        change: Change,
        /// The claim.
        claim: ClaimRow,
    },
    /// Of a transfer, likewise.
    Transfer {
        /// What became of it.
        #[serde(serialize_with = "code")]
        change: Change,
        /// The transfer.
        transfer: TransferView,
    },
}

/// The changes of claims and transfers, by change and then by id.
pub fn diff(old: &KnowledgeGraph, new: &KnowledgeGraph) -> Vec<Difference> {
    let (claims_before, claims_after) = (claim_states(old), claim_states(new));
    let (transfers_before, transfers_after) = (transfer_states(old), transfer_states(new));
    let mut aliases: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
    for (former, id) in former(old).chain(former(new)) {
        aliases.entry(former).or_default().insert(id);
        aliases.entry(id).or_default().insert(former);
    }
    let mut found: Vec<(Change, bool, NodeId, Difference)> = Vec::new();
    for (change, id) in changes(&claims_before, &claims_after, &BTreeMap::new()) {
        let graph = if change == Change::Gone { old } else { new };
        found.extend(claim(graph, id).map(|claim| (change, false, id, Difference::Claim { change, claim })));
    }
    for (change, id) in changes(&transfers_before, &transfers_after, &aliases) {
        let graph = if change == Change::Gone { old } else { new };
        let transfer = views::transfer(graph, id);
        found.extend(transfer.map(|transfer| (change, true, id, Difference::Transfer { change, transfer })));
    }
    found.sort_by_key(|it| (it.0, it.1, it.2));
    found.into_iter().map(|it| it.3).collect()
}

/// How firmly a thing stands: only what a change is told by.
#[derive(Clone, Copy)]
struct State {
    firmness: usize,
    denied: bool,
    confirmed: bool,
}

fn claim_states(graph: &KnowledgeGraph) -> BTreeMap<NodeId, State> {
    let mut states = BTreeMap::new();
    for (id, proposition) in graph.propositions() {
        let affirming = graph.edges_to(id).filter(|edge| edge.relation == Relation::Content(Sense::Affirms));
        let said: Vec<NodeId> = affirming.map(|edge| edge.from).collect();
        let of = |kind| said.iter().any(|it| graph.statement(*it).is_some_and(|statement| statement.kind == kind));
        if of(StatementKind::Claim) || of(StatementKind::Accusation) || of(StatementKind::Confirmation) {
            let denied = !denials_of(graph, &said).is_empty();
            let confirmed = of(StatementKind::Confirmation);
            states.insert(id, State { firmness: proposition.sources, denied, confirmed });
        }
    }
    states
}

fn transfer_states(graph: &KnowledgeGraph) -> BTreeMap<NodeId, State> {
    let state = |status: Status| State {
        firmness: match status {
            Status::Acknowledged => 4,
            Status::Reported => 3,
            Status::Alleged | Status::Contested => 2,
            Status::Planned => 1,
            Status::Sought | Status::Blocked | Status::Denied => 0,
        },
        denied: matches!(status, Status::Contested | Status::Denied),
        confirmed: status == Status::Acknowledged,
    };
    graph.transfers().map(|(id, transfer)| (id, state(transfer.status))).collect()
}

fn former(graph: &KnowledgeGraph) -> impl Iterator<Item = (NodeId, NodeId)> {
    graph.transfers().flat_map(|(id, transfer)| transfer.former.iter().map(move |former| (*former, id)))
}

/// Each change with the id in the new graph, or in the old one for what is gone. `aliases` leads between ids of one thing
/// in the two graphs where tellings were merged or came apart.
fn changes(
    before: &BTreeMap<NodeId, State>,
    after: &BTreeMap<NodeId, State>,
    aliases: &BTreeMap<NodeId, BTreeSet<NodeId>>,
) -> Vec<(Change, NodeId)> {
    let find = |states: &BTreeMap<NodeId, State>, id: &NodeId| {
        let alias = || aliases.get(id)?.iter().find_map(|alias| states.get(alias));
        states.get(id).or_else(alias).copied()
    };
    let mut found = Vec::new();
    for (id, now) in after {
        let Some(then) = find(before, id) else {
            found.push((Change::New, *id));
            continue;
        };
        let confirmed = now.confirmed && !then.confirmed;
        let all = [
            (Change::Denied, now.denied && !then.denied),
            (Change::Confirmed, confirmed),
            (Change::Hardened, now.firmness > then.firmness && !confirmed),
        ];
        found.extend(all.into_iter().filter(|it| it.1).map(|it| (it.0, *id)));
    }
    let gone = before.keys().filter(|id| find(after, id).is_none());
    found.extend(gone.map(|id| (Change::Gone, *id)));
    found
}
