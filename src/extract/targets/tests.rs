use crate::extract::reader::read_text;
use crate::extract::reading::StatementKind;

/// Whom the first act of `kind` in `text` is directed at.
fn check(text: &str, kind: StatementKind, expected: &[&str]) {
    let reading = read_text(text);
    let act = reading.statements.iter().find(|s| s.kind == kind).expect(text);
    let targets: Vec<&str> = act.target.iter().map(|actor| reading.actors[actor.0].name.as_str()).collect();
    assert_eq!(targets, expected, "{text}");
}

#[test]
fn a_denial_is_directed_at_those_whose_accusation_it_names() {
    let text = "Pemerintah Chile membantah tuduhan Peru bahwa negaranya memasok senjata kepada Bolivia.";
    check(text, StatementKind::Denial, &["Peru"]);
}

#[test]
fn people_accuse_the_state_that_they_belong_to() {
    let text = "Senator Peru Ana Quispe menuduh Peru menipu para petani di lembah itu.";
    check(text, StatementKind::Accusation, &["Peru"]);
}
