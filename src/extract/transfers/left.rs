//! The items that a passive or a relative clause speaks of, to the left of its verb.

use super::scan::{Hit, REACH, Scan};
use super::tables::Particle;
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
            let quantity = self.quantity_before(at, clause);
            let begin = quantity.as_ref().map_or(at, |q| q.start);
            if let Some(category) = item.category.filter(|_| self.opens_phrase(begin, clause)) {
                let tokens = at..at + n;
                // "beras Peru", "beras dari Peru"
                let from = self.particle(at + n, Particle::From);
                let (of, _) = self.parties_from(at + n + from, false);
                hits.push(Hit {
                    tokens,
                    category,
                    row: Some(item.id),
                    quantity,
                    of,
                    owned_by_giver: item.owned_by_giver,
                });
            }
            at += n;
        }
        let Some(last) = hits.last().map(|h| h.tokens.start) else { return hits };
        let keep =
            hits.iter().rposition(|h| h.tokens.start < last && !self.joined(h.tokens.end, last)).map_or(0, |i| i + 1);
        let mut kept = hits.split_off(keep);
        // "barang bukti berupa sabu": the thing itself is named after its class.
        if kept.len() > 1 && kept.first().is_some_and(|h| self.particle(h.tokens.end, Particle::With) > 0) {
            kept.remove(0);
        }
        kept
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
