//! `graph build`: articles to the file that holds their graph.

use super::Outcome;
use super::inputs::Inputs;
use anyhow::{Context, Result, bail};
use clap::Args;
use sanggah::extract::Reader;
use sanggah::graph::store::{self, Cache};
use sanggah::graph::{Abstained, Builder, Corrections, Facts, GraphLexicon, KnowledgeGraph};
use sanggah::ingest::Article;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Read articles and write their graph
///
/// The output becomes exactly the graph of the articles in PATH, and is written whole or not at all. What was read before
/// is kept beside the output, in a file ending in .cache, and only what is new or changed is read. In the end it says how
/// many sentences with a word of saying gave no statement, and why; `graph extract --notes` lists them.
#[derive(Args, Debug)]
pub(super) struct Build {
    /// Articles: .txt, .jsonl, .jsonl.gz, .html, folders of them, or - for standard input
    /// [default: data/articles, or none with --remove]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Where the graph goes
    #[arg(short, long, value_name = "FILE", default_value = "output/graph.json")]
    output: PathBuf,

    /// Add the articles in PATH to those that the output holds already
    #[arg(long)]
    add: bool,

    /// Take the article of this name or id out of the output; may be given several times
    #[arg(long, value_name = "ARTICLE")]
    remove: Vec<String>,

    /// A person's corrections, TOML: what to drop, set, join, keep apart or call otherwise
    ///
    /// Tables found by article and words of the sentence: statement and transfer, with drop = true, or kind, source, target,
    /// stance; by name: same with names, different with name and article, prefer with name and of. What matches nothing is
    /// named on standard error.
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,

    #[command(flatten)]
    inputs: Inputs,
}

impl Build {
    pub(super) fn run(self) -> Result<Outcome> {
        let reader = Reader::embedded().context("a table of the lexicon is broken")?;
        let lexicon = GraphLexicon::embedded().context("a table of the lexicon is broken")?;
        let version = reader_version().context("this program cannot read its own file")?;
        let kept = Cache::beside(&self.output);
        let cache = Cache::open(&kept, &version);
        let corrections = self.corrections.as_deref().map_or_else(|| Ok(Corrections::default()), corrections)?;
        let mut builder = Builder::new(&lexicon, corrections);
        if self.add || !self.remove.is_empty() {
            amend(&mut builder, &cache, &self.output, &self.remove)?;
        }
        let mut outcome = Outcome::Done;
        let paths = if self.paths.is_empty() && self.remove.is_empty() {
            vec![PathBuf::from("data/articles")]
        } else {
            self.paths
        };
        if !paths.is_empty() {
            let facts = |article: Article| {
                let before = cache.get(&article).cloned();
                before.unwrap_or_else(|| Facts::new(&article, &reader.read(&article)))
            };
            outcome = self.inputs.read(&paths, facts, |facts| {
                builder.add(facts);
                Ok(())
            })?;
        }
        drop(cache);
        let graph = builder.build();
        for correction in builder.idle_corrections() {
            // Where standard error is closed, nobody is left to warn.
            writeln!(io::stderr(), "graph: a correction matches nothing: {correction}").ok();
        }
        if let Some(folder) = self.output.parent() {
            fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        }
        // Ended between the two, the program leaves a cache that holds all of the former graph, so that --add still can.
        Cache::save(&kept, &version, builder.facts())?;
        store::save(&graph, &self.output)?;
        let mut out = io::stdout().lock();
        writeln!(out, "{}: {}", self.output.display(), summary(&graph))?;
        abstained(&mut out, builder.facts())?;
        Ok(outcome)
    }
}

/// Puts what the output holds into the builder, without the articles to be removed.
fn amend(builder: &mut Builder, cache: &Cache, output: &Path, remove: &[String]) -> Result<()> {
    if cache.is_empty() && output.exists() {
        bail!("{} was built by another version of this program: build it anew, from all articles", output.display());
    }
    cache.clone().into_facts().for_each(|facts| builder.add(facts));
    for wanted in remove {
        let mut found = false;
        builder.remove(|facts| {
            found |= facts.is_called(wanted);
            facts.is_called(wanted)
        });
        if !found {
            bail!("{} holds no article \"{wanted}\"", output.display());
        }
    }
    Ok(())
}

fn corrections(path: &Path) -> Result<Corrections> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Corrections::parse(&text).with_context(|| format!("{} cannot be used", path.display()))
}

/// What decides how an article is read is all in this program's own file: code, lexicons and models.
fn reader_version() -> io::Result<String> {
    let own = fs::read(std::env::current_exe()?)?;
    let hash = Sha256::digest(own).iter().take(16).fold(0, |hash: u128, byte| (hash << 8) | u128::from(*byte));
    Ok(format!("{hash:032x}"))
}

/// How many sentences with a cue gave no statement, and why nothing was asserted where something was seen.
fn abstained<'a>(to: &mut impl Write, facts: impl Iterator<Item = &'a Facts>) -> io::Result<()> {
    let mut all = Abstained::default();
    facts.for_each(|facts| all.add(&facts.abstained));
    let Abstained { sentences, silent, reasons } = all;
    if sentences == 0 {
        return Ok(());
    }
    let reasons: Vec<String> = reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
    let share = 100 * silent / sentences;
    writeln!(
        to,
        "nothing asserted: {silent} of {sentences} sentences with a cue ({share} %); notes: {}",
        reasons.join(", ")
    )
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
