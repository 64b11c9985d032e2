//! Annotated articles, to train and measure on, as the acts that the program finds in them; behind the feature `train`.

mod corpus;
mod gold;
mod transfers;

pub(super) use transfers::{AnnotatedTransfers, TransferLabel, transfers};

use super::actors::ActorBook;
use super::attribution::{Attribution, Attributor, Scene, SourceRanker};
use super::kinds::{Judge, KINDS, Setting};
use super::lexicon::Lexicon;
use super::phrases::PhraseFinder;
use super::reader::ReaderError;
use super::reading::{ActorId, Role, StatementKind};
use super::roles::roles;
use crate::language::Document;
use crate::language::models::{Models, Worker};
use crate::segment::segment;
use crate::span::Span;
use std::error::Error;
use std::path::Path;

/// Annotated articles with what is needed to read them.
pub(super) struct Annotations {
    models: Models<'static>,
    lexicon: Lexicon,
    sources: SourceRanker<'static>,
    /// The wholly annotated articles, then those of the corpus.
    articles: Vec<AnnotatedArticle>,
    /// How many are wholly annotated.
    pub(super) whole: usize,
}

/// An article with what readers said of its acts.
struct AnnotatedArticle {
    text: String,
    labels: Vec<Label>,
}

/// What a reader said of one act.
struct Label {
    content: Span,
    cue: Option<Span>,
    kind: StatementKind,
    /// Whose view it is: the names of each.
    source: Vec<Vec<String>>,
    /// Whom it is directed at: the names of each.
    target: Vec<Vec<String>>,
}

/// The annotation of an act that the program finds.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) kind: StatementKind,
    /// Those whom it is directed at that the program knows.
    pub(super) target: Vec<ActorId>,
    /// Whether it is directed at anybody.
    pub(super) directed: bool,
    /// Whether the reader saw the whole article, and so all whom it can be directed at.
    pub(super) seen_whole: bool,
}

impl Answer {
    /// Whether it is directed at a party, or at nobody.
    pub(super) fn aims_at(&self, party: Option<ActorId>) -> bool {
        party.map_or(!self.directed, |actor| self.target.contains(&actor))
    }
}

/// Whose view an act is, by its annotation.
#[derive(Clone, Debug)]
pub(super) struct Sourced {
    /// For each source the actors that the program knows under one of its names.
    each: Vec<Vec<ActorId>>,
}

impl Annotations {
    /// The annotated articles in `folder`, and those of the file `corpus`.
    pub(super) fn read(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let mut articles = gold::read(folder)?;
        let whole = articles.len();
        articles.extend(corpus::read(corpus)?);
        Ok(Self {
            models: Models::embedded()?,
            lexicon: Lexicon::embedded().map_err(ReaderError::Table)?,
            sources: SourceRanker::embedded()?,
            articles,
            whole,
        })
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.articles.len()
    }

    /// Hands the acts that the program finds in article `i` to `use_acts`, with the setting that they stand in and the
    /// annotations of those that have one.
    pub(super) fn with_acts(
        &self,
        i: usize,
        judge: &Judge<'_>,
        use_acts: impl FnOnce(&Setting<'_, '_, '_>, &[Attribution], &[Option<Answer>]),
    ) {
        let AnnotatedArticle { text, labels } = &self.articles[i];
        let document = Document::new(text, segment(text), &mut Worker::new(&self.models));
        let (book, roles, mut acts) = self.acts(&document);
        self.sources.settle(&Scene::new(&document, &self.lexicon, &book, &roles), &mut acts);
        let setting = judge.setting(&document, &self.lexicon, &book, &roles);
        let party = |names: &Vec<String>| {
            let Some((actor, first)) = named(names, &document, &book) else {
                // "pemerintah" alone may be all that names a state.
                return fitting(names, &book).first().copied();
            };
            Some(setting.party_at(first).map_or(actor, |(party, _)| party))
        };
        let answer = |act: &Attribution| {
            let label = label_of(labels, act, &document)?;
            let target = label.target.iter().filter_map(party).collect();
            Some(Answer {
                kind: label.kind,
                target,
                directed: !label.target.is_empty(),
                seen_whole: !label.source.is_empty(),
            })
        };
        let answers: Vec<Option<Answer>> = acts.iter().map(answer).collect();
        use_acts(&setting, &acts, &answers);
    }

    /// Hands the acts of article `i` to `use_acts` with the sources that the rules find, and with those that they have.
    pub(super) fn with_read(
        &self,
        i: usize,
        use_acts: impl FnOnce(&Scene<'_, '_, '_>, &[Attribution], &[Option<Sourced>]),
    ) {
        let AnnotatedArticle { text, labels } = &self.articles[i];
        let document = Document::new(text, segment(text), &mut Worker::new(&self.models));
        let (book, roles, acts) = self.acts(&document);
        let sourced = |act: &Attribution| {
            let label = label_of(labels, act, &document)?;
            let each = label.source.iter().map(|names| fitting(names, &book)).collect();
            (!label.source.is_empty()).then_some(Sourced { each })
        };
        let answers: Vec<Option<Sourced>> = acts.iter().map(sourced).collect();
        use_acts(&Scene::new(&document, &self.lexicon, &book, &roles), &acts, &answers);
    }

    fn acts<'d, 't>(&'d self, document: &'d Document<'t>) -> (ActorBook<'d, 't>, Vec<Role>, Vec<Attribution>) {
        let phrases = PhraseFinder::new(document, &self.lexicon).find_all();
        let mut book = ActorBook::gather(document, &self.lexicon, phrases);
        let roles = roles(document, &self.lexicon, &mut book);
        let (acts, ..) = Attributor::new(document, &self.lexicon, &mut book).read();
        (book, roles, acts)
    }
}

impl Sourced {
    /// How many of the sources are among `actors`; none where these hold a wrong one, or fewer than half.
    pub(super) fn found(&self, actors: &[ActorId]) -> usize {
        let hit = self.each.iter().filter(|fit| actors.iter().any(|actor| fit.contains(actor))).count();
        let wrong = actors.iter().any(|actor| self.each.iter().all(|fit| !fit.contains(actor)));
        if wrong || 2 * hit < self.each.len() { 0 } else { hit }
    }

    /// Whether `actors` are no wrong ones, and at least half of the right ones.
    pub(super) fn agrees(&self, actors: &[ActorId]) -> bool {
        self.found(actors) > 0
    }
}

/// The annotated act that shares the most of its content with `act`, and at least half of both; of two such, that with the
/// same cue.
fn label_of<'l>(labels: &'l [Label], act: &Attribution, document: &Document<'_>) -> Option<&'l Label> {
    let content = document.span_of(&act.content);
    let cue = act.cue.as_ref().map(|(tokens, _)| document.span_of(tokens));
    let same_cue = |label: &Label| match (label.cue, cue) {
        (Some(a), Some(b)) => a.overlaps(b),
        (a, b) => a == b,
    };
    let alike = labels.iter().filter(|label| 2 * shared(label.content, content) >= label.content.cover(content).len());
    alike.max_by_key(|label| (same_cue(label), shared(label.content, content)))
}

/// How many bytes both cover.
fn shared(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The actor of `book` that has one of the names, else one whose name holds one of them or is held by it, with the token
/// where it is named.
fn named(names: &[String], document: &Document<'_>, book: &ActorBook<'_, '_>) -> Option<(ActorId, usize)> {
    let find = |fits: &dyn Fn(&str, &str) -> bool| {
        let phrases = book.phrases().iter().enumerate();
        let mut known = phrases.filter_map(|(i, phrase)| Some((book.of_phrase(i)?, phrase)));
        let fit = |words: &str| names.iter().any(|name| fits(&name.to_lowercase(), &words.to_lowercase()));
        known.find(|(_, phrase)| fit(document.phrase(&phrase.name)) || fit(document.phrase(&phrase.tokens)))
    };
    let holds = |long: &str, short: &str| short.len() > 3 && long.contains(short);
    find(&|name, words| name == words)
        .or_else(|| find(&|name, words| holds(name, words) || holds(words, name)))
        .map(|(actor, phrase)| (actor, phrase.tokens.start))
}

/// All actors of `book` that have one of the names, else those whose name holds one of them or is held by it.
fn fitting(names: &[String], book: &ActorBook<'_, '_>) -> Vec<ActorId> {
    let wanted: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let fit = |fits: &dyn Fn(&str, &str) -> bool| -> Vec<ActorId> {
        let one = |called: &str| wanted.iter().any(|name| fits(name, &called.to_lowercase()));
        book.called().filter_map(|(actor, mut names)| names.any(&one).then_some(actor)).collect()
    };
    let holds = |long: &str, short: &str| short.len() > 3 && long.contains(short);
    let same = fit(&|name, called| name == called);
    if same.is_empty() { fit(&|name, called| holds(name, called) || holds(called, name)) } else { same }
}

fn kind_of(name: &str) -> Option<StatementKind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}
