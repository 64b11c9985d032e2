//! Which body a common noun means: "kementerian itu", "Kementerian", "perusahaan tersebut".

use super::ActorBook;
use crate::extract::lexicon::{HeadSort, WordClass};
use crate::extract::phrases::{Phrase, PhraseKind};
use crate::extract::reading::ActorId;
use crate::language::models::Upos;
use std::ops::Range;

/// How many words may stand between a noun such as "kelompok" and the name of the body that it tells the sort of.
const NOUN_BEFORE: usize = 3;

/// How many sentences back a medium may have been told of.
const SENTENCES: usize = 6;

/// In the words around a medium that only tells what others do.
const REPORTING: [&str; 5] = ["lapor", "kutip", "berita", "lansir", "kabar"];

/// Whether a word tells of carrying what others say ("dilansir", "kabarnya").
pub(crate) fn reports(word: &str) -> bool {
    REPORTING.iter().any(|stem| word.contains(stem))
}

impl ActorBook<'_, '_> {
    pub(super) fn body_noun(&mut self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        if let Some(medium) = self.that_medium(phrase, i) {
            return Some(medium);
        }
        let head = self.document.lower(phrase.name.start);
        let party = self.document.lower(phrase.tokens.start) == "pihak";
        let any = (party || self.definite(phrase)) && self.lexicon.is(head, WordClass::AnyBody);
        let last = self.last_body(i).filter(|_| any && head == "gerakan");
        // "pusat perhatian", "badan kapal" tell of no body.
        let next = phrase.tokens.end;
        let small = !self.document.capital(next) && !self.document.capital(phrase.tokens.start);
        let goes_on = small && self.document.tag(next) == Upos::Noun && !self.definite(phrase);
        let found = last.or_else(|| self.body_of_kind(phrase, any, i)).or_else(|| self.body_served(head, i));
        found.filter(|_| !goes_on)
    }

    /// The medium that "media itu", "surat kabar tersebut" means: the last one told of shortly before.
    pub(super) fn that_medium(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let meant = self.definite(phrase) && self.heads_medium(phrase);
        meant.then(|| self.last_medium(phrase, i)).flatten()
    }

    fn last_medium(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let here = self.document.sentence_of(phrase.tokens.start);
        let near = || {
            let told = (0..i).rev();
            told.take_while(|&p| self.document.sentence_of(self.phrases[p].tokens.start) + SENTENCES >= here)
        };
        let media = || near().filter(|&p| self.publishes(&self.phrases[p]));
        // "kata surat kabar itu, dikutip oleh Reuters"
        let own = media().filter(|&p| !self.carries(&self.phrases[p])).find_map(|p| self.of_phrase[p]);
        own.or_else(|| media().find_map(|p| self.of_phrase[p]))
    }

    /// "[Perusahaan Kuwait] itu": the body told of before that the noun means, of whatever land.
    pub(super) fn body_of_land(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let tokens = &phrase.tokens;
        let land = phrase.parent.as_deref().filter(|parent| parent.is_country())?;
        let (n, head) = self.lexicon.body_heads.longest(self.document, tokens.start)?;
        let bare = tokens.start + n == land.tokens.start && land.tokens.end == tokens.end && phrase.short.is_none();
        if !bare || !self.points(tokens.end) {
            return None;
        }
        let noun = Phrase { tokens: tokens.start..tokens.start + 2, ..phrase.clone() };
        let medium = || self.last_medium(phrase, i).filter(|_| head.sort == HeadSort::Medium);
        medium().or_else(|| self.that_body(&noun, i).filter(|_| n == 1))
    }

    /// Whether a phrase opens with a word for a medium.
    fn heads_medium(&self, phrase: &Phrase) -> bool {
        let head = self.lexicon.body_heads.longest(self.document, phrase.tokens.start);
        head.is_some_and(|(_, head)| head.sort == HeadSort::Medium)
    }

    /// Whether a phrase names a medium: "Reuters", "surat kabar Kompas".
    fn publishes(&self, phrase: &Phrase) -> bool {
        match phrase.kind {
            PhraseKind::KnownBody(body) if self.lexicon.bodies[body].medium => true,
            PhraseKind::KnownBody(_) | PhraseKind::Body => self.heads_medium(phrase),
            _ => false,
        }
    }

    /// The country or body that "negara itu", "yayasan itu" means in phrase `i`, which gives `holder` an office of it.
    pub(crate) fn served(&mut self, of: &Phrase, (i, holder): (usize, ActorId)) -> Option<ActorId> {
        if self.document.lower(of.tokens.start) == "negara" {
            return self.country_of(holder).or_else(|| self.that_country(of, i));
        }
        let body = self.that_body(of, i).or_else(|| self.body_noun(of, i));
        // "tentara", "televisi" without a name have no leader.
        let named = |body: &ActorId| self.entries[body.0].name.starts_with(char::is_uppercase);
        body.filter(|body| named(body) && !self.called_otherwise(of, *body))
    }

    /// Whether the noun of "perusahaan itu" stood shortly before for somebody else than `body`: "perusahaan farmasi negara
    /// di Bandung".
    fn called_otherwise(&self, of: &Phrase, body: ActorId) -> bool {
        let noun = self.document.lower(of.tokens.start);
        let start = self.document.sentence_tokens(of.tokens.start).start;
        let from = start.checked_sub(1).map_or(0, |k| self.document.sentence_tokens(k).start);
        let mut before = (from..of.tokens.start).rev();
        let Some(last) = before.find(|&k| self.document.lower(k) == noun && !self.points(k + 1)) else { return false };
        let near = |p: &&usize| {
            let tokens = &self.phrases[**p].tokens;
            tokens.end > last && tokens.start <= last + NOUN_BEFORE
        };
        !self.entries[body.0].phrases.iter().any(|p| near(&p))
    }

    /// "juru bicara [Kementerian Luar Negeri] ... Kementerian mengatakan": the last body of that sort whose office is told.
    fn body_served(&mut self, head: &str, i: usize) -> Option<ActorId> {
        let offices = self.phrases.iter().take(i).rev().flat_map(|phrase| &phrase.offices);
        let served = offices.filter_map(|office| office.of.as_deref()).find(|of| {
            matches!(of.kind, PhraseKind::Body | PhraseKind::KnownBody(_))
                && of.name.len() > 1
                && self.name_of_body(of).starts_with(head)
        });
        let body = served.cloned()?;
        Some(self.of_part(&body))
    }

    /// The body that a bare word for one means inside another phrase: "juru bicara [Kementerian]".
    pub(super) fn bare_part(&self, phrase: &Phrase) -> Option<ActorId> {
        let at = self.phrases.partition_point(|other| other.tokens.end <= phrase.tokens.start);
        let bare = phrase.kind == PhraseKind::Body && self.bare_head(phrase);
        bare.then(|| self.body_of_kind(phrase, false, at)).flatten()
    }

    /// Whether a body is named by nothing but a word that opens the names of bodies.
    pub(super) fn bare_head(&self, phrase: &Phrase) -> bool {
        let head = self.lexicon.body_heads.longest(self.document, phrase.name.start);
        phrase.short.is_none() && head.is_some_and(|(n, _)| n == phrase.name.len())
    }

    /// The body that "perusahaan itu", "kelompok tersebut", "media itu" means: the one told of last in the sentence
    /// before or in the same one, of whose name no other such word says otherwise.
    pub(super) fn that_body(&self, phrase: &Phrase, i: usize) -> Option<ActorId> {
        let head = self.document.lower(phrase.tokens.start);
        let medium = head == "media";
        if phrase.tokens.len() != 2 || !(medium || self.lexicon.is(head, WordClass::AnyBody)) {
            return None;
        }
        let start = self.document.sentence_tokens(phrase.tokens.start).start;
        let first = start.checked_sub(1).map_or(0, |k| self.document.sentence_tokens(k).start);
        let near = (0..i).rev().take_while(|&p| self.phrases[p].tokens.start >= first);
        let body = |other: &&Phrase| {
            matches!(other.kind, PhraseKind::Body | PhraseKind::KnownBody(_)) && self.may_be_called(head, other)
        };
        let mut fitting = near.filter_map(|p| {
            let other = &self.phrases[p];
            // "seorang pejabat Hamas" tells of Hamas as well.
            let served = || other.offices.iter().filter_map(|office| office.of.as_deref().filter(|of| body(of)));
            match Some(other).filter(body) {
                Some(own) => self.of_phrase[p].filter(|_| medium == (self.carries(own) || self.reports_itself(own))),
                None => served().find_map(|of| self.known(of)).filter(|_| !medium),
            }
        });
        fitting.next()
    }

    /// Whether a body tells what others do: "[Reuters] melaporkan".
    fn reports_itself(&self, body: &Phrase) -> bool {
        (body.tokens.end..body.tokens.end + 2).any(|i| reports(self.document.lower(i)))
    }

    /// Whether a body may be called "kelompok" or the like, `head`: what its name opens with is no other sort of body.
    fn may_be_called(&self, head: &str, body: &Phrase) -> bool {
        let own = self.lexicon.body_heads.longest(self.document, body.tokens.start);
        let name = self.name_of_body(body);
        let known = || self.lexicon.body_heads.of_word(name.split(' ').next().unwrap_or_default());
        let word = own.map(|(_, own)| own).or_else(known).map(|own| self.lexicon.head_words[own.word].as_str());
        match (head, word) {
            (_, None) | ("lembaga" | "institusi" | "instansi" | "organisasi" | "badan", _) => true,
            ("perusahaan", Some(word)) => matches!(word, "pt" | "cv" | "perusahaan" | "bank" | "perum" | "grup"),
            ("kelompok" | "gerakan", Some(word)) => {
                matches!(word, "kelompok" | "milisi" | "brigade" | "organisasi" | "aliansi" | "koalisi" | "tentara")
            }
            (head, Some(word)) => head == word,
        }
    }

    /// The last body that no preposition stands before and that the article names more than once: it acts.
    fn last_body(&self, i: usize) -> Option<ActorId> {
        let acting = |p: &usize| {
            let phrase = &self.phrases[*p];
            let before = phrase.tokens.start.checked_sub(1).map_or("", |k| self.document.lower(k));
            let again = || self.of_phrase[*p].is_some_and(|actor| self.entries[actor.0].phrases.len() > 1);
            matches!(phrase.kind, PhraseKind::Body | PhraseKind::KnownBody(_))
                && !self.lexicon.is(before, WordClass::Preposition)
                && !self.carries(phrase)
                && again()
        };
        (0..i).rev().take(16).find(acting).and_then(|p| self.of_phrase[p])
    }

    /// The last body before phrase `i` that is of the sort which `phrase` opens with, or `any`.
    fn body_of_kind(&self, phrase: &Phrase, any: bool, i: usize) -> Option<ActorId> {
        let head = self.document.lower(phrase.name.start);
        let sort = |at: usize| self.lexicon.body_heads.longest(self.document, at).map(|(_, head)| head.word);
        (0..i).rev().find_map(|p| {
            let other = &self.phrases[p];
            let kin = if head == "pengadilan" { "mahkamah" } else { head };
            let name = self.name_of_body(other);
            // "surat kabar Kompas": named behind the noun.
            let noun = other.tokens.start < other.name.start && sort(other.tokens.start) == sort(phrase.name.start);
            let same = matches!(other.kind, PhraseKind::Body | PhraseKind::KnownBody(_) | PhraseKind::BodyNoun)
                && (any && !self.carries(other) || noun || name.starts_with(head) || name.starts_with(kin));
            if same { self.of_phrase[p] } else { None }
        })
    }

    /// Whether a body only carries what others say: "dilansir [Reuters]", "dikutip dari [Antara]".
    fn carries(&self, phrase: &Phrase) -> bool {
        let mut words = phrase.tokens.start.saturating_sub(2)..phrase.tokens.start;
        words.any(|i| reports(self.document.lower(i)))
    }

    fn name_of_body(&self, phrase: &Phrase) -> String {
        match phrase.kind {
            PhraseKind::KnownBody(body) => self.lexicon.bodies[body].name.to_lowercase(),
            _ => self.document.phrase(&phrase.name).to_lowercase(),
        }
    }

    /// The words of a body's name, a known abbreviation at its start written out ("Kemenlu Palestina").
    pub(super) fn body_words(&self, tokens: &Range<usize>) -> String {
        let tokens = &self.without_firm(tokens);
        match self.lexicon.body_names.longest(self.document, tokens.start) {
            Some((n, body)) if n < tokens.len() => {
                let rest = self.spelt_out(&(tokens.start + n..tokens.end));
                format!("{} {rest}", self.lexicon.bodies[*body].name.to_lowercase())
            }
            _ => self.headed_words(tokens),
        }
    }

    /// The name of a firm without "PT" before it, which is often left out.
    fn without_firm(&self, tokens: &Range<usize>) -> Range<usize> {
        let firm = matches!(self.document.lower(tokens.start), "pt" | "cv");
        let mark = self.document.written(tokens.start + 1) == ".";
        let start = tokens.start + usize::from(firm) + usize::from(firm && mark);
        // "PT Pontianak" is a court.
        if start + 1 < tokens.end { start..tokens.end } else { tokens.clone() }
    }

    /// The words of a body's name, an abbreviated head at its start written out ("Kejari Bantul").
    fn headed_words(&self, tokens: &Range<usize>) -> String {
        match self.lexicon.body_heads.longest(self.document, tokens.start) {
            Some((n, head)) if n < tokens.len() => {
                format!("{} {}", self.lexicon.head_words[head.word], self.spelt_out(&(tokens.start + n..tokens.end)))
            }
            _ => self.spelt_out(tokens),
        }
    }

    /// The words of a name with those of countries and regions in full: "Angkatan Laut AS", "Jatim".
    fn spelt_out(&self, tokens: &Range<usize>) -> String {
        let (mut words, mut at) = (Vec::new(), tokens.start);
        while at < tokens.end {
            if self.document.written(at) == "(" {
                at = (at..tokens.end).find(|&i| self.document.written(i) == ")").map_or(tokens.end, |close| close + 1);
                continue;
            }
            let region = self.lexicon.regions.longest(self.document, at).map(|(n, full)| (n, full.clone()));
            let country = self.lexicon.country_names.longest(self.document, at).filter(|(_, name)| !name.metonym);
            let country = country.map(|(n, name)| (n, self.lexicon.countries[name.country].name.to_lowercase()));
            let known = country.or(region).filter(|(n, _)| at + n <= tokens.end && self.document.capital(at));
            let (n, word) = known.unwrap_or_else(|| (1, self.key_words(&(at..at + 1))));
            words.extend(Some(word).filter(|word| !word.is_empty()));
            at += n;
        }
        words.join(" ")
    }
}
