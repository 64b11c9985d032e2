//! Who is the same across articles. A wrong merge is worse than a missed one: what is not sure stays apart.
//!
//! Each actor of each article gets a [`Key`], which says what identifies it; equal keys are one actor.
//!
//! - A country is its ISO code.
//! - An organisation or place is its name, unless several bodies go by it ("Kementerian Pertahanan"): then it is its
//!   name and its country, or, where the article tells none, the article's own.
//! - A person is the full name; a single name is joined to the one person who has it and holds an office of somebody in
//!   the same article, else it is told apart by the office, else it is the article's own.
//! - A group ("para pakar") is the article's own.

mod bodies;
mod corrected;
mod nodes;
mod persons;

use super::corrections::Corrections;
use super::facts::{ActorFact, Facts};
use super::id::{NodeId, NodeKind};
use super::lexicon::GraphLexicon;
use super::model::{Actor, MergeRule};
use super::text::{normal, words};
use crate::extract::ActorKind;
use std::collections::{BTreeMap, BTreeSet};

/// What identifies an actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// By ISO code.
    Country(String),
    /// A body or place by its normalised name, with whatever tells it from others of that name.
    Named(String, Option<String>),
    /// A person by the normalised name, with whatever tells him from others of that name.
    Person(String, Option<String>),
    /// A group by its normalised name and its article.
    Group(String, String),
}

impl Key {
    fn id(&self) -> NodeId {
        let (sort, name, mark) = match self {
            Self::Country(iso) => ("country", iso, None),
            Self::Named(name, mark) => ("named", name, mark.as_ref()),
            Self::Person(name, mark) => ("person", name, mark.as_ref()),
            Self::Group(name, article) => ("group", name, Some(article)),
        };
        let parts: Vec<&str> = [sort, name].into_iter().chain(mark.map(String::as_str)).collect();
        NodeId::of(NodeKind::Actor, &parts)
    }
}

/// An actor of an article on its way to a node.
#[derive(Clone, Debug)]
struct Named {
    /// The key that its name alone gives.
    own: Key,
    /// The key that it counts for.
    key: Key,
    /// Why the two are one.
    rule: MergeRule,
}

/// The actors of all articles, resolved.
pub(super) struct Actors {
    ids: Vec<Vec<NodeId>>,
    /// The nodes.
    pub nodes: BTreeMap<NodeId, Actor>,
    /// Actors that stand for one article's words only, with their name.
    pub local: BTreeMap<NodeId, String>,
    /// Preferred names of which there is no one actor, in words.
    pub idle: Vec<String>,
}

impl Actors {
    /// The node of an actor of an article, both by their place in the lists.
    pub(super) fn id(&self, article: usize, actor: usize) -> Option<NodeId> {
        self.ids.get(article)?.get(actor).copied()
    }

    /// The nodes of several actors of an article, sorted, none twice.
    pub(super) fn ids(&self, article: usize, actors: &[usize]) -> Vec<NodeId> {
        let ids: BTreeSet<NodeId> = actors.iter().filter_map(|actor| self.id(article, *actor)).collect();
        ids.into_iter().collect()
    }
}

/// Resolves the actors of these articles.
pub(super) fn resolve(facts: &[&Facts], lexicon: &GraphLexicon, corrections: &Corrections) -> Actors {
    let mut named: Vec<Vec<Named>> = facts.iter().map(|article| first_keys(article, lexicon)).collect();
    bodies::adopt_groups(facts, &mut named);
    bodies::tell_apart(facts, &mut named);
    bodies::join_abbreviations(facts, &mut named, lexicon);
    persons::join_short_names(facts, &mut named);
    corrected::correct(facts, &mut named, corrections);
    let mut actors = nodes::make(facts, &named, lexicon);
    actors.idle = corrected::prefer(&mut actors.nodes, corrections);
    actors
}

fn first_keys(article: &Facts, lexicon: &GraphLexicon) -> Vec<Named> {
    let first = |actor: &ActorFact| {
        let key = first_key(article, actor, lexicon);
        let rule = if matches!(key, Key::Country(_)) { MergeRule::Iso } else { MergeRule::SameName };
        Named { own: key.clone(), key, rule }
    };
    article.actors.iter().map(first).collect()
}

fn first_key(article: &Facts, actor: &ActorFact, lexicon: &GraphLexicon) -> Key {
    let name = normal(&actor.name);
    let own = || Some(article.article.clone());
    let country = || {
        let code = lexicon.country(&actor.name).map(str::to_owned);
        if actor.kind == ActorKind::Country { actor.iso.clone().or(code) } else { code }
    };
    match actor.kind {
        ActorKind::Country | ActorKind::Place => match country() {
            Some(iso) => Key::Country(iso),
            None => Key::Named(name, None),
        },
        ActorKind::Organisation if !starts_upper(&actor.name) => Key::Named(name, own()),
        ActorKind::Organisation => Key::Named(name, None),
        ActorKind::Person if words(&actor.name).count() > 1 => Key::Person(name, None),
        ActorKind::Person => Key::Person(name, own()),
        ActorKind::Group => Key::Group(name, article.article.clone()),
    }
}

fn starts_upper(name: &str) -> bool {
    name.chars().find(|letter| letter.is_alphanumeric()).is_some_and(|letter| !letter.is_lowercase())
}
