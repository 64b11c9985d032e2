//! Ways for people: each step with its arrow, and below it the sentence, where that is not the one before again.

use super::{one_line, quoted, say};
use crate::extract::{ActorKind, Category, ContentIs, StanceValue, StatementKind};
use crate::graph::{Basis, Code, Language, NodeKind, Sense};
use crate::query::{End, Path, Step};
use std::io::{self, Write};

/// Ways, numbered, the best first.
pub fn paths(to: &mut impl Write, language: Language, ways: &[Path]) -> io::Result<()> {
    for (number, way) in ways.iter().enumerate() {
        let Some(first) = way.steps.first() else { continue };
        let steps = super::counted(language, way.steps.len(), "langkah", "step");
        writeln!(to, "{}. {steps} · {}", number + 1, sort(language, way))?;
        writeln!(to, "   {}", end(language, &first.from))?;
        let mut before = None;
        for step in &way.steps {
            write_step(to, language, step)?;
            let place = step.place.as_ref().filter(|place| Some(*place) != before);
            place.map_or(Ok(()), |place| quoted(to, "        ", place))?;
            before = step.place.as_ref();
        }
    }
    Ok(())
}

/// Whether something passes along the way, or is only spoken of.
fn sort(language: Language, way: &Path) -> &'static str {
    let any = |wanted: &[&str]| way.steps.iter().any(|step| wanted.contains(&step.relation));
    let said = any(&["source", "speaker", "target", "content", "answers", "about"]);
    match (any(&["giver", "recipient"]), said) {
        (true, false) => say(language, "lewat pengalihan", "through transfers"),
        (true, true) => say(language, "lewat pengalihan dan pernyataan", "through transfers and statements"),
        (false, true) => say(language, "lewat pernyataan", "through statements"),
        (false, false) => say(language, "lewat jabatan", "through offices"),
    }
}

fn write_step(to: &mut impl Write, language: Language, step: &Step) -> io::Result<()> {
    let relation = relation(language, step);
    let arrow = if step.forwards { format!("──{relation}─▶") } else { format!("◀─{relation}──") };
    write!(to, "   {arrow} {}", end(language, &step.to))?;
    if let Some(status) = step.status {
        write!(to, " · {}", status.label(language))?;
    }
    if let Some(date) = &step.date {
        write!(to, " · {date}")?;
    }
    if let Some(articles) = step.articles {
        write!(to, " · {}", super::counted(language, articles, "artikel", "article"))?;
    }
    if let Some(others) = step.contradicted_by {
        let against =
            say(language, "meragukan: jabatan di negara lain menurut", "doubtful: offices of another country in");
        write!(to, " · {against} {}", super::counted(language, others, "artikel", "article"))?;
    }
    writeln!(to)
}

fn relation(language: Language, step: &Step) -> String {
    let detail = step.detail.as_deref().unwrap_or_default();
    let label = match step.relation {
        "source" => say(language, "sumber", "source"),
        "speaker" => say(language, "penyampai", "speaker"),
        "target" => say(language, "ditujukan kepada", "directed at"),
        "content" => Sense::from_code(detail).map_or("", |sense| sense.label(language)),
        "about" => StanceValue::from_code(detail).map_or("", |value| value.label(language)),
        "giver" => say(language, "memberi", "gives"),
        "recipient" => say(language, "diterima", "received by"),
        "answers" => {
            let basis = Basis::from_code(detail).map_or("", |basis| basis.label(language));
            return format!("{} ({basis})", say(language, "menjawab", "answers"));
        }
        _ if detail.is_empty() => say(language, "bagian dari", "part of"),
        _ => detail,
    };
    label.to_owned()
}

fn end(language: Language, end: &End) -> String {
    let kind = end.kind.unwrap_or_default();
    let text = one_line(&end.text);
    match end.node {
        NodeKind::Actor => {
            let group = ActorKind::from_code(kind).filter(|kind| *kind == ActorKind::Group);
            group.map_or_else(|| text.clone(), |kind| format!("{text} ({})", kind.label(language)))
        }
        NodeKind::Statement => {
            let content_is = end.content_is.and_then(ContentIs::from_code);
            let act = StatementKind::from_code(kind).map(|kind| super::act(language, kind, content_is));
            format!("[{}] “{text}”", act.unwrap_or_default())
        }
        NodeKind::Transfer => {
            let category = Category::from_code(kind).map_or("", |category| category.label(language));
            format!("[{}: {category}] {text}", end.node.label(language))
        }
        NodeKind::Proposition | NodeKind::Article => format!("[{}] “{text}”", end.node.label(language)),
    }
}
