//! `graph diff`: what changed from one graph to another.

use super::Outcome;
use super::asking::Answering;
use anyhow::{Context, Result};
use clap::Args;
use sanggah::graph::{KnowledgeGraph, store};
use sanggah::query::{diff, print};
use std::path::{Path, PathBuf};

/// Show which claims and transfers are new, hardened, denied, confirmed or gone
#[derive(Args, Debug)]
pub(super) struct Diff {
    /// The graph as it was
    old: PathBuf,

    /// The graph as it is
    new: PathBuf,

    #[command(flatten)]
    answering: Answering,
}

impl Diff {
    pub(super) fn run(self) -> Result<Outcome> {
        let differences = diff(&load(&self.old)?, &load(&self.new)?);
        self.answering.list(differences, print::difference)
    }
}

fn load(path: &Path) -> Result<KnowledgeGraph> {
    store::load(path).with_context(|| format!("{} cannot be compared", path.display()))
}
