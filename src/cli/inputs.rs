//! Articles for the commands that read them: what a person may say of the inputs, and what becomes of the bad ones.

use super::Outcome;
use super::in_order::in_order;
use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::civil::Date;
use sanggah::ingest::{Article, Articles, Defaults, Indonesian, IngestError, expand};
use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

#[derive(Args, Clone, Debug)]
pub(super) struct Inputs {
    /// Publication date of articles that do not say theirs, as 2024-05-31
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,

    /// Publisher of articles that do not say theirs
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,

    /// Threads to read with [default: one for each processor]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Inputs {
    /// Reads the articles that `paths` hold: `work` on several threads, `take` in their order on this one. Inputs that
    /// cannot be read are named on standard error and left out.
    pub(super) fn read<R: Send>(
        self,
        paths: &[PathBuf],
        work: impl Fn(Article) -> R + Sync,
        mut take: impl FnMut(R) -> Result<()>,
    ) -> Result<Outcome> {
        let defaults = Defaults { published: self.date, publisher: self.publisher };
        let indonesian = Indonesian::embedded().context("the table of languages is broken")?;
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
        let (sources, missing) = expand(paths);
        let articles = missing.into_iter().map(Err).chain(Articles::new(sources, &defaults, &indonesian));
        let mut tally = Tally::default();
        in_order(
            threads,
            articles,
            |article| article.map(&work),
            |result| {
                let result = tally.count(result);
                result.map_or(Ok(()), &mut take)
            },
        )?;
        tally.outcome()
    }
}

/// Takes a terminal back to the start of its line, and empties the line.
const CLEAR: &str = "\r\x1b[K";

/// How many articles were read and how many inputs left out, told on standard error as it goes.
#[derive(Default)]
struct Tally {
    read: usize,
    left_out: usize,
}

impl Tally {
    fn count<R>(&mut self, result: Result<R, IngestError>) -> Option<R> {
        let mut to = io::stderr();
        let progress = to.is_terminal();
        // Where standard error is closed there is nobody to tell, and the exit status still says it.
        match result {
            Ok(result) => {
                self.read += 1;
                if progress && self.read.is_multiple_of(20) {
                    write!(to, "{CLEAR}{} articles", self.read).ok();
                }
                Some(result)
            }
            Err(error) => {
                self.left_out += 1;
                writeln!(to, "{}graph: left out {error}", if progress { CLEAR } else { "" }).ok();
                None
            }
        }
    }

    fn outcome(&self) -> Result<Outcome> {
        let mut to = io::stderr();
        if to.is_terminal() {
            write!(to, "{CLEAR}").ok();
        }
        match self {
            Tally { read: 0, .. } => bail!("nothing could be read"),
            Tally { left_out: 0, .. } => Ok(Outcome::Done),
            Tally { .. } => Ok(Outcome::LeftOut),
        }
    }
}
