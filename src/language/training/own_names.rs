//! Sentences of the corpus whose names and offices were annotated: a table names each by its article and bytes, so that no
//! text is repeated.

use super::name_sets::Named;
use crate::language::models::NameKind;
use crate::segment::segment;
use crate::span::Span;
use crate::table::{Row, Table, TableError};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::ops::Range;

const TEXT: &str = include_str!("../../../data/annotations/names.tsv");

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
}

/// An annotated sentence: its bytes in the article, and those of its names and offices; an office has no sort.
struct Marked {
    sentence: Span,
    spans: Vec<(Option<NameKind>, Span)>,
}

/// The annotated sentences, in the order of the gzipped JSON Lines file `corpus`.
pub(crate) fn read(corpus: impl Read) -> Result<Vec<Named>, Box<dyn Error>> {
    let mut marked = marked()?;
    let mut sentences = Vec::new();
    for line in BufReader::new(GzDecoder::new(corpus)).lines() {
        let Record { id, text } = serde_json::from_str(&line?)?;
        let of_article = marked.remove(&id).unwrap_or_default();
        sentences.extend(of_article.iter().map(|marked| marked.named(&text)));
    }
    match marked.keys().next() {
        None => Ok(sentences),
        Some(missing) => Err(format!("the corpus has no article {missing}").into()),
    }
}

fn marked() -> Result<BTreeMap<String, Vec<Marked>>, TableError> {
    let mut marked: BTreeMap<String, Vec<Marked>> = BTreeMap::new();
    for row in Table::parse("names", TEXT)?.rows() {
        let place = row.get("id")?.split_once(':').and_then(|(article, bytes)| Some((article, Span::parse(bytes)?)));
        let (article, sentence) = place.ok_or_else(|| row.error("the id is ARTICLE:START-END"))?;
        let spans = row.list("spans")?.map(|entry| sorted(entry, &row)).collect::<Result<_, _>>()?;
        marked.entry(article.to_owned()).or_default().push(Marked { sentence, spans });
    }
    Ok(marked)
}

/// `person 120-133`.
fn sorted(entry: &str, row: &Row<'_, '_>) -> Result<(Option<NameKind>, Span), TableError> {
    let (sort, bytes) = entry.split_once(' ').ok_or_else(|| row.error("a span is written SORT START-END"))?;
    let kind = match sort {
        "person" => Some(NameKind::Person),
        "organisation" => Some(NameKind::Organisation),
        "place" => Some(NameKind::Place),
        "office" => None,
        _ => return Err(row.error("the sorts are person, organisation, place and office")),
    };
    Ok((kind, Span::parse(bytes).ok_or_else(|| row.error("bytes are written START-END"))?))
}

impl Marked {
    fn named(&self, text: &str) -> Named {
        let text = self.sentence.of(text).to_owned();
        let places: Vec<Range<usize>> = segment(&text).tokens.iter().map(|token| token.span.range()).collect();
        let tokens = |span: &Span| {
            let Range { start, end } = span.range();
            let (start, end) = (start - self.sentence.start, end - self.sentence.start);
            let first = places.partition_point(|place| place.end <= start);
            first..places.partition_point(|place| place.start < end)
        };
        let names = self.spans.iter().filter_map(|(kind, span)| Some((tokens(span), (*kind)?))).collect();
        let offices = self.spans.iter().filter(|(kind, _)| kind.is_none()).map(|(_, span)| tokens(span)).collect();
        Named { text, places, names, offices }
    }
}
