//! Training and measuring the model of kinds on annotated articles; behind the feature `train`.
//!
//! A multinomial logistic regression, fitted by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty, and a
//! recurrent network, each by itself, on the acts that the program finds in annotated articles. The same articles and the
//! same code give the same bytes.

mod fit;

use super::features::features;
use super::weights::{KINDS, Weights};
use super::{Judge, Signals, Verdict, around, wording};
use crate::extract::annotations::{Annotations, Answer};
use crate::extract::attribution::Attribution;
use crate::extract::reading::StatementKind;
use crate::extract::targets::training::Lessons as TargetLessons;
use crate::extract::targets::{Party, Ranker};
use crate::language::models::recurrent::Network;
use crate::language::models::{ModelError, ModelKind, word_table, write_file};
use crate::language::training::folds::{FOLDS, parts};
use crate::language::training::{KEPT, recurrent};
use fit::{Example, fit};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// How much an act of a wholly annotated article counts: the guidelines were made along these.
const WHOLE: f64 = 5.0;
/// The same for the network.
const WHOLE_READ: f32 = 2.0;

/// How often each kind (the first name) was taken for each kind (the second name): in the wholly annotated articles, and
/// in all.
pub type Confusion = BTreeMap<(&'static str, &'static str), [usize; 2]>;

/// What the models learn from.
pub struct Lessons {
    table: u32,
    judge: Judge<'static>,
    annotations: Annotations,
    /// A network that knows no more than the vectors of words.
    start: Network,
}

/// One act for either model.
struct Lesson {
    listed: Example,
    read: recurrent::Example,
}

impl Judge<'static> {
    /// One that has not learnt to tell kinds.
    pub(in crate::extract) fn untaught() -> Result<(Self, u32), Box<dyn Error>> {
        let weights = Weights::new(&[]).ok_or(ModelError::Length)?;
        let (words, table) = word_table()?;
        let (signals, ranker) = (Signals::embedded()?, Ranker::untaught()?);
        Ok((Self { signals, words, weights, network: None, ranker }, table))
    }
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`, which also teaches the vectors of words.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let (judge, table) = Judge::untaught()?;
        let annotations = Annotations::read(folder, corpus)?;
        let start = recurrent::start_from(corpus, wording::SHAPE)?;
        Ok(Self { table, judge, annotations, start })
    }

    /// Trains on all; gives the bytes of the two model files, the list of features first.
    pub fn train(&self) -> [Vec<u8>; 2] {
        let lessons: Vec<Lesson> = (0..self.annotations.len()).flat_map(|i| self.lessons(i)).collect();
        let of = format!("{} acts of {} annotated articles", lessons.len(), self.annotations.len());
        let all: Vec<&Lesson> = lessons.iter().collect();
        let (listed, network) = self.learn(&all);
        let list = format!(
            "kinds: multinomial logistic regression, {of}, {} rounds; seed {}\n{KEPT}\n",
            fit::ROUNDS,
            fit::SEED
        );
        let read = recurrent::record("kinds", &of);
        let network = write_file(ModelKind::Wordings, 0, &read, &network.to_bytes());
        [write_file(ModelKind::Kinds, self.table, &list, &listed), network]
    }

    /// How often each kind was taken for which, in cross-validation over all articles; whom they are directed at is told by
    /// models that have not seen them either, learnt from `targets`.
    pub fn cross_validate(&self, targets: &TargetLessons) -> Result<Confusion, ModelError> {
        let lessons: Vec<Vec<Lesson>> = (0..self.annotations.len()).map(|i| self.lessons(i)).collect();
        let mut confusion = Confusion::new();
        // Two at a time: each takes minutes.
        for pair in (0..FOLDS).collect::<Vec<_>>().chunks(2) {
            let results: Vec<Result<Confusion, ModelError>> = std::thread::scope(|scope| {
                let part = |part: &usize| {
                    let (part, lessons) = (*part, &lessons);
                    scope.spawn(move || self.held_out(lessons, targets, part))
                };
                let running: Vec<_> = pair.iter().map(part).collect();
                running.into_iter().filter_map(|thread| thread.join().ok()).collect()
            });
            for (key, [whole, all]) in results.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
                let counts: &mut [usize; 2] = confusion.entry(key).or_default();
                (counts[0], counts[1]) = (counts[0] + whole, counts[1] + all);
            }
        }
        Ok(confusion)
    }

    /// The articles of one part, by models that learnt from the others.
    fn held_out(&self, lessons: &[Vec<Lesson>], targets: &TargetLessons, part: usize) -> Result<Confusion, ModelError> {
        let held = |i: usize| i % FOLDS == part;
        let kept: Vec<&Lesson> = (0..lessons.len()).filter(|i| !held(*i)).flat_map(|i| &lessons[i]).collect();
        let (bytes, network) = self.learn(&kept);
        let weights = Weights::new(&bytes).ok_or(ModelError::Length)?;
        let network = Network::from_bytes(&network.to_bytes(), wording::SHAPE)?;
        let learnt = targets.learn(&parts(&(0..lessons.len()).collect::<Vec<_>>(), part).1)?;
        let ranker = learnt.ranker()?;
        let judge = Judge { weights, network: Some(Arc::new(network)), ranker, ..self.judge.clone() };
        let mut confusion = Confusion::new();
        for article in (0..lessons.len()).filter(|i| held(*i)) {
            for (gold, found) in self.judged(article, &judge) {
                let counts = confusion.entry((gold.name(), found.name())).or_default();
                counts[0] += usize::from(article < self.annotations.whole);
                counts[1] += 1;
            }
        }
        Ok(confusion)
    }

    fn learn(&self, lessons: &[&Lesson]) -> (Vec<u8>, Network) {
        let listed: Vec<&Example> = lessons.iter().map(|lesson| &lesson.listed).collect();
        let read: Vec<&recurrent::Example> = lessons.iter().map(|lesson| &lesson.read).collect();
        (fit(&listed), recurrent::fit(&self.start, &read))
    }

    fn lessons(&self, article: usize) -> Vec<Lesson> {
        let whole = article < self.annotations.whole;
        let mut lessons = Vec::new();
        self.annotations.with_acts(article, &self.judge, |setting, acts, answers| {
            let mut verdicts: Vec<Verdict> = Vec::new();
            for (i, read) in acts.iter().enumerate() {
                let by_cue = read.cue.as_ref().map(|(_, row)| setting.lexicon.cues[*row].kind);
                let verdict = annotated(answers[i].as_ref(), by_cue);
                if answers[i].is_some() {
                    let own = setting.own_side(read);
                    let features = features(setting, read, &own, around(setting, acts, &verdicts, i, &own));
                    let label = KINDS.iter().position(|kind| *kind == verdict.kind).unwrap_or_default();
                    let listed = Example { features, label, weight: if whole { WHOLE } else { 1.0 } };
                    let sequence = wording::sequence(&self.start.vocabulary, setting, read, &own);
                    let read = recurrent::Example {
                        sequence,
                        labels: vec![label],
                        weight: if whole { WHOLE_READ } else { 1.0 },
                    };
                    lessons.push(Lesson { listed, read });
                }
                verdicts.push(verdict);
            }
        });
        lessons
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
