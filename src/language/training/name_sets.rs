//! Sets of sentences with names, a token and its label on each line.

use crate::language::models::NameKind;
use crate::language::models::names::{OFFICE, label};
use crate::segment::{Segmented, Sentence, Token, segment};
use crate::span::Span;
use std::ops::Range;

/// A sentence of a name set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    /// Its tokens, with a space between each two.
    pub(crate) text: String,
    /// Where each token of the set stands in the text.
    pub(crate) places: Vec<Range<usize>>,
    /// The names, as ranges of the set's tokens.
    pub(crate) names: Vec<(Range<usize>, NameKind)>,
    /// The words of offices, where the set marks them.
    pub(crate) offices: Vec<Range<usize>>,
}

/// Reads a set; the token is the first field of a line, its label the last (BIO, BIOES, BILOU or the bare sort).
pub(crate) fn read(source: &str) -> Vec<Named> {
    let mut sentences = vec![Named::default()];
    for line in source.lines() {
        let mut fields = line.split_whitespace();
        let Some(token) = fields.next() else {
            sentences.push(Named::default());
            continue;
        };
        let Some(sentence) = sentences.last_mut() else { continue };
        sentence.push(token, fields.next_back().unwrap_or("O"));
    }
    sentences.retain(|sentence| !sentence.places.is_empty());
    sentences
}

/// Time, quantity, events, products and peoples are no names here.
fn kind(label: &str) -> Option<NameKind> {
    match label {
        "PER" | "PERSON" | "PPL" => Some(NameKind::Person),
        "ORG" | "ORGANIZATION" | "ORGANISATION" | "IND" => Some(NameKind::Organisation),
        "LOC" | "LOCATION" | "PLACE" | "PLC" => Some(NameKind::Place),
        _ => None,
    }
}

impl Named {
    fn push(&mut self, token: &str, label: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(token);
        let at = self.places.len();
        self.places.push(start..self.text.len());
        let (place, name) = label.split_once(['-', '_']).unwrap_or(("I", label));
        let Some(kind) = kind(name) else { return };
        match self.names.last_mut() {
            Some((range, last)) if matches!(place, "I" | "E" | "L") && range.end == at && *last == kind => {
                range.end = at + 1;
            }
            _ => self.names.push((at..at + 1, kind)),
        }
    }

    /// The tokens that segmentation makes of the text, and their labels.
    pub(crate) fn labelled(&self) -> (Vec<Token>, Vec<usize>) {
        let tokens = segment(&self.text).tokens;
        let mut labels = vec![0; tokens.len()];
        for (range, kind) in &self.names {
            let bytes = self.places[range.start].start..self.places[range.end - 1].end;
            let inside: Vec<usize> = (0..tokens.len()).filter(|at| bytes.contains(&tokens[*at].span.start)).collect();
            let trimmed = self.trimmed(&tokens, &inside, range.len());
            for (nth, at) in trimmed.iter().enumerate() {
                labels[*at] = label(*kind, nth > 0);
            }
        }
        for range in &self.offices {
            let bytes = self.places[range.start].start..self.places[range.end - 1].end;
            let inside = (0..tokens.len()).filter(|at| bytes.contains(&tokens[*at].span.start));
            for at in inside {
                labels[at] = OFFICE;
            }
        }
        (tokens, labels)
    }

    /// Leaves out the brackets that a set keeps in one token with the name ("(Jokowi)").
    fn trimmed<'a>(&self, tokens: &[Token], inside: &'a [usize], count: usize) -> &'a [usize] {
        let form = |at: &usize| tokens[*at].span.of(&self.text);
        match inside {
            [first, rest @ .., last] if count == 1 && form(first) == "(" && form(last) == ")" => rest,
            _ => inside,
        }
    }

    /// The text cut into tokens but not into sentences.
    pub(crate) fn as_one_sentence(&self) -> Segmented {
        let tokens = segment(&self.text).tokens;
        let sentence = Sentence { span: Span::new(0, self.text.len()), tokens: 0..tokens.len(), paragraph: 0 };
        Segmented { tokens, sentences: vec![sentence] }
    }

    /// The range of the set's tokens that `bytes` of the text touches.
    pub(crate) fn tokens_at(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|place| place.end <= bytes.start);
        let last = self.places.partition_point(|place| place.start < bytes.end);
        first..last
    }
}

#[cfg(test)]
mod tests {
    use super::{NameKind, read};

    #[test]
    fn labels_of_several_sets_are_read() {
        let names = |source: &str| read(source).first().map(|sentence| sentence.names.clone()).unwrap_or_default();
        let expected = [(0..2, NameKind::Person), (3..4, NameKind::Place)];
        assert_eq!(names("Ani NNP B-PER\nSari NNP I-PER\ndi IN O\nPalu NNP B-LOC\n"), expected);
        assert_eq!(names("Ani\tB-PERSON\r\nSari\tE-PERSON\r\ndi\tO\r\nPalu\tS-PLACE\r\n\r\n"), expected);
        assert_eq!(names("\n\nAni PPL\nSari PPL\ndi O\nPalu PLC"), expected);
        assert_eq!(names("Ani B-PER\nSari B-PER\n"), [(0..1, NameKind::Person), (1..2, NameKind::Person)]);
        assert_eq!(names("Senin B-TIME\n"), []);
        assert!(read("\r\n \n").is_empty());
    }
}
