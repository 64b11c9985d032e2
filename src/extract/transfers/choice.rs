//! Which transfers an article tells of: learnt from annotated articles, with the whole article in view.
//!
//! The tellings of one category speak for parties on either side. A first log-linear model weighs every party of the
//! article as giver and as recipient, and nobody; a second one weighs the pairs of the foremost of both. Pairs that are
//! likely enough are the transfers, and each telling joins the one that it agrees with. A third one weighs who holds what
//! of them. What a recurrent network reads in the sentences is part of what the first two see.

mod categories;
mod evidence;
#[cfg(feature = "train")]
mod labels;
mod pairs;
mod sides;
#[cfg(feature = "train")]
pub(in crate::extract) mod training;
mod views;
mod wording;

use super::merge::{self, Told};
use super::scan::Scan;
use super::{Scene, Telling};
use crate::extract::{ActorId, Category};
use crate::language::models::keyed::{Keyed, UNIT};
use crate::language::models::recurrent::Network;
use crate::language::models::{ModelError, ModelFile, ModelKind, hash};
use evidence::Evidence;
use std::cmp::Reverse;
use std::sync::Arc;
use views::Views;

/// How many parties of a side are paired.
const FOREMOST: usize = 6;

/// How far a pair must score to be a transfer: a chance of about one in four. From one in six to one in three F1 is the
/// same within half a point, and the more is asked the more of what is told is right.
const LIKELY: i16 = -UNIT;

/// A text of fewer sentences is read by the rules alone: the models know nothing but articles.
pub(super) const ARTICLE: usize = 5;

/// The sides of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Giver,
    Recipient,
}

/// A transfer, without all that its tellings say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) category: Category,
    pub(super) giver: Option<ActorId>,
    pub(super) recipient: Option<ActorId>,
    score: i16,
}

/// One answer to the question who is on a side; nobody where it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ranked {
    party: Option<ActorId>,
    score: i16,
    /// How many stand before it, and how far the first does.
    rank: usize,
    gap: i16,
}

/// Chooses transfers.
#[derive(Clone, Debug)]
pub(super) struct Chooser<'m> {
    weights: Keyed<'m, 1>,
    network: Arc<Network>,
}

impl Chooser<'static> {
    /// With the weights that the program carries.
    pub(super) fn embedded() -> Result<Self, ModelError> {
        let file = ModelFile::read(include_bytes!("../../../data/model/transfers.bin"), ModelKind::Transfers)?;
        let weights = Keyed::new(file.weights).ok_or(ModelError::Length)?;
        Ok(Self { weights, network: Arc::new(wording::embedded()?) })
    }
}

impl Chooser<'_> {
    /// The transfers that `tellings` speak of with who holds what of them, in the order of the text, and the tellings that
    /// agree with none of them.
    pub(super) fn read(
        &self,
        scan: &Scan<'_>,
        scene: &Scene<'_>,
        mut tellings: Vec<Telling>,
    ) -> (Vec<Told>, Vec<Told>) {
        let categories = self.categories(scan, scene, &tellings);
        for (telling, category) in tellings.iter_mut().zip(categories) {
            telling.set_category(scan, category);
        }
        self.choose_among(scan, scene, &tellings)
    }

    /// The same, of tellings whose categories stand.
    fn choose_among(&self, scan: &Scan<'_>, scene: &Scene<'_>, tellings: &[Telling]) -> (Vec<Told>, Vec<Told>) {
        let evidence = Evidence::by_category(scan, scene, tellings, &self.network);
        let chosen = self.choose(&evidence, tellings);
        let (mut transfers, left_out) = merge::assign(scan.document.text(), &chosen, tellings, scan.actors);
        for told in &mut transfers {
            let stances = self.settled(&Views::new((scan, scene), tellings, told));
            told.stances = stances;
        }
        // What is told in nobody's voice ("tidak menuduh X mengirim") is told by nobody.
        // "belum ada pembayaran": a word of passing alone, of nothing and nobody, tells of no transfer.
        let bare = |t: &Told| t.items.is_empty() && t.giver.is_empty() && t.recipient.is_empty();
        transfers.retain(|told| !told.stances.is_empty() && !told.tellings.iter().all(|&t| bare(&tellings[t].told)));
        (transfers, left_out)
    }

    /// The transfers that `tellings` speak of, the likeliest first.
    fn choose(&self, evidence: &[Evidence<'_, '_>], tellings: &[Telling]) -> Vec<Chosen> {
        let mut likely = Vec::new();
        for evidence in evidence {
            let side = |side| ranked(evidence.side(side), |features| self.score(features));
            let (givers, recipients) = (side(Side::Giver), side(Side::Recipient));
            for (giver, recipient) in couples(&givers, &recipients) {
                let score = self.score(&evidence.pair(giver, recipient));
                let (category, giver, recipient) = (evidence.category, giver.party, recipient.party);
                likely.extend((score >= LIKELY).then_some(Chosen { category, giver, recipient, score }));
            }
        }
        likely.sort_by_key(|c| (Reverse(c.score), c.category.name(), c.giver, c.recipient));
        let mut chosen: Vec<Chosen> = Vec::new();
        for one in likely {
            if !chosen.iter().any(|other| other.takes_in(&one)) {
                chosen.push(one);
            }
        }
        let back = chosen.iter().filter_map(|one| returned(one, tellings));
        let back: Vec<Chosen> = back.filter(|back| !chosen.iter().any(|one| one.same(back))).collect();
        chosen.extend(back);
        chosen
    }

    fn score(&self, features: &[u32]) -> i16 {
        self.weights.scores(features)[0]
    }
}

impl Chosen {
    fn same(&self, other: &Self) -> bool {
        (self.category, self.giver, self.recipient) == (other.category, other.giver, other.recipient)
    }

    /// Whether the same sort of thing passes the other way.
    pub(super) fn answers(&self, other: &Self) -> bool {
        (self.category, self.giver, self.recipient) == (other.category, other.recipient, other.giver)
    }

    /// Whether the two differ in nothing but that a side of one is open.
    fn takes_in(&self, other: &Self) -> bool {
        let open = |a: Option<ActorId>, b: Option<ActorId>| a.is_none() || b.is_none();
        let givers = open(self.giver, other.giver) && self.recipient == other.recipient;
        let recipients = open(self.recipient, other.recipient) && self.giver == other.giver;
        self.category == other.category && (givers || recipients)
    }
}

/// What passes the other way in an exchange that tells of `one`: "pertukaran tahanan antara A dan B".
fn returned(one: &Chosen, tellings: &[Telling]) -> Option<Chosen> {
    let sides = [one.giver?, one.recipient?];
    let back = tellings.iter().any(|telling| {
        let mut named = telling.told.giver.iter().chain(&telling.told.recipient);
        telling.exchange && telling.told.category == one.category && named.all(|actor| sides.contains(actor))
    });
    back.then(|| Chosen { giver: one.recipient, recipient: one.giver, ..one.clone() })
}

/// The foremost of those who can be on a side, and nobody.
fn ranked(candidates: Vec<(Option<ActorId>, Vec<u32>)>, score: impl Fn(&[u32]) -> i16) -> Vec<Ranked> {
    let scored = candidates.into_iter().map(|(party, features)| (party, score(&features)));
    let mut scored: Vec<(Option<ActorId>, i16)> = scored.collect();
    scored.sort_by_key(|(party, score)| (Reverse(*score), *party));
    let top = scored.first().map_or(0, |(_, score)| *score);
    let rank = |(rank, (party, score))| Ranked { party, score, rank, gap: score - top };
    let all = scored.into_iter().enumerate().map(rank);
    all.filter(|ranked| ranked.rank < FOREMOST || ranked.party.is_none()).collect()
}

/// All pairs of two different parties, or of one and nobody.
fn couples<'r>(givers: &'r [Ranked], recipients: &'r [Ranked]) -> impl Iterator<Item = (&'r Ranked, &'r Ranked)> {
    let all = givers.iter().flat_map(move |giver| recipients.iter().map(move |recipient| (giver, recipient)));
    all.filter(|(giver, recipient)| giver.party != recipient.party)
}

/// The features of one candidate.
struct Sheet {
    head: &'static str,
    category: &'static str,
    features: Vec<u32>,
}

impl Sheet {
    fn new(head: &'static str, category: Category) -> Self {
        Self { head, category: category.name(), features: Vec::new() }
    }

    fn add(&mut self, parts: &[&str]) {
        let hash = parts.iter().fold(hash::bytes(self.head.as_bytes()), |hash, part| {
            part.bytes().chain(std::iter::once(0)).fold(hash, hash::step)
        });
        self.features.push(hash ^ (hash >> 15));
    }

    /// The same alone and with the category.
    fn add_both(&mut self, parts: &[&str]) {
        self.add(parts);
        self.add(&[&[self.category], parts].concat());
    }

    /// Each feature once.
    fn finish(mut self) -> Vec<u32> {
        self.features.sort_unstable();
        self.features.dedup();
        self.features
    }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, FOREMOST, ranked};
    use crate::extract::{ActorId, Category};

    #[test]
    fn nobody_is_weighed_however_low_it_stands() {
        let parties = (0..10).map(|i| (Some(ActorId(i)), vec![0; 10 - i]));
        let all = parties.chain([(None, Vec::new())]).collect();
        let found = ranked(all, |features| i16::try_from(features.len()).unwrap_or_default());
        assert_eq!(found.len(), FOREMOST + 1);
        assert_eq!((found[0].party, found[1].gap), (Some(ActorId(0)), -1));
        assert_eq!(found.last().map(|last| (last.party, last.rank)), Some((None, 10)));
    }

    #[test]
    fn a_transfer_with_an_open_side_is_the_one_that_closes_it() {
        let chosen = |giver: Option<usize>, recipient: Option<usize>| {
            let (giver, recipient) = (giver.map(ActorId), recipient.map(ActorId));
            Chosen { category: Category::Food, giver, recipient, score: 0 }
        };
        let both = chosen(Some(1), Some(2));
        assert!(both.takes_in(&chosen(Some(1), None)) && both.takes_in(&chosen(None, Some(2))));
        assert!(!both.takes_in(&chosen(Some(2), None)) && !both.takes_in(&chosen(Some(1), Some(3))));
        assert!(!both.takes_in(&Chosen { category: Category::Money, ..chosen(Some(1), None) }));
    }
}
