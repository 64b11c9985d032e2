//! A reading as one JSON object, in the form of the annotated files: what `graph extract --format jsonl` writes.

use super::explain::Explainer;
use super::reading::{ContentIs, Note, Reading, Stance, Statement, Transfer};
use crate::ingest::Article;
use crate::span::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// A reading in its written form. Actors, statements and transfers have ids of their own (`a0`, `s0`, `t0`).
#[derive(Clone, Debug, Serialize)]
pub struct ReadingRecord<'a> {
    id: &'a str,
    actors: Vec<ActorRecord<'a>>,
    roles: Vec<RoleRecord<'a>>,
    statements: Vec<StatementRecord<'a>>,
    transfers: Vec<TransferRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<NoteRecord<'a>>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    explained: BTreeMap<&'a str, &'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct NoteRecord<'a> {
    at: &'a str,
    span: [usize; 2],
    reason: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct ActorRecord<'a> {
    id: String,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct RoleRecord<'a> {
    holder: String,
    role: Option<&'a str>,
    of: String,
    at: &'a str,
}

#[derive(Clone, Debug, Serialize)]
struct StatementRecord<'a> {
    id: String,
    kind: &'static str,
    source: Vec<String>,
    speaker: Option<String>,
    target: Vec<String>,
    cue: Option<&'a str>,
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_is: Option<&'static str>,
    span: [usize; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<[String; 2]>,
    rule: &'a str,
}

#[derive(Clone, Debug, Serialize)]
struct TransferRecord<'a> {
    id: String,
    giver: Vec<String>,
    recipient: Vec<String>,
    item: Vec<&'a str>,
    category: &'static str,
    quantity: Option<&'a str>,
    stances: Vec<StanceRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<[String; 2]>,
    at: Vec<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct StanceRecord<'a> {
    actor: String,
    value: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    rule: &'a str,
}

impl<'a> ReadingRecord<'a> {
    /// The written form of what `article` says.
    pub fn new(article: &'a Article, reading: &'a Reading) -> Self {
        let text = article.text.as_str();
        let actors = reading.actors.iter().enumerate().map(|(i, actor)| ActorRecord {
            id: format!("a{i}"),
            name: &actor.name,
            kind: actor.kind.name(),
            aliases: &actor.aliases,
            iso: actor.iso.as_deref(),
        });
        let roles = reading.roles.iter().map(|role| RoleRecord {
            holder: format!("a{}", role.holder.0),
            role: role.office.as_deref(),
            of: format!("a{}", role.of.0),
            at: role.evidence.of(text),
        });
        Self {
            id: &article.name,
            actors: actors.collect(),
            roles: roles.collect(),
            statements: reading.statements.iter().enumerate().map(|(i, s)| statement(i, s, text)).collect(),
            transfers: reading.transfers.iter().enumerate().map(|(i, t)| transfer(i, t, text)).collect(),
            notes: None,
            explained: BTreeMap::new(),
        }
    }

    /// With what was seen and not asserted.
    #[must_use]
    pub fn with_notes(mut self, article: &'a Article, reading: &'a Reading) -> Self {
        let note = |note: &Note| NoteRecord {
            at: note.at.of(&article.text),
            span: [note.at.start, note.at.end],
            reason: note.reason.name(),
        };
        self.notes = Some(reading.notes.iter().map(note).collect());
        self
    }

    /// With what each row and rule is that read something.
    #[must_use]
    pub fn with_explanations(mut self, reading: &'a Reading, explainer: &'a Explainer, english: bool) -> Self {
        let read = reading.statements.iter().map(|statement| &statement.rule);
        let passed = reading.transfers.iter().flat_map(|transfer| &transfer.stances).map(|stance| &stance.rule);
        self.explained = read.chain(passed).flat_map(|rule| explainer.explain(rule, english)).collect();
        self
    }
}

fn statement<'a>(i: usize, s: &'a Statement, text: &'a str) -> StatementRecord<'a> {
    StatementRecord {
        id: format!("s{i}"),
        kind: s.kind.name(),
        source: s.source.iter().map(|a| format!("a{}", a.0)).collect(),
        speaker: s.speaker.map(|a| format!("a{}", a.0)),
        target: s.target.iter().map(|a| format!("a{}", a.0)).collect(),
        cue: s.cue.map(|cue| cue.of(text)),
        content: s.content.of(text),
        content_is: s.content_is.map(ContentIs::name),
        span: [s.content.start, s.content.end],
        date: s.date.map(|d| [d.first.to_string(), d.last.to_string()]),
        rule: &s.rule,
    }
}

fn transfer<'a>(i: usize, t: &'a Transfer, text: &'a str) -> TransferRecord<'a> {
    let mut at: Vec<Span> = t.stances.iter().map(|s| s.cue).collect();
    at.sort_unstable();
    at.dedup();
    TransferRecord {
        id: format!("t{i}"),
        giver: t.giver.iter().map(|a| format!("a{}", a.0)).collect(),
        recipient: t.recipient.iter().map(|a| format!("a{}", a.0)).collect(),
        item: t.items.iter().map(|item| item.of(text)).collect(),
        category: t.category.name(),
        quantity: t.quantity.map(|q| q.of(text)),
        stances: t.stances.iter().map(stance).collect(),
        date: t.date.map(|d| [d.first.to_string(), d.last.to_string()]),
        at: at.into_iter().map(|cue| cue.of(text)).collect(),
    }
}

fn stance(s: &Stance) -> StanceRecord<'_> {
    StanceRecord {
        actor: s.holder.map_or_else(|| "writer".to_owned(), |a| format!("a{}", a.0)),
        value: s.value.name(),
        statement: s.statement.map(|s| format!("s{}", s.0)),
        rule: &s.rule,
    }
}
