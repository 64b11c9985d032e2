//! What sources are ranked by: the article, its actors and where it names them.

use crate::extract::actors::ActorBook;
use crate::extract::attribution::Attribution;
use crate::extract::cues::{CueForm, Frame};
use crate::extract::lexicon::{Lexicon, WordClass};
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::quotes::quotes;
use crate::extract::reading::{ActorId, ActorKind, Role};
use crate::extract::rough::reached;
use crate::language::Document;
use crate::language::models::Upos;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many of those named before an act are told apart by their order.
const RECENT: usize = 12;

/// One article, in which the sources of its acts are ranked.
pub(in crate::extract) struct Scene<'a, 'd, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) book: &'a ActorBook<'d, 't>,
    pub(super) roles: &'a [Role],
    /// Index of the phrase that covers each token.
    phrase_of: Vec<Option<usize>>,
    /// Whether each token stands in a quotation.
    quoted: Vec<bool>,
    /// The phrases that name each actor, in order.
    mentions: BTreeMap<ActorId, Vec<usize>>,
}

/// How an act names its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Not at all.
    Carried,
    Pronoun,
    /// By a text that speaks for its author.
    Text,
    /// By a phrase of this sort.
    Phrase(PhraseKind),
    /// By words that are no phrase.
    Words,
}

impl<'a, 'd, 't> Scene<'a, 'd, 't> {
    /// The scene of `document`, whose actors are in `book`.
    pub(in crate::extract) fn new(
        document: &'d Document<'t>,
        lexicon: &'d Lexicon,
        book: &'a ActorBook<'d, 't>,
        roles: &'a [Role],
    ) -> Self {
        let (phrase_of, mut quoted) = (book.phrase_of_tokens(), vec![false; document.len()]);
        let mut mentions: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
        for i in 0..book.phrases().len() {
            let actor = book.of_phrase(i).filter(|actor| book.kind(*actor) != ActorKind::Place);
            if let Some(actor) = actor.filter(|_| !lies(document, &book.phrases()[i])) {
                mentions.entry(actor).or_default().push(i);
            }
        }
        for quote in quotes(document) {
            quoted[quote.inside].fill(true);
        }
        Self { document, lexicon, book, roles, phrase_of, quoted, mentions }
    }

    /// Those who are named from so many sentences before token `at` to so many behind.
    pub(super) fn named_around(&self, at: usize, before: usize, behind: usize) -> impl Iterator<Item = ActorId> {
        let here = self.document.sentence_of(at);
        let near = here.saturating_sub(before)..=here + behind;
        let named = move |p: &usize| near.contains(&self.document.sentence_of(self.phrase(*p).tokens.start));
        self.mentions.iter().filter(move |(_, mentions)| mentions.iter().any(&named)).map(|(actor, _)| *actor)
    }

    /// Those named before an act outside quotations, the last one first.
    pub(super) fn recent(&self, act: &Attribution) -> Vec<ActorId> {
        let start = act.anchor().min(act.content.start);
        let before = self.book.phrases().partition_point(|phrase| phrase.tokens.start < start);
        let mut recent = Vec::new();
        for p in (0..before).rev().filter(|&p| !self.quoted(self.phrase(p).tokens.start)) {
            if recent.len() == RECENT {
                break;
            }
            let actor = self.book.of_phrase(p).filter(|actor| self.book.kind(*actor) != ActorKind::Place);
            recent.extend(actor.filter(|actor| !recent.contains(actor)));
        }
        recent
    }

    /// The phrases that name `actor`, in order.
    pub(super) fn mentions(&self, actor: ActorId) -> &[usize] {
        self.mentions.get(&actor).map_or(&[], Vec::as_slice)
    }

    pub(super) fn phrase(&self, p: usize) -> &Phrase {
        &self.book.phrases()[p]
    }

    pub(super) fn phrase_at(&self, i: usize) -> Option<usize> {
        self.phrase_of.get(i).copied().flatten()
    }

    pub(super) fn quoted(&self, i: usize) -> bool {
        self.quoted.get(i).copied().unwrap_or(false)
    }

    pub(super) fn how(&self, act: &Attribution) -> How {
        let (i, document) = (act.named_at.start, self.document);
        if act.named_at.is_empty() {
            return How::Carried;
        }
        let own = document.lower(i + 1) == "nya";
        match document.lower(i) {
            "ia" | "dia" | "beliau" | "dirinya" | "mereka" | "nya" | "keduanya" => How::Pronoun,
            "pihak" | "diri" if own => How::Pronoun,
            word => match self.phrase_at(i) {
                Some(p) => How::Phrase(self.phrase(p).kind),
                None if self.lexicon.is(word, WordClass::Document) => How::Text,
                None => How::Words,
            },
        }
    }

    /// Whether an act names its source by "media itu" and the like, which is nobody's name.
    pub(super) fn tells_of_medium(&self, act: &Attribution) -> bool {
        let named = self.phrase_at(act.named_at.start).map(|p| self.phrase(p)).filter(|_| !act.named_at.is_empty());
        named.is_some_and(|phrase| {
            let head = self.document.lower(phrase.tokens.start);
            let medium = matches!(head, "media" | "surat" | "koran" | "harian" | "majalah" | "stasiun" | "portal");
            medium && self.book.points(phrase.tokens.end - 1)
        })
    }

    /// "Rudi Hartono mengatakan [tersangka] mengaku": whether a person without a name stands between a verb of saying and one
    /// of admitting, denying or threatening, so that it is not who says it.
    pub(super) fn told_of_another(&self, act: &Attribution) -> bool {
        let Some((cue, row)) = act.cue.as_ref().filter(|(cue, _)| act.named_at.end == cue.start) else { return false };
        let frame = self.lexicon.cues[*row].frame;
        let group = matches!(self.how(act), How::Phrase(PhraseKind::Group));
        if !group || !matches!(frame, Frame::Avow | Frame::Deny | Frame::Threat | Frame::Accuse) {
            return false;
        }
        let first = act.named_at.start;
        let says = |k: usize| {
            let mut forms = self.lexicon.cue_forms.all(self.document, k);
            forms.any(|(n, form)| k + n == first && matches!(form, CueForm::Active(_)))
        };
        first < cue.start && (first.saturating_sub(2)..first).any(says)
    }

    pub(super) fn is_person(&self, actor: ActorId) -> bool {
        self.book.kind(actor) == ActorKind::Person
    }

    /// How a phrase stands in its sentence.
    pub(super) fn standing(&self, p: usize) -> &'static str {
        let start = self.phrase(p).tokens.start;
        let sentence = self.document.sentence_tokens(start);
        match () {
            () if self.quoted(start) => "quoted",
            () if self.hangs(p) => "hangs",
            () if start == sentence.start => "opens",
            () if (sentence.start..start).all(|k| self.phrase_at(k).is_none()) => "first",
            () => "later",
        }
    }

    /// Whether a preposition stands before a phrase.
    pub(super) fn hangs(&self, p: usize) -> bool {
        let start = self.phrase(p).tokens.start;
        let before = start.checked_sub(1).map_or("", |k| self.document.lower(k));
        self.lexicon.is(before, WordClass::Preposition)
    }

    /// How many phrases that hang on nothing stand before a phrase in its sentence, outside quotations.
    pub(super) fn rank(&self, p: usize) -> usize {
        let start = self.phrase(p).tokens.start;
        let sentence = self.document.sentence_tokens(start);
        let opens = |k: usize| self.phrase_at(k).filter(|&q| self.phrase(q).tokens.start == k);
        let before = (sentence.start..start).filter_map(opens);
        before.filter(|&q| !self.hangs(q) && !self.quoted(self.phrase(q).tokens.start)).count()
    }

    /// What the token at `k` is, roughly.
    pub(super) fn tag(&self, k: usize) -> &'static str {
        let capital = self.document.capital(k);
        match self.document.tag(k) {
            Upos::Noun | Upos::Propn if capital => "Noun",
            Upos::Noun | Upos::Propn => "noun",
            Upos::Verb => "verb",
            Upos::Adp => "preposition",
            Upos::Sconj | Upos::Cconj => "conjunction",
            Upos::Punct => "mark",
            Upos::Pron | Upos::Det => "pronoun",
            _ => "other",
        }
    }

    /// What sort of words stand between a candidate and the act.
    pub(super) fn gap(&self, gap: &Range<usize>) -> &'static str {
        let document = self.document;
        let any = |fits: &dyn Fn(usize) -> bool| gap.clone().any(fits);
        let verb = any(&|k| document.tag(k) == Upos::Verb && self.phrase_at(k).is_none());
        match () {
            () if any(&|k| document.lower(k) == "yang") => "yang",
            () if verb && any(&|k| document.written(k) == ",") => "verb, comma",
            () if verb => "verb",
            () if any(&|k| document.written(k) == ",") => "comma",
            () => "nothing",
        }
    }

    /// How many phrases begin in `gap`.
    pub(super) fn phrases_in(&self, gap: &Range<usize>) -> usize {
        gap.clone().filter(|&k| self.phrase_at(k).is_some_and(|p| self.phrase(p).tokens.start == k)).count()
    }
}

/// "saksi di bandara [Kyiv]": whether a phrase names a capital that only tells where something is.
fn lies(document: &Document<'_>, phrase: &Phrase) -> bool {
    let Some(noun) = phrase.tokens.start.checked_sub(1).filter(|_| phrase.is_metonym()) else { return false };
    let plain = document.tag(noun) == Upos::Noun && !document.capital(noun);
    plain && noun > 0 && matches!(document.lower(noun - 1), "di" | "ke" | "dari")
}

/// The name of a sort of phrases.
pub(super) fn sort(kind: PhraseKind) -> &'static str {
    match kind {
        PhraseKind::Country { metonym: false, .. } => "country",
        PhraseKind::Country { metonym: true, .. } => "capital",
        PhraseKind::KnownBody(_) => "known body",
        PhraseKind::Body => "body",
        PhraseKind::BodyNoun => "body noun",
        PhraseKind::Person => "person",
        PhraseKind::OfficeHolder => "office",
        PhraseKind::Group => "group",
        PhraseKind::Name => "name",
        PhraseKind::Place => "place",
    }
}

/// A number of tokens, roughly.
pub(super) fn distance(tokens: usize) -> &'static str {
    reached(tokens, &[(0, "0"), (1, "1"), (2, "2"), (4, "4"), (9, "9"), (16, "16")])
}
