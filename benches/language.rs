//! Words a second of each step from text to tokens, tags, names, lemmas, heads and relations.
//!
//! `cargo bench --bench language` measures time; `thrpt` is words a second. For counts of instructions, which do not
//! depend on what else the machine does, run each step once under callgrind and read the line of its function:
//!
//! ```text
//! CARGO_PROFILE_BENCH_DEBUG=1 cargo bench --bench language --no-run
//! valgrind --tool=callgrind --callgrind-out-file=/tmp/language.out target/release/deps/language-* --bench --test
//! callgrind_annotate --inclusive=yes /tmp/language.out | grep -E 'segment::segment|Worker.*(analyse|parse|lemmatise)'
//! ```
//!
//! Counted so on the sample articles (2026-11-22; the first two steps run twice): tokens 6.8 million instructions, tags
//! and names 42.8, lemmas 33.1, heads and relations 198.9.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use flate2::read::GzDecoder;
use sanggah::language::models::{Models, Worker};
use sanggah::segment::segment;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufRead, BufReader};

/// Texts of the shared corpus where it is there, of the sample articles otherwise.
fn texts() -> String {
    let Ok(file) = File::open("../shared/corpus/articles.jsonl.gz") else {
        let articles = fs::read_dir("data/articles").into_iter().flatten().flatten();
        return articles.filter_map(|article| fs::read_to_string(article.path()).ok()).collect();
    };
    let text = |line: String| {
        let record: serde_json::Value = serde_json::from_str(&line).ok()?;
        Some(record.get("text")?.as_str()?.to_owned())
    };
    BufReader::new(GzDecoder::new(file)).lines().take(200).map_while(Result::ok).filter_map(text).collect()
}

fn language(criterion: &mut Criterion) {
    let text = texts();
    let Ok(models) = Models::embedded() else { return };
    let mut worker = Worker::new(&models);
    let segmented = segment(&text);
    let tags = worker.analyse(&text, &segmented).tags;
    let mut group = criterion.benchmark_group("language");
    group.throughput(Throughput::Elements(segmented.tokens.len() as u64)).sample_size(20);
    group.bench_function("open models", |bencher| bencher.iter(Models::embedded));
    group.bench_function("tokens", |bencher| bencher.iter(|| segment(black_box(&text))));
    group.bench_function("tags and names", |bencher| bencher.iter(|| worker.analyse(&text, &segmented)));
    group.bench_function("lemmas", |bencher| bencher.iter(|| worker.lemmatise(&text, &segmented, &tags)));
    group.bench_function("heads and relations", |bencher| bencher.iter(|| worker.parse(&text, &segmented, &tags)));
    group.finish();
}

criterion_group!(benches, language);
criterion_main!(benches);
