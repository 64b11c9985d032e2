//! Which party of the article a statement is directed at: a log-linear ranking of all that were named so far, and of nobody.

use super::parties::{Party, list_at};
use super::wording::{self, Seen, seen};
use super::{Aim, Finder};
use crate::extract::kinds::{Clause, Signal};
use crate::extract::reading::{ActorId, StatementKind};
use crate::extract::rough::{few, odds_reached, reached};
use crate::language::models::keyed::Keyed;
use crate::language::models::recurrent::Network;
use crate::language::models::{ModelError, ModelFile, ModelKind, hash};
use crate::language::morphology;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// How many tokens behind a party are looked at for a deed.
const DEED: usize = 5;

/// Ranks those whom a statement can be directed at.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Ranker<'m> {
    pub(super) weights: Keyed<'m, 1>,
    /// None while it has not learnt.
    pub(super) network: Option<Arc<Network>>,
}

/// One answer to the question whom a statement is directed at.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// None for nobody.
    pub(super) party: Option<Party>,
    pub(super) features: Vec<u32>,
}

impl Ranker<'static> {
    /// With the weights that the program carries.
    pub(in crate::extract) fn embedded() -> Result<Self, ModelError> {
        let file = ModelFile::read(include_bytes!("../../../data/model/targets.bin"), ModelKind::Targets)?;
        let network = Some(Arc::new(wording::embedded()?));
        Ok(Self { weights: Keyed::new(file.weights).ok_or(ModelError::Length)?, network })
    }
}

impl Ranker<'_> {
    /// Those whom the best candidate means; `suggested` is what the rules find.
    pub(super) fn choose(&self, finder: &Finder<'_, '_, '_>, kind: StatementKind, suggested: Vec<Party>) -> Aim {
        let score = |candidate: &Candidate| Reverse(self.weights.scores(&candidate.features)[0]);
        let read = |network: &Arc<Network>| seen(network, &finder.questions(&network.vocabulary, kind, &suggested));
        let seen = self.network.as_ref().map(read).unwrap_or_default();
        let best = candidates(finder, kind, &suggested, &seen).into_iter().min_by_key(score);
        let Some(party) = best.and_then(|candidate| candidate.party) else { return Aim::default() };
        let odds = match &party {
            Party::Actor(actor) => seen.get(&Some(*actor)).copied(),
            Party::Described(_) => None,
        };
        let list = || match &party {
            Party::Actor(actor) => finder.listed(*actor),
            Party::Described(_) => None,
        };
        let parties =
            if suggested.contains(&party) { suggested } else { list().unwrap_or_else(|| vec![party.clone()]) };
        Aim { parties, odds }
    }
}

impl Finder<'_, '_, '_> {
    /// The parties of the first list in what is said that `actor`, of another side, stands in.
    fn listed(&self, actor: ActorId) -> Option<Vec<Party>> {
        let mut lists = self.read.content.clone().map(|i| self.others(list_at(self.setting, i)));
        lists.find(|list| list.contains(&Party::Actor(actor)))
    }
}

/// Where a party was named.
#[derive(Clone, Debug, Default)]
struct Mentions {
    /// In what is said, in order.
    inside: Vec<Range<usize>>,
    /// The last one outside.
    outside: Option<Range<usize>>,
    count: usize,
}

/// All candidates, nobody first, then in the order in which they are named; `seen` is what the words say of each.
pub(super) fn candidates(
    finder: &Finder<'_, '_, '_>,
    kind: StatementKind,
    suggested: &[Party],
    seen: &Seen,
) -> Vec<Candidate> {
    let mentions = mentions(finder);
    let clause = Clause::read(finder.setting, finder.read, &finder.read.content, finder.own);
    let inside = mentions.iter().filter(|(actor, m)| !finder.own.contains(actor) && !m.inside.is_empty()).count();
    let reach = finder.reach(kind);
    let suffers = finder.suffers(&clause, kind);
    let mut list = List { finder, kind: kind.name(), clause, suggested, seen, inside, features: Vec::new() };
    let mut found = vec![Candidate { party: None, features: list.nobody() }];
    for (order, (actor, mentions)) in in_order(&mentions).into_iter().enumerate() {
        let party = Party::Actor(actor);
        if finder.speaks(actor) {
            continue;
        }
        let idle = suffers.as_ref().is_some_and(|tokens| mentions.inside == [tokens.clone()]);
        if idle || !finder.reaches(reach, &mentions.inside, mentions.outside.as_ref()) {
            continue;
        }
        found.push(Candidate { features: list.actor(actor, mentions, order), party: Some(party) });
    }
    for party in suggested.iter().filter(|party| matches!(party, Party::Described(_))) {
        found.push(Candidate { features: list.described(), party: Some(party.clone()) });
    }
    found
}

fn in_order(mentions: &BTreeMap<ActorId, Mentions>) -> Vec<(ActorId, &Mentions)> {
    let mut order: Vec<_> = mentions.iter().map(|(actor, mentions)| (*actor, mentions)).collect();
    order.sort_by_key(|(actor, m)| (m.inside.first().map_or(usize::MAX, |first| first.start), *actor));
    order
}

/// Who is named up to the end of the sentence of the statement.
fn mentions(finder: &Finder<'_, '_, '_>) -> BTreeMap<ActorId, Mentions> {
    let content = &finder.read.content;
    let document = finder.setting.document;
    let end = document.sentence_tokens(content.end - 1).end.max(content.end);
    let mut mentions: BTreeMap<ActorId, Mentions> = BTreeMap::new();
    let mut i = 0;
    while i < end {
        let Some((actor, tokens)) = finder.setting.party_at(i) else {
            i += 1;
            continue;
        };
        i = tokens.end.max(i + 1);
        let seen = mentions.entry(actor).or_default();
        seen.count += 1;
        if content.contains(&tokens.start) {
            seen.inside.push(tokens);
        } else {
            seen.outside = Some(tokens);
        }
    }
    mentions
}

struct List<'a, 'f, 'd, 't> {
    finder: &'f Finder<'a, 'd, 't>,
    kind: &'static str,
    clause: Clause,
    suggested: &'f [Party],
    seen: &'f Seen,
    /// How many others are named in what is said.
    inside: usize,
    features: Vec<u32>,
}

impl List<'_, '_, '_, '_> {
    fn add(&mut self, parts: &[&str]) {
        let parts = [&[self.kind], parts].concat();
        self.features.push(hash::parts(&parts));
    }

    /// How sure the words are of a party, or of nobody.
    fn read(&mut self, party: Option<ActorId>, place: &str) {
        let Some(odds) = self.seen.get(&party).copied() else {
            return self.add(&["unread", place]);
        };
        odds_reached(odds).for_each(|name| self.add(&["read", name]));
        self.add(&["read place", odds_reached(odds).next_back().unwrap_or_default(), place]);
    }

    fn cue(&self) -> &str {
        self.finder.read.cue_id(self.finder.setting.lexicon)
    }

    fn nobody(&mut self) -> Vec<u32> {
        let quoted = if self.finder.read.quoted { "quoted" } else { "plain" };
        let (cue, side) = (self.cue().to_owned(), self.clause.side.name());
        let rule = if self.suggested.is_empty() { "none found" } else { "found" };
        self.add(&["nobody"]);
        self.add(&["nobody", quoted]);
        self.add(&["nobody cue", &cue]);
        self.add(&["nobody side", side, quoted]);
        self.add(&["nobody rule", rule]);
        self.add(&["nobody rule cue", rule, &cue]);
        self.add(&["nobody inside", few(self.inside), rule]);
        let first = self.finder.setting.document.lower(self.finder.read.content.start).to_owned();
        self.add(&["nobody first", &first]);
        self.read(None, "nobody");
        std::mem::take(&mut self.features)
    }

    fn described(&mut self) -> Vec<u32> {
        let cue = self.cue().to_owned();
        self.add(&["described"]);
        self.add(&["described cue", &cue]);
        self.add(&["described inside", few(self.inside)]);
        std::mem::take(&mut self.features)
    }

    fn actor(&mut self, actor: ActorId, mentions: &Mentions, order: usize) -> Vec<u32> {
        let quoted = if self.finder.read.quoted { "quoted" } else { "plain" };
        let sort = self.finder.setting.actor_kind(actor).name();
        let place = if mentions.inside.is_empty() { "outside" } else { "inside" };
        let rule = if self.suggested.contains(&Party::Actor(actor)) { "rule" } else { "no rule" };
        let cue = self.cue().to_owned();
        let own = if self.finder.own.contains(&actor) { "own" } else { "other" };
        self.add(&["actor", place]);
        self.add(&["actor own", own]);
        self.add(&["actor own", own, place, rule]);
        self.add(&["actor own", own, sort]);
        self.add(&["actor own", own, &cue]);
        self.add(&["actor", rule, place]);
        self.add(&["actor rule", rule, &cue]);
        self.add(&["actor sort", sort, place]);
        self.add(&["actor side", place, rule, self.clause.side.name(), quoted]);
        self.add(&["actor count", place, few(mentions.count)]);
        self.discourse(actor, place);
        self.read(Some(actor), place);
        match mentions.inside.first().cloned() {
            Some(first) => self.inside(actor, &first, order, mentions.inside.len()),
            None => self.outside(mentions.outside.as_ref()),
        }
        std::mem::take(&mut self.features)
    }

    fn inside(&mut self, actor: ActorId, first: &Range<usize>, order: usize, times: usize) {
        let document = self.finder.setting.document;
        let start = self.finder.read.content.start;
        let before = if first.start == start { "start" } else { document.lower(first.start - 1) };
        let after = document.lower(first.end);
        self.add(&["order", few(order)]);
        self.add(&["times", few(times)]);
        self.add(&["at", distance(first.start - start)]);
        self.add(&["before", before]);
        self.add(&["after", after]);
        let verb = if self.finder.setting.verbal(first.end) { after.get(..2).unwrap_or_default() } else { "no verb" };
        self.add(&["around", before, verb]);
        if self.clause.party.as_ref().is_some_and(|(party, _)| *party == actor) {
            let how = if self.clause.possessor { "possessor" } else { "subject" };
            self.add(&["clause", how, self.clause.side.name()]);
        }
        self.deed(first, before);
        let proper = if document.capital(first.start) { "proper" } else { "common" };
        self.add(&["proper", proper, few(order)]);
        self.add(&["order before", few(order), before]);
        self.add(&["order inside", few(order), few(self.inside)]);
        let limit = self.finder.read.content.end;
        let behind = first.end..(first.end + DEED).min(limit).max(first.end);
        let ahead = first.start.saturating_sub(DEED).max(start)..first.start;
        for (name, range) in [("behind", behind), ("ahead", ahead)] {
            for hit in self.finder.setting.signals.hits(document, &range) {
                if matches!(hit.signal, Signal::Wrong | Signal::Fault | Signal::Arms | Signal::Must | Signal::Report) {
                    self.add(&["signal", name, hit.signal.name()]);
                }
            }
        }
    }

    /// What the party does by the verb behind it, or by the noun before it.
    fn deed(&mut self, first: &Range<usize>, before: &str) {
        let setting = self.finder.setting;
        let document = setting.document;
        let end = self.finder.read.content.end.min(first.end + DEED + 1);
        let within = |i: &usize| document.written(*i) != ".";
        let verb = (first.end..end).take_while(within).find(|&i| setting.verbal(i));
        if let Some(verb) = verb {
            let word = document.lower(verb);
            let (stem, voice) = (morphology::stem(word), word.get(..2).unwrap_or_default());
            self.add(&["verb", &stem]);
            self.add(&["verb before", &stem, before]);
            self.add(&["verb away", voice, few(verb - first.end), before]);
            for hit in setting.signals.hits(document, &(verb..verb + 1)) {
                self.add(&["verb signal", hit.signal.name(), voice]);
            }
        }
        if first.start > self.finder.read.content.start {
            self.add(&["stem before", &morphology::stem(before)]);
            for hit in setting.signals.hits(document, &(first.start - 1..first.start)) {
                self.add(&["signal before", hit.signal.name()]);
            }
        }
    }

    fn outside(&mut self, last: Option<&Range<usize>>) {
        let Some(last) = last else { return };
        let (document, read) = (self.finder.setting.document, self.finder.read);
        let addressed =
            read.cue.as_ref().is_some_and(|(cue, _)| cue.end <= last.start && last.end <= read.content.start);
        if addressed {
            self.add(&["addressed", document.lower(last.start - 1)]);
        }
        let away = document.sentence_of(read.content.start).abs_diff(document.sentence_of(last.start));
        self.add(&["away", few(away), self.clause.side.name()]);
        if last.start > 0 {
            let before = document.lower(last.start - 1).to_owned();
            self.add(&["before outside", &before]);
        }
    }

    /// What earlier acts say of the actor.
    fn discourse(&mut self, actor: ActorId, place: &str) {
        let Finder { read, own, earlier: (acts, verdicts), .. } = self.finder;
        let party = Party::Actor(actor);
        let both = || acts.iter().zip(verdicts.iter());
        let aimed = both().filter(|(_, verdict)| verdict.target.contains(&party)).count();
        let same = both().rev().find(|(act, verdict)| act.source == read.source && !verdict.target.is_empty());
        let last = both().rev().find(|(_, verdict)| !verdict.target.is_empty());
        let accused = both().any(|(act, verdict)| {
            act.source.contains(&actor)
                && verdict.kind == StatementKind::Accusation
                && verdict.target.iter().any(|party| matches!(party, Party::Actor(party) if own.contains(party)))
        });
        let speaker = both().rev().find(|(act, _)| act.source != read.source && !act.source.is_empty());
        let side = self.clause.side.name();
        self.add(&["aimed at", few(aimed), place]);
        if same.is_some_and(|(_, verdict)| verdict.target.contains(&party)) {
            self.add(&["same source's last", place]);
            self.add(&["same source's last", place, side]);
        }
        if last.is_some_and(|(_, verdict)| verdict.target.contains(&party)) {
            self.add(&["last", place, side]);
        }
        if accused {
            self.add(&["accuser", place]);
        }
        if speaker.is_some_and(|(act, _)| act.source.contains(&actor)) {
            self.add(&["last speaker", place]);
        }
    }
}

/// A number of tokens, roughly.
fn distance(tokens: usize) -> &'static str {
    reached(tokens, &[(0, "0"), (1, "1"), (4, "4"), (9, "9"), (16, "16")])
}
