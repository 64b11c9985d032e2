//! What an article says about transfers of one category.

use super::super::scan::Scan;
use super::super::{Scene, Telling};
use super::Side;
use super::wording::Seen;
use crate::extract::{ActorId, Category};
use crate::language::models::recurrent::Network;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The rank of those that the article does not name.
const UNNAMED: usize = 9;

/// The tellings of one category, and all who can be on their sides.
pub(super) struct Evidence<'a, 's> {
    pub(super) scan: &'a Scan<'s>,
    pub(super) scene: &'a Scene<'a>,
    pub(super) category: Category,
    pub(super) tellings: Vec<&'a Telling>,
    /// The tellings of other categories.
    pub(super) others: Vec<&'a Telling>,
    /// How many categories the article tells of.
    pub(super) categories: usize,
    pub(super) candidates: Vec<ActorId>,
    /// Where each party is named, in order.
    mentions: BTreeMap<ActorId, Vec<Range<usize>>>,
    ranks: BTreeMap<ActorId, usize>,
    /// What the network reads in the sentences of the tellings.
    pub(super) seen: Seen,
}

impl Side {
    pub(super) fn of(self, telling: &Telling) -> &[ActorId] {
        match self {
            Self::Giver => &telling.told.giver,
            Self::Recipient => &telling.told.recipient,
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::Giver => Self::Recipient,
            Self::Recipient => Self::Giver,
        }
    }
}

impl<'a, 's> Evidence<'a, 's> {
    /// For each category that `tellings` tell of.
    pub(super) fn by_category(
        scan: &'a Scan<'s>,
        scene: &'a Scene<'a>,
        tellings: &'a [Telling],
        network: &Network,
    ) -> Vec<Self> {
        let mut all = Self::unread(scan, scene, tellings);
        for evidence in &mut all {
            evidence.seen = Seen::of(evidence, network);
        }
        all
    }

    /// The same without what a network reads.
    pub(super) fn unread(scan: &'a Scan<'s>, scene: &'a Scene<'a>, tellings: &'a [Telling]) -> Vec<Self> {
        let mut categories: Vec<Category> = Vec::new();
        for telling in tellings {
            if !categories.contains(&telling.told.category) {
                categories.push(telling.told.category);
            }
        }
        let count = categories.len();
        let evidence = |category| {
            let (own, others) = tellings.iter().partition(|telling| telling.told.category == category);
            let mut mentions: BTreeMap<ActorId, Vec<Range<usize>>> = BTreeMap::new();
            for party in scan.parties {
                let actor = scan.raised(scan.meant(party), category);
                mentions.entry(actor).or_default().push(party.tokens.clone());
            }
            let mut evidence = Self {
                scan,
                scene,
                category,
                tellings: own,
                others,
                categories: count,
                candidates: Vec::new(),
                mentions,
                ranks: BTreeMap::new(),
                seen: Seen::default(),
            };
            evidence.gather();
            evidence
        };
        categories.into_iter().map(evidence).collect()
    }

    /// Those named, those on a side, and the sources of what tells of it with their states.
    fn gather(&mut self) {
        let named = self.mentions.keys().copied().filter(|actor| !self.scan.vague(*actor));
        let mut all: BTreeSet<ActorId> = named.collect();
        for telling in &self.tellings {
            all.extend(telling.told.giver.iter().chain(&telling.told.recipient));
            for source in telling.statements(self.scene).flat_map(|statement| &statement.source) {
                all.insert(*source);
                all.extend(self.scan.actors.state_of(*source));
            }
        }
        self.candidates = all.into_iter().collect();
        let mut order = self.candidates.clone();
        order.sort_by_key(|actor| Reverse(self.mentions_of(*actor).len()));
        self.ranks = order.into_iter().enumerate().map(|(rank, actor)| (actor, rank)).collect();
    }

    pub(super) fn mentions_of(&self, actor: ActorId) -> &[Range<usize>] {
        self.mentions.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// How many candidates are named more often.
    pub(super) fn rank(&self, actor: ActorId) -> usize {
        self.ranks.get(&actor).copied().unwrap_or(UNNAMED)
    }

    /// The sentence of a telling.
    pub(super) fn sentence(&self, telling: &Telling) -> usize {
        self.scan.document.sentence_of(telling.trigger.start)
    }
}
