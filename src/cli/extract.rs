//! `graph extract`: what is read in each article, for a person or for another program.

use super::inputs::Inputs;
use super::{Outcome, language, marked};
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use sanggah::extract::{Explainer, Reader, Reading, ReadingRecord};
use sanggah::graph::Language;
use sanggah::ingest::Article;
use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

/// Show what is read in each article
#[derive(Args, Debug)]
pub(super) struct Extract {
    /// Articles: .txt, .jsonl, .jsonl.gz, .html, folders of them, or - for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Also list what was seen and not asserted, with the reason
    #[arg(long)]
    notes: bool,

    /// Also say which row of which table and which rule read each statement and each view of a transfer
    #[arg(long)]
    explain: bool,

    /// The language of the labels
    #[arg(long, value_name = "LANGUAGE", value_parser = language(), default_value = "id")]
    lang: Language,

    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// The article with its statements marked, for a person
    Text,
    /// One JSON object a line, in the form of the annotated articles
    Jsonl,
}

impl Extract {
    pub(super) fn run(self) -> Result<Outcome> {
        let reader = Reader::embedded().context("a table of the lexicon is broken")?;
        let explainer = Explainer::embedded().context("a table of the lexicon is broken")?;
        let show = |article: Article| -> io::Result<Vec<u8>> {
            let mut shown = Vec::new();
            self.show(&article, &reader.read(&article), &explainer, &mut shown)?;
            Ok(shown)
        };
        let mut out = BufWriter::new(io::stdout().lock());
        let outcome = self.inputs.clone().read(&self.paths, show, |shown| Ok(out.write_all(&shown?)?))?;
        out.flush()?;
        Ok(outcome)
    }

    fn show(&self, article: &Article, reading: &Reading, explainer: &Explainer, to: &mut Vec<u8>) -> io::Result<()> {
        let explainer = self.explain.then_some(explainer);
        match self.format {
            Format::Text => {
                let style = marked::Style { language: self.lang, colours: wants_colours() };
                marked::write(article, reading, style, explainer, to)?;
                if self.notes { marked::notes(article, reading, style, to) } else { Ok(()) }
            }
            Format::Jsonl => {
                let mut record = ReadingRecord::new(article, reading);
                if self.notes {
                    record = record.with_notes(article, reading);
                }
                if let Some(explainer) = explainer {
                    record = record.with_explanations(reading, explainer, self.lang == Language::English);
                }
                serde_json::to_writer(&mut *to, &record)?;
                to.push(b'\n');
                Ok(())
            }
        }
    }
}

/// Colours are for a terminal whose user has not refused them (<https://no-color.org>).
fn wants_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
