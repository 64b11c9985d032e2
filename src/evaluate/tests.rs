use super::{Annotation, Comparison, Figures, Gold, Measure, Score, table};

const TEXT: &str = "Juru bicara Kemenlu Peru Ana Quispe menuduh Chile mengirim senapan ke Bolivia. Chile membantah tuduhan itu. \
                    \"Kami tidak mengirim apa pun,\" kata Ana Rojas.";

fn gold() -> Gold {
    let json = r#"{"id": "uji", "actors": [
        {"id": "ana", "name": "Ana Quispe", "type": "person", "aliases": ["Quispe"]},
        {"id": "kemenlu", "name": "Kementerian Luar Negeri (Kemenlu) Peru", "type": "organisation", "aliases": []},
        {"id": "chile", "name": "Chile", "type": "country", "aliases": []},
        {"id": "bolivia", "name": "Bolivia", "type": "country", "aliases": []},
        {"id": "rojas", "name": "Ana Rojas", "type": "person", "aliases": []},
        {"id": "tak_ikut", "name": "Peru", "type": "country", "aliases": []}],
      "roles": [{"holder": "ana", "role": "Juru bicara", "of": "kemenlu"}],
      "statements": [
        {"id": "s1", "kind": "accusation", "source": ["ana"], "speaker": null, "target": ["chile"], "cue": "menuduh",
         "content": "Chile mengirim senapan ke Bolivia", "at": "Ana Quispe menuduh"},
        {"id": "s2", "kind": "denial", "source": ["chile"], "speaker": null, "target": ["ana"], "cue": "membantah",
         "content": "tuduhan itu", "content_is": "reference", "at": "Chile membantah"},
        {"id": "s3", "kind": "denial", "source": ["rojas"], "speaker": null, "target": [], "cue": "kata",
         "content": "Kami tidak mengirim apa pun,", "content_is": "words", "at": "Kami tidak"}],
      "transfers": [{"giver": ["chile"], "recipient": ["bolivia"], "item": ["senapan"], "category": "weapons", "quantity": null,
         "stances": [{"actor": "ana", "value": "asserted"}, {"actor": "chile", "value": "denied"}],
         "at": ["mengirim senapan ke Bolivia"]}]}"#;
    Gold::parse("uji", json, TEXT.to_owned()).expect("annotated")
}

/// What was read: the second denial taken for a claim, a role of nobody, a view missed, and a transfer too many.
fn found() -> Annotation {
    let at = |words: &str| TEXT.find(words).map(|start| [start, start + words.len()]).expect(words);
    let (accusation, quotation) = (at("Chile mengirim senapan ke"), at("Kami tidak mengirim apa pun,"));
    let json = serde_json::json!({"id": "uji", "actors": [
        {"id": "a0", "name": "Quispe", "type": "person", "aliases": []},
        {"id": "a1", "name": "Kemenlu", "type": "country", "aliases": []},
        {"id": "a2", "name": "Chile", "type": "country", "aliases": []},
        {"id": "a3", "name": "Bolivia", "type": "country", "aliases": []},
        {"id": "a4", "name": "Luis", "type": "person", "aliases": []}],
      "roles": [{"holder": "a0", "role": "juru bicara", "of": "a1"}, {"holder": "a4", "role": null, "of": "a2"}],
      "statements": [
        {"id": "s0", "kind": "accusation", "source": ["a0"], "speaker": null, "target": ["a2"], "cue": "menuduh",
         "content": "Chile mengirim senapan ke", "span": accusation},
        {"id": "s2", "kind": "claim", "source": ["a2"], "speaker": "a0", "target": [], "cue": "kata",
         "content": "Kami tidak mengirim apa pun,", "span": quotation}],
      "transfers": [
        {"giver": ["a2"], "recipient": ["a3"], "item": ["senapan"], "category": "weapons",
         "stances": [{"actor": "a0", "value": "asserted"}]},
        {"giver": ["a3"], "recipient": [], "item": ["uang"], "category": "money",
         "stances": [{"actor": "writer", "value": "planned"}]}]});
    serde_json::from_value(json).expect("the form of a reading")
}

#[test]
fn what_is_right_is_counted() {
    let gold = gold();
    let comparison = Comparison::new(gold.annotation(), &found(), gold.text());
    let score = Score::new([&comparison]);
    for (measure, expected) in [
        (Measure::Actors, (4, 5, 5)),
        (Measure::ActorTypes, (3, 5, 5)),
        (Measure::Roles, (1, 1, 2)),
        (Measure::RoleOffices, (1, 1, 2)),
        (Measure::StatementsFound, (2, 3, 2)),
        (Measure::StatementSources, (1, 3, 2)),
        (Measure::Statements, (1, 3, 2)),
        (Measure::StatementsExact, (0, 3, 2)),
        (Measure::Targets, (1, 2, 1)),
        (Measure::Speakers, (0, 0, 1)),
        (Measure::Denials, (0, 2, 0)),
        (Measure::DenialContents, (0, 2, 0)),
        (Measure::Accusations, (1, 1, 1)),
        (Measure::TransfersFound, (1, 1, 2)),
        (Measure::Transfers, (1, 1, 2)),
        (Measure::Stances, (1, 2, 2)),
    ] {
        let Figures { hit, gold, found, .. } = score.figures(measure);
        assert_eq!((hit, gold, found), expected, "{measure:?}");
    }
    let sorts: Vec<&str> = comparison.misses.iter().map(|miss| miss.sort).collect();
    let expected =
        ["actor missed", "actor wrong", "role wrong", "statement missed", "statement differs", "transfer wrong"];
    assert_eq!(sorts, expected);
    assert!((score.figures(Measure::Actors).f1 - 0.8).abs() < 1e-9);
}

#[test]
fn what_is_annotated_agrees_with_itself_and_nothing_with_nothing() {
    let gold = gold();
    let itself = Annotation {
        statements: gold
            .annotation
            .statements
            .iter()
            .cloned()
            .map(|s| {
                let start = TEXT.find(&s.content).expect("in the text");
                super::annotation::Statement { span: Some((start, start + s.content.len())), ..s }
            })
            .collect(),
        ..gold.annotation.clone()
    };
    let comparison = Comparison::new(gold.annotation(), &itself, gold.text());
    assert_eq!(comparison.misses, []);
    let score = Score::new([&comparison]);
    assert!((score.mean() - 1.0).abs() < 1e-9);
    assert!(Score::default().mean() < 1e-9, "no article, no figure");
    let mut shown = Vec::new();
    table(&mut shown, &score, true).expect("memory");
    let shown = String::from_utf8(shown).expect("UTF-8");
    assert!(shown.contains("statements            1.000  1.000  1.000   1.000–1.000   3/3/3"), "{shown}");
}

#[test]
fn faults_of_annotated_files_are_told() {
    let check = |json: &str, told: &str| {
        let fault = Gold::parse("uji", json, TEXT.to_owned()).expect_err(json).to_string();
        assert!(fault.contains(told), "{fault}");
    };
    check("{", "is no annotated article");
    let empty =
        r#"{"id": "ID", "actors": [ACTORS], "roles": [ROLES], "statements": [STATEMENTS], "transfers": [TRANSFERS]}"#;
    let with = |part: &str, content: &str| {
        let parts = ["ACTORS", "ROLES", "STATEMENTS", "TRANSFERS"];
        let filled = empty.replace(part, content);
        parts.iter().fold(filled, |json, part| json.replace(part, "")).replace("ID", "uji")
    };
    check(
        &empty.replace("ACTORS", "").replace("ROLES", "").replace("STATEMENTS", "").replace("TRANSFERS", ""),
        "\"ID\"",
    );
    check(&with("ROLES", r#"{"holder": "x", "role": null, "of": "y"}"#), "the actor x is not listed");
    check(&with("ACTORS", r#"{"id": "x", "name": "X", "type": "kota"}"#), "\"kota\" is unknown");
    let statement = r#"{"id": "s1", "kind": "claim", "source": [], "speaker": null, "cue": null, "content": "lain"}"#;
    check(&with("STATEMENTS", statement), "not in the article: \"lain\"");
    let transfer = r#"{"giver": [], "recipient": [], "item": ["x"], "category": "batu", "stances": []}"#;
    check(&with("TRANSFERS", transfer), "\"batu\" is unknown");
}
