//! A person's corrections, which survive every rebuild: TOML that names an article and words of the sentence.
//!
//! ```toml
//! [[statement]]                 # every statement of this article whose sentence holds these words
//! article = "nama-berkas"       # the article's name or id
//! evidence = "membantah tuduhan"
//! drop = true                   # or any of: kind = "claim", source = ["Rusia"], target = []
//!
//! [[transfer]]                  # every transfer with a view whose sentence holds these words
//! article = "nama-berkas"
//! evidence = "mengirim beras"
//! holder = "Rusia"              # whose view is set; without it, the writer's
//! stance = "denied"             # or drop = true
//!
//! [[same]]                      # names that mean one actor, the first of them its name
//! names = ["Komisi Pemberantasan Korupsi", "Lembaga Antirasuah"]
//!
//! [[different]]                 # a name that in this article means somebody of his own
//! name = "Rina Wati"
//! article = "nama-berkas"
//!
//! [[prefer]]                    # the name that an actor is shown by
//! name = "KPK"
//! of = "Komisi Pemberantasan Korupsi"
//! ```
//!
//! A correction that matches nothing changes nothing, and is told.

use super::code::Code;
use super::facts::{ActorFact, Facts, StanceFact, StatementFact, TransferFact};
use super::lexicon::GraphLexicon;
use super::text::normal;
use crate::extract::{ActorKind, ContentIs, StanceValue, StatementKind};
use serde::Deserialize;

/// What a person corrects.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    #[serde(default)]
    statement: Vec<StatementCorrection>,
    #[serde(default)]
    transfer: Vec<TransferCorrection>,
    #[serde(default)]
    pub(super) same: Vec<Same>,
    #[serde(default)]
    pub(super) different: Vec<Different>,
    #[serde(default)]
    pub(super) prefer: Vec<Prefer>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementCorrection {
    article: String,
    evidence: String,
    #[serde(default)]
    drop: bool,
    #[serde(default, deserialize_with = "code")]
    kind: Option<StatementKind>,
    source: Option<Vec<String>>,
    target: Option<Vec<String>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TransferCorrection {
    article: String,
    evidence: String,
    #[serde(default)]
    drop: bool,
    holder: Option<String>,
    #[serde(default, deserialize_with = "code")]
    stance: Option<StanceValue>,
}

/// Names that mean one actor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Same {
    pub names: Vec<String>,
}

/// A name that means somebody of his own in one article.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Different {
    pub name: String,
    pub article: String,
}

/// The name that an actor is shown by.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prefer {
    pub name: String,
    pub of: String,
}

fn code<'de, T: Code, D: serde::Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    super::coded::deserialize(from).map(Some)
}

/// Why corrections could not be read.
#[derive(Debug)]
pub struct CorrectionsError(toml::de::Error);

impl std::fmt::Display for CorrectionsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "these are no corrections: {}", self.0)
    }
}

impl std::error::Error for CorrectionsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl Corrections {
    /// Reads corrections.
    pub fn parse(text: &str) -> Result<Self, CorrectionsError> {
        toml::from_str(text).map_err(CorrectionsError)
    }

    /// Whether any of them may touch this article's statements or transfers.
    pub(super) fn concern(&self, facts: &Facts) -> bool {
        let mut articles =
            self.statement.iter().map(|it| &it.article).chain(self.transfer.iter().map(|it| &it.article));
        articles.any(|article| facts.is_called(article))
    }

    /// Corrects the statements and transfers of an article.
    pub(super) fn apply(&self, facts: &mut Facts, lexicon: &GraphLexicon) {
        for correction in &self.statement {
            if facts.is_called(&correction.article) {
                correction.apply(facts, lexicon);
            }
        }
        for correction in &self.transfer {
            if facts.is_called(&correction.article) {
                correction.apply(facts, lexicon);
            }
        }
    }
}

/// Corrections that match nothing in these articles, each in words.
pub(super) fn idle(corrections: &Corrections, facts: &[&Facts]) -> Vec<String> {
    let mut idle = Vec::new();
    let of = |article: &str| facts.iter().filter(|it| it.is_called(article)).copied().collect::<Vec<_>>();
    for it in &corrections.statement {
        let told = |facts: &&Facts| facts.statements.iter().any(|s| s.evidence.text.contains(&it.evidence));
        if !of(&it.article).iter().any(told) {
            idle.push(format!("[[statement]] article \"{}\", evidence \"{}\"", it.article, it.evidence));
        }
    }
    for it in &corrections.transfer {
        let told = |view: &StanceFact| view.evidence.text.contains(&it.evidence);
        let any = |facts: &&Facts| facts.transfers.iter().flat_map(|transfer| &transfer.stances).any(told);
        if !of(&it.article).iter().any(any) {
            idle.push(format!("[[transfer]] article \"{}\", evidence \"{}\"", it.article, it.evidence));
        }
    }
    let known = |facts: &Facts, name: &str| facts.actors.iter().any(|actor| normal(&actor.name) == normal(name));
    for name in corrections.same.iter().flat_map(|it| &it.names) {
        if !facts.iter().any(|facts| known(facts, name)) {
            idle.push(format!("[[same]] name \"{name}\""));
        }
    }
    for it in &corrections.different {
        if !of(&it.article).iter().any(|facts| known(facts, &it.name)) {
            idle.push(format!("[[different]] name \"{}\", article \"{}\"", it.name, it.article));
        }
    }
    idle
}

impl StatementCorrection {
    fn apply(&self, facts: &mut Facts, lexicon: &GraphLexicon) {
        let concerned = |it: &StatementFact| it.evidence.text.contains(&self.evidence);
        if self.drop {
            drop_statements(facts, concerned);
            return;
        }
        let mut actors = |names: &Vec<String>| names.iter().map(|name| actor(facts, name, lexicon)).collect::<Vec<_>>();
        let source = self.source.as_ref().map(&mut actors);
        let target = self.target.as_ref().map(&mut actors);
        for statement in facts.statements.iter_mut().filter(|it| concerned(it)) {
            correct_statement(statement, self.kind, source.as_ref(), target.as_ref());
        }
    }
}

impl TransferCorrection {
    fn apply(&self, facts: &mut Facts, lexicon: &GraphLexicon) {
        let told = |view: &StanceFact| view.evidence.text.contains(&self.evidence);
        let concerned = |it: &TransferFact| it.stances.iter().any(told);
        if self.drop {
            facts.transfers.retain(|it| !concerned(it));
            return;
        }
        let holder = self.holder.as_ref().map(|name| actor(facts, name, lexicon));
        for transfer in facts.transfers.iter_mut().filter(|it| concerned(it)) {
            if let Some(value) = self.stance {
                set_stance(transfer, holder, value, &self.evidence);
            }
        }
    }
}

fn correct_statement(
    statement: &mut StatementFact,
    kind: Option<StatementKind>,
    source: Option<&Vec<usize>>,
    target: Option<&Vec<usize>>,
) {
    statement.corrected = true;
    if let Some(kind) = kind {
        statement.kind = kind;
        // What was no denial before holds its content as its own words; what is none now has no such attribute.
        let words = statement.content_is.unwrap_or(ContentIs::Words);
        statement.content_is = (kind == StatementKind::Denial).then_some(words);
    }
    if let Some(source) = source {
        statement.source.clone_from(source);
    }
    if let Some(target) = target {
        statement.target.clone_from(target);
    }
}

/// Drops statements, and with them the views of transfers that they imply.
fn drop_statements(facts: &mut Facts, drop: impl Fn(&StatementFact) -> bool) {
    let mut kept = 0;
    let mut places = Vec::new();
    for statement in &facts.statements {
        let place = if drop(statement) { None } else { Some(kept) };
        kept += usize::from(place.is_some());
        places.push(place);
    }
    facts.statements.retain(|statement| !drop(statement));
    for transfer in &mut facts.transfers {
        let implied = |own: Option<usize>| own.map(|own| places.get(own).copied().flatten());
        transfer.stances.retain(|stance| implied(stance.statement) != Some(None));
        for stance in &mut transfer.stances {
            stance.statement = implied(stance.statement).flatten();
        }
    }
}

/// Sets the view that a holder has of a transfer, in the sentence of these words.
fn set_stance(transfer: &mut TransferFact, holder: Option<usize>, value: StanceValue, words: &str) {
    transfer.corrected = true;
    let held = transfer.stances.iter_mut().filter(|stance| stance.holder == holder);
    let mut set = false;
    for stance in held {
        stance.value = value;
        set = true;
    }
    let sentence = transfer.stances.iter().find(|stance| stance.evidence.text.contains(words)).cloned();
    if let Some(mut stance) = sentence.filter(|_| !set) {
        (stance.holder, stance.value, stance.statement) = (holder, value, None);
        "correction".clone_into(&mut stance.rule);
        transfer.stances.push(stance);
    }
}

/// The actor of this name in the article, put there where it is new: a country by its name, else an organisation.
fn actor(facts: &mut Facts, name: &str, lexicon: &GraphLexicon) -> usize {
    let wanted = normal(name);
    let iso = lexicon.country(name);
    let called = |actor: &ActorFact| {
        let mut names = [&actor.name].into_iter().chain(&actor.aliases);
        names.any(|name| normal(name) == wanted) || (iso.is_some() && actor.iso.as_deref() == iso)
    };
    if let Some(index) = facts.actors.iter().position(called) {
        return index;
    }
    let kind = if iso.is_some() { ActorKind::Country } else { ActorKind::Organisation };
    facts.actors.push(ActorFact { name: name.to_owned(), kind, aliases: Vec::new(), iso: iso.map(str::to_owned) });
    facts.actors.len() - 1
}
