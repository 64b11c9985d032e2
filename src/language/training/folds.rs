//! Cross-validation: sentences of the treebanks in the styles of news and encyclopedia, and those of the name set idner,
//! are measured by models that have not seen them.

use super::conllu::blocks;
use super::evaluate::{Counts, name_set, treebank};
use super::{Source, build_lemmas, build_names, build_parser, build_tags};
use crate::language::models::{ModelError, ModelFiles, Models};
use std::collections::BTreeSet;

/// Parts into which the sentences fall, every fifth into the same.
const FOLDS: usize = 5;
/// The annotation styles that are measured; the other treebanks are always learnt from.
const MEASURED: [(u32, &str); 2] = [(0, "CSUI"), (1, "GSD")];

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

/// The letters of a sentence of a name set: the sets share sentences, but cut and write them differently.
fn letters(block: &str) -> String {
    let tokens = block.lines().filter_map(|line| line.split_whitespace().next());
    tokens.flat_map(str::chars).filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Learns names from all folds of idner but one, and from the other sets, and measures on that one. What is measured is
/// left out of every set.
pub fn cross_validate_names(
    files: &ModelFiles<'_>,
    sets: &[Source],
) -> Result<Vec<(&'static str, Counts)>, ModelError> {
    let mut all: Vec<(&'static str, Counts)> = Vec::new();
    for fold in 0..FOLDS {
        let measured = |set: &&Source| set.style == 0;
        let held: String = sets.iter().filter(measured).map(|set| select(&set.text, |at| at % FOLDS == fold)).collect();
        let seen: BTreeSet<_> = blocks(&held).map(|block| letters(&block)).collect();
        let unseen = |set: &Source| {
            let kept = blocks(&set.text).filter(|block| !seen.contains(&letters(block)));
            Source { text: kept.map(|block| block + "\n\n").collect(), style: set.style }
        };
        let names = build_names(files.words, files.tags, &sets.iter().map(unseen).collect::<Vec<_>>())?;
        let models = Models::open(&ModelFiles { names: &names, ..*files })?;
        for (kind, counts) in name_set(&models, &held, 0) {
            match all.iter_mut().find(|(of, _)| *of == kind) {
                Some((_, sum)) => sum.add(counts),
                None => all.push((kind, counts)),
            }
        }
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
