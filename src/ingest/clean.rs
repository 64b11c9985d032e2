//! Bytes to text that every later stage, terminal and picture can bear.

use super::error::Problem;

/// Decodes UTF-8 with or without a byte-order mark, and ends lines by `\n` alone. Text without a byte-order mark, `\r`
/// and control characters comes back as it is, byte for byte.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Problem::NotUtf8 { at: 0 });
    }
    if bytes.contains(&0) || bytes.starts_with(b"%PDF") {
        return Err(Problem::Binary);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        if looks_binary(error.as_bytes()) { Problem::Binary } else { Problem::NotUtf8 { at } }
    })?;
    Ok(clean(text))
}

/// Removes a byte-order mark, turns `\r\n` and `\r` into `\n`, and puts a blank of the same length in place of each
/// character that could command a terminal or that XML forbids.
pub(super) fn clean(text: String) -> String {
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    if !text.contains(is_unsafe) {
        return text;
    }
    let blank = |c: char| match c.len_utf8() {
        _ if !is_unsafe(c) => c,
        1 => ' ',
        2 => '\u{a0}',
        _ => '\u{fffd}',
    };
    text.chars().map(blank).collect()
}

/// The value of a metadata field on one line, or nothing where nothing is left.
pub(super) fn one_line(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split(|c: char| c.is_whitespace() || is_unsafe(c)).filter(|w| !w.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn is_unsafe(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Text in an old encoding has letters above 127 but hardly a control character; images and archives are full of them.
fn looks_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|b| **b < 0x20 && !matches!(**b, b'\n' | b'\r' | b'\t' | 0x0c)).count();
    controls * 50 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::{Problem, clean, decode, one_line};

    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let got = decode(bytes.to_vec()).map_err(|problem| match problem {
            Problem::Binary => "binary".to_owned(),
            Problem::NotUtf8 { at } => format!("not UTF-8 at {at}"),
            other => format!("{other:?}"),
        });
        assert_eq!(got.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn decodes() {
        check("Ia “pergi”.\n\n".as_bytes(), Ok("Ia “pergi”.\n\n"));
        check(b"\xef\xbb\xbfsatu\r\ndua\rtiga\n", Ok("satu\ndua\ntiga\n"));
        check(b"Ia \xd2pergi\xd3.", Err("not UTF-8 at 3"));
        check(b"\xff\xfeI\0a\0", Err("not UTF-8 at 0"));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Err("binary"));
        check(b"\xff\xd8\xff\x01\x02\x03\x04", Err("binary"));
        check(b"%PDF-1.7 ...", Err("binary"));
    }

    #[test]
    fn control_characters_leave_blanks_of_their_own_length() {
        for (input, expected) in [("a\x1b[2Jb", "a [2Jb"), ("a\u{9b}b", "a\u{a0}b"), ("a\u{ffff}b", "a\u{fffd}b")] {
            let got = clean(input.to_owned());
            assert_eq!((got.as_str(), got.len()), (expected, input.len()));
        }
    }

    #[test]
    fn metadata_stands_on_one_line() {
        assert_eq!(one_line("  Bantah\n\tTuduhan\u{7} ").as_deref(), Some("Bantah Tuduhan"));
        assert_eq!(one_line(" \n "), None);
    }
}
