//! The main clause of what is said: who does what in it.

use super::setting::Setting;
use super::signals::Signal;
use crate::extract::attribution::Attribution;
use crate::extract::reading::{ActorId, ActorKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// How far into what is said its subject and verb are looked for.
const REACH: usize = 36;

/// Who is the subject of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Side {
    /// The speaker's own.
    Own,
    /// Another party.
    Other,
    /// A pronoun for others.
    They,
    /// What others said: "tuduhan itu".
    Report,
    /// A thing, or a party that no phrase names.
    Thing,
    /// Nobody: the clause opens with its verb.
    Verb,
}

impl Side {
    pub(in crate::extract) fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::They => "they",
            Self::Report => "report",
            Self::Thing => "thing",
            Self::Verb => "verb",
        }
    }
}

/// The main clause of what is said.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Clause {
    pub(in crate::extract) side: Side,
    /// The party that is the subject, or whose deed it is ("serangan Israel").
    pub(in crate::extract) party: Option<(ActorId, Range<usize>)>,
    /// Whether the party only stands behind the noun that is the subject.
    pub(in crate::extract) possessor: bool,
    /// Where the subject begins.
    pub(in crate::extract) subject: usize,
    /// What stands between subject and verb: tense, modality, negation.
    pub(super) between: Range<usize>,
    /// The verb.
    pub(in crate::extract) verb: Option<usize>,
}

/// What a walk through the clause has met so far.
#[derive(Default)]
struct Walk {
    found: Option<(Side, usize)>,
    party: Option<(ActorId, Range<usize>)>,
    possessor: bool,
    prepositional: bool,
    relative: bool,
    between: Option<usize>,
}

impl Clause {
    /// Reads the clause that `tokens` open; `own` are the actors of the speaker's side.
    pub(in crate::extract) fn read(
        setting: &Setting<'_, '_, '_>,
        read: &Attribution,
        tokens: &Range<usize>,
        own: &BTreeSet<ActorId>,
    ) -> Self {
        let end = tokens.end.min(tokens.start + REACH);
        let mut i = Self::past_side_clause(setting, tokens.start, end);
        let mut walk = Walk::default();
        let mut verb = None;
        while i < end {
            if setting.verbal(i) && setting.party_at(i).is_none() {
                if !std::mem::take(&mut walk.relative) {
                    verb = Some(i);
                    break;
                }
                walk.prepositional = true;
                i += 1;
                continue;
            }
            i = walk.step(setting, read, i, own);
        }
        let stop = verb.unwrap_or(i.min(end));
        let (side, subject) = walk.found.unwrap_or((Side::Verb, stop));
        let between = walk.between.unwrap_or(stop)..stop;
        Self { side, party: walk.party, possessor: walk.possessor, subject, between, verb }
    }

    /// Its verb, where that is passive and tells what must be done.
    pub(in crate::extract) fn obliged_passive(&self, setting: &Setting<'_, '_, '_>) -> Option<usize> {
        let must = setting.signals.hits(setting.document, &self.between).iter().any(|hit| hit.signal == Signal::Must);
        self.verb.filter(|&verb| must && setting.document.lower(verb).starts_with("di"))
    }

    /// Whether its verb is of an act to come.
    pub(super) fn promises(&self, setting: &Setting<'_, '_, '_>) -> bool {
        let hits = setting.signals.hits(setting.document, &self.between);
        hits.iter().any(|hit| matches!(hit.signal, Signal::Will | Signal::Ready))
    }

    /// "Jika X ..., P": where P begins.
    fn past_side_clause(setting: &Setting<'_, '_, '_>, start: usize, end: usize) -> usize {
        let opens = setting.is(start, Signal::If) || setting.is(start, Signal::When) || setting.is(start, Signal::Prep);
        let comma = (start..end).find(|&i| setting.document.written(i) == ",");
        comma.filter(|_| opens).map_or(start, |comma| comma + 1)
    }
}

impl Walk {
    /// Takes the token at `i` into account and says where to go on.
    fn step(&mut self, setting: &Setting<'_, '_, '_>, read: &Attribution, i: usize, own: &BTreeSet<ActorId>) -> usize {
        let speaker = self.found.is_none() && setting.is(i, Signal::Own);
        let party = setting.party_at(i).filter(|_| !speaker);
        if let Some((actor, tokens)) = party {
            let next = tokens.end.max(i + 1);
            self.meet_party(actor, tokens, own);
            return next;
        }
        let document = setting.document;
        if !document.word(i) {
            if document.written(i) == "," {
                self.prepositional = false;
            }
            return i + 1;
        }
        if let Some(n) = setting.signals.at(document, i, Signal::Not).or_else(|| modality(setting, i)) {
            self.between.get_or_insert(i);
            return i + n;
        }
        if let Some(n) = setting.signals.at(document, i, Signal::Prep) {
            self.prepositional = true;
            return i + n;
        }
        if document.lower(i) == "yang" {
            self.relative = true;
            return i + 1;
        }
        if self.prepositional || self.between.is_some() {
            return i + 1;
        }
        let side = pronoun(setting, read, i);
        if let Some(side) = side {
            match self.found {
                None => self.found = Some((side, i)),
                Some((Side::Thing, at)) if self.party.is_none() => self.found = Some((side, at)),
                Some(_) => {}
            }
        } else if self.found.is_none() {
            let side = if setting.is(i, Signal::Report) { Side::Report } else { Side::Thing };
            self.found = Some((side, i));
        }
        i + 1
    }

    fn meet_party(&mut self, actor: ActorId, tokens: Range<usize>, own: &BTreeSet<ActorId>) {
        let side = if own.contains(&actor) { Side::Own } else { Side::Other };
        if std::mem::take(&mut self.prepositional) || self.between.is_some() {
            self.prepositional = true;
            return;
        }
        match self.found {
            None => self.found = Some((side, tokens.start)),
            Some((Side::Thing, at)) if self.party.is_none() => {
                self.possessor = true;
                self.found = Some((side, at));
            }
            Some((Side::Report, _)) if self.party.is_none() => self.possessor = true,
            Some(_) => return,
        }
        self.party = Some((actor, tokens));
    }
}

fn modality(setting: &Setting<'_, '_, '_>, i: usize) -> Option<usize> {
    use Signal::{Aux, Must, None as NoPart, Ready, Will};
    [NoPart, Ready, Must, Will, Aux].into_iter().find_map(|signal| setting.signals.at(setting.document, i, signal))
}

/// Whom the pronoun at token `i` stands for: "ia" outside quotation marks is mostly the speaker.
fn pronoun(setting: &Setting<'_, '_, '_>, read: &Attribution, i: usize) -> Option<Side> {
    match setting.document.lower(i) {
        "ia" | "dia" | "beliau" if !read.quoted => Some(Side::Own),
        "ia" | "dia" | "beliau" => Some(Side::They),
        "mereka" if !read.quoted && many(setting, read) => Some(Side::Own),
        _ if !read.quoted && setting.is(i, Signal::Body) && many(setting, read) && points_back(setting, i) => {
            Some(Side::Own)
        }
        _ if setting.is(i, Signal::Own) => Some(Side::Own),
        _ if setting.is(i, Signal::They) => Some(Side::They),
        _ => None,
    }
}

/// Whether the source is more than one person.
fn many(setting: &Setting<'_, '_, '_>, read: &Attribution) -> bool {
    read.source.len() > 1 || read.source.iter().any(|actor| setting.actor_kind(*actor) != ActorKind::Person)
}

/// "negara [itu]", "kelompok bersenjata [tersebut]".
fn points_back(setting: &Setting<'_, '_, '_>, i: usize) -> bool {
    (i + 1..i + 3).any(|k| matches!(setting.document.lower(k), "itu" | "tersebut"))
}
