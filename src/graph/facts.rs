//! What one article adds to the graph, free of its text.
//!
//! Facts hold the words that the graph will show and nothing else, so memory grows with the graph; they are also what
//! is cached of an article that was read before, which is why they, unlike other analysis types, have a stored form.

use super::code::Code;
use super::coded;
use super::echo::sketch;
use super::id::{NodeId, NodeKind};
use super::model::Quote;
use crate::extract::{
    self, ActorId, ActorKind, Category, ContentIs, DateBasis, DateInterval, Reading, StanceValue, StatementKind,
};
use crate::ingest::Article;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One article's share of the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The article's id.
    pub article: String,
    /// The name a person knows it by.
    pub name: String,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The day it was published.
    pub published: Option<jiff::civil::Date>,
    /// A hash of the text alone.
    pub text_hash: String,
    /// What near-identical texts share.
    pub(super) sketch: Vec<u32>,
    pub(super) actors: Vec<ActorFact>,
    pub(super) roles: Vec<RoleFact>,
    pub(super) statements: Vec<StatementFact>,
    pub(super) transfers: Vec<TransferFact>,
    /// What was seen and not asserted.
    pub abstained: Abstained,
}

/// How much was seen in articles and not asserted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abstained {
    /// Sentences that hold a cue.
    pub sentences: usize,
    /// Those of them that gave no statement.
    pub silent: usize,
    /// How often nothing was asserted for each reason.
    pub reasons: BTreeMap<String, usize>,
}

impl Abstained {
    fn new(reading: &Reading) -> Self {
        let mut reasons = BTreeMap::new();
        for note in &reading.notes {
            *reasons.entry(note.reason.code().to_owned()).or_default() += 1;
        }
        Self { sentences: reading.cues.sentences, silent: reading.cues.silent, reasons }
    }

    /// Adds what another article gives.
    pub fn add(&mut self, other: &Self) {
        self.sentences += other.sentences;
        self.silent += other.silent;
        for (reason, count) in &other.reasons {
            *self.reasons.entry(reason.clone()).or_default() += count;
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ActorFact {
    pub name: String,
    #[serde(with = "coded")]
    pub kind: ActorKind,
    pub aliases: Vec<String>,
    pub iso: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RoleFact {
    pub holder: usize,
    pub office: Option<String>,
    pub of: usize,
    pub evidence: Words,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StatementFact {
    #[serde(with = "coded")]
    pub kind: StatementKind,
    pub source: Vec<usize>,
    pub speaker: Option<usize>,
    pub target: Vec<usize>,
    pub cue: Option<Words>,
    pub content: Words,
    #[serde(with = "coded::optional")]
    pub content_is: Option<ContentIs>,
    pub evidence: Words,
    pub date: Option<Days>,
    pub rule: String,
    #[serde(default)]
    pub corrected: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TransferFact {
    pub giver: Vec<usize>,
    pub recipient: Vec<usize>,
    pub items: Vec<String>,
    #[serde(with = "coded")]
    pub category: Category,
    pub quantity: Option<String>,
    pub date: Option<Days>,
    pub stances: Vec<StanceFact>,
    #[serde(default)]
    pub corrected: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StanceFact {
    pub holder: Option<usize>,
    #[serde(with = "coded")]
    pub value: StanceValue,
    pub statement: Option<usize>,
    pub evidence: Words,
    pub cue: Words,
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Days {
    pub first: jiff::civil::Date,
    pub last: jiff::civil::Date,
    #[serde(with = "coded")]
    pub basis: DateBasis,
}

impl Facts {
    /// What the reading of an article adds to the graph.
    pub fn new(article: &Article, reading: &Reading) -> Self {
        let text = &article.text;
        Self {
            article: article.id.clone(),
            name: article.name.clone(),
            title: article.title.clone(),
            publisher: article.publisher.clone(),
            url: article.url.clone(),
            published: article.published,
            text_hash: NodeId::of(NodeKind::Article, &[text]).digits(),
            sketch: sketch(text),
            actors: reading.actors.iter().map(ActorFact::new).collect(),
            roles: reading.roles.iter().map(|role| RoleFact::new(role, text)).collect(),
            statements: reading.statements.iter().map(|statement| StatementFact::new(statement, text)).collect(),
            transfers: reading.transfers.iter().map(|transfer| TransferFact::new(transfer, text)).collect(),
            abstained: Abstained::new(reading),
        }
    }

    /// The id of the article's node.
    pub fn id(&self) -> NodeId {
        NodeId::of_article(&self.article)
    }

    /// Whether this is the article's name or id, as typed.
    pub fn is_called(&self, text: &str) -> bool {
        self.name == text || self.article == text || self.id().to_string() == text
    }
}

impl ActorFact {
    fn new(actor: &extract::Actor) -> Self {
        let (name, aliases) = (actor.name.clone(), actor.aliases.clone());
        Self { name, kind: actor.kind, aliases, iso: actor.iso.clone() }
    }
}

impl RoleFact {
    fn new(role: &extract::Role, text: &str) -> Self {
        let evidence = Words::new(role.evidence, text);
        Self { holder: role.holder.0, office: role.office.clone(), of: role.of.0, evidence }
    }
}

impl StatementFact {
    fn new(statement: &extract::Statement, text: &str) -> Self {
        Self {
            kind: statement.kind,
            source: indices(&statement.source),
            speaker: statement.speaker.map(|id| id.0),
            target: indices(&statement.target),
            cue: statement.cue.map(|span| Words::new(span, text)),
            content: Words::new(statement.content, text),
            content_is: statement.content_is,
            evidence: Words::new(statement.evidence, text),
            date: statement.date.map(Days::new),
            rule: statement.rule.clone(),
            corrected: false,
        }
    }
}

impl TransferFact {
    fn new(transfer: &extract::Transfer, text: &str) -> Self {
        let stance = |stance: &extract::Stance| StanceFact {
            holder: stance.holder.map(|id| id.0),
            value: stance.value,
            statement: stance.statement.map(|id| id.0),
            evidence: Words::new(stance.evidence, text),
            cue: Words::new(stance.cue, text),
            rule: stance.rule.clone(),
        };
        Self {
            giver: indices(&transfer.giver),
            recipient: indices(&transfer.recipient),
            items: transfer.items.iter().map(|span| span.of(text).to_owned()).collect(),
            category: transfer.category,
            quantity: transfer.quantity.map(|span| span.of(text).to_owned()),
            date: transfer.date.map(Days::new),
            stances: transfer.stances.iter().map(stance).collect(),
            corrected: false,
        }
    }
}

impl Words {
    fn new(span: Span, text: &str) -> Self {
        Self { start: span.start, end: span.end, text: span.of(text).to_owned() }
    }

    pub(super) fn quote(&self) -> Quote {
        Quote { span: self.span(), text: self.text.clone() }
    }

    pub(super) fn span(&self) -> Span {
        Span { start: self.start, end: self.end.max(self.start) }
    }
}

impl Days {
    fn new(interval: DateInterval) -> Self {
        Self { first: interval.first, last: interval.last, basis: interval.basis }
    }

    pub(super) fn interval(self) -> DateInterval {
        DateInterval { first: self.first, last: self.last, basis: self.basis }
    }
}

fn indices(ids: &[ActorId]) -> Vec<usize> {
    ids.iter().map(|id| id.0).collect()
}
