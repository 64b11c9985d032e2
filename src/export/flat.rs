//! Nodes and edges with flat attributes, for formats that nest nothing.

use crate::extract::DateInterval;
use crate::graph::{Code, Edge, Evidence, KnowledgeGraph, Node, NodeId, Relation, Stance};

/// An attribute's value.
pub(super) enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Number(usize),
}

/// Attributes in the order of [`NODE_COLUMNS`] or [`EDGE_COLUMNS`]; those that a node lacks are left out.
pub(super) type Attributes = Vec<(&'static str, Value)>;

/// All attributes of nodes, numbers marked.
pub(super) const NODE_COLUMNS: &[(&str, bool)] = &[
    ("type", false),
    ("label", false),
    ("kind", false),
    ("iso", false),
    ("aliases", false),
    ("cue", false),
    ("content_is", false),
    ("text", false),
    ("items", false),
    ("quantities", false),
    ("status", false),
    ("stances", false),
    ("sources", true),
    ("articles", true),
    ("first", false),
    ("last", false),
    ("title", false),
    ("publisher", false),
    ("url", false),
    ("echo_of", false),
    ("article", false),
    ("start", true),
    ("end", true),
    ("sentence", false),
    ("rule", false),
];

/// All attributes of edges, numbers marked.
pub(super) const EDGE_COLUMNS: &[(&str, bool)] = &[
    ("relation", false),
    ("label", false),
    ("detail", false),
    ("articles", true),
    ("article", false),
    ("start", true),
    ("end", true),
    ("sentence", false),
];

/// The longest label, in characters: pictures show it.
const LABEL: usize = 60;

/// The attributes of a node.
pub(super) fn node(graph: &KnowledgeGraph, id: NodeId, node: &Node) -> Attributes {
    let mut row = Row(vec![]);
    row.text("type", id.kind().code());
    row.text("label", &label(node));
    match node {
        Node::Actor(actor) => {
            row.text("kind", actor.kind.code());
            row.text("iso", actor.iso.as_deref().unwrap_or_default());
            row.text("aliases", &actor.aliases.join("; "));
        }
        Node::Statement(statement) => {
            row.text("kind", statement.kind.code());
            row.text("cue", statement.cue.as_ref().map_or("", |cue| &cue.text));
            row.text("content_is", statement.content_is.map_or("", Code::code));
            row.text("text", &statement.content.text);
            row.days(statement.date);
            row.evidence(&statement.evidence);
            row.text("rule", &statement.rule);
        }
        Node::Proposition(proposition) => {
            row.text("text", &proposition.text);
            row.number("sources", proposition.sources);
            row.number("articles", proposition.articles);
        }
        Node::Transfer(transfer) => {
            row.text("kind", transfer.category.code());
            row.text("items", &transfer.items.join("; "));
            row.text("quantities", &transfer.quantities.join("; "));
            row.text("status", transfer.status.code());
            let stances: Vec<String> = transfer.stances.iter().map(|it| stance(graph, it)).collect();
            row.text("stances", &stances.join("; "));
            row.days(transfer.date);
        }
        Node::Article(article) => {
            row.text("title", article.title.as_deref().unwrap_or_default());
            row.text("publisher", article.publisher.as_deref().unwrap_or_default());
            row.text("url", article.url.as_deref().unwrap_or_default());
            row.text("first", &article.date.map_or_else(String::new, |date| date.to_string()));
            row.text("echo_of", &article.echo_of.map_or_else(String::new, |first| first.to_string()));
        }
    }
    row.0
}

/// What a picture calls a node.
pub(super) fn label(node: &Node) -> String {
    let text = match node {
        Node::Actor(actor) => &actor.name,
        Node::Statement(statement) => &statement.content.text,
        Node::Proposition(proposition) => &proposition.text,
        Node::Transfer(transfer) => return short(&transfer.items.join(", ")),
        Node::Article(article) => article.title.as_ref().unwrap_or(&article.name),
    };
    short(text)
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut start: String = line.chars().take(LABEL).collect();
    if start.len() < line.len() {
        start.push('…');
    }
    start
}

/// Who holds which view, in words: "Rusia denied 2023-11-08"; the writer is called so.
pub(super) fn stance(graph: &KnowledgeGraph, stance: &Stance) -> String {
    let actor = stance.holder.and_then(|holder| graph.actor(holder));
    let holder = actor.map_or("writer", |actor| actor.name.as_str());
    let date = stance.date.map_or_else(String::new, |date| format!(" {date}"));
    format!("{holder} {}{date}", stance.value.code())
}

/// The attributes of an edge.
pub(super) fn edge(edge: &Edge) -> Attributes {
    let mut row = Row(vec![]);
    row.text("relation", edge.relation.code());
    let detail = detail(&edge.relation);
    row.text("label", if detail.is_empty() { edge.relation.code() } else { &detail });
    row.text("detail", &detail);
    if let Relation::Role(role) = &edge.relation {
        row.number("articles", role.articles);
        row.evidence(&role.evidence);
    }
    row.0
}

/// What an edge says more closely.
pub(super) fn detail(relation: &Relation) -> String {
    match relation {
        Relation::Content(sense) => sense.code().to_owned(),
        Relation::Answers(basis) => basis.code().to_owned(),
        Relation::About(value) => value.code().to_owned(),
        Relation::Role(role) => role.office.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

struct Row(Attributes);

impl Row {
    fn text(&mut self, name: &'static str, value: &str) {
        if !value.is_empty() {
            self.0.push((name, Value::Text(value.to_owned())));
        }
    }

    fn number(&mut self, name: &'static str, value: usize) {
        self.0.push((name, Value::Number(value)));
    }

    fn days(&mut self, date: Option<DateInterval>) {
        if let Some(date) = date {
            self.text("first", &date.first.to_string());
            self.text("last", &date.last.to_string());
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.text("article", &evidence.article.to_string());
        self.number("start", evidence.span.start);
        self.number("end", evidence.span.end);
        self.text("sentence", &evidence.sentence);
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}
