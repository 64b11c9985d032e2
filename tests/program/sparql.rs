//! `graph sparql`: the engine's answers, or how to get the engine.

use crate::support::{Folder, repository};

/// A folder with the graph of the sample articles.
fn asked() -> Folder {
    let folder = Folder::new();
    folder.graph(&["build", &repository("data/articles").display().to_string()]).expect(0, &[]);
    folder
}

#[cfg(not(feature = "sparql"))]
#[test]
fn a_program_without_the_engine_says_how_to_get_it() {
    asked().graph(&["sparql", "--query", "ASK {}"]).expect(2, &["--features sparql"]);
}

#[cfg(feature = "sparql")]
#[test]
fn questions_are_answered_over_the_rdf_form() {
    let folder = asked();
    let ask =
        |arguments: &[&str], status: i32| folder.graph(&[&["sparql"], arguments].concat()).expect(status, &[]).out;
    let select = "SELECT ?n (COUNT(?s) AS ?c) WHERE { ?s a ?k . ?s prov:wasAssociatedWith ?a . ?a rdfs:label ?n } \
                  GROUP BY ?n ORDER BY DESC(?c) ?n LIMIT 3";
    let table = ask(&["--query", select], 0);
    assert!(table.starts_with("n ") && table.lines().count() == 4, "{table}");
    folder.write("soal.rq", "SELECT ?t WHERE { ?t a schema:Claim }");
    let rows = ask(&["--query", "soal.rq", "--json"], 0);
    let rows: serde_json::Value = serde_json::from_str(&rows).expect("JSON");
    assert!(rows["results"]["bindings"].as_array().is_some_and(|rows| rows.len() > 50), "{rows}");
    assert_eq!(ask(&["--query", "ASK { ?t a schema:Claim }"], 0), "true\n");
    assert_eq!(ask(&["--query", "ASK { ?t a schema:Recipe }"], 1), "false\n");
    assert_eq!(ask(&["--query", "SELECT ?t { ?t a schema:Recipe }"], 1), "t\n");
    let made = ask(&["--query", "CONSTRUCT { ?c a sg:Said } WHERE { ?c a schema:Claim }"], 0);
    assert!(made.contains("@prefix sg:") && made.contains("sg:Said"), "{made}");
    folder.graph(&["sparql", "--query", "SELECT WHERE"]).expect(2, &["no SPARQL"]);
}
