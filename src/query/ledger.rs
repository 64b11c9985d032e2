//! All about one thing: who holds what of it, with the sentences.

use super::filter::Filter;
use super::lists::{Answer, ClaimRow, Denier, answers, claim, denials_of, order};
use super::views::{self, MergeView, Named, Place, StatementView, TransferView, code, named};
use crate::extract::ActorKind;
use crate::graph::{KnowledgeGraph, NodeId, NodeKind, Relation};
use serde::Serialize;

/// The ledger of one node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Ledger {
    /// Of an actor.
    Actor(ActorLedger),
    /// Of one act of saying.
    Statement(StatementLedger),
    /// Of a claim.
    Proposition(PropositionLedger),
    /// Of a transfer.
    Transfer(TransferLedger),
    /// Of an article.
    Article(ArticleLedger),
}

/// All about an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorLedger {
    /// Its name and id.
    pub actor: Named,
    /// What sort of party it is.
    #[serde(serialize_with = "code")]
    pub kind: ActorKind,
    /// ISO code, for a country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The offices that it holds.
    pub holds: Vec<Office>,
    /// The offices that others hold of it.
    pub held_by: Vec<Office>,
    /// What it says, or voices for another, by date.
    pub says: Vec<StatementView>,
    /// What is directed at it, by date.
    pub told: Vec<StatementView>,
    /// What it gives.
    pub gives: Vec<TransferView>,
    /// What it receives.
    pub receives: Vec<TransferView>,
    /// Why its names are taken for one actor.
    pub merged: Vec<MergeView>,
}

/// An office with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    /// Who holds it, or whose it is.
    pub actor: Named,
    /// The office; none for a part of a larger body.
    pub office: Option<String>,
    /// In how many articles it is stated.
    pub articles: usize,
    /// The first of these places.
    pub place: Place,
}

/// All about one act of saying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementLedger {
    /// The statement.
    pub statement: StatementView,
    /// What it answers, for a denial.
    pub answers: Vec<Answer>,
    /// The denials that answer it.
    pub denials: Vec<Denier>,
    /// The transfers that it speaks of.
    pub transfers: Vec<TransferView>,
}

/// All about a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PropositionLedger {
    /// The claim with all who put it forward and all who deny it.
    pub claim: ClaimRow,
    /// The denials that reject these very words.
    pub rejected: Vec<StatementView>,
}

/// All about a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TransferLedger {
    /// The transfer with what each party holds of it.
    pub transfer: TransferView,
    /// The statements on it, by date.
    pub statements: Vec<StatementView>,
}

/// All that an article tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleLedger {
    /// The article's id.
    pub id: String,
    /// The name a person knows it by.
    pub name: String,
    /// Its headline.
    pub title: Option<String>,
    /// The first article of those that tell nearly the same words.
    pub echo_of: Option<String>,
    /// Its statements, by place.
    pub statements: Vec<StatementView>,
    /// The transfers that it tells.
    pub transfers: Vec<TransferView>,
}

/// The ledger of a node, its statements and transfers narrowed by the filter; none where there is no such node.
pub fn ledger(graph: &KnowledgeGraph, id: NodeId, filter: &Filter) -> Option<Ledger> {
    let related = Related { graph, filter };
    Some(match id.kind() {
        NodeKind::Actor => Ledger::Actor(actor(&related, id)?),
        NodeKind::Statement => Ledger::Statement(StatementLedger {
            statement: views::statement(graph, id)?,
            answers: answers(graph, id),
            denials: denials_of(graph, &[id]),
            transfers: related.transfers(id, |relation| matches!(relation, Relation::About(_))),
        }),
        NodeKind::Proposition => Ledger::Proposition(PropositionLedger {
            claim: claim(graph, id)?,
            rejected: related.statements(id, |relation| *relation == Relation::Content(crate::graph::Sense::Rejects)),
        }),
        NodeKind::Transfer => Ledger::Transfer(TransferLedger {
            transfer: views::transfer(graph, id)?,
            statements: related.statements(id, |relation| matches!(relation, Relation::About(_))),
        }),
        NodeKind::Article => Ledger::Article(article(&related, id)?),
    })
}

fn actor(related: &Related, id: NodeId) -> Option<ActorLedger> {
    let graph = related.graph;
    let node = graph.actor(id)?;
    let first = |article| graph.article(article).map_or_else(String::new, |article| article.name.clone());
    let merged = node.merged.iter().map(|merge| MergeView {
        name: merge.name.clone(),
        rule: merge.rule,
        articles: merge.articles,
        first: first(merge.first),
    });
    let to = |edge: &crate::graph::Edge| edge.to;
    let from = |edge: &crate::graph::Edge| edge.from;
    Some(ActorLedger {
        actor: named(graph, id),
        kind: node.kind,
        iso: node.iso.clone(),
        aliases: node.aliases.clone(),
        holds: offices(graph, graph.edges_from(id).iter(), to),
        held_by: offices(graph, graph.edges_to(id), from),
        says: related.statements(id, |relation| matches!(relation, Relation::Source | Relation::Speaker)),
        told: related.statements(id, |relation| *relation == Relation::Target),
        gives: related.transfers(id, |relation| *relation == Relation::Giver),
        receives: related.transfers(id, |relation| *relation == Relation::Recipient),
        merged: merged.collect(),
    })
}

fn article(related: &Related, id: NodeId) -> Option<ArticleLedger> {
    let node = related.graph.article(id)?;
    let mut statements = related.statements(id, |relation| *relation == Relation::ReportedIn);
    statements.sort_by_cached_key(|statement| (statement.place.start, statement.id.clone()));
    Some(ArticleLedger {
        id: id.to_string(),
        name: node.name.clone(),
        title: node.title.clone(),
        echo_of: node.echo_of.and_then(|first| Some(related.graph.article(first)?.name.clone())),
        statements,
        transfers: related.transfers(id, |relation| *relation == Relation::ReportedIn),
    })
}

fn offices<'g>(
    graph: &KnowledgeGraph,
    edges: impl Iterator<Item = &'g crate::graph::Edge>,
    other: impl Fn(&crate::graph::Edge) -> NodeId,
) -> Vec<Office> {
    let office = |edge: &crate::graph::Edge| match &edge.relation {
        Relation::Role(role) => Some(Office {
            actor: named(graph, other(edge)),
            office: role.office.clone(),
            articles: role.articles,
            place: views::place(graph, &role.evidence),
        }),
        _ => None,
    };
    edges.filter_map(office).collect()
}

/// Statements and transfers at a node that the filter lets through.
struct Related<'a> {
    graph: &'a KnowledgeGraph,
    filter: &'a Filter,
}

impl Related<'_> {
    fn others(&self, id: NodeId, wanted: impl Fn(&Relation) -> bool) -> Vec<NodeId> {
        let out = self.graph.edges_from(id).iter().filter(|edge| wanted(&edge.relation)).map(|edge| edge.to);
        let back = self.graph.edges_to(id).filter(|edge| wanted(&edge.relation)).map(|edge| edge.from);
        let mut others: Vec<NodeId> = out.chain(back).collect();
        others.sort();
        others.dedup();
        others
    }

    fn statements(&self, id: NodeId, wanted: impl Fn(&Relation) -> bool) -> Vec<StatementView> {
        let others = self.others(id, wanted).into_iter().filter(|other| self.filter.statement(self.graph, *other));
        let mut found: Vec<StatementView> = others.filter_map(|other| views::statement(self.graph, other)).collect();
        found.sort_by_cached_key(order);
        found
    }

    fn transfers(&self, id: NodeId, wanted: impl Fn(&Relation) -> bool) -> Vec<TransferView> {
        let others = self.others(id, wanted).into_iter().filter(|other| self.filter.transfer(self.graph, *other));
        others.filter_map(|other| views::transfer(self.graph, other)).collect()
    }
}
