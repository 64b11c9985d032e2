//! Whom a pronoun stands for.

use super::agents::RULE as JUDGED_RULE;
use super::{Attribution, Attributor, Source};
use crate::extract::phrases::PhraseKind;
use crate::extract::reading::{ActorId, ActorKind};
use crate::segment::TokenKind;

/// How many sentences back a pronoun may point.
const REACH: usize = 6;
/// How many phrases back "kedua pemimpin" may point.
const NEAR: usize = 24;

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Singular,
    Plural,
    /// "pihaknya": the body that the last speaker belongs to, or he himself.
    Party,
}

impl Attributor<'_, '_, '_> {
    /// The actor that the pronoun at token `i` stands for, where there is one.
    pub(super) fn pronoun_source(&self, i: usize) -> Option<Source> {
        if self.document.lower(i) == "keduanya" || self.possessed(i, "kedua") {
            return Some(Source { actors: self.two_before(i)?, tokens: i..i + 1 });
        }
        let number = match self.document.lower(i) {
            "ia" | "dia" | "beliau" | "dirinya" => Number::Singular,
            "nya" if self.document.kind(i) == TokenKind::Enclitic => Number::Singular,
            "mereka" => Number::Plural,
            "pihak" if self.possessed(i, "pihak") => Number::Party,
            "diri" if self.possessed(i, "diri") => Number::Singular,
            _ => return None,
        };
        let actors = self.antecedent(i, number)?;
        Some(Source { actors, tokens: i..i + 1 })
    }

    /// Whom the pronoun for one person at token `i` stands for, seen from token `from`.
    pub(super) fn speaker_before(&self, i: usize, from: usize) -> Option<Source> {
        let one = matches!(self.document.lower(i), "ia" | "dia" | "beliau" | "nya");
        let actors = one.then(|| self.last_source(from, Number::Singular)).flatten()?;
        Some(Source { actors, tokens: i..i + 1 })
    }

    /// The noun `word` with "-nya".
    fn possessed(&self, i: usize, word: &str) -> bool {
        self.document.lower(i) == word && self.document.lower(i + 1) == "nya"
    }

    /// "pemerintah" without a name.
    pub(super) fn bare_government(&self, i: usize) -> Option<Source> {
        let actor = self.book.bare_government(i)?;
        Some(Source { actors: vec![actor], tokens: i..i + 1 })
    }

    /// "kedua pemimpin": the two of that sort who were named last; "ketiga negara": the last list of as many.
    pub(super) fn counted(&self, p: usize) -> Option<Vec<ActorId>> {
        let tokens = &self.book.phrases()[p].tokens;
        let count = match self.document.lower(tokens.start) {
            "kedua" => 2,
            "ketiga" => 3,
            "keempat" => 4,
            "kelima" => 5,
            _ => return None,
        };
        let kind = match self.document.lower(tokens.start + 1) {
            "negara" => ActorKind::Country,
            "pemimpin" | "menteri" | "presiden" | "tokoh" | "kepala" | "pejabat" => ActorKind::Person,
            _ => return None,
        };
        let before = || (p.saturating_sub(NEAR)..p).rev();
        let of_kind = |actor: &ActorId| self.book.kind(*actor) == kind;
        if count > 2 {
            let mut lists = before().filter_map(|q| self.forward_source(q).map(|list| list.actors));
            return lists.find(|list| list.len() == count && list.iter().all(of_kind));
        }
        let mut named: Vec<ActorId> = Vec::new();
        for actor in before().filter_map(|q| self.book.of_phrase(q)).filter(of_kind) {
            if !named.contains(&actor) && named.len() < 2 {
                named.insert(0, actor);
            }
        }
        (named.len() == 2).then_some(named)
    }

    /// "keduanya": the two that "dan" joined last, else the two people named last, else the last two of one other sort.
    fn two_before(&self, i: usize) -> Option<Vec<ActorId>> {
        let here = self.document.sentence_of(i);
        let away = |p: usize| here - self.document.sentence_of(self.book.phrases()[p].tokens.start);
        let near = |p: &usize| away(*p) <= REACH / 2;
        let before = self.book.phrases().partition_point(|phrase| phrase.tokens.start < i);
        let lists = (0..before).rev().take_while(|&p| away(p) <= 1).filter_map(|p| self.forward_source(p));
        if let Some(pair) = lists.map(|list| list.actors).find(|actors| actors.len() == 2) {
            return Some(pair);
        }
        [ActorKind::Person, ActorKind::Country, ActorKind::Organisation].into_iter().find_map(|kind| {
            let mut two: Vec<ActorId> = Vec::new();
            for actor in (0..before).rev().take_while(near).filter_map(|p| self.book.of_phrase(p)) {
                if self.book.kind(actor) == kind && !two.contains(&actor) && two.len() < 2 {
                    two.insert(0, actor);
                }
            }
            (two.len() == 2).then_some(two)
        })
    }

    fn antecedent(&self, i: usize, number: Number) -> Option<Vec<ActorId>> {
        if number != Number::Plural
            && let Some(actors) = self.last_source(i, number)
        {
            return Some(actors);
        }
        let here = self.document.sentence_of(i);
        let mut best: Option<(i64, Vec<ActorId>)> = None;
        for (p, phrase) in self.book.phrases().iter().enumerate() {
            if phrase.tokens.start >= i || self.quote_of[phrase.tokens.start].is_some() {
                continue;
            }
            let distance = here - self.document.sentence_of(phrase.tokens.start);
            let Some(actor) = self.book.of_phrase(p).filter(|_| distance <= REACH) else { continue };
            let several = (number == Number::Plural).then(|| self.counted(p).or_else(|| self.subjects(p))).flatten();
            if several.is_none() && !self.agrees(actor, phrase.kind, number) {
                continue;
            }
            let score = self.salience(p, distance);
            if best.as_ref().is_none_or(|(top, _)| score >= *top) {
                best = Some((score, several.unwrap_or_else(|| vec![actor])));
            }
        }
        let best = best.map(|(_, actors)| actors);
        best.or_else(|| (number == Number::Singular).then(|| self.last_body(i)).flatten())
    }

    /// Those whom phrase `p` opens a list of, where they are the subject of their sentence.
    fn subjects(&self, p: usize) -> Option<Vec<ActorId>> {
        let list = self.opens_clause(p).then(|| self.forward_source(p)).flatten()?;
        (list.actors.len() > 1).then_some(list.actors)
    }

    /// The body or group that spoke last: "ia", where nobody is named whom it can stand for.
    fn last_body(&self, i: usize) -> Option<Vec<ActorId>> {
        let last = self.found.iter().rev().find(|a| speaks(a))?;
        let near = self.document.sentence_of(last.content.start) + REACH / 2 >= self.document.sentence_of(i);
        (near && last.speaker.is_none() && last.source.len() == 1).then(|| last.source.clone())
    }

    /// The source of the last statement, where nobody else was made the subject since.
    fn last_source(&self, i: usize, number: Number) -> Option<Vec<ActorId>> {
        let last = self.found.iter().rev().find(|a| speaks(a) && !self.told_by_another(a))?;
        let voice = last.speaker.map_or_else(|| last.source.clone(), |speaker| vec![speaker]);
        let person = voice.iter().all(|a| matches!(self.book.kind(*a), ActorKind::Person | ActorKind::Group));
        let (said, here) = (self.document.sentence_of(last.content.start), self.document.sentence_of(i));
        if !person || here > said + REACH || number == Number::Singular && self.many(last) {
            return None;
        }
        let behind = last.content.end.max(last.cue.as_ref().map_or(0, |(cue, _)| cue.end));
        let newcomer = self.book.phrases().iter().enumerate().any(|(p, phrase)| {
            phrase.tokens.start > behind
                && phrase.tokens.end <= i
                && phrase.kind == PhraseKind::Person
                && self.book.of_phrase(p).is_some_and(|actor| !voice.contains(&actor))
                && self.opens_clause(p)
        });
        (!newcomer).then_some(voice)
    }

    /// "X membantah pernyataan Y yang [menyebut P]": whether an act is only part of what another says or denies.
    pub(super) fn told_by_another(&self, act: &Attribution) -> bool {
        let Some(cue) = act.cue.as_ref().map(|(cue, _)| cue.start) else { return false };
        let tells = |other: &Attribution| {
            let before = other.cue.as_ref().is_some_and(|(own, _)| own.end <= other.content.start);
            before && !other.quoted && other.source != act.source && other.content.contains(&cue)
        };
        self.found.iter().any(tells)
    }

    /// Whether the words that name the source of `act` are those for several people: "para dokter".
    fn many(&self, act: &Attribution) -> bool {
        let first = self.document.lower(act.named_at.start);
        let twice = first.split_once('-').is_some_and(|(one, other)| one == other);
        let group = act.source.iter().all(|actor| self.book.kind(*actor) == ActorKind::Group);
        group && !act.named_at.is_empty() && (twice || matches!(first, "para" | "sejumlah" | "beberapa" | "puluhan"))
    }

    fn agrees(&self, actor: ActorId, phrase: PhraseKind, number: Number) -> bool {
        let kind = self.book.kind(actor);
        match number {
            Number::Singular => kind == ActorKind::Person || phrase == PhraseKind::OfficeHolder,
            Number::Plural => matches!(kind, ActorKind::Group | ActorKind::Organisation | ActorKind::Country),
            Number::Party => kind != ActorKind::Place,
        }
    }

    /// How much phrase `p`, so many sentences back, stands in the foreground.
    fn salience(&self, p: usize, distance: usize) -> i64 {
        let subject = i64::from(self.opens_clause(p)) * 3;
        subject - 2 * i64::try_from(distance).unwrap_or(i64::MAX / 4)
    }

    /// Whether phrase `p` is the first party of its sentence and no preposition stands before it.
    fn opens_clause(&self, p: usize) -> bool {
        let tokens = &self.book.phrases()[p].tokens;
        let start = self.document.sentence_tokens(tokens.start).start;
        let first = (start..tokens.start).all(|i| self.phrase_of[i].is_none());
        first && (tokens.start == start || !self.preposition(tokens.start - 1))
    }
}

/// Whether `act` is one of somebody who speaks, and not of one who only calls something by a name ("apa yang disebut X
/// sebagai").
fn speaks(act: &Attribution) -> bool {
    act.rule != JUDGED_RULE && (act.speaker.is_some() || !act.source.is_empty())
}
