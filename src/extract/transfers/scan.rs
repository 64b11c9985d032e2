//! Reading the phrases around a word of passing: items, amounts and parties, to the right and to the left.

use super::tables::{Item, Particle, Passing, Tables};
use super::{Actors, Party};
use crate::extract::{ActorId, ActorKind, Category};
use crate::language::{Document, Shape};
use crate::segment::TokenKind;
use std::ops::Range;

/// How far from a word of passing its phrases are looked for, in tokens.
pub(super) const REACH: usize = 30;

/// The row of the words for aid of whatever sort.
pub(super) const GENERIC: &str = "item.bantuan";

/// An item as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) tokens: Range<usize>,
    pub(super) category: Category,
    /// The row that names it; none for a bare sum of money.
    pub(super) row: Option<String>,
    pub(super) quantity: Option<Range<usize>>,
    /// Who is named right after it.
    pub(super) of: Vec<ActorId>,
    pub(super) owned_by_giver: bool,
}

/// What stands to the right of a word of passing.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    pub(super) items: Vec<Hit>,
    /// Parties with no preposition before the first item.
    pub(super) bare: Vec<ActorId>,
    pub(super) to: Vec<ActorId>,
    /// Whether "untuk" or "bagi" stands before them.
    pub(super) benefits: bool,
    pub(super) from: Vec<ActorId>,
    pub(super) by: Vec<ActorId>,
    /// After "dengan": the other side of a deal.
    pub(super) with: Vec<ActorId>,
    /// Whom it is meant to help ("untuk membantu Rusia").
    pub(super) helped: Vec<ActorId>,
    /// Whether "itu", "tersebut" ends the phrase.
    pub(super) pointed: bool,
    /// The token after the last one read.
    pub(super) end: usize,
}

/// A view of one article for scanning.
pub(super) struct Scan<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) tables: &'a Tables,
    pub(super) parties: &'a [Party],
    pub(super) actors: &'a mut dyn Actors,
    /// The first token of what each statement says.
    pub(super) said_from: &'a [usize],
}

impl Scan<'_> {
    /// Length of the longest phrase of `sort` at token `i`; 0 where there is none.
    pub(super) fn particle(&self, i: usize, sort: Particle) -> usize {
        let books = self.tables.particles.iter().filter(|(s, _)| *s == sort);
        books.filter_map(|(_, book)| book.longest(self.document, i)).map(|(n, ())| n).max().unwrap_or(0)
    }

    /// The word of passing at token `i`: its length, the index of its row, and the row.
    pub(super) fn passing(&self, i: usize) -> Option<(usize, usize, &Passing)> {
        let (n, row) = self.tables.passing.longest(self.document, i)?;
        Some((n, *row, self.tables.rows.get(*row)?))
    }

    /// The item at token `i`. A capital within a sentence makes the word part of a name ("Kantor Berita Buruh").
    pub(super) fn item(&self, i: usize) -> Option<(usize, &Item)> {
        let (n, item) = self.tables.items.longest(self.document, i)?;
        let opens =
            i == self.document.sentence_tokens(i).start || (i > 0 && self.document.kind(i - 1) == TokenKind::QuoteOpen);
        let named = self.document.shape(i) == Shape::Capital && !opens;
        (item.name || !named).then_some((n, item))
    }

    /// The longest party phrase that begins at token `i`.
    pub(super) fn party(&self, i: usize) -> Option<&Party> {
        let from = self.parties.partition_point(|p| p.tokens.start < i);
        self.parties[from..].iter().take_while(|p| p.tokens.start == i).max_by_key(|p| p.tokens.end)
    }

    /// The longest party phrase that ends before token `end`, at its last token.
    pub(super) fn party_ending(&self, end: usize) -> Option<&Party> {
        let to = self.parties.partition_point(|p| p.tokens.start < end);
        let near = self.parties[..to].iter().rev().take(12);
        near.filter(|p| p.tokens.end == end).min_by_key(|p| p.tokens.start)
    }

    pub(super) fn is_comma(&self, i: usize) -> bool {
        self.document.lower(i) == ","
    }

    /// Whether a clause ends at token `i`.
    pub(super) fn ends_clause(&self, i: usize) -> bool {
        match self.document.kind(i) {
            TokenKind::Mark => !matches!(self.document.lower(i), "," | "(" | ")" | "-" | "/" | "%" | "$" | "€" | "."),
            TokenKind::QuoteClose => true,
            // "persetujuan sementara": after a noun it is an adjective. "uang itu lalu diserahkan": the clause goes on.
            TokenKind::Word if matches!(self.document.lower(i), "sementara" | "lalu" | "kemudian") => {
                !(i > 0 && self.document.word(i - 1))
            }
            TokenKind::Word => self.particle(i, Particle::Stop) > 0,
            _ => false,
        }
    }

    pub(super) fn fill(&mut self, start: usize, end: usize) -> Slots {
        let end = end.min(start + REACH);
        let mut slots = Slots { end: start, ..Slots::default() };
        let (mut at, mut strange) = (start, false);
        while at < end {
            let before = at;
            if let Some(next) = self.preposition(at, end, &mut slots) {
                // "dari aset yang dibekukan": what it comes from does not pass itself.
                strange |= self.document.lower(at) == "dari" && slots.from.is_empty();
                at = next;
            } else if self.begins_purpose(at) {
                slots.helped = self.helped(at, end);
                break;
            } else if self.closes_inner_quote(at, start) {
                at += 1;
            } else if self.ends_clause(at) || self.starts_verb(at, &slots) {
                break;
            } else if let Some(next) = self.item_here(at, end, &mut slots, strange) {
                // "pembangunan instalasi air limbah": what is no item by what stands before it makes none of the next.
                (at, strange) = (next, strange && slots.items.is_empty());
            } else if let Some(next) = self.bare_party(at, &mut slots) {
                at = next;
            } else if self.is_comma(at) || self.particle(at, Particle::And) > 0 {
                let Some(next) = self.list_goes_on(at, end, &slots) else { break };
                (at, strange) = (next, false);
            } else if self.particle(at, Particle::With) > 0 {
                // "satu kereta berisi kuda": what holds the thing does not pass itself.
                if self.document.lower(at) == "berisi" {
                    slots.items.clear();
                }
                at += self.particle(at, Particle::With);
                strange = false;
                let (found, next) = self.parties_from(at, false);
                if !found.is_empty() {
                    if self.document.lower(before) == "dengan" {
                        slots.with = found;
                    }
                    at = next;
                }
            } else if self.particle(at, Particle::Pointer) > 0 {
                at += self.particle(at, Particle::Pointer);
                slots.pointed = true;
            } else if self.document.lower(at) == "yang" && slots.items.is_empty() && slots.bare.is_empty() {
                break;
            } else if self.document.lower(at) == "yang" && self.helps_soon(at) {
                slots.helped = self.helped(at, end);
                break;
            } else {
                strange |= self.document.kind(at) == TokenKind::Word && self.particle(at, Particle::Aux) == 0;
                at += 1;
            }
            slots.end = at.max(before + 1);
        }
        slots
    }

    /// A quotation mark that closes what was opened at the word of passing itself ("melakukan ‘transaksi senjata’").
    fn closes_inner_quote(&self, i: usize, start: usize) -> bool {
        let opened = |k: usize| self.document.kind(k) == TokenKind::QuoteOpen;
        self.document.kind(i) == TokenKind::QuoteClose && (start.saturating_sub(2)..i).any(opened)
    }

    /// "untuk", "guna" before a verb.
    pub(super) fn begins_purpose(&self, i: usize) -> bool {
        matches!(self.document.lower(i), "untuk" | "guna" | "demi" | "buat" | "bagi")
    }

    /// "yang akan membantu X".
    fn helps_soon(&self, i: usize) -> bool {
        let helper = |k: usize| self.particle(k, Particle::Aux) > 0;
        let verb = (i + 1..i + 6).find(|&k| !helper(k));
        verb.is_some_and(|k| self.particle(k, Particle::Help) > 0)
    }

    /// Whom the purpose that begins at token `i` is to help.
    pub(super) fn helped(&mut self, i: usize, end: usize) -> Vec<ActorId> {
        let help = (i + 1..end.min(i + 8)).find(|&k| self.particle(k, Particle::Help) > 0);
        let Some(help) = help else { return Vec::new() };
        let against = |k: usize| matches!(self.document.lower(k), "melawan" | "terhadap" | "menyerang" | "," | "dari");
        let near = (help + 1..end.min(help + 10)).take_while(|&k| !against(k)).find(|&k| self.party(k).is_some());
        near.map(|k| self.parties_from(k, false).0).unwrap_or_default()
    }

    /// A verb that is no item begins another clause, once something has been read.
    fn starts_verb(&self, i: usize, slots: &Slots) -> bool {
        let filled = !slots.items.is_empty() || !slots.to.is_empty() || !slots.bare.is_empty();
        let relative = i > 0 && self.document.lower(i - 1) == "yang";
        filled && !relative && self.verbal(i) && !self.describes(i, slots)
    }

    /// Whether a verb right after an item has nothing of its own ("senjata mematikan ke Peru").
    fn describes(&self, i: usize, slots: &Slots) -> bool {
        let active = self.document.lower(i).starts_with("me");
        let beside = slots.items.last().is_some_and(|last| last.tokens.end == i);
        let bare = self.ends_clause(i + 1)
            || self.document.kind(i + 1) == TokenKind::Mark
            || [Particle::To, Particle::From, Particle::By].iter().any(|sort| self.particle(i + 1, *sort) > 0);
        active && beside && bare
    }

    /// Whether the word at token `i` looks like a verb and is none of the words of this room.
    pub(super) fn verbal(&self, i: usize) -> bool {
        let word = self.document.lower(i);
        let shaped =
            ["meng", "meny", "mem", "men", "di", "ter"].iter().any(|prefix| word.starts_with(prefix)) && word.len() > 5;
        let closed =
            [Particle::Measure, Particle::With, Particle::Quantity, Particle::Aux, Particle::Stop, Particle::Oblique];
        shaped
            && word != "menerus"
            && !self.document.capital(i)
            && self.item(i).is_none()
            && closed.iter().all(|sort| self.particle(i, *sort) == 0)
    }

    fn bare_party(&mut self, at: usize, slots: &mut Slots) -> Option<usize> {
        let (found, next) = self.parties_from(at, false);
        if found.is_empty() || self.particle_ending(at, Particle::Oblique) {
            return (!found.is_empty()).then_some(next);
        }
        if let Some(last) = slots.items.last_mut() {
            if last.of.is_empty() && at <= last.tokens.end + 2 {
                last.of = found;
            }
        } else {
            slots.bare.extend(found);
        }
        Some(next)
    }

    /// Parties after "ke", "dari", "oleh" and the like.
    fn preposition(&mut self, at: usize, end: usize, slots: &mut Slots) -> Option<usize> {
        let known = [Particle::To, Particle::From, Particle::By].into_iter().find(|s| self.particle(at, *s) > 0);
        // "pada" also opens a time or a place: it counts before a known party alone.
        let loose = self.document.lower(at) == "pada" && self.party(at + 1).is_some() && slots.to.is_empty();
        let sort = known.or(loose.then_some(Particle::To))?;
        let after = at + self.particle(at, sort).max(1);
        if after >= end {
            return None;
        }
        let (mut found, mut next) = self.parties_from(after, true);
        if found.is_empty() && sort != Particle::By {
            // "untuk pertahanan udara Ukraina", "dari rumah Budi": the party that a noun or two belong to.
            let plain = |i: usize| self.document.word(i) && !self.verbal(i) && self.particle(i, Particle::Oblique) == 0;
            let skipped = (after..end.min(after + 3)).take_while(|&i| plain(i)).find(|&i| self.party(i + 1).is_some());
            if let Some(i) = skipped {
                (found, next) = self.parties_from(i + 1, false);
            }
        }
        // "ke dua negara, yakni Peru dan Chile"
        if self.is_comma(next) && matches!(self.document.lower(next + 1), "yakni" | "yaitu") {
            let (listed, end) = self.parties_from(next + 2, false);
            if !listed.is_empty() {
                (found, next) = (listed, end);
            }
        }
        // "ke sekutunya, seperti Peru dan Chile", "ke beberapa negara termasuk Peru"
        let examples = next + usize::from(self.is_comma(next));
        if !found.is_empty() && matches!(self.document.lower(examples), "seperti" | "termasuk") {
            let (listed, end) = self.parties_from(examples + 1, false);
            if !listed.is_empty() && found.iter().all(|a| self.actors.kind(*a) == ActorKind::Group) {
                (found, next) = (listed, end);
            }
        }
        if found.is_empty() {
            let purpose = sort == Particle::To && self.document.lower(at) != "ke";
            return (!purpose).then_some(after);
        }
        let slot = match sort {
            Particle::To => {
                slots.benefits |= slots.to.is_empty() && matches!(self.document.lower(at), "untuk" | "bagi" | "buat");
                &mut slots.to
            }
            Particle::From => &mut slots.from,
            _ => &mut slots.by,
        };
        if slot.is_empty() {
            slot.extend(found);
        }
        Some(next)
    }

    /// After a comma or "dan": where the list goes on, if another item or party of it follows.
    fn list_goes_on(&self, at: usize, end: usize, slots: &Slots) -> Option<usize> {
        let mut next = at;
        while next < end && (self.is_comma(next) || self.particle(next, Particle::And) > 0) {
            next += self.particle(next, Particle::And).max(1);
        }
        let amount = self.quantity(next, end).map_or(next, |q| q.end);
        let item = self.item(amount).is_some_and(|(_, item)| item.category.is_some());
        // "vaksin kepada Peru dan kapal kepada Chile"
        if !slots.to.is_empty() && self.own_goal(next, end) {
            return None;
        }
        let inserted = self.particle(next, Particle::With) > 0;
        let goal = slots.to.is_empty() && self.particle(next, Particle::To) > 0;
        // "kuda, dan kereta berikutnya akan membawa obat": the next noun is the subject of another clause.
        let length = self.item(amount).map_or(1, |(n, _)| n);
        let subject = (amount + length..end.min(amount + length + 3)).take_while(|&i| self.document.word(i)).any(|i| {
            matches!(self.document.lower(i), "akan" | "telah" | "sudah" | "bakal" | "tidak") || self.verbal(i)
        });
        ((item && !subject && !slots.items.is_empty()) || inserted || goal).then_some(next)
    }
}
