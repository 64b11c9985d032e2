//! An analysed article to its [`Reading`]: who is meant, who says what, what passes, when.

pub mod dates;
mod reading;

pub use reading::{
    Actor, ActorId, ActorKind, Category, ContentIs, DateBasis, DateInterval, Note, NoteReason, Reading, Role, Stance,
    StanceValue, Statement, StatementId, StatementKind, Transfer,
};
