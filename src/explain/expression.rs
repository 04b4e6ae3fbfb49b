//! Equations as the model document writes them, and their evaluation.

use std::ops::Range;

/// A name in an equation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// As written, without prime: `S`, `K_prot`, `K_pub,ref`.
    pub name: String,
    /// Years from the year of the equation: 1 for a prime, −3 for `(t − 3)`.
    pub shift: i32,
    /// Where it stands in the text (bytes).
    pub span: Range<usize>,
}

/// A function of one or more arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Natural logarithm.
    Ln,
    /// Exponential.
    Exp,
    /// The smallest of its arguments.
    Min,
    /// The largest of its arguments.
    Max,
    /// The first argument, kept between the others.
    Clamp,
    /// The logistic function.
    Logistic,
    /// Hyperbolic tangent.
    Tanh,
}

/// An arithmetic operation of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
    /// Power.
    Raise,
}

/// One side of an equation.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// A name.
    Symbol(Symbol),
    /// The negative.
    Negative(Box<Self>),
    /// Two numbers.
    Both(Operation, Box<Self>, Box<Self>),
    /// A function.
    Call(Function, Vec<Self>),
    /// The sum over sub-sectors, and where it stands in the text (bytes).
    Sum(Box<Self>, Range<usize>),
    /// 1 where the first is larger than the second, else 0.
    Larger(Box<Self>, Box<Self>),
}

/// What the names in an equation stand for.
pub trait Values {
    /// The value of a name; `sector` is the sub-sector at hand, where there is one.
    fn value(&self, symbol: &Symbol, sector: Option<usize>) -> f64;
    /// The number of sub-sectors.
    fn sectors(&self) -> usize;
}

impl Expression {
    /// The value.
    pub fn evaluate(&self, values: &dyn Values, sector: Option<usize>) -> f64 {
        let of = |e: &Self| e.evaluate(values, sector);
        match self {
            Self::Number(value) => *value,
            Self::Symbol(symbol) => values.value(symbol, sector),
            Self::Negative(e) => -of(e),
            Self::Both(operation, a, b) => {
                let (a, b) = (of(a), of(b));
                match operation {
                    Operation::Add => a + b,
                    Operation::Subtract => a - b,
                    Operation::Multiply => a * b,
                    Operation::Divide => a / b,
                    Operation::Raise => a.powf(b),
                }
            }
            Self::Call(function, arguments) => function.of(arguments.iter().map(of)),
            Self::Sum(e, _) => (0..values.sectors()).map(|s| e.evaluate(values, Some(s))).sum(),
            Self::Larger(a, b) => f64::from(of(a) > of(b)),
        }
    }

    /// Calls `visit` on every name, in the order of the text, and says whether it
    /// is summed over sub-sectors.
    pub fn symbols<'a>(&'a self, visit: &mut impl FnMut(&'a Symbol, bool)) {
        self.names(false, visit);
    }

    fn names<'a>(&'a self, summed: bool, visit: &mut impl FnMut(&'a Symbol, bool)) {
        match self {
            Self::Number(_) => {}
            Self::Symbol(symbol) => visit(symbol, summed),
            Self::Negative(e) => e.names(summed, visit),
            Self::Sum(e, _) => e.names(true, visit),
            Self::Both(_, a, b) | Self::Larger(a, b) => {
                a.names(summed, visit);
                b.names(summed, visit);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|e| e.names(summed, visit)),
        }
    }

    /// The names and sums that a number can stand in for, in the order of the text.
    fn places<'a>(&'a self, found: &mut Vec<(Range<usize>, &'a Self)>) {
        match self {
            Self::Number(_) => {}
            Self::Symbol(symbol) => found.push((symbol.span.clone(), self)),
            Self::Sum(_, span) => found.push((span.clone(), self)),
            Self::Negative(e) => e.places(found),
            Self::Both(_, a, b) | Self::Larger(a, b) => {
                a.places(found);
                b.places(found);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|e| e.places(found)),
        }
    }
}

impl Function {
    fn of(self, mut arguments: impl Iterator<Item = f64>) -> f64 {
        let mut next = || arguments.next().unwrap_or(f64::NAN);
        match self {
            Self::Ln => next().ln(),
            Self::Exp => next().exp(),
            Self::Logistic => 1.0 / (1.0 + (-next()).exp()),
            Self::Tanh => next().tanh(),
            Self::Clamp => {
                let (x, low, high) = (next(), next(), next());
                x.max(low).min(high)
            }
            Self::Min => arguments.fold(f64::INFINITY, f64::min),
            Self::Max => arguments.fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

/// An equation: what stands on its left is explained by what stands on its right.
#[derive(Clone, Debug, PartialEq)]
pub struct Equation {
    /// As written.
    pub text: &'static str,
    /// The left side.
    pub left: Expression,
    /// The right side.
    pub right: Expression,
}

impl Equation {
    /// How many years ahead of the equation's year the explained value is: 1 for
    /// a stock, whose left side has a prime, else 0.
    #[must_use]
    pub fn ahead(&self) -> i32 {
        let mut ahead = 0;
        self.left.symbols(&mut |symbol, _| ahead = ahead.max(symbol.shift));
        ahead
    }

    /// The equation with numbers in place of names; a sum becomes its value.
    #[must_use]
    pub fn with_values(&self, values: &dyn Values, sector: Option<usize>, write: &dyn Fn(f64) -> String) -> String {
        let mut places = Vec::new();
        self.left.places(&mut places);
        self.right.places(&mut places);
        let mut text = String::with_capacity(2 * self.text.len());
        let mut from = 0;
        for (span, place) in places {
            // What `±` stands before is both bounds, and written once.
            if span.start < from {
                continue;
            }
            text.push_str(&self.text[from..span.start]);
            let number = write(place.evaluate(values, sector));
            let bare = text.trim_end().ends_with(['(', '[', ',', '=', '{']) || text.trim_end().is_empty();
            if number.starts_with(crate::units::MINUS) && !bare {
                text.push('(');
                text.push_str(&number);
                text.push(')');
            } else {
                text.push_str(&number);
            }
            from = span.end;
        }
        text.push_str(&self.text[from..]);
        text
    }
}
