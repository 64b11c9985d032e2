//! What ingest hands on: one article, whatever file it came from.

use jiff::civil::Date;

/// One news article: its text and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Hash of text, publisher and address: sixteen lower-case hexadecimal digits.
    pub id: String,
    /// The name a person knows it by: the file's stem, or the `id` field of a JSON record.
    pub name: String,
    /// The headline, where the file says which it is. It may also stand as the first line of `text`.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// The article itself, UTF-8 without byte-order mark or front matter, lines ended by `\n`, one paragraph a line.
    pub text: String,
}
