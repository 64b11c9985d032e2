//! Training and measuring the ranking of targets on annotated articles; behind the feature `train`.

use super::ranking::{Ranker, candidates};
use super::wording::{self, Seen, seen};
use super::{Finder, Party};
use crate::extract::annotations::{Annotations, Answer};
use crate::extract::excerpt::Asked;
use crate::extract::kinds::training::annotated;
use crate::extract::kinds::{Judge, Verdict};
use crate::extract::reading::StatementKind;
use crate::language::models::keyed::Keyed;
use crate::language::models::recurrent::Network;
use crate::language::models::{ModelError, ModelKind, write_file};
use crate::language::training::folds::{FOLDS, parts};
use crate::language::training::ranking::{Choice, ROUNDS, SEED, USUAL, fit};
use crate::language::training::{KEPT, recurrent};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// For each kind: how many acts that are directed at somebody had one of the right ones found, how many such acts there
/// are, and for how many acts somebody was found.
pub type Aims = BTreeMap<&'static str, [usize; 3]>;

/// What the models learn from.
pub struct Lessons {
    judge: Judge<'static>,
    annotations: Annotations,
    /// A network that knows no more than the vectors of words, and what it learns from each article.
    start: Network,
    read: Vec<Vec<recurrent::Example>>,
}

impl Ranker<'static> {
    /// One that has not learnt anything.
    pub(in crate::extract) fn untaught() -> Result<Self, ModelError> {
        Ok(Self { weights: Keyed::new(&[]).ok_or(ModelError::Length)?, network: None })
    }
}

/// What was learnt: the weights of the list of features, and the network.
pub(in crate::extract) struct Learnt {
    weights: Vec<u8>,
    network: Arc<Network>,
}

impl Learnt {
    pub(in crate::extract) fn ranker(&self) -> Result<Ranker<'_>, ModelError> {
        let weights = Keyed::new(&self.weights).ok_or(ModelError::Length)?;
        Ok(Ranker { weights, network: Some(Arc::clone(&self.network)) })
    }
}

impl Lessons {
    /// The annotated articles in `folder`, and those of the file `corpus`, which also teaches the vectors of words.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let (judge, _) = Judge::untaught()?;
        let start = recurrent::start_from(corpus, wording::SHAPE)?;
        let mut lessons = Self { judge, annotations: Annotations::read(folder, corpus)?, start, read: Vec::new() };
        lessons.read = (0..lessons.annotations.len()).map(|i| lessons.read(i)).collect();
        Ok(lessons)
    }

    /// Trains on all; gives the bytes of the two model files, the list of features first.
    pub fn train(&self) -> Result<[Vec<u8>; 2], ModelError> {
        let all: Vec<usize> = (0..self.annotations.len()).collect();
        let acts = self.read.iter().map(Vec::len).sum::<usize>();
        let of = format!("{acts} acts of {} annotated articles", self.annotations.len());
        let list = format!("targets: conditional log-linear ranking, {of}, {ROUNDS} rounds; seed {SEED}\n{KEPT}\n");
        let read = recurrent::record("targets", &of);
        let learnt = self.learn(&all)?;
        Ok([
            write_file(ModelKind::Targets, 0, &list, &learnt.weights),
            write_file(ModelKind::Aims, 0, &read, &learnt.network.to_bytes()),
        ])
    }

    /// How many targets are found where the kind is known, in cross-validation over all annotated articles.
    pub fn cross_validate(&self) -> Result<Aims, ModelError> {
        let mut aims = Aims::new();
        for part in 0..FOLDS {
            let (held, others) = parts(&(0..self.annotations.len()).collect::<Vec<_>>(), part);
            let learnt = self.learn(&others)?;
            let ranker = learnt.ranker()?;
            for article in held {
                self.measure(article, &ranker, &mut aims);
            }
        }
        Ok(aims)
    }

    /// What the `articles` teach. What the list of features knows of the network comes from one that has not seen the
    /// article.
    pub(in crate::extract) fn learn(&self, articles: &[usize]) -> Result<Learnt, ModelError> {
        let mut lists: Vec<Vec<usize>> = (0..FOLDS).map(|part| parts(articles, part).1).collect();
        lists.push(articles.to_vec());
        let examples = |articles: &Vec<usize>| articles.iter().flat_map(|i| &self.read[*i]).collect();
        let lists: Vec<Vec<&recurrent::Example>> = lists.iter().map(examples).collect();
        let mut networks = recurrent::fit_each(&self.start, wording::SHAPE, &lists)?;
        let network = networks.pop().ok_or(ModelError::Length)?;
        let mut choices = Vec::new();
        for (part, network) in networks.iter().enumerate() {
            choices.extend(parts(articles, part).0.into_iter().flat_map(|i| self.choices(i, network)));
        }
        Ok(Learnt { weights: fit(&choices, USUAL), network })
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

    /// What the network learns from an article: of each act whether it is directed at each party, and at nobody.
    fn read(&self, article: usize) -> Vec<recurrent::Example> {
        let mut examples = Vec::new();
        self.each_act(article, |finder, answer| {
            let asked = finder.questions(&self.start.vocabulary, answer.kind, &finder.suggested(answer.kind));
            let Asked { sequence, parties } = asked;
            let labels = parties.iter().map(|party| usize::from(answer.aims_at(*party))).collect();
            examples.push(recurrent::Example { sequence, labels, weight: 1.0 });
        });
        examples
    }

    fn choices(&self, article: usize, network: &Network) -> Vec<Choice> {
        let mut choices = Vec::new();
        self.each_act(article, |finder, answer| {
            let suggested = finder.suggested(answer.kind);
            let seen: Seen = seen(network, &finder.questions(&network.vocabulary, answer.kind, &suggested));
            let candidates = candidates(finder, answer.kind, &suggested, &seen);
            let right = |party: &Option<Party>| match party {
                None => answer.aims_at(None),
                Some(Party::Actor(actor)) => answer.aims_at(Some(*actor)),
                Some(Party::Described(_)) => false,
            };
            let right: Vec<bool> = candidates.iter().map(|candidate| right(&candidate.party)).collect();
            if right.contains(&true) {
                let candidates = candidates.into_iter().map(|candidate| candidate.features).collect();
                choices.push(Choice { candidates, right });
            }
        });
        choices
    }

    fn measure(&self, article: usize, ranker: &Ranker<'_>, aims: &mut Aims) {
        self.each_act(article, |finder, answer| {
            let found = ranker.choose(finder, answer.kind, finder.suggested(answer.kind)).parties;
            let right = found.iter().any(|party| matches!(party, Party::Actor(actor) if answer.target.contains(actor)));
            let [hit, gold, all] = aims.entry(answer.kind.name()).or_default();
            *hit += usize::from(right);
            *gold += usize::from(answer.directed);
            *all += usize::from(!found.is_empty());
        });
    }
}
