//! Articles of the corpus whose acts were annotated: a table names each act by its article and the bytes of its content
//! and cue, so that no text is repeated.

use super::{AnnotatedArticle, Label, kind_of};
use crate::span::Span;
use crate::table::{Row, Table, TableError};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

const TEXT: &str = include_str!("../../../data/annotations/kinds.tsv");

/// What the table calls an act that was found and is none.
const NO_STATEMENT: &str = "none";

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
}

/// The annotated articles of the gzipped JSON Lines file `corpus`, in its order.
pub(super) fn read(corpus: &Path) -> Result<Vec<AnnotatedArticle>, Box<dyn Error>> {
    let articles = texts(corpus, labels()?)?;
    Ok(articles.into_iter().map(|(text, labels)| AnnotatedArticle { text, labels }).collect())
}

/// The texts of the articles of the gzipped JSON Lines file `corpus` that have labels, in its order, with these.
pub(super) fn texts<L>(corpus: &Path, mut labels: BTreeMap<String, L>) -> Result<Vec<(String, L)>, Box<dyn Error>> {
    let file = File::open(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let mut articles = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines() {
        let record: Record = serde_json::from_str(&line?)?;
        articles.extend(labels.remove(&record.id).map(|labels| (record.text, labels)));
    }
    match labels.keys().next() {
        None => Ok(articles),
        Some(missing) => Err(format!("{}: no article {missing}", corpus.display()).into()),
    }
}

fn labels() -> Result<BTreeMap<String, Vec<Label>>, TableError> {
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for row in Table::parse("kinds", TEXT)?.rows() {
        let (article, _) = row.get("id")?.split_once(':').ok_or_else(|| row.error("the id is ARTICLE:NUMBER"))?;
        let content = span(&row, "content")?.ok_or_else(|| row.error("no content"))?;
        let of_article = labels.entry(article.to_owned()).or_default();
        if row.get("kind")? != NO_STATEMENT {
            let kind = kind_of(row.get("kind")?).ok_or_else(|| row.error("no such kind"))?;
            let names = |column| Ok(row.list(column)?.map(|name| vec![name.to_owned()]).collect());
            let (source, target) = (names("source")?, names("target")?);
            of_article.push(Label { content, cue: span(&row, "cue")?, kind, source, target });
        }
    }
    Ok(labels)
}

/// The bytes `START-END` under `column`, none where it is empty.
fn span(row: &Row<'_, '_>, column: &str) -> Result<Option<Span>, TableError> {
    let cell = row.get(column)?;
    if cell.is_empty() {
        return Ok(None);
    }
    Span::parse(cell).map(Some).ok_or_else(|| row.error("bytes are written START-END"))
}
