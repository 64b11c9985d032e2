//! Verbs of passing: who gives and who receives by voice and applicative.

use super::frames::{Cast, Site, first_of, owner};
use super::scan::{Hit, REACH, Scan, Slots};
use super::tables::{Frame, Particle};
use crate::extract::{ActorId, ActorKind, Category, StanceValue};
use std::ops::Range;

impl Scan<'_> {
    /// A verb whose subject gives, takes, frees or brings its object.
    pub(super) fn active(&mut self, site: &Site) -> Cast {
        let (trigger, start) = (site.trigger.start, site.tokens.start);
        // "menerima pengiriman beras": the noun only says how it came.
        let noun = self.passing(site.trigger.end).filter(|(_, _, row)| row.frame == Frame::SupplyNoun);
        let noun = noun.filter(|_| site.frame == Frame::Take && site.value == StanceValue::Asserted);
        let noun = noun.filter(|_| self.item(site.trigger.end).is_none());
        let after = site.trigger.end + noun.map_or(0, |(n, _, _)| n);
        let mut right = self.right(after, site.tokens.end);
        if right.items.is_empty() && matches!(site.frame, Frame::Free | Frame::Give) {
            right.items.extend(self.people_at(site, !right.to.is_empty()));
        }
        let (end, pointed) = (right.end, right.pointed);
        let cast = |giver, recipient, items| Cast { giver, recipient, items, pointed, acted: false, end };
        let mut subject = self.subject(trigger, start);
        if right.items.is_empty() {
            right.items = self.object_before(trigger, start);
        }
        self.clitic(site, &mut right, &subject);
        match site.frame {
            Frame::Take => {
                let own = owner(&right.items, |a| self.actors.kind(a));
                // "meminta rudal kepada Peru": who is asked is to give.
                let asks = matches!(site.value, StanceValue::Sought | StanceValue::Planned);
                // "meminta beras untuk korban": for whom it is asked is to have it.
                let (asked, helped) = match right.benefits {
                    _ if !asks => (Vec::new(), Vec::new()),
                    true => (Vec::new(), right.to),
                    false => (right.to, Vec::new()),
                };
                let first = self.fronted_from(start, trigger);
                cast(first_of([right.from, own, asked, first]), first_of([helped, subject]), right.items)
            }
            Frame::Thank => {
                let near = site.trigger.end..site.tokens.end.min(site.trigger.end + REACH);
                let what = near.into_iter().find(|&i| self.document.lower(i) == "atas");
                // "atas bantuan Peru untuk korban": who is thanked stands before it.
                let thanked = self.fill(site.trigger.end, what.unwrap_or(site.tokens.end)).to;
                let Slots { items, to, .. } = what.map(|i| self.right(i + 1, site.tokens.end)).unwrap_or_default();
                let own = owner(&items, |a| self.actors.kind(a));
                cast(first_of([thanked, own]), first_of([to, subject]), items)
            }
            Frame::Bring => {
                let body = |a: &ActorId| matches!(self.actors.kind(*a), ActorKind::Country | ActorKind::Organisation);
                let giver = if subject.iter().all(body) { subject } else { Vec::new() };
                cast(giver, first_of([right.to, self.heading(trigger, start)]), right.items)
            }
            _ if site.implied == Some(Category::People) => cast(subject, right.to, right.items),
            frame => {
                let of_captives = self.home_of_captives(&right.items, frame, &subject);
                let ditransitive = !right.items.is_empty() || site.implied.is_some();
                let funded = site.implied == Some(Category::Money) && right.bare.is_empty();
                // "mendanai milisi": a party that nothing but its noun names.
                let made = if funded { self.parties_from(site.trigger.end, true).0 } else { Vec::new() };
                let object = if ditransitive { first_of([right.bare, made]) } else { Vec::new() };
                let whose = self.given_back(&site.trigger, &right.items);
                let recipient = first_of([right.to, object, of_captives, right.with, right.helped, whose]);
                subject = first_of([self.origin(&right.from, trigger, start), subject]);
                match self.helping(trigger, start).filter(|_| recipient.is_empty()) {
                    Some((helper, helped)) => cast(helper, helped, right.items),
                    None => cast(subject, recipient, right.items),
                }
            }
        }
    }

    /// "memberikan vaksin kepada Peru dan [kapal kepada Chile]": what the verb gives, and what it gives to others beside.
    pub(super) fn gapped(&mut self, site: &Site) -> Vec<Cast> {
        let mut casts = vec![self.active(site)];
        while let Some(at) = casts.last().map(|cast| cast.end).and_then(|end| self.next_pair(end, site.tokens.end)) {
            let Slots { items, to, end, pointed, .. } = self.right(at, site.tokens.end);
            let giver = casts[0].giver.clone();
            if items.is_empty() || to.is_empty() {
                break;
            }
            casts.push(Cast { giver, recipient: to, items, pointed, acted: false, end });
        }
        casts
    }

    /// Behind "dan" or a comma at `at`, where an item with a recipient of its own follows.
    fn next_pair(&self, at: usize, end: usize) -> Option<usize> {
        let mut next = at;
        while next < end && (self.is_comma(next) || self.particle(next, Particle::And) > 0) {
            next += self.particle(next, Particle::And).max(1);
        }
        (next > at && self.own_goal(next, end)).then_some(next)
    }

    /// Whether an item stands at `at` with "kepada" and the like right behind it.
    pub(super) fn own_goal(&self, at: usize, end: usize) -> bool {
        let item = self.quantity(at, end).map_or(at, |q| q.end);
        let Some((n, _)) = self.item(item) else { return false };
        let behind = (item + n..end.min(item + n + 3)).find(|&i| self.particle(i, Particle::To) > 0);
        behind
            .is_some_and(|to| (item + n..to).all(|i| self.document.word(i) && !self.ends_clause(i) && !self.verbal(i)))
    }

    /// What "-nya" at an active verb means: the item, if nothing but a preposition follows, or else who receives.
    fn clitic(&mut self, site: &Site, right: &mut Slots, subject: &[ActorId]) {
        let (trigger, start) = (site.trigger.start, site.tokens.start);
        let told = site.frame == Frame::Give || site.frame == Frame::Take && !right.from.is_empty();
        if !told || !self.points_back(&site.trigger) {
            return;
        }
        let after = site.trigger.end + usize::from(self.document.lower(site.trigger.end) == "nya");
        let sorts = [Particle::To, Particle::From, Particle::And, Particle::Stop, Particle::Oblique];
        let bare = !self.document.word(after) || sorts.iter().any(|sort| self.particle(after, *sort) > 0);
        if right.items.is_empty() && bare {
            let party = right.to.iter().any(|a| self.actors.kind(*a) != ActorKind::Place);
            let meant = self.last_item(trigger, start);
            right.items = meant.filter(|h| h.category != Category::People || party).into_iter().collect();
        } else if !right.items.is_empty() && right.bare.is_empty() && right.to.is_empty() {
            right.bare = self.meant_before(trigger, start, subject);
        }
    }

    /// "[Uang itu] sudah saya terima": what passes, where a pronoun stands right before a verb without a prefix.
    fn object_before(&mut self, trigger: usize, start: usize) -> Vec<Hit> {
        let pronoun = trigger.checked_sub(1).filter(|&i| i > start);
        let agent = |i: usize| {
            matches!(self.document.lower(i), "saya" | "aku" | "kami" | "kita" | "ia" | "dia" | "mereka" | "beliau")
        };
        let bare = !self.document.lower(trigger).starts_with("me");
        let Some(pronoun) = pronoun.filter(|&i| bare && agent(i)) else { return Vec::new() };
        self.items_before(self.before_helpers(pronoun, start), start)
    }

    /// "Dari tangan [Ana Ruiz], polisi menyita": who is named behind "dari" at the head of the sentence from `start`.
    fn fronted_from(&mut self, start: usize, trigger: usize) -> Vec<ActorId> {
        if self.document.lower(start) != "dari" {
            return Vec::new();
        }
        let place = matches!(self.document.lower(start + 1), "tangan" | "rumah" | "kediaman" | "kantor" | "mobil");
        let (found, end) = self.parties_from(start + 1 + usize::from(place), false);
        if end < trigger && self.is_comma(end) { found } else { Vec::new() }
    }

    /// A verb whose subject is what passes, or who receives it where what passes follows.
    pub(super) fn passive(&mut self, site: &Site) -> Cast {
        let (trigger, start) = (site.trigger.start, site.tokens.start);
        let right = self.right(site.trigger.end, site.tokens.end);
        let left = self.items_before(trigger, start);
        let (end, pointed) = (right.end, right.pointed);
        let cast = |giver, recipient, items| Cast { giver, recipient, items, pointed, acted: false, end };
        let people = site.implied == Some(Category::People);
        match site.frame {
            Frame::Flow => {
                // "memegang senapan dan memasuki gedung": what another verb has does not come.
                let mut left = left;
                left.retain(|h| {
                    let begin = h.quantity.as_ref().map_or(h.tokens.start, |q| q.start);
                    // "tidak mengizinkan beras masuk": who lets it come has nothing.
                    let lets = |i: usize| self.tables.modality.longest(self.document, i).is_some();
                    begin.checked_sub(1).is_none_or(|i| !self.verbal(i) || lets(i))
                });
                let own = owner(&left, |a| self.actors.kind(a));
                cast(first_of([right.from, own]), first_of([right.to, right.bare]), left)
            }
            Frame::Taken => {
                // "jam itu dibeli dengan uang dari Peru": what it was bought with is from there.
                let price = !left.is_empty() && right.items.iter().any(|h| h.category == Category::Money);
                let right = Slots { from: if price { Vec::new() } else { right.from.clone() }, ..right };
                let items = if left.is_empty() { right.items } else { left };
                let own = owner(&items, |a| self.actors.kind(a));
                // "gandum Peru didatangkan dari Chile"
                let home = if right.from.is_empty() { Vec::new() } else { own.clone() };
                cast(first_of([right.from, own]), first_of([right.by, right.bare, home]), items)
            }
            _ if people => cast(first_of([right.by, right.from]), right.to, left),
            _ if left.is_empty() && (!right.items.is_empty() || site.implied.is_some()) => {
                // "mengatakan telah disalurkan beras kepada warga": not to whoever says it.
                let subject = self.subject(trigger, start);
                let recipient = first_of(if right.benefits { [subject, right.to] } else { [right.to, subject] });
                cast(first_of([right.by, right.bare, right.from]), recipient, right.items)
            }
            frame => {
                let (own, having) = (owner(&left, |a| self.actors.kind(a)), self.having(&left, trigger, start));
                // "dibebaskan dari penjara Lima": whence is not by whom.
                let mut from = right.from;
                from.retain(|a| frame != Frame::Freed || self.actors.kind(*a) != ActorKind::Place);
                let whose = self.given_back(&site.trigger, &left);
                let own = if whose.is_empty() { own } else { Vec::new() };
                // "Peru membantah sapi yang dikirimnya sakit"
                let begin = left.first().map(|h| h.quantity.as_ref().map_or(h.tokens.start, |q| q.start));
                let begin = begin.filter(|_| self.points_back(&site.trigger));
                let itself = begin.map(|i| self.subject(i, start)).unwrap_or_default();
                let giver = first_of([right.by, right.bare, from, own, having, itself]);
                let of_captives = self.home_of_captives(&left, frame, &giver);
                cast(giver, first_of([right.to, of_captives, right.with, right.helped, whose]), left)
            }
        }
    }

    /// Whose the items are, where the word of passing gives them back.
    pub(super) fn given_back(&self, trigger: &Range<usize>, items: &[Hit]) -> Vec<ActorId> {
        if self.particle(trigger.start, Particle::Back) == 0 {
            Vec::new()
        } else {
            owner(items, |a| self.actors.kind(a))
        }
    }

    /// Who helps whom by the word of passing ("membantu warga dengan memberikan beras").
    fn helping(&mut self, trigger: usize, start: usize) -> Option<(Vec<ActorId>, Vec<ActorId>)> {
        let with = trigger.checked_sub(1).filter(|&i| self.document.lower(i) == "dengan")?;
        let verb = (start.max(with.saturating_sub(12))..with).rev().find(|&i| self.particle(i, Particle::Help) > 0)?;
        let (helped, _) = self.parties_from(verb + 1, true);
        (!helped.is_empty()).then(|| (self.subject(verb, start), helped))
    }

    /// Whither the sentence says that the bringer goes, before the word of passing ("bertolak ke X dengan membawa").
    fn heading(&mut self, trigger: usize, start: usize) -> Vec<ActorId> {
        let to = (start.max(trigger.saturating_sub(10))..trigger).rev().find(|&i| self.document.lower(i) == "ke");
        to.map(|i| self.parties_from(i + 1, false).0).unwrap_or_default()
    }

    /// Who has or prepares the items that a passive clause after "yang" speaks of.
    fn having(&mut self, items: &[Hit], trigger: usize, start: usize) -> Vec<ActorId> {
        let Some(first) = items.first() else { return Vec::new() };
        let begin = first.quantity.as_ref().map_or(first.tokens.start, |q| q.start);
        let relative = (trigger.saturating_sub(3)..trigger).any(|i| self.document.lower(i) == "yang");
        let verb = begin.checked_sub(1).filter(|_| relative);
        let said = |i: &usize| self.said_from.iter().any(|from| (i + 1..=begin).contains(from));
        let verb = verb.filter(|i| !said(i));
        let verb = verb.filter(|&i| i > start && (self.verbal(i) || self.particle(i, Particle::Carry) > 0));
        verb.map(|i| self.subject(i, start)).unwrap_or_default()
    }
}
