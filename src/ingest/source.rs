//! What a person named, spelt out file by file.

use super::clean::one_line;
use super::error::{IngestError, Problem};
use std::fs;
use std::path::{Path, PathBuf};

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, named `-`.
    Stdin,
}

/// The forms in which articles are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    Html,
    Records,
    CompressedRecords,
}

impl Form {
    pub(super) const SUFFIXES: [(&'static str, Form); 5] = [
        (".txt", Form::Plain),
        (".html", Form::Html),
        (".htm", Form::Html),
        (".jsonl.gz", Form::CompressedRecords),
        (".jsonl", Form::Records),
    ];

    /// Tells the form by the end of the file's name, and gives the name without it.
    pub(super) fn of(path: &Path) -> Option<(Form, String)> {
        let name = path.file_name()?.to_string_lossy();
        Self::SUFFIXES.iter().find_map(|(suffix, form)| {
            let stem = name.get(..name.len().checked_sub(suffix.len())?)?;
            name.to_lowercase().ends_with(suffix).then(|| (*form, one_line(stem).unwrap_or_default()))
        })
    }
}

/// A path as messages name it: a file's name may hold what would command a terminal.
pub(super) fn shown(path: &Path) -> String {
    one_line(&path.display().to_string()).unwrap_or_default()
}

/// Spells folders out, recursively and sorted by name; in them, hidden files and those of other forms are passed over.
/// Each source comes once, in the order in which it was first named.
pub fn expand(paths: &[PathBuf]) -> (Vec<Source>, Vec<IngestError>) {
    let mut sources = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        let found = if path == Path::new("-") { Ok(vec![Source::Stdin]) } else { spell_out(path) };
        match found {
            Ok(found) => sources.extend(found),
            Err(problem) => errors.push(IngestError { input: shown(path), problem }),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    sources.retain(|source| seen.insert(source.clone()));
    (sources, errors)
}

fn spell_out(path: &Path) -> Result<Vec<Source>, Problem> {
    if !fs::metadata(path).map_err(Problem::Unreadable)?.is_dir() {
        return Ok(vec![Source::File(path.to_owned())]);
    }
    let mut files = Vec::new();
    collect(path, &mut files).map_err(Problem::Unreadable)?;
    if files.is_empty() { Err(Problem::EmptyFolder) } else { Ok(files) }
}

fn collect(folder: &Path, files: &mut Vec<Source>) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // A link to a folder is not followed: it may lead back to where we are.
        if entry.file_type()?.is_dir() {
            collect(&path, files)?;
        } else if Form::of(&path).is_some() {
            files.push(Source::File(path));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Form;
    use std::path::Path;

    #[test]
    fn forms_are_told_by_the_end_of_the_name() {
        let check = |path: &str, expected: Option<(Form, &str)>| {
            let got = Form::of(Path::new(path));
            assert_eq!(got.as_ref().map(|(form, stem)| (*form, stem.as_str())), expected, "{path}");
        };
        check("a/berita.txt", Some((Form::Plain, "berita")));
        check("BERITA.HTM", Some((Form::Html, "BERITA")));
        check("arsip.2024.jsonl.gz", Some((Form::CompressedRecords, "arsip.2024")));
        check("arsip.jsonl", Some((Form::Records, "arsip")));
        check("a\u{1b}[2J.txt", Some((Form::Plain, "a [2J")));
        check("foto.png", None);
        check("txt", None);
        check("ä.tx", None);
    }
}
