//! Whether two names are those of one actor.

use super::annotation::Actor;
use std::collections::BTreeSet;

/// Words that do not tell a group from another.
const FILLERS: [&str; 14] = [
    "para", "seorang", "sejumlah", "beberapa", "salah", "satu", "itu", "ini", "tersebut", "yang", "di", "dari", "dan",
    "pihak",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, letters and digits only, single spaces.
pub(super) fn normal(text: &str) -> String {
    words(&text.to_lowercase()).collect::<Vec<_>>().join(" ")
}

fn word_set(text: &str) -> BTreeSet<String> {
    words(&text.to_lowercase()).map(str::to_owned).collect()
}

/// The share of words that two phrases have in common, as the harmonic mean over both.
pub(super) fn shared_words(a: &str, b: &str) -> f64 {
    dice(&word_set(a), &word_set(b))
}

#[expect(clippy::cast_precision_loss, reason = "a phrase has few words")]
fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    if a.is_empty() || b.is_empty() { 0.0 } else { (2 * shared) as f64 / (a.len() + b.len()) as f64 }
}

/// How sure it is that an actor who was found is the annotated one; 0 where it is not.
pub(super) fn same_actor(gold: &Actor, found: &Actor) -> f64 {
    if normal(&gold.name) == normal(&found.name) {
        return 4.0;
    }
    let (ours, theirs) = (names(gold), names(found));
    if ours.contains(&normal(&found.name)) || theirs.contains(&normal(&gold.name)) {
        return 3.0;
    }
    if !ours.is_disjoint(&theirs) {
        return 2.0;
    }
    match (gold.kind.as_str(), found.kind.as_str()) {
        ("group", "group") => same_group(gold, found),
        ("person", "person") => {
            let (a, b) = (word_set(&gold.name), word_set(&found.name));
            let within = !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a));
            if within { 1.0 } else { 0.0 }
        }
        _ => 0.0,
    }
}

/// Every name in normal form, aliases where they are proper names, abbreviations in brackets on their own too.
fn names(actor: &Actor) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for name in [&actor.name].into_iter().chain(actor.aliases.iter().filter(|alias| proper(alias))) {
        let (bare, bracketed) = brackets(name);
        names.insert(normal(name));
        names.insert(normal(&bare));
        names.extend(bracketed.iter().map(|inside| normal(inside)));
    }
    names.remove("");
    names
}

fn proper(alias: &str) -> bool {
    alias.split_whitespace().any(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// A name without what stands in its innermost brackets, and that.
fn brackets(name: &str) -> (String, Vec<&str>) {
    let (mut bare, mut inside) = (String::new(), Vec::new());
    let mut rest = name;
    while let Some((before, within)) = next_bracket(rest) {
        bare.push_str(before.trim_end());
        inside.push(within);
        rest = rest.get(before.len() + within.len() + 2..).unwrap_or_default();
    }
    (bare + rest, inside)
}

/// What stands before the first bracket that holds no other, and in it.
fn next_bracket(text: &str) -> Option<(&str, &str)> {
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('(', _) => open = Some(at),
            (')', Some(start)) => return Some((text.get(..start)?, text.get(start + 1..at)?)),
            _ => {}
        }
    }
    None
}

fn same_group(gold: &Actor, found: &Actor) -> f64 {
    let all =
        |actor: &Actor| -> Vec<_> { [&actor.name].into_iter().chain(&actor.aliases).map(|n| group_words(n)).collect() };
    let theirs = all(found);
    let mut best = 0.0_f64;
    for (ours, proper) in all(gold) {
        for (others, _) in theirs.iter().filter(|(_, their_proper)| *their_proper == proper) {
            best = best.max(dice(&ours, others));
        }
    }
    if best >= 0.5 { best } else { 0.0 }
}

/// The words that tell a group from another, and its proper names apart.
fn group_words(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let telling: Vec<&str> = words(text).filter(|word| !FILLERS.contains(&word.to_lowercase().as_str())).collect();
    let capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let mut proper: BTreeSet<String> = telling.iter().filter(capital).map(|word| word.to_lowercase()).collect();
    if let Some(first) = telling.first() {
        proper.remove(&first.to_lowercase());
    }
    (telling.iter().map(|word| word.to_lowercase()).collect(), proper)
}
