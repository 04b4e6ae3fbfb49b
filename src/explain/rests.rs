//! What a quantity rests on in the end, and where a thing that is known is used.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::quantity::{QUANTITIES, Quantity, of_indicator};
use super::term::{self, Field, Term};
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::{Component, ParameterId};

/// Something that no equation computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaf {
    /// A constant.
    Parameter(ParameterId),
    /// A stock of the start, by the name of its field.
    Start(&'static str),
    /// A figure of every sub-sector, by the name of its field.
    Sector(&'static str),
    /// The level of a lever under adopted policy.
    Adopted(LeverId),
    /// A driver of the outlook.
    Driver(DriverId),
    /// The observed jobs from which the drift is estimated.
    Observed,
}

/// A quantity, and the lever that it is of.
type Node = (&'static str, Option<LeverId>);

#[derive(Debug, Default)]
struct Edges {
    nodes: Vec<Node>,
    leaves: Vec<Leaf>,
}

/// The quantity that the drift of jobs is: an estimate, not an equation.
const DRIFT: &str = "ĝ";

static GRAPH: LazyLock<HashMap<Node, Edges>> = LazyLock::new(|| {
    let mut graph: HashMap<Node, Edges> = HashMap::new();
    let mut open: Vec<Node> = QUANTITIES.iter().map(|quantity| (quantity.symbol, None)).collect();
    open.extend(LeverId::all().map(|id| ("K", Some(id))));
    while let Some(node) = open.pop() {
        if let Entry::Vacant(free) = graph.entry(node) {
            open.extend(&free.insert(edges(node)).nodes);
        }
    }
    graph
});

fn edges((symbol, lever): Node) -> Edges {
    let mut edges = Edges::default();
    if symbol == DRIFT {
        let constants = ParameterId::ALL.iter().filter(|id| id.component() == Component::Drift);
        edges.leaves = constants.map(|id| Leaf::Parameter(*id)).chain([Leaf::Observed]).collect();
    }
    let Some(quantity) = super::quantity::find(symbol) else { return edges };
    for (_, equation) in quantity.all() {
        equation.right.symbols(&mut |name, _| match term::find(&name.name) {
            Some(Term::Quantity(of) | Term::Reference(of)) => edges.nodes.push((of.symbol, lever)),
            Some(Term::OfLever(of, id)) => edges.nodes.push((of.symbol, Some(id))),
            Some(Term::Adopted(id)) => edges.leaves.extend(id.or(lever).map(Leaf::Adopted)),
            Some(Term::Parameter(id)) => edges.leaves.push(Leaf::Parameter(id)),
            Some(Term::Lag) => edges.leaves.extend(lever.map(|id| Leaf::Parameter(id.spec().lag))),
            Some(Term::Start(Field { field, .. })) => edges.leaves.push(Leaf::Start(field)),
            Some(Term::Sector(Field { field, .. })) => edges.leaves.push(Leaf::Sector(field)),
            Some(Term::Driver(id) | Term::Baseline(id)) => edges.leaves.push(Leaf::Driver(id)),
            None => {}
        });
    }
    edges
}

static LEAVES: LazyLock<HashMap<Node, Vec<Leaf>>> =
    LazyLock::new(|| GRAPH.keys().map(|node| (*node, leaves_below(*node))).collect());

fn leaves_below(root: Node) -> Vec<Leaf> {
    let (mut seen, mut leaves, mut open) = (HashSet::new(), HashSet::new(), vec![root]);
    while let Some(node) = open.pop() {
        if seen.insert(node)
            && let Some(edges) = GRAPH.get(&node)
        {
            open.extend(&edges.nodes);
            leaves.extend(&edges.leaves);
        }
    }
    let mut leaves: Vec<Leaf> = leaves.into_iter().collect();
    leaves.sort_unstable();
    leaves
}

/// Everything that a quantity rests on in the end.
#[must_use]
pub fn leaves(symbol: &'static str, lever: Option<LeverId>) -> &'static [Leaf] {
    LEAVES.get(&(symbol, lever)).map_or(&[], Vec::as_slice)
}

/// Whether an indicator rests on a constant.
#[must_use]
pub fn reaches(indicator: Indicator, parameter: ParameterId) -> bool {
    leaves(of_indicator(indicator), None).contains(&Leaf::Parameter(parameter))
}

/// The quantities whose equations name a thing that is known.
#[must_use]
pub fn used_in(leaf: Leaf) -> Vec<&'static Quantity> {
    let direct: HashSet<&str> =
        GRAPH.iter().filter(|(_, edges)| edges.leaves.contains(&leaf)).map(|((symbol, _), _)| *symbol).collect();
    QUANTITIES.iter().copied().filter(|quantity| direct.contains(quantity.symbol)).collect()
}

/// The indicators that rest on a thing that is known.
#[must_use]
pub fn indicators(leaf: Leaf) -> Vec<Indicator> {
    Indicator::all().filter(|indicator| leaves(of_indicator(*indicator), None).contains(&leaf)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vacancy_rests_on_space_and_jobs_but_not_on_money() {
        assert!(reaches(Indicator::Vacancy, ParameterId::Obsolescence));
        assert!(reaches(Indicator::Vacancy, ParameterId::DriftMean));
        assert!(!reaches(Indicator::Vacancy, ParameterId::HomesPerHa));
        assert!(reaches(Indicator::HomesForgone, ParameterId::HomesPerHa));
        let lag = Leaf::Parameter(ParameterId::LagProtectedShare);
        assert!(leaves("K", Some(LeverId::ProtectedShare)).contains(&lag));
        assert!(!leaves("K", Some(LeverId::Skills)).contains(&lag));
    }

    #[test]
    fn a_constant_knows_where_it_is_used() {
        let symbols = |leaf| used_in(leaf).iter().map(|q| q.symbol).collect::<Vec<_>>();
        assert_eq!(symbols(Leaf::Parameter(ParameterId::CostElasticity)), ["d"]);
        assert_eq!(symbols(Leaf::Parameter(ParameterId::LagSkills)), ["k"]);
        assert_eq!(symbols(Leaf::Start("pipeline")), ["P", "U", "Π"]);
        assert_eq!(symbols(Leaf::Observed), [DRIFT]);
        let homes = indicators(Leaf::Parameter(ParameterId::HousingShare));
        assert_eq!(homes, [Indicator::HomesForgone]);
    }
}
