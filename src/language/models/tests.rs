//! The shipped models on sentences of our own.

use super::{ModelError, Models, NAMES, NameKind, TAGS, Upos, WORDS, Worker};
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
        "\"Kami menunggu,\" kata Direktur Pertamina Sri Hartini kepada Reuters di Surabaya.",
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
fn models_of_another_sort_or_cut_are_refused() {
    let refused = |words, tags, names| Models::open(words, tags, names).err();
    assert_eq!(refused(WORDS, NAMES, TAGS), Some(ModelError::Kind { wanted: super::ModelKind::Tags }));
    assert_eq!(refused(WORDS, &TAGS[..TAGS.len() / 2], NAMES), Some(ModelError::Length));
    assert_eq!(refused(b"text", TAGS, NAMES), Some(ModelError::NotAModel));
    let other = super::file::write(super::ModelKind::Words, 0, "", &[0; 8]);
    assert_eq!(refused(other.as_slice(), TAGS, NAMES), Some(ModelError::WordTable));
}

#[test]
fn each_model_says_what_it_was_trained_on() {
    let models = Models::embedded().unwrap();
    for (record, part) in models.records().iter().zip(["publishers", "CC BY-SA", "CC BY 4.0"]) {
        assert!(record.contains(part), "{record}");
    }
}
