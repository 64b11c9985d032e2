//! Organisations and places: those of one name that are several, and abbreviations.

use super::{Key, Named, starts_upper};
use crate::extract::ActorKind;
use crate::graph::facts::Facts;
use crate::graph::lexicon::GraphLexicon;
use crate::graph::model::MergeRule;
use crate::graph::text::{normal, words};
use std::collections::{BTreeMap, BTreeSet};

/// A group that other articles know as a body of the same proper name is that body ("Hamas").
pub(super) fn adopt_groups(facts: &[&Facts], named: &mut [Vec<Named>]) {
    let known: BTreeSet<String> = named.iter().flatten().filter_map(|it| unmarked(&it.key)).collect();
    for (article, keys) in facts.iter().zip(named) {
        for (actor, it) in article.actors.iter().zip(keys) {
            let name = normal(&actor.name);
            if actor.kind == ActorKind::Group && starts_upper(&actor.name) && known.contains(&name) {
                it.key = Key::Named(name, None);
                it.own = it.key.clone();
            }
        }
    }
}

fn unmarked(key: &Key) -> Option<String> {
    if let Key::Named(name, None) = key { Some(name.clone()) } else { None }
}

/// Bodies of several countries that go by one name are told apart by the country, or kept to their article.
pub(super) fn tell_apart(facts: &[&Facts], named: &mut [Vec<Named>]) {
    let parents: Vec<BTreeMap<usize, String>> = facts.iter().zip(&*named).map(|it| parents_in(it.0, it.1)).collect();
    let shared = shared_names(facts, named, &parents);
    for ((article, keys), parents) in facts.iter().zip(named).zip(&parents) {
        for (index, it) in keys.iter_mut().enumerate() {
            let Some(name) = unmarked(&it.key).filter(|name| shared.contains(name)) else { continue };
            let mark = parents.get(&index).cloned().unwrap_or_else(|| article.article.clone());
            it.key = Key::Named(name, Some(mark));
            it.own = it.key.clone();
        }
    }
}

/// The country that each body of an article is said to be part of.
fn parents_in(article: &Facts, keys: &[Named]) -> BTreeMap<usize, String> {
    let parts = article.roles.iter().filter(|role| role.office.is_none());
    let country = |of: usize| match keys.get(of).map(|it| &it.key) {
        Some(Key::Country(iso)) => Some(iso.clone()),
        _ => None,
    };
    parts.filter_map(|role| Some((role.holder, country(role.of)?))).collect()
}

/// Names that stand for bodies of several countries, or are the short form of several longer names.
fn shared_names(facts: &[&Facts], named: &[Vec<Named>], parents: &[BTreeMap<usize, String>]) -> BTreeSet<String> {
    let mut countries: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut longer: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for ((article, keys), parents) in facts.iter().zip(named).zip(parents) {
        for (index, (actor, it)) in article.actors.iter().zip(keys).enumerate() {
            let Some(name) = unmarked(&it.key) else { continue };
            for alias in actor.aliases.iter().map(|alias| normal(alias)).filter(|alias| alias.contains(' ')) {
                if name.starts_with(&alias) && name != alias {
                    longer.entry(alias).or_default().insert(name.clone());
                }
            }
            if let Some(parent) = parents.get(&index) {
                *countries.entry(name).or_default().entry(parent).or_default() += 1;
            }
        }
    }
    let several = countries.into_iter().filter(|(_, votes)| !one_leads(votes.values().copied())).map(|(name, _)| name);
    several.chain(longer.into_iter().filter(|(_, names)| names.len() > 1).map(|(alias, _)| alias)).collect()
}

/// Whether one of the counts holds four fifths of all: a stray reading must not split a body that all know.
fn one_leads(counts: impl Iterator<Item = usize> + Clone) -> bool {
    counts.clone().max().unwrap_or_default() * 5 >= counts.sum::<usize>() * 4
}

/// So many votes join an abbreviation: those of one article where it is made of the name's letters, else of two.
const VOTES: usize = 2;

/// An abbreviation that articles explain by one full name is that body everywhere.
pub(super) fn join_abbreviations(facts: &[&Facts], named: &mut [Vec<Named>], lexicon: &GraphLexicon) {
    let mut explained: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (article, keys) in facts.iter().zip(&*named) {
        for (actor, it) in article.actors.iter().zip(keys) {
            let Some(name) = unmarked(&it.key).filter(|name| name.contains(' ')) else { continue };
            let in_letters = actor.aliases.iter().map(String::as_str).filter(|alias| abbreviates(alias, &actor.name));
            let introduced = actor.aliases.iter().filter_map(|alias| introduced(alias, &actor.name));
            let introduced = introduced.filter(|short| lexicon.country(short).is_none());
            let votes = introduced.map(|short| (short, 1)).chain(in_letters.map(|short| (short, VOTES)));
            for (short, votes) in votes.collect::<BTreeMap<_, _>>() {
                *explained.entry(normal(short)).or_default().entry(name.clone()).or_default() += votes;
            }
        }
    }
    let full = |short: &str| {
        let names = explained.get(short)?;
        let (name, votes) = names.iter().max_by_key(|(_, votes)| **votes)?;
        (*votes >= VOTES && one_leads(names.values().copied())).then(|| name.clone())
    };
    for it in named.iter_mut().flatten() {
        let Some(name) = unmarked(&it.key).and_then(|name| full(&name)) else { continue };
        it.key = Key::Named(name, None);
        it.rule = MergeRule::Abbreviation;
    }
}

/// Whether a single capitalised word is made of letters of the full name, in their order, the first ones the same
/// ("KPK", "Polri").
fn abbreviates(short: &str, full: &str) -> bool {
    if short.contains(' ') || short.chars().count() < 2 || !starts_upper(short) || words(full).count() < 2 {
        return false;
    }
    // "Dinas" is cut off from "Dinas Rahasia", not made of its letters.
    if words(full).any(|word| word == normal(short)) {
        return false;
    }
    let full = normal(full);
    let mut letters = full.chars();
    let short = normal(short);
    short.chars().next() == full.chars().next() && short.chars().all(|letter| letters.any(|other| other == letter))
}

/// The abbreviation that an alias introduces in brackets right behind the name ("Badan Tenaga Atom (BTA)"): at least two
/// capitals, and not the initials of the name's later words alone, which would be a part of it.
fn introduced<'a>(alias: &'a str, name: &str) -> Option<&'a str> {
    let (before, rest) = alias.split_once(" (")?;
    let short = rest.strip_suffix(')')?;
    let capitals = short.chars().filter(|letter| letter.is_uppercase()).count();
    let word = short.chars().all(char::is_alphanumeric);
    let later: Vec<char> = words(name).skip(1).filter_map(|word| word.chars().next()).collect();
    let mut initials = later.into_iter();
    let of_later = short.to_lowercase().chars().all(|letter| initials.any(|initial| initial == letter));
    (capitals > 1 && word && !of_later && normal(before) == normal(name)).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::{abbreviates, introduced};

    #[test]
    fn what_stands_in_brackets_introduces_an_abbreviation() {
        let check = |alias: &str, expected: Option<&str>| {
            let name = alias.split(" (").next().unwrap();
            assert_eq!(introduced(alias, name), expected, "{alias}");
        };
        check("Badan Air Pusat (PWA)", Some("PWA"));
        check("Kantor Berita Laut (KABEL)", Some("KABEL"));
        check("Kepolisian Nusa Tenggara Barat (NTB)", None);
        check("Universitas Laut (Depok)", None);
        check("Badan Air (dua puluh)", None);
        assert_eq!(introduced("Badan Air Pusat (PWA)", "Badan Lain"), None);
    }

    #[test]
    fn an_abbreviation_takes_its_letters_from_the_full_name() {
        for (short, full, expected) in [
            ("KPK", "Komisi Pemberantasan Korupsi", true),
            ("Polri", "Kepolisian Negara Republik Indonesia", false),
            ("Kemhan", "Kementerian Pertahanan", true),
            ("PBB", "Perserikatan Bangsa-Bangsa", true),
            ("WHO", "Komisi Pemberantasan Korupsi", false),
            ("Komisi", "Komisi", false),
            ("Komisi", "Komisi Pemberantasan Korupsi", false),
            ("lembaga", "Lembaga Bantuan Hukum", false),
        ] {
            assert_eq!(abbreviates(short, full), expected, "{short}");
        }
    }
}
