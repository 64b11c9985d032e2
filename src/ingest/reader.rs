//! Sources to articles, one after another.

use super::article::{Article, Defaults, Draft};
use super::error::{IngestError, Problem};
use super::indonesian::{Indonesian, Verdict};
use super::records::Records;
use super::source::{Form, Source, shown};
use super::{html, plain};
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::vec;

/// Reads sources in their order, record by record; memory holds one record at a time.
pub struct Articles<'a> {
    sources: vec::IntoIter<Source>,
    defaults: &'a Defaults,
    indonesian: &'a Indonesian,
    open: Option<OpenSource>,
}

/// A source being read.
struct OpenSource {
    input: String,
    drafts: Box<dyn Iterator<Item = (Option<usize>, Result<Draft, Problem>)>>,
    gave: bool,
}

impl<'a> Articles<'a> {
    /// Prepares to read `sources`; nothing is opened yet.
    pub fn new(sources: Vec<Source>, defaults: &'a Defaults, indonesian: &'a Indonesian) -> Self {
        Self { sources: sources.into_iter(), defaults, indonesian, open: None }
    }

    fn finish(&self, draft: Draft) -> Result<Article, Problem> {
        if draft.text.trim().is_empty() {
            return Err(Problem::Empty);
        }
        match self.indonesian.judge(&draft.text) {
            Verdict::Other(looks_like) => Err(Problem::NotIndonesian { looks_like }),
            Verdict::Indonesian => Ok(draft.finish(self.defaults)),
        }
    }
}

impl Iterator for Articles<'_> {
    type Item = Result<Article, IngestError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(open) = &mut self.open else {
                self.open = Some(OpenSource::new(&self.sources.next()?));
                continue;
            };
            let (line, draft) = match open.drafts.next() {
                Some(next) => next,
                None if open.gave => {
                    self.open = None;
                    continue;
                }
                None => (None, Err(Problem::Empty)),
            };
            open.gave = true;
            let input = line.map_or_else(|| open.input.clone(), |line| format!("{}:{line}", open.input));
            let article = draft.and_then(|draft| self.finish(draft));
            return Some(article.map_err(|problem| IngestError { input, problem }));
        }
    }
}

impl OpenSource {
    fn new(source: &Source) -> Self {
        let (input, drafts) = match source {
            Source::Stdin => ("standard input".to_owned(), open_stdin()),
            Source::File(path) => (shown(path), open_file(path)),
        };
        let drafts = drafts.unwrap_or_else(|problem| Box::new(std::iter::once((None, Err(problem)))));
        Self { input, drafts, gave: false }
    }
}

type Drafts = Box<dyn Iterator<Item = (Option<usize>, Result<Draft, Problem>)>>;

fn open_file(path: &std::path::Path) -> Result<Drafts, Problem> {
    let (form, stem) = Form::of(path).ok_or(Problem::UnknownForm)?;
    let file = File::open(path).map_err(Problem::Unreadable)?;
    drafts(form, stem, BufReader::new(file))
}

/// Standard input has no name to tell its form by, so its first bytes do.
fn open_stdin() -> Result<Drafts, Problem> {
    let mut input = BufReader::new(io::stdin());
    let start = input.fill_buf().map_err(Problem::Unreadable)?.trim_ascii_start();
    let form = match start {
        [b'{', ..] => Form::Records,
        [0x1f, 0x8b, ..] => Form::CompressedRecords,
        [b'<', ..] => Form::Html,
        _ => Form::Plain,
    };
    drafts(form, "stdin".to_owned(), input)
}

fn drafts(form: Form, stem: String, mut input: impl BufRead + 'static) -> Result<Drafts, Problem> {
    let mut whole = || {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map(|_| bytes).map_err(Problem::Unreadable)
    };
    Ok(match form {
        Form::Plain => Box::new(std::iter::once((None, plain::read(stem, whole()?)))),
        Form::Html => Box::new(std::iter::once((None, html::read(stem, whole()?)))),
        Form::Records => Box::new(Records::new(input, stem, Problem::Unreadable)),
        Form::CompressedRecords => {
            let lines = BufReader::new(MultiGzDecoder::new(input));
            Box::new(Records::new(lines, stem, Problem::Compressed))
        }
    })
}
