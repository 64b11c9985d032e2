//! The trained weights of the model of kinds.

use crate::extract::reading::StatementKind;
use crate::language::models::keyed::Keyed;
use crate::language::models::{ModelError, ModelFile, ModelKind};

/// The kinds in the order of the columns.
pub(in crate::extract) const KINDS: [StatementKind; 7] = [
    StatementKind::Claim,
    StatementKind::Accusation,
    StatementKind::Denial,
    StatementKind::Confirmation,
    StatementKind::Condemnation,
    StatementKind::Demand,
    StatementKind::Commitment,
];
/// A row for each feature that was learnt.
pub(super) type Weights<'m> = Keyed<'m, { KINDS.len() }>;
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
