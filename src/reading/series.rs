//! A series of yearly figures in CSV, as spreadsheets and statistics offices
//! write them: `year,value`.

use std::collections::BTreeMap;
use std::path::Path;

use super::file;
use super::problem::{Position, Problem, Problems};

/// Years that a figure may have.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2200;

/// The largest figure: beyond, it is a slip.
const LARGEST: f64 = 1e12;

/// The most columns looked at.
const MOST_FIELDS: usize = 1_000;

/// What stands where a figure is missing.
const MISSING: [&str; 6] = ["", "na", "n/a", "-", ":", ".."];

/// How a file should look.
const FORM: &str = "two columns, a year and its figure, with the header year,value";

/// Reads a series of positive figures, in the order of time.
///
/// Lines that are empty or begin with `#` are skipped, and years whose figure is
/// missing; columns are separated by commas, semicolons or tabs; a header may
/// name more columns than `year` and `value` in any order.
///
/// # Errors
/// What keeps the file from being read, or everything that is wrong with its
/// lines, in their order.
pub fn read(path: &Path) -> Result<Vec<(i32, f64)>, Problems> {
    let file = path.display().to_string();
    let text = file::utf8(&file, file::read_bytes(path)?)?;
    parse(&file, &text)
}

/// Reads the text of a file; `file` is what to call it in messages.
///
/// # Errors
/// As [`read`].
pub fn parse(file: &str, text: &str) -> Result<Vec<(i32, f64)>, Problems> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { file, columns: None, found: BTreeMap::new(), problems: Vec::new() };
    // Lines may end in \n, \r\n or, from old spreadsheets, \r alone.
    let one_ending = text.replace("\r\n", "\n").replace('\r', "\n");
    for (number, line) in (1..).zip(one_ending.lines()) {
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            reader.line(number, line);
        }
        if reader.problems.len() > super::problem::MOST_PROBLEMS || reader.columns.as_ref().is_some_and(|c| c.hopeless)
        {
            break;
        }
    }
    if reader.problems.is_empty() && reader.found.is_empty() {
        reader.problem(None, "there are no figures in it".to_owned(), FORM, "write one line a year");
    }
    if reader.problems.is_empty() {
        Ok(reader.found.into_iter().map(|(year, (value, _))| (year, value)).collect())
    } else {
        Err(Problems::sorted(reader.problems))
    }
}

/// Where the year and the figure stand.
struct Columns {
    separator: char,
    year: usize,
    value: usize,
    /// The header does not say; the lines cannot be read.
    hopeless: bool,
}

struct Reader<'a> {
    file: &'a str,
    columns: Option<Columns>,
    /// Figure and line of each year.
    found: BTreeMap<i32, (f64, usize)>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, at: Option<Position>, message: String, expected: &str, fix: &str) {
        let (file, expected, fix) = (self.file.to_owned(), expected.to_owned(), fix.to_owned());
        self.problems.push(Problem { file, at, message, expected, fix });
    }

    fn line(&mut self, number: usize, line: &str) {
        if self.columns.is_none() {
            let separator = [';', '\t', ','].into_iter().find(|c| line.contains(*c)).unwrap_or(',');
            let fields = fields(line, separator);
            let is_header = fields.first().is_none_or(|f| year(&f.text).is_none());
            self.columns = Some(if is_header {
                self.header(number, &fields, separator)
            } else {
                Columns { separator, year: 0, value: 1, hopeless: false }
            });
            if is_header {
                return;
            }
        }
        let Some(Columns { separator, year: year_at, value: value_at, .. }) = self.columns else { return };
        let fields = fields(line, separator);
        let at = |index: usize| Position {
            line: number,
            column: fields.get(index).map_or(line.chars().count() + 1, |field| field.column),
        };
        let text = |index: usize| fields.get(index).map(|field| field.text.as_str());
        let Some(year) = text(year_at).and_then(year) else {
            let written = text(year_at).unwrap_or_default();
            self.problem(
                Some(at(year_at)),
                format!("{written:?} is not a year"),
                "a whole number from 1800 to 2200",
                "write the year as four digits, or put # before a line that is a remark",
            );
            return;
        };
        let Some(written) = text(value_at) else {
            self.problem(
                Some(at(value_at)),
                format!("{year} has no figure"),
                FORM,
                "add the figure after the year, or leave the field empty where it is missing",
            );
            return;
        };
        if MISSING.contains(&written.to_lowercase().as_str()) {
            return;
        }
        // A comma that separates thousands or decimals makes one field too many, or hides inside quotes.
        let columns_too_many =
            separator == ',' && value_at == 1 && year_at == 0 && fields.len() == 3 && is_digits(&fields[2].text);
        let value = written.parse::<f64>().ok().filter(|v| v.is_finite());
        let Some(value) = value.filter(|_| !columns_too_many) else {
            let written = if columns_too_many { format!("{written},{}", fields[2].text) } else { written.to_owned() };
            self.problem(
                Some(at(value_at)),
                format!("{written:?} is not a number"),
                "a number with a point for decimals and nothing between thousands, such as 86500",
                "write it so, or leave the field empty where the figure is missing",
            );
            return;
        };
        if !(value > 0.0 && value <= LARGEST) {
            self.problem(
                Some(at(value_at)),
                format!("{value} in {year}"),
                "more than zero and at most a million million",
                "leave the field empty where the figure is missing; jobs of none cannot be forecast as growth",
            );
            return;
        }
        if let Some((other, line)) = self.found.insert(year, (value, number)) {
            self.problem(
                Some(at(year_at)),
                format!("{year} has a second figure, {value}, after {other} in line {line}"),
                "one figure a year",
                "keep one of them",
            );
        }
    }

    fn header(&mut self, number: usize, fields: &[Field], separator: char) -> Columns {
        let named = |names: &[&str]| fields.iter().position(|f| names.contains(&f.text.to_lowercase().as_str()));
        let (year, value) = (named(&["year"]), named(&["value", "jobs"]));
        if let Some((year, value)) = year.zip(value) {
            return Columns { separator, year, value, hopeless: false };
        }
        if fields.len() == 2 && fields.iter().all(|f| f.text.parse::<f64>().is_err()) {
            // Two columns under other names.
            return Columns { separator, year: 0, value: 1, hopeless: false };
        }
        let written: Vec<&str> = fields.iter().map(|f| f.text.as_str()).collect();
        self.problem(
            Some(Position { line: number, column: 1 }),
            format!(
                "the first line, {:?}, names no columns year and value and does not begin with a year",
                written.join(", ")
            ),
            FORM,
            "name the two columns year and value",
        );
        Columns { separator, year: 0, value: 1, hopeless: true }
    }
}

/// A field of a line without quotes and spaces around it, and where it begins.
struct Field {
    text: String,
    column: usize,
}

fn fields(line: &str, separator: char) -> Vec<Field> {
    let mut all = Vec::new();
    let (mut text, mut quoted, mut begin, mut ended) = (String::new(), false, 1, 0);
    let mut end = |text: &mut String, begin: usize| {
        let before = text.len() - text.trim_start().len();
        all.push(Field { text: text.trim().to_owned(), column: begin + text[..before].chars().count() });
        text.clear();
    };
    for (at, c) in line.chars().enumerate() {
        if ended == MOST_FIELDS {
            return all;
        }
        match c {
            '"' => quoted = !quoted,
            _ if c == separator && !quoted => {
                end(&mut text, begin);
                begin = at + 2;
                ended += 1;
            }
            _ => text.push(c),
        }
    }
    end(&mut text, begin);
    all
}

/// A year written as a whole number, 2009.0 included, as spreadsheets do.
fn year(text: &str) -> Option<i32> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    whole.parse().ok().filter(|year| YEARS.contains(year))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> String {
        parse("jobs.csv", text).expect_err("something is wrong").to_string()
    }

    #[test]
    fn a_plain_file_is_read_whatever_wrote_it() {
        let expected = vec![(2000, 86_500.0), (2001, 82_500.5)];
        for text in [
            "year,value\n2000,86500\n2001,82500.5\n",
            "2000,86500\n2001,82500.5",
            "\u{feff}year,value\r\n2000,86500\r\n2001,82500.5\r\n",
            "year,value\r2000,86500\r2001,82500.5\r",
            "# Eurostat\n\nyear;value\n2001;82500.5\n2000;86500\n",
            "Year\tJobs\n2000\t86500\n2001\t82500.5\n",
            "\"city\",\"year\",\"value\",\"unit\"\n\"Vienna, AT\",2000,86500,\"persons, C\"\n\"Vienna, AT\",2001,82500.5,x\n",
            "geo,value,year\nAT,86500,2000.0\nAT,82500.5,2001.0\n",
            " year , value \n 2000 , 86500 \n 2001 , 8.25005e4 \n",
            "Jahr,Beschäftigte\n2000,86500\n2001,82500.5\n",
            "year,value\n1999,\n2000,86500\n2001,82500.5\n2002,NA\n2003,:\n",
        ] {
            assert_eq!(parse("jobs.csv", text).expect(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place_and_how_to_mend_it() {
        for (text, words) in [
            ("", ["jobs.csv: there are no figures", "year,value", "one line a year"]),
            ("# nothing\nyear,value\n", ["no figures", "year,value", "fix"]),
            ("year,value\n2000,86500\n20x1,5\n", ["jobs.csv:3:1", "\"20x1\" is not a year", "four digits"]),
            ("year,value\n2000,86500\n2001, ten\n", ["jobs.csv:3:7", "\"ten\" is not a number", "86500"]),
            ("year,value\n2000,\"86,500\"\n", ["jobs.csv:2:6", "\"86,500\" is not a number", "between thousands"]),
            ("year,value\n2000,86,500\n", ["jobs.csv:2:6", "\"86,500\" is not a number", "between thousands"]),
            ("year,value\n2000,inf\n", ["jobs.csv:2:6", "is not a number", "fix"]),
            ("year,value\n2000,NaN\n", ["jobs.csv:2:6", "\"NaN\" is not a number", "leave the field empty"]),
            ("year,value\n2000,0\n", ["jobs.csv:2:6", "0 in 2000", "more than zero"]),
            ("year,value\n2000,-5\n", ["jobs.csv:2:6", "-5 in 2000", "leave the field empty"]),
            ("year,value\n2000\n", ["jobs.csv:2:5", "2000 has no figure", "add the figure"]),
            ("year,value\n2000,5\n2001,6\n2000,7\n", ["jobs.csv:4:1", "second figure", "line 2"]),
            ("place,figure,unit\nVienna,5,jobs\n", ["jobs.csv:1:1", "names no columns year and value", "fix"]),
            ("year,value\n900,5\n", ["jobs.csv:2:1", "is not a year", "1800"]),
        ] {
            let said = says(text);
            for word in words {
                assert!(said.contains(word), "{text:?}: {word:?} is not in {said:?}");
            }
        }
    }

    #[test]
    fn every_bad_line_is_told_at_once() {
        let said = says("year,value\n2000,a\n2001,5\n2002,b\n");
        assert_eq!(said.lines().count(), 2, "{said}");
    }
}
