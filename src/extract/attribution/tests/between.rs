//! What may stand between a subject and its verb.

use super::check;

#[test]
fn what_tells_when_or_where_it_was_hides_no_subject() {
    let said = [("Rudi Hartono", "panen gagal")];
    check("Rudi Hartono, saat ditemui di Kudus, Jawa Tengah, Senin (3/4/2023), mengatakan panen gagal.", &said);
    check("Rudi Hartono, setelah meninjau sawah di Kudus, mengatakan panen gagal.", &said);
    check("Rudi Hartono, dalam pertemuan di Dubai, Uni Emirat Arab, mengatakan panen gagal.", &said);
    // Who does something when he asks for something else has a clause of his own.
    check("Rudi Hartono saat berteriak meminta tolong.", &[]);
}

#[test]
fn where_somebody_is_from_says_nothing() {
    check("Manny Cruz menang. Petinju asal Filipina itu mengatakan lawannya kuat.", &[("Manny Cruz", "lawannya kuat")]);
    check("Petinju asal Filipina itu mengatakan lawannya kuat.", &[]);
    check("Dalam dakwaan itu Peru menilai panen gagal.", &[("Peru", "panen gagal")]);
}

#[test]
fn a_medium_told_of_before_is_not_the_person_who_spoke_last() {
    check(
        "Menteri Rudi Hartono mengatakan panen gagal. Media itu mengatakan harga jagung naik.",
        &[("Rudi Hartono", "panen gagal"), ("Media itu", "harga jagung naik")],
    );
}

#[test]
fn whom_somebody_treats_or_asks_does_not_speak() {
    check("Dokter yang merawat Rudi Hartono mengatakan harga obat naik.", &[("Dokter", "harga obat naik")]);
}

#[test]
fn whom_a_relative_clause_names_does_not_speak() {
    check(
        "Warga yang menolak PT Padi Hijau mengatakan sungai tercemar.",
        &[("Warga", "PT Padi Hijau"), ("Warga", "sungai tercemar")],
    );
    check("Tim SAR yang dipimpin Rudi Hartono mengatakan kapal ditemukan.", &[("Tim SAR", "kapal ditemukan")]);
    check("Saksi di bandara Kyiv mengatakan pesawat jatuh.", &[("Saksi", "pesawat jatuh")]);
}

#[test]
fn an_aged_name_of_one_word_speaks_for_itself() {
    check("Siti (45), warga Desa Sukamaju, mengatakan airnya keruh.", &[("Siti", "airnya keruh")]);
    check("Rajawali Peru mengatakan laba naik.", &[("Rajawali Peru", "laba naik")]);
}

#[test]
fn who_is_told_of_is_not_who_speaks_next() {
    check(
        "Rudi Hartono membantah pernyataan Ana Paz yang menyebut panen gagal. Dia mengatakan harga turun.",
        &[
            ("Rudi Hartono", "pernyataan Ana Paz yang menyebut panen gagal"),
            ("Ana Paz", "panen gagal"),
            ("Rudi Hartono", "harga turun"),
        ],
    );
    check(
        "Rudi Hartono mengatakan panen gagal. Menteri Ana Paz, kata dia, harus turun tangan.",
        &[("Rudi Hartono", "panen gagal"), ("Rudi Hartono", "harus turun tangan")],
    );
    check("Kapolsek Rudi Hartono mengatakan tersangka mengaku mencuri padi.", &[("tersangka", "mencuri padi")]);
    check(
        "Peru menolak tuduhan Chile yang menyebut Lima mencuri padi.",
        &[("Peru", "tuduhan Chile yang menyebut Lima mencuri padi"), ("Chile", "Lima mencuri padi")],
    );
}

#[test]
fn a_ruling_or_a_thing_added_is_no_statement() {
    check("Hakim menyatakan Rudi Hartono bersalah.", &[]);
    check("Ana Paz menambahkan garam ke dalam sup.", &[]);
    check("Ana Paz menambahkan harga garam naik.", &[("Ana Paz", "harga garam naik")]);
}

#[test]
fn texts_speak_for_those_who_bring_them_out() {
    check("Data Bank Dunia menunjukkan panen gagal.", &[("Bank Dunia", "panen gagal")]);
    check("Data dari Bank Dunia menyebutkan panen gagal di lima desa.", &[("Bank Dunia", "panen gagal di lima desa")]);
    check("Berdasarkan data Bank Dunia, panen gagal di lima desa.", &[("Bank Dunia", "panen gagal di lima desa")]);
    check("Berdasarkan hasil rapat, panen gagal di lima desa.", &[]);
    check("Peru mengeluarkan pernyataan yang mengecam pembunuhan itu.", &[("Peru", "pembunuhan itu")]);
}

#[test]
fn a_sentence_may_rest_on_a_text() {
    check("Merujuk pada data Bank Dunia, panen gagal di lima desa.", &[("Bank Dunia", "panen gagal di lima desa")]);
    check("Dalam laporan Bank Dunia disebutkan bahwa panen gagal.", &[("Bank Dunia", "panen gagal")]);
    check(
        "Bank Dunia menerbitkan laporan. Dalam laporan itu disebutkan, panen gagal.",
        &[("Bank Dunia", "panen gagal")],
    );
    check("Dalam undang-undang itu disebutkan panen gagal.", &[]);
    check(
        "Rudi Hartono mengatakan panen gagal, merujuk pada data lama.",
        &[("Rudi Hartono", "panen gagal, merujuk pada data lama")],
    );
}

#[test]
fn who_hands_words_on_does_not_say_them() {
    check("Rudi Hartono dikutip oleh Reuters mengatakan bahwa panen gagal.", &[("Rudi Hartono", "panen gagal")]);
    check("Rudi Hartono seperti dikutip Reuters mengatakan panen gagal.", &[("Rudi Hartono", "panen gagal")]);
}

#[test]
fn what_reaps_blame_is_blamed() {
    check("Serangan itu menuai kritik keras dari Bank Dunia.", &[("Bank Dunia", "Serangan itu")]);
    check("Serangan itu menuai kritik.", &[]);
}

#[test]
fn a_view_told_twice_is_one() {
    check(
        "Rudi Hartono mengatakan ada tiga desa yang menurutnya rawan banjir.",
        &[("Rudi Hartono", "ada tiga desa yang menurutnya rawan banjir")],
    );
}

#[test]
fn a_threat_may_tell_what_another_will_do() {
    check("Trump mengancam Peru akan membayar mahal.", &[("Trump", "Peru akan membayar mahal")]);
    check("Banjir mengancam Peru.", &[]);
}

#[test]
fn whom_a_description_of_one_person_ends_with_speaks() {
    check("\"Airnya keruh,\" kata salah satu warga, Siti.", &[("Siti", "Airnya keruh,")]);
    check("\"Airnya keruh,\" kata warga Desa Sukamaju, Siti (45).", &[("Siti", "Airnya keruh,")]);
    // Who works for somebody is somebody else.
    check(
        "\"Airnya keruh,\" kata seorang juru bicara Netanyahu.",
        &[("seorang juru bicara Netanyahu", "Airnya keruh,")],
    );
}

#[test]
fn a_medium_told_of_before_speaks_again() {
    check(
        "Reuters melaporkan bahwa panen gagal. Hujan tidak turun. Harga padi naik. Menurut surat kabar itu, petani rugi.",
        &[("Reuters", "panen gagal"), ("Reuters", "petani rugi")],
    );
}

#[test]
fn somebodys_son_is_who_was_told_of_last() {
    check(
        "Gibran Rakabuming mengatakan panen gagal. Putra Presiden Ana Paz itu mengatakan harga naik.",
        &[("Gibran Rakabuming Raka", "panen gagal"), ("Gibran Rakabuming Raka", "harga naik")],
    );
    check(
        "Rudi Hartono mengatakan panen gagal. Pendukung Ana Paz itu mengatakan harga naik.",
        &[("Rudi Hartono", "panen gagal"), ("Pendukung Ana Paz itu", "harga naik")],
    );
}

#[test]
fn a_report_that_goes_on_is_whose_the_last_words_were() {
    check(
        "Reuters melaporkan bahwa panen gagal. Laporan menambahkan, petani rugi.",
        &[("Reuters", "panen gagal"), ("Reuters", "petani rugi")],
    );
    // Of whom a report tells is not who wrote it.
    check(
        "Reuters melaporkan bahwa panen gagal dan Ana Paz meminta bantuan. Laporan itu menyebut petani rugi.",
        &[("Reuters", "panen gagal dan Ana Paz meminta bantuan"), ("Ana Paz", "bantuan"), ("Reuters", "petani rugi")],
    );
    check("Petani lebih khawatir dibandingkan tahun lalu.", &[]);
}

#[test]
fn a_text_says_what_the_verb_behind_it_tells() {
    check("Peru mengeluarkan pernyataan mendesak Chile mundur.", &[("Peru", "Chile mundur")]);
}
