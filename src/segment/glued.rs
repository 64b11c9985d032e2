//! Headlines of other articles that run into the sentence behind them without a space ("… di Mesir|Menteri Luar Negeri
//! mengatakan", with nothing between), as pages leave them that are turned into text.

use super::words::WordLists;

/// How many letters a word has that a headline would write small.
const SHORT: usize = 3;

/// How many words of a headline there must be: "Direktur Utama `AirAsia`" is none.
const FEWEST: usize = 4;

/// What stands before the headline of another article.
const POINTERS: [&str; 2] = ["Baca Juga", "Pilihan Redaksi"];

/// How many words behind are looked at.
const BEHIND: usize = 6;

/// Where a headline ends within `chunk`, which stands between `before` and `after` on its line.
pub(super) fn seam(before: &str, chunk: &str, after: &str, lists: &WordLists) -> Option<usize> {
    let (last, _) = seams(chunk).map(|at| chunk.split_at(at)).find(|(last, rest)| {
        let small = rest.char_indices().skip(1).find(|(_, c)| !c.is_lowercase());
        let word = small.map_or(*rest, |(end, _)| rest.split_at(end).0);
        // "Diselidiki|Zelensky"
        let named = || last.len() > SHORT && word.len() > SHORT && lists.is_common(&last.to_lowercase());
        lists.is_common(&word.to_lowercase()) || named()
    })?;
    let name = || lists.has_inner_capital(&chunk.to_lowercase());
    (headline(before, last) && prose(after) && !name()).then_some(last.len())
}

/// Where a large letter follows a small one, or the last of several large ones, and a small one follows it.
fn seams(chunk: &str) -> impl Iterator<Item = usize> {
    let bytes = chunk.as_bytes();
    (2..bytes.len().saturating_sub(1)).filter(|&i| {
        let large = |i: usize| bytes[i].is_ascii_uppercase();
        let before = bytes[i - 1].is_ascii_lowercase() || large(i - 1) && large(i - 2);
        large(i) && before && bytes[i + 1].is_ascii_lowercase()
    })
}

/// Whether what stands before, back to where the last sentence ends, is written as headlines are.
fn headline(before: &str, last: &str) -> bool {
    let ends = |c: char| matches!(c, '.' | '?' | '!' | '"' | '”');
    let own = before.rsplit(ends).next().unwrap_or(before);
    if POINTERS.iter().any(|pointer| pointer.strip_suffix(last).is_some_and(|first| own.trim_start() == first)) {
        return true;
    }
    let words = own.split_whitespace().chain([last]).filter(|word| word.chars().count() > SHORT);
    let (large, all) =
        words.fold((0, 0), |(large, all), word| (large + usize::from(!word.starts_with(char::is_lowercase)), all + 1));
    all >= FEWEST && large * 10 >= all * 7
}

/// Whether what stands behind is written as sentences are: of its first words as many small as large.
fn prose(after: &str) -> bool {
    let words = after.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let words: Vec<&str> = words.take(BEHIND).collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.len() * 2 > BEHIND && small * 2 >= words.len()
}
