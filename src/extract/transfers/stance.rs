//! Who holds what of a transfer: the source of the innermost statement around its word, and what the words before that
//! word make of it.

use super::frames::Event;
use super::scan::Scan;
use super::tables::Particle;
use crate::extract::{ContentIs, StanceValue, Statement, StatementId, StatementKind};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// How many tokens before a word of passing can bend it.
const BEFORE: usize = 9;

/// How many tokens behind a negation a verb of stopping is negated.
const NEGATED: usize = 5;

/// What a word of passing says in its own clause, and what bent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Modality {
    pub(super) value: StanceValue,
    /// Whether the clause says that it is done ("telah").
    done: bool,
    /// Whether it only tells of a thing ("sapi yang dikirimnya sakit").
    relative: bool,
    /// Whether it is told beside a wish, in a clause of its own.
    apart: bool,
}

impl Scan<'_> {
    /// The value of `event` by the words around it in the sentence `tokens`.
    pub(super) fn modality(&self, event: &Event, tokens: &Range<usize>) -> Modality {
        let Some(row) = self.tables.rows.get(event.row) else {
            return Modality { value: StanceValue::Asserted, done: false, relative: false, apart: false };
        };
        let low = self.clause_start(event.trigger.start, tokens.start);
        let noun = row.frame.is_noun();
        let mut seen = match self.stopped_before(low, event.trigger.start, noun) {
            Some(apart) => {
                // "untuk menghentikan perang dan menukar sandera": both are aims.
                let aim = apart.start > low && self.begins_purpose(apart.start - 1);
                let aim = Some(StanceValue::Sought).filter(|_| aim);
                let (before, after) = (self.values(low, apart.start), self.values(apart.end, event.trigger.start));
                before.into_iter().chain(aim).chain(after).collect()
            }
            None => self.values(low, event.trigger.start),
        };
        // "Kirimkan kami beras!"
        let quoted = event.trigger.start > tokens.start
            && self.document.kind(event.trigger.start - 1) == TokenKind::QuoteOpen
            && !noun
            && !["me", "di", "ter", "ber"].iter().any(|p| self.document.lower(event.trigger.start).starts_with(p));
        let condition = self.is_condition(low, tokens.start);
        seen.extend(Some(StanceValue::Sought).filter(|_| quoted || condition));
        if noun {
            let passive = |i: usize| ["di", "ter", "ber"].iter().any(|p| self.document.lower(i).starts_with(p));
            let after = (event.end..tokens.end)
                .take(BEFORE)
                .take_while(|&i| !self.ends_clause(i) && self.document.lower(i) != ",");
            seen.extend(after.filter(|&i| passive(i)).filter_map(|i| {
                let value = self.tables.modality.longest(self.document, i)?.1.to_owned()?;
                match self.values(i.saturating_sub(2).max(event.end), i).contains(&StanceValue::Denied) {
                    true if value == StanceValue::Blocked => None,
                    true => Some(StanceValue::Denied),
                    false => Some(value),
                }
            }));
        }
        // "tuduhan bahwa X mengirim Y tidak berdasar"
        let untrue = (event.trigger.end..tokens.end).any(|i| self.tables.untrue.longest(self.document, i).is_some());
        let alleged = (tokens.start..event.trigger.start).any(|i| self.particle(i, Particle::Report) > 0);
        seen.extend(Some(StanceValue::Denied).filter(|_| untrue && alleged));
        let done = !noun
            && (low..event.trigger.start).rev().take(2).any(|i| matches!(self.document.lower(i), "telah" | "sudah"));
        let first = self.before_helpers(event.trigger.start, tokens.start);
        let relative = first > tokens.start && self.document.lower(first - 1) == "yang";
        let apart = self.stands_apart(low, event.trigger.start, tokens.start);
        // "setelah pembebasan sandera": what it came after has happened.
        let past = event.trigger.start > tokens.start && self.particle(event.trigger.start - 1, Particle::Past) > 0;
        let own = if noun && past { StanceValue::Asserted } else { row.value };
        Modality { value: combine(&seen, done).unwrap_or(own), done, relative, apart }
    }

    /// "Sikap Chile harus jelas, Peru mengirim senjata": whether the clause from token `low` on has a subject of its own,
    /// and the wish stands in one before it.
    fn stands_apart(&self, low: usize, trigger: usize, start: usize) -> bool {
        let comma = low.checked_sub(1).filter(|&i| i > start && self.is_comma(i));
        let own = (low..trigger).any(|i| self.party(i).is_some()) && self.particle(low, Particle::And) == 0;
        comma.is_some_and(|comma| own && self.values(start, comma).contains(&StanceValue::Sought))
    }

    /// "menghentikan serangan dan [mengirim beras]", "penghentian perang dan [pengiriman beras]": a word of stopping with an
    /// object of its own, which does not bear on the word of passing joined to it.
    fn stopped_before(&self, low: usize, trigger: usize, noun: bool) -> Option<Range<usize>> {
        let first = self.before_helpers(trigger, low);
        let joint = first.checked_sub(1).filter(|&i| i > low && self.particle(i, Particle::And) > 0)?;
        let stops = |i: &usize| self.tables.modality.longest(self.document, *i).map(|(n, value)| (i + n, *value));
        let stop =
            (low..joint).rev().find(|i| stops(i).is_some_and(|(_, value)| value == Some(StanceValue::Blocked)))?;
        let (end, _) = stops(&stop)?;
        let other = |i: usize| {
            self.document.tag(i) == Upos::Verb || self.passing(i).is_some() || self.item(i).is_some() || self.verbal(i)
        };
        let named = self.document.tag(stop) == Upos::Noun;
        (end < joint && !(end..joint).any(other) && (!noun || named)).then_some(stop..first)
    }

    /// "tidak membayar sebelum [Peru mengirim beras]", "akan membayar setelah [Peru mengirim beras]": whether the clause from
    /// token `low` on is the condition of another.
    fn is_condition(&self, low: usize, start: usize) -> bool {
        let Some(joint) = low.checked_sub(1).filter(|&i| i > start) else { return false };
        let main = self.values(start.max(joint.saturating_sub(BEFORE)), joint);
        match self.document.lower(joint) {
            "sebelum" | "sampai" | "hingga" => main.contains(&StanceValue::Denied),
            "setelah" => main.last() == Some(&StanceValue::Planned),
            _ => false,
        }
    }

    /// Whether the words before the word of passing at `trigger` say that only others tell it.
    pub(super) fn heard(&self, trigger: usize, start: usize) -> bool {
        let first = self.before_helpers(trigger, start);
        (start.max(first.saturating_sub(1))..trigger).any(|i| self.particle(i, Particle::Hearsay) > 0)
    }

    /// Whether what is denied in `tokens` is that something is said.
    pub(super) fn denies_saying(&self, tokens: Range<usize>) -> bool {
        let denied = |i: usize| self.values(i.saturating_sub(2).max(tokens.start), i).contains(&StanceValue::Denied);
        tokens.clone().any(|i| self.particle(i, Particle::Tell) > 0 && denied(i))
    }

    pub(super) fn values(&self, low: usize, high: usize) -> Vec<StanceValue> {
        let (mut seen, mut at, mut denied) = (Vec::new(), low, None);
        while at < high {
            let known = self.tables.modality.longest(self.document, at);
            let Some((n, value)) = known.filter(|_| !self.within_name(at)) else {
                at += 1;
                continue;
            };
            // "tidak berencana menghentikan": what is not stopped goes on.
            let lifted = *value == Some(StanceValue::Blocked) && denied.is_some_and(|i| at - i <= NEGATED);
            if lifted {
                seen.retain(|v| *v != StanceValue::Denied);
            } else {
                seen.extend(*value);
            }
            if *value == Some(StanceValue::Denied) && self.document.lower(at) != "tanpa" {
                denied = Some(at);
            }
            at += n;
        }
        seen
    }

    /// Whether token `i` goes on with somebody's name ("Boko Haram").
    fn within_name(&self, i: usize) -> bool {
        let around = |start: usize| self.party(start).is_some_and(|party| party.tokens.end > i);
        self.document.capital(i) && (i.saturating_sub(3)..i).any(around)
    }

    /// Where the words that bear on the word at `trigger` begin.
    fn clause_start(&self, trigger: usize, start: usize) -> usize {
        let low = start.max(trigger.saturating_sub(BEFORE));
        let breaks = |i: usize| match self.document.kind(i) {
            TokenKind::Mark => matches!(self.document.lower(i), "," | ";" | ":" | "." | "(" | ")" | "?" | "!"),
            TokenKind::QuoteOpen | TokenKind::QuoteClose => trigger - i > 2,
            _ if matches!(self.document.lower(i), "sampai" | "hingga") => self.party(i + 1).is_some(),
            _ => matches!(
                self.document.lower(i),
                "bahwa" | "karena" | "setelah" | "sebelum" | "ketika" | "saat" | "meski" | "meskipun"
            ),
        };
        let own = |i: usize| {
            self.particle(i, Particle::Carry) > 0 || self.tables.modality.longest(self.document, i).is_some()
        };
        (low..trigger).rev().find(|&i| breaks(i) || (self.verbal(i) && !own(i))).map_or(low, |i| i + 1)
    }
}

/// Opposition outweighs denial, denial outweighs wishes, wishes outweigh plans.
fn combine(seen: &[StanceValue], done: bool) -> Option<StanceValue> {
    let has = |v| seen.contains(&v);
    if has(StanceValue::Blocked) {
        Some(StanceValue::Blocked)
    } else if has(StanceValue::Denied) {
        Some(StanceValue::Denied)
    } else if done {
        None
    } else if has(StanceValue::Sought) {
        Some(StanceValue::Sought)
    } else if has(StanceValue::Planned) {
        Some(StanceValue::Planned)
    } else {
        None
    }
}

/// Whether a statement wants what is told in it: "memperingatkan bahwa P" only warns of it.
pub(super) fn asks(statement: &Statement) -> bool {
    statement.kind == StatementKind::Demand && !statement.rule.ends_with("subject-cue-bahwa")
}

/// The statements that hold the word at byte `at`: those with the narrowest content around it.
pub(super) fn innermost(statements: &[Statement], at: usize) -> Vec<StatementId> {
    let holds = |s: &Statement| s.content.start <= at && at < s.content.end;
    let Some(least) = statements.iter().filter(|s| holds(s)).map(|s| s.content.len()).min() else { return Vec::new() };
    let narrow = |s: &Statement| holds(s) && s.content.len() == least;
    statements.iter().enumerate().filter(|(_, s)| narrow(s)).map(|(i, _)| StatementId(i)).collect()
}

/// What the source of `statement` holds of a transfer told in its content with `modality`; `of_side` is whether he may speak
/// for one of its sides. An act of asking bears on it unless it is told as done, and so does a promise of a side: who
/// promises to lay bare what others get from each other plans no transfer.
pub(super) fn held(statement: &Statement, modality: Modality, of_side: bool) -> StanceValue {
    use StanceValue::{Asserted, Blocked, Denied, Planned, Sought};
    match statement.kind {
        StatementKind::Denial if modality.relative => modality.value,
        StatementKind::Denial if statement.content_is == Some(ContentIs::Words) => {
            if modality.value == Asserted {
                Denied
            } else {
                modality.value
            }
        }
        StatementKind::Denial => Denied,
        StatementKind::Demand if modality.value == Asserted && !modality.done && !modality.apart && asks(statement) => {
            Sought
        }
        StatementKind::Demand if modality.value == Planned => Sought,
        // "memperingatkan X agar tidak membeli": who wants it not to be opposes it.
        StatementKind::Demand if modality.value == Denied => Blocked,
        StatementKind::Commitment if modality.value == Asserted && !modality.done && of_side => Planned,
        _ => modality.value,
    }
}
