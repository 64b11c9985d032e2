//! The word lists that segmentation rests on, read from `data/segment/`.

use std::sync::LazyLock;

/// Which words are common nouns or names of places, counted over news: the table that `language::Vocabulary` parses.
pub(crate) const COUNTED_WORDS: &str = include_str!("../../data/model/words.tsv");

/// What may follow an abbreviation's full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AbbreviationUse {
    /// It stands before what it belongs to, so its full stop never ends a sentence.
    Before,
    /// An abbreviation only before digits.
    Number,
    /// It may end a sentence too.
    End,
}

/// All lists, each sorted.
pub(super) struct WordLists {
    abbreviations: Vec<(&'static str, AbbreviationUse)>,
    unsplit_nya: Vec<&'static str>,
    unsplit_roots: Vec<&'static str>,
    hosts: Vec<&'static str>,
    proclitic_stems: Vec<&'static str>,
    compound_names: Vec<&'static str>,
    joining_prefixes: Vec<&'static str>,
    letter_nouns: Vec<&'static str>,
    inner_capitals: Vec<&'static str>,
    common: Vec<&'static str>,
}

/// The lists of this crate, parsed once.
pub(super) static WORD_LISTS: LazyLock<WordLists> = LazyLock::new(|| WordLists {
    abbreviations: abbreviations(include_str!("../../data/segment/abbreviations.tsv")),
    unsplit_nya: list(include_str!("../../data/segment/unsplit-nya.txt")),
    unsplit_roots: list(include_str!("../../data/segment/unsplit-roots.txt")),
    hosts: list(include_str!("../../data/segment/hosts.txt")),
    proclitic_stems: list(include_str!("../../data/segment/proclitic-stems.txt")),
    compound_names: list(include_str!("../../data/segment/compound-names.txt")),
    joining_prefixes: list(include_str!("../../data/segment/joining-prefixes.txt")),
    letter_nouns: list(include_str!("../../data/segment/letter-nouns.txt")),
    inner_capitals: list(include_str!("../../data/segment/inner-capitals.txt")),
    common: common(COUNTED_WORDS),
});

/// Prefixes under which a root is still the same word for clitics ("masalah", "bermasalah").
const PREFIXES: [&str; 16] =
    ["ber", "be", "ter", "meng", "meny", "mem", "men", "me", "di", "se", "pe", "per", "ke", "memper", "diper", "peng"];

impl WordLists {
    /// What `word`, written without its full stop, is as an abbreviation.
    pub(super) fn abbreviation(&self, word: &str) -> Option<AbbreviationUse> {
        let large = word.starts_with(char::is_uppercase);
        let exact = self.abbreviations.binary_search_by(|(form, _)| (*form).cmp(word)).ok();
        let found = exact.or_else(|| {
            self.abbreviations.iter().position(|(form, _)| large && form.eq_ignore_ascii_case(word)).filter(|_| large)
        })?;
        self.abbreviations.get(found).map(|(_, use_)| *use_)
    }

    /// Whether the -nya of `lower` belongs to the word.
    pub(super) fn keeps_nya(&self, lower: &str) -> bool {
        holds(&self.unsplit_nya, lower)
    }

    /// Whether `lower` is a word, perhaps prefixed or doubled, whose end only looks like a clitic.
    pub(super) fn keeps_particle(&self, lower: &str) -> bool {
        let last = lower.rsplit('-').next().unwrap_or(lower);
        let root = |word: &str| holds(&self.unsplit_roots, word);
        root(last) || PREFIXES.iter().any(|prefix| last.strip_prefix(prefix).is_some_and(root))
    }

    /// Whether `lower` takes particles even where it is written large.
    pub(super) fn is_host(&self, lower: &str) -> bool {
        holds(&self.hosts, lower)
    }

    /// Whether `lower` is a verb stem that ku- and kau- stand before.
    pub(super) fn is_proclitic_stem(&self, lower: &str) -> bool {
        holds(&self.proclitic_stems, lower)
    }

    /// Whether `lower` is a name that stays a word of its own beside a hyphen.
    pub(super) fn is_compound_name(&self, lower: &str) -> bool {
        holds(&self.compound_names, lower)
    }

    /// Whether `lower` is a first part that never stands alone before a hyphen.
    pub(super) fn is_joining_prefix(&self, lower: &str) -> bool {
        holds(&self.joining_prefixes, lower)
    }

    /// Whether `lower` begins a name that is written with a capital inside.
    pub(super) fn has_inner_capital(&self, lower: &str) -> bool {
        self.inner_capitals.iter().any(|name| lower.starts_with(name))
    }

    /// Whether `lower` is a common word or the name of a place, and not only part of names.
    pub(super) fn is_common(&self, lower: &str) -> bool {
        holds(&self.common, lower)
    }

    /// Whether a single letter after `lower` is a label and not an initial.
    pub(super) fn is_letter_noun(&self, lower: &str) -> bool {
        holds(&self.letter_nouns, lower)
    }
}

fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

fn rows(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn list(source: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = rows(source).collect();
    words.sort_unstable();
    words
}

/// The first column of a table.
fn common(source: &'static str) -> Vec<&'static str> {
    let mut words: Vec<_> = rows(source).filter_map(|row| row.split('\t').next()).collect();
    words.sort_unstable();
    words
}

fn abbreviations(source: &'static str) -> Vec<(&'static str, AbbreviationUse)> {
    let mut forms: Vec<_> = rows(source)
        .filter_map(|row| {
            let (form, use_) = row.split_once('\t')?;
            let use_ = match use_ {
                "before" => AbbreviationUse::Before,
                "number" => AbbreviationUse::Number,
                "end" => AbbreviationUse::End,
                _ => return None,
            };
            Some((form, use_))
        })
        .collect();
    forms.sort_unstable_by_key(|(form, _)| *form);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_abbreviations_is_read_once() {
        let source = include_str!("../../data/segment/abbreviations.tsv");
        let forms = &WORD_LISTS.abbreviations;
        assert_eq!(forms.len(), rows(source).count() - 1, "a row names a use that does not exist");
        assert!(forms.windows(2).all(|pair| pair[0].0 != pair[1].0), "a form stands twice");
    }

    #[test]
    fn no_list_holds_a_word_twice_or_written_large() {
        let lists = &WORD_LISTS;
        let all = [
            &lists.unsplit_nya,
            &lists.unsplit_roots,
            &lists.hosts,
            &lists.proclitic_stems,
            &lists.compound_names,
            &lists.joining_prefixes,
            &lists.letter_nouns,
            &lists.inner_capitals,
        ];
        for words in all {
            assert!(!words.is_empty());
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{words:?}");
            assert!(words.iter().all(|word| word.to_lowercase() == **word), "{words:?}");
        }
    }
}
