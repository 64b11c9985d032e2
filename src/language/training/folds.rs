//! Cross-validation: sentences of the treebanks in the styles of news and encyclopedia, and those of the sets of names
//! idner and our own, are measured by models that have not seen them.

use super::conllu::blocks;
use super::evaluate::{Counts, names, treebank, with_sum};
use super::name_sets::{self, Named};
use super::{Source, build_lemmas, build_parser, build_tags, names_file, own_names};
use crate::language::models::names::OWN_STYLE;
use crate::language::models::{ModelError, ModelFiles, Models};
use std::collections::BTreeSet;
use std::error::Error;
use std::io::Read;

/// Parts into which sentences or articles fall, every fifth into the same.
pub(crate) const FOLDS: usize = 5;
/// The annotation styles that are measured; the other treebanks are always learnt from.
const MEASURED: [(u32, &str); 2] = [(0, "CSUI"), (1, "GSD")];

/// Every fifth of `items`, those of the part `fold`, and the others.
pub(crate) fn parts(items: &[usize], fold: usize) -> (Vec<usize>, Vec<usize>) {
    let (held, others): (Vec<_>, Vec<_>) = items.iter().enumerate().partition(|(n, _)| n % FOLDS == fold);
    let plain = |list: Vec<(usize, &usize)>| list.into_iter().map(|(_, item)| *item).collect();
    (plain(held), plain(others))
}

/// The sentences of an annotated file that `keep` wants, by their number.
fn select(text: &str, keep: impl Fn(usize) -> bool) -> String {
    blocks(text).enumerate().filter(|(at, _)| keep(*at)).map(|(_, block)| block + "\n\n").collect()
}

/// Learns from all folds but one and measures on that one; does so for the first `folds` of them.
pub fn cross_validate(files: &ModelFiles<'_>, treebanks: &[Source], folds: usize) -> Result<Vec<Scores>, ModelError> {
    let mut all: Vec<Scores> = MEASURED.iter().map(|(_, name)| Scores { treebank: name, rows: Vec::new() }).collect();
    for fold in 0..FOLDS.min(folds) {
        let held = |style: u32, at: usize| style < 2 && at % FOLDS == fold;
        let rest: Vec<Source> = treebanks
            .iter()
            .map(|source| Source { text: select(&source.text, |at| !held(source.style, at)), style: source.style })
            .collect();
        let tags = build_tags(files.words, &rest)?;
        let [heads, relations] = build_parser(files.words, &rest)?;
        let lemmas = build_lemmas(files.words, &rest)?;
        let learnt = ModelFiles { tags: &tags, heads: &heads, relations: &relations, lemmas: &lemmas, ..*files };
        let models = Models::open(&learnt)?;
        for (scores, (style, _)) in all.iter_mut().zip(MEASURED) {
            for source in treebanks.iter().filter(|source| source.style == style) {
                let found = treebank(&models, &select(&source.text, |at| held(style, at)));
                let tokens = found.from_tokens.into_iter().map(|(name, counts)| ("gold tokens", name, counts));
                let text = found.from_text.into_iter().map(|(name, counts)| ("raw text", name, counts));
                scores.add(tokens.chain(text));
            }
        }
    }
    Ok(all)
}

/// The letters of a sentence: the sets of names share sentences, but cut and write them differently.
fn letters(sentence: &Named) -> String {
    sentence.text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Learns names and offices from all folds of idner, or of this project's annotations of `corpus`, but one, and from the
/// other sets, and measures on that one. What is measured is left out of every set.
pub fn cross_validate_names(
    files: &ModelFiles<'_>,
    sets: &[Source],
    corpus: impl Read,
) -> Result<Vec<(String, Counts)>, Box<dyn Error>> {
    let mut sets: Vec<_> = sets.iter().map(|source| (name_sets::read(&source.text), source.style)).collect();
    sets.push((own_names::read(corpus)?, OWN_STYLE));
    let mut all: Vec<(String, Counts)> = Vec::new();
    for (of, style) in [("idner", 0), ("own", OWN_STYLE)] {
        let mut sum: Vec<(&'static str, Counts)> = Vec::new();
        for fold in 0..FOLDS {
            let measured = sets.iter().filter(|set| set.1 == style).flat_map(|set| set.0.iter().enumerate());
            let held: Vec<Named> =
                measured.filter(|(at, _)| at % FOLDS == fold).map(|(_, named)| named.clone()).collect();
            let seen: BTreeSet<_> = held.iter().map(letters).collect();
            let unseen = |(set, style): &(Vec<Named>, u32)| {
                (set.iter().filter(|named| !seen.contains(&letters(named))).cloned().collect(), *style)
            };
            let learnt = names_file(files.words, files.tags, &sets.iter().map(unseen).collect::<Vec<_>>())?;
            let models = Models::open(&ModelFiles { names: &learnt, ..*files })?;
            let rows = names(&models, &held, style);
            sum.resize(rows.len(), ("", Counts::default()));
            for ((sort, counts), (name, more)) in sum.iter_mut().zip(rows) {
                *sort = name;
                counts.add(more);
            }
        }
        all.extend(with_sum(sum).into_iter().map(|(sort, counts)| (format!("{of} {sort}"), counts)));
    }
    Ok(all)
}

/// Scores on all held-out sentences of a treebank.
#[derive(Clone, Debug)]
pub struct Scores {
    /// The treebank.
    pub treebank: &'static str,
    /// From what, which measure, and its counts.
    pub rows: Vec<(&'static str, &'static str, Counts)>,
}

impl Scores {
    fn add(&mut self, rows: impl Iterator<Item = (&'static str, &'static str, Counts)>) {
        for (from, name, counts) in rows {
            match self.rows.iter_mut().find(|row| (row.0, row.1) == (from, name)) {
                Some(row) => row.2.add(counts),
                None => self.rows.push((from, name, counts)),
            }
        }
    }
}
