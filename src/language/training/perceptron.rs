//! Averaged linear models over hashed features, and their quantisation to one byte a weight.

/// Weights in training, with what their average needs.
pub(crate) struct Trainer<const LABELS: usize> {
    weights: Vec<[f32; LABELS]>,
    sums: Vec<[f32; LABELS]>,
    mask: u32,
    step: f32,
}

impl<const LABELS: usize> Trainer<LABELS> {
    /// All weights 0, in 2 to the power of `bits` rows.
    pub(crate) fn new(bits: u32) -> Self {
        let rows = 1_usize << bits;
        Self { weights: vec![[0.0; LABELS]; rows], sums: vec![[0.0; LABELS]; rows], mask: (1 << bits) - 1, step: 1.0 }
    }

    /// The scores of all labels.
    pub(crate) fn scores(&self, features: &[u32]) -> [f32; LABELS] {
        let mut scores = [0.0; LABELS];
        for feature in features {
            let row = &self.weights[(feature & self.mask) as usize];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight;
            }
        }
        scores
    }

    /// Adds `amount` to the weights of `label` for all features.
    pub(crate) fn update(&mut self, features: &[u32], label: usize, amount: f32) {
        for feature in features {
            let row = (feature & self.mask) as usize;
            self.weights[row][label] += amount;
            self.sums[row][label] += amount * self.step;
        }
    }

    /// Counts one example, for the average.
    pub(crate) fn count(&mut self) {
        self.step += 1.0;
    }

    /// The averaged weights.
    pub(crate) fn averaged(&self) -> Vec<[f32; LABELS]> {
        let mean = |(row, sums): (&[f32; LABELS], &[f32; LABELS])| {
            let mut out = [0.0; LABELS];
            for ((out, weight), sum) in out.iter_mut().zip(row).zip(sums) {
                *out = weight - sum / self.step;
            }
            out
        };
        self.weights.iter().zip(&self.sums).map(mean).collect()
    }
}

/// The factor that brings the weights into one byte; the largest one in ten thousand are cut off.
pub(crate) fn scale<const LABELS: usize>(weights: &[[f32; LABELS]]) -> f32 {
    let mut sizes: Vec<f32> = weights.iter().flatten().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let most = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 10_000)).copied().unwrap_or(1.0);
    127.0 / most
}

/// One byte for each weight.
pub(crate) fn quantised<const LABELS: usize>(weights: &[[f32; LABELS]], scale: f32) -> Vec<u8> {
    let byte = |weight: &f32| ((weight * scale).round().clamp(-127.0, 127.0) as i8).cast_unsigned();
    weights.iter().flatten().map(byte).collect()
}
