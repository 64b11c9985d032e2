//! Trains the models of `data/model/` and measures them.

use sanggah::extract::{KindLessons, SourceLessons, TargetLessons, TransferLessons};
use sanggah::language::models::packed::{pack, unpack};
use sanggah::language::models::{ModelFiles, Models};
use sanggah::language::training::{
    Source, build_lemmas, build_names, build_parser, build_tags, build_vocabulary, build_words,
    evaluate::{self, Counts},
    folds::{cross_validate, cross_validate_names},
};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "train vocabulary|words|tags|names|parser|lemmas|sources|targets|kinds|transfers|all
    learn from ../shared and write data/model/; `all` in this order, which is that of what needs what, but for the
    clusters of words, which are kept as they are: all other models are learnt with them (see NOTICE)

train eval --treebank FILE
    a treebank (CoNLL-U): precision, recall and F1 of sentences, words, UPOS, lemma, UAS and LAS, from the file's own
    words and from raw text, where a word counts if it has the bytes of a word of the file and its head has those of
    that word's head (CoNLL 2018 shared task; subtypes of relations and lemmas `_` do not count); annotated in the
    style, CSUI's or GSD's, that fits the text best
train eval --names FILE [--style idner|nerui|nerugm]
    a set of names (a token and, last on its line, its label: B-PER, I-ORG, LOC and the like): precision, recall and
    F1 of exact spans, in the convention of that set (idner where none is said)
train eval --folds [N]
    treebanks by cross-validation: the sentences of csui-train and gsd-dev, every fifth by models that were learnt from
    the others (the first N folds, 5 where none is said)
train eval --folds names
    names by cross-validation: the sentences of idner and of our own annotations, every fifth by a model that was learnt
    from the others and from the other sets without them
train eval --kinds
    kinds of statements: cross-validation over the annotated articles, how often each kind was taken for which in the
    wholly annotated ones and in all; takes twenty minutes or more
train eval --targets
    whom statements are directed at, where their kind is known: cross-validation likewise
train eval --sources
    whose view statements are: cross-validation likewise; how many acts there are by each rule that finds them, how many
    sources the rules have right, and how many the ranking, where another must score above theirs by a margin
train eval --transfers
    what passes from whom to whom: cross-validation likewise
";

/// The articles that are not annotated.
const CORPUS: &str = "../shared/corpus/articles.jsonl.gz";
/// The annotated articles that the kinds of statements are learnt from.
const ARTICLES: &str = "../shared/gold/train";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["vocabulary"] => vocabulary(),
        ["words"] => words(),
        ["tags"] => tags(),
        ["names"] => names(),
        ["parser"] => parser(),
        ["lemmas"] => lemmas(),
        ["kinds"] => kinds(),
        ["sources"] => sources_of_acts(),
        ["targets"] => targets(),
        ["transfers"] => transfers(),
        ["all"] => vocabulary()
            .and_then(|()| tags())
            .and_then(|()| names())
            .and_then(|()| parser())
            .and_then(|()| lemmas())
            .and_then(|()| sources_of_acts())
            .and_then(|()| targets())
            .and_then(|()| kinds())
            .and_then(|()| transfers()),
        ["eval", "--kinds"] => evaluate_kinds(),
        ["eval", "--sources"] => evaluate_sources(),
        ["eval", "--targets"] => evaluate_targets(),
        ["eval", "--transfers"] => evaluate_transfers(),
        ["eval", "--treebank", file] => evaluate_treebank(file),
        ["eval", "--folds"] => evaluate_folds("5"),
        ["eval", "--folds", "names"] => evaluate_name_folds(),
        ["eval", "--folds", folds] => evaluate_folds(folds),
        ["eval", "--names", file] => evaluate_names(file, "idner"),
        ["eval", "--names", file, "--style", style] => evaluate_names(file, style),
        ["--help" | "-h" | "help"] => writeln!(io::stdout(), "{USAGE}").map_err(Into::into),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

type Done = Result<(), Box<dyn Error>>;

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}").into())
}

fn sources(folder: &str, files: &[(&str, u32)]) -> Result<Vec<Source>, Box<dyn Error>> {
    files.iter().map(|(file, style)| Ok(Source { text: read(&format!("{folder}/{file}"))?, style: *style })).collect()
}

/// Where the model file `name` stands packed.
fn packed(name: &str) -> String {
    format!("data/model/{name}.bin.gz")
}

fn write_packed(name: &str, file: &[u8]) -> Done {
    Ok(fs::write(packed(name), pack(file)?)?)
}

fn read_packed(name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(unpack(&fs::read(packed(name))?))
}

fn vocabulary() -> Done {
    fs::write("data/model/words.tsv", build_vocabulary(File::open(CORPUS)?)?)?;
    Ok(())
}

fn words() -> Done {
    fs::write("data/model/words.bin", build_words(File::open(CORPUS)?)?)?;
    Ok(())
}

fn treebanks() -> Result<Vec<Source>, Box<dyn Error>> {
    let files = [("csui-train.conllu", 0), ("gsd-dev.conllu", 1), ("pud.conllu", 2), ("gsd-r2.0-train.conllu", 3)];
    sources("../shared/treebank", &files)
}

fn tags() -> Done {
    write_packed("tags", &build_tags(&fs::read("data/model/words.bin")?, &treebanks()?)?)
}

fn parser() -> Done {
    let [heads, relations] = build_parser(&fs::read("data/model/words.bin")?, &treebanks()?)?;
    write_packed("heads", &heads)?;
    write_packed("relations", &relations)
}

fn lemmas() -> Done {
    fs::write("data/model/lemmas.bin", build_lemmas(&fs::read("data/model/words.bin")?, &treebanks()?)?)?;
    Ok(())
}

fn name_sets() -> Result<Vec<Source>, Box<dyn Error>> {
    let sets = [("idner-train.txt", 0), ("idner-dev.txt", 0), ("nerui-train.tsv", 1), ("nerugm-train.tsv", 2)];
    sources("../shared/ner", &sets)
}

fn names() -> Done {
    let sets = name_sets()?;
    let (words, tags) = (fs::read("data/model/words.bin")?, read_packed("tags")?);
    write_packed("names", &build_names(&words, &tags, &sets, File::open(CORPUS)?)?)
}

fn kinds() -> Done {
    let [listed, read] = KindLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.train();
    fs::write("data/model/kinds.bin", listed)?;
    fs::write("data/model/wordings.bin", read)?;
    Ok(())
}

fn sources_of_acts() -> Done {
    fs::write("data/model/sources.bin", SourceLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.train())?;
    Ok(())
}

fn targets() -> Done {
    let [listed, read] = TargetLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.train()?;
    fs::write("data/model/targets.bin", listed)?;
    fs::write("data/model/aims.bin", read)?;
    Ok(())
}

fn evaluate_sources() -> Done {
    let mut out = io::stdout().lock();
    writeln!(out, "margin  rule                     acts  rules  ranking")?;
    for ((margin, rule), [all, rules, ranked]) in
        SourceLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.cross_validate()?
    {
        writeln!(out, "{margin:>6}  {rule:<22} {all:>6} {rules:>6} {ranked:>8}")?;
    }
    Ok(())
}

fn transfers() -> Done {
    let [listed, read] = TransferLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.train()?;
    fs::write("data/model/transfers.bin", listed)?;
    fs::write("data/model/passings.bin", read)?;
    Ok(())
}

fn evaluate_transfers() -> Done {
    let shares = TransferLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.cross_validate()?;
    for (name, share) in [("transfers", shares.transfers), ("stances", shares.stances)] {
        writeln!(io::stdout(), "{name}: right {} of {} found and {} annotated", share.right, share.found, share.gold)?;
    }
    Ok(())
}

fn evaluate_targets() -> Done {
    let mut out = io::stdout().lock();
    writeln!(out, "kind           right  directed  found")?;
    let aims = TargetLessons::new(Path::new(ARTICLES), Path::new(CORPUS))?.cross_validate()?;
    for (kind, [hit, gold, found]) in aims {
        writeln!(out, "{kind:<13} {hit:6} {gold:9} {found:6}")?;
    }
    Ok(())
}

fn evaluate_kinds() -> Done {
    let (articles, corpus) = (Path::new(ARTICLES), Path::new(CORPUS));
    let targets = TargetLessons::new(articles, corpus)?;
    for ((gold, found), [whole, all]) in KindLessons::new(articles, corpus)?.cross_validate(&targets)? {
        writeln!(io::stdout(), "{gold}\t{found}\t{whole}\t{all}")?;
    }
    Ok(())
}

fn evaluate_treebank(file: &str) -> Done {
    let scores = evaluate::treebank(&Models::embedded()?, &read(file)?);
    let mut out = io::stdout().lock();
    writeln!(out, "annotation style: {}", scores.style)?;
    writeln!(out, "{:<24}{HEADER}", "")?;
    for (from, rows) in [("gold tokens", &scores.from_tokens), ("raw text", &scores.from_text)] {
        for (name, counts) in rows {
            print_counts(&mut out, &format!("{from:<12} {name}"), *counts)?;
        }
    }
    Ok(())
}

/// What stands over the numbers of [`print_counts`].
const HEADER: &str = " precision  recall      F1    gold";

fn print_counts(out: &mut impl Write, name: &str, counts: Counts) -> io::Result<()> {
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    writeln!(out, "{name:<24} {precision:9.2} {recall:7.2} {f1:7.2} {:7}", counts.gold)
}

fn evaluate_folds(folds: &str) -> Done {
    let (words, names) = (fs::read("data/model/words.bin")?, read_packed("names")?);
    let files = ModelFiles { words: &words, names: &names, tags: &[], heads: &[], relations: &[], lemmas: &[] };
    let mut out = io::stdout().lock();
    writeln!(out, "{:<24}{HEADER}", "")?;
    for scores in cross_validate(&files, &treebanks()?, folds.parse()?)? {
        for (from, name, counts) in &scores.rows {
            print_counts(&mut out, &format!("{} {from:<12} {name}", scores.treebank), *counts)?;
        }
    }
    Ok(())
}

fn evaluate_name_folds() -> Done {
    let (words, lemmas) = (fs::read("data/model/words.bin")?, fs::read("data/model/lemmas.bin")?);
    let (tags, names) = (read_packed("tags")?, read_packed("names")?);
    let (heads, relations) = (read_packed("heads")?, read_packed("relations")?);
    let files =
        ModelFiles { words: &words, tags: &tags, names: &names, heads: &heads, relations: &relations, lemmas: &lemmas };
    let mut out = io::stdout().lock();
    writeln!(out, "{:<24}{HEADER}", "")?;
    for (sort, counts) in cross_validate_names(&files, &name_sets()?, File::open(CORPUS)?)? {
        print_counts(&mut out, &sort, counts)?;
    }
    Ok(())
}

fn evaluate_names(file: &str, style: &str) -> Done {
    let styles = ["idner", "nerui", "nerugm"];
    let style = styles.iter().position(|name| *name == style).ok_or("the styles are idner, nerui and nerugm")?;
    let mut out = io::stdout().lock();
    writeln!(out, "{:<24}{HEADER}", "")?;
    for (kind, counts) in evaluate::name_set(&Models::embedded()?, &read(file)?, u32::try_from(style)?) {
        print_counts(&mut out, kind, counts)?;
    }
    Ok(())
}
