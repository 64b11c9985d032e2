//! Actors that a person says are one, or are not.

use super::{Key, Named};
use crate::extract::ActorKind;
use crate::graph::corrections::Corrections;
use crate::graph::facts::Facts;
use crate::graph::model::MergeRule;
use crate::graph::text::normal;

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
