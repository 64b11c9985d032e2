//! A denial that answers what a transfer rests on denies the transfer too: "membantah tuduhan itu" names no weapons, but
//! the accusation that it rejects does.

use super::answers::{Direct, Search};
use super::code::Code;
use super::id::NodeId;
use super::model::{Evidence, Stance};
use super::propositions::Place;
use super::status::{Lift, status};
use super::transfers::Event;
use crate::extract::StanceValue;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the views of those who deny what the transfers rest on, and reads their status anew.
pub(super) fn contest(events: &mut [Event], direct: &Direct, search: &Search<'_>) {
    let mut denials: BTreeMap<NodeId, Vec<(Place, String)>> = BTreeMap::new();
    for ((denial, denied), basis) in direct {
        if let Some(id) = search.statements.get(denied) {
            denials.entry(*id).or_default().push((*denial, format!("answers/{}", basis.code().replace(' ', "-"))));
        }
    }
    for event in events {
        let told = event.node.stances.iter().filter(|stance| stance.value == StanceValue::Asserted);
        let told: BTreeSet<NodeId> = told.filter_map(|stance| stance.statement).collect();
        let answering = told.iter().filter_map(|id| denials.get(id)).flatten();
        let views: Vec<Stance> = answering.flat_map(|(denial, rule)| search.denied(*denial, rule)).collect();
        add(event, views, search.lift);
    }
}

fn add(event: &mut Event, views: Vec<Stance>, lift: &Lift) {
    let stances = &mut event.node.stances;
    let held: BTreeSet<_> = stances.iter().map(|stance| (stance.holder, stance.statement)).collect();
    stances.extend(views.into_iter().filter(|view| !held.contains(&(view.holder, view.statement))));
    stances.sort();
    stances.dedup_by_key(|stance| (stance.holder, stance.statement, stance.value, stance.cue.clone()));
    let sides: BTreeSet<NodeId> = event.giver.iter().chain(&event.recipient).copied().collect();
    event.node.status = status(stances, &sides, lift).unwrap_or(event.node.status);
}

impl Search<'_> {
    /// That the sources of a denial deny.
    fn denied(&self, (index, own): Place, rule: &str) -> Vec<Stance> {
        let Some(article) = self.facts.get(index) else { return Vec::new() };
        let Some(fact) = article.statements.get(own) else { return Vec::new() };
        let evidence =
            Evidence { article: article.id(), span: fact.evidence.span(), sentence: fact.evidence.text.clone() };
        let view = |holder: NodeId| Stance {
            date: fact.date.map(|days| days.last).or(article.published),
            evidence: evidence.clone(),
            holder: Some(holder),
            value: StanceValue::Denied,
            statement: self.statements.get(&(index, own)).copied(),
            cue: fact.cue.as_ref().unwrap_or(&fact.content).quote(),
            rule: rule.to_owned(),
        };
        self.actors.ids(index, &fact.source).into_iter().map(view).collect()
    }
}
