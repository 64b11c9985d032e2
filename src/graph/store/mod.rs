//! The graph as a file: JSON in node-link form, which `NetworkX` and D3 open as it is, one node or link a line.
//!
//! The stored form has structs of its own, so that the model can change without breaking files; a file of an older
//! version still opens, one of a newer version is refused by name.

mod cache;
mod form;
mod read;
mod write;

pub use cache::Cache;
pub use read::{load, read};
pub use write::{replace, save, write};

use std::fmt;
use std::io;
use std::path::PathBuf;

/// The version of the stored form that this program writes; it reads this one and those before it.
pub const VERSION: u64 = 1;

const FORMAT: &str = "sanggah";

/// Why a graph could not be read or written.
#[derive(Debug)]
pub enum StoreError {
    /// The file could not be read.
    Unreadable(PathBuf, io::Error),
    /// The file could not be written; a former one is as it was.
    Unwritable(PathBuf, io::Error),
    /// It is JSON or something else, but no graph of this program.
    NotAGraph(serde_json::Error),
    /// It was written by a newer program.
    Newer(u64),
    /// It is a graph, but not a sound one.
    Damaged(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => write!(f, "{} cannot be read: {error}", path.display()),
            Self::Unwritable(path, error) => write!(f, "{} cannot be written: {error}", path.display()),
            Self::NotAGraph(error) => write!(f, "this is no graph written by `graph build`: {error}"),
            Self::Newer(version) => {
                write!(
                    f,
                    "the graph has format version {version}, this program reads up to {VERSION}: update the program"
                )
            }
            Self::Damaged(what) => write!(f, "the graph is damaged: {what}"),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(_, error) | Self::Unwritable(_, error) => Some(error),
            Self::NotAGraph(error) => Some(error),
            Self::Newer(_) | Self::Damaged(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
