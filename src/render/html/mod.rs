//! HTML: one file that works from disk with no network.
//!
//! Its policy lets nothing load and nothing run but the one script and the one sheet that the file itself holds, named by
//! their hashes. Words of articles reach the page as data and are put down as text, never as markup.

mod data;

use super::draw::{Pen, escape, legend, number};
use super::options::{Options, Theme, View};
use super::picture::{Links, Picture, picture};
use super::svg::font_faces;
use super::text::Fonts;
use super::theme;
use crate::graph::{KnowledgeGraph, Language, NodeId};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Write};

const SHEET: &str = include_str!("page.css");
/// One script, in the order in which its parts need each other.
const SCRIPT: [&str; 5] = [
    include_str!("index.js"),
    include_str!("filter.js"),
    include_str!("panel.js"),
    include_str!("picture.js"),
    include_str!("start.js"),
];
const LEGEND_WIDTH: f64 = 1040.0;

/// Writes the page. `texts` are whole articles, by their nodes, for those who want them in the file.
pub fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    fonts: &Fonts,
    texts: &BTreeMap<NodeId, String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let sheet = sheet();
    let script = format!("(function () {{\n'use strict';\n{}}})();\n", SCRIPT.concat());
    let data = data::json(graph, options, texts).map_err(io::Error::other)?;
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; font-src data:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&sheet)
    );
    let own = Options { language: options.language, ..options.clone() };
    let title = picture(graph, &own, fonts, Links::Page).title;
    let language = if options.language == Language::English { "en" } else { "id" };
    let theme = if options.theme == Theme::Dark { " data-theme=\"dark\"" } else { "" };
    write!(
        out,
        "<!doctype html>\n<html lang=\"{language}\"{theme}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<style>{sheet}</style>\n</head>\n<body>\n",
        escape(&title)
    )?;
    out.write_all(pictures(graph, options, fonts).as_bytes())?;
    write!(out, "<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{script}</script>\n")?;
    writeln!(out, "</body>\n</html>")
}

fn sheet() -> String {
    let light = theme::variables(Theme::Light);
    let dark = theme::variables(Theme::Dark);
    let page: String = SHEET.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    format!(
        ":root{{color-scheme:light;{light}}}\n\
         @media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n\
         :root[data-theme=dark]{{color-scheme:dark;{dark}}}\n{}\n{}\n{page}",
        font_faces(),
        theme::css_of_page()
    )
}

/// What a policy calls a script or sheet with this content.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content.as_bytes())))
}

/// Every view in both languages; the script shows one at a time.
fn pictures(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts) -> String {
    let mut pen = Pen::default();
    pen.open("main", &[("id", "app")]);
    for language in [Language::Indonesian, Language::English] {
        for view in View::ALL {
            let options = Options { view, language, theme: Theme::Light, ..options.clone() };
            let drawn = picture(graph, &options, fonts, Links::Page);
            section(&mut pen, &drawn, view, if language == Language::English { "en" } else { "id" }, fonts);
        }
    }
    pen.close("main");
    pen.finish()
}

fn section(pen: &mut Pen, drawn: &Picture, view: View, language: &str, fonts: &Fonts) {
    let attributes =
        [("class", "view"), ("data-view", view.code()), ("data-lang", language), ("lang", language), ("hidden", "")];
    pen.open("section", &attributes);
    pen.words("h1", &[], &drawn.title);
    pen.words("p", &[("class", "subtitle")], &drawn.subtitle);
    let margin = 20.0;
    let view_box = format!(
        "-{margin} -{margin} {} {}",
        number(drawn.size.width + 2.0 * margin),
        number(drawn.size.height + 2.0 * margin)
    );
    let attributes = [
        ("class", "picture"),
        ("viewBox", view_box.as_str()),
        ("role", "graphics-document"),
        ("aria-label", drawn.description.as_str()),
        ("tabindex", "0"),
    ];
    pen.open("svg", &attributes);
    pen.drawn(&drawn.body);
    pen.close("svg");
    let mut inner = Pen::default();
    let height = legend(&mut inner, fonts, &drawn.legend, (0.0, 12.0), LEGEND_WIDTH);
    let (width, height) = (number(LEGEND_WIDTH), number(height + 8.0));
    let view_box = format!("0 0 {width} {height}");
    let attributes = [("class", "legend"), ("viewBox", view_box.as_str()), ("width", &width), ("height", &height)];
    pen.open("svg", &attributes);
    pen.drawn(&inner.finish());
    pen.close("svg");
    for note in &drawn.notes {
        pen.words("p", &[("class", "note")], note);
    }
    pen.close("section");
}
