//! Noun phrases that can name a party: countries, bodies, people with their offices, unnamed groups.

mod aides;
mod appositions;
mod bodies;
mod extents;
mod foreign;
mod fronted;
mod groups;
mod holders;
mod located;
mod modelled;
mod names;
mod offices;
mod paired;
mod people;
#[cfg(test)]
mod tests;
mod things;

use super::lexicon::{Lexicon, Title, WordClass};
use crate::language::Document;
pub(crate) use groups::agentive;
use modelled::NameVotes;
use std::collections::BTreeSet;
use std::ops::Range;

/// A noun phrase that can name a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The whole of it, title and apposition included.
    pub(crate) tokens: Range<usize>,
    /// The name alone; for an unnamed party the words that describe it.
    pub(crate) name: Range<usize>,
    /// What sort of party it is.
    pub(crate) kind: PhraseKind,
    /// An abbreviation in brackets behind the name.
    pub(crate) short: Option<Range<usize>>,
    /// The offices that the phrase gives its holder.
    pub(crate) offices: Vec<Office>,
    /// The country or body whose name the phrase holds ("Kementerian Pertahanan [Rusia]").
    pub(crate) parent: Option<Box<Phrase>>,
}

/// An office and what it is an office of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    /// The office as written.
    pub(crate) title: Range<usize>,
    /// What sort of office it is.
    pub(crate) class: Title,
    /// The country or body, where the phrase names it.
    pub(crate) of: Option<Box<Phrase>>,
}

/// The sorts of noun phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    /// A country by a name of its own, or by what stands for it ("pemerintah X"): index into the lexicon's countries.
    Country {
        /// Which one.
        country: usize,
        /// By its capital or seat of power, without "pemerintah".
        metonym: bool,
    },
    /// A body that the lexicon knows: index into its bodies.
    KnownBody(usize),
    /// A body by its name.
    Body,
    /// A body by a common noun ("kementerian itu").
    BodyNoun,
    /// A named person.
    Person,
    /// An office without a name ("juru bicara Kremlin", "wakil direktur itu").
    OfficeHolder,
    /// An unnamed party ("para pakar").
    Group,
    /// A name that nothing tells the sort of.
    Name,
    /// A name of a place.
    Place,
}

impl Phrase {
    fn plain(tokens: Range<usize>, kind: PhraseKind) -> Self {
        Self { name: tokens.clone(), tokens, kind, short: None, offices: Vec::new(), parent: None }
    }
}

/// Finds noun phrases in one document.
pub(super) struct PhraseFinder<'d, 't> {
    document: &'d Document<'t>,
    lexicon: &'d Lexicon,
    votes: NameVotes<'d>,
    /// Abbreviations that the article gives for things: "instalasi pengolahan air limbah (IPAL)".
    things: BTreeSet<&'t str>,
}

impl<'d, 't> PhraseFinder<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, lexicon: &'d Lexicon) -> Self {
        let mut finder = Self { document, lexicon, votes: NameVotes::count(document), things: BTreeSet::new() };
        finder.things =
            (0..document.len()).filter(|&i| finder.stands_for_thing(i)).map(|i| document.written(i)).collect();
        finder
    }

    /// All phrases of the document, in order; none overlaps another.
    pub(super) fn find_all(&self) -> Vec<Phrase> {
        let mut found: Vec<Phrase> = Vec::new();
        for sentence in self.document.sentences().iter().filter(|s| !self.document.headline(s)) {
            let mut i = self.document.behind_dateline(sentence);
            while i < sentence.tokens.end {
                if let Some(two) = self.paired(i, sentence.tokens.end) {
                    i = two[1].tokens.end;
                    found.extend(two);
                    continue;
                }
                match self.at(i, sentence.tokens.end) {
                    Some(phrase) => {
                        i = phrase.tokens.end.max(i + 1);
                        found.push(phrase);
                    }
                    None => i += 1,
                }
            }
        }
        self.join_places(found)
    }

    /// The phrase that starts at token `i` and ends by `end`.
    fn at(&self, i: usize, end: usize) -> Option<Phrase> {
        if !self.document.word(i) || self.things.contains(self.document.written(i)) || self.currency(i) {
            return None;
        }
        if self.plural(i) {
            return self.group(i, end);
        }
        self.titled(i, end)
            .or_else(|| self.country(i, end).filter(|_| !self.person_starts(i)))
            .or_else(|| self.brand_of_land(i, end))
            .or_else(|| self.body(i, end))
            .or_else(|| self.group(i, end))
            .or_else(|| self.bare_name(i, end))
            .or_else(|| self.body_noun(i, end))
    }

    fn title(&self, i: usize, wanted: Title) -> Option<usize> {
        self.lexicon.titles.all(self.document, i).find(|(_, title)| **title == wanted).map(|(n, _)| n)
    }

    /// `(ABC)` at token `i`: the tokens inside, where they are an abbreviation or a second name.
    fn bracketed(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let document = self.document;
        if document.written(i) != "(" {
            return None;
        }
        let close = (i + 1..end.min(i + 6)).find(|&k| document.written(k) == ")")?;
        let inside = i + 1..close;
        (!inside.is_empty() && inside.clone().all(|k| document.capital(k) || document.written(k) == "-"))
            .then_some(inside)
    }

    /// Whether the word at `i` is written like part of a name or title and is not one of the function words.
    fn capital_word(&self, i: usize) -> bool {
        self.document.word(i) && self.document.capital(i)
    }

    fn common(&self, i: usize) -> bool {
        self.lexicon.vocabulary.common(self.document.lower(i))
    }

    /// Whether the word at `i` only opens a sentence or a quotation, so that its capital letter says nothing.
    fn opens_sentence(&self, i: usize) -> bool {
        use crate::segment::TokenKind::{QuoteClose, QuoteOpen};
        let start = self.document.sentence_tokens(i).start;
        i == start || matches!(self.document.kind(i - 1), QuoteOpen | QuoteClose) || self.document.written(i - 1) == ":"
    }

    /// "itu", "tersebut", "ini" behind a phrase.
    fn demonstrative(&self, i: usize) -> bool {
        self.lexicon.is(self.document.lower(i), WordClass::Pointing)
    }
}
