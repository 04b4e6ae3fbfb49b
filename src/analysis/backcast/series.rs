//! A jobs series on which the back-cast is run.

use crate::model::city::{CityPack, Series};
use crate::model::drift::Observation;
use crate::model::indicators::Indicator;
use crate::model::inputs::observations;

/// The observations that an origin needs, itself included.
pub const FEWEST: usize = 10;

/// What a series stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Manufacturing jobs of a city with a pack.
    City,
    /// Jobs in a wider industry of a city with a pack, of which only growth counts.
    Industry,
    /// Manufacturing jobs of a city of the panel.
    Peer,
    /// Jobs that the user brought.
    Given,
}

/// A jobs series, with what else could be known.
#[derive(Clone, Debug, PartialEq)]
pub struct JobsSeries {
    /// Id, or the name of the file it came from.
    pub id: String,
    /// The place, as shown to the user.
    pub place: String,
    /// What is counted, as shown to the user.
    pub title: String,
    /// What it stands for.
    pub kind: Kind,
    /// Its observations in the order of time, none without jobs.
    pub observations: Vec<Observation>,
    /// Those of the nation, empty where the city stands for itself.
    pub nation: Vec<Observation>,
}

impl JobsSeries {
    /// The series of a pack on which the back-cast is run.
    ///
    /// # Errors
    /// A sentence about a series that is missing or makes no sense, which the
    /// checks of a pack rule out.
    pub fn of_pack(pack: &CityPack) -> Result<Vec<Self>, String> {
        let nation = observations(pack, &pack.nation)?;
        let series = |segment| -> Result<Self, String> {
            let all = observations(pack, std::slice::from_ref(segment))?;
            let source = pack.series.get(&segment.series);
            let manufacturing =
                source.and_then(|s| s.indicator.as_deref()) == Some(Indicator::ManufacturingJobs.into());
            Ok(Self {
                id: segment.series.clone(),
                place: pack.name.clone(),
                title: source.map_or_else(String::new, |s| s.title.clone()),
                kind: if manufacturing { Kind::City } else { Kind::Industry },
                observations: all,
                nation: nation.clone(),
            })
        };
        pack.backcast.iter().map(series).collect()
    }

    /// A city of the panel, which stands for itself.
    #[must_use]
    pub fn peer(id: &str, series: &Series) -> Self {
        Self {
            id: id.to_owned(),
            place: series.title.clone(),
            title: series.geography.clone(),
            kind: Kind::Peer,
            observations: plain(series.main_line()),
            nation: Vec::new(),
        }
    }

    /// Figures that the user brought, in the order of time, and those of the
    /// nation, if any.
    #[must_use]
    pub fn given(id: &str, jobs: &[(i32, f64)], nation: &[(i32, f64)]) -> Self {
        Self {
            id: id.to_owned(),
            place: id.to_owned(),
            title: "jobs as given".to_owned(),
            kind: Kind::Given,
            observations: plain(jobs.iter().copied()),
            nation: plain(nation.iter().copied()),
        }
    }

    /// The years that can be an origin: observed, with ten observations up to
    /// them, and followed by another observation.
    pub fn origins(&self) -> impl Iterator<Item = i32> + '_ {
        let last = self.observations.last().map_or(i32::MIN, |o| o.year);
        self.observations.iter().skip(FEWEST - 1).map(|o| o.year).filter(move |year| *year < last)
    }

    /// The jobs observed in a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<f64> {
        self.observations.iter().find(|o| o.year == year).map(|o| o.jobs)
    }

    /// What the drift may know of the nation.
    #[must_use]
    pub fn known_nation(&self) -> Option<&[Observation]> {
        (!self.nation.is_empty()).then_some(self.nation.as_slice())
    }

    /// The nation's growth of log jobs between two years, where its figures of
    /// one definition, or of several that meet in a year, lead from one to the other.
    #[must_use]
    pub fn national_growth(&self, from: i32, to: i32) -> Option<f64> {
        let mut level = 0.0;
        let mut start = None;
        for (i, o) in self.nation.iter().enumerate() {
            let before = i.checked_sub(1).map(|i| &self.nation[i]);
            match before {
                Some(b) if !o.restart => level += (o.jobs / b.jobs).ln(),
                // Two definitions that meet in a year: growth goes on from there.
                Some(b) if b.year == o.year => {}
                _ => (level, start) = (0.0, None),
            }
            if o.year == from && start.is_none() {
                start = Some(level);
            }
            if o.year == to {
                return start.map(|start| level - start);
            }
        }
        None
    }
}

fn plain(figures: impl Iterator<Item = (i32, f64)>) -> Vec<Observation> {
    let observation = |(i, (year, jobs))| Observation { year, jobs, restart: i == 0, measurement: None };
    figures.enumerate().map(observation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(years: impl Iterator<Item = i32>) -> JobsSeries {
        let figures: Vec<(i32, f64)> = years.map(|year| (year, 1000.0)).collect();
        JobsSeries::given("x", &figures, &[])
    }

    #[test]
    fn an_origin_has_ten_observations_behind_it_and_one_after() {
        assert_eq!(given(2000..2010).origins().count(), 0);
        assert_eq!(given(2000..2011).origins().collect::<Vec<_>>(), [2009]);
        let gap = given((2000..2013).filter(|year| *year != 2005));
        assert_eq!(gap.origins().collect::<Vec<_>>(), [2010, 2011]);
    }

    #[test]
    fn national_growth_goes_through_definitions_that_meet_and_no_further() {
        let mut series = given(2000..2003);
        let o = |year, jobs, restart| Observation { year, jobs, restart, measurement: None };
        series.nation = vec![
            o(2000, 100.0, true),
            o(2001, 110.0, false),
            o(2001, 55.0, true),
            o(2002, 66.0, false),
            o(2003, 50.0, true),
        ];
        let growth = |from, to| series.national_growth(from, to).map(|g| (g.exp() * 1e6).round());
        assert_eq!(growth(2000, 2002), Some(1_320_000.0));
        assert_eq!(growth(2001, 2002), Some(1_200_000.0));
        assert_eq!(growth(2002, 2003), None);
        assert_eq!(growth(1999, 2002), None);
    }
}
