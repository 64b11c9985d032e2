use crate::extract::reader::read_text;
use crate::extract::reading::StatementKind;

/// Whom the first act of `kind` in `text` is directed at.
fn check(text: &str, kind: StatementKind, expected: &[&str]) {
    let reading = read_text(text);
    let act = reading.statements.iter().find(|s| s.kind == kind).expect(text);
    let targets: Vec<&str> = act.target.iter().map(|actor| reading.actors[actor.0].name.as_str()).collect();
    assert_eq!(targets, expected, "{text}");
}

#[test]
fn a_denial_is_directed_at_those_whose_accusation_it_names() {
    let text = "Pemerintah Chile membantah tuduhan Peru bahwa negaranya memasok senjata kepada Bolivia.";
    check(text, StatementKind::Denial, &["Peru"]);
}

#[test]
fn a_denial_of_what_was_said_before_is_directed_at_who_said_it() {
    let denied = StatementKind::Denial;
    check("Uganda mengklaim jembatan itu roboh. Kenya membantah klaim tersebut.", denied, &["Uganda"]);
    check(
        "Rwanda menuduh Kenya mencuri ikan. Uganda mengatakan hujan turun. Kenya membantah tuduhan itu.",
        denied,
        &["Rwanda"],
    );
}

#[test]
fn a_threat_is_directed_at_whom_it_would_hurt_not_at_who_is_helped() {
    let promise = StatementKind::Commitment;
    check("Perdana Menteri Uganda Ruth Akello berjanji akan membalas Kenya.", promise, &["Kenya"]);
    check("Perdana Menteri Uganda Ruth Akello berjanji akan membantu Kenya.", promise, &[]);
}

#[test]
fn people_accuse_the_state_that_they_belong_to() {
    let text = "Senator Peru Ana Quispe menuduh Peru menipu para petani di lembah itu.";
    check(text, StatementKind::Accusation, &["Peru"]);
}

#[test]
fn the_subject_of_a_passive_request_is_whom_it_is_directed_at() {
    let asked = StatementKind::Demand;
    check("Wali Kota Arica diminta warga menutup pabrik semen.", asked, &["Wali Kota Arica"]);
    check("Pemerintah Chile dan Bolivia didesak Peru untuk membuka jembatan.", asked, &["Chile", "Bolivia"]);
    check("Uganda menolak usul itu. Kenya diperingatkan Uganda agar tidak menebang hutan.", asked, &["Kenya"]);
}

#[test]
fn the_object_of_the_verb_is_whom_it_is_directed_at() {
    let asked = StatementKind::Demand;
    check("Kenya memperingatkan warga Kenya agar menjauhi Somalia.", asked, &["warga Kenya"]);
    check("Kenya meminta baik Rwanda maupun Uganda membuka jembatan.", asked, &["Rwanda", "Uganda"]);
    check("Kenya mengecam Burundi. Kenya mengajak seluruh elemen bangsa menanam pohon.", asked, &[]);
    check("\"Kami mendesak Uganda membuka jembatan,\" kata Menteri Luar Negeri Kenya.", asked, &["Uganda"]);
    let accused = StatementKind::Accusation;
    check("Bupati Joko Santoso berpidato. Warga menuduhnya menerima suap dari pengusaha.", accused, &["Joko Santoso"]);
}

#[test]
fn what_must_be_done_is_asked_of_who_does_it() {
    let asked = StatementKind::Demand;
    check("Menteri Luar Negeri Kenya mengatakan Rwanda harus dibantu Uganda.", asked, &["Uganda"]);
    check("Menteri Luar Negeri Kenya mengatakan resolusi PBB harus dipatuhi.", asked, &[]);
}

#[test]
fn whom_something_is_done_to_is_neither_accused_nor_asked() {
    check("Keluarga menyebut Ana Paz disiksa tentara Peru.", StatementKind::Accusation, &["tentara Peru"]);
    check("Warga meminta Bupati Rudi Hartono dicopot.", StatementKind::Demand, &[]);
    check("Warga meminta Bupati Rudi Hartono mundur.", StatementKind::Demand, &["Rudi Hartono"]);
}
