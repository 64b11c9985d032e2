//! Dictionary forms: the affixes of the language offer several, a trained model chooses among them.
//!
//! Treebanks differ in what they write: one keeps the capitals of names, another writes all in small letters, so the
//! choice knows the annotation style as the tagger does.

use super::hash::{bytes as hash_of, pair};
use super::linear::{Linear, best};
use super::table::WordTable;
use super::tagger::Upos;
use super::words::{EDGE, Word};
use crate::table::{Table, TableError};

/// A prefix or suffix.
#[derive(Clone, Debug)]
struct Affix {
    form: &'static str,
    /// First letter of bases that the prefix swallows.
    lost: &'static str,
}

/// The affixes of the language.
#[derive(Clone, Debug)]
pub(crate) struct Affixes {
    before: Vec<Affix>,
    after: Vec<Affix>,
}

impl Affixes {
    /// The affixes that come with the program.
    pub(crate) fn embedded() -> Result<Self, TableError> {
        let table = Table::parse("affixes", include_str!("../../../data/lexicon/affixes.tsv"))?;
        let mut affixes = Self { before: Vec::new(), after: Vec::new() };
        for row in table.rows() {
            let (id, lost) = (row.get("id")?, row.get("lost")?);
            match (id.strip_suffix('-'), id.strip_prefix('-')) {
                (Some(form), _) => affixes.before.push(Affix { form, lost }),
                (_, Some(form)) => affixes.after.push(Affix { form, lost }),
                _ => return Err(row.error("there is a hyphen neither behind nor before the affix")),
            }
        }
        Ok(affixes)
    }
}

/// A possible lemma and the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The lemma.
    pub(crate) lemma: String,
    /// Hash of what was done to the form.
    rule: u32,
}

/// The form as it is written.
const AS_WRITTEN: u32 = 1;
/// The form in small letters.
const WHOLE: u32 = 2;
/// A lemma that no rule gives, from the list of exceptions.
const LISTED: u32 = 3;
/// The shortest base, in letters.
const SHORTEST: usize = 2;

/// Forms whose lemmas no rule gives, in order.
pub(crate) type Exceptions<'b> = Vec<(&'b str, &'b str)>;

/// All lemmas that a form may have.
pub(crate) fn candidates(form: &str, affixes: &Affixes, exceptions: &Exceptions<'_>) -> Vec<Candidate> {
    let lower = form.to_lowercase();
    let mut found = Vec::new();
    if lower != form {
        found.push(Candidate { lemma: form.to_owned(), rule: AS_WRITTEN });
    }
    found.push(Candidate { lemma: lower.clone(), rule: WHOLE });
    let from = exceptions.partition_point(|(listed, _)| *listed < lower.as_str());
    for (_, lemma) in exceptions.iter().skip(from).take_while(|(listed, _)| *listed == lower) {
        found.push(Candidate { lemma: (*lemma).to_owned(), rule: LISTED });
    }
    if !lower.starts_with(char::is_alphabetic) {
        return found;
    }
    take_apart(&lower, 4, affixes, &mut found);
    if let Some((left, right)) = lower.split_once('-') {
        for (part, rule) in [(left, 5), (right, 6)] {
            if part.chars().count() >= SHORTEST && part.chars().all(char::is_alphabetic) {
                found.push(Candidate { lemma: part.to_owned(), rule });
                take_apart(part, rule, affixes, &mut found);
            }
        }
    }
    found
}

/// Takes prefixes and suffixes off `form`; `way` tells how the form came about.
fn take_apart(form: &str, way: u32, affixes: &Affixes, found: &mut Vec<Candidate>) {
    let mut strip = |stem: &str, lost: &str, rule: u32| {
        let mut add = |base: &str, suffix: &str| {
            if lost.len() + base.len() > SHORTEST && (rule, suffix) != (way, "") {
                let rule = pair(rule, hash_of(suffix.as_bytes()));
                found.push(Candidate { lemma: format!("{lost}{base}"), rule });
            }
        };
        add(stem, "");
        for suffix in &affixes.after {
            if let Some(base) = stem.strip_suffix(suffix.form) {
                add(base, suffix.form);
            }
        }
    };
    strip(form, "", way);
    for prefix in &affixes.before {
        let Some(stem) = form.strip_prefix(prefix.form) else { continue };
        let rule = pair(way, hash_of(prefix.form.as_bytes()));
        strip(stem, "", rule);
        if !prefix.lost.is_empty() {
            strip(stem, prefix.lost, pair(rule, 1));
        }
    }
}

/// What features see of the token whose lemma is sought.
#[derive(Clone, Copy)]
pub(crate) struct Place<'s> {
    /// The words of the sentence.
    pub(crate) words: &'s [Word],
    /// The token.
    pub(crate) at: usize,
    /// Its part of speech.
    pub(crate) tag: Upos,
    /// Annotation style.
    pub(crate) style: u32,
}

/// A count that is at most `most`.
fn small(count: usize, most: u8) -> u32 {
    u32::from(u8::try_from(count).unwrap_or(most).min(most))
}

/// Writes the features of one candidate.
pub(crate) fn features(place: Place<'_>, candidate: &Candidate, table: &WordTable, out: &mut Vec<u32>) {
    let near = |offset: isize| place.at.checked_add_signed(offset).and_then(|at| place.words.get(at)).unwrap_or(&EDGE);
    let (word, rule, tag) = (near(0), candidate.rule, place.tag as u32);
    let base = candidate.lemma.as_bytes();
    let lemma = hash_of(base);
    let first = u32::from(place.at == 0 || (place.at == 1 && near(-1).shape >= 8));
    let known = table.find(lemma);
    let cluster = known.map_or(0, |entry| u32::from(entry.coarse) + 1);
    let vowels = small(base.iter().filter(|letter| b"aiueo".contains(letter)).count(), 5);
    let tagged = pair(rule, tag);
    let end = |count: usize| base.get(base.len().saturating_sub(count)..).map_or(0, hash_of);
    let start = |count: usize| base.get(..count).map_or(0, hash_of);
    let values = [
        rule,
        tagged,
        pair(rule, word.lower),
        pair(tagged, word.lower),
        lemma,
        pair(lemma, rule),
        pair(lemma, tag),
        pair(rule, known.map_or(9, |entry| u32::from(entry.usual))),
        pair(tagged, u32::from(known.is_some())),
        pair(rule, cluster),
        pair(rule, pair(cluster, word.clusters[0])),
        pair(rule, vowels),
        pair(rule, small(base.len(), 12)),
        pair(rule, start(1)),
        pair(rule, start(2)),
        pair(rule, end(1)),
        pair(rule, end(2)),
        pair(rule, end(3)),
        pair(rule, word.suffixes[3]),
        pair(rule, word.prefixes[2]),
        pair(tagged, pair(word.shape, first)),
        pair(tagged, pair(word.shape * 8 + word.usual, first)),
        pair(tagged, pair(near(-1).shape, near(1).shape)),
        pair(rule, pair(word.lower, word.shape)),
        pair(rule, near(-1).lower),
    ];
    let from = out.len();
    out.extend(values.into_iter().zip(1200..).map(|(value, template)| pair(value, template)));
    for template in [0, 1, 2, 4, 7, 20, 21, 22] {
        let value = out[from + template];
        out.push(pair(value, 0x7000 + place.style));
    }
}

/// The trained choice.
#[derive(Clone, Debug)]
pub(crate) struct LemmaModel<'b> {
    affixes: Affixes,
    exceptions: Exceptions<'b>,
    weights: Linear<'b, 1>,
}

impl<'b> LemmaModel<'b> {
    /// Reads the stored form: the length of the exceptions in four bytes, the exceptions (form, tab, lemma on each
    /// line), the weights.
    pub(crate) fn new(bytes: &'b [u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (text, rows) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let exceptions = str::from_utf8(text).ok()?.lines().map(|line| line.split_once('\t')).collect::<Option<_>>()?;
        Some(Self { affixes: Affixes::embedded().ok()?, exceptions, weights: Linear::new(rows)? })
    }

    /// The lemma of one token.
    pub(crate) fn lemma(&self, form: &str, place: Place<'_>, table: &WordTable, buffer: &mut Vec<u32>) -> String {
        let mut candidates = candidates(form, &self.affixes, &self.exceptions);
        let score = |candidate: &Candidate| {
            buffer.clear();
            features(place, candidate, table, buffer);
            self.weights.scores(buffer)[0]
        };
        let scores: Vec<i16> = candidates.iter().map(score).collect();
        candidates.swap_remove(best(&scores)).lemma
    }
}
