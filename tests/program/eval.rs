//! `graph eval`: the same figures as the scorer that the articles were annotated with.

use crate::support::{Folder, repository, shared};
use serde_json::Value;
use std::process::Command;

/// Holds `graph eval` together with the scorer on a folder of annotated articles.
fn check(gold: &str) {
    let folder = Folder::new();
    let readings =
        folder.write("readings.jsonl", folder.graph(&["extract", gold, "--format", "jsonl"]).expect(0, &[]).out);
    let ours: Value = serde_json::from_str(&folder.graph(&["eval", gold, "--json"]).expect(0, &[]).out).expect("JSON");
    let scorer = repository("../shared/gold/score.py");
    let theirs = Command::new("python3").arg(scorer).arg(gold).arg(readings).arg("--json").output().expect("python3");
    assert!(theirs.status.success(), "{theirs:?}");
    let theirs: Value = serde_json::from_slice(&theirs.stdout).expect("JSON");
    let measures = theirs.as_object().expect("figures by measure");
    assert_eq!(measures.len(), ours.as_object().expect("figures by measure").len());
    for (measure, figures) in measures {
        for (name, figure) in figures.as_object().expect("figures") {
            let (figure, own) = (figure.as_f64().expect("a number"), ours[measure][name].as_f64().expect("a number"));
            assert!((figure - own).abs() < 1e-9, "{gold}, {measure}, {name}: {own} is {figure} there");
        }
    }
}

#[test]
fn figures_are_those_of_the_scorer() {
    let name = "figures_are_those_of_the_scorer";
    if shared("gold/score.py", name).is_none() {
        return;
    }
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: {name}, for want of python3");
        return;
    }
    for part in ["gold/origin", "gold/train", "gold/dev"] {
        if let Some(gold) = shared(part, name) {
            check(&gold.display().to_string());
        }
    }
    check(&repository("tests/gold").display().to_string());
}

#[test]
fn a_folder_of_ones_own_is_measured() {
    let gold = repository("tests/gold").display().to_string();
    let folder = Folder::new();
    let shown = folder.graph(&["eval", &gold, "--misses", "--intervals"]).expect(0, &[]).out;
    for words in ["actors", "statements.exact", "reading (mean F1)", "/3/", "95 %"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn faulty_annotations_are_named() {
    let folder = Folder::new();
    folder.write("emas/a.txt", "Menteri itu membantah tuduhan bahwa ia menerima uang dari pengusaha.\n");
    folder.graph(&["eval", "tiada"]).expect(2, &["tiada cannot be read"]);
    folder.graph(&["eval", "emas"]).expect(2, &["emas holds no annotated articles"]);
    folder.write("emas/a.json", "{}");
    folder.graph(&["eval", "emas"]).expect(2, &["a.json", "missing field"]);
    folder.write("emas/a.json", r#"{"id": "b", "actors": [], "roles": [], "statements": [], "transfers": []}"#);
    folder.graph(&["eval", "emas"]).expect(2, &["a.json", "its id is \"b\""]);
    folder.write("emas/a.json", r#"{"id": "a", "actors": [], "roles": [], "statements": [], "transfers": []}"#);
    folder.graph(&["eval", "emas", "--json"]).expect(0, &[]);
    folder.write("emas/b.json", r#"{"id": "b", "actors": [], "roles": [], "statements": [], "transfers": []}"#);
    folder.graph(&["eval", "emas"]).expect(2, &["b.txt"]);
}
