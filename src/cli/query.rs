//! `graph query`: ways from one actor to another, and lists.

use super::Outcome;
use super::asking::{Answering, Asked, Loaded, Narrowing};
use anyhow::Result;
use clap::{ArgGroup, Args, ValueEnum};
use sanggah::graph::Status;
use sanggah::query::{Filter, PathOptions, Through, accusations, actors, claims, denials, paths, print, transfers};
use std::io::{self, Write};
use std::time::Instant;

/// So many ways are shown where it is not said how many.
const WAYS: usize = 5;

/// Ask a graph for ways from one actor to another, or for lists
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("question").required(true))]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line, and one alone can be set")]
pub(super) struct Query {
    /// The best ways from one actor to another
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], group = "question")]
    path: Option<Vec<String>>,

    /// What is claimed, with all who say it and all who deny it
    #[arg(long, group = "question")]
    claims: bool,

    /// Denials, with what they answer
    #[arg(long, group = "question")]
    denials: bool,

    /// What passes from whom to whom, with what each party holds of it
    #[arg(long, group = "question")]
    transfers: bool,

    /// Transfers that somebody asserts and somebody denies
    #[arg(long, group = "question", conflicts_with = "status")]
    contested: bool,

    /// Actors, with counts of what they say, give and receive
    #[arg(long, group = "question")]
    actors: bool,

    /// Who accuses whom
    #[arg(long, group = "question")]
    accusations: bool,

    /// No way longer than this many steps
    #[arg(long, value_name = "N", default_value_t = 6)]
    max_hops: usize,

    /// Ways through nothing but these
    #[arg(long, value_enum)]
    through: Option<ThroughName>,

    /// Say on standard error how long loading and answering took
    #[arg(long)]
    timings: bool,

    #[command(flatten)]
    narrowing: Narrowing,

    #[command(flatten)]
    answering: Answering,

    #[command(flatten)]
    asked: Asked,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThroughName {
    /// Givers and recipients
    Transfers,
    /// What is said
    Claims,
    /// Offices
    Roles,
}

impl Query {
    pub(super) fn run(self) -> Result<Outcome> {
        let start = Instant::now();
        let loaded = self.asked.load()?;
        let asked = Instant::now();
        let outcome = self.answer(&loaded);
        if self.timings {
            let (load, answer) = ((asked - start).as_millis(), asked.elapsed().as_millis());
            // Where standard error is closed, nobody wants to know.
            writeln!(io::stderr(), "graph: loaded in {load} ms, answered in {answer} ms").ok();
        }
        outcome
    }

    fn answer(&self, loaded: &Loaded) -> Result<Outcome> {
        if let Some([from, to]) = self.path.as_deref() {
            return self.ways(loaded, from, to);
        }
        let Some(filter) = self.narrowing.filter(loaded) else { return Ok(Outcome::Nothing) };
        let (graph, answering) = (&loaded.graph, &self.answering);
        if self.claims {
            answering.list(claims(graph, &filter), print::claims)
        } else if self.denials {
            answering.list(denials(graph, &filter), print::denials)
        } else if self.actors {
            answering.list(actors(graph, &filter), print::actors)
        } else if self.accusations {
            answering.list(accusations(graph, &filter), print::accusations)
        } else {
            let status = if self.contested { Some(Status::Contested) } else { filter.status };
            answering.list(transfers(graph, &Filter { status, ..filter }), print::transfers)
        }
    }

    fn ways(&self, loaded: &Loaded, from: &str, to: &str) -> Result<Outcome> {
        let (Some(from), Some(to)) = (loaded.actors(from), loaded.actors(to)) else { return Ok(Outcome::Nothing) };
        let options = PathOptions {
            limit: self.answering.limit(WAYS),
            max_hops: self.max_hops,
            through: self.through.map(|through| match through {
                ThroughName::Transfers => Through::Transfers,
                ThroughName::Claims => Through::Claims,
                ThroughName::Roles => Through::Roles,
            }),
        };
        self.answering.list(paths(&loaded.graph, &from, &to, options), print::paths)
    }
}
