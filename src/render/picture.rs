//! A view drawn: what svg, png and html share.

use super::actors;
use super::draw::{Entry, Pen, arrow, block, label};
use super::evidence::{Evidence, proofs};
use super::layout::{self, Direction, Layout, Size};
use super::note;
use super::options::{Options, View};
use super::scene::{Arrow, Scene, Shape, capitalised};
use super::select::select;
use super::story;
use super::text::Fonts;
use super::timeline;
use super::web::{Look, Thing, Web};
use super::words;
use crate::graph::{Code, KnowledgeGraph, NodeId};
use std::collections::{BTreeMap, BTreeSet};

/// Where links of the picture lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// To the articles on the web, where their address is known.
    Articles,
    /// To the evidence in the same page.
    Page,
}

/// A view drawn, without heading and legend.
#[derive(Clone, Debug, Default)]
pub(super) struct Picture {
    /// SVG elements, beginning at the origin.
    pub(super) body: String,
    pub(super) size: Size,
    pub(super) legend: Vec<(Entry, String)>,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// Where it comes from and what it leaves out.
    pub(super) notes: Vec<String>,
    /// The picture in words.
    pub(super) description: String,
}

/// Draws a view.
pub(super) fn picture(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts, links: Links) -> Picture {
    let whole = web(graph, options.view);
    let selected = select(graph, &whole, options);
    let mut picture = match options.view {
        View::Story | View::Actors => draw(graph, &selected.shown, fonts, (options, links)),
        View::Timeline => timeline::timeline(graph, &selected.shown, fonts, (options, links)),
    };
    head(graph, &selected.shown, options, &mut picture);
    picture.notes.extend(note::choice(graph, &whole, &selected, options));
    picture
}

/// Everything that a view could show.
pub(super) fn web(graph: &KnowledgeGraph, view: View) -> Web {
    match view {
        View::Story | View::Timeline => story::story(graph),
        View::Actors => actors::actors(graph),
    }
}

fn draw(graph: &KnowledgeGraph, web: &Web, fonts: &Fonts, (options, links): (&Options, Links)) -> Picture {
    let mut scene = Scene::new(graph, web, fonts, options);
    scene.make_room();
    let layout = lay_out(&scene);
    let mut pen = Pen::default();
    let proofs: Vec<Evidence> =
        scene.arrows.iter().map(|arrow| proofs(graph, &scene, arrow, options.language)).collect();
    for labels in [false, true] {
        for (index, link) in scene.arrows.iter().enumerate() {
            if labels && link.label_size.is_none() {
                continue;
            }
            let name = open_link(&mut pen, &scene, link, &proofs[index], links);
            match layout.links[index].label {
                Some(centre) if labels => label(&mut pen, fonts, link, centre),
                _ => arrow(&mut pen, link.look, &layout.links[index]),
            }
            pen.close(name);
        }
    }
    for (index, centre) in layout.boxes.iter().enumerate() {
        block(&mut pen, fonts, &scene.blocks[index], (*centre, links));
    }
    let description = proofs.iter().map(|proof| proof.told.as_str()).collect::<Vec<_>>().join(" ");
    Picture {
        body: pen.finish(),
        size: layout.size,
        legend: legend(&scene, options),
        description,
        ..Picture::default()
    }
}

/// Both directions are tried; the one that fits a screen better is taken.
fn lay_out(scene: &Scene) -> Layout {
    let input = scene.input();
    let aspect = 1.45;
    let options = |direction| layout::Options { direction, gap: 24.0, rank_gap: 44.0, aspect };
    let right = layout::lay_out(&input, &options(Direction::Right));
    let down = layout::lay_out(&input, &options(Direction::Down));
    let frame = |layout: &Layout| (layout.size.width / aspect).max(layout.size.height);
    if frame(&down) < frame(&right) * 0.8 { down } else { right }
}

/// Opens the element that holds a link or its label, and says which it is.
pub(super) fn open_link(pen: &mut Pen, scene: &Scene, arrow: &Arrow, proof: &Evidence, links: Links) -> &'static str {
    let class = format!("e {}", arrow.look.code());
    let (from, to) = (scene.blocks[arrow.from].id.to_string(), scene.blocks[arrow.to].id.to_string());
    let mut attributes = vec![("class", class.as_str()), ("data-from", from.as_str()), ("data-to", to.as_str())];
    attributes.push(("aria-label", &proof.told));
    let of = arrow.rests_on(scene);
    let target = match links {
        Links::Page => {
            attributes.push(("data-of", &of));
            of.split(' ').next().map(|first| format!("#{first}"))
        }
        Links::Articles => proof.link.clone(),
    };
    let name = if let Some(target) = &target {
        attributes.push(("href", target));
        "a"
    } else {
        "g"
    };
    pen.open(name, &attributes);
    pen.words("title", &[], &proof.hover);
    name
}

/// The entries of the legend for what a scene shows.
pub(super) fn legend(scene: &Scene, options: &Options) -> Vec<(Entry, String)> {
    let language = options.language;
    let shapes = scene.blocks.iter().filter_map(|block| match block.shape {
        Shape::Actor(kind) => Some((Entry::Actor(kind), capitalised(kind.label(language)))),
        Shape::Transfer(status) => Some((Entry::Status(status), capitalised(status.label(language)))),
        Shape::Proposition(_) | Shape::Words(_) => None,
    });
    let shapes: BTreeSet<(Entry, String)> = shapes.collect();
    let looks: BTreeSet<Look> = scene.arrows.iter().map(|arrow| arrow.look).collect();
    let looks = Look::ALL.into_iter().filter(|look| looks.contains(look));
    let looks = looks.map(|look| (Entry::Look(look), capitalised(words::meaning(look, language))));
    looks.chain(shapes).collect()
}

/// Fills in title, date span and sources.
fn head(graph: &KnowledgeGraph, shown: &Web, options: &Options, picture: &mut Picture) {
    let language = options.language;
    picture.title = options.title.clone().unwrap_or_else(|| foremost(graph, shown));
    let mut subtitle = vec![words::view(options.view, language).to_owned()];
    let articles: BTreeSet<NodeId> = articles(graph, shown);
    let dates: BTreeSet<_> = articles.iter().filter_map(|id| graph.article(*id)?.date).collect();
    if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
        subtitle.push(words::days(*first, *last, language));
    }
    let noun = match articles.len() {
        1 => words::either(language, "artikel", "article"),
        _ => words::either(language, "artikel", "articles"),
    };
    subtitle.push(format!("{} {noun}", articles.len()));
    picture.subtitle = subtitle.join(" · ");
    picture.notes.extend(note::sources(graph, &articles, language));
    picture.description = format!("{}. {}", picture.subtitle, picture.description);
}

/// The names of the three actors with the most ties.
fn foremost(graph: &KnowledgeGraph, web: &Web) -> String {
    let mut ties: BTreeMap<NodeId, usize> = BTreeMap::new();
    for ((from, to, _), statements) in &web.ties {
        for end in [from, to] {
            if web.things.get(end) == Some(&Thing::Actor) {
                *ties.entry(*end).or_default() += statements.len().max(1);
            }
        }
    }
    let mut ranked: Vec<(usize, NodeId)> = ties.into_iter().map(|(id, count)| (count, id)).collect();
    ranked.sort_by(|one, two| two.0.cmp(&one.0).then(one.1.cmp(&two.1)));
    let names = ranked.iter().filter_map(|(_, id)| Some(graph.actor(*id)?.name.clone()));
    names.take(3).collect::<Vec<_>>().join(" · ")
}

/// The articles that what is shown rests on.
fn articles(graph: &KnowledgeGraph, web: &Web) -> BTreeSet<NodeId> {
    let statements = web.ties.values().flatten().filter_map(|id| graph.statement(*id));
    let of_statements = statements.map(|statement| statement.evidence.article);
    let transfers = web.things.keys().chain(web.ties.values().flatten()).filter_map(|id| graph.transfer(*id));
    let of_transfers = transfers.flat_map(|transfer| transfer.stances.iter().map(|stance| stance.evidence.article));
    of_statements.chain(of_transfers).collect()
}
