//! Answers for people, in Indonesian or English, and as JSON for programs; each written to a given writer.

mod ledger;
mod lists;
mod path;

pub use ledger::{difference, ledger, timeline, why};
pub use lists::{accusations, actors, claims, denials, transfers};
pub use path::paths;

use super::views::{Named, Place, StatementView};
use crate::extract::{ContentIs, StatementKind};
use crate::graph::{Code, Language};
use serde::Serialize;
use std::io::{self, Write};

/// Writes any answer as JSON, indented, with a line end.
pub fn json(to: &mut impl Write, answer: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, answer)?;
    writeln!(to)
}

/// The words of one language or the other.
fn say(language: Language, indonesian: &'static str, english: &'static str) -> &'static str {
    if language == Language::English { english } else { indonesian }
}

/// A count with its noun; the English plural takes an s.
fn counted(language: Language, count: usize, indonesian: &str, english: &str) -> String {
    match language {
        Language::Indonesian => format!("{count} {indonesian}"),
        Language::English => format!("{count} {english}{}", if count == 1 { "" } else { "s" }),
    }
}

/// Names with commas, or a dash for none.
fn joined(names: &[Named]) -> String {
    if names.is_empty() {
        return "—".to_owned();
    }
    names.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn at(place: &Place) -> String {
    format!("{}, {}–{}", place.name, place.start, place.end)
}

/// A statement in one line: who, what sort of act, towards whom, what, when. A denier's own words never follow
/// "membantah", which would turn their meaning round.
fn summary(language: Language, statement: &StatementView) -> String {
    let speaker = statement.speaker.as_ref();
    let through = speaker.map(|speaker| format!(" ({} {})", say(language, "lewat", "through"), speaker.name));
    let towards =
        if statement.targets.is_empty() { None } else { Some(format!(" → {}", joined(&statement.targets))) };
    let parts = [
        Some(joined(&statement.sources)),
        through,
        Some(format!(" · {}", act(language, statement.kind, statement.content_is))),
        towards,
        Some(format!(": “{}”", one_line(&statement.content))),
        statement.date.as_ref().map(|date| format!(" · {date}")),
    ];
    parts.into_iter().flatten().collect()
}

/// The sort of act; of a denial also what its content is.
fn act(language: Language, kind: StatementKind, content_is: Option<ContentIs>) -> String {
    let kind = kind.label(language);
    match content_is {
        Some(ContentIs::Rejected) => format!("{kind} {}", say(language, "atas", "of")),
        Some(ContentIs::Words) => format!("{kind} {}", say(language, "dengan kata-kata", "in the words")),
        Some(ContentIs::Reference) => format!("{kind} {}", say(language, "terhadap", "of what is called")),
        None => kind.to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An indented sentence with its place.
fn quoted(to: &mut impl Write, indent: &str, place: &Place) -> io::Result<()> {
    writeln!(to, "{indent}“{}” ({})", one_line(&place.sentence), at(place))
}
