//! The program `graph`: does what the command line asks, and says by its exit status how it went.

mod cli;

use clap::Parser;
use cli::Cli;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(outcome) => outcome.into(),
        Err(error) if cli::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell where standard error is closed too.
            writeln!(io::stderr(), "graph: {}", cli::message(&error)).ok();
            ExitCode::from(2)
        }
    }
}
