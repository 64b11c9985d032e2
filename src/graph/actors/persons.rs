//! Persons whom an article calls by one name only.

use super::{Key, Named};
use crate::graph::facts::Facts;
use crate::graph::model::MergeRule;
use crate::graph::text::{normal, words};
use std::collections::{BTreeMap, BTreeSet};

/// A single name is the one person who goes by it, where the article also names somebody whose office that person
/// holds; else the offices tell bearers of the name apart; else it stays the article's own.
pub(super) fn join_short_names(facts: &[&Facts], named: &mut [Vec<Named>]) {
    let bearers = bearers(facts, named);
    let offices = offices(facts, named);
    for (article, keys) in facts.iter().zip(named) {
        let present: BTreeSet<Key> = keys.iter().map(|it| it.key.clone()).collect();
        let roles = roles_in(article, keys);
        for (index, it) in keys.iter_mut().enumerate() {
            let Key::Person(name, Some(_)) = &it.key else { continue };
            // Initials hide who it is, and stand for others elsewhere.
            if name.chars().count() < 3 {
                continue;
            }
            let only = bearers.get(name).filter(|keys| keys.len() == 1).and_then(BTreeSet::first);
            let near = |key: &&Key| offices.get(key).is_some_and(|of| !of.is_disjoint(&present));
            if let Some(person) = only.filter(near) {
                it.key = (*person).clone();
                it.rule = MergeRule::Surname;
            } else if let Some(of) = roles.get(&index).and_then(BTreeSet::first) {
                it.key = Key::Person(name.clone(), Some(of.id().to_string()));
                it.own = it.key.clone();
            }
        }
    }
}

/// The persons of a full name who go by each single name: their last name, or what an article calls them.
fn bearers(facts: &[&Facts], named: &[Vec<Named>]) -> BTreeMap<String, BTreeSet<Key>> {
    let mut bearers: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for (article, keys) in facts.iter().zip(named) {
        for (actor, it) in article.actors.iter().zip(keys) {
            let Key::Person(name, None) = &it.key else { continue };
            let short = actor.aliases.iter().map(|alias| normal(alias)).chain(words(name).last());
            for short in short.filter(|short| !short.contains(' ')) {
                bearers.entry(short).or_default().insert(it.key.clone());
            }
        }
    }
    bearers
}

/// Of whom each person of a full name holds an office.
fn offices(facts: &[&Facts], named: &[Vec<Named>]) -> BTreeMap<Key, BTreeSet<Key>> {
    let mut offices: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
    for (article, keys) in facts.iter().zip(named) {
        for (holder, of) in roles_in(article, keys) {
            if let Some(it) = keys.get(holder).filter(|it| matches!(it.key, Key::Person(_, None))) {
                offices.entry(it.key.clone()).or_default().extend(of);
            }
        }
    }
    offices
}

/// Of whom each actor of an article holds an office, those left out that are the article's own.
fn roles_in(article: &Facts, keys: &[Named]) -> BTreeMap<usize, BTreeSet<Key>> {
    let mut roles: BTreeMap<usize, BTreeSet<Key>> = BTreeMap::new();
    for role in &article.roles {
        let of = keys.get(role.of).map(|it| &it.key);
        let everywhere = of.filter(|key| match key {
            Key::Country(_) => true,
            Key::Named(_, mark) => mark.as_ref().is_none_or(|mark| *mark != article.article),
            Key::Person(..) | Key::Group(..) => false,
        });
        if let Some(key) = everywhere {
            roles.entry(role.holder).or_default().insert(key.clone());
        }
    }
    roles
}
