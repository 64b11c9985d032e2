//! Pictures of a graph: as SVG, PNG, DOT, or one HTML file that opens every edge to its sentence.
//!
//! A view turns the graph into things and ties, salience cuts them down to what can be read, words
//! are measured with the bundled font, [`layout`] places them, and one file for each format draws.

pub mod dot;
pub mod html;
pub mod layout;
pub mod png;
pub mod svg;

mod actors;
mod draw;
mod evidence;
mod note;
mod options;
mod picture;
mod scene;
mod select;
mod story;
mod text;
mod theme;
mod timeline;
mod web;
mod words;

pub use options::{Options, Theme, View};
pub use text::Fonts;

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod tests;
