//! The stages of reading one article, in order.

use super::actors::ActorBook;
use super::attribution::{Attribution, Attributor, Scene, SourceRanker, hand_on};
use super::dates::{DateExpression, DateReader};
use super::kinds::{Judge, Verdict};
use super::lexicon::Lexicon;
use super::parties::{self, Cast};
use super::phrases::PhraseFinder;
use super::reading::{
    ActorId, ActorKind, DateInterval, Note, NoteReason, Reading, Role, Statement, StatementKind, Transfer,
};
use super::roles::roles;
use super::transfers::{self, TransferReader};
use crate::ingest::Article;
use crate::language::Document;
use crate::language::models::{ModelError, Models, Worker};
use crate::segment::segment;
use crate::span::Span;
use crate::table::TableError;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

/// Why there is no reader: something that the program carries is broken.
#[derive(Debug)]
pub enum ReaderError {
    /// A table of the lexicon.
    Table(TableError),
    /// A trained model.
    Model(ModelError),
}

impl fmt::Display for ReaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table(_) => "a table of the lexicon is broken",
            Self::Model(_) => "a language model is broken",
        })
    }
}

impl Error for ReaderError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(match self {
            Self::Table(error) => error,
            Self::Model(error) => error,
        })
    }
}

impl From<TableError> for ReaderError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}

impl From<ModelError> for ReaderError {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

/// Reads articles; made once, shared by all threads.
#[derive(Clone, Debug)]
pub struct Reader {
    models: Models<'static>,
    lexicon: Lexicon,
    judge: Judge<'static>,
    sources: SourceRanker<'static>,
    dates: DateReader,
    pub(super) transfers: TransferReader,
}

impl Reader {
    /// A reader with the tables and models that the program carries.
    pub fn embedded() -> Result<Self, ReaderError> {
        Self::with(TransferReader::embedded()?)
    }

    /// The same with another reader of transfers.
    pub(super) fn with(transfers: TransferReader) -> Result<Self, ReaderError> {
        let (models, lexicon, judge) = (Models::embedded()?, Lexicon::embedded()?, Judge::embedded()?);
        let (sources, dates) = (SourceRanker::embedded()?, DateReader::embedded()?);
        Ok(Self { models, lexicon, judge, sources, dates, transfers })
    }

    /// What `article` says.
    pub fn read(&self, article: &Article) -> Reading {
        self.read_with(article, |scene, cast| self.transfers.read(scene, cast))
    }

    /// The same, with the transfers and the notes on them that `transfers` gives.
    pub(super) fn read_with(
        &self,
        article: &Article,
        transfers: impl FnOnce(transfers::Scene<'_>, &mut Cast<'_, '_, '_>) -> (Vec<Transfer>, Vec<Note>),
    ) -> Reading {
        let document = Document::new(&article.text, segment(&article.text), &mut Worker::new(&self.models));
        let phrases = PhraseFinder::new(&document, &self.lexicon).find_all();
        let mut book = ActorBook::gather(&document, &self.lexicon, phrases);
        let roles = roles(&document, &self.lexicon, &mut book);
        let (mut attributions, mut notes, cues) = Attributor::new(&document, &self.lexicon, &mut book).read();
        self.sources.settle(&Scene::new(&document, &self.lexicon, &book, &roles), &mut attributions);
        let verdicts = self.judge.verdicts(&self.judge.setting(&document, &self.lexicon, &book, &roles), &attributions);
        notes.extend(attributions.iter().zip(&verdicts).filter_map(|(a, v)| self.no_accused(&document, a, v)));
        hand_on(&mut attributions, &document, &self.lexicon);
        let judged = attributions.iter().zip(verdicts);
        let mut statements: Vec<_> = judged.map(|(a, v)| self.statement(&document, &mut book, a, v)).collect();
        let dates = self.dates.read(&article.text, document.sentences().iter().map(|s| s.span), article.published);
        for statement in &mut statements {
            statement.date = said_on(statement, &dates);
        }
        let parties = parties::parties(&document, &self.lexicon, &mut book, (&roles, &statements));
        let scene = transfers::Scene { document: &document, parties: &parties, statements: &statements, dates: &dates };
        let mut cast = Cast { document: &document, lexicon: &self.lexicon, book: &mut book, roles: &roles };
        let (transfers, more) = transfers(scene, &mut cast);
        notes.extend(more);
        let sentence = |role: Role| Role { evidence: sentences_around(&document, role.evidence, None), ..role };
        let roles = roles.into_iter().map(sentence).collect();
        finish(book, Reading { actors: Vec::new(), roles, statements, transfers, notes, cues })
    }

    /// A note where somebody accuses and nobody is found who is accused.
    fn no_accused(&self, document: &Document<'_>, read: &Attribution, verdict: &Verdict) -> Option<Note> {
        let (tokens, row) = read.cue.as_ref()?;
        let accuses = self.lexicon.cues[*row].kind == StatementKind::Accusation;
        let taken = accuses && matches!(verdict.kind, StatementKind::Claim | StatementKind::Condemnation);
        taken.then(|| Note { at: document.span_of(tokens), reason: NoteReason::NoAccused })
    }

    fn statement(
        &self,
        document: &Document<'_>,
        book: &mut ActorBook<'_, '_>,
        read: &Attribution,
        verdict: Verdict,
    ) -> Statement {
        let cue = read.cue.as_ref().map(|(tokens, _)| document.span_of(tokens));
        let content = document.span_of(&read.content);
        let row = read.cue.as_ref().map_or("no-cue", |(_, row)| self.lexicon.cues[*row].id.as_str());
        Statement {
            kind: verdict.kind,
            source: read.source.clone(),
            speaker: read.speaker,
            target: verdict.target.into_iter().map(|party| party.actor(book)).collect(),
            cue,
            content,
            content_is: verdict.content_is,
            evidence: sentences_around(document, content, cue),
            date: None,
            rule: format!("{row}/{}", read.rule),
        }
    }
}

/// When a statement was made: the date in its sentences, outside its content, nearest to its cue.
fn said_on(statement: &Statement, dates: &[DateExpression]) -> Option<DateInterval> {
    let at = statement.cue.unwrap_or(statement.content).start;
    let beside = dates.iter().filter(|d| statement.evidence.contains(d.span) && !statement.content.overlaps(d.span));
    beside.min_by_key(|d| d.span.start.abs_diff(at)).and_then(|d| d.when.interval())
}

fn sentences_around(document: &Document<'_>, content: Span, cue: Option<Span>) -> Span {
    let whole = cue.map_or(content, |cue| cue.cover(content));
    let around = document.sentences().iter().filter(|s| s.span.overlaps(whole)).map(|s| s.span);
    around.fold(whole, Span::cover)
}

/// Those who speak, are spoken to, give, take or hold a view.
fn acting(reading: &Reading) -> BTreeSet<ActorId> {
    let mut acting = BTreeSet::new();
    for s in &reading.statements {
        acting.extend(s.source.iter().chain(&s.target).chain(&s.speaker));
    }
    for t in &reading.transfers {
        acting.extend(t.giver.iter().chain(&t.recipient).chain(t.stances.iter().filter_map(|s| s.holder.as_ref())));
    }
    acting
}

/// Keeps the roles of named people, and those of groups and bodies only where these take a part besides.
fn keep_roles(book: &ActorBook<'_, '_>, reading: &mut Reading, used: &mut BTreeSet<ActorId>) {
    let people = |role: &Role| book.kind(role.holder) == ActorKind::Person;
    used.extend(reading.roles.iter().filter(|r| people(r)).flat_map(|r| [r.holder, r.of]));
    // A body's parent counts once the body does, and so on upwards.
    loop {
        let before = used.len();
        let more: Vec<ActorId> = reading.roles.iter().filter(|r| used.contains(&r.holder)).map(|r| r.of).collect();
        used.extend(more);
        if used.len() == before {
            break;
        }
    }
    reading.roles.retain(|r| used.contains(&r.holder));
}

/// Drops the actors that take no part and renumbers the others.
fn finish(book: ActorBook<'_, '_>, mut reading: Reading) -> Reading {
    let mut used = acting(&reading);
    keep_roles(&book, &mut reading, &mut used);
    let (actors, ids) = book.finish(&used);
    let renumber = |list: &mut Vec<ActorId>| list.iter_mut().for_each(|actor| *actor = ids[actor]);
    for s in &mut reading.statements {
        renumber(&mut s.source);
        renumber(&mut s.target);
        s.speaker = s.speaker.map(|speaker| ids[&speaker]);
    }
    for r in &mut reading.roles {
        (r.holder, r.of) = (ids[&r.holder], ids[&r.of]);
    }
    for t in &mut reading.transfers {
        renumber(&mut t.giver);
        renumber(&mut t.recipient);
        for stance in &mut t.stances {
            stance.holder = stance.holder.map(|holder| ids[&holder]);
        }
    }
    Reading { actors, ..reading }
}

/// What a reader takes from `text`, for tests.
#[cfg(test)]
pub(super) fn read_text(text: &str) -> Reading {
    let (id, name, text) = ("00000000000000aa".into(), "contoh".into(), text.to_owned());
    let article = Article { id, name, title: None, publisher: None, url: None, published: None, text };
    Reader::embedded().expect("tables and models").read(&article)
}
