//! The shipped models on sentences of our own.

use super::{ModelError, ModelFiles, Models, NameKind, Upos, Worker, embedded};
use crate::segment::segment;

fn check_names(text: &str, expected: &[(&str, NameKind)]) {
    let models = Models::embedded().unwrap();
    let segmented = segment(text);
    let names = Worker::new(&models).analyse(text, &segmented).names;
    let place = |at: usize| segmented.tokens[at].span;
    let found: Vec<_> =
        names.iter().map(|n| (place(n.tokens.start).cover(place(n.tokens.end - 1)).of(text), n.kind)).collect();
    assert_eq!(found, expected, "{text}");
}

fn check_tags(text: &str, expected: &[Upos]) {
    let models = Models::embedded().unwrap();
    assert_eq!(Worker::new(&models).analyse(text, &segment(text)).tags, expected, "{text}");
}

#[test]
fn names_are_found_with_their_sort() {
    use NameKind::{Organisation, Person, Place};
    check_names(
        "Menteri Luar Negeri Rusia Sergey Lavrov tiba di Pyongyang.",
        &[("Rusia", Place), ("Sergey Lavrov", Person), ("Pyongyang", Place)],
    );
    check_names(
        "\"Kami menunggu,\" kata Direktur Utama Pertamina Sri Hartini kepada Reuters di Surabaya.",
        &[("Pertamina", Organisation), ("Sri Hartini", Person), ("Reuters", Organisation), ("Surabaya", Place)],
    );
    check_names("Harga beras naik lagi pekan ini.", &[]);
}

#[test]
fn parts_of_speech_follow_the_sentence() {
    use Upos::{Adp, Aux, Noun, Part, Pron, Propn, Punct, Verb};
    check_tags(
        "Polisi tidak akan menahan istrinya di Bandung.",
        &[Noun, Part, Aux, Verb, Noun, Pron, Adp, Propn, Punct],
    );
}

#[test]
fn heads_and_relations_make_a_tree() {
    let text = "Polisi menangkap pencuri di Bandung. Ia lalu dibawa ke kantor polisi.";
    let models = Models::embedded().unwrap();
    let segmented = segment(text);
    let mut worker = Worker::new(&models);
    let tags = worker.analyse(text, &segmented).tags;
    let arcs = worker.parse(text, &segmented, &tags);
    let shown: Vec<_> = arcs.iter().map(|arc| (arc.head, arc.relation)).collect();
    assert_eq!(&shown[..3], [(Some(1), "nsubj"), (None, "root"), (Some(1), "obj")]);
    assert_eq!(shown[6], (Some(8), "nsubj:pass"));
    for sentence in &segmented.sentences {
        assert_eq!(arcs[sentence.tokens.clone()].iter().filter(|arc| arc.head.is_none()).count(), 1);
        for start in sentence.tokens.clone() {
            let up = std::iter::successors(Some(start), |at| arcs[*at].head);
            assert!(up.take(20).any(|at| arcs[at].head.is_none()), "a circle at {start}");
        }
    }
}

fn check_lemmas(text: &str, expected: &[&str]) {
    let models = Models::embedded().unwrap();
    let segmented = segment(text);
    let mut worker = Worker::new(&models);
    let tags = worker.analyse(text, &segmented).tags;
    assert_eq!(worker.lemmatise(text, &segmented, &tags), expected, "{text}");
}

#[test]
fn lemmas_lose_affixes_and_names_keep_their_form() {
    check_lemmas("Pemerintah menyalurkan bantuan ke Surabaya.", &["perintah", "salur", "bantu", "ke", "Surabaya", "."]);
    check_lemmas("Negara-negara itu membicarakannya.", &["negara", "itu", "bicara", "nya", "."]);
    check_lemmas("", &[]);
}

#[test]
fn models_of_another_sort_or_cut_are_refused() {
    let refused = |files: ModelFiles<'_>| Models::open(&files).err();
    let files = embedded();
    let sort = Some(ModelError::Kind { wanted: super::ModelKind::Tags });
    assert_eq!(refused(ModelFiles { tags: files.names, ..files }), sort);
    assert_eq!(refused(ModelFiles { heads: &files.heads[..files.heads.len() / 2], ..files }), Some(ModelError::Length));
    assert_eq!(refused(ModelFiles { lemmas: &files.lemmas[..40], ..files }), Some(ModelError::Length));
    assert_eq!(refused(ModelFiles { words: b"text", ..files }), Some(ModelError::NotAModel));
    let other = super::file::write(super::ModelKind::Words, 0, "", &[0; 8]);
    assert_eq!(refused(ModelFiles { words: &other, ..files }), Some(ModelError::WordTable));
}

#[test]
fn each_model_says_what_it_was_trained_on() {
    let models = Models::embedded().unwrap();
    for (record, part) in
        models.records().iter().zip(["publishers", "CC BY-SA", "CC BY 4.0", "CC BY-SA", "CC BY-SA", "CC BY-SA"])
    {
        assert!(record.contains(part), "{record}");
        assert!(record.contains("held out") || record.starts_with("words"), "{record}");
    }
}
