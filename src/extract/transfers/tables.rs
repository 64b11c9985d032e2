//! What can pass, the words of passing, what bends their meaning, and the closed words around them, from
//! `data/lexicon/`.

use crate::extract::{Category, Stance, StanceValue};
use crate::language::Phrasebook;
use crate::table::{Row, Table, TableError};

pub(super) const ITEMS: &str = include_str!("../../../data/lexicon/items.tsv");
pub(super) const PASSING: &str = include_str!("../../../data/lexicon/passing.tsv");
pub(super) const MODALITY: &str = include_str!("../../../data/lexicon/modality.tsv");
pub(super) const PARTICLES: &str = include_str!("../../../data/lexicon/particles.tsv");

/// The tables of this room, ready to be looked up.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    pub(super) items: Phrasebook<Item>,
    pub(super) passing: Phrasebook<usize>,
    pub(super) rows: Vec<Passing>,
    pub(super) modality: Phrasebook<Option<StanceValue>>,
    /// What is said after a telling to call it untrue.
    pub(super) untrue: Phrasebook<()>,
    pub(super) particles: Vec<(Particle, Phrasebook<()>)>,
}

/// A thing that can pass.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The row that names it.
    pub(super) id: String,
    /// None where the phrase holds an item's word and is no item.
    pub(super) category: Option<Category>,
    /// Whether a party named right after it gives it.
    pub(super) owned_by_giver: bool,
    /// Whether it is a name, always written with a capital ("Leopard").
    pub(super) name: bool,
}

/// A row of the table of passing.
#[derive(Clone, Debug)]
pub(super) struct Passing {
    pub(super) id: String,
    pub(super) frame: Frame,
    /// What passes where no item is named.
    pub(super) implied: Option<Category>,
    /// The categories that the word is used of; empty for all.
    pub(super) only: Vec<Category>,
    pub(super) needs: Needs,
    pub(super) value: StanceValue,
}

/// How the parties stand to a word of passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    Give,
    Given,
    Take,
    Taken,
    SupplyNoun,
    TakeNoun,
    Thing,
    Swap,
    SwapNoun,
    Free,
    Freed,
    FreeNoun,
    /// What is given in return for what was told before it.
    Return,
    /// A carrier brings its object; the sentence says whither.
    Bring,
    /// A coming, as a noun: who lets it happen gives nothing.
    FlowNoun,
    /// The subject comes to its object or to the goal after "ke".
    Flow,
    /// The subject thanks its giver for the item.
    Thank,
    /// A phrase that holds a word of passing and is none.
    Blocked,
}

/// What must be found for a word of passing to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Giver,
    Recipient,
    Both,
    Item,
    /// The same, of arms and troops too: the word is never used of one's own.
    Party,
    Goal,
    /// Both sides; the recipient may also stand after "di".
    Place,
}

/// The sorts of closed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Particle {
    To,
    From,
    By,
    With,
    And,
    Quantity,
    Measure,
    Aux,
    Stop,
    Oblique,
    Pointer,
    Title,
    Place,
    /// A verb whose subject does what its object, a noun of passing, names.
    Carry,
    /// A verb of helping, before the one helped.
    Help,
    /// A verb of holding captives, before their captor.
    Hold,
    /// What opens a description of the party before the comma.
    One,
    /// A noun for what others say.
    Report,
    /// A noun that names no party by itself.
    Vague,
    /// A noun for a state's forces, before the state.
    Force,
    /// Somebody held.
    Captive,
    /// What stands before the amount of a sum.
    Sum,
    /// A verb of saying: who denies it denies nothing of what it says.
    Tell,
    /// A captive whom no state holds.
    Hostage,
    /// A word before or after an amount that counts nothing itself.
    Filler,
    /// What makes an amount less exact.
    Approximate,
    /// A word for giving back: what passes goes to whose it is.
    Back,
    /// A verb whose subject would take what its object, a noun of taking, names.
    Allow,
    /// Before the thing itself, behind the word for its sort.
    Shape,
    /// A word for money that is given, and for things too.
    Aid,
    /// What holds a thing, and counts it.
    Pack,
    /// A sea, a border, a part of the world.
    Region,
    /// Before what has happened.
    Past,
    /// A word for people of some place.
    Folk,
    /// Before a noun of passing that is only counted: "nilai ekspor".
    Gauge,
    /// Behind one: "ekspor naik".
    Trend,
    /// Tells that arms were used, not given.
    Attack,
    /// Says that it is said by nobody in particular.
    Hearsay,
    /// A noun behind a number that is no thing.
    Uncounted,
}

impl Tables {
    pub(super) fn embedded() -> Result<Self, TableError> {
        let mut items = Phrasebook::default();
        each(&Table::parse("items.tsv", ITEMS)?, |row| {
            let category = match row.get("category")? {
                "none" => None,
                name => Some(category(name).ok_or_else(|| row.error("no such category"))?),
            };
            let owned_by_giver = row.get("owner")? == "giver";
            let id = row.get("id")?;
            row.list("words")?.for_each(|word| {
                let name = word.starts_with(char::is_uppercase);
                items.add(word, Item { id: id.to_owned(), category, owned_by_giver, name });
            });
            Ok(())
        })?;
        let (mut passing, mut rows) = (Phrasebook::default(), Vec::new());
        each(&Table::parse("passing.tsv", PASSING)?, |row| {
            row.list("words")?.for_each(|word| passing.add(word, rows.len()));
            rows.push(passing_row(row)?);
            Ok(())
        })?;
        let (mut modality, mut untrue) = (Phrasebook::default(), Phrasebook::default());
        each(&Table::parse("modality.tsv", MODALITY)?, |row| {
            let value = match row.get("value")? {
                "none" => None,
                "untrue" => {
                    row.list("words")?.for_each(|word| untrue.add(word, ()));
                    return Ok(());
                }
                name => Some(value(name).ok_or_else(|| row.error("no such value"))?),
            };
            row.list("words")?.for_each(|word| modality.add(word, value));
            Ok(())
        })?;
        let mut particles: Vec<(Particle, Phrasebook<()>)> = Vec::new();
        each(&Table::parse("particles.tsv", PARTICLES)?, |row| {
            let sort = particle(row.get("sort")?).ok_or_else(|| row.error("no such sort"))?;
            let mut book = Phrasebook::default();
            row.list("words")?.for_each(|word| book.add(word, ()));
            particles.push((sort, book));
            Ok(())
        })?;
        Ok(Self { items, passing, rows, modality, untrue, particles })
    }
}

impl Tables {
    /// Whether a noun of passing tells the view.
    pub(super) fn told_by_noun(&self, stance: &Stance) -> bool {
        let id = row_of(&stance.rule);
        self.rows.iter().any(|row| row.id == id && row.frame.is_noun())
    }

    /// The id of a row of the table of passing, and its frame.
    pub(super) fn word(&self, row: usize) -> (&str, &'static str) {
        self.rows.get(row).map_or(("", ""), |row| (row.id.as_str(), row.frame.name()))
    }
}

/// The lexicon row in the name of a rule.
pub(super) fn row_of(rule: &str) -> &str {
    rule.split('/').next().unwrap_or_default()
}

impl Frame {
    /// Whether it is the frame of a noun, which tells of a passing as of something known.
    pub(super) fn is_noun(self) -> bool {
        use Frame::{FlowNoun, FreeNoun, SupplyNoun, SwapNoun, TakeNoun, Thing};
        matches!(self, SupplyNoun | FlowNoun | TakeNoun | Thing | FreeNoun | SwapNoun)
    }
}

fn each(table: &Table<'_>, mut read: impl FnMut(Row<'_, '_>) -> Result<(), TableError>) -> Result<(), TableError> {
    for row in table.rows() {
        read(row)?;
    }
    Ok(())
}

fn passing_row(row: Row<'_, '_>) -> Result<Passing, TableError> {
    let known = |name: &str| category(name).ok_or_else(|| row.error("no such category"));
    let implied = row.list("category")?.next().map(known).transpose()?;
    let only = row.get("only")?.split_whitespace().map(known).collect::<Result<_, _>>()?;
    Ok(Passing {
        id: row.get("id")?.to_owned(),
        frame: frame(row.get("frame")?).ok_or_else(|| row.error("no such frame"))?,
        implied,
        only,
        needs: needs(row.get("needs")?).ok_or_else(|| row.error("no such need"))?,
        value: value(row.get("value")?).ok_or_else(|| row.error("no such value"))?,
    })
}

fn category(name: &str) -> Option<Category> {
    Some(match name {
        "weapons" => Category::Weapons,
        "technology" => Category::Technology,
        "energy" => Category::Energy,
        "food" => Category::Food,
        "medicine" => Category::Medicine,
        "money" => Category::Money,
        "animals" => Category::Animals,
        "people" => Category::People,
        "vehicles" => Category::Vehicles,
        "documents" => Category::Documents,
        "goods" => Category::Goods,
        _ => return None,
    })
}

/// The frames by the names that the table gives them.
const FRAMES: [(&str, Frame); 18] = [
    ("give", Frame::Give),
    ("given", Frame::Given),
    ("take", Frame::Take),
    ("taken", Frame::Taken),
    ("supply-noun", Frame::SupplyNoun),
    ("take-noun", Frame::TakeNoun),
    ("thing", Frame::Thing),
    ("swap", Frame::Swap),
    ("swap-noun", Frame::SwapNoun),
    ("free", Frame::Free),
    ("freed", Frame::Freed),
    ("free-noun", Frame::FreeNoun),
    ("return", Frame::Return),
    ("bring", Frame::Bring),
    ("flow", Frame::Flow),
    ("flow-noun", Frame::FlowNoun),
    ("thank", Frame::Thank),
    ("none", Frame::Blocked),
];

impl Frame {
    /// Its name in the table.
    pub(super) fn name(self) -> &'static str {
        FRAMES.iter().find(|(_, frame)| *frame == self).map_or("", |(name, _)| name)
    }
}

fn frame(name: &str) -> Option<Frame> {
    FRAMES.iter().find(|(known, _)| *known == name).map(|(_, frame)| *frame)
}

fn needs(name: &str) -> Option<Needs> {
    Some(match name {
        "giver" => Needs::Giver,
        "recipient" => Needs::Recipient,
        "both" => Needs::Both,
        "item" => Needs::Item,
        "party" => Needs::Party,
        "goal" => Needs::Goal,
        "place" => Needs::Place,
        _ => return None,
    })
}

fn value(name: &str) -> Option<StanceValue> {
    Some(match name {
        "asserted" => StanceValue::Asserted,
        "denied" => StanceValue::Denied,
        "planned" => StanceValue::Planned,
        "sought" => StanceValue::Sought,
        "blocked" => StanceValue::Blocked,
        _ => return None,
    })
}

fn particle(name: &str) -> Option<Particle> {
    Some(match name {
        "to" => Particle::To,
        "from" => Particle::From,
        "by" => Particle::By,
        "with" => Particle::With,
        "and" => Particle::And,
        "quantity" => Particle::Quantity,
        "measure" => Particle::Measure,
        "aux" => Particle::Aux,
        "stop" => Particle::Stop,
        "oblique" => Particle::Oblique,
        "pointer" => Particle::Pointer,
        "title" => Particle::Title,
        "place" => Particle::Place,
        "carry" => Particle::Carry,
        "help" => Particle::Help,
        "hold" => Particle::Hold,
        "one" => Particle::One,
        "report" => Particle::Report,
        "vague" => Particle::Vague,
        "force" => Particle::Force,
        "hostage" => Particle::Hostage,
        "captive" => Particle::Captive,
        "sum" => Particle::Sum,
        "tell" => Particle::Tell,
        "filler" => Particle::Filler,
        "approximate" => Particle::Approximate,
        "back" => Particle::Back,
        "allow" => Particle::Allow,
        "shape" => Particle::Shape,
        "aid" => Particle::Aid,
        "pack" => Particle::Pack,
        "region" => Particle::Region,
        "past" => Particle::Past,
        "folk" => Particle::Folk,
        "gauge" => Particle::Gauge,
        "trend" => Particle::Trend,
        "attack" => Particle::Attack,
        "hearsay" => Particle::Hearsay,
        "uncounted" => Particle::Uncounted,
        _ => return None,
    })
}
