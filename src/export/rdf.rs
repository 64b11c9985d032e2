//! The graph as RDF, shared by Turtle and JSON-LD.
//!
//! Propositions are `schema:Claim`s, articles `schema:NewsArticle`s, acts of saying `prov:Activity`s. Nothing that a party
//! says is asserted: a transfer is a description whose sides hang on it by `sg:describedGiver` and `sg:describedRecipient`,
//! and each view of it is an `sg:Stance` of its own; what `schema:Claim`s say stays in their text.

use super::flat;
use crate::graph::{Code, Evidence, KnowledgeGraph, Node, NodeId, Relation, Stance};

/// The prefixes of all names.
pub const PREFIXES: &[(&str, &str)] = &[
    ("id", "urn:sanggah:id:"),
    ("sg", "urn:sanggah:vocabulary:"),
    ("schema", "https://schema.org/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What a property leads to.
pub(super) enum Object {
    /// A prefixed name.
    Name(String),
    /// Words in Indonesian.
    Words(String),
    /// A text in no language: a code, an address.
    Plain(String),
    /// A whole number.
    Number(usize),
    /// A day, as 2024-05-31.
    Day(String),
}

/// A resource with its classes and properties; properties of one name may stand several times.
pub(super) struct Resource {
    /// Its prefixed name.
    pub name: String,
    /// Prefixed names of classes.
    pub classes: Vec<&'static str>,
    /// Prefixed names and objects.
    pub properties: Vec<(&'static str, Object)>,
}

/// A graph as resources: one for each node, then those of its stances and offices.
pub(super) fn resources(graph: &KnowledgeGraph) -> impl Iterator<Item = Resource> {
    graph.nodes().iter().flat_map(move |(id, node)| {
        let mut found = vec![node_resource(graph, *id, node)];
        if let Node::Transfer(transfer) = node {
            found.extend(transfer.stances.iter().enumerate().map(|(number, it)| stance(*id, number, it)));
        }
        let offices = graph.edges_from(*id).iter().enumerate();
        found.extend(offices.filter_map(|(number, edge)| office(*id, number, edge)));
        found
    })
}

fn node_resource(graph: &KnowledgeGraph, id: NodeId, node: &Node) -> Resource {
    let mut of = Resource { name: name(id), classes: classes(node), properties: Vec::new() };
    of.add("rdfs:label", Object::Words(flat::label(node)));
    match node {
        Node::Actor(actor) => {
            of.add("schema:name", Object::Words(actor.name.clone()));
            of.add("sg:kind", Object::Plain(actor.kind.code().to_owned()));
            actor.aliases.iter().for_each(|alias| of.add("schema:alternateName", Object::Words(alias.clone())));
            actor.iso.iter().for_each(|iso| of.add("schema:identifier", Object::Plain(iso.clone())));
        }
        Node::Statement(statement) => {
            of.add("sg:kind", Object::Plain(statement.kind.code().to_owned()));
            of.add("schema:text", Object::Words(statement.content.text.clone()));
            statement.cue.iter().for_each(|cue| of.add("sg:cue", Object::Words(cue.text.clone())));
            statement.content_is.iter().for_each(|it| of.add("sg:contentIs", Object::Plain(it.code().to_owned())));
            statement.date.iter().for_each(|date| of.add("prov:endedAtTime", Object::Day(date.last.to_string())));
            of.add("sg:rule", Object::Plain(statement.rule.clone()));
            of.evidence(&statement.evidence);
        }
        Node::Proposition(proposition) => {
            of.add("schema:text", Object::Words(proposition.text.clone()));
            of.add("sg:independentSources", Object::Number(proposition.sources));
            of.add("sg:articles", Object::Number(proposition.articles));
        }
        Node::Transfer(transfer) => {
            of.add("sg:category", Object::Plain(transfer.category.code().to_owned()));
            transfer.items.iter().for_each(|item| of.add("sg:item", Object::Words(item.clone())));
            transfer.quantities.iter().for_each(|it| of.add("sg:quantity", Object::Words(it.clone())));
            transfer.date.iter().for_each(|date| {
                of.add("sg:firstDay", Object::Day(date.first.to_string()));
                of.add("sg:lastDay", Object::Day(date.last.to_string()));
            });
            of.add("sg:status", Object::Plain(transfer.status.code().to_owned()));
            (0..transfer.stances.len())
                .for_each(|number| of.add("sg:stance", Object::Name(part(id, "stance", number))));
        }
        Node::Article(article) => {
            article.title.iter().for_each(|title| of.add("schema:headline", Object::Words(title.clone())));
            of.add("schema:name", Object::Plain(article.name.clone()));
            article.publisher.iter().for_each(|it| of.add("schema:publisher", Object::Plain(it.clone())));
            article.date.iter().for_each(|date| of.add("schema:datePublished", Object::Day(date.to_string())));
            article.url.iter().for_each(|url| of.add("schema:url", Object::Plain(url.clone())));
            article.echo_of.iter().for_each(|first| of.add("sg:echoOf", Object::Name(name(*first))));
        }
    }
    links(graph, id, &mut of);
    of
}

fn classes(node: &Node) -> Vec<&'static str> {
    use crate::extract::ActorKind;
    match node {
        Node::Actor(actor) => match actor.kind {
            ActorKind::Country => vec!["prov:Agent", "schema:Country"],
            ActorKind::Organisation => vec!["prov:Agent", "schema:Organization"],
            ActorKind::Person => vec!["prov:Agent", "schema:Person"],
            ActorKind::Group => vec!["prov:Agent", "sg:Group"],
            ActorKind::Place => vec!["schema:Place"],
        },
        Node::Statement(_) => vec!["prov:Activity", "sg:Statement"],
        Node::Proposition(_) => vec!["schema:Claim"],
        Node::Transfer(_) => vec!["sg:DescribedTransfer"],
        Node::Article(_) => vec!["prov:Entity", "schema:NewsArticle"],
    }
}

/// The links of a node, those of actors read from the statement or transfer at the other end.
fn links(graph: &KnowledgeGraph, id: NodeId, of: &mut Resource) {
    for edge in graph.edges_from(id) {
        let property = match edge.relation {
            Relation::Target => "sg:target",
            Relation::Content(crate::graph::Sense::Affirms) => "sg:affirms",
            Relation::Content(crate::graph::Sense::Rejects) => "sg:rejects",
            Relation::Answers(_) => "sg:answers",
            Relation::About(_) => "sg:about",
            Relation::Recipient => "sg:describedRecipient",
            Relation::ReportedIn => "sg:reportedIn",
            Relation::Source | Relation::Speaker | Relation::Giver | Relation::Role(_) => continue,
        };
        of.add(property, Object::Name(name(edge.to)));
    }
    for edge in graph.edges_to(id) {
        let property = match edge.relation {
            Relation::Source => "prov:wasAssociatedWith",
            Relation::Speaker => "sg:speaker",
            Relation::Giver => "sg:describedGiver",
            _ => continue,
        };
        of.add(property, Object::Name(name(edge.from)));
    }
}

fn stance(transfer: NodeId, number: usize, stance: &Stance) -> Resource {
    let mut of = Resource { name: part(transfer, "stance", number), classes: vec!["sg:Stance"], properties: vec![] };
    let holder = stance.holder.map_or_else(|| "sg:writer".to_owned(), name);
    of.add("sg:holder", Object::Name(holder));
    of.add("sg:value", Object::Plain(stance.value.code().to_owned()));
    stance.date.iter().for_each(|date| of.add("sg:day", Object::Day(date.to_string())));
    stance.statement.iter().for_each(|it| of.add("prov:wasDerivedFrom", Object::Name(name(*it))));
    of.add("sg:rule", Object::Plain(stance.rule.clone()));
    of.evidence(&stance.evidence);
    of
}

fn office(holder: NodeId, number: usize, edge: &crate::graph::Edge) -> Option<Resource> {
    let Relation::Role(role) = &edge.relation else { return None };
    let mut of = Resource { name: part(holder, "role", number), classes: vec!["schema:Role"], properties: vec![] };
    of.add("sg:holder", Object::Name(name(holder)));
    of.add("sg:of", Object::Name(name(edge.to)));
    role.office.iter().for_each(|office| of.add("schema:roleName", Object::Words(office.clone())));
    of.add("sg:articles", Object::Number(role.articles));
    of.evidence(&role.evidence);
    Some(of)
}

impl Resource {
    fn add(&mut self, property: &'static str, object: Object) {
        self.properties.push((property, object));
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.add("prov:wasQuotedFrom", Object::Name(name(evidence.article)));
        self.add("sg:start", Object::Number(evidence.span.start));
        self.add("sg:end", Object::Number(evidence.span.end));
        self.add("sg:sentence", Object::Words(evidence.sentence.clone()));
    }
}

fn name(id: NodeId) -> String {
    format!("id:{id}")
}

fn part(id: NodeId, sort: &str, number: usize) -> String {
    format!("id:{id}-{sort}-{number}")
}
