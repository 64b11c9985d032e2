//! Cross-validation: sentences of the treebanks in the styles of news and encyclopedia are measured by models that have
//! not seen them.

use super::conllu::blocks;
use super::evaluate::{Counts, treebank};
use super::{Source, build_lemmas, build_parser, build_tags};
use crate::language::models::{ModelError, ModelFiles, Models};

/// Parts into which the sentences fall, every fifth into the same.
const FOLDS: usize = 5;
/// The annotation styles that are measured; the other treebanks are always learnt from.
const MEASURED: [(u32, &str); 2] = [(0, "CSUI"), (1, "GSD")];

/// The sentences of a CoNLL-U file that `keep` wants, by their number.
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
