//! RDF 1.1 Turtle (<https://www.w3.org/TR/turtle/>).

use super::rdf::{Object, PREFIXES, resources};
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    for (prefix, address) in PREFIXES {
        writeln!(to, "@prefix {prefix}: <{address}> .")?;
    }
    for resource in resources(graph) {
        write!(to, "\n{} a {}", resource.name, resource.classes.join(", "))?;
        for (property, object) in &resource.properties {
            write!(to, " ;\n  {property} {}", term(object))?;
        }
        writeln!(to, " .")?;
    }
    Ok(())
}

fn term(object: &Object) -> String {
    match object {
        Object::Name(name) => name.clone(),
        Object::Words(text) => format!("\"{}\"@id", escape(text)),
        Object::Plain(text) => format!("\"{}\"", escape(text)),
        Object::Number(number) => number.to_string(),
        Object::Day(day) => format!("\"{day}\"^^xsd:date"),
    }
}

fn escape(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\\' => "\\\\".to_owned(),
        '"' => "\\\"".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        _ if letter.is_control() => format!("\\u{:04X}", u32::from(letter)),
        _ => letter.to_string(),
    };
    text.chars().map(letter).collect()
}
