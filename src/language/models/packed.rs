//! Model files that stand in `data/model/` packed by gzip (RFC 1952), for most of their weights are zero.

use flate2::read::GzDecoder;
use std::io::Read;
use std::sync::OnceLock;

/// A packed file that is part of the program, unpacked when it is first asked for.
#[derive(Debug)]
pub(crate) struct Packed {
    bytes: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
}

impl Packed {
    /// Of the bytes of a packed file.
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, unpacked: OnceLock::new() }
    }

    /// The model file.
    pub(crate) fn get(&'static self) -> &'static [u8] {
        self.unpacked.get_or_init(|| unpack(self.bytes))
    }
}

/// The model file that `bytes` were packed from, as far as they can be read: whoever opens it says what is wrong with a
/// part.
pub fn unpack(bytes: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let _ = GzDecoder::new(bytes).read_to_end(&mut file);
    file
}

/// Packs a model file; the same bytes each time.
#[cfg(any(test, feature = "train"))]
pub fn pack(file: &[u8]) -> std::io::Result<Vec<u8>> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(file)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn what_is_packed_comes_back_and_a_part_of_it_does_not_pass_for_the_whole() {
        let file: Vec<u8> = (0..5000_u32).flat_map(|i| (i % 7 * i).to_le_bytes()).collect();
        let packed = pack(&file).expect("memory takes all bytes");
        assert_eq!(unpack(&packed), file);
        assert!(packed.len() < file.len() && unpack(&packed[..packed.len() / 2]).len() < file.len());
        assert!(unpack(b"text").is_empty());
    }
}
