//! One event told in several articles is one transfer: the same givers, recipients and category, and days that all the
//! tellings share.

use super::actors::Actors;
use super::code::Code;
use super::facts::{Days, Facts, StanceFact, TransferFact};
use super::id::{NodeId, NodeKind};
use super::model::{Evidence, Stance, Status, Transfer};
use super::propositions::Place;
use super::status::{Lift, status};
use crate::extract::{Category, DateInterval};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// An undated telling is taken to speak of some day this near to its article's own, before or after it.
const NEAR_DAYS: i64 = 30;

/// One event, with the tellings that make it up.
pub(super) struct Event {
    /// The node's id: that of its first telling.
    pub id: NodeId,
    /// From whom.
    pub giver: Vec<NodeId>,
    /// To whom.
    pub recipient: Vec<NodeId>,
    /// Where it is told: the article's place in the list, then the transfer's own.
    pub tellings: Vec<Place>,
    /// The node.
    pub node: Transfer,
}

/// The day and article that make a telling the first, its id, its place, and the days it may speak of.
#[derive(Clone)]
struct Telling<'a> {
    order: (bool, Option<Date>, NodeId),
    id: NodeId,
    place: Place,
    days: Option<(Date, Date)>,
    fact: &'a TransferFact,
}

/// The days that all tellings of an event share, and the tellings.
type Told<'a> = (Option<(Date, Date)>, Vec<Telling<'a>>);

/// What identifies an event but for its time.
type Parties = (Vec<NodeId>, Vec<NodeId>, Category);

/// Joins the transfers of these articles into events; `statements` gives the node of each statement.
pub(super) fn join(facts: &[&Facts], actors: &Actors, lift: &Lift, statements: &BTreeMap<Place, NodeId>) -> Vec<Event> {
    let mut told: BTreeMap<Parties, Vec<Telling>> = BTreeMap::new();
    for (index, article) in facts.iter().enumerate() {
        let mut seen: BTreeMap<NodeId, usize> = BTreeMap::new();
        for (own, fact) in article.transfers.iter().enumerate() {
            let parties = (actors.ids(index, &fact.giver), actors.ids(index, &fact.recipient), fact.category);
            let first = first_id(article, fact, &mut seen);
            let order = (article.published.is_none(), article.published, article.id());
            let telling = Telling { order, id: first, place: (index, own), days: days(article, fact), fact };
            told.entry(parties).or_default().push(telling);
        }
    }
    let mut events = Vec::new();
    for (parties, tellings) in told {
        for group in same_event(&parties, tellings) {
            let stances = group.iter().flat_map(|telling| stances(facts, actors, statements, telling)).collect();
            events.extend(event(&parties, &group, stances, lift));
        }
    }
    events
}

fn first_id(article: &Facts, fact: &TransferFact, seen: &mut BTreeMap<NodeId, usize>) -> NodeId {
    let cue = fact.stances.first().map_or(0, |stance| stance.cue.start);
    let parts = [article.article.clone(), fact.category.code().to_owned(), cue.to_string()];
    let id = NodeId::of(NodeKind::Transfer, &parts);
    let count = seen.entry(id).or_default();
    *count += 1;
    if *count == 1 { id } else { NodeId::of(NodeKind::Transfer, &[id.to_string(), count.to_string()]) }
}

fn days(article: &Facts, fact: &TransferFact) -> Option<(Date, Date)> {
    if let Some(days) = fact.date {
        return Some((days.first, days.last));
    }
    let published = article.published?;
    Some((published.saturating_sub(NEAR_DAYS.days()), published.saturating_add(NEAR_DAYS.days())))
}

/// Splits tellings with the same parties into events. Where a side is open, or the time is unknown, each telling is an
/// event of its own; two transfers that one article tells apart stay apart.
fn same_event<'a>(parties: &Parties, mut tellings: Vec<Telling<'a>>) -> Vec<Vec<Telling<'a>>> {
    let known = !parties.0.is_empty() && !parties.1.is_empty();
    tellings.sort_by_key(|telling| (telling.days, telling.order, telling.place));
    let mut events: Vec<Told> = Vec::new();
    for telling in tellings {
        let fits = |event: &&mut Told| {
            known
                && shared(event.0, telling.days).is_some()
                && event.1.iter().all(|other| other.place.0 != telling.place.0)
        };
        match events.iter_mut().find(fits) {
            Some((days, members)) => {
                *days = shared(*days, telling.days);
                members.push(telling);
            }
            None => events.push((telling.days, vec![telling])),
        }
    }
    let by_first = |mut members: Vec<Telling<'a>>| {
        members.sort_by_key(|telling| (telling.order, telling.place));
        members
    };
    events.into_iter().map(|event| by_first(event.1)).collect()
}

fn shared(one: Option<(Date, Date)>, other: Option<(Date, Date)>) -> Option<(Date, Date)> {
    let ((first, last), (other_first, other_last)) = (one?, other?);
    let days = (first.max(other_first), last.min(other_last));
    (days.0 <= days.1).then_some(days)
}

fn event(parties: &Parties, tellings: &[Telling], mut stances: Vec<Stance>, lift: &Lift) -> Option<Event> {
    let id = tellings.first()?.id;
    stances.sort();
    stances.dedup();
    let sides: BTreeSet<NodeId> = parties.0.iter().chain(&parties.1).copied().collect();
    let status: Status = status(&stances, &sides, lift)?;
    let former: BTreeSet<NodeId> = tellings.iter().map(|telling| telling.id).filter(|former| *former != id).collect();
    let node = Transfer {
        category: parties.2,
        items: distinct(tellings.iter().flat_map(|telling| &telling.fact.items)),
        quantities: distinct(tellings.iter().filter_map(|telling| telling.fact.quantity.as_ref())),
        date: date(tellings),
        stances,
        status,
        former: former.into_iter().collect(),
        corrected: tellings.iter().any(|telling| telling.fact.corrected),
    };
    let places = tellings.iter().map(|telling| telling.place).collect();
    Some(Event { id, giver: parties.0.clone(), recipient: parties.1.clone(), tellings: places, node })
}

/// The days that all dated tellings share, with the surest of their bases.
fn date(tellings: &[Telling]) -> Option<DateInterval> {
    let dates = tellings.iter().filter_map(|telling| telling.fact.date);
    let shared = |one: Days, other: Days| Days {
        first: one.first.max(other.first),
        last: one.last.min(other.last),
        basis: one.basis.min(other.basis),
    };
    dates.reduce(shared).map(Days::interval)
}

/// Each string once, whatever its case, as first written.
fn distinct<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen: BTreeMap<String, &String> = BTreeMap::new();
    for text in texts {
        seen.entry(text.to_lowercase()).or_insert(text);
    }
    seen.into_values().cloned().collect()
}

fn stances(facts: &[&Facts], actors: &Actors, statements: &BTreeMap<Place, NodeId>, telling: &Telling) -> Vec<Stance> {
    let (index, _) = telling.place;
    let Some(article) = facts.get(index) else { return Vec::new() };
    let stance = |fact: &StanceFact| {
        let holder = fact.holder.map(|holder| actors.id(index, holder));
        let statement = fact.statement.and_then(|own| Some((own, article.statements.get(own)?)));
        let said = statement.and_then(|(_, statement)| statement.date).map(|days| days.last);
        // A holder that is not in the article's list would turn a party's view into the writer's.
        let holder = if let Some(found) = holder { Some(found?) } else { None };
        Some(Stance {
            date: said.or(article.published),
            evidence: Evidence {
                article: article.id(),
                span: fact.evidence.span(),
                sentence: fact.evidence.text.clone(),
            },
            holder,
            value: fact.value,
            statement: statement.and_then(|(own, _)| statements.get(&(index, own)).copied()),
            cue: fact.cue.quote(),
            rule: fact.rule.clone(),
        })
    };
    telling.fact.stances.iter().filter_map(stance).collect()
}
