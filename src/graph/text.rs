//! Words compared without regard to case and marks.

/// The words of a text in lower case, without marks; "U.S." and "Jong-un" are `us` and `jong un`.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let joined = |mark: char| matches!(mark, '.' | '\'' | '’' | '‘' | 'ʼ');
    text.split(move |letter: char| !letter.is_alphanumeric() && !joined(letter)).filter_map(move |piece| {
        let word: String =
            piece.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if word.is_empty() { None } else { Some(word) }
    })
}

/// The words of a text in lower case with one space between them.
pub fn normal(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn case_spaces_and_marks_do_not_count() {
        for (text, expected) in [
            ("  Korea \n Utara", "korea utara"),
            ("U.S.", "us"),
            ("Kim Jong-un", "kim jong un"),
            ("\"Jum'at\" (8/11)", "jumat 8 11"),
            ("Türkiye", "türkiye"),
            ("…", ""),
        ] {
            assert_eq!(normal(text), expected);
        }
    }
}
