//! Who is named where, for the reading of transfers: the phrases of an article, the names within them, and pronouns.
//!
//! "pasukan Korea Utara" is one phrase for attribution; for a transfer its last words name the giver. And a party
//! that only receives is often named by nothing but "kami" or "negara itu".

use super::actors::ActorBook;
use super::lexicon::Lexicon;
use super::phrases::{Phrase, PhraseKind};
use super::reading::{ActorId, ActorKind, ContentIs, Role, Statement, StatementKind};
use super::transfers::{Actors, Party};
use crate::language::Document;
use crate::segment::TokenKind;
use std::ops::Range;

/// How many tokens back a pronoun outside every statement may point.
const REACH: usize = 60;

/// All parties of an article, sorted by their first token.
pub(super) fn parties(
    document: &Document<'_>,
    lexicon: &Lexicon,
    book: &mut ActorBook<'_, '_>,
    (roles, statements): (&[Role], &[Statement]),
) -> Vec<Party> {
    let phrases: Vec<Phrase> = book.phrases().to_vec();
    let mut found = Vec::new();
    for (i, phrase) in phrases.iter().enumerate() {
        let names_state = is_state(document, book, phrase.tokens.start) && phrase.tokens.len() <= 2;
        if !names_state && !is_force(document, phrase) {
            found.extend(book.of_phrase(i).map(|actor| Party { tokens: phrase.tokens.clone(), actor }));
        }
        if phrase.kind == PhraseKind::Group {
            found.extend(within(document, lexicon, book, phrase));
        } else if let Some(parent) = phrase.parent.as_deref().filter(|p| p.tokens.start > phrase.tokens.start) {
            found.push(Party { tokens: parent.tokens.clone(), actor: book.of_part(parent) });
        }
    }
    let accused: Vec<Party> =
        statements.iter().filter_map(|statement| described(document, book, statement, &found)).collect();
    found.extend(accused);
    found.sort_by_key(|p| (p.tokens.start, p.tokens.end));
    for i in 0..document.len() {
        if book.is_bare_government(i) {
            // Where no government was named before, it is nobody's in particular.
            let actor = book.bare_government(i).unwrap_or_else(|| book.described(i..i + 1, ActorKind::Country));
            found.push(Party { tokens: i..i + 1, actor });
        }
    }
    found.sort_by_key(|p| (p.tokens.start, p.tokens.end));
    let named = found.clone();
    let view = View { document, book, roles, statements, named: &named };
    let pronouns = (0..document.len()).filter_map(|i| view.pronoun(i));
    found.extend(pronouns);
    found.sort_by_key(|p| (p.tokens.start, p.tokens.end));
    found
}

/// Whom a statement is directed at, where only common nouns at the start of what is said describe him: "menuduh [perangkat
/// desa] menjual beras".
fn described(
    document: &Document<'_>,
    book: &ActorBook<'_, '_>,
    statement: &Statement,
    named: &[Party],
) -> Option<Party> {
    let start = statement.content.start;
    let words = document.text().get(start..statement.content.end)?;
    let first = document.token_at(start);
    let taken = named.iter().any(|party| party.tokens.contains(&first));
    statement.target.iter().filter(|_| !taken).find_map(|&actor| {
        let name = book.names(actor).filter(|name| words.starts_with(name)).max_by_key(|name| name.len())?;
        Some(Party { tokens: first..document.token_at(start + name.len()), actor })
    })
}

/// The countries and known bodies inside the phrase of a group.
fn within(document: &Document<'_>, lexicon: &Lexicon, book: &mut ActorBook<'_, '_>, phrase: &Phrase) -> Vec<Party> {
    let mut found = Vec::new();
    let mut i = phrase.tokens.start + 1;
    while i < phrase.tokens.end {
        let country = lexicon
            .country_names
            .longest(document, i)
            .map(|(n, name)| (n, PhraseKind::Country { country: name.country, metonym: name.metonym }));
        let body = || lexicon.body_names.longest(document, i).map(|(n, body)| (n, PhraseKind::KnownBody(*body)));
        let Some((n, kind)) = country.or_else(body) else {
            i += 1;
            continue;
        };
        let tokens = i..i + n;
        let inner = Phrase {
            name: tokens.clone(),
            tokens: tokens.clone(),
            kind,
            short: None,
            offices: Vec::new(),
            parent: None,
        };
        found.push(Party { tokens, actor: book.of_part(&inner) });
        i += n;
    }
    found
}

/// "negara itu", "negaranya".
fn is_state(document: &Document<'_>, book: &ActorBook<'_, '_>, i: usize) -> bool {
    document.lower(i) == "negara" && (document.lower(i + 1) == "nya" || book.points(i + 1))
}

/// "pasukan X", "militer X": the country acts.
fn is_force(document: &Document<'_>, phrase: &Phrase) -> bool {
    let force = matches!(document.lower(phrase.tokens.start), "pasukan" | "tentara" | "militer" | "prajurit");
    phrase.kind == PhraseKind::Group && force && phrase.tokens.len() > 1
}

struct View<'a> {
    document: &'a Document<'a>,
    book: &'a ActorBook<'a, 'a>,
    roles: &'a [Role],
    statements: &'a [Statement],
    named: &'a [Party],
}

impl View<'_> {
    /// The pronoun at token `i` with whom it stands for.
    fn pronoun(&self, i: usize) -> Option<Party> {
        let source = self.source_around(i);
        let (len, actor) = match self.document.lower(i) {
            "kami" | "kita" | "saya" | "aku" => (1, source?),
            "pihak" if self.document.lower(i + 1) == "nya" => (2, source.or_else(|| self.last(i, |_| true))?),
            "ia" | "dia" | "beliau" => {
                let person = |a| self.book.kind(a) == ActorKind::Person;
                let subject = || self.subject_before(i, person).or_else(|| self.last(i, person));
                (1, self.third_person(i).filter(|a| person(*a)).or_else(subject)?)
            }
            "mereka" => {
                let many = |a| !matches!(self.book.kind(a), ActorKind::Person | ActorKind::Place);
                (1, self.third_person(i).filter(|a| many(*a)).or_else(|| self.last(i, many))?)
            }
            _ if is_state(self.document, self.book, i) => {
                let country = |a| self.book.kind(a) == ActorKind::Country;
                let own = source.filter(|a| country(*a)).or_else(|| self.office_of(source?));
                let other = self.other_state(i, own);
                (2, other.or(own).or_else(|| self.last(i, country))?)
            }
            _ => return None,
        };
        Some(Party { tokens: i..i + len, actor })
    }

    /// Whom the sentence before token `i` opens with, where `i` stands in a sentence that names nobody before it: "Ana Ruiz
    /// menemui Luis Ramos. [Ia] menyerahkan".
    fn subject_before(&self, i: usize, fits: impl Fn(ActorId) -> bool) -> Option<ActorId> {
        let sentence = self.document.sentence_of(i);
        let before = self.document.sentences().get(sentence.checked_sub(1)?)?.tokens.clone();
        let here = self.document.sentence_tokens(i).start..i;
        let within = |tokens: Range<usize>| {
            let from = self.named.partition_point(|party| party.tokens.start < tokens.start);
            self.named[from..].iter().take_while(move |party| party.tokens.start < tokens.end)
        };
        if within(here).any(|party| fits(party.actor)) {
            return None;
        }
        within(before.clone()).find(|party| party.tokens.start == before.start && fits(party.actor)).map(|p| p.actor)
    }

    /// Which state "negara itu" at token `i` means in what somebody says of another: the last one named there, or the accused.
    fn other_state(&self, i: usize, own: Option<ActorId>) -> Option<ActorId> {
        let statement = self.statement_around(i).filter(|_| self.document.lower(i + 1) != "nya")?;
        let from = self.document.token_at(statement.content.start);
        let country = |actor: &ActorId| self.book.kind(*actor) == ActorKind::Country && Some(*actor) != own;
        let said = self.named.iter().rev().filter(|party| (from..i).contains(&party.tokens.start));
        let mut said = said.map(|party| party.actor).filter(country);
        let accused = || statement.target.iter().copied().find(country);
        said.next().or_else(|| (statement.kind == StatementKind::Accusation).then(accused).flatten())
    }

    fn source_around(&self, i: usize) -> Option<ActorId> {
        self.statement_around(i)?.source.first().copied()
    }

    /// Whom "ia", "mereka" at token `i` stand for by the statement around it: who is accused, in an accusation; in other
    /// words than the source's own, the source.
    fn third_person(&self, i: usize) -> Option<ActorId> {
        let statement = self.statement_around(i)?;
        let before = self.document.token_at(statement.content.start).checked_sub(1);
        let quoted = before.is_some_and(|before| self.document.kind(before) == TokenKind::QuoteOpen);
        match statement.kind {
            StatementKind::Accusation if !statement.target.is_empty() => statement.target.first().copied(),
            _ if quoted => None,
            _ => statement.source.first().copied(),
        }
    }

    /// The narrowest statement around token `i`; where it is both claimed and denied, the denial.
    fn statement_around(&self, i: usize) -> Option<&Statement> {
        let at = self.document.span(i);
        let around = self.statements.iter().filter(|s| s.content.contains(at));
        let rejected = |s: &&Statement| s.kind == StatementKind::Denial && s.content_is != Some(ContentIs::Words);
        around.min_by_key(|s| (s.content.len(), !rejected(s)))
    }

    fn office_of(&self, holder: ActorId) -> Option<ActorId> {
        office_of(self.roles, holder)
    }

    /// The last party named before token `i` that `fits`.
    fn last(&self, i: usize, fits: impl Fn(ActorId) -> bool) -> Option<ActorId> {
        let before = self.named.partition_point(|p| p.tokens.start < i);
        let near = self.named[..before].iter().rev().take_while(|p| p.tokens.start + REACH > i);
        near.map(|p| p.actor).find(|a| fits(*a))
    }
}

fn office_of(roles: &[Role], holder: ActorId) -> Option<ActorId> {
    roles.iter().find(|r| r.holder == holder && r.office.is_some()).map(|r| r.of)
}

/// The actors of an article as the reading of transfers asks for them.
pub(super) struct Cast<'a, 'd, 't> {
    pub(super) document: &'a Document<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) book: &'a mut ActorBook<'d, 't>,
    pub(super) roles: &'a [Role],
}

impl Actors for Cast<'_, '_, '_> {
    fn kind(&self, actor: ActorId) -> ActorKind {
        self.book.kind(actor)
    }

    fn stands_for(&self, actor: ActorId) -> Option<ActorId> {
        office_of(self.roles, actor)
    }

    fn state_of(&self, actor: ActorId) -> Option<ActorId> {
        let mut at = actor;
        // Office, body, larger body, country: no chain is longer.
        for _ in 0..4 {
            if self.book.kind(at) == ActorKind::Country {
                return Some(at).filter(|_| at != actor);
            }
            at = self.roles.iter().find(|r| r.holder == at)?.of;
        }
        None
    }

    fn group_noun(&self, token: usize) -> bool {
        use super::lexicon::GroupWord::Noun;
        self.lexicon.groups.all(self.document, token).any(|(_, word)| *word == Noun)
    }

    #[cfg(feature = "train")]
    fn names(&self, actor: ActorId) -> Vec<&str> {
        self.book.names(actor).collect()
    }

    fn described(&mut self, tokens: Range<usize>, kind: ActorKind) -> ActorId {
        self.book.described(tokens, kind)
    }
}
