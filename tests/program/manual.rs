//! What the program tells shells and `man` of itself.

use crate::support::Folder;
use std::process::Command;

#[test]
fn shells_complete_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.graph(&["completions", shell]).expect(0, &[]).out;
        for word in ["build", "extract", "query", "--contested", "eval", "turtle"] {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(script.contains(word), "{shell} does not know {word}");
        }
        let path = folder.write(shell, &script);
        // Where the shell itself is there, it must take the script.
        if let Ok(output) = Command::new(shell).arg("-n").arg(path).output() {
            assert!(output.status.success(), "{output:?}");
        }
    }
    folder.graph(&["completions", "klingon"]).expect(2, &["bash"]);
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Folder::new();
    let page = folder.graph(&["man"]).expect(0, &[]).out;
    assert!(page.contains(".TH graph 1") && page.contains("graph\\-query(1)"), "{page}");
    folder.graph(&["man", "-o", "man"]).expect(0, &[]);
    for (page, words) in
        [("graph", "knowledge"), ("graph-query", "\\-\\-max\\-hops"), ("graph-build", "\\-\\-corrections")]
    {
        let text = String::from_utf8(folder.read(&format!("man/{page}.1"))).expect("UTF-8");
        assert!(text.starts_with(".ie") && text.contains(words) || page == "graph", "{page}: {text}");
    }
}
