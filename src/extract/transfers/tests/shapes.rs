//! Shapes of the sentences of news in which something passes.

use super::{check, read};
use crate::extract::Reader;

#[test]
fn the_subject_of_a_main_clause_acts_in_the_one_that_opens_the_sentence() {
    check(
        "Setelah menerima laptop dari Telkom, Dewi Anggraini pulang.",
        &["Telkom > Dewi Anggraini: laptop (goods) writer asserted"],
    );
    check(
        "Selain menerima uang dari Peru, Ana Ruiz juga menerima mobil.",
        &["Peru > Ana Ruiz: uang (money) writer asserted", " > Ana Ruiz: mobil (vehicles) writer asserted"],
    );
    check(
        "Dari tangan Budi Raharjo, polisi menyita uang Rp2 miliar.",
        &["Budi Raharjo > polisi: uang (money) writer asserted"],
    );
}

#[test]
fn a_list_ends_where_another_clause_begins() {
    check(
        "Setelah Chile menerima tank dari Peru dan Brasil, Presiden Bolivia Ana Ruiz mengecam Peru.",
        &["Peru & Brasil > Chile: tank (weapons) writer asserted"],
    );
    check(
        "Saat Chile meminta kapal dari negara-negara sahabat, Perdana Menteri Jepang Shinji Tanaka tiba di Lima.",
        &["negara-negara sahabat > Chile: kapal (vehicles) Chile sought"],
    );
}

#[test]
fn what_passes_may_stand_before_a_pronoun_and_a_bare_verb() {
    check(
        "\"Uang itu saya terima dari Budi Raharjo,\" kata Dewi Anggraini.",
        &["Budi Raharjo > Dewi Anggraini: Uang (money) Dewi Anggraini asserted"],
    );
    check(
        "\"Uang itu sudah saya kembalikan kepada KPK,\" kata Dewi Anggraini.",
        &["Dewi Anggraini > Komisi Pemberantasan Korupsi: Uang (money) Dewi Anggraini asserted"],
    );
}

#[test]
fn an_adverb_of_sequence_parts_no_clause() {
    check("Kapal itu lalu diserahkan Peru kepada Chile.", &["Peru > Chile: Kapal (vehicles) writer asserted"]);
}

#[test]
fn one_verb_may_give_this_to_one_and_that_to_another() {
    check(
        "Peru memberikan vaksin kepada Chile dan kapal patroli kepada Bolivia.",
        &["Peru > Chile: vaksin (medicine) writer asserted", "Peru > Bolivia: kapal patroli (weapons) writer asserted"],
    );
}

#[test]
fn trade_that_is_counted_and_arms_that_are_used_are_no_transfers() {
    check("Nilai ekspor Peru ke Chile mencapai US$ 2 miliar.", &[]);
    check("Ekspor kopi Peru ke Chile turun 10 persen.", &[]);
    check("Peru mengirim ratusan drone ke Chile sebagai balasan.", &[]);
    check("Polda Jawa Timur mengirim 100 personel ke Papua.", &[]);
}

#[test]
fn who_denies_what_was_said_denies_the_transfer() {
    check(
        "Peru menuduh Chile mengirim drone ke Bolivia. Bolivia dan Chile membantah hal itu.",
        &["Chile > Bolivia: drone (weapons) Peru asserted, Bolivia denied, Chile denied"],
    );
    check(
        "Chile menepis tuduhan Peru tentang pengiriman senjata ke Bolivia.",
        &["Chile > Bolivia: senjata (weapons) Peru asserted, Chile denied"],
    );
    check(
        "Chile membantah klaim Peru bahwa negara itu mengirim drone ke Bolivia.",
        &["Chile > Bolivia: drone (weapons) Chile denied, Peru asserted"],
    );
    check("Chile membantah laporan pengiriman rudal ke Bolivia.", &["Chile > Bolivia: rudal (weapons) Chile denied"]);
}

#[test]
fn who_is_accused_of_stopping_it_does_not_give() {
    check("Peru menuduh Chile menghalangi pengiriman beras ke Bolivia.", &[" > Bolivia: beras (food) Peru blocked"]);
}

#[test]
fn what_only_others_tell_the_writer_does_not_assert() {
    check("Peru dituduh mengirim drone ke Chile.", &["Peru > Chile: drone (weapons) writer sought"]);
}

#[test]
fn people_are_handed_over_by_name_or_number() {
    check("Peru menyerahkan Ana Ruiz kepada Chile.", &["Peru > Chile: Ana Ruiz (people) writer asserted"]);
    check("Peru menyerahkan 12 nelayan kepada Chile.", &["Peru > Chile: nelayan (people) writer asserted"]);
}

#[test]
fn what_is_counted_is_a_thing_though_no_table_knows_it() {
    check("Peru menyerahkan 20 pigura kepada Chile.", &["Peru > Chile: pigura (goods) writer asserted"]);
    check("Sebanyak 30 pigura diserahkan Peru kepada Chile.", &["Peru > Chile: pigura (goods) writer asserted"]);
    check("Peru memberikan dua kesempatan kepada Chile.", &[]);
}

#[test]
fn a_sum_may_be_the_subject_of_a_passive() {
    check("Rp 500 juta diberikan kepada Dewi Anggraini.", &[" > Dewi Anggraini: Rp 500 juta (money) writer asserted"]);
}

#[test]
fn who_is_thanked_or_punished_for_it_gives() {
    check(
        "Bupati Demak Budi Raharjo berterima kasih atas bantuan Telkom untuk korban banjir.",
        &["Telkom > korban banjir: bantuan (goods) Budi Raharjo asserted"],
    );
    check(
        "Bolivia menjatuhkan sanksi kepada Peru atas pengiriman drone ke Chile.",
        &["Peru > Chile: drone (weapons) writer asserted"],
    );
    check(
        "Bantuan sembako diserahkan oleh Telkom dan diterima oleh Bupati Demak Ahmad Sanusi.",
        &["Telkom > Ahmad Sanusi: Bantuan sembako (food) writer asserted"],
    );
}

#[test]
fn a_number_behind_the_name_of_a_make_counts_nothing() {
    let reader = Reader::embedded().expect("the tables are sound");
    let quantity = |text: &str| read(&reader, text).transfers[0].quantity.map(|span| span.of(text).to_owned());
    assert_eq!(quantity("Peru mengirim tank Leopard 2 ke Chile."), None);
    assert_eq!(quantity("Peru mengirim 2 tank Leopard ke Chile.").as_deref(), Some("2"));
}

#[test]
fn a_pronoun_is_the_subject_of_the_sentence_before() {
    check(
        "Presiden Peru Ana Ruiz bertemu Presiden Chile Luis Ramos. Ia menyerahkan 100 ton beras untuk Bolivia.",
        &["Ana Ruiz > Bolivia: beras (food) writer asserted"],
    );
    check(
        "Presiden Bolivia Ana Ruiz mengatakan Peru melanggar perjanjian dan negara itu telah menjual rudal ke Chile.",
        &["Peru > Chile: rudal (weapons) Ana Ruiz asserted"],
    );
}

#[test]
fn what_stops_a_carrier_does_not_send() {
    check("Aktivis mencegah kapal itu mengirim senjata ke Chile.", &[" > Chile: senjata (weapons) writer blocked"]);
}
