//! The command line: what may be asked, and one file for each command.
//!
//! | exit status | meaning |
//! |---|---|
//! | 0 | done, or found |
//! | 1 | nothing found |
//! | 2 | wrong use, or nothing could be read |
//! | 3 | done, but some inputs were left out; standard error names them |

mod asking;
mod build;
mod diff;
mod eval;
mod export;
mod extract;
mod in_order;
mod inputs;
mod manual;
mod marked;
mod query;
mod render;
mod show;
mod sparql;
mod timeline;

use anyhow::Result;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use sanggah::graph::Language;
use std::io;
use std::process::ExitCode;

/// Reads Indonesian news into a graph of who claims, who denies, and what passes from whom to whom.
#[derive(Debug, Parser)]
#[command(name = "graph", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Extract(extract::Extract),
    Render(render::Render),
    Query(query::Query),
    Show(show::Show),
    Timeline(timeline::Timeline),
    Diff(diff::Diff),
    Export(export::Export),
    Sparql(sparql::Sparql),
    Eval(eval::Eval),
    Completions(manual::Completions),
    Man(manual::Manual),
}

impl Cli {
    /// Does what was asked.
    pub(crate) fn run(self) -> Result<Outcome> {
        match self.command {
            Command::Build(build) => build.run(),
            Command::Extract(extract) => extract.run(),
            Command::Render(render) => render.run(),
            Command::Query(query) => query.run(),
            Command::Show(show) => show.run(),
            Command::Timeline(timeline) => timeline.run(),
            Command::Diff(diff) => diff.run(),
            Command::Export(export) => export.run(),
            Command::Sparql(sparql) => sparql.run(),
            Command::Eval(eval) => eval.run(),
            Command::Completions(completions) => completions.run(),
            Command::Man(manual) => manual.run(),
        }
    }
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All was done, or something was found.
    Done,
    /// Nothing was found.
    Nothing,
    /// Some inputs were left out.
    LeftOut,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Nothing => 1,
            Outcome::LeftOut => 3,
        })
    }
}

/// Parses the language of what is printed for people.
fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["id", "en"])
        .map(|code| if code == "en" { Language::English } else { Language::Indonesian })
}

/// Whether the reader of our output went away (`graph query … | head`), which is no failure.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}

/// An error with its causes, each said once: some errors already say what caused them.
pub(crate) fn message(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).fold(String::new(), |said, cause| match said.as_str() {
        "" => cause,
        _ if said.contains(&cause) => said,
        _ => format!("{said}: {cause}"),
    })
}
