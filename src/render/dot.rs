//! DOT: the same boxes and links for Graphviz, which then places them.

use super::options::Options;
use super::picture::web;
use super::scene::{Arrow, Block, Scene, Shape};
use super::select::select;
use super::text::Fonts;
use super::theme::colour;
use super::web::Look;
use crate::extract::ActorKind;
use crate::graph::{KnowledgeGraph, Status};
use graphviz_rust::dot_structures::{Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use std::io::{self, Write};

/// Writes what the picture of the graph shows, for Graphviz. A timeline is written as the story that it tells.
pub fn write(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts, out: &mut impl Write) -> io::Result<()> {
    let shown = select(graph, &web(graph, options.view), options).shown;
    let scene = Scene::new(graph, &shown, fonts, options);
    let printed = digraph(&scene, options).print(&mut PrinterContext::default());
    writeln!(out, "{printed}")
}

fn digraph(scene: &Scene, options: &Options) -> Graph {
    let paint = |role: &str| colour(options.theme, role);
    let general = GraphAttributes::Graph(vec![
        plain("rankdir", "LR"),
        quoted("bgcolor", paint("paper")),
        plain("nodesep", "0.3"),
        plain("ranksep", "0.6"),
    ]);
    let font = || quoted("fontname", "Inter, Helvetica, Arial, sans-serif");
    let nodes = GraphAttributes::Node(vec![
        font(),
        plain("fontsize", "12"),
        quoted("color", paint("ink")),
        quoted("fontcolor", paint("ink")),
    ]);
    let edges = GraphAttributes::Edge(vec![font(), plain("fontsize", "10")]);
    let mut stmts: Vec<Stmt> = [general, nodes, edges].into_iter().map(Stmt::from).collect();
    stmts.extend(scene.blocks.iter().map(|block| Stmt::from(node(block, options))));
    stmts.extend(scene.arrows.iter().map(|arrow| Stmt::from(edge(scene, arrow, options))));
    Graph::DiGraph { id: Id::Plain("sanggah".to_owned()), strict: false, stmts }
}

fn node(block: &Block, options: &Options) -> Node {
    let paint = |role: &str| colour(options.theme, role);
    let (shape, style, fill, text) = match block.shape {
        Shape::Actor(ActorKind::Country) => ("box", "filled", "solid", "onsolid"),
        Shape::Actor(ActorKind::Organisation) => ("box", "filled,bold", "wash", "ink"),
        Shape::Actor(ActorKind::Person) => ("box", "filled,rounded", "wash", "ink"),
        Shape::Actor(ActorKind::Group) => ("ellipse", "filled", "wash", "ink"),
        Shape::Actor(ActorKind::Place) => ("octagon", "filled", "paper", "ink"),
        Shape::Transfer(_) => ("plain", "solid", "paper", "ink"),
        Shape::Proposition(true) => ("note", "filled,bold", "warnwash", "ink"),
        Shape::Proposition(false) => ("note", "filled", "wash", "ink"),
        Shape::Words(_) => ("box", "dashed", "paper", "ink"),
    };
    let label = if let Shape::Transfer(status) = block.shape {
        table(block, status, options)
    } else {
        format!("<{}>", rows(block))
    };
    let mut attributes = vec![
        plain("shape", shape),
        quoted("style", style),
        quoted("fillcolor", paint(fill)),
        quoted("fontcolor", paint(text)),
        quoted("tooltip", &block.hover),
        Attribute(Id::Plain("label".to_owned()), Id::Html(label)),
    ];
    if block.shape == Shape::Actor(ActorKind::Group) {
        attributes.push(plain("peripheries", "2"));
    }
    Node::new(node_id(block), attributes)
}

/// The words of a box, one line under another, the bold ones bold.
fn rows(block: &Block) -> String {
    let line = |bold: bool, text: &str| if bold { format!("<b>{}</b>", html(text)) } else { html(text) };
    let lines: Vec<String> = block.lines.iter().map(|(style, text)| line(style.bold, text)).collect();
    lines.join("<br/>")
}

/// A transfer as a table whose first row is the band with its status.
fn table(block: &Block, status: Status, options: &Options) -> String {
    let paint = |role: &str| colour(options.theme, role);
    let (band, on, border) = match status {
        Status::Contested => ("warn", "onwarn", 3),
        Status::Acknowledged | Status::Reported => ("solid", "onsolid", 1),
        Status::Alleged => ("assert", "onassert", 1),
        Status::Denied => ("deny", "ondeny", 1),
        Status::Blocked | Status::Planned | Status::Sought => ("wash", "ink", 1),
    };
    format!(
        "<<table border=\"{border}\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"5\" color=\"{}\" bgcolor=\"{}\">\
         <tr><td bgcolor=\"{}\"><font color=\"{}\" point-size=\"10\"><b>{}</b></font></td></tr>\
         <tr><td>{}</td></tr></table>>",
        paint("ink"),
        paint(if status == Status::Contested { "warnwash" } else { "paper" }),
        paint(band),
        paint(on),
        html(&block.badge),
        rows(block)
    )
}

fn edge(scene: &Scene, arrow: &Arrow, options: &Options) -> Edge {
    let paint = |role: &str| colour(options.theme, role);
    let (role, style, width, head) = match arrow.look {
        Look::Gives => ("flow", "solid", "4", "normal"),
        Look::WouldGive => ("flow", "dashed", "4", "empty"),
        Look::Accuses => ("assert", "solid", "2", "normal"),
        Look::Says => ("assert", "solid", "1.2", "vee"),
        Look::Denies => ("deny", "dashed", "2.2", "tee"),
        Look::DeniesInOwnWords => ("deny", "dotted", "1.8", "vee"),
        Look::Confirms => ("affirm", "solid", "2", "diamond"),
        Look::Condemns => ("other", "solid", "1.4", "odiamond"),
        Look::Opposes => ("other", "dashed", "2", "tee"),
        Look::Demands => ("other", "dashed", "1.4", "empty"),
        Look::Commits => ("other", "dotted", "1.4", "obox"),
        Look::Towards => ("muted", "dotted", "1", "dot"),
    };
    let mut attributes = vec![
        quoted("color", paint(role)),
        quoted("fontcolor", paint(role)),
        plain("style", style),
        plain("penwidth", width),
        plain("arrowhead", head),
    ];
    if !arrow.label.is_empty() {
        let sign = if matches!(arrow.look, Look::Denies | Look::DeniesInOwnWords) { "✕ " } else { "" };
        attributes.push(quoted("label", &format!("{sign}{}", arrow.label)));
    }
    let end = |index: usize| Vertex::N(node_id(&scene.blocks[index]));
    Edge { ty: EdgeTy::Pair(end(arrow.from), end(arrow.to)), attributes }
}

fn node_id(block: &Block) -> NodeId {
    NodeId(Id::Escaped(format!("\"{}\"", block.id)), None)
}

fn plain(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Plain(value.to_owned()))
}

/// A value in quotation marks, in which neither marks nor backslashes mean anything.
fn quoted(name: &str, value: &str) -> Attribute {
    let value: String = value.chars().filter(|character| !character.is_control()).collect();
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    Attribute(Id::Plain(name.to_owned()), Id::Escaped(format!("\"{value}\"")))
}

/// Text for a label in Graphviz's own markup.
fn html(text: &str) -> String {
    super::draw::escape(text)
}
