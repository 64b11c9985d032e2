//! The items that pass, with their amounts.

use super::scan::{GENERIC, Hit, Scan, Slots};
use super::tables::{Item, Particle};
use crate::extract::Category;
use crate::language::Document;
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// The row of things of whatever sort.
const THINGS: &str = "item.barang";

/// Within how many tokens behind a thing that no table knows somebody must be named who gives or gets it.
const GOAL: usize = 4;

/// The row of the names of currencies.
pub(super) const MONEY_UNIT: &str = "item.mata-uang";

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
        if self.names_sort(&slots.items) {
            let first = slots.items.remove(0);
            if let Some(next) = slots.items.first_mut().filter(|next| next.of.is_empty()) {
                next.of = first.of;
            }
        }
        slots
    }

    /// Whether the first of `items` only names the sort of the next ("bantuan beras", "hibah berupa dua kapal").
    fn names_sort(&self, items: &[Hit]) -> bool {
        let [first, second, ..] = items else { return false };
        let shaped = (first.tokens.end..second.tokens.start).any(|i| self.particle(i, Particle::Shape) > 0);
        let beside = first.tokens.end == second.tokens.start;
        let other = first.category != second.category;
        first.row.as_deref() == Some(GENERIC) || other && (shaped || beside && self.for_aid(first))
    }

    /// Whether the word at token `i` alone holds things, and counts them.
    fn packs(&self, i: usize) -> bool {
        self.particle(i, Particle::Pack) == 1 && self.item(i).is_none_or(|(n, _)| n == 1)
    }

    /// Whether an item is a word for aid, of whatever sort.
    fn for_aid(&self, hit: &Hit) -> bool {
        hit.row.as_deref() == Some(GENERIC) || self.particle(hit.tokens.start, Particle::Aid) == hit.tokens.len()
    }

    /// A number with its counting words ("sekitar 10.000", "Rp 1,5 miliar", "dua ekor"), from token `i`.
    pub(super) fn quantity(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let (mut at, mut counted) = (i, None::<usize>);
        while at < end {
            let number = self.document.kind(at) == TokenKind::Number;
            let currency = self.currency(at) || matches!(self.document.lower(at), "$" | "€" | "£" | "-" | "/");
            let words = self.particle(at, Particle::Quantity).max(self.particle(at, Particle::Measure));
            // "di Lima": a town.
            let named = self.document.capital(at) && self.particle_ending(at, Particle::Oblique);
            let step = if number || currency { 1 } else { words * usize::from(!named) };
            if step == 0 || (currency && !number && at + 1 >= end) {
                break;
            }
            at += step;
            counted = Some(at);
        }
        counted.map(|to| i..to)
    }

    /// What a quantity says: without the words around it that count nothing ("sebesar", "para"), and none where it holds no
    /// number or counting word ("hampir", "karung").
    pub(super) fn amount(&self, quantity: Range<usize>) -> Option<Range<usize>> {
        let (mut start, mut end) = (quantity.start, quantity.end);
        // "sejumlah 20 unit"
        let before_number = |i: usize| {
            let number = i + 1 < end && self.document.kind(i + 1) == TokenKind::Number;
            number && self.particle(i, Particle::Sum) > 0 && self.particle(i, Particle::Approximate) == 0
        };
        while start < end && (self.particle(start, Particle::Filler) > 0 || before_number(start)) {
            start += self.particle(start, Particle::Filler).max(1);
        }
        while end > start && self.particle_ending(end, Particle::Filler) {
            end -= 1;
        }
        let around = |i: usize| self.particle(i, Particle::Filler).max(self.particle(i, Particle::Approximate));
        let counts =
            |i: usize| self.document.kind(i) == TokenKind::Number || self.particle(i, Particle::Quantity) > around(i);
        let glued = |i: usize| self.document.lower(i) != "rp" && self.currency(i);
        (start..end).any(|i| counts(i) || glued(i)).then_some(start..end)
    }

    /// "Rp", "US$", alone or with the number written to it ("Rp40").
    pub(super) fn currency(&self, i: usize) -> bool {
        currency(self.document, i)
    }

    /// Whether token `i` is a sign or name of a currency.
    pub(super) fn money(&self, i: usize) -> bool {
        let named = || self.tables.items.longest(self.document, i).is_some_and(|(_, item)| item.id == MONEY_UNIT);
        self.currency(i) || matches!(self.document.lower(i), "$" | "€" | "£") || named()
    }

    /// Whether what begins at token `i` is joined to what stands before it.
    fn listed(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|k| self.is_comma(k) || self.particle(k, Particle::And) > 0)
    }

    /// The item at token `at` behind its amount: the amount, where the item begins, and its length and row.
    fn counted_item(&self, at: usize, end: usize) -> (Option<Range<usize>>, usize, Option<(usize, Item)>) {
        let quantity = self.quantity(at, end);
        let start = quantity.as_ref().map_or(at, |q| q.end);
        let known = (start < end).then(|| self.item(start)).flatten().map(|(n, item)| (n, item.clone()));
        // "20 truk beras": what holds the thing counts it.
        let inside = known.is_some() && self.packs(start) && start + 1 < end;
        let inside = inside.then(|| self.item(start + 1)).flatten().map(|(n, item)| (n, item.clone()));
        let inside = inside.filter(|(_, item)| item.category.is_some());
        let (quantity, start, known) = match inside {
            Some(inside) => (quantity.map(|q| q.start..start + 1), start + 1, Some(inside)),
            None => (quantity, start, known),
        };
        // "mengirim buah": a counting word without a number is the thing itself.
        let counts = quantity.clone().is_some_and(|q| self.amount(q).is_some());
        let bare = (known.is_none() && !counts).then(|| self.item(at)).flatten().map(|(n, item)| (n, item.clone()));
        let (quantity, start) = if bare.is_some() { (None, at) } else { (quantity, start) };
        (quantity, start, known.or(bare))
    }

    /// What `amount` counts, where no table knows it: "20 [gitar]", goods. Nothing that is only done or told ("dua alasan").
    pub(super) fn counted_thing(&self, amount: &Range<usize>, end: usize) -> Option<Hit> {
        let (document, at) = (self.document, amount.end);
        let quantity = self.amount(amount.clone())?;
        let word = document.lower(at);
        let abstraction = ["an", "si", "tas", "isme", "ika"].iter().any(|tail| word.ends_with(tail));
        let number = |i: usize| {
            let cardinal =
                ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebuah"];
            document.kind(i) == TokenKind::Number || cardinal.contains(&document.lower(i))
        };
        let counted = amount.clone().any(number) && !amount.clone().any(|i| self.money(i));
        let thing = at < end
            && document.tag(at) == Upos::Noun
            && !document.capital(at)
            && !abstraction
            && !self.verbal(at)
            && self.particle(at, Particle::Uncounted) == 0
            && self.tables.items.longest(document, at).is_none()
            && self.party(at).is_none()
            && !self.actors.group_noun(at);
        let (tokens, row) = (at..at + 1, Some(THINGS.to_owned()));
        let (category, quantity, of) = (Category::Goods, Some(quantity), Vec::new());
        (thing && counted).then_some(Hit { tokens, category, row, quantity, of, owned_by_giver: true })
    }

    /// The same at token `at`, where somebody is named behind it who gives or gets it, or the sort of it before it.
    fn passing_thing(&self, at: usize, amount: &Range<usize>, end: usize) -> Option<Hit> {
        let sides = |i: usize| [Particle::To, Particle::From].iter().any(|sort| self.particle(i, *sort) > 0);
        let goal = (amount.end + 1..end.min(amount.end + GOAL)).find(|&i| self.ends_clause(i) || sides(i));
        let told = goal.is_some_and(|i| !self.ends_clause(i)) || at > 0 && self.particle(at - 1, Particle::Shape) > 0;
        self.counted_thing(amount, end).filter(|_| told && !self.listed(at))
    }

    pub(super) fn item_here(&mut self, at: usize, end: usize, slots: &mut Slots, strange: bool) -> Option<usize> {
        let (quantity, start, known) = self.counted_item(at, end);
        let Some((n, item)) = known else {
            let amount = quantity?;
            if let Some(hit) = self.passing_thing(at, &amount, end).filter(|_| !strange) {
                let next = hit.tokens.end;
                slots.items.push(hit);
                return Some(next);
            }
            let money = amount.clone().any(|i| self.money(i));
            if money && !strange && slots.items.is_empty() {
                let hit = Hit {
                    tokens: self.amount(amount.clone()).unwrap_or(amount.clone()),
                    category: Category::Money,
                    row: None,
                    quantity: self.amount(amount.clone()),
                    of: Vec::new(),
                    owned_by_giver: false,
                };
                slots.items.push(hit);
            } else if let Some(last) = slots.items.last_mut() {
                // "beras ke Peru dalam dua hari": what stands apart counts the item only where a word says so.
                // "tank Leopard 2": a number behind a name is that of the make.
                let make = amount.len() == 1 && self.document.capital(amount.start - 1);
                let beside = amount.start == last.tokens.end && !make;
                let beside = beside || money || self.particle(amount.start, Particle::Sum) > 0;
                let own = last.quantity.take();
                last.quantity = own.or_else(|| self.amount(amount.clone()).filter(|_| beside));
            }
            return Some(amount.end);
        };
        let mut next = start + n;
        let modifies = quantity.is_none() && slots.items.last().is_some_and(|last| last.tokens.end == start);
        // "pinjaman sebesar dua juta dolar", "beras sebanyak 20 paket": the sum says how much of it.
        let packs = |q: &Range<usize>| q.len() > 1 && self.particle(q.start, Particle::Sum) > 0 && self.packs(start);
        let told = |q: &Range<usize>| item.id == MONEY_UNIT || packs(q);
        let sum = quantity.clone().filter(|q| told(q) && !self.listed(q.start));
        if let Some((last, sum)) = slots.items.last_mut().zip(sum) {
            let start = last.quantity.as_ref().map_or(sum.start, |q| q.start.min(sum.start));
            last.quantity = self.amount(start..next);
            return Some(next);
        }
        // "bantuan pompa air": the thing itself follows the word for aid.
        let modifies = modifies && !(item.category.is_some() && slots.items.last().is_some_and(|h| self.for_aid(h)));
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
                quantity: quantity.and_then(|q| self.amount(q)),
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

/// Whether a sign of money stands at token `i`: "Rp", alone or with its number, or the letters before "$".
fn currency(document: &Document<'_>, i: usize) -> bool {
    let word = document.lower(i);
    let sums = word.strip_prefix("rp").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    sums || matches!(word, "rp" | "us$" | "usd" | "idr") || before_dollar(document, i)
}

/// "US" in "US$", "NT" in "NT$": letters written to the sign of a currency.
pub(super) fn before_dollar(document: &Document<'_>, i: usize) -> bool {
    let glued = || document.span_of(&(i..i + 1)).end == document.span_of(&(i + 1..i + 2)).start;
    document.word(i)
        && document.written(i).len() <= 3
        && i + 1 < document.len()
        && document.lower(i + 1) == "$"
        && glued()
}
