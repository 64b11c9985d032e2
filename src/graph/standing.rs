//! How well an office stands. Nobody serves two countries: where articles give a person offices in several, the country
//! that fewer articles name is more often misread than true.

use super::id::NodeId;
use super::knowledge::KnowledgeGraph;
use super::model::{Edge, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// How many articles stand for an office, and how many against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Articles that state it, or another office of the same country.
    pub articles: usize,
    /// The most articles that state offices of one other country.
    pub others: usize,
}

impl Standing {
    /// Whether more articles give the holder offices of another country.
    pub fn contradicted(self) -> bool {
        self.articles < self.others
    }
}

impl KnowledgeGraph {
    /// How well the office stands that this edge tells; none where it tells no office.
    pub fn standing(&self, edge: &Edge) -> Option<Standing> {
        let Relation::Role(_) = &edge.relation else { return None };
        let country = |id: NodeId| self.actor(id).is_some_and(|actor| actor.iso.is_some());
        Some(Votes::new(self.edges_from(edge.from), |id| self.edges_from(id), country).standing(edge))
    }
}

/// How many articles give one holder offices of each country.
pub(super) struct Votes {
    countries: BTreeMap<NodeId, BTreeSet<NodeId>>,
    votes: BTreeMap<NodeId, usize>,
}

impl Votes {
    /// Counts the roles among the edges of one holder; `roles_of` gives the edges of a body, `is_country` tells states.
    pub(super) fn new<'e>(
        of_holder: &[Edge],
        roles_of: impl Fn(NodeId) -> &'e [Edge],
        is_country: impl Fn(NodeId) -> bool,
    ) -> Self {
        let (mut countries, mut votes) = (BTreeMap::new(), BTreeMap::new());
        for edge in of_holder {
            let Relation::Role(role) = &edge.relation else { continue };
            let parents =
                roles_of(edge.to).iter().filter(|it| matches!(&it.relation, Relation::Role(_))).map(|it| it.to);
            let own = if is_country(edge.to) { Some(edge.to) } else { None };
            let served: BTreeSet<NodeId> = match own {
                Some(country) => BTreeSet::from([country]),
                None => parents.filter(|id| is_country(*id)).collect(),
            };
            for country in &served {
                *votes.entry(*country).or_insert(0) += role.articles;
            }
            countries.insert(edge.to, served);
        }
        Self { countries, votes }
    }

    /// How well an office of the holder stands.
    pub(super) fn standing(&self, edge: &Edge) -> Standing {
        let served = self.countries.get(&edge.to).filter(|served| !served.is_empty());
        let Some(served) = served else {
            let articles = if let Relation::Role(role) = &edge.relation { role.articles } else { 0 };
            return Standing { articles, others: 0 };
        };
        let most = |wanted: &dyn Fn(&NodeId) -> bool| {
            self.votes.iter().filter(|(country, _)| wanted(country)).map(|(_, count)| *count).max().unwrap_or(0)
        };
        Standing { articles: most(&|country| served.contains(country)), others: most(&|it| !served.contains(it)) }
    }
}
