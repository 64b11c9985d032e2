//! The stored form, field by field. A field that is added must have a default, so that older files still open; any
//! other change raises [`super::VERSION`].

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

pub(super) type Text<'a> = Cow<'a, str>;

/// The whole file, its nodes not yet looked into.
#[derive(Deserialize)]
pub(super) struct FileForm<'a> {
    pub graph: HeadForm<'a>,
    #[serde(borrow)]
    pub nodes: Vec<&'a RawValue>,
    #[serde(borrow)]
    pub links: Vec<LinkForm<'a>>,
}

/// What tells whether a file is a graph of ours at all.
#[derive(Deserialize)]
pub(super) struct Outline<'a> {
    #[serde(borrow)]
    pub graph: Option<HeadForm<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct HeadForm<'a> {
    #[serde(borrow)]
    pub format: Text<'a>,
    pub version: u64,
}

#[derive(Deserialize)]
pub(super) struct NodeHead<'a> {
    #[serde(rename = "type", borrow)]
    pub kind: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ActorForm<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(rename = "type", borrow)]
    pub node: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub kind: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<MergeForm<'a>>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct MergeForm<'a> {
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub rule: Text<'a>,
    #[serde(borrow)]
    pub former: Text<'a>,
    pub articles: usize,
    #[serde(borrow)]
    pub first: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StatementForm<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(rename = "type", borrow)]
    pub node: Text<'a>,
    #[serde(borrow)]
    pub kind: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<QuoteForm<'a>>,
    #[serde(borrow)]
    pub content: QuoteForm<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub content_is: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub date: Option<IntervalForm<'a>>,
    #[serde(borrow)]
    pub evidence: EvidenceForm<'a>,
    #[serde(borrow)]
    pub rule: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PropositionForm<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(rename = "type", borrow)]
    pub node: Text<'a>,
    #[serde(borrow)]
    pub text: Text<'a>,
    pub sources: usize,
    pub articles: usize,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TransferForm<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(rename = "type", borrow)]
    pub node: Text<'a>,
    #[serde(borrow)]
    pub category: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub date: Option<IntervalForm<'a>>,
    #[serde(borrow)]
    pub status: Text<'a>,
    #[serde(borrow)]
    pub stances: Vec<StanceForm<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct StanceForm<'a> {
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Text<'a>>,
    #[serde(borrow)]
    pub value: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text<'a>>,
    #[serde(borrow)]
    pub cue: QuoteForm<'a>,
    #[serde(borrow)]
    pub evidence: EvidenceForm<'a>,
    #[serde(borrow)]
    pub rule: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ArticleForm<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(rename = "type", borrow)]
    pub node: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text<'a>>,
    #[serde(borrow)]
    pub text_hash: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub echo_of: Option<Text<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct LinkForm<'a> {
    #[serde(borrow)]
    pub source: Text<'a>,
    #[serde(borrow)]
    pub target: Text<'a>,
    /// Tells the links between two nodes apart; `NetworkX` wants it of a multigraph. Not read.
    #[serde(borrow, default)]
    pub key: Text<'a>,
    #[serde(borrow)]
    pub relation: Text<'a>,
    /// Of a content: affirms, rejects.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub sense: Option<Text<'a>>,
    /// Of an answer: what it rests on.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Text<'a>>,
    /// Of a statement about a transfer.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Text<'a>>,
    /// Of a role.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Text<'a>>,
    /// Of a role.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceForm<'a>>,
    /// Of a role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<usize>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct QuoteForm<'a> {
    pub start: usize,
    pub end: usize,
    #[serde(borrow)]
    pub text: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct EvidenceForm<'a> {
    #[serde(borrow)]
    pub article: Text<'a>,
    pub start: usize,
    pub end: usize,
    #[serde(borrow)]
    pub sentence: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct IntervalForm<'a> {
    #[serde(borrow)]
    pub first: Text<'a>,
    #[serde(borrow)]
    pub last: Text<'a>,
    #[serde(borrow)]
    pub basis: Text<'a>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
