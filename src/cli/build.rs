//! `graph build`: articles to the file that holds their graph.

use super::Outcome;
use super::inputs::Inputs;
use anyhow::{Context, Result};
use clap::Args;
use sanggah::extract::Reader;
use sanggah::graph::{Builder, Facts, GraphLexicon, KnowledgeGraph, store};
use sanggah::ingest::Article;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Read articles and write their graph
///
/// The output becomes exactly the graph of the articles in PATH, and is written whole or not at all.
#[derive(Args, Debug)]
pub(super) struct Build {
    /// Articles: .txt, .jsonl, .jsonl.gz, .html, folders of them, or - for standard input
    #[arg(value_name = "PATH", default_value = "data/articles")]
    paths: Vec<PathBuf>,

    /// Where the graph goes
    #[arg(short, long, value_name = "FILE", default_value = "output/graph.json")]
    output: PathBuf,

    #[command(flatten)]
    inputs: Inputs,
}

impl Build {
    pub(super) fn run(self) -> Result<Outcome> {
        let reader = Reader::embedded().context("a table of the lexicon is broken")?;
        let lexicon = GraphLexicon::embedded().context("a table of the lexicon is broken")?;
        let mut builder = Builder::new(&lexicon);
        let facts = |article: Article| Facts::new(&article, &reader.read(&article));
        let outcome = self.inputs.read(&self.paths, facts, |facts| {
            builder.add(facts);
            Ok(())
        })?;
        let graph = builder.build();
        if let Some(folder) = self.output.parent() {
            fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        }
        store::save(&graph, &self.output)?;
        writeln!(io::stdout(), "{}: {}", self.output.display(), summary(&graph))?;
        Ok(outcome)
    }
}

fn summary(graph: &KnowledgeGraph) -> String {
    let counts = [
        (graph.articles().count(), "article"),
        (graph.actors().count(), "actor"),
        (graph.statements().count(), "statement"),
        (graph.transfers().count(), "transfer"),
    ];
    counts.map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" })).join(", ")
}
