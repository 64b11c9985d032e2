//! What the model of kinds looks at, as hashes.

use super::clause::{Clause, Side};
use super::setting::Setting;
use super::signals::{Hit, Signal};
use super::{accusation, denial};
use crate::extract::attribution::Attribution;
use crate::extract::reading::{ActorId, StatementKind};
use crate::language::models::hash;
use crate::language::morphology;
use std::collections::BTreeSet;
use std::ops::Range;

/// How much of what is said is looked at word by word.
const WORDS: usize = 40;
/// How many words at its start stand for the place that they have in what is said.
const LEADING: usize = 6;

/// The acts around one act, where they are of the same source.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The kind of the act before.
    pub(super) before: Option<StatementKind>,
    /// The kind that the cue of the act behind has in the lexicon.
    pub(super) behind: Option<StatementKind>,
    /// Whether an earlier act of the article accuses the source or its side.
    pub(super) accused: bool,
}

/// Hashes of what is seen of one act.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    /// Of the cue, grammar and signals.
    pub(super) dense: Vec<u32>,
    /// Of single words, of which few stand in many acts.
    pub(super) sparse: Vec<u32>,
}

impl Features {
    /// All of them.
    pub(super) fn all(&self) -> Vec<u32> {
        [self.dense.as_slice(), &self.sparse].concat()
    }
}

/// The features of one act.
pub(super) fn features(
    setting: &Setting<'_, '_, '_>,
    read: &Attribution,
    own: &BTreeSet<ActorId>,
    around: Around,
) -> Features {
    let clause = Clause::read(setting, read, &read.content, own);
    let hits = setting.signals.hits(setting.document, &read.content);
    let mut list = List { setting, read, own, features: Features::default(), group: "" };
    list.cue();
    list.around(around);
    if denial::rejects(setting, read, &clause, around) {
        list.rule("rejects");
    }
    if accusation::accuses(setting, &clause, own) {
        list.rule("accuses");
    }
    list.clause(&clause);
    list.signals(&clause, &hits);
    list.words();
    list.features
}

struct List<'a, 'd, 't> {
    setting: &'a Setting<'a, 'd, 't>,
    read: &'a Attribution,
    own: &'a BTreeSet<ActorId>,
    features: Features,
    /// Whether the cue leaves the kind open: content then counts otherwise.
    group: &'static str,
}

impl List<'_, '_, '_> {
    fn add(&mut self, parts: &[&str]) {
        self.features.dense.push(hash::parts(parts));
    }

    fn add_word(&mut self, parts: &[&str]) {
        self.features.sparse.push(hash::parts(parts));
    }

    fn cue(&mut self) {
        self.add(&["bias"]);
        let quoted = if self.read.quoted { "quoted" } else { "plain" };
        let Some((_, row)) = self.read.cue else {
            self.group = "open";
            self.add(&["no cue", quoted]);
            return;
        };
        let cue = &self.setting.lexicon.cues[row];
        let kind = cue.kind.name();
        self.group = if cue.kind == StatementKind::Claim { "open" } else { kind };
        self.add(&["cue", &cue.id]);
        self.add(&["cue kind", kind, quoted]);
        for actor in &self.read.source {
            self.add(&["source", self.setting.actor_kind(*actor).name()]);
        }
    }

    /// What a rule finds.
    fn rule(&mut self, name: &str) {
        self.add(&["rule", self.group, name]);
    }

    fn around(&mut self, around: Around) {
        let quoted = if self.read.quoted { "quoted" } else { "plain" };
        if let Some(kind) = around.before {
            self.add(&["before", self.group, kind.name(), quoted]);
        }
        if let Some(kind) = around.behind {
            self.add(&["behind", self.group, kind.name(), quoted]);
        }
        if around.accused {
            self.add(&["accused", self.group]);
        }
    }

    fn clause(&mut self, clause: &Clause) {
        let (group, side) = (self.group, clause.side.name());
        self.add(&["side", group, side]);
        if clause.possessor {
            self.add(&["possessor", group, side]);
        }
        let between = self.setting.signals.hits(self.setting.document, &clause.between);
        for hit in &between {
            self.add(&["modal", group, hit.signal.name()]);
            self.add(&["side modal", group, side, hit.signal.name()]);
        }
        let Some(verb) = clause.verb else {
            self.add(&["no verb", group, side]);
            return;
        };
        let verb_word = self.setting.document.lower(verb);
        self.add_word(&["verb", group, verb_word]);
        self.add(&["voice", group, side, verb_word.get(..2).unwrap_or_default()]);
        for hit in self.setting.signals.hits(self.setting.document, &(verb..verb + 3)) {
            self.add(&["verb signal", group, side, hit.signal.name()]);
        }
    }

    fn signals(&mut self, clause: &Clause, hits: &[Hit]) {
        let group = self.group;
        let names_other = self.names_other();
        self.add(&["names other", group, if names_other { "yes" } else { "no" }]);
        let mut seen: Vec<Signal> = Vec::new();
        for hit in hits {
            if matches!(hit.signal, Signal::Prep | Signal::Aux | Signal::When) || seen.contains(&hit.signal) {
                continue;
            }
            seen.push(hit.signal);
            let name = hit.signal.name();
            let far = if hit.tokens.start < self.read.content.start + 8 { "near" } else { "far" };
            self.add(&["signal", group, name, far]);
            self.add(&["signal side", group, name, clause.side.name()]);
            if names_other {
                self.add(&["signal other", group, name]);
            }
        }
        for hit in hits.iter().filter(|hit| matches!(hit.signal, Signal::Wrong | Signal::Fault | Signal::Arms)) {
            let agent = self.agent(hit.tokens.start).map_or("nobody", Side::name);
            self.add(&["agent", group, hit.signal.name(), agent]);
        }
        for pair in seen.iter().enumerate().flat_map(|(i, a)| seen.iter().skip(i + 1).map(move |b| (*a, *b))) {
            self.add(&["pair", group, pair.0.name(), pair.1.name()]);
        }
    }

    /// Whose side the last party before token `at` is that no preposition stands before.
    fn agent(&self, at: usize) -> Option<Side> {
        let from = self.read.content.start.max(at.saturating_sub(12));
        let party = (from..at).rev().find_map(|i| {
            let (actor, tokens) = self.setting.party_at(i)?;
            let free = tokens.start == 0 || !self.setting.is(tokens.start - 1, Signal::Prep);
            (free && tokens.end == i + 1).then_some(actor)
        })?;
        Some(if self.own.contains(&party) { Side::Own } else { Side::Other })
    }

    fn names_other(&self) -> bool {
        self.read.content.clone().any(|i| self.setting.party_at(i).is_some_and(|(actor, _)| !self.own.contains(&actor)))
    }

    fn words(&mut self) {
        let content = self.read.content.clone();
        let group = self.group;
        let words = self.words_of(&content);
        for word in words.iter().take(2) {
            self.add_word(&["first", group, word]);
        }
        let plain: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.starts_with('<')).collect();
        for word in plain.iter().take(LEADING) {
            self.add_word(&["leading", group, word]);
        }
        for word in plain.iter().rev().take(2) {
            self.add_word(&["last", word]);
        }
        let mut stems: Vec<String> = plain.iter().map(|word| morphology::stem(word)).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            self.add_word(&["stem", &stem]);
        }
        if group == "open" {
            self.clusters(&content);
        }
    }

    /// Words that stand in the same places are alike.
    fn clusters(&mut self, content: &Range<usize>) {
        let mut seen: Vec<u16> = Vec::new();
        for i in content.clone().take(WORDS).filter(|&i| self.setting.document.word(i)) {
            let lower = self.setting.document.lower(i);
            let Some(entry) = self.setting.words.find(hash::bytes(lower.as_bytes())) else { continue };
            if !seen.contains(&entry.fine) {
                seen.push(entry.fine);
                self.add_word(&["cluster", &entry.fine.to_string()]);
            }
        }
    }

    /// The words, names of parties replaced by whose side they are.
    fn words_of(&self, content: &Range<usize>) -> Vec<String> {
        let mut words = Vec::new();
        let mut i = content.start;
        while i < content.end && words.len() < WORDS {
            if let Some((actor, tokens)) = self.setting.party_at(i) {
                words.push(if self.own.contains(&actor) { "<own>" } else { "<other>" }.to_owned());
                i = tokens.end.max(i + 1);
                continue;
            }
            if self.setting.document.word(i) {
                words.push(self.setting.document.lower(i).to_owned());
            }
            i += 1;
        }
        words
    }
}
