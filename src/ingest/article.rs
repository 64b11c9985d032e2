//! What ingest hands on: one article, whatever file it came from.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

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

/// What an article gets that says nothing of it itself.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The day of publication.
    pub published: Option<Date>,
    /// The publisher.
    pub publisher: Option<String>,
}

/// An article as one format gives it, before defaults and identity.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) text: String,
}

impl Draft {
    pub(super) fn finish(self, defaults: &Defaults) -> Article {
        let publisher = self.publisher.or_else(|| defaults.publisher.clone());
        Article {
            id: identity(&self.text, publisher.as_deref(), self.url.as_deref()),
            name: self.name,
            title: self.title.or_else(|| headline(&self.text).map(str::to_owned)),
            publisher,
            url: self.url,
            published: self.published.or(defaults.published),
            text: self.text,
        }
    }
}

/// The first eight bytes of the SHA-256 of the three parts, each closed by the byte FF, which UTF-8 never holds: the
/// same on every platform, so that links to an article survive a rebuild.
fn identity(text: &str, publisher: Option<&str>, url: Option<&str>) -> String {
    let mut hasher = Sha256::new();
    for part in [text, publisher.unwrap_or_default(), url.unwrap_or_default()] {
        hasher.update(part);
        hasher.update([0xff]);
    }
    let start = hasher.finalize().iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    format!("{start:016x}")
}

/// The first line, where it looks like a headline: short, without a full stop, and with an article below it.
fn headline(text: &str) -> Option<&str> {
    const LONGEST: usize = 25;
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim();
    let bare = first.trim_end_matches(['"', '”', '’', '\'', ')']);
    let fits = !bare.is_empty() && first.split_whitespace().count() <= LONGEST && !rest.trim().is_empty();
    (fits && !bare.ends_with(['.', ',', ';', ':'])).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{Defaults, Draft, headline, identity};

    #[test]
    fn identity_never_changes() {
        assert_eq!(identity("Isi.", None, None), "f4ab574ffe59f899");
    }

    #[test]
    fn identity_tells_text_publisher_and_address_apart() {
        let ids = [
            identity("a", Some("b"), None),
            identity("a", None, Some("b")),
            identity("ab", None, None),
            identity("a", None, None),
        ];
        for (i, id) in ids.iter().enumerate() {
            assert!(!ids[..i].contains(id), "{id} stands for two articles");
        }
    }

    #[test]
    fn headlines() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(headline(text), expected, "{text}");
        check(
            "Kementan Bantah Impor Sapi Fiktif\nJAKARTA - Kementerian ...",
            Some("Kementan Bantah Impor Sapi Fiktif"),
        );
        check("Siapa yang Berbohong?\nIsi.", Some("Siapa yang Berbohong?"));
        check("Kementerian membantah kabar itu.\nIsi.", None);
        check("\"Kami tidak tahu.\"\nIsi.", None);
        check("Hanya Satu Baris", None);
        check("Judul Tanpa Isi\n \n", None);
    }

    #[test]
    fn defaults_fill_only_what_is_missing() {
        let defaults = Defaults { published: Some(jiff::civil::date(2024, 5, 1)), publisher: Some("Bawaan".into()) };
        let own =
            Draft { publisher: Some("Sendiri".into()), text: "Isi.".into(), ..Draft::default() }.finish(&defaults);
        assert_eq!(own.publisher.as_deref(), Some("Sendiri"));
        assert_eq!(own.published, defaults.published);
        let none = Draft { text: "Isi.".into(), ..Draft::default() }.finish(&defaults);
        assert_eq!(none.publisher, defaults.publisher);
        assert_ne!(own.id, none.id);
    }
}
