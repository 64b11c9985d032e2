//! Articles with readings made by hand: places are found by the words that stand there.

use crate::extract::{
    Actor, ActorId, ActorKind, Category, ContentIs, DateBasis, DateInterval, Reading, Role, Stance, StanceValue,
    Statement, StatementId, StatementKind, Transfer,
};
use crate::graph::{Facts, GraphLexicon, KnowledgeGraph, NodeId, NodeKind, build};
use crate::ingest::Article;
use crate::span::Span;
use jiff::civil::Date;

/// An article in the making.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) article: Article,
    pub(crate) reading: Reading,
}

impl Story {
    /// An article of this name, day and text.
    pub(crate) fn new(name: &str, published: Date, text: &str) -> Self {
        let id = NodeId::of(NodeKind::Article, &[name]).digits();
        let article = Article {
            id,
            name: name.to_owned(),
            title: None,
            publisher: Some("Kabar Uji".to_owned()),
            url: None,
            published: Some(published),
            text: text.to_owned(),
        };
        Self { article, reading: Reading::default() }
    }

    /// An actor; `names` is the name and then the aliases.
    pub(crate) fn actor(&mut self, kind: ActorKind, names: &[&str]) -> ActorId {
        let iso = match names[0] {
            "Amerika Serikat" => Some("US"),
            "Korea Utara" => Some("KP"),
            "Rusia" => Some("RU"),
            "Ukraina" => Some("UA"),
            "Indonesia" => Some("ID"),
            _ => None,
        };
        self.reading.actors.push(Actor {
            name: names[0].to_owned(),
            kind,
            aliases: names[1..].iter().map(|alias| (*alias).to_owned()).collect(),
            iso: iso.map(str::to_owned),
            mentions: Vec::new(),
        });
        ActorId(self.reading.actors.len() - 1)
    }

    pub(crate) fn country(&mut self, name: &str) -> ActorId {
        self.actor(ActorKind::Country, &[name])
    }

    pub(crate) fn role(&mut self, holder: ActorId, office: Option<&str>, of: ActorId) {
        let evidence = self.find(office.unwrap_or_default());
        self.reading.roles.push(Role { holder, office: office.map(str::to_owned), of, evidence });
    }

    /// A statement of which cue and content stand in the text.
    pub(crate) fn says(&mut self, kind: StatementKind, source: ActorId, words: [&str; 2]) -> StatementId {
        let content = self.find(words[1]);
        let content_is = (kind == StatementKind::Denial).then_some(ContentIs::Rejected);
        self.reading.statements.push(Statement {
            kind,
            source: vec![source],
            speaker: None,
            target: Vec::new(),
            cue: Some(self.find(words[0])),
            content,
            content_is,
            evidence: self.sentence(content),
            date: None,
            rule: "cue.uji/verb".to_owned(),
        });
        StatementId(self.reading.statements.len() - 1)
    }

    pub(crate) fn at(&mut self, statement: StatementId, target: ActorId) {
        self.reading.statements[statement.0].target.push(target);
    }

    pub(crate) fn content_is(&mut self, statement: StatementId, content_is: ContentIs) {
        self.reading.statements[statement.0].content_is = Some(content_is);
    }

    /// A transfer from one to another; returns its place.
    pub(crate) fn passes(&mut self, sides: [Option<ActorId>; 2], category: Category, item: &str) -> usize {
        self.reading.transfers.push(Transfer {
            giver: sides[0].into_iter().collect(),
            recipient: sides[1].into_iter().collect(),
            items: vec![self.find(item)],
            category,
            quantity: None,
            date: None,
            stances: Vec::new(),
        });
        self.reading.transfers.len() - 1
    }

    pub(crate) fn on(&mut self, transfer: usize, first: Date, last: Date) {
        self.reading.transfers[transfer].date = Some(DateInterval { first, last, basis: DateBasis::Given });
    }

    /// What a statement, or without one the writer, holds of a transfer.
    pub(crate) fn holds(&mut self, transfer: usize, value: StanceValue, statement: Option<StatementId>) {
        let said = statement.map(|id| &self.reading.statements[id.0]);
        let holder = said.map(|statement| statement.source[0]);
        let item = self.reading.transfers[transfer].items[0];
        let evidence = said.map_or(self.sentence(item), |statement| statement.evidence);
        let rule = "pass.uji".to_owned();
        self.reading.transfers[transfer].stances.push(Stance { holder, value, statement, evidence, cue: item, rule });
    }

    pub(crate) fn facts(&self) -> Facts {
        Facts::new(&self.article, &self.reading)
    }

    fn find(&self, words: &str) -> Span {
        let start = self.article.text.find(words).unwrap_or_else(|| panic!("\"{words}\" is not in the text"));
        Span::new(start, start + words.len())
    }

    /// The line that holds a span.
    fn sentence(&self, span: Span) -> Span {
        let text = &self.article.text;
        let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let end = text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at);
        Span::new(start, end)
    }
}

/// The graph of these stories.
pub(crate) fn graph(stories: &[Story]) -> KnowledgeGraph {
    let readings: Vec<_> = stories.iter().map(|story| (story.article.clone(), story.reading.clone())).collect();
    build(&readings, &GraphLexicon::embedded().unwrap())
}
