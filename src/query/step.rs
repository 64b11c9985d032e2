//! The steps of a way as an answer shows them.

use super::path::transfer_at;
use super::views::{self, Place, code, optional_code};
use crate::extract::StanceValue;
use crate::graph::{Code, Edge, Evidence, KnowledgeGraph, Node, NodeId, NodeKind, Relation, Status, Transfer};
use jiff::civil::Date;
use serde::Serialize;

/// One way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Path {
    /// Its steps, in the order of walking; each starts where the one before ended.
    pub steps: Vec<Step>,
}

/// One edge, walked in one direction or the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Where the step starts.
    pub from: End,
    /// What the edge says.
    pub relation: &'static str,
    /// What the edge says more closely: affirms or rejects, the stance, the basis, the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Whether the edge is walked along its arrow.
    pub forwards: bool,
    /// Where the step ends.
    pub to: End,
    /// The status of the transfer at either end.
    #[serde(serialize_with = "optional_code", skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The day of the statement or view that it rests on, as 2024-05-31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// For an office, how many articles give its holder offices of that country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub articles: Option<usize>,
    /// How many articles give him offices of another country, where those are more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contradicted_by: Option<usize>,
    /// The sentence that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// A node at the end of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct End {
    /// Its id.
    pub id: String,
    /// What sort of node it is.
    #[serde(serialize_with = "code")]
    pub node: NodeKind,
    /// For an actor, a statement or a transfer, its sort.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// For a denial, what its content is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_is: Option<&'static str>,
    /// The name, the words, or what passes.
    pub text: String,
}

impl Path {
    pub(super) fn new(graph: &KnowledgeGraph, way: &[(NodeId, &Edge)]) -> Self {
        Self { steps: way.iter().map(|(from, edge)| step(graph, *from, edge)).collect() }
    }
}

fn step(graph: &KnowledgeGraph, from: NodeId, edge: &Edge) -> Step {
    let forwards = edge.from == from;
    let (date, evidence) = ground(graph, edge);
    let standing = graph.standing(edge);
    Step {
        from: end(graph, from),
        relation: edge.relation.code(),
        detail: detail(&edge.relation),
        forwards,
        to: end(graph, if forwards { edge.to } else { edge.from }),
        status: transfer_at(graph, edge),
        date: date.map(|date| date.to_string()),
        articles: standing.map(|standing| standing.articles),
        contradicted_by: standing.filter(|standing| standing.contradicted()).map(|standing| standing.others),
        place: evidence.map(|evidence| views::place(graph, evidence)),
    }
}

fn detail(relation: &Relation) -> Option<String> {
    match relation {
        Relation::Content(sense) => Some(sense.code().to_owned()),
        Relation::Answers(basis) => Some(basis.code().to_owned()),
        Relation::About(value) => Some(value.code().to_owned()),
        Relation::Role(role) => role.office.clone(),
        _ => None,
    }
}

/// What an edge rests on: its own words, those of the statement at one of its ends, or a view of the transfer.
fn ground<'g>(graph: &'g KnowledgeGraph, edge: &'g Edge) -> (Option<Date>, Option<&'g Evidence>) {
    if let Relation::Role(role) = &edge.relation {
        let published = graph.article(role.evidence.article).and_then(|article| article.date);
        return (published, Some(&role.evidence));
    }
    if let Some(statement) = graph.statement(edge.from).or_else(|| graph.statement(edge.to)) {
        return (views::day(graph, statement), Some(&statement.evidence));
    }
    let transfer = graph.transfer(edge.from).or_else(|| graph.transfer(edge.to));
    transfer.and_then(first_view).map_or((None, None), |(date, evidence)| (date, Some(evidence)))
}

/// The first assertion of a transfer, or else the first view of it.
fn first_view(transfer: &Transfer) -> Option<(Option<Date>, &Evidence)> {
    let asserted = transfer.stances.iter().find(|stance| stance.value == StanceValue::Asserted);
    asserted.or(transfer.stances.first()).map(|stance| (stance.date, &stance.evidence))
}

fn end(graph: &KnowledgeGraph, id: NodeId) -> End {
    let (kind, content_is, text) = match graph.node(id) {
        Some(Node::Actor(actor)) => (Some(actor.kind.code()), None, actor.name.clone()),
        Some(Node::Statement(statement)) => {
            (Some(statement.kind.code()), statement.content_is.map(Code::code), statement.content.text.clone())
        }
        Some(Node::Proposition(proposition)) => (None, None, proposition.text.clone()),
        Some(Node::Transfer(transfer)) => (Some(transfer.category.code()), None, transfer.items.join(", ")),
        Some(Node::Article(article)) => (None, None, article.name.clone()),
        None => (None, None, String::new()),
    };
    End { id: id.to_string(), node: id.kind(), kind, content_is, text }
}
