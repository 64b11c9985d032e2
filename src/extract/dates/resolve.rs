//! From a date as written to the days that it means, counted from the article's day.

use super::When;
use super::patterns::Shape;
use super::words::{Lean, Unit};
use crate::extract::{DateBasis, DateInterval};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::ops::RangeInclusive;

/// The years in which an undated article can have appeared: those of news on the web.
const YEARS: RangeInclusive<i16> = 1998..=2035;

/// A day and month named without a year is looked for up to this many days ahead of the article; beyond, it is past.
const AHEAD: i32 = 60;

/// What dates are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    /// The article's day, where it is known.
    pub(super) today: Option<Date>,
    /// The day told before in the article.
    pub(super) told: Option<Date>,
}

impl Clock {
    /// The days that `shape` means, none where it is no date of the calendar or hangs on a day that is not known.
    pub(super) fn resolve(self, shape: &Shape) -> Option<When> {
        let interval = match *shape {
            Shape::Full { day, month, year, .. } => one(Date::new(year, month, day).ok()?, DateBasis::Given),
            Shape::DayMonth { days, month, year, weekday, lean } => {
                let ends = |y| Some((Date::new(y, month, days.0).ok()?, Date::new(y, month, days.1).ok()?));
                return self.day_month(&ends, year, weekday, lean);
            }
            Shape::Month { month, year, years_on, lean } => self.month(month, year, years_on, lean)?,
            Shape::Weekday { weekday, weeks_on, lean } => self.weekday(weekday, weeks_on, lean)?,
            Shape::Year(year) => whole(Date::new(year, 1, 1).ok()?, Unit::Year, DateBasis::Given),
            Shape::Unit { unit, on } => whole(away(self.today?, unit, on)?, unit, DateBasis::Relative),
            Shape::Away { unit, amount, sign } => around(self.today?, unit, amount, sign)?,
            Shape::FromTold { unit, amount, sign } => around(self.told?, unit, amount, sign)?,
            Shape::Last { unit, amount } => {
                let first = away(self.today?, unit, -amount)?;
                DateInterval { first, last: self.today?, basis: DateBasis::Relative }
            }
            Shape::Day(days) => one(away(self.today?, Unit::Day, days)?, DateBasis::Relative),
            Shape::Since(ref from) => self.since(from)?,
        };
        Some(When::Interval(interval))
    }

    /// From a date until the article's day, or until that date's own end where the article's day is not known.
    fn since(self, from: &Shape) -> Option<DateInterval> {
        let When::Interval(start) = self.resolve(from)? else { return None };
        let last = self.today.unwrap_or(start.last).max(start.last);
        Some(DateInterval { last, ..start })
    }

    fn day_month(
        self,
        ends: &dyn Fn(i16) -> Option<(Date, Date)>,
        year: Option<i16>,
        weekday: Option<i8>,
        lean: Option<Lean>,
    ) -> Option<When> {
        let interval = |(first, last): (Date, Date), basis| DateInterval { first, last, basis };
        if let Some(year) = year {
            return ends(year).map(|e| When::Interval(interval(e, DateBasis::Given)));
        }
        let fits = |d: Date| weekday.is_none_or(|w| w == d.weekday().to_monday_one_offset());
        let Some(today) = self.today else {
            weekday?;
            let candidates: Vec<_> = YEARS.filter_map(ends).filter(|(first, _)| fits(*first)).collect();
            return (!candidates.is_empty())
                .then(|| When::OneOf(candidates.into_iter().map(|e| interval(e, DateBasis::Inferred)).collect()));
        };
        let near: Vec<_> = (today.year() - 6..=today.year() + 6).filter_map(ends).collect();
        let by_weekday: Vec<_> = near.iter().copied().filter(|(first, _)| weekday.is_some() && fits(*first)).collect();
        // Where no near year has that weekday, the weekday is a slip of the pen.
        let close = |(first, _): &(Date, Date)| days_between(today, *first).abs() <= 550;
        let pool = if by_weekday.iter().any(close) { by_weekday } else { near };
        let best = pool.into_iter().min_by_key(|(first, _)| distance(days_between(today, *first), lean))?;
        Some(When::Interval(interval(best, DateBasis::Inferred)))
    }

    fn month(self, month: i8, year: Option<i16>, years_on: Option<i32>, lean: Option<Lean>) -> Option<DateInterval> {
        let start = |y| Date::new(y, month, 1).ok();
        if let Some(year) = year {
            return Some(whole(start(year)?, Unit::Month, DateBasis::Given));
        }
        let today = self.today?;
        if let Some(on) = years_on {
            let year = today.year() + i16::try_from(on).ok()?;
            return Some(whole(start(year)?, Unit::Month, DateBasis::Inferred));
        }
        let this = today.first_of_month();
        let near = (today.year() - 1..=today.year() + 1).filter_map(start);
        let best = near.min_by_key(|first| distance(days_between(this, *first), lean))?;
        Some(whole(best, Unit::Month, DateBasis::Inferred))
    }

    fn weekday(self, weekday: i8, weeks_on: Option<i32>, lean: Option<Lean>) -> Option<DateInterval> {
        let (today, wanted) = (self.today?, Weekday::from_monday_one_offset(weekday).ok()?);
        let day = if let Some(on) = weeks_on {
            let monday = away(today, Unit::Week, on)?;
            away(monday_of(monday)?, Unit::Day, i32::from(weekday) - 1)?
        } else {
            match lean {
                Some(Lean::Future) => today.nth_weekday(1, wanted).ok()?,
                Some(Lean::Present) => away(monday_of(today)?, Unit::Day, i32::from(weekday) - 1)?,
                None if today.weekday() == wanted => today,
                _ => today.nth_weekday(-1, wanted).ok()?,
            }
        };
        Some(one(day, DateBasis::Inferred))
    }
}

/// How ill a day so many days ahead fits one named without its year; small is good.
fn distance(ahead: i32, lean: Option<Lean>) -> i32 {
    let wrong_side = match lean {
        Some(Lean::Past) => ahead > 0,
        Some(Lean::Future) => ahead < 0,
        _ => ahead > AHEAD,
    };
    ahead.abs() + if wrong_side { 10_000 } else { 0 }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn one(day: Date, basis: DateBasis) -> DateInterval {
    DateInterval { first: day, last: day, basis }
}

/// The whole unit that `day` lies in.
fn whole(day: Date, unit: Unit, basis: DateBasis) -> DateInterval {
    let (first, last) = match unit {
        Unit::Day => (day, day),
        Unit::Week => {
            let monday = monday_of(day).unwrap_or(day);
            (monday, monday.saturating_add(6.days()))
        }
        Unit::Month => (day.first_of_month(), day.last_of_month()),
        Unit::Year => (day.first_of_year(), day.last_of_year()),
        Unit::Decade => (day.saturating_sub(5.years()).first_of_year(), day.saturating_add(5.years()).last_of_year()),
    };
    DateInterval { first, last, basis }
}

/// Between the least and the most of `amount` units from `day`, each end widened to its unit.
fn around(day: Date, unit: Unit, amount: (i32, i32), sign: i32) -> Option<DateInterval> {
    let ends = [away(day, unit, sign * amount.0)?, away(day, unit, sign * amount.1)?];
    let [a, b] = ends.map(|d| whole(d, unit, DateBasis::Relative));
    Some(DateInterval { first: a.first.min(b.first), last: a.last.max(b.last), basis: DateBasis::Relative })
}

fn away(day: Date, unit: Unit, amount: i32) -> Option<Date> {
    let span = match unit {
        Unit::Day => amount.days(),
        Unit::Week => amount.weeks(),
        Unit::Month => amount.months(),
        Unit::Year => amount.years(),
        Unit::Decade => (amount * 10).years(),
    };
    day.checked_add(span).ok()
}

fn monday_of(day: Date) -> Option<Date> {
    away(day, Unit::Day, 1 - i32::from(day.weekday().to_monday_one_offset()))
}
