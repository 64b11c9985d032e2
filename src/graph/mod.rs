//! Readings to one [`KnowledgeGraph`]: who is the same across articles, which denial answers which claim, which
//! transfers are one.
//!
//! Truth is relative to a source: the graph holds what each party holds of a thing, side by side, and no later
//! statement overwrites an earlier one.

pub mod store;

mod code;
mod id;
mod model;
mod view;

pub use code::{Code, Language};
pub use id::{NodeId, NodeKind, NotAnId};
pub use model::{
    Actor, ArticleRecord, Basis, Edge, Evidence, KnowledgeGraph, Merge, Node, Proposition, Quote, Relation, Role,
    Sense, Stance, Statement, Status, Transfer,
};
pub use view::View;
