//! The items that pass, with their amounts.

use super::scan::{GENERIC, Hit, Scan, Slots};
use super::tables::Particle;
use crate::extract::Category;
use crate::segment::TokenKind;
use std::ops::Range;

/// The row of the names of currencies.
const MONEY_UNIT: &str = "item.mata-uang";

impl Scan<'_> {
    /// Reads to the right of a word of passing, from token `start` to the end of its clause or `end`.
    pub(super) fn right(&mut self, start: usize, end: usize) -> Slots {
        let mut slots = self.fill(start, end);
        if let [only] = slots.items.as_mut_slice() {
            let plain = self.document.lower(only.tokens.start) == "bantuan" && only.tokens.len() == 1;
            let sum = only.quantity.clone().is_some_and(|q| q.clone().any(|i| self.money(i)));
            only.category = if plain && sum { Category::Money } else { only.category };
        }
        // "bantuan berupa beras": the thing itself is named after the word for aid.
        if slots.items.len() > 1 && slots.items.first().is_some_and(|h| h.row.as_deref() == Some(GENERIC)) {
            let first = slots.items.remove(0);
            if let Some(next) = slots.items.first_mut().filter(|next| next.of.is_empty()) {
                next.of = first.of;
            }
        }
        slots
    }

    /// A number with its counting words ("sekitar 10.000", "Rp 1,5 miliar", "dua ekor"), from token `i`.
    pub(super) fn quantity(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let (mut at, mut counted) = (i, None::<usize>);
        while at < end {
            let number = self.document.kind(at) == TokenKind::Number;
            let currency = self.currency(at) || matches!(self.document.lower(at), "us$" | "$" | "€" | "-" | "/");
            let words = self.particle(at, Particle::Quantity).max(self.particle(at, Particle::Measure));
            let step = if number || currency { 1 } else { words };
            if step == 0 || (currency && !number && at + 1 >= end) {
                break;
            }
            at += step;
            counted = Some(at);
        }
        counted.map(|to| i..to)
    }

    /// "Rp", alone or with the number written to it ("Rp40").
    pub(super) fn currency(&self, i: usize) -> bool {
        let word = self.document.lower(i);
        word == "rp" || word.strip_prefix("rp").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether token `i` is a sign or name of a currency.
    pub(super) fn money(&self, i: usize) -> bool {
        let named = || self.tables.items.longest(self.document, i).is_some_and(|(_, item)| item.id == MONEY_UNIT);
        self.currency(i) || matches!(self.document.lower(i), "us$" | "$" | "€") || named()
    }

    /// Whether what begins at token `i` is joined to what stands before it.
    fn listed(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|k| self.is_comma(k) || self.particle(k, Particle::And) > 0)
    }

    pub(super) fn item_here(&mut self, at: usize, end: usize, slots: &mut Slots, strange: bool) -> Option<usize> {
        let quantity = self.quantity(at, end);
        let start = quantity.as_ref().map_or(at, |q| q.end);
        let known = (start < end).then(|| self.item(start)).flatten().map(|(n, item)| (n, item.clone()));
        let Some((n, item)) = known else {
            let amount = quantity?;
            let money = amount.clone().any(|i| self.money(i));
            if money && !strange && slots.items.is_empty() {
                let hit = Hit {
                    tokens: amount.clone(),
                    category: Category::Money,
                    row: None,
                    quantity: Some(amount.clone()),
                    of: Vec::new(),
                    owned_by_giver: false,
                };
                slots.items.push(hit);
            } else if let Some(last) = slots.items.last_mut() {
                last.quantity.get_or_insert(amount.clone());
            }
            return Some(amount.end);
        };
        let mut next = start + n;
        let modifies = quantity.is_none() && slots.items.last().is_some_and(|last| last.tokens.end == start);
        // "pinjaman sebesar dua juta dolar": the sum says how much of it.
        let sum = quantity.clone().filter(|q| item.id == MONEY_UNIT && !self.listed(q.start));
        if let Some((last, sum)) = slots.items.last_mut().zip(sum) {
            last.quantity = Some(last.quantity.as_ref().map_or(sum.start, |q| q.start.min(sum.start))..next);
            return Some(next);
        }
        // "bantuan pompa air": the thing itself follows the word for aid.
        let modifies = modifies
            && !(item.category.is_some() && slots.items.last().is_some_and(|h| h.row.as_deref() == Some(GENERIC)));
        if strange || modifies {
            return Some(next);
        }
        let (of, after) = self.parties_from(next, false);
        if let Some(category) = item.category {
            next = after;
            slots.items.push(Hit {
                tokens: start..start + n,
                category,
                row: Some(item.id),
                quantity,
                of,
                owned_by_giver: item.owned_by_giver,
            });
        } else if !slots.items.is_empty() {
            return Some(next);
        } else {
            return None;
        }
        Some(next)
    }
}
