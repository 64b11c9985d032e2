//! The whole graph in the language of Graphviz, without layout: shapes by type, denials dashed.

use super::flat;
use crate::extract::{StanceValue, StatementKind};
use crate::graph::{KnowledgeGraph, Node, Relation, Sense};
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "digraph sanggah {{")?;
    for (id, node) in graph.nodes() {
        let shape = match node {
            Node::Actor(_) => "box",
            Node::Statement(_) => "note",
            Node::Proposition(_) => "ellipse",
            Node::Transfer(_) => "cds",
            Node::Article(_) => "tab",
        };
        let denial = matches!(node, Node::Statement(statement) if statement.kind == StatementKind::Denial);
        let style = if denial { " style=dashed" } else { "" };
        writeln!(to, "\"{id}\" [label=\"{}\" shape={shape}{style}];", escape(&flat::label(node)))?;
    }
    for edge in graph.edges() {
        let rejects = matches!(edge.relation, Relation::Content(Sense::Rejects) | Relation::Answers(_))
            || edge.relation == Relation::About(StanceValue::Denied);
        let style = if rejects { " style=dashed" } else { "" };
        let detail = flat::detail(&edge.relation);
        let label = if detail.is_empty() { edge.relation.code() } else { &detail };
        writeln!(to, "\"{}\" -> \"{}\" [label=\"{}\"{style}];", edge.from, edge.to, escape(label))?;
    }
    writeln!(to, "}}")
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ")
}
