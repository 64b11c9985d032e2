//! Links: each look has its own stroke and its own head, so that they are told apart in grey as well.

use super::super::layout::{Point, Route};
use super::super::scene::{Arrow, LABEL, LABEL_PAD, SIGN, has_sign};
use super::super::text::Fonts;
use super::super::web::Look;
use super::pen::{Pen, number};
use super::signs::{Sign, sign};

/// Draws a link without its label.
pub(in super::super) fn arrow(pen: &mut Pen, look: Look, route: &Route) {
    let course = course(route);
    pen.path("hit", &course);
    pen.path("line", &course);
    if look == Look::WouldGive {
        pen.path("core", &course);
    }
    head(pen, look, route);
}

/// Draws the label of a link.
pub(in super::super) fn label(pen: &mut Pen, fonts: &Fonts, arrow: &Arrow, centre: Point) {
    let Some(size) = arrow.label_size else { return };
    let (x, y) = (centre.x - size.width / 2.0, centre.y - size.height / 2.0);
    pen.rectangle("pill", (x, y + 0.5, size.width, size.height - 1.0), 9.0);
    let mut left = x + LABEL_PAD;
    if has_sign(arrow.look) {
        sign(pen, sign_of(arrow.look), (left - 1.5, centre.y - 6.0), "on-pill");
        left += SIGN;
    }
    pen.line(fonts, (left, centre.y + LABEL.size * 0.36), LABEL, &arrow.label);
}

fn sign_of(look: Look) -> Sign {
    match look {
        Look::Accuses => Sign::Alarm,
        Look::Confirms => Sign::Tick,
        _ => Sign::Cross,
    }
}

fn course(route: &Route) -> String {
    let mut course = format!("M {} {}", number(route.start.x), number(route.start.y));
    for [one, two, to] in &route.curves {
        let points: Vec<String> =
            [one, two, to].iter().map(|at| format!("{} {}", number(at.x), number(at.y))).collect();
        course.push_str(" C ");
        course.push_str(&points.join(" "));
    }
    course
}

/// A figure at the end of a link, given as places behind the end (along) and beside it (across).
struct Head<'a> {
    end: Point,
    /// Unit step in the direction of arrival; links arrive along an axis.
    along: Point,
    pen: &'a mut Pen,
}

impl Head<'_> {
    fn at(&self, behind: f64, beside: f64) -> String {
        let x = self.end.x - self.along.x * behind + self.along.y * beside;
        let y = self.end.y - self.along.y * behind - self.along.x * beside;
        format!("{} {}", number(x), number(y))
    }

    fn figure(&mut self, class: &str, points: &[(f64, f64)], closed: bool) {
        let points: Vec<String> = points.iter().map(|(behind, beside)| self.at(*behind, *beside)).collect();
        let end = if closed { " Z" } else { "" };
        self.pen.path(class, &format!("M {}{end}", points.join(" L ")));
    }
}

fn head(pen: &mut Pen, look: Look, route: &Route) {
    let end = route.end();
    let from = route.curves.last().map_or(route.start, |curve| curve[1]);
    let (dx, dy) = (end.x - from.x, end.y - from.y);
    let along = if dx.abs() >= dy.abs() { Point::new(dx.signum(), 0.0) } else { Point::new(0.0, dy.signum()) };
    let mut head = Head { end, along, pen };
    match look {
        Look::Gives => head.figure("head", &[(0.0, 0.0), (14.0, 8.0), (14.0, -8.0)], true),
        Look::WouldGive => head.figure("head open", &[(1.0, 0.0), (14.0, 7.5), (14.0, -7.5)], true),
        Look::Accuses => head.figure("head", &[(0.0, 0.0), (10.0, 5.0), (10.0, -5.0)], true),
        Look::Says => head.figure("head bare", &[(7.5, 4.5), (0.5, 0.0), (7.5, -4.5)], false),
        Look::Denies | Look::DeniesInOwnWords => {
            head.figure("head bare", &[(11.5, 4.5), (2.5, -4.5)], false);
            head.figure("head bare", &[(11.5, -4.5), (2.5, 4.5)], false);
        }
        Look::Confirms => head.figure("head", &[(0.0, 0.0), (4.5, 4.5), (9.0, 0.0), (4.5, -4.5)], true),
        Look::Condemns => head.figure("head open", &[(1.0, 0.0), (6.0, 4.5), (11.0, 0.0), (6.0, -4.5)], true),
        Look::Opposes => head.figure("head bare", &[(2.0, 6.5), (2.0, -6.5)], false),
        Look::Demands => head.figure("head open", &[(1.0, 0.0), (9.0, 4.5), (9.0, -4.5)], true),
        Look::Commits => head.figure("head open", &[(1.0, 3.5), (8.0, 3.5), (8.0, -3.5), (1.0, -3.5)], true),
        Look::Towards => head.figure("head", &[(0.0, 0.0), (5.0, 2.5), (5.0, -2.5)], true),
    }
}
