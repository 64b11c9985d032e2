use super::{Scene, SourceRanker};
use crate::extract::actors::ActorBook;
use crate::extract::attribution::{Attribution, Attributor, hand_on};
use crate::extract::lexicon::Lexicon;
use crate::extract::phrases::PhraseFinder;
use crate::extract::reading::ActorId;
use crate::extract::roles::roles;
use crate::language::Document;
use crate::language::models::linear::Linear;
use crate::language::models::{Models, Worker};
use crate::segment::segment;

/// The name that the article gives an actor first.
fn name(scene: &Scene<'_, '_, '_>, actor: ActorId) -> String {
    scene.mentions(actor).first().map_or("", |&p| scene.document.phrase(&scene.phrase(p).name)).to_owned()
}

/// Hands the acts of `text`, with the sources that the rules find, to `check`.
fn with_acts(text: &str, check: impl FnOnce(&Scene<'_, '_, '_>, Vec<Attribution>)) {
    let (models, lexicon) = (Models::embedded().expect("models"), Lexicon::embedded().expect("tables"));
    let document = Document::new(text, segment(text), &mut Worker::new(&models));
    let phrases = PhraseFinder::new(&document, &lexicon).find_all();
    let mut book = ActorBook::gather(&document, &lexicon, phrases);
    let roles = roles(&document, &lexicon, &mut book);
    let (acts, ..) = Attributor::new(&document, &lexicon, &mut book).read();
    check(&Scene::new(&document, &lexicon, &book, &roles), acts);
}

#[test]
fn a_ranking_that_has_learnt_nothing_keeps_the_choice_of_the_rules() {
    let text = "Peru dan Chile menyatakan panen jagung gagal. Menteri Pertanian Peru Andres Quispe membantahnya. \
                \"Panen kami berlimpah,\" kata dia.";
    with_acts(text, |scene, acts| {
        let ranker = SourceRanker { weights: Linear::new(&[0]).expect("a row"), margin: 0 };
        let mut settled = acts.clone();
        ranker.settle(scene, &mut settled);
        let sources = |acts: &[Attribution]| acts.iter().map(|act| act.source.clone()).collect::<Vec<_>>();
        assert!(!acts.is_empty());
        assert_eq!(sources(&settled), sources(&acts));
    });
}

/// The source and the speaker of the first act of `text`.
fn check_cited(text: &str, source: &str, speaker: &str) {
    with_acts(text, |scene, acts| {
        let act = acts.first().expect("an act");
        let sources: Vec<String> = act.source.iter().map(|actor| name(scene, *actor)).collect();
        assert_eq!(
            (sources, act.speaker.map(|actor| name(scene, actor))),
            (vec![source.to_owned()], Some(speaker.to_owned())),
            "{text}"
        );
    });
}

#[test]
fn a_medium_voices_whom_it_quotes() {
    check_cited(
        "Reuters, mengutip para petani Peru, melaporkan bahwa panen jagung gagal.",
        "para petani Peru",
        "Reuters",
    );
    check_cited(
        "Reuters melaporkan bahwa panen jagung gagal total, mengutip para petani Peru.",
        "para petani Peru",
        "Reuters",
    );
    check_cited(
        "Mengutip para petani Peru, Reuters melaporkan bahwa panen jagung gagal.",
        "para petani Peru",
        "Reuters",
    );
    check_cited(
        "\"Panen jagung kami gagal tahun ini,\" lapor Reuters, mengutip para petani Peru.",
        "para petani Peru",
        "Reuters",
    );
}

#[test]
fn whoever_tells_of_the_act_of_another_voices_it() {
    let voiced = |text: &str, voices: &[Option<&str>]| {
        with_acts(text, |scene, mut acts| {
            hand_on(&mut acts, scene.document, scene.lexicon);
            let found = acts.iter().map(|act| act.speaker.map(|actor| name(scene, actor)));
            assert_eq!(
                found.collect::<Vec<_>>(),
                voices.iter().map(|voice| voice.map(str::to_owned)).collect::<Vec<_>>(),
                "{text}"
            );
        });
    };
    voiced(
        "Andres Quispe mengatakan panen jagung gagal dan para petani mendesak Peru mengirim benih.",
        &[None, Some("Andres Quispe")],
    );
    // One subject of two verbs.
    voiced(
        "Andres Quispe mengatakan Peru membantah laporan itu dan menuduh Chile berbohong.",
        &[Some("Andres Quispe"), Some("Andres Quispe")],
    );
    // Who condemns a claim does not hand it on.
    voiced("Andres Quispe mengecam klaim Chile bahwa panen jagung gagal.", &[None, None]);
}

#[test]
fn a_person_and_what_he_is_are_one_source() {
    let told = |text: &str, count: usize| {
        with_acts(text, |_, acts| assert_eq!(acts.first().map(|act| act.source.len()), Some(count), "{text}"));
    };
    told("\"Panen kami gagal,\" kata Andres Quispe, seorang petani jagung dan guru di Lima.", 1);
    told("\"Panen kami gagal,\" kata Andres Quispe dan Rosa Mamani.", 2);
}
