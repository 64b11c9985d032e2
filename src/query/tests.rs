//! Questions put to a small graph of three articles.

use super::*;
use crate::extract::{ActorKind, Category, ContentIs, StanceValue, StatementKind};
use crate::graph::tests::standing::story as minister;
use crate::graph::tests::story::{Story, graph};
use crate::graph::{GraphLexicon, KnowledgeGraph, Language, NodeId, Status};
use jiff::civil::date;

const CLAIM: &str = "Korea Utara mengirim amunisi ke Rusia";
const WORDS: &str = "kami tidak pernah mengirim amunisi ke Rusia";

fn accusation() -> Story {
    let text = format!("Amerika Serikat menuduh {CLAIM}.");
    let mut story = Story::new("tuduhan", date(2023, 11, 1), &text);
    let [accuser, giver, recipient] = ["Amerika Serikat", "Korea Utara", "Rusia"].map(|name| story.country(name));
    let said = story.says(StatementKind::Accusation, accuser, ["menuduh", CLAIM]);
    story.at(said, giver);
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Weapons, "amunisi");
    story.holds(transfer, StanceValue::Asserted, Some(said));
    story
}

fn denial() -> Story {
    let text = format!("Menteri Rina Wati berkata, \"{WORDS}\".");
    let mut story = Story::new("bantahan", date(2023, 11, 8), &text);
    let [giver, recipient] = ["Korea Utara", "Rusia"].map(|name| story.country(name));
    let minister = story.actor(ActorKind::Person, &["Rina Wati"]);
    story.role(minister, Some("Menteri"), giver);
    let said = story.says(StatementKind::Denial, minister, ["berkata", WORDS]);
    story.content_is(said, ContentIs::Words);
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Weapons, "amunisi");
    story.holds(transfer, StanceValue::Denied, Some(said));
    story
}

fn aid() -> Story {
    let mut story = Story::new("bantuan", date(2024, 2, 2), "Rusia mengirim obat ke Ukraina.");
    let sides = ["Rusia", "Ukraina"].map(|name| Some(story.country(name)));
    let transfer = story.passes(sides, Category::Medicine, "obat");
    story.holds(transfer, StanceValue::Asserted, None);
    story
}

fn whole() -> KnowledgeGraph {
    graph(&[accusation(), denial(), aid()])
}

fn resolve(graph: &KnowledgeGraph, name: &str) -> Result<Vec<NodeId>, Unknown> {
    Names::new(graph, &GraphLexicon::embedded().unwrap()).actors(name)
}

#[test]
fn names_are_found_as_a_person_types_them() {
    let graph = whole();
    let us = resolve(&graph, "Amerika Serikat").unwrap();
    for name in ["AS", "amerika  serikat", "USA", "Amerika", "united states", "U.S.", "Washington", &us[0].to_string()]
    {
        assert_eq!(resolve(&graph, name), Ok(us.clone()), "{name}");
    }
    assert_eq!(resolve(&graph, "RINA WATI").unwrap().len(), 1);
    let nearest = |name| resolve(&graph, name).unwrap_err().nearest;
    assert_eq!(nearest("Rusai").first().map(String::as_str), Some("Rusia"));
    assert_eq!(nearest("wati"), ["Rina Wati"]);
    assert_eq!(nearest("xyzzy"), [] as [&str; 0]);
}

fn ways(from: &str, to: &str, max_hops: usize, through: Option<Through>) -> Vec<Path> {
    let graph = whole();
    let (from, to) = (resolve(&graph, from).unwrap(), resolve(&graph, to).unwrap());
    paths(&graph, &from, &to, PathOptions { limit: 10, max_hops, through })
}

/// A way as `node >relation> node`, with `<` where the edge points backwards.
fn drawn(way: &Path) -> String {
    let step = |step: &Step| {
        let mark = if step.forwards { '>' } else { '<' };
        format!(" {mark}{}{mark} {}", step.relation, step.to.text)
    };
    [way.steps[0].from.text.clone()].into_iter().chain(way.steps.iter().map(step)).collect()
}

#[test]
fn ways_are_ranked_and_keep_their_arrows() {
    let to_russia: Vec<String> = ways("AS", "Rusia", 4, None).iter().map(drawn).collect();
    assert_eq!(to_russia[0], format!("Amerika Serikat >source> {CLAIM} >about> amunisi >recipient> Rusia"));
    assert_eq!(
        to_russia[1],
        format!("Amerika Serikat >source> {CLAIM} >target> Korea Utara >giver> amunisi >recipient> Rusia")
    );
    let back: Vec<String> = ways("Rusia", "Korut", 2, None).iter().map(drawn).collect();
    assert_eq!(back, ["Rusia <recipient< amunisi <giver< Korea Utara"]);
}

#[test]
fn ways_are_narrowed_and_never_lead_through_an_article() {
    assert_eq!(ways("AS", "Rusia", 2, None), []);
    assert_eq!(ways("AS", "Rusia", 6, Some(Through::Transfers)), []);
    assert_eq!(ways("AS", "Rina Wati", 6, Some(Through::Roles)), []);
    let offices: Vec<String> = ways("Rina Wati", "Korut", 6, Some(Through::Roles)).iter().map(drawn).collect();
    assert_eq!(offices, ["Rina Wati >role> Korea Utara"]);
    let graph = whole();
    let all = paths(
        &graph,
        &resolve(&graph, "AS").unwrap(),
        &resolve(&graph, "Ukraina").unwrap(),
        PathOptions { limit: 1000, max_hops: 8, through: None },
    );
    assert!(!all.is_empty());
    for step in all.iter().flat_map(|way| &way.steps) {
        assert!(!step.from.id.starts_with("article") && !step.to.id.starts_with("article"));
        assert!(step.place.is_some() && step.date.is_some(), "{step:?}");
    }
}

#[test]
fn lists_are_narrowed_by_the_filter() {
    let graph = whole();
    let actor = |name| resolve(&graph, name).unwrap();
    let check = |filter: Filter, expected: [usize; 3]| {
        let counts = [claims(&graph, &filter).len(), denials(&graph, &filter).len(), transfers(&graph, &filter).len()];
        assert_eq!(counts, expected, "{filter:?}");
    };
    check(Filter::default(), [1, 1, 2]);
    check(Filter { by: actor("AS"), ..Filter::default() }, [1, 0, 0]);
    check(Filter { by: actor("Rina Wati"), ..Filter::default() }, [0, 1, 0]);
    check(Filter { by: actor("Rusia"), ..Filter::default() }, [0, 0, 1]);
    check(Filter { about: actor("Rusia"), ..Filter::default() }, [1, 1, 2]);
    check(Filter { about: actor("Ukraina"), ..Filter::default() }, [0, 0, 1]);
    check(Filter { since: Some(date(2023, 11, 2)), ..Filter::default() }, [0, 1, 2]);
    check(Filter { until: Some(date(2023, 11, 2)), ..Filter::default() }, [1, 0, 1]);
    check(Filter { status: Some(Status::Contested), ..Filter::default() }, [1, 1, 1]);
    check(Filter { category: Some(Category::Medicine), ..Filter::default() }, [0, 0, 1]);
    check(Filter { kind: Some(StatementKind::Denial), ..Filter::default() }, [0, 1, 1]);
    check(Filter { article: Some("bantuan".to_owned()), ..Filter::default() }, [0, 0, 1]);
}

#[test]
fn a_claim_shows_its_denials_and_a_denial_what_it_answers() {
    let graph = whole();
    let claim = &claims(&graph, &Filter::default())[0];
    assert_eq!((claim.text.as_str(), claim.denials[0].statement.content.as_str()), (CLAIM, WORDS));
    let denial = &denials(&graph, &Filter::default())[0];
    assert_eq!(denial.answers[0].statement.sources[0].name, "Amerika Serikat");
    let table = accusations(&graph, &Filter::default());
    assert_eq!((table[0].accused.name.as_str(), table[0].accusations, table[0].denied), ("Korea Utara", 1, 1));
}

#[test]
fn actors_are_counted_by_what_they_do() {
    let rows = actors(&whole(), &Filter::default());
    let row = rows.iter().find(|row| row.actor.name == "Korea Utara").unwrap();
    assert_eq!([row.claims, row.accusations, row.accused, row.denials, row.given, row.received], [0, 0, 1, 0, 1, 0]);
    let russia = rows.iter().find(|row| row.actor.name == "Rusia").unwrap();
    assert_eq!([russia.given, russia.received], [1, 1]);
}

#[test]
fn a_timeline_goes_by_day() {
    let entries = timeline(&whole(), &Filter::default());
    let days: Vec<_> = entries.iter().filter_map(Entry::day).collect();
    assert_eq!(days, ["2023-11-01", "2023-11-08"]);
}

#[test]
fn a_difference_tells_what_became_of_claims_and_transfers() {
    let check = |old: &[Story], new: &[Story], expected: &[(Change, &str)]| {
        let name = |difference: &Difference| match difference {
            Difference::Claim { change, .. } => (*change, "claim"),
            Difference::Transfer { change, .. } => (*change, "transfer"),
        };
        let found: Vec<_> = diff(&graph(old), &graph(new)).iter().map(name).collect();
        assert_eq!(found, expected);
    };
    check(&[accusation()], &[accusation()], &[]);
    check(&[], &[accusation()], &[(Change::New, "claim"), (Change::New, "transfer")]);
    check(&[accusation()], &[], &[(Change::Gone, "claim"), (Change::Gone, "transfer")]);
    let denied = [(Change::Denied, "claim"), (Change::Denied, "transfer")];
    check(&[accusation()], &[accusation(), denial()], &denied);
    check(
        &[aid(), denial()],
        &[aid(), denial(), accusation()],
        &[(Change::New, "claim"), (Change::Hardened, "transfer")],
    );
}

#[test]
fn printed_answers_keep_the_deniers_words_apart() {
    let graph = whole();
    let printed = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let text = printed(&|to| print::denials(to, Language::Indonesian, &denials(&graph, &Filter::default())));
    assert!(text.contains(&format!("Rina Wati · bantahan dengan kata-kata: “{WORDS}” · 2023-11-08")), "{text}");
    assert!(!text.contains("membantah"), "{text}");
    let names = resolve(&graph, "Korea Utara").unwrap();
    let ledger = ledger(&graph, names[0], &Filter::default()).unwrap();
    let text = printed(&|to| print::ledger(to, Language::English, &ledger));
    assert!(text.contains("Directed at it (1)") && text.contains("Rina Wati denied, 2023-11-08"), "{text}");
    let text = printed(&|to| print::paths(to, Language::Indonesian, &ways("Rusia", "Korut", 2, None)));
    assert!(text.contains("◀─diterima── [pengalihan: senjata] amunisi · diperselisihkan · 2023-11-01"), "{text}");
    let json = printed(&|to| print::json(to, &transfers(&graph, &Filter::default())));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value[0]["status"], "contested");
    assert_eq!(value[0]["stances"][1]["holder"]["name"], "Rina Wati");
}

#[test]
fn a_way_through_a_doubtful_office_comes_after_longer_ones() {
    let graph = graph(&[minister("satu", "Rusia"), minister("dua", "Indonesia"), minister("tiga", "Indonesia")]);
    let options = PathOptions { limit: 10, max_hops: 4, through: None };
    let (from, to) = (resolve(&graph, "Indonesia").unwrap(), resolve(&graph, "Rusia").unwrap());
    let ways = paths(&graph, &from, &to, options);
    let doubtful = |way: &Path| way.steps.iter().any(|step| step.contradicted_by == Some(2));
    let at = ways.iter().position(doubtful).unwrap();
    assert!(
        at > 0 && ways[at].steps.len() < ways[at - 1].steps.len(),
        "{:?}",
        ways.iter().map(drawn).collect::<Vec<_>>()
    );
}
