//! `graph build` reads only what changed, amends what is there, and leaves it whole when it is killed.

use crate::support::{Folder, repository};
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A folder with some of the sample articles under their own names.
fn with_articles(count: usize) -> (Folder, Vec<String>) {
    let folder = Folder::new();
    let samples = fs::read_dir(repository("data/articles")).expect("the sample articles");
    let mut paths: Vec<_> = samples.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut names = Vec::new();
    for path in paths.iter().take(count) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        folder.write(&format!("semua/{name}"), fs::read(path).expect("an article"));
        names.push(name);
    }
    (folder, names)
}

#[test]
fn an_amended_graph_is_that_of_a_full_build_byte_for_byte() {
    let (folder, names) = with_articles(3);
    let path = |index: usize| format!("semua/{}", names[index]);
    folder.graph(&["build", "semua", "-o", "penuh.json"]).expect(0, &[]);
    let whole = folder.read("penuh.json");

    folder.graph(&["build", &path(2), "-o", "bagian.json"]).expect(0, &[]);
    folder.graph(&["build", "--add", &path(0), &path(1), "-o", "bagian.json"]).expect(0, &[]);
    assert_eq!(folder.read("bagian.json"), whole, "added");
    folder.graph(&["build", "semua", "-o", "bagian.json"]).expect(0, &[]);
    assert_eq!(folder.read("bagian.json"), whole, "built again from what was read before");

    folder.graph(&["build", &path(0), &path(1), "-o", "dua.json"]).expect(0, &[]);
    let stem = names[2].split('.').next().expect("a stem");
    folder.graph(&["build", "--remove", stem, "-o", "bagian.json"]).expect(0, &[]);
    assert_eq!(folder.read("bagian.json"), folder.read("dua.json"), "removed");
    folder.graph(&["build", "--remove", stem, "-o", "bagian.json"]).expect(2, &["holds no article"]);
}

#[test]
fn a_damaged_or_foreign_cache_is_read_anew_but_not_amended() {
    let (folder, names) = with_articles(2);
    folder.graph(&["build", "semua", "-o", "graf.json"]).expect(0, &[]);
    let whole = folder.read("graf.json");
    for content in ["", "rusak", "{\"format\":\"sanggah-cache\",\"reader\":\"lain\"}\n"] {
        folder.write("graf.cache", content);
        let first = format!("semua/{}", names[0]);
        folder.graph(&["build", "--add", &first, "-o", "graf.json"]).expect(2, &["build it anew"]);
        folder.graph(&["build", "semua", "-o", "graf.json"]).expect(0, &[]);
        assert_eq!(folder.read("graf.json"), whole, "{content}");
    }
}

#[test]
fn killed_at_any_moment_it_leaves_the_former_graph_or_the_new_one() {
    let (folder, names) = with_articles(2);
    let first = format!("semua/{}", names[0]);
    folder.graph(&["build", "semua", "-o", "baru.json"]).expect(0, &[]);
    folder.graph(&["build", &first, "-o", "graf.json"]).expect(0, &[]);
    let (former, new) = (folder.read("graf.json"), folder.read("baru.json"));
    for delay in (0..30).map(|step| Duration::from_millis(step * 10)) {
        folder.graph(&["build", &first, "-o", "graf.json"]).expect(0, &[]);
        let mut command = Command::new(env!("CARGO_BIN_EXE_graph"));
        command.current_dir(folder.path("")).args(["build", "semua", "-o", "graf.json"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        sleep(delay);
        child.kill().expect("killed, or ended already");
        child.wait().expect("the program ends");
        let left = folder.read("graf.json");
        assert!(left == former || left == new, "after {delay:?}");
        folder.graph(&["build", "--add", "semua", "-o", "graf.json"]).expect(0, &[]);
        assert!(folder.read("graf.json") == new, "after {delay:?}, amended");
    }
}
