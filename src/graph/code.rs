//! The names of values: one for stored forms and options, one for people in Indonesian, one in English.

use super::id::NodeKind;
use super::model::{Basis, MergeRule, Sense, Status};
use crate::extract::{ActorKind, Category, ContentIs, DateBasis, NoteReason, StanceValue, StatementKind};

/// The language of what is printed for people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    #[default]
    Indonesian,
    /// English.
    English,
}

/// A closed set of values, each with its names.
pub trait Code: Copy + PartialEq + 'static {
    /// Each value with its code, its Indonesian label and its English label.
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)];

    /// The name that stored forms and options use.
    fn code(self) -> &'static str {
        Self::NAMES.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    /// The name that people read.
    fn label(self, language: Language) -> &'static str {
        let row = Self::NAMES.iter().find(|row| row.0 == self);
        row.map_or("", |row| if language == Language::English { row.3 } else { row.2 })
    }

    /// The value of a code.
    fn from_code(code: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == code).map(|row| row.0)
    }
}

impl Code for NodeKind {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Actor, "actor", "pelaku", "actor"),
        (Self::Statement, "statement", "pernyataan", "statement"),
        (Self::Proposition, "proposition", "isi pernyataan", "proposition"),
        (Self::Transfer, "transfer", "pengalihan", "transfer"),
        (Self::Article, "article", "artikel", "article"),
    ];
}

impl Code for ActorKind {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Country, "country", "negara", "country"),
        (Self::Organisation, "organisation", "organisasi", "organisation"),
        (Self::Person, "person", "orang", "person"),
        (Self::Group, "group", "kelompok", "group"),
        (Self::Place, "place", "tempat", "place"),
    ];
}

impl Code for StatementKind {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Claim, "claim", "klaim", "claim"),
        (Self::Accusation, "accusation", "tuduhan", "accusation"),
        (Self::Denial, "denial", "bantahan", "denial"),
        (Self::Confirmation, "confirmation", "pembenaran", "confirmation"),
        (Self::Condemnation, "condemnation", "kecaman", "condemnation"),
        (Self::Demand, "demand", "tuntutan", "demand"),
        (Self::Commitment, "commitment", "komitmen", "commitment"),
    ];
}

impl Code for ContentIs {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Rejected, "rejected", "yang dibantah", "what is denied"),
        (Self::Words, "words", "kata-kata sendiri", "own words"),
        (Self::Reference, "reference", "rujukan", "reference"),
    ];
}

impl Code for Category {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Weapons, "weapons", "senjata", "weapons"),
        (Self::Technology, "technology", "teknologi", "technology"),
        (Self::Energy, "energy", "energi", "energy"),
        (Self::Food, "food", "pangan", "food"),
        (Self::Medicine, "medicine", "obat", "medicine"),
        (Self::Money, "money", "uang", "money"),
        (Self::Animals, "animals", "hewan", "animals"),
        (Self::People, "people", "orang", "people"),
        (Self::Vehicles, "vehicles", "kendaraan", "vehicles"),
        (Self::Documents, "documents", "dokumen", "documents"),
        (Self::Goods, "goods", "barang", "goods"),
    ];
}

impl Code for StanceValue {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Asserted, "asserted", "menyatakan terjadi", "asserted"),
        (Self::Denied, "denied", "membantah", "denied"),
        (Self::Planned, "planned", "merencanakan", "planned"),
        (Self::Sought, "sought", "menginginkan", "sought"),
        (Self::Blocked, "blocked", "menentang", "blocked"),
    ];
}

impl Code for DateBasis {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Given, "given", "tertulis", "given"),
        (Self::Inferred, "inferred", "dilengkapi", "inferred"),
        (Self::Relative, "relative", "dihitung", "relative"),
    ];
}

impl Code for NoteReason {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::NoSource, "no source", "sumber tidak ditemukan", "no source found"),
        (Self::NoContent, "no content", "tanpa isi", "nothing said"),
        (Self::NoParty, "no party", "tanpa pemberi dan penerima", "neither giver nor recipient"),
        (Self::Ambiguous, "ambiguous", "sumber tidak pasti", "source unsure"),
        (Self::NotRead, "not read", "susunan yang tidak dibaca", "a construction that is not read"),
        (Self::NoAccused, "no accused", "tertuduh tidak ditemukan", "nobody found who is accused"),
    ];
}

impl Code for Sense {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] =
        &[(Self::Affirms, "affirms", "menyatakan", "affirms"), (Self::Rejects, "rejects", "membantah", "rejects")];
}

impl Code for Basis {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::SameWords, "same words", "kata-kata sama", "same words"),
        (Self::Reference, "reference", "rujukan", "reference"),
        (Self::LikeWords, "like words", "kata-kata serupa", "like words"),
        (Self::SameTransfer, "same transfer", "pengalihan sama", "same transfer"),
    ];
}

impl Code for MergeRule {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Iso, "iso", "kode negara sama", "same country code"),
        (Self::SameName, "same name", "nama sama", "same name"),
        (Self::Abbreviation, "abbreviation", "singkatan", "abbreviation"),
        (Self::Surname, "surname", "nama pendek", "short name"),
        (Self::Correction, "correction", "koreksi", "correction"),
    ];
}

impl Code for Status {
    const NAMES: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Contested, "contested", "diperselisihkan", "contested"),
        (Self::Acknowledged, "acknowledged", "diakui", "acknowledged"),
        (Self::Reported, "reported", "diberitakan", "reported"),
        (Self::Alleged, "alleged", "dituduhkan", "alleged"),
        (Self::Denied, "denied", "dibantah", "denied"),
        (Self::Blocked, "blocked", "ditentang", "blocked"),
        (Self::Planned, "planned", "direncanakan", "planned"),
        (Self::Sought, "sought", "diinginkan", "sought"),
    ];
}
