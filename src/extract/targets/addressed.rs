//! What the build of a sentence alone tells of a target: the subject of "diminta", the object right behind the verb, and
//! who cannot be meant because he stands where nobody is addressed.

use super::Finder;
use super::parties::{Party, list_at, list_before};
use crate::extract::attribution::ASKED_RULE;
use crate::extract::cues::{CueForm, Frame};
use crate::extract::kinds::{Clause, Side, Signal, performed};
use crate::extract::lexicon::WordClass;
use crate::extract::reading::StatementKind;
use std::ops::Range;

/// The most words of the object of a verb up to its own verb.
const PHRASE: usize = 7;

/// Among whom a target is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All that were named so far.
    All,
    /// Those named between the cue and the end of what is said: the verb has an object of its own.
    Object,
    /// Those named before: the object is a pronoun.
    Before,
}

impl Finder<'_, '_, '_> {
    /// Those that grammar names beyond doubt.
    pub(super) fn certain(&self, kind: StatementKind) -> Option<Vec<Party>> {
        if kind == StatementKind::Demand {
            let clause = Clause::read(self.setting, self.read, &self.read.content, self.own);
            let agent = self.obliged_agent(&clause).filter(|agent| !agent.is_empty());
            if agent.is_some() || self.own_duty() || self.suffers_what_is_asked(&clause) {
                return Some(agent.unwrap_or_default());
            }
        }
        if kind == StatementKind::Condemnation
            && let Some(blamed) = self.blamed_object()
        {
            return Some(blamed);
        }
        let found = self.asked_subject().or_else(|| self.own_people()).or_else(|| self.told_object())?;
        (!found.is_empty()).then_some(found)
    }

    /// "mengkritik [Ana] karena P": who is blamed, where he stands right behind the verb.
    fn blamed_object(&self) -> Option<Vec<Party>> {
        let (cue, _) = self.read.cue.as_ref().filter(|_| self.frame() == Some(Frame::Object) && !self.read.quoted)?;
        let start = self.read.content.start;
        let found = self.others(list_at(self.setting, start));
        (cue.end == start && !found.is_empty()).then_some(found)
    }

    /// "Ana disiksa [polisi]": who did it, where the verb of what is said is passive and he is named right behind it.
    pub(super) fn agent_of(&self, clause: &Clause) -> Option<Vec<Party>> {
        let document = self.setting.document;
        let judged = |verb: &usize| {
            let forms = self.setting.lexicon.cue_forms.all(document, *verb);
            forms.into_iter().any(|(_, form)| matches!(form, CueForm::Passive(_)))
        };
        let subject = matches!(clause.side, Side::Other | Side::Own | Side::They);
        let passive = |verb: &usize| document.lower(*verb).starts_with("di") && subject && !judged(verb);
        let verb = clause.verb.filter(passive)?;
        let at = verb + 1 + usize::from(document.lower(verb + 1) == "oleh");
        let agent = self.others(list_at(self.setting, at));
        (at < self.read.content.end && !agent.is_empty()).then_some(agent)
    }

    /// "meminta [Ana] dipecat": whom something is to be done to is not who is asked.
    fn suffers_what_is_asked(&self, clause: &Clause) -> bool {
        let document = self.setting.document;
        let asks = self.frame() == Some(Frame::Ask) && !self.read.quoted && self.read.rule != ASKED_RULE;
        let first = clause.party.as_ref().filter(|(_, tokens)| tokens.start == self.read.content.start);
        let passive = |verb: &usize| document.lower(*verb).starts_with("di") && document.lower(*verb).len() > 4;
        let direct = |verb: &usize| first.is_some_and(|(_, tokens)| tokens.end == *verb);
        asks && clause.side == Side::Other && clause.verb.filter(passive).is_some_and(|verb| direct(&verb))
    }

    /// "Kita harus bersatu": nobody else is asked.
    fn own_duty(&self) -> bool {
        let (start, document) = (self.read.content.start, self.setting.document);
        let Some(own) = self.setting.signals.at(document, start, Signal::Own) else { return false };
        let adverb = |i: &usize| self.setting.lexicon.is(document.lower(*i), WordClass::Adverb);
        (start + own..self.read.content.end).find(|i| !adverb(i)).is_some_and(|i| self.setting.is(i, Signal::Must))
    }

    /// "[X] diminta Y untuk P".
    fn asked_subject(&self) -> Option<Vec<Party>> {
        let (cue, _) = self.read.cue.as_ref().filter(|_| self.read.rule == ASKED_RULE)?;
        let (document, lexicon) = (self.setting.document, self.setting.lexicon);
        let between = |i: usize| {
            let lower = document.lower(i);
            [WordClass::Adverb, WordClass::Modal, WordClass::Polarity].iter().any(|class| lexicon.is(lower, *class))
        };
        let first = document.sentence_tokens(cue.start).start;
        let end = (first..cue.start).rev().find(|&i| !between(i))? + 1;
        let (actors, start) = list_before(self.setting, end);
        // "Tim pengacara X diminta": X only tells whose they are.
        let inside = start > first && document.word(start - 1) && {
            let before = document.lower(start - 1);
            ![WordClass::Closer, WordClass::Link, WordClass::Adverb].iter().any(|class| lexicon.is(before, *class))
        };
        (!inside).then(|| self.others(actors))
    }

    /// "memperingatkan [warga Kenya] agar P", said by Kenya: its people, not the state.
    fn own_people(&self) -> Option<Vec<Party>> {
        let at = self.object_at()?;
        let (state, _) = self.setting.party_at(at).filter(|(_, tokens)| tokens.start == at)?;
        let people = self.setting.people_at(at).filter(|people| *people != state && self.own.contains(&state))?;
        Some(vec![Party::Actor(people)])
    }

    /// "Kami menuduh [X] ...", "Saya memperingatkan [X] ...": the object of what the speaker says that he does.
    fn told_object(&self) -> Option<Vec<Party>> {
        let (end, cue) = performed(self.setting, self.read)?;
        let aims = matches!(cue.frame, Frame::Accuse | Frame::Ask | Frame::Warn | Frame::Object | Frame::Tell);
        let at = end + usize::from(matches!(self.setting.document.lower(end), "kepada" | "pada"));
        aims.then(|| self.others(list_at(self.setting, at)))
    }

    /// Where the object of the cue begins: right behind it, in what is said.
    fn object_at(&self) -> Option<usize> {
        let (cue, _) = self.read.cue.as_ref().filter(|_| !self.read.quoted && self.read.rule != ASKED_RULE)?;
        let start = self.read.content.start;
        let to = usize::from(matches!(self.setting.document.lower(cue.end), "kepada" | "pada"));
        let frame = self.frame()?;
        let takes = matches!(frame, Frame::Accuse | Frame::Ask | Frame::Warn | Frame::Object);
        (takes && start >= cue.end && start <= cue.end + to).then_some(cue.end + to)
    }

    /// Whether the phrase at token `at` does the verb behind it: "[kaum muda] menanam pohon".
    fn acts(&self, at: usize) -> bool {
        let document = self.setting.document;
        let closed = |i: usize| {
            !document.word(i)
                || self.setting.is(i, Signal::Prep)
                || self.setting.lexicon.is(document.lower(i), WordClass::Closer)
        };
        let verb =
            (at..self.read.content.end.min(at + PHRASE)).take_while(|&i| !closed(i)).find(|&i| self.setting.verbal(i));
        verb.is_some_and(|i| document.lower(i).starts_with("me") || document.lower(i).starts_with("ber"))
    }

    /// Among whom the target of an act of the kind `kind` is looked for.
    pub(super) fn reach(&self, kind: StatementKind) -> Reach {
        let Some(at) = self.object_at() else { return Reach::All };
        let document = self.setting.document;
        if matches!(document.lower(at), "nya" | "dia" | "beliau") {
            return Reach::Before;
        }
        let pronoun = self.setting.is(at, Signal::They) || self.setting.is(at, Signal::Own);
        let asks = kind == StatementKind::Demand && self.frame() == Some(Frame::Ask);
        let noun = document.word(at)
            && !self.setting.verbal(at)
            && !self.setting.is(at, Signal::Prep)
            && !self.setting.lexicon.is(document.lower(at), WordClass::Subordinator)
            && !self.setting.lexicon.is(document.lower(at), WordClass::Closer);
        if asks && noun && !pronoun && self.acts(at) { Reach::Object } else { Reach::All }
    }

    /// Whether one whose last mention outside of what is said is `outside`, and who is named `inside` it, is within `reach`.
    pub(super) fn reaches(&self, reach: Reach, inside: &[Range<usize>], outside: Option<&Range<usize>>) -> bool {
        let cue = self.read.cue.as_ref().map_or(0, |(cue, _)| cue.end);
        match reach {
            Reach::All => true,
            Reach::Object => !inside.is_empty() || outside.is_some_and(|last| last.start >= cue),
            Reach::Before => outside.is_some_and(|last| last.end < cue),
        }
    }

    /// "putusan [X] harus dilaksanakan (oleh Y)": not X, who has nothing to do, but Y.
    pub(super) fn suffers(&self, clause: &Clause, kind: StatementKind) -> Option<Range<usize>> {
        let decree = self.setting.lexicon.is(self.setting.document.lower(clause.subject), WordClass::Decree);
        let (_, party) =
            clause.party.as_ref().filter(|_| kind == StatementKind::Demand && clause.possessor && decree)?;
        self.obliged(clause).map(|_| party.clone())
    }

    /// Who has to do what a passive clause says must be done: "harus dijaga (oleh) [X]"; nobody, where it names nobody.
    pub(super) fn obliged_agent(&self, clause: &Clause) -> Option<Vec<Party>> {
        let verb = self.obliged(clause).filter(|_| matches!(clause.side, Side::Thing | Side::Other))?;
        let at = verb + 1 + usize::from(self.setting.document.lower(verb + 1) == "oleh");
        let agent = self.others(list_at(self.setting, at));
        (!agent.is_empty() || clause.possessor || clause.side == Side::Thing).then_some(agent)
    }

    /// The passive verb of what must be done; what must end ("serangan X harus dihentikan") is asked of whoever does it.
    fn obliged(&self, clause: &Clause) -> Option<usize> {
        let document = self.setting.document;
        clause
            .obliged_passive(self.setting)
            .filter(|&verb| !self.setting.lexicon.is(document.lower(verb), WordClass::Ends))
    }
}
