//! An explanation: an equation with live values, and its terms with their links.

use super::address::{Address, Topic};
use super::expression::Symbol;
use super::quantity::{Quantity, Scope};
use super::rests::{self, Leaf};
use super::runs::{Part, Runs};
use super::term::{self, Term};
use crate::evidence::Library;
use crate::evidence::catalogue::Catalogue;
use crate::evidence::entries::Entry;
use crate::model::city::CityPack;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::model::provenance::Label;
use crate::model::trace::Run;
use crate::scenario::assumptions::{self, Own};
use crate::scenario::document::{CityPlan, Scenario};
use crate::t;
use crate::units;
use crate::words;

/// A city of a scenario, with all that is known about its numbers.
#[derive(Debug)]
pub struct Case<'a> {
    /// What is known.
    pub library: &'a Library,
    /// The same as a list.
    pub catalogue: &'a Catalogue,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The city's data.
    pub pack: &'a CityPack,
    /// The city's part of the scenario.
    pub plan: &'a CityPlan,
    /// Its runs.
    pub runs: Runs<'a>,
}

/// An equation with the values of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// As the model document writes it.
    pub text: &'static str,
    /// The year in which it is worked out: for a stock the year before.
    pub year: i32,
    /// With the scenario's values.
    pub scenario: String,
    /// With the reference's values.
    pub reference: String,
}

/// A name of an equation: what it is, its values, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As written, with the prime or years that it has.
    pub symbol: String,
    /// What it is.
    pub name: String,
    /// Its unit, in the city's money.
    pub unit: String,
    /// The year of the value, where it is not the year of the equation.
    pub year: Option<i32>,
    /// Its value in the scenario; of something by sub-sector the sum, where a sum means something.
    pub scenario: f64,
    /// Its value in the reference.
    pub reference: f64,
    /// Where it leads.
    pub link: Option<Address>,
    /// How it is known, where it is not computed.
    pub label: Option<Label>,
    /// Key of its source, where it is not computed.
    pub source: String,
    /// Whether the scenario overrides it.
    pub own: bool,
}

/// What a quantity rests on in the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basis {
    /// What leads to it, each with its label and whether the scenario overrides it.
    pub lines: Vec<Line>,
    /// How many of them are assumptions by label.
    pub assumed: usize,
    /// The weakest label.
    pub weakest: Option<Label>,
}

impl<'a> Case<'a> {
    /// The row of a year, where it is reported.
    #[must_use]
    pub fn row(&self, year: i32) -> Option<usize> {
        let (first, last) = self.runs.span();
        (first..=last).contains(&year).then(|| usize::try_from(year - first).ok()).flatten()
    }

    /// The values of a quantity in scenario and reference.
    #[must_use]
    pub fn values(&self, quantity: &Quantity, part: Part, year: i32) -> (f64, f64) {
        let of = |run| self.row(year).map_or(f64::NAN, |row| self.runs.value(quantity, part, run, row));
        (of(Run::Scenario), of(Run::Reference))
    }

    /// The equation of a quantity with its values in a year; without values
    /// where it is one for each sub-sector and none is chosen.
    #[must_use]
    pub fn formula(&self, quantity: &'static Quantity, part: Part, year: i32) -> Option<Formula> {
        let row = self.row(year)?;
        let equation = quantity.equation(row)?;
        let with_values = |run| {
            if part == Part::Whole && quantity.scope() != Scope::City {
                return String::new();
            }
            let moment = self.runs.moment(equation, quantity, part, run, row);
            moment.map_or_else(String::new, |moment| equation.with_values(&moment, moment.sector(), &number))
        };
        Some(Formula {
            text: equation.text,
            year: year - equation.ahead(),
            scenario: with_values(Run::Scenario),
            reference: with_values(Run::Reference),
        })
    }

    /// The names on the right of the equation, in their order.
    #[must_use]
    pub fn terms(&self, quantity: &'static Quantity, part: Part, address: &Address, year: i32) -> Vec<Line> {
        let Some(equation) = self.row(year).and_then(|row| quantity.equation(row)) else { return Vec::new() };
        let mut lines: Vec<Line> = Vec::new();
        equation.right.symbols(&mut |symbol, summed| {
            let line = self.term(symbol, summed, (quantity, part), address, (year, equation.ahead()));
            if let Some(line) = line.filter(|line| lines.iter().all(|other| other.symbol != line.symbol)) {
                lines.push(line);
            }
        });
        lines
    }

    fn term(
        &self,
        symbol: &Symbol,
        summed: bool,
        (quantity, part): (&'static Quantity, Part),
        address: &Address,
        (year, ahead): (i32, i32),
    ) -> Option<Line> {
        let term = term::find(&symbol.name)?;
        let row = self.row(year)?;
        let equation = quantity.equation(row)?;
        let part = if summed && matches!(part, Part::Sector(_)) { Part::Whole } else { part };
        let of = |run| {
            let moment = self.runs.moment(equation, quantity, part, run, row)?;
            let sum = || {
                let sectors = 0..self.pack.sectors.len();
                sectors.map(|sector| moment.term(term, symbol.shift, Some(sector))).sum()
            };
            let by_sector = matches!(term, Term::Quantity(of) if of.scope() == Scope::Sector) && part == Part::Whole;
            Some(if by_sector { sum() } else { moment.term(term, symbol.shift, moment.sector()) })
        };
        let at = year - ahead + symbol.shift;
        let lever = match part {
            Part::Lever(id) => Some(id),
            _ => None,
        };
        let to = |topic| Address { city: address.city.clone(), topic, back: address.back + ahead - symbol.shift };
        let written = match symbol.shift {
            0 => symbol.name.clone(),
            1 => format!("{}'", symbol.name),
            n => format!("{}(t {} {})", symbol.name, if n < 0 { units::MINUS } else { '+' }, n.abs()),
        };
        let mut line = Line {
            symbol: written,
            name: String::new(),
            unit: String::new(),
            year: (symbol.shift != 0).then_some(at),
            scenario: of(Run::Scenario).unwrap_or(f64::NAN),
            reference: of(Run::Reference).unwrap_or(f64::NAN),
            link: None,
            label: None,
            source: String::new(),
            own: false,
        };
        match term {
            Term::Quantity(of) | Term::Reference(of) => {
                let part = match of.scope() {
                    Scope::City => Part::Whole,
                    Scope::Sector | Scope::Lever => part,
                };
                line.name = match term {
                    Term::Reference(_) => t!("inspector-in-reference", name = words::quantity(of.symbol, of.name)),
                    _ => words::quantity(of.symbol, of.name).to_owned(),
                };
                line.unit = self.unit(of, part);
                line.link = (!of.equations.is_empty() || !rests::leaves(of.symbol, lever).is_empty())
                    .then(|| to(Topic::Quantity(of.symbol, part)));
            }
            Term::OfLever(of, id) => {
                let name = words::lever(id);
                line.name = match of.symbol {
                    "level" => t!("inspector-level-of", name = name),
                    _ => t!("inspector-effect-of", name = name),
                };
                line.unit = self.unit(of, Part::Lever(id));
                line.link = Some(to(Topic::Quantity(of.symbol, Part::Lever(id))));
            }
            Term::Adopted(id) => {
                if let Some(id) = id.or(lever) {
                    line.name = t!("inspector-adopted-of", name = words::lever(id));
                    line.unit = self.money(term::unit(id));
                    self.known(&mut line, &self.adopted_id(id), address);
                }
            }
            Term::Parameter(id) => self.constant(&mut line, id, address),
            Term::Lag => {
                if let Some(id) = lever {
                    self.constant(&mut line, id.spec().lag, address);
                }
            }
            Term::Start(field) => {
                words::term(field.field, field.name).clone_into(&mut line.name);
                line.unit = self.money(field.unit);
                self.known(&mut line, &format!("{}.starts.{}.{}", self.pack.id, self.plan.start, field.field), address);
            }
            Term::Sector(field) => {
                words::term(field.field, field.name).clone_into(&mut line.name);
                line.unit = self.money(field.unit);
                match part {
                    Part::Sector(sector) => self.known(&mut line, &self.sector_id(sector, field.field), address),
                    Part::Whole | Part::Lever(_) => line.link = Some(to(Topic::Sectors(field.symbol))),
                }
            }
            Term::Driver(id) => {
                line.name = t!("outlook-driver", name = words::driver(id));
                line.unit = words::unit("1/yr").into_owned();
                let base = &self.scenario.outlook.base;
                self.known(&mut line, &format!("outlooks.{base}.{id}"), address);
                line.link = Some(Address::new(&address.city, Topic::Driver(id)));
                line.own = self.scenario.outlook.changes.contains_key(&id);
            }
            Term::Baseline(id) => {
                line.name = t!("inspector-baseline-of", name = words::driver(id));
                line.unit = words::unit("1/yr").into_owned();
                self.known(&mut line, &format!("outlooks.{}.{id}", Library::BASELINE), address);
            }
        }
        Some(line)
    }

    /// What a quantity rests on in the end.
    #[must_use]
    pub fn basis(&self, quantity: &Quantity, part: Part, address: &Address) -> Basis {
        let lever = match part {
            Part::Lever(id) => Some(id),
            Part::Whole | Part::Sector(_) => None,
        };
        let mut basis = Basis::default();
        for leaf in rests::leaves(quantity.symbol, lever) {
            basis.lines.extend(self.leaf(*leaf, address));
        }
        basis.assumed = basis.lines.iter().filter(|line| line.label.is_some_and(Label::is_assumption)).count();
        basis.weakest = basis.lines.iter().filter_map(|line| line.label).max();
        basis
    }

    fn leaf(&self, leaf: Leaf, address: &Address) -> Vec<Line> {
        let blank = |symbol: &str, name: String, unit: String, value: f64| Line {
            symbol: symbol.to_owned(),
            name,
            unit,
            year: None,
            scenario: value,
            reference: value,
            link: None,
            label: None,
            source: String::new(),
            own: false,
        };
        let known = |symbol: &str, name: String, id: &str| {
            let entry = self.catalogue.get(id);
            let value = entry.and_then(|entry| entry.value).unwrap_or(f64::NAN);
            let unit = entry.map_or_else(String::new, |entry| self.money(&entry.unit));
            let mut line = blank(symbol, name, unit, value);
            self.known(&mut line, id, address);
            line
        };
        match leaf {
            Leaf::Parameter(id) => {
                let mut line =
                    blank(id.id(), String::new(), String::new(), self.runs.trace(Run::Scenario).constants.p.get(id));
                self.constant(&mut line, id, address);
                vec![line]
            }
            Leaf::Start(field) => {
                let Some(of) = term::STARTS.iter().find(|of| of.field == field) else { return Vec::new() };
                let id = format!("{}.starts.{}.{field}", self.pack.id, self.plan.start);
                vec![known(of.symbol, words::term(of.field, of.name).to_owned(), &id)]
            }
            Leaf::Sector(field) => {
                let Some(of) = term::SECTORS.iter().find(|of| of.field == field) else { return Vec::new() };
                let line = |(at, sector): (usize, &crate::model::city::Sector)| {
                    let what = words::term(of.field, of.name);
                    let what = what.rsplit_once(", ").map_or(what, |(what, _)| what);
                    known(of.symbol, format!("{what}, {}", words::sector(sector)), &self.sector_id(at, field))
                };
                self.pack.sectors.values().enumerate().map(line).collect()
            }
            Leaf::Adopted(id) => {
                let name = t!("inspector-adopted-of", name = words::lever(id));
                vec![known(&format!("K_{},ref", term::ending(id)), name, &self.adopted_id(id))]
            }
            Leaf::Driver(id) => {
                let entry = format!("outlooks.{}.{id}", self.scenario.outlook.base);
                let mut line = known(term::driver_symbol(id), t!("outlook-driver", name = words::driver(id)), &entry);
                line.link = Some(Address::new(&address.city, Topic::Driver(id)));
                line.own = self.scenario.outlook.changes.contains_key(&id);
                if let Some(change) = self.scenario.outlook.changes.get(&id) {
                    (line.scenario, line.reference) = (change.value, change.value);
                }
                vec![line]
            }
            Leaf::Observed => {
                let segments = self.pack.drift.iter().map(|segment| {
                    let title = self.pack.series.get(&segment.series).map_or("", |series| series.title.as_str());
                    known(
                        "",
                        t!("inspector-from-to", name = title, from = segment.from, to = segment.to),
                        &segment.series,
                    )
                });
                segments.collect()
            }
        }
    }

    /// The override that counts for a constant.
    #[must_use]
    pub fn own(&self, id: ParameterId) -> Option<Own<'a>> {
        assumptions::of(self.scenario, &self.pack.id, id)
    }

    /// The entry of the evidence for a constant in this city.
    #[must_use]
    pub fn evidence(&self, id: ParameterId) -> Option<&'a Entry> {
        let local = format!("{}.{id}", self.pack.id);
        self.catalogue.get(&local).or_else(|| self.catalogue.get(id.id()))
    }

    /// The unit of a quantity.
    #[must_use]
    pub fn unit(&self, quantity: &Quantity, part: Part) -> String {
        match part {
            Part::Lever(id) if quantity.unit == "as the lever" => self.money(term::unit(id)),
            _ => self.money(quantity.unit),
        }
    }

    /// A unit in the city's money.
    #[must_use]
    pub fn money(&self, unit: &str) -> String {
        words::unit(&unit.replace("currency", &self.pack.currency.code)).into_owned()
    }

    /// The id of the entry of a lever's adopted policy.
    #[must_use]
    pub fn adopted_id(&self, lever: LeverId) -> String {
        let (city, start) = (&self.pack.id, self.plan.start);
        let own = self.pack.starts.get(&start).is_some_and(|stocks| stocks.reference.contains_key(&lever));
        match lever {
            LeverId::ProtectedShare => format!("{city}.starts.{start}.protected_share"),
            _ if own => format!("{city}.starts.{start}.reference.{lever}"),
            _ => format!("{city}.levers.{lever}.reference"),
        }
    }

    /// The id of the entry of a figure of a sub-sector.
    #[must_use]
    pub fn sector_id(&self, sector: usize, field: &str) -> String {
        let id = self.pack.sectors.get_index(sector).map_or("", |(id, _)| id.as_str());
        format!("{}.sectors.{id}.{field}", self.pack.id)
    }

    fn constant(&self, line: &mut Line, id: ParameterId, address: &Address) {
        words::parameter(id).trim_end_matches('.').clone_into(&mut line.name);
        line.unit = self.money(id.unit());
        if let Some(entry) = self.evidence(id) {
            line.label = entry.confidence;
            entry.source.clone_into(&mut line.source);
        }
        line.own = self.own(id).is_some();
        line.link = Some(Address { topic: Topic::Parameter(id), ..address.clone() });
    }

    fn known(&self, line: &mut Line, id: &str, address: &Address) {
        if let Some(entry) = self.catalogue.get(id) {
            line.label = entry.confidence;
            entry.source.clone_into(&mut line.source);
            line.link = Some(Address { topic: Topic::Entry(id.to_owned()), ..address.clone() });
        }
    }
}

/// A number as an explanation writes it: five figures, no more decimals than
/// they need.
#[must_use]
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return units::NONE.to_owned();
    }
    let size = value.abs();
    if size == 0.0 {
        return "0".to_owned();
    }
    #[expect(clippy::cast_possible_truncation, reason = "the magnitude of a number")]
    let magnitude = size.log10().floor() as i32;
    let decimals = usize::try_from(4 - magnitude).unwrap_or(0).min(8);
    let text = units::number(value, decimals);
    if decimals > 0 { text.trim_end_matches('0').trim_end_matches(units::decimal()).to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_five_figures_and_no_idle_decimals() {
        for (value, text) in [
            (0.0, "0"),
            (0.25, "0.25"),
            (-0.190_00, "−0.19"),
            (0.001_234_56, "0.0012346"),
            (1.0, "1"),
            (12.345_678, "12.346"),
            (19_412_345.6, "19\u{202f}412\u{202f}346"),
            (f64::NAN, "–"),
            (1e-12, "0"),
        ] {
            assert_eq!(number(value), text);
            // Where a point parts groups, their zeros are none to trim.
            units::write_with(units::Marks { decimal: ',', group: '.' });
            assert_eq!([number(70_700.0), number(0.25), number(1e4)], ["70.700", "0,25", "10.000"]);
            units::write_with(units::Marks::PLAIN);
        }
    }
}
