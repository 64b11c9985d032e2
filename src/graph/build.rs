//! Readings to a graph.

use super::actors::{self, Actors};
use super::answers::Search;
use super::code::Code;
use super::contest::contest;
use super::corrections::{self, Corrections};
use super::echo::echoes;
use super::facts::{Days, Facts, RoleFact, StatementFact, Words};
use super::id::{NodeId, NodeKind};
use super::knowledge::KnowledgeGraph;
use super::lexicon::GraphLexicon;
use super::model::{ArticleRecord, Edge, Evidence, Node, Relation, Role, Stance, Statement};
use super::propositions::{self, Place, Propositions, Voices, statements};
use super::status::Lift;
use super::text::normal;
use super::transfers::{self, Event};
use crate::extract::Reading;
use crate::ingest::Article;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The graph of these articles.
pub fn build(readings: &[(Article, Reading)], lexicon: &GraphLexicon) -> KnowledgeGraph {
    let mut builder = Builder::new(lexicon, Corrections::default());
    for (article, reading) in readings {
        builder.add(Facts::new(article, reading));
    }
    builder.build()
}

/// Gathers what articles say, in any order, and joins it into one graph.
#[derive(Clone, Debug)]
pub struct Builder<'lexicon> {
    lexicon: &'lexicon GraphLexicon,
    corrections: Corrections,
    facts: BTreeMap<NodeId, Facts>,
}

impl<'lexicon> Builder<'lexicon> {
    /// With no articles.
    pub fn new(lexicon: &'lexicon GraphLexicon, corrections: Corrections) -> Self {
        Self { lexicon, corrections, facts: BTreeMap::new() }
    }

    /// Adds an article. Of two with the same id, the one with the lesser name stays.
    pub fn add(&mut self, facts: Facts) {
        let id = facts.id();
        if self.facts.get(&id).is_none_or(|other| facts.name < other.name) {
            self.facts.insert(id, facts);
        }
    }

    /// Takes the articles out again that `drop` says.
    pub fn remove(&mut self, mut drop: impl FnMut(&Facts) -> bool) {
        self.facts.retain(|_, facts| !drop(facts));
    }

    /// What it holds, by article, uncorrected.
    pub fn facts(&self) -> impl Iterator<Item = &Facts> {
        self.facts.values()
    }

    /// Each correction that matches nothing in the articles added so far, in words.
    pub fn idle_corrections(&self) -> Vec<String> {
        let facts: Vec<&Facts> = self.facts.values().collect();
        let mut idle = corrections::idle(&self.corrections, &facts);
        if !self.corrections.prefer.is_empty() {
            idle.extend(actors::resolve(&facts, self.lexicon, &self.corrections).idle);
        }
        idle
    }

    /// The graph of all articles added so far; it does not depend on the order in which they came.
    pub fn build(&self) -> KnowledgeGraph {
        let corrected: Vec<Cow<Facts>> = self.facts.values().map(|facts| self.corrected(facts)).collect();
        let facts: Vec<&Facts> = corrected.iter().map(AsRef::as_ref).collect();
        let echoes = echoes(&facts);
        let actors = actors::resolve(&facts, self.lexicon, &self.corrections);
        let mut edges = roles(&facts, &actors);
        edges.sort();
        let is_country = |id: NodeId| actors.nodes.get(&id).is_some_and(|actor| actor.iso.is_some());
        let lift = Lift::new(&edges, self.lexicon, is_country);
        let propositions = propositions::find(&facts, self.lexicon);
        let ids = statement_ids(&facts);
        let places: BTreeMap<NodeId, Place> = ids.iter().map(|(place, id)| (*id, *place)).collect();
        let mut events = transfers::join(&facts, &actors, &lift, &ids);
        let search = Search {
            facts: &facts,
            actors: &actors,
            lift: &lift,
            lexicon: self.lexicon,
            statements: &ids,
            places: &places,
            propositions: &propositions,
        };
        let direct = search.direct();
        edges.extend(search.edges(&direct, events.iter().map(|event| event.node.stances.as_slice())));
        contest(&mut events, &direct, &search);
        edges.extend(statement_edges(&facts, &actors, &propositions, &ids));
        edges.extend(events.iter().flat_map(|event| transfer_edges(&facts, event)));

        let voices = Voices { actors: &actors, lift: &lift, echoes: &echoes };
        let mut nodes: BTreeMap<NodeId, Node> = BTreeMap::new();
        let described = propositions.nodes(&facts, &voices);
        nodes.extend(described.into_iter().map(|(id, proposition)| (id, Node::Proposition(proposition))));
        nodes.extend(facts.iter().map(|article| (article.id(), Node::Article(article_record(article, &echoes)))));
        nodes.extend(statements(&facts).filter_map(|(place, article, fact)| {
            Some((*ids.get(&place)?, Node::Statement(statement_node(article, fact))))
        }));
        nodes.extend(events.into_iter().map(|event| (event.id, Node::Transfer(event.node))));
        let taking_part = ends(&edges);
        let present = actors.nodes.into_iter().filter(|(id, _)| taking_part.contains(id));
        nodes.extend(present.map(|(id, actor)| (id, Node::Actor(actor))));
        KnowledgeGraph::new(nodes, edges)
    }

    fn corrected<'a>(&self, facts: &'a Facts) -> Cow<'a, Facts> {
        let mut facts = Cow::Borrowed(facts);
        if self.corrections.concern(&facts) {
            self.corrections.apply(facts.to_mut(), self.lexicon);
        }
        facts
    }
}

fn ends(edges: &[Edge]) -> BTreeSet<NodeId> {
    edges.iter().flat_map(|edge| [edge.from, edge.to]).collect()
}

/// One edge for each office that one actor holds of another, with the first words that state it.
fn roles(facts: &[&Facts], actors: &Actors) -> Vec<Edge> {
    struct Stated<'a> {
        first: (bool, Option<Date>, NodeId, usize),
        fact: &'a RoleFact,
        articles: BTreeSet<NodeId>,
    }
    let mut found: BTreeMap<(NodeId, NodeId, Option<String>), Stated> = BTreeMap::new();
    for (index, article) in facts.iter().enumerate() {
        for fact in &article.roles {
            let (Some(holder), Some(of)) = (actors.id(index, fact.holder), actors.id(index, fact.of)) else { continue };
            if holder == of {
                continue;
            }
            let first = (article.published.is_none(), article.published, article.id(), fact.evidence.start);
            let office = fact.office.as_deref().map(normal);
            let stated = found.entry((holder, of, office));
            let stated = stated.or_insert_with(|| Stated { first, fact, articles: BTreeSet::new() });
            stated.articles.insert(article.id());
            if first < stated.first {
                (stated.first, stated.fact) = (first, fact);
            }
        }
    }
    let edge = |((from, to, _), stated): ((NodeId, NodeId, Option<String>), Stated)| {
        let words = &stated.fact.evidence;
        let evidence = Evidence { article: stated.first.2, span: words.span(), sentence: words.text.clone() };
        let role = Role { office: stated.fact.office.clone(), evidence, articles: stated.articles.len() };
        Edge { from, to, relation: Relation::Role(role) }
    };
    found.into_iter().map(edge).collect()
}

/// A statement is its article, kind, cue and content; two that share all of these are counted.
fn statement_ids(facts: &[&Facts]) -> BTreeMap<Place, NodeId> {
    let mut seen: BTreeMap<NodeId, usize> = BTreeMap::new();
    let named = statements(facts).map(|(place, article, fact)| {
        let span = |start: usize, end: usize| format!("{start}-{end}");
        let cue = fact.cue.as_ref().map_or_else(String::new, |cue| span(cue.start, cue.end));
        let content = span(fact.content.start, fact.content.end);
        let parts = [article.article.clone(), fact.kind.code().to_owned(), cue, content];
        let id = NodeId::of(NodeKind::Statement, &parts);
        let count = seen.entry(id).or_default();
        *count += 1;
        let id = if *count == 1 { id } else { NodeId::of(NodeKind::Statement, &[id.to_string(), count.to_string()]) };
        (place, id)
    });
    named.collect()
}

fn statement_node(article: &Facts, fact: &StatementFact) -> Statement {
    Statement {
        kind: fact.kind,
        cue: fact.cue.as_ref().map(Words::quote),
        content: fact.content.quote(),
        content_is: fact.content_is,
        date: fact.date.map(Days::interval),
        evidence: Evidence { article: article.id(), span: fact.evidence.span(), sentence: fact.evidence.text.clone() },
        rule: fact.rule.clone(),
        corrected: fact.corrected,
    }
}

fn article_record(article: &Facts, echoes: &BTreeMap<NodeId, NodeId>) -> ArticleRecord {
    ArticleRecord {
        name: article.name.clone(),
        title: article.title.clone(),
        publisher: article.publisher.clone(),
        date: article.published,
        url: article.url.clone(),
        text_hash: article.text_hash.clone(),
        echo_of: echoes.get(&article.id()).copied().filter(|first| *first != article.id()),
    }
}

fn statement_edges(
    facts: &[&Facts],
    actors: &Actors,
    propositions: &Propositions,
    ids: &BTreeMap<Place, NodeId>,
) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (place, article, fact) in statements(facts) {
        let Some(id) = ids.get(&place).copied() else { continue };
        let from = |from: NodeId, relation| Edge { from, to: id, relation };
        let to = |to: NodeId, relation| Edge { from: id, to, relation };
        edges.extend(actors.ids(place.0, &fact.source).into_iter().map(|actor| from(actor, Relation::Source)));
        let speaker = fact.speaker.and_then(|speaker| actors.id(place.0, speaker));
        edges.extend(speaker.map(|actor| from(actor, Relation::Speaker)));
        edges.extend(actors.ids(place.0, &fact.target).into_iter().map(|actor| to(actor, Relation::Target)));
        let content = propositions.of.get(&place);
        edges.extend(content.map(|(proposition, sense)| to(*proposition, Relation::Content(*sense))));
        edges.push(to(article.id(), Relation::ReportedIn));
    }
    edges
}

fn transfer_edges(facts: &[&Facts], event: &Event) -> Vec<Edge> {
    let mut edges = Vec::new();
    edges.extend(event.giver.iter().map(|giver| Edge { from: *giver, to: event.id, relation: Relation::Giver }));
    let recipients = event.recipient.iter();
    edges.extend(recipients.map(|to| Edge { from: event.id, to: *to, relation: Relation::Recipient }));
    let about = |stance: &Stance| {
        let relation = Relation::About(stance.value);
        stance.statement.map(|statement| Edge { from: statement, to: event.id, relation })
    };
    edges.extend(event.node.stances.iter().filter_map(about));
    let articles = event.tellings.iter().filter_map(|(article, _)| facts.get(*article));
    edges.extend(articles.map(|article| Edge { from: event.id, to: article.id(), relation: Relation::ReportedIn }));
    edges
}
