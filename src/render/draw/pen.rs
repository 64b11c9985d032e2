//! Puts down elements. Every attribute and every text goes through [`escape`], so no word of an article can become markup.

use super::super::text::{Fonts, Style};
use std::fmt::Write as _;

/// Elements, one after another.
#[derive(Debug, Default)]
pub(in super::super) struct Pen {
    out: String,
}

impl Pen {
    /// What was put down.
    pub(in super::super) fn finish(self) -> String {
        self.out
    }

    /// Puts down what another pen has drawn.
    pub(in super::super) fn drawn(&mut self, elements: &str) {
        self.out.push_str(elements);
    }

    /// An element without content.
    pub(in super::super) fn put(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Opens an element.
    pub(in super::super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
    }

    /// Closes an element.
    pub(in super::super) fn close(&mut self, name: &str) {
        let _ = writeln!(self.out, "</{name}>");
    }

    /// An element with text alone.
    pub(in super::super) fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.tag(name, attributes);
        let _ = writeln!(self.out, ">{}</{name}>", escape(words));
    }

    /// A line of text that begins at `x` and stands on `y`, held to its measured width whatever font draws it.
    pub(in super::super) fn line(&mut self, fonts: &Fonts, (x, y): (f64, f64), style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let attributes = [
            ("class", style.class),
            ("x", &number(x)),
            ("y", &number(y)),
            ("textLength", &number(fonts.width(text, style))),
            ("lengthAdjust", "spacingAndGlyphs"),
        ];
        self.words("text", &attributes, text);
    }

    /// A rectangle.
    pub(in super::super) fn rectangle(
        &mut self,
        class: &str,
        (x, y, width, height): (f64, f64, f64, f64),
        radius: f64,
    ) {
        let attributes = [
            ("class", class),
            ("x", &number(x)),
            ("y", &number(y)),
            ("width", &number(width)),
            ("height", &number(height)),
            ("rx", &number(radius)),
        ];
        self.put("rect", &attributes);
    }

    /// A path.
    pub(in super::super) fn path(&mut self, class: &str, course: &str) {
        self.put("path", &[("class", class), ("d", course)]);
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.out, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.out, " {attribute}=\"{}\"", escape(value));
        }
    }
}

/// Text as markup shows it: marks replaced, and what XML does not allow or what turns the direction of text left out.
pub(in super::super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A coordinate with one decimal at most.
pub(in super::super) fn number(value: f64) -> String {
    let text = format!("{:.1}", if value.abs() < 0.05 { 0.0 } else { value });
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_words() {
        let cases = [
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
            ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
            ("a\u{0}b\u{8}c\u{202e}d", "abcd"),
            ("“tanpa ampun”", "“tanpa ampun”"),
        ];
        for (text, expected) in cases {
            assert_eq!(escape(text), expected);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, expected) in [(0.0, "0"), (-0.01, "0"), (1.25, "1.2"), (10.0, "10"), (-3.16, "-3.2")] {
            assert_eq!(number(value), expected);
        }
    }
}
