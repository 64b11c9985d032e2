//! Indonesian word formation: which base and voice a verb form has, and which forms a base has.
//!
//! The nasal prefix meN- fuses with its base (p, t, k and s are lost), so a form has several possible bases; whoever
//! knows the bases of the language chooses among [`analyses`]. Rules after Sneddon et al., *Indonesian: A Comprehensive
//! Grammar* (2010), chapter 1.

/// How the parties of a verb stand to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// meN-: the subject acts.
    Active,
    /// di-: the subject undergoes.
    Passive,
    /// ter-: the subject undergoes, or is in a state, with no actor in view.
    Stative,
    /// ber- or no prefix: neither.
    Plain,
}

/// The suffix that makes a base take another object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applicative {
    /// None.
    None,
    /// -kan: the object is moved or made.
    Kan,
    /// -i: the object is the goal or the recipient.
    I,
}

/// One way to take a form apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Analysis {
    /// What is left without prefix and suffix.
    pub base: String,
    /// The voice that the prefix marks.
    pub voice: Voice,
    /// The applicative suffix.
    pub applicative: Applicative,
}

/// The active form of `base` ("kirim" gives "mengirim", "nyatakan" gives "menyatakan").
pub fn active(base: &str) -> String {
    let mut letters = base.chars();
    let (first, second) = (letters.next().unwrap_or_default(), letters.next().unwrap_or_default());
    let rest = |n: usize| base.chars().skip(n).collect::<String>();
    let cluster = !"aiueo".contains(second);
    match first {
        // Loans that open with two consonants keep the first ("mengklaim", "memprediksi", "mentransfer").
        'k' if cluster => format!("meng{base}"),
        'p' if cluster => format!("mem{base}"),
        't' | 's' if cluster => format!("men{base}"),
        'k' => format!("meng{}", rest(1)),
        'p' => format!("mem{}", rest(1)),
        's' => format!("meny{}", rest(1)),
        't' => format!("men{}", rest(1)),
        'b' | 'f' | 'v' => format!("mem{base}"),
        'd' | 'c' | 'j' | 'z' => format!("men{base}"),
        _ if "aiueogh".contains(first) => format!("meng{base}"),
        _ => format!("me{base}"),
    }
}

/// The passive form of `base` ("kirim" gives "dikirim").
pub fn passive(base: &str) -> String {
    format!("di{base}")
}

/// Every way to take the lower-case verb form `form` apart, in a fixed order; the form itself, as its own base, comes last.
pub fn analyses(form: &str) -> Vec<Analysis> {
    let mut found = Vec::new();
    for (stem, voice) in without_prefix(form) {
        for (base, applicative) in without_suffix(&stem) {
            if base.chars().count() >= 2 {
                found.push(Analysis { base: base.to_owned(), voice, applicative });
            }
        }
    }
    found
}

/// The two parts of a reduplicated word ("negara-negara") where it is one: whole, or with an affix on one part.
pub fn reduplicated(form: &str) -> Option<(&str, &str)> {
    let (left, right) = form.split_once('-')?;
    let alike = left.chars().take(3).eq(right.chars().take(3));
    let ends_alike = left.len() >= 3 && right.len() >= 3 && (right.contains(left) || left.ends_with(right));
    ((alike || ends_alike) && left.chars().all(char::is_alphabetic) && right.chars().all(char::is_alphabetic))
        .then_some((left, right))
}

/// What related words have in common, roughly: `form` (lower case) without particles, possessive, suffix and prefix. No
/// dictionary tells affixes from letters of the root, so it may cut too much; alike words are cut alike.
pub fn stem(form: &str) -> String {
    let mut stem = form;
    for ending in ["lah", "kah", "nya"] {
        stem = stem.strip_suffix(ending).filter(|rest| rest.len() > 3).unwrap_or(stem);
    }
    for ending in ["kan", "an", "i"] {
        if let Some(rest) = stem.strip_suffix(ending).filter(|rest| rest.len() > 4) {
            stem = rest;
            break;
        }
    }
    for (prefix, lost) in STEM_PREFIXES {
        let Some(rest) = stem.strip_prefix(prefix).filter(|rest| rest.len() > 2) else { continue };
        let swallowed = prefix.ends_with("ny") || rest.starts_with(['a', 'i', 'u', 'e', 'o']);
        return if swallowed { format!("{lost}{rest}") } else { rest.to_owned() };
    }
    stem.to_owned()
}

/// The prefixes of verbs and nouns, with the letter that they swallow before a vowel.
const STEM_PREFIXES: [(&str, &str); 16] = [
    ("menge", ""),
    ("meny", "s"),
    ("meng", ""),
    ("men", "t"),
    ("mem", "p"),
    ("me", ""),
    ("penge", ""),
    ("peny", "s"),
    ("peng", ""),
    ("pen", "t"),
    ("pem", "p"),
    ("pe", ""),
    ("di", ""),
    ("ber", ""),
    ("ter", ""),
    ("ke", ""),
];

fn without_prefix(form: &str) -> Vec<(String, Voice)> {
    let mut stems: Vec<(String, Voice)> = Vec::new();
    let mut add = |stem: String, voice| {
        if !stems.iter().any(|(s, v)| *s == stem && *v == voice) {
            stems.push((stem, voice));
        }
    };
    // meN- keeps some first letters and swallows others: every base that would give the form is offered.
    for (prefix, lost) in [("meny", "s"), ("meng", "k"), ("mem", "p"), ("men", "t"), ("me", "")] {
        let Some(stem) = form.strip_prefix(prefix) else { continue };
        let vowel = stem.starts_with(['a', 'i', 'u', 'e', 'o']);
        if prefix != "meny" && active(stem) == form {
            add(stem.to_owned(), Voice::Active);
        }
        if vowel && !lost.is_empty() {
            add(format!("{lost}{stem}"), Voice::Active);
        }
    }
    if let Some(stem) = form.strip_prefix("di") {
        add(stem.to_owned(), Voice::Passive);
    }
    if let Some(stem) = form.strip_prefix("ter") {
        add(stem.to_owned(), Voice::Stative);
    }
    if let Some(stem) = form.strip_prefix("ber") {
        add(stem.to_owned(), Voice::Plain);
    }
    add(form.to_owned(), Voice::Plain);
    stems
}

fn without_suffix(stem: &str) -> Vec<(&str, Applicative)> {
    let mut bases = Vec::new();
    if let Some(base) = stem.strip_suffix("kan") {
        bases.push((base, Applicative::Kan));
    }
    if let Some(base) = stem.strip_suffix('i') {
        bases.push((base, Applicative::I));
    }
    bases.push((stem, Applicative::None));
    bases
}

#[cfg(test)]
mod tests {
    use super::{Applicative, Voice, active, analyses, passive, reduplicated, stem};

    #[test]
    fn a_base_takes_the_nasal_that_its_first_letter_asks_for() {
        for (base, form) in [
            ("kirim", "mengirim"),
            ("pasok", "memasok"),
            ("tuduh", "menuduh"),
            ("sangkal", "menyangkal"),
            ("bantah", "membantah"),
            ("dakwa", "mendakwa"),
            ("nyatakan", "menyatakan"),
            ("akui", "mengakui"),
            ("hibahkan", "menghibahkan"),
            ("lapor", "melapor"),
            ("khianati", "mengkhianati"),
            ("klaim", "mengklaim"),
            ("transfer", "mentransfer"),
        ] {
            assert_eq!(active(base), form);
        }
        assert_eq!(passive("kirim"), "dikirim");
    }

    #[test]
    fn a_form_is_taken_apart_into_base_voice_and_applicative() {
        for (form, base, voice, applicative) in [
            ("mengirimi", "kirim", Voice::Active, Applicative::I),
            ("mengirimkan", "kirim", Voice::Active, Applicative::Kan),
            ("dikirim", "kirim", Voice::Passive, Applicative::None),
            ("memasok", "pasok", Voice::Active, Applicative::None),
            ("membantah", "bantah", Voice::Active, Applicative::None),
            ("menyerahkan", "serah", Voice::Active, Applicative::Kan),
            ("terkuras", "kuras", Voice::Stative, Applicative::None),
            ("bertolak", "tolak", Voice::Plain, Applicative::None),
            ("kata", "kata", Voice::Plain, Applicative::None),
        ] {
            let found = analyses(form);
            assert!(
                found.iter().any(|a| a.base == base && a.voice == voice && a.applicative == applicative),
                "{form}: {found:?}"
            );
        }
    }

    #[test]
    fn related_words_have_one_stem() {
        for alike in [
            &["menyerang", "serangan", "diserang", "penyerangan"][..],
            &["menuduh", "tuduhan", "dituduh", "tuduhannya"],
            &["memasok", "pasokan", "pemasok"],
        ] {
            let stems: Vec<String> = alike.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{alike:?}: {stems:?}");
        }
        assert_ne!(stem("serangan"), stem("sarang"));
    }

    #[test]
    fn reduplication_is_told_from_compounds() {
        assert_eq!(reduplicated("negara-negara"), Some(("negara", "negara")));
        assert_eq!(reduplicated("rudal-rudal"), Some(("rudal", "rudal")));
        assert_eq!(reduplicated("undang-undangnya"), Some(("undang", "undangnya")));
        assert_eq!(reduplicated("baru-baru"), Some(("baru", "baru")));
        assert_eq!(reduplicated("non-aktif"), None);
        assert_eq!(reduplicated("korea-amerika"), None);
    }
}
