//! Captives: swapped, let go, and whose they are.

use super::frames::{Cast, Site};
use super::scan::{Hit, Scan};
use super::tables::{Frame, Particle};
use crate::extract::{ActorId, ActorKind, Category};
use std::collections::BTreeMap;

impl Scan<'_> {
    /// Two sides that hand over to each other: two transfers.
    pub(super) fn swap(&mut self, site: &Site) -> Vec<Cast> {
        let Site { trigger, frame, tokens, .. } = site.clone();
        let right = self.right(trigger.end, tokens.end);
        let mut sides = match frame {
            Frame::Swap => self.subject(trigger.start, tokens.start),
            _ => self.acting_on(trigger.start, tokens.start),
        };
        let between = (trigger.end..tokens.end).find(|&i| self.document.lower(i) == "antara");
        let with = (trigger.end..tokens.end).take(8).find(|&i| self.document.lower(i) == "dengan");
        if let Some(at) = between.or(with) {
            sides.extend(self.parties_from(at + 1, false).0);
        }
        // "pertukaran tahanan Peru dan Chile"
        let named = right.items.iter().map(|h| &h.of).find(|of| of.len() == 2).filter(|_| sides.len() < 2);
        sides = named.cloned().unwrap_or(sides);
        sides.dedup();
        let sides = match sides.as_slice() {
            &[a, b] => Some((a, b)),
            [] | [_] => self.opponents().into_iter().find(|(a, b)| sides.iter().all(|s| s == a || s == b)),
            _ => None,
        };
        let Some((a, b)) = sides.filter(|_| captives(&right.items)) else { return Vec::new() };
        let side = |giver, recipient| Cast {
            giver: vec![giver],
            recipient: vec![recipient],
            items: right.items.clone(),
            pointed: false,
            acted: false,
            end: right.end,
        };
        vec![side(a, b), side(b, a)]
    }

    /// Captives let go return to the people that they are named after, or else to the other side of their captor.
    pub(super) fn home_of_captives(&mut self, items: &[Hit], frame: Frame, captor: &[ActorId]) -> Vec<ActorId> {
        if !matches!(frame, Frame::Free | Frame::Freed | Frame::FreeNoun) || !captives(items) {
            return Vec::new();
        }
        let named = items.iter().map(|h| &h.of).find(|of| !of.is_empty() && of.iter().all(|a| !captor.contains(a)));
        if let Some(named) = named {
            return named.clone();
        }
        let &[captor] = captor else { return Vec::new() };
        let other = |(a, b)| [(a, b), (b, a)].into_iter().find(|(x, _)| *x == captor).map(|(_, y)| y);
        self.opponents().into_iter().find_map(other).into_iter().collect()
    }

    /// Who holds captives that are named after their people: the other side.
    pub(super) fn captor_of(&mut self, items: &[Hit]) -> Vec<ActorId> {
        let home = items.iter().find_map(|h| h.of.first().copied()).filter(|_| captives(items));
        let Some(home) = home else { return Vec::new() };
        let other = |(a, b)| [(a, b), (b, a)].into_iter().find(|(x, _)| *x == home).map(|(_, y)| y);
        self.opponents().into_iter().find_map(other).into_iter().collect()
    }

    /// Who is said to hold captives ("ditahan X"), and the country or body most named beside them.
    fn captor_and_other(&mut self) -> Option<(ActorId, ActorId)> {
        let held = |i: &usize| self.particle(*i, Particle::Hold) > 0 && self.tells_of_captives(*i);
        let places: Vec<usize> = (0..self.document.len()).filter(held).collect();
        let by = |i: usize| i + 1 + self.particle(i + 1, Particle::By);
        let starts: Vec<usize> = places.into_iter().map(by).collect();
        let captor = starts.into_iter().find_map(|i| self.parties_from(i, false).0.first().copied())?;
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        let side = |a: ActorId| matches!(self.actors.kind(a), ActorKind::Country | ActorKind::Organisation);
        for party in self.parties.iter().filter(|p| side(p.actor) && self.tells_of_captives(p.tokens.start)) {
            *counts.entry(party.actor).or_default() += 1;
        }
        let other = counts.into_iter().filter(|(a, n)| *a != captor && *n >= 2).max_by_key(|(_, n)| *n)?.0;
        Some((captor, other))
    }

    /// Whether the sentence of token `i` speaks of captives.
    fn tells_of_captives(&self, i: usize) -> bool {
        let captive = |k: usize| match self.tables.items.longest(self.document, k) {
            Some((_, item)) => item.category == Some(Category::People) && !item.owned_by_giver,
            None => false,
        };
        self.document.sentence_tokens(i).any(captive)
    }

    /// The pairs that stand as two sides where the article speaks of captives: who is said to hold some with the other
    /// side, and after them those named by "antara A dan B".
    fn opponents(&mut self) -> Vec<(ActorId, ActorId)> {
        let between = |i: &usize| self.document.lower(*i) == "antara" && self.tells_of_captives(*i);
        let places: Vec<usize> = (0..self.document.len()).filter(between).collect();
        let mut pairs: Vec<(ActorId, ActorId)> = self.captor_and_other().into_iter().collect();
        for list in places.into_iter().map(|i| self.parties_from(i + 1, false).0) {
            if let [a, b] = list[..] {
                pairs.push((a, b));
            }
        }
        pairs
    }
}

/// Whether captives are among the items: troops can be set free of other things.
fn captives(items: &[Hit]) -> bool {
    items.iter().any(|h| h.category == Category::People && !h.owned_by_giver)
}
