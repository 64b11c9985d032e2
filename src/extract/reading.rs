//! What an article says, in the terms of the graph: the contract between language and graph.
//!
//! A `Reading` holds spans into the text of one article and indices into its own lists, nothing else; the graph stage
//! turns it into nodes and edges and never looks at the language again.

use crate::span::Span;
use jiff::civil::Date;

/// Index into [`Reading::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub usize);

/// Index into [`Reading::statements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub usize);

/// Everything that one article says of actors, statements and transfers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Who takes part in at least one statement, transfer or role.
    pub actors: Vec<Actor>,
    /// Who holds which office of whom.
    pub roles: Vec<Role>,
    /// Acts of saying, in the order of the text.
    pub statements: Vec<Statement>,
    /// What passes, one entry for each event, in the order of the text.
    pub transfers: Vec<Transfer>,
    /// What was seen but not asserted, and why.
    pub notes: Vec<Note>,
    /// How many sentences hold a cue, and how many of them gave no statement.
    pub cues: CueCount,
}

/// How many sentences of a text hold a word of saying, and what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueCount {
    /// Sentences that hold a cue.
    pub sentences: usize,
    /// Those of them that gave no statement.
    pub silent: usize,
}

/// Somebody who speaks, accuses, denies, is accused, gives or receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest customary Indonesian form, without title or office.
    pub name: String,
    /// What sort of party it is.
    pub kind: ActorKind,
    /// Every other string by which the article refers to it, sorted, pronouns left out.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2 code, for a country.
    pub iso: Option<String>,
    /// Where the article names it, in order.
    pub mentions: Vec<Span>,
}

/// The sorts of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A state, and whatever stands for it.
    Country,
    /// A ministry, agency, company, party, court, alliance, armed group or medium.
    Organisation,
    /// A named person.
    Person,
    /// An unnamed or plural party that acts.
    Group,
    /// Only the destination or origin of a transfer.
    Place,
}

impl ActorKind {
    /// Its name in files and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Group => "group",
            Self::Place => "place",
        }
    }
}

/// An office, or a body's belonging to a larger one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Who holds it.
    pub holder: ActorId,
    /// The office as written; none where a body is simply part of another.
    pub office: Option<String>,
    /// The country or organisation that it is an office of.
    pub of: ActorId,
    /// The sentence that states it.
    pub evidence: Span,
}

/// One act in which somebody other than the writer says, thinks, denies or demands something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What sort of act it is.
    pub kind: StatementKind,
    /// Whose view it is; several for a joint statement; never empty.
    pub source: Vec<ActorId>,
    /// Who voices it, where that is somebody else.
    pub speaker: Option<ActorId>,
    /// Whom it is directed at.
    pub target: Vec<ActorId>,
    /// The words that mark the act; none where a quotation goes on without a cue of its own.
    pub cue: Option<Span>,
    /// What is said, without quotation marks.
    pub content: Span,
    /// For a denial, what its content is.
    pub content_is: Option<ContentIs>,
    /// The sentence or sentences that hold cue and content.
    pub evidence: Span,
    /// When it was said.
    pub date: Option<DateInterval>,
    /// The lexicon row and the rule that read it, such as `cue.membantah/verb-complement`.
    pub rule: String,
}

/// The sorts of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    /// Puts a proposition forward as true, likely or believed.
    Claim,
    /// Puts forward that another did or does wrong.
    Accusation,
    /// Rejects a proposition, an accusation or one's own involvement.
    Denial,
    /// Admits or confirms what was alleged or unknown before.
    Confirmation,
    /// Disapproves of an actor or act without a new proposition.
    Condemnation,
    /// Wants another to act.
    Demand,
    /// Binds oneself to act.
    Commitment,
}

impl StatementKind {
    /// Its name in files and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Accusation => "accusation",
            Self::Denial => "denial",
            Self::Confirmation => "confirmation",
            Self::Condemnation => "condemnation",
            Self::Demand => "demand",
            Self::Commitment => "commitment",
        }
    }
}

/// What the content of a denial is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentIs {
    /// The proposition that is denied.
    Rejected,
    /// The denier's own words, negation included.
    Words,
    /// A phrase that points to what is denied.
    Reference,
}

impl ContentIs {
    /// Its name in files and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::Words => "words",
            Self::Reference => "reference",
        }
    }
}

/// Something of value that passes, is said to pass, or is wanted to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// From whom; empty where the text leaves it open.
    pub giver: Vec<ActorId>,
    /// To whom; empty where the text leaves it open.
    pub recipient: Vec<ActorId>,
    /// The head phrases of what passes, as written.
    pub items: Vec<Span>,
    /// What sort of thing it is.
    pub category: Category,
    /// How much, as written.
    pub quantity: Option<Span>,
    /// When it passes.
    pub date: Option<DateInterval>,
    /// What each party holds of it, in the order of the text.
    pub stances: Vec<Stance>,
}

/// The sorts of things that pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Arms, munitions, military equipment.
    Weapons,
    /// Know-how, designs, technical systems.
    Technology,
    /// Fuel, gas, electricity.
    Energy,
    /// Food and drink.
    Food,
    /// Medicine and medical equipment.
    Medicine,
    /// Money in any form.
    Money,
    /// Live animals.
    Animals,
    /// People handed over or sent to serve or work.
    People,
    /// Civil vehicles, ships, aircraft.
    Vehicles,
    /// Data, files, evidence.
    Documents,
    /// Anything else.
    Goods,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Weapons,
        Self::Technology,
        Self::Energy,
        Self::Food,
        Self::Medicine,
        Self::Money,
        Self::Animals,
        Self::People,
        Self::Vehicles,
        Self::Documents,
        Self::Goods,
    ];

    /// Its name in files and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weapons => "weapons",
            Self::Technology => "technology",
            Self::Energy => "energy",
            Self::Food => "food",
            Self::Medicine => "medicine",
            Self::Money => "money",
            Self::Animals => "animals",
            Self::People => "people",
            Self::Vehicles => "vehicles",
            Self::Documents => "documents",
            Self::Goods => "goods",
        }
    }
}

/// What one party holds of a transfer, at one place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// Who holds the view; none for the article's own voice.
    pub holder: Option<ActorId>,
    /// The view.
    pub value: StanceValue,
    /// The statement that implies it; none for the article's own voice.
    pub statement: Option<StatementId>,
    /// The sentence that holds it.
    pub evidence: Span,
    /// The verb or noun of passing.
    pub cue: Span,
    /// The lexicon row and the rule that read it.
    pub rule: String,
}

/// The views that a party can hold of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StanceValue {
    /// Happened or is happening.
    Asserted,
    /// Did not happen, or will not.
    Denied,
    /// Will happen, or is offered, promised, agreed.
    Planned,
    /// Is wished for or asked for by somebody, or possible.
    Sought,
    /// Is opposed or stopped.
    Blocked,
}

impl StanceValue {
    /// Its name in files and queries.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
            Self::Planned => "planned",
            Self::Sought => "sought",
            Self::Blocked => "blocked",
        }
    }
}

/// A stretch of days, both ends included, with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateInterval {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// What it rests on.
    pub basis: DateBasis,
}

/// What a date rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateBasis {
    /// Day, month and year stand in the text.
    Given,
    /// Part of it was completed from the article's date.
    Inferred,
    /// Counted from the article's date ("pekan lalu").
    Relative,
}

/// Something that was seen and not asserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stands.
    pub at: Span,
    /// What was seen and why nothing was made of it.
    pub reason: NoteReason,
}

/// Why nothing was made of what was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteReason {
    /// A cue whose source could not be found or was unsure.
    NoSource,
    /// A cue with nothing said.
    NoContent,
    /// A verb or noun of passing with neither giver nor recipient.
    NoParty,
    /// A pronoun or description that may stand for several actors.
    Ambiguous,
    /// A cue in a construction that no rule reads.
    NotRead,
    /// A cue of accusing with nobody who is accused: what it says was taken for less.
    NoAccused,
}

impl NoteReason {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoSource => "no source",
            Self::NoContent => "no content",
            Self::NoParty => "no party",
            Self::Ambiguous => "ambiguous",
            Self::NotRead => "not read",
            Self::NoAccused => "no accused",
        }
    }
}
