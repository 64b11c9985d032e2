//! What the stances on a transfer come to.
//!
//! The rules, of which the first that holds decides; a person's view counts for the state or body that he holds office
//! in, and a body's for the state that it is part of:
//!
//! | status | holds where |
//! |---|---|
//! | contested | anybody, the writer included, asserted it and anybody denied it |
//! | acknowledged | a giver or recipient asserted it |
//! | reported | the writer asserted it |
//! | alleged | others asserted it |
//! | denied | every stance denies it |
//! | blocked | anybody opposes or stopped it |
//! | planned | anybody offers, promises or agreed it |
//! | sought | anybody wishes for it or holds it possible |

use super::id::NodeId;
use super::lexicon::GraphLexicon;
use super::model::{Edge, Relation, Stance, Status};
use super::standing::Votes;
use crate::extract::StanceValue;
use std::collections::{BTreeMap, BTreeSet};

/// For whom each actor's view counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Lift {
    above: BTreeMap<NodeId, BTreeSet<NodeId>>,
}

impl Lift {
    /// Read off these roles, sorted; former offices do not count, nor those that more articles contradict.
    pub(super) fn new(edges: &[Edge], lexicon: &GraphLexicon, is_country: impl Fn(NodeId) -> bool) -> Self {
        let mut above: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
        let roles_of = |id: NodeId| {
            let start = edges.partition_point(|edge| edge.from < id);
            let end = edges.partition_point(|edge| edge.from <= id);
            edges.get(start..end).unwrap_or_default()
        };
        for own in edges.chunk_by(|one, other| one.from == other.from) {
            let votes = Votes::new(own, roles_of, &is_country);
            for edge in own {
                let Relation::Role(role) = &edge.relation else { continue };
                let former = role.office.as_deref().is_some_and(|office| lexicon.is_former(office));
                if !former && !votes.standing(edge).contradicted() {
                    above.entry(edge.from).or_default().insert(edge.to);
                }
            }
        }
        Self { above }
    }

    /// The actor itself and all for whom it speaks, through any number of offices.
    pub(super) fn of(&self, actor: NodeId) -> BTreeSet<NodeId> {
        let mut reached = BTreeSet::from([actor]);
        let mut open = vec![actor];
        while let Some(id) = open.pop() {
            let above = self.above.get(&id).into_iter().flatten();
            open.extend(above.filter(|id| reached.insert(**id)));
        }
        reached
    }

    /// Whether the view of `actor` counts for one of `others`.
    pub(super) fn speaks_for(&self, actor: NodeId, others: &BTreeSet<NodeId>) -> bool {
        !self.of(actor).is_disjoint(others)
    }
}

/// The status of a transfer between these sides; none where nobody holds anything of it.
pub(super) fn status(stances: &[Stance], sides: &BTreeSet<NodeId>, lift: &Lift) -> Option<Status> {
    let any = |value| stances.iter().any(|stance| stance.value == value);
    let asserts = |holds: &dyn Fn(Option<NodeId>) -> bool| {
        stances.iter().any(|stance| stance.value == StanceValue::Asserted && holds(stance.holder))
    };
    let rules = [
        (Status::Contested, any(StanceValue::Asserted) && any(StanceValue::Denied)),
        (Status::Acknowledged, asserts(&|holder| holder.is_some_and(|id| lift.speaks_for(id, sides)))),
        (Status::Reported, asserts(&|holder| holder.is_none())),
        (Status::Alleged, any(StanceValue::Asserted)),
        (Status::Denied, !stances.is_empty() && stances.iter().all(|stance| stance.value == StanceValue::Denied)),
        (Status::Blocked, any(StanceValue::Blocked)),
        (Status::Planned, any(StanceValue::Planned)),
        (Status::Sought, any(StanceValue::Sought)),
    ];
    rules.into_iter().find(|rule| rule.1).map(|rule| rule.0)
}
