//! Tables of linguistic knowledge: tab-separated, the first line the header, `#` lines comments.
//!
//! Every table has a column `id` and, where its rows match words in running text, the columns `must` and `must_not`:
//! example sentences separated by ` | `, which the tests of the table's own room run.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

/// A parsed table.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    name: &'a str,
    header: Vec<&'a str>,
    rows: Vec<(usize, Vec<&'a str>)>,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t, 'a> {
    table: &'t Table<'a>,
    line: usize,
    cells: &'t [&'a str],
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    table: String,
    line: usize,
    problem: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table {}, line {}: {}", self.table, self.line, self.problem)
    }
}

impl Error for TableError {}

impl<'a> Table<'a> {
    /// Parses `text`, the content of the table that messages call `name`.
    pub fn parse(name: &'a str, text: &'a str) -> Result<Self, TableError> {
        let mut lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.trim_end_matches('\r')));
        let mut lines = lines.by_ref().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let header: Vec<&str> = lines.next().map(|(_, line)| line.split('\t').collect()).unwrap_or_default();
        let mut table = Self { name, header, rows: Vec::new() };
        if table.header.first() != Some(&"id") {
            return Err(table.error(1, "the first column must be `id`"));
        }
        let mut ids = BTreeSet::new();
        for (line, content) in lines {
            let mut cells: Vec<&str> = content.split('\t').map(str::trim).collect();
            if cells.len() > table.header.len() {
                let problem = format!("{} cells under a header of {}", cells.len(), table.header.len());
                return Err(table.error(line, &problem));
            }
            if !ids.insert(cells[0]) {
                return Err(table.error(line, &format!("the id `{}` stands twice", cells[0])));
            }
            cells.resize(table.header.len(), "");
            table.rows.push((line, cells));
        }
        Ok(table)
    }

    /// Its rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }

    fn error(&self, line: usize, problem: &str) -> TableError {
        TableError { table: self.name.to_owned(), line, problem: problem.to_owned() }
    }
}

impl<'a> Row<'_, 'a> {
    /// The cell under `column`, an error where the table has no such column.
    pub fn get(&self, column: &str) -> Result<&'a str, TableError> {
        let at = self.table.header.iter().position(|name| *name == column);
        at.and_then(|i| self.cells.get(i).copied()).ok_or_else(|| self.error(&format!("no column `{column}`")))
    }

    /// The parts of the cell under `column`, separated by ` | `; none where it is empty.
    pub fn list(&self, column: &str) -> Result<impl Iterator<Item = &'a str>, TableError> {
        Ok(self.get(column)?.split(" | ").map(str::trim).filter(|part| !part.is_empty()))
    }

    /// Its line in the file, counted from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// An error about this row.
    pub fn error(&self, problem: &str) -> TableError {
        self.table.error(self.line, problem)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn check(text: &str, expected: Result<&[&str], &str>) {
        let got = Table::parse("t", text).map(|t| t.rows().map(|r| r.cells.join("/")).collect::<Vec<_>>());
        match expected {
            Ok(rows) => assert_eq!(got.expect(text), rows),
            Err(message) => assert_eq!(got.expect_err(text).to_string(), message),
        }
    }

    #[test]
    fn parses_rows_and_names_what_is_wrong() {
        check("id\ta\n# why\nx\t1\r\n\ny", Ok(&["x/1", "y/"]));
        check("a\tb\n", Err("table t, line 1: the first column must be `id`"));
        check("id\nx\nx\n", Err("table t, line 3: the id `x` stands twice"));
        check("id\nx\ty\n", Err("table t, line 2: 2 cells under a header of 1"));
    }

    #[test]
    fn cells_are_found_by_the_name_of_their_column() {
        let table = Table::parse("t", "id\ta\nx\tone | two |\n").expect("parses");
        let row = table.rows().next().expect("a row");
        assert_eq!(row.list("a").expect("column a").collect::<Vec<_>>(), ["one", "two |"]);
        assert_eq!(row.get("b").expect_err("no b").to_string(), "table t, line 2: no column `b`");
    }
}
