//! Finished pictures read back as XML: what a viewer finds in them.

use super::options::{Options, Theme, View};
use super::scene::Shape;
use super::tests::{all_options, scene, story};
use super::text::Fonts;
use super::web::Look;
use super::{layout, svg};
use crate::graph::Language;
use layout::{Point, Size};
use roxmltree::{Document, Node};

fn document(options: &Options) -> String {
    let mut out = Vec::new();
    svg::write(&story(), options, &Fonts::new(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn number(node: Node, attribute: &str) -> f64 {
    let value = node.attribute(attribute).unwrap_or_else(|| panic!("{attribute} is missing: {node:?}"));
    value.parse().unwrap_or_else(|_| panic!("{attribute}=\"{value}\": {node:?}"))
}

fn class<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute("class").unwrap_or_default()
}

fn has_class(node: Node, name: &str) -> bool {
    class(node).split(' ').any(|class| class == name)
}

/// Left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Frame(f64, f64, f64, f64);

impl Frame {
    fn new(corner: Point, size: Size) -> Self {
        Self(corner.x, corner.y, corner.x + size.width, corner.y + size.height)
    }

    fn holds(self, other: Frame) -> bool {
        let slack = 1.5;
        self.0 <= other.0 + slack && self.1 <= other.1 + slack && self.2 >= other.2 - slack && self.3 >= other.3 - slack
    }

    fn overlaps(self, other: Frame) -> bool {
        let slack = 0.6;
        self.0 + slack < other.2 && other.0 + slack < self.2 && self.1 + slack < other.3 && other.1 + slack < self.3
    }
}

/// How far the groups around an element move it.
fn moved(node: Node) -> Point {
    node.ancestors().filter_map(|around| around.attribute("transform")).fold(Point::default(), |at, transform| {
        let inner = transform.strip_prefix("translate(").and_then(|rest| rest.strip_suffix(')')).unwrap();
        let (x, y) = inner.split_once(' ').unwrap();
        at.moved(Point::new(x.parse().unwrap(), y.parse().unwrap()))
    })
}

/// Where a rectangle or a line of text stands on the paper.
fn frame(node: Node) -> Option<Frame> {
    let corner = || Point::new(number(node, "x"), number(node, "y")).moved(moved(node));
    match node.tag_name().name() {
        "rect" => Some(Frame::new(corner(), Size::new(number(node, "width"), number(node, "height")))),
        "text" => {
            let Point { x, y } = corner();
            Some(Frame(x, y - 8.0, x + number(node, "textLength"), y + 1.5))
        }
        _ => None,
    }
}

/// All places on a path, its control points among them.
fn course(node: Node) -> Vec<Point> {
    let words: Vec<&str> = node.attribute("d").unwrap_or_default().split(' ').collect();
    // Relative and one-sided moves are those of small ornaments.
    if words.iter().any(|word| matches!(*word, "h" | "v" | "l" | "a" | "H" | "V")) {
        return Vec::new();
    }
    let numbers: Vec<f64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    numbers.chunks_exact(2).map(|pair| Point::new(pair[0], pair[1]).moved(moved(node))).collect()
}

#[test]
fn a_picture_is_described_and_its_links_lead_somewhere() {
    for options in all_options() {
        let text = document(&options);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!((root.tag_name().name(), root.attribute("role")), ("svg", Some("graphics-document")));
        let named = root.attribute("aria-labelledby").unwrap().split(' ');
        for id in named {
            let names = root.children().find(|child| child.attribute("id") == Some(id)).unwrap();
            assert!(names.text().is_some_and(|text| text.trim().len() > 10), "{id} says nothing");
        }
        let language = if options.language == Language::English { "en" } else { "id" };
        assert_eq!(root.attribute("lang"), Some(language));
        let (mut links, mut symbols) = (0, 0);
        for node in root.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(["svg", "title", "desc", "style", "g", "a", "rect", "path", "text"].contains(&name), "{name}");
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")), "{node:?}");
            if name == "a" {
                let target = node.attribute("href").unwrap();
                assert!(target.starts_with("https://") || target.starts_with("http://"), "{target}");
                links += 1;
            }
            let is_said = has_class(node, "e") && node.attribute("data-from").is_some();
            if is_said || has_class(node, "b") && node.attribute("data-id").is_some() {
                assert!(node.attribute("aria-label").is_some_and(|label| label.len() > 2), "{node:?}");
                assert!(node.children().any(|child| child.has_tag_name("title") && child.text().is_some()), "{node:?}");
            }
            symbols += usize::from(node.attribute("role") == Some("graphics-symbol"));
        }
        assert!(symbols > 4, "{symbols} boxes in {options:?}");
        assert!(links > 3, "{links} links to articles in {options:?}");
    }
}

#[test]
fn no_label_lies_on_another_or_outside() {
    for options in all_options() {
        let text = document(&options);
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        let paper = Frame(0.0, 0.0, number(root, "width"), number(root, "height"));
        assert_eq!(root.attribute("viewBox").unwrap(), format!("0 0 {} {}", paper.2, paper.3));
        let mut texts: Vec<(Frame, &str)> = Vec::new();
        let mut solid: Vec<(Frame, Node)> = Vec::new();
        for node in root.descendants().filter(Node::is_element) {
            for point in course(node) {
                let at = Frame(point.x, point.y, point.x, point.y);
                assert!(paper.holds(at), "{options:?}: {point:?} of {node:?} is outside");
            }
            let Some(place) = frame(node) else { continue };
            assert!(paper.holds(place), "{options:?}: {place:?} of {node:?} is outside");
            if node.has_tag_name("text") {
                texts.push((place, node.text().unwrap_or_default()));
            } else if ["outline", "pill"].contains(&class(node)) {
                solid.push((place, node));
            }
        }
        assert!(texts.len() > 20 && solid.len() > 8, "{} texts, {} boxes and labels", texts.len(), solid.len());
        for (index, (one, text)) in texts.iter().enumerate() {
            for (two, other) in &texts[index + 1..] {
                assert!(!one.overlaps(*two), "{options:?}: “{text}” lies on “{other}”");
            }
            // A line of words lies in a box or label, or clear of it.
            for (place, node) in &solid {
                let clear = place.holds(*one) || !place.overlaps(*one);
                assert!(clear, "{options:?}: “{text}” sticks out of {node:?}");
            }
        }
        for (index, (one, node)) in solid.iter().enumerate() {
            for (two, other) in &solid[index + 1..] {
                assert!(!one.overlaps(*two), "{options:?}: {node:?} lies on {other:?}");
            }
        }
    }
}

#[test]
fn no_word_is_cut() {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().concat();
    for view in [View::Story, View::Timeline] {
        let options = Options { view, theme: Theme::Print, ..Options::default() };
        let text = document(&options);
        let document = Document::parse(&text).unwrap();
        let lines = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
        let written: String = lines.map(words).collect();
        assert!(!written.contains('…'), "{view:?}");
        let scene = scene(&options);
        let said = scene.arrows.iter().filter(|arrow| arrow.look != Look::Towards).map(|arrow| &scene.blocks[arrow.to]);
        let mut told = 0;
        for block in said.filter(|block| matches!(block.shape, Shape::Proposition(_) | Shape::Words(_))) {
            assert!(written.contains(&words(&block.told)), "{view:?}: “{}” is cut", block.told);
            told += 1;
        }
        assert!(told > 3, "{told} told in {view:?}");
    }
}
