//! A text with its tokens, seen as words: lower-case forms, shapes, and the sentence that each stands in.

use super::models::{Analysis, Name, Upos, Worker};
use crate::segment::{Segmented, Sentence, Token, TokenKind};
use crate::span::Span;
use std::ops::Range;

/// How many tokens the medium and place before an article may take.
const LONGEST_DATELINE: usize = 10;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word in small letters.
    Lower,
    /// A word that opens with a capital letter.
    Capital,
    /// A word of two or more letters, all of them capitals.
    Upper,
    /// A number or a mark.
    Other,
}

/// A segmented text with what every later step asks of its tokens.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    lower: Vec<String>,
    shapes: Vec<Shape>,
    sentence_of: Vec<usize>,
    tags: Vec<Upos>,
    names: Vec<Name>,
    /// Index of the name that covers each token.
    name_of: Vec<Option<usize>>,
    /// The words of offices, in order.
    offices: Vec<Range<usize>>,
}

impl<'t> Document<'t> {
    /// The tokens of `text` as `segmented` has them, tagged and searched for names by `worker`.
    pub fn new(text: &'t str, segmented: Segmented, worker: &mut Worker<'_>) -> Self {
        let Analysis { tags, names, offices } = worker.analyse(text, &segmented);
        let mut name_of = vec![None; segmented.tokens.len()];
        for (i, name) in names.iter().enumerate() {
            name_of[name.tokens.clone()].fill(Some(i));
        }
        let Segmented { tokens, sentences } = segmented;
        let lower = tokens.iter().map(|token| token.span.of(text).to_lowercase()).collect();
        let shapes = tokens.iter().map(|token| shape(token, text)).collect();
        let mut sentence_of = vec![0; tokens.len()];
        for (i, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(i);
        }
        Self { text, tokens, sentences, lower, shapes, sentence_of, tags, names, name_of, offices }
    }

    /// The part of speech of the token at `i`.
    pub fn tag(&self, i: usize) -> Upos {
        self.tags.get(i).copied().unwrap_or(Upos::X)
    }

    /// The name that the models find over token `i`.
    pub fn name_over(&self, i: usize) -> Option<&Name> {
        self.name_of.get(i).copied().flatten().and_then(|name| self.names.get(name))
    }

    /// All names, in order.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Where the words of an office end that the models find from token `i` on.
    pub fn office_from(&self, i: usize) -> Option<usize> {
        let at = self.offices.binary_search_by_key(&i, |office| office.start).ok()?;
        Some(self.offices[at].end)
    }

    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All sentences.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token at `i`, small letters throughout; empty past the end.
    pub fn lower(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// The token at `i` as written; empty past the end.
    pub fn written(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| token.span.of(self.text))
    }

    /// What the token at `i` is; a mark past the end.
    pub fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// How the token at `i` is written.
    pub fn shape(&self, i: usize) -> Shape {
        self.shapes.get(i).copied().unwrap_or(Shape::Other)
    }

    /// Whether the token at `i` is a word that opens with a capital letter.
    pub fn capital(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Upper)
    }

    /// Whether the token at `i` is a word (a clitic counts as none).
    pub fn word(&self, i: usize) -> bool {
        self.kind(i) == TokenKind::Word
    }

    /// Index of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentence_of.get(i).copied().unwrap_or(self.sentences.len())
    }

    /// The tokens of the sentence that holds token `i`.
    pub fn sentence_tokens(&self, i: usize) -> Range<usize> {
        self.sentences.get(self.sentence_of(i)).map_or(0..0, |sentence| sentence.tokens.clone())
    }

    /// The paragraph that holds token `i`.
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.sentences.get(self.sentence_of(i)).map_or(usize::MAX, |sentence| sentence.paragraph)
    }

    /// Bytes of the token at `i`; an empty span at the end of the text past the last.
    pub fn span(&self, i: usize) -> Span {
        self.tokens.get(i).map_or(Span::new(self.text.len(), self.text.len()), |token| token.span)
    }

    /// Bytes from the first to the last of `tokens`.
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::new(self.span(tokens.start).start, self.span(tokens.start).start);
        }
        self.span(tokens.start).cover(self.span(tokens.end - 1))
    }

    /// The words of `tokens` as they stand in the text.
    pub fn phrase(&self, tokens: &Range<usize>) -> &'t str {
        self.span_of(tokens).of(self.text)
    }

    /// Whether a sentence is the headline: the first line, without a full stop, with more lines behind it.
    pub fn headline(&self, sentence: &Sentence) -> bool {
        let open_ended = !self.text.lines().next().unwrap_or_default().trim_end().ends_with(['.', '!', '"', '”']);
        let more = self.sentences.last().is_some_and(|last| last.paragraph > 0);
        more && ((sentence.paragraph == 0 && open_ended) || self.heading(sentence))
    }

    /// Whether a sentence without a full stop is written like a heading, most words with a capital letter.
    fn heading(&self, sentence: &Sentence) -> bool {
        let words = sentence.tokens.clone().filter(|&i| self.word(i));
        let (all, capital) = (words.clone().count(), words.filter(|&i| self.capital(i)).count());
        let closed = sentence.span.of(self.text).ends_with(['.', '"', '”', '!', ',', '?', ':']);
        !closed && all >= 4 && capital * 10 >= all * 7
    }

    /// Where a sentence begins behind the medium and place before an article: "KORAN.COM, JAKARTA - [...]".
    pub fn behind_dateline(&self, sentence: &Sentence) -> usize {
        let Range { start, end } = sentence.tokens;
        let dash = (start + 1..end.min(start + LONGEST_DATELINE))
            .find(|&i| self.written(i).chars().all(|c| matches!(c, '-' | '–' | '—')));
        let opens = |i: usize| self.capital(i) || !self.word(i) || self.written(i).contains('.');
        match dash {
            Some(dash) if sentence.paragraph < 3 && (start..dash).all(opens) => dash + 1,
            _ => start,
        }
    }

    /// Index of the first token that ends after byte `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }
}

fn shape(token: &Token, text: &str) -> Shape {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Enclitic | TokenKind::Proclitic) {
        return Shape::Other;
    }
    let written = token.span.of(text);
    if !written.starts_with(char::is_uppercase) {
        return Shape::Lower;
    }
    let letters = written.chars().filter(|c| c.is_alphabetic());
    if letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase) { Shape::Upper } else { Shape::Capital }
}
