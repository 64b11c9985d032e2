//! Training and measuring the models of [`crate::language::models`]; behind the feature `train`.
//!
//! The same data and seed give the same bytes: one thread, no clock, ordered maps.

pub(crate) mod arcs;
pub(crate) mod conllu;
pub(crate) mod corpus;
pub(crate) mod embed;
pub mod evaluate;
pub mod folds;
pub(crate) mod lemmas;
pub(crate) mod logistic;
pub(crate) mod name_sets;
pub(crate) mod names;
pub(crate) mod own_names;
pub(crate) mod parser;
pub(crate) mod perceptron;
pub(crate) mod random;
pub(crate) mod ranking;
pub(crate) mod recurrent;
pub(crate) mod tags;
pub(crate) mod text;
pub(crate) mod vocabulary;

use crate::language::models::lemmas::Affixes;
use crate::language::models::linear::Linear;
use crate::language::models::names::OWN_STYLE;
use crate::language::models::table::WordTable;
use crate::language::models::{ModelError, ModelFile, ModelKind, Upos, tagger, words::Word, write_file};
use name_sets::Named;
use perceptron::{quantised, scale};
use std::error::Error;
use std::io::{self, Read};

/// The seed of all shipped models.
const SEED: u64 = 1;

/// Of articles that a model was learnt from: for the records.
pub(crate) const KEPT: &str = "articles belong to their publishers; only weights are kept";

/// What `train eval --folds` gave for the shipped options (raw text, F1), and five folds of idner for names: for the records.
const SCORES: [(ModelKind, &str); 5] = [
    (ModelKind::Tags, "held out, raw text: UPOS CSUI 95.98, GSD 91.86"),
    (ModelKind::Names, "held out: idner 85.1 (F1 of exact spans)"),
    (ModelKind::Heads, "held out, raw text: UAS CSUI 80.44, GSD 79.47"),
    (ModelKind::Relations, "held out, raw text: LAS CSUI 76.29, GSD 72.15"),
    (ModelKind::Lemmas, "held out, raw text: lemma CSUI 98.80, GSD 97.03"),
];

/// A model file whose record ends with its scores.
fn scored(kind: ModelKind, table: u32, record: &str, weights: &[u8]) -> Vec<u8> {
    let scores = SCORES.iter().find(|(of, _)| *of == kind).map_or("", |(_, scores)| scores);
    write_file(kind, table, &format!("{record}{scores}\n"), weights)
}

/// A set of annotated sentences.
pub struct Source {
    /// The text of its file.
    pub text: String,
    /// Its annotation style: for treebanks 0 CSUI, 1 GSD, 2 PUD, 3 GSD as of version 2.0; for names 0 idner, 1 nerui,
    /// 2 nerugm, 3 this project.
    pub style: u32,
}

/// Counts common words and places in a gzipped JSON Lines file with texts; gives the table of words.
pub fn build_vocabulary(corpus: impl Read) -> io::Result<String> {
    Ok(vocabulary::table(&corpus::texts(corpus)?))
}

/// Learns the word table from a gzipped JSON Lines file with texts.
pub fn build_words(corpus: impl Read) -> io::Result<Vec<u8>> {
    let corpus = corpus::read(&corpus::texts(corpus)?);
    let options = embed::Options { least: 4, rounds: 5, window: 3, clusters: (64, 512), seed: SEED };
    let entries = embed::entries(&corpus, options);
    let weights: Vec<u8> = entries.iter().flat_map(|entry| entry.to_bytes()).collect();
    let record = format!(
        "words: skip-gram vectors (64 dimensions, window 3) of 7,003 news articles, {} sentences, grouped by k-means \
         into 64 and 512 clusters; seed {SEED}\ntexts belong to their publishers; only clusters of words are kept\n",
        corpus.sentences.len()
    );
    Ok(write_file(ModelKind::Words, 0, &record, &weights))
}

/// Trains the tagger.
pub fn build_tags(words: &[u8], treebanks: &[Source]) -> Result<Vec<u8>, ModelError> {
    let words = ModelFile::read(words, ModelKind::Words)?;
    let table = WordTable::from_bytes(words.weights);
    let data: Vec<_> =
        treebanks.iter().flat_map(|source| tags::prepare(&conllu::read(&source.text), source.style, &table)).collect();
    let weights = tags::train(&data.iter().collect::<Vec<_>>(), tags::OPTIONS);
    let record = format!(
        "tags: averaged passive-aggressive, greedy, {} sentences of UD Indonesian CSUI (train), GSD (dev of 2.17, train \
         of 2.0), PUD; CC BY-SA; seed {SEED}\n",
        data.len()
    );
    Ok(scored(ModelKind::Tags, words.checksum, &record, &quantised(&weights, scale(&weights))))
}

/// Trains the name finder on `sets` and on this project's own annotations of sentences of the gzipped JSON Lines file
/// `corpus`.
pub fn build_names(words: &[u8], tags: &[u8], sets: &[Source], corpus: impl Read) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut sets: Vec<_> = sets.iter().map(|source| (name_sets::read(&source.text), source.style)).collect();
    sets.push((own_names::read(corpus)?, OWN_STYLE));
    Ok(names_file(words, tags, &sets)?)
}

fn names_file(words: &[u8], tags: &[u8], sets: &[(Vec<Named>, u32)]) -> Result<Vec<u8>, ModelError> {
    let words = ModelFile::read(words, ModelKind::Words)?;
    let table = WordTable::from_bytes(words.weights);
    let tags = ModelFile::read(tags, ModelKind::Tags)?;
    let tagger = Linear::new(tags.weights).ok_or(ModelError::Length)?;
    let mut data = Vec::new();
    for (set, style) in sets {
        data.extend(names::prepare(set, *style, &table, |words| tag(&tagger, words)));
    }
    let weights = names::train(&data, names::OPTIONS);
    let scale = scale(&weights.rows);
    let mut bytes = names::quantised_transitions(&weights.transitions, scale);
    bytes.extend(quantised(&weights.rows, scale));
    let record = format!(
        "names: averaged structured perceptron, {} sentences of idner (train and dev, MIT), nerui and nerugm \
         (CC BY 4.0), and of 7,003 news articles with our own annotations of names and offices (texts belong to their \
         publishers); seed {SEED}\n",
        data.len()
    );
    Ok(scored(ModelKind::Names, words.checksum, &record, &bytes))
}

/// Trains the parser: the file of the heads, then that of the relations.
pub fn build_parser(words: &[u8], treebanks: &[Source]) -> Result<[Vec<u8>; 2], ModelError> {
    let words = ModelFile::read(words, ModelKind::Words)?;
    let table = WordTable::from_bytes(words.weights);
    let trees = parser::with_tags(treebanks, &table);
    let record = |what: &str| {
        format!(
            "{what}, {} sentences of UD Indonesian CSUI (train), GSD (dev of 2.17, train of 2.0 with clitics split \
             off), PUD, with parts of speech from {} taggers that had not seen them; CC BY-SA; seed {SEED}\n",
            trees.len(),
            parser::FOLDS
        )
    };
    let heads = arcs::train_heads(&trees, arcs::ARCS);
    let relations = parser::train_relations(&trees, parser::RELATIONS_OPTIONS);
    let file = |kind, record: &str, weights: &[u8]| scored(kind, words.checksum, record, weights);
    Ok([
        file(
            ModelKind::Heads,
            &record(
                "heads: two arc-hybrid parsers with dynamic oracle, from the left and from the right, guide a projective tree over all arcs; averaged passive-aggressive",
            ),
            &heads,
        ),
        file(
            ModelKind::Relations,
            &record("relations: averaged passive-aggressive, on gold heads"),
            &quantised(&relations, scale(&relations)),
        ),
    ])
}

/// Trains the choice of lemmas.
pub fn build_lemmas(words: &[u8], treebanks: &[Source]) -> Result<Vec<u8>, ModelError> {
    let words = ModelFile::read(words, ModelKind::Words)?;
    let table = WordTable::from_bytes(words.weights);
    let affixes = Affixes::embedded().map_err(|_| ModelError::NotAModel)?;
    let prepared = |source: &Source| lemmas::prepare(&conllu::read(&source.text), source.style, &table);
    let data: Vec<_> = treebanks.iter().flat_map(prepared).collect();
    let exceptions = lemmas::exceptions(&data, &affixes);
    let listed = lemmas::read_exceptions(&exceptions);
    let weights = lemmas::train(&data, (&affixes, &listed), &table, lemmas::OPTIONS);
    let mut bytes = (exceptions.len() as u32).to_le_bytes().to_vec();
    bytes.extend(exceptions.as_bytes());
    bytes.extend(quantised(&weights, scale(&weights)));
    let record = format!(
        "lemmas: averaged passive-aggressive ranking of what the affixes offer, {} sentences of UD Indonesian CSUI \
         (train), GSD (dev), PUD; CC BY-SA; seed {SEED}\n",
        data.len()
    );
    Ok(scored(ModelKind::Lemmas, words.checksum, &record, &bytes))
}

fn tag(tagger: &Linear<'_, { tagger::TAG_LABELS }>, words: &[Word]) -> Vec<Upos> {
    let (mut features, mut tags) = (Vec::new(), Vec::new());
    tagger::tag(tagger, words, crate::language::models::NEWS.tags, (&mut features, &mut tags));
    tags
}
