//! The last check of a pack: every start can be projected.

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::outlook::{NamedOutlook, Outlook};
use crate::model::parameters::Parameters;
use crate::model::projection::{Column, Inputs, Projection, run};

use super::Findings;

/// How far a start is projected (yr).
const YEARS: i32 = 30;

/// Projects every start under adopted policy and the baseline outlook. For a
/// pack in which nothing else was found: the bounds keep this short.
pub(super) fn runs(f: &mut Findings, library: &Library, city: &CityPack) {
    // What the library lacks is found among its own parameters and outlooks.
    let Some(baseline) = library.outlooks.get(Library::BASELINE).map(NamedOutlook::values) else { return };
    let mut complete = true;
    let parameters = Parameters::from_fn(|id| {
        let value = library.expected(city, id);
        complete &= value.is_some();
        value.unwrap_or(f64::NAN)
    });
    if !complete {
        return;
    }
    f.below("starts", |f| {
        for year in city.starts.keys() {
            f.below(year, |f| start(f, city, *year, parameters.clone(), baseline));
        }
    });
}

fn start(f: &mut Findings, city: &CityPack, year: i32, parameters: Parameters<f64>, baseline: Outlook) {
    match Inputs::new(city, year, year + YEARS, parameters, baseline, baseline) {
        Ok(inputs) => {
            if let Some((what, year, value)) = nonsense(city, &run(&inputs).scenario) {
                f.add(format!("a run from here gives {value} for {what} in {year}; check the stocks"));
            }
        }
        Err(refused) => f.add(format!("no run can start here: {refused}")),
    }
}

/// The first value of a projection that is no number.
fn nonsense(city: &CityPack, projection: &Projection) -> Option<(String, i32, f64)> {
    // The one indicator that may be empty: without job-years there is no cost of one.
    let indicators = Indicator::all().filter(|i| *i != Indicator::CostPerNetJobYear);
    let indicators = indicators.map(|i| (Column::Indicator(i), i.name().to_owned()));
    let sectors = city.sectors.values().enumerate();
    let sectors = sectors.map(|(index, sector)| (Column::JobsOf(index), format!("jobs in {}", sector.name)));
    indicators.chain(sectors).find_map(|(column, what)| {
        let values = projection.years().zip(projection.column(column));
        values.filter(|(_, value)| !value.is_finite()).map(|(year, value)| (what.clone(), year, *value)).next()
    })
}
