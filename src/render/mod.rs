//! Pictures of a graph.

pub mod layout;
