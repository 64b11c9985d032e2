//! Tokens to lemmas, parts of speech, voice and names.

pub mod morphology;
