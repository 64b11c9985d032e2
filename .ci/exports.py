"""Opens each export with somebody else's reader and counts what it finds there.

usage: exports.py GRAPH.json FOLDER, where FOLDER holds what `graph export` wrote of that graph in every format.
"""

import csv
import json
import re
import sys
from pathlib import Path

import antlr4
import networkx
import pydot
import rdflib
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser
from followthemoney import model
from networkx.readwrite import json_graph


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: {found}, not {expected}")
    print(f"{what}: {found}")


class Refusals(ErrorListener):
    """Ends the run at the first word that the grammar does not allow."""

    def syntaxError(self, recognizer, symbol, line, column, message, error):
        sys.exit(f"cypher, openCypher grammar: {line}:{column} {message}")


def parse_cypher(text):
    """Parses statements by the openCypher grammar, which lacks two of Neo4j's own clauses: those are put otherwise."""
    text = re.sub(r"LOAD CSV WITH HEADERS FROM '[^']*' AS row", "UNWIND [1] AS row", text)
    statements = [it for it in text.split(";\n") if it.strip() and not it.startswith("CREATE CONSTRAINT")]
    for statement in statements:
        lexer = CypherLexer(antlr4.InputStream(statement + ";"))
        parser = CypherParser(antlr4.CommonTokenStream(lexer))
        for part in (lexer, parser):
            part.removeErrorListeners()
            part.addErrorListener(Refusals())
        parser.script()
    return len(statements)


def main(graph_file, folder):
    stored = json.loads(Path(graph_file).read_text())
    nodes, links = len(stored["nodes"]), len(stored["links"])
    folder = Path(folder)

    graph = json_graph.node_link_graph(stored, edges="links")
    same("json, NetworkX", (graph.number_of_nodes(), graph.number_of_edges()), (nodes, links))

    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    same("graphml, NetworkX", (graph.number_of_nodes(), graph.number_of_edges()), (nodes, links))
    kinds = sorted({data["type"] for _, data in graph.nodes(data=True)})
    same("graphml, types", kinds, sorted({node["type"] for node in stored["nodes"]}))

    graph = networkx.read_gexf(folder / "graph.gexf")
    same("gexf, NetworkX", (graph.number_of_nodes(), graph.number_of_edges()), (nodes, links))

    (graph,) = pydot.graph_from_dot_file(folder / "graph.dot")
    same("dot, pydot", (len(graph.get_nodes()), len(graph.get_edges())), (nodes, links))

    turtle = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    linked = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    same("turtle and json-ld, rdflib: triples", len(linked), len(turtle))
    claims = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a <https://schema.org/Claim> }"
    expected = sum(node["type"] == "proposition" for node in stored["nodes"])
    same("turtle, claims", int(next(iter(turtle.query(claims)))[0]), expected)

    entities = 0
    for line in (folder / "graph.ftm.jsonl").read_text().splitlines():
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        entity.schema.validate(data)
        entities += 1
    expected = sum(node["type"] in ("actor", "article") for node in stored["nodes"])
    if entities < expected:
        sys.exit(f"ftm: {entities} entities, not {expected} or more")
    print(f"ftm, followthemoney: {entities}")

    for name, sort in [("actors", "actor"), ("statements", "statement"), ("transfers", "transfer")]:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        same(f"csv, {name}", len(rows), sum(node["type"] == sort for node in stored["nodes"]))
    for name, expected in [("nodes", nodes), ("relationships", links)]:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        same(f"neo4j, {name}", len(rows) - 1, expected)
        same(f"neo4j, {name}: widths", {len(row) for row in rows}, {len(rows[0])})

    relations = {link["relation"] for link in stored["links"]}
    kinds = {node["type"] for node in stored["nodes"]}
    same("cypher, openCypher grammar: statements", parse_cypher((folder / "load.cypher").read_text()), len(relations) + len(kinds))


main(*sys.argv[1:])
