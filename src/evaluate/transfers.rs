//! What passes from whom to whom, and what each party holds of it.

use super::annotation::{Annotation, Transfer};
use super::names::shared_words;
use super::pairs::pair;
use super::tally::Measure;
use super::{Comparison, Ids};
use std::collections::BTreeSet;

/// Compares the transfers.
pub(super) fn compare(to: &mut Comparison, ids: &Ids<'_>, gold: &Annotation, found: &Annotation) {
    let (ours, theirs) = (&gold.transfers, &found.transfers);
    let pairs = pair(ours, theirs, |g, f| weigh(ids, g, f));
    let right = |g: &Transfer, f: &Transfer| {
        g.category == f.category && ids.agree(&g.giver, &f.giver) && ids.agree(&g.recipient, &f.recipient)
    };
    let whole: Vec<_> = pairs.iter().copied().filter(|(i, j)| right(&ours[*i], &theirs[*j])).collect();
    to.add(Measure::TransfersFound, pairs.len(), ours.len(), theirs.len());
    to.add(Measure::Transfers, whole.len(), ours.len(), theirs.len());
    for (i, transfer) in ours.iter().enumerate() {
        let held = stances(transfer);
        let partner = pairs.iter().find(|p| p.0 == i).map(|p| &theirs[p.1]);
        let theirs = partner.map(|f| mapped_stances(ids, f)).unwrap_or_default();
        to.add(Measure::Stances, held.intersection(&theirs).count(), held.len(), theirs.len());
        if partner.is_none() {
            to.miss("transfer missed", shown(transfer));
        }
    }
    for (_, transfer) in theirs.iter().enumerate().filter(|(j, _)| pairs.iter().all(|p| p.1 != *j)) {
        to.add(Measure::Stances, 0, 0, transfer.stances.len());
        to.miss("transfer wrong", shown(transfer));
    }
    for &(i, j) in pairs.iter().filter(|pair| !whole.contains(pair)) {
        to.miss("transfer differs", format!("{}  <>  {}", shown(&ours[i]), shown(&theirs[j])));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a transfer has few stances")]
fn weigh(ids: &Ids<'_>, g: &Transfer, f: &Transfer) -> f64 {
    let alike = |a: &String| f.item.iter().map(|b| shared_words(a, b)).fold(0.0, f64::max);
    let items = g.item.iter().map(alike).fold(0.0, f64::max);
    let same_category = g.category == f.category;
    if !same_category && items < 0.5 {
        return 0.0;
    }
    let ends = f64::from(u8::from(ids.agree(&g.giver, &f.giver)) + u8::from(ids.agree(&g.recipient, &f.recipient)));
    if ends == 0.0 {
        return 0.0;
    }
    let held = stances(g);
    // A holder whom no annotated actor matches is nobody here, not somebody else.
    let theirs: BTreeSet<_> = f.stances.iter().map(|x| (ids.get(&x.actor), x.value.as_str())).collect();
    let held: BTreeSet<_> = held.iter().map(|(actor, value)| (Some(actor.as_str()), *value)).collect();
    let (shared, all) = (held.intersection(&theirs).count(), held.union(&theirs).count().max(1));
    ends + if same_category { 0.5 } else { 0.0 } + 0.1 * items + 0.05 * shared as f64 / all as f64
}

fn stances(t: &Transfer) -> BTreeSet<(String, &str)> {
    t.stances.iter().map(|x| (x.actor.clone(), x.value.as_str())).collect()
}

fn mapped_stances<'a>(ids: &Ids<'_>, t: &'a Transfer) -> BTreeSet<(String, &'a str)> {
    t.stances.iter().map(|x| (ids.mapped(&x.actor), x.value.as_str())).collect()
}

fn shown(t: &Transfer) -> String {
    let names = |ids: &[String]| if ids.is_empty() { "-".to_owned() } else { ids.join(",") };
    format!("{} -> {}: {} ({})", names(&t.giver), names(&t.recipient), t.item.join(", "), t.category)
}
