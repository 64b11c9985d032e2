//! `graph render`: a graph to a picture.

use super::Outcome;
use super::asking::{Asked, Loaded};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use sanggah::graph::{Code, KnowledgeGraph, Language, NodeId, Status};
use sanggah::ingest::{Articles, Defaults, Indonesian, expand};
use sanggah::render::{Fonts, Options, Theme, View, dot, html, png, svg};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Draw a graph
///
/// Shows the salient part of a large graph: what is contested first, then what most statements speak of.
#[derive(Args, Debug)]
pub(super) struct Render {
    #[command(flatten)]
    asked: Asked,

    /// Where the picture goes; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "output/graph.svg")]
    output: PathBuf,

    /// What is written [default: by the output's name, else svg]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// What is shown
    #[arg(long, value_enum, default_value = "story")]
    view: ViewName,

    /// Colours
    #[arg(long, value_enum, default_value = "light")]
    theme: ThemeName,

    /// Language of labels
    #[arg(long, value_name = "CODE", value_parser = super::language(), default_value = "id")]
    lang: Language,

    /// Only what is near this actor, transfer or claim; may be given several times
    #[arg(long, value_name = "NAME")]
    focus: Vec<String>,

    /// How many steps from box to box are near
    #[arg(long, value_name = "N", default_value_t = 2)]
    hops: usize,

    /// Only what mentions these words
    #[arg(long, value_name = "WORDS")]
    about: Option<String>,

    /// Only what has this status
    #[arg(long, value_name = "STATUS", value_parser = status)]
    status: Option<Status>,

    /// At most this many boxes
    #[arg(long, value_name = "N", default_value_t = 40)]
    max_nodes: usize,

    /// The headline [default: the names of the foremost actors]
    #[arg(long)]
    title: Option<String>,

    /// In an HTML file: put in the whole articles that the graph was built from, as found in PATH
    #[arg(long, value_name = "PATH", num_args = 0.., default_missing_value = "data/articles")]
    with_text: Vec<PathBuf>,

    /// Who places the boxes: this program, or a program of Graphviz that is installed
    #[arg(long, value_enum, default_value = "own")]
    engine: Engine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Svg,
    Png,
    Dot,
    /// One file with search, filters and evidence, for a browser
    Html,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ViewName {
    /// Actors, what they say, and what passes between them
    Story,
    /// Actors alone: who accuses, denies, supplies whom
    Actors,
    /// Lanes by actor, from left to right by date
    Timeline,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThemeName {
    Light,
    Dark,
    Print,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Engine {
    Own,
    Dot,
    Neato,
    Fdp,
    Sfdp,
    Circo,
    Twopi,
}

fn status(name: &str) -> Result<Status, String> {
    let names = Status::NAMES.iter().map(|row| row.1).collect::<Vec<_>>().join(", ");
    Status::from_code(name).ok_or_else(|| format!("one of {names} is wanted"))
}

impl Render {
    pub(super) fn run(self) -> Result<Outcome> {
        let loaded = self.asked.load()?;
        let Some(focus) = self.near(&loaded) else { return Ok(Outcome::Nothing) };
        let graph = loaded.graph;
        let format = self.format.unwrap_or_else(|| by_name(&self.output));
        let options = Options { focus, ..self.options() };
        let drawn = if self.engine == Engine::Own {
            self.draw(&graph, &options, format)?
        } else {
            graphviz(self.engine, &self.draw(&graph, &options, Format::Dot)?, format)?
        };
        if self.output.as_os_str() == "-" {
            io::stdout().write_all(&drawn)?;
        } else {
            save(&self.output, &drawn)?;
        }
        Ok(Outcome::Done)
    }

    /// The nodes of the names in focus; none where one of them is unknown.
    fn near(&self, loaded: &Loaded) -> Option<Vec<NodeId>> {
        let of = |name: &String| loaded.id(name).map(|id| vec![id]).or_else(|| loaded.actors(name));
        let found: Option<Vec<Vec<NodeId>>> = self.focus.iter().map(of).collect();
        Some(found?.concat())
    }

    fn options(&self) -> Options {
        Options {
            view: match self.view {
                ViewName::Story => View::Story,
                ViewName::Actors => View::Actors,
                ViewName::Timeline => View::Timeline,
            },
            theme: match self.theme {
                ThemeName::Light => Theme::Light,
                ThemeName::Dark => Theme::Dark,
                ThemeName::Print => Theme::Print,
            },
            language: self.lang,
            hops: self.hops,
            about: self.about.clone(),
            status: self.status,
            max_nodes: self.max_nodes,
            title: self.title.clone(),
            ..Options::default()
        }
    }

    fn draw(&self, graph: &KnowledgeGraph, options: &Options, format: Format) -> Result<Vec<u8>> {
        let fonts = Fonts::new();
        let mut drawn = Vec::new();
        match format {
            Format::Svg => svg::write(graph, options, &fonts, &mut drawn)?,
            Format::Png => png::write(graph, options, &fonts, &mut drawn)?,
            Format::Dot => dot::write(graph, options, &fonts, &mut drawn)?,
            Format::Html => html::write(graph, options, &fonts, &texts(graph, &self.with_text)?, &mut drawn)?,
        }
        Ok(drawn)
    }
}

fn by_name(output: &Path) -> Format {
    let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "png" => Format::Png,
        "dot" | "gv" => Format::Dot,
        "html" | "htm" => Format::Html,
        _ => Format::Svg,
    }
}

/// The texts of the articles that a graph holds.
fn texts(graph: &KnowledgeGraph, paths: &[PathBuf]) -> Result<BTreeMap<NodeId, String>> {
    let indonesian = Indonesian::embedded().context("the table of languages is broken")?;
    let (sources, missing) = expand(paths);
    if let Some(error) = missing.into_iter().next() {
        return Err(error.into());
    }
    let defaults = Defaults::default();
    let articles = Articles::new(sources, &defaults, &indonesian);
    let named = articles.filter_map(Result::ok).map(|article| (NodeId::of_article(&article.id), article.text));
    let texts: BTreeMap<_, _> = named.filter(|(id, _)| graph.article(*id).is_some()).collect();
    if texts.is_empty() && !paths.is_empty() {
        bail!("none of the articles in --with-text is in the graph");
    }
    Ok(texts)
}

/// Lets a program of Graphviz place and draw.
fn graphviz(engine: Engine, text: &[u8], format: Format) -> Result<Vec<u8>> {
    let name = engine.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    let form = match format {
        Format::Svg => "-Tsvg",
        Format::Png => "-Tpng",
        Format::Dot => "-Tdot",
        Format::Html => bail!("--engine {name} draws no HTML: that is drawn by this program alone"),
    };
    let mut child = match Command::new(&name).arg(form).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!("--engine {name} needs Graphviz, which is not installed; without --engine this program draws alone")
        }
        Err(error) => return Err(error).with_context(|| format!("{name} cannot be started")),
    };
    let mut input = child.stdin.take().context("no way to write to Graphviz")?;
    let drawn = std::thread::scope(|scope| {
        let writer = scope.spawn(move || input.write_all(text));
        let drawn = child.wait_with_output();
        // A program that stops reading says on standard error why it did.
        writer.join().ok();
        drawn
    })?;
    if !drawn.status.success() {
        bail!("{name} failed: {}", drawn.status);
    }
    Ok(drawn.stdout)
}

/// Writes a file whole or not at all.
fn save(path: &Path, drawn: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let mut half = path.as_os_str().to_owned();
    half.push(format!(".{}", std::process::id()));
    let half = PathBuf::from(half);
    let saved = fs::write(&half, drawn).and_then(|()| fs::rename(&half, path));
    if saved.is_err() {
        fs::remove_file(&half).ok();
    }
    saved.with_context(|| format!("{} cannot be written", path.display()))
}
