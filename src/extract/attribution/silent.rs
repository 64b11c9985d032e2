//! Sentences that hold a cue and gave no statement: each is noted once, so that what was abstained from can be told.

use super::Attributor;
use crate::extract::reading::{CueCount, Note, NoteReason};
use std::collections::BTreeMap;

impl Attributor<'_, '_, '_> {
    /// Notes the first cue of each sentence that gave no statement and has no note yet, and counts them all.
    pub(super) fn note_silent(&mut self) -> CueCount {
        let said = self.found.iter().filter_map(|a| a.cue.as_ref()).map(|(cue, _)| cue);
        let told: BTreeMap<usize, usize> = said.map(|cue| (self.document.sentence_of(cue.start), cue.start)).collect();
        let mut silent: BTreeMap<usize, usize> = BTreeMap::new();
        for (i, cue) in self.seen.iter().enumerate() {
            let sentence = self.document.sentence_of(cue.start);
            if !told.contains_key(&sentence) {
                silent.entry(sentence).or_insert(i);
            }
        }
        let count = CueCount { sentences: told.len() + silent.len(), silent: silent.len() };
        let sentence = |note: &Note| self.document.sentence_of(self.document.token_at(note.at.start));
        for noted in self.notes.iter().map(sentence) {
            silent.remove(&noted);
        }
        for cue in silent.into_values().filter_map(|i| self.seen.get(i).cloned()).collect::<Vec<_>>() {
            self.note(&cue, NoteReason::NotRead);
        }
        self.notes.sort_by_key(|note| note.at);
        count
    }
}
