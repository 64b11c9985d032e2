//! Files to articles: which part of a file is the article, its encoding, its metadata.
//!
//! [`expand`] turns what a person named into [`Source`]s, and [`Articles`] reads them one after another, a record at a
//! time. What cannot be read becomes an [`IngestError`] that names the input; the others go on.

mod article;
mod clean;
mod date;
mod error;
mod html;
mod indonesian;
mod plain;
mod reader;
mod records;
mod source;

pub use article::{Article, Defaults};
pub use error::{IngestError, Problem};
pub use indonesian::{Indonesian, Verdict};
pub use reader::Articles;
pub use source::{Source, expand};
