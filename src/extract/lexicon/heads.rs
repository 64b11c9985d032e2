//! Words that open the name of a body, by what may follow them.

/// A word that opens the name of a body.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct BodyHead {
    /// What may follow it, and what it says of the body.
    pub(in crate::extract) sort: HeadSort,
    /// Its full form ("kejaksaan negeri" for "kejari"): index into the lexicon's words.
    pub(in crate::extract) word: usize,
}

/// The sorts of words that open the name of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum HeadSort {
    /// Common nouns follow it ("Kementerian").
    Plain,
    /// Any name may follow it ("PT").
    AnyName,
    /// It only says what sort of body is named behind it; a country tells where that is from ("perusahaan").
    Kind,
    /// The same, of a body that publishes news ("surat kabar").
    Medium,
    /// The same, but a country tells whose it is ("badan intelijen").
    Agency,
    /// Part of a body, which only tells an office that somebody holds there ("Biro Humas").
    Unit,
}

impl HeadSort {
    pub(super) fn named(class: &str) -> Option<Self> {
        Some(match class {
            "head" => Self::Plain,
            "head-any" => Self::AnyName,
            "head-kind" => Self::Kind,
            "head-medium" => Self::Medium,
            "head-agency" => Self::Agency,
            "head-unit" => Self::Unit,
            _ => return None,
        })
    }
}

impl BodyHead {
    /// Whether any name may follow, not only common nouns.
    pub(in crate::extract) fn any_name(self) -> bool {
        self.sort == HeadSort::AnyName || self.kind_only()
    }

    /// Whether it only says what sort of body is named behind it.
    pub(in crate::extract) fn kind_only(self) -> bool {
        matches!(self.sort, HeadSort::Kind | HeadSort::Medium | HeadSort::Agency)
    }
}
