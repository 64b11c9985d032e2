//! Linear models over hashed features, with weights of one byte.

/// Scores labels by the sum of a row of weights for each feature.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Linear<'m, const LABELS: usize> {
    rows: &'m [[u8; LABELS]],
    mask: u32,
}

impl<'m, const LABELS: usize> Linear<'m, LABELS> {
    /// Reads the rows, a power of two of them; none where the bytes do not make up such a number.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        let (rows, rest) = bytes.as_chunks::<LABELS>();
        let mask = u32::try_from(rows.len().checked_sub(1)?).ok()?;
        (rest.is_empty() && rows.len().is_power_of_two()).then_some(Self { rows, mask })
    }

    /// The scores of all labels for `features`.
    pub(crate) fn scores(&self, features: &[u32]) -> [i16; LABELS] {
        let mut scores = [0_i16; LABELS];
        for feature in features {
            let row = &self.rows[(feature & self.mask) as usize];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i16::from(weight.cast_signed());
            }
        }
        scores
    }
}

/// The label with the highest score, the first of equal ones.
pub(crate) fn best<T: PartialOrd + Copy>(scores: &[T]) -> usize {
    let mut best = 0;
    for (label, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = label;
        }
    }
    best
}
