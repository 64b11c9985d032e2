//! The same transfer told several times becomes one.

use super::choice::Chosen;
use super::{Actors, Telling};
use crate::extract::{ActorId, ActorKind, Category, DateInterval, Stance, StanceValue};
use crate::span::Span;

/// A transfer in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) giver: Vec<ActorId>,
    pub(super) recipient: Vec<ActorId>,
    pub(super) category: Category,
    pub(super) items: Vec<Span>,
    pub(super) quantity: Option<Span>,
    pub(super) date: Option<DateInterval>,
    pub(super) stances: Vec<Stance>,
    pub(super) aid: Aid,
    /// Whether it can stand by itself.
    pub(super) whole: bool,
    /// Whether it tells again of something: a noun with "itu", or one side named.
    pub(super) again: bool,
    /// Which of the article's tellings tell it, where it is one that was chosen.
    pub(super) tellings: Vec<usize>,
}

/// Whether aid passes, and of what sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aid {
    /// Something else passes.
    No,
    /// Aid of a sort ("bantuan militer").
    Named,
    /// Aid of whatever sort ("bantuan").
    Any,
}

/// Joins tellings of the same transfer, in the order of the text; one that cannot stand by itself joins the last that
/// it agrees with, or is left out.
pub(super) fn merge(text: &str, told: Vec<Told>, actors: &dyn Actors) -> (Vec<Told>, Vec<Told>) {
    let (mut transfers, mut left_out): (Vec<Told>, Vec<Told>) = (Vec::new(), Vec::new());
    let (whole, partial): (Vec<Told>, Vec<Told>) = told.into_iter().partition(|t| t.whole);
    // Aid of no named sort may be that which the article names elsewhere.
    let (generic, named): (Vec<Told>, Vec<Told>) = whole.into_iter().partition(|t| t.aid == Aid::Any);
    for telling in named.into_iter().chain(generic) {
        match best(text, &transfers, &telling, actors) {
            Some(i) => join(text, &mut transfers[i], telling, actors),
            None => transfers.push(telling),
        }
    }
    for telling in partial {
        match best(text, &transfers, &telling, actors).filter(|_| telling.again) {
            Some(i) => join(text, &mut transfers[i], telling, actors),
            None => left_out.push(telling),
        }
    }
    // Who gives to himself gives nothing.
    let apart = |t: &Told| !t.giver.iter().any(|g| t.recipient.contains(g));
    (transfers.into_iter().filter(apart).collect(), left_out)
}

/// Gives each of the `chosen` transfers what the tellings say of it; a telling that agrees with none is left out, and so is
/// a transfer that none agrees with. In the order of the text.
pub(super) fn assign(
    text: &str,
    chosen: &[Chosen],
    tellings: &[Telling],
    actors: &dyn Actors,
) -> (Vec<Told>, Vec<Told>) {
    let (mut transfers, mut left_out): (Vec<Option<Told>>, Vec<Told>) = (vec![None; chosen.len()], Vec::new());
    for (number, Telling { told, exchange, .. }) in tellings.iter().enumerate() {
        let telling = Told { tellings: vec![number], ..told.clone() };
        let Some(i) = chosen_for(chosen, &telling, actors) else {
            left_out.push(telling);
            continue;
        };
        // An exchange whose sides are open goes both ways.
        let open = *exchange && (telling.giver.is_empty() || telling.recipient.is_empty());
        let back = chosen.iter().position(|other| open && other.answers(&chosen[i]));
        for i in [Some(i), back].into_iter().flatten() {
            tell(text, &chosen[i], &mut transfers[i], telling.clone(), actors);
        }
    }
    let mut merged: Vec<Told> = Vec::new();
    for transfer in transfers.into_iter().flatten() {
        let same = |t: &Told| {
            (t.category, &t.giver, &t.recipient) == (transfer.category, &transfer.giver, &transfer.recipient)
        };
        match merged.iter().position(same) {
            Some(i) => join(text, &mut merged[i], transfer, actors),
            None => merged.push(transfer),
        }
    }
    merged.sort_by_key(|transfer| transfer.stances.iter().map(|s| s.cue.start).min());
    (merged, left_out)
}

/// Adds to a chosen transfer what one telling says of it.
fn tell(text: &str, chosen: &Chosen, into: &mut Option<Told>, telling: Told, actors: &dyn Actors) {
    let Chosen { giver, recipient, .. } = *chosen;
    let (giver, recipient) = (
        listed((giver, recipient), &telling.giver, telling.whole),
        listed((recipient, giver), &telling.recipient, telling.whole),
    );
    match into {
        None => *into = Some(Told { giver, recipient, ..telling }),
        Some(known) => {
            let widest = |a: &[ActorId], b: Vec<ActorId>| if a.len() > 1 { a.to_vec() } else { b };
            let sides = (widest(&known.giver, giver), widest(&known.recipient, recipient));
            join(text, known, telling, actors);
            (known.giver, known.recipient) = sides;
        }
    }
}

/// The chosen transfer that shares most sides with `telling`; of equals the likelier.
fn chosen_for(chosen: &[Chosen], telling: &Told, actors: &dyn Actors) -> Option<usize> {
    let place = |side: &[ActorId]| side.iter().all(|x| actors.kind(*x) == ActorKind::Place);
    let shared = |party: Option<ActorId>, side: &[ActorId]| party.is_some_and(|p| shares(&[p], side, actors));
    let fits = |party: Option<ActorId>, side: &[ActorId]| party.is_none() || place(side) || shared(party, side);
    let of_category = chosen.iter().enumerate().filter(|(_, one)| one.category == telling.category);
    let fitting =
        of_category.filter(|(_, one)| fits(one.giver, &telling.giver) && fits(one.recipient, &telling.recipient));
    let score = |one: &Chosen| {
        usize::from(shared(one.giver, &telling.giver)) + usize::from(shared(one.recipient, &telling.recipient))
    };
    fitting.max_by_key(|(i, one)| (score(one), std::cmp::Reverse(*i))).map(|(i, _)| i)
}

/// A chosen party, or all that the `side` of a `whole` telling lists with it, unless the party on the other side is among
/// them.
fn listed((party, other): (Option<ActorId>, Option<ActorId>), side: &[ActorId], whole: bool) -> Vec<ActorId> {
    let among = |party: Option<ActorId>| party.is_some_and(|p| side.contains(&p));
    if whole && among(party) && !among(other) { side.to_vec() } else { party.into_iter().collect() }
}

/// The transfer that agrees best with `telling`; of equals the last one told before it.
fn best(text: &str, transfers: &[Told], telling: &Told, actors: &dyn Actors) -> Option<usize> {
    let place = |t: &Told| t.stances.first().map_or(0, |s| s.cue.start);
    let score = |t: &Told| {
        let ends = usize::from(shares(&t.giver, &telling.giver, actors))
            + usize::from(shares(&t.recipient, &telling.recipient, actors));
        (ends, usize::from(place(t) < place(telling)), place(t))
    };
    let fits = |t: &Told| {
        let sides = agree(&t.giver, &telling.giver, actors) && agree(&t.recipient, &telling.recipient, actors);
        let alike = t.category == telling.category || telling.aid == Aid::Any && t.aid != Aid::No && score(t).0 > 0;
        alike && sides && !other_sum(text, t, telling) && !other_view(text, t, telling)
    };
    let needed = usize::from(telling.whole);
    let fitting = transfers.iter().enumerate().filter(|(_, t)| fits(t) && score(t).0 >= needed);
    fitting.max_by_key(|(_, t)| score(t)).map(|(i, _)| i)
}

/// Whether somebody says that the one thing passed and that the other, which is not the same, did not.
fn other_view(text: &str, a: &Told, b: &Told) -> bool {
    let words = |t: &Told| -> Vec<String> {
        t.items.iter().flat_map(|i| i.of(text).split_whitespace()).map(str::to_lowercase).collect()
    };
    let (known, own) = (words(a), words(b));
    let apart = !known.is_empty() && !own.is_empty() && !own.iter().any(|word| known.contains(word));
    let not = |value: StanceValue| matches!(value, StanceValue::Denied | StanceValue::Blocked);
    let opposed = |a: &Stance, b: &Stance| {
        let so = |x: &Stance, y: &Stance| x.value == StanceValue::Asserted && not(y.value);
        a.holder == b.holder && (so(a, b) || so(b, a))
    };
    apart && b.whole && a.stances.iter().any(|known| b.stances.iter().any(|own| opposed(known, own)))
}

/// Whether two sums of money are told, and not the same.
fn other_sum(text: &str, a: &Told, b: &Told) -> bool {
    let digits = |t: &Told| -> Option<String> {
        let sum = t.quantity.filter(|_| t.category == Category::Money)?.of(text);
        Some(sum.chars().filter(char::is_ascii_digit).collect())
    };
    digits(a).zip(digits(b)).is_some_and(|(a, b)| a != b)
}

/// Whether two sides can be the same: one is open or merely a place, or they share somebody.
fn agree(a: &[ActorId], b: &[ActorId], actors: &dyn Actors) -> bool {
    let open = |side: &[ActorId]| side.iter().all(|x| actors.kind(*x) == ActorKind::Place);
    open(a) || open(b) || shares(a, b, actors)
}

/// Whether the sides share somebody, an office-holder counting for the country or body too.
fn shares(a: &[ActorId], b: &[ActorId], actors: &dyn Actors) -> bool {
    let same = |x: ActorId, y: ActorId| x == y || actors.stands_for(x) == Some(y) || actors.stands_for(y) == Some(x);
    a.iter().any(|x| b.iter().any(|y| same(*x, *y)))
}

/// Leaves each holder one view: that it is so or not before what is planned or wished, of these the first told. A noun that
/// the writer uses says nothing of his own where others hold a view.
pub(super) fn settle(stances: &mut Vec<Stance>, noun: impl Fn(&Stance) -> bool) {
    let others = stances.iter().any(|s| s.holder.is_some());
    stances.retain(|s| s.holder.is_some() || !others || !noun(s));
    let factual = |s: &&Stance| matches!(s.value, StanceValue::Asserted | StanceValue::Denied);
    let told = stances.clone();
    let view = |holder: Option<ActorId>| {
        let mut own = told.iter().filter(|s| s.holder == holder);
        own.clone().find(factual).or_else(|| own.next()).map(|s| s.value)
    };
    stances.retain(|s| view(s.holder) == Some(s.value));
}

fn join(text: &str, into: &mut Told, telling: Told, actors: &dyn Actors) {
    let fill = |to: &mut Vec<ActorId>, from: Vec<ActorId>| {
        let place = |side: &[ActorId]| side.iter().all(|x| actors.kind(*x) == ActorKind::Place);
        if !from.is_empty() && (to.is_empty() || place(to) && !place(&from)) {
            *to = from;
        }
    };
    fill(&mut into.giver, telling.giver);
    fill(&mut into.recipient, telling.recipient);
    for item in telling.items {
        if !into.items.iter().any(|known| known.of(text) == item.of(text)) {
            into.items.push(item);
        }
    }
    into.quantity = into.quantity.or(telling.quantity);
    into.date = into.date.or(telling.date);
    into.stances.extend(telling.stances);
    into.tellings.extend(telling.tellings);
}
