//! A text as tokens: what is changed as one piece.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Blanks and comments.
    Blank,
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A word.
    Word,
    /// A bracket that opens.
    Open,
    /// A bracket that closes.
    Close,
    /// Any other character.
    Sign,
}

/// What the first character of a token says about it.
pub fn kind(token: &str) -> Kind {
    let mut chars = token.chars();
    match chars.next() {
        None => Kind::Blank,
        Some('/') if matches!(chars.next(), Some('/' | '*')) => Kind::Blank,
        Some('"') => Kind::Text,
        Some('(' | '[' | '{') => Kind::Open,
        Some(')' | ']' | '}') => Kind::Close,
        Some('+' | '-' | '.') if token.len() > 1 => Kind::Number,
        Some(c) if c.is_whitespace() => Kind::Blank,
        Some(c) if c.is_ascii_digit() => Kind::Number,
        Some(c) if c.is_alphabetic() || c == '_' => Kind::Word,
        Some(_) => Kind::Sign,
    }
}

/// The tokens of a text; put together they are the text.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (token, after) = rest.split_at(length(rest, c));
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// The length of the token that begins with `c`.
fn length(rest: &str, c: char) -> usize {
    let while_fits = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
    match c {
        '"' => quoted(rest),
        '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
        '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
        c if c.is_whitespace() => while_fits(char::is_whitespace),
        c if c.is_ascii_digit() || (matches!(c, '+' | '-' | '.') && begins_number(&rest[1..])) => {
            1 + rest[1..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_')))
                .unwrap_or(rest.len() - 1)
        }
        c if c.is_alphabetic() || c == '_' => while_fits(|c| c.is_alphanumeric() || c == '_'),
        c => c.len_utf8(),
    }
}

fn begins_number(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The length of a text in quotes, to its end where it has no closing quote.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[test]
fn tokens_are_the_text() {
    let text = "// a\n(a: [1, -2.5e3, +inf], \"q\\\"\" /* b */ {é_1: '\\''}, r#\"x\"#)\r\n";
    let all = tokens(text);
    assert_eq!(all.concat(), text);
    for token in ["// a", "-2.5e3", "+inf", "\"q\\\"\"", "/* b */", "é_1"] {
        assert!(all.contains(&token), "{token}");
    }
    assert_eq!(kind("\"q\\\"\""), Kind::Text);
    assert_eq!(kind("-2.5e3"), Kind::Number);
    assert_eq!(kind("/* b */"), Kind::Blank);
}
