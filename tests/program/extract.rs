//! `graph extract`: for a person and for another program.

use crate::support::{Folder, repository};
use serde_json::Value;
use std::process::{Command, Stdio};

fn sample_articles() -> String {
    repository("data/articles").display().to_string()
}

#[test]
fn every_span_leads_to_its_words() {
    let run = Folder::new().graph(&["extract", &sample_articles(), "--format", "jsonl"]).expect(0, &[]);
    let mut statements = 0;
    for line in run.out.lines() {
        let reading: Value = serde_json::from_str(line).expect("JSON");
        let name = reading["id"].as_str().expect("an id");
        let file = std::fs::read_to_string(repository("data/articles").join(format!("{name}.txt"))).expect(name);
        let text = file.rsplit_once("---\n\n").expect("front matter").1;
        for statement in reading["statements"].as_array().expect("statements") {
            let end = |i: usize| usize::try_from(statement["span"][i].as_u64().expect("a number")).expect("small");
            assert_eq!(text.get(end(0)..end(1)), statement["content"].as_str(), "{name}: {statement}");
            assert_eq!(statement["kind"] == "denial", statement["content_is"].is_string(), "{name}: {statement}");
            statements += 1;
        }
    }
    assert!(run.out.lines().count() >= 10 && statements >= 100, "{statements} statements");
}

#[test]
fn the_text_is_marked_in_the_language_asked_for() {
    let folder = Folder::new();
    folder.write("a.txt", "Menteri Luar Negeri Rusia Sergey Lavrov membantah negaranya menerima amunisi dari Iran.\n");
    let indonesian = folder.graph(&["extract", "a.txt"]).expect(0, &[]).out;
    assert!(indonesian.contains("‹membantah› [1 ") && indonesian.contains("bantahan"), "{indonesian}");
    let english = folder.graph(&["extract", "a.txt", "--lang", "en"]).expect(0, &[]).out;
    assert!(english.contains("denial"), "{english}");
    assert!(!english.contains('\x1b'), "colours outside a terminal");
    folder.graph(&["extract", "a.txt", "--lang", "de"]).expect(2, &["--lang"]);
    folder.graph(&["extract"]).expect(2, &["PATH"]);
}

#[test]
fn threads_change_nothing() {
    let extract = |threads| {
        let arguments = ["extract", &sample_articles(), "--format", "jsonl", "--threads", threads];
        Folder::new().graph(&arguments).expect(0, &[]).out
    };
    assert!(extract("1") == extract("4"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_graph"));
    command.args(["extract", &sample_articles()]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn every_row_and_rule_is_explained() {
    let run = Folder::new().graph(&["extract", &sample_articles(), "--format", "jsonl", "--explain"]).expect(0, &[]);
    let mut parts = 0;
    for line in run.out.lines() {
        let reading: Value = serde_json::from_str(line).expect("JSON");
        let of = |list: &str| reading[list].as_array().expect("a list").clone();
        let views = of("transfers").into_iter().flat_map(|t| t["stances"].as_array().expect("stances").clone());
        for read in of("statements").into_iter().chain(views) {
            for part in read["rule"].as_str().expect("a rule").split('/').filter(|part| *part != "no-cue") {
                assert!(reading["explained"][part].is_string(), "{part} of {read} is not explained");
                parts += 1;
            }
        }
    }
    assert!(parts > 200, "{parts}");
    let shown = Folder::new().graph(&["extract", &sample_articles(), "--explain", "--lang", "en"]).expect(0, &[]).out;
    assert!(shown.contains("data/lexicon/cues.tsv:") && shown.contains("the source, the cue"), "{shown}");
}

#[test]
fn what_is_not_asserted_is_listed() {
    let folder = Folder::new();
    folder.write(
        "a.txt",
        "Menteri Rusia Sergey Lavrov tidak membantah kabar itu. Menurut kabar, harga akan naik besok.\n",
    );
    let run = folder.graph(&["extract", "a.txt", "--notes", "--lang", "en"]).expect(0, &[]);
    assert!(run.out.contains("‹membantah›") && run.out.contains("a construction that is not read"), "{}", run.out);
    let run = folder.graph(&["extract", "a.txt", "--notes", "--format", "jsonl"]).expect(0, &[]);
    let reading: Value = serde_json::from_str(&run.out).expect("JSON");
    assert!(reading["notes"].as_array().is_some_and(|notes| !notes.is_empty()), "{reading}");
    let run = folder.graph(&["build", "a.txt", "-o", "graf.json"]).expect(0, &[]);
    assert!(run.out.contains("nothing asserted: 2 of 2 sentences with a cue (100 %)"), "{}", run.out);
}
