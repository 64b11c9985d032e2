//! Offices and belonging, as the phrases of an article state them.

mod served;
#[cfg(test)]
mod tests;

use super::actors::ActorBook;
use super::lexicon::Lexicon;
use super::phrases::{Phrase, PhraseKind};
use super::reading::Role;
use crate::language::Document;
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
        let evidence = document.span_of(&phrase.tokens);
        for office in &phrase.offices {
            let title = document.phrase(&office.title).to_owned();
            let body = match office.of.as_deref() {
                Some(of) => Some(book.of_part(of)),
                None => served.of(book, (i, holder), office),
            };
            let Some(body) = body else { continue };
            add(Role { holder, office: Some(title), of: body, evidence });
            if let Some(role) = office.of.as_deref().and_then(|of| belonging(document, book, of)) {
                add(role);
            }
        }
        if matches!(phrase.kind, PhraseKind::Body | PhraseKind::KnownBody(_))
            && let Some(role) = belonging(document, book, phrase)
        {
            add(role);
        }
    }
    found
}

/// A body whose name holds its parent's.
fn belonging(document: &Document<'_>, book: &mut ActorBook<'_, '_>, body: &Phrase) -> Option<Role> {
    let of = book.of_part(body.parent.as_deref()?);
    let holder = book.of_part(body);
    Some(Role { holder, office: None, of, evidence: document.span_of(&body.tokens) })
}
