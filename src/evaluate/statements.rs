//! Who says what, to whom, and whether it denies.

use super::annotation::{Annotation, Statement};
use super::pairs::pair;
use super::tally::Measure;
use super::{Comparison, Ids};
use std::collections::BTreeSet;

type Bytes = Option<(usize, usize)>;
type Placed<'a> = (&'a Statement, Bytes);

/// Compares the statements of an article with this text.
pub(super) fn compare(to: &mut Comparison, ids: &Ids<'_>, gold: &Annotation, found: &Annotation, text: &str) {
    let ours: Vec<Placed<'_>> = gold.statements.iter().map(|s| (s, span(s, text))).collect();
    let theirs: Vec<Placed<'_>> = found.statements.iter().map(|s| (s, s.span)).collect();
    let pairs = pair(&ours, &theirs, |g, f| {
        let shared = overlap(g.1, f.1);
        if shared < 0.5 {
            return 0.0;
        }
        let (sourced, same_kind) = (ids.agree(&g.0.source, &f.0.source), g.0.kind == f.0.kind);
        shared + if sourced { 0.6 } else { 0.0 } + if same_kind { 0.3 } else { 0.0 }
    });
    let sourced: Vec<_> =
        pairs.iter().copied().filter(|(i, j)| ids.agree(&ours[*i].0.source, &theirs[*j].0.source)).collect();
    let whole: Vec<_> = sourced.iter().copied().filter(|(i, j)| ours[*i].0.kind == theirs[*j].0.kind).collect();
    let exact = whole.iter().filter(|(i, j)| overlap(ours[*i].1, theirs[*j].1) >= 0.9).count();
    for (measure, hit) in [
        (Measure::StatementsFound, pairs.len()),
        (Measure::StatementSources, sourced.len()),
        (Measure::Statements, whole.len()),
        (Measure::StatementsExact, exact),
    ] {
        to.add(measure, hit, ours.len(), theirs.len());
    }
    let both = |pairs: &[(usize, usize)]| pairs.iter().map(|(i, j)| (ours[*i].0, theirs[*j].0)).collect::<Vec<_>>();
    parties(to, ids, &both(&pairs), (gold, found));
    kinds(to, ids, &both(&whole), (gold, found));
    misses(to, ids, (&ours, &theirs), &pairs, &whole);
}

/// Whom found statements are directed at, and who voices them.
fn parties(to: &mut Comparison, ids: &Ids<'_>, pairs: &[(&Statement, &Statement)], all: (&Annotation, &Annotation)) {
    let targets = |s: &Statement| s.target.clone();
    let speakers = |s: &Statement| s.speaker.iter().cloned().collect::<Vec<_>>();
    let mut count = |measure, of: &dyn Fn(&Statement) -> Vec<String>| {
        let shared = |(g, f): &(&Statement, &Statement)| {
            let ours: BTreeSet<String> = of(g).into_iter().collect();
            ours.intersection(&ids.all_mapped(&of(f))).count()
        };
        let hit = pairs.iter().map(shared).sum();
        let gold = all.0.statements.iter().map(|s| of(s).len()).sum();
        let found = all.1.statements.iter().map(|s| of(s).into_iter().collect::<BTreeSet<_>>().len()).sum();
        to.add(measure, hit, gold, found);
    };
    count(Measure::Targets, &targets);
    count(Measure::Speakers, &speakers);
}

/// Denials, and accusations that name the accused, among statements read right.
fn kinds(to: &mut Comparison, ids: &Ids<'_>, whole: &[(&Statement, &Statement)], all: (&Annotation, &Annotation)) {
    let of = |annotation: &Annotation, kind: &str| annotation.statements.iter().filter(|s| s.kind == kind).count();
    let denials: Vec<_> = whole.iter().filter(|(g, _)| g.kind == "denial").collect();
    let same_content = denials.iter().filter(|(g, f)| g.content_is == f.content_is).count();
    let (ours, theirs) = (of(all.0, "denial"), of(all.1, "denial"));
    to.add(Measure::Denials, denials.len(), ours, theirs);
    to.add(Measure::DenialContents, same_content, ours, theirs);
    let accused = |(g, f): &&(&Statement, &Statement)| g.kind == "accusation" && ids.agree(&g.target, &f.target);
    let hit = whole.iter().filter(accused).count();
    to.add(Measure::Accusations, hit, of(all.0, "accusation"), of(all.1, "accusation"));
}

fn misses(
    to: &mut Comparison,
    ids: &Ids<'_>,
    (ours, theirs): (&[Placed<'_>], &[Placed<'_>]),
    pairs: &[(usize, usize)],
    whole: &[(usize, usize)],
) {
    let both = |(i, j): (usize, usize)| format!("{}  <>  {}", shown(ours[i].0), shown(theirs[j].0));
    for &(i, j) in whole {
        if ids.all_mapped(&theirs[j].0.target) != ours[i].0.target.iter().cloned().collect() {
            to.miss("target differs", both((i, j)));
        }
    }
    for i in (0..ours.len()).filter(|i| pairs.iter().all(|p| p.0 != *i)) {
        to.miss("statement missed", shown(ours[i].0));
    }
    for j in (0..theirs.len()).filter(|j| pairs.iter().all(|p| p.1 != *j)) {
        to.miss("statement wrong", shown(theirs[j].0));
    }
    for pair in pairs.iter().filter(|pair| !whole.contains(pair)) {
        to.miss("statement differs", both(*pair));
    }
}

fn shown(s: &Statement) -> String {
    let source = if s.source.is_empty() { "-".to_owned() } else { s.source.join(",") };
    let target = if s.target.is_empty() { String::new() } else { format!(" on {}", s.target.join(",")) };
    let content: String = s.content.chars().take(90).collect();
    format!("{} by {source}{target}: {} | {content}", s.kind, s.cue.as_deref().unwrap_or("-"))
}

/// Where the content of an annotated statement stands.
fn span(statement: &Statement, text: &str) -> Bytes {
    let near = statement.at.as_deref().and_then(|at| locate(text, at, 0));
    locate(text, &statement.content, near.map_or(0, |(start, _)| start))
}

/// The place of these words that is nearest to a byte.
fn locate(text: &str, words: &str, near: usize) -> Bytes {
    let starts =
        text.char_indices().map(|(at, _)| at).filter(|at| text.get(*at..).is_some_and(|t| t.starts_with(words)));
    let nearest = starts.min_by_key(|at| at.abs_diff(near)).filter(|_| !words.is_empty());
    nearest.map(|start| (start, start + words.len()))
}

#[expect(clippy::cast_precision_loss, reason = "an article is far shorter than 2^52 bytes")]
fn overlap(a: Bytes, b: Bytes) -> f64 {
    let (Some(a), Some(b)) = (a, b) else { return 0.0 };
    let shared = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    if shared == 0 { 0.0 } else { shared as f64 / (a.1.max(b.1) - a.0.min(b.0)) as f64 }
}
