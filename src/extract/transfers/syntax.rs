//! Who does what a verb names, by the heads of words: its own subject, or that of the verb it hangs from.

use super::scan::Scan;
use super::tables::Particle;
use crate::extract::ActorId;
use crate::language::models::Arc;

/// How many verbs up a subject is looked for.
const STEPS: usize = 4;

/// How many words after its head the party of a phrase is looked for.
const WITHIN: usize = 4;

/// The heads of the words of one sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    first: usize,
    arcs: Vec<Arc>,
}

impl Tree {
    /// The tree over tokens from `first` on.
    pub(super) fn new(first: usize, arcs: Vec<Arc>) -> Self {
        Self { first, arcs }
    }

    fn arc(&self, i: usize) -> Option<&Arc> {
        i.checked_sub(self.first).and_then(|at| self.arcs.get(at))
    }

    /// The word that token `i` hangs from.
    pub(super) fn head(&self, i: usize) -> Option<usize> {
        self.arc(i).and_then(|arc| arc.head)
    }

    /// How token `i` stands to its head.
    pub(super) fn relation(&self, i: usize) -> &'static str {
        self.arc(i).map_or("", |arc| arc.relation)
    }

    /// The words that hang from token `i` by one of `relations`, in the order of the text.
    pub(super) fn children<'a>(&'a self, i: usize, relations: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
        let hangs = move |(_, arc): &(usize, &Arc)| arc.head == Some(i) && relations.contains(&arc.relation);
        self.arcs.iter().enumerate().filter(hangs).map(|(at, _)| self.first + at)
    }
}

/// What the heads of words say of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// These parties.
    Parties(Vec<ActorId>),
    /// Something that is no party.
    Other,
    /// Nothing.
    Unknown,
}

impl Scan<'_> {
    /// Whom the heads of words give as the subject of the verb at token `verb` of the sentence that begins at `start`, in
    /// what somebody says from token `said` on.
    pub(super) fn subject_by_tree(&mut self, verb: usize, start: usize, said: usize) -> Subject {
        let head = self.subject_word(verb).filter(|&i| i >= said && !self.dateline(i, start));
        let Some(head) = head else { return Subject::Unknown };
        // "mendesaknya untuk mengirim": the heads do not say whom the clitic means.
        if self.document.lower(head) == "nya" {
            return Subject::Unknown;
        }
        let Some(first) = self.party_headed(head) else {
            let group = self.actors.group_noun(head);
            let made = self.parties_from(head, true).0;
            return if group && !made.is_empty() { Subject::Parties(made) } else { Subject::Other };
        };
        let mut found = vec![first];
        let others: Vec<usize> = self.tree.children(head, &["conj"]).collect();
        for party in others.into_iter().filter_map(|noun| self.party_headed(noun)) {
            if !found.contains(&party) {
                found.push(party);
            }
        }
        Subject::Parties(found)
    }

    /// The head of the subject of the verb at token `verb`: its own, or that of the verb it completes or is joined to.
    fn subject_word(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..STEPS {
            let own = self.tree.children(at, &["nsubj", "nsubj:pass"]).last();
            if let Some(own) = own {
                return Some(own).filter(|&own| self.document.lower(own) != "yang");
            }
            let head = self.tree.head(at)?;
            match self.tree.relation(at) {
                "xcomp" | "ccomp" => {
                    // "menuduh X mengirim", "meminta X mengirim": the object does it.
                    let objects = self.tree.children(head, &["obj", "iobj"]).filter(|&o| head < o && o < at);
                    let object = objects.last().filter(|&o| self.party_headed(o).is_some());
                    if object.is_some() || self.tree.relation(at) == "ccomp" {
                        return object;
                    }
                    at = head;
                }
                "conj" => at = head,
                // "kesediaan Peru untuk mengirim"
                "acl" => return self.party_headed(head).map(|_| head),
                _ => return None,
            }
        }
        None
    }

    /// Whether token `i` belongs to what stands before the dash that opens a report ("LIMA - Peru mengirim").
    fn dateline(&self, i: usize, start: usize) -> bool {
        let dash = |k: &usize| matches!(self.document.lower(*k), "-" | "–" | "—" | "--");
        (start..start + 10).filter(|k| dash(k)).any(|k| i < k)
    }

    /// The party whose phrase token `i` belongs to, or that stands within the phrase that it heads.
    fn party_headed(&self, i: usize) -> Option<ActorId> {
        let to = self.parties.partition_point(|p| p.tokens.start <= i);
        let near = self.parties[..to].iter().rev().take(12);
        let over = near.filter(|p| p.tokens.end > i).max_by_key(|p| p.tokens.len());
        let within = || {
            let plain = |k: &usize| self.document.word(*k) && !self.verbal(*k);
            let stops = |k: usize| self.particle(k, Particle::Oblique) > 0 || self.particle(k, Particle::Stop) > 0;
            let inside = (i + 1..i + WITHIN).take_while(|k| plain(k) && !stops(*k));
            inside.into_iter().find_map(|k| self.party(k)).map(|party| self.meant(party))
        };
        over.map(|party| self.meant(party)).or_else(|| self.named(i, false).map(|(actor, _)| actor)).or_else(within)
    }
}
