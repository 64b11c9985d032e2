//! What belongs to what: pairs of like things, and ids of a reading as those of the annotated file.

use std::collections::{BTreeMap, BTreeSet};

/// One-to-one pairs, the heaviest first, as indices; what weighs nothing stays alone.
pub(super) fn pair<A, B>(left: &[A], right: &[B], weigh: impl Fn(&A, &B) -> f64) -> Vec<(usize, usize)> {
    let weighed = |i: usize, a: &A| -> Vec<_> { right.iter().enumerate().map(|(j, b)| (weigh(a, b), i, j)).collect() };
    let mut rows: Vec<(f64, usize, usize)> = left.iter().enumerate().flat_map(|(i, a)| weighed(i, a)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_left, mut used_right) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (weight, i, j) in rows {
        if weight > 0.0 && !used_left.contains(&i) && !used_right.contains(&j) {
            used_left.insert(i);
            used_right.insert(j);
            pairs.push((i, j));
        }
    }
    pairs
}

/// The annotated ids of the actors of a reading.
#[derive(Clone, Debug)]
pub(super) struct Ids<'a> {
    to_gold: BTreeMap<&'a str, &'a str>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(to_gold: BTreeMap<&'a str, &'a str>) -> Self {
        Self { to_gold }
    }

    pub(super) fn get(&self, id: &str) -> Option<&'a str> {
        self.to_gold.get(id).copied()
    }

    /// The annotated id, or one that no annotated actor has.
    pub(super) fn mapped(&self, id: &str) -> String {
        self.get(id).map_or_else(|| format!("?{id}"), str::to_owned)
    }

    pub(super) fn all_mapped(&self, ids: &[String]) -> BTreeSet<String> {
        ids.iter().map(|id| self.mapped(id)).collect()
    }

    /// Nobody wrong, and at least half of those who are right.
    pub(super) fn agree(&self, gold: &[String], found: &[String]) -> bool {
        let gold: BTreeSet<String> = gold.iter().cloned().collect();
        let found = self.all_mapped(found);
        found.is_subset(&gold) && 2 * found.len() >= gold.len()
    }
}
