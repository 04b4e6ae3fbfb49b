//! Along which terms a change of something reaches an indicator: between two
//! positions of one city, from the equations and what their terms are worth in both.
//!
//! The change of a quantity is shared out over the names on the right of its
//! equation, each by what the right side changes if that name alone goes from the
//! one position to the other, in the mean of doing it first and doing it last. So
//! the whole change of an indicator in a year flows back, year by year, to what was
//! changed; the path is the widest way, where a way is as wide as the least that
//! flows net through one of its terms. Nothing is said of a term that did not change.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::expression::{Symbol, Values};
use super::quantity::{self, Quantity, Scope, of_indicator};
use super::runs::{Part, Runs};
use super::term::{self, Term};
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::trace::Run;

/// Two values that differ by less than this share of their size are the same.
const SAME: f64 = 1e-12;

/// Where what flows in and out cancels to less than this share, nothing can be said.
const CANCELS: f64 = 1e-9;

/// A term of the equations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// What the equations compute, by its symbol.
    Quantity(&'static str),
    /// The same under adopted policy, by its symbol.
    Reference(&'static str),
    /// A lever.
    Lever(LeverId),
    /// A driver of the outlook.
    Driver(DriverId),
    /// A constant.
    Parameter(ParameterId),
    /// The data of the city's start.
    Start,
}

/// A term on a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The term.
    pub node: Node,
    /// Whether it is more than before, over the years that count.
    pub rises: bool,
}

/// The way from what was changed to an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// From what was changed to the indicator, both included.
    pub steps: Vec<Step>,
    /// The share of the indicator's change that takes no other way, at most 1.
    pub share: f64,
}

impl Path {
    /// Whether the indicator is more than before.
    #[must_use]
    pub fn rises(&self) -> bool {
        self.steps.last().is_some_and(|step| step.rises)
    }
}

/// Two positions of one city, in the same years.
pub struct Between<'r, 'a> {
    sides: [&'r Runs<'a>; 2],
    sectors: usize,
    /// Values of names for equations, which are worked out once.
    values: HashMap<(&'static str, usize, Option<usize>), [f64; 2]>,
    causes: HashMap<Place, Vec<Cause>>,
}

/// A quantity in a year.
type Place = (&'static str, usize);

/// What a change comes from, and the share of the change.
#[derive(Clone, Copy, Debug)]
struct Cause {
    node: Node,
    /// Where it is explained further.
    place: Option<Place>,
    share: f64,
    rises: bool,
}

/// A name in an equation with its value on both sides, one for each sub-sector
/// where there are several.
struct Named<'e> {
    symbol: &'e Symbol,
    term: Term,
    values: Vec<[f64; 2]>,
}

impl Named<'_> {
    fn has_changed(&self) -> bool {
        self.values.iter().any(|[before, after]| differ(*before, *after))
    }

    fn rises(&self) -> bool {
        self.values.iter().map(|[before, after]| after - before).sum::<f64>() > 0.0
    }
}

fn differ(before: f64, after: f64) -> bool {
    (after - before).abs() > SAME * before.abs().max(after.abs())
}

/// The names of an equation: all on one side, but one on the other.
struct Mixed<'m> {
    names: &'m [Named<'m>],
    side: usize,
    /// The name that is on the other side.
    but: Option<usize>,
    sectors: usize,
}

impl Values for Mixed<'_> {
    fn value(&self, symbol: &Symbol, sector: Option<usize>) -> f64 {
        let is_it = |named: &Named<'_>| named.symbol.shift == symbol.shift && named.symbol.name == symbol.name;
        let Some(at) = self.names.iter().position(is_it) else { return f64::NAN };
        let side = if self.but == Some(at) { 1 - self.side } else { self.side };
        let values = &self.names[at].values;
        let one = if values.len() == 1 { values.first() } else { sector.and_then(|sector| values.get(sector)) };
        one.map_or(f64::NAN, |value| value[side])
    }

    fn sectors(&self) -> usize {
        self.sectors
    }
}

impl<'r, 'a> Between<'r, 'a> {
    /// From one position to another; `None` where they do not begin in the same year.
    #[must_use]
    pub fn new(before: &'r Runs<'a>, after: &'r Runs<'a>) -> Option<Self> {
        let sectors = |runs: &Runs<'_>| runs.trace(Run::Scenario).constants.sectors;
        let is_comparable = before.span().0 == after.span().0 && sectors(before) == sectors(after);
        is_comparable.then(|| Self {
            sides: [before, after],
            sectors: sectors(after),
            values: HashMap::new(),
            causes: HashMap::new(),
        })
    }

    /// The way to an indicator in a year; `None` where it did not change, or what
    /// changed it cannot be told apart.
    pub fn path(&mut self, indicator: Indicator, year: i32) -> Option<Path> {
        let (first, last) = self.sides[1].span();
        let last = last.min(self.sides[0].span().1);
        let row = (first..=last).contains(&year).then(|| usize::try_from(year - first).ok()).flatten()?;
        let symbol = quantity::find(of_indicator(indicator))?.symbol;
        let [before, after] = self.total(symbol, row);
        if !differ(before, after) || !(after - before).is_finite() {
            return None;
        }
        let flow = self.flow((symbol, row), after > before);
        let (nodes, share) = flow.widest(Node::Quantity(symbol))?;
        let step = |node: &Node| Step { node: *node, rises: flow.lean.get(node).is_some_and(|lean| *lean > 0.0) };
        Some(Path { steps: nodes.iter().rev().map(step).collect(), share: share.min(1.0) })
    }

    /// How the change of a quantity in a year flows back.
    fn flow(&mut self, target: Place, rises: bool) -> Flow {
        let order = self.order(target);
        let mut here: HashMap<Place, f64> = HashMap::from([(target, 1.0)]);
        let mut flow = Flow::default();
        flow.net.insert(Node::Quantity(target.0), 1.0);
        flow.lean.insert(Node::Quantity(target.0), if rises { 1.0 } else { -1.0 });
        for place in order.iter().rev() {
            let through = here.get(place).copied().unwrap_or(0.0);
            let node = Node::Quantity(place.0);
            for cause in self.causes.get(place).into_iter().flatten() {
                let part = through * cause.share;
                if let Some(place) = cause.place {
                    *here.entry(place).or_default() += part;
                }
                if cause.node == node {
                    continue;
                }
                *flow.edges.entry((node, cause.node)).or_default() += part;
                *flow.net.entry(cause.node).or_default() += part;
                *flow.lean.entry(cause.node).or_default() += if cause.rises { part.abs() } else { -part.abs() };
            }
        }
        flow
    }

    /// Everything behind a place, what is behind comes first.
    fn order(&mut self, target: Place) -> Vec<Place> {
        let mut order = Vec::new();
        let mut seen = HashSet::from([target]);
        let mut open = vec![(target, 0)];
        while let Some((place, next)) = open.pop() {
            if !self.causes.contains_key(&place) {
                let causes = self.causes_of(place).unwrap_or_default();
                self.causes.insert(place, causes);
            }
            let behind = self.causes[&place].iter().filter_map(|cause| cause.place).nth(next);
            match behind {
                Some(behind) => {
                    open.push((place, next + 1));
                    if seen.insert(behind) {
                        open.push((behind, 0));
                    }
                }
                None => order.push(place),
            }
        }
        order
    }

    /// What the change of a quantity in a year comes from.
    fn causes_of(&mut self, (symbol, row): Place) -> Option<Vec<Cause>> {
        let quantity = quantity::find(symbol)?;
        let equation = quantity.equation(row)?;
        let at = row.checked_sub(usize::try_from(equation.ahead()).ok()?)?;
        let mut symbols: Vec<(&Symbol, bool)> = Vec::new();
        equation.right.symbols(&mut |name, summed| {
            let is_it = |(other, _): &(&Symbol, bool)| other.name == name.name && other.shift == name.shift;
            match symbols.iter_mut().find(|known| is_it(known)) {
                Some(known) => known.1 |= summed,
                None => symbols.push((name, summed)),
            }
        });
        let by_sector = quantity.scope() == Scope::Sector;
        let mut names = Vec::with_capacity(symbols.len());
        for (symbol, summed) in symbols {
            let term = term::find(&symbol.name)?;
            let sectors = if (summed || by_sector) && is_by_sector(term) { self.sectors } else { 0 };
            let mut values = Vec::new();
            for sector in (0..sectors).map(Some).chain((sectors == 0).then_some(None)) {
                values.push(self.worth(quantity, term, (at, symbol.shift), sector));
            }
            names.push(Named { symbol, term, values });
        }
        let value = |side, but| -> f64 {
            let mixed = Mixed { names: &names, side, but, sectors: self.sectors };
            let parts = if by_sector { self.sectors } else { 0 };
            let whole = (parts == 0).then_some(None);
            (0..parts).map(Some).chain(whole).map(|part| equation.right.evaluate(&mixed, part)).sum()
        };
        let (before, after) = (value(0, None), value(1, None));
        let mut parts = Vec::new();
        for (i, named) in names.iter().enumerate().filter(|(_, named)| named.has_changed()) {
            let alone = f64::midpoint(value(0, Some(i)) - before, after - value(1, Some(i)));
            parts.push((named, alone));
        }
        let (total, size) = parts.iter().fold((0.0, 0.0), |(t, s), (_, part)| (t + part, s + part.abs()));
        if !size.is_finite() || total.abs() <= CANCELS * size {
            return None;
        }
        let cause = |(named, part): &(&Named<'_>, f64)| {
            let (node, place) = node_of(named.term, named.symbol, at);
            Cause { node, place, share: part / total, rises: named.rises() }
        };
        Some(parts.iter().filter(|(_, part)| *part != 0.0).map(cause).collect())
    }

    /// A quantity of the city in a year, or its sum over sub-sectors, on both sides.
    fn total(&mut self, symbol: &'static str, row: usize) -> [f64; 2] {
        let Some(quantity) = quantity::find(symbol) else { return [f64::NAN; 2] };
        self.sides.map(|runs| runs.value(quantity, Part::Whole, Run::Scenario, row))
    }

    /// What a name in the equation of a quantity is worth, on both sides.
    fn worth(
        &mut self,
        of: &'static Quantity,
        term: Term,
        (at, shift): (usize, i32),
        sector: Option<usize>,
    ) -> [f64; 2] {
        let row = at.checked_add_signed(isize::try_from(shift).unwrap_or(0));
        if let (Term::Quantity(quantity), Some(row)) = (term, row) {
            let part = sector.map_or(Part::Whole, Part::Sector);
            let sides = self.sides;
            let worked_out = || sides.map(|runs| runs.value(quantity, part, Run::Scenario, row));
            return *self.values.entry((quantity.symbol, row, sector)).or_insert_with(worked_out);
        }
        let part = sector.map_or(Part::Whole, Part::Sector);
        self.sides.map(|runs| {
            let equation = of.equation(at);
            let moment = equation.and_then(|equation| {
                let ahead = usize::try_from(equation.ahead()).unwrap_or(0);
                runs.moment(equation, of, part, Run::Scenario, at + ahead)
            });
            moment.map_or(f64::NAN, |moment| moment.term(term, shift, sector))
        })
    }
}

/// Whether there is one of it for each sub-sector.
fn is_by_sector(term: Term) -> bool {
    match term {
        Term::Quantity(of) | Term::Reference(of) => of.scope() == Scope::Sector,
        Term::Sector(_) => true,
        _ => false,
    }
}

/// What a name stands for on a path, and where it is explained further.
fn node_of(term: Term, symbol: &Symbol, at: usize) -> (Node, Option<Place>) {
    match term {
        Term::Quantity(of) => {
            let row = at.checked_add_signed(isize::try_from(symbol.shift).unwrap_or(0));
            // What holds in another run is not explained by this one.
            let place = row.filter(|_| of.run.is_none()).map(|row| (of.symbol, row));
            (Node::Quantity(of.symbol), place)
        }
        Term::Reference(of) => (Node::Reference(of.symbol), None),
        Term::OfLever(_, id) => (Node::Lever(id), None),
        Term::Parameter(id) => (Node::Parameter(id), None),
        Term::Driver(id) | Term::Baseline(id) => (Node::Driver(id), None),
        Term::Adopted(_) | Term::Lag | Term::Start(_) | Term::Sector(_) => (Node::Start, None),
    }
}

/// How a change flows back, over all years, in shares of it.
#[derive(Debug, Default)]
struct Flow {
    /// From a term to what stands in its equation.
    edges: BTreeMap<(Node, Node), f64>,
    /// All that flows into a term from others.
    net: BTreeMap<Node, f64>,
    /// Whether a term is more than before, weighed by what flows.
    lean: BTreeMap<Node, f64>,
}

impl Flow {
    /// The widest way from the target back to where nothing is behind, and how wide
    /// it is.
    fn widest(&self, target: Node) -> Option<(Vec<Node>, f64)> {
        let inner: HashSet<Node> = self.edges.keys().map(|(from, _)| *from).collect();
        let mut best: BTreeMap<Node, (f64, Option<Node>)> = BTreeMap::from([(target, (f64::INFINITY, None))]);
        let mut done: HashSet<Node> = HashSet::new();
        loop {
            let open = best.iter().filter(|(node, _)| !done.contains(*node));
            let (node, width) = open.map(|(node, (width, _))| (*node, *width)).max_by(|a, b| a.1.total_cmp(&b.1))?;
            if !inner.contains(&node) {
                let way = std::iter::successors(Some(node), |node| best.get(node).and_then(|(_, before)| *before));
                let mut way: Vec<Node> = way.collect();
                way.reverse();
                return Some((way, width));
            }
            done.insert(node);
            let behind = self.edges.range((node, Node::Quantity(""))..).take_while(|((from, _), _)| *from == node);
            for ((_, behind), flow) in behind {
                let through = width.min(*flow).min(self.net.get(behind).copied().unwrap_or(0.0));
                let known = best.get(behind).map_or(0.0, |(width, _)| *width);
                if through > known && !done.contains(behind) {
                    best.insert(*behind, (through, Some(node)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::inputs::Inputs;
    use crate::model::projection::{LeverSetting, Outcome, Reference, project, reference};
    use crate::scenario::document::{CityPlan, Scenario};
    use crate::scenario::lower;

    const YEAR: i32 = 2040;

    fn london() -> (Inputs, Reference) {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = Scenario::new("test");
        scenario.cities.insert("london".to_owned(), CityPlan::adopted(2023));
        let inputs = lower::inputs(&scenario, "london", &library).expect("it lowers");
        let reference = reference(&inputs);
        (inputs, reference)
    }

    fn outcome(inputs: &Inputs, reference: &Reference) -> Outcome {
        Outcome { reference: reference.projection().clone(), scenario: project(inputs, reference) }
    }

    /// Every lever of London from adopted policy to an end of its range, alone.
    fn moves(mut each: impl FnMut(LeverId, &mut Between<'_, '_>)) {
        let library = Library::embedded().expect("the evidence is embedded");
        let (inputs, reference) = london();
        let before = outcome(&inputs, &reference);
        let runs_before = Runs::new(&inputs, &reference, &before);
        for lever in LeverId::all() {
            let levels = library.packs["london"].levels(2023, lever).expect("London has every lever");
            let adopted = inputs.adopted(lever).to_bits();
            for level in [*levels.start(), *levels.end()].into_iter().filter(|level| level.to_bits() != adopted) {
                let mut moved = inputs.clone();
                moved.set_lever(lever, LeverSetting { level, start: 2026, ramp: 2.0 });
                let after = outcome(&moved, &reference);
                let runs_after = Runs::new(&moved, &reference, &after);
                let mut between = Between::new(&runs_before, &runs_after).expect("they begin in the same year");
                each(lever, &mut between);
            }
        }
    }

    /// What stands on the right of the equations of a quantity.
    fn terms(symbol: &str) -> Vec<Node> {
        let of = quantity::find(symbol).expect("a quantity");
        let mut nodes = Vec::new();
        for (_, equation) in of.all() {
            equation.right.symbols(&mut |name, _| nodes.extend(term::find(&name.name).map(|t| node_of(t, name, 9).0)));
        }
        nodes
    }

    #[test]
    fn a_path_leads_from_what_was_changed_along_terms_that_changed() {
        let mut found = 0;
        moves(|lever, between| {
            for indicator in Indicator::all() {
                let Some(path) = between.path(indicator, YEAR) else { continue };
                found += 1;
                let told = format!("{lever} {indicator}: {:?}", path.steps);
                assert_eq!(path.steps.first().map(|step| step.node), Some(Node::Lever(lever)), "{told}");
                assert_eq!(path.steps.last().map(|step| step.node), Some(Node::Quantity(of_indicator(indicator))));
                assert!(path.share > 0.0 && path.share <= 1.0, "{told}");
                for pair in path.steps.windows(2) {
                    let Node::Quantity(symbol) = pair[1].node else { panic!("{told}") };
                    assert!(terms(symbol).contains(&pair[0].node), "{told}");
                }
            }
        });
        assert!(found > 150, "{found}");
    }

    /// What a change flows back to adds up to the whole of it.
    #[test]
    fn all_of_a_change_is_accounted_for() {
        moves(|lever, between| {
            for indicator in [Indicator::ManufacturingJobs, Indicator::IndustrialFloorspace, Indicator::RealRent] {
                let symbol = of_indicator(indicator);
                let row = 2040 - 2023;
                let [before, after] = between.total(symbol, row);
                // A lever that does all but nothing leaves nothing but rounding to account for.
                if (after - before).abs() <= 1e-6 * before.abs() {
                    continue;
                }
                let flow = between.flow((symbol, row), true);
                let sources: f64 =
                    flow.net.iter().filter(|(node, _)| !matches!(node, Node::Quantity(_))).map(|(_, part)| part).sum();
                assert!((sources - 1.0).abs() < 1e-3, "{lever} {indicator}: {sources}");
            }
        });
    }

    #[test]
    fn protection_reaches_floorspace_through_the_land_that_is_not_released() {
        let mut told = Vec::new();
        moves(|lever, between| {
            if lever == LeverId::ProtectedShare {
                told.extend(between.path(Indicator::IndustrialFloorspace, YEAR));
            }
        });
        for path in told {
            let symbols: Vec<Node> = path.steps.iter().map(|step| step.node).collect();
            assert!(
                symbols.contains(&Node::Quantity("Rel")) && symbols.contains(&Node::Quantity("Lost")),
                "{symbols:?}"
            );
            let released = path.steps.iter().find(|step| step.node == Node::Quantity("Rel")).expect("it is there");
            assert_ne!(released.rises, path.rises(), "less released is more floorspace");
            assert_eq!(path.steps[0].rises, path.rises(), "more protection is more floorspace");
        }
    }

    #[test]
    fn where_nothing_changed_there_is_no_path() {
        let (inputs, reference) = london();
        let outcome = outcome(&inputs, &reference);
        let runs = Runs::new(&inputs, &reference, &outcome);
        let mut between = Between::new(&runs, &runs).expect("the same");
        assert!(Indicator::all().all(|indicator| between.path(indicator, YEAR).is_none()));
        assert_eq!(between.path(Indicator::ManufacturingJobs, 1900), None);
    }
}
