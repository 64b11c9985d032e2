//! `graph timeline`: what was said and what passed, by date.

use super::Outcome;
use super::asking::{Answering, Asked, Narrowing};
use anyhow::Result;
use clap::Args;
use sanggah::query::{print, timeline};

/// Show what was said and what passed, by date
#[derive(Args, Debug)]
pub(super) struct Timeline {
    #[command(flatten)]
    narrowing: Narrowing,

    #[command(flatten)]
    answering: Answering,

    #[command(flatten)]
    asked: Asked,
}

impl Timeline {
    pub(super) fn run(self) -> Result<Outcome> {
        let loaded = self.asked.load()?;
        let Some(filter) = self.narrowing.filter(&loaded) else { return Ok(Outcome::Nothing) };
        self.answering.list(timeline(&loaded.graph, &filter), print::timeline)
    }
}
