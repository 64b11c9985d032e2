use super::*;
use crate::extract::{ActorKind, Category, ContentIs, DateBasis, DateInterval, StanceValue, StatementKind};
use crate::graph::{
    Actor, ArticleRecord, Basis, Edge, Evidence, KnowledgeGraph, Merge, MergeRule, Node, NodeId, NodeKind, Proposition,
    Quote, Relation, Role, Sense, Stance, Statement, Status, Transfer,
};
use crate::span::Span;
use jiff::civil::date;
use std::collections::BTreeMap;

/// A graph in which every field and every relation occurs.
fn full() -> KnowledgeGraph {
    let id = |kind, name: &str| NodeId::of(kind, &[name]);
    let [north, south] = ["Utara", "Selatan"].map(|name| id(NodeKind::Actor, name));
    let [claim, denial] = ["klaim", "bantahan"].map(|name| id(NodeKind::Statement, name));
    let (proposition, transfer) = (id(NodeKind::Proposition, "isi"), id(NodeKind::Transfer, "kiriman"));
    let nodes = BTreeMap::from([
        (north, actor("Utara", Some("KP"))),
        (south, actor("Selatan", None)),
        (claim, statement(StatementKind::Claim, None)),
        (denial, statement(StatementKind::Denial, Some(ContentIs::Rejected))),
        (proposition, Node::Proposition(Proposition { text: "isi".to_owned(), sources: 1, articles: 2 })),
        (transfer, Node::Transfer(shipment(transfer, north, denial))),
        (first_article(), article()),
    ]);
    let role = Role { office: Some("juru bicara".to_owned()), evidence: evidence(), articles: 3 };
    let edges = vec![
        Edge { from: north, to: claim, relation: Relation::Source },
        Edge { from: south, to: claim, relation: Relation::Speaker },
        Edge { from: claim, to: south, relation: Relation::Target },
        Edge { from: claim, to: proposition, relation: Relation::Content(Sense::Affirms) },
        Edge { from: denial, to: proposition, relation: Relation::Content(Sense::Rejects) },
        Edge { from: denial, to: claim, relation: Relation::Answers(Basis::SameWords) },
        Edge { from: denial, to: transfer, relation: Relation::About(StanceValue::Denied) },
        Edge { from: north, to: transfer, relation: Relation::Giver },
        Edge { from: transfer, to: south, relation: Relation::Recipient },
        Edge { from: south, to: north, relation: Relation::Role(role) },
        Edge { from: claim, to: first_article(), relation: Relation::ReportedIn },
    ];
    KnowledgeGraph::new(nodes, edges)
}

fn first_article() -> NodeId {
    NodeId::of_article("00000000000000aa")
}

fn quote(text: &str) -> Quote {
    Quote { span: Span::new(3, 3 + text.len()), text: text.to_owned() }
}

fn evidence() -> Evidence {
    Evidence { article: first_article(), span: Span::new(0, 40), sentence: "Kata \"mereka\",\tbegitu.\n".to_owned() }
}

fn october() -> DateInterval {
    DateInterval { first: date(2023, 10, 1), last: date(2023, 10, 31), basis: DateBasis::Inferred }
}

fn actor(name: &str, iso: Option<&str>) -> Node {
    let merge = Merge {
        name: name.to_owned(),
        rule: MergeRule::Iso,
        former: NodeId::of(NodeKind::Actor, &[name]),
        articles: 2,
        first: first_article(),
    };
    Node::Actor(Actor {
        name: name.to_owned(),
        kind: ActorKind::Country,
        iso: iso.map(str::to_owned),
        aliases: vec!["negeri itu".to_owned()],
        merged: vec![merge],
        corrected: iso.is_none(),
    })
}

fn statement(kind: StatementKind, content_is: Option<ContentIs>) -> Node {
    Node::Statement(Statement {
        kind,
        cue: Some(quote("membantah")),
        content: quote("mereka mengirim beras"),
        content_is,
        date: Some(october()),
        evidence: evidence(),
        rule: "cue.membantah/verb".to_owned(),
        corrected: false,
    })
}

fn shipment(id: NodeId, holder: NodeId, denial: NodeId) -> Transfer {
    let stance = Stance {
        date: Some(date(2023, 11, 2)),
        evidence: evidence(),
        holder: Some(holder),
        value: StanceValue::Denied,
        statement: Some(denial),
        cue: quote("mengirim"),
        rule: "pass.kirim".to_owned(),
    };
    Transfer {
        category: Category::Food,
        items: vec!["beras".to_owned()],
        quantities: vec!["30 ton".to_owned()],
        date: Some(october()),
        stances: vec![stance],
        status: Status::Denied,
        former: vec![id],
        corrected: true,
    }
}

fn article() -> Node {
    Node::Article(ArticleRecord {
        name: "contoh".to_owned(),
        title: Some("Judul".to_owned()),
        publisher: Some("Koran".to_owned()),
        date: Some(date(2023, 11, 1)),
        url: Some("https://example.org/1".to_owned()),
        text_hash: "0011223344556677".to_owned(),
        echo_of: Some(first_article()),
    })
}

fn stored(graph: &KnowledgeGraph) -> String {
    let mut bytes = Vec::new();
    write(graph, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_graph_is_read_back_as_it_was_written() {
    let graph = full();
    assert_eq!(graph.edges().len(), 11);
    let text = stored(&graph);
    assert_eq!(read(&text).unwrap(), graph);
    assert_eq!(stored(&read(&text).unwrap()), text);
    assert_eq!(read(&stored(&KnowledgeGraph::default())).unwrap(), KnowledgeGraph::default());
}

#[test]
fn the_file_is_node_link_json() {
    let value: serde_json::Value = serde_json::from_str(&stored(&full())).unwrap();
    assert_eq!(value["directed"], true);
    assert_eq!(value["multigraph"], true);
    assert_eq!(value["graph"]["version"], VERSION);
    assert_eq!(value["nodes"].as_array().unwrap().len(), 7);
    for link in value["links"].as_array().unwrap() {
        for field in ["source", "target", "key", "relation"] {
            assert!(link[field].is_string(), "{field} of {link}");
        }
    }
}

fn check_refused(text: &str, expected: &str) {
    let message = read(text).unwrap_err().to_string();
    assert!(message.contains(expected), "{message}");
}

#[test]
fn what_is_no_sound_graph_is_refused_by_name() {
    let good = stored(&full());
    check_refused("", "no graph written by");
    check_refused("[1, 2]", "no graph written by");
    check_refused("{\"nodes\": [], \"links\": []}", "no graph written by");
    check_refused(&good.replace("\"sanggah\"", "\"lain\""), "its format is \"lain\"");
    check_refused(&good.replace("\"version\":1", "\"version\":2"), "format version 2");
    check_refused("{\"graph\":{\"format\":\"sanggah\",\"version\":9},\"things\":[]}", "format version 9");
    check_refused(&good.replace("\"kind\":\"claim\"", "\"kind\":\"rumour\""), "\"rumour\" is unknown");
    check_refused(&good.replace("\"relation\":\"giver\"", "\"relation\":\"likes\""), "\"likes\" is no relation");
    check_refused(&good.replace(",\"basis\":\"same words\"", ""), "has no basis");
    check_refused(&good.replace("\"start\":0", "\"start\":50"), "ends before it starts");
    check_refused(&good.replace("\"2023-11-01\"", "\"kemarin\""), "\"kemarin\" is no date");
    let cut: String = good.chars().take(good.chars().count() / 2).collect();
    assert!(read(&cut).is_err());
}

#[test]
fn saving_replaces_the_former_file_and_leaves_nothing_beside() {
    let folder = std::env::temp_dir().join(format!("sanggah-store-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("graph.json");
    save(&KnowledgeGraph::default(), &path).unwrap();
    save(&full(), &path).unwrap();
    assert_eq!(load(&path).unwrap(), full());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::remove_dir_all(&folder).unwrap();
    let error = save(&full(), &path).unwrap_err().to_string();
    assert!(error.contains("graph.json cannot be written"), "{error}");
}
