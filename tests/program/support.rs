//! What the tests share.

use std::io::Write;
use std::path::{Path, PathBuf};

/// Data beside the repository that it may not hold itself. Where it is absent, the test says so, past the test
/// harness's capture, and is skipped.
pub(crate) fn shared(path: &str, test: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    writeln!(std::io::stderr(), "skipped: {test}, for want of {}", path.display()).ok();
    None
}
