//! Nodes, edges and what they rest on.

use super::code::Code;
use super::id::NodeId;
use crate::extract::{ActorKind, Category, ContentIs, DateInterval, StanceValue, StatementKind};
use crate::span::Span;
use jiff::civil::Date;

/// A node with its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An actor.
    Actor(Actor),
    /// One act of saying.
    Statement(Statement),
    /// What is claimed or rejected.
    Proposition(Proposition),
    /// Something that passes.
    Transfer(Transfer),
    /// A news article.
    Article(ArticleRecord),
}

/// Somebody who speaks, accuses, denies, is accused, gives or receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest customary Indonesian form.
    pub name: String,
    /// What sort of party it is.
    pub kind: ActorKind,
    /// ISO 3166-1 alpha-2 code, for a country.
    pub iso: Option<String>,
    /// Every other string by which articles refer to it, sorted.
    pub aliases: Vec<String>,
    /// The names under which several articles gave it and why they are one, sorted; empty where one article did.
    pub merged: Vec<Merge>,
    /// Whether a person's correction touched it.
    pub corrected: bool,
}

/// Why a name of an article is taken for an actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The name as the reading gave it.
    pub name: String,
    /// The rule that joined it.
    pub rule: MergeRule,
    /// The id that the name would have alone; it still finds the actor.
    pub former: NodeId,
    /// In how many articles it stands.
    pub articles: usize,
    /// The first of these articles by date and id.
    pub first: NodeId,
}

/// The rules by which names of several articles are taken for one actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeRule {
    /// The same country code.
    Iso,
    /// The same full name.
    SameName,
    /// An abbreviation that articles explain by one full name alone.
    Abbreviation,
    /// A short name of one person alone, with somebody whose office that person holds in the same article.
    Surname,
    /// A person's correction.
    Correction,
}

/// One act in which somebody other than the writer says, thinks, denies or demands something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What sort of act it is.
    pub kind: StatementKind,
    /// The words that mark the act.
    pub cue: Option<Quote>,
    /// What is said.
    pub content: Quote,
    /// For a denial, what its content is.
    pub content_is: Option<ContentIs>,
    /// When it was said.
    pub date: Option<DateInterval>,
    /// The sentence or sentences that hold it.
    pub evidence: Evidence,
    /// The lexicon row and the rule that read it.
    pub rule: String,
    /// Whether a person's correction touched it.
    pub corrected: bool,
}

/// What is claimed or rejected, said by nobody in particular.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// The words as the first article has them.
    pub text: String,
    /// How many sources affirm it that do not repeat one another.
    pub sources: usize,
    /// In how many articles it is affirmed.
    pub articles: usize,
}

/// Something of value that passes, is said to pass, or is wanted to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What sort of thing it is.
    pub category: Category,
    /// The head phrases of what passes, as written, sorted.
    pub items: Vec<String>,
    /// How much, as written, sorted.
    pub quantities: Vec<String>,
    /// When it passes: the days that all dated tellings share.
    pub date: Option<DateInterval>,
    /// What each party holds of it, by date and article.
    pub stances: Vec<Stance>,
    /// What the stances come to.
    pub status: Status,
    /// The ids that its tellings had alone, sorted; they still find it.
    pub former: Vec<NodeId>,
    /// Whether a person's correction touched it.
    pub corrected: bool,
}

/// What one party holds of a transfer, at one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stance {
    /// When the view was given: the statement's date, else the article's.
    pub date: Option<Date>,
    /// The sentence that holds it.
    pub evidence: Evidence,
    /// Who holds the view; none for the article's own voice.
    pub holder: Option<NodeId>,
    /// The view.
    pub value: StanceValue,
    /// The statement that implies it; none for the article's own voice.
    pub statement: Option<NodeId>,
    /// The verb or noun of passing.
    pub cue: Quote,
    /// The lexicon row and the rule that read it.
    pub rule: String,
}

/// What the stances on a transfer come to: a rule's outcome, never an average.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Somebody asserted it and somebody denied it.
    Contested,
    /// A side of it asserted it.
    Acknowledged,
    /// The writer asserted it.
    Reported,
    /// Others asserted it.
    Alleged,
    /// There are only denials.
    Denied,
    /// It is opposed or stopped.
    Blocked,
    /// It is offered, promised or agreed.
    Planned,
    /// It is wished for.
    Sought,
}

/// A news article without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRecord {
    /// The name a person knows it by.
    pub name: String,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day it was published.
    pub date: Option<Date>,
    /// Its address on the web.
    pub url: Option<String>,
    /// A hash of the text alone, sixteen hexadecimal digits: copies share it.
    pub text_hash: String,
    /// The first article of those that tell nearly the same words; none where there is no other.
    pub echo_of: Option<NodeId>,
}

/// Words of an article with their place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// The place that an edge or a node rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The article.
    pub article: NodeId,
    /// Where in its text.
    pub span: Span,
    /// The words that stand there.
    pub sentence: String,
}

/// A directed edge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Where it starts.
    pub from: NodeId,
    /// Where it leads.
    pub to: NodeId,
    /// What it says.
    pub relation: Relation,
}

/// What an edge says, with its attributes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Actor to statement: whose view it is.
    Source,
    /// Actor to statement: who voices another's view.
    Speaker,
    /// Statement to actor: whom it is directed at.
    Target,
    /// Statement to proposition.
    Content(Sense),
    /// Denial to the statement that it denies.
    Answers(Basis),
    /// Statement to transfer: the stance that it implies.
    About(StanceValue),
    /// Actor to transfer.
    Giver,
    /// Transfer to actor.
    Recipient,
    /// Actor to actor.
    Role(Role),
    /// Statement or transfer to article.
    ReportedIn,
}

impl Relation {
    /// The relation's name in stored forms.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Speaker => "speaker",
            Self::Target => "target",
            Self::Content(_) => "content",
            Self::Answers(_) => "answers",
            Self::About(_) => "about",
            Self::Giver => "giver",
            Self::Recipient => "recipient",
            Self::Role(_) => "role",
            Self::ReportedIn => "reported in",
        }
    }

    /// The relation with what tells it from others between the same two nodes: `role:presiden`, `content:affirms`.
    pub fn key(&self) -> String {
        let code = self.code();
        match self {
            Self::Content(sense) => format!("{code}:{}", sense.code()),
            Self::Answers(basis) => format!("{code}:{}", basis.code()),
            Self::About(value) => format!("{code}:{}", value.code()),
            Self::Role(role) => format!("{code}:{}", role.office.as_deref().unwrap_or_default()),
            Self::Source | Self::Speaker | Self::Target | Self::Giver | Self::Recipient | Self::ReportedIn => {
                code.to_owned()
            }
        }
    }
}

/// Whether a statement puts its content forward or rejects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// It puts it forward.
    Affirms,
    /// It rejects it.
    Rejects,
}

/// What a denial's answer to a statement rests on, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The denial rejects the very proposition.
    SameWords,
    /// The denial points to it ("tuduhan itu").
    Reference,
    /// The denial rejects nearly the same words.
    LikeWords,
    /// Both speak of one transfer.
    SameTransfer,
}

/// An office that one actor holds of another, or a body's belonging to a larger one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Role {
    /// The office as first written; none where a body is simply part of another.
    pub office: Option<String>,
    /// The first words that state it, by date and article.
    pub evidence: Evidence,
    /// In how many articles it is stated.
    pub articles: usize,
}
