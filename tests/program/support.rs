//! What the tests share.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Something in this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Data beside the repository that it may not hold itself. Where it is absent, the test says so, past the test
/// harness's capture, and is skipped.
pub(crate) fn shared(path: &str, test: &str) -> Option<PathBuf> {
    let path = repository("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    writeln!(std::io::stderr(), "skipped: {test}, for want of {}", path.display()).ok();
    None
}

/// A folder of its own for one test, gone when the test passes.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// Writes a file, and the folders above it, and gives back where it stands.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder for the file");
        fs::write(&path, content).expect("a file");
        path
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs the program in this folder.
    pub(crate) fn graph(&self, arguments: &[&str]) -> Run {
        self.graph_with_input(arguments, b"")
    }

    /// Runs the program in this folder with something on its standard input.
    pub(crate) fn graph_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_graph"));
        command.current_dir(&self.0).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // A program that does not read its input closes it, which is no failure of ours.
        child.stdin.take().expect("piped").write_all(input).ok();
        Run::from(child.wait_with_output().expect("the program ends"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            fs::remove_dir_all(&self.0).ok();
        }
    }
}

/// What a run of the program left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { status: output.status.code().expect("not killed"), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Run {
    /// Holds the run to its exit status and to words that its standard error must hold.
    #[track_caller]
    pub(crate) fn expect(self, status: i32, in_err: &[&str]) -> Self {
        assert_eq!(self.status, status, "{self:#?}");
        for words in in_err {
            assert!(self.err.contains(words), "`{words}` is missing: {self:#?}");
        }
        self
    }
}

/// A short article that reads as Indonesian.
pub(crate) const ARTICLE: &str =
    "Menteri Membantah\nMenteri itu membantah tuduhan bahwa ia menerima uang dari pengusaha.\n";
