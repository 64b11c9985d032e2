//! An analysed article to its [`Reading`]: who is meant, who says what, what passes, when.

mod actors;
#[cfg(feature = "train")]
mod annotations;
mod attribution;
mod cues;
pub mod dates;
mod excerpt;
mod explain;
mod kinds;
mod lexicon;
mod parties;
mod phrases;
mod quotes;
mod reader;
mod reading;
mod record;
mod roles;
mod rough;
mod targets;
mod transfers;

#[cfg(feature = "train")]
pub use attribution::training::{Found as FoundSources, Lessons as SourceLessons};
pub use explain::Explainer;
#[cfg(feature = "train")]
pub use kinds::training::{Confusion, Lessons as KindLessons};
pub use lexicon::Lexicon;
pub use reader::{Reader, ReaderError};
pub use reading::{
    Actor, ActorId, ActorKind, Category, ContentIs, CueCount, DateBasis, DateInterval, Note, NoteReason, Reading, Role,
    Stance, StanceValue, Statement, StatementId, StatementKind, Transfer,
};
pub use record::ReadingRecord;
#[cfg(feature = "train")]
pub use targets::training::{Aims, Lessons as TargetLessons};
#[cfg(feature = "train")]
pub use transfers::{Lessons as TransferLessons, Share, Shares};
