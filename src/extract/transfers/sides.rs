//! The parties around a word of passing: listed after a preposition, or its subject to the left.

use super::Party;
use super::scan::{REACH, Scan};
use super::tables::Particle;
use crate::extract::{ActorId, ActorKind};
use crate::segment::TokenKind;

impl Scan<'_> {
    /// Parties listed from token `i` on ("Hizbullah, Hamas, dan Iran"); with `make`, a place or group that is nobody
    /// yet becomes an actor.
    pub(super) fn parties_from(&mut self, i: usize, make: bool) -> (Vec<ActorId>, usize) {
        let (mut found, mut end) = (Vec::new(), i);
        let mut at = i;
        while let Some((actor, next)) = self.one_party(at, make && found.is_empty()) {
            if !found.contains(&actor) {
                found.push(actor);
            }
            end = next;
            at = next;
            while self.is_comma(at) || self.particle(at, Particle::And) > 0 {
                at += self.particle(at, Particle::And).max(1);
            }
            if at == next {
                break;
            }
        }
        (found, end)
    }

    /// One party: titles and places are read over, and of names in a row ("pemimpin Korea Utara Kim Jong Un") the last counts.
    fn one_party(&mut self, i: usize, make: bool) -> Option<(ActorId, usize)> {
        let mut at = i;
        while self.party(at).is_none() && at < i + 4 {
            let step =
                self.particle(at, Particle::Title).max(if make { self.particle(at, Particle::Place) } else { 0 });
            if step == 0 {
                break;
            }
            at += step;
        }
        let Some(first) = self.party(at) else {
            return if make { self.make_party(i) } else { None };
        };
        let (mut actor, mut end) = (self.meant(first), first.tokens.end);
        while let Some(next) = self.party(end) {
            (actor, end) = (self.meant(next), next.tokens.end);
        }
        Some((actor, end + self.particle(end, Particle::Pointer)))
    }

    /// A place written with capitals, or a group with what tells it from others.
    fn make_party(&mut self, i: usize) -> Option<(ActorId, usize)> {
        let place = self.particle(i, Particle::Place);
        let mut end = i + place;
        while self.document.word(end) && self.document.capital(end) && end < i + place + 4 {
            end += 1;
        }
        if end > i + place {
            let start = if self.document.lower(i) == "jalur" { i } else { i + place };
            return Some((self.actors.described(start..end, ActorKind::Place), end));
        }
        let mut head = i;
        while self.particle(head, Particle::Quantity) > 0 && head < i + 3 {
            head += self.particle(head, Particle::Quantity);
        }
        if !self.actors.group_noun(head) {
            return None;
        }
        let mut end = head + 1;
        while self.document.word(end) && end < head + 8 && !self.ends_clause(end) && self.document.lower(end) != "yang"
        {
            let leaves = [Particle::To, Particle::From, Particle::By, Particle::With, Particle::And];
            if leaves.iter().any(|sort| self.particle(end, *sort) > 0) || self.particle(end, Particle::Aux) > 0 {
                break;
            }
            if self.particle(end, Particle::Oblique) > 0 && self.document.lower(end) != "di" {
                break;
            }
            end += 1;
        }
        while end > head + 1 && self.document.lower(end - 1) == "di" {
            end -= 1;
        }
        Some((self.actors.described(i..end, ActorKind::Group), end))
    }

    /// The parties that are the subject of the word at `trigger`: the nearest phrase to the left, in the sentence from
    /// `start`, that hangs on no preposition, with those listed beside it.
    pub(super) fn subject(&self, trigger: usize, start: usize) -> Vec<ActorId> {
        let low = start.max(trigger.saturating_sub(REACH));
        let mut end = trigger;
        while end > low {
            if let Some(party) = self.party_ending(end) {
                let begin = self.before_titles(party.tokens.start, low);
                let oblique = begin > low && self.particle_ending(begin, Particle::Oblique);
                let object = begin > low && self.verbal(begin - 1) && !self.only_helpers(end, trigger);
                if !(oblique || object) || self.controls(end, trigger) {
                    let mut found = vec![self.meant(party)];
                    self.listed_before(begin, low, &mut found);
                    return found;
                }
                end = begin;
                continue;
            }
            let mark = self.document.kind(end - 1);
            let breaks = matches!(self.document.lower(end - 1), "." | ";" | "?" | "!") && mark == TokenKind::Mark;
            if breaks {
                break;
            }
            end -= 1;
        }
        Vec::new()
    }

    /// Whom a party phrase stands for: "kami" in the mouth of an official is the country or body.
    fn meant(&self, party: &Party) -> ActorId {
        let we = matches!(self.document.lower(party.tokens.start), "kami" | "kita");
        let state = if we { self.actors.stands_for(party.actor) } else { None };
        state.unwrap_or(party.actor)
    }

    /// Whether nothing but helpers stands between a party and the word ("menuduh X diam-diam memasok").
    fn only_helpers(&self, after: usize, trigger: usize) -> bool {
        (after..trigger).all(|i| self.particle(i, Particle::Aux) > 0)
    }

    /// Whether only "untuk", "agar" and helpers stand between a party and the word ("kepada X untuk mengirim").
    fn controls(&self, after: usize, trigger: usize) -> bool {
        let between: Vec<&str> = (after..trigger).map(|i| self.document.lower(i)).collect();
        between.len() <= 4 && between.iter().any(|w| matches!(*w, "untuk" | "agar" | "supaya"))
    }

    fn before_titles(&self, mut at: usize, low: usize) -> usize {
        while at > low && (self.particle(at - 1, Particle::Title) == 1 || self.party_ending(at).is_some()) {
            at = self.party_ending(at).map_or(at - 1, |p| p.tokens.start.max(low));
        }
        at
    }

    pub(super) fn particle_ending(&self, end: usize, sort: Particle) -> bool {
        (1..=3).any(|n| end >= n && self.particle(end - n, sort) == n)
    }

    fn listed_before(&self, mut begin: usize, low: usize, found: &mut Vec<ActorId>) {
        loop {
            let mut at = begin;
            while at > low
                && (self.is_comma(at - 1) || matches!(self.document.lower(at - 1), "dan" | "serta" | "bersama"))
            {
                at -= 1;
            }
            let joined = at < begin && (found.len() > 1 || (at..begin).any(|i| !self.is_comma(i)));
            let Some(party) = self.party_ending(at).filter(|_| joined) else { return };
            if !found.contains(&party.actor) {
                found.insert(0, party.actor);
            }
            begin = self.before_titles(party.tokens.start, low);
        }
    }
}
