//! The trained weights of the model of kinds: a row of signed bytes for each slot of the hashed features, one for each kind.

use crate::extract::reading::StatementKind;
use crate::language::models::linear::Linear;
use crate::language::models::{ModelError, ModelFile, ModelKind};

/// The kinds in the order of the columns.
pub(super) const KINDS: [StatementKind; 7] = [
    StatementKind::Claim,
    StatementKind::Accusation,
    StatementKind::Denial,
    StatementKind::Confirmation,
    StatementKind::Condemnation,
    StatementKind::Demand,
    StatementKind::Commitment,
];
/// A weight of one, in the whole numbers of the file.
pub(super) const UNIT: i16 = 32;
/// A row for each slot of the hashed features.
pub(super) type Weights<'m> = Linear<'m, { KINDS.len() }>;
/// Scores in the order of [`KINDS`].
pub(super) type Scores = [i16; KINDS.len()];

/// The weights of this program, learnt with the word table that has the key `table`.
pub(super) fn embedded(table: u32) -> Result<Weights<'static>, ModelError> {
    let file = ModelFile::read(include_bytes!("../../../data/model/kinds.bin"), ModelKind::Kinds)?;
    if file.table != table {
        return Err(ModelError::WordTable);
    }
    Weights::new(file.weights).ok_or(ModelError::Length)
}
