//! What a link rests on, in words.

use super::scene::{Arrow, Scene};
use super::words;
use crate::graph::{self, KnowledgeGraph, Language, NodeId, Relation};
use std::fmt::Write as _;

/// What a link rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// The link as one sentence.
    pub(super) told: String,
    /// The sentence with its article and place.
    pub(super) hover: String,
    /// The place on the web, where its address is known.
    pub(super) link: Option<String>,
}

/// Quoted at most so long in a picture.
const QUOTED: usize = 320;

/// What an arrow of a scene rests on.
pub(super) fn proofs(graph: &KnowledgeGraph, scene: &Scene, arrow: &Arrow, language: Language) -> Evidence {
    let (from, to) = (&scene.blocks[arrow.from], &scene.blocks[arrow.to]);
    let told = format!("{} {}: {}.", from.hover, words::meaning(arrow.look, language), to.hover);
    let mut hover = told.clone();
    let mut link = None;
    let ends = [from.id, to.id];
    let rests_on = arrow.statements.iter().copied().chain(ends);
    let places: Vec<&graph::Evidence> = rests_on.filter_map(|id| place(graph, id)).collect();
    for evidence in places.iter().take(2) {
        let (quoted, source) = (shortened(&evidence.sentence), cited(graph, evidence.article, language));
        hover = format!("{hover} “{quoted}” ({source})");
    }
    if let Some(evidence) = places.first() {
        link = graph.article(evidence.article).and_then(|article| address(article.url.as_deref()?, &evidence.sentence));
    }
    for speaker in speakers(graph, &arrow.statements) {
        hover = format!("{hover} {} {speaker}.", words::either(language, "Disampaikan", "Voiced by"));
    }
    Evidence { told, hover, link }
}

fn speakers<'a>(graph: &'a KnowledgeGraph, statements: &[NodeId]) -> Vec<&'a str> {
    let edges = statements.iter().flat_map(|id| graph.edges_to(*id)).filter(|edge| edge.relation == Relation::Speaker);
    let mut names: Vec<&str> = edges.filter_map(|edge| Some(graph.actor(edge.from)?.name.as_str())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The sentence that a statement, or the first stance on a transfer, rests on.
fn place(graph: &KnowledgeGraph, id: NodeId) -> Option<&graph::Evidence> {
    let of_transfer = || Some(&graph.transfer(id)?.stances.first()?.evidence);
    graph.statement(id).map(|statement| &statement.evidence).or_else(of_transfer)
}

/// The article as a reader cites it.
pub(super) fn cited(graph: &KnowledgeGraph, id: NodeId, language: Language) -> String {
    let Some(article) = graph.article(id) else { return String::new() };
    let mut parts = vec![article.publisher.clone().unwrap_or_else(|| article.name.clone())];
    parts.extend(article.date.map(|date| words::day(date, language)));
    parts.join(", ")
}

fn shortened(sentence: &str) -> String {
    let kept: String = sentence.chars().take(QUOTED).collect();
    if kept.len() < sentence.len() { format!("{}…", kept.trim_end()) } else { kept }
}

/// An address on the web that leads to the sentence; other kinds of address are not followed.
fn address(url: &str, sentence: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    if !lower.starts_with("https://") && !lower.starts_with("http://") {
        return None;
    }
    if url.contains('#') {
        return Some(url.to_owned());
    }
    let words: Vec<&str> = sentence.split_whitespace().take(6).collect();
    Some(format!("{url}#:~:text={}", encoded(&words.join(" "))))
}

/// Percent-encoded for a text fragment, in which `-` and `,` have a meaning of their own.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_on_the_web_are_followed() {
        let cases = [
            ("https://a.id/x", Some("https://a.id/x#:~:text=AS%20berkata%2C")),
            ("https://a.id/x#y", Some("https://a.id/x#y")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
        ];
        for (url, expected) in cases {
            assert_eq!(address(url, "AS berkata,").as_deref(), expected, "{url}");
        }
    }
}
