//! The tables that reading rests on, parsed once.

mod classes;
mod heads;

pub(super) use classes::WordClass;
pub(super) use heads::{BodyHead, HeadSort};

use super::cues::{Cue, CueForm, CueTrait, Frame};
use super::reading::StatementKind;
use crate::language::{Phrasebook, Vocabulary, morphology};
use crate::segment::COUNTED_WORDS;
use crate::table::{Row, Table, TableError};
use std::collections::{HashMap, HashSet};

/// Names, titles, cues and words, ready to be looked up.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Countries; [`Lexicon::country_names`] points into them.
    pub(super) countries: Vec<Country>,
    /// Every name of a country.
    pub(super) country_names: Phrasebook<CountryName>,
    /// Bodies known by name; [`Lexicon::body_names`] points into them.
    pub(super) bodies: Vec<Body>,
    /// Every name of a known body.
    pub(super) body_names: Phrasebook<usize>,
    /// Provinces, regencies and towns.
    pub(super) regions: Phrasebook<String>,
    /// People whose country the lexicon knows; [`Lexicon::person_names`] points into them.
    pub(super) persons: Vec<Statesman>,
    /// Their full names.
    pub(super) person_names: HashMap<String, usize>,
    /// Words that open the name of a body.
    pub(super) body_heads: Phrasebook<BodyHead>,
    /// Those words in full; [`BodyHead`] points into them.
    pub(super) head_words: Vec<String>,
    /// Offices, ranks and forms of address.
    pub(super) titles: Phrasebook<Title>,
    /// Degrees behind a name, without full stops.
    pub(super) degrees: HashSet<String>,
    /// Short offices ("menlu") written out.
    pub(super) full_titles: HashMap<String, String>,
    /// The body that an office tells by itself ("kapolri").
    pub(super) office_bodies: HashMap<String, String>,
    /// What opens a phrase for an unnamed party, and nouns that name people.
    pub(super) groups: Phrasebook<GroupWord>,
    /// Rows of the table of cues; [`Lexicon::cue_forms`] points into them.
    pub(super) cues: Vec<Cue>,
    /// Every form of every cue.
    pub(super) cue_forms: Phrasebook<CueForm>,
    /// What words of grammar do.
    words: HashMap<String, Vec<WordClass>>,
    /// Common nouns and places.
    pub(super) vocabulary: Vocabulary,
}

/// A country.
#[derive(Clone, Debug)]
pub(super) struct Country {
    pub(super) iso: String,
    pub(super) name: String,
}

/// A name of a country.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountryName {
    pub(super) country: usize,
    /// Whether it is a capital or seat of power that stands for the state.
    pub(super) metonym: bool,
}

/// An organisation known by name.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) name: String,
    /// Whether it publishes news.
    pub(super) medium: bool,
}

/// Somebody whose country the lexicon knows.
#[derive(Clone, Debug)]
pub(super) struct Statesman {
    pub(super) name: String,
    /// ISO code of the country.
    pub(super) country: String,
}

/// Words before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// Makes a role.
    Office,
    /// Makes a role in a country.
    State,
    /// Makes a role that nobody has but in a body.
    Body,
    /// Makes a role in the region that is named behind it.
    Regional,
    /// A rank, degree or form of address.
    Rank,
}

impl Title {
    /// Whether it makes a role.
    pub(crate) fn makes_role(self) -> bool {
        matches!(self, Self::Office | Self::State | Self::Body | Self::Regional)
    }
}

/// Words of phrases for unnamed parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupWord {
    /// "sejumlah", "beberapa": people or things.
    Determiner,
    /// "para", "seorang": people alone.
    Personal,
    /// "warga", "pejabat".
    Noun,
}

impl Lexicon {
    /// The tables that the program carries.
    pub fn embedded() -> Result<Self, TableError> {
        let mut lexicon = Self {
            countries: Vec::new(),
            country_names: Phrasebook::default(),
            bodies: Vec::new(),
            body_names: Phrasebook::default(),
            regions: Phrasebook::default(),
            persons: Vec::new(),
            person_names: HashMap::new(),
            body_heads: Phrasebook::default(),
            head_words: Vec::new(),
            titles: Phrasebook::default(),
            degrees: HashSet::new(),
            full_titles: HashMap::new(),
            office_bodies: HashMap::new(),
            groups: Phrasebook::default(),
            cues: Vec::new(),
            cue_forms: Phrasebook::default(),
            words: HashMap::new(),
            vocabulary: Vocabulary::parse(COUNTED_WORDS)?,
        };
        let parse = Table::parse;
        lexicon.read_countries(&parse("countries", include_str!("../../data/lexicon/countries.tsv"))?)?;
        lexicon.read_bodies(&parse("organisations", include_str!("../../data/lexicon/organisations.tsv"))?)?;
        lexicon.read_regions(&parse("regions", include_str!("../../data/lexicon/regions.tsv"))?)?;
        lexicon.read_persons(&parse("persons", include_str!("../../data/lexicon/persons.tsv"))?)?;
        lexicon.read_titles(&parse("titles", include_str!("../../data/lexicon/titles.tsv"))?)?;
        lexicon.read_groups(&parse("groups", include_str!("../../data/lexicon/groups.tsv"))?)?;
        lexicon.read_cues(&parse("cues", include_str!("../../data/lexicon/cues.tsv"))?)?;
        lexicon.read_words(&parse("words", include_str!("../../data/lexicon/words.tsv"))?)?;
        Ok(lexicon)
    }

    /// Whether the lower-case word `lower` is of the class `class`.
    pub(super) fn is(&self, lower: &str, class: WordClass) -> bool {
        self.words.get(lower).is_some_and(|classes| classes.contains(&class))
    }

    fn read_words(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let classes: Option<Vec<WordClass>> = row.list("classes")?.map(WordClass::named).collect();
            let classes = classes.ok_or_else(|| row.error("no such class of words"))?;
            self.words.insert(row.get("id")?.to_owned(), classes);
        }
        Ok(())
    }

    fn read_countries(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let country = self.countries.len();
            let (name, english) = (row.get("name")?, row.get("english")?);
            for form in [name, english].into_iter().chain(row.list("aliases")?) {
                self.country_names.add(form, CountryName { country, metonym: false });
            }
            for form in row.list("metonyms")? {
                self.country_names.add(form, CountryName { country, metonym: true });
            }
            self.countries.push(Country { iso: row.get("id")?.to_owned(), name: name.to_owned() });
        }
        Ok(())
    }

    fn read_bodies(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let form = row.get("form")?;
            let class = row.get("class")?;
            if let Some(sort) = HeadSort::named(class) {
                let head = BodyHead { sort, word: self.head_words.len() };
                for alias in std::iter::once(form).chain(row.list("aliases")?) {
                    self.body_heads.add(alias, head);
                }
                self.head_words.push(form.to_owned());
            } else if matches!(class, "name" | "medium") {
                let body = self.bodies.len();
                for alias in std::iter::once(form).chain(row.list("aliases")?) {
                    self.body_names.add(alias, body);
                }
                self.bodies.push(Body { name: form.to_owned(), medium: class == "medium" });
            } else {
                return Err(row.error("no such class of bodies"));
            }
        }
        Ok(())
    }

    fn read_regions(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let (name, full) = (row.get("name")?, row.get("full")?);
            self.regions.add(name, if full.is_empty() { name } else { full }.to_lowercase());
        }
        Ok(())
    }

    fn read_persons(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let (name, country) = (row.get("name")?, row.get("country")?);
            for form in std::iter::once(name).chain(row.list("also")?) {
                self.person_names.insert(form.to_lowercase(), self.persons.len());
            }
            self.persons.push(Statesman { name: name.to_owned(), country: country.to_owned() });
        }
        Ok(())
    }

    fn read_titles(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let title = match row.get("class")? {
                "office" => Title::Office,
                "state" => Title::State,
                "body" => Title::Body,
                "regional" => Title::Regional,
                "rank" => Title::Rank,
                "degree" => {
                    self.degrees.insert(row.get("form")?.to_owned());
                    continue;
                }
                _ => {
                    return Err(
                        row.error("the class is none of `office`, `state`, `body`, `regional`, `rank` and `degree`")
                    );
                }
            };
            let (form, body, full) = (row.get("form")?, row.get("body")?, row.get("full")?);
            self.titles.add(form, title);
            if !full.is_empty() {
                self.full_titles.insert(form.to_owned(), full.to_owned());
            }
            if !body.is_empty() {
                self.office_bodies.insert(form.to_owned(), body.to_owned());
            }
        }
        Ok(())
    }

    fn read_groups(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let word = match row.get("class")? {
                "determiner" => GroupWord::Determiner,
                "personal" => GroupWord::Personal,
                "noun" => GroupWord::Noun,
                _ => return Err(row.error("the class is none of `determiner`, `personal` and `noun`")),
            };
            self.groups.add(row.get("form")?, word);
        }
        Ok(())
    }

    fn read_cues(&mut self, table: &Table<'_>) -> Result<(), TableError> {
        for row in table.rows() {
            let cue = self.cues.len();
            for base in row.list("verb")? {
                self.cue_forms.add(&morphology::active(base), CueForm::Active(cue));
                self.cue_forms.add(&morphology::passive(base), CueForm::Passive(cue));
            }
            for form in row.list("plain")? {
                self.cue_forms.add(form, CueForm::Active(cue));
            }
            for form in row.list("bare")? {
                self.cue_forms.add(form, CueForm::Bare(cue));
            }
            for form in row.list("noun")? {
                self.cue_forms.add(form, CueForm::Noun(cue));
            }
            let (id, kind) = (row.get("id")?.to_owned(), kind_of(&row)?);
            self.cues.push(Cue { id, kind, frame: frame_of(&row)?, traits: traits_of(&row)? });
        }
        Ok(())
    }
}

fn kind_of(row: &Row<'_, '_>) -> Result<StatementKind, TableError> {
    Ok(match row.get("kind")? {
        "claim" => StatementKind::Claim,
        "accusation" => StatementKind::Accusation,
        "denial" => StatementKind::Denial,
        "confirmation" => StatementKind::Confirmation,
        "condemnation" => StatementKind::Condemnation,
        "demand" => StatementKind::Demand,
        "commitment" => StatementKind::Commitment,
        _ => return Err(row.error("no such kind of statement")),
    })
}

fn frame_of(row: &Row<'_, '_>) -> Result<Frame, TableError> {
    Frame::named(row.get("frame")?).ok_or_else(|| row.error("no such frame"))
}

fn traits_of(row: &Row<'_, '_>) -> Result<Vec<CueTrait>, TableError> {
    let traits: Option<Vec<CueTrait>> = row.list("traits")?.map(CueTrait::named).collect();
    traits.ok_or_else(|| row.error("no such trait of a cue"))
}
