//! What was read of articles before, kept beside the graph, so that only what is new or changed is read again.
//!
//! One JSON object a line: first what read them, then the facts of each article. A cache that another program wrote
//! (other code, lexicon or models) is of no use, and neither is a damaged one: both count as empty.

use super::StoreError;
use super::write::replace;
use crate::graph::{Facts, NodeId, NodeKind};
use crate::ingest::Article;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

const FORMAT: &str = "sanggah-cache";

/// What was read of articles before.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    facts: BTreeMap<NodeId, Facts>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    format: String,
    reader: String,
}

impl Cache {
    /// Where the cache of a graph lies: beside it, its name ending in `.cache`.
    pub fn beside(graph: &Path) -> PathBuf {
        graph.with_extension("cache")
    }

    /// Opens the cache that `reader` wrote; empty where there is none, where another reader wrote it, or where it is
    /// damaged.
    pub fn open(path: &Path, reader: &str) -> Self {
        File::open(path).and_then(|file| read(BufReader::new(file), reader)).unwrap_or_default()
    }

    /// What was read of this article, where neither its text nor what is known about it has changed since.
    pub fn get(&self, article: &Article) -> Option<&Facts> {
        let published = article.published.map(|date| date.to_string());
        self.facts.get(&key(&article.id, &article.name, article.title.as_deref(), published))
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The facts of all articles.
    pub fn into_facts(self) -> impl Iterator<Item = Facts> {
        self.facts.into_values()
    }

    /// Writes a cache, whole or not at all.
    pub fn save<'a>(path: &Path, reader: &str, facts: impl Iterator<Item = &'a Facts>) -> Result<(), StoreError> {
        let head = Head { format: FORMAT.to_owned(), reader: reader.to_owned() };
        let filled = replace(path, |file| {
            serde_json::to_writer(&mut *file, &head)?;
            writeln!(file)?;
            for facts in facts {
                serde_json::to_writer(&mut *file, facts)?;
                writeln!(file)?;
            }
            Ok(())
        });
        filled.map_err(|error| StoreError::Unwritable(path.to_owned(), error))
    }
}

fn read(lines: impl BufRead, reader: &str) -> io::Result<Cache> {
    let mut lines = lines.lines();
    let head: Head = serde_json::from_str(&lines.next().transpose()?.unwrap_or_default())?;
    let mut cache = Cache::default();
    if head.format == FORMAT && head.reader == reader {
        for line in lines {
            let facts: Facts = serde_json::from_str(&line?)?;
            let published = facts.published.map(|date| date.to_string());
            let key = key(&facts.article, &facts.name, facts.title.as_deref(), published);
            cache.facts.insert(key, facts);
        }
    }
    Ok(cache)
}

/// An article's id holds its text, publisher and address; the rest of what the graph shows of it is added.
fn key(id: &str, name: &str, title: Option<&str>, published: Option<String>) -> NodeId {
    NodeId::of(NodeKind::Article, &[id, name, title.unwrap_or_default(), &published.unwrap_or_default()])
}
