//! Trained models: parts of speech and names.
//!
//! The model files lie in `data/model/` and are part of the program. [`Models`] is opened once and shared by threads;
//! each thread has a [`Worker`] of its own, which reuses its buffers. Scores are sums of whole numbers, so the result is
//! the same on every platform.

mod file;
pub(crate) mod hash;
pub(crate) mod linear;
pub(crate) mod names;
pub(crate) mod table;
pub(crate) mod tagger;
pub(crate) mod words;

pub(crate) use file::ModelFile;
#[cfg(feature = "train")]
pub(crate) use file::write as write_file;
pub use file::{ModelError, ModelKind};
pub use names::{Name, NameKind};
pub use tagger::Upos;

use crate::segment::Segmented;
use linear::Linear;
use names::{NAME_LABELS, NameSearch, Transitions};
use table::WordTable;
use tagger::TAG_LABELS;
use words::Word;

static WORDS: &[u8] = include_bytes!("../../../data/model/words.bin");
static TAGS: &[u8] = include_bytes!("../../../data/model/tags.bin");
static NAMES: &[u8] = include_bytes!("../../../data/model/names.bin");

/// Annotated sets differ in their conventions; the models have weights for each, and this chooses among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Styles {
    /// Of the parts of speech: 0 CSUI (news), 1 GSD (encyclopedia), 2 PUD, 3 GSD of version 2.0.
    pub(crate) tags: u32,
    /// Of the names: 0 idner (leaves many countries out), 1 nerui (takes them all), 2 nerugm.
    pub(crate) names: u32,
}

/// The styles in which news is read.
pub(crate) const NEWS: Styles = Styles { tags: 0, names: 1 };

/// All models, opened.
#[derive(Clone, Debug)]
pub struct Models<'b> {
    table: WordTable,
    tags: Linear<'b, TAG_LABELS>,
    names: Linear<'b, NAME_LABELS>,
    transitions: Transitions,
    records: [&'b str; 3],
}

impl Models<'static> {
    /// The models of this program.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::open(WORDS, TAGS, NAMES)
    }
}

impl<'b> Models<'b> {
    /// Opens the files of words, tags and names.
    pub fn open(words: &'b [u8], tags: &'b [u8], names: &'b [u8]) -> Result<Self, ModelError> {
        let words = ModelFile::read(words, ModelKind::Words)?;
        let tags = ModelFile::read(tags, ModelKind::Tags)?;
        let names = ModelFile::read(names, ModelKind::Names)?;
        if [tags.table, names.table].iter().any(|table| *table != words.checksum) {
            return Err(ModelError::WordTable);
        }
        let (transitions, rows) = names::split_transitions(names.weights).ok_or(ModelError::Length)?;
        Ok(Self {
            table: WordTable::from_bytes(words.weights),
            tags: Linear::new(tags.weights).ok_or(ModelError::Length)?,
            names: Linear::new(rows).ok_or(ModelError::Length)?,
            transitions,
            records: [words.record, tags.record, names.record],
        })
    }

    /// What each model was trained on, with licences, seed and scores.
    pub fn records(&self) -> &[&'b str] {
        &self.records
    }
}

/// What the models say of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The part of speech of each token.
    pub tags: Vec<Upos>,
    /// The names, in the order of the text; none crosses a sentence end.
    pub names: Vec<Name>,
}

/// Runs the models in one thread.
#[derive(Debug)]
pub struct Worker<'m> {
    models: &'m Models<'m>,
    words: Vec<Word>,
    features: Vec<u32>,
    search: NameSearch,
}

impl<'m> Worker<'m> {
    /// A worker with empty buffers.
    pub fn new(models: &'m Models<'m>) -> Self {
        Self { models, words: Vec::new(), features: Vec::new(), search: NameSearch::default() }
    }

    /// Tags the tokens of `text` and finds its names.
    pub fn analyse(&mut self, text: &str, segmented: &Segmented) -> Analysis {
        self.analyse_as(text, segmented, NEWS)
    }

    /// The same in the annotation styles `styles`.
    pub(crate) fn analyse_as(&mut self, text: &str, segmented: &Segmented, styles: Styles) -> Analysis {
        let models = self.models;
        let mut analysis = Analysis { tags: Vec::with_capacity(segmented.tokens.len()), names: Vec::new() };
        for sentence in &segmented.sentences {
            let tokens = segmented.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            words::read(text, tokens, &models.table, &mut self.words);
            let first = analysis.tags.len();
            tagger::tag(&models.tags, &self.words, styles.tags, (&mut self.features, &mut analysis.tags));
            let tags = analysis.tags.get(first..).unwrap_or_default();
            let model = (&models.names, &models.transitions);
            names::find(model, (&self.words, tags), styles.names, (&mut self.features, &mut self.search));
            names::names_of(&self.search.labels, sentence.tokens.start, &mut analysis.names);
        }
        analysis
    }

    /// The styles whose best scores for the text are highest, of those in `among`.
    #[cfg(feature = "train")]
    pub(crate) fn fitting_styles(&mut self, text: &str, segmented: &Segmented, among: &[Styles]) -> Styles {
        let models = self.models;
        let mut total = |styles: &Styles| {
            let mut sum = 0;
            for sentence in &segmented.sentences {
                let tokens = segmented.tokens.get(sentence.tokens.clone()).unwrap_or_default();
                words::read(text, tokens, &models.table, &mut self.words);
                let mut tags = Vec::new();
                sum += tagger::tag(&models.tags, &self.words, styles.tags, (&mut self.features, &mut tags));
                let model = (&models.names, &models.transitions);
                let buffers = (&mut self.features, &mut self.search);
                sum += names::find(model, (&self.words, &tags), styles.names, buffers);
            }
            sum
        };
        among.iter().copied().max_by_key(|styles| total(styles)).unwrap_or(NEWS)
    }
}

#[cfg(test)]
mod tests;
