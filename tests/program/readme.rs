//! The README tells the truth: its commands run and print what it says, and `output/` holds what they make.
//!
//! `UPDATE=1 cargo test readme` writes both anew.

use crate::support::{Folder, repository};
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A folder with the sample articles where the README has them.
fn newcomer() -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(repository("data/articles")).expect("sample articles") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        folder.write(&format!("data/articles/{name}"), fs::read(&path).expect("readable"));
    }
    folder
}

/// Runs a command line in `folder` as a newcomer's shell would, with this build of the program for the one that
/// `cargo run` would build.
fn shell(folder: &Folder, command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_graph")).parent().expect("a folder").to_owned();
    let path = env::var_os("PATH").expect("PATH");
    let path = env::join_paths([program].into_iter().chain(env::split_paths(&path))).expect("no colon in a folder");
    let mut shell = Command::new("sh");
    shell.args(["-c", &command.replace("cargo run --release -- ", "graph ")]);
    let output = shell.current_dir(folder.path("")).env("PATH", path).output().expect("a shell");
    assert!(output.stderr.is_empty(), "$ {command}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The README with what its commands print, run one after another in `folder`: the lines after `$ ` in blocks marked
/// `console`.
fn run(readme: &str, folder: &Folder) -> String {
    let mut written = String::new();
    let (mut console, mut ran) = (false, 0);
    for line in readme.lines() {
        let command = line.strip_prefix("$ ").filter(|_| console);
        if line.starts_with("```") {
            console = line == "```console";
        }
        if let Some(command) = command {
            written.extend(["$ ", command, "\n", &shell(folder, command)]);
            ran += 1;
        } else if !console || line.starts_with("```") {
            written.extend([line, "\n"]);
        }
    }
    assert!(ran >= 5, "only {ran} commands");
    written
}

/// Holds a file of the repository to what it should be, or makes it so where that was asked for.
fn hold(file: &str, expected: &[u8]) {
    let path = repository(file);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, expected).expect(file);
    }
    let found = fs::read(&path).unwrap_or_default();
    if found != expected {
        let expected = String::from_utf8_lossy(expected);
        let found = String::from_utf8_lossy(&found);
        let differs = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
        panic!("{file} is stale; `UPDATE=1 cargo test readme` writes it anew. First difference: {differs:#?}");
    }
}

#[test]
fn readme_prints_and_makes_what_it_says() {
    let folder = newcomer();
    let readme = fs::read_to_string(repository("README.md")).expect("README.md");
    hold("README.md", run(&readme, &folder).as_bytes());
    let mut made = 0;
    for entry in fs::read_dir(folder.path("output")).expect("output") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        if Path::new(&name).extension().is_some_and(|ending| ending == "cache") {
            continue;
        }
        hold(&format!("output/{name}"), &folder.read(&format!("output/{name}")));
        made += 1;
    }
    assert!(made >= 2, "only {made} files");
}

#[test]
fn readme_links_to_what_is_there() {
    let readme = fs::read_to_string(repository("README.md")).expect("README.md");
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<&str> = links.filter(|link| !link.starts_with("http") && !link.starts_with('#')).collect();
    assert!(files.contains(&"output/graph.svg"), "{files:?}");
    for file in files {
        assert!(repository(file).exists(), "{file} is not there");
    }
}
