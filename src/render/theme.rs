//! Colours. Every meaning also has a form of its own, so that no picture depends on them.

use super::options::Theme;

/// Each role with its colour in the light, dark and print themes. Blue asserts and vermilion denies: the pair stays
/// apart for all common forms of colour blindness (after Okabe and Ito 2008), and contrasts with white text.
const COLOURS: &[(&str, &str, &str, &str)] = &[
    ("paper", "#ffffff", "#14181f", "#ffffff"),
    ("ink", "#1b2430", "#e8ecf2", "#000000"),
    ("muted", "#5c6776", "#9aa6b6", "#444444"),
    ("faint", "#d5dbe3", "#38424f", "#bbbbbb"),
    ("wash", "#f4f6f9", "#1c222b", "#ffffff"),
    ("solid", "#22324a", "#d9e2ee", "#000000"),
    ("onsolid", "#ffffff", "#14181f", "#ffffff"),
    ("assert", "#0b62a4", "#62b0ee", "#000000"),
    ("onassert", "#ffffff", "#0c1621", "#ffffff"),
    ("deny", "#c2330e", "#ff8862", "#000000"),
    ("ondeny", "#ffffff", "#220d05", "#ffffff"),
    ("affirm", "#0e7558", "#4fc59d", "#000000"),
    ("other", "#6a4c93", "#bda3e6", "#333333"),
    ("flow", "#2c3a4d", "#c3cedc", "#000000"),
    ("warn", "#f2b705", "#f2b705", "#ffffff"),
    ("onwarn", "#1b1300", "#1b1300", "#000000"),
    ("warnwash", "#fff7dc", "#2b2413", "#ffffff"),
];

const RULES: &str = include_str!("picture.css");

/// The rules of a picture, with the colours of a theme in them.
pub(super) fn css(theme: Theme) -> String {
    fill(|row| match theme {
        Theme::Light => row.1.to_owned(),
        Theme::Dark => row.2.to_owned(),
        Theme::Print => row.3.to_owned(),
    })
}

/// The rules of a picture that takes its colours from the page around it.
pub(super) fn css_of_page() -> String {
    fill(|row| format!("var(--{})", row.0))
}

/// The colours of a theme as the page's variables.
pub(super) fn variables(theme: Theme) -> String {
    let colour = |row: &(&str, &'static str, &'static str, &'static str)| match theme {
        Theme::Light => row.1,
        Theme::Dark => row.2,
        Theme::Print => row.3,
    };
    COLOURS.iter().map(|row| ["--", row.0, ":", colour(row), ";"].concat()).collect()
}

/// One colour of a theme.
pub(super) fn colour(theme: Theme, role: &str) -> &'static str {
    COLOURS.iter().find(|row| row.0 == role).map_or("#000000", |row| match theme {
        Theme::Light => row.1,
        Theme::Dark => row.2,
        Theme::Print => row.3,
    })
}

type Row = (&'static str, &'static str, &'static str, &'static str);

fn fill(value: impl Fn(&Row) -> String) -> String {
    let mut rules: String = RULES.lines().map(str::trim).collect();
    let mut rows: Vec<&Row> = COLOURS.iter().collect();
    // Longer names first, so that none is cut short by another that it begins with.
    rows.sort_by_key(|row| std::cmp::Reverse(row.0.len()));
    for row in rows {
        rules = rules.replace(&format!("${}", row.0), &value(row));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_colour_is_left_open() {
        for rules in [css(Theme::Light), css(Theme::Dark), css(Theme::Print), css_of_page()] {
            assert!(!rules.contains('$'), "{rules}");
        }
    }

    fn luminance(colour: &str) -> f64 {
        let channel = |range: std::ops::Range<usize>| {
            let value = f64::from(u8::from_str_radix(colour.get(range).unwrap(), 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1..3) + 0.7152 * channel(3..5) + 0.0722 * channel(5..7)
    }

    /// Contrast as WCAG 2 defines it; 4.5 is enough for small text.
    #[test]
    fn text_stands_out_from_its_ground() {
        let pairs = [
            ("ink", "paper"),
            ("ink", "wash"),
            ("ink", "warnwash"),
            ("muted", "paper"),
            ("muted", "wash"),
            ("onsolid", "solid"),
            ("onassert", "assert"),
            ("ondeny", "deny"),
            ("onwarn", "warn"),
            ("assert", "paper"),
            ("deny", "paper"),
            ("affirm", "paper"),
            ("other", "paper"),
        ];
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            for (text, ground) in pairs {
                let (one, two) = (luminance(colour(theme, text)), luminance(colour(theme, ground)));
                let contrast = (one.max(two) + 0.05) / (one.min(two) + 0.05);
                assert!(contrast >= 4.5, "{theme:?}: {text} on {ground} has {contrast:.1}");
            }
        }
    }
}
