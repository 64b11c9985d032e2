//! `graph completions` and `graph man`: the command line told to shells and to `man`.

use super::{Cli, Outcome};
use anyhow::{Context, Result};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Print what makes a shell complete this program's commands and options
///
/// bash: graph completions bash > ~/.local/share/bash-completion/completions/graph
/// zsh: graph completions zsh > a folder of $fpath, as _graph
/// fish: graph completions fish > ~/.config/fish/completions/graph.fish
#[derive(Args, Debug)]
#[command(verbatim_doc_comment)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<Outcome> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "graph", &mut script);
        io::stdout().write_all(&script)?;
        Ok(Outcome::Done)
    }
}

/// Print this program's manual page, or write those of all commands into a folder
#[derive(Args, Debug)]
pub(super) struct Manual {
    /// Write graph.1, graph-build.1 and so on into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

impl Manual {
    pub(super) fn run(&self) -> Result<Outcome> {
        match &self.output {
            None => {
                let mut page = Vec::new();
                Man::new(Cli::command()).render(&mut page)?;
                io::stdout().write_all(&page)?;
            }
            Some(folder) => {
                let written =
                    fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::command(), folder));
                written.with_context(|| format!("{} cannot be written", folder.display()))?;
            }
        }
        Ok(Outcome::Done)
    }
}
