//! What the words of a statement say of whom it is directed at, read in their order by a recurrent network: who does what
//! to whom no list of features holds.
//!
//! What is said is read once with the words before it; of each party named there, and of nobody, the network is asked
//! whether the statement is directed at them.

use super::Finder;
use super::parties::Party;
use crate::extract::excerpt::{Asked, Excerpt, PLACES, Reach};
use crate::extract::reading::{ActorId, StatementKind};
use crate::language::models::recurrent::{Network, Question, Sequence, Shape, Step, Vocabulary};
use crate::language::models::{ModelError, ModelFile, ModelKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Whom a statement is directed at is often named before it.
const REACH: Reach = Reach { before: 25, behind: 10, said: 70, all: 160 };

/// A token names nobody, the source's own side, others, or those whom the rules find.
pub(super) const SHAPE: Shape = Shape { marks: 4 * PLACES, labels: 2 };

/// The network of this program.
pub(super) fn embedded() -> Result<Network, ModelError> {
    let file = ModelFile::read(include_bytes!("../../../data/model/aims.bin"), ModelKind::Aims)?;
    Network::from_bytes(file.weights, SHAPE)
}

/// The logarithms of the odds that a statement is directed at each party, at best over all places where it is named, and at
/// nobody; those that are not named near it are missing.
pub(super) type Seen = BTreeMap<Option<ActorId>, f32>;

/// What `network` makes of a statement.
pub(super) fn seen(network: &Network, asked: &Asked) -> Seen {
    let mut seen = Seen::new();
    for (party, scores) in asked.parties.iter().zip(network.scores(&asked.sequence)) {
        let odds = scores[1] - scores[0];
        let best = seen.entry(*party).or_insert(odds);
        *best = best.max(odds);
    }
    seen
}

impl Finder<'_, '_, '_> {
    /// What is asked about an act of the kind `kind`; `suggested` is whom the rules find.
    pub(super) fn questions(&self, vocabulary: &Vocabulary, kind: StatementKind, suggested: &[Party]) -> Asked {
        let document = self.setting.document;
        let excerpt = Excerpt::new(document, self.read, REACH);
        let side = |i: usize| match self.setting.party_at(i) {
            None => 0,
            Some((party, _)) if self.own.contains(&party) => 1,
            Some((party, _)) if suggested.contains(&Party::Actor(party)) => 3,
            Some(_) => 2,
        };
        let mark = |i: usize| PLACES * side(i) + excerpt.place(i);
        let step = |i: &usize| Step { rows: vocabulary.of(document.lower(*i)), mark: mark(*i) };
        let cue = self.read.cue_id(self.setting.lexicon);
        let question = |about: Range<usize>, known: &str| {
            let rows = [kind.name(), cue, known].map(|name| vocabulary.of_cue(name)).to_vec();
            Question { about, among: excerpt.said(), cue: excerpt.cue(), rows }
        };
        let mut parties = vec![None];
        let mut questions = vec![question(excerpt.said(), "nobody")];
        for (actor, named) in self.named_in(&excerpt.tokens) {
            let about = excerpt.within(&named);
            if !about.is_empty() && !self.speaks(actor) {
                let known = format!("party.{}.{}", side(named.start), excerpt.place(named.start));
                parties.push(Some(actor));
                questions.push(question(about, &known));
            }
        }
        let steps = excerpt.tokens.iter().map(step).collect();
        Asked { sequence: Sequence { steps, questions }, parties }
    }

    /// Who is named among `tokens`, and where.
    fn named_in(&self, tokens: &[usize]) -> impl Iterator<Item = (ActorId, Range<usize>)> {
        let named = |i: &usize| self.setting.party_at(*i).filter(|(_, named)| named.start == *i);
        tokens.iter().filter_map(named)
    }

    /// Whether `actor` is the source of what is said, or voices it.
    pub(super) fn speaks(&self, actor: ActorId) -> bool {
        self.read.source.contains(&actor) || self.read.speaker == Some(actor)
    }
}
