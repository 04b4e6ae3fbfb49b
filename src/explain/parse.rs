//! Reads equations in the notation of the model document.
//!
//! | written | means |
//! | --- | --- |
//! | `a · b`, `a(b)`, `a / b`, `a^b`, `10⁴` | arithmetic; a power may have a sign |
//! | `S'`, `E(t − 3)` | the value one year on, three years before |
//! | `Σ a_s · E_s` | the sum over sub-sectors of the product that follows |
//! | `ln R`, `max(a, b)`, `clamp(x, ±y)` | functions |
//! | `1{R > Rp}` | 1 where it holds, else 0 |

use super::expression::{Equation, Expression, Function, Operation, Symbol};

/// Why a text is no equation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}: {expected} expected at character {at}")]
pub struct ParseError {
    text: String,
    at: usize,
    expected: &'static str,
}

/// Reads an equation.
///
/// # Errors
/// Where the text is none.
pub fn equation(text: &'static str) -> Result<Equation, ParseError> {
    let mut reader = Reader { text, at: 0 };
    let left = reader.sum()?;
    reader.expect('=', "=")?;
    let right = reader.sum()?;
    reader.skip();
    if reader.at < text.len() {
        return Err(reader.error("the end"));
    }
    Ok(Equation { text, left, right })
}

/// Endings of a name that stand behind a comma.
const SUFFIXES: [&str; 2] = [",ref", ",base"];

struct Reader {
    text: &'static str,
    at: usize,
}

type Read<T> = Result<T, ParseError>;

impl Reader {
    fn rest(&self) -> &'static str {
        &self.text[self.at..]
    }

    fn skip(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn peek(&mut self) -> Option<char> {
        self.skip();
        self.rest().chars().next()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.peek() {
            Some(c) if wanted(c) => {
                self.at += c.len_utf8();
                true
            }
            _ => false,
        }
    }

    fn expect(&mut self, wanted: char, expected: &'static str) -> Read<()> {
        if self.take(|c| c == wanted) { Ok(()) } else { Err(self.error(expected)) }
    }

    fn error(&self, expected: &'static str) -> ParseError {
        ParseError { text: self.text.to_owned(), at: self.text[..self.at].chars().count(), expected }
    }

    fn sum(&mut self) -> Read<Expression> {
        let negative = self.take(is_minus);
        let mut left = self.product()?;
        if negative {
            left = Expression::Negative(Box::new(left));
        }
        loop {
            let operation = if self.take(|c| c == '+') {
                Operation::Add
            } else if self.take(is_minus) {
                Operation::Subtract
            } else {
                return Ok(left);
            };
            left = Expression::Both(operation, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Read<Expression> {
        let mut left = self.factors()?;
        while self.take(|c| c == '/') {
            left = Expression::Both(Operation::Divide, Box::new(left), Box::new(self.power()?));
            while let Some(next) = self.factor()? {
                left = Expression::Both(Operation::Multiply, Box::new(left), Box::new(next));
            }
        }
        Ok(left)
    }

    /// A product without a division: what a Σ sums.
    fn factors(&mut self) -> Read<Expression> {
        let mut left = self.power()?;
        while let Some(next) = self.factor()? {
            left = Expression::Both(Operation::Multiply, Box::new(left), Box::new(next));
        }
        Ok(left)
    }

    /// A further factor, with a dot before it or in brackets.
    fn factor(&mut self) -> Read<Option<Expression>> {
        if self.take(|c| c == '·') || matches!(self.peek(), Some('(' | '[')) {
            return self.power().map(Some);
        }
        Ok(None)
    }

    fn power(&mut self) -> Read<Expression> {
        let base = self.atom()?;
        if !self.take(|c| c == '^') {
            return Ok(base);
        }
        let negative = self.take(is_minus);
        let exponent = self.atom()?;
        let exponent = if negative { Expression::Negative(Box::new(exponent)) } else { exponent };
        Ok(Expression::Both(Operation::Raise, Box::new(base), Box::new(exponent)))
    }

    fn atom(&mut self) -> Read<Expression> {
        match self.peek() {
            Some('(') => self.bracket('(', ')'),
            Some('[') => self.bracket('[', ']'),
            Some('Σ') => self.sigma(),
            Some(c) if c.is_ascii_digit() => self.number(),
            Some(c) if c.is_alphabetic() => self.name(),
            _ => Err(self.error("a number or a name")),
        }
    }

    fn bracket(&mut self, open: char, close: char) -> Read<Expression> {
        self.take(|c| c == open);
        let inside = self.sum()?;
        self.expect(close, "a closing bracket")?;
        Ok(inside)
    }

    fn sigma(&mut self) -> Read<Expression> {
        let start = self.at;
        self.take(|c| c == 'Σ');
        let inside = self.factors()?;
        // A number in its place keeps the space that follows.
        let end = start + self.text[start..self.at].trim_end().len();
        Ok(Expression::Sum(Box::new(inside), start..end))
    }

    fn number(&mut self) -> Read<Expression> {
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
        let value: f64 = rest[..length].parse().map_err(|_| self.error("a number"))?;
        self.at += length;
        if value.to_bits() == 1f64.to_bits() && self.rest().starts_with('{') {
            self.take(|c| c == '{');
            let left = self.sum()?;
            self.expect('>', ">")?;
            let right = self.sum()?;
            self.expect('}', "}")?;
            return Ok(Expression::Larger(Box::new(left), Box::new(right)));
        }
        Ok(Expression::Number(value.powi(self.superscript())))
    }

    /// The power in raised figures that follows, 1 where there is none.
    fn superscript(&mut self) -> i32 {
        const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let negative = self.rest().starts_with('⁻');
        if negative {
            self.at += '⁻'.len_utf8();
        }
        let mut power = None;
        while let Some((figure, raised)) =
            self.rest().chars().next().and_then(|c| (0..).zip(RAISED).find(|(_, raised)| *raised == c))
        {
            power = Some(power.unwrap_or(0) * 10 + figure);
            self.at += raised.len_utf8();
        }
        let power = power.unwrap_or(1);
        if negative { -power } else { power }
    }

    fn name(&mut self) -> Read<Expression> {
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.at += length;
        if let Some(function) = function(&rest[..length]) {
            return self.call(function);
        }
        if let Some(suffix) = SUFFIXES.iter().find(|suffix| self.rest().starts_with(**suffix)) {
            self.at += suffix.len();
        }
        let name = self.text[start..self.at].to_owned();
        let shift = if self.rest().starts_with('\'') {
            self.at += 1;
            1
        } else {
            self.lag()
        };
        Ok(Expression::Symbol(Symbol { name, shift, span: start..self.at }))
    }

    /// The years in `(t − 3)` behind a name; 0 where there is nothing of the kind.
    fn lag(&mut self) -> i32 {
        let Some((inside, _)) = self.rest().strip_prefix("(t").and_then(|rest| rest.split_once(')')) else { return 0 };
        let compact: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
        let Ok(years) = compact.replace('−', "-").parse::<i32>() else { return 0 };
        self.at += "(t".len() + inside.len() + 1;
        years
    }

    fn call(&mut self, function: Function) -> Read<Expression> {
        if function == Function::Ln && self.peek() != Some('(') {
            return Ok(Expression::Call(function, vec![self.atom()?]));
        }
        self.expect('(', "an opening bracket")?;
        let mut arguments = vec![self.sum()?];
        while self.take(|c| c == ',') {
            if self.take(|c| c == '±') {
                let bound = self.sum()?;
                arguments.push(Expression::Negative(Box::new(bound.clone())));
                arguments.push(bound);
            } else {
                arguments.push(self.sum()?);
            }
        }
        self.expect(')', "a closing bracket")?;
        let count_fits = match function {
            Function::Ln | Function::Exp | Function::Logistic | Function::Tanh => arguments.len() == 1,
            Function::Clamp => arguments.len() == 3,
            Function::Min | Function::Max => arguments.len() > 1,
        };
        if count_fits {
            Ok(Expression::Call(function, arguments))
        } else {
            Err(self.error("as many arguments as it has"))
        }
    }
}

const fn is_minus(c: char) -> bool {
    matches!(c, '−' | '-')
}

fn function(name: &str) -> Option<Function> {
    Some(match name {
        "ln" => Function::Ln,
        "exp" => Function::Exp,
        "min" => Function::Min,
        "max" => Function::Max,
        "clamp" => Function::Clamp,
        "logistic" => Function::Logistic,
        "tanh" => Function::Tanh,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::expression::Values;
    use super::*;

    /// Single letters by their place in the alphabet, a prime adds a hundred.
    struct Letters;

    impl Values for Letters {
        fn value(&self, symbol: &Symbol, sector: Option<usize>) -> f64 {
            let first = symbol.name.chars().next().map_or(0, |c| u32::from(c).saturating_sub(96));
            let own = f64::from(first) + 100.0 * f64::from(symbol.shift);
            let sector = sector.filter(|_| symbol.name.ends_with("_s"));
            own + sector.map_or(0.0, |s| if s == 0 { 0.0 } else { 10.0 })
        }

        fn sectors(&self) -> usize {
            2
        }
    }

    fn value(text: &'static str) -> f64 {
        equation(text).expect("it is an equation").right.evaluate(&Letters, None)
    }

    #[test]
    fn arithmetic_is_read_as_it_is_written() {
        for (text, expected) in [
            ("y = 1 + 2 · 3 − 4 / 2", 5.0),
            ("y = −a + b", 1.0),
            ("y = 8 / 2 / 2 · c", 6.0),
            ("y = b^c", 8.0),
            ("y = (1 + a)(1 + b) · 10²", 600.0),
            ("y = b(c − a)", 4.0),
            ("y = 2^−a", 0.5),
            ("y = 10⁻² · 50", 0.5),
            ("y = [a + b]", 3.0),
            ("y = max(a, b, c) − min(a, b)", 2.0),
            ("y = clamp(c, ±b)", 2.0),
            ("y = clamp(−c, ±b)", -2.0),
            ("y = 1{b > a} + 1{a > b}", 1.0),
            ("y = a' − a", 100.0),
            ("y = a(t − 3) + a(t + 1)", -198.0),
            ("y = Σ a_s", 12.0),
            ("y = Σ a_s · b_s / Σ b_s", (2.0 + 11.0 * 12.0) / 14.0),
            ("y = ln exp(b) + ln(exp(a))", 3.0),
            ("y = a,ref + c,base'", 104.0),
        ] {
            let expected: f64 = expected;
            assert!((value(text) - expected).abs() < 1e-12, "{text}: {}", value(text));
        }
    }

    #[test]
    fn what_is_no_equation_is_refused_where_it_stops_to_be_one() {
        for (text, at) in [
            ("y", 1),
            ("y = ", 4),
            ("y = (a", 6),
            ("y = a b", 6),
            ("y = max(a)", 10),
            ("y = 1{a}", 7),
            ("y = b^c^a", 7),
        ] {
            let error = equation(text).expect_err(text);
            assert_eq!(error.at, at, "{error}");
        }
    }

    #[test]
    fn numbers_stand_where_names_stood() {
        let equation = equation("ln a' = b · (c − Σ a_s · b_s) + a(1 + b)").expect("it is an equation");
        let write = |x: f64| crate::units::number(x, 0);
        assert_eq!(equation.with_values(&Letters, None, &write), "ln 101 = 2 · (3 − 134) + 1(1 + 2)");
        assert_eq!(equation.ahead(), 1);
        let bounds = super::equation("y = clamp(c, ±b)").expect("it is an equation");
        assert_eq!(bounds.with_values(&Letters, None, &write), "25 = clamp(3, ±2)");
        let negative = super::equation("y = b · z").expect("it is an equation");
        assert_eq!(negative.with_values(&Letters, None, &|x| crate::units::number(-x, 0)), "−25 = −2 · (−26)");
    }
}
