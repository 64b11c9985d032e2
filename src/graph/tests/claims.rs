//! Propositions, denials and what they answer, sources and articles.

use super::story::{Story, graph};
use crate::extract::{ActorKind, Category, ContentIs, StanceValue, StatementKind};
use crate::graph::{Basis, KnowledgeGraph, Relation, Sense, Status};
use jiff::civil::{Date, date};

const DAY: Date = date(2023, 11, 8);
const SENTENCE: &str = "Amerika Serikat menuduh Korea Utara mengirim amunisi ke Rusia.";
const CONTENT: &str = "Korea Utara mengirim amunisi ke Rusia";

fn accusation(name: &str) -> Story {
    let mut story = Story::new(name, DAY, SENTENCE);
    let (accuser, accused) = (story.country("Amerika Serikat"), story.country("Korea Utara"));
    let said = story.says(StatementKind::Accusation, accuser, ["menuduh", CONTENT]);
    story.at(said, accused);
    story
}

fn answers(graph: &KnowledgeGraph) -> Vec<(&str, &str, Basis)> {
    let text = |id| graph.statement(id).map_or("", |statement| statement.content.text.as_str());
    let edges = graph.edges().iter();
    let found = edges.filter_map(|edge| match edge.relation {
        Relation::Answers(basis) => Some((text(edge.from), text(edge.to), basis)),
        _ => None,
    });
    found.collect()
}

#[test]
fn the_same_words_are_one_proposition_over_articles() {
    let mut denial = Story::new("bantahan", DAY, &format!("Pyongyang membantah bahwa {CONTENT}."));
    let denier = denial.country("Korea Utara");
    denial.says(StatementKind::Denial, denier, ["membantah", CONTENT]);
    let graph = graph(&[accusation("satu"), accusation("dua"), denial]);
    let propositions: Vec<_> = graph.propositions().collect();
    assert_eq!(propositions.len(), 1);
    let (id, proposition) = propositions[0];
    assert_eq!((proposition.text.as_str(), proposition.sources, proposition.articles), (CONTENT, 1, 2));
    let senses: Vec<_> = graph.edges_to(id).map(|edge| edge.relation.clone()).collect();
    assert_eq!(senses.iter().filter(|it| **it == Relation::Content(Sense::Affirms)).count(), 2);
    assert_eq!(senses.iter().filter(|it| **it == Relation::Content(Sense::Rejects)).count(), 1);
    assert_eq!(answers(&graph), [(CONTENT, CONTENT, Basis::SameWords); 2]);
}

#[test]
fn words_that_point_into_their_article_are_not_the_same_elsewhere() {
    let pointing = |name: &str, rest: &str| {
        let mut story = Story::new(name, DAY, &format!("Rina berkata mereka menjual Pasar Baru. {rest}"));
        let speaker = story.actor(ActorKind::Person, &["Rina Wati"]);
        story.says(StatementKind::Claim, speaker, ["berkata", "mereka menjual Pasar Baru"]);
        story
    };
    assert_eq!(graph(&[pointing("satu", "Hujan."), pointing("dua", "Cerah.")]).propositions().count(), 2);
    assert_eq!(graph(&[pointing("satu", "Hujan."), pointing("dua", "Hujan.")]).propositions().count(), 1);
}

#[test]
fn a_reference_answers_the_accusation_before_it() {
    let text = format!("{SENTENCE}\nUkraina menuduh Rusia menyerang pasar.\nPyongyang membantah tuduhan itu.");
    let check = |target: Option<&str>, expected: &[(&str, &str, Basis)]| {
        let mut story = Story::new("rujukan", DAY, &text);
        let [accuser, accused, russia, ukraine] =
            ["Amerika Serikat", "Korea Utara", "Rusia", "Ukraina"].map(|name| story.country(name));
        let said = story.says(StatementKind::Accusation, accuser, ["menuduh", CONTENT]);
        story.at(said, accused);
        let other = story.says(StatementKind::Accusation, ukraine, ["menuduh", "Rusia menyerang pasar"]);
        story.at(other, russia);
        let denial = story.says(StatementKind::Denial, accused, ["membantah", "tuduhan itu"]);
        story.content_is(denial, ContentIs::Reference);
        if let Some(name) = target {
            let target = story.country(name);
            story.at(denial, target);
        }
        assert_eq!(answers(&graph(&[story])), expected);
    };
    check(None, &[("tuduhan itu", CONTENT, Basis::Reference)]);
    check(Some("Amerika Serikat"), &[("tuduhan itu", CONTENT, Basis::Reference)]);
    check(Some("Ukraina"), &[("tuduhan itu", "Rusia menyerang pasar", Basis::Reference)]);
    check(Some("Indonesia"), &[]);
}

#[test]
fn a_blanket_denial_answers_every_claim_on_the_transfer() {
    let told = |name: &str| {
        let mut story = accusation(name);
        let (giver, recipient) = (story.country("Korea Utara"), story.country("Rusia"));
        let transfer = story.passes([Some(giver), Some(recipient)], Category::Weapons, "amunisi");
        story.holds(transfer, StanceValue::Asserted, Some(crate::extract::StatementId(0)));
        story
    };
    let words = "kami tidak pernah berjual beli senjata dengan Rusia";
    let mut denial = Story::new("bantahan", DAY, &format!("Pyongyang berkata {words}."));
    let (giver, recipient) = (denial.country("Korea Utara"), denial.country("Rusia"));
    let said = denial.says(StatementKind::Denial, giver, ["berkata", words]);
    denial.content_is(said, ContentIs::Words);
    let transfer = denial.passes([Some(giver), Some(recipient)], Category::Weapons, "senjata");
    denial.holds(transfer, StanceValue::Denied, Some(said));
    let graph = graph(&[told("satu"), told("dua"), denial]);
    assert_eq!(graph.transfers().count(), 1);
    assert_eq!(answers(&graph), [(words, CONTENT, Basis::SameTransfer); 2]);
}

#[test]
fn sources_that_speak_for_one_body_are_one_voice() {
    let claim = |name: &str, speaker: (ActorKind, &str), office: Option<(&str, &str)>| {
        let mut story = Story::new(name, DAY, &format!("Menurut menteri, {CONTENT}."));
        let source = story.actor(speaker.0, &[speaker.1]);
        story.says(StatementKind::Claim, source, ["Menurut", CONTENT]);
        if let Some((office, of)) = office {
            let of = story.country(of);
            story.role(source, Some(office), of);
        }
        story
    };
    let check = |stories: &[Story], sources: usize, articles: usize| {
        let graph = graph(stories);
        let (_, proposition) = graph.propositions().next().unwrap();
        assert_eq!((proposition.sources, proposition.articles), (sources, articles));
    };
    let state = claim("satu", (ActorKind::Country, "Amerika Serikat"), None);
    let minister = claim("dua", (ActorKind::Person, "Rina Wati"), Some(("menteri", "Amerika Serikat")));
    let stranger = claim("tiga", (ActorKind::Person, "Dewi Sari"), None);
    check(&[state.clone(), minister.clone()], 1, 2);
    check(&[state, minister, stranger], 2, 3);
}

#[test]
fn a_denial_in_nearly_the_same_words_answers_the_claim() {
    let claim = "pasukan Rusia menyerang gudang gandum pelabuhan Odesa dengan rudal";
    let check = |denied: &str, day: Date, expected: &[Basis]| {
        let mut accusation = Story::new("tuduhan", DAY, &format!("Ukraina berkata {claim}."));
        let ukraine = accusation.country("Ukraina");
        accusation.says(StatementKind::Claim, ukraine, ["berkata", claim]);
        let mut denial = Story::new("bantahan", day, &format!("Rusia membantah {denied}."));
        let russia = denial.country("Rusia");
        denial.says(StatementKind::Denial, russia, ["membantah", denied]);
        let found: Vec<Basis> = answers(&graph(&[accusation, denial])).into_iter().map(|it| it.2).collect();
        assert_eq!(found, expected, "{denied}");
    };
    check("pasukannya menyerang gudang gandum pelabuhan Odesa memakai rudal", DAY, &[]);
    check("pasukan Rusia telah menyerang gudang gandum di pelabuhan Odesa", DAY, &[Basis::LikeWords]);
    check("pasukan Rusia telah menyerang gudang gandum di pelabuhan Odesa", date(2024, 3, 1), &[]);
    check("pasukan Rusia menyerang", DAY, &[]);
}

#[test]
fn a_denial_in_the_same_breath_answers_what_it_stands_in() {
    let check = |content: &str, expected: &[Basis]| {
        let text = format!("Ukraina berkata {content}.");
        let mut story = Story::new("satu", DAY, &text);
        let [ukraine, russia] = ["Ukraina", "Rusia"].map(|name| story.country(name));
        story.says(StatementKind::Claim, ukraine, ["berkata", content]);
        story.says(StatementKind::Denial, russia, ["membantah", "menyerang pasar di kota itu"]);
        let found: Vec<Basis> = answers(&graph(&[story])).into_iter().map(|it| it.2).collect();
        assert_eq!(found, expected, "{content}");
    };
    let both = "dua puluh warga luka kena rudal semalam meski Rusia membantah menyerang pasar di kota itu";
    check(both, &[Basis::SameWords]);
    check("Rusia membantah menyerang pasar di kota itu", &[]);
}

#[test]
fn a_reference_that_says_what_it_is_about_points_to_nothing_else() {
    let check = |reference: &str, expected: usize| {
        let mut story = Story::new("satu", DAY, &format!("{SENTENCE}\nPyongyang membantah {reference}."));
        let (accuser, accused) = (story.country("Amerika Serikat"), story.country("Korea Utara"));
        let said = story.says(StatementKind::Accusation, accuser, ["menuduh", CONTENT]);
        story.at(said, accused);
        let denial = story.says(StatementKind::Denial, accused, ["membantah", reference]);
        story.content_is(denial, ContentIs::Reference);
        assert_eq!(answers(&graph(&[story])).len(), expected, "{reference}");
    };
    check("tuduhan itu", 1);
    check("tuduhan soal amunisi", 1);
    check("laporan mengenai panen gandum", 0);
}

#[test]
fn a_transfer_is_contested_by_the_denial_of_its_accusation() {
    let mut story = Story::new("satu", DAY, &format!("{SENTENCE}\nPyongyang membantah tuduhan itu."));
    let [accuser, giver, recipient] = ["Amerika Serikat", "Korea Utara", "Rusia"].map(|name| story.country(name));
    let said = story.says(StatementKind::Accusation, accuser, ["menuduh", CONTENT]);
    story.at(said, giver);
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Weapons, "amunisi");
    story.holds(transfer, StanceValue::Asserted, Some(said));
    let denial = story.says(StatementKind::Denial, giver, ["membantah", "tuduhan itu"]);
    story.content_is(denial, ContentIs::Reference);
    let graph = graph(&[story]);
    let (_, transfer) = graph.transfers().next().unwrap();
    assert_eq!(transfer.status, Status::Contested);
    let views: Vec<_> = transfer.stances.iter().map(|view| (view.value, view.cue.text.as_str())).collect();
    assert_eq!(views, [(StanceValue::Asserted, "amunisi"), (StanceValue::Denied, "membantah")]);
    assert_eq!(transfer.stances[1].rule, "answers/reference");
}
