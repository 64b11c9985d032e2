//! The unannotated corpus as sentences of forms.

use crate::segment::{TokenKind, segment};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

#[derive(Deserialize)]
struct Record {
    text: String,
}

/// The texts of a gzipped JSON Lines file.
pub(crate) fn texts(file: impl Read) -> std::io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines() {
        let record: Record = serde_json::from_str(&line?)?;
        texts.push(record.text);
    }
    Ok(texts)
}

/// Sentences of forms, digits all alike, and how often each form stands inside and at the start of sentences.
pub(crate) struct Corpus {
    /// The forms, in order of their numbers.
    pub(crate) forms: Vec<String>,
    /// How often each stands inside sentences.
    pub(crate) counts: Vec<u32>,
    /// Sentences as numbers of forms.
    pub(crate) sentences: Vec<Vec<u32>>,
}

fn normal(form: &str) -> String {
    form.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// Segments the texts; a first word is written small where it is mostly so elsewhere.
pub(crate) fn read(texts: &[String]) -> Corpus {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut corpus = Corpus { forms: Vec::new(), counts: Vec::new(), sentences: Vec::new() };
    let mut firsts: Vec<(usize, String)> = Vec::new();
    for text in texts {
        let segmented = segment(text);
        for sentence in &segmented.sentences {
            let tokens = &segmented.tokens[sentence.tokens.clone()];
            let first = tokens.iter().position(|token| token.kind == TokenKind::Word);
            let mut line = Vec::with_capacity(tokens.len());
            for (at, token) in tokens.iter().enumerate() {
                let form = normal(token.span.of(text));
                if Some(at) == first {
                    firsts.push((corpus.sentences.len(), form.clone()));
                }
                let next = corpus.forms.len() as u32;
                let number = *numbers.entry(form).or_insert_with_key(|form| {
                    corpus.forms.push(form.clone());
                    corpus.counts.push(0);
                    next
                });
                corpus.counts[number as usize] += u32::from(Some(at) != first);
                line.push(number);
            }
            corpus.sentences.push(line);
        }
    }
    for (sentence, form) in firsts {
        let Some(&large) = numbers.get(&form) else { continue };
        let Some(&small) = numbers.get(&form.to_lowercase()) else { continue };
        if large != small && corpus.counts[small as usize] >= corpus.counts[large as usize] {
            let place = corpus.sentences[sentence].iter_mut().find(|number| **number == large);
            if let Some(place) = place {
                *place = small;
            }
        }
    }
    corpus
}
