//! What a view shows before it is cut down and drawn: things, and ties between them.

use crate::extract::StatementKind;
use crate::graph::NodeId;
use std::collections::{BTreeMap, BTreeSet};

/// Things by the id of the node that they stand for, and ties between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Web {
    pub(super) things: BTreeMap<NodeId, Thing>,
    /// Ties by their ends and look, each with the statements that it rests on.
    pub(super) ties: BTreeMap<(NodeId, NodeId, Look), BTreeSet<NodeId>>,
}

/// What stands in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    /// An actor.
    Actor,
    /// A transfer.
    Transfer,
    /// A proposition.
    Proposition,
    /// The words of one statement that has no proposition of its own.
    Words(StatementKind),
}

/// What a tie says; each has its own colour and form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Look {
    /// Gave or gives: somebody else than an accuser holds so.
    Gives,
    /// Is said or planned or wished to give.
    WouldGive,
    /// Accuses of it.
    Accuses,
    /// Rejects it.
    Denies,
    /// Rejects something unnamed, in these words.
    DeniesInOwnWords,
    /// Puts it forward.
    Says,
    /// Admits it.
    Confirms,
    /// Disapproves of it.
    Condemns,
    /// Opposes or stops it.
    Opposes,
    /// Wants it.
    Demands,
    /// Binds itself to it.
    Commits,
    /// The words are directed at somebody.
    Towards,
}

impl Look {
    /// All that stand for statements, in the order of a legend.
    pub(super) const ALL: [Self; 12] = [
        Self::Accuses,
        Self::Says,
        Self::Denies,
        Self::DeniesInOwnWords,
        Self::Confirms,
        Self::Condemns,
        Self::Opposes,
        Self::Demands,
        Self::Commits,
        Self::Gives,
        Self::WouldGive,
        Self::Towards,
    ];

    /// The name that it has in classes and filters.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Gives => "gives",
            Self::WouldGive => "would-give",
            Self::Accuses => "accuses",
            Self::Denies => "denies",
            Self::DeniesInOwnWords => "own-words",
            Self::Says => "says",
            Self::Confirms => "confirms",
            Self::Condemns => "condemns",
            Self::Opposes => "opposes",
            Self::Demands => "demands",
            Self::Commits => "commits",
            Self::Towards => "towards",
        }
    }
}

impl Web {
    /// Adds a tie, or a statement to the tie that is there.
    pub(super) fn tie(&mut self, from: NodeId, to: NodeId, look: Look, statement: Option<NodeId>) {
        self.ties.entry((from, to, look)).or_default().extend(statement);
    }

    /// Everything that a tie begins or ends at.
    pub(super) fn ends(&self) -> BTreeSet<NodeId> {
        self.ties.keys().flat_map(|&(from, to, _)| [from, to]).collect()
    }

    /// The part that holds these things alone.
    pub(super) fn part(&self, keep: &BTreeSet<NodeId>) -> Web {
        let things = self.things.iter().filter(|(id, _)| keep.contains(id));
        let ties = self.ties.iter().filter(|((from, to, _), _)| keep.contains(from) && keep.contains(to));
        Web {
            things: things.map(|(id, thing)| (*id, *thing)).collect(),
            ties: ties.map(|(ends, statements)| (*ends, statements.clone())).collect(),
        }
    }
}
