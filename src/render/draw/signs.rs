//! Small signs, drawn as paths so that they do not depend on a font.

use super::pen::{Pen, number};
use crate::extract::ActorKind;
use crate::graph::Status;

/// A sign, twelve pixels wide and high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Sign {
    Cross,
    Tick,
    Alarm,
    Split,
    Dot,
    Bar,
    Ring,
    Question,
}

impl Sign {
    /// The sign of a status.
    pub(in super::super) fn of(status: Status) -> Self {
        match status {
            Status::Contested => Self::Split,
            Status::Acknowledged => Self::Tick,
            Status::Reported => Self::Dot,
            Status::Alleged => Self::Alarm,
            Status::Denied => Self::Cross,
            Status::Blocked => Self::Bar,
            Status::Planned => Self::Ring,
            Status::Sought => Self::Question,
        }
    }
}

/// Puts a sign with its upper left corner at a place. `class` colours it: `s-` for strokes.
pub(in super::super) fn sign(pen: &mut Pen, which: Sign, (x, y): (f64, f64), class: &str) {
    let at = |course: &str| moved(course, x, y);
    let stroke = format!("s-line {class}");
    let fill = format!("s-fill {class}");
    match which {
        Sign::Cross => pen.path(&stroke, &at("M 2.5 2.5 L 9.5 9.5 M 9.5 2.5 L 2.5 9.5")),
        Sign::Tick => pen.path(&stroke, &at("M 1.8 6.5 L 4.8 9.5 L 10.2 2.8")),
        Sign::Alarm => pen.path(&stroke, &at("M 6 1.5 L 6 7 M 6 9.6 L 6 10.6")),
        Sign::Split => {
            pen.path(&fill, &at("M 6 0.5 L 6 11.5 C 3 11.5 0.5 9 0.5 6 C 0.5 3 3 0.5 6 0.5 Z"));
            pen.path(&stroke, &at("M 6 1.2 C 8.6 1.2 10.8 3.4 10.8 6 C 10.8 8.6 8.6 10.8 6 10.8"));
        }
        Sign::Dot => pen.path(&fill, &at("M 2.5 6 C 2.5 1.3 9.5 1.3 9.5 6 C 9.5 10.7 2.5 10.7 2.5 6 Z")),
        Sign::Bar => pen.path(&stroke, &at("M 1.5 6 C 1.5 0 10.5 0 10.5 6 C 10.5 12 1.5 12 1.5 6 Z M 3 9 L 9 3")),
        Sign::Ring => pen.path(&stroke, &at("M 1.5 6 L 10 6 M 6.8 2.8 L 10 6 L 6.8 9.2")),
        Sign::Question => {
            pen.path(&stroke, &at("M 3 4 C 3 0.6 9 0.6 9 4 C 9 6 6 5.6 6 8 M 6 10 L 6 10.8"));
        }
    }
}

/// Puts the sign of an actor's type, sixteen pixels wide and high.
pub(super) fn actor(pen: &mut Pen, kind: ActorKind, (x, y): (f64, f64)) {
    let at = |course: &str| moved(course, x, y);
    match kind {
        ActorKind::Country => {
            pen.path("i-line", &at("M 2.5 1 L 2.5 15"));
            pen.path("i-fill", &at("M 2.5 1.5 L 14 1.5 L 11 5 L 14 8.5 L 2.5 8.5 Z"));
        }
        ActorKind::Organisation => {
            pen.path("i-fill", &at("M 1 5.5 L 8 1 L 15 5.5 L 15 6.5 L 1 6.5 Z M 1 13 L 15 13 L 15 15 L 1 15 Z"));
            pen.path("i-line", &at("M 3.5 7 L 3.5 13 M 8 7 L 8 13 M 12.5 7 L 12.5 13"));
        }
        ActorKind::Person => pen.path("i-fill", &at(&figure(0.0, 1.0))),
        ActorKind::Group => {
            pen.path("i-fill", &at(&figure(-3.0, 0.8)));
            pen.path("i-fill", &at(&figure(5.5, 0.8)));
        }
        ActorKind::Place => pen.path(
            "i-fill",
            &at("M 8 15.5 C 4 10.5 3 8.5 3 6 C 3 -0.5 13 -0.5 13 6 C 13 8.5 12 10.5 8 15.5 Z M 8 4 C 6 4 6 8 8 8 C 10 8 10 4 8 4 Z"),
        ),
    }
}

/// Head and shoulders.
fn figure(x: f64, scale: f64) -> String {
    let head = [(8.0, 1.0), (12.4, 1.0), (12.4, 8.0), (8.0, 8.0), (3.6, 8.0), (3.6, 1.0), (8.0, 1.0)];
    let body = [(1.5, 15.0), (1.5, 6.8), (14.5, 6.8), (14.5, 15.0)];
    let place =
        |(px, py): (f64, f64)| format!("{} {}", number(x + px * scale), number(py * scale + 1.5 * (1.0 - scale)));
    let curve = |points: &[(f64, f64)]| {
        let rest: Vec<String> = points.iter().skip(1).map(|point| place(*point)).collect();
        format!("M {} C {}", points.first().map_or(String::new(), |point| place(*point)), rest.join(" "))
    };
    format!("{} Z {} Z", curve(&head), curve(&body))
}

/// A course with every pair of coordinates moved.
fn moved(course: &str, x: f64, y: f64) -> String {
    let mut across = true;
    let words = course.split(' ').map(|word| match word.parse::<f64>() {
        Ok(value) => {
            let by = if across { x } else { y };
            across = !across;
            number(value + by)
        }
        Err(_) => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}
