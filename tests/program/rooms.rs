//! The rooms of the house: who may see whom.

use crate::support::repository;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file under `folder`, with its text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            found.push((path, text));
        }
    }
    found
}

/// The part of `src/` that a file belongs to: its folder, or its own name.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(repository("src")).expect("in src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The stages by their place in the list that opens `lib.rs`; modules that it does not name come before all of them.
fn stages(lib: &str) -> BTreeMap<String, usize> {
    let mut stages = BTreeMap::new();
    for line in lib.lines().filter_map(|line| line.strip_prefix("//! ")) {
        let number = line.split_once(". [`").and_then(|(number, _)| number.parse().ok());
        for name in line.split("[`").skip(1).filter_map(|part| part.split_once("`]")).map(|(name, _)| name) {
            if let Some(number) = number
                && !name.contains("::")
            {
                stages.insert(name.to_owned(), number);
            }
        }
    }
    for module in lib.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        stages.entry(module.trim_end_matches(';').to_owned()).or_insert(0);
    }
    stages
}

/// The modules of this crate that a file names: `crate::graph::…` and `crate::{graph, …}`.
fn named(text: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split_once('}').expect("a closed list").0;
                found.extend(list.split(',').map(|entry| name(entry.trim())));
            }
            None => found.push(name(rest)),
        }
    }
    found
}

#[test]
fn stages_import_only_from_earlier_stages() {
    let stages = stages(&fs::read_to_string(repository("src/lib.rs")).expect("lib.rs"));
    assert!(stages.values().filter(|number| **number > 0).count() >= 5, "{stages:?}");
    let mut seen = 0;
    for (path, text) in sources(&repository("src")) {
        let Some(own) = stages.get(&room(&path)) else { continue };
        for other in named(&text) {
            let Some(number) = stages.get(&other) else { continue };
            seen += 1;
            let allowed = number < own || other == room(&path);
            assert!(allowed, "{} (stage {own}) imports from {other} (stage {number})", path.display());
        }
    }
    assert!(seen > 20, "only {seen} imports found");
}

#[test]
fn libraries_stay_in_their_rooms() {
    let check = |library: &str, rooms: &[&str]| {
        let mut seen = 0;
        for (path, text) in sources(&repository("src")) {
            if text.contains(&format!("{library}::")) {
                seen += 1;
                assert!(rooms.contains(&room(&path).as_str()), "{} sees {library}", path.display());
            }
        }
        assert!(seen > 0, "nobody sees {library}");
    };
    check("clap", &["main", "cli"]);
    check("anyhow", &["main", "cli"]);
    check("petgraph", &["graph", "query", "render"]);
    check("dom_smoothie", &["ingest"]);
}

#[test]
fn files_stay_short() {
    for (path, text) in sources(&repository("src")).into_iter().chain(sources(&repository("tests"))) {
        let lines = text.lines().count();
        assert!(lines < 400, "{} has {lines} lines", path.display());
    }
}
