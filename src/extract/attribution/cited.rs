//! Words handed on: "X, mengutip Y, melaporkan P", "P, demikian laporan X".

use super::{Attribution, Attributor, Source};
use crate::extract::cues::CueForm;
use crate::extract::reading::{ActorId, ActorKind};
use std::ops::Range;

/// The rule of acts whose source is quoted by another.
pub(super) const CITED_RULE: &str = "source-cited";

/// The fewest tokens of a clause that a closing formula can tell the source of.
const SHORTEST: usize = 4;

impl Attributor<'_, '_, '_> {
    /// "P, demikian laporan X", "P, demikian dilaporkan X": true where it was read.
    pub(super) fn concluded(&mut self, i: usize, sentence: &Range<usize>) -> bool {
        let Some((n, row)) = self.conclusion(i).filter(|_| i > sentence.start && self.comma(i - 1)) else {
            return false;
        };
        let cue = i..i + 1 + n;
        let Some(source) = self.source_after(cue.end, sentence.end) else { return false };
        let content = self.clause_before(i - 1, sentence);
        if self.carried(&content, &source) {
            return true;
        }
        content.len() >= SHORTEST && self.attribute(source, (cue, row), content, "parenthetical")
    }

    /// "demikian" and a word for an act of saying at token `i`: the length of that word and its row.
    pub(super) fn conclusion(&self, i: usize) -> Option<(usize, usize)> {
        let closes = self.document.lower(i) == "demikian";
        let forms = self.lexicon.cue_forms.all(self.document, i + 1).filter(|_| closes && !self.carrier(i + 1));
        forms.into_iter().find_map(|(n, form)| match *form {
            CueForm::Bare(row) | CueForm::Noun(row) | CueForm::Passive(row) => Some((n, row)),
            CueForm::Active(_) => None,
        })
    }

    /// "X melaporkan, mengutip Y, P": Y's view, voiced by X; true where it was read.
    pub(super) fn handed_on(&mut self, source: &Source, cue: (Range<usize>, usize), end: usize) -> bool {
        let Some((cited, start)) = self.cited(cue.0.end, end) else { return false };
        let content = start..self.complement_end(start, end, false);
        let voiced = Attribution { speaker: source.actors.first().copied(), ..Self::unquoted(cited, content) };
        self.push(Attribution { cue: Some(cue), rule: "subject-cue-bahwa", ..voiced })
    }

    /// Whose words the source of the cue that ends at `from` hands on, and where they begin: "X melaporkan, mengutip Y, P".
    fn cited(&mut self, from: usize, end: usize) -> Option<(Source, usize)> {
        let at = from + usize::from(self.comma(from));
        let at = at + usize::from(self.document.lower(at) == "dengan");
        let source = self.quoting(at).then(|| self.source_after(at + 1, end)).flatten()?;
        let comma = (source.tokens.end..end.min(source.tokens.end + 8)).find(|&i| self.comma(i));
        let bahwa = self.bahwa(source.tokens.end, end).map(|i| i + 1);
        let start = bahwa.or(comma.map(|i| i + 1))?;
        (start < end).then_some((source, start))
    }

    /// Who hands on what `source` says: "[X] mengutip Y yang mengatakan P".
    pub(super) fn citing(&mut self, source: &Source, start: usize) -> Option<Source> {
        let verb = source.tokens.start.checked_sub(1).filter(|&i| i > start && self.quoting(i))?;
        self.subject(verb, start)
    }

    /// Gives the words that a medium hands on to those whom it quotes: "X, mengutip Y, melaporkan P", "X melaporkan P,
    /// mengutip Y", "mengutip Y, X melaporkan P".
    pub(super) fn credit_cited(&mut self) {
        for k in 0..self.found.len() {
            let act = &self.found[k];
            let carrier = act.source.first().copied().filter(|_| act.source.len() == 1 && act.speaker.is_none());
            let carries =
                |actor: &ActorId| matches!(self.book.kind(*actor), ActorKind::Organisation | ActorKind::Group);
            let Some(carrier) = carrier.filter(carries).filter(|_| !act.named_at.is_empty()) else { continue };
            let sentence = self.document.sentence_tokens(act.named_at.start);
            let Some(verb) = self.quoting_beside(k, &sentence) else { continue };
            let Some(cited) = self.party_behind(verb, sentence.end) else { continue };
            let people =
                cited.actors.iter().all(|a| matches!(self.book.kind(*a), ActorKind::Person | ActorKind::Group));
            // "katanya, mengutip AFP": a medium hands on what an unnamed party says, and not the other way round.
            let unnamed = self.book.kind(carrier) == ActorKind::Group;
            let opens = verb < self.found[k].named_at.start;
            // "…," ujar serikat itu, melansir Reuters: whose own words they are, and who printed them.
            let own = self.found[k].quoted && !self.prints(k);
            if cited.actors.contains(&carrier) || (opens || unnamed || own) && !people {
                continue;
            }
            let act = &mut self.found[k];
            if act.content.contains(&verb) {
                act.content.end = verb - 1;
            }
            (act.source, act.speaker, act.rule) = (cited.actors, Some(carrier), CITED_RULE);
        }
    }

    /// Whether the cue of act `k` is one of writing or reporting.
    fn prints(&self, k: usize) -> bool {
        let row = self.found[k].cue.as_ref().map(|(_, row)| self.row(*row).id.as_str());
        matches!(row, Some("cue.tulis" | "cue.tulis-karya" | "cue.laporkan" | "cue.kabarkan"))
    }

    /// The verb of quoting that belongs to act `k`: behind its source, at the end of what it says, or at the start of the
    /// sentence.
    fn quoting_beside(&self, k: usize, sentence: &Range<usize>) -> Option<usize> {
        let Attribution { named_at, content, cue, .. } = &self.found[k];
        let behind = named_at.end + usize::from(self.comma(named_at.end));
        let behind = behind + usize::from(matches!(self.document.lower(behind), "yang" | "dengan"));
        let opens = sentence.start + usize::from(self.document.lower(sentence.start) == "dengan");
        let closes = || {
            let free = |i: &usize| self.quote_of[*i].is_none() && self.comma(i - 1) && self.quoting(*i);
            (content.start + SHORTEST..sentence.end).find(free)
        };
        let cues = |i: &usize| cue.as_ref().is_none_or(|(cue, _)| !cue.contains(i));
        let near = [behind, opens].into_iter().filter(|i| sentence.contains(i) && *i != named_at.start);
        near.into_iter().find(|i| self.quoting(*i)).or_else(closes).filter(cues)
    }

    /// The party right behind the verb at `i`, or behind words for what it said ("mengutip pernyataan X").
    fn party_behind(&mut self, i: usize, end: usize) -> Option<Source> {
        let plain = |k: &usize| self.phrase_of[*k].is_none() && self.document.word(*k) && !self.document.capital(*k);
        let from = (i + 1..end.min(i + SHORTEST)).find(|k| !plain(k))?;
        let party = self.phrase_of[from].filter(|&p| self.book.phrases()[p].tokens.start == from && self.can_speak(p));
        self.name_behind(party?).or_else(|| self.forward_source(party?))
    }

    fn quoting(&self, i: usize) -> bool {
        matches!(self.document.lower(i), "mengutip" | "melansir")
    }
}
