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
}
