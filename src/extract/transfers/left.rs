//! The items that a passive or a relative clause speaks of, to the left of its verb.

use super::scan::{Hit, REACH, Scan};
use super::tables::{Item, Particle};
use crate::extract::Category;
use std::ops::Range;

impl Scan<'_> {
    /// The items that are the subject of a passive at `trigger`: the phrase that ends nearest to it on the left.
    pub(super) fn items_before(&mut self, trigger: usize, start: usize) -> Vec<Hit> {
        let low = start.max(trigger.saturating_sub(REACH));
        // "uang itu, kata jaksa, diterima": what stands between commas is no part of the clause.
        let inserted = trigger.checked_sub(1).filter(|&i| i > low && self.is_comma(i));
        let opened = inserted.and_then(|end| (low..end).rev().find(|&i| self.is_comma(i)));
        let trigger = opened.unwrap_or(trigger);
        let clause = (low..trigger).rev().find(|&i| self.ends_clause(i)).map_or(low, |i| i + 1);
        let mut hits: Vec<Hit> = Vec::new();
        let mut at = clause;
        while at < trigger {
            let Some((n, item)) = self.item(at).map(|(n, item)| (n, item.clone())) else {
                at += 1;
                continue;
            };
            hits.extend(self.hit_before(at..at + n, item, clause));
            at += n;
        }
        let Some(last) = hits.last().map(|h| h.tokens.start) else {
            let end = self.before_helpers(trigger, clause);
            return self.sum_before(end, clause).or_else(|| self.thing_before(end, clause)).into_iter().collect();
        };
        let keep =
            hits.iter().rposition(|h| h.tokens.start < last && !self.joined(h.tokens.end, last)).map_or(0, |i| i + 1);
        let mut kept = hits.split_off(keep);
        // "barang bukti berupa sabu": the thing itself is named after its class.
        if kept.len() > 1 && kept.first().is_some_and(|h| self.particle(h.tokens.end, Particle::With) > 0) {
            kept.remove(0);
        }
        kept
    }

    /// "[Sebanyak 20 gitar] diserahkan": a counted thing that no table knows, at the head of the clause from `low`.
    fn thing_before(&self, end: usize, low: usize) -> Option<Hit> {
        let amount = self.quantity(low, end)?;
        self.counted_thing(&amount, end).filter(|hit| hit.tokens.end == end)
    }

    /// "[Rp 5 juta] diserahkan": a sum of money that ends before token `end`, in the clause from `low`.
    fn sum_before(&self, end: usize, low: usize) -> Option<Hit> {
        let sum = self.quantity_before(end, low).filter(|sum| sum.clone().any(|i| self.money(i)))?;
        let begins = sum.start == low || !self.document.word(sum.start - 1);
        let amount = self.amount(sum).filter(|_| begins)?;
        let (category, quantity, of) = (Category::Money, Some(amount.clone()), Vec::new());
        Some(Hit { tokens: amount, category, row: None, quantity, of, owned_by_giver: false })
    }

    /// The item at `tokens`, if a phrase that it heads can begin there.
    fn hit_before(&mut self, tokens: Range<usize>, item: Item, low: usize) -> Option<Hit> {
        let quantity = self.quantity_before(tokens.start, low);
        let begin = quantity.as_ref().map_or(tokens.start, |q| q.start);
        let category = item.category.filter(|_| self.opens_phrase(begin, low))?;
        // "beras Peru", "beras dari Peru"
        let from = self.particle(tokens.end, Particle::From);
        let (of, _) = self.parties_from(tokens.end + from, false);
        let quantity = quantity.and_then(|q| self.amount(q));
        Some(Hit { tokens, category, row: Some(item.id), quantity, of, owned_by_giver: item.owned_by_giver })
    }

    /// What "-nya" at `trigger` means: the last item before it in the sentence.
    pub(super) fn last_item(&mut self, trigger: usize, start: usize) -> Option<Hit> {
        let (mut at, mut found) = (start, None);
        while at < trigger {
            let Some((n, item)) = self.item(at).map(|(n, item)| (n, item.clone())) else {
                at += 1;
                continue;
            };
            let hit = self.hit_before(at..at + n, item, start);
            let hit = hit.filter(|h| h.category != Category::People || !h.owned_by_giver);
            found = hit.map(|hit| Hit { of: Vec::new(), ..hit }).or(found);
            at += n;
        }
        found
    }

    fn joined(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_comma(i) || self.particle(i, Particle::And) > 0) && to - from <= 8
    }

    fn quantity_before(&self, at: usize, low: usize) -> Option<Range<usize>> {
        let begin = (low.max(at.saturating_sub(8))..at).find(|&b| self.quantity(b, at).is_some_and(|q| q.end == at))?;
        Some(begin..at)
    }

    /// Whether a noun phrase can begin at token `i`: what precedes is no noun that the item would only describe.
    fn opens_phrase(&self, i: usize, low: usize) -> bool {
        if i <= low {
            return true;
        }
        let before = i - 1;
        let closed =
            [Particle::And, Particle::With, Particle::Stop, Particle::Aux, Particle::Quantity, Particle::Measure];
        !self.document.word(before)
            || closed.iter().any(|sort| self.particle_ending(i, *sort))
            || self.document.capital(before) && self.party_ending(i).is_none()
            || ["men", "mem", "meng", "meny"].iter().any(|p| self.document.lower(before).starts_with(p))
    }
}
