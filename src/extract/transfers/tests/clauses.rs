//! What the words of a clause make of a transfer: what is let pass, stopped, swapped, taken, and whose it is.

use super::{check, read, show};
use crate::extract::{ActorId, Category, Reader};
use std::collections::BTreeSet;

#[test]
fn who_does_not_let_it_pass_opposes_it() {
    check("Peru tidak mengizinkan bantuan masuk ke Gaza.", &[" > Gaza: bantuan (goods) writer blocked"]);
    check("Peru tidak mengizinkan beras masuk ke Gaza.", &[" > Gaza: beras (food) writer blocked"]);
    check("Peru mempersulit bantuan ke Gaza.", &[" > Gaza: bantuan (goods) writer blocked"]);
    check("Bantuan tidak bisa masuk ke Gaza.", &[" > Gaza: Bantuan (goods) writer denied"]);
    check("Chile belum diizinkan mengirim gandum ke Peru.", &["Chile > Peru: gandum (food) writer blocked"]);
    check("Chile diperbolehkan mengirim gandum ke Peru.", &["Chile > Peru: gandum (food) writer planned"]);
    check("Peru melarang impor gandum dari Chile.", &["Chile > Peru: gandum (food) Peru blocked"]);
}

#[test]
fn what_is_stopped_is_not_what_is_joined_to_it() {
    check("Peru menghentikan serangan dan mengirim gandum ke Chile.", &["Peru > Chile: gandum (food) writer asserted"]);
    check("Peru menuntut penghentian perang dan pengiriman gandum ke Chile.", &[" > Chile: gandum (food) Peru sought"]);
    check("Boko Haram mengirim senapan ke Chad.", &["Boko Haram > Chad: senapan (weapons) writer asserted"]);
}

#[test]
fn a_condition_is_a_wish() {
    check("Peru akan membayar setelah Chile mengirim gandum ke Peru.", &["Chile > Peru: gandum (food) writer sought"]);
    check("Menteri Pertahanan Peru mengatakan Peru tidak membutuhkan gas dari Chile.", &[]);
}

#[test]
fn people_and_bodies_that_give_aid_are_no_aid() {
    check("Banyak pekerja bantuan masuk Gaza.", &[]);
    check("Lembaga bantuan masuk ke Gaza.", &[]);
    check("Truk bantuan masuk ke Gaza.", &[" > Gaza: Truk bantuan (goods) writer asserted"]);
}

#[test]
fn the_thing_itself_is_named_after_its_sort_and_its_pack() {
    let one = |text: &str| {
        let reading = read(&Reader::embedded().expect("the tables are sound"), text);
        let quantity = reading.transfers.first().and_then(|t| t.quantity).map_or("", |q| q.of(text)).to_owned();
        let told: Vec<String> =
            show(text, &reading).iter().map(|t| t.split(" writer").next().unwrap_or_default().to_owned()).collect();
        (told.join("; "), quantity)
    };
    let told = |text: &str, quantity: &str| (format!("Peru > Chile: {text}"), quantity.to_owned());
    assert_eq!(one("Peru mengirim donasi berupa 40 tenda ke Chile."), told("tenda (goods)", "40"));
    assert_eq!(one("Peru mengirim bansos gandum ke Chile."), told("gandum (food)", ""));
    assert_eq!(one("Peru mengirim 20 truk gandum ke Chile."), told("gandum (food)", "20 truk"));
    assert_eq!(one("Peru mengirim gandum sebanyak 55 paket ke Chile."), told("gandum (food)", "55 paket"));
    assert_eq!(one("Peru mengirim 20 truk ke Chile."), told("truk (vehicles)", "20"));
    assert_eq!(one("Peru mengirim buah ke Chile."), told("buah (food)", ""));
}

#[test]
fn of_what_is_swapped_each_goes_its_own_way() {
    check(
        "Peru dan Chile menukar 15 tawanan dengan 40 tahanan.",
        &["Peru > Chile: tawanan (people) writer asserted", "Chile > Peru: tahanan (people) writer asserted"],
    );
    check(
        "Boko Haram membebaskan tiga warga Chad yang disandera.",
        &["Boko Haram > warga Chad: warga (people) writer asserted"],
    );
}

#[test]
fn whose_it_was_and_who_takes_it() {
    check("Milisi Kobra menjarah gandum dari Peru.", &["Peru > Milisi Kobra: gandum (food) writer asserted"]);
    check("Chile telah menerima pengiriman gandum dari Peru.", &["Peru > Chile: gandum (food) writer asserted"]);
    check("Peru kini impor gandum dari Chile.", &["Chile > Peru: gandum (food) writer asserted"]);
    check(
        "Peru merupakan sekutu Chile dan memasok gandum ke Bolivia.",
        &["Peru > Bolivia: gandum (food) writer asserted"],
    );
    check(
        "Peru memasok senapan ke sekutunya, seperti Chile dan Bolivia.",
        &["Peru > Chile & Bolivia: senapan (weapons) writer asserted"],
    );
    check(
        "Polisi menangkap sopir yang majikannya mengirim ganja ke Peru.",
        &[" > Peru: ganja (goods) writer asserted"],
    );
}

#[test]
fn ones_own_forces_at_sea_pass_to_nobody() {
    check("Peru mengirim kapal perang ke Laut Merah.", &[]);
    check("Tentara Peru juga dikerahkan ke kota Tacna di selatan Arequipa.", &[]);
}

#[test]
fn what_passed_and_what_did_not_are_two() {
    check(
        "Peru mengirim senapan ke Chile. Peru belum menyerahkan rudal ke Chile.",
        &["Peru > Chile: senapan (weapons) writer asserted", "Peru > Chile: rudal (weapons) writer denied"],
    );
}

/// A text that is long enough to be read as an article.
fn article(sentence: &str) -> String {
    format!(
        "Hujan turun sepanjang malam di kota itu. Peru dan Chile berunding pekan ini. {sentence} \
         Jalan-jalan sepi pada Senin pagi. Toko-toko tutup lebih awal. Warga pulang ke rumah."
    )
}

#[test]
fn an_exchange_without_sides_goes_both_ways() {
    let text = article("Pertukaran tahanan dimulai pekan lalu. Peru sudah menyerahkan 20 tahanan kepada Chile.");
    let reading = read(&Reader::embedded().expect("the tables are sound"), &text);
    let names =
        |side: &[ActorId]| side.iter().map(|a| reading.actors[a.0].name.clone()).collect::<Vec<_>>().join(" & ");
    let sides: BTreeSet<_> = reading.transfers.iter().map(|t| (names(&t.giver), names(&t.recipient))).collect();
    let pair = |giver: &str, recipient: &str| (giver.to_owned(), recipient.to_owned());
    assert_eq!(sides, BTreeSet::from([pair("Peru", "Chile"), pair("Chile", "Peru")]), "{:?}", show(&text, &reading));
}

#[test]
fn what_an_item_is_of_tells_its_category() {
    for (items, category) in
        [("peralatan dapur", Category::Goods), ("baterai rudal pertahanan udara", Category::Weapons)]
    {
        let text = article(&format!("Peru mengirim {items} ke Chile pekan lalu."));
        let reading = read(&Reader::embedded().expect("the tables are sound"), &text);
        let found: Vec<Category> = reading.transfers.iter().map(|t| t.category).collect();
        assert_eq!(found, [category], "{items}");
    }
}

#[test]
fn the_accused_are_they_in_an_accusation() {
    check(
        "Chile mengecam tuduhan Peru bahwa mereka memasok rudal ke Kenya.",
        &["Chile > Kenya: rudal (weapons) Peru asserted"],
    );
}

#[test]
fn the_accused_give_though_only_common_nouns_name_them() {
    check(
        "Warga Arequipa menuduh perangkat desa menimbun beras dan menjualnya kepada pedagang.",
        &["perangkat desa > pedagang: beras (food) Warga Arequipa asserted"],
    );
}
