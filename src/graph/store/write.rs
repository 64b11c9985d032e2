//! Model to stored form.

use super::form::{
    ActorForm, ArticleForm, EvidenceForm, HeadForm, IntervalForm, LinkForm, MergeForm, PropositionForm, QuoteForm,
    StanceForm, StatementForm, Text, TransferForm,
};
use super::{FORMAT, StoreError, VERSION};
use crate::extract::DateInterval;
use crate::graph::{
    Actor, ArticleRecord, Code, Edge, Evidence, KnowledgeGraph, Merge, Node, NodeId, NodeKind, Proposition, Quote,
    Relation, Stance, Statement, Transfer,
};
use serde::Serialize;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a graph to a file, whole or not at all: to a temporary file beside it, which then takes its name.
pub fn save(graph: &KnowledgeGraph, path: &Path) -> Result<(), StoreError> {
    replace(path, |file| write(graph, file)).map_err(|error| StoreError::Unwritable(path.to_owned(), error))
}

/// Fills a file whole or not at all: a temporary file beside it is filled and then takes its name.
pub fn replace(path: &Path, fill: impl FnOnce(&mut BufWriter<fs::File>) -> io::Result<()>) -> io::Result<()> {
    let beside = beside(path);
    let written = fs::File::create(&beside).and_then(|file| {
        let mut file = BufWriter::new(file);
        fill(&mut file)?;
        file.flush()?;
        file.get_ref().sync_all()?;
        fs::rename(&beside, path)
    });
    written.inspect_err(|_| drop(fs::remove_file(&beside)))
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}

/// Writes a graph in its stored form: UTF-8, the same bytes for the same graph.
pub fn write(graph: &KnowledgeGraph, to: &mut impl Write) -> io::Result<()> {
    let head = HeadForm { format: FORMAT.into(), version: VERSION };
    write!(to, "{{\"directed\":true,\"multigraph\":true,\"graph\":")?;
    serde_json::to_writer(&mut *to, &head)?;
    write!(to, ",\n\"nodes\":[")?;
    for (position, (id, node)) in graph.nodes().iter().enumerate() {
        separate(to, position)?;
        write_node(to, *id, node)?;
    }
    write!(to, "\n],\n\"links\":[")?;
    for (position, edge) in graph.edges().iter().enumerate() {
        separate(to, position)?;
        serde_json::to_writer(&mut *to, &link_form(edge))?;
    }
    writeln!(to, "\n]}}")
}

fn separate(to: &mut impl Write, position: usize) -> io::Result<()> {
    to.write_all(if position == 0 { b"\n" } else { b",\n" })
}

fn write_node(to: &mut impl Write, id: NodeId, node: &Node) -> io::Result<()> {
    fn put(to: &mut impl Write, form: &impl Serialize) -> io::Result<()> {
        Ok(serde_json::to_writer(to, form)?)
    }
    match node {
        Node::Actor(actor) => put(to, &actor_form(id, actor)),
        Node::Statement(statement) => put(to, &statement_form(id, statement)),
        Node::Proposition(proposition) => put(to, &proposition_form(id, proposition)),
        Node::Transfer(transfer) => put(to, &transfer_form(id, transfer)),
        Node::Article(article) => put(to, &article_form(id, article)),
    }
}

fn actor_form(id: NodeId, actor: &Actor) -> ActorForm<'_> {
    ActorForm {
        id: name(id),
        node: NodeKind::Actor.code().into(),
        name: text(&actor.name),
        kind: actor.kind.code().into(),
        iso: optional(actor.iso.as_ref()),
        aliases: texts(&actor.aliases),
        merged: actor.merged.iter().map(merge_form).collect(),
        corrected: actor.corrected,
    }
}

fn merge_form(merge: &Merge) -> MergeForm<'_> {
    MergeForm {
        name: text(&merge.name),
        rule: merge.rule.code().into(),
        former: name(merge.former),
        articles: merge.articles,
        first: name(merge.first),
    }
}

fn statement_form(id: NodeId, statement: &Statement) -> StatementForm<'_> {
    StatementForm {
        id: name(id),
        node: NodeKind::Statement.code().into(),
        kind: statement.kind.code().into(),
        cue: statement.cue.as_ref().map(quote_form),
        content: quote_form(&statement.content),
        content_is: statement.content_is.map(|content_is| content_is.code().into()),
        date: statement.date.map(interval_form),
        evidence: evidence_form(&statement.evidence),
        rule: text(&statement.rule),
        corrected: statement.corrected,
    }
}

fn proposition_form(id: NodeId, proposition: &Proposition) -> PropositionForm<'_> {
    PropositionForm {
        id: name(id),
        node: NodeKind::Proposition.code().into(),
        text: text(&proposition.text),
        sources: proposition.sources,
        articles: proposition.articles,
    }
}

fn transfer_form(id: NodeId, transfer: &Transfer) -> TransferForm<'_> {
    TransferForm {
        id: name(id),
        node: NodeKind::Transfer.code().into(),
        category: transfer.category.code().into(),
        items: texts(&transfer.items),
        quantities: texts(&transfer.quantities),
        date: transfer.date.map(interval_form),
        status: transfer.status.code().into(),
        stances: transfer.stances.iter().map(stance_form).collect(),
        former: transfer.former.iter().map(|id| name(*id)).collect(),
        corrected: transfer.corrected,
    }
}

fn stance_form(stance: &Stance) -> StanceForm<'_> {
    StanceForm {
        date: stance.date.map(|date| date.to_string().into()),
        holder: stance.holder.map(name),
        value: stance.value.code().into(),
        statement: stance.statement.map(name),
        cue: quote_form(&stance.cue),
        evidence: evidence_form(&stance.evidence),
        rule: text(&stance.rule),
    }
}

fn article_form(id: NodeId, article: &ArticleRecord) -> ArticleForm<'_> {
    ArticleForm {
        id: name(id),
        node: NodeKind::Article.code().into(),
        name: text(&article.name),
        title: optional(article.title.as_ref()),
        publisher: optional(article.publisher.as_ref()),
        date: article.date.map(|date| date.to_string().into()),
        url: optional(article.url.as_ref()),
        text_hash: text(&article.text_hash),
        echo_of: article.echo_of.map(name),
    }
}

fn link_form(edge: &Edge) -> LinkForm<'_> {
    let mut form = LinkForm {
        source: name(edge.from),
        target: name(edge.to),
        key: edge.relation.key().into(),
        relation: edge.relation.code().into(),
        sense: None,
        basis: None,
        stance: None,
        office: None,
        evidence: None,
        articles: None,
    };
    match &edge.relation {
        Relation::Content(sense) => form.sense = Some(sense.code().into()),
        Relation::Answers(basis) => form.basis = Some(basis.code().into()),
        Relation::About(stance) => form.stance = Some(stance.code().into()),
        Relation::Role(role) => {
            form.office = optional(role.office.as_ref());
            form.evidence = Some(evidence_form(&role.evidence));
            form.articles = Some(role.articles);
        }
        Relation::Source
        | Relation::Speaker
        | Relation::Target
        | Relation::Giver
        | Relation::Recipient
        | Relation::ReportedIn => {}
    }
    form
}

fn quote_form(quote: &Quote) -> QuoteForm<'_> {
    QuoteForm { start: quote.span.start, end: quote.span.end, text: text(&quote.text) }
}

fn evidence_form(evidence: &Evidence) -> EvidenceForm<'_> {
    EvidenceForm {
        article: name(evidence.article),
        start: evidence.span.start,
        end: evidence.span.end,
        sentence: text(&evidence.sentence),
    }
}

fn interval_form(interval: DateInterval) -> IntervalForm<'static> {
    IntervalForm {
        first: interval.first.to_string().into(),
        last: interval.last.to_string().into(),
        basis: interval.basis.code().into(),
    }
}

fn name(id: NodeId) -> Text<'static> {
    id.to_string().into()
}

fn text(text: &str) -> Text<'_> {
    text.into()
}

fn texts(texts: &[String]) -> Vec<Text<'_>> {
    texts.iter().map(Text::from).collect()
}

fn optional(optional: Option<&String>) -> Option<Text<'_>> {
    optional.map(|text| text.as_str().into())
}
