//! Training and measuring the ranking of targets on annotated articles; behind the feature `train`.

use super::ranking::{Ranker, candidates};
use super::{Finder, Party};
use crate::extract::annotations::{Annotations, Answer};
use crate::extract::kinds::training::annotated;
use crate::extract::kinds::{Judge, Verdict};
use crate::extract::reading::StatementKind;
use crate::language::models::keyed::Keyed;
use crate::language::models::{ModelError, ModelKind, write_file};
use crate::language::training::ranking::{Choice, ROUNDS, SEED, USUAL, fit};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How many parts the articles are cut into for cross-validation.
const PARTS: usize = 10;

/// For each kind: how many acts that are directed at somebody had one of the right ones found, how many such acts there
/// are, and for how many acts somebody was found.
pub type Aims = BTreeMap<&'static str, [usize; 3]>;

/// What the model learns from.
pub struct Lessons {
    judge: Judge<'static>,
    annotations: Annotations,
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let (judge, _) = Judge::untaught()?;
        Ok(Self { judge, annotations: Annotations::read(folder, corpus)? })
    }

    /// Trains on all; gives the bytes of the model file.
    pub fn train(&self) -> Vec<u8> {
        let examples: Vec<Choice> = (0..self.annotations.len()).flat_map(|i| self.examples(i)).collect();
        let record = format!(
            "targets: conditional log-linear ranking, {} acts of {} annotated articles, {ROUNDS} rounds; seed {SEED}\n\
             articles belong to their publishers; only weights of hashed features are kept\n",
            examples.len(),
            self.annotations.len(),
        );
        write_file(ModelKind::Targets, 0, &record, &fit(&examples, USUAL))
    }

    /// How many targets are found where the kind is known, in cross-validation over all annotated articles.
    pub fn cross_validate(&self) -> Result<Aims, ModelError> {
        let count = self.annotations.len();
        let examples: Vec<Vec<Choice>> = (0..count).map(|i| self.examples(i)).collect();
        let mut aims = Aims::new();
        for part in 0..PARTS {
            let kept: Vec<&Choice> = (0..count).filter(|i| i % PARTS != part).flat_map(|i| &examples[i]).collect();
            let bytes = fit(&kept, USUAL);
            let ranker = Ranker { weights: Keyed::new(&bytes).ok_or(ModelError::Length)? };
            for article in (0..count).filter(|i| i % PARTS == part) {
                self.measure(article, &ranker, &mut aims);
            }
        }
        Ok(aims)
    }

    /// Goes through the acts of an article that can be directed at somebody, annotated with all of it in view.
    fn each_act(&self, article: usize, mut use_act: impl FnMut(&Finder<'_, '_, '_>, &Answer)) {
        self.annotations.with_acts(article, &self.judge, |setting, acts, answers| {
            let mut verdicts: Vec<Verdict> = Vec::new();
            for (i, read) in acts.iter().enumerate() {
                let by_cue = read.cue.as_ref().map(|(_, row)| setting.lexicon.cues[*row].kind);
                if let Some(answer) = &answers[i]
                    && answer.seen_whole
                    && !matches!(answer.kind, StatementKind::Claim | StatementKind::Confirmation)
                {
                    let own = setting.own_side(read);
                    use_act(&Finder { setting, read, own: &own, earlier: (acts, &verdicts) }, answer);
                }
                verdicts.push(annotated(answers[i].as_ref(), by_cue));
            }
        });
    }

    fn examples(&self, article: usize) -> Vec<Choice> {
        let mut examples = Vec::new();
        self.each_act(article, |finder, answer| {
            let candidates = candidates(finder, answer.kind, &finder.suggested(answer.kind));
            let right = |party: &Option<Party>| match party {
                None => !answer.directed,
                Some(Party::Actor(actor)) => answer.target.contains(actor),
                Some(Party::Described(_)) => false,
            };
            let right: Vec<bool> = candidates.iter().map(|candidate| right(&candidate.party)).collect();
            if right.contains(&true) {
                let candidates = candidates.into_iter().map(|candidate| candidate.features).collect();
                examples.push(Choice { candidates, right });
            }
        });
        examples
    }

    fn measure(&self, article: usize, ranker: &Ranker<'_>, aims: &mut Aims) {
        self.each_act(article, |finder, answer| {
            let found = ranker.choose(finder, answer.kind, finder.suggested(answer.kind));
            let right = found.iter().any(|party| matches!(party, Party::Actor(actor) if answer.target.contains(actor)));
            let [hit, gold, all] = aims.entry(answer.kind.name()).or_default();
            *hit += usize::from(right);
            *gold += usize::from(answer.directed);
            *all += usize::from(!found.is_empty());
        });
    }
}
