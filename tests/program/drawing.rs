//! Pictures of a graph as a user asks for them.

use crate::support::{Folder, repository};

/// A folder with the graph of the sample articles and of one that tries to slip markup into pictures.
fn drawn() -> Folder {
    let folder = Folder::new();
    let articles = repository("data/articles").to_string_lossy().into_owned();
    let hostile = "Bupati Belu Yosef Lema menuduh PT <script>alert(1)</script> Jaya mengirim amunisi ke Peru. \
                   \"Gudang itu </script><img src=x onerror=alert(2)> kosong,\" kata Yosef Lema.\n";
    folder.write("jahat.txt", hostile);
    folder.graph(&["build", &articles, "jahat.txt", "-o", "output/graph.json"]).expect(0, &[]);
    folder
}

/// The picture that `graph render` makes in the file `name`, the same bytes each time.
#[track_caller]
fn picture(folder: &Folder, name: &str, options: &[&str]) -> Vec<u8> {
    let twice: Vec<Vec<u8>> = ["a", "b"]
        .iter()
        .map(|place| {
            let file = format!("{place}/{name}");
            folder.write(&file, "");
            folder.graph(&[&["render", "-o", &file], options].concat()).expect(0, &[]);
            folder.read(&file)
        })
        .collect();
    assert!(twice[0] == twice[1], "{name} {options:?} differs from run to run");
    twice[0].clone()
}

#[test]
fn every_view_and_theme_is_a_described_picture_without_foreign_markup() {
    let folder = drawn();
    for view in ["story", "actors", "timeline"] {
        for theme in ["light", "dark", "print"] {
            let bytes = picture(&folder, "p.svg", &["--view", view, "--theme", theme, "--lang", "en"]);
            let svg = String::from_utf8(bytes).expect("UTF-8");
            assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"), "{view} {theme}");
            for part in ["<title", "<desc", "role=\"graphics-document\"", "Korea Utara", "</svg>"] {
                assert!(svg.contains(part), "`{part}` is missing in {view} {theme}");
            }
            assert!(!svg.contains("<script") && !svg.contains("<img"), "{view} {theme} holds markup of an article");
        }
    }
}

#[test]
fn other_formats_are_what_they_say() {
    let folder = drawn();
    let png = picture(&folder, "p.png", &[]);
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let side = |at: usize| png.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    assert!(side(16) > Some(400) && side(20) > Some(300), "{:?} by {:?}", side(16), side(20));
    let dot = String::from_utf8(picture(&folder, "p.dot", &[])).expect("UTF-8");
    assert!(dot.contains("digraph") && dot.contains("Korea Utara"), "{dot}");
    let articles = repository("data/articles").to_string_lossy().into_owned();
    let page = picture(&folder, "p.html", &["--with-text", &articles, "jahat.txt"]);
    let page = String::from_utf8(page).expect("UTF-8");
    assert!(page.contains("Content-Security-Policy") && !page.contains("<img src=x"), "markup of an article");
    assert!(page.contains("Pyongyang Sangkal Pasok Amunisi"), "the articles are not in the page");
}

#[test]
fn what_is_not_there_is_not_drawn() {
    let folder = drawn();
    let run = folder.graph(&["render", "--focus", "Rusiia", "-o", "p.svg"]).expect(1, &[]);
    assert!(run.err.contains("Rusia"), "{}", run.err);
    assert!(!folder.path("p.svg").exists());
    let focus = String::from_utf8(picture(&folder, "f.svg", &["--focus", "Houthi", "--hops", "1"])).expect("UTF-8");
    assert!(focus.contains("Houthi") && !focus.contains("Lavrov"));
}
