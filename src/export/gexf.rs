//! GEXF 1.2 (<https://gexf.net>) as Gephi wants it: labels, types as attributes, and days as the life of a node.

use super::flat::{self, Attributes, EDGE_COLUMNS, NODE_COLUMNS};
use super::xml::escape;
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(to, "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">")?;
    writeln!(to, "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">")?;
    columns(to, "node", NODE_COLUMNS)?;
    columns(to, "edge", EDGE_COLUMNS)?;
    writeln!(to, "<nodes>")?;
    for (id, node) in graph.nodes() {
        let attributes = flat::node(graph, *id, node);
        write!(to, "<node id=\"{id}\" label=\"{}\"", escape(&flat::label(node)))?;
        life(to, &attributes)?;
        values(to, &attributes, NODE_COLUMNS)?;
        writeln!(to, "</node>")?;
    }
    writeln!(to, "</nodes>\n<edges>")?;
    for (number, edge) in graph.edges().iter().enumerate() {
        let attributes = flat::edge(edge);
        let detail = flat::detail(&edge.relation);
        let label = if detail.is_empty() { edge.relation.code() } else { &detail };
        write!(
            to,
            "<edge id=\"{number}\" source=\"{}\" target=\"{}\" label=\"{}\"",
            edge.from,
            edge.to,
            escape(label)
        )?;
        values(to, &attributes, EDGE_COLUMNS)?;
        writeln!(to, "</edge>")?;
    }
    writeln!(to, "</edges>\n</graph>\n</gexf>")
}

fn columns(to: &mut dyn Write, of: &str, columns: &[(&str, bool)]) -> io::Result<()> {
    writeln!(to, "<attributes class=\"{of}\">")?;
    for (number, (name, numeric)) in columns.iter().enumerate() {
        let sort = if *numeric { "long" } else { "string" };
        writeln!(to, "<attribute id=\"{number}\" title=\"{name}\" type=\"{sort}\"/>")?;
    }
    writeln!(to, "</attributes>")
}

fn life(to: &mut dyn Write, attributes: &Attributes) -> io::Result<()> {
    for (name, mark) in [("first", "start"), ("last", "end")] {
        if let Some((_, day)) = attributes.iter().find(|it| it.0 == name) {
            write!(to, " {mark}=\"{day}\"")?;
        }
    }
    Ok(())
}

fn values(to: &mut dyn Write, attributes: &Attributes, columns: &[(&str, bool)]) -> io::Result<()> {
    write!(to, "><attvalues>")?;
    for (name, value) in attributes {
        if let Some(number) = columns.iter().position(|column| column.0 == *name) {
            write!(to, "<attvalue for=\"{number}\" value=\"{}\"/>", escape(&value.to_string()))?;
        }
    }
    write!(to, "</attvalues>")
}
