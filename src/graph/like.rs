//! Denials that spell out what others claim in words of their own: in the same breath ("P, yang dibantah X"), or in nearly
//! the same words.

use super::facts::{Facts, StatementFact};
use super::model::Basis;
use super::propositions::{Place, statements};
use super::text::words;
use crate::extract::{ContentIs, StatementKind};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter words ("di", "dan", "akan") are in every sentence.
const LETTERS: usize = 5;
/// So many words a claim must hold before the denial within it, to be more than the report of that denial.
const BEFORE: usize = 6;
/// So many words must be shared, in one article and over several.
const SHARED: (usize, usize) = (4, 5);
/// So many percent of the denial's words must be in the claim, and of the claim's in the denial.
const PERCENT: (usize, usize) = (80, 50);
/// Over several articles, claim and denial are published this near to each other.
const DAYS: i32 = 30;

/// Denials with the statements that they answer, both by place.
pub(super) fn pairs(facts: &[&Facts]) -> Vec<((Place, Place), Basis)> {
    let denials: Vec<Denial> = statements(facts).filter_map(Denial::new).collect();
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, denial) in denials.iter().enumerate() {
        for word in &denial.words {
            by_word.entry(word).or_default().push(i);
        }
    }
    let mut found = Vec::new();
    for (place, article, claim) in statements(facts).filter(|it| puts_forward(it.2)) {
        let own = content_words(claim);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for i in own.iter().filter_map(|word| by_word.get(word.as_str())).flatten() {
            *shared.entry(*i).or_default() += 1;
        }
        for (denial, count) in shared.into_iter().filter_map(|(i, count)| Some((denials.get(i)?, count))) {
            let together = denial.place.0 == place.0;
            if together && denial.within(claim) {
                found.push(((denial.place, place), Basis::SameWords));
            } else if denial.like(count, own.len(), together) && (together || near(denial.published, article.published))
            {
                found.push(((denial.place, place), Basis::LikeWords));
            }
        }
    }
    found
}

/// A denial whose content is what it rejects.
struct Denial<'a> {
    place: Place,
    fact: &'a StatementFact,
    words: BTreeSet<String>,
    published: Option<Date>,
}

impl<'a> Denial<'a> {
    fn new((place, article, fact): (Place, &'a Facts, &'a StatementFact)) -> Option<Self> {
        let spelt = fact.kind == StatementKind::Denial && fact.content_is == Some(ContentIs::Rejected);
        spelt.then(|| Self { place, fact, words: content_words(fact), published: article.published })
    }

    /// Whether claim and denial share their words in the text itself.
    fn within(&self, claim: &StatementFact) -> bool {
        let (own, other) = (&self.fact.content, &claim.content);
        let shared = own.end.min(other.end).saturating_sub(own.start.max(other.start));
        let shorter = (own.end - own.start).min(other.end - other.start);
        let cue = self.fact.cue.as_ref().map_or(own.start, |cue| cue.start);
        let before = cue.checked_sub(other.start).and_then(|before| other.text.get(..before));
        2 * shared >= shorter && before.is_none_or(|before| words(before).count() >= BEFORE)
    }

    fn like(&self, shared: usize, of_claim: usize, together: bool) -> bool {
        shared >= if together { SHARED.0 } else { SHARED.1 }
            && shared * 100 >= PERCENT.0 * self.words.len()
            && shared * 100 >= PERCENT.1 * of_claim
    }
}

fn puts_forward(fact: &StatementFact) -> bool {
    matches!(fact.kind, StatementKind::Claim | StatementKind::Accusation | StatementKind::Confirmation)
}

fn content_words(fact: &StatementFact) -> BTreeSet<String> {
    words(&fact.content.text).filter(|word| word.chars().count() >= LETTERS).collect()
}

fn near(one: Option<Date>, other: Option<Date>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    one.duration_until(other).as_hours().abs() <= i64::from(DAYS) * 24
}
