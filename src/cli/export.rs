//! `graph export`: a graph as files that other tools open.

use super::Outcome;
use super::asking::{Asked, coded};
use anyhow::{Context, Result, bail};
use clap::Args;
use sanggah::export::{Format, Writer};
use sanggah::graph::KnowledgeGraph;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Write a graph for other tools
#[derive(Args, Debug)]
pub(super) struct Export {
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = coded::<Format>())]
    format: Format,

    /// Where it goes: a file, or a folder, in which files get their usual names; - for standard output
    /// [default: output/export]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    #[command(flatten)]
    asked: Asked,
}

impl Export {
    pub(super) fn run(self) -> Result<Outcome> {
        let graph = self.asked.graph()?;
        let files = self.format.files();
        match (self.output, files) {
            (Some(path), [(_, writer)]) if path.as_os_str() == "-" => {
                let mut out = BufWriter::new(io::stdout().lock());
                writer(&graph, &mut out)?;
                out.flush()?;
            }
            (Some(path), _) if path.as_os_str() == "-" => bail!("this format has several files: give a folder"),
            (Some(path), [(_, writer)]) if !path.is_dir() => save(&graph, *writer, &path)?,
            (folder, files) => {
                let folder = folder.unwrap_or_else(|| PathBuf::from("output/export"));
                for (name, writer) in files {
                    save(&graph, *writer, &folder.join(name))?;
                }
            }
        }
        Ok(Outcome::Done)
    }
}

/// Writes a file whole or not at all.
fn save(graph: &KnowledgeGraph, writer: Writer, path: &Path) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    sanggah::graph::store::replace(path, |file| writer(graph, file))
        .with_context(|| format!("{} cannot be written", path.display()))?;
    writeln!(io::stdout(), "{}", path.display())?;
    Ok(())
}
