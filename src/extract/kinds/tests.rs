use crate::extract::reader::read_text;
use crate::extract::reading::{ContentIs, StatementKind};

#[test]
fn what_is_refused_tells_an_own_act_from_a_denial() {
    for (text, kind) in [
        ("Chile menolak menjawab pertanyaan wartawan.", StatementKind::Commitment),
        ("Chile menolak permintaan Peru.", StatementKind::Commitment),
        ("Chile menolak tuduhan Peru.", StatementKind::Denial),
        ("Chile menolak tuduhan bahwa pemilihan itu curang.", StatementKind::Denial),
    ] {
        let kinds: Vec<StatementKind> = read_text(text).statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn a_clause_that_is_denied_is_no_mere_reference() {
    for (text, is) in [
        ("Chile membantah bahwa tentaranya menjadi sasaran penyelidikan itu.", ContentIs::Rejected),
        ("Chile membantah laporan itu.", ContentIs::Reference),
        ("Chile menolak tuduhan Peru.", ContentIs::Reference),
        ("Andres Quispe membantahnya pada hari Rabu.", ContentIs::Reference),
    ] {
        let denied: Vec<Option<ContentIs>> = read_text(text).statements.iter().map(|s| s.content_is).collect();
        assert_eq!(denied, [Some(is)], "{text}");
    }
}

#[test]
fn what_a_speaker_says_that_he_does_he_does() {
    for (text, kind) in [
        ("\"Kami menuding Chile mencuri air,\" kata Menteri Pertanian Peru.", StatementKind::Accusation),
        ("\"Saya membantah kabar itu,\" kata Menteri Pertanian Peru.", StatementKind::Denial),
        ("\"Kami berjanji akan mengirim gandum,\" kata Menteri Pertanian Peru.", StatementKind::Commitment),
        (
            "\"Kami memperingatkan Chile untuk tidak menebang hutan,\" kata Menteri Pertanian Peru.",
            StatementKind::Demand,
        ),
        ("\"Mari kita jaga danau itu,\" kata Menteri Pertanian Peru.", StatementKind::Demand),
        ("Peru memperingatkan bahwa negaranya akan keluar dari perjanjian itu.", StatementKind::Commitment),
    ] {
        let kinds: Vec<StatementKind> = read_text(text).statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn harm_is_an_accusation_where_another_does_it() {
    for (text, kind) in [
        ("Peru mengatakan pasukan Chile sengaja menembaki nelayan Peru di danau itu.", StatementKind::Accusation),
        ("Peru mengatakan nelayan di danau itu ditembaki.", StatementKind::Claim),
        ("Peru mengatakan pasukannya menembak jatuh sebuah pesawat tanpa awak.", StatementKind::Claim),
    ] {
        let kinds: Vec<StatementKind> = read_text(text).statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

#[test]
fn the_surer_the_accused_the_smaller_the_lead_of_an_accusation() {
    let leads = [-9.0, -2.0, 0.0, 2.0, 9.0].map(|odds| super::lead(Some(odds)));
    assert!(leads.is_sorted_by(|surer, less| surer > less), "{leads:?}");
    assert_eq!(super::lead(None), super::lead(Some(0.0)));
    assert_eq!(super::lead(Some(9.0)), super::lead(Some(super::SUREST)));
}

#[test]
fn who_tells_what_another_denies_or_asks_does_neither() {
    for (text, kind) in [
        (
            "\"Rusia membantah laporan itu,\" kata juru bicara Kementerian Luar Negeri Peru Ana Quispe.",
            StatementKind::Claim,
        ),
        (
            "\"Peru membantah laporan itu,\" kata juru bicara Kementerian Luar Negeri Peru Ana Quispe.",
            StatementKind::Denial,
        ),
    ] {
        let kinds: Vec<StatementKind> = read_text(text).statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}
