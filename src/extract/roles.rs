//! Offices and belonging, as the phrases of an article state them.

mod served;
#[cfg(test)]
mod tests;

use super::actors::ActorBook;
use super::lexicon::{HeadSort, Lexicon, Title, WordClass};
use super::phrases::{Office, Phrase, PhraseKind};
use super::reading::Role;
use crate::language::Document;
use crate::segment::TokenKind;
use served::Served;

/// All roles that phrases state, each once, in the order of the text.
pub(super) fn roles(document: &Document<'_>, lexicon: &Lexicon, book: &mut ActorBook<'_, '_>) -> Vec<Role> {
    let mut found: Vec<Role> = Vec::new();
    let mut add = |role: Role| {
        if role.holder != role.of && !found.iter().any(|r| r.holder == role.holder && r.of == role.of) {
            found.push(role);
        }
    };
    let phrases: Vec<Phrase> = book.phrases().to_vec();
    let served = Served::new(document, lexicon, book);
    for (i, phrase) in phrases.iter().enumerate() {
        let Some(holder) = book.of_phrase(i) else { continue };
        for office in &phrase.offices {
            let start = phrase.tokens.start.min(office.title.start);
            let evidence = document.span_of(&(start..phrase.tokens.end));
            let title = document.phrase(&office.title).to_owned();
            let body = match office.of.as_deref() {
                Some(of) if of.kind == PhraseKind::BodyNoun => book.served(of, (i, holder)),
                Some(of) => Some(book.of_part(of)),
                None => served.of(book, (i, holder), office),
            };
            let Some(body) = body else { continue };
            add(Role { holder, office: Some(title.clone()), of: body, evidence });
            for other in shared_by(document, lexicon, &phrases, (i, office)) {
                let Some(holder) = book.of_phrase(other) else { continue };
                let tokens = phrase.tokens.start..phrases[other].tokens.end;
                add(Role { holder, office: Some(title.clone()), of: body, evidence: document.span_of(&tokens) });
            }
            for role in office.of.as_deref().map(|of| belonging(document, lexicon, book, of)).into_iter().flatten() {
                add(role);
            }
        }
        if let Some(next) = from_body(document, lexicon, &phrases[i..])
            && let Some(of) = book.of_phrase(i + 1)
        {
            let evidence = document.span_of(&(phrase.tokens.start..next.tokens.end));
            add(Role { holder, office: None, of, evidence });
        }
        if matches!(phrase.kind, PhraseKind::Body | PhraseKind::KnownBody(_)) {
            for role in belonging(document, lexicon, book, phrase) {
                add(role);
            }
        }
    }
    found
}

/// "anggota DPRD Bantul Rudi Hartono[, Ana Paz] dan [Luis Ramos]": the people listed behind one whose office several can
/// hold, by their phrases.
fn shared_by(
    document: &Document<'_>,
    lexicon: &Lexicon,
    phrases: &[Phrase],
    (i, office): (usize, &Office),
) -> Vec<usize> {
    let first = phrases[i].tokens.start;
    let title: Vec<&str> = office.title.clone().map(|at| document.lower(at)).collect();
    let many = title.iter().take(2).any(|word| lexicon.is(word, WordClass::Shared))
        || first > document.sentence_tokens(first).start && lexicon.is(document.lower(first - 1), WordClass::Several);
    let stop = phrases[i].tokens.end;
    let (mut listed, mut closed, mut at) = (Vec::new(), false, stop);
    let unique = matches!(office.class, Title::State | Title::Regional);
    if !many || unique || phrases[i].kind != PhraseKind::Person {
        return listed;
    }
    for (other, phrase) in phrases.iter().enumerate().skip(i + 1).skip_while(|(_, phrase)| phrase.tokens.start < stop) {
        let person = matches!(phrase.kind, PhraseKind::Person | PhraseKind::Name) && phrase.offices.is_empty();
        let between: Vec<&str> = (at..phrase.tokens.start).map(|k| document.lower(k)).collect();
        let last = matches!(between[..], ["dan" | "serta" | "&"] | [",", "dan" | "serta"]);
        if closed || !person || !(last || between == [","]) {
            break;
        }
        listed.push(other);
        (closed, at) = (last, phrase.tokens.end);
    }
    // Without "dan" what stands behind a comma may be anything.
    if closed { listed } else { Vec::new() }
}

/// "kata Rudi Hartono dari [Bank Permata]": the body that somebody who speaks is from, by the second of `phrases`; what is
/// given and had comes from a body too, so that a word of saying must stand beside the two.
fn from_body<'p>(document: &Document<'_>, lexicon: &Lexicon, phrases: &'p [Phrase]) -> Option<&'p Phrase> {
    let [person, body, ..] = phrases else { return None };
    let from = document.lower(person.tokens.end) == "dari" && body.tokens.start == person.tokens.end + 1;
    let named = person.kind == PhraseKind::Person && matches!(body.kind, PhraseKind::Body | PhraseKind::KnownBody(_));
    let cue = |i: usize| lexicon.cue_forms.longest(document, i).is_some();
    let start = document.sentence_tokens(person.tokens.start).start;
    let opens = person.tokens.start == start || document.kind(person.tokens.start - 1) == TokenKind::QuoteClose;
    let said_before = person.tokens.start > start && cue(person.tokens.start - 1);
    (from && named && (said_before || opens && cue(body.tokens.end))).then_some(body)
}

/// A body whose name holds its parent's, and so on upwards; not where a country only tells where the body is from.
fn belonging(document: &Document<'_>, lexicon: &Lexicon, book: &mut ActorBook<'_, '_>, body: &Phrase) -> Vec<Role> {
    let mut found = Vec::new();
    let mut at = body;
    while let Some(parent) = at.parent.as_deref() {
        let head = lexicon.body_heads.longest(document, at.tokens.start);
        // "Asosiasi Pengusaha Indonesia"
        let private = lexicon.is(document.lower(at.tokens.start), WordClass::Private);
        if parent.is_country()
            && (private || head.is_some_and(|(_, head)| matches!(head.sort, HeadSort::Kind | HeadSort::Medium)))
        {
            break;
        }
        let (holder, of) = (book.of_part(at), book.of_part(parent));
        found.push(Role { holder, office: None, of, evidence: document.span_of(&at.tokens) });
        at = parent;
    }
    found
}
