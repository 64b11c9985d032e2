//! What a person corrects stays corrected.

use super::story::Story;
use crate::extract::{ActorKind, Category, StanceValue, StatementKind};
use crate::graph::{Builder, Corrections, GraphLexicon, KnowledgeGraph, Status};
use jiff::civil::date;

fn story(name: &str) -> Story {
    let text = "Rina Wati menuduh Rusia mengirim beras ke Ukraina.\nDewi Sari berkata cuaca di Pasar Baru cerah.";
    let mut story = Story::new(name, date(2024, 5, 1), text);
    let (giver, recipient) = (story.country("Rusia"), story.country("Ukraina"));
    let rina = story.actor(ActorKind::Person, &["Rina Wati"]);
    let dewi = story.actor(ActorKind::Person, &["Dewi Sari"]);
    let said = story.says(StatementKind::Accusation, rina, ["menuduh", "Rusia mengirim beras ke Ukraina"]);
    story.says(StatementKind::Claim, dewi, ["berkata", "cuaca di Pasar Baru cerah"]);
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Food, "beras");
    story.holds(transfer, StanceValue::Asserted, Some(said));
    story
}

fn corrected(corrections: &str) -> KnowledgeGraph {
    let lexicon = GraphLexicon::embedded().unwrap();
    let mut builder = Builder::new(&lexicon, Corrections::parse(corrections).unwrap());
    for name in ["satu", "dua"] {
        builder.add(story(name).facts());
    }
    builder.build()
}

/// How many actors, statements and transfers are left.
fn check(corrections: &str, expected: [usize; 3]) -> KnowledgeGraph {
    let graph = corrected(corrections);
    let counts = [graph.actors().count(), graph.statements().count(), graph.transfers().count()];
    assert_eq!(counts, expected, "{corrections}");
    graph
}

#[test]
fn statements_are_dropped_or_set() {
    check("", [4, 4, 1]);
    check("[[statement]]\narticle = \"lain\"\nevidence = \"cuaca\"\ndrop = true", [4, 4, 1]);
    check("[[statement]]\narticle = \"satu\"\nevidence = \"cuaca\"\ndrop = true", [4, 3, 1]);
    let both = "[[statement]]\narticle = \"satu\"\nevidence = \"menuduh\"\ndrop = true\n";
    check(&(both.to_owned() + &both.replace("satu", "dua")), [1, 2, 0]);
    let text = "[[statement]]\narticle = \"satu\"\nevidence = \"cuaca\"\nkind = \"denial\"\nsource = [\"AS\"]";
    let graph = check(text, [5, 4, 1]);
    let (id, statement) = graph.statements().find(|(_, it)| it.kind == StatementKind::Denial).unwrap();
    assert!(statement.corrected);
    let source = graph.edges_to(id).find_map(|edge| graph.actor(edge.from)).unwrap();
    assert_eq!(source.name, "Amerika Serikat");
}

#[test]
fn views_are_set() {
    let text = "[[transfer]]\narticle = \"satu\"\nevidence = \"beras\"\nholder = \"Rusia\"\nstance = \"denied\"";
    let graph = check(text, [4, 4, 1]);
    let (_, transfer) = graph.transfers().next().unwrap();
    assert_eq!((transfer.status, transfer.corrected), (Status::Contested, true));
    let drop = "[[transfer]]\narticle = \"satu\"\nevidence = \"beras\"\ndrop = true\n";
    check(&(drop.to_owned() + &drop.replace("satu", "dua")), [2, 4, 0]);
}

#[test]
fn actors_are_joined_and_kept_apart() {
    let graph = check("[[same]]\nnames = [\"Rina Wati\", \"Dewi Sari\"]", [3, 4, 1]);
    let (_, actor) = graph.actors().find(|(_, actor)| actor.corrected).unwrap();
    assert_eq!((actor.name.as_str(), actor.aliases.as_slice()), ("Rina Wati", ["Dewi Sari".to_owned()].as_slice()));
    check("[[different]]\nname = \"Rina Wati\"\narticle = \"satu\"", [5, 4, 1]);
}

#[test]
fn an_actor_is_called_as_preferred() {
    let graph = check("[[prefer]]\nname = \"Rina W.\"\nof = \"rina wati\"", [4, 4, 1]);
    let (_, actor) = graph.actors().find(|(_, actor)| actor.corrected).unwrap();
    assert_eq!((actor.name.as_str(), actor.aliases.as_slice()), ("Rina W.", ["Rina Wati".to_owned()].as_slice()));
}

#[test]
fn what_matches_nothing_is_told() {
    let lexicon = GraphLexicon::embedded().unwrap();
    let idle = |text: &str| {
        let mut builder = Builder::new(&lexicon, Corrections::parse(text).unwrap());
        builder.add(story("satu").facts());
        builder.idle_corrections()
    };
    for (text, told) in [
        ("[[statement]]\narticle = \"lain\"\nevidence = \"cuaca\"\ndrop = true", 1),
        ("[[statement]]\narticle = \"satu\"\nevidence = \"cuaca\"\ndrop = true", 0),
        ("[[transfer]]\narticle = \"satu\"\nevidence = \"jagung\"\ndrop = true", 1),
        ("[[transfer]]\narticle = \"satu\"\nevidence = \"beras\"\ndrop = true", 0),
        ("[[same]]\nnames = [\"Rina Wati\", \"Rani Wati\"]", 1),
        ("[[different]]\nname = \"Rina Wati\"\narticle = \"dua\"", 1),
        ("[[prefer]]\nname = \"Rani\"\nof = \"Rani Wati\"", 1),
        ("[[prefer]]\nname = \"Rina\"\nof = \"Rina Wati\"", 0),
    ] {
        assert_eq!(idle(text).len(), told, "{text}: {:?}", idle(text));
    }
}

#[test]
fn what_is_no_correction_is_refused() {
    let message = |text: &str| Corrections::parse(text).unwrap_err().to_string();
    assert!(message("[[statment]]").contains("statment"));
    assert!(message("[[statement]]\narticle = \"a\"\nevidence = \"b\"\nkind = \"gosip\"").contains("gosip"));
}
