//! Events told in several articles, what parties hold of them, and that nothing depends on the order of the input.

use super::story::{Story, graph};
use crate::extract::{ActorId, ActorKind, Category, StanceValue, StatementKind};
use crate::graph::{Builder, Corrections, GraphLexicon, Status, store};
use jiff::civil::{Date, date};

const TEXT: &str = "Kata menteri dan mantan menteri, beras dikirim ke sana.";

/// Who holds which view: a country, `Menteri` (minister of Rusia), `Mantan` (former minister of Rusia) or the writer.
fn told(name: &str, published: Date, views: &[(&str, StanceValue)]) -> Story {
    let mut story = Story::new(name, published, TEXT);
    let (giver, recipient) = (story.country("Korea Utara"), story.country("Rusia"));
    let transfer = story.passes([Some(giver), Some(recipient)], Category::Food, "beras");
    for (holder, value) in views {
        let holder = holder_of(&mut story, holder, recipient);
        let said = holder.map(|id| story.says(StatementKind::Claim, id, ["Kata", "beras dikirim ke sana"]));
        story.holds(transfer, *value, said);
    }
    story
}

fn holder_of(story: &mut Story, name: &str, state: ActorId) -> Option<ActorId> {
    let office = match name {
        "penulis" => return None,
        "Menteri" => "menteri",
        "Mantan" => "mantan menteri",
        country => return Some(story.country(country)),
    };
    let person = story.actor(ActorKind::Person, &[&format!("{name} Sari")]);
    story.role(person, Some(office), state);
    Some(person)
}

#[test]
fn the_status_follows_the_first_rule_that_holds() {
    use StanceValue::{Asserted, Blocked, Denied, Planned, Sought};
    let table: &[(&[(&str, StanceValue)], Status)] = &[
        (&[("Amerika Serikat", Asserted), ("Korea Utara", Denied)], Status::Contested),
        (&[("penulis", Asserted), ("Ukraina", Denied), ("Rusia", Asserted)], Status::Contested),
        (&[("Rusia", Asserted), ("penulis", Asserted)], Status::Acknowledged),
        (&[("Menteri", Asserted)], Status::Acknowledged),
        (&[("Mantan", Asserted)], Status::Alleged),
        (&[("penulis", Asserted), ("Ukraina", Asserted)], Status::Reported),
        (&[("Ukraina", Asserted), ("Rusia", Planned)], Status::Alleged),
        (&[("Ukraina", Denied), ("Rusia", Denied)], Status::Denied),
        (&[("Ukraina", Denied), ("Rusia", Planned)], Status::Planned),
        (&[("Ukraina", Blocked), ("Rusia", Planned)], Status::Blocked),
        (&[("Ukraina", Sought), ("Rusia", Planned)], Status::Planned),
        (&[("Ukraina", Sought)], Status::Sought),
    ];
    for (views, expected) in table {
        let graph = graph(&[told("satu", date(2023, 11, 8), views)]);
        let statuses: Vec<_> = graph.transfers().map(|(_, transfer)| transfer.status).collect();
        assert_eq!(statuses, [*expected], "{views:?}");
    }
}

#[test]
fn tellings_that_share_a_day_are_one_event() {
    let plain = |name: &str, published| told(name, published, &[("penulis", StanceValue::Asserted)]);
    let dated = |name: &str, published, day| {
        let mut story = plain(name, published);
        story.on(0, day, day);
        story
    };
    let check = |stories: &[Story], events: usize| {
        assert_eq!(graph(stories).transfers().count(), events);
    };
    let november = plain("satu", date(2023, 11, 8));
    check(&[november.clone(), plain("dua", date(2023, 12, 20))], 1);
    check(&[november.clone(), plain("dua", date(2024, 3, 20))], 2);
    check(&[november.clone(), dated("dua", date(2024, 3, 20), date(2023, 11, 1))], 1);
    check(&[november.clone(), dated("dua", date(2023, 11, 8), date(2022, 11, 1))], 2);
    let far = [november, plain("dua", date(2023, 12, 20)), plain("tiga", date(2024, 2, 5))];
    check(&far, 2);
}

#[test]
fn an_open_side_and_another_category_keep_events_apart() {
    let day = date(2023, 11, 8);
    let story = |name: &str, sides: [Option<&str>; 2], category| {
        let mut story = Story::new(name, day, TEXT);
        let sides = sides.map(|side| side.map(|name| story.country(name)));
        let transfer = story.passes(sides, category, "beras");
        story.holds(transfer, StanceValue::Asserted, None);
        story
    };
    let sides = [Some("Korea Utara"), Some("Rusia")];
    let open = [None, Some("Rusia")];
    let back = [Some("Rusia"), Some("Korea Utara")];
    let count = |stories: &[Story]| graph(stories).transfers().count();
    assert_eq!(count(&[story("satu", open, Category::Food), story("dua", open, Category::Food)]), 2);
    assert_eq!(count(&[story("satu", sides, Category::Food), story("dua", sides, Category::Goods)]), 2);
    assert_eq!(count(&[story("satu", sides, Category::Food), story("dua", back, Category::Food)]), 2);
    assert_eq!(count(&[story("satu", sides, Category::Food), story("dua", sides, Category::Food)]), 1);
}

#[test]
fn the_graph_does_not_depend_on_the_order_of_articles() {
    let day = date(2023, 11, 8);
    let stories = [
        told("satu", day, &[("Amerika Serikat", StanceValue::Asserted)]),
        told("dua", day, &[("Menteri", StanceValue::Denied), ("penulis", StanceValue::Asserted)]),
        told("tiga", date(2024, 1, 3), &[("Ukraina", StanceValue::Asserted)]),
    ];
    let stored = |stories: &mut dyn Iterator<Item = &Story>| {
        let lexicon = GraphLexicon::embedded().unwrap();
        let mut builder = Builder::new(&lexicon, Corrections::default());
        stories.for_each(|story| builder.add(story.facts()));
        let mut bytes = Vec::new();
        store::write(&builder.build(), &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let forwards = stored(&mut stories.iter());
    assert_eq!(forwards, stored(&mut stories.iter().rev()));
    assert_eq!(store::read(&forwards).unwrap(), graph(&stories));
    let twice = stories.iter().chain(&stories);
    assert_eq!(forwards, stored(&mut twice.into_iter()));
}

#[test]
fn a_view_of_a_transfer_names_its_statement() {
    let graph = graph(&[told("satu", date(2023, 11, 8), &[("Rusia", StanceValue::Denied)])]);
    let (id, transfer) = graph.transfers().next().unwrap();
    let stance = &transfer.stances[0];
    let statement = stance.statement.unwrap();
    assert_eq!(stance.date, Some(date(2023, 11, 8)));
    assert_eq!(stance.evidence.sentence, TEXT);
    assert_eq!(graph.edges_from(statement).iter().filter(|edge| edge.to == id).count(), 1);
}
