//! The words of pictures, in both languages.

use super::options::View;
use super::web::{Look, Thing};
use crate::extract::{DateInterval, StatementKind};
use crate::graph::{Code, Language};
use jiff::civil::Date;

/// Chooses by language.
pub(super) fn either(language: Language, indonesian: &'static str, english: &'static str) -> &'static str {
    if language == Language::English { english } else { indonesian }
}

/// What stands on a tie.
pub(super) fn verb(look: Look, language: Language) -> &'static str {
    let (indonesian, english) = match look {
        Look::Accuses => ("menuduh", "accuses"),
        Look::Denies => ("membantah", "denies"),
        Look::Says | Look::DeniesInOwnWords => ("menyatakan", "says"),
        Look::Confirms => ("membenarkan", "confirms"),
        Look::Condemns => ("mengecam", "condemns"),
        Look::Opposes => ("menentang", "opposes"),
        Look::Demands => ("menuntut", "demands"),
        Look::Commits => ("bertekad", "pledges"),
        Look::Gives => ("memberi", "gives"),
        Look::WouldGive => ("disebut memberi", "said to give"),
        Look::Towards => ("ditujukan kepada", "directed at"),
    };
    either(language, indonesian, english)
}

/// What a look means, for the legend.
pub(super) fn meaning(look: Look, language: Language) -> &'static str {
    let (indonesian, english) = match look {
        Look::Says => ("menyatakan", "puts forward"),
        Look::DeniesInOwnWords => ("membantah dengan kata sendiri", "denies in own words"),
        Look::Gives => ("berpindah: diakui atau diberitakan", "passes: acknowledged or reported"),
        Look::WouldGive => {
            ("berpindah: kata sebagian pihak, atau baru rencana", "passes: only some say so, or planned")
        }
        _ => return verb(look, language),
    };
    either(language, indonesian, english)
}

/// The line above the words of a box.
pub(super) fn kicker(thing: Thing, language: Language) -> &'static str {
    match thing {
        Thing::Words(StatementKind::Denial) => either(language, "Bantahan, kata sendiri", "Denial, own words"),
        Thing::Words(kind) => kind.label(language),
        Thing::Proposition => either(language, "isi pernyataan", "what is said"),
        Thing::Actor | Thing::Transfer => "",
    }
}

/// What a view shows.
pub(super) fn view(view: View, language: Language) -> &'static str {
    let (indonesian, english) = match view {
        View::Story => (
            "Siapa menyatakan apa, siapa membantah, dan apa yang disebut berpindah",
            "Who says what, who denies it, and what is said to pass",
        ),
        View::Actors => ("Siapa menuduh, membantah, dan memasok siapa", "Who accuses, denies and supplies whom"),
        View::Timeline => ("Siapa menyatakan apa, menurut tanggal", "Who says what, by date"),
    };
    either(language, indonesian, english)
}

/// A day.
pub(super) fn day(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date.month(), language), date.year())
}

/// A stretch of days.
pub(super) fn days(first: Date, last: Date, language: Language) -> String {
    if first == last { day(first, language) } else { format!("{} – {}", day(first, language), day(last, language)) }
}

/// A quantity; a bare number says of what it is one.
pub(super) fn quantity(quantity: &str, language: Language) -> String {
    if quantity.chars().any(char::is_alphabetic) {
        return quantity.to_owned();
    }
    format!("{} {quantity}", either(language, "jumlah", "number"))
}

/// A stretch of days; a whole month or year by its name.
pub(super) fn interval(interval: DateInterval, language: Language) -> String {
    let (first, last) = (interval.first, interval.last);
    let whole = |start: Date, end: Date| (first, last) == (start, end);
    if whole(first.first_of_year(), first.last_of_year()) {
        first.year().to_string()
    } else if whole(first.first_of_month(), first.last_of_month()) {
        format!("{} {}", month(first.month(), language), first.year())
    } else {
        days(first, last, language)
    }
}

/// The short name of a month.
pub(super) fn month(month: i8, language: Language) -> &'static str {
    const INDONESIAN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let names = if language == Language::English { ENGLISH } else { INDONESIAN };
    usize::try_from(month).ok().and_then(|month| names.get(month.checked_sub(1)?)).copied().unwrap_or_default()
}
