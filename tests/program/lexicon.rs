//! Every row of the tables does its work in a sentence: a row that nothing matches is dead, and nobody would know.

use crate::support::repository;
use sanggah::extract::{ActorKind, Reader, Reading};
use sanggah::ingest::Article;
use sanggah::table::{Row, Table};
use std::fs;

fn read(reader: &Reader, text: &str) -> Reading {
    let (id, name, text) = ("00000000000000aa".into(), "contoh".into(), text.to_owned());
    reader.read(&Article { id, name, title: None, publisher: None, url: None, published: None, text })
}

/// The rows of a table for which `works` does not hold, with what it says of them.
fn idle(table: &str, works: impl Fn(&Reader, Row<'_, '_>) -> Result<(), String>) -> Vec<String> {
    let reader = Reader::embedded().expect("tables");
    let text = fs::read_to_string(repository("data/lexicon").join(table)).expect(table);
    let table = Table::parse(table, &text).expect("parses");
    let rows: Vec<_> = table.rows().collect();
    assert!(rows.len() > 20, "only {} rows", rows.len());
    rows.into_iter().filter_map(|row| works(&reader, row).err()).collect()
}

/// A form as it stands before a name.
fn capital(form: &str) -> String {
    let words = form.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_country_is_known_by_its_name() {
    let idle = idle("countries.tsv", |reader, row| {
        let (id, name) = (row.get("id").expect("column"), row.get("name").expect("column"));
        let reading = read(reader, &format!("Pemerintah {name} membantah laporan bahwa panen jagung gagal."));
        let found =
            reading.actors.iter().any(|actor| actor.kind == ActorKind::Country && actor.iso.as_deref() == Some(id));
        if found { Ok(()) } else { Err(format!("{id} {name}: {:?}", reading.actors)) }
    });
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn every_office_is_held() {
    let idle = idle("titles.tsv", |reader, row| {
        let (form, class) = (row.get("form").expect("column"), row.get("class").expect("column"));
        if matches!(class, "rank" | "degree") {
            return Ok(());
        }
        let reading = read(reader, &format!("{} Peru Andres Quispe membantah laporan itu.", capital(form)));
        let named = reading.actors.iter().any(|actor| actor.name == "Andres Quispe");
        let held = reading.roles.iter().any(|role| role.office.as_deref().is_some_and(|o| o.to_lowercase() == form));
        if named && held { Ok(()) } else { Err(format!("{form}: {:?} {:?}", reading.actors, reading.roles)) }
    });
    assert!(idle.is_empty(), "{} rows: {idle:#?}", idle.len());
}

#[test]
fn every_cue_is_read_where_it_must_be_and_not_where_it_must_not() {
    let idle = idle("cues.tsv", |reader, row| {
        let id = row.get("id").expect("column");
        let reads = |text: &str| {
            let reading = read(reader, text);
            reading.statements.iter().any(|statement| statement.rule.split('/').next() == Some(id))
        };
        // A word of carrying ("mengutip X") names the one who carries; the statement is read off another cue.
        let carries = row.get("frame").expect("column") == "carry";
        let musts: Vec<&str> = row.list("must").expect("column").collect();
        let must_nots: Vec<&str> = row.list("must_not").expect("column").collect();
        if musts.is_empty() || must_nots.is_empty() {
            return Err(format!("{id} wants examples"));
        }
        let missed = musts.into_iter().filter(|text| reads(text) == carries).map(|text| format!("must: {text}"));
        let wrong = must_nots.into_iter().filter(|text| reads(text)).map(|text| format!("must not: {text}"));
        let failed: Vec<String> = missed.chain(wrong).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("{id} {}", failed.join(" / "))) }
    });
    assert!(idle.is_empty(), "{} rows: {idle:#?}", idle.len());
}

#[test]
fn every_group_speaks() {
    let idle = idle("groups.tsv", |reader, row| {
        let (form, class) = (row.get("form").expect("column"), row.get("class").expect("column"));
        let group =
            if class == "determiner" { format!("{} petani", capital(form)) } else { format!("Sejumlah {form}") };
        let reading = read(reader, &format!("{group} membantah laporan itu."));
        let found = reading.actors.iter().any(|actor| actor.kind == ActorKind::Group);
        if found && !reading.statements.is_empty() { Ok(()) } else { Err(format!("{group}: {:?}", reading.actors)) }
    });
    assert!(idle.is_empty(), "{} rows: {idle:#?}", idle.len());
}
