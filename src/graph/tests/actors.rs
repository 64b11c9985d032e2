//! Who is the same across articles, and who is not.

use super::story::{Story, graph};
use crate::extract::{ActorKind, StatementKind};
use jiff::civil::{Date, date};

const DAY: Date = date(2024, 5, 1);

/// One actor of an article: kind, name and aliases, and a country that it belongs to or holds an office of.
struct Given(ActorKind, &'static [&'static str], Option<(Option<&'static str>, &'static str)>);

/// Each inner list is one article's actors; expected are the names of the nodes, without the countries.
fn check(articles: &[&[Given]], expected: &[&str]) {
    let mut stories = Vec::new();
    for (index, actors) in articles.iter().enumerate() {
        let text = "Kata juru bicara menteri gubernur dan presiden, harga beras di pasar induk tetap rendah.";
        let mut story = Story::new(&format!("artikel-{index}"), DAY, text);
        for Given(kind, names, role) in *actors {
            let id = story.actor(*kind, names);
            story.says(StatementKind::Claim, id, ["Kata", "harga beras di pasar induk tetap rendah"]);
            if let Some((office, of)) = role {
                let of = story.country(of);
                story.role(id, *office, of);
            }
        }
        stories.push(story);
    }
    let graph = graph(&stories);
    let mut names: Vec<_> =
        graph.actors().filter(|(_, actor)| actor.iso.is_none()).map(|it| it.1.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn full_names_are_one_and_groups_are_not() {
    use ActorKind::{Group, Organisation, Person};
    check(
        &[
            &[Given(Person, &["Rina Wati"], None), Given(Organisation, &["Bank Sentosa"], None)],
            &[Given(Person, &["rina  wati"], None), Given(Organisation, &["Bank Sentosa"], None)],
        ],
        &["Bank Sentosa", "Rina Wati"],
    );
    check(&[&[Given(Group, &["para pakar"], None)], &[Given(Group, &["para pakar"], None)]], &["para pakar"; 2]);
    check(&[&[Given(Organisation, &["Barisan"], None)], &[Given(Group, &["Barisan"], None)]], &["Barisan"]);
    check(&[&[Given(Organisation, &["polisi"], None)], &[Given(Organisation, &["polisi"], None)]], &["polisi"; 2]);
}

#[test]
fn an_abbreviation_is_joined_where_one_name_alone_explains_it() {
    use ActorKind::Organisation;
    let full: &[Given] = &[Given(Organisation, &["Komisi Pemberantasan Korupsi", "KPK"], None)];
    let short: &[Given] = &[Given(Organisation, &["KPK"], None)];
    check(&[full, short], &["Komisi Pemberantasan Korupsi"]);
    let other: &[Given] = &[Given(Organisation, &["Komite Pengawas Kota", "KPK"], None)];
    check(&[full, other, short], &["KPK", "Komisi Pemberantasan Korupsi", "Komite Pengawas Kota"]);
}

#[test]
fn bodies_of_several_countries_are_told_apart() {
    use ActorKind::Organisation;
    let ministry = |country| [Given(Organisation, &["Kementerian Perikanan"], Some((None, country)))];
    let unknown = [Given(Organisation, &["Kementerian Perikanan"], None)];
    check(&[&ministry("Rusia"), &ministry("Rusia"), &unknown], &["Kementerian Perikanan"]);
    check(&[&ministry("Rusia"), &ministry("Ukraina"), &ministry("Rusia"), &unknown], &["Kementerian Perikanan"; 3]);
}

#[test]
fn a_single_name_is_joined_where_one_person_is_clear() {
    use ActorKind::Person;
    let full = [Given(Person, &["Rina Wati"], Some((Some("menteri"), "Rusia")))];
    let near = [Given(Person, &["Wati"], Some((Some("menteri"), "Rusia")))];
    let far = [Given(Person, &["Wati"], None)];
    let other = [Given(Person, &["Dewi Wati"], Some((Some("gubernur"), "Rusia")))];
    check(&[&full, &near], &["Rina Wati"]);
    check(&[&full, &far], &["Rina Wati", "Wati"]);
    check(&[&full, &other, &near], &["Dewi Wati", "Rina Wati", "Wati"]);
    check(&[&far, &far], &["Wati", "Wati"]);
    check(&[&near, &near], &["Wati"]);
}

#[test]
fn countries_are_one_by_their_code_and_each_merge_says_why() {
    let mut one = Story::new("satu", DAY, "Kata mereka, harga beras di pasar induk tetap rendah.");
    let mut two = Story::new("dua", DAY, "Kata mereka, harga beras di pasar induk tetap rendah.");
    let full = one.country("Amerika Serikat");
    let place = two.actor(ActorKind::Place, &["AS", "negara itu"]);
    for (story, id) in [(&mut one, full), (&mut two, place)] {
        story.says(StatementKind::Claim, id, ["Kata", "harga beras di pasar induk tetap rendah"]);
    }
    let graph = graph(&[one, two]);
    let actors: Vec<_> = graph.actors().collect();
    assert_eq!(actors.len(), 1);
    let actor = actors[0].1;
    assert_eq!(
        (actor.name.as_str(), actor.kind, actor.iso.as_deref()),
        ("Amerika Serikat", ActorKind::Country, Some("US"))
    );
    assert_eq!(actor.aliases, ["AS"]);
    assert_eq!(actor.merged.iter().map(|merge| merge.name.as_str()).collect::<Vec<_>>(), ["AS", "Amerika Serikat"]);
    assert!(actor.merged.iter().all(|merge| merge.former == actors[0].0));
}
