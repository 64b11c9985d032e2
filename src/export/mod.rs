//! The graph as files that other tools open: one file of code for each format, each with one entry point that writes to
//! a given writer.
//!
//! | format | opened by | does not hold |
//! |---|---|---|
//! | `json` | `NetworkX`, D3, this program | nothing is lost |
//! | `graphml` | `NetworkX`, yEd, Gephi, Cytoscape | the sentences of stances; stances are one line of text |
//! | `gexf` | Gephi, `NetworkX` | the same; of a stretch of days, only the node's own |
//! | `dot` | Graphviz | sentences and places |
//! | `turtle`, `jsonld` | RDF libraries and stores | cue places |
//! | `neo4j` | neo4j-admin, or its loader in Cypher | the same as `graphml` |
//! | `ftm` | `FollowTheMoney`, Aleph | propositions and what answers what: statements are links with their words |
//! | `csv` | spreadsheets | cue places |
//!
//! Ids are those of the graph in all of them, so a later export finds the same nodes again.

mod csv;
mod dot;
mod flat;
mod ftm;
mod gexf;
mod graphml;
mod jsonld;
mod neo4j;
mod rdf;
mod turtle;
mod xml;

pub use rdf::PREFIXES;

#[cfg(test)]
mod tests;

use crate::graph::{Code, KnowledgeGraph, store};
use std::io::{self, Write};

/// The formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Node-link JSON, the stored form.
    Json,
    /// `GraphML` 1.0.
    Graphml,
    /// GEXF 1.2.
    Gexf,
    /// The language of Graphviz.
    Dot,
    /// RDF as Turtle.
    Turtle,
    /// RDF as JSON-LD.
    Jsonld,
    /// Tables with the headers of neo4j-admin, and a loader in Cypher.
    Neo4j,
    /// Entities of `FollowTheMoney`, one JSON object a line.
    Ftm,
    /// Tables for spreadsheets.
    Csv,
}

impl Code for Format {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Json, "json", "JSON", "JSON"),
        (Self::Graphml, "graphml", "GraphML", "GraphML"),
        (Self::Gexf, "gexf", "GEXF", "GEXF"),
        (Self::Dot, "dot", "DOT", "DOT"),
        (Self::Turtle, "turtle", "Turtle", "Turtle"),
        (Self::Jsonld, "jsonld", "JSON-LD", "JSON-LD"),
        (Self::Neo4j, "neo4j", "Neo4j", "Neo4j"),
        (Self::Ftm, "ftm", "FollowTheMoney", "FollowTheMoney"),
        (Self::Csv, "csv", "CSV", "CSV"),
    ];
}

/// Writes one file of a format.
pub type Writer = fn(&KnowledgeGraph, &mut dyn Write) -> io::Result<()>;

impl Format {
    /// The files of the format, each with its usual name and what writes it; a single one may take any name.
    pub fn files(self) -> &'static [(&'static str, Writer)] {
        match self {
            Self::Json => &[("graph.json", |graph, mut to| store::write(graph, &mut to))],
            Self::Graphml => &[("graph.graphml", graphml::write)],
            Self::Gexf => &[("graph.gexf", gexf::write)],
            Self::Dot => &[("graph.dot", dot::write)],
            Self::Turtle => &[("graph.ttl", turtle::write)],
            Self::Jsonld => &[("graph.jsonld", jsonld::write)],
            Self::Ftm => &[("graph.ftm.jsonl", ftm::write)],
            Self::Neo4j => neo4j::FILES,
            Self::Csv => csv::FILES,
        }
    }
}
