//! JSON-LD 1.1 (<https://www.w3.org/TR/json-ld11/>), one resource a line.

use super::rdf::{Object, PREFIXES, Resource, resources};
use crate::graph::KnowledgeGraph;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    let context: Map<String, Value> =
        PREFIXES.iter().map(|(prefix, address)| ((*prefix).to_owned(), json!(*address))).collect();
    write!(to, "{{\"@context\":")?;
    serde_json::to_writer(&mut *to, &context)?;
    write!(to, ",\n\"@graph\":[")?;
    for (position, resource) in resources(graph).enumerate() {
        writeln!(to, "{}", if position == 0 { "" } else { "," })?;
        serde_json::to_writer(&mut *to, &object(&resource))?;
    }
    writeln!(to, "\n]}}")
}

fn object(resource: &Resource) -> Value {
    let mut fields = Map::new();
    fields.insert("@id".to_owned(), json!(resource.name));
    fields.insert("@type".to_owned(), json!(resource.classes));
    for (property, object) in &resource.properties {
        let values = fields.entry((*property).to_owned()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(values) = values {
            values.push(term(object));
        }
    }
    Value::Object(fields)
}

fn term(object: &Object) -> Value {
    match object {
        Object::Name(name) => json!({ "@id": name }),
        Object::Words(text) => json!({ "@value": text, "@language": "id" }),
        Object::Plain(text) => json!({ "@value": text }),
        Object::Number(number) => json!({ "@value": number, "@type": "xsd:integer" }),
        Object::Day(day) => json!({ "@value": day, "@type": "xsd:date" }),
    }
}
