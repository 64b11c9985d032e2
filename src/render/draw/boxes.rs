//! Boxes: each sort of thing has an outline of its own.

use super::super::layout::Point;
use super::super::picture::Links;
use super::super::scene::{BADGE, BAND, Block, ICON, PAD, Shape};
use super::super::text::Fonts;
use super::pen::{Pen, number};
use super::signs::{self, Sign, sign};
use crate::extract::ActorKind;
use crate::graph::{Code, Status};

/// Draws a box around its centre.
pub(in super::super) fn block(pen: &mut Pen, fonts: &Fonts, block: &Block, (centre, links): (Point, Links)) {
    let (width, height) = (block.size.width, block.size.height);
    let (x, y) = (centre.x - width / 2.0, centre.y - height / 2.0);
    let class = format!("b {}", class(block.shape));
    let id = block.id.to_string();
    let target = format!("#{id}");
    let mut attributes =
        vec![("class", class.as_str()), ("data-id", id.as_str()), ("aria-label", block.hover.as_str())];
    let name = if links == Links::Page {
        attributes.push(("href", &target));
        "a"
    } else {
        attributes.push(("role", "graphics-symbol"));
        "g"
    };
    pen.open(name, &attributes);
    pen.words("title", &[], &block.hover);
    let frame = (x, y, width, height);
    match block.shape {
        Shape::Actor(kind) => actor(pen, fonts, block, kind, frame),
        Shape::Transfer(status) => transfer(pen, fonts, block, status, frame),
        Shape::Proposition(_) => sheet(pen, fonts, block, frame),
        Shape::Words(_) => {
            pen.rectangle("outline", frame, 9.0);
            pen.rectangle("accent", (x, y + 8.0, 4.0, height - 16.0), 0.0);
            lines(pen, fonts, block, (x + PAD + 4.0, y + PAD - 2.0));
        }
    }
    pen.close(name);
}

fn class(shape: Shape) -> String {
    match shape {
        Shape::Actor(kind) => format!("actor {}", kind.code()),
        Shape::Transfer(status) => format!("transfer {}", status.code()),
        Shape::Proposition(true) => "said disputed".to_owned(),
        Shape::Proposition(false) => "said".to_owned(),
        Shape::Words(true) => "own denying".to_owned(),
        Shape::Words(false) => "own".to_owned(),
    }
}

type Frame = (f64, f64, f64, f64);

fn actor(pen: &mut Pen, fonts: &Fonts, block: &Block, kind: ActorKind, frame: Frame) {
    outline(pen, kind, frame);
    let (x, y, _, height) = frame;
    signs::actor(pen, kind, (x + PAD - 1.0, y + height / 2.0 - 8.0));
    let written: f64 = block.lines.iter().map(|(style, _)| style.leading()).sum();
    lines(pen, fonts, block, (x + PAD + ICON, y + (height - written) / 2.0 - 0.5));
}

/// The outline of an actor's type: sharp for states and bodies, round for people, cut corners for places.
pub(super) fn outline(pen: &mut Pen, kind: ActorKind, (x, y, width, height): Frame) {
    let round = (height / 2.0).min(17.0);
    match kind {
        ActorKind::Country | ActorKind::Organisation => pen.rectangle("outline", (x, y, width, height), 2.0),
        ActorKind::Person => pen.rectangle("outline", (x, y, width, height), round),
        ActorKind::Group => {
            pen.rectangle("outline", (x, y, width, height), round);
            pen.rectangle("inner", (x + 3.0, y + 3.0, width - 6.0, height - 6.0), round - 3.0);
        }
        ActorKind::Place => {
            let (right, bottom, cut) = (x + width, y + height, (height / 3.0).min(9.0));
            let points = [
                (x + cut, y),
                (right - cut, y),
                (right, y + cut),
                (right, bottom - cut),
                (right - cut, bottom),
                (x + cut, bottom),
                (x, bottom - cut),
                (x, y + cut),
            ];
            let course: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
            pen.path("outline", &format!("M {} Z", course.join(" L ")));
        }
    }
}

fn transfer(pen: &mut Pen, fonts: &Fonts, block: &Block, status: Status, (x, y, width, height): Frame) {
    pen.rectangle("ground", (x, y, width, height), 6.0);
    let band = format!(
        "M {} {} v -{} a 6 6 0 0 1 6 -6 h {} a 6 6 0 0 1 6 6 v {} Z",
        number(x),
        number(y + BAND),
        number(BAND - 6.0),
        number(width - 12.0),
        number(BAND - 6.0)
    );
    pen.path("band", &band);
    let written = fonts.width(&block.badge, BADGE) + 24.0;
    if status == Status::Contested {
        stripes(pen, (x + PAD + written, y, width - PAD - written, BAND));
    }
    pen.rectangle("outline", (x, y, width, height), 6.0);
    sign(pen, Sign::of(status), (x + PAD, y + 5.0), "on-band");
    pen.line(fonts, (x + PAD + 17.0, y + 15.0), BADGE, &block.badge);
    lines(pen, fonts, block, (x + PAD, y + BAND + PAD - 4.0));
}

/// Slanted stripes, as on a barrier, as far as the room goes.
fn stripes(pen: &mut Pen, (x, y, width, height): Frame) {
    let mut at = x;
    while at + height * 0.6 + 7.0 < x + width - 4.0 {
        let course = format!(
            "M {} {} l {} -{} h 6 l -{} {} Z",
            number(at),
            number(y + height),
            number(height * 0.6),
            number(height),
            number(height * 0.6),
            number(height)
        );
        pen.path("stripe", &course);
        at += 13.0;
    }
}

/// A sheet of paper with a corner turned down.
fn sheet(pen: &mut Pen, fonts: &Fonts, block: &Block, (x, y, width, height): Frame) {
    let fold = 11.0;
    let (right, bottom) = (x + width, y + height);
    let course = format!(
        "M {left} {top} H {} L {} {} V {} H {left} Z",
        number(right - fold),
        number(right),
        number(y + fold),
        number(bottom),
        left = number(x),
        top = number(y),
    );
    pen.path("outline", &course);
    let corner = format!("M {} {} v {fold} h {fold}", number(right - fold), number(y));
    pen.path("fold", &corner);
    lines(pen, fonts, block, (x + PAD, y + PAD - 2.0));
}

fn lines(pen: &mut Pen, fonts: &Fonts, block: &Block, (x, top): (f64, f64)) {
    let mut y = top;
    for (style, text) in &block.lines {
        pen.line(fonts, (x, y + style.size), *style, text);
        y += style.leading();
    }
}
