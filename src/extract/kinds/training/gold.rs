//! Annotated articles as the acts that a reader would have found in them.

use super::super::{Judge, Setting};
use crate::extract::actors::ActorBook;
use crate::extract::attribution::Attribution;
use crate::extract::lexicon::Lexicon;
use crate::extract::phrases::PhraseFinder;
use crate::extract::reading::{ActorId, StatementKind};
use crate::extract::roles::roles;
use crate::language::Document;
use crate::language::models::{Models, Worker};
use crate::segment::{TokenKind, segment};
use serde::Deserialize;
use std::error::Error;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// An annotated article.
pub(super) struct GoldArticle {
    text: String,
    gold: Gold,
}

#[derive(Deserialize)]
struct Gold {
    actors: Vec<GoldActor>,
    statements: Vec<GoldStatement>,
}

#[derive(Deserialize)]
struct GoldActor {
    id: String,
    name: String,
    aliases: Vec<String>,
}

#[derive(Deserialize)]
struct GoldStatement {
    kind: String,
    source: Vec<String>,
    speaker: Option<String>,
    cue: Option<String>,
    content: String,
    at: String,
}

/// The annotated articles of a folder, in the order of their names.
pub(super) fn read(folder: &Path) -> Result<Vec<GoldArticle>, Box<dyn Error>> {
    let named = |error: &dyn std::fmt::Display, path: &Path| format!("{}: {error}", path.display());
    let entries = fs::read_dir(folder).map_err(|error| named(&error, folder))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        let bytes = fs::read(&path).map_err(|error| named(&error, &path))?;
        let gold = serde_json::from_slice(&bytes).map_err(|error| named(&error, &path))?;
        let text = fs::read_to_string(path.with_extension("txt")).map_err(|error| named(&error, &path))?;
        articles.push(GoldArticle { text, gold });
    }
    if articles.is_empty() {
        return Err(named(&"no annotated articles", folder).into());
    }
    Ok(articles)
}

impl GoldArticle {
    /// Hands the acts of the article and their kinds to `use_acts`, with the setting that they stand in.
    pub(super) fn with_acts(
        &self,
        lexicon: &Lexicon,
        (judge, models): (&Judge<'_>, &Models<'_>),
        use_acts: impl FnOnce(&Setting<'_, '_, '_>, &[Attribution], &[StatementKind]),
    ) {
        let document = Document::new(&self.text, segment(&self.text), &mut Worker::new(models));
        let phrases = PhraseFinder::new(&document, lexicon).find_all();
        let mut book = ActorBook::gather(&document, lexicon, phrases);
        let roles = roles(&document, lexicon, &mut book);
        let mut acts: Vec<(Attribution, StatementKind)> =
            self.gold.statements.iter().filter_map(|s| self.act(s, &document, lexicon, &book)).collect();
        acts.sort_by_key(|(a, _)| (a.content.start, a.content.end));
        let (acts, kinds): (Vec<Attribution>, Vec<StatementKind>) = acts.into_iter().unzip();
        use_acts(&judge.setting(&document, lexicon, &book, &roles), &acts, &kinds);
    }

    fn act(
        &self,
        statement: &GoldStatement,
        document: &Document<'_>,
        lexicon: &Lexicon,
        book: &ActorBook<'_, '_>,
    ) -> Option<(Attribution, StatementKind)> {
        let at = self.text.find(&statement.at).unwrap_or_default();
        let start = nearest(&self.text, &statement.content, at)?;
        let content = document.token_at(start)..document.token_at(start + statement.content.len() - 1) + 1;
        let cue = statement.cue.as_ref().and_then(|cue| {
            let cue_at = nearest(&self.text, cue, at)?;
            let tokens = document.token_at(cue_at)..document.token_at(cue_at + cue.len() - 1) + 1;
            let row =
                tokens.clone().find_map(|i| lexicon.cue_forms.longest(document, i)).map(|(_, form)| form.row())?;
            Some((tokens, row))
        });
        let source = statement.source.iter().filter_map(|id| self.actor(id, document, book)).collect();
        let speaker = statement.speaker.as_ref().and_then(|id| self.actor(id, document, book));
        let quoted = quoted(document, &content);
        let (named_at, rule) = (content.start..content.start, "gold");
        let attribution = Attribution { source, speaker, cue, named_at, content, quoted, rule };
        Some((attribution, kind_of(&statement.kind)?))
    }

    /// The actor of `book` that has one of the names of the gold actor `id`.
    fn actor(&self, id: &str, document: &Document<'_>, book: &ActorBook<'_, '_>) -> Option<ActorId> {
        let gold = self.gold.actors.iter().find(|actor| actor.id == id)?;
        let named = |name: &str| name == gold.name || gold.aliases.iter().any(|alias| alias == name);
        let phrase = book.phrases().iter().enumerate().find(|(i, phrase)| {
            book.of_phrase(*i).is_some()
                && (named(document.phrase(&phrase.name)) || named(document.phrase(&phrase.tokens)))
        })?;
        book.of_phrase(phrase.0)
    }
}

/// Where `needle` stands nearest to byte `at`.
fn nearest(text: &str, needle: &str, at: usize) -> Option<usize> {
    text.match_indices(needle).map(|(i, _)| i).min_by_key(|i| i.abs_diff(at))
}

fn quoted(document: &Document<'_>, content: &Range<usize>) -> bool {
    content.start.checked_sub(1).is_some_and(|i| document.kind(i) == TokenKind::QuoteOpen)
}

fn kind_of(name: &str) -> Option<StatementKind> {
    super::KINDS.into_iter().find(|kind| kind.name() == name)
}
