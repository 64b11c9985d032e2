//! Parties at a place in the text: named ones, lists of them, and those that only common nouns describe.

use crate::extract::actors::ActorBook;
use crate::extract::kinds::{Setting, Signal};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::{ActorId, ActorKind};
use crate::segment::TokenKind;
use std::ops::Range;

/// The most words of a party that only common nouns describe.
const LONGEST: usize = 6;

/// Whom a statement is directed at, before the actors of the article are complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Party {
    /// An actor that the article names.
    Actor(ActorId),
    /// A party that only common nouns describe, by its words.
    Described(Range<usize>),
}

impl Party {
    /// Its actor in `book`, made where it is new.
    pub(in crate::extract) fn actor(self, book: &mut ActorBook<'_, '_>) -> ActorId {
        match self {
            Self::Actor(actor) => actor,
            Self::Described(tokens) => book.described(tokens, ActorKind::Group),
        }
    }
}

/// The actors of the phrase that starts at token `start` and of those that follow it in a list.
pub(super) fn list_at(setting: &Setting<'_, '_, '_>, start: usize) -> Vec<ActorId> {
    let Some((actor, tokens)) = setting.party_at(start).filter(|(_, tokens)| tokens.start == start) else {
        return Vec::new();
    };
    let joins = |i: usize| setting.lexicon.is(setting.document.lower(i), WordClass::Joiner);
    let mut actors = vec![actor];
    let mut end = tokens.end;
    loop {
        let comma = setting.document.written(end) == ",";
        let joined = end + usize::from(comma);
        let and = joins(joined);
        let next = joined + usize::from(and);
        let Some((actor, tokens)) = setting.party_at(next).filter(|(_, t)| (comma || and) && t.start == next) else {
            break;
        };
        actors.push(actor);
        end = tokens.end;
        if and {
            actors.dedup();
            return actors;
        }
    }
    // Without a closing "dan" it was no list.
    actors.truncate(1);
    actors
}

/// The actors of the phrase that ends before token `end` and of those before it in a list, and where the list begins.
pub(super) fn list_before(setting: &Setting<'_, '_, '_>, end: usize) -> (Vec<ActorId>, usize) {
    let document = setting.document;
    let joins = |i: usize| setting.lexicon.is(document.lower(i), WordClass::Joiner);
    let (mut actors, mut begin, mut end) = (Vec::new(), end, end);
    while let Some((actor, tokens)) = end.checked_sub(1).and_then(|i| setting.party_at(i)).filter(|(_, t)| t.end == end)
    {
        actors.insert(0, actor);
        begin = tokens.start;
        let and = tokens.start.checked_sub(1).filter(|&i| joins(i));
        let comma = tokens.start.checked_sub(1).filter(|&i| document.written(i) == "," && actors.len() > 1);
        let Some(mark) = and.or(comma) else { break };
        end = mark - usize::from(and.is_some() && mark > 0 && document.written(mark - 1) == ",");
    }
    (actors, begin)
}

/// The noun phrase that starts at token `start`, where something is asked of it ("[semua pihak] untuk menahan diri").
pub(super) fn noun_party(setting: &Setting<'_, '_, '_>, start: usize, end: usize) -> Option<Party> {
    let document = setting.document;
    let noun = |i: usize| {
        document.word(i)
            && !setting.verbal(i)
            && ![Signal::Prep, Signal::Aux, Signal::Not, Signal::Must, Signal::Will, Signal::Ready]
                .iter()
                .any(|s| setting.is(i, *s))
            && !matches!(document.lower(i), "agar" | "supaya" | "yang" | "segera" | "tetap" | "bisa" | "lebih")
    };
    let stop = (start..end.min(start + LONGEST + 1)).find(|&i| !noun(i))?;
    // "sekutunya untuk bertindak": the possessive ends the phrase.
    let behind = stop + usize::from(document.kind(stop) == TokenKind::Enclitic);
    let addressed = matches!(document.lower(behind), "untuk" | "agar" | "supaya");
    let people = addressed || setting.lexicon.groups.longest(document, start).is_some();
    (stop > start && stop - start <= LONGEST && people).then_some(Party::Described(start..stop))
}
