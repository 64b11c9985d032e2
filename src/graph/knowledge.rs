//! The graph itself: nodes and edges in ordered containers.

use super::id::NodeId;
use super::model::{Actor, ArticleRecord, Edge, Node, Proposition, Statement, Transfer};
use std::collections::BTreeMap;

/// Actors, statements, propositions, transfers and articles, and the edges between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnowledgeGraph {
    nodes: BTreeMap<NodeId, Node>,
    /// Sorted, none twice.
    edges: Vec<Edge>,
    /// Indices into `edges`, sorted by the node that they lead to.
    incoming: Vec<usize>,
}

impl KnowledgeGraph {
    /// A graph of these nodes and edges; an edge with an end that is not among the nodes is left out.
    pub fn new(nodes: BTreeMap<NodeId, Node>, mut edges: Vec<Edge>) -> Self {
        edges.retain(|edge| nodes.contains_key(&edge.from) && nodes.contains_key(&edge.to));
        edges.sort();
        edges.dedup();
        let mut incoming: Vec<usize> = (0..edges.len()).collect();
        incoming.sort_by_key(|index| edges.get(*index).map(|edge| edge.to));
        Self { nodes, edges, incoming }
    }

    /// All nodes by id: actors first, then statements, propositions, transfers and articles.
    pub fn nodes(&self) -> &BTreeMap<NodeId, Node> {
        &self.nodes
    }

    /// All edges, sorted.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges that leave a node.
    pub fn edges_from(&self, id: NodeId) -> &[Edge] {
        let start = self.edges.partition_point(|edge| edge.from < id);
        let end = self.edges.partition_point(|edge| edge.from <= id);
        self.edges.get(start..end).unwrap_or_default()
    }

    /// The edges that lead to a node.
    pub fn edges_to(&self, id: NodeId) -> impl Iterator<Item = &Edge> {
        let target = |index: &usize| self.edges.get(*index).map(|edge| edge.to);
        let start = self.incoming.partition_point(|index| target(index) < Some(id));
        let end = self.incoming.partition_point(|index| target(index) <= Some(id));
        let indices = self.incoming.get(start..end).unwrap_or_default();
        indices.iter().filter_map(|index| self.edges.get(*index))
    }

    /// The node of this id.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// The actor of this id.
    pub fn actor(&self, id: NodeId) -> Option<&Actor> {
        if let Some(Node::Actor(actor)) = self.nodes.get(&id) { Some(actor) } else { None }
    }

    /// The statement of this id.
    pub fn statement(&self, id: NodeId) -> Option<&Statement> {
        if let Some(Node::Statement(statement)) = self.nodes.get(&id) { Some(statement) } else { None }
    }

    /// The proposition of this id.
    pub fn proposition(&self, id: NodeId) -> Option<&Proposition> {
        if let Some(Node::Proposition(proposition)) = self.nodes.get(&id) { Some(proposition) } else { None }
    }

    /// The transfer of this id.
    pub fn transfer(&self, id: NodeId) -> Option<&Transfer> {
        if let Some(Node::Transfer(transfer)) = self.nodes.get(&id) { Some(transfer) } else { None }
    }

    /// The article of this id.
    pub fn article(&self, id: NodeId) -> Option<&ArticleRecord> {
        if let Some(Node::Article(article)) = self.nodes.get(&id) { Some(article) } else { None }
    }

    /// All actors by id.
    pub fn actors(&self) -> impl Iterator<Item = (NodeId, &Actor)> {
        self.nodes.iter().filter_map(|(id, node)| if let Node::Actor(actor) = node { Some((*id, actor)) } else { None })
    }

    /// All statements by id.
    pub fn statements(&self) -> impl Iterator<Item = (NodeId, &Statement)> {
        self.nodes.iter().filter_map(|(id, node)| if let Node::Statement(it) = node { Some((*id, it)) } else { None })
    }

    /// All propositions by id.
    pub fn propositions(&self) -> impl Iterator<Item = (NodeId, &Proposition)> {
        self.nodes.iter().filter_map(|(id, node)| if let Node::Proposition(it) = node { Some((*id, it)) } else { None })
    }

    /// All transfers by id.
    pub fn transfers(&self) -> impl Iterator<Item = (NodeId, &Transfer)> {
        self.nodes.iter().filter_map(|(id, node)| if let Node::Transfer(it) = node { Some((*id, it)) } else { None })
    }

    /// All articles by id.
    pub fn articles(&self) -> impl Iterator<Item = (NodeId, &ArticleRecord)> {
        self.nodes.iter().filter_map(|(id, node)| if let Node::Article(it) = node { Some((*id, it)) } else { None })
    }
}
