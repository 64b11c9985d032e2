//! What holds of every reading, whatever the text: it is total, and every index and span leads somewhere.

use crate::support::{repository, shared};
use sanggah::extract::{ActorId, Reader, Reading, Statement, StatementKind, Transfer};
use sanggah::graph::{Facts, NodeId, NodeKind};
use sanggah::ingest::{Article, Articles, Defaults, Indonesian, Source};
use sanggah::span::Span;
use std::fs;

/// Reads the article and checks what it is read to say.
fn check(reader: &Reader, article: &Article) {
    let reading = reader.read(article);
    let checked = Checked { article, reading: &reading };
    for actor in &reading.actors {
        checked.holds(!actor.name.trim().is_empty(), "an actor without a name", actor);
        checked.holds(!actor.aliases.contains(&actor.name), "a name among its own aliases", actor);
        checked.holds(actor.aliases.is_sorted(), "aliases out of order", actor);
        actor.mentions.iter().for_each(|span| checked.span(*span, "a mention"));
    }
    for role in &reading.roles {
        checked.actors([&role.holder, &role.of]);
        checked.span(role.evidence, "a role's evidence");
    }
    reading.statements.iter().for_each(|statement| checked.statement(statement));
    reading.transfers.iter().for_each(|transfer| checked.transfer(transfer));
    reading.notes.iter().for_each(|note| checked.span(note.at, "a note"));
    let facts = Facts::new(article, &reading);
    assert_eq!(facts.id(), NodeId::of_article(&article.id));
    assert_eq!(facts.id().kind(), NodeKind::Article);
}

struct Checked<'a> {
    article: &'a Article,
    reading: &'a Reading,
}

impl Checked<'_> {
    #[track_caller]
    fn holds(&self, right: bool, problem: &str, of: &impl std::fmt::Debug) {
        assert!(right, "{}: {problem}: {of:#?}\n{}", self.article.name, self.article.text);
    }

    #[track_caller]
    fn span(&self, span: Span, what: &str) {
        let words = self.article.text.get(span.start..span.end);
        self.holds(words.is_some_and(|words| !words.trim().is_empty()), what, &span);
    }

    #[track_caller]
    fn actors<'i>(&self, ids: impl IntoIterator<Item = &'i ActorId>) {
        ids.into_iter().for_each(|id| self.holds(id.0 < self.reading.actors.len(), "no such actor", id));
    }

    fn statement(&self, statement: &Statement) {
        self.holds(!statement.source.is_empty(), "a statement that nobody makes", statement);
        self.actors(statement.source.iter().chain(&statement.speaker).chain(&statement.target));
        self.span(statement.content, "content");
        self.span(statement.evidence, "evidence");
        self.holds(statement.evidence.contains(statement.content), "content outside the evidence", statement);
        if let Some(cue) = statement.cue {
            self.span(cue, "a cue");
            self.holds(statement.evidence.contains(cue), "a cue outside the evidence", statement);
        }
        let denial = statement.kind == StatementKind::Denial;
        self.holds(statement.content_is.is_some() == denial, "content_is goes with denials alone", statement);
        self.holds(statement.date.is_none_or(|date| date.first <= date.last), "a date that ends early", statement);
        self.holds(!statement.rule.is_empty(), "no rule", statement);
    }

    fn transfer(&self, transfer: &Transfer) {
        self.holds(!(transfer.giver.is_empty() && transfer.recipient.is_empty()), "nobody gives or takes", transfer);
        self.actors(transfer.giver.iter().chain(&transfer.recipient));
        transfer.items.iter().chain(&transfer.quantity).for_each(|span| self.span(*span, "an item"));
        self.holds(!transfer.stances.is_empty(), "nobody holds anything of it", transfer);
        for stance in &transfer.stances {
            self.actors(&stance.holder);
            self.span(stance.cue, "a stance's cue");
            self.span(stance.evidence, "a stance's evidence");
            let known = stance.statement.is_none_or(|id| id.0 < self.reading.statements.len());
            self.holds(known, "no such statement", stance);
        }
    }
}

fn article(name: String, text: String) -> Article {
    let published = Some(jiff::civil::date(2024, 2, 29));
    Article { id: "00000000000000aa".into(), name, title: None, publisher: None, url: None, published, text }
}

fn samples() -> Vec<String> {
    let folder = fs::read_dir(repository("data/articles")).expect("sample articles");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect()
}

#[test]
fn hold_for_texts_that_nobody_wrote() {
    let reader = Reader::embedded().expect("tables");
    let odd = [
        "",
        "\n",
        " ",
        "\"",
        "“”",
        "“““a”",
        "kata",
        "kata kata kata",
        "-nya",
        "membantah",
        "membantah membantah.",
        "\"A,\" kata",
        "kata dia",
        "itu itu itu",
        "(8/11)",
        "(",
        "pada 31 Februari",
        "Rp",
        "Rp 1,5",
        "30 30 30 kuda",
        "ke ke dari dari ke",
        "a\u{301}\u{200d}👩‍👩‍👧 membantah “🐎”.",
        "\u{202e}menuduh\u{202c}",
        "A membantah\n\n\nB\tmenuduh",
        "Menteri Menteri Menteri Menteri",
        "AS AS AS menuduh AS",
        "mengirim mengirimkan dikirim pengiriman",
    ];
    for (number, text) in odd.iter().enumerate() {
        check(&reader, &article(format!("aneh {number}"), (*text).to_owned()));
    }
    for word in ["kata ", "“", "membantah ", "itu, ", "Ab. ", "mengirim kuda ke "] {
        check(&reader, &article(word.to_owned(), word.repeat(3_000)));
    }
}

#[test]
fn hold_for_articles_cut_and_shuffled() {
    let reader = Reader::embedded().expect("tables");
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    for (number, text) in samples().iter().enumerate() {
        let characters: Vec<char> = text.chars().collect();
        for round in 0..8 {
            let mut changed = characters.clone();
            changed.truncate(random(changed.len()));
            for _ in 0..random(60).min(changed.len()) {
                let (a, b) = (random(changed.len()), random(changed.len()));
                match round % 3 {
                    0 => changed.swap(a, b),
                    1 => changed[a] = ['"', '“', '”', '\n', '(', '.', '’', '-'][b % 8],
                    _ => drop(changed.remove(a)),
                }
                if changed.is_empty() {
                    break;
                }
            }
            check(&reader, &article(format!("artikel {number}, {round}"), changed.into_iter().collect()));
        }
    }
}

#[test]
fn hold_for_every_tenth_article_of_the_corpus() {
    let Some(corpus) = shared("corpus/articles.jsonl.gz", "hold_for_every_tenth_article_of_the_corpus") else { return };
    let (indonesian, defaults) = (Indonesian::embedded().expect("table"), Defaults::default());
    let reader = Reader::embedded().expect("tables");
    for article in Articles::new(vec![Source::File(corpus)], &defaults, &indonesian).step_by(10) {
        check(&reader, &article.expect("the corpus can be read"));
    }
}
