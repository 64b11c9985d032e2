//! The subject of a word of passing: the party to its left, or in the main clause, who does what it tells.

use super::scan::{REACH, Scan};
use super::tables::Particle;
use crate::extract::{ActorId, ActorKind};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

impl Scan<'_> {
    /// The parties that are the subject of the word at `trigger`: the nearest phrase to the left, in the sentence from
    /// `start`, that hangs on no preposition and no other verb, with those listed beside it.
    pub(super) fn subject(&mut self, trigger: usize, start: usize) -> Vec<ActorId> {
        let mut found = self.doer(trigger, start);
        found.retain(|actor| self.actors.kind(*actor) != ActorKind::Place);
        found
    }

    fn doer(&mut self, trigger: usize, start: usize) -> Vec<ActorId> {
        // "Kirby menuduh Pyongyang mengirim X": whom the words of an accuser name comes before the accuser.
        let said = self.said_from.iter().copied().filter(|from| (start + 1..=trigger).contains(from)).max();
        let inside = said.map(|from| self.subject_from(trigger, from)).unwrap_or_default();
        // "Warga menuduh [kepala dusun] menjualnya": whoever does it there, the accuser does not.
        if inside.is_empty() && !said.is_some_and(|from| self.opens_with_noun(from, trigger)) {
            self.subject_from(trigger, start)
        } else {
            inside
        }
    }

    /// Whether what is said from token `from` on opens with somebody or something that is no known party.
    fn opens_with_noun(&self, from: usize, trigger: usize) -> bool {
        let own = matches!(self.document.lower(from), "pihak" | "diri");
        from < trigger && self.document.tag(from) == Upos::Noun && !own && !self.verbal(from)
    }

    /// Who gives from whom it comes ("mengirim beras dari Peru ke Chile"), where the words said name nobody else.
    pub(super) fn origin(&self, from: &[ActorId], trigger: usize, start: usize) -> Vec<ActorId> {
        let body = |a: &ActorId| matches!(self.actors.kind(*a), ActorKind::Country | ActorKind::Organisation);
        let said = self.said_from.iter().copied().filter(|at| (start..=trigger).contains(at)).max();
        let named = self.subject_from(trigger, said.unwrap_or(start));
        if named.is_empty() && from.iter().all(body) { from.to_vec() } else { Vec::new() }
    }

    /// Whom "-nya" at the word of passing means: the nearest party before it that is not its subject.
    pub(super) fn meant_before(&self, trigger: usize, start: usize, subject: &[ActorId]) -> Vec<ActorId> {
        let parties =
            (start + 1..=trigger).rev().filter_map(|end| self.party_ending(end)).map(|party| self.meant(party));
        let mut others = parties.filter(|a| !subject.contains(a) && self.actors.kind(*a) != ActorKind::Place);
        others.next().into_iter().collect()
    }

    /// Whether the word of passing ends in "-nya".
    pub(super) fn points_back(&self, trigger: &Range<usize>) -> bool {
        self.document.lower(trigger.end - 1).ends_with("nya") || self.document.lower(trigger.end) == "nya"
    }

    fn subject_from(&self, trigger: usize, start: usize) -> Vec<ActorId> {
        let low = start.max(trigger.saturating_sub(REACH));
        let helpers = self.before_helpers(trigger, low);
        // "staf yang membawa": where the head before "yang" is nobody known, nobody is the subject.
        let relative = helpers.checked_sub(1).filter(|&i| i > low && self.document.lower(i) == "yang");
        if let Some(yang) = relative {
            let head = [yang, yang - 1].into_iter().find_map(|end| self.party_ending(end));
            match head {
                // "sanksi kepada X yang mengirim": what hangs on a preposition outside is the subject inside.
                Some(head) => {
                    let (mut found, begin) = (vec![self.meant(head)], self.before_titles(head.tokens.start, low));
                    self.listed_before(begin, low, &mut found);
                    return found;
                }
                None if self.document.word(yang - 1) => return Vec::new(),
                None => {}
            }
        }
        if let Some(main) = self.main_subject(helpers, trigger, low) {
            return vec![main];
        }
        // "sopir yang majikannya mengirim": somebody of the head does it.
        let noun = helpers.saturating_sub(1 + usize::from(helpers > low && self.document.lower(helpers - 1) == "nya"));
        let whose = self.document.lower(noun).ends_with("nya") || noun + 1 < helpers;
        if whose && noun > low && self.document.lower(noun - 1) == "yang" && self.party_ending(helpers).is_none() {
            return Vec::new();
        }
        // "Rusia, salah satu negara terluas, mengirim": what stands between commas tells of the subject before it.
        if helpers > low && self.is_comma(helpers - 1) {
            // A party right after the comma opens the clause itself, unless it is one of a sort.
            let open = (low..helpers - 1).rev().find(|&i| self.is_comma(i));
            let open = open.filter(|&i| self.party(i + 1).is_none() || self.particle(i + 1, Particle::One) > 0);
            let found = open.map(|i| self.nearest(i, i, low)).unwrap_or_default();
            if !found.is_empty() {
                return found;
            }
        }
        if self.other_stopped(trigger, low) {
            return Vec::new();
        }
        self.nearest(trigger, trigger, low)
    }

    /// "Aktivis mencegah [kapal itu] mengirim": whether a noun that is no party stands between a verb of stopping and the word at
    /// `trigger`, so that it would be done by what the noun names.
    fn other_stopped(&self, trigger: usize, low: usize) -> bool {
        let first = self.before_helpers(trigger, low);
        let stops =
            |i: usize| matches!(self.document.lower(i), "mencegah" | "menghalangi" | "menghentikan" | "mencegat");
        let verb = (low..first).rev().take(4).find(|&i| stops(i));
        verb.is_some_and(|verb| {
            let between = verb + 1..first;
            let noun = |i: usize| self.document.tag(i) == Upos::Noun && !self.verbal(i);
            between.clone().any(noun)
                && !between.clone().any(|i| self.party(i).is_some() || self.particle(i, Particle::And) > 0)
        })
    }

    /// "Selain menerima uang dari Peru, [Ana Ruiz] menerima mobil": the subject of the main clause behind one that opens the
    /// sentence and has none of its own.
    fn main_subject(&self, helpers: usize, trigger: usize, low: usize) -> Option<ActorId> {
        let opens = helpers.checked_sub(1).filter(|&i| i == self.document.sentence_tokens(i).start && i >= low)?;
        if !matches!(
            self.document.lower(opens),
            "selain" | "setelah" | "usai" | "seusai" | "sebelum" | "sambil" | "dengan" | "alih-alih" | "bukannya"
        ) {
            return None;
        }
        let end = self.document.sentence_tokens(opens).end;
        let comma = (trigger..end.min(trigger + REACH)).find(|&i| self.is_comma(i))?;
        let (main, behind) = self.named(comma + 1, false)?;
        let speaks = (behind..end).find(|&i| self.particle(i, Particle::Aux) == 0)?;
        (self.verbal(speaks) || self.document.tag(speaks) == Upos::Verb).then_some(main)
    }

    /// Where the helpers right before the word at `trigger` begin.
    pub(super) fn before_helpers(&self, trigger: usize, low: usize) -> usize {
        let helper = |i: &usize| self.particle(*i, Particle::Aux) == 1;
        (low..trigger).rev().take_while(helper).last().unwrap_or(trigger)
    }

    /// The nearest party before `end` that can be the subject of the word at `trigger`.
    fn nearest(&self, mut end: usize, trigger: usize, low: usize) -> Vec<ActorId> {
        while end > low {
            if let Some(party) = self.party_ending(end) {
                let mut found = vec![self.meant(party)];
                let begin = self.listed_before(self.before_titles(party.tokens.start, low), low, &mut found);
                // "menahan X sebagai tersangka karena": X is meant.
                // "Peru adalah sekutu Chile dan mengirim": Peru is meant.
                if begin > low && matches!(self.document.lower(begin - 1), "sebagai" | "adalah" | "merupakan" | "ialah")
                {
                    end = begin - 1;
                    continue;
                }
                if self.is_agent(begin, low) && (self.is_asked(begin - 1) || !self.controls(end, trigger)) {
                    let patient = self.patient(begin - 1, trigger, low);
                    // "Diduga Peru mengirim": nobody is spoken of before.
                    let opens = begin - 1 == low || !self.document.word(begin - 2);
                    return if patient.is_empty() && opens { found } else { patient };
                }
                let oblique = begin > low && self.particle_ending(begin, Particle::Oblique);
                let object = self.object_of_verb(begin, low) && !self.only_helpers(end, trigger);
                if !(oblique || object) || self.controls(end, trigger) {
                    return found;
                }
                end = begin;
                continue;
            }
            let mark = self.document.kind(end - 1) == TokenKind::Mark;
            if mark && matches!(self.document.lower(end - 1), "." | ";" | "?" | "!") {
                break;
            }
            end -= 1;
        }
        Vec::new()
    }

    /// Whether the party that begins at token `begin` does what a passive right before it names ("dituding Peru membiayai").
    fn is_agent(&self, begin: usize, low: usize) -> bool {
        begin > low
            && self.document.lower(begin - 1).starts_with("di")
            && (self.document.tag(begin - 1) == Upos::Verb || self.is_asked(begin - 1))
    }

    /// Whom the passive at token `verb` speaks of: the head before "yang", or else its subject.
    fn patient(&self, verb: usize, trigger: usize, low: usize) -> Vec<ActorId> {
        let yang =
            self.before_helpers(verb, low).checked_sub(1).filter(|&i| i > low && self.document.lower(i) == "yang");
        let head = yang.and_then(|i| self.party_ending(i)).map(|party| vec![self.meant(party)]);
        head.unwrap_or_else(|| self.nearest(verb, trigger, low))
    }

    /// Whether a passive says what is said or asked of its subject.
    fn is_asked(&self, i: usize) -> bool {
        self.particle(i, Particle::Aux) > 0 || self.tables.modality.longest(self.document, i).is_some()
    }

    /// Whether a verb stands before token `begin`, with no more than a few nouns between.
    fn object_of_verb(&self, begin: usize, low: usize) -> bool {
        let noun = |i: usize| {
            let closed = [Particle::Aux, Particle::Stop, Particle::And, Particle::With, Particle::Oblique];
            self.document.word(i) && !self.document.capital(i) && closed.iter().all(|sort| self.particle(i, *sort) == 0)
        };
        let before = (low.max(begin.saturating_sub(4))..begin).rev();
        before.take_while(|&i| self.verbal(i) || noun(i)).any(|i| self.verbal(i))
    }

    /// Whether nothing but helpers stands between a party and the word ("menuduh X diam-diam memasok").
    fn only_helpers(&self, after: usize, trigger: usize) -> bool {
        (after..trigger).all(|i| self.particle(i, Particle::Aux) > 0)
    }

    /// Whether only "untuk", "agar" and helpers stand between a party and the word ("kepada X untuk mengirim", "sanksi
    /// kepada X karena menjual").
    fn controls(&self, after: usize, trigger: usize) -> bool {
        let between: Vec<&str> = (after..trigger).map(|i| self.document.lower(i)).collect();
        let joins = ["untuk", "agar", "supaya", "karena", "lantaran", "sebab"];
        let caused = between.iter().any(|w| matches!(*w, "karena" | "lantaran" | "sebab")) && between.len() <= 4;
        let directly = between.first().is_some_and(|w| joins.contains(w)) && between.len() <= 15;
        caused || directly || between.len() <= 4 && between.iter().any(|w| joins.contains(w)) && !between.contains(&",")
    }

    fn before_titles(&self, mut at: usize, low: usize) -> usize {
        while at > low && (self.particle(at - 1, Particle::Title) == 1 || self.party_ending(at).is_some()) {
            at = self.party_ending(at).map_or(at - 1, |p| p.tokens.start.max(low));
        }
        at
    }

    /// Adds the parties listed before token `begin`; where the list begins.
    fn listed_before(&self, mut begin: usize, low: usize, found: &mut Vec<ActorId>) -> usize {
        loop {
            let mut at = begin;
            while at > low
                && (self.is_comma(at - 1)
                    || matches!(self.document.lower(at - 1), "dan" | "serta" | "bersama" | "beserta"))
            {
                at -= 1;
            }
            let joined = at < begin && (found.len() > 1 || (at..begin).any(|i| !self.is_comma(i)));
            let Some(party) = self.party_ending(at).filter(|_| joined) else { return begin };
            let first = self.before_titles(party.tokens.start, low);
            // "harga dari Rusia, dan Peru memasok": a comma parts what hangs on a preposition from the next subject.
            let parted = (at..begin).any(|i| self.is_comma(i)) && self.particle_ending(first, Particle::Oblique);
            if parted {
                return begin;
            }
            if !found.contains(&party.actor) {
                found.insert(0, party.actor);
            }
            begin = first;
        }
    }
}
