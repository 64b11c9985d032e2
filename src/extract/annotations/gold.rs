//! The annotated articles of a folder.

use super::{AnnotatedArticle, Label, kind_of};
use crate::span::Span;
use serde::Deserialize;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

#[derive(Deserialize)]
pub(super) struct Gold {
    pub(super) actors: Vec<GoldActor>,
    statements: Vec<GoldStatement>,
    pub(super) transfers: Vec<GoldTransfer>,
}

#[derive(Deserialize)]
pub(super) struct GoldActor {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct GoldTransfer {
    pub(super) category: String,
    pub(super) giver: Vec<String>,
    pub(super) recipient: Vec<String>,
    pub(super) stances: Vec<GoldStance>,
}

#[derive(Deserialize)]
pub(super) struct GoldStance {
    /// The id of an actor, or "writer".
    pub(super) actor: String,
    pub(super) value: String,
}

#[derive(Deserialize)]
struct GoldStatement {
    kind: String,
    source: Vec<String>,
    target: Vec<String>,
    cue: Option<String>,
    content: String,
    at: String,
}

/// The annotated articles of a folder, in the order of their names.
pub(super) fn read(folder: &Path) -> Result<Vec<AnnotatedArticle>, Box<dyn Error>> {
    let mut articles = Vec::new();
    each(folder, |gold, text| {
        let labels = gold.statements.iter().filter_map(|statement| label(statement, &gold.actors, &text)).collect();
        articles.push(AnnotatedArticle { text, labels });
    })?;
    Ok(articles)
}

/// Hands the annotation and the text of each article of a folder to `use_article`, in the order of their names.
pub(super) fn each(folder: &Path, mut use_article: impl FnMut(&Gold, String)) -> Result<(), Box<dyn Error>> {
    let named = |error: &dyn std::fmt::Display, path: &Path| format!("{}: {error}", path.display());
    let entries = fs::read_dir(folder).map_err(|error| named(&error, folder))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    if paths.is_empty() {
        return Err(named(&"no annotated articles", folder).into());
    }
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| named(&error, &path))?;
        let gold: Gold = serde_json::from_slice(&bytes).map_err(|error| named(&error, &path))?;
        let text = fs::read_to_string(path.with_extension("txt")).map_err(|error| named(&error, &path))?;
        use_article(&gold, text);
    }
    Ok(())
}

fn label(statement: &GoldStatement, actors: &[GoldActor], text: &str) -> Option<Label> {
    let at = text.find(&statement.at).unwrap_or_default();
    let content = nearest(text, &statement.content, at)?;
    let cue = statement.cue.as_ref().and_then(|cue| nearest(text, cue, at));
    let named = |ids: &[String]| {
        let named = ids.iter().filter_map(|id| actors.iter().find(|actor| actor.id == *id));
        named.map(|actor| [std::slice::from_ref(&actor.name), &actor.aliases].concat()).collect()
    };
    let (source, target) = (named(&statement.source), named(&statement.target));
    Some(Label { content, cue, kind: kind_of(&statement.kind)?, source, target })
}

/// Where `needle` stands nearest to byte `at`.
fn nearest(text: &str, needle: &str, at: usize) -> Option<Span> {
    let start = text.match_indices(needle).map(|(i, _)| i).min_by_key(|i| i.abs_diff(at))?;
    Some(Span::new(start, start + needle.len()))
}
