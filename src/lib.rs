//! Reads news articles in Indonesian into a knowledge graph of actors, claims, denials and transfers.
//!
//! The stages, in order; each imports only from those before it:
//!
//! 1. [`ingest`]: files to [`ingest::Article`]s
//! 2. [`segment`]: text to sentences and tokens
//! 3. [`language`]: lemmas, parts of speech, voice, names
//! 4. [`extract`]: an analysed article to its [`extract::Reading`]
//! 5. [`graph`]: readings to a [`graph::KnowledgeGraph`]
//! 6. [`query`]: a graph to answers
//! 7. [`render`]: the graph to pictures
//! 8. [`export`]: the graph to files for other tools
//! 9. [`evaluate`]: readings held against annotated articles
//! 10. [`sparql`]: questions in SPARQL, with the feature of that name

pub mod evaluate;
pub mod export;
pub mod extract;
pub mod graph;
pub mod ingest;
pub mod language;
pub mod query;
pub mod render;
pub mod segment;
pub mod span;
#[cfg(feature = "sparql")]
pub mod sparql;
pub mod table;
