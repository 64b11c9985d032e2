//! Accusations in other words than "menuduh".

use super::clause::{Clause, Side};
use super::setting::Setting;
use super::signals::Signal;
use crate::extract::reading::{ActorId, ActorKind};
use std::collections::BTreeSet;

/// How many tokens from the verb on the deed is named.
const DEED: usize = 4;
/// How many tokens from the verb on arms or troops are named.
const ARMS: usize = 9;

/// Whether the clause tells of a wrong that another party does, or, from the mouth of a state, that another state sends
/// arms or troops. What is only possible is not counted.
pub(super) fn accuses(setting: &Setting<'_, '_, '_>, clause: &Clause, own: &BTreeSet<ActorId>) -> bool {
    let (Some(verb), Some((accused, _))) = (clause.verb, &clause.party) else { return false };
    if clause.side != Side::Other {
        return false;
    }
    let between = setting.signals.hits(setting.document, &clause.between);
    let open = [Signal::Not, Signal::None, Signal::Doubt, Signal::Must, Signal::Will];
    if between.iter().any(|hit| open.contains(&hit.signal)) {
        return false;
    }
    let names = |n: usize, signal: Signal| {
        setting.signals.hits(setting.document, &(verb..verb + n)).iter().any(|hit| hit.signal == signal)
    };
    let active = setting.document.lower(verb).starts_with("me") || setting.document.lower(verb).starts_with("ber");
    let state = |actor: &ActorId| setting.actor_kind(*actor) == ActorKind::Country;
    let arms =
        own.iter().any(state) && state(accused) && setting.is(verb, Signal::Arms) && names(ARMS, Signal::Weapons);
    active && (names(DEED, Signal::Wrong) || arms)
}
