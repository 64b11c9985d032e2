//! From a word of passing to who gives what to whom.

use super::scan::{GENERIC, Hit, Scan};
use super::tables::{Frame, Needs, Particle, Passing};
use crate::extract::{ActorId, ActorKind, Category, StanceValue};
use std::ops::Range;

/// The row of the words for troops.
const FORCES: &str = "item.pasukan";

/// How many tokens after its word a place that receives is looked for.
const PLACE: usize = 10;

/// One telling of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The word of passing.
    pub(super) trigger: Range<usize>,
    /// Index of its row.
    pub(super) row: usize,
    pub(super) giver: Vec<ActorId>,
    pub(super) recipient: Vec<ActorId>,
    pub(super) category: Category,
    pub(super) items: Vec<Range<usize>>,
    /// The row of the first item.
    pub(super) item_row: Option<String>,
    pub(super) quantity: Option<Range<usize>>,
    /// Whether "itu", "tersebut" points back.
    pub(super) pointed: bool,
    /// Whether all that its word needs was found; what lacks something can only tell again of another.
    pub(super) whole: bool,
    /// The token after the phrases that were read.
    pub(super) end: usize,
}

impl Event {
    /// "Sumbangan beras Peru dikirim ke Chile": the verb tells what becomes of it, the `noun` what it is and whose.
    pub(super) fn named_by(&mut self, noun: &Self) {
        if self.giver.is_empty() {
            self.giver.clone_from(&noun.giver);
        }
        if !noun.items.iter().any(|item| item.contains(&noun.trigger.start)) {
            (self.category, self.items, self.item_row) = (noun.category, noun.items.clone(), noun.item_row.clone());
            self.quantity.clone_from(&noun.quantity);
        }
    }
}

/// Giver, recipient and items, before they are parted by category.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) giver: Vec<ActorId>,
    pub(super) recipient: Vec<ActorId>,
    pub(super) items: Vec<Hit>,
    pub(super) pointed: bool,
    /// Whether a verb before the noun of passing says who does it.
    pub(super) acted: bool,
    pub(super) end: usize,
}

/// A word of passing in its sentence.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) trigger: Range<usize>,
    pub(super) frame: Frame,
    /// What passes where no item is named.
    pub(super) implied: Option<Category>,
    /// What the word itself makes of it.
    pub(super) value: StanceValue,
    /// The tokens of the sentence.
    pub(super) tokens: Range<usize>,
}

impl Scan<'_> {
    /// The tellings at the word of passing `trigger` in the sentence `tokens`.
    pub(super) fn events(&mut self, trigger: Range<usize>, row: usize, tokens: &Range<usize>) -> Vec<Event> {
        let Some(passing) = self.tables.rows.get(row) else { return Vec::new() };
        let frees = matches!(passing.frame, Frame::Free | Frame::Freed | Frame::FreeNoun);
        let Passing { frame, implied, value, .. } = *passing;
        let site = Site { trigger, frame, implied, value, tokens: tokens.clone() };
        let mut casts = match site.frame {
            Frame::Swap | Frame::SwapNoun => self.swap(&site),
            Frame::SupplyNoun | Frame::FlowNoun | Frame::TakeNoun | Frame::FreeNoun | Frame::Thing | Frame::Return => {
                vec![self.noun(&site)]
            }
            Frame::Given | Frame::Freed | Frame::Taken | Frame::Flow => vec![self.passive(&site)],
            Frame::Give => self.gapped(&site),
            Frame::Free | Frame::Take | Frame::Bring | Frame::Thank => vec![self.active(&site)],
            Frame::Blocked => Vec::new(),
        };
        if passing.needs == Needs::Place {
            for cast in &mut casts {
                self.place(cast, &site);
            }
        }
        for cast in casts.iter_mut().filter(|_| frees) {
            self.settle_captives(cast);
            cast.items.retain(|h| !h.owned_by_giver);
        }
        for cast in &mut casts {
            for side in [&mut cast.giver, &mut cast.recipient] {
                side.retain(|actor| !self.vague(*actor));
            }
        }
        let mut events: Vec<Event> =
            casts.iter().flat_map(|cast| by_category(cast, passing, &site.trigger, row)).collect();
        let counted = self.only_counted(&site);
        let attacks = self.attacks(&site);
        events.retain(|event| {
            let used = attacks && event.category == Category::Weapons;
            !counted && !used && !self.within_a_state(event) && !self.deploys(event)
        });
        events
    }

    /// Whether a state moves its own arms or troops to itself.
    fn within_a_state(&self, event: &Event) -> bool {
        let part = |a: ActorId, b: ActorId| self.actors.state_of(a) == Some(b);
        matches!(event.category, Category::People | Category::Weapons)
            && event.giver.iter().any(|g| event.recipient.iter().any(|r| part(*g, *r) || part(*r, *g)))
    }
}

impl Scan<'_> {
    /// "nilai ekspor Peru", "ekspor Peru naik": trade that is counted and not told.
    fn only_counted(&self, site: &Site) -> bool {
        let Site { trigger, tokens, .. } = site;
        let trade = matches!(self.document.lower(trigger.start), "ekspor" | "impor" | "penjualan" | "pembelian");
        let low = tokens.start.max(trigger.start.saturating_sub(2));
        let gauged = (low..trigger.start).any(|i| self.particle(i, Particle::Gauge) > 0);
        let verb = (trigger.end..tokens.end).take(PLACE).find(|&i| {
            self.particle(i, Particle::Trend) > 0 || self.verbal(i) || self.ends_clause(i) || self.is_comma(i)
        });
        trade && (gauged || verb.is_some_and(|i| self.particle(i, Particle::Trend) > 0))
    }

    /// "mengirim drone ke Peru dalam serangan itu": whether arms go to a place and not to somebody, where the sentence tells
    /// of an attack.
    fn attacks(&self, site: &Site) -> bool {
        let sent = matches!(self.document.lower(site.trigger.start), "mengirim" | "mengirimkan" | "kirim");
        let goal = (site.trigger.end..site.tokens.end).take(PLACE).find(|&i| self.particle(i, Particle::To) > 0);
        let told = || site.tokens.clone().any(|i| self.particle(i, Particle::Attack) > 0);
        sent && goal.is_some_and(|i| self.document.lower(i) == "ke") && told()
    }

    /// Whether troops or arms only go from place to place, or to where nobody takes them over ("ke Laut Merah").
    fn deploys(&self, event: &Event) -> bool {
        let row = event.items.first().and_then(|item| self.item(item.start));
        let forces = match event.category {
            Category::People => row.is_some_and(|(_, item)| item.owned_by_giver),
            category => category == Category::Weapons,
        };
        let place = |a: &ActorId| self.actors.kind(*a) == ActorKind::Place;
        let (givers, recipients) = (!event.giver.is_empty(), !event.recipient.is_empty());
        // "Polda mengirim personel ke Papua"
        let own = |a: &ActorId| {
            place(a)
                || self.actors.kind(*a) == ActorKind::Organisation && row.is_some_and(|(_, item)| item.id == FORCES)
        };
        let moved = givers && event.giver.iter().all(own) && event.category == Category::People;
        let nobody = recipients && event.recipient.iter().all(|a| place(a) && self.belongs_to_nobody(*a));
        forces && (nobody || moved && event.recipient.iter().all(place))
    }

    /// Whether an actor is a sea, a border or a part of the world.
    fn belongs_to_nobody(&self, actor: ActorId) -> bool {
        let mut phrases = self.parties.iter().filter(|p| p.actor == actor).map(|p| p.tokens.start).peekable();
        let region =
            |i: usize| self.particle(i, Particle::Region) > 0 || i > 0 && self.particle(i - 1, Particle::Region) > 0;
        phrases.peek().is_some() && phrases.all(region)
    }

    /// The recipient after "di", for what is put or comes somewhere.
    fn place(&mut self, cast: &mut Cast, site: &Site) {
        let free = |i: &usize| !self.verbal(*i) && !self.ends_clause(*i);
        let near = (site.trigger.end..site.tokens.end).take(PLACE).take_while(free);
        let at = near.into_iter().find(|&i| self.document.lower(i) == "di");
        if let Some(at) = at.filter(|_| cast.recipient.is_empty()) {
            cast.recipient = self.parties_from(at + 1, true).0;
        }
    }
}

/// The first side that is not open.
pub(super) fn first_of<const N: usize>(choices: [Vec<ActorId>; N]) -> Vec<ActorId> {
    choices.into_iter().find(|c| !c.is_empty()).unwrap_or_default()
}

/// Who is named after the items as their giver.
pub(super) fn owner(items: &[Hit], kind: impl Fn(ActorId) -> ActorKind) -> Vec<ActorId> {
    // "jet tempur Rafale": what names a make of arms or vehicles looks like a body.
    let make = |hit: &Hit, actor: &ActorId| {
        matches!(hit.category, Category::Weapons | Category::Technology | Category::Vehicles)
            && !matches!(kind(*actor), ActorKind::Country | ActorKind::Group)
    };
    let items = items.iter().filter(|h| !h.of.iter().any(|actor| make(h, actor)));
    items.filter(|h| h.owned_by_giver && !h.of.is_empty()).map(|h| h.of.clone()).next_back().unwrap_or_default()
}

fn by_category(cast: &Cast, passing: &Passing, trigger: &Range<usize>, row: usize) -> Vec<Event> {
    let mut categories: Vec<Category> = Vec::new();
    for category in cast.items.iter().map(|h| h.category) {
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    if categories.is_empty() {
        categories.extend(passing.implied);
    }
    let named = !cast.items.is_empty() || passing.implied.is_some();
    let arms = cast.items.first().is_some_and(|h| h.category == Category::Weapons);
    let (giver, recipient) = (!cast.giver.is_empty(), !cast.recipient.is_empty());
    let whole = named
        && match passing.needs {
            Needs::Giver => giver,
            Needs::Recipient | Needs::Goal => recipient,
            Needs::Both => giver && (recipient || cast.acted) || recipient && arms,
            Needs::Place => giver && recipient,
            Needs::Item | Needs::Party => giver || recipient,
        };
    // Arms, troops and vehicles that go to nobody are one's own deployment, files to nobody are published; aid that
    // nobody gives is talk of aid.
    let captive = cast.items.iter().all(|h| h.category != Category::People || !h.owned_by_giver);
    let deploys = |c: Category| {
        matches!(c, Category::Weapons | Category::Vehicles | Category::Documents) || c == Category::People && !captive
    };
    let vague = cast.items.iter().all(|h| h.row.as_deref() == Some(GENERIC)) && !cast.items.is_empty();
    let stands =
        |c: Category| recipient || !vague && (passing.needs == Needs::Party || !deploys(c)) || giver && !deploys(c);
    let itself = cast.giver.iter().any(|g| cast.recipient.contains(g));
    let wanted = |c: &Category| passing.only.is_empty() || passing.only.contains(c);
    let event = |category| {
        let hits = || cast.items.iter().filter(move |h| h.category == category);
        Event {
            trigger: trigger.clone(),
            row,
            giver: cast.giver.clone(),
            recipient: cast.recipient.clone(),
            category,
            items: hits().map(|h| h.tokens.clone()).collect(),
            item_row: hits().find_map(|h| h.row.clone()),
            quantity: hits().find_map(|h| h.quantity.clone()),
            pointed: cast.pointed,
            whole: whole && stands(category),
            end: cast.end,
        }
    };
    categories.into_iter().filter(|c| !itself && wanted(c)).map(event).collect()
}
