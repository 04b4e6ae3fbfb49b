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

    /// As in CSV: numbers as short as they can be read back.
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

    /// CSV with a header line; what is empty stays empty.
    ///
    /// # Errors
    /// If a row is not as long as the header, which is a fault of the program.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|name| name.as_bytes()))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| cell.plain().into_owned()))?;
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
    fn readers_get_numbers_rounded_and_aligned() {
        let text = string(table().text());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "name    year     value");
        assert_eq!(lines[1], "a, \"b\"  2030    0.3000");
        assert_eq!(lines[2], "c       2031");
        assert_eq!(lines[3], "d       2032  −123\u{202f}457");
    }
}
