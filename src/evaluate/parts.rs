//! Actors and their offices.

use super::annotation::{Actor, Annotation, WRITER};
use super::names::{normal, same_actor};
use super::pairs::pair;
use super::tally::Measure;
use super::{Comparison, Ids};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs the actors who take part.
pub(super) fn actors<'a>(to: &mut Comparison, gold: &'a Annotation, found: &'a Annotation) -> Ids<'a> {
    let acting = |of: &'a Annotation| -> Vec<&'a Actor> {
        let ids = of.taking_part();
        of.actors.iter().filter(|actor| ids.contains(actor.id.as_str())).collect()
    };
    let (ours, theirs) = (acting(gold), acting(found));
    let pairs = pair(&ours, &theirs, |a, b| same_actor(a, b));
    let same_kind = pairs.iter().filter(|(i, j)| ours[*i].kind == theirs[*j].kind).count();
    to.add(Measure::Actors, pairs.len(), ours.len(), theirs.len());
    to.add(Measure::ActorTypes, same_kind, ours.len(), theirs.len());
    for (_, actor) in ours.iter().enumerate().filter(|(i, _)| pairs.iter().all(|p| p.0 != *i)) {
        to.miss("actor missed", actor.name.as_str());
    }
    for (_, actor) in theirs.iter().enumerate().filter(|(j, _)| pairs.iter().all(|p| p.1 != *j)) {
        to.miss("actor wrong", actor.name.as_str());
    }
    let mut to_gold: BTreeMap<&str, &str> =
        pairs.into_iter().map(|(i, j)| (theirs[j].id.as_str(), ours[i].id.as_str())).collect();
    to_gold.insert(WRITER, WRITER);
    Ids::new(to_gold)
}

/// Compares who holds an office of whom.
pub(super) fn roles(to: &mut Comparison, ids: &Ids<'_>, gold: &Annotation, found: &Annotation) {
    let ours: BTreeSet<_> = gold.roles.iter().map(|r| (r.holder.clone(), r.of.clone())).collect();
    let theirs: BTreeSet<_> = found.roles.iter().map(|r| (ids.mapped(&r.holder), ids.mapped(&r.of))).collect();
    to.add(Measure::Roles, ours.intersection(&theirs).count(), ours.len(), theirs.len());
    let office = |role: &Option<String>| normal(role.as_deref().unwrap_or_default());
    let our_offices: BTreeSet<_> =
        gold.roles.iter().map(|r| (Some(r.holder.as_str()), Some(r.of.as_str()), office(&r.office))).collect();
    let their_offices: BTreeSet<_> =
        found.roles.iter().map(|r| (ids.get(&r.holder), ids.get(&r.of), office(&r.office))).collect();
    let same = our_offices.intersection(&their_offices).count();
    to.add(Measure::RoleOffices, same, our_offices.len(), found.roles.len());
    for (holder, of) in ours.difference(&theirs) {
        to.miss("role missed", format!("{holder} of {of}"));
    }
    for (holder, of) in theirs.difference(&ours) {
        to.miss("role wrong", format!("{holder} of {of}"));
    }
}
