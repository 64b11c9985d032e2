//! Ledgers, timelines and differences for people.

use super::lists::{claim, transfer, transfers};
use super::{at, joined, quoted, say, summary};
use crate::graph::{Code, Language};
use crate::query::{ActorLedger, Difference, Entry, Ledger, MergeView, Office, StatementView};
use std::io::{self, Write};

/// A ledger: who holds what, with the sentences.
pub fn ledger(to: &mut impl Write, language: Language, ledger: &Ledger) -> io::Result<()> {
    match ledger {
        Ledger::Actor(it) => actor(to, language, it),
        Ledger::Statement(it) => {
            statements(to, language, std::slice::from_ref(&it.statement))?;
            for answer in &it.answers {
                let (basis, answers) = (answer.basis.label(language), say(language, "menjawab", "answers"));
                writeln!(to, "  {answers} ({basis}): {}", summary(language, &answer.statement))?;
            }
            for denial in &it.denials {
                let (basis, denied) = (denial.basis.label(language), say(language, "dijawab", "answered by"));
                writeln!(to, "  {denied} ({basis}): {}", summary(language, &denial.statement))?;
            }
            transfers(to, language, &it.transfers)
        }
        Ledger::Proposition(it) => {
            claim(to, language, &it.claim)?;
            let own = &it.claim.statements;
            statements(to, language, own)?;
            statements(to, language, &it.rejected)
        }
        Ledger::Transfer(it) => {
            transfers(to, language, std::slice::from_ref(&it.transfer))?;
            head(to, say(language, "Pernyataan", "Statements"), it.statements.len())?;
            statements(to, language, &it.statements)
        }
        Ledger::Article(it) => {
            writeln!(to, "{} · {}  [{}]", it.name, it.title.as_deref().unwrap_or("—"), it.id)?;
            if let Some(first) = &it.echo_of {
                writeln!(to, "  {} {first}", say(language, "hampir sama dengan", "nearly the same as"))?;
            }
            statements(to, language, &it.statements)?;
            transfers(to, language, &it.transfers)
        }
    }
}

fn actor(to: &mut impl Write, language: Language, it: &ActorLedger) -> io::Result<()> {
    writeln!(to, "{} · {}  [{}]", it.actor.name, it.kind.label(language), it.actor.id)?;
    if !it.aliases.is_empty() {
        writeln!(to, "  {}: {}", say(language, "juga", "also"), it.aliases.join(", "))?;
    }
    offices(to, say(language, "Jabatan", "Offices"), &it.holds)?;
    offices(to, say(language, "Pejabat dan bagian", "Office-holders and parts"), &it.held_by)?;
    for (title, list) in [
        (say(language, "Yang dikatakan", "Says"), &it.says),
        (say(language, "Yang ditujukan kepadanya", "Directed at it"), &it.told),
    ] {
        head(to, title, list.len())?;
        statements(to, language, list)?;
    }
    for (title, list) in [
        (say(language, "Yang diberikan", "Gives"), &it.gives),
        (say(language, "Yang diterima", "Receives"), &it.receives),
    ] {
        head(to, title, list.len())?;
        transfers(to, language, list)?;
    }
    Ok(())
}

/// Why an actor's names are taken for one.
pub fn why(to: &mut impl Write, language: Language, merged: &[MergeView]) -> io::Result<()> {
    head(to, say(language, "Nama yang disatukan", "Names taken for one"), merged.len())?;
    for merge in merged {
        let (rule, first) = (merge.rule.label(language), say(language, "pertama di", "first in"));
        let articles = super::counted(language, merge.articles, "artikel", "article");
        writeln!(to, "  {} · {rule} · {articles}, {first} {}", merge.name, merge.first)?;
    }
    Ok(())
}

fn head(to: &mut impl Write, title: &str, count: usize) -> io::Result<()> {
    if count == 0 { Ok(()) } else { writeln!(to, "\n{title} ({count})") }
}

fn offices(to: &mut impl Write, title: &str, offices: &[Office]) -> io::Result<()> {
    head(to, title, offices.len())?;
    for office in offices {
        let name = office.office.as_deref().unwrap_or("—");
        writeln!(to, "  {} · {name} ({})", office.actor.name, at(&office.place))?;
    }
    Ok(())
}

fn statements(to: &mut impl Write, language: Language, statements: &[StatementView]) -> io::Result<()> {
    for statement in statements {
        writeln!(to, "  {}  [{}]", summary(language, statement), statement.id)?;
        quoted(to, "    ", &statement.place)?;
    }
    Ok(())
}

/// A timeline, each day once.
pub fn timeline(to: &mut impl Write, language: Language, entries: &[Entry]) -> io::Result<()> {
    let mut before = None;
    for entry in entries {
        if before != Some(entry.day()) {
            writeln!(to, "{}", entry.day().unwrap_or_else(|| say(language, "tanpa tanggal", "undated")))?;
            before = Some(entry.day());
        }
        write!(to, "  ")?;
        match entry {
            Entry::Transfer(it) => transfer(to, language, it)?,
            Entry::Statement(it) => writeln!(to, "{} ({})", summary(language, it), at(&it.place))?,
        }
    }
    Ok(())
}

/// What changed, by change.
pub fn difference(to: &mut impl Write, language: Language, differences: &[Difference]) -> io::Result<()> {
    for difference in differences {
        match difference {
            Difference::Claim { change, claim } => {
                let sources = claim.statements.iter().flat_map(|it| it.sources.clone()).collect::<Vec<_>>();
                writeln!(to, "{} · {}: “{}”  [{}]", change.label(language), joined(&sources), claim.text, claim.id)?;
            }
            Difference::Transfer { change, transfer: it } => {
                write!(to, "{} · ", change.label(language))?;
                transfer(to, language, it)?;
            }
        }
    }
    Ok(())
}
