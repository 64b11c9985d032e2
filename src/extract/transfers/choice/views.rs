//! Who holds what of a transfer: learnt from annotated articles, with the whole article in view.
//!
//! Each party that may hold a view is weighed with each view: whoever does by the rules, and whoever says something. The
//! rules' reading of the tellings is part of what is weighed.

use super::super::merge::{self, Told};
use super::super::scan::Scan;
use super::super::tables::row_of;
use super::super::{Scene, Telling};
use super::{Chooser, Sheet};
use crate::extract::rough::{few, reached};
use crate::extract::{ActorId, Stance, StanceValue, Statement, StatementId};
use crate::language::models::hash;
use crate::language::models::keyed::UNIT;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

/// How far the views of a holder must score to be told where the rules find that he holds one.
const KEPT: i16 = -3 * UNIT;

/// How far where they find none.
const NEW: i16 = 0;

/// How far another view must stand before that of the rules.
const LEAD: i16 = 2 * UNIT;

/// How many words before a word of passing, and behind it, are seen.
const WORDS: (usize, usize) = (6, 3);

/// Of how many tokens of what is said elsewhere the words are seen.
const SAID: usize = 16;

/// The rule of a view that is drawn from what its holder says elsewhere of the transfer.
const SAID_RULE: &str = "view-said";

/// All views.
pub(super) const VALUES: [StanceValue; 5] =
    [StanceValue::Asserted, StanceValue::Denied, StanceValue::Planned, StanceValue::Sought, StanceValue::Blocked];

/// One transfer and all that the article says of it.
pub(super) struct Views<'a, 's> {
    scan: &'a Scan<'s>,
    scene: &'a Scene<'a>,
    told: &'a Told,
    /// The tellings of the transfer, and those of others.
    own: Vec<&'a Telling>,
    others: Vec<&'a Telling>,
    /// What each statement has to do with the transfer.
    touches: Vec<Touch>,
}

/// What a statement has to do with a transfer.
struct Touch {
    /// Whether it tells of it.
    tells: bool,
    /// Whether it tells of another.
    tells_other: bool,
    /// Whether it names the giver, the recipient, what passes.
    names: [bool; 3],
    /// How many sentences lie between it and the next telling.
    away: usize,
}

impl Touch {
    /// Which of giver, recipient and item it names.
    fn named(&self) -> &'static str {
        match self.names {
            [false, false, false] => "nothing",
            [true, false, false] => "giver",
            [false, true, false] => "recipient",
            [true, true, false] => "sides",
            [false, false, true] => "item",
            [true, false, true] => "giver item",
            [false, true, true] => "recipient item",
            [true, true, true] => "all",
        }
    }

    /// How much of it: more is nearer to a telling.
    fn closeness(&self) -> (bool, usize, Reverse<usize>) {
        (self.tells, self.names.iter().filter(|named| **named).count(), Reverse(self.away))
    }
}

impl Chooser<'_> {
    /// The views that are likely enough, or the likeliest where none is.
    pub(super) fn settled(&self, views: &Views<'_, '_>) -> Vec<Stance> {
        let Views { scan, told, .. } = views;
        let mut ruled = told.stances.clone();
        merge::settle(&mut ruled, |stance| scan.tables.told_by_noun(stance));
        let weighed = views.holders().into_iter().filter_map(|holder| {
            let features = views.features(holder);
            let score = |value: StanceValue| (self.score(&valued(&features, value)), value);
            let (best, value) = VALUES.into_iter().map(score).max_by_key(|(score, _)| *score)?;
            // "sedang menimbang untuk mengirim" is no sending, whatever else is said.
            let bent = |ruled: &Stance| value == StanceValue::Asserted && ruled.value != value;
            let stands = |ruled: &&Stance| score(ruled.value).0 + LEAD >= best || bent(ruled);
            let ruled = ruled.iter().find(|stance| stance.holder == holder).filter(stands);
            let value = ruled.map_or(value, |stance| stance.value);
            let held = told.stances.iter().any(|stance| stance.holder == holder);
            Some((best - if held { KEPT } else { NEW }, holder, value))
        });
        let mut weighed: Vec<(i16, Option<ActorId>, StanceValue)> = weighed.collect();
        weighed.sort_by_key(|(score, holder, _)| (Reverse(*score), *holder));
        let likely = weighed.iter().take_while(|(score, ..)| *score >= 0).count().max(1);
        let stances = weighed.iter().take(likely).flat_map(|(_, holder, value)| views.stances(*holder, *value));
        let mut stances: Vec<Stance> = stances.collect();
        stances.sort_by_key(|stance| (stance.cue.start, stance.holder));
        stances
    }
}

/// The features of a holder together with a view.
pub(super) fn valued(features: &[u32], value: StanceValue) -> Vec<u32> {
    let name = hash::bytes(value.name().as_bytes());
    let mut valued: Vec<u32> = features.iter().map(|feature| hash::pair(*feature, name)).collect();
    valued.sort_unstable();
    valued
}

impl<'a, 's> Views<'a, 's> {
    pub(super) fn new((scan, scene): (&'a Scan<'s>, &'a Scene<'a>), tellings: &'a [Telling], told: &'a Told) -> Self {
        let (own, others): (Vec<_>, Vec<_>) = tellings.iter().enumerate().partition(|(i, _)| told.tellings.contains(i));
        let plain =
            |list: Vec<(usize, &'a Telling)>| -> Vec<&'a Telling> { list.into_iter().map(|(_, t)| t).collect() };
        let (own, others) = (plain(own), plain(others));
        let mut views = Self { scan, scene, told, own, others, touches: Vec::new() };
        views.touches = scene.statements.iter().map(|statement| views.touch(statement)).collect();
        views
    }

    fn touch(&self, statement: &Statement) -> Touch {
        let document = self.scan.document;
        let holds = |t: &&Telling| statement.content.contains(document.span_of(&t.trigger));
        let tokens = document.token_at(statement.content.start)..document.token_at(statement.content.end);
        let from = self.scan.parties.partition_point(|p| p.tokens.start < tokens.start);
        let inside = self.scan.parties[from..].iter().take_while(|p| p.tokens.start < tokens.end);
        let named: BTreeSet<ActorId> =
            inside.map(|party| self.scan.raised(self.scan.meant(party), self.told.category)).collect();
        let text = statement.content.of(document.text()).to_lowercase();
        let item = |item: &crate::span::Span| text.contains(&item.of(document.text()).to_lowercase());
        let sentence = document.sentence_of(tokens.start);
        let away = |t: &&Telling| document.sentence_of(t.trigger.start).abs_diff(sentence);
        Touch {
            tells: self.own.iter().any(holds),
            tells_other: self.others.iter().any(holds),
            names: [
                self.told.giver.iter().any(|a| named.contains(a)),
                self.told.recipient.iter().any(|a| named.contains(a)),
                self.told.items.iter().any(item),
            ],
            away: self.own.iter().map(away).min().unwrap_or(usize::MAX),
        }
    }

    /// All who may hold a view of it: those who do by the rules, none of them being the writer, and whoever says something.
    pub(super) fn holders(&self) -> BTreeSet<Option<ActorId>> {
        let by_rule = self.told.stances.iter().map(|stance| stance.holder);
        let sources = self.scene.statements.iter().flat_map(|statement| &statement.source);
        by_rule.chain(sources.map(|actor| Some(*actor))).collect()
    }

    /// The parties of the sentence of a telling.
    fn named_beside(&self, telling: &Telling) -> impl Iterator<Item = (&'a Range<usize>, ActorId)> + use<'a, 's> {
        let tokens = self.scan.document.sentence_tokens(telling.trigger.start);
        let scan = self.scan;
        let from = scan.parties.partition_point(|p| p.tokens.start < tokens.start);
        let inside = scan.parties[from..].iter().take_while(move |p| p.tokens.start < tokens.end);
        inside.map(|party| (&party.tokens, scan.meant(party))).filter(|(_, actor)| !scan.vague(*actor))
    }

    /// The statements of `holder`, and what each has to do with the transfer.
    fn said_by(&self, holder: Option<ActorId>) -> impl Iterator<Item = (StatementId, &'a Statement, &Touch)> {
        let all = self.scene.statements.iter().zip(&self.touches).enumerate();
        let all = all.map(|(i, (statement, touch))| (StatementId(i), statement, touch));
        all.filter(move |(_, statement, _)| holder.is_some_and(|holder| statement.source.contains(&holder)))
    }

    /// What can be seen of a party that may hold a view.
    pub(super) fn features(&self, holder: Option<ActorId>) -> Vec<u32> {
        let mut sheet = Sheet::new("view", self.told.category);
        let side = self.side(holder);
        sheet.add(&["holder"]);
        sheet.add_both(&["side", side]);
        if let Some(holder) = holder {
            sheet.add(&["side kind", side, self.scan.actors.kind(holder).name()]);
        }
        self.by_rule(&mut sheet, holder, side);
        for telling in &self.own {
            self.telling(&mut sheet, holder, side, telling);
        }
        self.elsewhere(&mut sheet, holder, side);
        sheet.finish()
    }

    /// What a holder is to the transfer.
    fn side(&self, holder: Option<ActorId>) -> &'static str {
        let Some(holder) = holder else { return "writer" };
        let actors = &self.scan.actors;
        let of = |side: &[ActorId]| {
            if side.contains(&holder) {
                Some(0)
            } else if side.iter().any(|a| actors.stands_for(holder) == Some(*a) || actors.state_of(holder) == Some(*a))
            {
                Some(1)
            } else if side.iter().any(|a| actors.state_of(*a) == Some(holder)) {
                Some(2)
            } else {
                None
            }
        };
        match (of(&self.told.giver), of(&self.told.recipient)) {
            (Some(0), _) => "giver",
            (_, Some(0)) => "recipient",
            (Some(1), _) => "of giver",
            (_, Some(1)) => "of recipient",
            (Some(_), _) => "state of giver",
            (_, Some(_)) => "state of recipient",
            (None, None) => "third",
        }
    }

    /// What the rules find that the holder holds, and others.
    fn by_rule(&self, sheet: &mut Sheet, holder: Option<ActorId>, side: &str) {
        let views = |own: bool| {
            let stances = self.told.stances.iter().filter(move |s| (s.holder == holder) == own);
            stances.map(|stance| stance.value).collect::<Vec<_>>()
        };
        let (own, others) = (views(true), views(false));
        for value in &own {
            let count = few(own.iter().filter(|other| *other == value).count());
            sheet.add_both(&["rule", value.name(), side]);
            sheet.add(&["rule", value.name()]);
            sheet.add(&["rule count", value.name(), count, few(own.len())]);
        }
        if own.is_empty() {
            sheet.add_both(&["no rule", side]);
        }
        let known = if own.is_empty() { "no rule" } else { "rule" };
        for value in others {
            sheet.add(&["others hold", value.name(), known]);
            sheet.add(&["others hold", value.name(), side]);
        }
        sheet.add(&["tellings", few(self.own.len()), known]);
    }

    /// What a telling says of the holder.
    fn telling(&self, sheet: &mut Sheet, holder: Option<ActorId>, side: &str, telling: &Telling) {
        let document = self.scan.document;
        let statement = telling.statements(self.scene).next();
        let (row, frame) = self.scan.tables.word(telling.row);
        let value = telling.value.name();
        let (kind, cue) = statement.map_or(("none", ""), |s| (s.kind.name(), row_of(&s.rule)));
        let voice = match (statement, holder) {
            (None, None) => "own",
            (Some(s), Some(holder)) if s.source.contains(&holder) => "own",
            (Some(s), Some(holder)) if s.target.contains(&holder) => "target",
            (Some(s), Some(holder)) if s.source.iter().any(|a| self.scan.actors.state_of(*a) == Some(holder)) => {
                "state"
            }
            (None, _) => "writer",
            _ => "another",
        };
        let near = self.named_beside(telling).filter(|(_, actor)| Some(*actor) == holder).map(|(at, _)| at);
        let place = match near.min_by_key(|at| at.start.abs_diff(telling.trigger.start)) {
            None => "absent",
            Some(at) if at.start < telling.trigger.start => "before",
            Some(_) => "after",
        };
        sheet.add(&["voice", voice, place, side]);
        sheet.add(&["voice value", voice, value, side]);
        sheet.add(&["voice place value", voice, place, value, frame]);
        sheet.add(&["voice row", voice, row]);
        sheet.add(&["voice row value", voice, row, value]);
        sheet.add(&["voice kind value", voice, kind, value]);
        sheet.add(&["voice kind frame", voice, kind, frame, value]);
        sheet.add(&["voice kind side", voice, kind, side]);
        sheet.add(&["voice item", voice, telling.item()]);
        sheet.add(&["voice cue", voice, cue]);
        sheet.add(&["voice cue value", voice, cue, value]);
        if let Some(is) = statement.and_then(|s| s.content_is) {
            sheet.add(&["voice content", voice, is.name(), value]);
        }
        let tokens = document.sentence_tokens(telling.trigger.start);
        let (before, behind) = WORDS;
        for i in tokens.start.max(telling.trigger.start.saturating_sub(before))..telling.trigger.start {
            sheet.add(&["before", voice, document.lower(i)]);
            sheet.add(&["before side", voice, document.lower(i), side]);
        }
        for i in telling.trigger.end..tokens.end.min(telling.trigger.end + behind) {
            sheet.add(&["behind", voice, document.lower(i)]);
        }
        sheet.add(&["just before", voice, self.word(&tokens, telling.trigger.start, 1)]);
        sheet.add(&[
            "two before",
            voice,
            self.word(&tokens, telling.trigger.start, 2),
            self.word(&tokens, telling.trigger.start, 1),
        ]);
    }

    fn word(&self, tokens: &Range<usize>, at: usize, back: usize) -> &'a str {
        if at < tokens.start + back { "^" } else { self.scan.document.lower(at - back) }
    }

    /// What the holder says without telling of the transfer.
    fn elsewhere(&self, sheet: &mut Sheet, holder: Option<ActorId>, side: &str) {
        let (mut tells, mut count) = (false, 0);
        for (_, statement, touch) in self.said_by(holder) {
            count += 1;
            tells |= touch.tells;
            if touch.tells {
                continue;
            }
            let document = self.scan.document;
            let (kind, named) = (statement.kind.name(), touch.named());
            let away = reached(touch.away, &[(0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8")]);
            let other = if touch.tells_other { "another" } else { "none" };
            let cue = row_of(&statement.rule);
            sheet.add(&["says", kind, named, side]);
            sheet.add(&["says named", named, away]);
            sheet.add(&["says other", kind, other, named]);
            sheet.add(&["says away", kind, away]);
            sheet.add(&["says cue", cue, named]);
            if touch.names.iter().any(|named| *named) || touch.away <= 1 {
                let from = document.token_at(statement.content.start);
                for i in from..document.token_at(statement.content.end).min(from + SAID) {
                    sheet.add(&["says word", document.lower(i)]);
                }
            }
        }
        sheet.add(&["statements", few(count), if tells { "tells" } else { "does not tell" }, side]);
    }

    /// The view with all that shows it.
    fn stances(&self, holder: Option<ActorId>, value: StanceValue) -> Vec<Stance> {
        let by_rule = || self.told.stances.iter().filter(|stance| stance.holder == holder);
        let same: Vec<Stance> = by_rule().filter(|stance| stance.value == value).cloned().collect();
        if !same.is_empty() {
            return same;
        }
        if let Some(stance) = by_rule().next() {
            return vec![Stance { value, ..stance.clone() }];
        }
        let said = self.said_by(holder).max_by_key(|(_, _, touch)| touch.closeness());
        let drawn = said.map(|(id, statement, _)| {
            let (cue, evidence) = (statement.cue.unwrap_or(statement.content), statement.evidence);
            Stance { holder, value, statement: Some(id), evidence, cue, rule: SAID_RULE.to_owned() }
        });
        drawn.into_iter().collect()
    }
}
