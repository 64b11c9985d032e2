//! What a picture is to show, and how.

use crate::graph::{Language, NodeId, Status};

/// What to draw.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which view.
    pub view: View,
    /// Which colours.
    pub theme: Theme,
    /// The language of labels.
    pub language: Language,
    /// Only what is within this many steps of these nodes; everything where there are none.
    pub focus: Vec<NodeId>,
    /// Steps between neighbouring boxes, for `focus`.
    pub hops: usize,
    /// Only what mentions these words, letter case aside.
    pub about: Option<String>,
    /// Only transfers and propositions of this status.
    pub status: Option<Status>,
    /// At most this many boxes: the salient ones.
    pub max_nodes: usize,
    /// The headline; the names of the foremost actors where there is none.
    pub title: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            view: View::Story,
            theme: Theme::Light,
            language: Language::Indonesian,
            focus: Vec::new(),
            hops: 2,
            about: None,
            status: None,
            max_nodes: 40,
            title: None,
        }
    }
}

/// The views of a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Actors, what they say, and what passes between them.
    Story,
    /// Actors alone: who accuses, denies, supplies whom.
    Actors,
    /// Lanes by actor, from left to right by date.
    Timeline,
}

impl View {
    /// All views.
    pub const ALL: [Self; 3] = [Self::Story, Self::Actors, Self::Timeline];

    /// Its name in options and ids.
    pub fn code(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Actors => "actors",
            Self::Timeline => "timeline",
        }
    }
}

/// Sets of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// Black, white and few greys: for paper.
    Print,
}
