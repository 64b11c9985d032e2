use super::words::TABLE;
use super::{DateReader, When};
use crate::extract::DateBasis;
use crate::span::Span;
use crate::table::Table;
use jiff::civil::Date;

/// Reads `text` on the day `published` and prints each date as "words = first..last basis".
fn read(published: Option<Date>, text: &str) -> Vec<String> {
    let reader = DateReader::embedded().expect("the table is sound");
    let show = |i: &super::DateInterval| {
        let days = if i.first == i.last { i.first.to_string() } else { format!("{}..{}", i.first, i.last) };
        let basis = match i.basis {
            DateBasis::Given => "given",
            DateBasis::Inferred => "inferred",
            DateBasis::Relative => "relative",
        };
        format!("{days} {basis}")
    };
    let found = reader.read(text, [Span::new(0, text.len())], published);
    let line = |when: &When| match when {
        When::Interval(i) => show(i),
        When::OneOf(days) => days.iter().map(|d| d.first.to_string()).collect::<Vec<_>>().join(" or "),
    };
    found.iter().map(|e| format!("{} = {}", e.span.of(text), line(&e.when))).collect()
}

fn check(published: &str, text: &str, expected: &[&str]) {
    assert_eq!(read(published.parse().ok(), text), expected, "{text}");
}

#[test]
fn dates_with_a_year_are_given() {
    check("2023-10-27", "Rapat digelar Kamis (26/10/2023) di Lima.", &["Kamis (26/10/2023) = 2023-10-26 given"]);
    check("2023-10-27", "Ia lahir pada 2 November 1970.", &["2 November 1970 = 1970-11-02 given"]);
    check("2024-11-02", "Kapal berlayar 8-13 Oktober 2024.", &["8-13 Oktober 2024 = 2024-10-08..2024-10-13 given"]);
    check("2024-11-02", "Panen pada Maret 2021 gagal.", &["Maret 2021 = 2021-03-01..2021-03-31 given"]);
    check("2024-11-02", "Gempa tahun 2018 itu kuat.", &["2018 = 2018-01-01..2018-12-31 given"]);
    check(
        "2024-11-02",
        "Arsip 05-03-2019 hilang, begitu pula 7/4/20.",
        &["05-03-2019 = 2019-03-05 given", "7/4/20 = 2020-04-07 given"],
    );
}

#[test]
fn missing_years_come_from_the_article() {
    check("2022-11-09", "Menteri itu tiba Selasa (8/11).", &["Selasa (8/11) = 2022-11-08 inferred"]);
    check("2023-01-03", "Mereka bertemu Selasa (27/12) lalu.", &["Selasa (27/12) = 2022-12-27 inferred"]);
    check("2022-11-09", "Kereta berangkat pada 2 November.", &["2 November = 2022-11-02 inferred"]);
    check("2023-01-10", "Kereta berangkat pada 20 Desember.", &["20 Desember = 2022-12-20 inferred"]);
    check(
        "2023-10-27",
        "Kesepakatan dicapai pada September lalu.",
        &["September lalu = 2023-09-01..2023-09-30 inferred"],
    );
    check(
        "2023-02-27",
        "Kesepakatan dicapai pada September lalu.",
        &["September lalu = 2022-09-01..2022-09-30 inferred"],
    );
    check(
        "2023-10-27",
        "Pemilu digelar Februari mendatang.",
        &["Februari mendatang = 2024-02-01..2024-02-29 inferred"],
    );
    check("2023-10-27", "Panen pada Mei tahun depan.", &["Mei tahun depan = 2024-05-01..2024-05-31 inferred"]);
    check("2023-10-27", "Ia berbicara Rabu malam.", &["Rabu malam = 2023-10-25 inferred"]);
    check("2023-10-27", "Ia berbicara Jumat pekan lalu.", &["Jumat pekan lalu = 2023-10-20 inferred"]);
    check(
        "2023-10-27",
        "Ia berbicara Jumat lalu, bukan Jumat.",
        &["Jumat lalu = 2023-10-20 inferred", "Jumat = 2023-10-27 inferred"],
    );
}

#[test]
fn relative_dates_count_from_the_article() {
    check("2022-11-09", "Pekan lalu mereka bertemu.", &["Pekan lalu = 2022-10-31..2022-11-06 relative"]);
    check("2022-11-09", "Minggu lalu mereka bertemu.", &["Minggu lalu = 2022-10-31..2022-11-06 relative"]);
    check(
        "2022-11-09",
        "Kemarin hujan, hari ini cerah.",
        &["Kemarin = 2022-11-08 relative", "hari ini = 2022-11-09 relative"],
    );
    check(
        "2022-11-09",
        "Tahun lalu sepi, bulan depan ramai.",
        &["Tahun lalu = 2021-01-01..2021-12-31 relative", "bulan depan = 2022-12-01..2022-12-31 relative"],
    );
    check("2022-11-09", "Tiga hari yang lalu ia sakit.", &["Tiga hari yang lalu = 2022-11-06 relative"]);
    check("2022-11-09", "Dalam dua bulan terakhir sepi.", &["dua bulan terakhir = 2022-09-09..2022-11-09 relative"]);
    check("2022-11-09", "Ia di sana sejak 2014.", &["sejak 2014 = 2014-01-01..2022-11-09 given"]);
    check("2022-11-09", "Ia sakit sejak 5 Desember.", &["sejak 5 Desember = 2021-12-05..2022-11-09 inferred"]);
}

#[test]
fn a_date_told_before_anchors_the_next() {
    check(
        "2022-11-09",
        "Ia tiba 5 November, dua hari sebelumnya ia sakit.",
        &["5 November = 2022-11-05 inferred", "dua hari sebelumnya = 2022-11-03 relative"],
    );
}

#[test]
fn without_an_article_date_candidates_stay() {
    check(
        "",
        "Menteri itu tiba Selasa (8/11).",
        &["Selasa (8/11) = 2005-11-08 or 2011-11-08 or 2016-11-08 or 2022-11-08 or 2033-11-08"],
    );
    check(
        "",
        "Ia tiba Selasa (8/11) dan pergi Rabu (23/2).",
        &[
            "Selasa (8/11) = 2005-11-08 or 2011-11-08 or 2022-11-08 or 2033-11-08",
            "Rabu (23/2) = 2005-02-23 or 2011-02-23 or 2022-02-23 or 2033-02-23",
        ],
    );
    check(
        "",
        "Ia tiba Kamis (29/2), sehari sebelumnya ia sakit, kemarin ia pulang.",
        &[
            "Kamis (29/2) = 2024-02-29 inferred",
            "sehari sebelumnya = 2024-02-28 relative",
            "kemarin = 2024-02-28 relative",
        ],
    );
    check(
        "",
        "Ia tiba Selasa (8/11/2022), pekan lalu ia sakit.",
        &["Selasa (8/11/2022) = 2022-11-08 given", "pekan lalu = 2022-10-31..2022-11-06 relative"],
    );
    check("", "Ia tiba pekan lalu pada 2 November.", &[]);
}

#[test]
fn shares_scores_and_verbs_are_no_dates() {
    check("2022-11-09", "Dua pertiga (2,5/3) warga setuju, lalu pulang pukul 10.30.", &[]);
    check("2022-11-09", "Sekitar 2/3 suara hilang, skornya (1-2-0).", &[]);
    check("2022-11-09", "Ada 31/2 dan (31/2).", &[]);
}

#[test]
fn every_row_finds_what_it_must_and_nothing_else() {
    let table = Table::parse("dates.tsv", TABLE).expect("the table is sound");
    let day = "2022-11-09".parse().ok();
    for row in table.rows() {
        let forms: Vec<String> = row.list("words").expect("words").map(str::to_lowercase).collect();
        let musts: Vec<&str> = row.list("must").expect("must").collect();
        assert!(!musts.is_empty(), "{:?} has no example", row.get("id"));
        for text in musts {
            let hit = read(day, text);
            let used = forms.iter().any(|f| text.to_lowercase().contains(f));
            assert!(used && !hit.is_empty(), "nothing found or the word not used: {text}");
        }
        for text in row.list("must_not").expect("must_not") {
            assert_eq!(read(day, text), Vec::<String>::new(), "{text}");
        }
    }
}
