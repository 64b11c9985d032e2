//! Which denial answers which statement, and what that rests on. A denial never removes or weakens what it answers.

use super::actors::Actors;
use super::facts::{Facts, StatementFact};
use super::id::NodeId;
use super::lexicon::GraphLexicon;
use super::like;
use super::model::{Basis, Edge, Relation, Sense, Stance};
use super::propositions::{Place, Propositions};
use super::status::Lift;
use crate::extract::{ContentIs, StanceValue, StatementKind};
use std::collections::{BTreeMap, BTreeSet};

/// Denials with what they answer in so many words or by pointing to it, each on the surest basis.
pub(super) type Direct = BTreeMap<(Place, Place), Basis>;

/// What the search for answers looks at.
pub(super) struct Search<'a> {
    /// The articles.
    pub facts: &'a [&'a Facts],
    /// Who is who.
    pub actors: &'a Actors,
    /// Who speaks for whom.
    pub lift: &'a Lift,
    /// The words that point to what was said.
    pub lexicon: &'a GraphLexicon,
    /// The node of each statement.
    pub statements: &'a BTreeMap<Place, NodeId>,
    /// The statement of each node.
    pub places: &'a BTreeMap<NodeId, Place>,
    /// What each statement says.
    pub propositions: &'a Propositions,
}

impl Search<'_> {
    /// What denials answer by their own words.
    pub(super) fn direct(&self) -> Direct {
        let by_words = self.by_words().into_iter().map(|pair| (pair, Basis::SameWords));
        let by_reference = self.by_reference().map(|pair| (pair, Basis::Reference));
        let mut found = Direct::new();
        for ((denial, denied), basis) in by_words.chain(by_reference).chain(like::pairs(self.facts)) {
            if denial != denied && !self.same_source(denial, denied) {
                let slot = found.entry((denial, denied)).or_insert(basis);
                *slot = basis.min(*slot);
            }
        }
        found
    }

    /// All answers, one for each pair of statements, on the surest basis; `stances` are those of each transfer.
    pub(super) fn edges<'s>(&self, direct: &Direct, stances: impl Iterator<Item = &'s [Stance]>) -> Vec<Edge> {
        let mut found: BTreeMap<(NodeId, NodeId), Basis> = BTreeMap::new();
        let by_transfer = stances.flat_map(|stances| self.by_transfer(stances)).map(|pair| (pair, Basis::SameTransfer));
        for ((denial, denied), basis) in direct.iter().map(|(pair, basis)| (*pair, *basis)).chain(by_transfer) {
            let (Some(from), Some(to)) = (self.statements.get(&denial), self.statements.get(&denied)) else { continue };
            if from != to && !self.same_source(denial, denied) {
                let slot = found.entry((*from, *to)).or_insert(basis);
                *slot = basis.min(*slot);
            }
        }
        let edge = |((from, to), basis)| Edge { from, to, relation: Relation::Answers(basis) };
        found.into_iter().map(edge).collect()
    }

    /// Denials of the very proposition that a statement puts forward.
    fn by_words(&self) -> Vec<(Place, Place)> {
        let mut pairs = Vec::new();
        for places in self.propositions.statements.values() {
            let with = |sense: Sense| places.iter().filter(move |it| it.1 == sense).map(|it| it.0);
            for denial in with(Sense::Rejects) {
                pairs.extend(with(Sense::Affirms).filter(|it| self.puts_forward(*it)).map(|denied| (denial, denied)));
            }
        }
        pairs
    }

    /// Denials of a transfer that a statement tells.
    fn by_transfer(&self, stances: &[Stance]) -> Vec<(Place, Place)> {
        let places = |values: &[StanceValue], wanted: &dyn Fn(Place) -> bool| -> BTreeSet<Place> {
            let held = stances.iter().filter(|stance| values.contains(&stance.value));
            let statements = held.filter_map(|stance| self.places.get(&stance.statement?).copied());
            statements.filter(|place| wanted(*place)).collect()
        };
        let denials = places(&[StanceValue::Denied], &|place| self.kind(place) == Some(StatementKind::Denial));
        let told = places(&[StanceValue::Asserted, StanceValue::Planned], &|place| self.puts_forward(place));
        denials.iter().flat_map(|denial| told.iter().map(|denied| (*denial, *denied))).collect()
    }

    /// Denials that point to what was said before them in the same article ("tuduhan itu").
    fn by_reference(&self) -> impl Iterator<Item = (Place, Place)> + '_ {
        let denials = super::propositions::statements(self.facts).filter(|(_, _, it)| self.points_back(it));
        denials.filter_map(|(place, article, denial)| Some((place, self.referent(place, article, denial)?)))
    }

    fn points_back(&self, statement: &StatementFact) -> bool {
        statement.kind == StatementKind::Denial
            && match statement.content_is {
                Some(ContentIs::Reference) => true,
                Some(ContentIs::Words) => self.lexicon.has_reference(&statement.content.text),
                Some(ContentIs::Rejected) | None => false,
            }
    }

    /// What a reference means: of those whose words it rejects, or else of those who accuse the denier, the nearest
    /// before it, accusations first. Where neither is told, nothing is made of it.
    fn referent(&self, (index, own): Place, article: &Facts, denial: &StatementFact) -> Option<Place> {
        let denied = self.actors.ids(index, &denial.target);
        let deniers: BTreeSet<NodeId> = self.actors.ids(index, &denial.source).into_iter().collect();
        let before = article.statements.iter().enumerate();
        let before = before.filter(|(other, it)| *other != own && it.evidence.start <= denial.evidence.start);
        let candidates = before.filter(|(_, it)| matches!(it.kind, StatementKind::Accusation | StatementKind::Claim));
        let fitting = candidates.filter(|(_, it)| {
            if denied.is_empty() {
                it.kind == StatementKind::Accusation
                    && self.any_stands_for(index, &it.target, &deniers)
                    && self.on_topic(&denial.content.text, &it.evidence.text)
            } else {
                self.any_stands_for(index, &it.source, &denied.iter().copied().collect())
            }
        });
        let nearest = fitting.max_by_key(|(_, it)| {
            let against = self.any_stands_for(index, &it.target, &deniers);
            (it.kind == StatementKind::Accusation, against, it.content.start)
        });
        nearest.map(|(other, _)| (index, other))
    }

    /// Whether a reference that says what it is about ("laporan mengenai gencatan senjata") shares a word of that with the
    /// sentence; one that does not say fits all.
    fn on_topic(&self, reference: &str, sentence: &str) -> bool {
        let topic = self.lexicon.topic(reference);
        topic.is_empty() || super::text::words(sentence).any(|word| topic.contains(&word))
    }

    /// Whether one of these actors of an article is, speaks for, or is spoken for by one of the others.
    fn any_stands_for(&self, article: usize, actors: &[usize], others: &BTreeSet<NodeId>) -> bool {
        self.actors.ids(article, actors).into_iter().any(|actor| {
            self.lift.speaks_for(actor, others)
                || others.iter().any(|other| self.lift.speaks_for(*other, &BTreeSet::from([actor])))
        })
    }

    fn same_source(&self, one: Place, other: Place) -> bool {
        let sources = |place: Place| {
            self.fact(place).map(|statement| self.actors.ids(place.0, &statement.source)).unwrap_or_default()
        };
        sources(one) == sources(other)
    }

    fn puts_forward(&self, place: Place) -> bool {
        let kinds = [StatementKind::Claim, StatementKind::Accusation, StatementKind::Confirmation];
        self.kind(place).is_some_and(|kind| kinds.contains(&kind))
    }

    fn kind(&self, place: Place) -> Option<StatementKind> {
        self.fact(place).map(|statement| statement.kind)
    }

    fn fact(&self, (article, own): Place) -> Option<&StatementFact> {
        self.facts.get(article)?.statements.get(own)
    }
}
