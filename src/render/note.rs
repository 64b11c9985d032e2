//! What stands under a picture: where it comes from, and how what it shows was chosen.

use super::options::{Options, View};
use super::select::Selected;
use super::web::{Look, Web};
use super::words::either;
use crate::graph::{Code, KnowledgeGraph, Language, NodeId};
use std::collections::{BTreeMap, BTreeSet};

/// So many publishers are named, those of most articles.
const NAMED: usize = 10;

/// The publishers of the articles; none where no article names one.
pub(super) fn sources(graph: &KnowledgeGraph, articles: &BTreeSet<NodeId>, language: Language) -> Option<String> {
    let mut publishers: BTreeMap<&str, usize> = BTreeMap::new();
    for id in articles {
        if let Some(publisher) = graph.article(*id).and_then(|article| article.publisher.as_deref()) {
            *publishers.entry(publisher).or_default() += 1;
        }
    }
    let mut ranked: Vec<(&str, usize)> = publishers.into_iter().collect();
    ranked.sort_by(|one, two| two.1.cmp(&one.1).then(one.0.cmp(two.0)));
    let mut names: Vec<String> = ranked.iter().take(NAMED).map(|(name, count)| format!("{name} ({count})")).collect();
    if let more @ 1.. = ranked.len().saturating_sub(NAMED) {
        names.push(match language {
            Language::English => format!("and {more} more"),
            Language::Indonesian => format!("dan {more} lagi"),
        });
    }
    (!names.is_empty()).then(|| format!("{}: {}", either(language, "Sumber", "Sources"), names.join(", ")))
}

/// How much of the whole is shown and how it was chosen; none where everything is shown.
pub(super) fn choice(graph: &KnowledgeGraph, whole: &Web, selected: &Selected, options: &Options) -> Option<String> {
    let counted = |web: &Web| count(web, options.view);
    let (whole, asked, shown) = (counted(whole), counted(&selected.asked), counted(&selected.shown));
    if shown == whole {
        return None;
    }
    let language = options.language;
    let what = match options.view {
        View::Story | View::Actors => either(language, "kotak", "boxes"),
        View::Timeline => either(language, "pernyataan", "statements"),
    };
    let filters = filters(graph, options).join(", ");
    let cut = shown < asked;
    let told = match (language, filters.is_empty()) {
        (_, true) => salience(options.view, language).to_owned(),
        (Language::English, false) if cut => format!("of the {asked} {filters}, {}", salience(options.view, language)),
        (Language::Indonesian, false) if cut => format!("dari {asked} {filters}, {}", salience(options.view, language)),
        (Language::English, false) => format!("those {filters}"),
        (Language::Indonesian, false) => filters,
    };
    Some(match language {
        Language::English => format!("Shows {shown} of {whole} {what}: {told}."),
        Language::Indonesian => format!("Memuat {shown} dari {whole} {what}: {told}."),
    })
}

/// What comes first where not everything has room.
fn salience(view: View, language: Language) -> &'static str {
    match view {
        View::Story | View::Timeline => either(
            language,
            "lebih dulu yang diperselisihkan, lalu yang paling banyak dituduhkan, dibantah, dan dibicarakan",
            "first what is contested, then what is most alleged, denied and spoken of",
        ),
        View::Actors => either(
            language,
            "pasangan yang paling banyak menuduh, membantah, memberi, dan berbicara satu tentang yang lain",
            "the pairs that most accuse, deny, supply and speak of one another",
        ),
    }
}

/// The filters that the options set, in words.
fn filters(graph: &KnowledgeGraph, options: &Options) -> Vec<String> {
    let language = options.language;
    let mut filters = Vec::new();
    if !options.focus.is_empty() {
        let names: BTreeSet<&str> =
            options.focus.iter().filter_map(|id| Some(graph.actor(*id)?.name.as_str())).collect();
        let names = if names.is_empty() {
            either(language, "yang dipilih", "what was chosen").to_owned()
        } else {
            names.into_iter().collect::<Vec<_>>().join(", ")
        };
        let hops = options.hops;
        filters.push(match (language, hops) {
            (Language::English, 1) => format!("within 1 step of {names}"),
            (Language::English, _) => format!("within {hops} steps of {names}"),
            (Language::Indonesian, _) => format!("yang paling jauh {hops} langkah dari {names}"),
        });
    }
    if let Some(about) = &options.about {
        filters.push(match language {
            Language::English => format!("with “{about}” in it or beside it"),
            Language::Indonesian => format!("yang memuat “{about}” atau bersebelahan dengannya"),
        });
    }
    if let Some(status) = options.status {
        let status = status.label(language);
        filters.push(match language {
            Language::English => format!("{status} or beside what is"),
            Language::Indonesian => format!("yang {status} atau bersebelahan dengannya"),
        });
    }
    filters
}

/// How many boxes a view has, or statements for one that has lanes.
fn count(web: &Web, view: View) -> usize {
    if view != View::Timeline {
        return web.things.len();
    }
    let said = web.ties.iter().filter(|((_, _, look), _)| *look != Look::Towards);
    said.flat_map(|(_, statements)| statements).collect::<BTreeSet<_>>().len()
}
