//! Which of an article's annotated transfers agree with what was read; behind the feature `train`.

use super::Side;
use crate::extract::annotations::TransferLabel;
use crate::extract::transfers::merge::Told;
use crate::extract::transfers::scan::Scan;
use crate::extract::{ActorId, Category, StanceValue};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Who holds what of a transfer, once each.
pub(super) fn views_of(told: &Told) -> BTreeSet<(Option<ActorId>, StanceValue)> {
    told.stances.iter().map(|stance| (stance.holder, stance.value)).collect()
}

/// The categories of the annotated transfers that a telling may be of: that of the telling where one has it, or else those
/// that agree with it in most sides; none where none does.
pub(super) fn categories(scan: &Scan<'_>, labels: &[TransferLabel], told: &Told) -> Vec<Category> {
    let side = |actors: &[ActorId], names: &[Vec<String>]| {
        let shared = actors.iter().any(|actor| on_side(scan, Some(*actor), names));
        if shared {
            Some(1)
        } else if actors.is_empty() || names.is_empty() {
            Some(0)
        } else {
            None
        }
    };
    let agreeing = labels.iter().filter_map(|label| {
        let sides = side(&told.giver, &label.giver)? + side(&told.recipient, &label.recipient)?;
        let category = Category::ALL.into_iter().find(|category| category.name() == label.category)?;
        (sides > 0).then_some((sides, category))
    });
    let agreeing: Vec<(i32, Category)> = agreeing.collect();
    if agreeing.iter().any(|(_, category)| *category == told.category) {
        return vec![told.category];
    }
    let most = agreeing.iter().map(|(sides, _)| *sides).max();
    agreeing.iter().filter(|(sides, _)| Some(*sides) == most).map(|(_, category)| *category).collect()
}

/// The one of `found` that agrees with `label` in most sides, one at least, and in how many.
pub(super) fn nearest(scan: &Scan<'_>, label: &TransferLabel, found: &[Told]) -> Option<(usize, usize)> {
    let side = |actors: &[ActorId], names: &[Vec<String>]| {
        let right = actors.iter().filter(|actor| on_side(scan, Some(**actor), names)).count();
        right * 2 >= actors.len().max(names.len()) && actors.is_empty() == names.is_empty()
    };
    let of_category = found.iter().enumerate().filter(|(_, told)| told.category.name() == label.category);
    let sides = of_category.map(|(i, told)| {
        let sides = [side(&told.giver, &label.giver), side(&told.recipient, &label.recipient)];
        (i, sides.into_iter().filter(|right| *right).count())
    });
    sides.max_by_key(|(i, sides)| (*sides, Reverse(*i))).filter(|(_, sides)| *sides > 0)
}

impl TransferLabel {
    /// Whether the holder, none for the writer, has this view.
    pub(super) fn holds(&self, scan: &Scan<'_>, holder: Option<ActorId>, value: StanceValue) -> bool {
        self.stances.iter().any(|(of, names)| {
            let same = match (holder, names) {
                (None, None) => true,
                (Some(holder), Some(names)) => called(scan, holder, names),
                _ => false,
            };
            same && of == value.name()
        })
    }

    fn side(&self, side: Side) -> &[Vec<String>] {
        match side {
            Side::Giver => &self.giver,
            Side::Recipient => &self.recipient,
        }
    }
}

/// Whether a party, or nobody, is on a side of one of the annotated transfers of a category.
pub(super) fn right(
    scan: &Scan<'_>,
    (labels, category): (&[TransferLabel], &str),
    party: Option<ActorId>,
    side: Side,
) -> bool {
    let of_category = labels.iter().filter(|label| label.category == category);
    of_category.map(|label| label.side(side)).any(|names| on_side(scan, party, names))
}

/// Whether one of the annotated transfers of a category passes from the one to the other.
pub(super) fn passes(
    scan: &Scan<'_>,
    (labels, category): (&[TransferLabel], &str),
    (giver, recipient): (Option<ActorId>, Option<ActorId>),
) -> bool {
    let mut of_category = labels.iter().filter(|label| label.category == category);
    of_category.any(|label| stands(scan, giver, &label.giver) && stands(scan, recipient, &label.recipient))
}

/// Whether a party is one of those called by `names`; nobody is where there are none.
pub(super) fn on_side(scan: &Scan<'_>, party: Option<ActorId>, names: &[Vec<String>]) -> bool {
    match party {
        None => names.is_empty(),
        Some(actor) => names.iter().any(|names| called(scan, actor, names)),
    }
}

/// The same, where it is at least half of them.
pub(super) fn stands(scan: &Scan<'_>, party: Option<ActorId>, names: &[Vec<String>]) -> bool {
    names.len() <= 2 && on_side(scan, party, names)
}

/// Whether a party has one of the names or, where no party has, a name that holds one or is held by it.
fn called(scan: &Scan<'_>, actor: ActorId, names: &[String]) -> bool {
    let fits = |actor: ActorId, fit: &dyn Fn(&str, &str) -> bool| {
        let own = scan.actors.names(actor);
        own.iter().any(|own| names.iter().any(|name| fit(&own.to_lowercase(), &name.to_lowercase())))
    };
    let same = |own: &str, name: &str| own == name;
    let held = |own: &str, name: &str| own.len().min(name.len()) > 3 && (own.contains(name) || name.contains(own));
    fits(actor, &same) || fits(actor, &held) && !scan.parties.iter().any(|party| fits(party.actor, &same))
}
