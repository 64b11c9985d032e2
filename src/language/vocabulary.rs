//! Which words are common nouns and which are names of places, counted over news.
//!
//! A capital letter says little in Indonesian news: offices and bodies carry them too ("Wakil Ketua Komisi
//! Pemberantasan Korupsi Alexander Marwata"). A word that also stands in small letters is hardly a person's name.

use crate::table::{Table, TableError};
use std::collections::HashMap;

/// What is known of single words.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: HashMap<Box<str>, Sort>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Common,
    Place,
}

impl Vocabulary {
    /// Parses the table of words: columns `id` (the word) and `sort` (`c` for common, `p` for a place).
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse("words", text)?;
        let mut words = HashMap::new();
        for row in table.rows() {
            let sort = match row.get("sort")? {
                "c" => Sort::Common,
                "p" => Sort::Place,
                _ => return Err(row.error("the sort is neither `c` nor `p`")),
            };
            words.insert(row.get("id")?.into(), sort);
        }
        Ok(Self { words })
    }

    /// Whether the lower-case word also stands in small letters in news.
    pub fn common(&self, lower: &str) -> bool {
        self.words.get(lower) == Some(&Sort::Common)
    }

    /// Whether the lower-case word names a place.
    pub fn place(&self, lower: &str) -> bool {
        self.words.get(lower) == Some(&Sort::Place)
    }
}
