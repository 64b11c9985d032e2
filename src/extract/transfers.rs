//! What passes from whom to whom, and what each party holds of it.
//!
//! A word of passing (`data/lexicon/passing.tsv`) opens a frame; items and parties around it fill the frame; the
//! statement that holds the word says whose view it is; tellings that agree become one transfer.

mod answered;
mod captives;
mod choice;
mod context;
mod frames;
mod left;
mod merge;
mod nouns;
mod scan;
mod sides;
mod stance;
mod subjects;
mod tables;
mod things;
mod verbs;

use crate::extract::dates::DateExpression;
use crate::extract::reader::ReaderError;
use crate::extract::{
    ActorId, ActorKind, Category, DateInterval, Note, NoteReason, Stance, StanceValue, Statement, StatementId,
    StatementKind, Transfer,
};
use crate::language::Document;
use crate::span::Span;
use choice::Chooser;
#[cfg(feature = "train")]
pub use choice::training::{Lessons, Share, Shares};
use frames::Event;
use merge::Told;
use scan::Scan;
use std::ops::Range;
use tables::{Frame, Particle, Tables};
use things::{MONEY_UNIT, before_dollar};

/// Within how many tokens of its start a report's place and medium end.
const DATELINE: usize = 10;

/// How many tellings away a recipient may be named.
const NEIGHBOURS: usize = 6;

/// A noun phrase of the article that names an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Party {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whom it names.
    pub(super) actor: ActorId,
}

/// What is known of an article before its transfers are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    /// The article's words.
    pub(super) document: &'a Document<'a>,
    /// Who is named where, sorted by first token; pronouns included.
    pub(super) parties: &'a [Party],
    /// Who says what.
    pub(super) statements: &'a [Statement],
    /// When.
    pub(super) dates: &'a [DateExpression],
}

/// What the reading of transfers asks about actors.
pub(super) trait Actors {
    /// What sort of party an actor is.
    fn kind(&self, actor: ActorId) -> ActorKind;
    /// The country or body that an actor holds office in.
    fn stands_for(&self, actor: ActorId) -> Option<ActorId>;
    /// The country that an actor belongs to, by office or as a body of it.
    fn state_of(&self, actor: ActorId) -> Option<ActorId>;
    /// Whether a noun for people or bodies stands at a token.
    fn group_noun(&self, token: usize) -> bool;
    /// All names of an actor.
    #[cfg(feature = "train")]
    fn names(&self, actor: ActorId) -> Vec<&str>;
    /// Makes (or finds) the actor for a noun phrase that names nobody yet.
    fn described(&mut self, tokens: Range<usize>, kind: ActorKind) -> ActorId;
}

/// Reads transfers. Loaded once and shared.
#[derive(Clone, Debug)]
pub(super) struct TransferReader {
    tables: Tables,
    chooser: Chooser<'static>,
}

/// What is told of a transfer in one place.
#[derive(Clone, Debug)]
struct Telling {
    /// The word of passing.
    trigger: Range<usize>,
    /// Index of its row.
    row: usize,
    /// The row of the first item.
    item_row: Option<String>,
    /// What the words around it make of it.
    value: StanceValue,
    /// Whether it tells of an exchange: what passes one way passes the other way too.
    exchange: bool,
    told: Told,
}

impl Telling {
    /// The row of the first item.
    fn item(&self) -> &str {
        self.item_row.as_deref().unwrap_or("none")
    }

    /// The statements that tell it.
    fn statements<'a>(&'a self, scene: &Scene<'a>) -> impl Iterator<Item = &'a Statement> + use<'a> {
        let statements = scene.statements;
        self.told.stances.iter().filter_map(|s| s.statement).map(|StatementId(i)| &statements[i])
    }
}

impl TransferReader {
    /// The reader over the embedded tables and model, or what is wrong with one of them.
    pub(super) fn embedded() -> Result<Self, ReaderError> {
        Ok(Self { tables: Tables::embedded()?, chooser: Chooser::embedded()? })
    }

    /// One that has not learnt to choose.
    #[cfg(feature = "train")]
    fn untaught() -> Result<Self, ReaderError> {
        Ok(Self { tables: Tables::embedded()?, chooser: Chooser::untaught()? })
    }

    /// The transfers of an article in the order of the text, and notes on what was seen and not taken.
    pub(super) fn read(&self, scene: Scene<'_>, actors: &mut dyn Actors) -> (Vec<Transfer>, Vec<Note>) {
        let document = scene.document;
        let (told, left_out) = self.with_tellings(&scene, actors, |scan, tellings| {
            let article = document.sentences().len() >= choice::ARTICLE;
            if article {
                return self.chooser.read(scan, &scene, tellings);
            }
            let mut told: Vec<Told> = tellings.into_iter().map(|telling| telling.told).collect();
            carry_over(&mut told);
            let (mut transfers, left_out) = merge::merge(document.text(), told, scan.actors);
            for transfer in &mut transfers {
                merge::settle(&mut transfer.stances, |stance| self.tables.told_by_noun(stance));
            }
            (transfers, left_out)
        });
        let note = |t: &Told| t.stances.first().map(|s| Note { at: s.cue, reason: NoteReason::NoParty });
        (told.into_iter().map(finish).collect(), left_out.iter().filter_map(note).collect())
    }

    /// Hands all tellings of an article to `use_tellings`, in the order of the text.
    fn with_tellings<R>(
        &self,
        scene: &Scene<'_>,
        actors: &mut dyn Actors,
        use_tellings: impl FnOnce(&Scan<'_>, Vec<Telling>) -> R,
    ) -> R {
        let Scene { document, statements, .. } = *scene;
        let starts: Vec<usize> = statements.iter().map(|s| document.token_at(s.content.start)).collect();
        let parties: &[Party] = &self.parties(scene);
        let mut scan = Scan { document, tables: &self.tables, parties, actors, said_from: &starts };
        let mut tellings = Vec::new();
        for sentence in document.sentences() {
            if is_headline(document, &sentence.tokens) {
                continue;
            }
            if !sentence.tokens.clone().any(|i| scan.passing(i).is_some()) {
                continue;
            }
            for event in events(&mut scan, &sentence.tokens) {
                tellings.push(tell(&scan, scene, &event, &sentence.tokens));
            }
        }
        answered::answer(&scan, scene, &mut tellings);
        use_tellings(&scan, tellings)
    }

    /// The parties without sums of money and things ("ratusan drone") that were taken for names or groups.
    fn parties(&self, scene: &Scene<'_>) -> Vec<Party> {
        let Scene { document, parties, statements, .. } = *scene;
        let counts = |i: usize| {
            let counted = self.tables.particles.iter().filter(|(sort, _)| *sort == Particle::Quantity);
            counted.filter_map(|(_, book)| book.longest(document, i)).map(|(n, ())| n).max().unwrap_or(0)
        };
        // "perangkat desa", who are accused, are no tools.
        let addressed = |party: &Party| statements.iter().any(|s| s.target.contains(&party.actor));
        let thing = |party: &Party| {
            let mut head = party.tokens.start;
            while counts(head) > 0 && head + 1 < party.tokens.end {
                head += counts(head);
            }
            let item = self.tables.items.longest(document, head).and_then(|(_, item)| item.category);
            let unit = self.tables.particles.iter().filter(|(sort, _)| *sort == Particle::Measure);
            let unit = unit.filter_map(|(_, book)| book.longest(document, head)).any(|(n, ())| n == party.tokens.len());
            let nobody = document.lower(head) == "pihak" && party.tokens.len() == 1;
            let mut captive = self.tables.particles.iter().filter(|(sort, _)| *sort == Particle::Captive);
            let captive = captive.any(|(_, book)| book.longest(document, head).is_some());
            // "US$", "dolar Amerika"
            let money = (party.tokens.start.saturating_sub(2)..party.tokens.start).any(|i| {
                let item = self.tables.items.longest(document, i).filter(|(_, item)| item.id == MONEY_UNIT);
                item.is_some_and(|(n, _)| i + n >= party.tokens.end)
            });
            unit || nobody
                || money
                || before_dollar(document, head)
                || captive
                || document.lower(head) == "rp"
                || !document.capital(head) && item.is_some_and(|c| c != Category::People) && !addressed(party)
        };
        // "KABAR.COM, LIMA - Peru mengirim": what opens a report.
        let dateline = |party: &Party| {
            let start = document.sentence_tokens(party.tokens.start).start;
            let dash = (start..start + DATELINE).find(|&i| matches!(document.lower(i), "-" | "–" | "—" | "--"));
            let small = |end: usize| (start..end).any(|i| document.word(i) && !document.capital(i));
            dash.is_some_and(|dash| party.tokens.end <= dash && !small(dash))
        };
        parties.iter().filter(|party| !thing(party) && !dateline(party)).cloned().collect()
    }
}

/// A headline or a link to another article: most of its words open with capitals.
fn is_headline(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let words: Vec<usize> = tokens.clone().filter(|&i| document.word(i) && document.written(i).len() > 3).collect();
    let capitals = words.iter().filter(|&&i| document.capital(i)).count();
    let ends = document.phrase(tokens).ends_with('.');
    words.len() >= 4 && !ends && capitals * 10 >= words.len() * 7
}

/// The tellings of one sentence. A noun that is the item of another word of passing tells nothing of its own.
fn events(scan: &mut Scan<'_>, tokens: &Range<usize>) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some((n, row)) = scan.passing(at).map(|(n, row, _)| (n, row)) else {
            at += 1;
            continue;
        };
        let received = scan.received(&(at..at + n), tokens.end);
        if let Some(given) = found.last_mut().filter(|e| e.recipient.is_empty() && !received.is_empty()) {
            given.recipient = received;
            given.whole |= !given.items.is_empty();
        }
        for mut event in scan.events(at..at + n, row, tokens) {
            if scan.unwanted(&event, tokens.start) {
                continue;
            }
            scan.complete(&mut event, &found);
            scan.name_aid(&mut event, tokens);
            scan.raise_to_states(&mut event);
            let same = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
            let taken = |e: &Event| {
                e.trigger != event.trigger
                    && !scan.points_back(&event.trigger)
                    && (e.items.iter().any(|i| event.items.iter().any(|own| same(own, i)) || i.contains(&at))
                        || event.items.iter().any(|own| same(own, &e.trigger)))
            };
            match found.iter().position(taken) {
                Some(i) if event.whole && scan.tells_of_aid(&event, &found[i]) => {
                    event.named_by(&found[i]);
                    found[i] = event;
                }
                Some(i) if event.whole && !found[i].whole => found[i] = event,
                Some(_) => {}
                None => found.push(event),
            }
        }
        at += n;
    }
    found
}

fn tell(scan: &Scan<'_>, scene: &Scene<'_>, event: &Event, tokens: &Range<usize>) -> Telling {
    let document = scene.document;
    let cue = document.span_of(&event.trigger);
    let evidence = document.span_of(tokens);
    let row = scan.tables.rows.get(event.row).map_or("", |row| row.id.as_str());
    let rule = event.item_row.as_ref().map_or_else(|| row.to_owned(), |item| format!("{row}/{item}"));
    let stance = |holder, value, statement| Stance { holder, value, statement, evidence, cue, rule: rule.clone() };
    // A verb of asking is the cue of its own statement: what it asks for lies within.
    let places = [Some(cue.start), event.items.first().map(|item| document.span_of(item).start)];
    let found = places.into_iter().flatten().map(|at| stance::innermost(scene.statements, at));
    let inside = found.into_iter().find(|ids| !ids.is_empty()).unwrap_or_default();
    // "membantah [sapi yang dikirimnya sakit]", "menepis tuduhan Peru tentang [pengiriman beras]": the word of denying stands
    // before what is said.
    let apart = |s: &&Statement| matches!(s.kind, StatementKind::Denial | StatementKind::Accusation);
    let apart = inside.first().map(|&StatementId(i)| &scene.statements[i]).filter(apart);
    let from =
        apart.map_or(tokens.start, |s| document.token_at(s.content.start).clamp(tokens.start, event.trigger.start));
    let modality = scan.modality(event, &(from..tokens.end));
    let event = &scan.told_in(event, inside.first().map(|&StatementId(i)| &scene.statements[i]), modality.value);
    let mut stances = Vec::new();
    for &StatementId(i) in &inside {
        let statement = &scene.statements[i];
        // "tidak menuduh X mengirim": who denies that he says it denies nothing of what he does not say.
        let from = document.token_at(statement.content.start);
        if scan.denies_saying(from..event.trigger.start) {
            continue;
        }
        let value = stance::held(statement, modality, speaks_for_side(scan, statement, event));
        stances.extend(statement.source.iter().map(|s| stance(Some(*s), value, Some(StatementId(i)))));
    }
    if inside.is_empty() {
        // "Peru dituduh mengirim": the writer does not say that it is so.
        let heard = modality.value == StanceValue::Asserted && scan.heard(event.trigger.start, tokens.start);
        stances.push(stance(None, if heard { StanceValue::Sought } else { modality.value }, None));
    }
    let spans = |ranges: &[Range<usize>]| ranges.iter().map(|r| document.span_of(r)).collect();
    let told = Told {
        giver: event.giver.clone(),
        recipient: event.recipient.clone(),
        category: event.category,
        items: spans(&event.items),
        quantity: event.quantity.as_ref().map(|q| document.span_of(q)),
        date: date(scene, &inside, evidence, cue),
        aid: scan.aid(event),
        whole: event.whole && !stances.is_empty(),
        stances,
        again: event.pointed || !event.giver.is_empty() || !event.recipient.is_empty() || scan.is_plain_noun(event),
        tellings: Vec::new(),
    };
    let (trigger, item_row) = (event.trigger.clone(), event.item_row.clone());
    let frame = scan.tables.rows.get(event.row).map(|row| row.frame);
    let exchange = matches!(frame, Some(Frame::Swap | Frame::SwapNoun));
    Telling { trigger, row: event.row, item_row, value: modality.value, exchange, told }
}

/// Whether one of the sources of `statement` may speak for a side of `event`; anybody may where it has none.
fn speaks_for_side(scan: &Scan<'_>, statement: &Statement, event: &Event) -> bool {
    let sides = || event.giver.iter().chain(&event.recipient);
    let of_side = |source: &ActorId| sides().any(|side| side == source || scan.actors.state_of(*source) == Some(*side));
    sides().next().is_none() || statement.source.iter().any(of_side)
}

/// The date nearest to the word of passing, within what is said of it, or else within its sentence.
fn date(scene: &Scene<'_>, inside: &[StatementId], sentence: Span, cue: Span) -> Option<DateInterval> {
    let bounds = inside.first().map_or(sentence, |&StatementId(i)| scene.statements[i].content);
    let here = scene.dates.iter().filter(|d| bounds.contains(d.span) && sentence.contains(d.span));
    here.min_by_key(|d| d.span.start.abs_diff(cue.start)).and_then(|d| d.when.interval())
}

/// A giver named again without the recipient gives to whom the article last said that he gives.
fn carry_over(told: &mut [Told]) {
    for i in 0..told.len() {
        let open = told[i].whole && told[i].recipient.is_empty() && !told[i].giver.is_empty();
        let fits = |j: &usize| told[*j].giver == told[i].giver && told[*j].whole && !told[*j].recipient.is_empty();
        let near = || (i.saturating_sub(NEIGHBOURS)..i).rev().chain(i + 1..told.len().min(i + NEIGHBOURS));
        if let Some(j) = near().find(fits).filter(|_| open) {
            let recipient = told[j].recipient.clone();
            told[i].recipient = recipient;
        }
    }
}

fn finish(told: Told) -> Transfer {
    let Told { giver, recipient, category, items, quantity, date, stances, .. } = told;
    Transfer { giver, recipient, items, category, quantity, date, stances }
}

#[cfg(test)]
mod tests;
