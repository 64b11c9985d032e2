//! Tables for spreadsheets: RFC 4180 in UTF-8, cells that a spreadsheet would take for a formula marked as text.

use super::Writer;
use crate::extract::DateInterval;
use crate::graph::{Code, Evidence, KnowledgeGraph, NodeId, Relation};
use std::io::{self, Write};

/// The tables.
pub(super) const FILES: &[(&str, Writer)] = &[
    ("actors.csv", actors),
    ("statements.csv", statements),
    ("claims.csv", claims),
    ("transfers.csv", transfers),
    ("stances.csv", stances),
    ("roles.csv", roles),
    ("answers.csv", answers),
    ("articles.csv", articles),
];

fn actors(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["id", "name", "kind", "iso", "aliases"])?;
    for (id, actor) in graph.actors() {
        let iso = actor.iso.as_deref().unwrap_or_default();
        row(to, [&id.to_string(), &actor.name, actor.kind.code(), iso, &actor.aliases.join("; ")])?;
    }
    Ok(())
}

fn statements(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    let head = ["id", "kind", "source", "speaker", "target", "cue", "content", "content_is", "first", "last"];
    row(to, head.into_iter().chain(PLACE).chain(["rule"]))?;
    for (id, statement) in graph.statements() {
        let actors = |wanted: Relation| names(graph, id, &wanted);
        let (first, last) = days(statement.date);
        let cells = [
            id.to_string(),
            statement.kind.code().to_owned(),
            actors(Relation::Source),
            actors(Relation::Speaker),
            actors(Relation::Target),
            statement.cue.as_ref().map_or_else(String::new, |cue| cue.text.clone()),
            statement.content.text.clone(),
            statement.content_is.map_or("", Code::code).to_owned(),
            first,
            last,
        ];
        row(to, cells.into_iter().chain(place(graph, &statement.evidence)).chain([statement.rule.clone()]))?;
    }
    Ok(())
}

fn claims(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["id", "text", "sources", "articles"])?;
    for (id, claim) in graph.propositions() {
        row(to, [id.to_string(), claim.text.clone(), claim.sources.to_string(), claim.articles.to_string()])?;
    }
    Ok(())
}

fn transfers(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["id", "giver", "recipient", "category", "items", "quantities", "first", "last", "status"])?;
    for (id, transfer) in graph.transfers() {
        let (first, last) = days(transfer.date);
        let cells = [
            id.to_string(),
            names(graph, id, &Relation::Giver),
            names(graph, id, &Relation::Recipient),
            transfer.category.code().to_owned(),
            transfer.items.join("; "),
            transfer.quantities.join("; "),
            first,
            last,
            transfer.status.code().to_owned(),
        ];
        row(to, cells)?;
    }
    Ok(())
}

fn stances(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    let head = ["transfer", "holder", "holder_name", "value", "date", "statement"];
    row(to, head.into_iter().chain(PLACE).chain(["rule"]))?;
    for (id, stance) in graph.transfers().flat_map(|(id, it)| it.stances.iter().map(move |stance| (id, stance))) {
        let holder = stance.holder.and_then(|holder| graph.actor(holder));
        let cells = [
            id.to_string(),
            stance.holder.map_or_else(|| "writer".to_owned(), |holder| holder.to_string()),
            holder.map_or_else(String::new, |holder| holder.name.clone()),
            stance.value.code().to_owned(),
            stance.date.map_or_else(String::new, |date| date.to_string()),
            stance.statement.map_or_else(String::new, |statement| statement.to_string()),
        ];
        row(to, cells.into_iter().chain(place(graph, &stance.evidence)).chain([stance.rule.clone()]))?;
    }
    Ok(())
}

fn roles(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["holder", "holder_name", "office", "of", "of_name", "articles"].into_iter().chain(PLACE))?;
    for edge in graph.edges() {
        let Relation::Role(role) = &edge.relation else { continue };
        let cells = [
            edge.from.to_string(),
            name(graph, edge.from),
            role.office.clone().unwrap_or_default(),
            edge.to.to_string(),
            name(graph, edge.to),
            role.articles.to_string(),
        ];
        row(to, cells.into_iter().chain(place(graph, &role.evidence)))?;
    }
    Ok(())
}

fn answers(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["denial", "denied", "basis"])?;
    for edge in graph.edges() {
        if let Relation::Answers(basis) = edge.relation {
            row(to, [&edge.from.to_string(), &edge.to.to_string(), basis.code()])?;
        }
    }
    Ok(())
}

fn articles(graph: &KnowledgeGraph, to: &mut dyn Write) -> io::Result<()> {
    row(to, ["id", "name", "title", "publisher", "date", "url", "text_hash", "echo_of"])?;
    for (id, article) in graph.articles() {
        let cells = [
            id.to_string(),
            article.name.clone(),
            article.title.clone().unwrap_or_default(),
            article.publisher.clone().unwrap_or_default(),
            article.date.map_or_else(String::new, |date| date.to_string()),
            article.url.clone().unwrap_or_default(),
            article.text_hash.clone(),
            article.echo_of.map_or_else(String::new, |first| first.to_string()),
        ];
        row(to, cells)?;
    }
    Ok(())
}

const PLACE: [&str; 5] = ["article", "article_name", "start", "end", "sentence"];

fn place(graph: &KnowledgeGraph, evidence: &Evidence) -> [String; 5] {
    [
        evidence.article.to_string(),
        graph.article(evidence.article).map_or_else(String::new, |article| article.name.clone()),
        evidence.span.start.to_string(),
        evidence.span.end.to_string(),
        evidence.sentence.clone(),
    ]
}

fn days(date: Option<DateInterval>) -> (String, String) {
    date.map_or_else(Default::default, |date| (date.first.to_string(), date.last.to_string()))
}

/// The actors at the other end of a node's edges of one relation.
fn names(graph: &KnowledgeGraph, id: NodeId, wanted: &Relation) -> String {
    let to = graph.edges_to(id).filter(|edge| edge.relation == *wanted).map(|edge| edge.from);
    let from = graph.edges_from(id).iter().filter(|edge| edge.relation == *wanted).map(|edge| edge.to);
    to.chain(from).map(|actor| name(graph, actor)).collect::<Vec<_>>().join("; ")
}

fn name(graph: &KnowledgeGraph, id: NodeId) -> String {
    graph.actor(id).map_or_else(String::new, |actor| actor.name.clone())
}

fn row<S: AsRef<str>>(to: &mut dyn Write, cells: impl IntoIterator<Item = S>) -> io::Result<()> {
    let cells: Vec<String> = cells.into_iter().map(|text| cell(as_text(text.as_ref()))).collect();
    write!(to, "{}\r\n", cells.join(","))
}

/// A text that a spreadsheet would run as a formula is given an apostrophe (OWASP, "CSV injection").
fn as_text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// A cell in quotation marks where it needs them.
pub(super) fn cell(text: String) -> String {
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
