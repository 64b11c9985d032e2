//! SVG: one file that needs nothing else, the bundled font included.

use super::draw::{Pen, legend, number};
use super::options::Options;
use super::picture::{Links, Picture, picture};
use super::text::{Fonts, REGULAR_WEB, SEMIBOLD_WEB, Style};
use super::theme;
use crate::graph::{KnowledgeGraph, Language};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{self, Write};

const TITLE: Style = Style::new(23.0, true, "t-title");
const SUBTITLE: Style = Style::new(13.0, false, "t-sub");
const FOOT: Style = Style::new(11.0, false, "t-foot");
const MARGIN: f64 = 36.0;
/// No picture is narrower, so that its heading has room.
const NARROWEST: f64 = 720.0;

/// Writes a picture of the graph.
pub fn write(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts, out: &mut impl Write) -> io::Result<()> {
    out.write_all(document(graph, options, fonts, true).as_bytes())
}

/// The whole document; without the font it is for a program that has it.
pub(super) fn document(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts, with_font: bool) -> String {
    let picture = picture(graph, options, fonts, Links::Articles);
    let (body, width, height) = framed(&picture, fonts);
    let mut style = theme::css(options.theme);
    if with_font {
        style.insert_str(0, &font_faces());
    }
    let mut pen = Pen::default();
    let (wide, high) = (number(width), number(height));
    let view_box = format!("0 0 {wide} {high}");
    let language = if options.language == Language::English { "en" } else { "id" };
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", wide.as_str()),
        ("height", high.as_str()),
        ("viewBox", view_box.as_str()),
        ("role", "graphics-document"),
        ("aria-labelledby", "title desc"),
        ("lang", language),
    ];
    pen.open("svg", &attributes);
    pen.words("title", &[("id", "title")], &picture.title);
    pen.words("desc", &[("id", "desc")], &picture.description);
    pen.drawn(&format!("<style>{style}</style>\n"));
    pen.rectangle("paper", (0.0, 0.0, width, height), 0.0);
    pen.drawn(&body);
    pen.close("svg");
    pen.finish()
}

/// Heading, picture, legend and notes, one under another; gives their extent as well.
fn framed(picture: &Picture, fonts: &Fonts) -> (String, f64, f64) {
    let width = (picture.size.width + 2.0 * MARGIN).max(NARROWEST);
    let inner = width - 2.0 * MARGIN;
    let mut pen = Pen::default();
    let mut y = MARGIN - 6.0;
    for (style, text) in [(TITLE, &picture.title), (SUBTITLE, &picture.subtitle)] {
        for line in fonts.wrap(text, style, inner) {
            y += style.leading();
            pen.line(fonts, (MARGIN, y - style.size * 0.3), style, &line);
        }
    }
    y += 30.0;
    let left = ((width - picture.size.width) / 2.0).max(MARGIN);
    pen.open("g", &[("transform", &format!("translate({} {})", number(left), number(y)))]);
    pen.drawn(&picture.body);
    pen.close("g");
    y += picture.size.height + 34.0;
    pen.path("rule", &format!("M {} {} h {}", number(MARGIN), number(y), number(inner)));
    y += 22.0;
    y += legend(&mut pen, fonts, &picture.legend, (MARGIN, y), inner);
    for note in &picture.notes {
        for line in fonts.wrap(note, FOOT, inner) {
            y += FOOT.leading();
            pen.line(fonts, (MARGIN, y - 4.0), FOOT, &line);
        }
    }
    (pen.finish(), width, y + MARGIN - 14.0)
}

/// The bundled font as rules that hold it.
pub(super) fn font_faces() -> String {
    let face = |weight: u16, data: &[u8]| {
        let data = STANDARD.encode(data);
        format!(
            "@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    };
    face(400, REGULAR_WEB) + &face(600, SEMIBOLD_WEB)
}
