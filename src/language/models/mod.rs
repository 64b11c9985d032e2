//! Trained models: parts of speech, names, heads and relations.
//!
//! The model files lie in `data/model/` and are part of the program. [`Models`] is opened once and shared by threads;
//! each thread has a [`Worker`] of its own, which reuses its buffers. Scores are sums of whole numbers, so the result is
//! the same on every platform.

pub(crate) mod arcs;
pub(crate) mod eisner;
mod file;
pub(crate) mod hash;
pub(crate) mod heads;
pub(crate) mod keyed;
pub(crate) mod lemmas;
pub(crate) mod linear;
pub(crate) mod names;
pub mod packed;
pub(crate) mod parser;
pub(crate) mod recurrent;
pub(crate) mod relations;
pub(crate) mod table;
pub(crate) mod tagger;
pub(crate) mod transitions;
pub(crate) mod words;

pub(crate) use file::ModelFile;
#[cfg(feature = "train")]
pub(crate) use file::write as write_file;
pub use file::{ModelError, ModelKind};
pub use names::{Name, NameKind};
pub use tagger::Upos;

use crate::segment::{Segmented, Token};
use heads::{HeadModel, HeadSearch};
use lemmas::{LemmaModel, Place};
use linear::Linear;
use names::{NAME_LABELS, NameSearch, Transitions};
use packed::Packed;
use parser::Tagged;
use relations::{Family, RELATIONS};
use std::ops::Range;
use table::WordTable;
use tagger::TAG_LABELS;
use words::Word;

/// The bytes of all model files.
#[derive(Clone, Copy, Debug)]
pub struct ModelFiles<'b> {
    /// Clusters of words.
    pub words: &'b [u8],
    /// Parts of speech.
    pub tags: &'b [u8],
    /// Names.
    pub names: &'b [u8],
    /// Heads of words.
    pub heads: &'b [u8],
    /// Relations of words to their heads.
    pub relations: &'b [u8],
    /// Dictionary forms.
    pub lemmas: &'b [u8],
}

static TAGS_FILE: Packed = Packed::new(include_bytes!("../../../data/model/tags.bin.gz"));
static NAMES_FILE: Packed = Packed::new(include_bytes!("../../../data/model/names.bin.gz"));
static HEADS_FILE: Packed = Packed::new(include_bytes!("../../../data/model/heads.bin.gz"));
static RELATIONS_FILE: Packed = Packed::new(include_bytes!("../../../data/model/relations.bin.gz"));
static WORDS: &[u8] = include_bytes!("../../../data/model/words.bin");

/// The files of this program.
fn embedded() -> ModelFiles<'static> {
    ModelFiles {
        words: WORDS,
        tags: TAGS_FILE.get(),
        names: NAMES_FILE.get(),
        heads: HEADS_FILE.get(),
        relations: RELATIONS_FILE.get(),
        lemmas: include_bytes!("../../../data/model/lemmas.bin"),
    }
}

/// Annotated sets differ in their conventions; the models have weights for each, and this chooses among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Styles {
    /// Of the parts of speech: 0 CSUI (news), 1 GSD (encyclopedia), 2 PUD, 3 GSD of version 2.0.
    pub(crate) tags: u32,
    /// Of the names: 0 idner (leaves many countries out), 1 nerui (takes them all), 2 nerugm, 3 this project.
    pub(crate) names: u32,
}

/// The styles in which news is read.
pub(crate) const NEWS: Styles = Styles { tags: 0, names: names::OWN_STYLE };

/// All models, opened.
#[derive(Clone, Debug)]
pub struct Models<'b> {
    table: WordTable,
    tags: Linear<'b, TAG_LABELS>,
    names: Linear<'b, NAME_LABELS>,
    transitions: Transitions,
    heads: HeadModel<'b>,
    relations: Linear<'b, { RELATIONS.len() }>,
    lemmas: LemmaModel<'b>,
    records: [&'b str; 6],
}

impl Models<'static> {
    /// The models of this program.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::open(&embedded())
    }
}

impl<'b> Models<'b> {
    /// Opens model files.
    pub fn open(files: &ModelFiles<'b>) -> Result<Self, ModelError> {
        let words = ModelFile::read(files.words, ModelKind::Words)?;
        let tags = ModelFile::read(files.tags, ModelKind::Tags)?;
        let names = ModelFile::read(files.names, ModelKind::Names)?;
        let heads = ModelFile::read(files.heads, ModelKind::Heads)?;
        let relations = ModelFile::read(files.relations, ModelKind::Relations)?;
        let lemmas = ModelFile::read(files.lemmas, ModelKind::Lemmas)?;
        if [tags, names, heads, relations, lemmas].iter().any(|file| file.table != words.checksum) {
            return Err(ModelError::WordTable);
        }
        let (transitions, rows) = names::split_transitions(names.weights).ok_or(ModelError::Length)?;
        Ok(Self {
            table: WordTable::from_bytes(words.weights),
            tags: Linear::new(tags.weights).ok_or(ModelError::Length)?,
            names: Linear::new(rows).ok_or(ModelError::Length)?,
            transitions,
            heads: HeadModel::new(heads.weights).ok_or(ModelError::Length)?,
            relations: Linear::new(relations.weights).ok_or(ModelError::Length)?,
            lemmas: LemmaModel::new(lemmas.weights).ok_or(ModelError::Length)?,
            records: [words, tags, names, heads, relations, lemmas].map(|file| file.record),
        })
    }

    /// What each model was trained on, with licences, seed and scores.
    pub fn records(&self) -> &[&'b str] {
        &self.records
    }
}

/// The clusters of words, for models of other stages, and the key that a model learnt with them carries.
pub(crate) fn word_table() -> Result<(WordTable, u32), ModelError> {
    let file = ModelFile::read(WORDS, ModelKind::Words)?;
    Ok((WordTable::from_bytes(file.weights), file.checksum))
}

/// What the models say of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The part of speech of each token.
    pub tags: Vec<Upos>,
    /// The names, in the order of the text; none crosses a sentence end.
    pub names: Vec<Name>,
    /// The words of offices, likewise.
    pub offices: Vec<Range<usize>>,
}

/// A word's head and its relation to it, in the terms of Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The token it hangs from; none for the root of a sentence.
    pub head: Option<usize>,
    /// The relation ("nsubj", "obl:agent"); "root" where there is no head.
    pub relation: &'static str,
}

/// Runs the models in one thread.
#[derive(Debug)]
pub struct Worker<'m> {
    models: &'m Models<'m>,
    words: Vec<Word>,
    features: Vec<u32>,
    search: NameSearch,
    tree: HeadSearch,
    family: Family,
}

impl<'m> Worker<'m> {
    /// A worker with empty buffers.
    pub fn new(models: &'m Models<'m>) -> Self {
        Self {
            models,
            words: Vec::new(),
            features: Vec::new(),
            search: NameSearch::default(),
            tree: HeadSearch::default(),
            family: Family::default(),
        }
    }

    /// Tags the tokens of `text` and finds its names.
    pub fn analyse(&mut self, text: &str, segmented: &Segmented) -> Analysis {
        self.analyse_as(text, segmented, NEWS)
    }

    /// The same in the annotation styles `styles`.
    pub(crate) fn analyse_as(&mut self, text: &str, segmented: &Segmented, styles: Styles) -> Analysis {
        let models = self.models;
        let mut analysis = Analysis { tags: Vec::with_capacity(segmented.tokens.len()), ..Analysis::default() };
        for sentence in &segmented.sentences {
            let tokens = segmented.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            words::read(text, tokens, &models.table, &mut self.words);
            let first = analysis.tags.len();
            tagger::tag(&models.tags, &self.words, styles.tags, (&mut self.features, &mut analysis.tags));
            let tags = analysis.tags.get(first..).unwrap_or_default();
            let model = (&models.names, &models.transitions);
            names::find(model, (&self.words, tags), styles.names, (&mut self.features, &mut self.search));
            let Analysis { names, offices, .. } = &mut analysis;
            names::spans_of(&self.search.labels, sentence.tokens.start, names, offices);
        }
        analysis
    }

    /// Finds the head and relation of each token; `tags` are those of [`Worker::analyse`].
    pub fn parse(&mut self, text: &str, segmented: &Segmented, tags: &[Upos]) -> Vec<Arc> {
        self.parse_as(text, segmented, (tags, NEWS))
    }

    /// The same in the annotation styles `styles`.
    pub(crate) fn parse_as(
        &mut self,
        text: &str,
        segmented: &Segmented,
        (tags, styles): (&[Upos], Styles),
    ) -> Vec<Arc> {
        let mut arcs = Vec::with_capacity(segmented.tokens.len());
        for sentence in &segmented.sentences {
            let tokens = segmented.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            let tags = tags.get(sentence.tokens.clone()).unwrap_or_default();
            arcs.extend(self.parse_sentence((text, tokens), (tags, styles), sentence.tokens.start));
        }
        arcs
    }

    /// The heads and relations of the `tokens` of one sentence of a text; heads are counted from `first`.
    fn parse_sentence(
        &mut self,
        (text, tokens): (&str, &[Token]),
        (tags, styles): (&[Upos], Styles),
        first: usize,
    ) -> Vec<Arc> {
        let models = self.models;
        words::read(text, tokens, &models.table, &mut self.words);
        let tagged = Tagged { words: &self.words, tags };
        self.tree.run(&models.heads, tagged, styles.tags);
        let heads = &self.tree.heads;
        let buffers = (&mut self.features, &mut self.family);
        let relations = relations::label(&models.relations, tagged, heads, styles.tags, buffers);
        let arc = |(head, relation): (&usize, Option<usize>)| Arc {
            head: relation.map(|_| first + head),
            relation: relation.map_or("root", |relation| RELATIONS[relation]),
        };
        heads.iter().zip(relations).map(arc).collect()
    }

    /// Finds the dictionary form of each token; `tags` are those of [`Worker::analyse`].
    pub fn lemmatise(&mut self, text: &str, segmented: &Segmented, tags: &[Upos]) -> Vec<String> {
        self.lemmatise_as(text, segmented, (tags, NEWS))
    }

    /// The same in the annotation styles `styles`.
    pub(crate) fn lemmatise_as(
        &mut self,
        text: &str,
        segmented: &Segmented,
        (tags, styles): (&[Upos], Styles),
    ) -> Vec<String> {
        let models = self.models;
        let mut lemmas = Vec::with_capacity(segmented.tokens.len());
        for sentence in &segmented.sentences {
            let tokens = segmented.tokens.get(sentence.tokens.clone()).unwrap_or_default();
            words::read(text, tokens, &models.table, &mut self.words);
            let tags = tags.get(sentence.tokens.clone()).unwrap_or_default();
            for (at, (token, tag)) in tokens.iter().zip(tags).enumerate() {
                let place = Place { words: &self.words, at, tag: *tag, style: styles.tags };
                lemmas.push(models.lemmas.lemma(token.span.of(text), place, &models.table, &mut self.features));
            }
        }
        lemmas
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
