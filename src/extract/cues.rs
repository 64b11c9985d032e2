//! Words that mark an act of saying, thinking, denying or demanding.

use super::reading::StatementKind;

/// One row of the table of cues.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub(super) id: String,
    /// What the act is where its content does not decide.
    pub(super) kind: StatementKind,
    pub(super) frame: Frame,
    pub(super) traits: Vec<CueTrait>,
}

/// A form of a cue, with the index of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueForm {
    /// "mengatakan", "yakin": the source stands before it.
    Active(usize),
    /// "dikatakan": the source stands after it.
    Passive(usize),
    /// "kata": beside a quotation or in brackets, the source after it.
    Bare(usize),
    /// "tuduhan": the source after it.
    Noun(usize),
}

/// What sets an act apart from others of its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueTrait {
    /// Telling, whose passive may open a sentence or close it: "seperti dikatakan X, P".
    Tell,
    /// A wish, whose passive stands behind what is wished for: "P diusulkan X".
    Wish,
    /// Its object is said to be or to do something: "Y dinilai X sebagai P".
    Judge,
    /// A deed or a thing can do it too: "serangan X menegaskan", "kebijakan X mendorong".
    Deed,
    /// Only before a text that tells whose it is: "berdasarkan data X, P".
    Text,
}

impl Cue {
    pub(super) fn has(&self, quality: CueTrait) -> bool {
        self.traits.contains(&quality)
    }
}

impl CueTrait {
    /// The trait that the table calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "tell" => Self::Tell,
            "wish" => Self::Wish,
            "judge" => Self::Judge,
            "deed" => Self::Deed,
            "text" => Self::Text,
            _ => return None,
        })
    }
}

/// What stands after a cue and how it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A clause, with or without "bahwa".
    Clause,
    /// Only beside a quotation or before "bahwa": elsewhere the word has other meanings.
    Quote,
    /// The object of praise or blame.
    Object,
    /// What is rejected: a proposition, or a phrase that points to it.
    Deny,
    /// A claim that is mocked; without one it is no denial.
    Scoff,
    /// The accused, then the wrong.
    Accuse,
    /// The one who is asked, then the act.
    Ask,
    /// A warning: before "bahwa" or to somebody.
    Warn,
    /// The speaker's own act.
    Plan,
    /// "mengancam": before an act, not before what is in danger.
    Threat,
    /// An agreement: the act, or the thing agreed to.
    Agree,
    /// "menolak": an act refused, or a thing rejected.
    Refuse,
    /// A wish: a clause.
    Hope,
    /// "mengaku": an admission or a claim about oneself.
    Avow,
    /// "melaporkan": a clause, but not a thing reported to the police.
    Report,
    /// "memberitahu Y bahwa P".
    Tell,
    /// Findings: only before "bahwa".
    Show,
    /// "menurut X, P": the source stands behind it.
    According,
    /// Carrying another's words: no act of the subject.
    Carry,
}

impl Frame {
    /// Whether what stands after the cue is its object, a thing, and no clause.
    pub(super) fn object(self) -> bool {
        matches!(self, Self::Object | Self::Deny | Self::Scoff | Self::Refuse | Self::Agree)
    }

    /// The frame that the table calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "clause" => Self::Clause,
            "quote" => Self::Quote,
            "object" => Self::Object,
            "deny" => Self::Deny,
            "scoff" => Self::Scoff,
            "accuse" => Self::Accuse,
            "ask" => Self::Ask,
            "warn" => Self::Warn,
            "plan" => Self::Plan,
            "threat" => Self::Threat,
            "agree" => Self::Agree,
            "refuse" => Self::Refuse,
            "hope" => Self::Hope,
            "avow" => Self::Avow,
            "report" => Self::Report,
            "tell" => Self::Tell,
            "show" => Self::Show,
            "according" => Self::According,
            "carry" => Self::Carry,
            _ => return None,
        })
    }
}
