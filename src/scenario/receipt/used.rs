//! What the equations read besides the scenario, number by number.

use std::collections::BTreeMap;

use crate::evidence::{Library, worth};
use crate::model::city::{CityPack, DriftSegment, Series};
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;
use crate::model::provenance::Prior;
use crate::scenario::document::{CityPlan, Scenario};
use crate::scenario::lower::{self, LowerError};

use super::hash;

/// What a scenario rested on, by the ids under which `making-room sources` lists
/// it. What the scenario sets itself is not here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Used {
    /// Parameters (`v_star`, or `london.v_star` where the city's differs),
    /// figures (`london.starts.2023.jobs`) and outlooks
    /// (`outlooks.plateau.housing_pressure`).
    pub values: BTreeMap<String, f64>,
    /// Hashes of the series from which the underlying growth is estimated.
    pub series: BTreeMap<String, String>,
}

impl Used {
    /// What a scenario rests on now.
    ///
    /// # Errors
    /// If it names something that does not exist.
    pub fn of(scenario: &Scenario, library: &Library) -> Result<Self, LowerError> {
        let mut used = Self::default();
        for outlook in [Library::BASELINE, &scenario.outlook.base] {
            let named = library.outlooks.get(outlook).ok_or_else(|| LowerError::NoOutlook(outlook.to_owned()))?;
            let values = named.values();
            let own =
                |driver: &DriverId| outlook == Library::BASELINE || !scenario.outlook.changes.contains_key(driver);
            for driver in DriverId::all().filter(own) {
                used.values.insert(format!("outlooks.{outlook}.{driver}"), values.get(driver));
            }
        }
        for (id, plan) in &scenario.cities {
            let pack = library.packs.get(id).ok_or_else(|| LowerError::NoPack(id.clone()))?;
            used.parameters(scenario, plan, pack, library)?;
            used.figures(plan, pack);
            used.trends(pack, library);
            for segment in pack.drift.iter().chain(&pack.nation) {
                used.series(pack, segment);
            }
        }
        Ok(used)
    }

    fn parameters(
        &mut self,
        scenario: &Scenario,
        plan: &CityPlan,
        pack: &CityPack,
        library: &Library,
    ) -> Result<(), LowerError> {
        let values = lower::parameters(scenario, plan, pack, library)?;
        let assumed = |id| plan.assumptions.contains_key(id) || scenario.assumptions.contains_key(id);
        for id in ParameterId::ALL.iter().filter(|id| !assumed(id)) {
            let (value, name) = (values.get(*id), id.id());
            // Money is in each city's own currency.
            let general = library.parameters.get(name).filter(|_| !id.is_money()).map(Prior::expected);
            let everywhere = general.is_some_and(|general| general.to_bits() == value.to_bits());
            let key = if everywhere { name.to_owned() } else { format!("{}.{name}", pack.id) };
            self.values.insert(key, value);
        }
        Ok(())
    }

    fn figures(&mut self, plan: &CityPlan, pack: &CityPack) {
        let start = format!("starts.{}.", plan.start);
        let read = |path: &str| {
            path.starts_with("sectors.")
                || path.starts_with("drift.")
                || path.starts_with("nation.")
                || path.starts_with(&start)
                || (path.starts_with("levers.") && path.ends_with(".reference"))
        };
        for (path, figure) in worth::figures(pack).filter(|(path, _)| read(path)) {
            self.values.insert(format!("{}.{path}", pack.id), figure.value);
        }
    }

    /// Trends of sub-sectors as they are used: fitted to history, or the pack's own.
    fn trends(&mut self, pack: &CityPack, library: &Library) {
        for sector in pack.sectors.keys() {
            if let Some(trend) = library.expected_trend(pack, sector) {
                self.values.insert(format!("{}.sectors.{sector}.trend", pack.id), trend);
            }
        }
    }

    /// Of a stretch of observed jobs: its points and where the level restarts.
    fn series(&mut self, pack: &CityPack, segment: &DriftSegment) {
        let points = pack.series.get(&segment.series).into_iter().flat_map(Series::main_line);
        let read = points.filter(|(year, _)| (segment.from..=segment.to).contains(year));
        let values = read.map(|(year, value)| format!("{year}={value}"));
        let breaks = segment.breaks.iter().map(|year| format!("{year}=break"));
        let id = format!("{}@{}-{}", segment.series, segment.from, segment.to);
        self.series.insert(id, hash::of_lines(values.chain(breaks).collect()));
    }
}
