//! Hashes of strings and of features; the same on every platform.

/// Hash of no bytes.
pub(crate) const START: u32 = 0x811c_9dc5;

/// Takes one more byte into a hash of a string (FNV-1a).
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Hash of a string.
pub(crate) fn bytes(bytes: &[u8]) -> u32 {
    bytes.iter().fold(START, |hash, byte| step(hash, *byte))
}

/// Hash of several strings, each closed by a zero byte.
pub(crate) fn parts(parts: &[&str]) -> u32 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain(std::iter::once(0)));
    let hash = bytes.fold(START, step);
    hash ^ (hash >> 15)
}

/// Hash of two hashes, in this order.
#[allow(clippy::cast_possible_truncation, reason = "the upper half of the product is the hash")]
pub(crate) fn pair(first: u32, second: u32) -> u32 {
    let product = (u64::from(first).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (u64::from(second) << 17 | 1))
        .wrapping_mul(0xff51_afd7_ed55_8ccd);
    (product >> 32) as u32
}
