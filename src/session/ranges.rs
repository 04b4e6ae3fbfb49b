//! What the ensemble says about the cities in view: 80 % ranges of the level and
//! of the policy effect, kept until newer ones come.
//!
//! Members are drawn once for a city and its assumptions, the reference is run
//! once for an outlook: while a lever moves only the scenario is run again.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::analysis::ensemble::Breadth;
use crate::analysis::quantiles::Range;
use crate::analysis::values::{Bands, Values as _};
use crate::model::indicators::Indicator;
use crate::model::projection::Column;
use crate::scenario::lower;

use super::document::DocumentId;
use super::draws::Source;
use super::jobs::desk::Cancel;
use super::results::CityResult;
use super::view::{Place, Tab};
use super::workspace::Workspace;

/// A city of a document.
pub(super) type Subject = (DocumentId, String);

/// The 80 % ranges of a city.
#[derive(Clone, Debug)]
pub struct CityRanges {
    /// The version of the city's result that they are about.
    pub version: u64,
    /// How many members they come from.
    pub members: usize,
    /// How long it took.
    pub took: Duration,
    first_year: i32,
    columns: Vec<Column>,
    /// For each column.
    bands: Vec<Bands>,
}

impl CityRanges {
    /// The range of a column's level in a year; `None` where there is no value.
    #[must_use]
    pub fn level(&self, column: impl Into<Column>, year: i32) -> Option<Range> {
        let levels = &self.bands(column.into())?.levels;
        levels.get(self.row(year)?).copied().filter(|range| range.p50.is_finite())
    }

    /// The range of the policy effect on a column in a year.
    #[must_use]
    pub fn effect(&self, column: impl Into<Column>, year: i32) -> Option<Range> {
        let effects = &self.bands(column.into())?.effects;
        effects.get(self.row(year)?).copied().filter(|range| range.p50.is_finite())
    }

    /// The share of futures in which the scenario is better than the reference;
    /// `None` where neither direction is better.
    #[must_use]
    pub fn better(&self, column: impl Into<Column>, year: i32) -> Option<f64> {
        self.bands(column.into())?.better.get(self.row(year)?).copied().flatten()
    }

    /// The range of a column's level in every year in which it has one.
    pub fn levels(&self, column: impl Into<Column>) -> impl Iterator<Item = (i32, Range)> + '_ {
        self.by_year(self.bands(column.into()).map(|bands| &bands.levels[..]))
    }

    /// The range of the policy effect on a column in every year in which it has one.
    pub fn effects(&self, column: impl Into<Column>) -> impl Iterator<Item = (i32, Range)> + '_ {
        self.by_year(self.bands(column.into()).map(|bands| &bands.effects[..]))
    }

    fn by_year<'a>(&self, ranges: Option<&'a [Range]>) -> impl Iterator<Item = (i32, Range)> + 'a {
        let ranges = ranges.unwrap_or_default().iter().copied();
        (self.first_year..).zip(ranges).filter(|(_, range)| range.p50.is_finite())
    }

    fn bands(&self, column: Column) -> Option<&Bands> {
        let place = self.columns.iter().position(|other| *other == column)?;
        self.bands.get(place)
    }

    fn row(&self, year: i32) -> Option<usize> {
        usize::try_from(year.checked_sub(self.first_year)?).ok()
    }
}

/// What has been asked and what has come.
#[derive(Debug)]
pub struct Ranges {
    members: usize,
    shown: HashMap<Subject, CityRanges>,
    /// The version last asked for, and whether with sub-sectors.
    asked: HashMap<Subject, (u64, bool)>,
    sources: HashMap<Subject, Arc<Source>>,
}

/// An ensemble to be run.
pub(super) type Order = (Subject, u64, Work);
type Work = Box<dyn FnOnce(&Cancel) -> Option<CityRanges> + Send>;

impl Ranges {
    /// Nothing yet, of so many members.
    pub(super) fn new(members: usize) -> Self {
        Self { members, shown: HashMap::new(), asked: HashMap::new(), sources: HashMap::new() }
    }

    /// The ranges of a city, maybe of an earlier version.
    #[must_use]
    pub fn city(&self, document: DocumentId, city: &str) -> Option<&CityRanges> {
        self.shown.get(&(document, city.to_owned()))
    }

    /// Keeps what has come.
    pub(super) fn keep(&mut self, subject: Subject, ranges: CityRanges) {
        self.shown.insert(subject, ranges);
    }

    /// What is to be run for the current document, the city in view first. Each
    /// version is given out once.
    pub(super) fn orders(&mut self, workspace: &Workspace) -> Vec<Order> {
        self.shown.retain(|(document, _), _| workspace.find(*document).is_some());
        self.asked.retain(|(document, _), _| workspace.find(*document).is_some());
        let document = workspace.document();
        // Members take megabytes: those of documents out of view are drawn again when needed.
        self.sources.retain(|(of, _), _| *of == document.id);
        let with_sectors = workspace.view.tab == Tab::Sectors;
        let in_view = |id: &str| matches!(&workspace.view.place, Place::City(city) if city == id);
        let mut cities: Vec<(&str, &CityResult)> = document.results().cities().collect();
        cities.sort_by_key(|(id, _)| !in_view(id));
        let mut orders = Vec::new();
        for (id, result) in cities {
            let subject = (document.id, id.to_owned());
            let wants = (result.version, with_sectors && in_view(id));
            let asked = self.asked.get(&subject);
            if asked.is_some_and(|(version, sectors)| *version == wants.0 && (*sectors || !wants.1)) {
                continue;
            }
            let Some(source) = self.source(workspace, &subject, result) else { continue };
            let sectors = if wants.1 { result.outcome.scenario.sectors() } else { 0 };
            let columns = Indicator::all().map(Column::Indicator).chain((0..sectors).map(Column::JobsOf)).collect();
            self.asked.insert(subject.clone(), wants);
            orders.push((subject, wants.0, work(source, result, columns)));
        }
        orders
    }

    /// Whether a city in view has no ranges of its present version.
    pub(super) fn is_behind(&self, workspace: &Workspace) -> bool {
        let document = workspace.document();
        let in_view = |id: &str| match &workspace.view.place {
            Place::All => true,
            Place::City(city) => city == id,
        };
        let mut cities = document.results().cities().filter(|(id, _)| in_view(id));
        cities.any(|(id, result)| self.city(document.id, id).is_none_or(|ranges| ranges.version != result.version))
    }

    /// The source of a city's members; a new one where they are others.
    fn source(&mut self, workspace: &Workspace, subject: &Subject, result: &CityResult) -> Option<Arc<Source>> {
        if let Some(source) = self.sources.get(subject)
            && source.is_for(result.basis())
        {
            return Some(Arc::clone(source));
        }
        let beliefs = lower::beliefs(workspace.document().scenario(), &subject.1, workspace.library()).ok()?;
        let source = Source::new(beliefs, result.basis().clone(), self.members);
        self.sources.insert(subject.clone(), Arc::clone(&source));
        Some(source)
    }
}

fn work(source: Arc<Source>, result: &CityResult, columns: Vec<Column>) -> Work {
    let (inputs, outlook, version) = (result.inputs().clone(), result.basis().outlook, result.version);
    Box::new(move |cancel| {
        let start = Instant::now();
        let stop = || cancel.wanted();
        let mut drawn = source.lock();
        let drawn = source.drawn(&mut drawn, &inputs, &outlook)?;
        drawn.run(&inputs, version, Breadth::of(&columns), &stop)?;
        let bands = drawn.runs()?.bands(&drawn.reference, &columns, &stop)?;
        let first_year = inputs.span().0;
        let members = drawn.ensemble.members();
        Some(CityRanges { version, members, took: start.elapsed(), first_year, columns, bands })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::model::parameters::ParameterId;
    use crate::scenario::document::Assumption;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::view::View;

    const MEMBERS: usize = 40;
    const JOBS: Indicator = Indicator::ManufacturingJobs;

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        Workspace::new(library, View { place: Place::City("brussels".to_owned()), ..View::default() })
    }

    fn set(workspace: &mut Workspace, id: LeverId, level: f64) {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
        workspace.apply(&edit, None).expect("a level in range");
    }

    /// Runs what is ordered; about which cities it was, in their order.
    fn run(ranges: &mut Ranges, workspace: &Workspace) -> Vec<String> {
        let orders = ranges.orders(workspace);
        let about = |(subject, _, work): Order| {
            let city = subject.1.clone();
            ranges.keep(subject, work(&Cancel::default()).expect("nobody stops it"));
            city
        };
        orders.into_iter().map(about).collect()
    }

    fn london<'a>(ranges: &'a Ranges, workspace: &Workspace) -> &'a CityRanges {
        ranges.city(workspace.document().id, "london").expect("it was run")
    }

    /// Every bit of it.
    fn bits(city: &CityRanges) -> Vec<u64> {
        let ranges = city.bands.iter().flat_map(|bands| bands.levels.iter().chain(&bands.effects));
        ranges.flat_map(|range| [range.p10, range.p50, range.p90]).map(f64::to_bits).collect()
    }

    #[test]
    fn all_cities_are_run_once_the_one_in_view_first_and_then_only_what_changed() {
        let (mut ranges, mut workspace) = (Ranges::new(MEMBERS), workspace());
        assert!(ranges.is_behind(&workspace));
        assert_eq!(run(&mut ranges, &workspace), ["brussels", "london", "rotterdam"]);
        assert_eq!(run(&mut ranges, &workspace), [""; 0]);
        set(&mut workspace, LeverId::ProtectedShare, 95.0);
        assert_eq!(run(&mut ranges, &workspace), ["london"]);
        workspace.view.tab = Tab::Sectors;
        assert_eq!(run(&mut ranges, &workspace), ["brussels"], "its sub-sectors are in view now");
        assert!(!ranges.is_behind(&workspace));
    }

    #[test]
    fn at_adopted_policy_there_is_no_effect_and_neither_is_better() {
        let (mut ranges, workspace) = (Ranges::new(MEMBERS), workspace());
        run(&mut ranges, &workspace);
        let city = london(&ranges, &workspace);
        assert_eq!(city.effect(JOBS, 2040), Some(Range { p10: 0.0, p50: 0.0, p90: 0.0 }));
        assert_eq!(city.better(JOBS, 2040), Some(0.5));
        assert_eq!(city.better(Indicator::Vacancy, 2040), None, "neither direction is better");
        let level = city.level(JOBS, 2040).expect("2040 is projected");
        assert!(level.p10 < level.p50 && level.p50 < level.p90, "{level:?}");
        assert_eq!(city.level(JOBS, 1999), None);
        assert_eq!(city.level(Column::JobsOf(0), 2040), None, "sub-sectors are run when they are in view");
        assert_eq!(city.levels(JOBS).count(), 2050 - 2023 + 1);
    }

    /// What is kept between runs gives what fresh draws give, whatever moved before.
    #[test]
    fn members_are_drawn_once_and_stay_the_same() {
        let (mut ranges, mut workspace) = (Ranges::new(MEMBERS), workspace());
        run(&mut ranges, &workspace);
        let source = |ranges: &Ranges, workspace: &Workspace| {
            Arc::clone(&ranges.sources[&(workspace.document().id, "london".to_owned())])
        };
        let first = source(&ranges, &workspace);
        set(&mut workspace, LeverId::CapitalGrants, 20.0);
        let other = workspace.library().outlooks.keys().find(|id| *id != Library::BASELINE).expect("one").clone();
        workspace.apply(&ScenarioEdit::SetOutlook(other), None).expect("it is there");
        run(&mut ranges, &workspace);
        assert!(Arc::ptr_eq(&first, &source(&ranges, &workspace)), "a lever and the outlook leave the draws");
        let mut fresh = Ranges::new(MEMBERS);
        run(&mut fresh, &workspace);
        assert!(bits(london(&ranges, &workspace)) == bits(london(&fresh, &workspace)));

        let edit = ScenarioEdit::SetAssumption {
            city: Some("london".to_owned()),
            parameter: ParameterId::HazardOther,
            assumption: Assumption { value: 0.02, reason: "vacant halls are cleared early".to_owned() },
        };
        workspace.apply(&edit, None).expect("a value in bounds");
        run(&mut ranges, &workspace);
        assert!(!Arc::ptr_eq(&first, &source(&ranges, &workspace)), "an assumption does not");
    }

    #[test]
    fn a_run_that_is_not_wanted_stops_but_keeps_its_draws() {
        let (mut ranges, workspace) = (Ranges::new(MEMBERS), workspace());
        let (subject, _, work) = ranges.orders(&workspace).remove(0);
        let cancel = Cancel::default();
        cancel.tell();
        assert!(work(&cancel).is_none());
        assert!(ranges.sources[&subject].lock().is_some());
    }
}
