//! Training and measuring the choice of transfers on annotated articles; behind the feature `train`.

use super::categories::{self, Wares, categorised};
use super::evidence::Evidence;
use super::labels::{self, nearest, on_side, passes, right, stands, views_of};
use super::views::{VALUES, Views, valued};
use super::wording;
use super::{Chooser, Chosen, Ranked, Side, couples, ranked};
use crate::extract::annotations::{AnnotatedTransfers, TransferLabel, transfers};
use crate::extract::excerpt::Asked;
use crate::extract::reader::Reader;
use crate::extract::transfers::merge::{self, Told};
use crate::extract::transfers::scan::Scan;
use crate::extract::transfers::{Scene, Telling, TransferReader};
use crate::extract::{ActorId, Category, StanceValue};
use crate::ingest::Article;
use crate::language::models::keyed::Keyed;
use crate::language::models::recurrent::Network;
use crate::language::models::{ModelError, ModelKind, write_file};
use crate::language::training::folds::{FOLDS, parts};
use crate::language::training::logistic::{Example, PASSES, fit, pack};
use crate::language::training::ranking::SEED;
use crate::language::training::{KEPT, recurrent};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

/// How strongly the weights of sides and of pairs are pulled towards zero.
const PULL: f64 = 14.0;

/// Of how many transfers, or views of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// How many are right.
    pub right: usize,
    /// How many were found.
    pub found: usize,
    /// How many there are.
    pub gold: usize,
}

/// What cross-validation measures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shares {
    /// Transfers by category, giver and recipient.
    pub transfers: Share,
    /// Who holds what, of transfers that agree in one side at least.
    pub stances: Share,
}

/// What the model learns from.
pub struct Lessons {
    reader: Reader,
    articles: Vec<(Article, Vec<TransferLabel>)>,
    /// A network that knows no more than the vectors of words, and what it learns from each article.
    start: Network,
    sentences: Vec<Vec<recurrent::Example>>,
    /// What each article teaches of categories, and those of its tellings by weights that have not seen it.
    sorts: Vec<Vec<Sort>>,
    categories: Vec<Vec<Category>>,
}

/// What is seen of a telling, its category by its row, and those that are right where that is known.
struct Sort {
    features: Vec<u32>,
    by_rule: Category,
    right: Vec<Category>,
}

/// What was learnt: the weights of the lists of features, and the network.
struct Learnt {
    weights: Vec<u8>,
    network: Arc<Network>,
}

impl Learnt {
    fn chooser(&self) -> Result<Chooser<'_>, ModelError> {
        let weights = Keyed::new(&self.weights).ok_or(ModelError::Length)?;
        Ok(Chooser { weights, network: Arc::clone(&self.network) })
    }
}

impl Chooser<'static> {
    /// One that has not learnt anything.
    pub(in super::super) fn untaught() -> Result<Self, ModelError> {
        let weights = Keyed::new(&[]).ok_or(ModelError::Length)?;
        Ok(Self { weights, network: Arc::new(recurrent::start(&BTreeMap::new(), wording::SHAPE)) })
    }
}

impl Lessons {
    /// The wholly annotated articles of `folder` and those of the file `corpus`.
    pub fn new(folder: &Path, corpus: &Path) -> Result<Self, Box<dyn Error>> {
        let reader = Reader::with(TransferReader::untaught()?)?;
        let article = |AnnotatedTransfers { text, labels }| {
            let (id, name) = (String::new(), String::new());
            (Article { id, name, title: None, publisher: None, url: None, published: None, text }, labels)
        };
        let articles = transfers(folder, corpus)?.into_iter().map(article).collect();
        let start = recurrent::start_from(corpus, wording::SHAPE)?;
        let mut lessons =
            Self { reader, articles, start, sentences: Vec::new(), sorts: Vec::new(), categories: Vec::new() };
        lessons.sorts = (0..lessons.articles.len()).map(|i| lessons.sorts(i)).collect();
        lessons.categories = lessons.categories()?;
        lessons.sentences = (0..lessons.articles.len()).map(|i| lessons.sentences(i)).collect();
        Ok(lessons)
    }

    /// Trains on all; gives the bytes of the two model files, the lists of features first.
    pub fn train(&self) -> Result<[Vec<u8>; 2], ModelError> {
        let all: Vec<usize> = (0..self.articles.len()).collect();
        let count = self.articles.iter().map(|(_, labels)| labels.len()).sum::<usize>();
        let of = format!("{count} transfers of {} annotated articles", self.articles.len());
        let list = format!(
            "transfers: logistic regression over sides and pairs, {of}, {PASSES} passes; seed {SEED}\n{KEPT}\n"
        );
        let read = recurrent::record("sides of transfers", &of);
        let learnt = self.learn(&all)?;
        Ok([
            write_file(ModelKind::Transfers, 0, &list, &learnt.weights),
            write_file(ModelKind::Passings, 0, &read, &learnt.network.to_bytes()),
        ])
    }

    /// Cross-validation.
    pub fn cross_validate(&self) -> Result<Shares, ModelError> {
        let mut shares = Shares::default();
        for part in 0..FOLDS {
            let (held, others) = parts(&(0..self.articles.len()).collect::<Vec<_>>(), part);
            let learnt = self.learn(&others)?;
            let chooser = learnt.chooser()?;
            for article in held {
                self.measure(article, &chooser, &mut shares);
            }
        }
        Ok(shares)
    }

    fn measure(&self, article: usize, chooser: &Chooser<'_>, shares: &mut Shares) {
        let labels = &self.articles[article].1;
        self.with_tellings(article, |scan, scene, tellings| {
            let (mut found, _) = chooser.choose_among(scan, scene, tellings);
            shares.transfers.found += found.len();
            shares.stances.found += found.iter().map(|told| views_of(told).len()).sum::<usize>();
            for label in labels {
                shares.transfers.gold += 1;
                shares.stances.gold += label.stances.len();
                let Some((i, sides)) = nearest(scan, label, &found) else { continue };
                let told = found.remove(i);
                shares.transfers.right += usize::from(sides == 2);
                let right = |(holder, value): &&(Option<ActorId>, StanceValue)| label.holds(scan, *holder, *value);
                shares.stances.right += views_of(&told).iter().filter(right).count();
            }
        });
    }

    /// What the `articles` teach. What the lists of features know of networks and of the ranks of sides comes from models
    /// that have not seen the article.
    fn learn(&self, articles: &[usize]) -> Result<Learnt, ModelError> {
        let lists: Vec<Vec<usize>> = (0..FOLDS).map(|part| parts(articles, part).1).collect();
        let mut networks = self.networks(&[lists, vec![articles.to_vec()]].concat())?;
        let network = networks.pop().ok_or(ModelError::Length)?;
        let mut sides: BTreeMap<usize, Vec<Example>> = BTreeMap::new();
        for (part, network) in networks.iter().enumerate() {
            sides.extend(parts(articles, part).0.into_iter().map(|i| (i, self.sides(i, network))));
        }
        let of = |articles: &[usize]| fit(&articles.iter().flat_map(|i| &sides[i]).collect::<Vec<_>>(), PULL);
        let mut pairs = Vec::new();
        for (part, network) in networks.into_iter().enumerate() {
            let (held, others) = parts(articles, part);
            let learnt = Learnt { weights: pack(&of(&others)), network };
            for article in held {
                pairs.extend(self.pairs(article, &learnt.chooser()?));
            }
        }
        let mut weights = of(articles);
        weights.extend(fit(&pairs, PULL));
        let views: Vec<Example> = articles.iter().flat_map(|i| self.views(*i)).collect();
        weights.extend(fit(&views, PULL));
        weights.extend(self.of_sorts(articles));
        Ok(Learnt { weights: pack(&weights), network })
    }

    /// The networks that the articles of each list teach.
    fn networks(&self, lists: &[Vec<usize>]) -> Result<Vec<Arc<Network>>, ModelError> {
        let examples = |articles: &Vec<usize>| articles.iter().flat_map(|i| &self.sentences[*i]).collect();
        recurrent::fit_each(&self.start, wording::SHAPE, &lists.iter().map(examples).collect::<Vec<_>>())
    }

    /// What a network learns from an article: of each sentence that tells of transfers who is on which side.
    fn sentences(&self, article: usize) -> Vec<recurrent::Example> {
        let labels = &self.articles[article].1;
        let mut examples = Vec::new();
        self.with_tellings(article, |scan, scene, tellings| {
            for evidence in Evidence::unread(scan, scene, tellings) {
                let labels = (labels.as_slice(), evidence.category.name());
                let label = |party: &Option<ActorId>| {
                    let sides = [Side::Giver, Side::Recipient].into_iter();
                    sides.filter(|side| right(scan, labels, *party, *side)).map(Side::label).sum()
                };
                for telling in &evidence.tellings {
                    let Asked { sequence, parties } = evidence.asked(telling, &self.start.vocabulary);
                    let labels = parties.iter().map(label).collect();
                    examples.push(recurrent::Example { sequence, labels, weight: 1.0 });
                }
            }
        });
        examples
    }

    /// What an article teaches of the categories of its tellings.
    fn sorts(&self, article: usize) -> Vec<Sort> {
        let labels = &self.articles[article].1;
        let mut sorts = Vec::new();
        self.with_tellings(article, |scan, scene, tellings| {
            let wares = Wares::new(scan, scene, tellings);
            let sort = |telling: &Telling| {
                let (features, by_rule) = (wares.features(telling), telling.told.category);
                Sort { features, by_rule, right: labels::categories(scan, labels, &telling.told) }
            };
            sorts = tellings.iter().map(sort).collect();
        });
        sorts
    }

    /// What the tellings of `articles` teach of categories.
    fn of_sorts(&self, articles: &[usize]) -> BTreeMap<u32, f64> {
        let known = articles.iter().flat_map(|i| &self.sorts[*i]).filter(|sort| !sort.right.is_empty());
        let examples = known.flat_map(|sort| {
            let example = |category| Example {
                features: categorised(&sort.features, category),
                right: sort.right.contains(&category),
            };
            Category::ALL.map(example)
        });
        fit(&examples.collect::<Vec<_>>(), PULL)
    }

    /// The categories of all tellings, each by weights that have not seen its article.
    fn categories(&self) -> Result<Vec<Vec<Category>>, ModelError> {
        let mut categories: BTreeMap<usize, Vec<Category>> = BTreeMap::new();
        let all: Vec<usize> = (0..self.articles.len()).collect();
        for part in 0..FOLDS {
            let (held, others) = parts(&all, part);
            let weights = pack(&self.of_sorts(&others));
            let weights = Keyed::new(&weights).ok_or(ModelError::Length)?;
            let category = |sort: &Sort| categories::category(weights, sort.by_rule, &sort.features);
            categories.extend(held.into_iter().map(|i| (i, self.sorts[i].iter().map(category).collect())));
        }
        Ok(categories.into_values().collect())
    }

    fn with_tellings(&self, article: usize, mut use_tellings: impl FnMut(&Scan<'_>, &Scene<'_>, &[Telling])) {
        let transfers = &self.reader.transfers;
        self.reader.read_with(&self.articles[article].0, |scene, cast| {
            transfers.with_tellings(&scene, cast, |scan, mut tellings| {
                for (telling, category) in tellings.iter_mut().zip(self.categories.get(article).into_iter().flatten()) {
                    telling.set_category(scan, *category);
                }
                use_tellings(scan, &scene, &tellings);
            });
            (Vec::new(), Vec::new())
        });
    }

    fn sides(&self, article: usize, network: &Network) -> Vec<Example> {
        let labels = &self.articles[article].1;
        let mut examples = Vec::new();
        self.with_tellings(article, |scan, scene, tellings| {
            for evidence in Evidence::by_category(scan, scene, tellings, network) {
                for side in [Side::Giver, Side::Recipient] {
                    let right = |party| right(scan, (labels, evidence.category.name()), party, side);
                    let example = |(party, features)| Example { features, right: right(party) };
                    examples.extend(evidence.side(side).into_iter().map(example));
                }
            }
        });
        examples
    }

    /// Examples of views: of the annotated transfers as far as tellings agree with them.
    fn views(&self, article: usize) -> Vec<Example> {
        let labels = &self.articles[article].1;
        let mut examples = Vec::new();
        self.with_tellings(article, |scan, scene, tellings| {
            let all = Evidence::unread(scan, scene, tellings);
            for (told, label) in &known(scan, &all, tellings, labels) {
                let views = Views::new((scan, scene), tellings, told);
                for holder in views.holders() {
                    let features = views.features(holder);
                    let example =
                        |value| Example { features: valued(&features, value), right: label.holds(scan, holder, value) };
                    examples.extend(VALUES.map(example));
                }
            }
        });
        examples
    }

    fn pairs(&self, article: usize, chooser: &Chooser<'_>) -> Vec<Example> {
        let labels = &self.articles[article].1;
        let mut examples = Vec::new();
        self.with_tellings(article, |scan, scene, tellings| {
            for evidence in Evidence::by_category(scan, scene, tellings, &chooser.network) {
                let labels = (labels.as_slice(), evidence.category.name());
                let right = |giver: &Ranked, recipient: &Ranked| passes(scan, labels, (giver.party, recipient.party));
                let side = |side| ranked(evidence.side(side), |features| chooser.score(features));
                let (givers, recipients) = (side(Side::Giver), side(Side::Recipient));
                for (giver, recipient) in couples(&givers, &recipients) {
                    let features = evidence.pair(giver, recipient);
                    examples.push(Example { features, right: right(giver, recipient) });
                }
            }
        });
        examples
    }
}

/// The annotated transfers that `tellings` agree with, as they are told.
fn known<'l>(
    scan: &Scan<'_>,
    all: &[Evidence<'_, '_>],
    tellings: &[Telling],
    labels: &'l [TransferLabel],
) -> Vec<(Told, &'l TransferLabel)> {
    let mut chosen = Vec::new();
    for evidence in all {
        for label in labels.iter().filter(|label| label.category == evidence.category.name()) {
            let party = |names| evidence.candidates.iter().copied().find(|a| on_side(scan, Some(*a), names));
            let (giver, recipient) = (party(&label.giver), party(&label.recipient));
            let known = stands(scan, giver, &label.giver) && stands(scan, recipient, &label.recipient);
            let category = evidence.category;
            chosen.extend(known.then_some(Chosen { category, giver, recipient, score: 0 }));
        }
    }
    let (found, _) = merge::assign(scan.document.text(), &chosen, tellings, scan.actors);
    let label = |told: Told| {
        let agrees = |label: &&TransferLabel| {
            nearest(scan, label, std::slice::from_ref(&told)).is_some_and(|(_, sides)| sides == 2)
        };
        labels.iter().find(agrees).map(|label| (told, label))
    };
    found.into_iter().filter_map(label).collect()
}
