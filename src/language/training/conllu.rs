//! Treebanks in CoNLL-U.

use crate::segment::{Token, TokenKind, segment};
use crate::span::Span;

/// One syntactic word of a treebank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// The word as the treebank writes it.
    pub(crate) form: String,
    /// Its dictionary form, `_` where there is none.
    pub(crate) lemma: String,
    /// Universal part of speech.
    pub(crate) upos: String,
    /// Index of its head in the sentence; none for the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head.
    pub(crate) relation: String,
}

/// One sentence of a treebank with its words placed in its text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    /// The text, as its words and spaces make it up.
    pub(crate) text: String,
    /// The words' places.
    pub(crate) tokens: Vec<Token>,
    /// The words.
    pub(crate) nodes: Vec<Node>,
}

/// Several words written as one.
struct Surface {
    first: usize,
    last: usize,
    start: usize,
}

/// Reads all sentences; lines that are not CoNLL-U are left out.
pub(crate) fn read(source: &str) -> Vec<Tree> {
    source.split("\n\n").map(read_tree).filter(|tree| !tree.nodes.is_empty()).collect()
}

fn read_tree(block: &str) -> Tree {
    let mut tree = Tree::default();
    let mut surface: Option<Surface> = None;
    for line in block.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let &[id, form, lemma, upos, _, _, head, relation, _, misc] = cells.as_slice() else { continue };
        let space = if misc.split('|').any(|part| part == "SpaceAfter=No") { "" } else { " " };
        let start = tree.text.len();
        if let Some((first, last)) = id.split_once('-') {
            let (Ok(first), Ok(last)) = (first.parse(), last.parse()) else { continue };
            surface = Some(Surface { first, last, start });
            tree.text.push_str(form);
            tree.text.push_str(space);
            continue;
        }
        let Ok(id) = id.parse::<usize>() else { continue };
        let alone = surface.as_ref().is_none_or(|surface| id > surface.last);
        if alone {
            tree.text.push_str(form);
        }
        let span = Span::new(start, tree.text.len());
        if alone {
            tree.text.push_str(space);
        }
        tree.tokens.push(Token { span, kind: TokenKind::Word });
        tree.nodes.push(Node {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            upos: upos.to_owned(),
            head: head.parse::<usize>().ok().and_then(|head| head.checked_sub(1)),
            relation: relation.to_owned(),
        });
        if let Some(surface) = surface.take_if(|surface| surface.last == id) {
            tree.place(&surface);
        }
    }
    tree.text.truncate(tree.text.trim_end().len());
    tree.set_kinds();
    tree
}

impl Tree {
    /// Gives the words of a surface form their parts of it, from the end: the first takes what is left.
    fn place(&mut self, surface: &Surface) {
        let mut end = surface.start + self.text.get(surface.start..).unwrap_or_default().trim_end().len();
        let from = self.tokens.len() - (surface.last + 1 - surface.first);
        for at in (from..self.tokens.len()).rev() {
            let length = self.nodes[at].form.len();
            let mut start = if at == from { surface.start } else { end.saturating_sub(length).max(surface.start) };
            while !self.text.is_char_boundary(start) {
                start -= 1;
            }
            self.tokens[at] = Token {
                span: Span::new(start, end),
                kind: if at == from { TokenKind::Word } else { TokenKind::Enclitic },
            };
            end = start;
        }
    }

    /// Makes tokens of the clitics that an older annotation leaves in their words; they hang from their hosts.
    pub(crate) fn split_clitics(&mut self) {
        let found = segment(&self.text);
        let (mut tokens, mut nodes, mut moved) = (Vec::new(), Vec::<Node>::new(), Vec::new());
        for (token, node) in self.tokens.iter().zip(&self.nodes) {
            let from = found.tokens.partition_point(|other| other.span.start < token.span.start);
            let inside = found.tokens[from..].iter().take_while(|other| other.span.end <= token.span.end);
            let parts: Vec<Token> = inside.copied().collect();
            let host = tokens.len();
            moved.push(host);
            let splits = matches!(parts.as_slice(), [first, rest @ ..] if first.kind == TokenKind::Word
                && !rest.is_empty() && rest.iter().all(|part| part.kind == TokenKind::Enclitic));
            if !splits {
                tokens.push(*token);
                nodes.push(node.clone());
                continue;
            }
            for (nth, part) in parts.iter().enumerate() {
                let form = part.span.of(&self.text).to_owned();
                tokens.push(*part);
                nodes.push(if nth == 0 { Node { form, ..node.clone() } } else { clitic(form, &node.upos) });
            }
        }
        let mut host = 0;
        for (at, node) in nodes.iter_mut().enumerate() {
            if node.lemma == CLITIC {
                node.head = Some(host);
            } else {
                host = at;
                node.head = node.head.and_then(|head| moved.get(head).copied());
            }
        }
        (self.tokens, self.nodes) = (tokens, nodes);
    }

    /// Takes the kinds of the tokens that segmentation finds too, and tells marks and numbers apart in the others.
    fn set_kinds(&mut self) {
        let found = segment(&self.text);
        for token in &mut self.tokens {
            let same = found.tokens.binary_search_by_key(&token.span.start, |other| other.span.start).ok();
            if let Some(other) = same.map(|at| found.tokens[at]).filter(|other| other.span == token.span) {
                token.kind = other.kind;
            } else if token.kind == TokenKind::Word {
                let form = token.span.of(&self.text);
                if !form.chars().any(char::is_alphanumeric) {
                    token.kind = TokenKind::Mark;
                } else if !form.chars().any(char::is_alphabetic) {
                    token.kind = TokenKind::Number;
                }
            }
        }
    }
}

/// Marks clitics that were split off.
const CLITIC: &str = "=";

fn clitic(form: String, host: &str) -> Node {
    let (upos, relation) = match (form.as_str(), host) {
        ("lah" | "kah" | "pun", _) => ("PART", "advmod:emph"),
        (_, "VERB") => ("PRON", "obj"),
        _ => ("PRON", "nmod:poss"),
    };
    Node { form, lemma: CLITIC.to_owned(), upos: upos.to_owned(), head: None, relation: relation.to_owned() }
}
