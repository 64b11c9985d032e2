//! Where the article names a candidate, as seen from the act.

use super::features::List;
use super::scene::{distance, sort};
use crate::extract::reading::ActorId;
use crate::extract::rough::few;

/// How many sentences back a candidate's last mention is told apart.
const FAR: usize = 7;

/// Phrases that name a candidate.
#[derive(Default)]
pub(super) struct Places {
    /// Last in its sentence before it, outside what is said.
    pub(super) before: Option<usize>,
    /// First in its sentence behind it, outside what is said.
    pub(super) behind: Option<usize>,
    /// First in what is said.
    pub(super) inside: Option<usize>,
    /// Last in an earlier sentence.
    pub(super) back: Option<usize>,
    /// First in a later sentence.
    pub(super) ahead: Option<usize>,
    /// How often up to the act.
    pub(super) count: usize,
}

impl List<'_, '_, '_, '_> {
    /// Where the sentence of the act names the candidate.
    pub(super) fn near(&mut self, places: &Places) {
        let (scene, document) = (self.scene, self.scene.document);
        for (zone, place) in [("before", places.before), ("behind", places.behind), ("inside", places.inside)] {
            let Some(p) = place else { continue };
            let phrase = scene.phrase(p);
            let tokens = phrase.tokens.clone();
            let gap = if tokens.end <= self.anchor { tokens.end..self.anchor } else { self.anchor..tokens.start };
            let gap = gap.start..gap.end.max(gap.start);
            let marks = self.scene.gap(&gap);
            let ahead = document.lower(tokens.start.saturating_sub(1));
            let opens = tokens.start == self.sentence.start;
            let before = if opens { "opens" } else { ahead };
            let prep = if self.scene.hangs(p) { "hangs" } else { "free" };
            let order = self.scene.phrases_in(&gap);
            self.add_shaped(&["zone", zone, prep]);
            self.add_shaped(&["zone gap", zone, distance(gap.len()), marks]);
            self.add(&["zone order", zone, few(order), prep, self.how]);
            self.add(&["zone word", zone, before]);
            self.add(&["zone next", zone, document.lower(tokens.end), self.how]);
            self.add(&["zone sort", zone, sort(phrase.kind), self.act.rule]);
            let tag = if opens { "opens" } else { self.scene.tag(tokens.start - 1) };
            self.add_shaped(&["zone tag", zone, tag]);
            if tokens.start > 1 {
                self.add(&["zone words", zone, document.lower(tokens.start - 2), ahead]);
            }
            let rank = self.scene.rank(p);
            self.add_shaped(&["zone rank", zone, few(rank), prep]);
            self.add(&["zone rank order", zone, few(rank), few(order), prep, marks]);
            self.beside(p, zone, prep);
            self.add(&["zone first", zone, document.lower(tokens.start)]);
        }
        let zones = [places.before.is_some(), places.behind.is_some(), places.inside.is_some()];
        if zones == [false; 3] {
            self.add_shaped(&["not in the sentence"]);
        }
    }

    /// How the candidate's phrase `p` lies to the words that name the choice of the rules.
    fn beside(&mut self, p: usize, zone: &str, prep: &str) {
        let (named, phrase) = (self.act.named_at.clone(), self.scene.phrase(p));
        let tokens = phrase.tokens.clone();
        if named.is_empty() || named.contains(&tokens.start) {
            return;
        }
        let left = tokens.end <= named.start;
        let gap = if left { tokens.end..named.start } else { named.end..tokens.start.max(named.end) };
        let (side, marks) = (if left { "left" } else { "right" }, self.scene.gap(&gap));
        self.add_shaped(&["to rule", side, distance(gap.len()), marks, prep]);
        self.add(&["to rule sort", side, marks, sort(phrase.kind), self.how]);
        self.add(&["to rule next", side, self.scene.document.lower(gap.start), marks]);
        if gap.len() <= 1 {
            self.add_shaped(&["touches rule", zone, sort(phrase.kind)]);
        }
    }

    /// Where other sentences name the candidate.
    pub(super) fn far(&mut self, places: &Places) {
        let (scene, document) = (self.scene, self.scene.document);
        let here = document.sentence_of(self.anchor);
        if let Some(p) = places.back {
            let start = scene.phrase(p).tokens.start;
            let away = here.saturating_sub(document.sentence_of(start)).min(FAR).to_string();
            let how = self.scene.standing(p);
            let paragraph =
                if document.paragraph_of(start) == document.paragraph_of(self.anchor) { "same" } else { "" };
            self.add_shaped(&["back", &away, how]);
            self.add_shaped(&["back", &away, paragraph, sort(scene.phrase(p).kind)]);
            self.add(&["back first", document.lower(start), self.how]);
            self.add(&["back word", document.lower(start.saturating_sub(1)), self.how]);
        }
        if let Some(p) = places.ahead {
            let start = scene.phrase(p).tokens.start;
            let away = document.sentence_of(start).saturating_sub(here).to_string();
            self.add_shaped(&["ahead", &away, self.scene.standing(p)]);
            self.add(&["ahead", &away, sort(scene.phrase(p).kind), self.how]);
        }
        if places.back.is_none() && places.before.is_none() {
            self.add_shaped(&["not named before"]);
        }
    }

    /// Where a list of actors is named, by its first.
    pub(super) fn places(&self, list: &[ActorId]) -> Places {
        let mut places = Places::default();
        let Some(actor) = list.first() else { return places };
        for &p in self.scene.mentions(*actor) {
            let start = self.scene.phrase(p).tokens.start;
            places.count += usize::from(start < self.anchor);
            if self.act.content.contains(&start) {
                places.inside = places.inside.or(Some(p));
            } else if start >= self.sentence.end {
                places.ahead = places.ahead.or(Some(p));
            } else if start < self.sentence.start {
                places.back = Some(p);
            } else if start < self.anchor {
                places.before = Some(p);
            } else {
                places.behind = places.behind.or(Some(p));
            }
        }
        places
    }
}
