//! The day of publication, out of the many ways in which files write it.

use jiff::civil::Date;

/// First three letters of the months, Indonesian and English, as news sites abbreviate them.
const MONTHS: [(&str, i8); 20] = [
    ("jan", 1),
    ("feb", 2),
    ("peb", 2),
    ("mar", 3),
    ("apr", 4),
    ("mei", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("agu", 8),
    ("agt", 8),
    ("ags", 8),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("nop", 11),
    ("des", 12),
    ("dec", 12),
];

/// A run of digits or letters, and what stands before it.
struct Piece<'a> {
    text: &'a str,
    before: &'a str,
}

impl Piece<'_> {
    fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
        digits.contains(&self.text.len()).then(|| self.text.parse().ok()).flatten()
    }

    fn month(&self) -> Option<i8> {
        let start = self.text.get(..3)?.to_lowercase();
        MONTHS.iter().find(|(name, _)| *name == start).map(|(_, number)| *number)
    }
}

/// Reads the first date in `text`: `2024-05-15T10:00:00+07:00`, `Senin, 20 Jan 2025 10:10 WIB`, `26/10/2023`,
/// `10-09-2023`, `18-Dec-18`. The time of day and its zone are left aside: the day is the one that the publisher
/// printed. A date with slashes whose day and month could change places (`4/5/2024`) gives nothing rather than a guess.
pub(super) fn published(text: &str) -> Option<Date> {
    pieces(text).windows(3).find_map(|three| match three {
        [a, b, c] => year_first(a, b, c).or_else(|| named_month(a, b, c)).or_else(|| year_last(a, b, c)),
        _ => None,
    })
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, from) = rest.split_at(start);
        let digits = from.starts_with(|c: char| c.is_ascii_digit());
        let same = |c: char| if digits { c.is_ascii_digit() } else { c.is_ascii_alphabetic() };
        let end = from.find(|c: char| !same(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        found.push(Piece { text: run, before });
        rest = after;
    }
    found
}

fn year_first(year: &Piece, month: &Piece, day: &Piece) -> Option<Date> {
    let separated = matches!(month.before, "-" | "/" | ".") && day.before == month.before;
    separated.then(|| day_of(year.number(4..=4)?, month.number(1..=2)?, day.number(1..=2)?)).flatten()
}

fn named_month(a: &Piece, b: &Piece, c: &Piece) -> Option<Date> {
    let (day, month) = match (a.month(), b.month()) {
        (_, Some(month)) => (a.number(1..=2)?, month),
        (Some(month), None) => (b.number(1..=2)?, month),
        (None, None) => return None,
    };
    let year = c.number(4..=4).or_else(|| c.number(2..=2).map(|short| 2000 + short))?;
    day_of(year, month.into(), day)
}

fn year_last(a: &Piece, b: &Piece, year: &Piece) -> Option<Date> {
    let (a, separator, b, year) = (a.number(1..=2)?, b.before, b.number(1..=2)?, year.number(4..=4)?);
    match separator {
        "/" if b > 12 => day_of(year, a, b),
        "/" if a <= 12 && a != b => None,
        "/" | "-" | "." => day_of(year, b, a),
        _ => None,
    }
}

fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (1900..2200).contains(&year).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn reads_the_ways_of_writing() {
        let check = |text: &str, expected: &str| {
            assert_eq!(published(text).map(|d| d.to_string()).unwrap_or_default(), expected, "{text}");
        };
        check("2024-05-15", "2024-05-15");
        check("2024-05-15T23:59:00+07:00", "2024-05-15");
        check("2015/08/25", "2015-08-25");
        check("Senin, 20 Jan 2025 10:10 WIB", "2025-01-20");
        check("Jum'at, 01 Mei 2020 - 22:58 WIB", "2020-05-01");
        check("Kompas.com - 10/09/2024, 10:07 WIB", "");
        check("26 Oktober 2019", "2019-10-26");
        check("May 12, 2016", "2016-05-12");
        check("18-Dec-18", "2018-12-18");
        check("26-08-2023", "2023-08-26");
        check("05-10-2023", "2023-10-05");
        check("17/09/2019", "2019-09-17");
        check("10/20/2025 21:50", "2025-10-20");
        check("7/7/2025 7:27", "2025-07-07");
        check("7/8/2025 17:00", "");
        check("2024-13-01", "");
        check("kemarin", "");
        check("30 Februari 2024", "");
    }
}
