//! Questions to a graph as a user puts them.

use crate::support::{Folder, repository};
use serde_json::Value;

/// A folder with the graph of the sample articles.
fn asked() -> Folder {
    let folder = Folder::new();
    let articles = repository("data/articles").to_string_lossy().into_owned();
    folder.graph(&["build", &articles, "-o", "output/graph.json"]).expect(0, &[]);
    folder
}

/// Holds a run to its exit status and to words that it must write, on either of its outputs.
#[track_caller]
fn check(folder: &Folder, arguments: &[&str], status: i32, told: &[&str]) {
    let run = folder.graph(arguments).expect(status, &[]);
    let said = run.out + &run.err;
    for words in told {
        assert!(said.contains(words), "`{words}` is missing in the answer to {arguments:?}: {said}");
    }
}

#[test]
fn questions_are_answered_and_the_exit_status_says_whether_anything_was_found() {
    let folder = asked();
    let check = |arguments: &[&str], status: i32, told: &[&str]| check(&folder, arguments, status, told);
    check(&["query", "--path", "as", "RUSIA"], 0, &["1. ", "Amerika Serikat", "Rusia"]);
    check(&["query", "--path", "usa", "korut", "--max-hops", "1", "--through", "transfers"], 1, &[]);
    check(&["query", "--path", "AS", "Rusiia"], 1, &["\"Rusiia\" is not in the graph; nearest: Rusia"]);
    check(&["query", "--claims"], 0, &["sumber mandiri", "--limit 0 shows all"]);
    check(&["query", "--claims", "--lang", "en", "--limit", "1"], 0, &["independent source"]);
    check(&["query", "--denials", "--by", "Korea Utara"], 0, &["Korea Utara", "bantahan"]);
    check(&["query", "--transfers", "--about", "Rusia"], 0, &["Rusia", "senjata"]);
    check(&["query", "--transfers", "--since", "2090-01-01"], 1, &[]);
    check(&["query", "--accusations"], 0, &["→"]);
    check(&["query", "--actors", "--limit", "3"], 0, &["pelaku"]);
    check(&["show", "Pyongyang", "--why"], 0, &["Korea Utara · negara", "Nama yang disatukan"]);
    check(&["timeline", "--by", "Amerika"], 0, &["Amerika Serikat"]);
    check(&["diff", "output/graph.json", "output/graph.json"], 1, &[]);
    check(&["query", "--actors", "--timings"], 0, &["loaded in", "answered in"]);
    check(&["query"], 2, &["--path"]);
    check(&["query", "--claims", "--denials"], 2, &["cannot be used with"]);
    check(&["query", "--claims", "--kind", "gosip"], 2, &["denial"]);
    check(&["query", "--claims", "--graph", "tiada.json"], 2, &["tiada.json cannot be read"]);
}

#[test]
fn every_answer_has_a_form_for_programs() {
    let folder = asked();
    for arguments in [
        &["query", "--claims"][..],
        &["query", "--denials"],
        &["query", "--transfers"],
        &["query", "--actors"],
        &["query", "--accusations"],
        &["query", "--path", "AS", "Rusia"],
        &["show", "Rusia"],
        &["timeline"],
    ] {
        let run = folder.graph(&[arguments, &["--json"]].concat());
        let value: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}"));
        assert!(value.as_array().is_some_and(|rows| !rows.is_empty()), "{arguments:?}");
    }
}

#[test]
fn every_format_is_exported() {
    let folder = asked();
    for (format, file) in [
        ("json", "graph.json"),
        ("graphml", "graph.graphml"),
        ("gexf", "graph.gexf"),
        ("dot", "graph.dot"),
        ("turtle", "graph.ttl"),
        ("jsonld", "graph.jsonld"),
        ("neo4j", "load.cypher"),
        ("ftm", "graph.ftm.jsonl"),
        ("csv", "actors.csv"),
    ] {
        check(&folder, &["export", "--format", format], 0, &[file]);
        assert!(!folder.read(&format!("output/export/{file}")).is_empty(), "{format}");
    }
    assert_eq!(folder.read("output/export/graph.json"), folder.read("output/graph.json"));
    check(&folder, &["export", "--format", "dot", "-o", "-"], 0, &["digraph"]);
    folder.graph(&["export", "--format", "csv", "-o", "-"]).expect(2, &["give a folder"]);
}
