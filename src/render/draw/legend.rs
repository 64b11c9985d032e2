//! What the forms and colours of a picture mean, for those that it shows.

use super::super::layout::{Point, Route};
use super::super::text::{Fonts, Style};
use super::super::web::Look;
use super::boxes::outline;
use super::links::arrow;
use super::pen::Pen;
use super::signs::{Sign, sign};
use crate::extract::ActorKind;
use crate::graph::{Code, Status};

const TEXT: Style = Style::new(11.0, false, "t-legend");
const SAMPLE: f64 = 40.0;
const ROW: f64 = 22.0;

/// One entry of a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Entry {
    Actor(ActorKind),
    Status(Status),
    Look(Look),
}

impl Entry {
    /// Whether it stands for a link that passes something, or leads on to somebody.
    pub(in super::super) fn is_passing(self) -> bool {
        matches!(self, Self::Look(Look::Gives | Look::WouldGive | Look::Towards))
    }
}

/// Draws entries in rows of at most this width; gives the height.
pub(in super::super) fn legend(
    pen: &mut Pen,
    fonts: &Fonts,
    entries: &[(Entry, String)],
    place: (f64, f64),
    width: f64,
) -> f64 {
    let (left, top) = place;
    let (mut x, mut y) = (left, top);
    let mut group = None;
    for (entry, text) in entries {
        let room = SAMPLE + 8.0 + fonts.width(text, TEXT) + 20.0;
        let this = std::mem::discriminant(entry);
        // Each sort of entry begins a row of its own.
        if x > left && (x + room - 20.0 > left + width || group.is_some_and(|group| group != this)) {
            x = left;
            y += ROW;
        }
        group = Some(this);
        sample(pen, *entry, x, y);
        pen.line(fonts, (x + SAMPLE + 8.0, y + 4.0), TEXT, text);
        x += room;
    }
    if entries.is_empty() { 0.0 } else { y - top + ROW }
}

fn sample(pen: &mut Pen, entry: Entry, x: f64, y: f64) {
    match entry {
        Entry::Look(look) => {
            let class = format!("e {}", look.code());
            pen.open("g", &[("class", &class)]);
            let at = |x: f64| Point::new(x, y);
            let middle = at(x + SAMPLE / 2.0);
            arrow(pen, look, &Route { start: at(x), curves: vec![[middle, middle, at(x + SAMPLE)]], label: None });
        }
        Entry::Actor(kind) => {
            let class = format!("b actor {}", kind.code());
            pen.open("g", &[("class", &class)]);
            outline(pen, kind, (x + 6.0, y - 7.5, SAMPLE - 6.0, 15.0));
        }
        Entry::Status(status) => {
            mark(pen, status, (x + 6.0, y - 7.5, SAMPLE - 6.0, 15.0));
            return;
        }
    }
    pen.close("g");
}

/// The sign of a status on a ground of its own.
pub(in super::super) fn mark(pen: &mut Pen, status: Status, (x, y, width, height): (f64, f64, f64, f64)) {
    let class = format!("mark transfer {}", status.code());
    pen.open("g", &[("class", &class)]);
    pen.rectangle("band", (x, y, width, height), 4.0);
    pen.rectangle("outline", (x, y, width, height), 4.0);
    sign(pen, Sign::of(status), (x + width / 2.0 - 6.0, y + height / 2.0 - 6.0), "on-band");
    pen.close("g");
}
