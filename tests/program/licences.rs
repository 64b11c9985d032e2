//! What the program is built from may be passed on with it.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Licences that ask for no more than their notice to be kept; MPL-2.0 also wants the source of those files themselves to
/// stay available, and the registry keeps it so.
const PERMISSIVE: [&str; 10] = [
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "Zlib",
    "Unicode-3.0",
];

/// Whether an SPDX expression leaves a choice of permissive licences alone. `AND` wants both sides, `OR` one of them.
fn is_permissive(licence: &str) -> bool {
    let licence = licence.replace(['(', ')'], "").replace('/', " OR ");
    licence.split(" OR ").any(|choice| choice.split(" AND ").all(|part| PERMISSIVE.contains(&part.trim())))
}

fn run(program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    let output = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect(program);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The licence that a package names, or whose text it brings instead.
fn licence(package: &Value) -> String {
    if let Some(name) = package["license"].as_str() {
        return name.to_owned();
    }
    let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
    let text = package["license_file"].as_str().and_then(|file| fs::read_to_string(manifest.with_file_name(file)).ok());
    let is_mit = text.is_some_and(|text| text.starts_with("MIT License"));
    if is_mit { "MIT".to_owned() } else { "none".to_owned() }
}

#[test]
fn every_dependency_is_permissive() {
    // Only what this machine builds was fetched, so only that can be asked for without a network.
    let version = run("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let metadata = ["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&run(env!("CARGO"), &metadata)).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 20, "only {} packages", packages.len());
    let others: BTreeSet<String> = packages
        .iter()
        .map(|package| (package["name"].to_string(), licence(package)))
        .filter(|(_, licence)| !is_permissive(licence))
        .map(|(name, licence)| format!("{name}: {licence}"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn expressions() {
    for (licence, expected) in [
        ("MIT OR Apache-2.0", true),
        ("MIT/GPL-3.0", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("none", false),
    ] {
        assert_eq!(is_permissive(licence), expected, "{licence}");
    }
}
