//! Where a word's clitics begin.

use super::words::WordLists;

/// How many bytes at the start and at the end of a word belong to clitics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clitics {
    /// Length of ku- or kau-.
    pub(super) before: usize,
    /// Length of -nya, -ku or -mu.
    pub(super) pronoun: usize,
    /// Length of -lah, -kah or -pun after that.
    pub(super) particle: usize,
}

/// The clitics of `word`; `lower` is the same word in small letters.
pub(super) fn clitics(word: &str, lower: &str, lists: &WordLists) -> Clitics {
    let mut found = Clitics::default();
    if word.len() != lower.len() {
        return found;
    }
    let shape = Shape::of(word);
    let mut host = lower;
    if let Some(rest) = particle_host(host, shape, lists) {
        found.particle = host.len() - rest.len();
        host = rest;
    }
    if let Some(rest) = pronoun_host(host, shape, lists) {
        found.pronoun = host.len() - rest.len();
        host = rest;
    }
    if shape == Shape::Small
        && let Some(stem) = host.strip_prefix("kau").or_else(|| host.strip_prefix("ku"))
        && lists.is_proclitic_stem(stem)
    {
        found.before = host.len() - stem.len();
    }
    found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Small,
    Capitalised,
    Other,
}

impl Shape {
    fn of(word: &str) -> Self {
        let mut letters = word.chars();
        let Some(first) = letters.next() else { return Shape::Other };
        match (first.is_uppercase(), letters.any(char::is_uppercase)) {
            (false, false) => Shape::Small,
            (true, false) => Shape::Capitalised,
            _ => Shape::Other,
        }
    }
}

fn particle_host<'w>(lower: &'w str, shape: Shape, lists: &WordLists) -> Option<&'w str> {
    let host = ["lah", "kah", "pun"].iter().find_map(|clitic| lower.strip_suffix(clitic))?;
    takes(host, lower, shape, lists).then_some(host)
}

fn pronoun_host<'w>(lower: &'w str, shape: Shape, lists: &WordLists) -> Option<&'w str> {
    if let Some(host) = lower.strip_suffix("nya") {
        return (host.len() > 1 && !lists.keeps_nya(lower)).then_some(host);
    }
    let host = ["ku", "mu"].iter().find_map(|clitic| lower.strip_suffix(clitic))?;
    takes(host, lower, shape, lists).then_some(host)
}

/// A word written large may be a name ("Abdullah"), so it takes a clitic only where its host is known.
fn takes(host: &str, lower: &str, shape: Shape, lists: &WordLists) -> bool {
    match shape {
        Shape::Small => host.len() > 1 && !lists.keeps_particle(lower),
        Shape::Capitalised => lists.is_host(host) && !lists.keeps_particle(lower),
        Shape::Other => false,
    }
}
