//! JSON lines: one article a line, read as they come.

use super::article::Draft;
use super::clean::{clean, one_line};
use super::date;
use super::error::Problem;
use serde::Deserialize;
use std::io::BufRead;

#[derive(Deserialize)]
struct Record {
    id: Option<Id>,
    title: Option<String>,
    date: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Number(u64),
    Text(String),
}

/// The lines of one input that hold something, each with its number, counted from 1. A bad line does not end the
/// reading; a read error does, and carries no number.
pub(super) struct Records<R> {
    lines: R,
    /// What a record without `id` is named after.
    stem: String,
    /// Turns a read error into what it means for this input.
    failed: fn(std::io::Error) -> Problem,
    number: usize,
    ended: bool,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(lines: R, stem: String, failed: fn(std::io::Error) -> Problem) -> Self {
        Self { lines, stem, failed, number: 0, ended: false }
    }

    fn draft(&self, line: &[u8]) -> Result<Draft, Problem> {
        let record: Record = serde_json::from_slice(line).map_err(Problem::Record)?;
        let id = record.id.and_then(|id| match id {
            Id::Number(number) => Some(number.to_string()),
            Id::Text(text) => one_line(&text),
        });
        Ok(Draft {
            name: id.unwrap_or_else(|| format!("{}:{}", self.stem, self.number)),
            title: record.title.as_deref().and_then(one_line),
            publisher: record.publisher.as_deref().and_then(one_line),
            url: record.url.as_deref().and_then(one_line),
            published: record.date.as_deref().and_then(date::published),
            text: clean(record.text),
        })
    }
}

impl<R: BufRead> Iterator for Records<R> {
    type Item = (Option<usize>, Result<Draft, Problem>);

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        while !self.ended {
            line.clear();
            match self.lines.read_until(b'\n', &mut line) {
                Ok(0) => self.ended = true,
                Ok(_) => {
                    self.number += 1;
                    let record = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
                    if !record.is_empty() {
                        return Some((Some(self.number), self.draft(record)));
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return Some((None, Err((self.failed)(error))));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Problem, Records};

    fn check(input: &[u8], expected: &[&str]) {
        let got: Vec<String> = Records::new(input, "arsip".into(), Problem::Unreadable)
            .map(|(number, draft)| match draft {
                Ok(draft) => format!("{number:?} {}: {}", draft.name, draft.text),
                Err(_) => format!("{number:?} bad"),
            })
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_bad_line_is_numbered_and_the_others_go_on() {
        check(
            b"\xef\xbb\xbf{\"id\": \"a\", \"text\": \"Satu.\\r\\n\"}\r\n\n{\"id\": 7, \"text\": \"Dua.\"}\nrusak\n{\"text\": \"\xff\"}\n{\"text\": \"Tiga.\"}",
            &["Some(1) a: Satu.\n", "Some(3) 7: Dua.", "Some(4) bad", "Some(5) bad", "Some(6) arsip:6: Tiga."],
        );
        check(b"", &[]);
        check(b"{\"title\": \"tanpa isi\"}\n[]\n", &["Some(1) bad", "Some(2) bad"]);
    }
}
