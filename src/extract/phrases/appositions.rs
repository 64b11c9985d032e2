//! Offices behind a name: "Ana Paz, ketua Yayasan Padi, ...".

use super::{Office, Phrase, PhraseFinder, Title};
use crate::extract::lexicon::WordClass;
use crate::language::models::NameKind;
use crate::segment::TokenKind;

/// The most tokens that tell what an office is for.
const LONGEST_PURPOSE: usize = 10;

impl PhraseFinder<'_, '_> {
    /// ", anggota Komisi X," behind a name.
    pub(super) fn take_apposition(&self, phrase: &mut Phrase, end: usize) {
        let at = phrase.tokens.end;
        let bracket = self.document.written(at) == "(";
        let comma = self.document.written(at) == "," || self.dash(at) || bracket;
        let also = self.document.lower(at) == "yang" && self.document.lower(at + 1) == "juga";
        let linked = also || matches!(self.document.lower(at), "selaku" | "sebagai");
        if at + 2 > end || !(comma || linked) {
            return;
        }
        // "X, seorang analis Y,", "X, yang juga ketua Y,", "X yang juga menjabat sebagai ketua Y"
        let start = match (self.document.lower(at + 1), self.document.lower(at + 2)) {
            ("salah", "satu" | "seorang") | ("yang", "juga" | "merupakan" | "menjabat") => at + 3,
            ("juga", "menjabat") if also => at + 3 + usize::from(self.document.lower(at + 3) == "sebagai"),
            ("juga", _) if also => at + 2,
            ("seorang" | "yakni" | "yaitu" | "sang", _) => at + 2,
            _ => at + 1,
        };
        let Some(stop) = self.office_words(start, end) else { return };
        let (offices, stop) = self.listed_offices(start, stop, end);
        let stop = offices.last().map_or(stop, |office| self.past_served(office, stop, end));
        let stop = self.past_purpose(&offices, self.past_place(self.past_ranks(stop, end), end), end);
        let ends = linked || stop >= end || matches!(self.document.written(stop), "," | ".") || self.dash(stop);
        let closed =
            if bracket { self.document.written(stop) == ")" } else { ends || self.goes_on(phrase, &offices, stop) };
        // "Rudi Hartono, Dubes Peru untuk Chile [Ana Paz]": somebody else's office.
        let others =
            self.name(self.past_accredited(stop, end), end).or_else(|| self.name_behind_words(stop, &offices, end));
        // "Menteri Ana Paz, Kepala BNPB, [Letjen] Rudi Hartono dan ...": of the next one in a list.
        let behind = stop + 1;
        let next = !phrase.offices.is_empty()
            && self.document.written(stop) == ","
            && self.title(behind, Title::Rank).is_some()
            && self.name(self.past_ranks(behind, end), end).is_some();
        if closed && others.is_none() && !next {
            phrase.offices.extend(offices);
            phrase.tokens.end = stop
                + usize::from(
                    comma && stop < end && (matches!(self.document.written(stop), "," | ")") || self.dash(stop)),
                );
        }
    }

    /// Whether behind offices at `stop`, without a comma, what stands there shows that they are those of the person before
    /// them: "kata Ana Paz, ketua Yayasan Padi [kepada wartawan]", "Ana Paz, ketua Yayasan Padi [mengatakan]"; but not
    /// "menurut Ana Paz, ketua Yayasan Padi [menolak]".
    fn goes_on(&self, person: &Phrase, offices: &[Office], stop: usize) -> bool {
        let document = self.document;
        let sentence = document.sentence_tokens(person.tokens.start);
        let fronted = |from: usize| {
            let said = |k: usize| self.lexicon.cue_forms.longest(document, k).is_some();
            document.written(from) == "," && !(sentence.start..from).any(said)
        };
        let opens = person.tokens.start.checked_sub(1).is_none_or(|before| {
            before < sentence.start || document.kind(before) == TokenKind::QuoteClose || fronted(before)
        });
        let is = |class| self.lexicon.is(document.lower(stop), class);
        let aside = is(WordClass::Preposition)
            || is(WordClass::Subordinator)
            || matches!(document.lower(stop), "yang" | "atau");
        let says = self.lexicon.cue_forms.longest(document, stop).is_some();
        let named = person.name.len() > 1 && offices.iter().any(|office| office.of.is_some());
        named && stop < sentence.end && (aside || opens && says)
    }

    /// "Perwakilan WHO [untuk Tepi Barat dan Gaza],": the comma behind what an office of a body is for.
    fn past_purpose(&self, offices: &[Office], at: usize, end: usize) -> usize {
        let document = self.document;
        let of_body = offices.last().is_some_and(|office| office.of.is_some());
        let purpose = of_body && matches!(document.lower(at), "untuk" | "wilayah" | "bidang" | "urusan");
        let comma = (at + 1..end.min(at + LONGEST_PURPOSE)).find(|&k| document.written(k) == ",");
        let plain = |k: usize| {
            document.word(k) && self.lexicon.cue_forms.longest(document, k).is_none() && !self.person_starts(k)
        };
        comma.filter(|comma| purpose && (at..*comma).all(plain)).unwrap_or(at)
    }

    fn dash(&self, at: usize) -> bool {
        matches!(self.document.written(at), "–" | "—")
    }

    /// The token behind "di Kota X", which only says where a body is.
    fn past_place(&self, at: usize, end: usize) -> usize {
        let where_it_is = matches!(self.document.lower(at), "di" | "dekat" | "asal");
        let place = self.name_by_models(at + 1, end).filter(|(_, kind)| where_it_is && *kind == NameKind::Place);
        place.map_or(at, |(place, _)| place.end)
    }
}
