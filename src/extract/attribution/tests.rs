use crate::extract::reader::read_text;
use crate::extract::reading::Statement;

mod between;

/// Who says what in `text`: sources, joined by "+", and contents, in the order of the text.
fn told(text: &str) -> Vec<(String, String)> {
    let reading = read_text(text);
    let names = |statement: &Statement| {
        statement.source.iter().map(|actor| reading.actors[actor.0].name.clone()).collect::<Vec<_>>().join("+")
    };
    reading.statements.iter().map(|s| (names(s), s.content.of(text).to_owned())).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(told(text), expected);
}

#[test]
fn an_aside_between_subject_and_verb_hides_nobody() {
    check("Peru awal bulan ini mengumumkan perluasan wilayah operasinya.", &[("Peru", "perluasan wilayah operasinya")]);
    check(
        "Andres Quispe untuk pertama kalinya menyatakan bahwa dia siap berunding.",
        &[("Andres Quispe", "dia siap berunding")],
    );
    check(
        "Andres Quispe disebut meminta Chile agar memberi tahu lebih dulu.",
        &[("Andres Quispe", "Chile agar memberi tahu lebih dulu")],
    );
}

#[test]
fn a_place_or_a_partner_behind_the_subject_is_not_it() {
    check("Penduduk di desa Ollanta mengatakan air sungai naik.", &[("Penduduk", "air sungai naik")]);
    check(
        "Andres Quispe dan lawan politiknya mengklaim telah memenangkan pemilihan.",
        &[("Andres Quispe", "telah memenangkan pemilihan")],
    );
}

#[test]
fn what_is_counted_or_done_is_reported_and_a_theft_to_the_police_is_not() {
    check(
        "Kementerian Kesehatan Peru melaporkan 37 orang terluka.",
        &[("Kementerian Kesehatan Peru", "37 orang terluka")],
    );
    check("Para saksi melaporkan mendengar ledakan keras.", &[("Para saksi", "mendengar ledakan keras")]);
    check("Siti Rohmah melaporkan pencurian itu ke polisi.", &[]);
}

#[test]
fn a_passive_without_a_sayer_goes_on_with_the_last() {
    check(
        "Andres Quispe mengatakan harga jagung naik. Dikatakan bahwa stok di gudang masih cukup.",
        &[("Andres Quispe", "harga jagung naik"), ("Andres Quispe", "stok di gudang masih cukup")],
    );
    check("Dikatakan bahwa stok di gudang masih cukup.", &[]);
}

#[test]
fn a_time_or_a_name_for_it_behind_the_cue_is_not_what_is_said() {
    check(
        "Andres Quispe mengatakan pada hari Minggu sedikitnya ada lima kebakaran.",
        &[("Andres Quispe", "sedikitnya ada lima kebakaran")],
    );
    check(
        "Andres Quispe mengecam laporan itu dan menyebutnya sebagai kebohongan besar.",
        &[("Andres Quispe", "laporan itu"), ("Andres Quispe", "kebohongan besar")],
    );
}

#[test]
fn behind_menurut_a_list_before_a_verb_does_what_is_told() {
    check(
        "Menurut kantor berita Andina, Peru dan Chile akan menandatangani perjanjian.",
        &[("Andina", "Peru dan Chile akan menandatangani perjanjian")],
    );
}

#[test]
fn a_government_without_a_name_is_the_last_named_or_that_of_indonesia() {
    check("Pemerintah menyatakan harga beras aman.", &[("Indonesia", "harga beras aman")]);
    check(
        "Pemerintah Peru menutup perbatasan. Pemerintah menyatakan penutupan itu sementara.",
        &[("Peru", "penutupan itu sementara")],
    );
}

#[test]
fn whom_a_medium_quotes_is_the_source_whatever_else_is_named() {
    check(
        "\"Panen jagung kami gagal total,\" kata Axios, mengutip dua pejabat Peru.",
        &[("pejabat Peru", "Panen jagung kami gagal total,")],
    );
}

#[test]
fn what_a_passive_denies_is_its_subject_or_what_yang_points_to() {
    check("Namun tuduhan itu juga selalu dibantah oleh Peru.", &[("Peru", "tuduhan itu")]);
    check(
        "Chile menuduh Peru mencuri ikan, tuduhan yang dibantah Peru.",
        &[("Chile", "Peru mencuri ikan"), ("Peru", "Peru mencuri ikan")],
    );
    check("Panen gagal di utara, sebagaimana dikonfirmasi oleh Peru.", &[("Peru", "Panen gagal di utara")]);
    check("Jumlah korban belum dikonfirmasi oleh Peru.", &[]);
    check("Rencana itu bisa ditolak oleh Peru.", &[]);
}

#[test]
fn what_only_goes_on_behind_an_attribution_is_not_what_is_said() {
    check(
        "Panen jagung gagal di utara, kata Andres Quispe, seraya menunjuk peta di dinding.",
        &[("Andres Quispe", "Panen jagung gagal di utara")],
    );
}

#[test]
fn the_office_of_somebody_is_a_body_of_its_own() {
    check(
        "Kantor Media Chile tutup. Kabar itu dikonfirmasi oleh kantor Andres Quispe.",
        &[("kantor Andres Quispe", "Kabar itu")],
    );
}

#[test]
fn a_verb_without_a_sense_of_its_own_tells_the_act_of_its_noun() {
    check(
        "Peru melayangkan teguran. Chile melontarkan ancaman akan menutup pelabuhan Arica.",
        &[("Chile", "akan menutup pelabuhan Arica")],
    );
    check(
        "Andres Quispe mengeluarkan peringatan keras kepada Chile agar menarik kapalnya.",
        &[("Andres Quispe", "menarik kapalnya")],
    );
    check(
        "Peru melemparkan kecaman tajam terhadap Chile atas penutupan pelabuhan.",
        &[("Peru", "Chile atas penutupan pelabuhan")],
    );
    check("Peru tidak mengajukan permintaan untuk membuka jalan itu.", &[]);
    check("Chile mengeluarkan perintah evakuasi untuk wilayah utara.", &[]);
}

#[test]
fn doubled_words_before_a_verb_say_how_it_is_done() {
    check("Peru terang-terangan menuduh Chile mencuri ikan.", &[("Peru", "Chile mencuri ikan")]);
    check("Peru dan Chile bersama-sama mengecam pembajakan itu.", &[("Peru+Chile", "pembajakan itu")]);
}

#[test]
fn since_somebody_said_it_he_is_the_subject() {
    check("Panen turun sejak Andres Quispe mengatakan bahwa pupuk habis.", &[("Andres Quispe", "pupuk habis")]);
}

#[test]
fn a_passive_with_its_agent_judges_accuses_or_asks() {
    check("Chile dituding Peru mencuri ikan.", &[("Peru", "mencuri ikan")]);
    check("Chile dituduh mencuri ikan oleh Peru.", &[("Peru", "mencuri ikan")]);
    check("Jalan itu dinilai Andres Quispe sebagai pemborosan.", &[("Andres Quispe", "pemborosan")]);
    check("Pembangunan pasar diusulkan Andres Quispe kepada Chile.", &[("Andres Quispe", "Pembangunan pasar")]);
    // Names, other verbs' agents and acts that nobody is the object of.
    check("Kota tua itu disebut Peru Lama.", &[]);
    check("Gerombolan itu dituduh membantu kudeta yang dipimpin oleh Andres Quispe.", &[]);
    check("Dalam kabar itu disebut Chile mencuri ikan.", &[]);
}

#[test]
fn as_somebody_said_names_the_source() {
    check("Seperti disampaikan Andres Quispe, jembatan itu ambruk.", &[("Andres Quispe", "jembatan itu ambruk")]);
    check(
        "Jembatan itu ambruk semalam, sebagaimana dijelaskan oleh Andres Quispe.",
        &[("Andres Quispe", "Jembatan itu ambruk semalam")],
    );
    check("Seperti dilansir Andina, jembatan itu ambruk.", &[]);
}

#[test]
fn a_pronoun_follows_a_body_or_all_who_were_joined() {
    check(
        "Bank Dunia mengatakan harga jagung naik. \"Panen di utara gagal total,\" katanya.",
        &[("Bank Dunia", "harga jagung naik"), ("Bank Dunia", "Panen di utara gagal total,")],
    );
    check(
        "Andres Quispe dan Rosa Mamani mengunjungi pasar. Keduanya menyebut harga turun.",
        &[("Andres Quispe+Rosa Mamani", "harga turun")],
    );
    let three = "Chile, Peru, dan Bolivia berunding. Ketiga negara menyatakan harga turun. Mereka menyebut pasar lesu.";
    check(three, &[("Chile+Peru+Bolivia", "harga turun"), ("Chile+Peru+Bolivia", "pasar lesu")]);
    check(
        "Andres Quispe dan Rosa Mamani mengunjungi pasar. Mereka mengatakan harga turun.",
        &[("Andres Quispe+Rosa Mamani", "harga turun")],
    );
    check("Baik Peru maupun Chile membantah kabar itu.", &[("Peru+Chile", "kabar itu")]);
}

#[test]
fn where_nobody_says_it_there_is_no_statement() {
    check("Belum ada kelompok yang mengaku membakar gudang itu.", &[]);
    check("Tak satu pun saksi yang membantah kabar itu.", &[]);
    check("Petani marah atas kegagalan menyepakati harga gabah.", &[]);
    check("Andres Quispe mengatakan lewat aplikasi pesan Signal bahwa ia selamat.", &[("Andres Quispe", "ia selamat")]);
}

#[test]
fn an_age_or_a_tongue_does_not_hide_the_subject() {
    check("Seorang guru berusia 40 tahun mengatakan kapal itu tiba.", &[("Seorang guru", "kapal itu tiba")]);
}

#[test]
fn who_printed_own_words_is_not_their_source() {
    check(
        "\"Kami kehabisan beras sejak kemarin,\" ujar Bank Dunia, melansir Andina.",
        &[("Bank Dunia", "Kami kehabisan beras sejak kemarin,")],
    );
}

#[test]
fn what_is_asked_hoped_or_denied_nobody_has_said() {
    check("Rosa Medina mendesak Chile mengakui batas laut itu.", &[("Rosa Medina", "Chile mengakui batas laut itu")]);
    check(
        "Rosa Medina menuntut agar Chile menyatakan bahwa laut itu milik Peru.",
        &[("Rosa Medina", "Chile menyatakan bahwa laut itu milik Peru")],
    );
    check("Rosa Medina membantah stafnya menulis surat itu.", &[("Rosa Medina", "stafnya menulis surat itu")]);
    check("Rosa Medina mengatakan Chile meyakini bahwa panen membaik.", &[("Chile", "panen membaik")]);
}

#[test]
fn a_distant_bahwa_belongs_to_the_clause_that_is_said() {
    check(
        "Rosa Medina mengatakan tidak ada bukti bahwa Chile mencuri benih.",
        &[("Rosa Medina", "tidak ada bukti bahwa Chile mencuri benih")],
    );
    check(
        "Rosa Medina mengatakan dalam rapat yang digelar di Lima bahwa panen gagal.",
        &[("Rosa Medina", "panen gagal")],
    );
}

#[test]
fn whom_one_speaks_to_and_when_is_not_what_is_said() {
    check("Rosa Medina mengatakan kepada Reuters harga jagung turun.", &[("Rosa Medina", "harga jagung turun")]);
    check("Rosa Medina mengumumkan pada Senin kalau panen gagal.", &[("Rosa Medina", "panen gagal")]);
    check(
        "Rosa Medina memperkirakan di Lima harga jagung akan turun.",
        &[("Rosa Medina", "di Lima harga jagung akan turun")],
    );
}

#[test]
fn beside_an_attribution_the_part_with_the_predicate_is_what_is_said() {
    check("Menurut Badan Geologi gempa itu berpusat di laut.", &[("Badan Geologi", "gempa itu berpusat di laut")]);
    check(
        "Penyebab kebakaran gudang kain di Lima, ujar Rosa Medina, masih diselidiki.",
        &[("Rosa Medina", "masih diselidiki")],
    );
}

#[test]
fn an_act_in_a_clause_before_the_main_one_does_not_take_that_for_its_own() {
    check(
        "Rosa Medina mengatakan bahwa jika Chile menolak, harga jagung akan naik.",
        &[("Rosa Medina", "jika Chile menolak, harga jagung akan naik")],
    );
    check("Meski Chile mengancam, Peru tetap membuka perbatasan.", &[]);
}

#[test]
fn a_quotation_that_is_part_of_a_clause_does_not_stand_for_it() {
    check(
        "Rosa Medina mengatakan Chile \"telah menyerang lebih dulu tanpa sebab\" atas perintah jenderalnya.",
        &[("Rosa Medina", "Chile \"telah menyerang lebih dulu tanpa sebab\" atas perintah jenderalnya")],
    );
    check(
        "Rosa Medina menambahkan bahwa \"kami akan menang dalam pemilihan itu\" di Lima.",
        &[("Rosa Medina", "kami akan menang dalam pemilihan itu")],
    );
}

#[test]
fn who_only_carries_the_words_and_the_day_are_no_part_of_them() {
    check("Banjir mulai surut, kata Rosa Medina, Reuters melaporkan.", &[("Rosa Medina", "Banjir mulai surut")]);
    check("\"Tutup saja pintunya,\" kata Rosa Medina, CNN melaporkan.", &[("Rosa Medina", "Tutup saja pintunya,")]);
    check("Rosa Medina mengatakan banjir mulai surut, Kamis (6/3/2025).", &[("Rosa Medina", "banjir mulai surut")]);
    check("Banjir mulai surut, kata Rosa Medina, Kamis (6/3/2025).", &[("Rosa Medina", "Banjir mulai surut")]);
}

#[test]
fn the_place_before_an_article_is_not_said_by_anybody() {
    check("Lima (ANTARA) - Dua pendaki hilang, ujar Rosa Medina.", &[("Rosa Medina", "Dua pendaki hilang")]);
}

#[test]
fn what_is_told_under_a_condition_is_no_act() {
    check("Andres Quispe akan mundur jika Chile menolak usul itu.", &[]);
    check("Kalau Chile menuduh Peru, perundingan akan gagal.", &[]);
    check("Andres Quispe mengatakan kalau dia menolak usul itu.", &[("Andres Quispe", "usul itu")]);
}

#[test]
fn quoted_words_in_a_clause_do_not_cut_it() {
    check(
        "Peru akan \u{201c}segera menutup jalan\u{201d} ke Chile bulan depan, kata Andres Quispe.",
        &[("Andres Quispe", "Peru akan \u{201c}segera menutup jalan\u{201d} ke Chile bulan depan")],
    );
}

#[test]
fn who_is_named_in_a_relative_clause_tells_only_that() {
    check(
        "Kapal itu membawa jagung yang menurut Kementerian Perdagangan Peru sudah rusak.",
        &[("Kementerian Perdagangan Peru", "sudah rusak")],
    );
}

#[test]
fn a_carrier_or_a_link_of_the_writer_is_not_said() {
    check(
        "Menurut Andres Quispe, seperti dilansir Reuters, jembatan itu rusak.",
        &[("Andres Quispe", "jembatan itu rusak")],
    );
    check("Sementara itu, jembatan itu rusak, kata Andres Quispe.", &[("Andres Quispe", "jembatan itu rusak")]);
    check("Karena itu, menurut Andres Quispe jembatan itu rusak.", &[("Andres Quispe", "jembatan itu rusak")]);
    check("Andres Quispe mengatakan air itu bersih; pejabat lain diam.", &[("Andres Quispe", "air itu bersih")]);
    check("Andres Quispe mengatakan hujan itu berkah. (abc)", &[("Andres Quispe", "hujan itu berkah")]);
}

#[test]
fn according_to_at_the_head_of_a_sentence_ends_no_quotation() {
    check(
        "\"Kami bekerja sejak pagi,\" kata Andres Quispe.\n\"Sawah itu kering sekali.\"\nMenurut Quispe, hujan akan turun.",
        &[
            ("Andres Quispe", "Kami bekerja sejak pagi,"),
            ("Andres Quispe", "Sawah itu kering sekali."),
            ("Andres Quispe", "hujan akan turun"),
        ],
    );
}

#[test]
fn who_is_with_the_subject_is_not_it() {
    check("Peru dengan didukung oleh Chile dan Bolivia meminta sidang darurat.", &[("Peru", "sidang darurat")]);
    check("Andres Quispe didampingi Ana Rojas membantah kabar itu.", &[("Andres Quispe", "kabar itu")]);
}

#[test]
fn a_deed_says_nothing() {
    check("Serangan Chile itu menunjukkan bahwa perang belum usai.", &[]);
    check("Penguatan sol didorong oleh keputusan Bank Dunia yang menahan bunga.", &[]);
    check("Peru diminta oleh Chile untuk membuka perbatasan.", &[("Chile", "membuka perbatasan")]);
}

#[test]
fn words_that_point_to_a_statement_are_none() {
    check("Andres Quispe mengatakan hal itu di sidang.", &[]);
    check("Andres Quispe membantah hal itu kepada wartawan di Lima.", &[("Andres Quispe", "hal itu")]);
    check("Andres Quispe membantahnya pada hari Rabu.", &[("Andres Quispe", "nya")]);
    check("Andres Quispe membantahnya dengan keras.", &[("Andres Quispe", "nya")]);
    check("Andres Quispe menyetujuinya dalam rapat.", &[]);
    check("Andres Quispe menanggapi pernyataan Chile bahwa harga naik.", &[("Chile", "harga naik")]);
    check("Andres Quispe menulis buku tentang ikan.", &[]);
}

#[test]
fn a_number_of_times_or_a_day_hides_neither_subject_nor_act() {
    check("Andres Quispe beberapa kali meminta pupuk.", &[("Andres Quispe", "pupuk")]);
    check("Peru setuju pada hari Selasa untuk membuka perbatasan.", &[("Peru", "membuka perbatasan")]);
    check("Warga Lima mendesaknya mundur.", &[("Warga Lima", "mundur")]);
    check(
        "Harga jagung naik, Andres Quispe mengatakan kemarin, menekankan pentingnya pupuk.",
        &[("Andres Quispe", "Harga jagung naik"), ("Andres Quispe", "pentingnya pupuk")],
    );
}

#[test]
fn a_cue_with_a_colon_introduces_the_next_paragraph() {
    check(
        "Andres Quispe berpidato di Lima.\nPada kesempatan itu, Quispe menegaskan:\n\"Kami mendukung hukum itu sejak lama.\"",
        &[("Andres Quispe", "Kami mendukung hukum itu sejak lama.")],
    );
}

#[test]
fn whom_one_speaks_of_is_not_who_speaks() {
    check(
        "Andres Quispe mengatakan warga yang menolak vaksin tidak akan dihukum.",
        &[("Andres Quispe", "warga yang menolak vaksin tidak akan dihukum")],
    );
    check(
        "Andres Quispe mengecam Chile yang menolak berunding.",
        &[("Andres Quispe", "Chile yang menolak berunding"), ("Chile", "berunding")],
    );
    check("Chile, menurut Reuters, membantah tuduhan itu.", &[("Chile", "tuduhan itu")]);
    check("Chile, sekutu terdekat Peru, membantah tuduhan itu.", &[("Chile", "tuduhan itu")]);
    check("Surat kabar Peru, Harian Lima, membantah tuduhan itu.", &[("Harian Lima", "tuduhan itu")]);
    check("Patroli berlangsung di perbatasan yang diakui Chile.", &[]);
}
