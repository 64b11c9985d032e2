//! Stored form to model; nothing is taken on trust.

use super::form::{
    ActorForm, ArticleForm, EvidenceForm, FileForm, IntervalForm, LinkForm, MergeForm, NodeHead, Outline,
    PropositionForm, QuoteForm, StanceForm, StatementForm, Text, TransferForm,
};
use super::{FORMAT, StoreError, VERSION};
use crate::extract::DateInterval;
use crate::graph::{
    Actor, ArticleRecord, Code, Edge, Evidence, KnowledgeGraph, Merge, Node, NodeId, NodeKind, Proposition, Quote,
    Relation, Role, Stance, Statement, Transfer,
};
use crate::span::Span;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Reads a graph from a file.
pub fn load(path: &Path) -> Result<KnowledgeGraph, StoreError> {
    let text = fs::read_to_string(path).map_err(|error| StoreError::Unreadable(path.to_owned(), error))?;
    read(&text)
}

/// Reads a graph from its stored form.
pub fn read(text: &str) -> Result<KnowledgeGraph, StoreError> {
    let file: FileForm = serde_json::from_str(text).map_err(|error| refusal(text, error))?;
    check_head(&file.graph.format, file.graph.version)?;
    let mut nodes = BTreeMap::new();
    for raw in file.nodes {
        let (id, node) = read_node(raw)?;
        if nodes.insert(id, node).is_some() {
            return Err(StoreError::Damaged(format!("the node {id} stands in it twice")));
        }
    }
    let edges = file.links.into_iter().map(|link| read_link(link, &nodes)).collect::<Result<_, _>>()?;
    Ok(KnowledgeGraph::new(nodes, edges))
}

/// Why a text that does not have the stored form was refused: it may be newer, damaged or something else altogether.
fn refusal(text: &str, error: serde_json::Error) -> StoreError {
    let outline = serde_json::from_str::<Outline>(text);
    match outline.ok().and_then(|outline| outline.graph) {
        Some(head) => match check_head(&head.format, head.version) {
            Ok(()) => StoreError::Damaged(error.to_string()),
            Err(refusal) => refusal,
        },
        None => StoreError::NotAGraph(error),
    }
}

fn check_head(format: &str, version: u64) -> Result<(), StoreError> {
    if format != FORMAT {
        return Err(StoreError::NotAGraph(serde_json::Error::custom(format!("its format is \"{format}\""))));
    }
    if version > VERSION { Err(StoreError::Newer(version)) } else { Ok(()) }
}

fn read_node(raw: &RawValue) -> Result<(NodeId, Node), StoreError> {
    let head: NodeHead = parse(raw)?;
    let node = match value::<NodeKind>(&head.kind)? {
        NodeKind::Actor => read_actor(parse(raw)?),
        NodeKind::Statement => read_statement(parse(raw)?),
        NodeKind::Proposition => read_proposition(parse(raw)?),
        NodeKind::Transfer => read_transfer(parse(raw)?),
        NodeKind::Article => read_article(parse(raw)?),
    }?;
    Ok(node)
}

fn parse<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, StoreError> {
    serde_json::from_str(raw.get()).map_err(|error| {
        let start: String = raw.get().chars().take(80).collect();
        StoreError::Damaged(format!("{error} in {start} …"))
    })
}

fn read_actor(form: ActorForm) -> Result<(NodeId, Node), StoreError> {
    let actor = Actor {
        name: form.name.into_owned(),
        kind: value(&form.kind)?,
        iso: form.iso.map(Text::into_owned),
        aliases: owned(form.aliases),
        merged: form.merged.into_iter().map(read_merge).collect::<Result<_, _>>()?,
        corrected: form.corrected,
    };
    Ok((id_of(&form.id, NodeKind::Actor)?, Node::Actor(actor)))
}

fn read_merge(form: MergeForm) -> Result<Merge, StoreError> {
    Ok(Merge {
        name: form.name.into_owned(),
        rule: value(&form.rule)?,
        former: id_of(&form.former, NodeKind::Actor)?,
        articles: form.articles,
        first: id_of(&form.first, NodeKind::Article)?,
    })
}

fn read_statement(form: StatementForm) -> Result<(NodeId, Node), StoreError> {
    let statement = Statement {
        kind: value(&form.kind)?,
        cue: form.cue.map(read_quote).transpose()?,
        content: read_quote(form.content)?,
        content_is: form.content_is.map(|code| value(&code)).transpose()?,
        date: form.date.map(|date| read_interval(&date)).transpose()?,
        evidence: read_evidence(form.evidence)?,
        rule: form.rule.into_owned(),
        corrected: form.corrected,
    };
    Ok((id_of(&form.id, NodeKind::Statement)?, Node::Statement(statement)))
}

fn read_proposition(form: PropositionForm) -> Result<(NodeId, Node), StoreError> {
    let proposition = Proposition { text: form.text.into_owned(), sources: form.sources, articles: form.articles };
    Ok((id_of(&form.id, NodeKind::Proposition)?, Node::Proposition(proposition)))
}

fn read_transfer(form: TransferForm) -> Result<(NodeId, Node), StoreError> {
    let transfer = Transfer {
        category: value(&form.category)?,
        items: owned(form.items),
        quantities: owned(form.quantities),
        date: form.date.map(|date| read_interval(&date)).transpose()?,
        stances: form.stances.into_iter().map(read_stance).collect::<Result<_, _>>()?,
        status: value(&form.status)?,
        former: form.former.iter().map(|id| id_of(id, NodeKind::Transfer)).collect::<Result<_, _>>()?,
        corrected: form.corrected,
    };
    Ok((id_of(&form.id, NodeKind::Transfer)?, Node::Transfer(transfer)))
}

fn read_stance(form: StanceForm) -> Result<Stance, StoreError> {
    Ok(Stance {
        date: form.date.map(|date| read_date(&date)).transpose()?,
        evidence: read_evidence(form.evidence)?,
        holder: form.holder.map(|id| id_of(&id, NodeKind::Actor)).transpose()?,
        value: value(&form.value)?,
        statement: form.statement.map(|id| id_of(&id, NodeKind::Statement)).transpose()?,
        cue: read_quote(form.cue)?,
        rule: form.rule.into_owned(),
    })
}

fn read_article(form: ArticleForm) -> Result<(NodeId, Node), StoreError> {
    let article = ArticleRecord {
        name: form.name.into_owned(),
        title: form.title.map(Text::into_owned),
        publisher: form.publisher.map(Text::into_owned),
        date: form.date.map(|date| read_date(&date)).transpose()?,
        url: form.url.map(Text::into_owned),
        text_hash: form.text_hash.into_owned(),
        echo_of: form.echo_of.map(|id| id_of(&id, NodeKind::Article)).transpose()?,
    };
    Ok((id_of(&form.id, NodeKind::Article)?, Node::Article(article)))
}

fn read_link(form: LinkForm, nodes: &BTreeMap<NodeId, Node>) -> Result<Edge, StoreError> {
    let end = |text: &str| {
        let id = text.parse::<NodeId>().map_err(|error| StoreError::Damaged(error.to_string()))?;
        if nodes.contains_key(&id) { Ok(id) } else { Err(StoreError::Damaged(format!("a link names {id}, no node"))) }
    };
    let lacking = |field: &str| StoreError::Damaged(format!("a \"{}\" link has no {field}", form.relation));
    let relation = match form.relation.as_ref() {
        "source" => Relation::Source,
        "speaker" => Relation::Speaker,
        "target" => Relation::Target,
        "content" => Relation::Content(value(&form.sense.ok_or_else(|| lacking("sense"))?)?),
        "answers" => Relation::Answers(value(&form.basis.ok_or_else(|| lacking("basis"))?)?),
        "about" => Relation::About(value(&form.stance.ok_or_else(|| lacking("stance"))?)?),
        "giver" => Relation::Giver,
        "recipient" => Relation::Recipient,
        "role" => Relation::Role(Role {
            evidence: read_evidence(form.evidence.ok_or_else(|| lacking("evidence"))?)?,
            office: form.office.map(Text::into_owned),
            articles: form.articles.unwrap_or(1),
        }),
        "reported in" => Relation::ReportedIn,
        other => return Err(StoreError::Damaged(format!("\"{other}\" is no relation"))),
    };
    Ok(Edge { from: end(&form.source)?, to: end(&form.target)?, relation })
}

fn read_quote(form: QuoteForm) -> Result<Quote, StoreError> {
    Ok(Quote { span: read_span(form.start, form.end)?, text: form.text.into_owned() })
}

fn read_evidence(form: EvidenceForm) -> Result<Evidence, StoreError> {
    Ok(Evidence {
        article: id_of(&form.article, NodeKind::Article)?,
        span: read_span(form.start, form.end)?,
        sentence: form.sentence.into_owned(),
    })
}

fn read_span(start: usize, end: usize) -> Result<Span, StoreError> {
    if start <= end {
        Ok(Span { start, end })
    } else {
        Err(StoreError::Damaged(format!("a span ends before it starts: {start}..{end}")))
    }
}

fn read_interval(form: &IntervalForm) -> Result<DateInterval, StoreError> {
    Ok(DateInterval { first: read_date(&form.first)?, last: read_date(&form.last)?, basis: value(&form.basis)? })
}

fn read_date(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(format!("\"{text}\" is no date")))
}

fn value<T: Code>(code: &str) -> Result<T, StoreError> {
    T::from_code(code).ok_or_else(|| StoreError::Damaged(format!("the value \"{code}\" is unknown")))
}

fn id_of(text: &str, kind: NodeKind) -> Result<NodeId, StoreError> {
    match text.parse::<NodeId>() {
        Ok(id) if id.kind() == kind => Ok(id),
        Ok(id) => Err(StoreError::Damaged(format!("{id} stands where a node of type {} must", kind.code()))),
        Err(error) => Err(StoreError::Damaged(error.to_string())),
    }
}

fn owned(texts: Vec<Text<'_>>) -> Vec<String> {
    texts.into_iter().map(Text::into_owned).collect()
}
