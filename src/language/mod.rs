//! Tokens to lemmas, parts of speech, voice and names.

mod document;
pub mod morphology;
mod phrasebook;
mod vocabulary;

pub use document::{Document, Shape};
pub use phrasebook::Phrasebook;
pub use vocabulary::Vocabulary;
