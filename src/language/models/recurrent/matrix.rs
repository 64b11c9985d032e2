//! Matrices of a model file: for each row its scale, a float of four bytes, then a signed byte a value.

use crate::language::models::ModelError;

/// How many sums a dot product runs side by side.
const LANES: usize = 8;
/// The greatest value of a byte in the file.
#[cfg(feature = "train")]
const TOP: f32 = 127.0;

/// Numbers in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Matrix {
    pub(crate) values: Vec<f32>,
    width: usize,
}

impl Matrix {
    /// Of zeros.
    pub(crate) fn zeros(rows: usize, width: usize) -> Self {
        Self { values: vec![0.0; rows * width], width }
    }

    /// How long a row is.
    #[cfg(feature = "train")]
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.width..(at + 1) * self.width]
    }

    #[cfg(feature = "train")]
    pub(crate) fn row_mut(&mut self, at: usize) -> &mut [f32] {
        &mut self.values[at * self.width..(at + 1) * self.width]
    }

    /// Adds its product with `input` to `output`.
    pub(crate) fn multiply(&self, input: &[f32], output: &mut [f32]) {
        for (row, out) in self.values.chunks_exact(self.width).zip(output) {
            *out += dot(row, input);
        }
    }

    /// As it stands in a file.
    #[cfg(feature = "train")]
    #[allow(clippy::cast_possible_truncation, reason = "the scale makes the greatest value fit")]
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.values.len() + self.values.len() / self.width * 4);
        for row in self.values.chunks_exact(self.width) {
            let scale = row.iter().fold(0.0_f32, |top, value| top.max(value.abs())) / TOP;
            bytes.extend(scale.to_le_bytes());
            let part = |value: &f32| if scale > 0.0 { (value / scale).round() as i8 } else { 0 };
            bytes.extend(row.iter().map(|value| part(value).cast_unsigned()));
        }
        bytes
    }
}

/// The dot product, in an order of its own.
pub(crate) fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0_f32; LANES];
    let (ones, one_rest) = one.as_chunks::<LANES>();
    let (others, other_rest) = other.as_chunks::<LANES>();
    for (a, b) in ones.iter().zip(others) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest: f32 = one_rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

/// Adds `factor` times `other` to `sum`.
pub(crate) fn add_scaled(sum: &mut [f32], other: &[f32], factor: f32) {
    for (value, other) in sum.iter_mut().zip(other) {
        *value += factor * other;
    }
}

/// Takes the weights of a model file apart.
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(super) fn new(rest: &'b [u8]) -> Self {
        Self { rest }
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'b [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Length)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn number(&mut self) -> Result<u32, ModelError> {
        let four = self.take(4)?.try_into().map_err(|_| ModelError::Length)?;
        Ok(u32::from_le_bytes(four))
    }

    pub(super) fn matrix(&mut self, rows: usize, width: usize) -> Result<Matrix, ModelError> {
        let mut matrix = Matrix::zeros(rows, width);
        for row in matrix.values.chunks_exact_mut(width) {
            let scale = f32::from_bits(self.number()?);
            for (value, byte) in row.iter_mut().zip(self.take(width)?) {
                *value = f32::from(byte.cast_signed()) * scale;
            }
        }
        Ok(matrix)
    }

    pub(super) fn finish(&self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(ModelError::Length) }
    }
}
