//! The parties around a word of passing, listed after a preposition or named beside it.

use super::Party;
use super::scan::Scan;
use super::tables::Particle;
use crate::extract::{ActorId, ActorKind};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

impl Scan<'_> {
    /// Parties listed from token `i` on ("Hizbullah, Hamas, dan Iran"); with `make`, a place or group that is nobody
    /// yet becomes an actor.
    pub(super) fn parties_from(&mut self, i: usize, make: bool) -> (Vec<ActorId>, usize) {
        let (mut found, mut end) = (Vec::new(), i);
        let mut at = i;
        // Where the first comma of the list stands; without "dan" after it, it begins something else.
        let (mut comma, mut closed) = (None, false);
        while let Some((actor, next)) = self.one_party(at, make && found.is_empty()) {
            if !found.contains(&actor) {
                found.push(actor);
            }
            end = next;
            at = next;
            while self.is_comma(at) || self.joins(at) {
                if self.is_comma(at) {
                    // "dari Peru dan Chile, Presiden Ana Ruiz mengecam": the list has ended.
                    if closed {
                        break;
                    }
                    comma.get_or_insert((found.len(), end));
                }
                closed |= self.particle(at, Particle::And) > 0;
                at += self.particle(at, Particle::And).max(1);
            }
            if at == next {
                break;
            }
        }
        if let Some((count, before)) = comma.filter(|_| !closed) {
            let group = |a: &ActorId| self.actors.kind(*a) == ActorKind::Group;
            let unnamed = self.particle(i, Particle::Vague) > 0;
            match found[..] {
                // "dengan gerakan di Lima, Serikat Tani": the name says who the group is.
                // "dari negara-negara sahabat, Ana Ruiz tiba": another clause begins.
                [first, second] if unnamed && group(&first) && !group(&second) && self.closes(end) => {
                    found = vec![second];
                }
                _ => {
                    found.truncate(count);
                    end = before;
                }
            }
        }
        (found, end)
    }

    /// Whether the word at token `i` joins parties: "dan", but "juga" only before one.
    fn joins(&self, i: usize) -> bool {
        self.particle(i, Particle::And) > 0 && (self.document.lower(i) != "juga" || self.party(i + 1).is_some())
    }

    /// Whether a mark or a preposition, and no predicate, stands at token `i`.
    fn closes(&self, i: usize) -> bool {
        !self.document.word(i) || self.particle(i, Particle::Oblique) > 0 || self.particle(i, Particle::Stop) > 0
    }

    fn one_party(&mut self, i: usize, make: bool) -> Option<(ActorId, usize)> {
        self.named(i, make).or_else(|| if make { self.make_party(i) } else { None })
    }

    /// One party that is named: titles (and places, with `places`) are read over, and of names in a row ("pemimpin Korea
    /// Utara Kim Jong Un") the last counts.
    pub(super) fn named(&self, i: usize, places: bool) -> Option<(ActorId, usize)> {
        let mut at = i;
        while self.party(at).is_none() && at < i + 4 {
            let step =
                self.particle(at, Particle::Title).max(if places { self.particle(at, Particle::Place) } else { 0 });
            if step == 0 {
                break;
            }
            at += step;
        }
        let first = self.party(at)?;
        let (mut actor, mut end) = (self.meant(first), first.tokens.end);
        while let Some(next) = self.party(end) {
            (actor, end) = (self.meant(next), next.tokens.end);
        }
        Some((actor, end + self.particle(end, Particle::Pointer)))
    }

    /// Whether nothing but a word for any party of its sort names an actor ("militer", "bank").
    pub(super) fn vague(&self, actor: ActorId) -> bool {
        let mut phrases =
            self.parties.iter().filter(|party| party.actor == actor).map(|party| &party.tokens).peekable();
        let vague = |tokens: &Range<usize>| {
            let length = self.particle(tokens.start, Particle::Vague);
            length > 0
                && (length == tokens.len()
                    || self.particle(tokens.start + length, Particle::Pointer) + length == tokens.len())
        };
        phrases.peek().is_some() && phrases.all(vague)
    }

    /// A place written with capitals, or a group with what tells it from others.
    fn make_party(&mut self, i: usize) -> Option<(ActorId, usize)> {
        let place = self.particle(i, Particle::Place);
        let mut end = i + place;
        while self.document.word(end) && self.document.capital(end) && !self.currency(end) && end < i + place + 4 {
            end += 1;
        }
        if end > i + place {
            let start =
                if self.document.lower(i) == "jalur" && self.document.lower(i + 1) != "gaza" { i } else { i + place };
            return Some((self.actors.described(start..end, ActorKind::Place), end));
        }
        let mut head = i;
        let number = |k: usize| self.document.kind(k) == TokenKind::Number;
        while (number(head) || self.particle(head, Particle::Quantity) > 0) && head < i + 4 {
            head += self.particle(head, Particle::Quantity).max(1);
        }
        let counted = number(i);
        // "kepada" stands before nobody but people and bodies.
        let receives = i > 0 && self.document.lower(i - 1) == "kepada" && self.document.tag(head) == Upos::Noun;
        if !receives && !self.actors.group_noun(head) {
            return None;
        }
        // "kepada pasukan Ukraina": the country receives.
        let force = self.particle(head, Particle::Force);
        if let Some((country, next)) =
            self.named(head + force, false).filter(|(a, _)| force > 0 && self.actors.kind(*a) == ActorKind::Country)
        {
            return Some((country, next));
        }
        let alone =
            |at: usize| !self.document.word(at) || self.ends_clause(at) || self.particle(at, Particle::Oblique) > 0;
        if self.particle(head, Particle::Captive) > 0 || self.particle(head, Particle::Vague) == 1 && alone(head + 1) {
            return None;
        }
        let mut end = head + 1;
        while self.document.word(end) && end < head + 8 && !self.ends_clause(end) && self.document.lower(end) != "yang"
        {
            let leaves = [Particle::To, Particle::From, Particle::By, Particle::With, Particle::And];
            if leaves.iter().any(|sort| self.particle(end, *sort) > 0) || self.particle(end, Particle::Aux) > 0 {
                break;
            }
            let sum = self.particle(end, Particle::Sum) > 0 || self.currency(end);
            if sum || self.particle(end, Particle::Oblique) > 0 && self.document.lower(end) != "di" {
                break;
            }
            end += 1;
        }
        while end > head + 1 && self.document.lower(end - 1) == "di" {
            end -= 1;
        }
        let from = if counted { head } else { i };
        Some((self.actors.described(from..end, ActorKind::Group), end))
    }

    /// Whom a party phrase stands for: "kami" in the mouth of an official is the country or body.
    pub(super) fn meant(&self, party: &Party) -> ActorId {
        let we = matches!(self.document.lower(party.tokens.start), "kami" | "kita");
        let whole = || self.actors.state_of(party.actor).or_else(|| self.actors.stands_for(party.actor));
        if we { whole().unwrap_or(party.actor) } else { party.actor }
    }

    pub(super) fn particle_ending(&self, end: usize, sort: Particle) -> bool {
        (1..=3).any(|n| end >= n && self.particle(end - n, sort) == n)
    }
}
