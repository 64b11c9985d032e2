//! The source of a cue: the subject before it, or the party named after it.

use super::nouns::NOUN_RULE;
use super::relative::Inside;
use super::{Attributor, Source};
use crate::extract::cues::CueForm;
use crate::extract::lexicon::WordClass;
use crate::extract::phrases::{PhraseKind, agentive};
use crate::extract::reading::{ActorId, ActorKind};
use crate::language::models::Upos;
use crate::segment::TokenKind;
use std::ops::Range;

/// What a walk to the left of a cue has met so far.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent things that a walk can have met")]
struct Walk {
    /// Nouns that no preposition has explained yet.
    pending: bool,
    /// Past "yang": verbs belong to a relative clause.
    relative: bool,
    /// A comma stands right before the cue.
    comma: bool,
    /// A verb stands between.
    verb: bool,
}

/// What a walk to the left makes of a phrase that it meets.
pub(super) enum Passed {
    /// It stands before the subject: the walk goes on at this token.
    Over(usize),
    /// The subject, where there is one.
    Ended(Option<Source>),
}

impl Attributor<'_, '_, '_> {
    /// The subject of the cue at `cue` in a clause that starts at `start`.
    pub(super) fn subject(&mut self, cue: usize, start: usize) -> Option<Source> {
        let mut walk = Walk::default();
        let mut at = self.before_asides(cue, start);
        if at > start && self.joins_clause(at - 1) {
            return self.earlier_subject(self.document.sentence_tokens(cue).start, at);
        }
        if let Some(issuer) = self.issuer(at, start) {
            return Some(issuer);
        }
        while at > start {
            let i = at - 1;
            if let Some(aside) = self.aside_ending(i, start) {
                at = aside;
                continue;
            }
            if (at..cue).all(|k| self.adverb(k))
                && let Some(described) = self.described_up_to(i, start)
            {
                return Some(described);
            }
            if let Some(q) = self.quote_of[i] {
                at = self.quotes[q].inside.start.saturating_sub(1).max(start);
                walk.pending = true;
                continue;
            }
            if let Some(p) = self.phrase_of[i] {
                match self.party_left_of(p, at..cue, start, &mut walk) {
                    Passed::Over(to) => at = to,
                    Passed::Ended(source) => return source,
                }
                continue;
            }
            if let Some(source) = self.subject_pronoun(i, start) {
                return (!walk.pending && (!walk.verb || walk.relative)).then_some(source);
            }
            if !(walk.verb || walk.pending)
                && let Some(government) = self.bare_government(i)
            {
                return Some(government);
            }
            if !walk.verb && (self.points_to_text(i) || self.bare_text(i, start, cue)) {
                return self.author(i, cue);
            }
            if !walk.relative
                && let Some(source) = self.subject_then_time(i, cue, start)
            {
                return Some(source);
            }
            if !self.step_left(i, cue, &mut walk) {
                return self.head_of_relative(i, start);
            }
            at = i;
        }
        None
    }

    /// Whether phrase `p`, with the tokens `behind` it up to the cue, is the subject, or only stands before it.
    fn party_left_of(&mut self, p: usize, behind: Range<usize>, start: usize, walk: &mut Walk) -> Passed {
        let phrase = self.book.phrases()[p].tokens.clone();
        let before = phrase.start.checked_sub(1).filter(|&b| b >= start);
        let before = before.map(|b| if self.in_document(b, start) { b - 1 } else { b });
        // "Data dari X menyebutkan P"
        let of_text = |b: usize| b > start && self.text(b - 1) && matches!(self.document.lower(b), "dari" | "oleh");
        if before.is_some_and(of_text) && !walk.verb && !walk.pending {
            return Passed::Ended(self.named_source(p, start));
        }
        if let Some(before) = before.filter(|&b| self.preposition(b) && !self.absolute(b)) {
            walk.pending = false;
            return Passed::Over(before);
        }
        if let Some(company) = self.in_company(p, start) {
            walk.pending = false;
            return Passed::Over(company);
        }
        if let Some(native) = self.native_of(p, start) {
            return native;
        }
        let at = behind.start;
        if walk.verb && !walk.relative {
            return Passed::Ended(if walk.comma { self.earlier_subject(start, at) } else { None });
        }
        let place = self.place_before(phrase.start, start);
        // "Saksi di bandara Lima mengatakan": the city says nothing; "dalam dakwaan itu Peru menuding".
        let lies = place.is_some_and(|from| {
            let plain = |k: usize| self.document.tag(k) == Upos::Noun && !self.book.points(k);
            matches!(self.document.lower(from), "di" | "ke" | "dari") && (from + 1..phrase.start).all(plain)
        });
        if (lies && self.book.phrases()[p].is_country() || !self.can_speak(p))
            && let Some(place) = place
        {
            walk.pending = false;
            return Passed::Over(place);
        }
        let adjacent = phrase.end == at && behind.clone().all(|k| self.adverb(k) || self.comma(k));
        // "X menuduh P, namun juru bicara Y, Z, membantah": the comma before the cue closes the apposition.
        let apposed = phrase.clone().any(|k| self.comma(k));
        let opens = phrase.start > start
            && (self.comma(phrase.start - 1) || self.of_class(phrase.start - 1, WordClass::Contrast));
        let own_clause = opens || apposed && phrase.start > start;
        if walk.comma && (!adjacent || !own_clause && self.verb_before(start, phrase.start)) {
            return Passed::Ended(self.earlier_subject(start, at));
        }
        if !walk.relative
            && let Some(inside) = self.described_by(p, start)
        {
            return Passed::Ended(match inside {
                Inside::Relative(head) => head,
                Inside::Apposition(person) => Some(person),
            });
        }
        Passed::Ended((!walk.pending).then(|| self.named_source(p, start)).flatten())
    }

    /// The pronoun that ends at token `i` as a subject: in "juru bicaranya mengatakan" the possessive is not who says it, but
    /// "pihaknya" and "dirinya" are.
    fn subject_pronoun(&self, i: usize, start: usize) -> Option<Source> {
        if self.document.lower(i) != "nya" {
            return self.pronoun_source(i);
        }
        let own = i > start && matches!(self.document.lower(i - 1), "pihak" | "diri" | "kedua");
        own.then(|| self.pronoun_source(i - 1)).flatten()
    }

    /// A preposition that opens a clause of its own: ", dengan X mengatakan", "sejak X mengatakan".
    fn absolute(&self, i: usize) -> bool {
        self.document.lower(i) == "sejak" || self.document.lower(i) == "dengan" && i > 0 && self.comma(i - 1)
    }

    /// "melalui [unggahan] Telegram": a text in which something is said.
    fn in_document(&self, i: usize, start: usize) -> bool {
        i > start && self.of_class(i, WordClass::Document) && self.preposition(i - 1)
    }

    fn verb_before(&self, start: usize, before: usize) -> bool {
        (start..before).any(|i| self.phrase_of[i].is_none() && self.verb_like(i))
    }

    /// Where an aside such as ", seperti dilansir Reuters, Jumat (29/11)," whose last comma stands at `i` begins.
    fn aside_ending(&self, i: usize, start: usize) -> Option<usize> {
        if !self.comma(i) {
            return None;
        }
        let from = (start.max(i.saturating_sub(24))..i).rev().find(|&k| self.comma(k) && self.carrier(k + 1))?;
        Some(from)
    }

    /// Takes the token at `i` into account; false where the search must end.
    fn step_left(&self, i: usize, cue: usize, walk: &mut Walk) -> bool {
        let lower = self.document.lower(i);
        if self.comma(i) {
            let directly = (i + 1..cue).all(|k| self.adverb(k));
            walk.comma |= directly;
            let pending = std::mem::take(&mut walk.pending);
            return !pending || walk.relative;
        }
        if self.adverb(i) || self.time_word(i) || self.document.kind(i) != TokenKind::Word {
            return !matches!(self.document.written(i), ";" | ":" | "." | "?" | "!");
        }
        if self.preposition(i) {
            walk.pending = false;
        } else if lower == "yang" {
            walk.relative = true;
            walk.pending = false;
        } else if matches!(
            lower,
            "bahwa" | "jika" | "kalau" | "setelah" | "ketika" | "saat" | "karena" | "sebab" | "agar"
        ) {
            return false;
        } else if self.lexicon.is(lower, WordClass::Trait) {
            walk.pending = false;
        } else if self.verb_like(i) {
            walk.verb = true;
        } else {
            // "X dan sekutunya": who stands before "dan" is known.
            let joined = self.of_class(i, WordClass::Joiner) && i > 0 && self.phrase_of[i - 1].is_some();
            walk.pending = !joined;
        }
        true
    }

    /// The subject that an earlier part of the sentence has: that of the last statement in it, else the first party.
    pub(super) fn earlier_subject(&mut self, start: usize, before: usize) -> Option<Source> {
        let within = start..before;
        let last = self.found.iter().rev().find(|a| {
            a.cue.as_ref().is_some_and(|(cue, _)| within.contains(&cue.start)) && a.rule != NOUN_RULE && !a.quoted
        });
        if let Some(last) = last {
            return Some(Source { actors: last.source.clone(), tokens: before..before });
        }
        let mut i = start;
        while i < before {
            if let Some(source) = self.pronoun_source(i) {
                return Some(source);
            }
            match self.phrase_of[i] {
                Some(p) => {
                    let tokens = self.book.phrases()[p].tokens.clone();
                    if tokens.start == start || !self.preposition(tokens.start - 1) {
                        return self.forward_source(p);
                    }
                    i = tokens.end;
                }
                None => i += 1,
            }
        }
        None
    }

    /// The actors of phrase `p` and of those that "dan" and commas join before it.
    pub(super) fn named_source(&self, p: usize, start: usize) -> Option<Source> {
        let mut actors = vec![self.book.of_phrase(p)?];
        let mut tokens = self.book.phrases()[p].tokens.clone();
        if !self.can_speak(p) {
            return None;
        }
        if let Some(actors) = self.counted(p) {
            return Some(Source { actors, tokens });
        }
        let mut last_joined = false;
        while let Some(mut i) = tokens.start.checked_sub(1).filter(|&i| i > start) {
            let and = self.of_class(i, WordClass::Joiner);
            if and && self.comma(i - 1) {
                i -= 1;
            }
            if !(and || (self.comma(i) && last_joined)) {
                break;
            }
            let Some(q) = i.checked_sub(1).and_then(|k| self.phrase_of[k]).filter(|&q| self.can_speak(q)) else {
                break;
            };
            if and && self.also_describes(q, tokens.start) {
                tokens.start = self.book.phrases()[q].tokens.start;
                break;
            }
            let (Some(actor), phrase) = (self.book.of_phrase(q), self.book.phrases()[q].tokens.clone()) else { break };
            if phrase.start > start && self.preposition(phrase.start - 1) || phrase.start < start {
                break;
            }
            actors.insert(0, actor);
            tokens.start = phrase.start;
            last_joined = true;
        }
        actors.dedup();
        if self.described_by_rest(&tokens, &actors) {
            actors.truncate(1);
        }
        Some(Source { actors, tokens })
    }

    /// Whether a list is no list but a person and what he is: "X, seorang penulis dan pakar Y, menilai".
    fn described_by_rest(&self, tokens: &Range<usize>, actors: &[ActorId]) -> bool {
        let Some(first) = self.phrase_of[tokens.start].map(|p| &self.book.phrases()[p]) else { return false };
        let behind = first.tokens.end + usize::from(!self.comma(first.tokens.end - 1));
        let plural =
            matches!(self.document.lower(behind), "para" | "sejumlah" | "beberapa" | "dua" | "tiga" | "puluhan");
        let named = actors.first().is_some_and(|actor| self.book.kind(*actor) == ActorKind::Person);
        let rest = actors.iter().skip(1).all(|actor| self.book.kind(*actor) == ActorKind::Group);
        named && rest && actors.len() > 1 && self.comma(behind - 1) && !plural
    }

    /// The actors of phrase `p` and of those that follow it in a list.
    pub(super) fn forward_source(&self, p: usize) -> Option<Source> {
        let mut actors = vec![self.book.of_phrase(p).filter(|_| self.can_speak(p))?];
        let mut tokens = self.book.phrases()[p].tokens.clone();
        loop {
            let mut i = tokens.end;
            let comma = self.comma(i);
            i += usize::from(comma);
            let and = self.of_class(i, WordClass::Joiner);
            i += usize::from(and);
            let next = self.phrase_of.get(i).copied().flatten().filter(|&q| self.book.phrases()[q].tokens.start == i);
            let Some(q) = next.filter(|&q| (comma || and) && self.can_speak(q)) else { break };
            let Some(actor) = self.book.of_phrase(q) else { break };
            actors.push(actor);
            tokens.end = self.book.phrases()[q].tokens.end;
            if and {
                if self.described_by_rest(&tokens, &actors) {
                    actors.truncate(1);
                }
                return Some(Source { actors, tokens });
            }
        }
        // Without a closing "dan" it was no list.
        let first = self.book.phrases()[p].tokens.clone();
        actors.truncate(1);
        Some(Source { actors, tokens: first })
    }

    pub(super) fn can_speak(&self, p: usize) -> bool {
        self.book.of_phrase(p).is_some_and(|actor| self.book.kind(actor) != ActorKind::Place)
            && self.book.phrases()[p].kind != PhraseKind::Place
    }

    /// The party named from token `i` on, behind "kata", "menurut" or "oleh".
    pub(super) fn source_after(&mut self, i: usize, end: usize) -> Option<Source> {
        let mut i = i;
        while i < end && matches!(self.document.lower(i), "oleh" | "pula" | "lagi" | "kembali" | "pihak") {
            i += 1;
        }
        if let Some(source) = self.pronoun_source(i) {
            return Some(source);
        }
        if self.of_class(i, WordClass::Document) {
            return self.author(i, end);
        }
        if let Some(p) = self.phrase_of.get(i).copied().flatten().filter(|&p| self.book.phrases()[p].tokens.start == i)
        {
            return self.name_behind(p).or_else(|| self.forward_source(p));
        }
        self.bare_government(i).or_else(|| self.noun_source(i, end))
    }

    /// A party that only common nouns describe ("kata pria berkacamata itu").
    fn noun_source(&mut self, i: usize, end: usize) -> Option<Source> {
        let stop = (i..end.min(i + 7))
            .find(|&k| !self.document.word(k) || self.preposition(k) || self.verb_like(k) || self.adverb(k));
        let tokens = i..stop.unwrap_or(end.min(i + 7));
        if tokens.is_empty() || self.document.lower(i) == "bahwa" || !self.document.word(i) {
            return None;
        }
        // Without a name or "itu" only somebody who does something is meant, not a thing.
        let pointed = self.of_class(tokens.end, WordClass::Pointing);
        let named = tokens.clone().any(|k| self.document.capital(k));
        if !pointed && !named && !agentive(self.document.lower(i)) {
            return None;
        }
        let actor = self.book.described(tokens.clone(), ActorKind::Group);
        Some(Source { actors: vec![actor], tokens })
    }

    /// "dan", "sambil" and the like before a cue: it has the subject of what stands before.
    fn joins_clause(&self, i: usize) -> bool {
        self.of_class(i, WordClass::Continues) || matches!(self.document.lower(i), "kemudian" | "dengan")
    }

    pub(super) fn verb_like(&self, i: usize) -> bool {
        let lower = self.document.lower(i);
        let form = |prefix: &str, least: usize| lower.starts_with(prefix) && lower.chars().count() >= least;
        !self.document.capital(i)
            && self.document.word(i)
            && (form("meng", 7)
                || form("meny", 7)
                || (form("men", 6) && lower != "menteri")
                || form("mem", 6)
                || (form("mer", 6) && !matches!(lower, "mereka" | "merdeka" | "meriah" | "merata"))
                || form("mew", 7)
                || form("mel", 6)
                || (form("di", 6)
                    && self.phrase_of[i].is_none()
                    && !lower.starts_with("dir")
                    && !lower.starts_with("dipl"))
                || form("ber", 7)
                || matches!(self.cue_form(i), Some((_, CueForm::Active(_) | CueForm::Passive(_)))))
    }
}
