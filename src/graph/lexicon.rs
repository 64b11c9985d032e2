//! What the graph stage must know of the language: names of countries, and words whose meaning ends with their article.

use super::text::{normal, words};
use crate::table::{Table, TableError};
use std::collections::{BTreeMap, BTreeSet};

const COUNTRIES: &str = include_str!("../../data/lexicon/countries.tsv");
const REFERENCES: &str = include_str!("../../data/lexicon/references.tsv");

/// The shortest word, in letters, that may stand before a clitic.
const SHORTEST_HOST: usize = 4;

/// Loaded once and passed by reference.
#[derive(Clone, Debug)]
pub struct GraphLexicon {
    names: BTreeMap<String, String>,
    codes: BTreeMap<String, CountryNames>,
    deictic: BTreeSet<String>,
    clitics: Vec<String>,
    references: BTreeSet<String>,
    former: BTreeSet<String>,
    topics: BTreeSet<String>,
}

/// What a country is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryNames {
    /// The customary Indonesian name.
    pub indonesian: String,
    /// The English name.
    pub english: String,
    /// Other names, metonyms not among them.
    pub others: Vec<String>,
    /// Capitals and seats of power that stand for it.
    pub metonyms: Vec<String>,
}

impl GraphLexicon {
    /// The tables that the program carries.
    pub fn embedded() -> Result<Self, TableError> {
        let mut lexicon = Self {
            names: BTreeMap::new(),
            codes: BTreeMap::new(),
            deictic: BTreeSet::new(),
            clitics: Vec::new(),
            references: BTreeSet::new(),
            former: BTreeSet::new(),
            topics: BTreeSet::new(),
        };
        lexicon.read_countries(&Table::parse("countries", COUNTRIES)?)?;
        lexicon.read_references(&Table::parse("references", REFERENCES)?)?;
        Ok(lexicon)
    }

    /// The ISO code of the country of this name, metonyms left out.
    pub fn country(&self, name: &str) -> Option<&str> {
        self.names.get(&normal(name)).map(String::as_str)
    }

    /// What the country of this ISO code is called.
    pub fn country_names(&self, iso: &str) -> Option<&CountryNames> {
        self.codes.get(iso)
    }

    /// Whether the same words could mean something else in another article.
    pub fn is_deictic(&self, text: &str) -> bool {
        words(text).any(|word| {
            let hosted = |clitic: &String| {
                word.strip_suffix(clitic.as_str()).is_some_and(|host| host.chars().count() >= SHORTEST_HOST)
            };
            self.deictic.contains(&word) || self.clitics.iter().any(hosted)
        })
    }

    /// Whether the words name something that somebody said ("tuduhan itu tidak benar").
    pub fn has_reference(&self, text: &str) -> bool {
        words(text).any(|word| self.references.contains(&word))
    }

    /// Whether the office is one that its holder no longer has.
    pub fn is_former(&self, office: &str) -> bool {
        words(office).any(|word| self.former.contains(&word))
    }

    /// The longer words behind the first that says what a reference is about ("tuduhan soal …").
    pub fn topic(&self, text: &str) -> BTreeSet<String> {
        let about = words(text).skip_while(|word| !self.topics.contains(word)).skip(1);
        about.filter(|word| word.chars().count() > SHORTEST_HOST).collect()
    }

    fn read_countries(&mut self, table: &Table) -> Result<(), TableError> {
        for row in table.rows() {
            let iso = row.get("id")?;
            let owned = |column| row.list(column).map(|names| names.map(str::to_owned).collect::<Vec<_>>());
            let names = CountryNames {
                indonesian: row.get("name")?.to_owned(),
                english: row.get("english")?.to_owned(),
                others: owned("aliases")?,
                metonyms: owned("metonyms")?,
            };
            for name in [&names.indonesian, &names.english].into_iter().chain(&names.others) {
                if self.names.insert(normal(name), iso.to_owned()).is_some_and(|other| other != iso) {
                    return Err(row.error(&format!("another country is called `{name}` too")));
                }
            }
            self.codes.insert(iso.to_owned(), names);
        }
        Ok(())
    }

    fn read_references(&mut self, table: &Table) -> Result<(), TableError> {
        for row in table.rows() {
            let (sort, forms) = (row.get("sort")?, row.list("words")?);
            for form in forms.map(str::to_lowercase) {
                match (sort, form.strip_prefix('-')) {
                    ("deictic", Some(clitic)) => self.clitics.push(clitic.to_owned()),
                    ("deictic", None) => drop(self.deictic.insert(form)),
                    ("reference", None) => drop(self.references.insert(form)),
                    ("former", None) => drop(self.former.insert(form)),
                    ("topic", None) => drop(self.topics.insert(form)),
                    _ => return Err(row.error(&format!("`{sort}` is no sort for `{form}`"))),
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_matches_what_it_must_and_nothing_that_it_must_not() {
        let lexicon = GraphLexicon::embedded().unwrap();
        let table = Table::parse("references", REFERENCES).unwrap();
        for row in table.rows() {
            let alone = |text: &str| match row.get("sort").unwrap() {
                "deictic" => lexicon.is_deictic(text),
                "reference" => lexicon.has_reference(text),
                "topic" => !lexicon.topic(text).is_empty(),
                _ => lexicon.is_former(text),
            };
            let id = row.get("id").unwrap();
            assert!(row.list("must").unwrap().count() > 0, "{id} has no example");
            assert!(row.list("must").unwrap().all(alone), "{id} must match");
            assert!(!row.list("must_not").unwrap().any(alone), "{id} must not match");
        }
    }

    #[test]
    fn countries_are_known_by_their_names_but_not_by_their_capitals() {
        let lexicon = GraphLexicon::embedded().unwrap();
        for name in ["AS", "amerika serikat", "USA", "U.S.", "United States"] {
            assert_eq!(lexicon.country(name), Some("US"), "{name}");
        }
        assert_eq!(lexicon.country("Washington"), None);
        assert_eq!(lexicon.country_names("KP").unwrap().indonesian, "Korea Utara");
    }
}
