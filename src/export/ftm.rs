//! Entities of `FollowTheMoney` (<https://followthemoney.tech>), one JSON object a line.
//!
//! Actors are `Person`, `Organization`, `PublicBody` (a state) or `LegalEntity` (a group); a statement with a target, an
//! office, and each side of a transfer that passes no money are `UnknownLink`s, money is a `Payment`. What is only said
//! to be says so in `status`.

use crate::extract::{ActorKind, Category};
use crate::graph::{
    Actor, ArticleRecord, Code, Edge, Evidence, KnowledgeGraph, Language, Node, NodeId, NodeKind, Relation, Statement,
    Transfer,
};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes a graph.
pub(super) fn write(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    for (id, node) in graph.nodes() {
        let entities = match node {
            Node::Actor(actor) => vec![party(*id, actor)],
            Node::Article(article) => vec![document(*id, article)],
            Node::Statement(statement) => statement_links(graph, *id, statement),
            Node::Transfer(transfer) => transfer_links(graph, *id, transfer),
            Node::Proposition(_) => Vec::new(),
        };
        entities.iter().try_for_each(|entity| put(to, entity))?;
    }
    graph.edges().iter().filter_map(office).try_for_each(|entity| put(to, &entity))
}

fn put(to: &mut dyn Write, entity: &Entity) -> io::Result<()> {
    let value = json!({ "id": entity.id, "schema": entity.schema, "properties": entity.properties });
    serde_json::to_writer(&mut *to, &value)?;
    writeln!(to)
}

struct Entity {
    id: String,
    schema: &'static str,
    properties: Map<String, Value>,
}

impl Entity {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: Map::new() }
    }

    fn with<S: Into<String>>(mut self, property: &str, values: impl IntoIterator<Item = S>) -> Self {
        let values: Vec<Value> = values.into_iter().map(|value| Value::String(value.into())).collect();
        if !values.is_empty() {
            self.properties.insert(property.to_owned(), Value::Array(values));
        }
        self
    }

    fn resting_on(self, evidence: &Evidence) -> Self {
        self.with("proof", [evidence.article.to_string()]).with("description", [evidence.sentence.clone()])
    }
}

fn party(id: NodeId, actor: &Actor) -> Entity {
    let schema = match actor.kind {
        ActorKind::Country => "PublicBody",
        ActorKind::Organisation => "Organization",
        ActorKind::Person => "Person",
        ActorKind::Group | ActorKind::Place => "LegalEntity",
    };
    let country = actor.iso.as_ref().map(|iso| iso.to_lowercase());
    let entity = Entity::new(id.to_string(), schema).with("name", [actor.name.clone()]);
    entity.with("alias", actor.aliases.clone()).with("country", country)
}

fn document(id: NodeId, article: &ArticleRecord) -> Entity {
    let entity =
        Entity::new(id.to_string(), "Article").with("title", [article.title.as_ref().unwrap_or(&article.name)]);
    let date = article.date.map(|date| date.to_string());
    entity.with("publisher", article.publisher.clone()).with("sourceUrl", article.url.clone()).with("date", date)
}

/// One link from each source to each target.
fn statement_links(graph: &KnowledgeGraph, id: NodeId, statement: &Statement) -> Vec<Entity> {
    let sources = graph.edges_to(id).filter(|edge| edge.relation == Relation::Source).map(|edge| edge.from);
    let mut links = Vec::new();
    for source in sources {
        for target in graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Target) {
            let link = Entity::new(format!("{id}.{source}.{}", target.to), "UnknownLink");
            let link = link.with("subject", [source.to_string()]).with("object", [target.to.to_string()]);
            let link = link.with("role", [statement.kind.label(Language::English)]);
            let link = link.with("summary", [statement.content.text.clone()]);
            let date = statement.date.map(|date| date.last.to_string());
            links.push(link.with("date", date).resting_on(&statement.evidence));
        }
    }
    links
}

/// One link or payment from each giver to each recipient; `FollowTheMoney` has no place for an open side.
fn transfer_links(graph: &KnowledgeGraph, id: NodeId, transfer: &Transfer) -> Vec<Entity> {
    let givers = graph.edges_to(id).filter(|edge| edge.relation == Relation::Giver).map(|edge| edge.from);
    let (schema, from, into) = match transfer.category {
        Category::Money => ("Payment", "payer", "beneficiary"),
        _ => ("UnknownLink", "subject", "object"),
    };
    let mut links = Vec::new();
    for giver in givers {
        for recipient in graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Recipient) {
            let link = Entity::new(format!("{id}.{giver}.{}", recipient.to), schema);
            let link = link.with(from, [giver.to_string()]).with(into, [recipient.to.to_string()]);
            let what = format!("{}: {}", transfer.category.code(), transfer.items.join(", "));
            let link = link.with("summary", [format!("{} ({})", what, transfer.status.code())]);
            let link = match schema {
                "Payment" => link.with("purpose", transfer.quantities.clone()),
                _ => link.with("role", [what]).with("status", [transfer.status.code()]),
            };
            let link = link.with("startDate", transfer.date.map(|date| date.first.to_string()));
            let link = link.with("endDate", transfer.date.map(|date| date.last.to_string()));
            links.extend(transfer.stances.first().map(|stance| link.resting_on(&stance.evidence)));
        }
    }
    links
}

fn office(edge: &Edge) -> Option<Entity> {
    let Relation::Role(role) = &edge.relation else { return None };
    let office = role.office.clone().unwrap_or_else(|| "part of".to_owned());
    let id = NodeId::of(NodeKind::Actor, &[edge.from.to_string(), edge.to.to_string(), edge.relation.key()]).digits();
    let link = Entity::new(format!("role-{id}"), "UnknownLink").with("subject", [edge.from.to_string()]);
    Some(link.with("object", [edge.to.to_string()]).with("role", [office]).resting_on(&role.evidence))
}
