use super::tables::{ITEMS, MODALITY, PARTICLES, PASSING, Tables};
use crate::extract::{Reader, Reading};
use crate::ingest::Article;
use crate::language::models::{Models, Worker};
use crate::language::{Document, Phrasebook};
use crate::segment::segment;
use crate::table::Table;

mod clauses;
mod shapes;

fn read(reader: &Reader, text: &str) -> Reading {
    let (id, name, text) = (String::new(), String::new(), text.to_owned());
    reader.read(&Article { id, name, title: None, publisher: None, url: None, published: None, text })
}

/// Prints transfers as "giver > recipient: items (category) holder value, holder value".
fn show(text: &str, reading: &Reading) -> Vec<String> {
    let name = |a: &crate::extract::ActorId| reading.actors[a.0].name.clone();
    let names = |list: &[crate::extract::ActorId]| list.iter().map(name).collect::<Vec<_>>().join(" & ");
    let line = |t: &crate::extract::Transfer| {
        let items: Vec<&str> = t.items.iter().map(|i| i.of(text)).collect();
        let stance = |s: &crate::extract::Stance| {
            format!("{} {}", s.holder.as_ref().map_or("writer".to_owned(), name), s.value.name())
        };
        let stances: Vec<String> = t.stances.iter().map(stance).collect();
        let (giver, recipient) = (names(&t.giver), names(&t.recipient));
        format!("{giver} > {recipient}: {} ({}) {}", items.join(", "), t.category.name(), stances.join(", "))
    };
    reading.transfers.iter().map(line).collect()
}

/// All transfers of `text`.
fn check(text: &str, expected: &[&str]) {
    let reader = Reader::embedded().expect("the tables are sound");
    assert_eq!(show(text, &read(&reader, text)), expected, "{text}");
}

/// Runs the examples of a table: `holds(id, value, sentence)` must be true of `must` and false of `must_not`.
fn run_examples(name: &str, text: &str, column: &str, holds: impl Fn(&str, &str, &str) -> bool) {
    let table = Table::parse(name, text).expect("the table is sound");
    let mut failed: Vec<String> = Vec::new();
    for row in table.rows() {
        let (id, value) = (row.get("id").expect("id"), row.get(column).expect("column"));
        let musts: Vec<&str> = row.list("must").expect("must").collect();
        if musts.is_empty() {
            failed.push(format!("{id} has no example"));
        }
        failed.extend(musts.iter().filter(|s| !holds(id, value, s)).map(|s| format!("{id} must: {s}")));
        let must_not = row.list("must_not").expect("must_not");
        failed.extend(must_not.filter(|s| holds(id, value, s)).map(|s| format!("{id} must not: {s}")));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn rows_of_passing_find_transfers() {
    let reader = Reader::embedded().expect("the tables are sound");
    run_examples("passing", PASSING, "id", |id, _, sentence| {
        let reading = read(&reader, sentence);
        if id.starts_with("block.") {
            return reading.transfers.is_empty();
        }
        reading.transfers.iter().flat_map(|t| &t.stances).any(|s| s.rule.split('/').next() == Some(id))
    });
}

#[test]
fn rows_of_modality_bend_the_stance() {
    let reader = Reader::embedded().expect("the tables are sound");
    run_examples("modality", MODALITY, "value", |_, value, sentence| {
        let reading = read(&reader, sentence);
        let value = match value {
            "none" => "asserted",
            "untrue" => "denied",
            value => value,
        };
        reading.transfers.iter().flat_map(|t| &t.stances).any(|s| s.value.name() == value)
    });
}

#[test]
fn rows_of_items_are_found_as_whole_phrases() {
    let tables = Tables::embedded().expect("the tables are sound");
    run_examples("items", ITEMS, "id", |id, _, sentence| {
        let models = Models::embedded().expect("the models open");
        let document = Document::new(sentence, segment(sentence), &mut Worker::new(&models));
        let mut at = 0;
        while at < document.len() {
            let Some((n, item)) = tables.items.longest(&document, at) else {
                at += 1;
                continue;
            };
            if item.id == id {
                return true;
            }
            at += n;
        }
        false
    });
}

#[test]
fn rows_of_particles_are_found_as_words() {
    let table = Table::parse("particles", PARTICLES).expect("the table is sound");
    run_examples("particles", PARTICLES, "words", |id, _, sentence| {
        let row = table.rows().find(|r| r.get("id").ok() == Some(id)).expect("the row");
        let mut book = Phrasebook::default();
        row.list("words").expect("words").for_each(|w| book.add(w, ()));
        let models = Models::embedded().expect("the models open");
        let document = Document::new(sentence, segment(sentence), &mut Worker::new(&models));
        (0..document.len()).any(|i| book.longest(&document, i).is_some())
    });
}

#[test]
fn voice_and_applicative_decide_who_gives() {
    let grain = ["Peru > Chile: gandum (food) writer asserted"];
    check("Peru mengirim gandum ke Chile.", &grain);
    check("Peru mengirimi Chile gandum.", &grain);
    check("Peru memasok Chile dengan gandum.", &grain);
    check("Semua gandum dikirim Peru ke Chile.", &grain);
    check("Kemarin gandum itu dikirim oleh Peru ke Chile.", &grain);
    check("Chile menerima gandum dari Peru.", &grain);
    check("Chile dikirimi gandum oleh Peru.", &grain);
    check("Pengiriman gandum dari Peru ke Chile dimulai.", &grain);
    check("Pasokan gandum Peru ke Chile dimulai.", &grain);
}

#[test]
fn who_denies_that_he_accuses_denies_no_transfer() {
    check("Menteri Budi Santoso menegaskan pihaknya tidak menuduh Peru mengirim senjata ke Chile.", &[]);
}

#[test]
fn who_denies_what_is_said_of_the_goods_grants_that_they_were_sent() {
    check(
        "Bolivia membantah sapi yang dikirim Peru ke Chile membawa penyakit.",
        &["Peru > Chile: sapi (animals) Bolivia asserted"],
    );
    check("Peru membantah mengirim sapi ke Chile.", &["Peru > Chile: sapi (animals) Peru denied"]);
    check(
        "Perselisihan soal sapi memanas di Lima.\n\nPeru mengirim sapi ke Chile sejak Maret.\n\nPeternak di \
         perbatasan cemas.\n\nPeru membantah sapi yang dikirim Peru ke Chile membawa penyakit.\n\nPasar saham Lima naik \
         pada Senin.\n\nHujan turun sepanjang hari di sana.",
        &["Peru > Chile: sapi (animals) writer asserted, Peru asserted"],
    );
}

#[test]
fn who_warns_against_a_transfer_opposes_it() {
    check(
        "Chile memperingatkan Peru agar tidak membeli senjata dari Rusia.",
        &["Rusia > Peru: senjata (weapons) Chile blocked"],
    );
}

#[test]
fn a_party_behind_a_preposition_is_no_subject_of_the_next_clause() {
    check(
        "India menikmati potongan harga dari Chile, dan Peru siap memasok senjata kepada Rusia.",
        &["Peru > Rusia: senjata (weapons) writer planned"],
    );
}

#[test]
fn in_an_article_the_tellings_of_one_transfer_are_one() {
    check(
        "Peru membantu Chile menghadapi serangan dari laut.\n\nPemerintah Peru akan mengirim rudal dan amunisi pekan \
         depan.\n\nPresiden Chile mengatakan negaranya sangat membutuhkan senjata itu.\n\nPengiriman senjata dari Peru \
         dimulai pada Senin di Lima.\n\nMenteri Pertahanan Chile memuji keputusan Peru tersebut.\n\nBolivia mengecam \
         pengiriman senjata itu sebagai ancaman.",
        &["Peru > Chile: rudal, amunisi, senjata (weapons) writer planned, Presiden Chile sought, Bolivia asserted"],
    );
}

#[test]
fn in_an_article_each_who_speaks_of_a_transfer_holds_his_own_view() {
    check(
        "Peru dan Chile berunding di Lima.\n\nPeru akan mengirim rudal ke Chile pekan depan.\n\nPerundingan itu \
         berlangsung tiga hari.\n\nBolivia mengecam rencana Peru mengirim rudal ke Chile.\n\nPresiden Chile mendesak Peru \
         mengirim rudal itu secepatnya.\n\nPasar saham Lima naik pada Senin.",
        &["Peru > Chile: rudal (weapons) writer planned, Bolivia planned, Presiden Chile sought"],
    );
}

#[test]
fn who_promises_to_lay_a_transfer_bare_plans_none() {
    check(
        "Chile berjanji membongkar setiap usaha Peru mendapatkan senjata dari Rusia.",
        &["Rusia > Peru: senjata (weapons) Chile asserted"],
    );
}

#[test]
fn who_wants_a_flow_stopped_asks_for_nothing_himself() {
    check("Chile mendesak dunia menghentikan aliran senjata dari Peru.", &[]);
}

#[test]
fn who_weighs_to_give_has_not_given() {
    check(
        "Peru menyatakan sedang menimbang untuk menyumbangkan senapan kepada Chile.",
        &["Peru > Chile: senapan (weapons) Peru sought"],
    );
}

#[test]
fn who_accuses_or_asks_in_a_passive_gives_nothing_himself() {
    let expected = |told: &str| [told.to_owned()];
    let shown = |text: &str| {
        let reading = read(&Reader::embedded().expect("the tables are sound"), text);
        show(text, &reading).iter().map(|t| t.split(" (").next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown("Peru dituduh Chile memasok senapan ke Bolivia."), expected("Peru > Bolivia: senapan"));
    assert_eq!(
        shown("Peru yang dituding Chile memasok senapan ke Bolivia marah."),
        expected("Peru > Bolivia: senapan")
    );
    assert_eq!(shown("Peru diminta Chile mengirim gandum ke Bolivia."), expected("Peru > Bolivia: gandum"));
    assert_eq!(shown("Diduga Peru memasok senapan ke Bolivia."), expected("Peru > Bolivia: senapan"));
}

#[test]
fn nya_at_a_word_of_passing_is_what_was_told_of_before() {
    check(
        "Peru membeli gandum dari Chile lalu menjualnya kepada Bolivia.",
        &["Chile > Peru: gandum (food) writer asserted", "Peru > Bolivia: gandum (food) writer asserted"],
    );
    check("Peru membela Chile dan memberinya gandum.", &["Peru > Chile: gandum (food) writer asserted"]);
    check(
        "Bolivia membantah sapi yang dikirimnya ke Chile sakit.",
        &["Bolivia > Chile: sapi (animals) Bolivia asserted"],
    );
}

#[test]
fn what_is_given_back_goes_to_whose_it_is() {
    check("Uang Peru dikembalikan oleh Chile.", &["Chile > Peru: Uang (money) writer asserted"]);
    check("Chile mengembalikan dokumen Peru.", &["Chile > Peru: dokumen (documents) writer asserted"]);
}

#[test]
fn a_state_that_moves_its_own_troops_gives_nothing() {
    check("Angkatan Darat Peru menerbangkan tentara dari Chile ke Peru.", &[]);
}

#[test]
fn sums_of_money_that_differ_are_two_transfers() {
    check(
        "Bupati Andi Salim menerima uang Rp 3 miliar dari Ana Ruiz. Andi Salim juga menerima uang Rp 7 miliar dari Ana \
         Ruiz.",
        &["Ana Ruiz > Andi Salim: uang (money) writer asserted", "Ana Ruiz > Andi Salim: uang (money) writer asserted"],
    );
}

#[test]
fn a_wish_in_another_clause_is_no_wish_for_the_transfer() {
    check(
        "\"Sikap Peru harus tegas, Chile memasok senapan kepada Bolivia,\" kata Luis Vega.",
        &["Chile > Bolivia: senapan (weapons) Luis Vega asserted"],
    );
}

#[test]
fn what_is_not_right_is_opposed_and_what_is_not_stopped_goes_on() {
    check(
        "\"Peru tidak berhak memasok senapan ke Chile,\" kata Luis Vega.",
        &["Peru > Chile: senapan (weapons) Luis Vega blocked"],
    );
    check(
        "Peru tidak berencana menghentikan pengiriman senapan ke Chile.",
        &["Peru > Chile: senapan (weapons) writer planned"],
    );
}

#[test]
fn captives_are_swapped_with_whom_the_talks_are_held() {
    check(
        "Peru membahas pertukaran tahanan dengan Chile.",
        &["Peru > Chile: tahanan (people) writer planned", "Chile > Peru: tahanan (people) writer planned"],
    );
}

#[test]
fn help_asked_for_others_is_not_given_by_them() {
    check("Peru meminta bantuan gandum untuk warga Bolivia.", &[" > warga Bolivia: bantuan gandum (food) Peru sought"]);
}

#[test]
fn who_warns_of_a_thing_does_not_ask_for_it() {
    check(
        "Peru memperingatkan bahwa senjata kiriman Chile itu berbahaya.",
        &["Chile > : senjata (weapons) Peru asserted"],
    );
}

#[test]
fn a_quantity_holds_a_number_or_a_word_that_counts() {
    let reader = Reader::embedded().expect("the tables are sound");
    let quantity = |text: &str| read(&reader, text).transfers[0].quantity.map(|q| q.of(text).to_owned());
    assert_eq!(quantity("Peru mengirim gandum ke Chile hampir setiap bulan."), None);
    assert_eq!(quantity("Peru membebaskan para sandera Chile."), None);
    assert_eq!(quantity("Peru mengirim bantuan militer ke Chile dalam 72 jam."), None);
    assert_eq!(quantity("Peru mengirim sebanyak 40 ton gandum ke Chile."), Some("40 ton".to_owned()));
    assert_eq!(quantity("Peru mengirim hampir 40 ton gandum ke Chile."), Some("hampir 40 ton".to_owned()));
    assert_eq!(quantity("Chile menerima dana sebesar US$ 5 juta dari Peru."), Some("US$ 5 juta".to_owned()));
}

#[test]
fn a_currency_names_no_country() {
    check("Chile menerima dana sebesar US$ 5 juta.", &[" > Chile: dana (money) writer asserted"]);
    check(
        "Peru membayar dua juta dolar Amerika kepada Chile.",
        &["Peru > Chile: dolar Amerika (money) writer asserted"],
    );
}

#[test]
fn a_list_after_yakni_says_who_receives() {
    check(
        "Peru mengirim gandum ke dua negara, yakni Chile dan Bolivia.",
        &["Peru > Chile & Bolivia: gandum (food) writer asserted"],
    );
}
