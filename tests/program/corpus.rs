//! Real articles in their thousands: none is refused, and none of another language passes.

use crate::support::shared;
use sanggah::ingest::{Articles, Defaults, Indonesian, Source, Verdict};
use std::fs;

#[test]
fn no_article_of_the_corpus_is_refused() {
    let Some(corpus) = shared("corpus/articles.jsonl.gz", "no_article_of_the_corpus_is_refused") else { return };
    let (indonesian, defaults) = (Indonesian::embedded().expect("table"), Defaults::default());
    let (mut read, mut refused, mut dated) = (0, Vec::new(), 0);
    for article in Articles::new(vec![Source::File(corpus)], &defaults, &indonesian) {
        match article {
            Ok(article) => {
                read += 1;
                dated += usize::from(article.published.is_some());
            }
            Err(error) => refused.push(error.to_string()),
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(read > 7_000, "{read}");
    assert!(dated > 6_000, "only {dated} of {read} have a date that can be read");
}

#[test]
fn english_sentences_do_not_pass_by_the_dozen() {
    let Some(treebank) = shared("treebank/pud.conllu", "english_sentences_do_not_pass_by_the_dozen") else { return };
    let treebank = fs::read_to_string(treebank).expect("readable");
    let indonesian = Indonesian::embedded().expect("table");
    let field = |prefix: &str| -> Vec<String> {
        treebank.lines().filter_map(|line| line.strip_prefix(prefix)).map(str::to_owned).collect()
    };
    let passed = |sentences: &[String], at_once: usize| {
        let texts: Vec<String> = sentences.chunks(at_once).map(|chunk| chunk.join(" ")).collect();
        let passing = texts.iter().filter(|text| indonesian.judge(text) == Verdict::Indonesian).count();
        (passing, texts.len())
    };
    assert_eq!(passed(&field("# text_en = "), 5), (0, 200));
    assert_eq!(passed(&field("# text = "), 5), (200, 200));
    let (refused, all) = (1000 - passed(&field("# text = "), 1).0, passed(&field("# text = "), 1).1);
    assert!(refused <= 2 && all == 1000, "{refused} single Indonesian sentences are refused");
}
