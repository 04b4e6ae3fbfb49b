//! The report of the model's checks as text for a reader.

use std::fmt::Write as _;

use crate::checks::report::{Checked, Report, Row};

/// The longest line (characters).
const WIDTH: usize = 100;

/// What stands before the figures.
const INDENT: &str = "         ";

/// Every check: what was found, how it is put to the model, what was expected
/// and what each city shows.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    for checked in &report.checked {
        check(&mut text, checked);
        text.push('\n');
    }
    let failures = report.failures().count();
    let _ = match failures {
        0 => writeln!(text, "All {} figures are where they must be.", report.figures()),
        _ => writeln!(text, "{failures} of {} figures are not where they must be.", report.figures()),
    };
    text
}

fn check(text: &mut String, checked: &Checked) {
    paragraph(text, [""; 2], &checked.title);
    paragraph(text, ["  "; 2], &checked.note);
    for source in &checked.sources {
        paragraph(text, ["  ", "    "], &format!("Source: {source}"));
    }
    for shown in &checked.rows {
        row(text, shown);
    }
}

fn row(text: &mut String, row: &Row) {
    let verdict = match (row.expected.is_empty(), row.holds()) {
        (true, _) => "     ",
        (false, true) => "holds",
        (false, false) => "FAILS",
    };
    let expected = if row.expected.is_empty() { String::new() } else { format!(", expected {}", row.expected) };
    let shown = row.shown.iter().map(|shows| {
        let mark = if shows.holds { "" } else { " (!)" };
        format!("{}: {}{mark}", shows.city, shows.figure)
    });
    paragraph(text, [&format!("  {verdict}  "), INDENT], &format!("{}{expected}", row.what));
    paragraph(text, [INDENT; 2], &shown.collect::<Vec<_>>().join("; "));
}

/// Writes a text in lines of at most [`WIDTH`] characters where words allow it,
/// with one indent before the first and another before the others.
fn paragraph(text: &mut String, [first, others]: [&str; 2], words: &str) {
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in words.split(' ') {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{line}");
            others.clone_into(&mut line);
        } else if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    if !is_empty {
        let _ = writeln!(text, "{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::report::Shows;

    #[test]
    fn a_report_says_what_fails_and_where() {
        let shows = |city: &str, holds| Shows { city: city.to_owned(), figure: "+3 %".to_owned(), holds };
        let row = |expected: &str, shown| Row { what: "jobs".to_owned(), expected: expected.to_owned(), shown };
        let report = Report {
            checked: vec![Checked {
                title: "A finding".to_owned(),
                note: "A note of many words ".repeat(6).trim_end().to_owned(),
                sources: vec!["A paper".to_owned()],
                rows: vec![
                    row("0 to 2 %", vec![shows("London", false), shows("Brussels", true)]),
                    row("", vec![shows("London", true)]),
                ],
            }],
        };
        insta::assert_snapshot!(text(&report), @"
        A finding
          A note of many words A note of many words A note of many words A note of many words A note of many
          words A note of many words
          Source: A paper
          FAILS  jobs, expected 0 to 2 %
                 London: +3 % (!); Brussels: +3 %
                 jobs
                 London: +3 %

        1 of 2 figures are not where they must be.
        ");
    }
}
