//! What the commands that ask a graph have in common: which graph, narrowed to what, answered how.

use super::Outcome;
use anyhow::{Context, Result};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use sanggah::extract::{Category, StatementKind};
use sanggah::graph::{Code, GraphLexicon, KnowledgeGraph, Language, NodeId, Status, store};
use sanggah::query::{Filter, Names, print};
use serde::Serialize;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::PathBuf;

/// So many rows are shown to a person who did not say how many.
const ROWS: usize = 20;

/// How the answer is written.
#[derive(Args, Debug)]
pub(super) struct Answering {
    /// At most this many, 0 for all [default: 20, ways 5; with --json all but ways]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// Answer as JSON
    #[arg(long)]
    json: bool,

    /// The language of the labels
    #[arg(long, value_name = "LANGUAGE", value_parser = super::language(), default_value = "id")]
    lang: Language,
}

/// Where answers are written to.
pub(super) type Out = BufWriter<StdoutLock<'static>>;

impl Answering {
    /// How many are wanted where `usual` are shown to those who did not say.
    pub(super) fn limit(&self, usual: usize) -> usize {
        self.limit.map_or(usual, |limit| if limit == 0 { usize::MAX } else { limit })
    }

    /// Writes rows, those beyond the limit only counted, on standard error.
    pub(super) fn list<T: Serialize>(
        &self,
        mut rows: Vec<T>,
        text: impl Fn(&mut Out, Language, &[T]) -> io::Result<()>,
    ) -> Result<Outcome> {
        let all = rows.len();
        rows.truncate(self.limit(if self.json { usize::MAX } else { ROWS }));
        let outcome = self.write(&rows, |out, language| text(out, language, &rows))?;
        if rows.len() < all {
            // Nobody is told where standard error is closed, and the rows are complete without it.
            writeln!(io::stderr(), "graph: {} of {all} shown, --limit 0 shows all", rows.len()).ok();
        }
        Ok(if all == 0 { Outcome::Nothing } else { outcome })
    }

    /// Writes one answer.
    pub(super) fn write(
        &self,
        answer: &impl Serialize,
        text: impl Fn(&mut Out, Language) -> io::Result<()>,
    ) -> Result<Outcome> {
        let mut out = BufWriter::new(io::stdout().lock());
        if self.json {
            print::json(&mut out, answer)?;
        } else {
            text(&mut out, self.lang)?;
        }
        out.flush()?;
        Ok(Outcome::Done)
    }
}

/// Which graph is asked.
#[derive(Args, Debug)]
pub(super) struct Asked {
    /// The graph
    #[arg(long, value_name = "FILE", default_value = "output/graph.json")]
    graph: PathBuf,
}

/// A graph with the names in it.
pub(super) struct Loaded {
    pub(super) graph: KnowledgeGraph,
    names: Names,
}

impl Asked {
    /// The graph alone.
    pub(super) fn graph(&self) -> Result<KnowledgeGraph> {
        store::load(&self.graph).with_context(|| format!("{} cannot be asked", self.graph.display()))
    }

    /// The graph with the names in it.
    pub(super) fn load(&self) -> Result<Loaded> {
        let graph = self.graph()?;
        let lexicon = GraphLexicon::embedded().context("a table of the lexicon is broken")?;
        let names = Names::new(&graph, &lexicon);
        Ok(Loaded { graph, names })
    }
}

impl Loaded {
    /// The actors of a name; for an unknown one, the nearest are named on standard error.
    pub(super) fn actors(&self, name: &str) -> Option<Vec<NodeId>> {
        match self.names.actors(name) {
            Ok(ids) => Some(ids),
            Err(unknown) => {
                // Where standard error is closed, the exit status still says that nothing was found.
                writeln!(io::stderr(), "graph: {unknown}").ok();
                None
            }
        }
    }

    /// The node of an id as typed.
    pub(super) fn id(&self, text: &str) -> Option<NodeId> {
        self.names.id(text).filter(|id| self.graph.node(*id).is_some())
    }
}

/// What lists are narrowed to.
#[derive(Args, Debug)]
pub(super) struct Narrowing {
    /// Only what this actor says or gives
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Only what is directed at this actor, names it, or has it on one side
    #[arg(long, value_name = "NAME")]
    about: Option<String>,

    /// Only this kind of statement
    #[arg(long, value_name = "KIND", value_parser = coded::<StatementKind>())]
    kind: Option<StatementKind>,

    /// Only transfers of this status, and statements on them
    #[arg(long, value_name = "STATUS", value_parser = coded::<Status>())]
    status: Option<Status>,

    /// Only transfers of this category, and statements on them
    #[arg(long, value_name = "CATEGORY", value_parser = coded::<Category>())]
    category: Option<Category>,

    /// Only on this day or after it, as 2024-05-31
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,

    /// Only on this day or before it
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,

    /// Only from this article, by its name or id
    #[arg(long, value_name = "ARTICLE")]
    article: Option<String>,
}

impl Narrowing {
    /// The filter that was asked for; none where a name in it is unknown.
    pub(super) fn filter(&self, loaded: &Loaded) -> Option<Filter> {
        let actors = |name: &Option<String>| name.as_ref().map_or(Some(Vec::new()), |name| loaded.actors(name));
        Some(Filter {
            by: actors(&self.by)?,
            about: actors(&self.about)?,
            kind: self.kind,
            status: self.status,
            category: self.category,
            since: self.since,
            until: self.until,
            article: self.article.clone(),
        })
    }
}

/// Parses the code of a value of a closed set; the help lists them all.
pub(super) fn coded<T: Code + Send + Sync>() -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(T::NAMES.iter().map(|row| row.1))
        .try_map(|code| T::from_code(&code).ok_or_else(|| format!("{code} is unknown")))
}
