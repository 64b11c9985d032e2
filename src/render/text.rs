//! Text measured with the widths of the bundled font, so that what is laid out is what is drawn.

use super::layout::float;
use std::fmt;
use ttf_parser::Face;

/// The files of the bundled font, Inter under the SIL Open Font License (`data/font/OFL.txt`).
pub(super) const REGULAR: &[u8] = include_bytes!("../../data/font/Inter-Regular.otf");
pub(super) const SEMIBOLD: &[u8] = include_bytes!("../../data/font/Inter-SemiBold.otf");
pub(super) const REGULAR_WEB: &[u8] = include_bytes!("../../data/font/Inter-Regular.woff2");
pub(super) const SEMIBOLD_WEB: &[u8] = include_bytes!("../../data/font/Inter-SemiBold.woff2");

/// How text looks: size in pixels and weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) bold: bool,
    /// The class that colours it.
    pub(super) class: &'static str,
}

impl Style {
    pub(super) const fn new(size: f64, bold: bool, class: &'static str) -> Self {
        Self { size, bold, class }
    }

    /// From one line to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.32).ceil()
    }
}

/// The bundled font, read once.
pub struct Fonts {
    regular: Widths,
    bold: Widths,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fonts")
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::new()
    }
}

struct Widths {
    face: Face<'static>,
    units: f64,
}

impl Widths {
    #[expect(clippy::expect_used, reason = "the font is part of the program, and a test opens it")]
    fn new(data: &'static [u8]) -> Self {
        let face = Face::parse(data, 0).expect("the bundled font is sound");
        let units = f64::from(face.units_per_em());
        Self { face, units }
    }

    fn of(&self, character: char) -> f64 {
        let advance = self.face.glyph_index(character).and_then(|glyph| self.face.glyph_hor_advance(glyph));
        // A character that the font lacks is drawn by another one; a full square holds any.
        advance.map_or(1.0, |advance| f64::from(advance) / self.units)
    }
}

impl Fonts {
    /// Reads the bundled font.
    pub fn new() -> Self {
        Self { regular: Widths::new(REGULAR), bold: Widths::new(SEMIBOLD) }
    }

    /// Width of one line, in pixels.
    pub(super) fn width(&self, text: &str, style: Style) -> f64 {
        let widths = if style.bold { &self.bold } else { &self.regular };
        text.chars().map(|character| widths.of(character)).sum::<f64>() * style.size
    }

    /// Breaks text into lines of at most this width; nothing is left out.
    pub(super) fn wrap(&self, text: &str, style: Style, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace().flat_map(|word| self.pieces(word, style, width)) {
            let joined = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
            if line.is_empty() || self.width(&joined, style) <= width {
                line = joined;
            } else {
                lines.push(std::mem::replace(&mut line, word));
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Like [`Fonts::wrap`], with lines of about the same length.
    pub(super) fn wrap_evenly(&self, text: &str, style: Style, width: f64) -> Vec<String> {
        let lines = self.wrap(text, style, width);
        if lines.len() < 2 {
            return lines;
        }
        let even = self.width(text, style) / float(lines.len());
        (0..=10_u8)
            .map(|step| self.wrap(text, style, even + (width - even) * f64::from(step) / 10.0))
            .find(|narrower| narrower.len() <= lines.len())
            .unwrap_or(lines)
    }

    /// A word that is wider than a line, cut into pieces that are not.
    fn pieces(&self, word: &str, style: Style, width: f64) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for character in word.chars().filter(|character| !character.is_control()) {
            if let Some(piece) = pieces.last_mut() {
                piece.push(character);
                if self.width(piece, style) > width && piece.chars().nth(1).is_some() {
                    piece.pop();
                    pieces.push(character.to_string());
                }
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::new(12.0, false, "body");

    #[test]
    fn every_letter_of_indonesian_has_a_glyph() {
        let fonts = Fonts::new();
        for character in ('!'..='~').chain("“”‘’–—…·×→é".chars()) {
            assert!(fonts.regular.face.glyph_index(character).is_some(), "{character}");
            assert!(fonts.bold.face.glyph_index(character).is_some(), "{character}");
        }
    }

    #[test]
    fn lines_are_never_wider_than_asked_and_hold_all_words() {
        let fonts = Fonts::new();
        let long = "pertanggungjawabannyadipertanyakansekali";
        for text in
            ["", "satu", "Korea Utara membantah klaim bahwa negara itu mengirim amunisi", long, "字字字字字字字字字字"]
        {
            for width in [40.0, 90.0, 300.0] {
                for lines in [fonts.wrap(text, STYLE, width), fonts.wrap_evenly(text, STYLE, width)] {
                    let fits = lines.iter().all(|line| fonts.width(line, STYLE) <= width);
                    assert!(fits, "{width}: {lines:?}");
                    let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
                    assert_eq!(letters(&lines.concat()), letters(text));
                }
            }
        }
    }
}
