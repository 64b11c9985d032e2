//! Whom a statement is directed at: the accused, the condemned, the one asked; for a denial, whose claim it rejects.

mod addressed;
mod parties;
mod ranking;
#[cfg(test)]
mod tests;
#[cfg(feature = "train")]
pub(super) mod training;
mod wording;

pub(super) use parties::Party;
pub(super) use ranking::Ranker;

use super::attribution::Attribution;
use super::cues::{CueForm, Frame};
use super::kinds::{Clause, Setting, Side, Signal, Verdict};
use super::lexicon::WordClass;
use super::reading::{ActorId, StatementKind};
use addressed::Reach;
use parties::{list_at, noun_party};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many sentences back the accusation stands that "tuduhan itu" points to.
const NEAR: usize = 4;
/// The most words of an object that common nouns name.
const OBJECT: usize = 5;

/// Acts and the verdicts on those that stand before.
pub(super) type Earlier<'a> = (&'a [Attribution], &'a [Verdict]);

/// Whom an act is directed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Aim {
    pub(super) parties: Vec<Party>,
    /// The logarithm of the odds that the words give the first of them, where they were asked.
    pub(super) odds: Option<f32>,
}

/// Whom the act `read`, of the kind `kind`, is directed at.
pub(super) fn aim(
    setting: &Setting<'_, '_, '_>,
    read: &Attribution,
    kind: StatementKind,
    own: &BTreeSet<ActorId>,
    earlier: Earlier<'_>,
) -> Aim {
    if matches!(kind, StatementKind::Claim | StatementKind::Confirmation) {
        return Aim::default();
    }
    let finder = Finder { setting, read, own, earlier };
    if let Some(parties) = finder.certain(kind) {
        return Aim { parties, odds: None };
    }
    if let Some(parties) = finder.named_object() {
        return Aim { parties, odds: None };
    }
    if let Some(object) = finder.common_object() {
        return Aim { parties: vec![object], odds: None };
    }
    let mut aim = setting.ranker.choose(&finder, kind, finder.suggested(kind));
    aim.parties.retain(|party| !matches!(party, Party::Actor(actor) if read.source.contains(actor)));
    if kind == StatementKind::Accusation {
        finder.blame_agent(&mut aim.parties);
    }
    aim
}

struct Finder<'a, 'd, 't> {
    setting: &'a Setting<'a, 'd, 't>,
    read: &'a Attribution,
    own: &'a BTreeSet<ActorId>,
    earlier: Earlier<'a>,
}

impl Finder<'_, '_, '_> {
    /// Whom the rules find for an act of the kind `kind`.
    fn suggested(&self, kind: StatementKind) -> Vec<Party> {
        match kind {
            _ if self.reach(kind) == Reach::Before => self.last_target().into_iter().collect(),
            StatementKind::Accusation => self.accused(),
            StatementKind::Condemnation => self.condemned(),
            StatementKind::Demand => self.asked(),
            StatementKind::Denial => self.rejected(),
            StatementKind::Commitment => self.threatened(),
            StatementKind::Claim | StatementKind::Confirmation => Vec::new(),
        }
    }

    /// Puts who did it in the place of whom it was done to.
    fn blame_agent(&self, parties: &mut Vec<Party>) {
        let clause = Clause::read(self.setting, self.read, &self.read.content, self.own);
        let victim = clause.party.as_ref().map(|(actor, _)| Party::Actor(*actor));
        if victim.is_some_and(|victim| parties.contains(&victim))
            && let Some(agent) = self.agent_of(&clause)
        {
            *parties = agent;
        }
    }

    fn accused(&self) -> Vec<Party> {
        let content = &self.read.content;
        let clause = Clause::read(self.setting, self.read, content, self.own);
        if let Some(object) = self.object_before_content() {
            return object;
        }
        if let Some(agent) = self.agent_of(&clause) {
            return agent;
        }
        if clause.side == Side::Other
            && let Some((_, tokens)) = &clause.party
        {
            return self.others(list_at(self.setting, tokens.start));
        }
        if let Some(agent) = self.by_agent() {
            return agent;
        }
        if clause.side == Side::They {
            return self.last_target().into_iter().collect();
        }
        self.first_other(content)
    }

    fn condemned(&self) -> Vec<Party> {
        let found = self.first_other(&self.read.content);
        if found.is_empty() && self.read.quoted { self.last_target().into_iter().collect() } else { found }
    }

    fn asked(&self) -> Vec<Party> {
        let content = &self.read.content;
        if let Some(object) = self.object_before_content() {
            return object;
        }
        let asks = self.frame().is_some_and(|frame| matches!(frame, Frame::Ask | Frame::Warn));
        if asks && !self.read.quoted {
            let start = content.start + usize::from(self.setting.document.lower(content.start) == "kepada");
            let named = self.others(list_at(self.setting, start));
            if !named.is_empty() {
                return named;
            }
            let pronoun = self.setting.is(start, Signal::They);
            let party = if pronoun { self.last_target() } else { noun_party(self.setting, start, content.end) };
            return party.into_iter().collect();
        }
        let clause = Clause::read(self.setting, self.read, content, self.own);
        if let Some(agent) = self.obliged_agent(&clause) {
            return agent;
        }
        match (clause.side, &clause.party) {
            (Side::Other, Some((_, tokens))) => self.others(list_at(self.setting, tokens.start)),
            (Side::Thing, _) if !clause.possessor => {
                noun_party(self.setting, clause.subject, content.end).into_iter().collect()
            }
            _ => self.last_target().into_iter().collect(),
        }
    }

    /// Whose claim a denial rejects: "tuduhan X", else who accused the denier before.
    fn rejected(&self) -> Vec<Party> {
        let content = &self.read.content;
        // "membantah tuduhan X bahwa P": whose accusation it is stands before P.
        let cue = self.read.cue.as_ref().filter(|(cue, _)| cue.end < content.start && !self.read.quoted);
        let introduced = cue.map(|(cue, _)| cue.end..content.start).unwrap_or_default();
        let mut hits = self.setting.signals.hits(self.setting.document, &introduced);
        hits.extend(self.setting.signals.hits(self.setting.document, content));
        for hit in hits.iter().filter(|hit| hit.signal == Signal::Report) {
            let mut at = hit.tokens.end;
            while matches!(
                self.setting.document.lower(at),
                "yang" | "dari" | "oleh" | "dibuat" | "pihak" | "dilontarkan" | "disampaikan"
            ) {
                at += 1;
            }
            let named = self.others(list_at(self.setting, at));
            if !named.is_empty() && at < content.end {
                return named;
            }
            if let Some(told) = self.told_before(&hit.tokens) {
                return told;
            }
        }
        let (acts, verdicts) = self.earlier;
        let accuser = acts.iter().zip(verdicts).rev().find(|(_, verdict)| {
            verdict.kind == StatementKind::Accusation
                && verdict.target.iter().any(|party| matches!(party, Party::Actor(actor) if self.own.contains(actor)))
        });
        let accusers = accuser.map(|(act, _)| act.source.clone()).unwrap_or_default();
        accusers.into_iter().filter(|actor| !self.own.contains(actor)).map(Party::Actor).collect()
    }

    /// "tuduhan [itu]", "klaim [tersebut]": who said last what the noun `report` points to, an accusation where it is one.
    fn told_before(&self, report: &Range<usize>) -> Option<Vec<Party>> {
        let (document, lexicon) = (self.setting.document, self.setting.lexicon);
        if !lexicon.is(document.lower(report.end), WordClass::Pointing) {
            return None;
        }
        let here = document.sentence_of(report.start);
        let near = |act: &Attribution| here - document.sentence_of(act.content.start).min(here) <= NEAR;
        let other =
            |act: &Attribution| !act.source.is_empty() && !act.source.iter().any(|actor| self.own.contains(actor));
        let noun = lexicon.cue_forms.longest(document, report.start);
        let accuses = |cue: usize| lexicon.cues[cue].kind == StatementKind::Accusation;
        let accusing = noun.is_some_and(|(_, form)| matches!(form, CueForm::Noun(cue) if accuses(*cue)));
        let (acts, verdicts) = self.earlier;
        let said = acts.iter().zip(verdicts).rev().filter(|(act, _)| near(act) && other(act));
        let told = |kind: StatementKind| kind == StatementKind::Accusation || !accusing && kind == StatementKind::Claim;
        let mut told = said.filter(|(_, verdict)| told(verdict.kind));
        told.next().map(|(act, _)| act.source.iter().copied().map(Party::Actor).collect())
    }

    /// A threat names whom it is for: "sanksi terhadap X", "mengancam X".
    fn threatened(&self) -> Vec<Party> {
        let document = self.setting.document;
        let content = &self.read.content;
        for i in content
            .clone()
            .filter(|&i| matches!(document.lower(i), "terhadap" | "melawan" | "menyerang" | "menargetkan"))
        {
            let named = self.others(list_at(self.setting, i + 1));
            if !named.is_empty() {
                return named;
            }
        }
        Vec::new()
    }

    fn frame(&self) -> Option<Frame> {
        self.read.cue.as_ref().map(|(_, row)| self.setting.lexicon.cues[*row].frame)
    }

    /// "menyerukan kepada X agar P", "menuduh X bahwa P": a party between cue and content.
    fn object_before_content(&self) -> Option<Vec<Party>> {
        let (cue, _) = self.read.cue.as_ref()?;
        let decides =
            self.frame().is_some_and(|frame| matches!(frame, Frame::Ask | Frame::Warn | Frame::Accuse | Frame::Tell));
        if !decides || self.read.content.start < cue.end {
            return None;
        }
        let at = cue.end + usize::from(matches!(self.setting.document.lower(cue.end), "kepada" | "pada"));
        let found = self.others(list_at(self.setting, at));
        (at < self.read.content.start && !found.is_empty()).then_some(found)
    }

    /// "menuduh [Peru] menerima beras dari Chile": the object of a verb of accusing, whoever else is named behind it.
    fn named_object(&self) -> Option<Vec<Party>> {
        let start = self.read.content.start;
        let (cue, _) = self.read.cue.as_ref().filter(|(cue, _)| cue.end == start && !self.read.quoted)?;
        let document = self.setting.document;
        let verb = document.lower(cue.start).starts_with("me");
        let (_, object) = self.setting.party_at(start)?;
        // "menuduh rekannya dari Peru, Ana Ruiz,": the name comes behind.
        let behind = document.lower(object.end);
        let does = self.setting.verbal(object.end)
            || [Signal::Aux, Signal::Not, Signal::Will].iter().any(|signal| self.setting.is(object.end, *signal))
            || matches!(behind, "atas" | "karena" | "sebagai" | "dan" | "berada");
        let accuses = verb && does && self.frame() == Some(Frame::Accuse);
        let found = if accuses { self.others(list_at(self.setting, start)) } else { Vec::new() };
        (!found.is_empty()).then_some(found)
    }

    /// "menuduh [perangkat desa] menimbun beras", "mengkritik [pemerintah] karena": an object that common nouns name.
    fn common_object(&self) -> Option<Party> {
        let document = self.setting.document;
        let (start, end) = (self.read.content.start, self.read.content.end);
        let (cue, _) = self.read.cue.as_ref().filter(|(cue, _)| cue.end <= start && !self.read.quoted)?;
        let frame = self.frame().filter(|frame| matches!(frame, Frame::Accuse | Frame::Object))?;
        let inside = [Signal::Aux, Signal::Not, Signal::Prep, Signal::When, Signal::Will, Signal::Report];
        let noun = |i: usize| {
            let closed = inside.iter().any(|signal| self.setting.is(i, *signal));
            document.word(i) && !closed && !self.setting.verbal(i) && self.setting.party_at(i).is_none()
        };
        let stop = (start..end.min(start + OBJECT)).find(|&i| !noun(i))?;
        // Pronouns, and deeds ("tindakan itu"), are nobody.
        let head = document.lower(start);
        let nobody = matches!(head, "ada" | "hal" | "ia" | "dia" | "nya") || head.ends_with("an");
        let named =
            self.setting.lexicon.groups.longest(document, start).is_some() || self.setting.is(start, Signal::Body);
        let doer =
            frame == Frame::Accuse && self.setting.verbal(stop) && !nobody && !self.setting.is(start, Signal::They);
        (stop > start && (named || doer) && start <= cue.end + 1).then_some(Party::Described(start..stop))
    }

    /// "... dilakukan oleh X".
    fn by_agent(&self) -> Option<Vec<Party>> {
        let document = self.setting.document;
        let by = self.read.content.clone().find(|&i| document.lower(i) == "oleh")?;
        let found = self.others(list_at(self.setting, by + 1));
        (!found.is_empty()).then_some(found)
    }

    /// The first party of another side that is not only where or against whom something is done.
    fn first_other(&self, tokens: &Range<usize>) -> Vec<Party> {
        let victim = |start: usize| {
            start > tokens.start
                && matches!(
                    self.setting.document.lower(start - 1),
                    "terhadap" | "ke" | "di" | "kepada" | "untuk" | "melawan" | "bagi" | "dengan" | "dari"
                )
        };
        let starts = tokens.clone().filter_map(|i| self.setting.party_at(i).filter(|(_, t)| t.start == i));
        let found =
            starts.filter(|(actor, t)| !self.own.contains(actor) && !victim(t.start)).map(|(_, t)| t.start).next();
        found.map(|start| self.others(list_at(self.setting, start))).unwrap_or_default()
    }

    fn others(&self, list: Vec<ActorId>) -> Vec<Party> {
        list.into_iter().filter(|actor| !self.own.contains(actor)).map(Party::Actor).collect()
    }

    /// Whom the last act of the same source was directed at.
    fn last_target(&self) -> Option<Party> {
        let (acts, verdicts) = self.earlier;
        let mut same = acts.iter().zip(verdicts).rev().filter(|(act, _)| act.source == self.read.source);
        same.find_map(|(_, verdict)| verdict.target.first().cloned())
    }
}
