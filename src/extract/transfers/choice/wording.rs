//! What a sentence says of who gives and who receives, read word by word by a recurrent network: what the words do in
//! their order no list of features holds.
//!
//! Each sentence that tells of something passing is read once for each word of passing; for each party in it, and for
//! nobody, the network is asked whether they give, receive, do both or neither.

use super::super::Telling;
use super::evidence::Evidence;
use super::{Sheet, Side};
use crate::extract::ActorId;
use crate::extract::excerpt::Asked;
use crate::extract::rough::odds_reached;
use crate::language::models::recurrent::{Network, Question, Sequence, Shape, Step, Vocabulary};
use crate::language::models::{ModelError, ModelFile, ModelKind};
use crate::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many tokens on either side of the word of passing are read, within its sentence.
const AROUND: usize = 35;

/// The marks of a token, each of them twice: outside a statement and inside. A party has one of six.
const PLAIN: usize = 0;
const PASSING: usize = 1;
const ITEM: usize = 2;
const PARTY: usize = 3;
const INSIDE: usize = 9;
/// How many there are.
const MARKS: usize = 2 * INSIDE;

/// The labels are: neither, gives, receives, both.
pub(super) const SHAPE: Shape = Shape { marks: MARKS, labels: 4 };

/// The network of this program.
pub(super) fn embedded() -> Result<Network, ModelError> {
    let file = ModelFile::read(include_bytes!("../../../../data/model/passings.bin"), ModelKind::Passings)?;
    Network::from_bytes(file.weights, SHAPE)
}

/// A party, or nobody, and where it stands among the tokens that are read.
struct Place {
    party: Option<ActorId>,
    tokens: Range<usize>,
    /// What is known of it.
    name: String,
}

/// How sure the network is of each party on either side, at best over all sentences; those that are not named together
/// with a word of passing are missing.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    sides: BTreeMap<Option<ActorId>, [f32; 2]>,
}

impl Side {
    /// The label of who is on this side alone.
    pub(super) fn label(self) -> usize {
        match self {
            Self::Giver => 1,
            Self::Recipient => 2,
        }
    }
}

impl Seen {
    /// What `network` makes of the tellings of `evidence`.
    pub(super) fn of(evidence: &Evidence<'_, '_>, network: &Network) -> Self {
        let mut seen = Self::default();
        for telling in &evidence.tellings {
            let Asked { sequence, parties } = evidence.asked(telling, &network.vocabulary);
            for (party, scores) in parties.into_iter().zip(network.scores(&sequence)) {
                let sides = seen.sides.entry(party).or_insert([f32::NEG_INFINITY; 2]);
                for (side, best) in [Side::Giver, Side::Recipient].into_iter().zip(sides) {
                    *best = best.max(odds(&scores, side));
                }
            }
        }
        seen
    }

    /// The features of a party on a side, whose tellings `own` counts.
    pub(super) fn add(&self, sheet: &mut Sheet, party: Option<ActorId>, side: Side, own: &str) {
        let Some(odds) = self.sides.get(&party).map(|sides| sides[side.label() - 1]) else {
            return sheet.add(&["unread", own]);
        };
        odds_reached(odds).for_each(|name| sheet.add(&["read", name]));
        sheet.add(&["read own", odds_reached(odds).next_back().unwrap_or_default(), own]);
    }
}

/// How much more a side has than not, as far as its likeliest labels tell.
fn odds(scores: &[f32], side: Side) -> f32 {
    let best = |on: bool| {
        let labels = scores.iter().enumerate().filter(|(label, _)| (label & side.label() > 0) == on);
        labels.map(|(_, score)| *score).fold(f32::NEG_INFINITY, f32::max)
    };
    best(true) - best(false)
}

impl Evidence<'_, '_> {
    /// What is asked about the sentence of `telling`.
    pub(super) fn asked(&self, telling: &Telling, vocabulary: &Vocabulary) -> Asked {
        let document = self.scan.document;
        let sentence = document.sentence_tokens(telling.trigger.start);
        let from = sentence.start.max(telling.trigger.start.saturating_sub(AROUND));
        let to = sentence.end.min(telling.trigger.end + AROUND);
        let within = |tokens: &Range<usize>| tokens.start.clamp(from, to) - from..tokens.end.clamp(from, to) - from;
        let tokens_of = |span: &Span| within(&(document.token_at(span.start)..document.token_at(span.end)));
        let mut marks = vec![PLAIN; to - from];
        let passing = within(&telling.trigger);
        let mut places = vec![Place { party: None, tokens: passing.clone(), name: "nobody".to_owned() }];
        for (actor, tokens) in self.named_in(from..to) {
            let (tokens, mark) = (within(&tokens), self.mark(actor, telling));
            marks[tokens.clone()].fill(mark);
            places.push(Place { party: Some(actor), tokens, name: format!("party.{mark}") });
        }
        telling.told.items.iter().for_each(|item| marks[tokens_of(item)].fill(ITEM));
        marks[passing.clone()].fill(PASSING);
        for statement in telling.statements(self.scene) {
            marks[tokens_of(&statement.content)].iter_mut().for_each(|mark| *mark = *mark % INSIDE + INSIDE);
        }
        let step = |(i, mark)| Step { rows: vocabulary.of(document.lower(i)), mark };
        let steps: Vec<Step> = (from..to).zip(marks).map(step).collect();
        let (row, _) = self.scan.tables.word(telling.row);
        let known = |what: &str| [row, self.category.name(), what].map(|name| vocabulary.of_cue(name)).to_vec();
        let question = |place: &Place| {
            let (about, cue) = (place.tokens.clone(), passing.clone());
            let among = about.start.min(cue.start)..about.end.max(cue.end);
            Question { about, among, cue, rows: known(&place.name) }
        };
        let questions = places.iter().map(question).collect();
        Asked { sequence: Sequence { steps, questions }, parties: places.iter().map(|place| place.party).collect() }
    }

    /// Who is named among `tokens`, and where.
    fn named_in(&self, tokens: Range<usize>) -> Vec<(ActorId, Range<usize>)> {
        let inside = |at: &&Range<usize>| at.start >= tokens.start && at.end <= tokens.end && !at.is_empty();
        let of =
            |actor: &ActorId| self.mentions_of(*actor).iter().filter(inside).map(|at| (*actor, at.clone())).collect();
        self.candidates.iter().flat_map(|actor| -> Vec<_> { of(actor) }).collect()
    }

    /// The mark of a party: the side that the rules find for it, and whether it is the one who tells.
    fn mark(&self, actor: ActorId, telling: &Telling) -> usize {
        let side = |side: Side| side.of(telling).contains(&actor);
        let by_rule = if side(Side::Giver) { 1 } else { 2 * usize::from(side(Side::Recipient)) };
        let tells = telling.statements(self.scene).any(|statement| statement.source.contains(&actor));
        PARTY + by_rule + 3 * usize::from(tells)
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, odds};

    #[test]
    fn who_does_both_is_on_either_side() {
        let near = |scores: [f32; 4], giver: f32, recipient: f32| {
            let found = [Side::Giver, Side::Recipient].map(|side| odds(&scores, side));
            assert!((found[0] - giver).abs() < 1e-6 && (found[1] - recipient).abs() < 1e-6, "{found:?}");
        };
        near([0.0, 2.0, -1.0, -3.0], 2.0, -3.0);
        near([0.0, 0.0, 0.0, 5.0], 5.0, 5.0);
    }
}
