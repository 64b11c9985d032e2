//! What tells the source of an act: the rule that found it, and where and as what each candidate is named.

use super::scene::{How, Scene, distance, sort};
use crate::extract::attribution::Attribution;
use crate::extract::lexicon::WordClass;
use crate::extract::reading::ActorId;
use crate::extract::rough::few;
use crate::language::models::hash;
use std::ops::Range;

/// The hashed features of each list of actors; the first is the choice of the rules.
pub(super) fn features(
    scene: &Scene<'_, '_, '_>,
    earlier: &[Attribution],
    act: &Attribution,
    lists: &[Vec<ActorId>],
) -> Vec<Vec<u32>> {
    let mut list = List::new(scene, earlier, act, lists);
    (0..lists.len()).map(|i| list.candidate(i)).collect()
}

/// The features of one act's candidates.
pub(super) struct List<'a, 's, 'd, 't> {
    pub(super) scene: &'a Scene<'s, 'd, 't>,
    earlier: &'a [Attribution],
    pub(super) act: &'a Attribution,
    lists: &'a [Vec<ActorId>],
    pub(super) anchor: usize,
    pub(super) sentence: Range<usize>,
    cue: &'a str,
    /// How the act names its source.
    pub(super) how: &'static str,
    /// The rule and how it names the source.
    shape: String,
    /// The first word that names the choice of the rules, where it only describes somebody, and whether "itu" closes it.
    described: Option<(&'a str, &'static str)>,
    /// Whether the choice of the rules is the source of the act before.
    follows: &'static str,
    /// Those named before the act outside quotations, the last one first.
    recent: Vec<ActorId>,
    features: Vec<u32>,
}

impl<'a, 's, 'd, 't> List<'a, 's, 'd, 't> {
    fn new(
        scene: &'a Scene<'s, 'd, 't>,
        earlier: &'a [Attribution],
        act: &'a Attribution,
        lists: &'a [Vec<ActorId>],
    ) -> Self {
        let anchor = act.anchor();
        let cue = act.cue_id(scene.lexicon);
        let how = match scene.how(act) {
            How::Pronoun => match scene.document.lower(act.named_at.start) {
                "mereka" => "mereka",
                "pihak" => "pihak",
                "keduanya" => "keduanya",
                "diri" | "dirinya" => "diri",
                _ => "ia",
            },
            How::Carried => "carried",
            How::Text => "text",
            How::Words => "words",
            How::Phrase(kind) => sort(kind),
        };
        let follows = match earlier.last() {
            None => "opens",
            Some(last) if last.source == act.source => "follows",
            Some(_) => "other",
        };
        let (shape, sentence) = (format!("{}/{how}", act.rule), scene.document.sentence_tokens(anchor));
        let described = matches!(how, "office" | "group" | "body noun" | "words" | "text").then(|| {
            let last = scene.document.lower(act.named_at.end - 1);
            let points = scene.lexicon.is(last, WordClass::Pointing);
            let pointed = points || scene.document.lower(act.named_at.end) == "itu";
            (scene.document.lower(act.named_at.start), if pointed { "itu" } else { "" })
        });
        let (recent, features) = (scene.recent(act), Vec::new());
        Self { scene, earlier, act, lists, anchor, sentence, cue, how, shape, described, follows, recent, features }
    }

    pub(super) fn add(&mut self, parts: &[&str]) {
        self.features.push(hash::parts(parts));
    }

    /// A feature, and the same for acts of this shape alone.
    pub(super) fn add_shaped(&mut self, parts: &[&str]) {
        self.add(parts);
        let shaped = hash::bytes(self.shape.as_bytes());
        if let Some(plain) = self.features.last().copied() {
            self.features.push(hash::pair(plain, shaped));
        }
    }

    fn candidate(&mut self, i: usize) -> Vec<u32> {
        let (rule, places) = (i == 0, self.places(&self.lists[i]));
        if rule {
            self.rule();
        } else {
            let part = self.lists[i].iter().any(|actor| self.lists[0].contains(actor));
            self.add_shaped(&["other", if part { "part" } else { "apart" }, self.follows]);
            self.add(&["other cue", self.cue]);
            self.add(&["other rule sort", self.sort_of(0), self.sort_of(i), self.how]);
            self.related(i);
        }
        let joint = if self.lists[i].len() > 1 { "joint" } else { "one" };
        self.add_shaped(&["sort", self.sort_of(i), joint]);
        self.add(&["sort cue", self.sort_of(i), self.cue]);
        self.add_shaped(&["count", few(places.count)]);
        if let Some((head, pointed)) = self.described {
            let rule = if rule { "rule" } else { "other" };
            self.add(&["head sort", head, pointed, self.sort_of(i), rule]);
            self.add(&["pointed", pointed, self.sort_of(i), rule, self.how]);
            if let Some(near) = self.near_head(head, i) {
                self.add(&["head near", near, rule, self.how]);
                self.add(&["head near", near, rule, head]);
            }
        }
        if !rule && self.shares_word(i) {
            self.add_shaped(&["shares a word", self.sort_of(i)]);
        }
        self.person(i);
        self.recency(i);
        if self.act.speaker.is_some_and(|speaker| self.lists[i].contains(&speaker)) {
            self.add_shaped(&["speaker"]);
            self.add(&["speaker cue", self.cue]);
        }
        self.discourse(i);
        self.near(&places);
        self.far(&places);
        std::mem::take(&mut self.features)
    }

    /// How far the choice of the rules is to be trusted.
    fn rule(&mut self) {
        let (document, named) = (self.scene.document, self.act.named_at.clone());
        self.add_shaped(&["rule"]);
        self.add_shaped(&["rule follows", self.follows]);
        if self.act.speaker.is_some() {
            self.add(&["rule voiced"]);
            self.add(&["rule voiced cue", self.cue]);
        }
        self.add(&["rule cue", self.cue, self.how]);
        if named.is_empty() {
            let last = self.earlier.last().map_or(0, |last| last.content.end);
            let away = document.paragraph_of(self.anchor).saturating_sub(document.paragraph_of(last));
            self.add_shaped(&["rule away", few(away), self.follows]);
            return;
        }
        let gap = if named.end <= self.anchor { named.end..self.anchor } else { self.anchor..named.start };
        let side = if named.end <= self.anchor { "before" } else { "behind" };
        self.add_shaped(&["rule gap", side, distance(gap.len()), self.scene.gap(&gap)]);
        let opens = named.start == document.sentence_tokens(named.start).start;
        let tag = if opens { "opens" } else { self.scene.tag(named.start - 1) };
        self.add_shaped(&["rule tag", side, tag]);
        if let Some(p) = self.scene.phrase_at(named.start) {
            self.add_shaped(&["rule rank", side, few(self.scene.rank(p)), self.scene.gap(&gap)]);
            self.add(&["rule rank sort", side, few(self.scene.rank(p)), sort(self.scene.phrase(p).kind), tag]);
        }
        let (first, last) = (document.lower(named.start), document.lower(named.end - 1));
        self.add(&["rule first", first]);
        self.add(&["rule last", last]);
        self.add(&["rule words", few(named.len()), self.how]);
        self.add(&["rule after", side, document.lower(named.end), self.how]);
        self.add(&["rule ahead", side, document.lower(named.start.saturating_sub(1)), self.how]);
        if self.scene.quoted(named.start) {
            self.add(&["rule quoted"]);
        }
        if let Some(p) = self.scene.phrase_at(named.end) {
            self.add(&["rule beside", sort(self.scene.phrase(p).kind), self.how]);
        }
    }

    /// How near to an earlier place of the word `head` the candidate is named, in the last sentence that has both.
    fn near_head(&self, head: &str, i: usize) -> Option<&'static str> {
        let document = self.scene.document;
        let actor = self.lists[i].first()?;
        let starts = self.scene.mentions(*actor).iter().rev().map(|&p| &self.scene.phrase(p).tokens);
        let mut earlier = starts.filter(|tokens| tokens.start < self.sentence.start);
        earlier.find_map(|tokens| {
            let mut sentence = document.sentence_tokens(tokens.start);
            let at = sentence.find(|&k| document.lower(k) == head)?;
            Some(match at {
                at if tokens.contains(&at) => "in",
                at if at < tokens.start && tokens.start - at <= 3 => "right before",
                at if at < tokens.start => "before",
                _ => "behind",
            })
        })
    }

    /// How many others are named between the candidate and the act, and how many of its sort.
    fn recency(&mut self, i: usize) {
        let rule = if i == 0 { "rule" } else { "other" };
        let Some(actor) = self.lists[i].first() else { return };
        let Some(at) = self.recent.iter().position(|other| other == actor) else { return };
        let kind = self.scene.book.kind(*actor);
        let alike = self.recent[..at].iter().filter(|other| self.scene.book.kind(**other) == kind).count();
        self.add_shaped(&["recent", few(at), rule]);
        self.add_shaped(&["recent alike", few(alike), kind.name(), rule]);
    }

    /// Whether what is said goes with one or several who say it.
    fn person(&mut self, i: usize) {
        let document = self.scene.document;
        let mut words = self.act.content.clone().map(|k| document.lower(k));
        let own = words.find(|word| matches!(*word, "saya" | "aku" | "kami")).unwrap_or("none");
        let quoted = if self.act.quoted { "quoted" } else { "plain" };
        self.add(&["own", own, quoted, self.sort_of(i)]);
    }

    /// Whether a name of a candidate has a word of those that name the choice of the rules.
    fn shares_word(&self, i: usize) -> bool {
        let document = self.scene.document;
        let long = |k: &usize| document.word(*k) && document.lower(*k).chars().count() > 3;
        let words: Vec<&str> = self.act.named_at.clone().filter(long).map(|k| document.lower(k)).collect();
        let Some(actor) = self.lists[i].first().filter(|_| !words.is_empty()) else { return false };
        let mentions = self.scene.mentions(*actor).iter();
        mentions.flat_map(|&p| self.scene.phrase(p).tokens.clone()).any(|k| words.contains(&document.lower(k)))
    }

    /// Whether a candidate holds an office of the choice of the rules or of the last source, or the other way round.
    fn related(&mut self, i: usize) {
        let Some(actor) = self.lists[i].first().copied() else { return };
        let last = self.earlier.last().map(|last| last.source.as_slice()).unwrap_or_default();
        for (name, others) in [("rule", self.lists[0].as_slice()), ("last", last)] {
            let roles = self.scene.roles;
            if roles.iter().any(|role| role.holder == actor && others.contains(&role.of)) {
                self.add(&["serves", name, self.how]);
            }
            if roles.iter().any(|role| role.of == actor && others.contains(&role.holder)) {
                self.add(&["served by", name, self.how]);
            }
        }
    }

    /// What earlier acts say of the candidate.
    fn discourse(&mut self, i: usize) {
        let (list, document) = (&self.lists[i], self.scene.document);
        let rule = if i == 0 { "rule" } else { "other" };
        let same = |act: &&Attribution| act.source == *list || list.len() == 1 && act.source.contains(&list[0]);
        let times = self.earlier.iter().filter(same).count();
        self.add_shaped(&["source", few(times), rule]);
        let back = self.earlier.iter().rev().position(|act| same(&act));
        let Some(back) = back else {
            self.add_shaped(&["no source yet", rule]);
            return;
        };
        let last = &self.earlier[self.earlier.len() - 1 - back];
        let away = document.paragraph_of(self.anchor).abs_diff(document.paragraph_of(last.content.start));
        let quoted = if last.quoted { "quoted" } else { "plain" };
        self.add_shaped(&["acts back", few(back), rule]);
        self.add_shaped(&["acts back", few(back), few(away), self.sort_of(i)]);
        self.add(&["last act", few(back), quoted, self.act.rule, rule]);
        if last.speaker.is_some() {
            self.add(&["voiced", few(back), rule]);
        }
    }

    fn sort_of(&self, i: usize) -> &'static str {
        self.lists[i].first().map_or("nobody", |actor| self.scene.book.kind(*actor).name())
    }
}
