//! Classes of words that build sentences rather than name things.

/// What a word of grammar does; the table of words tells each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum WordClass {
    Adverb,
    Manner,
    Time,
    Preposition,
    Closer,
    Document,
    State,
    NoBody,
    Subordinator,
    Link,
    Contrast,
    Copula,
    Human,
    Single,
    AnyBody,
    Issue,
    Neighbour,
    Aside,
    LargerBody,
    /// Opens the name of a branch of the body named behind it: "DPD [Partai Hijau] Bantul".
    Branch,
    /// Opens a sentence that tells on whose text it rests: "merujuk data Bank Dunia, ...".
    Refers,
    /// Says of something that others blame it: "menuai kritik dari X".
    Reaps,
    Capacity,
    Called,
    English,
    Level,
    Moment,
    OpensAside,
    Hearsay,
    /// Opens a clause that tells under what condition something is so.
    Condition,
    /// Hands on what another says.
    Carries,
    /// A deed or an event, which says nothing itself.
    Deed,
    /// Between a subject and its verb, opens the names of those who are with it.
    Company,
    /// Says that something may, should or will be done.
    Modal,
    /// A relative, a friend or a follower.
    Kin,
    /// Opens an office that several hold at once, unless it is one of a state or a region.
    Shared,
    /// Before an office: several hold it.
    Several,
    /// Heads the name of a body, and is an adjective behind other nouns.
    Adjective,
    /// Has its sense from the noun behind it: "melontarkan [tuduhan]".
    Light,
    /// Tells of what age, tongue or rank somebody is: "guru [berusia] 40 tahun".
    Trait,
    /// A bare verb or adjective that tells what people do or how they are, and ends the phrase for them.
    Predicate,
    /// Joins the last of a list: "dan", "serta".
    Joiner,
    /// Says of a predicate behind it that it is, was, was not or is not yet so: "telah", "tidak".
    Polarity,
    /// Opens an office that serves the person named behind it: "pengacara [Ana Paz]".
    Aide,
    /// Opens a clause with the subject of the one before: "sambil", "lalu".
    Continues,
    /// Opens a sentence that bids its hearers do something: "mari", "tolong".
    Bidding,
    /// A passive verb of what comes to an end: "dihentikan".
    Ends,
    /// What a body decided and others keep: "resolusi".
    Decree,
    /// Points behind a noun to somebody or something told of before: "itu", "tersebut".
    Pointing,
    /// What the name of a place may stand behind: "jalur [Gaza]".
    Land,
    /// Tells a nickname: "disapa X", "sapaan X".
    Calls,
    /// May stand between a name, such a word and the nickname: "yang akrab disapa".
    Calling,
    /// Opens words that tell when somebody did something: "saat", "usai".
    When,
    /// Heads the name of a body that belongs to no state ("asosiasi").
    Private,
}

impl WordClass {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "adverb" => Self::Adverb,
            "manner" => Self::Manner,
            "time" => Self::Time,
            "preposition" => Self::Preposition,
            "closer" => Self::Closer,
            "document" => Self::Document,
            "state" => Self::State,
            "no-body" => Self::NoBody,
            "subordinator" => Self::Subordinator,
            "link" => Self::Link,
            "contrast" => Self::Contrast,
            "copula" => Self::Copula,
            "human" => Self::Human,
            "single" => Self::Single,
            "any-body" => Self::AnyBody,
            "issue" => Self::Issue,
            "neighbour" => Self::Neighbour,
            "aside" => Self::Aside,
            "capacity" => Self::Capacity,
            "called" => Self::Called,
            "english" => Self::English,
            "larger-body" => Self::LargerBody,
            "branch" => Self::Branch,
            "refers" => Self::Refers,
            "reaps" => Self::Reaps,
            "level" => Self::Level,
            "moment" => Self::Moment,
            "opens-aside" => Self::OpensAside,
            "hearsay" => Self::Hearsay,
            "condition" => Self::Condition,
            "carries" => Self::Carries,
            "deed" => Self::Deed,
            "company" => Self::Company,
            "modal" => Self::Modal,
            "kin" => Self::Kin,
            "shared" => Self::Shared,
            "several" => Self::Several,
            "adjective" => Self::Adjective,
            "light" => Self::Light,
            "trait" => Self::Trait,
            "predicate" => Self::Predicate,
            "joiner" => Self::Joiner,
            "polarity" => Self::Polarity,
            "aide" => Self::Aide,
            "continues" => Self::Continues,
            "bidding" => Self::Bidding,
            "ends" => Self::Ends,
            "decree" => Self::Decree,
            "pointing" => Self::Pointing,
            "land" => Self::Land,
            "calls" => Self::Calls,
            "calling" => Self::Calling,
            "when" => Self::When,
            "private" => Self::Private,
            _ => return None,
        })
    }
}
