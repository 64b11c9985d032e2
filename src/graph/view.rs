//! The graph as petgraph sees it, for walking; never stored.

use super::id::NodeId;
use super::knowledge::KnowledgeGraph;
use super::model::Edge;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeMap;

/// A petgraph of a [`KnowledgeGraph`]: the same nodes and edges in the same order.
#[derive(Clone, Debug)]
pub struct View<'graph> {
    /// Node ids and edges.
    pub graph: DiGraph<NodeId, &'graph Edge>,
    index: BTreeMap<NodeId, NodeIndex>,
}

impl<'graph> View<'graph> {
    /// The view of a whole graph.
    pub fn new(knowledge: &'graph KnowledgeGraph) -> Self {
        Self::with(knowledge, |_| true)
    }

    /// The view of the nodes that `keep` lets through, and of the edges between them.
    pub fn with(knowledge: &'graph KnowledgeGraph, keep: impl Fn(NodeId) -> bool) -> Self {
        let mut graph = DiGraph::with_capacity(knowledge.nodes().len(), knowledge.edges().len());
        let kept = knowledge.nodes().keys().filter(|id| keep(**id));
        let index: BTreeMap<_, _> = kept.map(|id| (*id, graph.add_node(*id))).collect();
        for edge in knowledge.edges() {
            if let (Some(from), Some(to)) = (index.get(&edge.from), index.get(&edge.to)) {
                graph.add_edge(*from, *to, edge);
            }
        }
        Self { graph, index }
    }

    /// Where a node stands in the view.
    pub fn index(&self, id: NodeId) -> Option<NodeIndex> {
        self.index.get(&id).copied()
    }
}
