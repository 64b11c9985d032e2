//! Questions asked of a graph, and their answers as values; [`mod@print`] writes them for people, serde for programs.

pub mod print;

mod diff;
mod filter;
mod ledger;
mod lists;
mod names;
mod path;
mod step;
mod timeline;
mod views;

#[cfg(test)]
mod tests;

pub use diff::{Change, Difference, diff};
pub use filter::Filter;
pub use ledger::{
    ActorLedger, ArticleLedger, Ledger, Office, PropositionLedger, StatementLedger, TransferLedger, ledger,
};
pub use lists::{
    AccusationRow, ActorRow, Answer, ClaimRow, DenialRow, Denier, accusations, actors, claims, denials, transfers,
};
pub use names::{Names, Unknown};
pub use path::{PathOptions, Through, paths};
pub use step::{End, Path, Step};
pub use timeline::{Entry, timeline};
pub use views::{MergeView, Named, Place, StanceView, StatementView, TransferView};
