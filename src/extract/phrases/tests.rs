use super::{Phrase, PhraseFinder, PhraseKind};
use crate::extract::lexicon::Lexicon;
use crate::language::Document;
use crate::language::models::{Models, Worker};
use crate::segment::segment;

fn shown(document: &Document<'_>, phrase: &Phrase) -> String {
    let kind = match phrase.kind {
        PhraseKind::Country { metonym: true, .. } => "seat",
        PhraseKind::Country { .. } => "country",
        PhraseKind::KnownBody(_) | PhraseKind::Body => "body",
        PhraseKind::BodyNoun => "body noun",
        PhraseKind::Person => "person",
        PhraseKind::OfficeHolder => "office",
        PhraseKind::Group => "group",
        PhraseKind::Name => "name",
        PhraseKind::Place => "place",
    };
    let offices = phrase.offices.iter().map(|office| {
        let of = office.of.as_deref().map_or("-", |of| document.phrase(&of.name));
        format!(" [{} of {of}]", document.phrase(&office.title))
    });
    let parent = phrase.parent.as_ref().map(|parent| format!(" <{}>", document.phrase(&parent.name)));
    let name = format!("{kind}: {}", document.phrase(&phrase.name));
    std::iter::once(name).chain(offices).chain(parent).collect()
}

fn phrases(text: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().expect("the tables parse");
    let models = Models::embedded().expect("the models open");
    let document = Document::new(text, segment(text), &mut Worker::new(&models));
    let found = PhraseFinder::new(&document, &lexicon).find_all();
    found.iter().map(|phrase| shown(&document, phrase)).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(phrases(text), expected, "{text}");
}

#[test]
fn who_holds_an_office_of_a_body_told_of_before_is_named_behind_it() {
    check("Ketua yayasan itu, Melati Sukma, menolak.", &["person: Melati Sukma [Ketua of yayasan itu]"]);
    check(
        "Juru bicara militer kelompok tersebut, Rudi Hartono, mengatakan hal yang sama.",
        &["person: Rudi Hartono [Juru bicara militer of kelompok tersebut]"],
    );
    check("Rudi Hartono, direktur perusahaan itu, menolak.", &["person: Rudi Hartono [direktur of perusahaan itu]"]);
    check(
        "Juru bicara armada itu, Komandan Rudi Hartono, menolak.",
        &["person: Rudi Hartono [Juru bicara of armada itu]"],
    );
    check("Direktur perusahaan itu menolak.", &["office: Direktur perusahaan [Direktur perusahaan of -]"]);
}

#[test]
fn a_person_with_an_office_is_one_phrase() {
    check(
        "Menteri Luar Negeri Rusia Sergey Lavrov menepis tudingan itu.",
        &["person: Sergey Lavrov [Menteri Luar Negeri of Rusia]"],
    );
    check("Pemimpin Korea Utara, Kim Jong Un, menyambut tamunya.", &["person: Kim Jong Un [Pemimpin of Korea Utara]"]);
    check(
        "Juru bicara Dewan Keamanan Nasional AS John Kirby menolak menjawab.",
        &["person: John Kirby [Juru bicara of Dewan Keamanan Nasional AS]"],
    );
    check("Kabareskrim Komjen Budi Waseso tiba.", &["person: Budi Waseso [Kabareskrim of -]"]);
    check("Wakil Ketua KPK non-aktif Bambang Widjojanto hadir.", &["person: Bambang Widjojanto [Wakil Ketua of KPK]"]);
    check(
        "Presiden Amerika Serikat (AS), Donald Trump untuk hadir.",
        &["person: Donald Trump [Presiden of Amerika Serikat]"],
    );
    check(
        "Ahmad Dhani, anggota Komisi III DPR RI, mengaku lega.",
        &["person: Ahmad Dhani [anggota of Komisi III DPR RI]"],
    );
}

#[test]
fn bodies_hold_their_parents() {
    check("Kementerian Pertahanan Rusia diam.", &["body: Kementerian Pertahanan Rusia <Rusia>"]);
    check("Kejaksaan Negeri Kuantan Singingi diam.", &["body: Kejaksaan Negeri Kuantan Singingi"]);
    check("Badan Pengawas Mahkamah Agung (Bawas MA) diam.", &["body: Badan Pengawas Mahkamah Agung <Mahkamah Agung>"]);
    check("kementerian luar negeri Korea Utara diam.", &["body: kementerian luar negeri Korea Utara <Korea Utara>"]);
}

#[test]
fn ranks_and_degrees_are_no_part_of_a_name() {
    check("Kapolres Bantul, AKBP Rudi Hartono, S.H., M.Si., hadir.", &["person: Rudi Hartono [Kapolres of Bantul]"]);
    check("Kajari Bantul Rudi Hartono SH MH hadir.", &["person: Rudi Hartono [Kajari of Bantul]"]);
}

#[test]
fn a_body_is_named_behind_its_kind_and_with_its_region() {
    check("Partai Hanura diam.", &["body: Hanura"]);
    check(
        "Ketua Pengadilan Tata Usaha Negara (PTUN) Semarang Wiwin Lestari hadir.",
        &["person: Wiwin Lestari [Ketua of Pengadilan Tata Usaha Negara (PTUN) Semarang]"],
    );
    check("CEO Bakulan, Rina Wulandari, hadir.", &["person: Rina Wulandari [CEO of Bakulan]"]);
    check(
        "Tono Wibowo, seorang peneliti Universitas Gadjah Mada, hadir.",
        &["person: Tono Wibowo [peneliti of Universitas Gadjah Mada]"],
    );
}

#[test]
fn things_places_and_the_medium_of_an_article_are_no_parties() {
    check("KORAN.COM, SOLO - Panen gagal karena beberapa alasan.", &[]);
}

#[test]
fn the_models_part_an_office_its_body_and_the_person() {
    check(
        "Juru bicara Pertahanan Sipil Gaza Karim Haddad membantah kabar itu.",
        &["person: Karim Haddad [Juru bicara of Pertahanan Sipil Gaza]"],
    );
    check(
        "Sekretaris Jenderal Gerakan Samudra Tariq Nasser menolak tawaran itu.",
        &["person: Tariq Nasser [Sekretaris Jenderal of Gerakan Samudra]"],
    );
    check(
        "Kasat Reskrim Polres Bantul AKP Rudi Hartono membantah kabar itu.",
        &["person: Rudi Hartono [Kasat Reskrim of Polres Bantul]"],
    );
}

#[test]
fn a_person_may_be_called_like_a_country() {
    check(
        "Menteri Luar Negeri Israel, Israel Katz, menolak usul itu.",
        &["person: Israel Katz [Menteri Luar Negeri of Israel]"],
    );
}

#[test]
fn soldiers_with_a_number_are_people_and_without_it_a_body() {
    check("Tentara Peru membantah kabar itu.", &["body: Tentara Peru <Peru>"]);
    check("Sekitar 300 tentara Peru dikirim.", &["group: tentara Peru"]);
}

#[test]
fn words_may_part_an_office_from_its_holder() {
    check(
        "Menteri Pertahanan Peru yang sedang berkunjung, Andres Quispe, hadir.",
        &["person: Andres Quispe [Menteri Pertahanan of Peru]"],
    );
    check("Bupati Bantul saat itu, Rudi Hartono, hadir.", &["person: Rudi Hartono [Bupati of Bantul]"]);
    check("Anggota DPR bernama Rudi Hartono hadir.", &["person: Rudi Hartono [Anggota of DPR]"]);
}

#[test]
fn militer_is_a_body_and_behind_a_noun_an_adjective() {
    check("Kabar itu dibantah militer Peru.", &["body: militer Peru <Peru>"]);
    check("Kapal itu membawa peralatan militer Peru.", &["body noun: militer", "country: Peru"]);
    check(
        "Menurut pejabat militer Peru, kapal itu karam.",
        &["office: pejabat militer Peru [pejabat of militer Peru]"],
    );
}

#[test]
fn a_unit_belongs_to_the_office_and_a_larger_body_closes_a_name() {
    check("Kepala Biro Humas KPK Rudi Hartono hadir.", &["person: Rudi Hartono [Kepala Biro Humas of KPK]"]);
    check("Komite Keamanan Parlemen Peru diam.", &["body: Komite Keamanan Parlemen Peru <Parlemen Peru>"]);
}

#[test]
fn a_common_noun_stands_before_the_name_of_a_body() {
    check("Laporan badan Layanan Samudra Peru dibantah.", &["body: Layanan Samudra Peru <Peru>"]);
    check("Laporan organisasi HAM Amnesty International dibantah.", &["body: Amnesty International"]);
    check("Laporan Chamber of Progress dibantah.", &["body: Chamber of Progress"]);
}

#[test]
fn a_phrase_for_people_ends_before_what_they_do() {
    check("Warga Desa Melati turun ke sungai.", &["group: Warga Desa Melati"]);
    check("Peru meminta nelayan tenang.", &["country: Peru", "group: nelayan"]);
    check("Buruh PT Roda Jaya mogok kerja.", &["group: Buruh PT Roda Jaya"]);
}

#[test]
fn the_day_behind_a_name_is_no_part_of_it() {
    check("Hal itu dikatakan Rudi Hartono Kamis (9/5).", &["person: Rudi Hartono"]);
    check("Kementerian Sosial Jumat (9/5) diam.", &["body: Kementerian Sosial"]);
}

#[test]
fn a_doubled_noun_is_a_group_and_not_its_country() {
    check("Media-media Peru diam.", &["group: Media-media Peru"]);
    check("Lembaga-lembaga bantuan diam.", &["group: Lembaga-lembaga bantuan"]);
}

#[test]
fn a_body_is_known_behind_what_it_is() {
    check("Pihak Polda Bali diam.", &["body: Polda Bali"]);
    check("PT Pertamina (Persero) diam.", &["body: Pertamina"]);
    check("Kelompok Houthi Yaman diam.", &["body: Houthi"]);
    check("Layanan penjara Peru diam.", &["body: Layanan penjara Peru <Peru>"]);
}

#[test]
fn money_and_abbreviated_things_are_no_parties() {
    check("Harganya US$ 5 juta.", &[]);
    check("Harga bahan bakar minyak (BBM) naik. BBM langka.", &[]);
}

#[test]
fn an_acting_office_is_one_with_its_brackets() {
    check(
        "Penjabat (Pj.) Gubernur Aceh Rudi Hartono hadir.",
        &["person: Rudi Hartono [Penjabat (Pj.) Gubernur of Aceh]"],
    );
    check("Juru bicara PLN Rina Sari mengatakan itu.", &["person: Rina Sari [Juru bicara of PLN]"]);
    check("Camat Randu Alas Rudi Hartono hadir.", &["person: Rudi Hartono [Camat of Randu Alas]"]);
    check(
        "Rektor Universitas Andalas, Profesor Rudi Hartono, hadir.",
        &["person: Rudi Hartono [Rektor of Universitas Andalas]"],
    );
    check("Duta Besar Peru untuk PBB Ana Quispe hadir.", &["person: Ana Quispe [Duta Besar of Peru]"]);
    check(
        "Duta Besar Peru untuk Perserikatan Bangsa-Bangsa Danny Quispe hadir.",
        &["person: Danny Quispe [Duta Besar of Peru]"],
    );
}

#[test]
fn an_office_that_closes_fronted_words_is_not_that_of_the_subject() {
    check(
        "Usai rapat dengan Menteri Pertahanan Kenya, Paulo Souza membantah laporan itu.",
        &["office: Menteri Pertahanan Kenya [Menteri Pertahanan of Kenya]", "person: Paulo Souza"],
    );
    check(
        "Menanggapi kritik Ketua DPR, Budi Hartono membantah laporan itu.",
        &["office: Ketua DPR [Ketua of DPR]", "person: Budi Hartono"],
    );
    check(
        "Di Jakarta Menteri Pertahanan Kenya, Paulo Souza membantah laporan itu.",
        &["place: Jakarta", "person: Paulo Souza [Menteri Pertahanan of Kenya]"],
    );
}

#[test]
fn an_aide_is_not_the_one_who_is_served() {
    check("Kuasa hukum Setya Novanto, Rudi Hartono, hadir.", &["person: Rudi Hartono [Kuasa hukum of -]"]);
    check("Rudi Hartono, pengacara Setya Novanto, hadir.", &["person: Rudi Hartono [pengacara of -]"]);
    check("Juru bicara Presiden Peru Luis Ramos, Ana Paz, hadir.", &["person: Ana Paz [Juru bicara Presiden of Peru]"]);
    check("Juru bicara Presiden Peru Ana Paz hadir.", &["person: Ana Paz [Juru bicara Presiden of Peru]"]);
    check("Ajudan Joko Widodo hadir.", &["group: Ajudan Joko Widodo"]);
    check("Pengacara Rudi Hartono hadir.", &["person: Rudi Hartono [Pengacara of -]"]);
    check("Rudi Hartono pergi. Asisten Rudi hadir.", &["person: Rudi Hartono", "group: Asisten Rudi"]);
}

#[test]
fn another_body_behind_dan_is_a_body_of_its_own() {
    check("Dinas Pertanian dan PT Gula Manis hadir.", &["body: Dinas Pertanian", "body: PT Gula Manis"]);
    check("Kementerian Kehutanan dan Lingkungan Hidup hadir.", &["body: Kementerian Kehutanan dan Lingkungan Hidup"]);
}

#[test]
fn the_holder_is_no_part_of_his_body() {
    check("Kepala BPBD Joko Purnomo hadir.", &["person: Joko Purnomo [Kepala of BPBD]"]);
    check("Ketua DPRD Bantul Rudi Hartono hadir.", &["person: Rudi Hartono [Ketua of DPRD Bantul]"]);
}

#[test]
fn a_state_by_its_seat_and_the_people_of_two_places() {
    check("Pemerintah di Kyiv membantah laporan itu.", &["country: Kyiv"]);
    check("Petani Garut dan Sumedang mengeluh.", &["group: Petani Garut dan Sumedang"]);
    check("Partai pendukung menolak usul itu.", &["group: Partai pendukung"]);
}

#[test]
fn a_rank_keeps_its_full_stop_and_is_no_part_of_a_body() {
    check(
        "Rektor Universitas Gadjah Mada Prof. Rudi Hartono menolak.",
        &["person: Rudi Hartono [Rektor of Universitas Gadjah Mada]"],
    );
    check("Ketua PBNU KH. Rudi Hartono menolak.", &["person: Rudi Hartono [Ketua of PBNU]"]);
    check("Kepala BNPB Letjen TNI Rudi Hartono menolak.", &["person: Rudi Hartono [Kepala of BNPB]"]);
}

#[test]
fn several_offices_of_one_person_are_told_together() {
    check(
        "Rudi Hartono, ketua dan pendiri yayasan itu, menolak.",
        &["person: Rudi Hartono [ketua of yayasan itu] [pendiri of yayasan itu]"],
    );
    check(
        "Rudi Hartono, ketua Yayasan Padi Hijau dan anggota DPR, menolak.",
        &["person: Rudi Hartono [ketua of Yayasan Padi Hijau] [anggota of DPR]"],
    );
    check(
        "Anggota Komisi III DPR dari Fraksi PKS, Rudi Hartono, menolak.",
        &["person: Rudi Hartono [Anggota of Komisi III DPR] [Anggota of Fraksi PKS]"],
    );
    check("Wakil Ketua MPR dari Fraksi PKS Rudi Hartono menolak.", &["person: Rudi Hartono [Wakil Ketua of MPR]"]);
}

#[test]
fn officials_of_two_countries_are_one_group() {
    check(
        "Menurut pejabat Peru dan Chile, panen naik.",
        &["office: pejabat Peru dan Chile [pejabat of Peru] [pejabat of Chile]"],
    );
    check("Anggota DPR dan Partai Hijau menolak.", &["office: Anggota DPR [Anggota of DPR]", "body: Partai Hijau"]);
}

#[test]
fn an_office_is_of_what_is_numbered_served_or_newly_named() {
    check(
        "Komandan Kodim 0729/Bantul Letkol Inf Rudi Hartono menolak.",
        &["person: Rudi Hartono [Komandan of Kodim 0729/Bantul]"],
    );
    check("Dandim 0729/Bantul Letkol Inf Rudi Hartono menolak.", &["person: Rudi Hartono [Dandim of Bantul]"]);
    check(
        "Plh Sekda Kabupaten Yapen, Rudi Hartono, menolak.",
        &["person: Rudi Hartono [Plh Sekda of Kabupaten Yapen]"],
    );
    check("Wakil Presiden RI ke-10 Jusuf Kalla menolak.", &["person: Jusuf Kalla [Wakil Presiden of RI]"]);
    check(
        "Ketua Tim Pemenangan (TP) Lestari-Wijaya, Ana Paz, menolak.",
        &["person: Ana Paz [Ketua of Tim Pemenangan]"],
    );
}

#[test]
fn an_office_behind_a_name_ends_with_or_without_a_comma() {
    let holder = "person: Ana Paz [ketua of Yayasan Padi Hijau]";
    for behind in ["dalam pidato tertulis", "kepada warga", "yang baru terpilih"] {
        let text = format!("Panen naik, kata Ana Paz, ketua Yayasan Padi Hijau {behind}.");
        assert_eq!(phrases(&text)[0], holder, "{text}");
    }
    check("Ana Paz, ketua Yayasan Padi Hijau mengatakan harga turun.", &[holder]);
    check("Namun, Ana Paz, ketua Yayasan Padi Hijau mengatakan harga turun.", &[holder]);
    check("Ana Paz, ketua Yayasan Padi Hijau untuk urusan beras, menolak.", &[holder]);
    check(
        "Menurut Ana Paz, ketua Yayasan Padi Hijau menolak.",
        &["person: Ana Paz", "office: ketua Yayasan Padi Hijau [ketua of Yayasan Padi Hijau]"],
    );
}

#[test]
fn the_next_one_of_a_list_has_an_office_and_a_rank() {
    check(
        "Menteri Pertanian Ana Paz, Kepala BNPB, Letjen Rudi Hartono, dan warga menolak.",
        &["person: Ana Paz [Menteri Pertanian of -]", "person: Rudi Hartono [Kepala of BNPB]", "group: warga"],
    );
}

#[test]
fn who_serves_in_several_lands_and_parties_is_one_person() {
    check(
        "Duta Besar Jerman untuk Peru, ASEAN dan Chile, Ina Lepel, menolak.",
        &["person: Ina Lepel [Duta Besar of Jerman]"],
    );
    check(
        "Anggota Kongres dari Partai Hijau, Ana Paz, menolak.",
        &["person: Ana Paz [Anggota of Kongres] [Anggota of Partai Hijau]"],
    );
}

#[test]
fn what_a_minister_is_for_is_no_part_of_his_name() {
    check("Menko PMK Ana Paz menolak.", &["person: Ana Paz [Menko PMK of -]"]);
    check("Menteri PPN/Bappenas Rudi Hartono menolak.", &["person: Rudi Hartono [Menteri PPN/Bappenas of -]"]);
    check(
        "Menteri PPN/Kepala Bappenas Rudi Hartono menolak.",
        &["person: Rudi Hartono [Menteri PPN of -] [Kepala of Bappenas]"],
    );
}

#[test]
fn an_office_may_have_several_fields() {
    check(
        "Pakar hukum dan politik UI Rudi Hartono menolak.",
        &["person: Rudi Hartono [Pakar hukum dan politik of UI]"],
    );
    check(
        "Wakil Presiden Peru untuk Urusan Strategis Andres Quispe menolak.",
        &["person: Andres Quispe [Wakil Presiden of Peru]"],
    );
    check(
        "Menteri pertanian dan warga menolak.",
        &["office: Menteri pertanian [Menteri pertanian of -]", "group: warga"],
    );
}
