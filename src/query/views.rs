//! Nodes as an answer shows them: with the names of those they point to.

use crate::extract::{Category, ContentIs, DateInterval, StanceValue, StatementKind};
use crate::graph::{Code, Evidence, KnowledgeGraph, MergeRule, NodeId, Relation, Stance, Statement, Status, Transfer};
use serde::{Serialize, Serializer};

/// An actor by id and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Its id.
    pub id: String,
}

/// A place in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// The name a person knows it by.
    pub name: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The day it was published, as 2024-05-31.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The first byte of the sentence in the article's text.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// The sentence.
    pub sentence: String,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementView {
    /// Its id.
    pub id: String,
    /// What sort of act it is.
    #[serde(serialize_with = "code")]
    pub kind: StatementKind,
    /// Whose view it is.
    pub sources: Vec<Named>,
    /// Who voices it, where that is somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Named>,
    /// Whom it is directed at.
    pub targets: Vec<Named>,
    /// The words that mark the act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
    /// What is said.
    pub content: String,
    /// For a denial, what its content is.
    #[serde(serialize_with = "optional_code", skip_serializing_if = "Option::is_none")]
    pub content_is: Option<ContentIs>,
    /// The day it was said, or else published, as 2024-05-31; the last where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The lexicon row and the rule that read it.
    pub rule: String,
    /// Where it stands.
    pub place: Place,
    /// Whether a person's correction touched it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// A transfer with what each party holds of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransferView {
    /// Its id.
    pub id: String,
    /// From whom; empty where that is open.
    pub givers: Vec<Named>,
    /// To whom; empty where that is open.
    pub recipients: Vec<Named>,
    /// What sort of thing it is.
    #[serde(serialize_with = "code")]
    pub category: Category,
    /// What passes.
    pub items: Vec<String>,
    /// How much.
    pub quantities: Vec<String>,
    /// When it passes: a day, or two days with a slash between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What the stances come to.
    #[serde(serialize_with = "code")]
    pub status: Status,
    /// In how many articles it is told.
    pub articles: usize,
    /// What each party holds of it.
    pub stances: Vec<StanceView>,
    /// Whether a person's correction touched it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// What one party holds of a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceView {
    /// Who holds it; none for the article's own voice.
    pub holder: Option<Named>,
    /// The view.
    #[serde(serialize_with = "code")]
    pub value: StanceValue,
    /// The day of the view.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The statement that implies it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// Why a name counts for an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MergeView {
    /// The name.
    pub name: String,
    /// The rule that joined it.
    #[serde(serialize_with = "code")]
    pub rule: MergeRule,
    /// In how many articles it stands.
    pub articles: usize,
    /// The first of them.
    pub first: String,
}

pub(super) fn named(graph: &KnowledgeGraph, id: NodeId) -> Named {
    let name = graph.actor(id).map_or_else(|| id.to_string(), |actor| actor.name.clone());
    Named { name, id: id.to_string() }
}

/// The actors that these edges of a node lead to or come from, by name.
fn actors_at(graph: &KnowledgeGraph, id: NodeId, wanted: &Relation) -> Vec<Named> {
    let to = graph.edges_to(id).filter(|edge| edge.relation == *wanted).map(|edge| edge.from);
    let from = graph.edges_from(id).iter().filter(|edge| edge.relation == *wanted).map(|edge| edge.to);
    let mut found: Vec<Named> = to.chain(from).map(|actor| named(graph, actor)).collect();
    found.sort();
    found
}

pub(super) fn place(graph: &KnowledgeGraph, evidence: &Evidence) -> Place {
    let article = graph.article(evidence.article);
    Place {
        article: evidence.article.to_string(),
        name: article.map_or_else(String::new, |article| article.name.clone()),
        title: article.and_then(|article| article.title.clone()),
        publisher: article.and_then(|article| article.publisher.clone()),
        published: article.and_then(|article| article.date).map(|date| date.to_string()),
        start: evidence.span.start,
        end: evidence.span.end,
        sentence: evidence.sentence.clone(),
    }
}

/// The day a statement was made: its own, else its article's.
pub(super) fn day(graph: &KnowledgeGraph, statement: &Statement) -> Option<jiff::civil::Date> {
    let published = || graph.article(statement.evidence.article).and_then(|article| article.date);
    statement.date.map(|date| date.last).or_else(published)
}

pub(super) fn statement(graph: &KnowledgeGraph, id: NodeId) -> Option<StatementView> {
    let node = graph.statement(id)?;
    Some(StatementView {
        id: id.to_string(),
        kind: node.kind,
        sources: actors_at(graph, id, &Relation::Source),
        speaker: actors_at(graph, id, &Relation::Speaker).pop(),
        targets: actors_at(graph, id, &Relation::Target),
        cue: node.cue.as_ref().map(|cue| cue.text.clone()),
        content: node.content.text.clone(),
        content_is: node.content_is,
        date: day(graph, node).map(|date| date.to_string()),
        rule: node.rule.clone(),
        place: place(graph, &node.evidence),
        corrected: node.corrected,
    })
}

pub(super) fn transfer(graph: &KnowledgeGraph, id: NodeId) -> Option<TransferView> {
    let node: &Transfer = graph.transfer(id)?;
    Some(TransferView {
        id: id.to_string(),
        givers: actors_at(graph, id, &Relation::Giver),
        recipients: actors_at(graph, id, &Relation::Recipient),
        category: node.category,
        items: node.items.clone(),
        quantities: node.quantities.clone(),
        date: node.date.map(interval),
        status: node.status,
        articles: graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::ReportedIn).count(),
        stances: node.stances.iter().map(|it| stance(graph, it)).collect(),
        corrected: node.corrected,
    })
}

fn stance(graph: &KnowledgeGraph, stance: &Stance) -> StanceView {
    StanceView {
        holder: stance.holder.map(|holder| named(graph, holder)),
        value: stance.value,
        date: stance.date.map(|date| date.to_string()),
        statement: stance.statement.map(|id| id.to_string()),
        place: place(graph, &stance.evidence),
    }
}

fn interval(date: DateInterval) -> String {
    if date.first == date.last { date.first.to_string() } else { format!("{}/{}", date.first, date.last) }
}

pub(super) fn code<T: Code, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.code())
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference")]
pub(super) fn optional_code<T: Code, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.map_or("", Code::code))
}
