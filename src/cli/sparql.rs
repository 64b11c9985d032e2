//! `graph sparql`: a question in SPARQL. The engine is large, so that a program has it only where it was built with it.

use super::Outcome;
use super::asking::Asked;
use anyhow::Result;
use clap::Args;

/// Ask a graph in SPARQL, over what `graph export --format turtle` writes
///
/// The rows of a SELECT come as a table, an ASK as true or false, what a CONSTRUCT makes as Turtle. The prefixes sg, id,
/// schema, prov, rdfs and xsd need not be declared. Needs a program built with the feature sparql:
/// cargo install --path . --features sparql
#[derive(Args, Debug)]
pub(super) struct Sparql {
    /// The question, or a file that holds it
    #[arg(long, value_name = "FILE|TEXT")]
    query: String,

    /// Answer a SELECT or ASK in the SPARQL results format for JSON
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    asked: Asked,
}

#[cfg(not(feature = "sparql"))]
impl Sparql {
    #[expect(clippy::unused_self, reason = "the same call as where the engine is there")]
    pub(super) fn run(self) -> Result<Outcome> {
        anyhow::bail!("this program was built without SPARQL: cargo install --path . --features sparql")
    }
}

#[cfg(feature = "sparql")]
impl Sparql {
    pub(super) fn run(self) -> Result<Outcome> {
        use anyhow::Context;
        use std::io::{self, BufWriter, Write};
        let path = std::path::Path::new(&self.query);
        let question = if path.is_file() {
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?
        } else {
            self.query
        };
        let graph = self.asked.graph()?;
        let mut out = BufWriter::new(io::stdout().lock());
        let found = sanggah::sparql::ask(&graph, &question, self.json, &mut out)?;
        out.flush()?;
        Ok(if found { Outcome::Done } else { Outcome::Nothing })
    }
}
