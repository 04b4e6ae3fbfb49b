//! How probably one scenario is better than another, from paired draws: the same
//! members, run with the levers of both.
//!
//! What is compared with is run once for all others: its members and their results
//! are kept until its city changes.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::beliefs::Beliefs;
use crate::analysis::ensemble::{Breadth, Ensemble, SEED};
use crate::analysis::paired::Run;
use crate::analysis::quantiles::{Range, Room};
use crate::model::indicators::Indicator;
use crate::model::projection::Column;
use crate::scenario::lower;
use crate::session::draws::Source;
use crate::session::jobs::desk::Cancel;
use crate::session::results::CityResult;
use crate::session::view::{Place, Tab};
use crate::session::workspace::Workspace;

use super::selection::{Candidate, Member};

/// Two scenarios and the city in which they are compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// With which it is compared.
    pub base: Candidate,
    /// Which.
    pub other: Candidate,
    /// The city, by id.
    pub city: String,
}

/// The versions of the results of a pair.
type Versions = (u64, u64);

/// What paired draws say about a pair.
#[derive(Clone, Debug)]
pub struct Chances {
    versions: Versions,
    /// How many members they come from.
    pub members: usize,
    first_year: i32,
    columns: Vec<Column>,
    better: Vec<Vec<Option<f64>>>,
    difference: Vec<Vec<Option<Range>>>,
}

impl Chances {
    /// The share of futures in which the other is better than what it is compared
    /// with; `None` where neither direction is better, or one of them has no value.
    #[must_use]
    pub fn better(&self, column: impl Into<Column>, year: i32) -> Option<f64> {
        self.find(&self.better, column.into(), year)
    }

    /// The range of the difference between the two, on the same draws.
    #[must_use]
    pub fn difference(&self, column: impl Into<Column>, year: i32) -> Option<Range> {
        self.find(&self.difference, column.into(), year)
    }

    fn find<T: Copy>(&self, of: &[Vec<Option<T>>], column: Column, year: i32) -> Option<T> {
        let column = self.columns.iter().position(|other| *other == column)?;
        let row = usize::try_from(year.checked_sub(self.first_year)?).ok()?;
        of.get(column)?.get(row).copied().flatten()
    }
}

/// What has been asked and what has come.
#[derive(Debug)]
pub struct Comparisons {
    members: usize,
    shown: HashMap<Pair, Chances>,
    asked: HashMap<Pair, Versions>,
    sources: HashMap<(Candidate, String), Arc<Source>>,
}

/// A comparison to be worked out.
pub(in crate::session) type Order = (Pair, u64, Work);
type Work = Box<dyn FnOnce(&Cancel) -> Option<Chances> + Send>;

impl Comparisons {
    /// Nothing yet, of so many members.
    pub(in crate::session) fn new(members: usize) -> Self {
        Self { members, shown: HashMap::new(), asked: HashMap::new(), sources: HashMap::new() }
    }

    /// What paired draws say, maybe about earlier versions.
    #[must_use]
    pub fn chances(&self, pair: &Pair) -> Option<&Chances> {
        self.shown.get(pair)
    }

    /// Keeps what has come.
    pub(in crate::session) fn keep(&mut self, pair: Pair, chances: Chances) {
        self.shown.insert(pair, chances);
    }

    /// What is to be run for what the user compares. Each pair of versions is given
    /// out once.
    pub(in crate::session) fn orders(&mut self, workspace: &Workspace) -> Vec<Order> {
        if workspace.view.tab != Tab::Compare {
            // Members take megabytes: they are drawn again when somebody looks.
            self.sources.clear();
            return Vec::new();
        }
        let has = |candidate| workspace.comparing.has(candidate);
        self.shown.retain(|pair, _| has(pair.base) && has(pair.other));
        self.asked.retain(|pair, _| has(pair.base) && has(pair.other));
        let members = workspace.comparing.members(workspace);
        let base = members.first().map(|base| base.candidate);
        self.sources.retain(|(candidate, _), _| Some(*candidate) == base);
        let mut orders = Vec::new();
        for (pair, base, other) in pairs(workspace, &members) {
            let (Some(of_base), Some(of_other)) = (base.results.city(&pair.city), other.results.city(&pair.city))
            else {
                continue;
            };
            let versions = (of_base.version, of_other.version);
            if self.asked.get(&pair) == Some(&versions) {
                continue;
            }
            let (Some(source), Ok(beliefs)) =
                (self.source(&pair, base, of_base), lower::beliefs(other.scenario, &pair.city, other.library))
            else {
                continue;
            };
            self.asked.insert(pair.clone(), versions);
            let same_pack = other.library.brought(&pair.city) == base.library.brought(&pair.city);
            let shares = same_pack && of_base.basis().has_members_of(of_other.basis());
            let revision = versions.0.wrapping_add(versions.1);
            orders.push((pair, revision, work(source, of_base, of_other, beliefs, shares)));
        }
        orders
    }

    /// Whether something in view is about earlier versions, or not there yet.
    pub(in crate::session) fn is_behind(&self, workspace: &Workspace) -> bool {
        if workspace.view.tab != Tab::Compare {
            return false;
        }
        let members = workspace.comparing.members(workspace);
        pairs(workspace, &members).any(|(pair, base, other)| {
            let versions = base.results.city(&pair.city).zip(other.results.city(&pair.city));
            versions.is_some_and(|(base, other)| {
                self.shown.get(&pair).is_none_or(|chances| chances.versions != (base.version, other.version))
            })
        })
    }

    fn source(&mut self, pair: &Pair, base: &Member<'_>, result: &CityResult) -> Option<Arc<Source>> {
        let key = (pair.base, pair.city.clone());
        if let Some(source) = self.sources.get(&key)
            && source.is_for(result.basis())
        {
            return Some(Arc::clone(source));
        }
        let beliefs = lower::beliefs(base.scenario, &pair.city, base.library).ok()?;
        let source = Source::new(beliefs, result.basis().clone(), self.members);
        self.sources.insert(key, Arc::clone(&source));
        Some(source)
    }
}

/// The pairs in view: each other scenario with the first, in the city looked at
/// or in all.
fn pairs<'a, 'm>(
    workspace: &'a Workspace,
    members: &'a [Member<'m>],
) -> impl Iterator<Item = (Pair, &'a Member<'m>, &'a Member<'m>)> {
    let base = members.first();
    let in_view = |id: &str| match &workspace.view.place {
        Place::All => true,
        Place::City(city) => city == id,
    };
    base.into_iter().flat_map(move |base| {
        let cities = base.scenario.cities.keys().filter(move |id| in_view(id));
        cities.flat_map(move |city| {
            let others = members.iter().skip(1).filter(|other| other.scenario.cities.contains_key(city));
            others.map(move |other| {
                let pair = Pair { base: base.candidate, other: other.candidate, city: city.clone() };
                (pair, base, other)
            })
        })
    })
}

fn work(source: Arc<Source>, base: &CityResult, other: &CityResult, beliefs: Beliefs, shares: bool) -> Work {
    let side = |result: &CityResult| (result.inputs().clone(), result.basis().outlook, result.version);
    let ((of_base, base_outlook, base_version), (of_other, outlook, version)) = (side(base), side(other));
    let sectors = base.outcome.scenario.sectors().min(other.outcome.scenario.sectors());
    let years = of_base.span().0.max(of_other.span().0)..=of_base.span().1.min(of_other.span().1);
    Box::new(move |cancel| {
        let stop = || cancel.wanted();
        let mut drawn = source.lock();
        let kept = source.drawn(&mut drawn, &of_base, &base_outlook)?;
        kept.run(&of_base, base_version, Breadth::SubSectors, &stop)?;
        let base_runs = kept.runs()?;
        let own = if shares { None } else { Some(Ensemble::draw(&beliefs, &of_other, source.members, SEED, &stop)?) };
        let ensemble = own.as_ref().unwrap_or(&kept.ensemble);
        let own_reference =
            if own.is_none() && outlook == kept.outlook { None } else { Some(ensemble.reference(&of_other, &stop)?) };
        let runs = ensemble.scenario(&of_other, own_reference.as_ref().unwrap_or(&kept.reference), &stop)?;
        let here = Run { members: &runs, first_year: of_other.span().0 };
        let there = Run { members: base_runs, first_year: of_base.span().0 };
        let columns: Vec<Column> =
            Indicator::all().map(Column::Indicator).chain((0..sectors).map(Column::JobsOf)).collect();
        let mut room = Room::default();
        let (mut better, mut difference) = (Vec::new(), Vec::new());
        for column in &columns {
            if stop() {
                return None;
            }
            better.push(years.clone().map(|year| here.better(there, *column, year, column.better())).collect());
            difference.push(years.clone().map(|year| here.difference(there, *column, year, &mut room)).collect());
        }
        let members = ensemble.members();
        Some(Chances {
            versions: (base_version, version),
            members,
            first_year: *years.start(),
            columns,
            better,
            difference,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ensemble::{Results as Runs, TO_THE_END};
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;
    use crate::session::view::View;

    const MEMBERS: usize = 40;
    const JOBS: Indicator = Indicator::ManufacturingJobs;

    fn workspace(ids: &[&str]) -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let view = View { place: Place::City("london".to_owned()), tab: Tab::Compare, ..View::default() };
        let mut workspace = Workspace::new(library, view);
        for id in ids {
            workspace.open_preset(presets::find(id).expect("shipped")).expect("it opens");
            // An untouched document would make way for the next.
            workspace.apply(&ScenarioEdit::SetAuthor("us".to_owned()), None).expect("it is allowed");
        }
        workspace
    }

    fn run(comparisons: &mut Comparisons, workspace: &Workspace) -> usize {
        let orders = comparisons.orders(workspace);
        let count = orders.len();
        for (pair, _, work) in orders {
            comparisons.keep(pair, work(&Cancel::default()).expect("nobody stops it"));
        }
        count
    }

    /// What members of their own, drawn afresh for each scenario, say.
    fn afresh(workspace: &Workspace, city: &str, year: i32) -> f64 {
        let members = workspace.comparing.members(workspace);
        let runs: Vec<(Runs, i32)> = members
            .iter()
            .map(|member| {
                let inputs = lower::inputs(member.scenario, city, member.library).expect("it lowers");
                let beliefs = lower::beliefs(member.scenario, city, member.library).expect("it lowers");
                let ensemble = Ensemble::draw(&beliefs, &inputs, MEMBERS, SEED, TO_THE_END).expect("to the end");
                let reference = ensemble.reference(&inputs, TO_THE_END).expect("to the end");
                (ensemble.scenario(&inputs, &reference, TO_THE_END).expect("to the end"), inputs.span().0)
            })
            .collect();
        let [there, here] = [0, 1].map(|i| Run { members: &runs[i].0, first_year: runs[i].1 });
        here.better(there, JOBS.into(), year, JOBS.better()).expect("both have jobs")
    }

    fn shown<'a>(comparisons: &'a Comparisons, workspace: &Workspace, city: &str) -> &'a Chances {
        let members = workspace.comparing.members(workspace);
        let pair = Pair { base: members[0].candidate, other: members[1].candidate, city: city.to_owned() };
        comparisons.chances(&pair).expect("it was run")
    }

    #[test]
    fn shared_members_say_what_members_of_their_own_say() {
        let workspace = workspace(&["makers-renaissance", "release-for-housing"]);
        let mut comparisons = Comparisons::new(MEMBERS);
        assert!(comparisons.is_behind(&workspace));
        assert_eq!(run(&mut comparisons, &workspace), 1, "London only");
        assert!(!comparisons.is_behind(&workspace));
        let chances = shown(&comparisons, &workspace, "london");
        assert_eq!(chances.members, MEMBERS);
        assert_eq!(chances.better(JOBS, 2040), Some(afresh(&workspace, "london", 2040)));
        assert_eq!(chances.better(Indicator::Vacancy, 2040), None, "neither direction is better");
        let range = chances.difference(JOBS, 2040).expect("both have jobs");
        assert!(range.p10 < range.p90, "{range:?}");
    }

    #[test]
    fn runs_that_begin_in_other_years_meet_in_the_years_of_both() {
        let mut workspace = workspace(&["replay-rotterdam-2022", "reference"]);
        workspace.view.place = Place::City("rotterdam".to_owned());
        let mut comparisons = Comparisons::new(MEMBERS);
        assert_eq!(run(&mut comparisons, &workspace), 1);
        let chances = shown(&comparisons, &workspace, "rotterdam");
        assert_eq!(chances.better(JOBS, 2022), None, "the second begins later");
        assert_eq!(chances.better(JOBS, 2040), Some(afresh(&workspace, "rotterdam", 2040)));
    }

    #[test]
    fn only_what_moved_is_run_again() {
        let mut workspace = workspace(&["makers-renaissance", "release-for-housing", "circular-city"]);
        let mut comparisons = Comparisons::new(MEMBERS);
        assert_eq!(run(&mut comparisons, &workspace), 2);
        assert_eq!(run(&mut comparisons, &workspace), 0);
        let set = |workspace: &mut Workspace| {
            let edit =
                ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level: 95.0 };
            workspace.apply(&edit, None).expect("a level in range");
        };
        set(&mut workspace);
        assert_eq!(run(&mut comparisons, &workspace), 1, "the one that moved with the first");
        let first = workspace.documents()[0].id;
        workspace.select(first);
        set(&mut workspace);
        assert_eq!(run(&mut comparisons, &workspace), 2, "all with the first");
        assert_eq!(
            shown(&comparisons, &workspace, "london").better(JOBS, 2045),
            Some(afresh(&workspace, "london", 2045))
        );
        workspace.view.tab = Tab::Overview;
        assert_eq!(run(&mut comparisons, &workspace), 0, "nobody looks");
        assert!(comparisons.sources.is_empty());
    }

    #[test]
    fn another_outlook_has_the_same_members_but_a_reference_of_its_own() {
        let mut workspace = workspace(&["makers-renaissance", "makers-renaissance"]);
        let other = workspace.library().outlooks.keys().find(|id| *id != Library::BASELINE).expect("one").clone();
        workspace.apply(&ScenarioEdit::SetOutlook(other), None).expect("it is there");
        let mut comparisons = Comparisons::new(MEMBERS);
        run(&mut comparisons, &workspace);
        let better = shown(&comparisons, &workspace, "london").better(JOBS, 2040);
        assert_eq!(better, Some(afresh(&workspace, "london", 2040)));
        assert_ne!(better, Some(0.5));
    }
}
