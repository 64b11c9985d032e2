//! Captives: swapped, let go, and whose they are.

use super::frames::{Cast, Site};
use super::scan::{Hit, Scan};
use super::tables::{Frame, Particle};
use crate::extract::{ActorId, ActorKind, Category};
use std::collections::BTreeMap;
use std::ops::Range;

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
        if frame == Frame::SwapNoun && with.is_some() && sides.is_empty() {
            let verb = (tokens.start..trigger.start).rev().take(4).find(|&i| self.verbal(i));
            sides = verb.map(|i| self.subject(i, tokens.start)).unwrap_or_default();
        }
        if let Some(at) = between.or(with) {
            sides.extend(self.parties_from(at + 1, false).0);
        }
        // "pertukaran tahanan Peru dan Chile"
        let named = right.items.iter().map(|h| &h.of).find(|of| of.len() == 2).filter(|_| sides.len() < 2);
        sides = named.cloned().unwrap_or(sides);
        if sides.len() == 1 {
            sides.extend(right.from.iter().copied().take(1));
        }
        sides.dedup();
        // "pertukaran sandera dengan tahanan Palestina": what is swapped is no side.
        let known = self.opponents().first().copied().filter(|(a, b)| {
            let foreign = |x: &ActorId| x != a && x != b;
            let state = |x: ActorId| self.actors.kind(x) == ActorKind::Country;
            state(*a) != state(*b) && sides.iter().any(foreign) && !sides.iter().all(|x| foreign(x) && state(*x))
        });
        if let Some((a, b)) = known {
            sides = vec![a, b];
        }
        let sides = match sides.as_slice() {
            &[a, b] => Some((a, b)),
            [] | [_] => self.opponents().into_iter().find(|(a, b)| sides.iter().all(|s| s == a || s == b)),
            _ => None,
        };
        if !captives(&right.items) {
            return Vec::new();
        }
        let Some((a, b)) = sides else {
            return vec![Cast { items: right.items, end: right.end, ..Cast::default() }];
        };
        let side = |giver, recipient, items: &[Hit]| Cast {
            giver: vec![giver],
            recipient: vec![recipient],
            items: items.to_vec(),
            pointed: false,
            acted: false,
            end: right.end,
        };
        if let [first, second] = right.items.as_slice()
            && (first.tokens.end..second.tokens.start).any(|i| self.document.lower(i) == "dengan")
        {
            let holder = self.held_by(first, a, b);
            let holder = holder.or_else(|| self.held_by(second, a, b).map(|x| if x == a { b } else { a }));
            let (a, b) = if holder == Some(b) { (b, a) } else { (a, b) };
            return vec![side(a, b, &right.items[..1]), side(b, a, &right.items[1..])];
        }
        vec![side(a, b, &right.items), side(b, a, &right.items)]
    }

    /// Which of two sides holds captives before a swap, as far as their home or their sort tells it.
    fn held_by(&self, hit: &Hit, a: ActorId, b: ActorId) -> Option<ActorId> {
        let state = |x: ActorId| self.actors.kind(x) == ActorKind::Country;
        let hostages = self.particle(hit.tokens.start, Particle::Hostage) > 0;
        let home = hit.of.first().copied();
        if home == Some(a) || home == Some(b) {
            return Some(if home == Some(a) { b } else { a });
        }
        (state(a) != state(b)).then_some(if state(a) == hostages { b } else { a })
    }

    /// Prisoners who are only called people of some country ("tiga warga Peru yang disandera"), and where they are handed
    /// `over` to somebody all who are named or counted ("menyerahkan [Ana Ruiz] kepada Chile").
    pub(super) fn people_at(&mut self, site: &Site, over: bool) -> Option<Hit> {
        let start = site.trigger.end;
        let handed = over && self.hands_over(&site.trigger);
        let named = self.party(start).filter(|party| handed && self.actors.kind(party.actor) == ActorKind::Person);
        if let Some(tokens) = named.map(|party| party.tokens.clone()) {
            let (row, quantity, of) = (None, None, Vec::new());
            return Some(Hit { tokens, category: Category::People, row, quantity, of, owned_by_giver: false });
        }
        let quantity = self.quantity(start, site.tokens.end);
        let folk = |scan: &Self, i: usize| scan.particle(i, Particle::Folk);
        // "dua orang": the word for people has been read as a measure.
        let at = quantity.as_ref().map_or(start, |q| q.end);
        let at = if folk(self, at) == 0 && at > start { at - 1 } else { at };
        let n = folk(self, at);
        if n == 0 {
            return None;
        }
        let (of, end) = self.parties_from(at + n, false);
        let held = (end..site.tokens.end.min(end + 4))
            .any(|i| self.particle(i, Particle::Hold) > 0 || self.particle(i, Particle::Captive) > 0);
        let counted = quantity.is_some() && (handed || of.iter().any(|a| self.actors.kind(*a) == ActorKind::Country));
        let quantity = quantity.map(|q| q.start..q.end.min(at)).filter(|q| !q.is_empty()).and_then(|q| self.amount(q));
        let (tokens, category) = (at..at + n, Category::People);
        (held || counted).then_some(Hit { tokens, category, row: None, quantity, of, owned_by_giver: false })
    }

    /// "menyerahkan", "memulangkan", "mengekstradisi".
    fn hands_over(&self, trigger: &Range<usize>) -> bool {
        let verb = self.document.lower(trigger.start);
        matches!(verb, "menyerahkan" | "mengekstradisi" | "mendeportasi")
            || self.particle(trigger.start, Particle::Back) > 0
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

    /// Settles who lets captives go and to whom, where the article sets two sides against each other: none but these two,
    /// each to the other. Hostages are held by a group, prisoners by a state, unless the words say it otherwise.
    pub(super) fn settle_captives(&mut self, cast: &mut Cast) {
        if !captives(&cast.items) {
            return;
        }
        let Some((a, b)) = self.opponents().first().copied() else { return };
        let within = |side: &[ActorId]| match side {
            [x] if *x == a || *x == b => Some(*x),
            _ => None,
        };
        let other = |x: ActorId| if x == a { b } else { a };
        let state = |x: ActorId| self.actors.kind(x) == ActorKind::Country;
        let hostages = cast.items.iter().any(|h| self.particle(h.tokens.start, Particle::Hostage) > 0);
        let by_sort = [a, b].into_iter().find(|x| state(*x) != hostages).filter(|x| state(*x) != state(other(*x)));
        let homes = || cast.items.iter().map(|h| h.of.as_slice()).filter(|of| !of.is_empty());
        // Prisoners of other peoples are another story.
        if !hostages && homes().any(|of| of.iter().all(|x| state(*x) && *x != a && *x != b)) && by_sort.is_none() {
            return;
        }
        let told = within(&cast.giver).or_else(|| homes().find_map(within).map(other));
        let told = told.or_else(|| within(&cast.recipient).map(other));
        if let Some(giver) = if hostages { by_sort.or(told) } else { told.or(by_sort) } {
            (cast.giver, cast.recipient) = (vec![giver], vec![other(giver)]);
        }
    }

    /// The state and the body named most where the article speaks of captives.
    fn foremost_sides(&self) -> Option<(ActorId, ActorId)> {
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        for party in self.parties.iter().filter(|p| self.tells_of_captives(p.tokens.start)) {
            *counts.entry(party.actor).or_default() += 1;
        }
        let most = |kind: ActorKind| {
            let of_kind = counts.iter().filter(|(a, n)| self.actors.kind(**a) == kind && **n >= 2);
            of_kind.max_by_key(|(a, n)| (**n, std::cmp::Reverse(**a))).map(|(a, _)| *a)
        };
        most(ActorKind::Country).zip(most(ActorKind::Organisation))
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
        pairs.extend(self.foremost_sides());
        pairs
    }
}

/// Whether captives are among the items: troops can be set free of other things.
fn captives(items: &[Hit]) -> bool {
    items.iter().any(|h| h.category == Category::People && !h.owned_by_giver)
}
