//! What can be seen of a party that may give or receive.

use super::super::Telling;
use super::super::tables::Particle;
use super::evidence::Evidence;
use super::{Sheet, Side};
use crate::extract::ActorId;
use crate::extract::rough::{few, reached};
use std::collections::BTreeSet;
use std::ops::Range;

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Giver => "giver",
            Self::Recipient => "recipient",
        }
    }

    /// Whom the rules find for it in a telling, as `actor` sees it.
    fn by_rule(self, actor: ActorId, telling: &Telling) -> &'static str {
        if self.of(telling).contains(&actor) {
            "own"
        } else if self.other().of(telling).contains(&actor) {
            "opposite"
        } else if self.of(telling).is_empty() {
            "open"
        } else {
            "another"
        }
    }
}

impl Evidence<'_, '_> {
    /// All who can be on a side with their features, in the order of their ids, and nobody.
    pub(super) fn side(&self, side: Side) -> Vec<(Option<ActorId>, Vec<u32>)> {
        let party = |actor: &ActorId| (Some(*actor), self.party(*actor, side));
        let parties = self.candidates.iter().map(party);
        parties.chain([(None, self.nobody(side))]).collect()
    }

    fn nobody(&self, side: Side) -> Vec<u32> {
        let mut sheet = Sheet::new(side.name(), self.category);
        let found = few(self.tellings.iter().filter(|t| !side.of(t).is_empty()).count());
        sheet.add(&["nobody"]);
        sheet.add_both(&["nobody found", found]);
        sheet.add(&["nobody of", found, few(self.tellings.len())]);
        sheet.add(&["nobody category", sheet.category]);
        self.seen.add(&mut sheet, None, side, found);
        for telling in &self.tellings {
            let (row, frame) = self.scan.tables.word(telling.row);
            let open = if side.of(telling).is_empty() { "open" } else { "found" };
            sheet.add(&["nobody row", row]);
            sheet.add_both(&["nobody frame", frame, open]);
            sheet.add(&["nobody item", telling.item()]);
        }
        sheet.finish()
    }

    fn party(&self, actor: ActorId, side: Side) -> Vec<u32> {
        let mut sheet = Sheet::new(side.name(), self.category);
        let own = few(self.count(actor, side));
        sheet.add(&["party"]);
        self.told(&mut sheet, actor, side);
        self.named(&mut sheet, actor, own);
        self.source(&mut sheet, actor, own);
        self.beside(&mut sheet, actor, side);
        self.seen.add(&mut sheet, Some(actor), side, own);
        sheet.finish()
    }

    /// How many tellings have the party on that side by the rules.
    fn count(&self, actor: ActorId, side: Side) -> usize {
        self.tellings.iter().filter(|t| side.of(t).contains(&actor)).count()
    }

    /// What the rules find in the tellings.
    fn told(&self, sheet: &mut Sheet, actor: ActorId, side: Side) {
        let has = |t: &&&Telling| side.of(t).contains(&actor);
        let kind = self.scan.actors.kind(actor).name();
        let all: Vec<&Telling> = self.tellings.iter().filter(has).copied().collect();
        let whole = all.iter().filter(|t| t.told.whole).count();
        let both = all.iter().filter(|t| !side.other().of(t).is_empty()).count();
        let open = self.tellings.iter().filter(|t| side.of(t).is_empty()).count();
        let other = self.tellings.len() - open - all.len();
        let (own, opposite) = (few(all.len()), few(self.count(actor, side.other())));
        sheet.add_both(&["kind", kind]);
        sheet.add_both(&["own", own]);
        sheet.add_both(&["own whole", few(whole), few(all.len() - whole)]);
        sheet.add_both(&["opposite", opposite]);
        sheet.add(&["own opposite", own, opposite]);
        sheet.add(&["own kind", own, kind]);
        sheet.add(&["own of", own, few(self.tellings.len())]);
        sheet.add_both(&["both", few(both)]);
        sheet.add(&["own other", own, few(other)]);
        sheet.add(&["own open", own, few(open)]);
        let top = self.candidates.iter().map(|a| self.count(*a, side)).max().unwrap_or(0);
        let place = match all.len() {
            _ if top == 0 => "none",
            0 => "no",
            n if n == top => "first",
            _ => "some",
        };
        sheet.add_both(&["place", place]);
        sheet.add(&["place kind", place, kind]);
        let elsewhere = |side: Side| few(self.others.iter().filter(|t| side.of(t).contains(&actor)).count());
        sheet.add(&["elsewhere", elsewhere(side), elsewhere(side.other()), own]);
    }

    /// How often and where the article names the party.
    fn named(&self, sheet: &mut Sheet, actor: ActorId, own: &str) {
        let document = self.scan.document;
        let kind = self.scan.actors.kind(actor).name();
        let mentions = self.mentions_of(actor);
        let rank = few(self.rank(actor));
        let title = if mentions.iter().any(|m| document.sentence_of(m.start) == 0) { "title" } else { "no title" };
        sheet.add(&["mentions", few(mentions.len()), own]);
        sheet.add_both(&["rank kind", rank, kind]);
        sheet.add(&["rank", rank, own]);
        sheet.add(&[title, own]);
        sheet.add_both(&[title]);
        if mentions.is_empty() {
            sheet.add(&["made", kind]);
        }
    }

    /// What those who tell it have to do with the party.
    fn source(&self, sheet: &mut Sheet, actor: ActorId, own: &str) {
        let mut parts: BTreeSet<(&str, &str)> = BTreeSet::new();
        for statement in self.tellings.iter().flat_map(|t| t.statements(self.scene)) {
            let kind = statement.kind.name();
            if statement.source.contains(&actor) {
                parts.extend([("source", kind), ("source", "any")]);
            }
            if statement.source.iter().any(|a| self.scan.actors.state_of(*a) == Some(actor)) {
                parts.extend([("state of source", kind), ("state of source", "any")]);
            }
            if statement.target.contains(&actor) {
                parts.insert(("target", kind));
            }
        }
        for (part, kind) in &parts {
            sheet.add(&["statement", part, kind]);
            sheet.add(&["statement own", part, kind, own]);
        }
        if parts.is_empty() {
            sheet.add(&["no statement", own]);
        }
    }

    /// Where the party stands beside the words of passing.
    fn beside(&self, sheet: &mut Sheet, actor: ActorId, side: Side) {
        let document = self.scan.document;
        let mentions = self.mentions_of(actor);
        let mut together = 0;
        for telling in &self.tellings {
            let tokens = document.sentence_tokens(telling.trigger.start);
            let inside = mentions.iter().filter(|m| tokens.contains(&m.start));
            if let Some(nearest) = inside.min_by_key(|m| away(m, &telling.trigger)) {
                together += 1;
                self.place(sheet, nearest, telling, side.by_rule(actor, telling));
            }
        }
        let own = few(self.count(actor, side));
        sheet.add(&["together own", few(together), own]);
        sheet.add_both(&["together", few(together)]);
        if together == 0 {
            let apart = |t: &&Telling| {
                mentions.iter().map(|m| document.sentence_of(m.start).abs_diff(self.sentence(t))).collect::<Vec<_>>()
            };
            let near = few(self.tellings.iter().flat_map(apart).min().unwrap_or(usize::MAX));
            sheet.add(&["near", near, self.scan.actors.kind(actor).name()]);
            sheet.add(&["near rank", near, few(self.rank(actor))]);
        }
    }

    fn place(&self, sheet: &mut Sheet, mention: &Range<usize>, telling: &Telling, rule: &str) {
        let (document, trigger) = (self.scan.document, &telling.trigger);
        let before = mention.start < trigger.start;
        let side = if before { "before" } else { "after" };
        let (from, to) = if before { (mention.end, trigger.start) } else { (trigger.end, mention.start) };
        let parties = self.scan.parties.partition_point(|p| p.tokens.start < to);
        let parties = parties.saturating_sub(self.scan.parties.partition_point(|p| p.tokens.start < from));
        let verbs = (from..to).filter(|&i| self.scan.verbal(i)).count();
        let tokens = document.sentence_tokens(trigger.start);
        let mut head = mention.start;
        while head > tokens.start && self.scan.particle(head - 1, Particle::Title) > 0 {
            head -= 1;
        }
        let ahead = if head > tokens.start { document.lower(head - 1) } else { "^" };
        let (row, frame) = self.scan.tables.word(telling.row);
        let (parties, verbs) = (few(parties), few(verbs));
        for parts in [
            &["side frame", side, frame, rule][..],
            &["side", side, rule],
            &["ahead", side, ahead],
            &["ahead rule", side, ahead, rule],
            &["ahead frame", side, ahead, frame],
            &["away", side, distance(to.saturating_sub(from)), rule],
            &["between", side, parties, verbs, rule],
            &["between frame", side, parties, frame],
            &["row side", row, side],
            &["row rule", row, rule],
            &["item", telling.item(), rule],
            &["frame", frame, rule],
        ] {
            sheet.add(parts);
        }
    }
}

/// How many tokens lie between a mention and the word of passing.
fn away(mention: &Range<usize>, trigger: &Range<usize>) -> usize {
    if mention.end <= trigger.start { trigger.start - mention.end } else { mention.start.saturating_sub(trigger.end) }
}

/// A number of tokens, roughly.
fn distance(tokens: usize) -> &'static str {
    reached(tokens, &[(0, "0"), (1, "1"), (2, "2"), (4, "4"), (7, "7"), (13, "13")])
}
