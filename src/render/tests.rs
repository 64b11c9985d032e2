use super::layout::{Direction, lay_out};
use super::options::{Options, Theme, View};
use super::scene::{Scene, Shape};
use super::select::select;
use super::text::Fonts;
use super::web::Look;
use super::{dot, html, layout, picture, png, svg};
use crate::graph::{KnowledgeGraph, Language, Status, store};
use std::collections::BTreeMap;

/// A made-up story in which every kind of statement occurs, and whose words are full of markup.
const STORY: &str = include_str!("../../tests/render/story.json");

pub(super) fn story() -> KnowledgeGraph {
    store::read(STORY).unwrap()
}

pub(super) fn all_options() -> Vec<Options> {
    let mut all = Vec::new();
    for view in View::ALL {
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            for language in [Language::Indonesian, Language::English] {
                all.push(Options { view, theme, language, ..Options::default() });
            }
        }
    }
    all
}

pub(super) fn scene(options: &Options) -> Scene {
    scene_of(&story(), options)
}

fn scene_of(graph: &KnowledgeGraph, options: &Options) -> Scene {
    let web = select(graph, &picture::web(graph, options.view), options).shown;
    Scene::new(graph, &web, &Fonts::new(), options)
}

/// Each arrow as "from > look > to", by the words of its boxes.
fn arrows(scene: &Scene) -> Vec<String> {
    let told = |arrow: &super::scene::Arrow| {
        let (from, to) = (&scene.blocks[arrow.from], &scene.blocks[arrow.to]);
        let first = |text: &str| text.split([' ', ':']).next().unwrap_or_default().to_owned();
        format!("{} > {} > {}", first(&from.hover), arrow.look.code(), first(&to.hover))
    };
    let mut arrows: Vec<String> = scene.arrows.iter().map(told).collect();
    arrows.sort();
    arrows
}

#[test]
fn the_story_is_told_as_edges() {
    let expected = [
        "Arvania > denies > roket",
        "Arvania > gives > obat",
        "Arvania > would-give > roket",
        "Arvania > towards > Arvania",
        "Belmora > accuses > roket",
        "Belmora > condemns > Castel",
        "Castel > confirms > obat",
        "Castel > says > jalan",
        "Kementerian > commits > beras",
        "Kementerian > denies > roket",
        "Kementerian > would-give > beras",
        "Mira > own-words > tidak",
        "beras > would-give > Dorim",
        "obat > gives > Castel",
        "roket > would-give > Castel",
        "warga > demands > Arvania",
        "warga > denies > jalan",
    ];
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(arrows(&scene(&Options::default())), expected);
}

#[test]
fn a_denial_that_grants_a_transfer_is_not_drawn_as_denying_it() {
    let denies = r#"{"source":"statement-4b227777d4dd1fc6","target":"transfer-4981fe07b830ea4b","key":"about:denied","relation":"about","stance":"denied"}"#;
    assert!(STORY.contains(denies));
    let graph = store::read(&STORY.replace(denies, &denies.replace("denied", "asserted"))).unwrap();
    let arrows = arrows(&scene_of(&graph, &Options::default()));
    assert!(!arrows.contains(&"Kementerian > denies > roket".to_owned()), "{arrows:?}");
    assert!(arrows.contains(&"Kementerian > own-words > Kami".to_owned()), "{arrows:?}");
}

#[test]
fn no_denial_stands_before_the_deniers_own_words() {
    let scene = scene(&Options::default());
    let mut own = 0;
    for arrow in &scene.arrows {
        if let Shape::Words(true) = scene.blocks[arrow.to].shape {
            own += 1;
            assert_eq!(arrow.look, Look::DeniesInOwnWords, "{arrow:?}");
            assert_eq!(arrow.label, "menyatakan");
        }
    }
    assert_eq!(own, 1);
}

#[test]
fn actors_are_tied_by_what_they_say_of_one_another() {
    let expected = [
        "Arvania > denies > Belmora",
        "Arvania > gives > Castel",
        "Arvania > would-give > Castel",
        "Belmora > accuses > Arvania",
        "Belmora > condemns > Castel",
        "Kementerian > would-give > Dorim",
        "warga > demands > Arvania",
        "warga > denies > Castel",
    ];
    assert_eq!(arrows(&scene(&Options { view: View::Actors, ..Options::default() })), expected);
}

#[test]
fn options_choose_what_is_shown() {
    let castel = story().actors().find(|(_, actor)| actor.name == "Castel").unwrap().0;
    let cases = [
        (Options { max_nodes: 4, ..Options::default() }, 4),
        (Options { status: Some(Status::Planned), ..Options::default() }, 3),
        (Options { about: Some("PELABUHAN".to_owned()), ..Options::default() }, 5),
        (Options { about: Some("tidak ada di sini".to_owned()), ..Options::default() }, 0),
        (Options { focus: vec![castel], hops: 0, ..Options::default() }, 1),
        (Options { focus: vec![castel], hops: 1, ..Options::default() }, 5),
    ];
    for (options, expected) in cases {
        assert_eq!(scene(&options).blocks.len(), expected, "{options:?}");
    }
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    let (graph, fonts) = (story(), Fonts::new());
    for options in all_options() {
        let draw = || {
            let mut out = Vec::new();
            svg::write(&graph, &options, &fonts, &mut out).unwrap();
            dot::write(&graph, &options, &fonts, &mut out).unwrap();
            html::write(&graph, &options, &fonts, &BTreeMap::new(), &mut out).unwrap();
            out
        };
        assert_eq!(draw(), draw());
    }
}

#[test]
fn hostile_words_stay_words() {
    let (graph, fonts) = (story(), Fonts::new());
    for options in all_options() {
        let mut out = Vec::new();
        svg::write(&graph, &options, &fonts, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("&lt;img src=x onerror=window.hacked=1&gt;"));
        for markup in ["<script", "<img", "javascript:", "style=\""] {
            assert!(!text.contains(markup), "{markup}");
        }
        // What resvg reads is well-formed.
        png::write(&graph, &options, &fonts, &mut Vec::new()).unwrap();
    }
}

#[test]
fn a_page_runs_its_own_script_alone() {
    let (graph, fonts) = (story(), Fonts::new());
    let mut out = Vec::new();
    html::write(&graph, &Options::default(), &fonts, &BTreeMap::new(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.matches("<script").count(), 2, "the data and the program");
    assert_eq!(text.matches("</script").count(), 2);
    assert_eq!(text.matches("<img").count(), 0);
    assert!(!text.contains("javascript:"));
    assert!(text.contains("default-src 'none'"));
}

#[test]
fn graphviz_understands_the_dot() {
    let (graph, fonts) = (story(), Fonts::new());
    for options in all_options() {
        let mut out = Vec::new();
        dot::write(&graph, &options, &fonts, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        graphviz_rust::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert!(text.contains("✕ "));
    }
}

#[test]
fn boxes_hold_their_words_and_do_not_overlap() {
    let fonts = Fonts::new();
    for options in all_options().into_iter().filter(|options| options.view != View::Timeline) {
        let mut scene = scene(&options);
        scene.make_room();
        for block in &scene.blocks {
            for (style, line) in &block.lines {
                assert!(fonts.width(line, *style) <= block.size.width, "{block:?}");
            }
            let high: f64 = block.lines.iter().map(|(style, _)| style.leading()).sum();
            assert!(high <= block.size.height, "{block:?}");
        }
        for direction in [Direction::Right, Direction::Down] {
            let options = layout::Options { direction, gap: 24.0, rank_gap: 44.0, aspect: 1.45 };
            layout::tests::check(&scene.input(), &options);
            assert_eq!(lay_out(&scene.input(), &options).boxes.len(), scene.blocks.len());
        }
    }
}
