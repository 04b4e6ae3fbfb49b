//! A table of texts and numbers, and the three ways to write it.

use std::borrow::Cow;

use crate::units;

/// Columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns, as in files.
    pub columns: Vec<Cow<'static, str>>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// One entry of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// A text.
    Text(Cow<'static, str>),
    /// A year or a count, written without groups.
    Whole(i32),
    /// A number to twelve significant digits, and the decimals that a reader wants of it.
    Number(f64, usize),
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A number with the decimals that show four figures of it; empty if it is
    /// not finite.
    #[must_use]
    pub fn number(value: f64) -> Self {
        Self::finite(value, decimals(value))
    }

    /// A number with these decimals; empty if it is not finite. Files get twelve
    /// significant digits: enough for any comparison, without the last bits of
    /// arithmetic, so that a stated 0.045 is 0.045.
    #[must_use]
    pub fn finite(value: f64, decimals: usize) -> Self {
        if !value.is_finite() {
            return Self::Empty;
        }
        let rounded = format!("{value:.11e}").parse().unwrap_or(value);
        Self::Number(rounded, decimals)
    }

    /// As in CSV: numbers as short as they can be read back, texts as [`inert`] ones.
    pub(super) fn csv(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => inert(text),
            _ => self.plain(),
        }
    }

    /// Numbers as short as they can be read back.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Number(value, _) => Cow::Owned(value.to_string()),
        }
    }

    /// As for a reader: numbers rounded and in groups.
    fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Number(value, decimals) => Cow::Owned(units::number(*value, *decimals)),
            // A row is a line.
            Self::Text(text) if text.contains(['\n', '\r', '\t']) => Cow::Owned(text.replace(['\n', '\r', '\t'], " ")),
            _ => self.plain(),
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) => text.as_ref().into(),
            Self::Whole(number) => (*number).into(),
            // A number that JSON cannot hold becomes null.
            Self::Number(value, _) => (*value).into(),
        }
    }

    const fn is_number(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Number(..))
    }
}

/// A text that no spreadsheet takes for a formula: where a cell could begin,
/// which is at its start and, in countries whose spreadsheets separate by
/// semicolons or tabs, after one of these, an apostrophe stands before what
/// would begin one. What is a number stays a number.
pub(super) fn inert(text: &str) -> Cow<'_, str> {
    let begins_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let separates = |c: char| matches!(c, ';' | '\t' | '\r' | '\n');
    if text.parse::<f64>().is_ok_and(f64::is_finite) || !text.contains(begins_formula) {
        return Cow::Borrowed(text);
    }
    let mut inert = String::with_capacity(text.len() + 1);
    let mut cell_begins = true;
    for c in text.chars() {
        if cell_begins && begins_formula(c) {
            inert.push('\'');
        }
        inert.push(c);
        cell_begins = separates(c);
    }
    Cow::Owned(inert)
}

/// Decimals that show four figures of a number, and no more than six.
fn decimals(value: f64) -> usize {
    [1000.0, 100.0, 10.0, 1.0, 0.1, 0.01].iter().position(|&size| value.abs() >= size).unwrap_or(6)
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(columns: &[&'static str]) -> Self {
        Self { columns: columns.iter().map(|&name| Cow::Borrowed(name)).collect(), rows: Vec::new() }
    }

    /// CSV with a header line; what is empty stays empty, and no text is a formula.
    ///
    /// # Errors
    /// If a row is not as long as the header, which is a fault of the program.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|name| inert(name).into_owned()))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| cell.csv().into_owned()))?;
        }
        writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    }

    /// An array of the rows as objects, one a line; what is empty is null.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        let mut text = String::from("[");
        for (i, row) in self.rows.iter().enumerate() {
            let object: serde_json::Map<String, serde_json::Value> =
                self.columns.iter().zip(row).map(|(name, cell)| (name.clone().into_owned(), cell.json())).collect();
            text.push_str(if i == 0 { "\n" } else { ",\n" });
            text.push_str(&serde_json::Value::Object(object).to_string());
        }
        text.push_str("\n]\n");
        text.into_bytes()
    }

    /// Columns side by side for a reader; numbers to the right.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        let shown: Vec<Vec<Cow<'_, str>>> = self.rows.iter().map(|row| row.iter().map(Cell::shown).collect()).collect();
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let cells = shown.iter().filter_map(|row| row.get(i)).map(|cell| cell.chars().count());
                cells.chain([name.chars().count()]).max().unwrap_or(0)
            })
            .collect();
        let right: Vec<bool> = (0..self.columns.len())
            .map(|i| self.rows.iter().any(|row| row.get(i).is_some_and(Cell::is_number)))
            .collect();
        let mut text = String::new();
        let header = self.columns.iter().map(|name| Cow::Borrowed(name.as_ref())).collect();
        for row in std::iter::once(&header).chain(&shown) {
            let mut line = String::new();
            for ((cell, width), right) in row.iter().zip(&widths).zip(&right) {
                let fill = " ".repeat(width - cell.chars().count());
                let (before, after) = if *right { (fill, String::new()) } else { (String::new(), fill) };
                line.push_str(&before);
                line.push_str(cell);
                line.push_str(&after);
                line.push_str("  ");
            }
            text.push_str(line.trim_end_matches(' '));
            text.push('\n');
        }
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&["name", "year", "value"]);
        table.rows.push(vec![Cell::text("a, \"b\""), Cell::Whole(2030), Cell::number(0.1 + 0.2)]);
        table.rows.push(vec![Cell::text("c"), Cell::Whole(2031), Cell::number(f64::NAN)]);
        table.rows.push(vec![Cell::text("d"), Cell::Whole(2032), Cell::number(-123_456.7)]);
        table
    }

    fn string(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn files_get_twelve_digits() {
        insta::assert_snapshot!(string(table().csv().expect("rows as long as the header")), @r#"
        name,year,value
        "a, ""b""",2030,0.3
        c,2031,
        d,2032,-123456.7
        "#);
        insta::assert_snapshot!(string(table().json()), @r#"
        [
        {"name":"a, \"b\"","year":2030,"value":0.3},
        {"name":"c","year":2031,"value":null},
        {"name":"d","year":2032,"value":-123456.7}
        ]
        "#);
    }

    #[test]
    fn no_text_is_a_formula_in_a_spreadsheet() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+1 more", "'+1 more"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
            ("first\n=2", "first\n'=2"),
            ("＝1", "'＝1"),
            // What is none stays as it is.
            ("-5", "-5"),
            ("+0.25", "+0.25"),
            ("-1e-3", "-1e-3"),
            ("a - b = c", "a - b = c"),
            ("land-use", "land-use"),
            ("-inf", "'-inf"),
            ("", ""),
        ] {
            assert_eq!(inert(text), written, "{text:?}");
        }
        let mut table = Table::new(&["name", "value"]);
        table.columns.push("=HYPERLINK(\"x\")".into());
        table.rows.push(vec![Cell::text("=1"), Cell::number(-5.0), Cell::Whole(-3)]);
        insta::assert_snapshot!(string(table.csv().expect("rows as long as the header")), @r#"
        name,value,"'=HYPERLINK(""x"")"
        '=1,-5,-3
        "#);
        assert!(string(table.json()).contains("\"name\":\"=1\""), "programs get the text as it is");
    }

    #[test]
    fn readers_get_numbers_rounded_and_aligned() {
        let text = string(table().text());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "name    year     value");
        assert_eq!(lines[1], "a, \"b\"  2030    0.3000");
        assert_eq!(lines[2], "c       2031");
        assert_eq!(lines[3], "d       2032  −123\u{202f}457");
    }
}
