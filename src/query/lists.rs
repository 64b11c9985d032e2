//! Lists: claims, denials, transfers, actors, who accuses whom.

use super::filter::Filter;
use super::views::{self, Named, StatementView, TransferView, code, named};
use crate::extract::{ActorKind, StatementKind};
use crate::graph::{Basis, KnowledgeGraph, NodeId, Relation, Sense};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A claim with all who put it forward and all who deny it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimRow {
    /// The proposition's id.
    pub id: String,
    /// What is claimed.
    pub text: String,
    /// How many sources affirm it that do not repeat one another.
    pub sources: usize,
    /// In how many articles it is affirmed.
    pub articles: usize,
    /// Who puts it forward, by date.
    pub statements: Vec<StatementView>,
    /// The denials that answer it, by date.
    pub denials: Vec<Denier>,
}

/// A denial seen from what it denies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Denier {
    /// What the answer rests on.
    #[serde(serialize_with = "code")]
    pub basis: Basis,
    /// The denial.
    pub statement: StatementView,
}

/// A denial with what it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DenialRow {
    /// The denial.
    pub statement: StatementView,
    /// What it answers, by date.
    pub answers: Vec<Answer>,
}

/// What a denial answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What the answer rests on.
    #[serde(serialize_with = "code")]
    pub basis: Basis,
    /// The statement that is denied.
    pub statement: StatementView,
}

/// An actor with counts of what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActorRow {
    /// The actor.
    pub actor: Named,
    /// What sort of party it is.
    #[serde(serialize_with = "code")]
    pub kind: ActorKind,
    /// How many claims and confirmations it makes.
    pub claims: usize,
    /// How many accusations it makes.
    pub accusations: usize,
    /// How many accusations are directed at it.
    pub accused: usize,
    /// How many denials it gives.
    pub denials: usize,
    /// How many condemnations, demands and commitments it voices.
    pub others: usize,
    /// How many transfers go from it.
    pub given: usize,
    /// How many transfers go to it.
    pub received: usize,
}

/// Who accuses whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccusationRow {
    /// Who accuses.
    pub accuser: Named,
    /// Who is accused.
    pub accused: Named,
    /// How often.
    pub accusations: usize,
    /// How many of these are denied by anybody.
    pub denied: usize,
    /// The first day.
    pub first: Option<String>,
    /// The last day.
    pub last: Option<String>,
}

/// Claims, those of most sources and articles first, then by date.
pub fn claims(graph: &KnowledgeGraph, filter: &Filter) -> Vec<ClaimRow> {
    let matching = graph
        .propositions()
        .filter(|(id, _)| put_forward(graph, *id).iter().any(|statement| filter.statement(graph, *statement)));
    let mut rows: Vec<ClaimRow> = matching.filter_map(|(id, _)| claim(graph, id)).collect();
    rows.sort_by_cached_key(|row| {
        let first = row.statements.first().and_then(|statement| statement.date.clone());
        (Reverse(row.sources), Reverse(row.articles), first, row.id.clone())
    });
    rows
}

/// A proposition with all who put it forward and all who deny it.
pub(super) fn claim(graph: &KnowledgeGraph, id: NodeId) -> Option<ClaimRow> {
    let proposition = graph.proposition(id)?;
    let put_forward = put_forward(graph, id);
    Some(ClaimRow {
        id: id.to_string(),
        text: proposition.text.clone(),
        sources: proposition.sources,
        articles: proposition.articles,
        denials: denials_of(graph, &put_forward),
        statements: by_date(put_forward.iter().filter_map(|it| views::statement(graph, *it))),
    })
}

/// The statements that affirm a proposition, a denier's own words left out.
fn put_forward(graph: &KnowledgeGraph, id: NodeId) -> Vec<NodeId> {
    let affirming = graph.edges_to(id).filter(|edge| edge.relation == Relation::Content(Sense::Affirms));
    affirming.map(|edge| edge.from).filter(|statement| !is_denial(graph, *statement)).collect()
}

/// The denials that answer any of these statements, each once.
pub(super) fn denials_of(graph: &KnowledgeGraph, statements: &[NodeId]) -> Vec<Denier> {
    let mut found: BTreeMap<NodeId, Basis> = BTreeMap::new();
    for edge in statements.iter().flat_map(|id| graph.edges_to(*id)) {
        if let Relation::Answers(basis) = edge.relation {
            let slot = found.entry(edge.from).or_insert(basis);
            *slot = basis.min(*slot);
        }
    }
    let mut denials: Vec<Denier> = found
        .into_iter()
        .filter_map(|(id, basis)| Some(Denier { basis, statement: views::statement(graph, id)? }))
        .collect();
    denials.sort_by_cached_key(|denial| order(&denial.statement));
    denials
}

/// Denials by date, each with what it answers.
pub fn denials(graph: &KnowledgeGraph, filter: &Filter) -> Vec<DenialRow> {
    let found = graph.statements().filter(|(_, statement)| statement.kind == StatementKind::Denial);
    let found = found.filter(|(id, _)| filter.statement(graph, *id));
    let row = |id: NodeId| Some(DenialRow { statement: views::statement(graph, id)?, answers: answers(graph, id) });
    let mut rows: Vec<DenialRow> = found.filter_map(|(id, _)| row(id)).collect();
    rows.sort_by_cached_key(|row| order(&row.statement));
    rows
}

/// What a denial answers, by date.
pub(super) fn answers(graph: &KnowledgeGraph, denial: NodeId) -> Vec<Answer> {
    let answer = |edge: &crate::graph::Edge| match edge.relation {
        Relation::Answers(basis) => Some(Answer { basis, statement: views::statement(graph, edge.to)? }),
        _ => None,
    };
    let mut found: Vec<Answer> = graph.edges_from(denial).iter().filter_map(answer).collect();
    found.sort_by_cached_key(|answer| order(&answer.statement));
    found
}

/// Transfers, those told in most articles first, then by date.
pub fn transfers(graph: &KnowledgeGraph, filter: &Filter) -> Vec<TransferView> {
    let found = graph.transfers().filter(|(id, _)| filter.transfer(graph, *id));
    let mut rows: Vec<TransferView> = found.filter_map(|(id, _)| views::transfer(graph, id)).collect();
    rows.sort_by_cached_key(|row| {
        let told = row.stances.first().and_then(|stance| stance.date.clone());
        (Reverse(row.articles), row.date.clone().or(told), row.id.clone())
    });
    rows
}

/// Actors with what they do, the most active first. The filter narrows the statements and transfers that are counted;
/// `by` and `about` narrow the actors.
pub fn actors(graph: &KnowledgeGraph, filter: &Filter) -> Vec<ActorRow> {
    let wanted: BTreeSet<NodeId> = filter.by.iter().chain(&filter.about).copied().collect();
    let counted = Filter { by: Vec::new(), about: Vec::new(), ..filter.clone() };
    let mut rows: Vec<ActorRow> = Vec::new();
    for (id, actor) in graph.actors().filter(|(id, _)| wanted.is_empty() || wanted.contains(id)) {
        let mut row = ActorRow {
            actor: named(graph, id),
            kind: actor.kind,
            claims: 0,
            accusations: 0,
            accused: 0,
            denials: 0,
            others: 0,
            given: 0,
            received: 0,
        };
        for edge in graph.edges_from(id).iter().chain(graph.edges_to(id)) {
            count(graph, &counted, edge, &mut row);
        }
        if row.total() > 0 {
            rows.push(row);
        }
    }
    rows.sort_by_cached_key(|row| (Reverse(row.total()), row.actor.clone()));
    rows
}

impl ActorRow {
    fn total(&self) -> usize {
        let said = self.claims + self.accusations + self.denials + self.others;
        said + self.accused + self.given + self.received
    }
}

fn count(graph: &KnowledgeGraph, filter: &Filter, edge: &crate::graph::Edge, row: &mut ActorRow) {
    let kind = |id| graph.statement(id).filter(|_| filter.statement(graph, id)).map(|statement| statement.kind);
    match edge.relation {
        Relation::Source => match kind(edge.to) {
            Some(StatementKind::Claim | StatementKind::Confirmation) => row.claims += 1,
            Some(StatementKind::Accusation) => row.accusations += 1,
            Some(StatementKind::Denial) => row.denials += 1,
            Some(StatementKind::Condemnation | StatementKind::Demand | StatementKind::Commitment) => row.others += 1,
            None => {}
        },
        Relation::Target if kind(edge.from) == Some(StatementKind::Accusation) => row.accused += 1,
        Relation::Giver if filter.transfer(graph, edge.to) => row.given += 1,
        Relation::Recipient if filter.transfer(graph, edge.from) => row.received += 1,
        _ => {}
    }
}

/// Who accuses whom, the most frequent first.
pub fn accusations(graph: &KnowledgeGraph, filter: &Filter) -> Vec<AccusationRow> {
    let filter = Filter { kind: Some(StatementKind::Accusation), ..filter.clone() };
    let mut found: BTreeMap<(NodeId, NodeId), Vec<NodeId>> = BTreeMap::new();
    for (id, _) in graph.statements().filter(|(id, _)| filter.statement(graph, *id)) {
        let accusers = graph.edges_to(id).filter(|edge| edge.relation == Relation::Source).map(|edge| edge.from);
        for accuser in accusers {
            let accused = graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Target);
            accused.for_each(|edge| found.entry((accuser, edge.to)).or_default().push(id));
        }
    }
    let row = |((accuser, accused), ids): ((NodeId, NodeId), Vec<NodeId>)| {
        let denied = |id: &&NodeId| graph.edges_to(**id).any(|edge| matches!(edge.relation, Relation::Answers(_)));
        let days = ids.iter().filter_map(|id| graph.statement(*id).and_then(|it| views::day(graph, it)));
        let days: BTreeSet<_> = days.collect();
        AccusationRow {
            accuser: named(graph, accuser),
            accused: named(graph, accused),
            accusations: ids.len(),
            denied: ids.iter().filter(denied).count(),
            first: days.first().map(ToString::to_string),
            last: days.last().map(ToString::to_string),
        }
    };
    let mut rows: Vec<AccusationRow> = found.into_iter().map(row).collect();
    rows.sort_by_cached_key(|row| (Reverse(row.accusations), row.accuser.clone(), row.accused.clone()));
    rows
}

fn is_denial(graph: &KnowledgeGraph, id: NodeId) -> bool {
    graph.statement(id).is_some_and(|statement| statement.kind == StatementKind::Denial)
}

fn by_date(statements: impl Iterator<Item = StatementView>) -> Vec<StatementView> {
    let mut statements: Vec<StatementView> = statements.collect();
    statements.sort_by_cached_key(order);
    statements
}

/// By date, those without one last, then by article and place.
pub(super) fn order(statement: &StatementView) -> (bool, Option<String>, String, usize, String) {
    let place = &statement.place;
    (statement.date.is_none(), statement.date.clone(), place.article.clone(), place.start, statement.id.clone())
}
