use crate::extract::reader::read_text;

/// The sources of the statements of `text`, in order.
fn check(text: &str, expected: &[&str]) {
    let reading = read_text(text);
    let names = reading.statements.iter().flat_map(|s| &s.source).map(|actor| reading.actors[actor.0].name.as_str());
    assert_eq!(names.collect::<Vec<&str>>(), expected, "{text}");
}

#[test]
fn a_description_means_the_last_one_whom_it_fits() {
    let unnamed = "seorang wakil direktur di Kementerian Pertanian Peru";
    check(
        &format!("\"Panen kami gagal,\" kata {unnamed}. Pejabat itu menilai laporan Chile keliru."),
        &[unnamed, unnamed],
    );
    check(
        "Politikus Andres Quispe menilai panen gagal. Politikus itu mengatakan harga jagung naik.",
        &["Andres Quispe", "Andres Quispe"],
    );
    check(
        "Politikus Andres Quispe menilai panen gagal. Menurut Quispe, harga jagung naik.",
        &["Andres Quispe", "Andres Quispe"],
    );
    check("Peru memanen jagung. Chile cemas. Menurut tetangganya itu, panen Chile gagal. Peru diam.", &["Peru"]);
}

#[test]
fn an_unnamed_party_is_told_of_again() {
    check(
        "Para pejabat Peru menilai panen gagal. Para pejabat mengatakan harga jagung naik.",
        &["Para pejabat Peru", "Para pejabat Peru"],
    );
    check(
        "Seorang hakim Peru menilai panen gagal. Hakim Andres Quispe mengatakan harga jagung naik.",
        &["Andres Quispe", "Andres Quispe"],
    );
}

#[test]
fn a_name_may_be_spelled_otherwise() {
    check(
        "Kapolres Bantul Hery Wibowo menilai panen gagal. Menurut Heri, harga jagung naik.",
        &["Hery Wibowo", "Hery Wibowo"],
    );
    check(
        "Gubernur Ganjar Pranowo menilai panen gagal. Menurut Prabowo, harga jagung naik.",
        &["Ganjar Pranowo", "Prabowo Subianto"],
    );
    check(
        "Bupati Joko Sutrisno menilai panen gagal. Menurut Sutresno, harga jagung naik.",
        &["Joko Sutrisno", "Joko Sutrisno"],
    );
}

#[test]
fn a_bare_word_for_a_body_means_the_one_told_of() {
    check(
        "Kementerian Pertanian Peru menilai panen gagal. Kementerian mengatakan harga jagung naik.",
        &["Kementerian Pertanian Peru", "Kementerian Pertanian Peru"],
    );
    check(
        "Juru bicara Kementerian Pertanian Peru Ana Paz menilai panen gagal. Kementerian mengatakan harga naik.",
        &["Ana Paz", "Kementerian Pertanian Peru"],
    );
    check(
        "Seorang pejabat Peru menilai panen gagal. Pejabat setempat mengatakan harga naik.",
        &["Seorang pejabat Peru", "Pejabat setempat"],
    );
    check("Pertamina menilai panen gagal. Perusahaan itu mengatakan harga jagung naik.", &["Pertamina", "Pertamina"]);
    check("Seorang pejabat Hamas mengatakan kelompok itu menolak usulan Qatar.", &["Hamas"]);
    check(
        "Surat kabar Kompas menilai panen gagal. Surat kabar itu mengatakan harga jagung naik.",
        &["Kompas", "Kompas"],
    );
}

#[test]
fn the_head_of_state_is_the_president() {
    check(
        "Presiden Peru Andres Quispe menilai panen gagal. Kepala Negara mengatakan harga jagung naik.",
        &["Andres Quispe", "Andres Quispe"],
    );
}

#[test]
fn whom_somebody_accuses_is_not_himself() {
    check("Ana Quispe menuduh sopir itu mabuk. Sopir itu membantah tuduhan Quispe.", &["Ana Quispe", "sopir"]);
}

#[test]
fn a_nickname_means_its_bearer() {
    let bearer = ["Ana Quispe", "Ana Quispe"];
    check("Ana Quispe, yang akrab disapa Bang Danu, menilai panen gagal. Bang Danu mengatakan harga naik.", &bearer);
    check("Ana Quispe menilai panen gagal. Politikus yang biasa disapa Danu itu mengatakan harga naik.", &bearer);
    check("Ana Quispe menilai panen gagal. Danu, sapaan akrabnya, mengatakan harga naik.", &bearer);
    check("Danu, sapaan akrab Ana Quispe, menilai panen gagal. Danu mengatakan harga naik.", &bearer);
    check("Ana Quispe alias Danu menilai panen gagal. Danu mengatakan harga naik.", &bearer);
    check("Ana Quispe menilai panen gagal. AQ mengatakan harga naik.", &bearer);
    // What is known as something is not whoever was told of last.
    check(
        "Ana Quispe menilai panen gagal. Kota yang dikenal sebagai Puno sepi. Puno Raya mengatakan harga naik.",
        &["Ana Quispe", "Puno Raya"],
    );
}

#[test]
fn where_somebody_is_from_is_no_office() {
    check(
        "Ana Quispe menilai panen gagal. Pengamat asal Peru itu mengatakan harga naik.",
        &["Ana Quispe", "Ana Quispe"],
    );
}
