//! Measures models on annotated files, by words as the shared task of 2018 and by names as that of 2003.

use super::conllu::{self, Tree};
use super::name_sets;
use crate::language::models::{Models, NEWS, NameKind, Styles, Upos, Worker};
use crate::segment::{Segmented, Sentence, Token, segment};
use crate::span::Span;
use std::collections::BTreeMap;

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

    fn add(&mut self, other: Self) {
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

/// Measures on a treebank in CoNLL-U.
pub fn treebank(models: &Models<'_>, source: &str) -> TreebankScores {
    let trees = conllu::read(source);
    let (text, gold) = joined(&trees);
    let gold_tags: Vec<&str> = trees.iter().flat_map(|tree| tree.nodes.iter().map(|node| node.upos.as_str())).collect();
    let mut worker = Worker::new(models);
    let styles = worker.fitting_styles(&text, &gold, &[NEWS, ENCYCLOPEDIA]);
    let tags = worker.analyse_as(&text, &gold, styles).tags;
    let right = tags.iter().zip(&gold_tags).filter(|(tag, gold)| tag.name() == **gold).count();
    let all = gold_tags.len();
    let from_tokens = vec![("UPOS", Counts { gold: all, found: all, right })];
    let found = segment(&text);
    let tags = worker.analyse_as(&text, &found, styles).tags;
    TreebankScores {
        from_tokens,
        from_text: aligned((&gold, &gold_tags), (&found, &tags)),
        style: if styles == NEWS { "CSUI" } else { "GSD" },
    }
}

/// Scores of words at the same place.
fn aligned(gold: (&Segmented, &[&str]), found: (&Segmented, &[Upos])) -> Vec<(&'static str, Counts)> {
    let places: BTreeMap<Span, usize> = gold.0.tokens.iter().enumerate().map(|(at, token)| (token.span, at)).collect();
    let counts = |right| Counts { gold: gold.0.tokens.len(), found: found.0.tokens.len(), right };
    let (mut words, mut tags) = (0, 0);
    for (token, tag) in found.0.tokens.iter().zip(found.1) {
        if let Some(at) = places.get(&token.span) {
            words += 1;
            tags += usize::from(gold.1[*at] == tag.name());
        }
    }
    let ends: Vec<(usize, usize)> = gold.0.sentences.iter().map(|s| (s.span.start, s.span.end)).collect();
    let same = found.0.sentences.iter().filter(|s| ends.binary_search(&(s.span.start, s.span.end)).is_ok()).count();
    let sentences = Counts { gold: ends.len(), found: found.0.sentences.len(), right: same };
    vec![("sentences", sentences), ("words", counts(words)), ("UPOS", counts(tags))]
}

/// Measures on a name set in the convention `style` (0 idner, 1 nerui, 2 nerugm): exact spans, by sort of name and over all (last).
pub fn name_set(models: &Models<'_>, source: &str, style: u32) -> [(&'static str, Counts); 4] {
    let mut by_kind = [Counts::default(); 3];
    let mut worker = Worker::new(models);
    for sentence in name_sets::read(source) {
        let segmented = sentence.as_one_sentence();
        let mut found = Vec::new();
        for name in worker.analyse_as(&sentence.text, &segmented, Styles { names: style, ..NEWS }).names {
            let bytes = segmented.tokens[name.tokens.start].span.cover(segmented.tokens[name.tokens.end - 1].span);
            found.push((sentence.tokens_at(bytes.range()), name.kind));
        }
        for (kind, counts) in [NameKind::Person, NameKind::Organisation, NameKind::Place].into_iter().zip(&mut by_kind)
        {
            let gold: Vec<_> = sentence.names.iter().filter(|name| name.1 == kind).collect();
            let found: Vec<_> = found.iter().filter(|name| name.1 == kind).collect();
            let right = found.iter().filter(|name| gold.contains(name)).count();
            counts.add(Counts { gold: gold.len(), found: found.len(), right });
        }
    }
    let mut all = Counts::default();
    for counts in by_kind {
        all.add(counts);
    }
    [("PER", by_kind[0]), ("ORG", by_kind[1]), ("LOC", by_kind[2]), ("all", all)]
}
