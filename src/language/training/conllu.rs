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

/// The lines of each sentence, whatever the ends of lines are.
pub(crate) fn blocks(source: &str) -> impl Iterator<Item = String> {
    let mut lines = source.trim_start_matches('\u{feff}').lines().peekable();
    std::iter::from_fn(move || {
        lines.peek()?;
        let block: Vec<&str> = lines.by_ref().take_while(|line| !line.trim().is_empty()).collect();
        Some(block.join("\n"))
    })
    .filter(|block| !block.is_empty())
}

/// Reads all sentences; comments, empty nodes and lines that are not CoNLL-U are left out.
pub(crate) fn read(source: &str) -> Vec<Tree> {
    blocks(source).map(|block| read_tree(&block)).filter(|tree| !tree.nodes.is_empty()).collect()
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
            surface = Some(Surface { first, last, start }).filter(|surface| first <= surface.last);
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
        let from = self.tokens.len().saturating_sub(surface.last + 1 - surface.first);
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

#[cfg(test)]
mod tests {
    use super::read;

    const PLAIN: &str = "1\tIa\tdia\tPRON\t_\t_\t2\tnsubj\t_\t_
2-3\tmembawanya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tmembawa\tbawa\tVERB\t_\t_\t0\troot\t_\t_
3\tnya\tdia\tPRON\t_\t_\t2\tobj\t_\t_
3.1\thilang\thilang\tVERB\t_\t_\t_\t_\t0:root\t_
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t2:punct\t_
";

    fn check(source: &str, sentences: usize) {
        let trees = read(source);
        assert_eq!(trees.len(), sentences, "{source:?}");
        for tree in &trees {
            assert_eq!(tree.text, "Ia membawanya.");
            let forms: Vec<_> = tree.tokens.iter().map(|token| token.span.of(&tree.text)).collect();
            assert_eq!(forms, ["Ia", "membawa", "nya", "."]);
            assert_eq!(tree.nodes.iter().map(|node| node.head).collect::<Vec<_>>(), [Some(1), None, Some(1), Some(1)]);
            assert_eq!(tree.nodes[1].lemma, "bawa");
        }
    }

    #[test]
    fn treebanks_are_read_with_or_without_comments_and_whatever_ends_their_lines() {
        check(PLAIN, 1);
        check("", 0);
        check(&format!("# text = lain\n# newpar\n{PLAIN}\n\n{PLAIN}"), 2);
        check(&format!("\u{feff}{PLAIN}\n{PLAIN}\n").replace('\n', "\r\n"), 2);
    }

    #[test]
    fn broken_lines_are_left_out() {
        let cut = read("1-9\tkata\t_\t_\t_\t_\t_\t_\t_\t_\n9\tkata\t_\tNOUN\t_\t_\t77\tobj\t_\t_\n4-2\tx\n8\n");
        assert_eq!(cut.len(), 1);
        assert_eq!(cut[0].nodes.len(), 1);
        assert!(read("4-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n").is_empty());
    }
}
