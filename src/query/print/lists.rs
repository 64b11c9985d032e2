//! Lists for people.

use super::{at, counted, joined, one_line, quoted, say, summary};
use crate::graph::{Code, Language};
use crate::query::{AccusationRow, ActorRow, ClaimRow, DenialRow, StanceView, TransferView};
use std::io::{self, Write};

/// Claims, each with who puts it forward and who denies it.
pub fn claims(to: &mut impl Write, language: Language, rows: &[ClaimRow]) -> io::Result<()> {
    for row in rows {
        claim(to, language, row)?;
    }
    Ok(())
}

pub(super) fn claim(to: &mut impl Write, language: Language, row: &ClaimRow) -> io::Result<()> {
    writeln!(to, "“{}”  [{}]", one_line(&row.text), row.id)?;
    let sources = counted(language, row.sources, "sumber mandiri", "independent source");
    writeln!(to, "  {sources}, {}", counted(language, row.articles, "artikel", "article"))?;
    for statement in &row.statements {
        writeln!(to, "  + {} ({})", summary(language, statement), at(&statement.place))?;
    }
    for denial in &row.denials {
        let basis = denial.basis.label(language);
        writeln!(to, "  − {} ({}; {basis})", summary(language, &denial.statement), at(&denial.statement.place))?;
    }
    Ok(())
}

/// Denials, each with what it answers.
pub fn denials(to: &mut impl Write, language: Language, rows: &[DenialRow]) -> io::Result<()> {
    for row in rows {
        writeln!(to, "{}  [{}]", summary(language, &row.statement), row.statement.id)?;
        quoted(to, "  ", &row.statement.place)?;
        for answer in &row.answers {
            let answers = say(language, "menjawab", "answers");
            writeln!(to, "  {answers} ({}): {}", answer.basis.label(language), summary(language, &answer.statement))?;
        }
    }
    Ok(())
}

/// Transfers, each with what every party holds of it.
pub fn transfers(to: &mut impl Write, language: Language, rows: &[TransferView]) -> io::Result<()> {
    for row in rows {
        transfer(to, language, row)?;
        for stance in &row.stances {
            view(to, language, stance)?;
        }
    }
    Ok(())
}

pub(super) fn transfer(to: &mut impl Write, language: Language, row: &TransferView) -> io::Result<()> {
    let quantities = row.quantities.join("; ");
    let much = if quantities.is_empty() { quantities } else { format!(" ({quantities})") };
    let what = row.items.join(", ") + &much;
    let (givers, recipients) = (joined(&row.givers), joined(&row.recipients));
    let category = row.category.label(language);
    write!(to, "{givers} → {recipients} · {category}: {what} · {}", row.status.label(language))?;
    if let Some(date) = &row.date {
        write!(to, " · {date}")?;
    }
    writeln!(to, " · {}  [{}]", counted(language, row.articles, "artikel", "article"), row.id)
}

fn view(to: &mut impl Write, language: Language, stance: &StanceView) -> io::Result<()> {
    let writer = say(language, "penulis", "the writer");
    let holder = stance.holder.as_ref().map_or(writer, |holder| holder.name.as_str());
    let date = stance.date.as_ref().map_or_else(String::new, |date| format!(", {date}"));
    writeln!(to, "  {holder} {}{date}", stance.value.label(language))?;
    quoted(to, "    ", &stance.place)
}

/// Actors with counts, as a table.
pub fn actors(to: &mut impl Write, language: Language, rows: &[ActorRow]) -> io::Result<()> {
    let heads = match language {
        Language::Indonesian => ["klaim", "menuduh", "dituduh", "bantahan", "lainnya", "memberi", "menerima", "pelaku"],
        Language::English => ["claims", "accuses", "accused", "denies", "others", "gives", "receives", "actor"],
    };
    for head in heads.iter().take(7) {
        write!(to, "{head:>9}")?;
    }
    writeln!(to, "  {}", heads[7])?;
    for row in rows {
        let counts = [row.claims, row.accusations, row.accused, row.denials, row.others, row.given, row.received];
        for count in counts {
            write!(to, "{count:>9}")?;
        }
        writeln!(to, "  {} ({})", row.actor.name, row.kind.label(language))?;
    }
    Ok(())
}

/// Who accuses whom.
pub fn accusations(to: &mut impl Write, language: Language, rows: &[AccusationRow]) -> io::Result<()> {
    for row in rows {
        let accusations = counted(language, row.accusations, "tuduhan", "accusation");
        let denied = say(language, "dibantah", "denied");
        write!(to, "{} → {} · {accusations}, {} {denied}", row.accuser.name, row.accused.name, row.denied)?;
        match (&row.first, &row.last) {
            (Some(first), Some(last)) if first == last => writeln!(to, " · {first}")?,
            (Some(first), Some(last)) => writeln!(to, " · {first} – {last}")?,
            _ => writeln!(to)?,
        }
    }
    Ok(())
}
