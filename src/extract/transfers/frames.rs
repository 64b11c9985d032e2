//! From a word of passing to who gives what to whom.

use super::scan::{Hit, Scan, Slots};
use super::tables::{Frame, Needs, Particle, Passing};
use crate::extract::{ActorId, Category};
use std::ops::Range;

/// One telling of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The word of passing.
    pub(super) trigger: Range<usize>,
    /// Index of its row.
    pub(super) row: usize,
    pub(super) giver: Vec<ActorId>,
    pub(super) recipient: Vec<ActorId>,
    pub(super) category: Category,
    pub(super) items: Vec<Range<usize>>,
    /// The row of the first item.
    pub(super) item_row: Option<String>,
    pub(super) quantity: Option<Range<usize>>,
    /// Whether "itu", "tersebut" points back.
    pub(super) pointed: bool,
    /// Whether all that its word needs was found; what lacks something can only tell again of another.
    pub(super) whole: bool,
    /// The token after the phrases that were read.
    pub(super) end: usize,
}

/// Giver, recipient and items, before they are parted by category.
#[derive(Debug, Default)]
struct Cast {
    giver: Vec<ActorId>,
    recipient: Vec<ActorId>,
    items: Vec<Hit>,
    pointed: bool,
    end: usize,
}

impl Scan<'_> {
    /// The tellings at the word of passing `trigger` in the sentence `tokens`.
    pub(super) fn events(&mut self, trigger: Range<usize>, row: usize, tokens: &Range<usize>) -> Vec<Event> {
        let Some(passing) = self.tables.rows.get(row) else { return Vec::new() };
        let casts = match passing.frame {
            Frame::Swap | Frame::SwapNoun => self.swap(&trigger, passing.frame, tokens),
            frame => vec![self.cast(&trigger, frame, passing.implied.is_some(), tokens)],
        };
        casts.into_iter().flat_map(|cast| by_category(&cast, passing, &trigger, row)).collect()
    }

    fn cast(&mut self, trigger: &Range<usize>, frame: Frame, implied: bool, tokens: &Range<usize>) -> Cast {
        let from = if frame == Frame::Thing { trigger.start } else { trigger.end };
        let mut right = self.right(from, tokens.end);
        let (end, pointed) = (right.end, right.pointed);
        let cast = |giver, recipient, items| Cast { giver, recipient, items, pointed, end };
        match frame {
            Frame::Give | Frame::Free => {
                let giver = self.subject(trigger.start, tokens.start);
                let of_captives = captives_of(&right.items, frame);
                let ditransitive = if right.items.is_empty() && !implied { Vec::new() } else { right.bare.clone() };
                cast(giver, first_of([right.to, ditransitive, of_captives, right.with, right.helped]), right.items)
            }
            Frame::Given | Frame::Freed => {
                let left = self.items_before(trigger.start, tokens.start);
                if left.is_empty() && (!right.items.is_empty() || implied) {
                    let recipient = self.subject(trigger.start, tokens.start);
                    return cast(
                        first_of([right.by, right.bare, right.from]),
                        first_of([recipient, right.to]),
                        right.items,
                    );
                }
                let (own, of_captives) = (owner(&left), captives_of(&left, frame));
                let having = self.having(&left, tokens.start);
                let giver = first_of([right.by, right.bare, right.from, own, having]);
                cast(giver, first_of([right.to, of_captives, right.with, right.helped]), left)
            }
            Frame::Take => {
                let own = owner(&right.items);
                cast(first_of([right.from, own]), self.subject(trigger.start, tokens.start), right.items)
            }
            Frame::Taken => {
                let mut items = self.items_before(trigger.start, tokens.start);
                if items.is_empty() {
                    items = std::mem::take(&mut right.items);
                }
                let own = owner(&items);
                cast(first_of([right.from, own]), first_of([right.by, right.bare]), items)
            }
            Frame::TakeNoun => {
                let own = owner(&right.items);
                cast(first_of([right.from, own]), right.by, right.items)
            }
            _ => self.noun(trigger, frame, right, tokens),
        }
    }

    /// A noun of supplying, freeing, or what is supplied.
    fn noun(&mut self, trigger: &Range<usize>, frame: Frame, mut right: Slots, tokens: &Range<usize>) -> Cast {
        let (end, pointed) = (right.end, right.pointed);
        let of_captives = captives_of(&right.items, frame);
        if frame == Frame::Thing && right.items.len() > 1 {
            let first = right.items.remove(0);
            if let Some(next) = right.items.first_mut().filter(|next| next.of.is_empty()) {
                next.of = first.of;
            }
        }
        let own = owner(&right.items);
        let acting = self.acting_on(trigger.start, tokens.start);
        // Troops are given by those whose they are, whoever is said to deploy them.
        let people = right.items.iter().any(|h| h.category == Category::People);
        let (first, second) = if people { (own, right.by) } else { (right.by, own) };
        let giver = first_of([first, second, right.from, right.bare, acting]);
        let recipient = first_of([right.to, of_captives, right.with, right.helped]);
        Cast { giver, recipient, items: right.items, pointed, end }
    }

    /// Who has or prepares the items that a passive clause after "yang" speaks of.
    fn having(&self, items: &[Hit], start: usize) -> Vec<ActorId> {
        let Some(first) = items.first() else { return Vec::new() };
        let begin = first.quantity.as_ref().map_or(first.tokens.start, |q| q.start);
        let verb =
            begin.checked_sub(1).filter(|&i| i > start && (self.verbal(i) || self.particle(i, Particle::Carry) > 0));
        verb.map(|i| self.subject(i, start)).unwrap_or_default()
    }

    /// Fills in what the same sentence told before: the recipient of a verb joined to another ("menyediakan X untuk Y dan
    /// memberikan Z"), and the sides of what is given in return.
    pub(super) fn complete(&self, event: &mut Event, before: &[Event]) {
        let Some((last, row)) = before.last().zip(self.tables.rows.get(event.row)) else { return };
        let returns = row.frame == Frame::Return
            || (event.trigger.start.saturating_sub(4)..event.trigger.start)
                .any(|i| self.document.lower(i) == "imbalan");
        if returns && (event.giver.is_empty() || event.recipient.is_empty()) && !last.giver.is_empty() {
            event.giver.clone_from(&last.recipient);
            event.recipient.clone_from(&last.giver);
            event.whole = !event.recipient.is_empty() && !event.giver.is_empty();
        } else if event.recipient.is_empty() && !event.giver.is_empty() && event.giver == last.giver {
            event.recipient.clone_from(&last.recipient);
            event.whole |= !event.items.is_empty() && !event.recipient.is_empty();
        }
    }

    /// Who does what a noun of passing names, where the verb before it says so ("menyetujui pengiriman").
    fn acting_on(&self, trigger: usize, start: usize) -> Vec<ActorId> {
        let verb = (start..trigger).rev().take(3).find(|&i| self.particle(i, Particle::Carry) > 0);
        verb.map(|i| self.subject(i, start)).unwrap_or_default()
    }

    /// Two sides that hand over to each other: two transfers.
    fn swap(&mut self, trigger: &Range<usize>, frame: Frame, tokens: &Range<usize>) -> Vec<Cast> {
        let right = self.right(trigger.end, tokens.end);
        let mut sides = if frame == Frame::Swap { self.subject(trigger.start, tokens.start) } else { Vec::new() };
        let between =
            (trigger.end..tokens.end).take(12).find(|&i| matches!(self.document.lower(i), "antara" | "dengan"));
        if let Some(at) = between {
            sides.extend(self.parties_from(at + 1, false).0);
        }
        sides.dedup();
        let &[a, b] = sides.as_slice() else { return Vec::new() };
        let side = |giver, recipient| Cast {
            giver: vec![giver],
            recipient: vec![recipient],
            items: right.items.clone(),
            pointed: false,
            end: right.end,
        };
        vec![side(a, b), side(b, a)]
    }
}

fn first_of<const N: usize>(choices: [Vec<ActorId>; N]) -> Vec<ActorId> {
    choices.into_iter().find(|c| !c.is_empty()).unwrap_or_default()
}

/// Who is named after the items as their giver.
fn owner(items: &[Hit]) -> Vec<ActorId> {
    items.iter().filter(|h| h.owned_by_giver && !h.of.is_empty()).map(|h| h.of.clone()).next_back().unwrap_or_default()
}

/// Captives let go return to the people that they are named after.
fn captives_of(items: &[Hit], frame: Frame) -> Vec<ActorId> {
    let freed = matches!(frame, Frame::Free | Frame::Freed | Frame::FreeNoun);
    items
        .iter()
        .filter(|h| freed && !h.owned_by_giver)
        .map(|h| h.of.clone())
        .find(|of| !of.is_empty())
        .unwrap_or_default()
}

fn by_category(cast: &Cast, passing: &Passing, trigger: &Range<usize>, row: usize) -> Vec<Event> {
    let mut categories: Vec<Category> = Vec::new();
    for category in cast.items.iter().map(|h| h.category) {
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    if categories.is_empty() {
        categories.extend(passing.implied);
    }
    let named = !cast.items.is_empty() || passing.implied.is_some();
    let (giver, recipient) = (!cast.giver.is_empty(), !cast.recipient.is_empty());
    let whole = named
        && match passing.needs {
            Needs::Giver => giver,
            Needs::Recipient | Needs::Goal => recipient,
            Needs::Both => giver && recipient,
            Needs::Item => giver || recipient,
        };
    let itself = cast.giver.iter().any(|g| cast.recipient.contains(g));
    let wanted = |c: &Category| passing.only.is_empty() || passing.only.contains(c);
    let event = |category| {
        let hits = || cast.items.iter().filter(move |h| h.category == category);
        Event {
            trigger: trigger.clone(),
            row,
            giver: cast.giver.clone(),
            recipient: cast.recipient.clone(),
            category,
            items: hits().map(|h| h.tokens.clone()).collect(),
            item_row: hits().find_map(|h| h.row.clone()),
            quantity: hits().find_map(|h| h.quantity.clone()),
            pointed: cast.pointed,
            whole,
            end: cast.end,
        }
    };
    categories.into_iter().filter(|c| !itself && wanted(c)).map(event).collect()
}
