use crate::extract::reader::read_text;

fn check(text: &str, expected: &[&str]) {
    let reading = read_text(text);
    let actor = |id: crate::extract::reading::ActorId| reading.actors[id.0].name.as_str();
    let roles = reading.roles.iter();
    let shown: Vec<String> = roles
        .map(|r| format!("{}: {} of {}", actor(r.holder), r.office.as_deref().unwrap_or("-"), actor(r.of)))
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn an_office_without_a_country_is_of_the_one_that_the_article_is_about() {
    let about_peru = "Peru memanen jagung. Panen Peru naik. Lalu Peru mengekspor. ";
    check(
        &format!("{about_peru}Menteri Pertanian Andres Quispe membantah laporan itu."),
        &["Andres Quispe: Menteri Pertanian of Peru"],
    );
    let two = "Peru memanen jagung. Panen Peru naik. Chile membeli. Chile membayar. Peru dan Chile senang. ";
    check(&format!("{two}Menteri Pertanian Andres Quispe membantah laporan itu."), &[]);
    check(
        "Indonesia memanen jagung. Menteri Pertanian Ana Lestari menolak.",
        &["Ana Lestari: Menteri Pertanian of Indonesia"],
    );
    check("Peru memanen jagung. Menteri Pertanian Andres Quispe menolak.", &[]);
}

#[test]
fn an_office_of_that_body_is_of_the_one_told_of_before() {
    check(
        "Yayasan Padi Hijau menolak usul itu. Ketua yayasan itu, Melati Sukma, mengatakan harga turun.",
        &["Melati Sukma: Ketua of Yayasan Padi Hijau"],
    );
    check(
        "Peru memanen jagung. Menteri Pertanian negara itu, Andres Quispe, mengatakan harga turun.",
        &["Andres Quispe: Menteri Pertanian of Peru"],
    );
    check("Ketua kelompok itu, Melati Sukma, mengatakan harga turun.", &[]);
    check(
        "Yayasan Padi Hijau membeli jagung dari perusahaan di Lima. Direktur perusahaan itu, Melati Sukma, menolak.",
        &[],
    );
}

#[test]
fn an_office_tells_its_body_and_a_list_goes_on() {
    check(
        "Mabes Polri ramai. Kapolri Rudi Hartono membantah laporan itu.",
        &["Rudi Hartono: Kapolri of Kepolisian Negara Republik Indonesia"],
    );
    check(
        "Bupati Bantul Rudi Hartono dan Wabup Wiwin Lestari membantah laporan itu.",
        &["Rudi Hartono: Bupati of Bantul", "Wiwin Lestari: Wabup of Bantul"],
    );
}

#[test]
fn an_office_beside_a_name_is_that_persons() {
    check(
        "Rudi Hartono membantah laporan itu. Ia menjabat sebagai Gubernur Jawa Tengah.",
        &["Rudi Hartono: Gubernur of Jawa Tengah"],
    );
    check("Rudi Hartono adalah Ketua DPRD Bantul.", &["Rudi Hartono: Ketua of DPRD Bantul"]);
    check(
        "Rudi Hartono, juru bicara KPK untuk wilayah Bantul, membantah laporan itu.",
        &["Rudi Hartono: juru bicara of Komisi Pemberantasan Korupsi"],
    );
}

#[test]
fn a_country_tells_where_a_newspaper_is_from_and_whose_a_ministry_is() {
    check("Surat kabar Peru membantah laporan itu.", &[]);
    check("Kementerian Pertanian Peru membantah laporan itu.", &["Kementerian Pertanian Peru: - of Peru"]);
}

#[test]
fn an_office_that_several_can_hold_is_that_of_all_who_are_listed_behind_it() {
    check(
        "Anggota DPRD Bantul Rudi Hartono, Ana Lestari dan Luis Ramos membantah laporan itu.",
        &[
            "Rudi Hartono: Anggota of DPRD Bantul",
            "Ana Lestari: Anggota of DPRD Bantul",
            "Luis Ramos: Anggota of DPRD Bantul",
        ],
    );
    check(
        "Ketua DPRD Bantul Rudi Hartono dan Luis Ramos membantah laporan itu.",
        &["Rudi Hartono: Ketua of DPRD Bantul"],
    );
}

#[test]
fn an_office_in_brackets_behind_a_name_is_that_persons() {
    check(
        "Yang hadir yaitu Rudi Hartono (Ketua DPRD Bantul) dan Ana Lestari (Direktur Bank Bantul).",
        &["Rudi Hartono: Ketua of DPRD Bantul", "Ana Lestari: Direktur of Bank Bantul"],
    );
}

#[test]
fn an_ambassador_is_of_the_land_that_sends_him() {
    check("Duta Besar Peru untuk Chile Andres Quispe membantah laporan itu.", &["Andres Quispe: Duta Besar of Peru"]);
}

#[test]
fn several_holders_of_an_office_are_not_the_one_named_before() {
    check("Rudi Hartono membantah laporan itu. Mundurnya ketiga pimpinan KPK itu mengejutkan.", &[]);
}

#[test]
fn who_speaks_from_a_body_is_part_of_it() {
    check("Rudi Hartono dari Yayasan Padi Hijau mengatakan harga turun.", &["Rudi Hartono: - of Yayasan Padi Hijau"]);
    check("Harga turun, kata Rudi Hartono dari Yayasan Padi Hijau.", &["Rudi Hartono: - of Yayasan Padi Hijau"]);
    check("Beras itu diterima Rudi Hartono dari Yayasan Padi Hijau.", &[]);
}

#[test]
fn where_somebody_is_from_is_no_office_there() {
    check("Pengamat asal Peru Andres Quispe membantah laporan itu.", &[]);
    check(
        "Politikus asal Partai Hijau, Andres Quispe, membantah laporan itu.",
        &["Andres Quispe: Politikus of Partai Hijau"],
    );
}

#[test]
fn what_tells_when_an_office_is_held_is_no_part_of_it() {
    check("Gubernur Bali terpilih Rudi Hartono menolak.", &["Rudi Hartono: Gubernur of Bali"]);
    check("Gubernur Bali periode 2008-2018 Rudi Hartono menolak.", &["Rudi Hartono: Gubernur of Bali"]);
    check("Presiden Peru ke 10 dan 12, Andres Quispe, menolak.", &["Andres Quispe: Presiden of Peru"]);
    check("Bupati Bantul saat itu, Rudi Hartono, menolak.", &["Rudi Hartono: Bupati of Bantul"]);
}

#[test]
fn a_second_office_is_the_same_persons() {
    check(
        "Ketua Yayasan Padi yang juga Menteri Pertanian Peru Andres Quispe menolak.",
        &["Andres Quispe: Ketua of Yayasan Padi", "Andres Quispe: Menteri Pertanian of Peru"],
    );
    // Whom somebody serves does not hold the first office.
    check(
        "Mantan duta besar Peru yang juga penasihat Ana Lestari, Rudi Hartono, menolak.",
        &["Rudi Hartono: Mantan duta besar of Peru"],
    );
}

#[test]
fn letters_in_brackets_do_not_hide_the_body() {
    check(
        "Kepala Bidang Pangan (Kabid Pangan) Polda Jawa Timur Kombes Rudi Hartono menolak.",
        &["Rudi Hartono: Kepala Bidang Pangan of Polda Jawa Timur"],
    );
    check("Bupati Kuantan Singingi (Kuansing) Rudi Hartono menolak.", &["Rudi Hartono: Bupati of Kuantan Singingi"]);
}

#[test]
fn commands_and_ranks_of_the_forces_are_told_apart() {
    check("Danrem 061/Surya Kencana Brigjen Rudi Hartono menolak.", &["Rudi Hartono: Danrem of 061/Surya Kencana"]);
    check(
        "Pangdam IV/Diponegoro Mayor Jenderal TNI Rudi Hartono menolak.",
        &["Rudi Hartono: Pangdam of IV/Diponegoro"],
    );
    check("KSAD Jenderal TNI Rudi Hartono menolak.", &[]);
}

#[test]
fn a_minister_may_be_for_several_fields() {
    let about_peru = "Peru memanen jagung. Panen Peru naik. Lalu Peru mengekspor. ";
    check(
        &format!("{about_peru}Menteri Agraria, Tata Ruang, dan Pertanahan Andres Quispe menolak."),
        &["Andres Quispe: Menteri Agraria, Tata Ruang, dan Pertanahan of Peru"],
    );
}

#[test]
fn one_word_names_are_no_part_of_what_they_lead() {
    check("Ketua Mahkamah Konstitusi Suhartoyo menolak.", &["Suhartoyo: Ketua of Mahkamah Konstitusi"]);
    check(
        "Bupati Kudus Hartopo, Kapolres Kudus AKBP Rudi Wiraga, dan Dandim Kudus Letkol Indarto menolak.",
        &["Hartopo: Bupati of Kudus", "Rudi Wiraga: Kapolres of Kudus", "Indarto: Dandim of Kudus"],
    );
    check("Kapolresta Bogor Kota Kombes Rudi Hartono menolak.", &["Rudi Hartono: Kapolresta of Bogor Kota"]);
    check("Wali Kota Kyiv, Vitali Petrenko, menolak.", &["Vitali Petrenko: Wali Kota of Kyiv"]);
}

#[test]
fn private_bodies_belong_to_no_state() {
    check("PT Padi Hijau Peru menolak usul itu.", &[]);
    check("Ketua Asosiasi Petani Peru Andres Quispe menolak.", &["Andres Quispe: Ketua of Asosiasi Petani Peru"]);
    check("Kementerian Pertanian Peru menolak usul itu.", &["Kementerian Pertanian Peru: - of Peru"]);
}

#[test]
fn two_offices_are_those_of_two_people_in_their_order() {
    let text = "Bupati dan Wakil Bupati Sleman, Melati Sukma dan Rudi Hartono, membantah laporan itu.";
    check(text, &["Melati Sukma: Bupati of Sleman", "Rudi Hartono: Wakil Bupati of Sleman"]);
}

#[test]
fn somebody_who_also_holds_an_office_holds_it() {
    let text = "Ketua DPRD Sleman Rudi Hartono yang juga Ketua KPK mengatakan harga turun.";
    check(text, &["Rudi Hartono: Ketua of DPRD Sleman", "Rudi Hartono: Ketua of Komisi Pemberantasan Korupsi"]);
}

#[test]
fn a_wing_is_for_what_an_office_of_the_whole_body_is() {
    let text = "Ketua MUI Bidang Fatwa dan Pangan, Rudi Hartono, mengatakan harga turun.";
    check(text, &["Rudi Hartono: Ketua of Majelis Ulama Indonesia"]);
    check(
        "Deputi Kementerian Koordinator Bidang Perekonomian Rudi Hartono mengatakan harga turun.",
        &["Rudi Hartono: Deputi of Kementerian Koordinator Bidang Perekonomian"],
    );
}

#[test]
fn a_list_of_fields_is_one_office_and_one_body() {
    check(
        "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Peru Ana Paz mengatakan harga turun.",
        &["Ana Paz: Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi of Peru"],
    );
    check(
        "Kepala Dinas Sosial, Perempuan, dan Anak Banten, Ana Paz, mengatakan harga turun.",
        &["Ana Paz: Kepala of Dinas Sosial, Perempuan, dan Anak Banten"],
    );
    check(
        "Panglima Angkatan Darat, Jenderal Rudi Hartono, mengatakan harga turun.",
        &["Rudi Hartono: Panglima of Angkatan Darat"],
    );
}

#[test]
fn a_branch_is_part_of_what_it_is_a_branch_of() {
    check(
        "Ketua DPD Partai Golkar Jawa Tengah Rudi Hartono mengatakan harga turun.",
        &[
            "Rudi Hartono: Ketua of DPD Partai Golkar Jawa Tengah",
            "DPD Partai Golkar Jawa Tengah: - of Partai Golongan Karya",
        ],
    );
}

#[test]
fn letters_behind_an_office_are_its_holders() {
    let text = "Kepala Kepolisian Resor (Kapolres) Sleman Rudi Hartono mengatakan harga turun. Kapolres membantah laporan itu.";
    let reading = read_text(text);
    let names: Vec<&str> = reading.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Rudi Hartono", "Kepolisian Resor Sleman"], "{text}");
    check(text, &["Rudi Hartono: Kepala of Kepolisian Resor Sleman"]);
}

#[test]
fn a_known_body_takes_its_town_and_leaves_its_sort_to_nobody() {
    let club = "Pelatih Persib Bandung, Rudi Hartono, mengatakan harga turun.";
    check(club, &["Rudi Hartono: Pelatih of Persib Bandung"]);
    check(
        "Pemimpin gerakan Ansarallah di Yaman, Rudi Hartono, mengatakan harga turun.",
        &["Rudi Hartono: Pemimpin of Houthi"],
    );
    check("Kades Sukamaju Rudi Hartono mengatakan harga turun.", &["Rudi Hartono: Kades of Sukamaju"]);
}

#[test]
fn a_field_in_letters_is_no_body() {
    check(
        "Manajer Komunikasi dan CSR PLN, Rudi Hartono, mengatakan harga turun.",
        &["Rudi Hartono: Manajer Komunikasi dan CSR of PLN"],
    );
    check(
        "Menteri Luar Negeri Israel Israel Katz mengatakan harga turun.",
        &["Israel Katz: Menteri Luar Negeri of Israel"],
    );
}
