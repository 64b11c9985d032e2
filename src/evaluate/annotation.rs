//! One article as a careful reader wrote it down, and a reading in the same form.

use crate::extract::{ActorKind, Category, ContentIs, Reading, ReadingRecord, StanceValue, StatementKind};
use crate::graph::Code;
use crate::ingest::Article;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

/// What an annotated file holds. Ids are its own; `writer` is the article's own voice.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Annotation {
    pub(super) id: String,
    pub(super) actors: Vec<Actor>,
    pub(super) roles: Vec<Role>,
    pub(super) statements: Vec<Statement>,
    pub(super) transfers: Vec<Transfer>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Role {
    pub(super) holder: String,
    #[serde(rename = "role")]
    pub(super) office: Option<String>,
    pub(super) of: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Statement {
    #[serde(default)]
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) source: Vec<String>,
    pub(super) speaker: Option<String>,
    #[serde(default)]
    pub(super) target: Vec<String>,
    pub(super) cue: Option<String>,
    pub(super) content: String,
    pub(super) content_is: Option<String>,
    /// In annotated files: the words near which the content stands.
    pub(super) at: Option<String>,
    /// In readings: the content's bytes.
    pub(super) span: Option<(usize, usize)>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Transfer {
    pub(super) giver: Vec<String>,
    pub(super) recipient: Vec<String>,
    pub(super) item: Vec<String>,
    pub(super) category: String,
    pub(super) stances: Vec<Stance>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Stance {
    pub(super) actor: String,
    pub(super) value: String,
}

/// The holder of the article's own view.
pub(super) const WRITER: &str = "writer";

/// What is wrong with an annotated file.
#[derive(Debug)]
pub enum Fault {
    /// It is not in the form of annotated files.
    Form(serde_json::Error),
    /// It contradicts itself, or the article.
    Content(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(_) => f.write_str("is no annotated article"),
            Self::Content(what) => f.write_str(what),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Form(error) => Some(error),
            Self::Content(_) => None,
        }
    }
}

/// An annotated article with its text.
#[derive(Clone, Debug)]
pub struct Gold {
    pub(super) annotation: Annotation,
    pub(super) text: String,
}

impl Gold {
    /// Takes what a file called `stem` holds, about an article with this text.
    pub fn parse(stem: &str, json: &str, text: String) -> Result<Self, Fault> {
        let annotation: Annotation = serde_json::from_str(json).map_err(Fault::Form)?;
        let faults = annotation.faults(stem, &text);
        if faults.is_empty() { Ok(Self { annotation, text }) } else { Err(Fault::Content(faults.join("; "))) }
    }

    /// The article's name.
    pub fn id(&self) -> &str {
        &self.annotation.id
    }

    /// What it says of the article.
    pub fn annotation(&self) -> &Annotation {
        &self.annotation
    }

    /// The article's text, as it was annotated.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Annotation {
    /// A reading as if it had been written down.
    pub fn of(article: &Article, reading: &Reading) -> Result<Self, Fault> {
        let record = serde_json::to_value(ReadingRecord::new(article, reading)).map_err(Fault::Form)?;
        serde_json::from_value(record).map_err(Fault::Form)
    }

    /// Everybody who speaks, is spoken to, gives, receives, holds a view or an office.
    pub(super) fn taking_part(&self) -> BTreeSet<&str> {
        let said = self.statements.iter().flat_map(|s| s.source.iter().chain(&s.target).chain(&s.speaker));
        let passed = self.transfers.iter().flat_map(|t| t.giver.iter().chain(&t.recipient));
        let held = self.transfers.iter().flat_map(|t| &t.stances).map(|x| &x.actor).filter(|id| *id != WRITER);
        let offices = self.roles.iter().flat_map(|r| [&r.holder, &r.of]);
        said.chain(passed).chain(held).chain(offices).map(String::as_str).collect()
    }

    fn faults(&self, stem: &str, text: &str) -> Vec<String> {
        let mut faults = Vec::new();
        if self.id != stem {
            faults.push(format!("its id is \"{}\"", self.id));
        }
        let ids: BTreeSet<&str> = self.actors.iter().map(|a| a.id.as_str()).collect();
        faults.extend(self.taking_part().difference(&ids).map(|id| format!("the actor {id} is not listed")));
        for actor in &self.actors {
            faults.extend(unknown::<ActorKind>(&actor.id, "type", &actor.kind));
        }
        for s in &self.statements {
            faults.extend(unknown::<StatementKind>(&s.id, "kind", &s.kind));
            faults.extend(s.content_is.iter().filter_map(|is| unknown::<ContentIs>(&s.id, "content_is", is)));
            for words in [Some(&s.content), s.at.as_ref(), s.cue.as_ref()].into_iter().flatten() {
                if !text.contains(words.as_str()) {
                    faults.push(format!("{}: not in the article: \"{words}\"", s.id));
                }
            }
        }
        for t in &self.transfers {
            let name = t.item.join(", ");
            faults.extend(unknown::<Category>(&name, "category", &t.category));
            faults.extend(t.stances.iter().filter_map(|x| unknown::<StanceValue>(&name, "stance", &x.value)));
        }
        faults
    }
}

fn unknown<T: Code>(id: &str, field: &str, code: &str) -> Option<String> {
    T::from_code(code).is_none().then(|| format!("{id}: the {field} \"{code}\" is unknown"))
}
