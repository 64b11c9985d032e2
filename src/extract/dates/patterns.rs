//! The forms that dates take in Indonesian news, read off pieces and not yet resolved.

use super::pieces::{Piece, PieceKind};
use super::words::{DateWords, Lean, Sense, Unit};
use std::ops::Range;

/// A date as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Day, month and year; whether a weekday stands with them, as it does for the day of what is reported.
    Full {
        day: i8,
        month: i8,
        year: i16,
        weekday: bool,
    },
    /// Days (first and last) of a month.
    DayMonth {
        days: (i8, i8),
        month: i8,
        year: Option<i16>,
        weekday: Option<i8>,
        lean: Option<Lean>,
    },
    /// A month, its year perhaps counted from the present one.
    Month {
        month: i8,
        year: Option<i16>,
        years_on: Option<i32>,
        lean: Option<Lean>,
    },
    /// A day of the week, its week perhaps counted from the present one.
    Weekday {
        weekday: i8,
        weeks_on: Option<i32>,
        lean: Option<Lean>,
    },
    Year(i16),
    /// A whole unit, counted from the present one.
    Unit {
        unit: Unit,
        on: i32,
    },
    /// So many units ago (negative) or ahead.
    Away {
        unit: Unit,
        amount: (i32, i32),
        sign: i32,
    },
    /// The last so many units.
    Last {
        unit: Unit,
        amount: i32,
    },
    /// So many units before (negative) or after the date told before.
    FromTold {
        unit: Unit,
        amount: (i32, i32),
        sign: i32,
    },
    /// Days from the present one.
    Day(i32),
    /// From a date until now.
    Since(Box<Shape>),
}

/// Reads the pieces of one sentence.
pub(super) struct Patterns<'a> {
    pub(super) words: &'a DateWords,
    pub(super) pieces: &'a [Piece],
}

impl Patterns<'_> {
    /// All dates of the sentence with the pieces that they cover.
    pub(super) fn find(&self) -> Vec<(Shape, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.pieces.len() {
            if let Some((shape, end)) = self.any(at) {
                found.push((shape, at..end));
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    fn any(&self, at: usize) -> Option<(Shape, usize)> {
        if let Some(((), next)) = self.sense(at, |s| matches!(s, Sense::Since).then_some(())) {
            let start = self.skip_intro(next);
            let (mut shape, end) = self.dated(start)?;
            if let Shape::DayMonth { lean, .. } | Shape::Month { lean, .. } = &mut shape {
                *lean = Some(Lean::Past);
            }
            return Some((Shape::Since(Box::new(shape)), end));
        }
        self.dated(at)
    }

    fn dated(&self, at: usize) -> Option<(Shape, usize)> {
        (self.day_word(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_month(at, None))
            .or_else(|| self.month(at))
            .or_else(|| self.numeric_alone(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.year_alone(at))
    }

    fn day_word(&self, at: usize) -> Option<(Shape, usize)> {
        self.sense(at, |s| if let Sense::Day(n) = s { Some(Shape::Day(n)) } else { None })
    }

    fn weekday(&self, at: usize) -> Option<(Shape, usize)> {
        let (weekday, next) = self.sense(at, |s| if let Sense::Weekday(n) = s { Some(n) } else { None })?;
        let starts = at == 0 || matches!(self.kind(at - 1), Some(PieceKind::Mark(c)) if *c != ',' && *c != '(');
        let names_a_week = starts && self.unit(at).is_some() && self.lean(next).is_some();
        if names_a_week {
            return None;
        }
        let after = self.skip_parts(next);
        let past_lean = self.lean(after).map_or(after, |(_, end)| end);
        [after, past_lean].into_iter().find_map(|from| self.weekday_with_date(from, weekday)).or_else(|| {
            if let Some((lean, end)) = self.lean(after) {
                return Some((Shape::Weekday { weekday, weeks_on: None, lean: Some(lean) }, end));
            }
            if let Some((Unit::Week, week)) = self.unit(after)
                && let Some((lean, end)) = self.lean(week)
            {
                return Some((Shape::Weekday { weekday, weeks_on: Some(on(lean)), lean: Some(lean) }, end));
            }
            Some((Shape::Weekday { weekday, weeks_on: None, lean: None }, after))
        })
    }

    /// What follows a weekday: ", 8 November 2022" or "(8/11)".
    fn weekday_with_date(&self, from: usize, weekday: i8) -> Option<(Shape, usize)> {
        let comma = self.skip_mark(from, ',');
        let open = self.skip_mark(comma, '(');
        let (shape, end) = self.numeric(open, Some(weekday)).or_else(|| self.day_month(open, Some(weekday)))?;
        Some((shape, if open > comma { self.skip_mark(end, ')') } else { end }))
    }

    /// "8/11", "26/10/2023", "26-10-2023".
    fn numeric(&self, at: usize, weekday: Option<i8>) -> Option<(Shape, usize)> {
        let day = self.number(at, 1..=31)?;
        let separator = ['/', '-', '.'].into_iter().find(|c| self.joined_mark(at + 1, *c))?;
        let month = self.number(at + 2, 1..=12).filter(|_| !self.pieces[at + 2].apart)?;
        if self.joined_mark(at + 3, separator)
            && let Some(year) = self.number(at + 4, 0..=2100).filter(|y| (*y < 100 && separator == '/') || *y >= 1900)
        {
            let year = if year < 100 { year + 2000 } else { year };
            return Some((
                Shape::Full { day: narrow(day)?, month: narrow(month)?, year, weekday: weekday.is_some() },
                at + 5,
            ));
        }
        let day = narrow(day)?;
        let shape = Shape::DayMonth { days: (day, day), month: narrow(month)?, year: None, weekday, lean: None };
        (separator == '/').then_some((shape, at + 3))
    }

    /// Digits alone make a date only where brackets or a word say so; "2/3" may be a share.
    fn numeric_alone(&self, at: usize) -> Option<(Shape, usize)> {
        let open = self.skip_mark(at, '(');
        let (shape, end) = self.numeric(open, None)?;
        let bracketed = open > at && matches!(self.kind(end), Some(PieceKind::Mark(')')));
        let sure = bracketed || matches!(shape, Shape::Full { .. }) || self.introduced(at);
        sure.then_some((shape, if bracketed { end + 1 } else { end }))
    }

    /// "2 November 2022", "8-13 Oktober".
    fn day_month(&self, at: usize, weekday: Option<i8>) -> Option<(Shape, usize)> {
        let first = self.number(at, 1..=31)?;
        let ranged = ['-', '–'].into_iter().any(|c| matches!(self.kind(at + 1), Some(PieceKind::Mark(m)) if *m == c));
        let (last, next) = if ranged { (self.number(at + 2, 1..=31)?, at + 3) } else { (first, at + 1) };
        let (month, next) = self.month_name(next)?;
        let days = (narrow(first)?, narrow(last.max(first))?);
        let Some(year) = self.year(next) else {
            let (lean, end) = self.lean(next).map_or((None, next), |(lean, end)| (Some(lean), end));
            return Some((Shape::DayMonth { days, month, year: None, weekday, lean }, end));
        };
        let end = self.lean(next + 1).map_or(next + 1, |(_, end)| end);
        if days.0 == days.1 {
            return Some((Shape::Full { day: days.0, month, year, weekday: weekday.is_some() }, end));
        }
        Some((Shape::DayMonth { days, month, year: Some(year), weekday, lean: None }, end))
    }

    /// "September lalu", "Maret 2021", "Mei tahun depan"; a bare month only after a word that asks for one.
    fn month(&self, at: usize) -> Option<(Shape, usize)> {
        let (month, next) = self.month_name(at)?;
        let shape = |year, years_on, lean| Shape::Month { month, year, years_on, lean };
        if let Some(year) = self.year(next) {
            let end = self.lean(next + 1).map_or(next + 1, |(_, end)| end);
            return Some((shape(Some(year), None, None), end));
        }
        if let Some((lean, end)) = self.lean(next) {
            return Some((shape(None, None, Some(lean)), end));
        }
        if let Some((Unit::Year, after)) = self.unit(next)
            && let Some((lean, end)) = self.lean(after)
        {
            return Some((shape(None, Some(on(lean)), None), end));
        }
        self.introduced(at).then_some((shape(None, None, None), next))
    }

    /// "pekan lalu", "tiga tahun silam", "dua hari sebelumnya", "setahun terakhir".
    fn counted(&self, at: usize) -> Option<(Shape, usize)> {
        let amount = self.amount(at);
        let (unit, next) = self.unit(amount.map_or(at, |(_, next)| next)).or_else(|| self.one_unit(at))?;
        let amount = amount.map(|(n, _)| n).or_else(|| self.one_unit(at).map(|_| (1, 1)));
        let yang = usize::from(matches!(self.kind(next), Some(PieceKind::Word(w, _)) if w == "yang"));
        if let (Some(amount), Some((lean, end))) = (amount, self.context(next)) {
            let sign = if lean == Lean::Past { -1 } else { 1 };
            return Some((Shape::FromTold { unit, amount, sign }, end));
        }
        let (lean, end) = self.lean(next + yang)?;
        let shape = match (amount, lean) {
            (Some(amount), Lean::Past) => Shape::Away { unit, amount, sign: -1 },
            (Some(amount), Lean::Future) => Shape::Away { unit, amount, sign: 1 },
            (Some((_, most)), Lean::Last | Lean::Present) => Shape::Last { unit, amount: most },
            (None, Lean::Last) => return None,
            (None, _) if unit == Unit::Day => return None,
            (None, lean) => Shape::Unit { unit, on: on(lean) },
        };
        Some((shape, end))
    }

    fn year_alone(&self, at: usize) -> Option<(Shape, usize)> {
        let year = self.year(at)?;
        let lean = self.lean(at + 1);
        let shared = matches!(self.kind(at + 1), Some(PieceKind::Mark('/' | '-' | '–' | '%')));
        let sure = lean.is_some() || self.introduced(at);
        (sure && !shared).then_some((Shape::Year(year), lean.map_or(at + 1, |(_, end)| end)))
    }

    fn introduced(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        before.is_some_and(|b| self.sense(b, |s| matches!(s, Sense::Intro | Sense::Since).then_some(())).is_some())
    }

    fn skip_intro(&self, at: usize) -> usize {
        self.sense(at, |s| matches!(s, Sense::Intro).then_some(()))
            .filter(|_| self.dated(at).is_none())
            .map_or(at, |((), end)| end)
    }

    fn skip_parts(&self, mut at: usize) -> usize {
        while let Some(((), next)) = self.sense(at, |s| matches!(s, Sense::PartOfDay).then_some(())) {
            at = next;
        }
        at
    }

    fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(matches!(self.kind(at), Some(PieceKind::Mark(m)) if *m == mark))
    }

    fn joined_mark(&self, at: usize, mark: char) -> bool {
        self.pieces.get(at).is_some_and(|p| p.kind == PieceKind::Mark(mark) && !p.apart)
    }

    fn kind(&self, at: usize) -> Option<&PieceKind> {
        self.pieces.get(at).map(|p| &p.kind)
    }

    fn number(&self, at: usize, within: std::ops::RangeInclusive<i32>) -> Option<i16> {
        match self.kind(at)? {
            PieceKind::Number(n) if within.contains(n) => i16::try_from(*n).ok(),
            _ => None,
        }
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.number(at, 1900..=2100)
    }

    fn amount(&self, at: usize) -> Option<((i32, i32), usize)> {
        if let Some(n) = self.number(at, 1..=300) {
            return Some(((i32::from(n), i32::from(n)), at + 1));
        }
        self.sense(at, |s| if let Sense::Amount(a, b) = s { Some((a, b)) } else { None })
    }

    fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.sense(at, |s| if let Sense::Unit(u) = s { Some(u) } else { None })
    }

    fn one_unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.sense(at, |s| if let Sense::OneUnit(u) = s { Some(u) } else { None })
    }

    fn lean(&self, at: usize) -> Option<(Lean, usize)> {
        self.sense(at, |s| if let Sense::Lean(l) = s { Some(l) } else { None })
    }

    fn context(&self, at: usize) -> Option<(Lean, usize)> {
        self.sense(at, |s| if let Sense::Context(l) = s { Some(l) } else { None })
    }

    fn month_name(&self, at: usize) -> Option<(i8, usize)> {
        self.sense(at, |s| if let Sense::Month(m) = s { Some(m) } else { None })
    }

    /// The first sense that `want` takes among the phrases at `at`, with the piece after the phrase. Months and
    /// weekdays must be written as the names they are.
    fn sense<T>(&self, at: usize, want: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let Some(PieceKind::Word(first, capital)) = self.kind(at) else { return None };
        self.words.starting_with(first).iter().find_map(|(phrase, sense)| {
            let named = matches!(sense, Sense::Month(_) | Sense::Weekday(_));
            let follows =
                |(i, word): (usize, &String)| matches!(self.kind(at + i), Some(PieceKind::Word(w, _)) if w == word);
            let fits = (!named || *capital) && phrase.iter().enumerate().all(follows);
            if fits { want(*sense).map(|t| (t, at + phrase.len())) } else { None }
        })
    }
}

fn on(lean: Lean) -> i32 {
    match lean {
        Lean::Past => -1,
        Lean::Future => 1,
        Lean::Present | Lean::Last => 0,
    }
}

fn narrow(n: i16) -> Option<i8> {
    i8::try_from(n).ok()
}
