//! Pieces of SVG: boxes, links, signs and legend, put down with classes that [`super::theme`] gives colours.

mod boxes;
mod legend;
mod links;
mod pen;
mod signs;

pub(super) use boxes::block;
pub(super) use legend::{Entry, legend, mark};
pub(super) use links::{arrow, label};
pub(super) use pen::{Pen, escape, number};
