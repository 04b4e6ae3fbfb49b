//! The text of equations: numbers, and the names that an equation uses.

/// A number in full precision, as every reader of XMILE takes it.
pub fn number(value: f64) -> String {
    let plain = value.to_string();
    if plain.len() <= 24 { plain } else { format!("{value:e}") }
}

/// Words that are no variables: what this model needs of the functions,
/// keywords and simulation variables of XMILE.
pub const BUILT_IN: [&str; 8] = ["EXP", "LN", "MAX", "MIN", "IF", "THEN", "ELSE", "TIME"];

/// The equation with every name replaced by what `rename` says of it.
pub fn renamed(equation: &str, mut rename: impl FnMut(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(equation.len());
    for piece in pieces(equation) {
        match (is_name(piece)).then(|| rename(piece)).flatten() {
            Some(name) => text.push_str(&name),
            None => text.push_str(piece),
        }
    }
    text
}

/// The names of variables that an equation uses.
pub fn names(equation: &str) -> impl Iterator<Item = &str> {
    pieces(equation).filter(|piece| is_name(piece) && !BUILT_IN.contains(piece))
}

/// Whether a text can be a name, or part of one, in every reader of XMILE.
pub fn is_plain(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(plain)
}

fn is_name(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Cuts an equation into words and what stands between them. The exponent of a
/// number belongs to the number.
fn pieces(equation: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let mut rest = equation;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| is_word(c) != is_word(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        for value in [0.1 + 0.2, 1.0, -0.25, 1e-9, 1.0 / 3.0 * 1e20, 2_023.0, f64::MIN_POSITIVE] {
            assert_eq!(number(value).parse(), Ok(value));
        }
        assert_eq!(number(117_355.0), "117355");
    }

    #[test]
    fn names_are_whole_words() {
        let equation = "MAX(0, a_b * (1e-9 + c0)) ^ a / 2.5E3";
        assert_eq!(names(equation).collect::<Vec<_>>(), ["a_b", "c0", "a"]);
        let renamed = renamed(equation, |name| (name == "a").then(|| "run_a".to_owned()));
        assert_eq!(renamed, "MAX(0, a_b * (1e-9 + c0)) ^ run_a / 2.5E3");
    }
}
