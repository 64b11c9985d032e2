//! What is claimed or rejected: the same words told in several articles are one proposition.

use super::actors::Actors;
use super::facts::{Facts, StatementFact};
use super::id::{NodeId, NodeKind};
use super::lexicon::GraphLexicon;
use super::model::{Proposition, Sense};
use super::status::Lift;
use super::text::normal;
use crate::extract::{ContentIs, StatementKind};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// From this many words on, the same words in two articles are a copy and mean the same, whatever they point to.
const LONG: usize = 12;
/// Below this many words, a content says too little to mean the same in two articles.
const SHORT: usize = 4;

/// Where a statement stands: the article's place in the list, then its own.
pub(super) type Place = (usize, usize);

/// The propositions of all statements.
pub(super) struct Propositions {
    /// What each statement says or rejects.
    pub of: BTreeMap<Place, (NodeId, Sense)>,
    /// The statements of each proposition, with whether they affirm it.
    pub statements: BTreeMap<NodeId, Vec<(Place, Sense)>>,
    texts: BTreeMap<NodeId, (First, String)>,
}

/// The order of tellings: dated ones first, by date, article and place in it.
type First = (bool, Option<Date>, NodeId, usize);

/// Finds the propositions of these articles.
pub(super) fn find(facts: &[&Facts], lexicon: &GraphLexicon) -> Propositions {
    let mut found = Propositions { of: BTreeMap::new(), statements: BTreeMap::new(), texts: BTreeMap::new() };
    for (place, article, statement) in statements(facts) {
        let Some(sense) = sense(statement) else { continue };
        let Some(id) = identity(&statement.content.text, article, lexicon) else { continue };
        found.of.insert(place, (id, sense));
        found.statements.entry(id).or_default().push((place, sense));
        let first = (article.published.is_none(), article.published, article.id(), statement.content.start);
        let text = (first, statement.content.text.clone());
        let slot = found.texts.entry(id).or_insert_with(|| text.clone());
        if text.0 < slot.0 {
            *slot = text;
        }
    }
    found
}

/// All statements with their places.
pub(super) fn statements<'a>(facts: &[&'a Facts]) -> impl Iterator<Item = (Place, &'a Facts, &'a StatementFact)> {
    facts.iter().copied().enumerate().flat_map(|(index, article)| {
        article.statements.iter().enumerate().map(move |(own, statement)| ((index, own), article, statement))
    })
}

fn sense(statement: &StatementFact) -> Option<Sense> {
    match (statement.kind, statement.content_is) {
        (StatementKind::Claim | StatementKind::Accusation | StatementKind::Confirmation, _)
        | (StatementKind::Denial, Some(ContentIs::Words)) => Some(Sense::Affirms),
        (StatementKind::Denial, Some(ContentIs::Rejected)) => Some(Sense::Rejects),
        (StatementKind::Denial, Some(ContentIs::Reference) | None)
        | (StatementKind::Condemnation | StatementKind::Demand | StatementKind::Commitment, _) => None,
    }
}

/// The id of a proposition: its words, and its text where the same words could mean something else in another one.
fn identity(content: &str, article: &Facts, lexicon: &GraphLexicon) -> Option<NodeId> {
    let words = normal(content);
    if words.is_empty() {
        return None;
    }
    let count = words.split(' ').count();
    let bound = count < LONG && (count < SHORT || !names_somebody(content) || lexicon.is_deictic(content));
    let mark = if bound { Some(article.text_hash.clone()) } else { None };
    let parts: Vec<String> = [words].into_iter().chain(mark).collect();
    Some(NodeId::of(NodeKind::Proposition, &parts))
}

/// Whether a word other than the first begins with a capital letter.
fn names_somebody(content: &str) -> bool {
    content
        .split_whitespace()
        .skip(1)
        .any(|word| word.chars().find(|it| it.is_alphanumeric()).is_some_and(char::is_uppercase))
}

impl Propositions {
    /// The nodes, with how many voices affirm each.
    pub(super) fn nodes(&self, facts: &[&Facts], voices: &Voices) -> BTreeMap<NodeId, Proposition> {
        let node = |(id, (_, text)): (&NodeId, &(First, String))| {
            let places = self.statements.get(id).into_iter().flatten();
            let affirming: Vec<Place> = places.filter(|it| it.1 == Sense::Affirms).map(|it| it.0).collect();
            let articles: BTreeSet<usize> = affirming.iter().map(|place| place.0).collect();
            let sources = voices.count(facts, &affirming);
            (*id, Proposition { text: text.clone(), sources, articles: articles.len() })
        };
        self.texts.iter().map(node).collect()
    }
}

/// What decides which sources repeat one another.
pub(super) struct Voices<'a> {
    /// Who the sources are.
    pub actors: &'a Actors,
    /// For whom they speak.
    pub lift: &'a Lift,
    /// Which articles are near-copies.
    pub echoes: &'a BTreeMap<NodeId, NodeId>,
}

impl Voices<'_> {
    /// How many sources of these statements do not repeat one another: those who speak for one body are one voice, and
    /// so is an unnamed group in near-copies of one article.
    fn count(&self, facts: &[&Facts], places: &[Place]) -> usize {
        let mut voices: Vec<BTreeSet<String>> = Vec::new();
        for place in places {
            for id in self.sources(facts, *place) {
                let (same, mut others): (Vec<_>, Vec<_>) =
                    voices.into_iter().partition(|voice| !voice.is_disjoint(&id));
                others.push(same.into_iter().flatten().chain(id).collect());
                voices = others;
            }
        }
        voices.len()
    }

    fn sources(&self, facts: &[&Facts], (article, own): Place) -> Vec<BTreeSet<String>> {
        let statement = facts.get(article).and_then(|facts| Some((facts, facts.statements.get(own)?)));
        let Some((facts, statement)) = statement else { return Vec::new() };
        let ids = self.actors.ids(article, &statement.source);
        let voice = |id: NodeId| match self.actors.local.get(&id) {
            Some(name) => {
                let first = self.echoes.get(&facts.id()).copied().unwrap_or_else(|| facts.id());
                BTreeSet::from([format!("{name} {first}")])
            }
            None => self.lift.of(id).iter().map(NodeId::to_string).collect(),
        };
        ids.into_iter().map(voice).collect()
    }
}
