//! Measures models on annotated files, by words as the shared task of 2018 and by names as that of 2003.

use super::conllu::{self, Tree};
use super::name_sets::{self, Named};
use crate::language::models::{Analysis, Models, NEWS, NameKind, Styles, Worker};
use crate::segment::{Segmented, Sentence, Token, segment};
use crate::span::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The style of the treebank GSD.
const ENCYCLOPEDIA: Styles = Styles { tags: 1, ..NEWS };

/// Counts behind precision, recall and F1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What the file holds.
    pub gold: usize,
    /// What the program gives.
    pub found: usize,
    /// What both hold.
    pub right: usize,
}

impl Counts {
    fn percent(part: usize, whole: usize) -> f64 {
        if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
    }

    /// Share of what was found that is right, in percent.
    pub fn precision(self) -> f64 {
        Self::percent(self.right, self.found)
    }

    /// Share of what is there that was found, in percent.
    pub fn recall(self) -> f64 {
        Self::percent(self.right, self.gold)
    }

    /// Harmonic mean of the two, in percent.
    pub fn f1(self) -> f64 {
        Self::percent(2 * self.right, self.gold + self.found)
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
    }
}

/// Scores on a treebank: name of the measure and its counts, from gold tokens and from raw text.
#[derive(Clone, Debug, Default)]
pub struct TreebankScores {
    /// From the file's own sentences and words.
    pub from_tokens: Vec<(&'static str, Counts)>,
    /// From its text, aligned by words.
    pub from_text: Vec<(&'static str, Counts)>,
    /// The treebank whose annotation style fits the text best.
    pub style: &'static str,
}

/// The texts of all sentences with a space between, and the file's analysis of them.
fn joined(trees: &[Tree]) -> (String, Segmented) {
    let (mut text, mut segmented) = (String::new(), Segmented::default());
    for tree in trees {
        let shift = text.len();
        let first = segmented.tokens.len();
        text.push_str(&tree.text);
        let moved = |span: Span| Span::new(span.start + shift, span.end + shift);
        segmented.tokens.extend(tree.tokens.iter().map(|token| Token { span: moved(token.span), kind: token.kind }));
        let span = Span::new(shift, text.len());
        segmented.sentences.push(Sentence { span, tokens: first..segmented.tokens.len(), paragraph: 0 });
        text.push(' ');
    }
    (text, segmented)
}

/// An analysis of a text: its tokens, and for each its part of speech, head and relation.
struct Reading<'r> {
    segmented: &'r Segmented,
    tags: Vec<&'r str>,
    lemmas: Vec<Cow<'r, str>>,
    heads: Vec<Option<usize>>,
    relations: Vec<&'r str>,
}

impl<'r> Reading<'r> {
    fn of_file(trees: &'r [Tree], segmented: &'r Segmented) -> Self {
        let nodes = || trees.iter().flat_map(|tree| &tree.nodes);
        let shifted = |(tree, sentence): (&Tree, &Sentence)| -> Vec<Option<usize>> {
            tree.nodes.iter().map(|node| node.head.map(|head| sentence.tokens.start + head)).collect()
        };
        Self {
            segmented,
            tags: nodes().map(|node| node.upos.as_str()).collect(),
            lemmas: nodes().map(|node| Cow::Borrowed(node.lemma.as_str())).collect(),
            heads: trees.iter().zip(&segmented.sentences).flat_map(shifted).collect(),
            relations: nodes().map(|node| main_type(&node.relation)).collect(),
        }
    }

    fn of_models(worker: &mut Worker<'_>, text: &str, segmented: &'r Segmented, styles: Styles) -> Self {
        let tags = worker.analyse_as(text, segmented, styles).tags;
        let arcs = worker.parse_as(text, segmented, (&tags, styles));
        let lemmas = worker.lemmatise_as(text, segmented, (&tags, styles));
        Self {
            segmented,
            tags: tags.iter().map(|tag| tag.name()).collect(),
            lemmas: lemmas.into_iter().map(Cow::Owned).collect(),
            heads: arcs.iter().map(|arc| arc.head).collect(),
            relations: arcs.iter().map(|arc| main_type(arc.relation)).collect(),
        }
    }

    fn place(&self, at: usize) -> Option<Span> {
        self.segmented.tokens.get(at).map(|token| token.span)
    }

    /// Counts what `found` has in common with this, the gold reading, at the same places.
    fn compare(&self, found: &Self) -> Vec<(&'static str, Counts)> {
        let tokens = &self.segmented.tokens;
        let places: BTreeMap<Span, usize> = tokens.iter().enumerate().map(|(at, token)| (token.span, at)).collect();
        let mut right = [0; 5];
        for (nth, token) in found.segmented.tokens.iter().enumerate() {
            let Some(at) = places.get(&token.span).copied() else { continue };
            let head = |reading: &Self, at: usize| reading.heads[at].and_then(|head| reading.place(head));
            let same_head = head(self, at) == head(found, nth);
            right[0] += 1;
            right[1] += usize::from(self.tags[at] == found.tags[nth]);
            // A file without lemmas counts none as wrong, as in the shared task.
            right[2] += usize::from(self.lemmas[at] == "_" || self.lemmas[at] == found.lemmas[nth]);
            right[3] += usize::from(same_head);
            right[4] += usize::from(same_head && self.relations[at] == found.relations[nth]);
        }
        let counts = |right| Counts { gold: tokens.len(), found: found.segmented.tokens.len(), right };
        ["words", "UPOS", "lemma", "UAS", "LAS"].into_iter().zip(right.map(counts)).collect()
    }
}

/// The relation without its subtype, which the shared task leaves out too.
fn main_type(relation: &str) -> &str {
    relation.split(':').next().unwrap_or(relation)
}

/// Measures on a treebank in CoNLL-U.
pub fn treebank(models: &Models<'_>, source: &str) -> TreebankScores {
    let trees = conllu::read(source);
    let (text, segmented) = joined(&trees);
    let gold = Reading::of_file(&trees, &segmented);
    let mut worker = Worker::new(models);
    let styles = worker.fitting_styles(&text, &segmented, &[NEWS, ENCYCLOPEDIA]);
    let from_tokens = gold.compare(&Reading::of_models(&mut worker, &text, &segmented, styles));
    let found = segment(&text);
    let mut from_text = vec![("sentences", sentences(&segmented, &found))];
    from_text.extend(gold.compare(&Reading::of_models(&mut worker, &text, &found, styles)));
    TreebankScores { from_tokens, from_text, style: if styles == NEWS { "CSUI" } else { "GSD" } }
}

fn sentences(gold: &Segmented, found: &Segmented) -> Counts {
    let right = found
        .sentences
        .iter()
        .filter(|sentence| gold.sentences.binary_search_by_key(&sentence.span, |gold| gold.span).is_ok());
    Counts { gold: gold.sentences.len(), found: found.sentences.len(), right: right.count() }
}

/// The sorts of spans that name sets mark; an office is no name.
const SORTS: [(&str, Option<NameKind>); 4] = [
    ("PER", Some(NameKind::Person)),
    ("ORG", Some(NameKind::Organisation)),
    ("LOC", Some(NameKind::Place)),
    ("OFF", None),
];

/// Measures on a name set in the convention `style` (0 idner, 1 nerui, 2 nerugm): exact spans, by sort and over all (last).
pub fn name_set(models: &Models<'_>, source: &str, style: u32) -> Vec<(&'static str, Counts)> {
    let mut rows = names(models, &name_sets::read(source), style);
    rows.retain(|(_, counts)| *counts != Counts::default());
    with_sum(rows)
}

/// The same for sentences that are read already, by the order of [`SORTS`].
pub(crate) fn names(models: &Models<'_>, sentences: &[Named], style: u32) -> Vec<(&'static str, Counts)> {
    let mut by_sort: Vec<_> = SORTS.iter().map(|(name, _)| (*name, Counts::default())).collect();
    let mut worker = Worker::new(models);
    for sentence in sentences {
        let segmented = sentence.as_one_sentence();
        let Analysis { names, offices, .. } =
            worker.analyse_as(&sentence.text, &segmented, Styles { names: style, ..NEWS });
        let place = |tokens: Range<usize>| {
            let bytes = segmented.tokens[tokens.start].span.cover(segmented.tokens[tokens.end - 1].span);
            sentence.tokens_at(bytes.range())
        };
        let names = names.into_iter().map(|name| (place(name.tokens), Some(name.kind)));
        let found: Vec<_> = names.chain(offices.into_iter().map(|tokens| (place(tokens), None))).collect();
        let names = sentence.names.iter().map(|(tokens, kind)| (tokens.clone(), Some(*kind)));
        let gold: Vec<_> = names.chain(sentence.offices.iter().map(|tokens| (tokens.clone(), None))).collect();
        for ((_, counts), (_, sort)) in by_sort.iter_mut().zip(SORTS) {
            let of_sort =
                |spans: &[(Range<usize>, Option<NameKind>)]| spans.iter().filter(|span| span.1 == sort).count();
            let right = found.iter().filter(|span| span.1 == sort && gold.contains(span)).count();
            counts.add(Counts { gold: of_sort(&gold), found: of_sort(&found), right });
        }
    }
    by_sort
}

/// `rows` and their sum.
pub(crate) fn with_sum(mut rows: Vec<(&'static str, Counts)>) -> Vec<(&'static str, Counts)> {
    let mut all = Counts::default();
    for (_, counts) in &rows {
        all.add(*counts);
    }
    rows.push(("all", all));
    rows
}
