//! What was said and what passed, by date.

use super::filter::Filter;
use super::lists::order;
use super::views::{self, StatementView, TransferView};
use crate::graph::KnowledgeGraph;
use serde::Serialize;

/// One line of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Entry {
    /// Something was said on its day.
    Statement(StatementView),
    /// Something passed, or is said to pass, on its first day.
    Transfer(TransferView),
}

impl Entry {
    /// The day that it stands under, as 2024-05-31; none where nothing tells it.
    pub fn day(&self) -> Option<&str> {
        match self {
            Self::Statement(statement) => statement.date.as_deref(),
            Self::Transfer(transfer) => transfer.date.as_deref().and_then(|date| date.split('/').next()),
        }
    }
}

/// Statements and dated transfers by day, transfers first; what has no date comes last.
pub fn timeline(graph: &KnowledgeGraph, filter: &Filter) -> Vec<Entry> {
    let dated = graph.transfers().filter(|(id, transfer)| transfer.date.is_some() && filter.transfer(graph, *id));
    let mut entries: Vec<Entry> = dated.filter_map(|(id, _)| views::transfer(graph, id).map(Entry::Transfer)).collect();
    let said = graph.statements().filter(|(id, _)| filter.statement(graph, *id));
    entries.extend(said.filter_map(|(id, _)| views::statement(graph, id).map(Entry::Statement)));
    entries.sort_by_cached_key(|entry| {
        let rest = match entry {
            Entry::Transfer(transfer) => (false, (false, None, transfer.id.clone(), 0, String::new())),
            Entry::Statement(statement) => (true, order(statement)),
        };
        (entry.day().is_none(), entry.day().map(str::to_owned), rest)
    });
    entries
}
