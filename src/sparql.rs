//! Questions in SPARQL 1.1 (<https://www.w3.org/TR/sparql11-query/>), put to the RDF form of a graph, which is what
//! `graph export --format turtle` writes. An engine of its own answers, in memory.

use crate::export::{Format, PREFIXES};
use crate::graph::KnowledgeGraph;
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::Term;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, QuerySolutionIter, QueryTripleIter, SparqlEvaluator};
use oxigraph::store::Store;
use std::error::Error;
use std::fmt;
use std::io::{self, Write};

/// Why a question could not be answered.
#[derive(Debug)]
pub enum SparqlError {
    /// It is no SPARQL.
    Question(Box<dyn Error + Send + Sync>),
    /// The engine failed on it.
    Answer(Box<dyn Error + Send + Sync>),
    /// The answer could not be written.
    Write(io::Error),
}

impl fmt::Display for SparqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Question(_) => "this is no SPARQL that can be asked",
            Self::Answer(_) => "the question cannot be answered",
            Self::Write(_) => "the answer cannot be written",
        })
    }
}

impl Error for SparqlError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Question(error) | Self::Answer(error) => Some(&**error),
            Self::Write(error) => Some(error),
        }
    }
}

impl From<io::Error> for SparqlError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

fn failed(error: impl Error + Send + Sync + 'static) -> SparqlError {
    SparqlError::Answer(Box::new(error))
}

/// Answers a question: the rows of a SELECT as a table, an ASK as `true` or `false`, what a CONSTRUCT or DESCRIBE makes as
/// Turtle; with `json`, the first two in the SPARQL 1.1 results format. The prefixes of the Turtle export need not be
/// declared. Gives whether anything was found.
pub fn ask(graph: &KnowledgeGraph, question: &str, json: bool, to: &mut impl Write) -> Result<bool, SparqlError> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, address) in PREFIXES {
        evaluator = evaluator.with_prefix(*prefix, *address).map_err(failed)?;
    }
    let question = evaluator.parse_query(question).map_err(|error| SparqlError::Question(Box::new(error)))?;
    let store = store(graph)?;
    match question.on_store(&store).execute().map_err(failed)? {
        QueryResults::Solutions(rows) if json => solutions(rows, to),
        QueryResults::Solutions(rows) => table(rows, to),
        QueryResults::Boolean(holds) => {
            if json {
                QueryResultsSerializer::from_format(QueryResultsFormat::Json)
                    .serialize_boolean_to_writer(&mut *to, holds)?;
            } else {
                write!(to, "{holds}")?;
            }
            writeln!(to)?;
            Ok(holds)
        }
        QueryResults::Graph(triples) => turtle(triples, to),
    }
}

fn store(graph: &KnowledgeGraph) -> Result<Store, SparqlError> {
    let mut turtle = Vec::new();
    for (_, writer) in Format::Turtle.files() {
        writer(graph, &mut turtle)?;
    }
    let store = Store::new().map_err(failed)?;
    store.load_from_slice(RdfFormat::Turtle, &turtle).map_err(failed)?;
    Ok(store)
}

fn solutions(rows: QuerySolutionIter<'_>, to: &mut impl Write) -> Result<bool, SparqlError> {
    let format = QueryResultsSerializer::from_format(QueryResultsFormat::Json);
    let mut serializer = format.serialize_solutions_to_writer(&mut *to, rows.variables().to_vec())?;
    let mut any = false;
    for row in rows {
        serializer.serialize(&row.map_err(failed)?)?;
        any = true;
    }
    serializer.finish()?;
    writeln!(to)?;
    Ok(any)
}

/// A heading, then one row a line, its columns as wide as their widest cell.
fn table(rows: QuerySolutionIter<'_>, to: &mut impl Write) -> Result<bool, SparqlError> {
    let mut lines = vec![rows.variables().iter().map(|variable| variable.as_str().to_owned()).collect::<Vec<_>>()];
    for row in rows {
        lines.push(
            row.map_err(failed)?.values().iter().map(|value| value.as_ref().map(cell).unwrap_or_default()).collect(),
        );
    }
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    for line in &lines {
        let padded: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        writeln!(to, "{}", padded.join("  ").trim_end())?;
    }
    Ok(lines.len() > 1)
}

/// A name with its prefix, or the words of a literal on one line.
fn cell(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => {
            let short =
                |(prefix, address): &(&str, &str)| Some(format!("{prefix}:{}", node.as_str().strip_prefix(address)?));
            PREFIXES.iter().find_map(short).unwrap_or_else(|| node.as_str().to_owned())
        }
        Term::Literal(literal) => literal.value().split_whitespace().collect::<Vec<_>>().join(" "),
        Term::BlankNode(node) => node.to_string(),
    }
}

fn turtle(triples: QueryTripleIter<'_>, to: &mut impl Write) -> Result<bool, SparqlError> {
    let mut format = RdfSerializer::from_format(RdfFormat::Turtle);
    for (prefix, address) in PREFIXES {
        format = format.with_prefix(*prefix, *address).map_err(failed)?;
    }
    let mut serializer = format.for_writer(&mut *to);
    let mut any = false;
    for triple in triples {
        serializer.serialize_triple(&triple.map_err(failed)?)?;
        any = true;
    }
    serializer.finish()?;
    Ok(any)
}
