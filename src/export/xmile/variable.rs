//! A variable of the exported model, before it becomes XML.

use super::equation;

/// A variable: its name, unit, equation and meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Name in the exported model, unique whatever the case of its letters.
    pub name: String,
    /// Unit in the form of XMILE, with `currency` for the city's money.
    pub unit: String,
    /// The value in every year; of a stock, its value at the start.
    pub equation: String,
    /// What it is, in sentences.
    pub meaning: String,
    /// What kind of variable it is.
    pub kind: Kind,
}

/// The three kinds of variables of a stock-and-flow model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Worked out anew every year.
    Auxiliary,
    /// What moves a stock within a year.
    Flow,
    /// What is carried from year to year.
    Stock {
        /// Flows that fill it.
        inflows: Vec<String>,
        /// Flows that drain it.
        outflows: Vec<String>,
    },
}

/// Variables that belong together, with the name of what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// For example `Land`.
    pub name: String,
    /// Its variables.
    pub variables: Vec<Variable>,
}

impl Group {
    /// A named group.
    pub fn new(name: impl Into<String>, variables: Vec<Variable>) -> Self {
        Self { name: name.into(), variables }
    }
}

fn variable(name: &str, unit: &str, equation: impl Into<String>, meaning: impl Into<String>, kind: Kind) -> Variable {
    Variable { name: name.to_owned(), unit: unit.to_owned(), equation: equation.into(), meaning: meaning.into(), kind }
}

/// A variable that is worked out anew every year.
pub fn aux(name: &str, unit: &str, equation: impl Into<String>, meaning: impl Into<String>) -> Variable {
    variable(name, unit, equation, meaning, Kind::Auxiliary)
}

/// A number.
pub fn constant(name: &str, unit: &str, value: f64, meaning: impl Into<String>) -> Variable {
    aux(name, unit, equation::number(value), meaning)
}

/// What moves a stock within a year.
pub fn flow(name: &str, unit: &str, equation: impl Into<String>, meaning: impl Into<String>) -> Variable {
    variable(name, unit, equation, meaning, Kind::Flow)
}

/// What is carried from year to year: its value at the start, and the names of
/// the flows that fill and drain it.
pub fn stock(
    name: &str,
    unit: &str,
    initial: impl Into<String>,
    [inflows, outflows]: [&[&str]; 2],
    meaning: impl Into<String>,
) -> Variable {
    let names = |flows: &[&str]| flows.iter().map(|&name| name.to_owned()).collect();
    let kind = Kind::Stock { inflows: names(inflows), outflows: names(outflows) };
    variable(name, unit, initial, meaning, kind)
}

/// A stock with one net flow, for what has a value one year on rather than
/// something that fills and drains it: `next` is the equation of that value.
pub fn carried(name: &str, unit: &str, initial: &str, next: &str, meaning: &str) -> [Variable; 2] {
    let change = format!("change_of_{name}");
    let unit_per_year = format!("{unit}/year");
    [
        stock(name, unit, initial, [&[&change], &[]], meaning),
        flow(&change, &unit_per_year, format!("({next} - {name}) / one_year"), format!("Yearly change: {meaning}")),
    ]
}
