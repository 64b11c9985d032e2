//! Offices that articles contradict.

use super::story::{Story, graph};
use crate::extract::{ActorKind, Category, StanceValue, StatementKind};
use crate::graph::{KnowledgeGraph, Standing, Status};
use jiff::civil::date;

/// One article in which Rina Wati, minister of this country, says that Rusia sent rice to Ukraina.
pub(crate) fn story(name: &str, country: &str) -> Story {
    let text = format!("Menteri {country} Rina Wati berkata Rusia mengirim beras ke Ukraina.");
    let mut story = Story::new(name, date(2024, 5, 1), &text);
    let [own, giver, recipient] = [country, "Rusia", "Ukraina"].map(|name| story.country(name));
    let rina = story.actor(ActorKind::Person, &["Rina Wati"]);
    story.role(rina, Some("Menteri"), own);
    let said = story.says(StatementKind::Claim, rina, ["berkata", "Rusia mengirim beras ke Ukraina"]);
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Food, "beras");
    story.holds(transfer, StanceValue::Asserted, Some(said));
    story
}

fn standings(graph: &KnowledgeGraph) -> Vec<(String, Standing)> {
    let of = |edge: &crate::graph::Edge| graph.actor(edge.to).map(|actor| actor.name.clone()).unwrap_or_default();
    graph.edges().iter().filter_map(|edge| Some((of(edge), graph.standing(edge)?))).collect()
}

#[test]
fn an_office_that_more_articles_contradict_lifts_no_view() {
    let check = |stories: &[Story], expected: Status| {
        let graph = graph(stories);
        assert_eq!(graph.transfers().map(|(_, it)| it.status).collect::<Vec<_>>(), [expected]);
        graph
    };
    check(&[story("satu", "Rusia")], Status::Acknowledged);
    let stories = [story("satu", "Rusia"), story("dua", "Indonesia"), story("tiga", "Indonesia")];
    let graph = check(&stories, Status::Alleged);
    let mut expected = [
        ("Rusia".to_owned(), Standing { articles: 1, others: 2 }),
        ("Indonesia".to_owned(), Standing { articles: 2, others: 1 }),
    ];
    let mut found = standings(&graph);
    found.sort_by(|one, other| one.0.cmp(&other.0));
    expected.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(found, expected);
    assert!(found.iter().any(|(name, standing)| name == "Rusia" && standing.contradicted()));
}
