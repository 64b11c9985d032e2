//! What a list is narrowed to.

use super::views::day;
use crate::extract::{Category, StatementKind};
use crate::graph::{ArticleRecord, KnowledgeGraph, NodeId, Relation, Status, normal};
use jiff::civil::Date;

/// What a list is narrowed to; what is empty narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Whose statements, or what they give: any of these actors.
    pub by: Vec<NodeId>,
    /// Directed at, naming, or with one side being any of these actors.
    pub about: Vec<NodeId>,
    /// This sort of statement.
    pub kind: Option<StatementKind>,
    /// Transfers of this status.
    pub status: Option<Status>,
    /// Transfers of this sort of thing.
    pub category: Option<Category>,
    /// On this day or after it.
    pub since: Option<Date>,
    /// On this day or before it.
    pub until: Option<Date>,
    /// From the article of this name or id.
    pub article: Option<String>,
}

impl Filter {
    /// Whether a statement is let through.
    pub(super) fn statement(&self, graph: &KnowledgeGraph, id: NodeId) -> bool {
        let Some(statement) = graph.statement(id) else { return false };
        self.kind.is_none_or(|kind| kind == statement.kind)
            && self.article(graph, &[statement.evidence.article])
            && self.days(day(graph, statement))
            && (self.by.is_empty()
                || graph.edges_to(id).any(|edge| says(&edge.relation) && self.by.contains(&edge.from)))
            && (self.about.is_empty() || self.statement_about(graph, id, &statement.content.text))
            && self.transfers_of(graph, id)
    }

    /// Whether a transfer is let through.
    pub(super) fn transfer(&self, graph: &KnowledgeGraph, id: NodeId) -> bool {
        let Some(transfer) = graph.transfer(id) else { return false };
        let articles: Vec<NodeId> = transfer.stances.iter().map(|stance| stance.evidence.article).collect();
        let mut days = transfer.date.map(|date| date.first).into_iter().chain(transfer.date.map(|date| date.last));
        let mut told = transfer.stances.iter().filter_map(|stance| stance.date);
        let open = self.since.is_none() && self.until.is_none();
        let giver = || graph.edges_to(id).any(|edge| edge.relation == Relation::Giver && self.by.contains(&edge.from));
        self.status.is_none_or(|status| status == transfer.status)
            && self.category.is_none_or(|category| category == transfer.category)
            && self.article(graph, &articles)
            && (open || days.any(|date| self.days(Some(date))) || told.any(|date| self.days(Some(date))))
            && (self.by.is_empty() || giver())
            && (self.about.is_empty() || side(graph, id, &self.about))
            && self.kind.is_none_or(|kind| transfer.stances.iter().any(|it| kind_of(graph, it.statement) == Some(kind)))
    }

    fn days(&self, date: Option<Date>) -> bool {
        let after = self.since.is_none_or(|since| date.is_some_and(|date| date >= since));
        after && self.until.is_none_or(|until| date.is_some_and(|date| date <= until))
    }

    fn article(&self, graph: &KnowledgeGraph, articles: &[NodeId]) -> bool {
        let named = |wanted: &String, id: &NodeId| {
            let called = |article: &ArticleRecord| article.name == *wanted;
            id.to_string() == *wanted || id.digits() == *wanted || graph.article(*id).is_some_and(called)
        };
        self.article.as_ref().is_none_or(|wanted| articles.iter().any(|id| named(wanted, id)))
    }

    /// A statement passes the filters on transfers where it speaks of one that does.
    fn transfers_of(&self, graph: &KnowledgeGraph, id: NodeId) -> bool {
        if self.status.is_none() && self.category.is_none() {
            return true;
        }
        let about = graph.edges_from(id).iter().filter(|edge| matches!(edge.relation, Relation::About(_)));
        about.filter_map(|edge| graph.transfer(edge.to)).any(|transfer| {
            self.status.is_none_or(|status| status == transfer.status)
                && self.category.is_none_or(|category| category == transfer.category)
        })
    }

    fn statement_about(&self, graph: &KnowledgeGraph, id: NodeId, content: &str) -> bool {
        let directed = graph.edges_from(id).iter().any(|edge| match edge.relation {
            Relation::Target => self.about.contains(&edge.to),
            Relation::About(_) => side(graph, edge.to, &self.about),
            _ => false,
        });
        directed || self.about.iter().any(|actor| names(graph, *actor, content))
    }
}

fn says(relation: &Relation) -> bool {
    matches!(relation, Relation::Source | Relation::Speaker)
}

fn side(graph: &KnowledgeGraph, transfer: NodeId, actors: &[NodeId]) -> bool {
    let gives = graph.edges_to(transfer).any(|edge| edge.relation == Relation::Giver && actors.contains(&edge.from));
    let takes = |edge: &crate::graph::Edge| edge.relation == Relation::Recipient && actors.contains(&edge.to);
    gives || graph.edges_from(transfer).iter().any(takes)
}

fn kind_of(graph: &KnowledgeGraph, statement: Option<NodeId>) -> Option<StatementKind> {
    graph.statement(statement?).map(|statement| statement.kind)
}

/// Whether words name an actor by its name or by another that articles use, whole words only.
fn names(graph: &KnowledgeGraph, actor: NodeId, words: &str) -> bool {
    let Some(actor) = graph.actor(actor) else { return false };
    let words = format!(" {} ", normal(words));
    let mut names = [&actor.name].into_iter().chain(&actor.aliases);
    names.any(|name| words.contains(&format!(" {} ", normal(name))))
}
