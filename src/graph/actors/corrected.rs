//! Actors that a person says are one, or are not.

use super::{Key, Named};
use crate::extract::ActorKind;
use crate::graph::corrections::Corrections;
use crate::graph::facts::Facts;
use crate::graph::id::NodeId;
use crate::graph::model::{Actor, MergeRule};
use crate::graph::text::normal;
use std::collections::BTreeMap;

/// Joins and keeps apart what the corrections say, after all rules.
pub(super) fn correct(facts: &[&Facts], named: &mut [Vec<Named>], corrections: &Corrections) {
    for different in &corrections.different {
        let name = normal(&different.name);
        for (article, keys) in facts.iter().zip(&mut *named).filter(|it| it.0.is_called(&different.article)) {
            let mark = Some(article.article.clone());
            for (actor, it) in article.actors.iter().zip(keys).filter(|it| normal(&it.0.name) == name) {
                it.key = match actor.kind {
                    ActorKind::Person => Key::Person(name.clone(), mark.clone()),
                    _ => Key::Named(name.clone(), mark.clone()),
                };
                it.rule = MergeRule::Correction;
            }
        }
    }
    for same in &corrections.same {
        let names: Vec<String> = same.names.iter().map(|name| normal(name)).collect();
        let Some(first) = names.first() else { continue };
        let called = |name: &str| {
            let all = facts.iter().zip(&*named).flat_map(|(article, keys)| article.actors.iter().zip(keys));
            all.filter(|it| normal(&it.0.name) == name).map(|it| it.1.key.clone()).min()
        };
        let key = called(first).unwrap_or_else(|| Key::Named(first.clone(), None));
        for (article, keys) in facts.iter().zip(&mut *named) {
            for (actor, it) in article.actors.iter().zip(keys) {
                if it.rule != MergeRule::Correction && it.key != key && names.contains(&normal(&actor.name)) {
                    it.key = key.clone();
                    it.rule = MergeRule::Correction;
                }
            }
        }
    }
}

/// Gives actors the names that a person prefers; says of which names there is not exactly one actor.
pub(super) fn prefer(nodes: &mut BTreeMap<NodeId, Actor>, corrections: &Corrections) -> Vec<String> {
    let mut idle = Vec::new();
    for it in &corrections.prefer {
        let of = normal(&it.of);
        let named = |wanted: &dyn Fn(&Actor) -> bool| -> Vec<NodeId> {
            nodes.iter().filter(|(_, actor)| wanted(actor)).map(|(id, _)| *id).collect()
        };
        let mut found = named(&|actor| normal(&actor.name) == of);
        if found.is_empty() {
            found = named(&|actor| actor.aliases.iter().any(|alias| normal(alias) == of));
        }
        if let ([id], true) = (found.as_slice(), it.name != it.of)
            && let Some(actor) = nodes.get_mut(id)
        {
            let former = std::mem::replace(&mut actor.name, it.name.clone());
            actor.aliases.push(former);
            actor.aliases.retain(|alias| *alias != it.name);
            actor.aliases.sort();
            actor.aliases.dedup();
            actor.corrected = true;
        } else {
            idle.push(format!("[[prefer]] of \"{}\": {} actors", it.of, found.len()));
        }
    }
    idle
}
