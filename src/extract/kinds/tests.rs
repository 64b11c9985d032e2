use crate::extract::reader::read_text;
use crate::extract::reading::StatementKind;

#[test]
fn what_is_refused_tells_an_own_act_from_a_denial() {
    for (text, kind) in [
        ("Chile menolak menjawab pertanyaan wartawan.", StatementKind::Commitment),
        ("Chile menolak permintaan Peru.", StatementKind::Commitment),
        ("Chile menolak tuduhan Peru.", StatementKind::Denial),
    ] {
        let kinds: Vec<StatementKind> = read_text(text).statements.iter().map(|s| s.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}
