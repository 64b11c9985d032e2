//! Keys to nodes: names, aliases and the record of what was merged.

use super::{Actors, Key, Named};
use crate::extract::ActorKind;
use crate::graph::facts::Facts;
use crate::graph::id::NodeId;
use crate::graph::lexicon::GraphLexicon;
use crate::graph::model::{Actor, Merge, MergeRule};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What all articles say of one actor.
#[derive(Default)]
struct Gathered {
    kinds: BTreeMap<ActorKind, usize>,
    aliases: BTreeSet<String>,
    tellings: BTreeMap<(NodeId, String, MergeRule), Telling>,
}

/// In how many articles a name stands, and the first of them.
struct Telling {
    articles: usize,
    first: (bool, Option<Date>, NodeId),
}

pub(super) fn make(facts: &[&Facts], named: &[Vec<Named>], lexicon: &GraphLexicon) -> Actors {
    let mut gathered: BTreeMap<&Key, Gathered> = BTreeMap::new();
    let mut ids = Vec::with_capacity(facts.len());
    for (article, keys) in facts.iter().zip(named) {
        let place = (article.published.is_none(), article.published, article.id());
        for (actor, it) in article.actors.iter().zip(keys) {
            let all = gathered.entry(&it.key).or_default();
            *all.kinds.entry(actor.kind).or_default() += 1;
            all.aliases.extend(actor.aliases.iter().filter(|alias| means_the_same_elsewhere(alias, lexicon)).cloned());
            let telling = all.tellings.entry((it.own.id(), actor.name.clone(), it.rule));
            let telling = telling.or_insert(Telling { articles: 0, first: place });
            telling.articles += 1;
            telling.first = telling.first.min(place);
        }
        ids.push(keys.iter().map(|it| it.key.id()).collect());
    }
    let local = gathered.keys().filter_map(|key| match key {
        Key::Group(name, _) => Some((key.id(), name.clone())),
        _ => None,
    });
    let local = local.collect();
    let nodes = gathered.into_iter().map(|(key, all)| (key.id(), all.node(key, lexicon))).collect();
    Actors { ids, nodes, local, idle: Vec::new() }
}

/// A description such as "negara itu" names its actor in its own article only.
fn means_the_same_elsewhere(alias: &str, lexicon: &GraphLexicon) -> bool {
    super::starts_upper(alias) && !lexicon.is_deictic(alias)
}

impl Gathered {
    fn node(self, key: &Key, lexicon: &GraphLexicon) -> Actor {
        let iso = if let Key::Country(iso) = key { Some(iso.clone()) } else { None };
        let customary = iso.as_ref().and_then(|iso| lexicon.country_names(iso)).map(|names| names.indonesian.clone());
        let commonest = self.tellings.iter().max_by_key(|((own, name, _), telling)| {
            let full = *own == key.id();
            (full, telling.articles, Reverse(name))
        });
        let name = customary.or_else(|| commonest.map(|((_, name, _), _)| name.clone())).unwrap_or_default();
        let kind = self.kinds.iter().max_by_key(|(kind, count)| (**count, Reverse(**kind))).map(|(kind, _)| *kind);
        let kind = if iso.is_some() { ActorKind::Country } else { kind.unwrap_or(ActorKind::Group) };
        let mut aliases = self.aliases;
        aliases.extend(self.tellings.keys().map(|(_, name, _)| name.clone()));
        aliases.remove(&name);
        let several = self.tellings.len() > 1 || self.tellings.values().any(|telling| telling.articles > 1);
        let corrected = self.tellings.keys().any(|(_, _, rule)| *rule == MergeRule::Correction);
        let tellings = self.tellings.into_iter().filter(|_| several);
        let merged = tellings.map(|((former, name, rule), telling)| Merge {
            name,
            rule,
            former,
            articles: telling.articles,
            first: telling.first.2,
        });
        let mut merged: Vec<Merge> = merged.collect();
        merged.sort();
        Actor { name, kind, iso, aliases: aliases.into_iter().collect(), merged, corrected }
    }
}
