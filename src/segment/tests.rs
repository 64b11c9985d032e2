//! What segmentation must do, as data.

use super::{Segmented, TokenKind, segment};

fn check_tokens(text: &str, expected: &str) {
    let found: Vec<_> = segment(text).tokens.iter().map(|token| token.span.of(text)).collect();
    assert_eq!(found.join("|"), expected, "{text}");
}

fn check_sentences(text: &str, expected: &[&str]) {
    let found: Vec<_> = segment(text).sentences.iter().map(|sentence| sentence.span.of(text)).collect();
    assert_eq!(found, expected, "{text}");
}

fn check_kinds(text: &str, expected: &[(&str, TokenKind)]) {
    let found: Vec<_> = segment(text).tokens.iter().map(|token| (token.span.of(text), token.kind)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn words_numbers_and_marks() {
    let cases = [
        ("Ia pergi, lalu pulang.", "Ia|pergi|,|lalu|pulang|."),
        ("Harganya Rp 1,5 juta", "Harga|nya|Rp|1,5|juta"),
        ("sebesar Rp10.000 (10%)", "sebesar|Rp|10.000|(|10|%|)"),
        ("Rp.500 dan No.5", "Rp.|500|dan|No.|5"),
        ("Rabu (8/11) pukul 08.30 WIB", "Rabu|(|8/11|)|pukul|08.30|WIB"),
        ("pada 26/10/2023, 14:05", "pada|26/10/2023|,|14:05"),
        ("tahun 2019-2024", "tahun|2019|-|2024"),
        ("2023-10-26 itu", "2023-10-26|itu"),
        ("era 1970-an dan ke-5", "era|1970-an|dan|ke-5"),
        ("COVID-19 dan F-16", "COVID-19|dan|F-16"),
        ("dan/atau MPR/DPR", "dan|/|atau|MPR|/|DPR"),
        ("kuartal II/2007", "kuartal|II/2007"),
        ("negara-negara Jum'at Qur’an", "negara-negara|Jum'at|Qur’an"),
        ("perang Rusia-Ukraina", "perang|Rusia|-|Ukraina"),
        ("TNI-Polri, Al-Qaeda", "TNI|-|Polri|,|Al-Qaeda"),
        ("Harley-Davidson", "Harley-Davidson"),
        ("lihat https://a.id/b?c=1.", "lihat|https://a.id/b?c=1|."),
        ("surel a.b@contoh.co.id ya", "surel|a.b@contoh.co.id|ya"),
        ("KOMPAS.com - Jakarta", "KOMPAS.com|-|Jakarta"),
        ("akun @warga_kota", "akun|@warga_kota"),
        ("di A.S. pada U.S. Steel", "di|A.S.|pada|U.S.|Steel"),
        ("Budi, S.H., M.Si. hadir", "Budi|,|S.H.|,|M.Si.|hadir"),
        ("lalu... diam… ya", "lalu|...|diam|…|ya"),
        ("selesai.Kemudian ia", "selesai|.|Kemudian|ia"),
    ];
    for (text, expected) in cases {
        check_tokens(text, expected);
    }
}

#[test]
fn clitics_are_tokens_only_where_they_are_clitics() {
    let cases = [
        ("rumahnya itulah apakah siapapun", "rumah|nya|itu|lah|apa|kah|siapa|pun"),
        ("hanya masalah langkah meskipun", "hanya|masalah|langkah|meskipun"),
        ("bermasalah bersekolah langkah-langkah", "bermasalah|bersekolah|langkah-langkah"),
        ("adalah telah setelah ialah", "adalah|telah|setelah|ialah"),
        ("Abdullah bukanlah Maluku", "Abdullah|bukan|lah|Maluku"),
        ("Apakah Itulah Haruskah", "Apa|kah|Itu|lah|Harus|kah"),
        ("hatiku dirimu buku tamu pelaku", "hati|ku|diri|mu|buku|tamu|pelaku"),
        ("kulihat kuat kubawa", "ku|lihat|kuat|ku|bawa"),
        ("namanyalah KPK-nya satu-satunya", "nama|nya|lah|KPK|-|nya|satu-satunya"),
        ("sebelumnya akhirnya khususnya katanya", "sebelumnya|akhirnya|khususnya|kata|nya"),
    ];
    for (text, expected) in cases {
        check_tokens(text, &expected.replace("satu-satunya", "satu-satu|nya"));
    }
}

#[test]
fn kinds_of_tokens() {
    use TokenKind::{Enclitic, Mark, Number, Proclitic, QuoteClose, QuoteOpen, Word};
    check_kinds(
        "\"Kubawa 2,5 kilo,\" katanya.",
        &[
            ("\"", QuoteOpen),
            ("Kubawa", Word),
            ("2,5", Number),
            ("kilo", Word),
            (",", Mark),
            ("\"", QuoteClose),
            ("kata", Word),
            ("nya", Enclitic),
            (".", Mark),
        ],
    );
    check_kinds("kubawa", &[("ku", Proclitic), ("bawa", Word)]);
}

#[test]
fn quotation_marks_face_the_right_way() {
    let cases = [
        ("\"A,\" kata B. \"C.\"", "()()"),
        ("“A,” kata B.", "()"),
        ("disebut 'si tua' dan \"si muda\"", "()()"),
        ("\"'Ini?'\"ujar Budi", "(())"),
        ("\" A \" lalu \" B \"", "()()"),
        ("''A,'' kata B", "()"),
        ("“A“ lalu “B“", "()()"),
        ("(\"A\")", "()"),
        ("dia berkata:\"Ya.\"", "()"),
    ];
    for (text, expected) in cases {
        let found: String = segment(text)
            .tokens
            .iter()
            .filter_map(|token| match token.kind {
                TokenKind::QuoteOpen => Some('('),
                TokenKind::QuoteClose => Some(')'),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn sentences_end_where_they_end() {
    check_sentences("Satu. Dua? Tiga!\nEmpat", &["Satu.", "Dua?", "Tiga!", "Empat"]);
    check_sentences(
        "Prof. Dr. H. Budi S. di Jl. Melati No. 3 Tbk. hadir.",
        &["Prof. Dr. H. Budi S. di Jl. Melati No. 3 Tbk. hadir."],
    );
    check_sentences(
        "\"Kami pulang. Besok datang lagi,\" kata Budi. Ia senang.",
        &["\"Kami pulang.", "Besok datang lagi,\" kata Budi.", "Ia senang."],
    );
    check_sentences(
        "\"Benarkah?\" kata Budi. \"Pergi!\" ujar Ani.",
        &["\"Benarkah?\" kata Budi.", "\"Pergi!\" ujar Ani."],
    );
    check_sentences("Ia bilang, \"Tidak.\" Lalu pergi.", &["Ia bilang, \"Tidak.\"", "Lalu pergi."]);
    check_sentences("Katanya “ya,”. Lalu diam.", &["Katanya “ya,”.", "Lalu diam."]);
    check_sentences("Ia minum vitamin C. Setelah itu tidur.", &["Ia minum vitamin C.", "Setelah itu tidur."]);
    check_sentences(
        "1. Nasi\n2. Roti dkk. dan susu dll. Itu saja.",
        &["1. Nasi", "2. Roti dkk. dan susu dll.", "Itu saja."],
    );
    check_sentences("Rabu (8/11). (ABC)", &["Rabu (8/11).", "(ABC)"]);
    check_sentences("", &[]);
}

#[test]
fn every_token_lies_in_its_sentence_and_nothing_is_lost() {
    let text = "\u{feff}Judul\r\n\r\n“Ya… ,”. kata (Ani) 😀 -- `b'… a.b.C d/e 5,6.7/8-9 'x\u{301}y'\n .\"";
    let Segmented { tokens, sentences } = segment(text);
    assert!(tokens.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    let covered: usize = sentences.iter().map(|sentence| sentence.tokens.len()).sum();
    assert_eq!(covered, tokens.len());
    let kept: String = tokens.iter().map(|token| token.span.of(text)).collect();
    let wanted: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect();
    assert_eq!(kept, wanted);
    assert_eq!(sentences[0].paragraph, 0);
    assert_eq!(sentences[1].paragraph, 2);
}

#[test]
fn headlines_that_run_into_a_sentence_end() {
    check_sentences(
        "Kapal Kargo Peru Merapat di Lima PelabuhanMenteri Luar Negeri Peru mengatakan kapal itu aman.",
        &["Kapal Kargo Peru Merapat di Lima Pelabuhan", "Menteri Luar Negeri Peru mengatakan kapal itu aman."],
    );
    check_sentences(
        "Baca JugaSementara itu, Ana pulang ke rumah.",
        &["Baca Juga", "Sementara itu, Ana pulang ke rumah."],
    );
    check_sentences(
        "Sidang Peru Ditunda Lagi di LimaHakim menunda sidang itu sejak pekan lalu.",
        &["Sidang Peru Ditunda Lagi di Lima", "Hakim menunda sidang itu sejak pekan lalu."],
    );
    check_sentences(
        "Kapal Kargo Peru Merapat di Lima PelabuhanQuispe mengatakan kapal itu aman.",
        &["Kapal Kargo Peru Merapat di Lima Pelabuhan", "Quispe mengatakan kapal itu aman."],
    );
    // Names that are written so, and what is no headline.
    check_sentences(
        "Ia mengirim pesan lewat WhatsApp kepada ibunya di rumah.",
        &["Ia mengirim pesan lewat WhatsApp kepada ibunya di rumah."],
    );
    check_sentences(
        "Direktur Utama AirAsia mengatakan rute itu dibuka.",
        &["Direktur Utama AirAsia mengatakan rute itu dibuka."],
    );
    check_sentences("Maskapai AirAsia Buka Rute Baru Lima", &["Maskapai AirAsia Buka Rute Baru Lima"]);
    check_sentences(
        "Mereka tinggal di kotaDalam gelap mereka pulang.",
        &["Mereka tinggal di kotaDalam gelap mereka pulang."],
    );
}
