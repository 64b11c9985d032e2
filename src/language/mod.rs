//! Tokens to lemmas, parts of speech, voice and names.

mod document;
pub mod models;
pub mod morphology;
mod phrasebook;
#[cfg(feature = "train")]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts and scores in training are far below the limits"
)]
pub mod training;
mod vocabulary;

pub use document::{Document, Shape};
pub use phrasebook::Phrasebook;
pub use vocabulary::Vocabulary;
