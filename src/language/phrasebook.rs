//! Phrases of a lexicon, found in running text.

use super::Document;
use crate::segment::segment;
use std::collections::HashMap;

/// Phrases of one or more tokens, each with what it means.
#[derive(Clone, Debug)]
pub struct Phrasebook<T> {
    by_first: HashMap<String, Vec<Entry<T>>>,
}

#[derive(Clone, Debug)]
struct Entry<T> {
    rest: Vec<String>,
    case: Case,
    meaning: T,
}

/// How a phrase must be written in the text: one that is written in capitals in the lexicon ("AS") is not found in
/// small letters ("as").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    Capital,
    Upper,
}

impl<T> Default for Phrasebook<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T> Phrasebook<T> {
    /// Adds a phrase; of two with the same words and the same case the first one counts.
    pub fn add(&mut self, form: &str, meaning: T) {
        let segmented = segment(form);
        let mut words = segmented.tokens.iter().map(|token| token.span.of(form).to_lowercase());
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let entries = self.by_first.entry(first).or_default();
        let at = entries.partition_point(|entry| entry.rest.len() >= rest.len());
        entries.insert(at, Entry { rest, case: case_of(form), meaning });
    }

    /// The longest phrase that starts at token `i`: how many tokens it takes and what it means.
    pub fn longest(&self, document: &Document<'_>, i: usize) -> Option<(usize, &T)> {
        let found = self.entries(document, i).iter().find(|entry| entry.fits(document, i));
        found.map(|entry| (entry.rest.len() + 1, &entry.meaning))
    }

    /// Every phrase that starts at token `i`, the longest first.
    pub fn all<'a>(&'a self, document: &'a Document<'_>, i: usize) -> impl Iterator<Item = (usize, &'a T)> {
        self.entries(document, i)
            .iter()
            .filter(move |entry| entry.fits(document, i))
            .map(|entry| (entry.rest.len() + 1, &entry.meaning))
    }

    /// What the lower-case word `lower` means alone.
    pub fn of_word(&self, lower: &str) -> Option<&T> {
        let entries = self.by_first.get(lower).map(Vec::as_slice).unwrap_or_default();
        entries.iter().find(|entry| entry.rest.is_empty()).map(|entry| &entry.meaning)
    }

    /// The phrases that open with the word at `i`, which as an abbreviation may keep its full stop: "Prof. Ana".
    fn entries(&self, document: &Document<'_>, i: usize) -> &[Entry<T>] {
        let lower = document.lower(i);
        let found = self.by_first.get(lower).or_else(|| self.by_first.get(lower.strip_suffix('.')?));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

impl<T> Entry<T> {
    fn fits(&self, document: &Document<'_>, i: usize) -> bool {
        let written = document.written(i);
        let case_fits = match self.case {
            Case::Any => true,
            Case::Capital => written.starts_with(char::is_uppercase),
            Case::Upper => written.chars().all(|c| !c.is_lowercase()),
        };
        let stands = |at: usize, word: &str| {
            let lower = document.lower(at);
            lower == word || lower.strip_suffix('.') == Some(word)
        };
        case_fits && self.rest.iter().enumerate().all(|(k, word)| stands(i + 1 + k, word))
    }
}

fn case_of(form: &str) -> Case {
    let letters = form.chars().filter(|c| c.is_alphabetic());
    if letters.clone().all(char::is_uppercase) {
        Case::Upper
    } else if form.starts_with(char::is_uppercase) {
        Case::Capital
    } else {
        Case::Any
    }
}
