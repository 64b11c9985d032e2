//! PNG: the SVG drawn by resvg with the bundled font alone, so that it looks the same on every machine.

use super::options::Options;
use super::svg;
use super::text::{Fonts, REGULAR, SEMIBOLD};
use crate::graph::KnowledgeGraph;
use resvg::{tiny_skia, usvg};
use std::fmt;
use std::io::{self, Write};

/// The most pixels that a picture may have.
const MOST_PIXELS: f32 = 64.0e6;

/// Why there is no picture.
#[derive(Debug)]
pub enum PngError {
    /// The SVG could not be read back.
    Svg(usvg::Error),
    /// The picture is too large for one image.
    TooLarge,
    /// The image could not be encoded.
    Encoding(String),
    /// The file could not be written.
    Unwritable(io::Error),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(error) => write!(f, "the picture cannot be drawn: {error}"),
            Self::TooLarge => write!(f, "the picture is too large for a PNG: show fewer nodes, or write an SVG"),
            Self::Encoding(error) => write!(f, "the image cannot be encoded: {error}"),
            Self::Unwritable(error) => write!(f, "the image cannot be written: {error}"),
        }
    }
}

impl std::error::Error for PngError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Svg(error) => Some(error),
            Self::Unwritable(error) => Some(error),
            Self::TooLarge | Self::Encoding(_) => None,
        }
    }
}

/// Writes a picture of the graph, two pixels for each unit of the drawing, fewer where it is very large.
pub fn write(graph: &KnowledgeGraph, options: &Options, fonts: &Fonts, out: &mut impl Write) -> Result<(), PngError> {
    let document = svg::document(graph, options, fonts, false);
    let mut settings = usvg::Options { font_family: "Inter".to_owned(), ..usvg::Options::default() };
    for data in [REGULAR, SEMIBOLD] {
        settings.fontdb_mut().load_font_data(data.to_vec());
    }
    let tree = usvg::Tree::from_str(&document, &settings).map_err(PngError::Svg)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (MOST_PIXELS / (width * height)).sqrt().min(2.0);
    let size = tree.size().to_int_size().scale_by(scale).ok_or(PngError::TooLarge)?;
    let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).ok_or(PngError::TooLarge)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let image = pixels.encode_png().map_err(|error| PngError::Encoding(error.to_string()))?;
    out.write_all(&image).map_err(PngError::Unwritable)
}
