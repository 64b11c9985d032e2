//! Plain text: the article as a person saved it, perhaps under front matter.

use super::article::Draft;
use super::clean::{decode, one_line};
use super::date;
use super::error::Problem;

/// How far down the closing `---` may stand; below that, the opening one is taken for a line of the text.
const LONGEST_FRONT_MATTER: usize = 40;

/// Reads a text file. Front matter is `key: value` lines between two `---`; `title`, `date`, `publisher` and `url` are
/// taken, others passed over.
pub(super) fn read(name: String, bytes: Vec<u8>) -> Result<Draft, Problem> {
    let text = decode(bytes)?;
    let Some((fields, body)) = front_matter(&text) else {
        return Ok(Draft { name, text, ..Draft::default() });
    };
    let mut draft = Draft { name, text: body.trim_start_matches('\n').to_owned(), ..Draft::default() };
    for (key, value) in fields {
        let Some(value) = one_line(unquoted(value)) else { continue };
        match key {
            "title" => draft.title = Some(value),
            "publisher" => draft.publisher = Some(value),
            "url" => draft.url = Some(value),
            "date" => draft.published = Some(date::published(&value).ok_or(Problem::Date(value))?),
            _ => {}
        }
    }
    Ok(draft)
}

fn front_matter(text: &str) -> Option<(Vec<(&str, &str)>, &str)> {
    let mut rest = text.strip_prefix("---\n")?;
    let mut fields = Vec::new();
    for _ in 0..LONGEST_FRONT_MATTER {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = after;
        if line.trim_end() == "---" {
            return (!fields.is_empty()).then_some((fields, rest));
        }
        fields.extend(line.split_once(':').map(|(key, value)| (key.trim(), value.trim())));
    }
    None
}

fn unquoted(value: &str) -> &str {
    let inside = |mark| value.strip_prefix(mark).and_then(|v: &str| v.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{Problem, read};

    fn check(file: &str, title: Option<&str>, date: &str, text: &str) {
        let draft = read("berita".into(), file.into()).expect(file);
        let published = draft.published.map(|d| d.to_string()).unwrap_or_default();
        assert_eq!((draft.title.as_deref(), published.as_str(), draft.text.as_str()), (title, date, text), "{file}");
    }

    #[test]
    fn front_matter_is_taken_off() {
        check(
            "---\ntitle: \"Judul: Satu\"\ndate: 2024-05-01\n---\n\nIsi.\n",
            Some("Judul: Satu"),
            "2024-05-01",
            "Isi.\n",
        );
        check("\u{feff}---\r\ntitle: Judul\r\ntags: a\r\n---\r\nIsi.", Some("Judul"), "", "Isi.");
        check("---\ntitle:\n---\nIsi.", None, "", "Isi.");
    }

    #[test]
    fn what_only_resembles_front_matter_stays() {
        for text in
            ["---\nIsi.\n---\nLagi.", "---\ntitle: tanpa penutup\nIsi.", " --- \nIsi.", "Isi.\n---\na: b\n---\n"]
        {
            check(text, None, "", text);
        }
    }

    #[test]
    fn a_date_that_cannot_be_read_is_named() {
        let problem = read("b".into(), "---\ndate: minggu lalu\n---\nIsi.".into()).expect_err("no date");
        assert!(matches!(problem, Problem::Date(date) if date == "minggu lalu"));
    }
}
