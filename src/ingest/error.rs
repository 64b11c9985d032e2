//! What can be wrong with an input, said so that the one who named it knows what to do.

use std::error::Error;
use std::fmt;
use std::io;

/// An input that gives no article, or no further one.
#[derive(Debug)]
pub struct IngestError {
    /// The file, the file and line (`berita.jsonl:12`), or `standard input`.
    pub input: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with an input.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be opened or read.
    Unreadable(io::Error),
    /// A folder without a file that could hold an article.
    EmptyFolder,
    /// A file whose name says nothing that the program reads.
    UnknownForm,
    /// Nothing but spaces and metadata.
    Empty,
    /// Not text.
    Binary,
    /// Text in another encoding.
    NotUtf8 {
        /// The first byte that UTF-8 does not allow, counted from 0.
        at: usize,
    },
    /// Text in another language.
    NotIndonesian {
        /// Which it looks like, where that is plain.
        looks_like: Option<&'static str>,
    },
    /// Front matter with a date that cannot be read.
    Date(String),
    /// A line that is no JSON object of an article.
    Record(serde_json::Error),
    /// A compressed file that is damaged or cut off.
    Compressed(io::Error),
    /// A page in which no article can be found.
    NoBody(dom_smoothie::ReadabilityError),
    /// A page whose elements lie inside each other without end.
    TooDeep,
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.input, self.problem)
    }
}

impl Error for IngestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.problem {
            Problem::Unreadable(error) | Problem::Compressed(error) => Some(error),
            Problem::Record(error) => Some(error),
            Problem::NoBody(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Unreadable(error) => write!(f, "cannot be read: {error}"),
            Problem::EmptyFolder => f.write_str("holds no .txt, .jsonl, .jsonl.gz, .html or .htm file"),
            Problem::UnknownForm => {
                f.write_str("is none of .txt, .jsonl, .jsonl.gz, .html and .htm; rename it to what it holds")
            }
            Problem::Empty => f.write_str("is empty; there is no article in it"),
            Problem::Binary => f.write_str("is not text; save the article as .txt or .html"),
            Problem::NotUtf8 { at } => {
                write!(f, "is not UTF-8 (byte {at}); convert it, for instance with `iconv -f WINDOWS-1252 -t UTF-8`")
            }
            Problem::NotIndonesian { looks_like: Some(language) } => {
                write!(f, "looks {language}, not Indonesian; only Indonesian is read")
            }
            Problem::NotIndonesian { looks_like: None } => {
                f.write_str("does not look Indonesian; only Indonesian is read")
            }
            Problem::Date(date) => write!(f, "has the date `{date}`; write it as 2024-05-31"),
            Problem::Record(error) => write!(
                f,
                "is no article ({}); a line is an object with `text` and perhaps `id`, `title`, `date`, \
                 `publisher`, `url`",
                error.to_string().replace(" at line 1 column", " at column")
            ),
            Problem::Compressed(error) => {
                write!(f, "is damaged or cut off ({error}); what came before was read, fetch it again for the rest")
            }
            Problem::TooDeep => f.write_str("nests its elements too deep for a news page; save the article as .txt"),
            Problem::NoBody(error) => {
                write!(f, "holds no article that can be told from the page around it ({error}); save it as .txt")
            }
        }
    }
}
