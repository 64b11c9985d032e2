use crate::extract::reader::read_text;
use crate::extract::reading::StatementKind;

#[test]
fn a_denial_is_directed_at_those_whose_accusation_it_names() {
    let reading = read_text("Pemerintah Chile membantah tuduhan Peru bahwa negaranya memasok senjata kepada Bolivia.");
    let denial = reading.statements.iter().find(|s| s.kind == StatementKind::Denial).expect("a denial");
    let targets: Vec<&str> = denial.target.iter().map(|actor| reading.actors[actor.0].name.as_str()).collect();
    assert_eq!(targets, ["Peru"]);
}
