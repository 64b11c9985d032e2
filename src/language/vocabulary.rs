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
    /// More often than not in small letters.
    Common,
    /// Mostly in capitals, but found in small letters too.
    Weak,
    /// After "di", "ke" or "dari" in a good share of its places, and hardly ever in small letters.
    Place,
}

impl Vocabulary {
    /// Parses the table of words: columns `id` (the word) and `sort` (`c` for common, `w` for
    /// weakly so, `p` for a place).
    pub fn parse(text: &str) -> Result<Self, TableError> {
        let table = Table::parse("words", text)?;
        let mut words = HashMap::new();
        for row in table.rows() {
            let sort = match row.get("sort")? {
                "c" => Sort::Common,
                "w" => Sort::Weak,
                "p" => Sort::Place,
                _ => return Err(row.error("the sort is none of `c`, `w` and `p`")),
            };
            words.insert(row.get("id")?.into(), sort);
        }
        Ok(Self { words })
    }

    /// Whether the lower-case word also stands in small letters in news.
    pub fn common(&self, lower: &str) -> bool {
        matches!(self.words.get(lower), Some(Sort::Common | Sort::Weak))
    }

    /// Whether the lower-case word stands in small letters more often than not.
    pub fn mostly_common(&self, lower: &str) -> bool {
        self.words.get(lower) == Some(&Sort::Common)
    }

    /// Whether the lower-case word names a place.
    pub fn place(&self, lower: &str) -> bool {
        self.words.get(lower) == Some(&Sort::Place)
    }
}
