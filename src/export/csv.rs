//! A table as comma-separated values, for spreadsheets and programs alike.
//!
//! The form of RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something
//! else. Does not know what the table holds.

/// A table; every row has as many cells as the first one.
pub(crate) fn write<Row>(rows: impl IntoIterator<Item = Row>) -> String
where
    Row: IntoIterator<Item: AsRef<str>>,
{
    let mut table = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                table.push(',');
            }
            push(cell.as_ref(), &mut table);
        }
        table.push_str("\r\n");
    }
    table
}

/// Appends a cell, with an apostrophe where a spreadsheet would run it as a formula.
fn push(cell: &str, table: &mut String) {
    let apostrophe = if cell.starts_with(runs) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        table.push('"');
        table.push_str(apostrophe);
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(apostrophe);
        table.push_str(cell);
    }
}

/// Whether a cell with this first character may be run as a formula: the characters that OWASP
/// names, and their wide forms.
pub(crate) const fn runs(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}
