//! Names as a person types them: whatever case and spaces, abbreviations, English names of countries.

use crate::graph::{GraphLexicon, KnowledgeGraph, NodeId, NodeKind, normal};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// So many names are suggested for an unknown one.
const SUGGESTIONS: usize = 5;
/// Below this likeness (Jaro-Winkler, 0 to 1) a name is no suggestion.
const ALIKE: f64 = 0.8;

/// How sure a name means an actor; only the surest count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name itself, or one of a country.
    Name,
    /// Another name that articles use.
    Alias,
    /// A capital that stands for its state.
    Metonym,
}

/// The names of all actors of a graph.
pub struct Names {
    ids: BTreeMap<String, BTreeSet<(Rank, NodeId)>>,
    shown: BTreeMap<String, String>,
    former: BTreeMap<NodeId, NodeId>,
}

/// A name that nobody in the graph has, with the nearest that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What was typed.
    pub name: String,
    /// The nearest names, the best first.
    pub nearest: Vec<String>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not in the graph", self.name)?;
        if self.nearest.is_empty() { Ok(()) } else { write!(f, "; nearest: {}", self.nearest.join(", ")) }
    }
}

impl std::error::Error for Unknown {}

impl Names {
    /// Gathers the names of a graph.
    pub fn new(graph: &KnowledgeGraph, lexicon: &GraphLexicon) -> Self {
        let mut names = Self { ids: BTreeMap::new(), shown: BTreeMap::new(), former: BTreeMap::new() };
        for (id, actor) in graph.actors() {
            names.add(&actor.name, Rank::Name, id);
            for alias in actor.aliases.iter().chain(actor.merged.iter().map(|merge| &merge.name)) {
                names.add(alias, Rank::Alias, id);
            }
            names.former.extend(actor.merged.iter().map(|merge| (merge.former, id)));
            let country = actor.iso.as_ref().and_then(|iso| lexicon.country_names(iso));
            if let Some(country) = country {
                for name in [&country.indonesian, &country.english].into_iter().chain(&country.others) {
                    names.add(name, Rank::Name, id);
                }
                for metonym in &country.metonyms {
                    names.add(metonym, Rank::Metonym, id);
                }
            }
        }
        for (id, transfer) in graph.transfers() {
            names.former.extend(transfer.former.iter().map(|former| (*former, id)));
        }
        names
    }

    fn add(&mut self, name: &str, rank: Rank, id: NodeId) {
        let key = normal(name);
        self.shown.entry(key.clone()).or_insert_with(|| name.to_owned());
        self.ids.entry(key).or_default().insert((rank, id));
    }

    /// The actors that go by a name, or the one of an id; several where several bear it equally surely.
    pub fn actors(&self, name: &str) -> Result<Vec<NodeId>, Unknown> {
        if let Some(id) = self.id(name).filter(|id| id.kind() == NodeKind::Actor) {
            return Ok(vec![id]);
        }
        let found = self.ids.get(&normal(name));
        let surest = found.and_then(BTreeSet::first).map(|best| best.0);
        let ids = found.into_iter().flatten().filter(|(rank, _)| Some(*rank) == surest).map(|it| it.1);
        let ids: Vec<NodeId> = ids.collect();
        if ids.is_empty() { Err(self.unknown(name)) } else { Ok(ids) }
    }

    /// The node of an id as typed; a former id finds the node that it was merged into.
    pub fn id(&self, text: &str) -> Option<NodeId> {
        let id: NodeId = text.trim().parse().ok()?;
        Some(self.former.get(&id).copied().unwrap_or(id))
    }

    fn unknown(&self, name: &str) -> Unknown {
        let typed = normal(name);
        let likeness = |key: &String| {
            let within = !typed.is_empty() && key.split(' ').any(|word| word == typed);
            let alike = strsim::jaro_winkler(&typed, key);
            if within { alike.max(ALIKE) + 1.0 } else { alike }
        };
        let mut near: Vec<(f64, &String)> = self.ids.keys().map(|key| (likeness(key), key)).collect();
        near.retain(|(alike, _)| *alike >= ALIKE);
        near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
        let shown = near.iter().filter_map(|(_, key)| self.shown.get(*key).cloned());
        Unknown { name: name.trim().to_owned(), nearest: shown.take(SUGGESTIONS).collect() }
    }
}
