//! What can be seen of a giver and a recipient together.

use super::super::Telling;
use super::evidence::Evidence;
use super::{FOREMOST, Ranked, Sheet, Side};
use crate::extract::ActorId;
use crate::extract::rough::few;
use crate::language::models::keyed::UNIT;
use std::collections::{BTreeMap, BTreeSet};

/// How far scores are told apart.
const FARTHEST: i16 = 6;

/// How a telling stands to one side of a pair: the rules find the same, somebody else, or nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Own,
    Open,
    Other,
}

impl Fit {
    fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Open => "open",
            Self::Other => "other",
        }
    }
}

fn fit(party: Option<ActorId>, told: &[ActorId]) -> Fit {
    match party {
        Some(actor) if told.contains(&actor) => Fit::Own,
        _ if told.is_empty() => Fit::Open,
        _ => Fit::Other,
    }
}

impl Evidence<'_, '_> {
    /// The features of a pair.
    pub(super) fn pair(&self, giver: &Ranked, recipient: &Ranked) -> Vec<u32> {
        let mut sheet = Sheet::new("pair", self.category);
        let fits = |t: &Telling| (fit(giver.party, &t.told.giver), fit(recipient.party, &t.told.recipient));
        let mut counts: BTreeMap<(Fit, Fit), usize> = BTreeMap::new();
        for telling in &self.tellings {
            *counts.entry(fits(telling)).or_default() += 1;
        }
        let count = |fits| counts.get(&fits).copied().unwrap_or(0);
        let explicit = few(count((Fit::Own, Fit::Own)));
        self.agreement(&mut sheet, &counts, giver.party.is_some() && recipient.party.is_some());
        self.tellings_of_pair(&mut sheet, &fits);
        self.parties(&mut sheet, (giver.party, recipient.party), explicit);
        ranks(&mut sheet, giver, recipient, explicit);
        sheet.finish()
    }

    /// How many tellings agree with the pair.
    fn agreement(&self, sheet: &mut Sheet, counts: &BTreeMap<(Fit, Fit), usize>, closed: bool) {
        use Fit::{Open, Other, Own};
        let count = |giver, recipient| counts.get(&(giver, recipient)).copied().unwrap_or(0);
        let (explicit, contrary) = (few(count(Own, Own)), few(count(Own, Other) + count(Other, Own)));
        let half = few(count(Own, Open) + count(Open, Own));
        sheet.add(&["pair", if closed { "closed" } else { "open" }]);
        sheet.add_both(&["explicit", explicit]);
        sheet.add_both(&["explicit half", explicit, half]);
        sheet.add(&["explicit contrary", explicit, contrary]);
        sheet.add(&["half contrary", explicit, half, contrary]);
        sheet.add(&["giver own", few(count(Own, Open)), few(count(Own, Other)), explicit]);
        sheet.add(&["recipient own", few(count(Open, Own)), few(count(Other, Own)), explicit]);
        for ((giver, recipient), n) in counts {
            sheet.add(&["fit count", giver.name(), recipient.name(), few(*n)]);
            sheet.add_both(&["fit", giver.name(), recipient.name()]);
        }
        let pairs: BTreeSet<_> = self.tellings.iter().map(|t| (&t.told.giver, &t.told.recipient)).collect();
        let pairs = few(pairs.iter().filter(|(g, r)| !g.is_empty() && !r.is_empty()).count());
        sheet.add_both(&["pairs told", pairs, explicit]);
        sheet.add(&["categories", few(self.categories), few(self.tellings.len())]);
    }

    /// What the tellings are that agree with the pair, or do not.
    fn tellings_of_pair(&self, sheet: &mut Sheet, fits: &impl Fn(&Telling) -> (Fit, Fit)) {
        let (mut agreeing, mut whole) = (0, 0);
        for telling in &self.tellings {
            let (giver, recipient) = fits(telling);
            let (row, frame) = self.scan.tables.word(telling.row);
            let value = telling.value.name();
            let stands = if telling.told.whole { "whole" } else { "part" };
            for (what, word) in
                [("row", row), ("item", telling.item()), ("value", value), ("stands", stands), ("frame", frame)]
            {
                sheet.add(&[what, word, giver.name(), recipient.name()]);
            }
            if giver == Fit::Other || recipient == Fit::Other {
                continue;
            }
            agreeing += 1;
            whole += usize::from(telling.told.whole);
            let counted = if telling.told.quantity.is_some() { "counted" } else { "not counted" };
            let statement = telling.statements(self.scene).next().map_or("none", |statement| statement.kind.name());
            for (what, word) in
                [("row", row), ("item", telling.item()), ("stands", stands), ("", counted), ("said", statement)]
            {
                sheet.add(&["agreeing", what, word]);
            }
            if let Some(item) = telling.told.items.first() {
                sheet.add(&["word", &item.of(self.scan.document.text()).to_lowercase()]);
            }
        }
        sheet.add_both(&["agreeing of", few(agreeing), few(self.tellings.len())]);
        sheet.add(&["agreeing whole", few(whole)]);
    }

    /// What the two are to each other.
    fn parties(&self, sheet: &mut Sheet, pair: (Option<ActorId>, Option<ActorId>), explicit: &str) {
        let actors = &self.scan.actors;
        let kind = |party: Option<ActorId>| party.map_or("nobody", |actor| actors.kind(actor).name());
        sheet.add_both(&["kinds", kind(pair.0), kind(pair.1)]);
        let (Some(giver), Some(recipient)) = pair else { return };
        let turned = |t: &&&Telling| Side::Recipient.of(t).contains(&giver) && Side::Giver.of(t).contains(&recipient);
        let turned = few(self.tellings.iter().filter(turned).count());
        let swapped = self.tellings.iter().any(|t| self.scan.tables.word(t.row).1.starts_with("swap"));
        sheet.add(&["turned", turned, explicit]);
        sheet.add(&["swap", if swapped { "swapped" } else { "not swapped" }, turned, explicit]);
        let (of_giver, of_recipient) = (actors.state_of(giver), actors.state_of(recipient));
        if of_giver == Some(recipient) || of_recipient == Some(giver) {
            sheet.add_both(&["one the state of the other"]);
        }
        if of_giver.is_some() && of_giver == of_recipient {
            sheet.add(&["of the same state"]);
        }
        let sentence = |token: usize| self.scan.document.sentence_of(token);
        let sentences =
            |actor| -> BTreeSet<usize> { self.mentions_of(actor).iter().map(|m| sentence(m.start)).collect() };
        let shared: BTreeSet<usize> = sentences(giver).intersection(&sentences(recipient)).copied().collect();
        let telling: BTreeSet<usize> = self.tellings.iter().map(|t| self.sentence(t)).collect();
        sheet.add(&["share a telling", few(shared.intersection(&telling).count()), explicit]);
        sheet.add_both(&["share a sentence", few(shared.len()), explicit]);
    }
}

/// How both stand among the others of their sides.
fn ranks(sheet: &mut Sheet, giver: &Ranked, recipient: &Ranked, explicit: &str) {
    let score = |score: i16| rounded(score, UNIT).clamp(-FARTHEST, FARTHEST).to_string();
    let rank = |ranked: &Ranked| ranked.rank.min(FOREMOST).to_string();
    for (side, ranked) in [("giver", giver), ("recipient", recipient)] {
        sheet.add(&["rank", side, &rank(ranked)]);
        sheet.add(&["score", side, &score(ranked.score)]);
        sheet.add(&["gap", side, &rounded(ranked.gap, UNIT / 2).max(-FARTHEST).to_string()]);
    }
    sheet.add(&["sum of scores", &score(giver.score.saturating_add(recipient.score))]);
    sheet.add_both(&["ranks", &rank(giver), &rank(recipient)]);
    sheet.add(&["ranks explicit", &rank(giver), &rank(recipient), explicit]);
}

/// The nearest whole number of times that `unit` goes into `score`.
fn rounded(score: i16, unit: i16) -> i16 {
    (score + unit / 2).div_euclid(unit)
}
