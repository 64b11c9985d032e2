//! Good and bad inputs of `graph build`: what is read, what is left out, what is said of it, how it exits.

use crate::support::{ARTICLE, Folder, repository};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::io::Write;

/// The articles of a graph, by name.
fn articles(folder: &Folder, graph: &str) -> Vec<Value> {
    let graph: Value = serde_json::from_slice(&folder.read(graph)).expect("JSON");
    let nodes = graph["nodes"].as_array().expect("nodes").iter();
    let mut articles: Vec<Value> = nodes.filter(|node| node["type"] == "article").cloned().collect();
    articles.sort_by_key(|article| article["name"].to_string());
    articles
}

fn names(folder: &Folder, graph: &str) -> Vec<String> {
    articles(folder, graph).iter().map(|article| article["name"].as_str().expect("a name").to_owned()).collect()
}

fn gzip(content: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

fn record(id: &str) -> String {
    serde_json::json!({ "id": id, "text": ARTICLE, "url": format!("https://contoh.example/{id}") }).to_string() + "\n"
}

#[test]
fn one_bad_input_is_named_and_the_others_go_on() {
    let cut = gzip(&record("a").repeat(1000));
    let cut = &cut[..cut.len() / 2];
    let check = |name: &str, content: &[u8], told: &[&str]| {
        let folder = Folder::new();
        folder.write("baik.txt", ARTICLE);
        folder.write(name, content);
        folder.graph(&["build", "baik.txt", name, "-o", "graf.json"]).expect(3, told);
        assert!(names(&folder, "graf.json").contains(&"baik".to_owned()), "{name}");
        folder.graph(&["build", name, "-o", "lain.json"]);
    };
    check("kosong.txt", b"", &["kosong.txt: is empty"]);
    check("spasi.txt", b" \n\t\n", &["spasi.txt: is empty"]);
    check("kepala.txt", b"---\ntitle: Judul\n---\n", &["kepala.txt: is empty"]);
    check("kosong.jsonl", b"\n\n", &["kosong.jsonl: is empty"]);
    check("gambar.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["gambar.txt: is not text"]);
    check("latin.txt", b"Ia berkata \x93tidak\x94 kepada wartawan.", &["latin.txt: is not UTF-8 (byte 11)", "iconv"]);
    check("utf16.txt", b"\xff\xfeI\0a\0", &["utf16.txt: is not UTF-8"]);
    check("english.txt", b"The minister said that he had not taken the money.", &["english.txt: looks English"]);
    check("tanggal.txt", b"---\ndate: besok\n---\nIsi.", &["tanggal.txt: has the date `besok`", "2024-05-31"]);
    check("foto.png", b"x", &["foto.png: is none of .txt"]);
    check("kosong.html", b"<html><body></body></html>", &["kosong.html: holds no article"]);
    check("rusak.jsonl", b"{\"text\": \n", &["rusak.jsonl:1: is no article", "`text`"]);
    check("bukan.jsonl.gz", b"bukan gzip", &["bukan.jsonl.gz: is damaged or cut off"]);
    check("potong.jsonl.gz", cut, &["potong.jsonl.gz: is damaged or cut off"]);
}

#[test]
fn a_bad_line_is_named_by_its_number() {
    let folder = Folder::new();
    let lines = [record("a"), "bukan JSON\n".into(), record("c"), "{\"id\": \"d\"}\n".into(), "\n".into(), record("e")];
    folder.write("arsip.jsonl", lines.concat());
    let run = folder.graph(&["build", "arsip.jsonl", "-o", "graf.json"]);
    let run = run.expect(3, &["arsip.jsonl:2: is no article", "arsip.jsonl:4: is no article (missing field `text`"]);
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    assert_eq!(names(&folder, "graf.json"), ["a", "c", "e"]);
}

#[test]
fn folders_are_read_to_the_bottom_and_other_files_in_them_passed_over() {
    let folder = Folder::new();
    for name in ["arsip/b.txt", "arsip/a/c.TXT", "arsip/.simpan/d.txt", "arsip/catatan.md"] {
        folder.write(name, format!("{ARTICLE}{name}\n"));
    }
    folder.write("arsip/z.jsonl.gz", gzip(&record("e")));
    let run = folder.graph(&["build", "arsip", "-o", "baru/graf.json"]).expect(0, &[]);
    assert!(run.out.starts_with("baru/graf.json: 3 articles, "), "{run:?}");
    assert_eq!(names(&folder, "baru/graf.json"), ["b", "c", "e"]);
    folder.write("lain/catatan.md", "x");
    folder.graph(&["build", "arsip", "lain", "-o", "graf.json"]).expect(3, &["lain: holds no .txt"]);
}

#[test]
fn metadata_comes_from_the_file_and_else_from_the_command_line() {
    let folder = Folder::new();
    let front = "\u{feff}---\r\ntitle: 'Judul'\r\ndate: 2024-05-01\r\nurl: https://contoh.example/a\r\n---\r\n\r\n";
    folder.write("a.txt", format!("{front}{}", ARTICLE.replace('\n', "\r\n")));
    folder.write("b.txt", ARTICLE);
    folder
        .graph(&["build", "a.txt", "b.txt", "--date", "2023-02-03", "--publisher", "Kabar", "-o", "g.json"])
        .expect(0, &[]);
    let articles = articles(&folder, "g.json");
    assert_eq!(articles[0]["title"], "Judul");
    assert_eq!(articles[0]["date"], "2024-05-01");
    assert_eq!(articles[0]["publisher"], "Kabar");
    assert_eq!(articles[0]["url"], "https://contoh.example/a");
    assert_eq!(articles[1]["title"], "Menteri Membantah");
    assert_eq!(articles[1]["date"], "2023-02-03");
    assert_eq!(articles[0]["text_hash"], articles[1]["text_hash"], "the same text, whatever ends its lines");
}

#[test]
fn standard_input_is_told_by_its_first_bytes() {
    let page = format!("<!DOCTYPE html><html><body><article><p>{}</p></article></body></html>", ARTICLE.repeat(5));
    let check = |input: &[u8], name: &str| {
        let folder = Folder::new();
        folder.graph_with_input(&["build", "-", "-o", "graf.json"], input).expect(0, &[]);
        assert_eq!(names(&folder, "graf.json"), [name]);
    };
    check(ARTICLE.as_bytes(), "stdin");
    check(record("a").as_bytes(), "a");
    check(&gzip(&record("b")), "b");
    check(page.as_bytes(), "stdin");
    Folder::new().graph(&["build", "-", "-o", "graf.json"]).expect(2, &["standard input: is empty"]);
}

#[test]
fn a_failed_build_leaves_the_former_graph() {
    let folder = Folder::new();
    folder.write("graf.json", "sebelumnya");
    folder
        .graph(&["build", "tiada.txt", "-o", "graf.json"])
        .expect(2, &["tiada.txt: cannot be read", "nothing could be read"]);
    folder.graph(&["build", "--threads", "0"]).expect(2, &["--threads"]);
    folder.graph(&["build", "--date", "kemarin"]).expect(2, &["--date"]);
    folder.graph(&["bangun"]).expect(2, &["bangun"]);
    assert_eq!(folder.read("graf.json"), b"sebelumnya");
    folder.write("a.txt", ARTICLE);
    folder.write("penuh", "bukan folder");
    folder.graph(&["build", "a.txt", "-o", "penuh/graf.json"]).expect(2, &["penuh"]);
}

#[test]
fn the_same_articles_give_the_same_bytes_whatever_the_threads_and_order() {
    let folder = Folder::new();
    let records: String = (0..700).map(|n| record(&n.to_string())).collect();
    folder.write("arsip.jsonl", records);
    folder.write("a.txt", ARTICLE);
    folder.graph(&["build", "arsip.jsonl", "a.txt", "-o", "1.json", "--threads", "1"]).expect(0, &[]);
    folder.graph(&["build", "arsip.jsonl", "a.txt", "-o", "5.json", "--threads", "5"]).expect(0, &[]);
    folder.graph(&["build", "a.txt", "arsip.jsonl", "a.txt", "-o", "r.json"]).expect(0, &[]);
    assert!(folder.read("1.json") == folder.read("5.json"), "other threads, other bytes");
    assert!(folder.read("1.json") == folder.read("r.json"), "another order, other bytes");
    let samples = repository("data/articles").display().to_string();
    folder.graph(&["build", &samples, "-o", "s1.json", "--threads", "1"]).expect(0, &[]);
    folder.graph(&["build", &samples, "-o", "s3.json", "--threads", "3"]).expect(0, &[]);
    assert!(folder.read("s1.json") == folder.read("s3.json"), "other threads, other bytes");
}
