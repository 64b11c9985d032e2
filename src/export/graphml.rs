//! `GraphML` 1.0 (<http://graphml.graphdrawing.org>): a directed multigraph with typed attributes.

use super::flat::{self, Attributes, EDGE_COLUMNS, NODE_COLUMNS};
use super::xml::escape;
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(to, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    keys(to, "node", NODE_COLUMNS)?;
    keys(to, "edge", EDGE_COLUMNS)?;
    writeln!(to, "<graph edgedefault=\"directed\">")?;
    for (id, node) in graph.nodes() {
        write!(to, "<node id=\"{id}\">")?;
        data(to, "node", &flat::node(graph, *id, node))?;
        writeln!(to, "</node>")?;
    }
    for edge in graph.edges() {
        let key = escape(&edge.relation.key());
        let (from, into) = (edge.from, edge.to);
        write!(to, "<edge id=\"{from} {into} {key}\" source=\"{from}\" target=\"{into}\">")?;
        data(to, "edge", &flat::edge(edge))?;
        writeln!(to, "</edge>")?;
    }
    writeln!(to, "</graph>\n</graphml>")
}

fn keys(to: &mut dyn Write, of: &str, columns: &[(&str, bool)]) -> io::Result<()> {
    for (name, number) in columns {
        let sort = if *number { "long" } else { "string" };
        writeln!(to, "<key id=\"{of}.{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{sort}\"/>")?;
    }
    Ok(())
}

fn data(to: &mut dyn Write, of: &str, attributes: &Attributes) -> io::Result<()> {
    for (name, value) in attributes {
        write!(to, "<data key=\"{of}.{name}\">{}</data>", escape(&value.to_string()))?;
    }
    Ok(())
}
