//! What an unannotated corpus taught of single words.

/// One word of the corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Hash of the form; 0 marks a free slot.
    pub(crate) key: u32,
    /// Fine cluster of words that stand in the same places.
    pub(crate) fine: u16,
    /// Coarse cluster.
    pub(crate) coarse: u8,
    /// How the word is mostly written inside sentences: 0 unknown, 1 small, 2 both, 3 large.
    pub(crate) usual: u8,
}

/// A hash table of [`Entry`]s with open addressing.
#[derive(Clone, Debug)]
pub(crate) struct WordTable {
    slots: Vec<Entry>,
}

/// Bytes of an entry in the model file.
pub(crate) const ENTRY_BYTES: usize = 8;

#[cfg(feature = "train")]
impl Entry {
    /// Its stored form.
    pub(crate) fn to_bytes(self) -> [u8; ENTRY_BYTES] {
        let mut bytes = [0; ENTRY_BYTES];
        bytes[..4].copy_from_slice(&self.key.to_le_bytes());
        bytes[4..6].copy_from_slice(&self.fine.to_le_bytes());
        bytes[6..].copy_from_slice(&[self.coarse, self.usual]);
        bytes
    }
}

impl WordTable {
    /// Builds the table from its stored form; a rest shorter than an entry is left out.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let entry = |bytes: &[u8; ENTRY_BYTES]| {
            let [key @ .., _, _, _, _] = *bytes;
            let [_, _, _, _, low, high, coarse, usual] = *bytes;
            Entry { key: u32::from_le_bytes(key), fine: u16::from_le_bytes([low, high]), coarse, usual }
        };
        Self::new(bytes.as_chunks().0.iter().map(entry))
    }

    /// Builds the table; of two entries with one key the first stays.
    pub(crate) fn new(entries: impl ExactSizeIterator<Item = Entry>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut table = Self { slots: vec![Entry::default(); size] };
        for entry in entries {
            let slot = table.slot(entry.key);
            if table.slots[slot].key == 0 {
                table.slots[slot] = entry;
            }
        }
        table
    }

    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (key.wrapping_mul(0x9e37_79b1) >> 7) as usize & mask;
        while self.slots[slot].key != 0 && self.slots[slot].key != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// The entry of a form's hash.
    pub(crate) fn find(&self, key: u32) -> Option<Entry> {
        let entry = *self.slots.get(self.slot(key))?;
        (entry.key == key && key != 0).then_some(entry)
    }
}
