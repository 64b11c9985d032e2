//! What the words around a word of passing leave open, filled in from what was told before, from the statement that
//! tells it, and from what sort of thing passes.

use super::frames::{Event, first_of};
use super::merge::Aid;
use super::scan::{GENERIC, Scan};
use super::stance::asks;
use super::tables::{Frame, Particle};
use crate::extract::{ActorId, ActorKind, Category, ContentIs, StanceValue, Statement, StatementKind};
use std::ops::Range;

/// Within how many tokens behind a word for aid its sum stands.
const SUM: usize = 14;

impl Scan<'_> {
    /// Fills in what the same sentence told before: the recipient of a verb joined to another ("menyediakan X untuk Y dan
    /// memberikan Z"), and the sides of what is given in return.
    pub(super) fn complete(&self, event: &mut Event, before: &[Event]) {
        let told = |e: &&Event| e.trigger != event.trigger && !(e.giver.is_empty() && e.recipient.is_empty());
        let last = before.iter().rev().find(told);
        let Some((last, row)) = last.zip(self.tables.rows.get(event.row)) else { return };
        let returns = row.frame == Frame::Return
            || (event.trigger.start.saturating_sub(4)..event.trigger.start)
                .any(|i| self.document.lower(i) == "imbalan");
        if returns && (event.giver.is_empty() || event.recipient.is_empty()) {
            event.giver.clone_from(&last.recipient);
            event.recipient.clone_from(&last.giver);
            event.whole = !event.recipient.is_empty() && !event.giver.is_empty();
        } else if event.recipient.is_empty() && (event.giver == last.giver || row.frame == Frame::Bring) {
            event.recipient.clone_from(&last.recipient);
            event.whole |= !event.items.is_empty() && !event.recipient.is_empty();
        }
    }

    /// "diserahkan oleh Peru dan [diterima oleh Chile]": who receives what the verb before "dan" gives.
    pub(super) fn received(&mut self, trigger: &Range<usize>, end: usize) -> Vec<ActorId> {
        let joined = trigger.start > 0 && self.particle(trigger.start - 1, Particle::And) > 0;
        if !joined || self.document.lower(trigger.start) != "diterima" {
            return Vec::new();
        }
        let right = self.right(trigger.end, end);
        first_of([right.by, right.bare])
    }

    /// Arms, troops, fuel and know-how pass between states: who holds office in one stands for it.
    pub(super) fn raise_to_states(&self, event: &mut Event) {
        for actor in event.giver.iter_mut().chain(&mut event.recipient) {
            *actor = self.raised(*actor, event.category);
        }
        event.giver.dedup();
        event.recipient.dedup();
    }

    /// Whom an actor stands for where something of `category` passes.
    pub(super) fn raised(&self, actor: ActorId, category: Category) -> ActorId {
        use Category::{Energy, People, Technology, Weapons};
        let between_states = matches!(category, Energy | People | Technology | Weapons);
        if !between_states || self.actors.kind(actor) != ActorKind::Person {
            return actor;
        }
        let state = self.actors.stands_for(actor);
        state.filter(|state| self.actors.kind(*state) == ActorKind::Country).unwrap_or(actor)
    }

    /// Aid of no named sort is money where the sentence tells a sum, and between countries arms where it speaks of war.
    pub(super) fn name_aid(&self, event: &mut Event, tokens: &Range<usize>) {
        let country = |a: &ActorId| self.actors.kind(*a) == ActorKind::Country;
        let states = event.giver.iter().chain(&event.recipient).all(country) && !event.giver.is_empty();
        let bare = |item: &Range<usize>| matches!(self.document.phrase(item), "bantuan" | "paket bantuan");
        let war =
            |i: usize| matches!(self.document.lower(i), "militer" | "pertahanan" | "senjata" | "tempur" | "perang");
        if states && event.category == Category::Goods && event.items.iter().all(bare) && tokens.clone().any(war) {
            event.category = Category::Weapons;
        } else if event.category == Category::Goods && self.is_generic(event) && self.sum_behind(event, tokens) {
            event.category = Category::Money;
        }
    }

    /// "tidak membutuhkan gas dari Peru": who has no wish says nothing of what passes.
    pub(super) fn unwanted(&self, event: &Event, start: usize) -> bool {
        let wish = self.tables.rows.get(event.row).is_some_and(|row| row.value == StanceValue::Sought);
        let first = self.before_helpers(event.trigger.start, start);
        wish && self.values(first, event.trigger.start).contains(&StanceValue::Denied)
    }

    /// Whether `event` has a verb of its own for the aid that `noun` only names.
    pub(super) fn tells_of_aid(&self, event: &Event, noun: &Event) -> bool {
        let frame = |e: &Event| self.tables.rows.get(e.row).map(|row| row.frame);
        let named = event.items.iter().any(|item| item.contains(&noun.trigger.start));
        named && frame(noun) == Some(Frame::Thing) && frame(event).is_some_and(|frame| !frame.is_noun())
    }

    /// Whether aid passes, and of what sort.
    pub(super) fn aid(&self, event: &Event) -> Aid {
        let aid = |item: &Range<usize>| self.document.phrase(item).to_lowercase().contains("bantuan");
        match event.items.iter().any(aid) {
            true if self.is_generic(event) => Aid::Any,
            true => Aid::Named,
            false => Aid::No,
        }
    }

    /// Whether nothing but words for aid of whatever sort says what passes.
    fn is_generic(&self, event: &Event) -> bool {
        let generic = |item: &Range<usize>| {
            self.item(item.start).is_some_and(|(_, row)| row.id == GENERIC)
                && !self.document.phrase(item).contains("manusia")
        };
        !event.items.is_empty() && event.items.iter().all(generic)
    }

    /// "bantuan [senilai 60 miliar dolar]", "bantuan untuk Peru [sebesar dua juta euro]".
    fn sum_behind(&self, event: &Event, tokens: &Range<usize>) -> bool {
        let Some(item) = event.items.last() else { return false };
        let near = item.end..tokens.end.min(item.end + SUM);
        near.clone().any(|i| self.money(i)) && near.into_iter().any(|i| self.particle(i, Particle::Sum) > 0)
    }

    /// Fills in a side from the statement that tells of the transfer: a train or ship brings what the country of the
    /// teller gives, and who asks another to give asks for himself or his country.
    pub(super) fn told_in(&self, event: &Event, statement: Option<&Statement>, value: StanceValue) -> Event {
        let mut event = event.clone();
        let (Some(statement), Some(row)) = (statement, self.tables.rows.get(event.row)) else { return event };
        let (giver, recipient) = (!event.giver.is_empty(), !event.recipient.is_empty());
        let state = |a: &ActorId| self.actors.state_of(*a);
        if row.frame == Frame::Bring && !giver && recipient {
            let states = statement.source.iter().filter_map(state);
            event.giver = states.filter(|s| !event.recipient.contains(s)).take(1).collect();
            event.whole = !event.giver.is_empty() && !event.items.is_empty();
        }
        // "Ia mengatakan sapi yang dikirimnya sehat"
        let at = self.document.span_of(&event.trigger).start;
        let before = |s: &Statement| s.cue.is_some_and(|cue| cue.start < at);
        if row.frame == Frame::Given && !giver && self.points_back(&event.trigger) && before(statement) {
            event.giver = statement.source.iter().filter(|s| !event.recipient.contains(s)).copied().take(1).collect();
            self.raise_to_states(&mut event);
        }
        // "menuduh Peru menghalangi pengiriman beras": who stops it does not give it.
        if value != StanceValue::Blocked {
            self.told_of(&mut event, statement, row.frame);
        }
        // "mendesak X menghentikan aliran senjata dari Y" asks for nothing.
        let asks = match value {
            StanceValue::Sought => true,
            StanceValue::Blocked | StanceValue::Denied => false,
            _ => asks(statement),
        };
        if asks && giver && !recipient && event.category == Category::Weapons {
            let askers = statement.source.iter().map(|a| state(a).unwrap_or(*a));
            event.recipient = askers.filter(|a| !event.giver.contains(a)).take(1).collect();
            event.whole |= !event.recipient.is_empty() && !event.items.is_empty();
        }
        event
    }

    /// "tuduhan terhadap Peru soal [pengiriman beras]", "Peru membantah tuduhan [memasok beras]": the accused or the denier gives,
    /// where nobody else is said to.
    fn told_of(&self, event: &mut Event, statement: &Statement, frame: Frame) {
        let blamed = match statement.kind {
            StatementKind::Accusation => &statement.target,
            StatementKind::Denial if statement.content_is == Some(ContentIs::Rejected) => &statement.source,
            _ => return,
        };
        let gives = matches!(frame, Frame::SupplyNoun | Frame::Give);
        if let &[giver] = blamed.as_slice()
            && gives
            && event.giver.is_empty()
            && !event.recipient.contains(&giver)
        {
            event.giver.push(giver);
            self.raise_to_states(event);
        }
    }

    /// Whether a telling is a noun of supplying, which names its event even without its sides ("pengiriman senjata").
    pub(super) fn is_plain_noun(&self, event: &Event) -> bool {
        self.tables.rows.get(event.row).is_some_and(|row| matches!(row.frame, Frame::SupplyNoun | Frame::FlowNoun))
            && !event.items.is_empty()
    }
}
