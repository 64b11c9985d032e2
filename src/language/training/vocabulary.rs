//! Which words are common nouns and which are places, counted over the texts of the corpus.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Words that stand before the name of a place.
const BEFORE_PLACES: [&str; 9] = ["di", "ke", "dari", "asal", "wilayah", "kota", "Kota", "Kabupaten", "Provinsi"];
/// The fewest times that a word must be found.
const LEAST: u32 = 5;

#[derive(Default)]
struct Count {
    small: u32,
    capital: u32,
    place: u32,
}

/// The table of words, in the order of the alphabet: a word is common (`c`) where two fifths of its places or more are in
/// small letters, weakly so (`w`) from twelve in a hundred on, else a place (`p`) where fifteen in a hundred of them stand
/// behind a word such as "di".
pub(crate) fn table(texts: &[String]) -> String {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for text in texts {
        count(text, &mut counts);
    }
    let mut table = String::from("id\tsort\n");
    for (word, count) in &counts {
        let all = count.small + count.capital;
        let common = count.small >= 4 && 100 * count.small >= 12 * all;
        let place = count.capital >= 5 && 100 * count.place >= 15 * count.capital;
        let sort = match (common, place) {
            _ if all < LEAST => continue,
            (true, _) if 10 * count.small >= 4 * all => 'c',
            (true, _) => 'w',
            (false, true) => 'p',
            _ => continue,
        };
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{word}\t{sort}");
    }
    table
}

fn count(text: &str, counts: &mut BTreeMap<String, Count>) {
    let mut before = "";
    for word in pieces(text) {
        let letters = word.starts_with(char::is_alphabetic);
        if letters && word.starts_with(char::is_lowercase) {
            counts.entry(word.to_lowercase()).or_default().small += 1;
        } else if letters && (before.starts_with(char::is_alphabetic) || before == ",") {
            let count = counts.entry(word.to_lowercase()).or_default();
            count.capital += 1;
            count.place += u32::from(BEFORE_PLACES.contains(&before));
        }
        before = word;
    }
}

/// The words of a text, apostrophes included, and single marks between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let within = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let word = rest.find(|c| !within(c)).unwrap_or(rest.len());
        let length = if first.is_alphabetic() { word } else { first.len_utf8() };
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn common_words_places_and_names_are_told_apart() {
        let text = "Ia pulang ke Sukamaju. Pak Darto di Sukamaju menanam padi. ".repeat(5);
        let table = table(&[text]);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines.contains(&"padi\tc"), "{table}");
        assert!(lines.contains(&"sukamaju\tp"), "{table}");
        assert!(!table.contains("darto"), "{table}");
    }
}
