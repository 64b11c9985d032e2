//! Linear models over a list of learnt features: their hashes in rising order, four bytes each (little-endian), then for
//! each of them a signed byte a label. Features that were not learnt count nothing.

/// A weight of one, in the whole numbers of the file.
pub(crate) const UNIT: i16 = 32;

/// Bytes of a feature's hash.
const KEY: usize = 4;

/// A row of weights for each feature that was learnt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyed<'m, const LABELS: usize> {
    keys: &'m [[u8; KEY]],
    rows: &'m [[u8; LABELS]],
}

impl<'m, const LABELS: usize> Keyed<'m, LABELS> {
    /// Reads the table; none where the bytes are not a whole number of rows.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let count = bytes.len() / (KEY + LABELS);
        let (keys, rows) = bytes.split_at(count * KEY);
        let ((keys, _), (rows, rest)) = (keys.as_chunks(), rows.as_chunks());
        rest.is_empty().then_some(Self { keys, rows })
    }

    /// The scores of all labels for `features`.
    pub(crate) fn scores(&self, features: &[u32]) -> [i16; LABELS] {
        let mut scores = [0_i16; LABELS];
        for feature in features {
            let Ok(at) = self.keys.binary_search_by_key(feature, |key| u32::from_le_bytes(*key)) else { continue };
            for (score, weight) in scores.iter_mut().zip(self.rows[at]) {
                *score += i16::from(weight.cast_signed());
            }
        }
        scores
    }
}
