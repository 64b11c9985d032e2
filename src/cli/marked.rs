//! An article with its reading marked in its text, for a person at a terminal.

use sanggah::extract::{ActorId, DateInterval, Explainer, Reading, Statement, StatementKind, Transfer};
use sanggah::graph::{Code, Language};
use sanggah::ingest::Article;
use sanggah::span::Span;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How to show it.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) language: Language,
    pub(super) colours: bool,
}

impl Style {
    fn say(self, indonesian: &'static str, english: &'static str) -> &'static str {
        if self.language == Language::English { english } else { indonesian }
    }

    fn paint(self, kind: StatementKind, text: &str) -> String {
        let colour = match kind {
            StatementKind::Accusation | StatementKind::Condemnation => 31,
            StatementKind::Denial => 35,
            StatementKind::Confirmation => 32,
            StatementKind::Demand | StatementKind::Commitment => 33,
            StatementKind::Claim => 36,
        };
        if self.colours { format!("\x1b[1;{colour}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Writes the article paragraph by paragraph, each with its statements below it, then what passes and who takes part.
/// What is said stands in `[1 …]`, numbered in the order of the text, the cue in `‹…›`.
pub(super) fn write(
    article: &Article,
    reading: &Reading,
    style: Style,
    explainer: Option<&Explainer>,
    to: &mut impl Write,
) -> io::Result<()> {
    let page = Page { article, reading, style, explainer };
    page.head(to)?;
    let marks = page.marks();
    let mut start = 0;
    for line in article.text.split('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        if !line.trim().is_empty() {
            writeln!(to, "{}\n", page.marked(span, &marks))?;
            page.statements(span, to)?;
        }
    }
    page.transfers(to)?;
    page.actors(to)
}

/// Writes what was seen in the article and not asserted, with the reason and the sentence's line.
pub(super) fn notes(article: &Article, reading: &Reading, style: Style, to: &mut impl Write) -> io::Result<()> {
    if reading.notes.is_empty() {
        return Ok(());
    }
    let (cues, heading) = (reading.cues, style.say("Tidak ditegaskan", "Not asserted"));
    let of = style.say("kalimat berpenanda tanpa pernyataan", "sentences with a cue gave no statement");
    writeln!(to, "{heading} ({} / {} {of}):", cues.silent, cues.sentences)?;
    for note in &reading.notes {
        let (start, end) = around(&article.text, note.at);
        let (before, cue) = (Span::new(start, note.at.start), note.at.of(&article.text));
        let after = Span::new(note.at.end, end);
        let (before, after) = (before.of(&article.text), after.of(&article.text));
        writeln!(to, "  {}: {before}‹{cue}›{after}", note.reason.label(style.language))?;
    }
    writeln!(to)
}

/// The ends of some words before and behind a place, in its own line.
fn around(text: &str, at: Span) -> (usize, usize) {
    const WIDTH: usize = 60;
    let before = text.get(..at.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let start = before.char_indices().rev().nth(WIDTH).map_or(line, |(place, _)| place.max(line));
    let after = text.get(at.end..).unwrap_or_default();
    let line = after.find('\n').unwrap_or(after.len());
    let end = after.char_indices().nth(WIDTH).map_or(line, |(place, _)| place.min(line));
    (start, at.end + end)
}

struct Page<'a> {
    article: &'a Article,
    reading: &'a Reading,
    style: Style,
    explainer: Option<&'a Explainer>,
}

/// A mark to be put into the text. Marks sort so that what closes comes before what opens at the same place, and what
/// holds another opens before it and closes after it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    at: usize,
    opens: bool,
    other_end: Reverse<usize>,
    text: String,
}

impl Page<'_> {
    fn head(&self, to: &mut impl Write) -> io::Result<()> {
        let Article { name, title, publisher, published, .. } = self.article;
        let published = published.map(|date| date.to_string());
        let known = [title.as_deref(), publisher.as_deref(), published.as_deref()];
        let known: Vec<&str> = known.into_iter().flatten().collect();
        writeln!(to, "── {name} ──\n{}\n", known.join(" · "))
    }

    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut cues = BTreeSet::new();
        let mut put = |span: Span, open: String, close: String| {
            marks.push(Mark { at: span.start, opens: true, other_end: Reverse(span.end), text: open });
            marks.push(Mark { at: span.end, opens: false, other_end: Reverse(span.start), text: close });
        };
        for (number, statement) in (1..).zip(&self.reading.statements) {
            let paint = |text: &str| self.style.paint(statement.kind, text);
            put(statement.content, paint(&format!("[{number} ")), paint("]"));
            if let Some(cue) = statement.cue
                && cues.insert(cue)
            {
                put(cue, paint("‹"), paint("›"));
            }
        }
        marks.sort();
        marks
    }

    fn marked(&self, line: Span, marks: &[Mark]) -> String {
        let mut marked = String::new();
        let mut done = line.start;
        for mark in marks.iter().filter(|mark| line.start <= mark.at && mark.at <= line.end) {
            marked += Span::new(done, mark.at).of(&self.article.text);
            marked += &mark.text;
            done = mark.at;
        }
        marked + Span::new(done, line.end).of(&self.article.text)
    }

    fn statements(&self, line: Span, to: &mut impl Write) -> io::Result<()> {
        let inside =
            |statement: &Statement| line.start <= statement.content.start && statement.content.start <= line.end;
        let mut any = false;
        for (number, statement) in (1..).zip(&self.reading.statements).filter(|(_, statement)| inside(statement)) {
            any = true;
            let kind = format!("{:<12}", statement.kind.label(self.style.language));
            let mut who = self.names(&statement.source);
            if let Some(speaker) = statement.speaker {
                who = format!("{who} ({} {})", self.style.say("lewat", "through"), self.name(speaker));
            }
            if !statement.target.is_empty() {
                who = format!("{who} → {}", self.names(&statement.target));
            }
            let details = [
                statement.content_is.map(|is| is.label(self.style.language).to_owned()),
                statement.date.map(days),
                Some(statement.rule.clone()),
            ];
            let details: Vec<String> = details.into_iter().flatten().collect();
            writeln!(to, "  {number:>3}  {} {who}  ({})", self.style.paint(statement.kind, &kind), details.join("; "))?;
            self.explain(&statement.rule, to)?;
        }
        if any { writeln!(to) } else { Ok(()) }
    }

    fn transfers(&self, to: &mut impl Write) -> io::Result<()> {
        if self.reading.transfers.is_empty() {
            return Ok(());
        }
        writeln!(to, "{}:", self.style.say("Pengalihan", "Transfers"))?;
        for transfer in &self.reading.transfers {
            writeln!(to, "  {}", self.transfer(transfer))?;
            for stance in &transfer.stances {
                let holder = stance.holder.map_or(self.style.say("penulis", "the writer"), |holder| self.name(holder));
                let statement = stance.statement.map(|id| format!(" [{}]", id.0 + 1)).unwrap_or_default();
                let value = stance.value.label(self.style.language);
                writeln!(to, "      {holder}: {value}{statement} ‹{}› ({})", self.words(stance.cue), stance.rule)?;
                self.explain(&stance.rule, to)?;
            }
        }
        writeln!(to)
    }

    /// What the rows and the rule are that read something, where that was asked for.
    fn explain(&self, rule: &str, to: &mut impl Write) -> io::Result<()> {
        let english = self.style.language == Language::English;
        for (part, told) in self.explainer.into_iter().flat_map(|explainer| explainer.explain(rule, english)) {
            writeln!(to, "          {part}: {told}")?;
        }
        Ok(())
    }

    fn transfer(&self, transfer: &Transfer) -> String {
        let items: Vec<&str> = transfer.items.iter().map(|span| self.words(*span)).collect();
        let quantity = transfer.quantity.map(|span| format!(" ({})", self.words(span))).unwrap_or_default();
        let date = transfer.date.map(|date| format!(", {}", days(date))).unwrap_or_default();
        format!(
            "{} → {}: {}{quantity}, {}{date}",
            self.names(&transfer.giver),
            self.names(&transfer.recipient),
            items.join(", "),
            transfer.category.label(self.style.language)
        )
    }

    fn actors(&self, to: &mut impl Write) -> io::Result<()> {
        if self.reading.actors.is_empty() {
            return Ok(());
        }
        writeln!(to, "{}:", self.style.say("Pelaku", "Actors"))?;
        for (index, actor) in self.reading.actors.iter().enumerate() {
            write!(to, "  {} ({})", actor.name, actor.kind.label(self.style.language))?;
            for role in self.reading.roles.iter().filter(|role| role.holder == ActorId(index)) {
                let office = role.office.as_deref().unwrap_or(self.style.say("bagian dari", "part of"));
                write!(to, ", {office} {}", self.name(role.of))?;
            }
            if !actor.aliases.is_empty() {
                write!(to, " = {}", actor.aliases.join(" = "))?;
            }
            writeln!(to)?;
        }
        writeln!(to)
    }

    fn name(&self, id: ActorId) -> &str {
        self.reading.actors.get(id.0).map_or("?", |actor| &actor.name)
    }

    fn names(&self, ids: &[ActorId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.name(*id)).collect();
        if names.is_empty() { "?".to_owned() } else { names.join(", ") }
    }

    fn words(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }
}

fn days(interval: DateInterval) -> String {
    if interval.first == interval.last {
        interval.first.to_string()
    } else {
        format!("{}…{}", interval.first, interval.last)
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, write};
    use jiff::civil::date;
    use sanggah::extract::{Actor, ActorKind, ContentIs, Reading, Statement, StatementKind};
    use sanggah::graph::Language;
    use sanggah::ingest::Article;
    use sanggah::span::Span;

    const TEXT: &str = "Judul\n\nA membantah kata B bahwa ia mencuri.\n";

    fn article() -> Article {
        let published = Some(date(2024, 5, 1));
        let (id, name, text) = ("0".into(), "contoh".into(), TEXT.into());
        Article { id, name, title: Some("Judul".into()), publisher: None, url: None, published, text }
    }

    fn find(words: &str) -> Span {
        let start = TEXT.find(words).expect(words);
        Span::new(start, start + words.len())
    }

    fn reading() -> Reading {
        let actor = |name: &str| Actor {
            name: name.into(),
            kind: ActorKind::Person,
            aliases: Vec::new(),
            iso: None,
            mentions: Vec::new(),
        };
        let statement = |kind, source, target, cue, content_is| Statement {
            kind,
            source: vec![sanggah::extract::ActorId(source)],
            speaker: None,
            target: vec![sanggah::extract::ActorId(target)],
            cue: Some(find(cue)),
            content: find("ia mencuri"),
            content_is,
            evidence: find("A membantah kata B bahwa ia mencuri."),
            date: None,
            rule: "aturan".into(),
        };
        let denial = statement(StatementKind::Denial, 0, 1, "membantah", Some(ContentIs::Rejected));
        let accusation = statement(StatementKind::Accusation, 1, 0, "kata", None);
        Reading { actors: vec![actor("A"), actor("B")], statements: vec![denial, accusation], ..Reading::default() }
    }

    fn check(style: Style, expected: &str) {
        let mut shown = Vec::new();
        write(&article(), &reading(), style, None, &mut shown).expect("memory");
        assert_eq!(String::from_utf8(shown).expect("UTF-8"), expected);
    }

    #[test]
    fn statements_stand_in_the_text_and_below_it() {
        check(
            Style { language: Language::English, colours: false },
            "── contoh ──\nJudul · 2024-05-01\n\nJudul\n\n\
             A ‹membantah› ‹kata› B bahwa [1 [2 ia mencuri]].\n\n    \
             1  denial       A → B  (what is denied; aturan)\n    \
             2  accusation   B → A  (aturan)\n\n\
             Actors:\n  A (person)\n  B (person)\n\n",
        );
    }
}
