//! Nouns of passing: supplies, deliveries, aid.

use super::frames::{Cast, Site, first_of, owner};
use super::scan::Scan;
use super::tables::{Frame, Particle};
use crate::extract::{ActorId, Category};

impl Scan<'_> {
    /// A noun of supplying, freeing, or what is supplied.
    pub(super) fn noun(&mut self, site: &Site) -> Cast {
        let Site { trigger, frame, tokens, .. } = site.clone();
        let from = if frame == Frame::Thing { trigger.start } else { trigger.end };
        let mut right = self.right(from, tokens.end);
        let (end, pointed) = (right.end, right.pointed);
        if right.items.is_empty() && frame == Frame::SupplyNoun {
            // "rudal pasokan Peru": the item stands before the noun.
            right.items = self.items_before(trigger.start, tokens.start);
            right.items.retain(|h| h.tokens.end == trigger.start);
        }
        if frame == Frame::TakeNoun {
            let own = owner(&right.items, |a| self.actors.kind(a));
            let giver = first_of([right.from, own]);
            let allows = self.verb_before(trigger.start, tokens.start, Particle::Allow);
            let acting = self.acting_on(trigger.start, tokens.start);
            let recipient = first_of([right.by, acting, allows, self.right_before(trigger.start, tokens.start)]);
            return Cast { giver, recipient, items: right.items, pointed, acted: false, end };
        }
        if right.by.is_empty() {
            right.by = self.done_by(right.end, tokens.end);
        }
        let whose = self.given_back(&site.trigger, &right.items);
        let own = if whose.is_empty() { owner(&right.items, |a| self.actors.kind(a)) } else { Vec::new() };
        let acting = if frame == Frame::FlowNoun { Vec::new() } else { self.acting_on(trigger.start, tokens.start) };
        // Troops are given by those whose they are, whoever is said to deploy them.
        let people = right.items.iter().any(|h| h.category == Category::People);
        let (first, second) = if people { (own, right.by) } else { (right.by, own) };
        let acted = !acting.is_empty();
        let before = match frame {
            Frame::SupplyNoun if !acted => self.right_before(trigger.start, tokens.start),
            _ => Vec::new(),
        };
        let blamed = self.held_against(trigger.start, tokens.start);
        let mut giver = first_of([first, second, right.from, right.bare, acting, before, blamed]);
        if frame == Frame::FreeNoun && giver.is_empty() {
            giver = self.captor_of(&right.items);
        }
        let of_captives = self.home_of_captives(&right.items, frame, &giver);
        let recipient = match frame {
            Frame::Thing => right.to,
            // "Peru kedatangan vaksin dari Chile"
            Frame::FlowNoun if right.to.is_empty() => self.right_before(trigger.start, tokens.start),
            _ => first_of([right.to, of_captives, right.with, right.helped, whose]),
        };
        Cast { giver, recipient, items: right.items, pointed, acted, end }
    }

    /// "sanksi kepada [Peru] atas pengiriman", "berterima kasih kepada [Peru] atas pengiriman": on whose account something is
    /// done because of what the noun at `trigger` tells.
    fn held_against(&mut self, trigger: usize, start: usize) -> Vec<ActorId> {
        let because =
            trigger.checked_sub(1).filter(|&i| matches!(self.document.lower(i), "atas" | "terkait" | "karena"));
        let Some(because) = because.filter(|&i| i > start) else { return Vec::new() };
        let party = self.party_ending(because).map(|party| (self.meant(party), party.tokens.start));
        let on = |i: usize| i > start && matches!(self.document.lower(i - 1), "kepada" | "terhadap");
        party.filter(|(_, begin)| on(*begin)).map(|(actor, _)| actor).into_iter().collect()
    }

    /// "dilakukan (oleh) X" after a noun of passing.
    fn done_by(&mut self, i: usize, end: usize) -> Vec<ActorId> {
        let at = i + usize::from(self.document.lower(i) == "yang");
        if at >= end || self.document.lower(at) != "dilakukan" {
            return Vec::new();
        }
        self.parties_from(at + 1 + self.particle(at + 1, Particle::By), false).0
    }

    /// Who does what a noun of passing names, where the verb before it says so ("menyetujui pengiriman").
    pub(super) fn acting_on(&mut self, trigger: usize, start: usize) -> Vec<ActorId> {
        self.verb_before(trigger, start, Particle::Carry)
    }

    /// "Peru ekspor beras", "Peru bisa kembali impor beras": the subject right before a noun that stands for its verb.
    fn right_before(&self, trigger: usize, start: usize) -> Vec<ActorId> {
        let first = self.before_helpers(trigger, start);
        let party =
            self.party_ending(first).filter(|party| !self.particle_ending(party.tokens.start, Particle::Oblique));
        let party = party.filter(|party| party.tokens.start == start || first < trigger);
        party.map(|party| self.meant(party)).into_iter().collect()
    }

    /// The subject of a verb of `sort` a few words before a noun of passing.
    fn verb_before(&mut self, trigger: usize, start: usize, sort: Particle) -> Vec<ActorId> {
        // "menghentikan truk yang membawa pasokan": what stops the truck does not supply.
        let near = (start..trigger).rev().take(4).take_while(|&i| self.document.lower(i) != "yang");
        let verb = near.into_iter().find(|&i| self.particle(i, sort) > 0);
        verb.map(|i| self.subject(i, start)).unwrap_or_default()
    }
}
