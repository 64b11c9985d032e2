//! The graph as the page's script reads it: nodes by number, evidence with the places of its cue and content.

use super::super::options::Options;
use super::super::story::ends;
use crate::extract::{ActorKind, Category, ContentIs, StanceValue, StatementKind};
use crate::graph::{
    Code, Evidence, KnowledgeGraph, Language, NodeId, Quote, Relation, Sense, Stance, Statement, Status, Transfer,
};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Data<'a> {
    language: &'static str,
    /// Labels of codes in both languages.
    labels: BTreeMap<String, [&'static str; 2]>,
    actors: Vec<ActorData<'a>>,
    articles: Vec<ArticleData<'a>>,
    propositions: Vec<PropositionData<'a>>,
    statements: Vec<StatementData<'a>>,
    transfers: Vec<TransferData<'a>>,
}

#[derive(Serialize)]
struct ActorData<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
    offices: Vec<String>,
}

#[derive(Serialize)]
struct ArticleData<'a> {
    title: &'a str,
    publisher: Option<&'a str>,
    date: Option<String>,
    url: Option<&'a str>,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct PropositionData<'a> {
    id: String,
    text: &'a str,
}

#[derive(Serialize)]
struct StatementData<'a> {
    id: String,
    kind: &'static str,
    source: Vec<usize>,
    speaker: Vec<usize>,
    target: Vec<usize>,
    content: &'a str,
    content_is: Option<&'static str>,
    date: Option<String>,
    evidence: EvidenceData<'a>,
    rule: &'a str,
    /// Transfers that it is about, each with the stance that it implies.
    about: Vec<(usize, &'static str)>,
    propositions: Vec<(usize, &'static str)>,
    answers: Vec<usize>,
}

#[derive(Serialize)]
struct TransferData<'a> {
    id: String,
    category: &'static str,
    items: &'a [String],
    quantities: &'a [String],
    status: &'static str,
    date: Option<String>,
    giver: Vec<usize>,
    recipient: Vec<usize>,
    stances: Vec<StanceData<'a>>,
}

#[derive(Serialize)]
struct StanceData<'a> {
    holder: Option<usize>,
    value: &'static str,
    statement: Option<usize>,
    date: Option<String>,
    evidence: EvidenceData<'a>,
}

/// A sentence; places are in UTF-16 units, as the script counts.
#[derive(Serialize)]
struct EvidenceData<'a> {
    article: Option<usize>,
    /// Where the sentence begins in the article.
    start: Option<usize>,
    sentence: &'a str,
    cue: Option<[usize; 2]>,
    content: Option<[usize; 2]>,
}

/// The graph as JSON that can stand in a script element.
pub(super) fn json(
    graph: &KnowledgeGraph,
    options: &Options,
    texts: &BTreeMap<NodeId, String>,
) -> serde_json::Result<String> {
    let data = Numbered::new(graph, texts).data(options.language);
    // No markup begins without this mark.
    Ok(serde_json::to_string(&data)?.replace('<', "\\u003c"))
}

struct Numbered<'a> {
    graph: &'a KnowledgeGraph,
    texts: &'a BTreeMap<NodeId, String>,
    numbers: BTreeMap<NodeId, usize>,
}

impl<'a> Numbered<'a> {
    fn new(graph: &'a KnowledgeGraph, texts: &'a BTreeMap<NodeId, String>) -> Self {
        let mut counts = BTreeMap::new();
        let mut numbers = BTreeMap::new();
        for id in graph.nodes().keys() {
            let count = counts.entry(id.kind()).or_insert(0);
            numbers.insert(*id, *count);
            *count += 1;
        }
        Self { graph, texts, numbers }
    }

    fn data(&self, language: Language) -> Data<'a> {
        let graph = self.graph;
        Data {
            language: if language == Language::English { "en" } else { "id" },
            labels: labels(),
            actors: graph
                .actors()
                .map(|(id, actor)| ActorData {
                    id: id.to_string(),
                    name: &actor.name,
                    kind: actor.kind.code(),
                    aliases: &actor.aliases,
                    offices: self.offices(id),
                })
                .collect(),
            articles: graph
                .articles()
                .map(|(id, article)| ArticleData {
                    title: article.title.as_deref().unwrap_or(&article.name),
                    publisher: article.publisher.as_deref(),
                    date: article.date.map(|date| date.to_string()),
                    url: article.url.as_deref().filter(|url| is_on_the_web(url)),
                    text: self.texts.get(&id).map(String::as_str),
                })
                .collect(),
            propositions: graph
                .propositions()
                .map(|(id, proposition)| PropositionData { id: id.to_string(), text: &proposition.text })
                .collect(),
            statements: graph.statements().map(|(id, statement)| self.statement(id, statement)).collect(),
            transfers: graph.transfers().map(|(id, transfer)| self.transfer(id, transfer)).collect(),
        }
    }

    fn offices(&self, id: NodeId) -> Vec<String> {
        let roles = self.graph.edges_from(id).iter().filter_map(|edge| match &edge.relation {
            Relation::Role(role) => {
                let of = &self.graph.actor(edge.to)?.name;
                Some(role.office.as_ref().map_or_else(|| of.clone(), |office| format!("{office}, {of}")))
            }
            _ => None,
        });
        roles.collect()
    }

    fn statement(&self, id: NodeId, statement: &'a Statement) -> StatementData<'a> {
        let leaving = self.graph.edges_from(id);
        let coded = |edge: &crate::graph::Edge| match &edge.relation {
            Relation::About(stance) => Some((self.number(edge.to)?, stance.code())),
            _ => None,
        };
        let contents = |edge: &crate::graph::Edge| match &edge.relation {
            Relation::Content(sense) => Some((self.number(edge.to)?, sense.code())),
            _ => None,
        };
        let answers = leaving.iter().filter(|edge| matches!(edge.relation, Relation::Answers(_)));
        let targets = leaving.iter().filter(|edge| edge.relation == Relation::Target);
        StatementData {
            id: id.to_string(),
            kind: statement.kind.code(),
            source: self.numbers(ends(self.graph, id, &Relation::Source)),
            speaker: self.numbers(ends(self.graph, id, &Relation::Speaker)),
            target: self.numbers(targets.map(|edge| edge.to)),
            content: &statement.content.text,
            content_is: statement.content_is.map(Code::code),
            date: statement.date.map(|date| date.first.to_string()).or_else(|| self.day(statement.evidence.article)),
            evidence: self.evidence(&statement.evidence, statement.cue.as_ref(), Some(&statement.content)),
            rule: &statement.rule,
            about: leaving.iter().filter_map(coded).collect(),
            propositions: leaving.iter().filter_map(contents).collect(),
            answers: self.numbers(answers.map(|edge| edge.to)),
        }
    }

    fn transfer(&self, id: NodeId, transfer: &'a Transfer) -> TransferData<'a> {
        let recipients = self.graph.edges_from(id).iter().filter(|edge| edge.relation == Relation::Recipient);
        TransferData {
            id: id.to_string(),
            category: transfer.category.code(),
            items: &transfer.items,
            quantities: &transfer.quantities,
            status: transfer.status.code(),
            date: transfer.date.map(|date| date.first.to_string()),
            giver: self.numbers(ends(self.graph, id, &Relation::Giver)),
            recipient: self.numbers(recipients.map(|edge| edge.to)),
            stances: transfer.stances.iter().map(|stance| self.stance(stance)).collect(),
        }
    }

    fn stance(&self, stance: &'a Stance) -> StanceData<'a> {
        StanceData {
            holder: stance.holder.and_then(|id| self.number(id)),
            value: stance.value.code(),
            statement: stance.statement.and_then(|id| self.number(id)),
            date: stance.date.map(|date| date.to_string()),
            evidence: self.evidence(&stance.evidence, Some(&stance.cue), None),
        }
    }

    fn evidence(&self, evidence: &'a Evidence, cue: Option<&Quote>, content: Option<&Quote>) -> EvidenceData<'a> {
        let place = |quote: &Quote| {
            let start = quote.span.start.checked_sub(evidence.span.start)?;
            let before = evidence.sentence.get(..start)?;
            let words = evidence.sentence.get(start..start + quote.span.len())?;
            Some([units(before), units(before) + units(words)])
        };
        let text = self.texts.get(&evidence.article);
        EvidenceData {
            article: self.number(evidence.article),
            start: text.and_then(|text| text.get(..evidence.span.start)).map(units),
            sentence: &evidence.sentence,
            cue: cue.and_then(place),
            content: content.and_then(place),
        }
    }

    fn day(&self, article: NodeId) -> Option<String> {
        self.graph.article(article)?.date.map(|date| date.to_string())
    }

    fn number(&self, id: NodeId) -> Option<usize> {
        self.numbers.get(&id).copied()
    }

    fn numbers(&self, ids: impl IntoIterator<Item = NodeId>) -> Vec<usize> {
        ids.into_iter().filter_map(|id| self.number(id)).collect()
    }
}

/// Length in UTF-16 units.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn is_on_the_web(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

fn labels() -> BTreeMap<String, [&'static str; 2]> {
    let mut labels = BTreeMap::new();
    add::<ActorKind>(&mut labels, "actor");
    add::<StatementKind>(&mut labels, "kind");
    add::<Category>(&mut labels, "category");
    add::<StanceValue>(&mut labels, "stance");
    add::<Status>(&mut labels, "status");
    add::<Sense>(&mut labels, "sense");
    add::<ContentIs>(&mut labels, "content");
    labels
}

fn add<C: Code>(labels: &mut BTreeMap<String, [&'static str; 2]>, set: &str) {
    for (_, code, indonesian, english) in C::NAMES {
        labels.insert(format!("{set}.{code}"), [indonesian, english]);
    }
}
