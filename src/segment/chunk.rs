//! What hangs together without a space, and where it is cut all the same.

use super::words::WordLists;

/// The next place at which a chunk is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// It is one word.
    None,
    /// A mark of `length` bytes at `at` stands alone.
    Mark { at: usize, length: usize },
    /// The rest after a hyphen of `hyphen` bytes at `at` is a clitic ("KPK-nya").
    Enclitic { at: usize, hyphen: usize },
    /// Two words touch at `at` ("Rp500").
    Between { at: usize },
}

/// Whether `c` is part of words.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a name in social media ("@nama") or a topic ("#nama") begins here.
pub(super) fn is_handle(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('@' | '#')) && chars.next().is_some_and(is_word_char)
}

/// The length of the web address that begins `rest`, if one does.
pub(super) fn web_address(rest: &str) -> Option<usize> {
    if !matches!(rest.as_bytes().first(), Some(b'h' | b'H' | b'w' | b'W')) {
        return None;
    }
    let begins = |prefix: &str| rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if !["http://", "https://", "www."].into_iter().any(begins) {
        return None;
    }
    let whole = rest.split(|c: char| c.is_whitespace() || "\"“”<>".contains(c)).next().unwrap_or_default();
    Some(whole.trim_end_matches(|c: char| ".,;:!?)]}'’".contains(c)).len())
}

/// The length of the longest run of word characters, and of marks between two of them that can belong to a word.
pub(super) fn length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let Some((_, mut before)) = chars.next() else { return 0 };
    while let Some((at, c)) = chars.next() {
        if !is_word_char(c) {
            let Some(&(_, after)) = chars.peek() else { return at };
            if !joins(before, c, after) {
                return at;
            }
        }
        before = c;
    }
    rest.len()
}

fn joins(before: char, mark: char, after: char) -> bool {
    let words = is_word_char(before) && is_word_char(after);
    match mark {
        '.' | '/' | '@' => words,
        ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => before.is_alphabetic() && after.is_alphabetic(),
        '&' => before.is_uppercase() && after.is_uppercase(),
        _ => is_hyphen(mark) && words,
    }
}

/// Whether the chunk is an e-mail address or the name of a site.
pub(super) fn is_address(chunk: &str) -> bool {
    if !chunk.contains('.') {
        return false;
    }
    let host = chunk.split('/').next().unwrap_or(chunk);
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let known = ["com", "id", "net", "org", "co", "go", "info", "gov", "edu", "tv", "news", "uk", "io", "me"];
    name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && (chunk.contains('@') || known.iter().any(|known| top.eq_ignore_ascii_case(known)))
}

/// Digits with their separators and nothing else.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

/// Cheap test that saves most words the look at their clitics.
pub(super) fn may_hold_clitics(word: &str) -> bool {
    let bytes = word.as_bytes();
    let ends = matches!(bytes, [.., _, b'n' | b'N', b'y' | b'Y', b'a' | b'A'])
        || matches!(bytes, [.., b'l' | b'k', b'a', b'h'] | [.., b'p', b'u', b'n'] | [.., b'k' | b'm', b'u']);
    ends || matches!(bytes, [b'k', b'u', ..] | [b'k', b'a', b'u', ..])
}

/// A single large letter, as before a surname.
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Single letters with full stops between ("U.S"), or an academic degree ("M.Si", "Ph.D").
pub(super) fn is_initialism(word: &str) -> bool {
    let mut labels = word.split('.');
    let Some(first) = labels.next() else { return false };
    let short = |label: &str, most: usize| {
        label.starts_with(char::is_uppercase) && label.len() <= most && label.chars().all(char::is_alphabetic)
    };
    let mut rest = labels.peekable();
    short(first, 2) && rest.peek().is_some() && rest.all(|label| short(label, 4))
}

/// Where `chunk` is first cut.
pub(super) fn first_cut(chunk: &str, lists: &WordLists) -> Cut {
    if let Some(cut) = currency_cut(chunk) {
        return cut;
    }
    if chunk.bytes().all(|byte| byte.is_ascii_alphanumeric()) || is_initialism(chunk) {
        return Cut::None;
    }
    for (at, c) in chunk.char_indices() {
        let (left, right) = (chunk.get(..at).unwrap_or_default(), chunk.get(at + c.len_utf8()..).unwrap_or_default());
        let cut = match c {
            '/' if !keeps_slash(chunk) => Cut::Mark { at, length: 1 },
            '.' => dot_cut(left, right, lists),
            _ if is_hyphen(c) => hyphen_cut(chunk, at, c.len_utf8(), lists),
            _ => Cut::None,
        };
        if cut != Cut::None {
            return cut;
        }
    }
    Cut::None
}

fn currency_cut(chunk: &str) -> Option<Cut> {
    let prefix = chunk.find(|c: char| c.is_ascii_digit())?;
    let known = ["rp", "usd", "idr", "rm", "eur"];
    let is_currency = chunk.get(..prefix).is_some_and(|head| known.iter().any(|one| head.eq_ignore_ascii_case(one)));
    (is_currency && is_number(chunk.get(prefix..)?)).then_some(Cut::Between { at: prefix })
}

/// Dates, seasons, quarters and file numbers keep their slashes; choices ("dan/atau") do not.
fn keeps_slash(chunk: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let code = |part: &str| part.chars().all(|c| !c.is_lowercase());
    let part_count = chunk.split('/').count();
    chunk.split('/').all(digits)
        || chunk.split('/').all(|part| part.chars().count() == 1)
        || (chunk.split('/').any(digits) && chunk.split('/').all(code) && !chunk.split('/').any(|p| p.contains(',')))
            && (part_count > 2 || !chunk.split('/').all(is_number))
}

fn dot_cut(left: &str, right: &str, lists: &WordLists) -> Cut {
    let at = left.len();
    let word = left.rsplit(|c: char| !is_word_char(c)).next().unwrap_or(left);
    let digit_before = left.ends_with(|c: char| c.is_ascii_digit());
    let digit_after = right.starts_with(|c: char| c.is_ascii_digit());
    if digit_before && digit_after || is_file_number(left, right) {
        Cut::None
    } else if lists.abbreviation(word).is_some() {
        Cut::Between { at: at + 1 }
    } else if is_initial(word) && right.starts_with(char::is_uppercase) {
        Cut::None
    } else {
        Cut::Mark { at, length: 1 }
    }
}

fn is_file_number(left: &str, right: &str) -> bool {
    (left.contains('/') || right.contains('/')) && !left.chars().chain(right.chars()).any(char::is_lowercase)
}

/// A date such as 2023-10-26.
fn is_iso_date(chunk: &str) -> bool {
    chunk.len() == 10 && chunk.split('-').map(str::len).eq([4, 2, 2])
}

fn hyphen_cut(chunk: &str, at: usize, length: usize, lists: &WordLists) -> Cut {
    let left = chunk.get(..at).unwrap_or_default();
    let right = chunk.get(at + length..).unwrap_or_default();
    if ["nya", "lah", "kah", "pun", "ku", "mu"].iter().any(|clitic| right.eq_ignore_ascii_case(clitic)) {
        return Cut::Enclitic { at, hyphen: length };
    }
    let right = right.split(is_hyphen).next().unwrap_or(right);
    if is_number(left) && is_number(right) {
        return if is_iso_date(chunk) { Cut::None } else { Cut::Mark { at, length } };
    }
    let large = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    if !large(left) || !large(right) || left.eq_ignore_ascii_case(right) {
        return Cut::None;
    }
    let (left_lower, right_lower) = (left.to_lowercase(), right.to_lowercase());
    let acronym = |word: &str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let apart = (acronym(left) || acronym(right)) && left.len() > 1 && right.len() > 1
        || lists.is_compound_name(&left_lower)
        || lists.is_compound_name(&right_lower);
    if apart && !lists.is_joining_prefix(&left_lower) { Cut::Mark { at, length } } else { Cut::None }
}
