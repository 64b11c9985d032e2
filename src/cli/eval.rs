//! `graph eval`: how well articles are read that careful people read before.

use super::Outcome;
use super::inputs::Inputs;
use anyhow::{Context, Result, bail};
use clap::Args;
use sanggah::evaluate::{Annotation, Comparison, Gold, Score, table};
use sanggah::extract::Reader;
use sanggah::ingest::Article;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Measure how well annotated articles are read
///
/// The folder holds an article as NAME.txt beside what a careful reader took from it, NAME.json. Prints precision, recall and
/// F1 for actors, roles, statements, transfers and what is held of them.
#[derive(Args, Debug)]
pub(super) struct Eval {
    /// The folder of annotated articles
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,

    /// First list what was missed, wrong or different: article, sort and what it is, separated by tabs
    #[arg(long, conflicts_with = "json")]
    misses: bool,

    /// Add 95 % intervals of F1, by drawing articles anew
    #[arg(long, conflicts_with = "json")]
    intervals: bool,

    /// Answer as JSON
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    inputs: Inputs,
}

impl Eval {
    pub(super) fn run(self) -> Result<Outcome> {
        let gold = annotated(&self.gold)?;
        let reader = Reader::embedded().context("a table of the lexicon is broken")?;
        let paths: Vec<PathBuf> = gold.keys().map(|name| self.gold.join(format!("{name}.txt"))).collect();
        let compare = |article: Article| {
            let gold = gold.get(&article.name).with_context(|| format!("{} is not annotated", article.name))?;
            let found = Annotation::of(&article, &reader.read(&article))?;
            Ok((article.name, Comparison::new(gold.annotation(), &found, &article.text)))
        };
        let mut compared = BTreeMap::new();
        let outcome = self.inputs.read(&paths, compare, |result: Result<_>| {
            compared.extend([result?]);
            Ok(())
        })?;
        // What could not be read counts as read without result.
        for (name, gold) in &gold {
            let nothing = || Comparison::new(gold.annotation(), &Annotation::default(), gold.text());
            compared.entry(name.clone()).or_insert_with(nothing);
        }
        let score = Score::new(compared.values());
        let mut out = BufWriter::new(io::stdout().lock());
        if self.json {
            serde_json::to_writer_pretty(&mut out, &score)?;
            writeln!(out)?;
        } else {
            if self.misses {
                list(&mut out, &compared)?;
            }
            table(&mut out, &score, self.intervals)?;
        }
        out.flush()?;
        Ok(outcome)
    }
}

/// The annotated articles of a folder by their names.
fn annotated(folder: &Path) -> Result<BTreeMap<String, Gold>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut gold = BTreeMap::new();
    for entry in entries {
        let path = entry.with_context(|| format!("{} cannot be read", folder.display()))?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let read =
                |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let (json, text) = (read(&path)?, read(&path.with_extension("txt"))?);
            let found =
                Gold::parse(&stem, &json, text).with_context(|| format!("{} cannot be used", path.display()))?;
            gold.insert(stem, found);
        }
    }
    if gold.is_empty() {
        bail!("{} holds no annotated articles: NAME.json beside NAME.txt", folder.display());
    }
    Ok(gold)
}

fn list(to: &mut impl Write, compared: &BTreeMap<String, Comparison>) -> io::Result<()> {
    for (name, comparison) in compared {
        for miss in &comparison.misses {
            writeln!(to, "{name}\t{}\t{}", miss.sort, miss.what.replace(['\t', '\n'], " "))?;
        }
    }
    Ok(())
}
