//! A whole back-cast.

use crate::model::city::CityPack;
use crate::model::parameters::Parameters;

use super::forecast::{Mode, Row, rows};
use super::group::{Group, groups};
use super::judgement::{Warning, warnings};
use super::official::Official;
use super::panel::Panel;
use super::series::JobsSeries;
use super::target::{Target, targets};

/// The back-cast of some series.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The series.
    pub series: Vec<JobsSeries>,
    /// The parameters with which each of them was forecast.
    pub parameters: Vec<Parameters<f64>>,
    /// Every forecast from every origin, series after series.
    pub rows: Vec<Row>,
    /// Forecasts scored together.
    pub groups: Vec<Group>,
    /// Official projections of the past beside the model.
    pub officials: Vec<Official>,
    /// What was to be reached.
    pub targets: Vec<Target>,
    /// What a reader must know.
    pub warnings: Vec<Warning>,
}

impl Report {
    /// The back-cast of the cities with a pack and of the panel. `parameters`
    /// gives those of a city; those of the panel are learnt from it, for each
    /// city without that city, starting from `general`.
    ///
    /// # Errors
    /// A sentence about a series of a pack that makes no sense, which the checks
    /// of packs rule out.
    pub fn of_cities<'a>(
        packs: impl IntoIterator<Item = (&'a CityPack, Parameters<f64>)>,
        panel: Vec<JobsSeries>,
        general: &Parameters<f64>,
    ) -> Result<Self, String> {
        let (mut series, mut parameters, mut officials) = (Vec::new(), Vec::new(), Vec::new());
        for (pack, p) in packs {
            let own = JobsSeries::of_pack(pack)?;
            officials.extend(Official::of_pack(pack, &p)?);
            parameters.extend(own.iter().map(|_| p.clone()));
            series.extend(own);
        }
        if !panel.is_empty() {
            let learnt = Panel::new(&panel, general);
            parameters.extend(panel.iter().map(|city| learnt.parameters(general, &city.id)));
            series.extend(panel);
        }
        Ok(Self::new(series, parameters, officials))
    }

    /// The back-cast of one series that the user brought.
    #[must_use]
    pub fn of_series(series: JobsSeries, p: &Parameters<f64>) -> Self {
        Self::new(vec![series], vec![p.clone()], Vec::new())
    }

    fn new(series: Vec<JobsSeries>, parameters: Vec<Parameters<f64>>, officials: Vec<Official>) -> Self {
        let each = series.iter().zip(&parameters).enumerate();
        let mut rows: Vec<Row> = each.flat_map(|(at, (series, p))| rows(at, series, p)).collect();
        for row in &mut rows {
            let of_then = |o: &&Official| o.outcome == series[row.series].id && o.base == row.origin;
            row.official = officials.iter().find(of_then).and_then(|official| official.at(row.year()));
        }
        let groups = groups(&series, &rows);
        let targets = targets(&series, &groups, &officials);
        let warnings = parameters.first().map_or_else(Vec::new, |p| warnings(&series, &groups, p));
        Self { series, parameters, rows, groups, officials, targets, warnings }
    }

    /// Only the series that are wanted, with the parameters they were forecast with.
    #[must_use]
    pub fn only(self, wanted: impl Fn(&JobsSeries) -> bool) -> Self {
        let kept = self.series.into_iter().zip(self.parameters).filter(|(series, _)| wanted(series));
        let (series, parameters) = kept.unzip();
        Self::new(series, parameters, self.officials)
    }

    /// The group with this id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The forecasts of a series from an origin, in the order of the horizons.
    pub fn from_origin(&self, series: usize, origin: i32) -> impl Iterator<Item = &Row> {
        let wanted = move |row: &&Row| row.series == series && row.origin == origin && row.mode == Mode::ExAnte;
        self.rows.iter().filter(wanted)
    }
}
