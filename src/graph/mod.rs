//! Readings to one [`KnowledgeGraph`]: who is the same across articles, which denial answers which claim, which
//! transfers are one.
//!
//! Truth is relative to a source: the graph holds what each party holds of a thing, side by side, and no later
//! statement overwrites an earlier one.

pub mod store;

mod actors;
mod answers;
mod build;
mod code;
mod coded;
mod contest;
mod corrections;
mod echo;
mod facts;
mod id;
mod knowledge;
mod lexicon;
mod like;
mod model;
mod propositions;
mod standing;
mod status;
mod text;
mod transfers;
mod view;

#[cfg(test)]
pub(crate) mod tests;

pub use build::{Builder, build};
pub use code::{Code, Language};
pub use corrections::{Corrections, CorrectionsError};
pub use facts::{Abstained, Facts};
pub use id::{NodeId, NodeKind, NotAnId};
pub use knowledge::KnowledgeGraph;
pub use lexicon::{CountryNames, GraphLexicon};
pub use model::{
    Actor, ArticleRecord, Basis, Edge, Evidence, Merge, MergeRule, Node, Proposition, Quote, Relation, Role, Sense,
    Stance, Statement, Status, Transfer,
};
pub use standing::Standing;
pub use text::{normal, words};
pub use view::View;
