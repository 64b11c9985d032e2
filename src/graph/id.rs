//! Names of nodes: what sort of node it is and a hash of what identifies it.
//!
//! An id depends on nothing but the identity that it stands for, so that links, bookmarks and corrections survive a
//! rebuild and do not depend on the order in which articles were read.

use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// The sorts of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// Somebody who speaks, accuses, denies, is accused, gives or receives.
    Actor,
    /// One act of saying.
    Statement,
    /// What is claimed or rejected, said by nobody in particular.
    Proposition,
    /// Something of value that passes, is said to pass, or is wanted to pass.
    Transfer,
    /// A news article.
    Article,
}

/// The name of a node: `actor-0123456789abcdef`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    kind: NodeKind,
    hash: u64,
}

impl NodeId {
    /// The id of the node of this kind that these parts identify.
    ///
    /// The parts are hashed with their lengths, so that `["a", "bc"]` and `["ab", "c"]` differ; the id is the first
    /// eight bytes of their SHA-256.
    pub fn of<S: AsRef<str>>(kind: NodeKind, parts: &[S]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            let bytes = part.as_ref().as_bytes();
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        }
        let hash = hasher.finalize().iter().take(8).fold(0, |hash, byte| (hash << 8) | u64::from(*byte));
        Self { kind, hash }
    }

    /// The id of an article: its own hash where that is sixteen hexadecimal digits, else a hash of it.
    pub fn of_article(id: &str) -> Self {
        match parse_hash(id) {
            Some(hash) => Self { kind: NodeKind::Article, hash },
            None => Self::of(NodeKind::Article, &[id]),
        }
    }

    /// The hash alone, sixteen hexadecimal digits.
    pub fn digits(self) -> String {
        format!("{:016x}", self.hash)
    }

    /// What sort of node it names.
    pub fn kind(self) -> NodeKind {
        self.kind
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", prefix(self.kind), self.hash)
    }
}

/// A string that names no node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnId(String);

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not a node id such as actor-0123456789abcdef", self.0)
    }
}

impl std::error::Error for NotAnId {}

impl FromStr for NodeId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let parsed = text.split_once('-').and_then(|(before, after)| {
            let kind = KINDS.into_iter().find(|kind| prefix(*kind) == before)?;
            Some(Self { kind, hash: parse_hash(after)? })
        });
        parsed.ok_or_else(|| NotAnId(text.to_owned()))
    }
}

const KINDS: [NodeKind; 5] =
    [NodeKind::Actor, NodeKind::Statement, NodeKind::Proposition, NodeKind::Transfer, NodeKind::Article];

fn prefix(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Actor => "actor",
        NodeKind::Statement => "statement",
        NodeKind::Proposition => "proposition",
        NodeKind::Transfer => "transfer",
        NodeKind::Article => "article",
    }
}

fn parse_hash(digits: &str) -> Option<u64> {
    let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if digits.len() != 16 || !digits.bytes().all(hexadecimal) {
        return None;
    }
    u64::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_back_as_it_was_written() {
        for kind in KINDS {
            let id = NodeId::of(kind, &["Korea Utara"]);
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(id.kind(), kind);
        }
    }

    #[test]
    fn ids_are_the_same_in_every_build() {
        assert_eq!(NodeId::of(NodeKind::Actor, &["a", "bc"]).to_string(), "actor-9a8acca1b6c6c0be");
        assert_ne!(NodeId::of(NodeKind::Actor, &["a", "bc"]), NodeId::of(NodeKind::Actor, &["ab", "c"]));
        assert_eq!(NodeId::of_article("00000000000000ff").to_string(), "article-00000000000000ff");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in
            ["", "actor", "actor-12", "aktor-0123456789abcdef", "actor-0123456789ABCDEF", "actor-+123456789abcdef"]
        {
            assert!(text.parse::<NodeId>().is_err(), "{text}");
        }
    }
}
