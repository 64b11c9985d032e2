//! Denials that only point to what was said: "Peru menuduh Chile mengirim roket ke Bolivia. [Chile membantah tuduhan itu.]"

use super::scan::Scan;
use super::{Scene, Telling};
use crate::extract::{ActorId, ContentIs, Stance, StanceValue, Statement, StatementId, StatementKind};

/// Within how many sentences a denial answers what was said.
const NEAR: usize = 3;

/// The rule that reads these stances.
const RULE: &str = "denied-by-reference";

/// Gives each transfer that a denied statement tells the stance of whoever denies it, where he is accused there or a side.
pub(super) fn answer(scan: &Scan<'_>, scene: &Scene<'_>, tellings: &mut [Telling]) {
    let document = scene.document;
    let states = |actor: ActorId| scan.actors.state_of(actor);
    for (id, denial) in scene.statements.iter().enumerate() {
        let own = |telling: &Telling| telling.told.stances.iter().any(|s| s.statement == Some(StatementId(id)));
        if tellings.iter().any(own) {
            continue;
        }
        let Some(said) = denied(scene, denial) else { continue };
        let (at, Some(cue)) = (document.sentence_of(document.token_at(denial.content.start)), denial.cue) else {
            continue;
        };
        let evidence = document.span_of(&document.sentences()[at].tokens);
        for telling in tellings.iter_mut() {
            let told = &mut telling.told;
            if !told.stances.iter().any(|stance| stance.statement == Some(said)) {
                continue;
            }
            let StatementId(index) = said;
            let sides = || told.giver.iter().chain(&told.recipient).chain(&scene.statements[index].target);
            let concerned = |actor: ActorId| sides().any(|&side| side == actor || states(actor) == Some(side));
            let holders: Vec<ActorId> = denial.source.iter().copied().filter(|actor| concerned(*actor)).collect();
            told.stances.extend(holders.into_iter().map(|holder| Stance {
                holder: Some(holder),
                value: StanceValue::Denied,
                statement: Some(StatementId(id)),
                evidence,
                cue,
                rule: RULE.to_owned(),
            }));
        }
    }
}

/// The statement that `denial` points to: the last one before or in it by those whose claim it rejects.
fn denied(scene: &Scene<'_>, denial: &Statement) -> Option<StatementId> {
    let document = scene.document;
    let points = matches!(denial.content_is, Some(ContentIs::Reference | ContentIs::Words));
    if denial.kind != StatementKind::Denial || !points || denial.target.is_empty() {
        return None;
    }
    let sentence = |s: &Statement| document.sentence_of(document.token_at(s.content.start));
    let here = sentence(denial);
    let tells = |s: &Statement| {
        matches!(s.kind, StatementKind::Accusation | StatementKind::Claim)
            && s.content.start < denial.content.end
            && here - sentence(s).min(here) <= NEAR
            && s.source.iter().any(|source| denial.target.contains(source))
    };
    let before = scene.statements.iter().enumerate().filter(|(_, s)| tells(s));
    before.max_by_key(|(_, s)| s.content.start).map(|(i, _)| StatementId(i))
}
