//! Training and measuring the model of kinds on annotated articles; behind the feature `train`.
//!
//! A multinomial logistic regression, fitted by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty, on the acts
//! that the program finds in annotated articles. The same articles and the same code give the same bytes.

mod fit;

use super::features::features;
use super::weights::{KINDS, Weights};
use super::{Judge, Signals, Verdict, around};
use crate::extract::annotations::{Annotations, Answer};
use crate::extract::attribution::Attribution;
use crate::extract::reading::StatementKind;
use crate::extract::targets::{Party, Ranker};
use crate::language::models::{ModelError, ModelKind, word_table, write_file};
use fit::{Example, fit};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How many parts the articles are cut into for cross-validation.
const PARTS: usize = 10;

/// How much an act of a wholly annotated article counts: the guidelines were made along these.
const WHOLE: f64 = 5.0;

/// How often each kind (the first name) was taken for each kind (the second name).
pub type Confusion = BTreeMap<(&'static str, &'static str), usize>;

/// What the model learns from.
pub struct Lessons {
    table: u32,
    judge: Judge<'static>,
    annotations: Annotations,
}

impl Judge<'static> {
    /// One that has not learnt to tell kinds.
    pub(in crate::extract) fn untaught() -> Result<(Self, u32), Box<dyn Error>> {
        let weights = Weights::new(&[]).ok_or(ModelError::Length)?;
        let (words, table) = word_table()?;
        Ok((Self { signals: Signals::embedded()?, words, weights, ranker: Ranker::embedded()? }, table))
    }
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let (judge, table) = Judge::untaught()?;
        Ok(Self { table, judge, annotations: Annotations::read(folder, corpus)? })
    }

    /// Trains on all; gives the bytes of the model file.
    pub fn train(&self) -> Vec<u8> {
        let examples: Vec<Example> = (0..self.annotations.len()).flat_map(|i| self.examples(i)).collect();
        let record = format!(
            "kinds: multinomial logistic regression, {} acts of {} annotated articles, {} rounds; seed {}\n\
             articles belong to their publishers; only weights of hashed features are kept\n",
            examples.len(),
            self.annotations.len(),
            fit::ROUNDS,
            fit::SEED
        );
        write_file(ModelKind::Kinds, self.table, &record, &fit(&examples))
    }

    /// How often each kind was taken for which, in cross-validation over the wholly annotated articles; those of the
    /// corpus are learnt from throughout.
    pub fn cross_validate(&self) -> Result<Confusion, ModelError> {
        let count = self.annotations.len();
        let examples: Vec<Vec<Example>> = (0..count).map(|i| self.examples(i)).collect();
        let mut confusion = Confusion::new();
        for part in 0..PARTS {
            let held = |i: usize| i < self.annotations.whole && i % PARTS == part;
            let kept: Vec<&Example> = (0..count).filter(|i| !held(*i)).flat_map(|i| &examples[i]).collect();
            let bytes = fit(&kept);
            let judge = Judge { weights: Weights::new(&bytes).ok_or(ModelError::Length)?, ..self.judge.clone() };
            for article in (0..count).filter(|i| held(*i)) {
                for (gold, found) in self.judged(article, &judge) {
                    *confusion.entry((gold.name(), found.name())).or_default() += 1;
                }
            }
        }
        Ok(confusion)
    }

    fn examples(&self, article: usize) -> Vec<Example> {
        let weight = if article < self.annotations.whole { WHOLE } else { 1.0 };
        let mut examples = Vec::new();
        self.annotations.with_acts(article, &self.judge, |setting, acts, answers| {
            let mut verdicts: Vec<Verdict> = Vec::new();
            for (i, read) in acts.iter().enumerate() {
                let by_cue = read.cue.as_ref().map(|(_, row)| setting.lexicon.cues[*row].kind);
                let verdict = annotated(answers[i].as_ref(), by_cue);
                if answers[i].is_some() {
                    let own = setting.own_side(read);
                    let features = features(setting, read, &own, around(setting, acts, &verdicts, i, &own));
                    let label = KINDS.iter().position(|kind| *kind == verdict.kind).unwrap_or_default();
                    examples.push(Example { features, label, weight });
                }
                verdicts.push(verdict);
            }
        });
        examples
    }

    fn judged(&self, article: usize, judge: &Judge<'_>) -> Vec<(StatementKind, StatementKind)> {
        let mut pairs = Vec::new();
        self.annotations.with_acts(article, judge, |setting, acts: &[Attribution], answers| {
            let verdicts = judge.verdicts(setting, acts);
            let both = answers.iter().zip(verdicts).filter_map(|(answer, v)| Some((answer.as_ref()?.kind, v.kind)));
            pairs.extend(both);
        });
        pairs
    }
}

/// What acts behind an annotated one see of it; of one that is not, what its cue says.
pub(in crate::extract) fn annotated(answer: Option<&Answer>, by_cue: Option<StatementKind>) -> Verdict {
    let kind = answer.map(|answer| answer.kind).or(by_cue).unwrap_or(StatementKind::Claim);
    let target = answer.map(|answer| answer.target.iter().copied().map(Party::Actor).collect()).unwrap_or_default();
    Verdict { kind, content_is: None, target }
}
