//! Tables with the headers of neo4j-admin (`neo4j-admin database import full --nodes=nodes.csv
//! --relationships=relationships.csv`), and a loader in Cypher that reads the same tables into a running server.

use super::Writer;
use super::csv::cell;
use super::flat::{self, Attributes, EDGE_COLUMNS, NODE_COLUMNS};
use crate::graph::{Code, KnowledgeGraph, NodeId};
use std::io::{self, Write};

/// The tables and the loader.
pub(super) const FILES: &[(&str, Writer)] =
    &[("nodes.csv", nodes), ("relationships.csv", relationships), ("load.cypher", loader)];

fn nodes(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "id:ID,{},:LABEL", header(NODE_COLUMNS))?;
    for (id, node) in graph.nodes() {
        let cells = cells(&flat::node(graph, *id, node), NODE_COLUMNS);
        writeln!(to, "{id},{cells},{}", class(*id))?;
    }
    Ok(())
}

fn relationships(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, ":START_ID,:END_ID,{},:TYPE", header(EDGE_COLUMNS))?;
    for edge in graph.edges() {
        let cells = cells(&flat::edge(edge), EDGE_COLUMNS);
        writeln!(to, "{},{},{cells},{}", edge.from, edge.to, upper(edge.relation.code()))?;
    }
    Ok(())
}

/// Cypher has no way to name a label by a value, so the loader has one statement for each type.
fn loader(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    let classes: std::collections::BTreeSet<String> = graph.nodes().keys().map(|id| class(*id)).collect();
    let types: std::collections::BTreeSet<String> =
        graph.edges().iter().map(|edge| upper(edge.relation.code())).collect();
    writeln!(to, "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Sanggah) REQUIRE n.id IS UNIQUE;")?;
    for class in classes {
        writeln!(to, "LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row")?;
        writeln!(to, "WITH row WHERE row.`:LABEL` = '{class}'")?;
        writeln!(to, "MERGE (n:Sanggah {{id: row.`id:ID`}}) SET n:{class}, {};", set("n", NODE_COLUMNS))?;
    }
    for name in types {
        writeln!(to, "LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row")?;
        writeln!(to, "WITH row WHERE row.`:TYPE` = '{name}'")?;
        writeln!(to, "MATCH (a:Sanggah {{id: row.`:START_ID`}}), (b:Sanggah {{id: row.`:END_ID`}})")?;
        writeln!(to, "MERGE (a)-[r:{name} {{detail: coalesce(row.detail, '')}}]->(b)")?;
        writeln!(
            to,
            "SET {};",
            set("r", EDGE_COLUMNS.iter().filter(|it| it.0 != "detail").copied().collect::<Vec<_>>().as_slice())
        )?;
    }
    Ok(())
}

fn set(variable: &str, columns: &[(&str, bool)]) -> String {
    let assign = |(name, number): &(&str, bool)| {
        let value = if *number { format!("toInteger(row.`{name}:long`)") } else { format!("row.{name}") };
        format!("{variable}.{name} = {value}")
    };
    columns.iter().map(assign).collect::<Vec<_>>().join(", ")
}

fn header(columns: &[(&str, bool)]) -> String {
    let named = |(name, number): &(&str, bool)| if *number { format!("{name}:long") } else { (*name).to_owned() };
    columns.iter().map(named).collect::<Vec<_>>().join(",")
}

fn cells(attributes: &Attributes, columns: &[(&str, bool)]) -> String {
    let value = |(name, _): &(&str, bool)| attributes.iter().find(|it| it.0 == *name).map(|it| it.1.to_string());
    columns.iter().map(|column| cell(value(column).unwrap_or_default())).collect::<Vec<_>>().join(",")
}

fn class(id: NodeId) -> String {
    let code = id.kind().code();
    let mut letters = code.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn upper(relation: &str) -> String {
    relation.to_uppercase().replace(' ', "_")
}
