use crate::extract::Reader;
use crate::extract::reading::StatementKind;
use crate::ingest::Article;

#[test]
fn a_denial_is_directed_at_those_whose_accusation_it_names() {
    let text = "Pemerintah Chile membantah tuduhan Peru bahwa negaranya memasok senjata kepada Bolivia.".to_owned();
    let (id, name) = ("00000000000000aa".into(), "contoh".into());
    let article = Article { id, name, title: None, publisher: None, url: None, published: None, text };
    let reading = Reader::embedded().expect("tables and models").read(&article);
    let denial = reading.statements.iter().find(|s| s.kind == StatementKind::Denial).expect("a denial");
    let targets: Vec<&str> = denial.target.iter().map(|actor| reading.actors[actor.0].name.as_str()).collect();
    assert_eq!(targets, ["Peru"]);
}
