//! Which of the seven kinds an act of saying is: by its cue, and where the cue leaves it open by what is said.

use super::cues::Frame;
use super::lexicon::Lexicon;
use super::reading::{ContentIs, StatementKind};
use crate::language::Document;
use std::ops::Range;

/// What decides the kind of one act.
pub(super) struct Act<'a, 'd, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) cue: Option<&'a (Range<usize>, usize)>,
    pub(super) content: &'a Range<usize>,
    pub(super) quoted: bool,
    /// Whether a party other than the source is named in what is said.
    pub(super) names_other: bool,
}

impl Act<'_, '_, '_> {
    /// The kind of the act.
    pub(super) fn kind(&self) -> StatementKind {
        let Some((_, row)) = self.cue else { return self.by_content(StatementKind::Claim) };
        let cue = &self.lexicon.cues[*row];
        match cue.frame {
            Frame::Refuse => {
                if self.verb_first() {
                    StatementKind::Commitment
                } else {
                    StatementKind::Condemnation
                }
            }
            _ if cue.kind == StatementKind::Claim => self.by_content(StatementKind::Claim),
            _ => cue.kind,
        }
    }

    /// For a denial, what its content is.
    pub(super) fn content_is(&self) -> ContentIs {
        let frame = self.cue.map(|(_, row)| self.lexicon.cues[*row].frame);
        if self.quoted || !matches!(frame, Some(Frame::Deny | Frame::Scoff)) {
            return ContentIs::Words;
        }
        if self.reference() { ContentIs::Reference } else { ContentIs::Rejected }
    }

    fn reference(&self) -> bool {
        let first = self.document.lower(self.content.start);
        matches!(
            first,
            "tuduhan"
                | "tudingan"
                | "klaim"
                | "laporan"
                | "kabar"
                | "isu"
                | "rumor"
                | "dugaan"
                | "spekulasi"
                | "anggapan"
                | "pernyataan"
                | "hal"
                | "pemberitaan"
                | "informasi"
                | "gosip"
                | "keterangan"
                | "dakwaan"
        )
    }

    fn verb_first(&self) -> bool {
        let first = self.document.lower(self.content.start);
        ["me", "ber", "di"].iter().any(|p| first.starts_with(p)) && first.len() > 5 || first == "untuk"
    }

    fn by_content(&self, otherwise: StatementKind) -> StatementKind {
        let words: Vec<&str> = self.content.clone().map(|i| self.document.lower(i)).collect();
        let has = |word: &str| words.contains(&word);
        let pair = |a: &str, b: &str| words.windows(2).any(|w| w[0] == a && w[1] == b);
        let early = &words[..words.len().min(8)];
        let selfish = early.iter().any(|w| matches!(*w, "kami" | "kita" | "saya" | "ia" | "dia" | "pihak" | "mereka"));
        if pair("tidak", "pernah") && selfish
            || pair("tidak", "benar")
            || has("bohong")
            || has("hoaks")
            || has("fitnah")
            || pair("tidak", "terlibat")
        {
            return StatementKind::Denial;
        }
        if self.names_other && words.iter().any(|w| WRONGS.contains(w)) {
            return StatementKind::Accusation;
        }
        if (has("harus")
            || has("jangan")
            || pair("kami", "minta")
            || has("hendaknya")
            || has("diimbau")
            || has("mendesak"))
            && !early.contains(&"kami")
        {
            return StatementKind::Demand;
        }
        let will = early.iter().any(|w| matches!(*w, "akan" | "siap" | "berjanji" | "bertekad" | "berkomitmen"));
        if will && (selfish || early.first() == Some(&"akan")) {
            return StatementKind::Commitment;
        }
        otherwise
    }
}

const WRONGS: [&str; 22] = [
    "melanggar",
    "berbohong",
    "menyerang",
    "membunuh",
    "menyuap",
    "korupsi",
    "genosida",
    "kejahatan",
    "agresi",
    "menipu",
    "mencuri",
    "memprovokasi",
    "provokasi",
    "menyelundupkan",
    "memasok",
    "mengancam",
    "membantai",
    "penculikan",
    "menculik",
    "pelanggaran",
    "memanipulasi",
    "teroris",
];
