//! Questions to a graph, as a person types them: what is found, what is not, how it exits.

use crate::support::{Folder, repository};
use serde_json::Value;

/// A folder with the graph of the sample articles where the commands look for it.
fn asked() -> Folder {
    let folder = Folder::new();
    folder.graph(&["build", &repository("data/articles").display().to_string()]).expect(0, &[]);
    folder
}

fn json(folder: &Folder, arguments: &[&str]) -> Vec<Value> {
    let run = folder.graph(&[arguments, &["--json", "--limit", "0"]].concat()).expect(0, &[]);
    let value: Value = serde_json::from_str(&run.out).expect("JSON");
    value.as_array().expect("a list").clone()
}

#[test]
fn names_are_matched_as_a_person_types_them() {
    let folder = asked();
    let path = |from| folder.graph(&["query", "--path", from, "moskow"]).expect(0, &[]).out;
    for name in ["AS", "as", "amerika serikat", "Amerika", "USA", "Washington"] {
        assert_eq!(path(name), path("Amerika Serikat"), "{name}");
    }
}

#[test]
fn what_is_not_there_is_told_apart_from_wrong_use() {
    let folder = asked();
    folder.graph(&["query", "--path", "AS", "Rusi"]).expect(1, &["\"Rusi\" is not in the graph", "Rusia"]);
    folder.graph(&["query", "--denials", "--by", "Atlantis"]).expect(1, &["Atlantis"]);
    folder.graph(&["query", "--claims", "--since", "2090-01-01"]).expect(1, &[]);
    folder.graph(&["show", "Atlantis"]).expect(1, &["Atlantis"]);
    folder.graph(&["query"]).expect(2, &["--path"]);
    folder.graph(&["query", "--path", "AS"]).expect(2, &["--path"]);
    folder.graph(&["query", "--claims", "--graph", "tiada.json"]).expect(2, &["tiada.json"]);
    folder.write("rusak.json", "{");
    folder.graph(&["show", "Rusia", "--graph", "rusak.json"]).expect(2, &["rusak.json"]);
    folder.graph(&["render", "--graph", "rusak.json", "-o", "gambar.svg"]).expect(2, &["rusak.json"]);
    assert!(!folder.path("gambar.svg").exists(), "a picture of nothing");
}

#[test]
fn ways_never_lead_through_an_article() {
    let folder = asked();
    for way in json(&folder, &["query", "--path", "AS", "Korea Utara"]) {
        for step in way["steps"].as_array().expect("steps") {
            assert!(step["from"]["node"] != "article" && step["to"]["node"] != "article", "{step:#}");
        }
    }
}

#[test]
fn every_denial_opens_to_its_sentence() {
    let folder = asked();
    let denials = json(&folder, &["query", "--denials"]);
    assert!(denials.len() >= 10, "only {} denials", denials.len());
    for denial in denials {
        let (statement, place) = (&denial["statement"], &denial["statement"]["place"]);
        let name = place["name"].as_str().expect("an article");
        let file = std::fs::read_to_string(repository("data/articles").join(format!("{name}.txt"))).expect(name);
        let text = file.rsplit_once("---\n\n").expect("front matter").1;
        let at = |end: &str| usize::try_from(place[end].as_u64().expect("a number")).expect("small");
        let sentence = text.get(at("start")..at("end")).expect("inside the article");
        assert_eq!(place["sentence"], sentence);
        for words in [&statement["cue"], &statement["content"]] {
            assert!(words.as_str().is_none_or(|words| sentence.contains(words)), "{words} not in {sentence}");
        }
    }
}

#[test]
fn pictures_are_whole_and_the_same_each_time() {
    let folder = asked();
    folder.graph(&["render", "-o", "a.svg"]).expect(0, &[]);
    folder.graph(&["render", "-o", "b.svg"]).expect(0, &[]);
    assert!(folder.read("a.svg") == folder.read("b.svg"), "another picture");
    let picture = String::from_utf8(folder.read("a.svg")).expect("UTF-8");
    assert!(picture.trim_end().ends_with("</svg>") && picture.contains("Rusia"));
    folder.graph(&["render", "-o", "a.dot"]).expect(0, &[]);
    assert!(folder.read("a.dot").starts_with(b"digraph"));
    folder.graph(&["render", "-o", "a.png"]).expect(0, &[]);
    assert!(folder.read("a.png").starts_with(b"\x89PNG"));
}
