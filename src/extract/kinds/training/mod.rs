//! Training and measuring the model of kinds on annotated articles; behind the feature `train`.
//!
//! A multinomial logistic regression, fitted by `AdaGrad` (Duchi, Hazan and Singer 2011) with an L2 penalty, on the acts of
//! annotated articles. The same articles and the same code give the same bytes.

mod fit;
mod gold;

use super::features::features;
use super::targets::{Earlier, targets};
use super::weights::{KINDS, Weights};
use super::{Judge, Setting, Signals, Verdict, around};
use crate::extract::lexicon::Lexicon;
use crate::extract::reading::StatementKind;
use crate::language::models::{ModelError, ModelKind, Models, word_table, write_file};
use fit::{Example, fit};
use gold::GoldArticle;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// How many parts the articles are cut into for cross-validation.
const PARTS: usize = 10;

/// How often each kind (the first name) was taken for each kind (the second name).
pub type Confusion = BTreeMap<(&'static str, &'static str), usize>;

/// What the model learns from.
pub struct Lessons {
    models: Models<'static>,
    table: u32,
    lexicon: Lexicon,
    judge: Judge<'static>,
    articles: Vec<GoldArticle>,
}

impl Lessons {
    /// The annotated articles in `folder`.
    pub fn new(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let articles = gold::read(folder)?;
        let none = Weights::new(&[0; KINDS.len()]).ok_or(ModelError::Length)?;
        let (words, table) = word_table()?;
        let judge = Judge { signals: Signals::embedded()?, words, weights: none };
        Ok(Self { models: Models::embedded()?, table, lexicon: Lexicon::embedded()?, judge, articles })
    }

    /// Trains on all; gives the bytes of the model file.
    pub fn train(&self) -> Vec<u8> {
        let all: Vec<usize> = (0..self.articles.len()).collect();
        let examples = self.examples(&all);
        let record = format!(
            "kinds: multinomial logistic regression, {} acts of {} annotated articles, {} rounds; seed {}\n\
             articles belong to their publishers; only weights of hashed features are kept\n",
            examples.len(),
            all.len(),
            fit::ROUNDS,
            fit::SEED
        );
        write_file(ModelKind::Kinds, self.table, &record, &fit(&examples))
    }

    /// How often each kind was taken for which, in cross-validation over the annotated articles.
    pub fn cross_validate(&self) -> Result<Confusion, ModelError> {
        let mut confusion = Confusion::new();
        for part in 0..PARTS {
            let (held, kept): (Vec<usize>, Vec<usize>) = (0..self.articles.len()).partition(|i| i % PARTS == part);
            let bytes = fit(&self.examples(&kept));
            let judge = Judge { weights: Weights::new(&bytes).ok_or(ModelError::Length)?, ..self.judge.clone() };
            for article in held {
                for (gold, found) in self.judged(article, &judge) {
                    *confusion.entry((gold.name(), found.name())).or_default() += 1;
                }
            }
        }
        Ok(confusion)
    }

    fn examples(&self, articles: &[usize]) -> Vec<Example> {
        let mut examples = Vec::new();
        for &article in articles {
            self.articles[article].with_acts(&self.lexicon, (&self.judge, &self.models), |setting, acts, kinds| {
                let mut verdicts: Vec<Verdict> = Vec::new();
                for (i, read) in acts.iter().enumerate() {
                    let own = setting.own_side(read);
                    let features = features(setting, read, &own, around(setting, acts, &verdicts, i, &own));
                    let label = KINDS.iter().position(|kind| *kind == kinds[i]).unwrap_or_default();
                    examples.push(Example { features, label });
                    verdicts.push(verdict_of(setting, (acts, &verdicts), i, kinds[i]));
                }
            });
        }
        examples
    }

    fn judged(&self, article: usize, judge: &Judge<'_>) -> Vec<(StatementKind, StatementKind)> {
        let mut pairs = Vec::new();
        self.articles[article].with_acts(&self.lexicon, (judge, &self.models), |setting, acts, kinds| {
            let verdicts = judge.verdicts(setting, acts);
            pairs.extend(kinds.iter().copied().zip(verdicts.into_iter().map(|verdict| verdict.kind)));
        });
        pairs
    }
}

/// What the acts behind an act of a known kind see of it.
fn verdict_of(setting: &Setting<'_, '_, '_>, earlier: Earlier<'_>, i: usize, kind: StatementKind) -> Verdict {
    let read = &earlier.0[i];
    let own = setting.own_side(read);
    Verdict { kind, content_is: None, target: targets(setting, read, kind, &own, earlier) }
}
