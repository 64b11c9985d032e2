//! What every format must hold, whoever reads it; other people's readers are tried in CI.

use super::*;
use crate::extract::{ActorKind, Category, StanceValue, StatementKind};
use crate::graph::tests::story::{Story, graph};
use jiff::civil::date;
use std::collections::BTreeSet;

/// A graph with characters that each format must escape.
fn awkward() -> KnowledgeGraph {
    let text = "=Kata \"X & <Y>\", 'menteri'\\ mengirim beras, gandum; ke Rusia.";
    let mut story = Story::new("kutipan", date(2024, 5, 1), text);
    let (state, other) = (story.country("Korea Utara"), story.country("Rusia"));
    let person = story.actor(ActorKind::Person, &["Rina & <Wati>"]);
    story.role(person, Some("menteri"), state);
    let said = story.says(
        StatementKind::Accusation,
        person,
        ["Kata", "\"X & <Y>\", 'menteri'\\ mengirim beras, gandum; ke Rusia"],
    );
    story.at(said, other);
    let transfer = story.passes([Some(state), Some(other)], Category::Food, "beras, gandum");
    story.holds(transfer, StanceValue::Asserted, Some(said));
    graph(&[story])
}

fn written(graph: &KnowledgeGraph, writer: Writer) -> String {
    let mut bytes = Vec::new();
    writer(graph, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_format_writes_every_file_and_the_same_bytes_again() {
    let graph = awkward();
    for (format, ..) in Format::NAMES {
        let names: BTreeSet<&str> = format.files().iter().map(|file| file.0).collect();
        assert_eq!(names.len(), format.files().len());
        for (name, writer) in format.files() {
            let text = written(&graph, *writer);
            assert!(!text.is_empty(), "{name}");
            assert_eq!(text, written(&graph, *writer), "{name}");
        }
    }
}

#[test]
fn markup_in_the_text_is_escaped() {
    let graph = awkward();
    let name = |format: Format| written(&graph, format.files()[0].1);
    for format in [Format::Graphml, Format::Gexf] {
        let text = name(format);
        assert!(text.contains("Rina &amp; &lt;Wati&gt;") && !text.contains("Rina & <"), "{text}");
    }
    assert!(name(Format::Turtle).contains("\\\"X & <Y>\\\", 'menteri'\\\\ mengirim"));
    assert!(name(Format::Dot).contains("\\\"X & <Y>\\\""));
    let value: serde_json::Value = serde_json::from_str(&name(Format::Jsonld)).unwrap();
    assert!(value["@graph"].as_array().unwrap().iter().all(|resource| resource["@id"].is_string()));
    for line in name(Format::Ftm).lines() {
        let entity: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(entity["schema"].is_string() && entity["properties"].is_object(), "{line}");
    }
}

#[test]
fn a_spreadsheet_runs_no_formula() {
    let graph = awkward();
    let (_, statements) = Format::Csv.files().iter().find(|file| file.0 == "statements.csv").unwrap();
    let text = written(&graph, *statements);
    assert!(text.contains(",\"'=Kata \"\"X & <Y>\"\""), "{text}");
    assert!(!text.contains(",\"=Kata"), "{text}");
}

#[test]
fn nothing_that_is_only_said_is_asserted_in_rdf() {
    let text = written(&awkward(), Format::Turtle.files()[0].1);
    assert!(text.contains("sg:describedGiver") && text.contains("sg:status \"acknowledged\""), "{text}");
    assert!(text.contains("a sg:Stance") && text.contains("a schema:Claim"), "{text}");
}
