//! Number text: how figures are written, and read back when typed.
//!
//! Thousands stand in groups of three with a narrow no-break space, a negative
//! number has a true minus sign, and a unit follows after a no-break space:
//! `120 600`, `−3.2 %`. A thread can be told to write with the marks of another
//! language: `120.600`, `−3,2 %`. Nothing here knows what a number means.

use std::cell::Cell;

/// The narrow no-break space between groups of digits.
pub const NARROW: char = '\u{202f}';

/// The no-break space between a number and its unit.
pub const SPACE: char = '\u{a0}';

/// The minus sign.
pub const MINUS: char = '\u{2212}';

/// What stands where there is no number.
pub const NONE: &str = "–";

/// The marks inside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before the decimals.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
}

impl Marks {
    /// Those of the command line, of files for people, and of English.
    pub const PLAIN: Self = Self { decimal: '.', group: NARROW };
}

thread_local! {
    static MARKS: Cell<Marks> = const { Cell::new(Marks::PLAIN) };
}

/// Has this thread write, and read, numbers with these marks.
pub fn write_with(marks: Marks) {
    MARKS.set(marks);
}

/// What parts decimals from the whole, for this thread.
#[must_use]
pub fn decimal() -> char {
    MARKS.get().decimal
}

/// A number with a fixed count of decimals: `120 600`, `−0.25`. A number that
/// rounds to zero has no sign; one that is not finite is [`NONE`].
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    let marks = MARKS.get();
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 8);
    if value < 0.0 && !is_zero(&plain) {
        text.push(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

/// A change: as [`number`], with a plus sign where it is positive.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if value > 0.0 && !is_zero(&text) { format!("+{text}") } else { text }
}

/// A number at the decimals that it needs, with its unit if it has one.
#[must_use]
pub fn with_unit(value: f64, unit: &str) -> String {
    let number = number(value, decimals_of(value));
    if unit.is_empty() { number } else { format!("{number}{SPACE}{unit}") }
}

/// Whether a number as it is written is nothing: zero at its decimals, or [`NONE`].
#[must_use]
pub fn is_zero(written: &str) -> bool {
    !written.bytes().any(|b| matches!(b, b'1'..=b'9'))
}

/// Rounds to a count of significant figures, and never finer than to `finest`.
#[must_use]
pub fn rounded(value: f64, figures: i32, finest: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let magnitude = value.abs().log10().floor();
    let step = 10f64.powf(magnitude + 1.0 - f64::from(figures)).max(finest);
    (value / step).round() * step
}

/// Rounds the parts of a whole to multiples of a step so that they add up to
/// the whole, which is such a multiple itself. Those that lose most by rounding
/// down are rounded up. Nothing is rounded where something is not a number.
#[must_use]
pub fn adding_up(parts: &[f64], whole: f64, step: f64) -> Vec<f64> {
    if parts.is_empty() || parts.iter().chain([&whole]).any(|part| !part.is_finite()) {
        return parts.to_vec();
    }
    let mut steps: Vec<f64> = parts.iter().map(|part| (part / step).floor()).collect();
    let loss = |i: usize| parts[i] / step - (parts[i] / step).floor();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| loss(b).total_cmp(&loss(a)));
    let mut missing = (whole / step).round() - steps.iter().sum::<f64>();
    if missing < 0.0 {
        order.reverse();
    }
    for i in order.into_iter().cycle().take(2 * parts.len()) {
        let one = missing.clamp(-1.0, 1.0);
        steps[i] += one;
        missing -= one;
    }
    steps.into_iter().map(|n| n * step).collect()
}

/// A size in words: the number, its divisor and the word for the divisor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What the number is divided by.
    pub divisor: f64,
    /// The word for it, empty for one.
    pub word: &'static str,
}

impl Scale {
    /// No scale.
    pub const ONE: Self = Self { divisor: 1.0, word: "" };
    /// Millions.
    pub const MILLION: Self = Self { divisor: 1e6, word: "million" };
    /// Billions, 10⁹.
    pub const BILLION: Self = Self { divisor: 1e9, word: "billion" };

    /// The scale in which a number of this size is read most easily.
    #[must_use]
    pub fn of(value: f64) -> Self {
        match value.abs() {
            v if v >= 1e9 => Self::BILLION,
            v if v >= 1e6 => Self::MILLION,
            _ => Self::ONE,
        }
    }
}

/// How many decimals show a step of this size: `0.05` needs two, `50` none.
#[must_use]
pub fn decimals_of(step: f64) -> usize {
    (0..=4)
        .find(|&d| {
            let scaled = step * 10f64.powi(i32::try_from(d).unwrap_or(4));
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(4)
}

/// A number of years as it is written: whole where it is.
#[must_use]
pub fn years(years: f64) -> String {
    number(years, decimals_of(years))
}

/// Reads a number as people type it in place of one that is `shown`: with or
/// without groups, with a point or a comma, with either minus sign. A unit or a
/// currency's sign may stay away; one that is typed must be the one shown, so
/// that `5 billion` is never read as five millions. `None` for anything else.
///
/// A single comma before exactly three digits is read as a group (`1,200`),
/// unless the whole part is zero or has groups already (`0,125`). Where decimals
/// stand behind a comma, point and comma change places in this.
#[must_use]
pub fn parse(text: &str, shown: &str) -> Option<f64> {
    let (before, digits, after) = around(text)?;
    let (shown_before, _, shown_after) = around(shown).unwrap_or(("", "", ""));
    let (minus, sign) = signs(before)?;
    let sign_fits = sign.is_empty() || signs(shown_before).is_some_and(|(_, of_shown)| sign == of_shown);
    let unit = bare(after);
    // One million and two millions are of one unit.
    let unit_fits = unit.is_empty() || unit.replace('s', "") == bare(shown_after).replace('s', "");
    let swapped = |c: char| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    let digits = if MARKS.get().decimal == ',' { digits.chars().map(swapped).collect() } else { digits.to_owned() };
    let value = unsigned(&digits).filter(|_| sign_fits && unit_fits)?;
    Some(if minus { -value } else { value })
}

/// What stands before the digits of a number, the digits with all that groups
/// and parts them, and what stands after.
fn around(text: &str) -> Option<(&str, &str, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = text.find(is_part)?;
    let rest = &text[start..];
    let is_group = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let end = rest.find(|c| !is_part(c) && !is_group(c)).unwrap_or(rest.len());
    Some((&text[..start], rest[..end].trim_end(), &rest[end..]))
}

/// Whether there is a minus among what stands before a number, and what else
/// there is. `None` where there are two signs.
fn signs(before: &str) -> Option<(bool, String)> {
    let is_sign = |c: char| matches!(c, '+' | '-' | MINUS);
    let minus = before.contains(['-', MINUS]);
    let rest = bare(before).replace(is_sign, "");
    (before.matches(is_sign).count() <= 1).then_some((minus, rest))
}

/// A text without spaces, in small letters, and with the digits that a keyboard has.
fn bare(text: &str) -> String {
    let plain = |c: char| if c == '²' { '2' } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(plain).flat_map(char::to_lowercase).collect()
}

/// Reads digits with a point or a comma, in groups of three or in none.
fn unsigned(digits: &str) -> Option<f64> {
    let is_group = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | ',');
    let (whole, fraction) = match (digits.split_once('.'), digits.split_once(',')) {
        (Some(parts), _) => parts,
        (None, Some((whole, fraction))) if is_decimal_comma(whole, fraction) => (whole, fraction),
        _ => (digits, ""),
    };
    let groups: Vec<&str> = whole.split(is_group).collect();
    let grouped =
        groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    let whole = groups.concat();
    let plain = [&whole, fraction].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let some = !(whole.is_empty() && fraction.is_empty());
    let read = || format!("{whole}.{fraction}").parse::<f64>().ok().filter(|v| v.is_finite());
    (grouped && plain && some).then(read).flatten()
}

/// Whether the first comma of a number without a point parts its decimals.
fn is_decimal_comma(whole: &str, fraction: &str) -> bool {
    let is_group = fraction.len() == 3 && whole.len() <= 3 && !matches!(whole, "" | "0");
    !fraction.contains(',') && !is_group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_in_groups_and_minus_is_a_minus() {
        assert_eq!(number(120_600.0, 0), "120\u{202f}600");
        assert_eq!(number(-3.24, 1), "−3.2");
        assert_eq!(number(1_234_567.891, 2), "1\u{202f}234\u{202f}567.89");
        assert_eq!(number(999.6, 0), "1\u{202f}000");
        assert_eq!(number(-0.04, 1), "0.0");
        assert_eq!(number(f64::NAN, 1), NONE);
    }

    #[test]
    fn a_change_has_a_sign_unless_it_is_nothing() {
        assert_eq!(signed(13_200.0, 0), "+13\u{202f}200");
        assert_eq!(signed(-46.0, 0), "−46");
        assert_eq!(signed(0.0, 0), "0");
        assert_eq!(signed(0.04, 1), "0.0");
    }

    #[test]
    fn rounding_keeps_significant_figures() {
        assert_eq!(number(rounded(117_355.0, 4, 1.0), 0), "117\u{202f}400");
        assert_eq!(number(rounded(823.4, 4, 1.0), 0), "823");
        assert_eq!(number(rounded(-9.87, 2, 0.001), 1), "−9.9");
    }

    #[test]
    fn rounded_parts_still_add_up() {
        assert_eq!(adding_up(&[0.4, 0.4, 0.4, -0.2], 1.0, 1.0), [1.0, 0.0, 0.0, 0.0]);
        assert_eq!(adding_up(&[33.3, 33.3, 33.4], 100.0, 1.0), [33.0, 33.0, 34.0]);
        assert_eq!(adding_up(&[10.0, 20.0], 29.0, 1.0), [10.0, 19.0]);
        assert_eq!(adding_up(&[], 0.0, 1.0), [0.0; 0]);
        assert!(adding_up(&[f64::NAN, 1.0], 1.0, 1.0)[0].is_nan());
        for n in 1..40 {
            let parts: Vec<f64> = (0..n).map(|i| (f64::from(i) * 1.7).sin() * 1e4).collect();
            let whole = (parts.iter().sum::<f64>() / 10.0).round() * 10.0;
            let rounded = adding_up(&parts, whole, 10.0);
            assert!((rounded.iter().sum::<f64>() - whole).abs() < 1e-6);
            assert!(rounded.iter().zip(&parts).all(|(r, p)| (r - p).abs() < 10.0));
        }
    }

    #[test]
    fn decimals_follow_the_step() {
        assert_eq!([50.0, 1.0, 0.5, 0.05, 0.25].map(decimals_of), [0, 0, 1, 2, 2]);
    }

    #[test]
    fn typed_numbers_are_read_as_meant() {
        for (text, shown, value) in [
            ("90", "80\u{a0}%", 90.0),
            (" 90 % ", "80\u{a0}%", 90.0),
            ("120 600", "117\u{202f}400\u{a0}jobs", 120_600.0),
            ("120\u{202f}600 Jobs", "117\u{202f}400\u{a0}jobs", 120_600.0),
            ("1’200’000 m²", "5\u{a0}m²", 1_200_000.0),
            ("12000 m2", "0\u{a0}m²", 12_000.0),
            ("1,200", "0", 1_200.0),
            ("0,125", "0", 0.125),
            ("0,9", "0", 0.9),
            ("1200,5", "0", 1_200.5),
            ("1200,500", "0", 1_200.5),
            ("1 200,500", "0", 1_200.5),
            ("1,234.5", "0", 1_234.5),
            ("1,234,567", "0", 1_234_567.0),
            (".5", "0", 0.5),
            ("5.", "0", 5.0),
            ("−12.5", "0", -12.5),
            ("-12,5 %", "+3.0\u{a0}%", -12.5),
            ("£12 million/yr", "−£3.0\u{a0}million/yr", 12.0),
            ("−£12", "£3.0\u{a0}million/yr", -12.0),
            ("£−12", "£3.0\u{a0}million/yr", -12.0),
            ("+3", "0", 3.0),
        ] {
            assert_eq!(parse(text, shown), Some(value), "{text}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_refused() {
        for text in [
            "",
            "lots",
            "%",
            "-",
            "–",
            ".",
            ",",
            "1.2.3",
            "1.200,5",
            "1.200.000",
            "1e6",
            "1E-3",
            "12 5",
            "12,34,5",
            "--5",
            "5-",
            "5 billion",
            "5 of 10",
            "5 % and more",
            "€5",
            "#5",
            "0x10",
            "90 m²",
        ] {
            assert_eq!(parse(text, "£90\u{a0}%"), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for marks in [Marks::PLAIN, Marks { decimal: ',', group: NARROW }, Marks { decimal: ',', group: '.' }] {
            write_with(marks);
            for value in [0.0, -0.25, 1_234.5, 987_654_321.0, -1_000.0, 120_600.0] {
                for decimals in [2, 3] {
                    let written = number(value, decimals);
                    assert_eq!(parse(&written, &written), Some(value), "{written}");
                }
            }
            assert_eq!(parse(&number(120_600.0, 0), "0"), Some(120_600.0));
        }
        write_with(Marks::PLAIN);
    }

    #[test]
    fn where_decimals_stand_behind_a_comma_a_point_parts_groups() {
        write_with(Marks { decimal: ',', group: '.' });
        assert_eq!(number(-1_234.5, 1), "−1.234,5");
        for (text, value) in [("1.200", 1_200.0), ("90,5", 90.5), ("90.5", 90.5), ("1,200", 1.2), ("1.234,5", 1_234.5)]
        {
            assert_eq!(parse(text, "0"), Some(value), "{text}");
        }
        write_with(Marks::PLAIN);
    }
}
