//! What sort of thing passes: learnt from annotated articles, with the words around it and the whole article in view.
//!
//! The row of an item says a category; "peralatan" are arms where the words behind say so, and "bantuan" is money where the
//! article tells of sums.

use super::super::scan::Scan;
use super::super::tables::row_of;
use super::super::{Scene, Telling};
use super::{Chooser, Sheet};
use crate::extract::rough::few;
use crate::extract::{ActorId, Category};
use crate::language::models::hash;
use crate::language::models::keyed::{Keyed, UNIT};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far another category must stand before that of the row.
const LEAD: i16 = UNIT;

/// How many tokens behind an item may say of what sort it is.
const BEHIND: usize = 6;

/// How many tokens on either side of a word of passing are seen.
const AROUND: usize = 15;

/// The features of a telling together with a category.
pub(super) fn categorised(features: &[u32], category: Category) -> Vec<u32> {
    let name = hash::bytes(category.name().as_bytes());
    let mut categorised: Vec<u32> = features.iter().map(|feature| hash::pair(*feature, name)).collect();
    categorised.sort_unstable();
    categorised
}

/// What an article tells of, for the categories of its tellings.
pub(super) struct Wares<'a, 's> {
    scan: &'a Scan<'s>,
    scene: &'a Scene<'a>,
    tellings: &'a [Telling],
    /// How often the article names things of each category.
    named: BTreeMap<Category, usize>,
}

impl Telling {
    /// Sets what sort of thing passes, and who gives and receives it then.
    pub(super) fn set_category(&mut self, scan: &Scan<'_>, category: Category) {
        self.told.category = category;
        for side in [&mut self.told.giver, &mut self.told.recipient] {
            for actor in side.iter_mut() {
                *actor = scan.raised(*actor, category);
            }
            side.dedup();
        }
    }
}

impl Chooser<'_> {
    /// The category of each telling.
    pub(super) fn categories(&self, scan: &Scan<'_>, scene: &Scene<'_>, tellings: &[Telling]) -> Vec<Category> {
        let wares = Wares::new(scan, scene, tellings);
        tellings.iter().map(|telling| category(self.weights, telling.told.category, &wares.features(telling))).collect()
    }
}

/// The likeliest category, that of the row, `by_rule`, unless another stands well before it.
pub(super) fn category(weights: Keyed<'_, 1>, by_rule: Category, features: &[u32]) -> Category {
    let score = |category: Category| {
        let lead = if category == by_rule { LEAD } else { 0 };
        weights.scores(&categorised(features, category))[0] + lead
    };
    Category::ALL.into_iter().max_by_key(|category| (score(*category), *category == by_rule)).unwrap_or(by_rule)
}

impl<'a, 's> Wares<'a, 's> {
    pub(super) fn new(scan: &'a Scan<'s>, scene: &'a Scene<'a>, tellings: &'a [Telling]) -> Self {
        let mut named = BTreeMap::new();
        for category in (0..scan.document.len()).filter_map(|i| scan.item(i)?.1.category) {
            *named.entry(category).or_default() += 1;
        }
        Self { scan, scene, tellings, named }
    }

    /// What can be seen of a telling.
    pub(super) fn features(&self, telling: &Telling) -> Vec<u32> {
        let mut sheet = Sheet::new("sort", telling.told.category);
        let (row, frame) = self.scan.tables.word(telling.row);
        sheet.add_both(&["telling"]);
        sheet.add_both(&["row", row]);
        sheet.add_both(&["frame", frame]);
        sheet.add(&["item row", telling.item()]);
        sheet.add(&["aid", &format!("{:?}", telling.told.aid)]);
        for statement in telling.statements(self.scene).take(1) {
            sheet.add(&["cue", row_of(&statement.rule)]);
        }
        self.items(&mut sheet, telling);
        self.around(&mut sheet, telling);
        self.sides(&mut sheet, telling);
        for category in Category::ALL {
            let count = few(self.named.get(&category).copied().unwrap_or_default());
            sheet.add_both(&["article", category.name(), count]);
        }
        let most = self.named.iter().max_by_key(|(_, count)| **count).map_or("none", |(category, _)| category.name());
        sheet.add_both(&["article most", most]);
        sheet.finish()
    }

    /// The items with the words behind them.
    fn items(&self, sheet: &mut Sheet, telling: &Telling) {
        let document = self.scan.document;
        let sentence = document.sentence_tokens(telling.trigger.start);
        for item in &telling.told.items {
            let tokens = document.token_at(item.start)..document.token_at(item.end);
            let head = document.phrase(&tokens).to_lowercase();
            sheet.add(&["item", &head]);
            for i in tokens.end..sentence.end.min(tokens.end + BEHIND) {
                if self.scan.ends_clause(i) {
                    break;
                }
                sheet.add(&["behind", document.lower(i)]);
                sheet.add(&["behind item", telling.item(), document.lower(i)]);
                if let Some(category) = self.scan.item(i).and_then(|(_, item)| item.category) {
                    sheet.add_both(&["behind names", category.name()]);
                    sheet.add(&["behind names item", category.name(), telling.item()]);
                }
            }
            if tokens.start > sentence.start {
                sheet.add(&["before", document.lower(tokens.start - 1)]);
            }
        }
    }

    /// The words around the word of passing.
    fn around(&self, sheet: &mut Sheet, telling: &Telling) {
        let document = self.scan.document;
        let Range { start, end } = document.sentence_tokens(telling.trigger.start);
        let from = start.max(telling.trigger.start.saturating_sub(AROUND));
        for i in from..end.min(telling.trigger.end + AROUND) {
            if document.word(i) {
                sheet.add(&["word", document.lower(i)]);
            }
            if let Some(category) = self.scan.item(i).and_then(|(_, item)| item.category) {
                sheet.add_both(&["named", category.name()]);
            }
            if self.scan.money(i) {
                sheet.add_both(&["sum"]);
            }
        }
    }

    /// Who gives and receives, and what else passes between them.
    fn sides(&self, sheet: &mut Sheet, telling: &Telling) {
        let kind = |side: &[ActorId]| side.first().map_or("nobody", |actor| self.scan.actors.kind(*actor).name());
        let (giver, recipient) = (kind(&telling.told.giver), kind(&telling.told.recipient));
        sheet.add_both(&["giver", giver]);
        sheet.add_both(&["recipient", recipient]);
        sheet.add_both(&["sides", giver, recipient]);
        let same = |a: &[ActorId], b: &[ActorId]| a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x));
        for other in self.tellings {
            let (own, told) = (&telling.told, &other.told);
            let category = told.category.name();
            let which =
                if same(&own.giver, &told.giver) && same(&own.recipient, &told.recipient) { "same" } else { "other" };
            sheet.add_both(&["told", which, category]);
            sheet.add(&["told item", which, other.item()]);
        }
    }
}
