//! What must hold of any run whatever, however extreme its levers, outlook and
//! assumptions.

use std::ops::RangeInclusive;

use crate::model::indicators::Indicator;
use crate::model::ledger::LedgerYear;
use crate::model::projection::{Column, Projection};
use crate::model::trace::{Snapshot, Trace};

/// How far a sum may miss its parts, relative to the sum.
const ROUNDING: f64 = 1e-9;

/// How far vacancy may miss its least: it is one less the ratio of space used to
/// stock, and demand may be many thousand times the stock.
const VACANCY: f64 = 1e-7;

/// Everything that should hold of a run and does not, in sentences. `trace` is
/// the run that was projected.
#[must_use]
pub fn faults(projection: &Projection, trace: &Trace) -> Vec<String> {
    let mut faults = values(projection);
    let vacancy = trace.constants.p.minimum_vacancy - VACANCY..=1.0;
    let sectors = trace.constants.sectors;
    // The trace has one year more than is reported.
    for snapshot in trace.years.iter().take(projection.ledger().len()) {
        faults
            .extend(stocks(snapshot, sectors, &vacancy).into_iter().map(|fault| format!("{}: {fault}", snapshot.year)));
    }
    for year in projection.ledger() {
        faults.extend(ledger(year).into_iter().map(|fault| format!("{}: {fault}", year.year)));
    }
    faults
}

/// Years in which rent moved as far as one year lets it.
#[must_use]
pub fn years_at_rent_limit(trace: &Trace) -> usize {
    let limit = trace.constants.p.rent_clamp - ROUNDING;
    let moved = |pair: &[Snapshot]| (pair[1].state.rent / pair[0].state.rent).ln().abs();
    trace.years.windows(2).filter(|pair| moved(pair) >= limit).count()
}

fn values(projection: &Projection) -> Vec<String> {
    let mut faults = Vec::new();
    // The cost of a job is empty while there are none.
    for indicator in Indicator::all().filter(|i| *i != Indicator::CostPerNetJobYear) {
        if projection.column(indicator).iter().any(|value| !value.is_finite()) {
            faults.push(format!("{indicator} is not a number"));
        }
    }
    for indicator in [Indicator::RealRent, Indicator::OccupancyCost, Indicator::Gva] {
        if projection.column(indicator).iter().any(|value| *value < 0.0) {
            faults.push(format!("{indicator} is negative"));
        }
    }
    for (year, (row, total)) in
        projection.years().zip(projection.column(Indicator::ManufacturingJobs).iter().enumerate())
    {
        let sum: f64 = (0..projection.sectors()).map(|sector| projection.column(Column::JobsOf(sector))[row]).sum();
        if !closes(sum - total, *total) {
            faults.push(format!("{year}: the sub-sectors sum to {sum} of {total} jobs"));
        }
    }
    faults
}

fn stocks(snapshot: &Snapshot, sectors: usize, vacancy: &RangeInclusive<f64>) -> Vec<String> {
    let (s, m, f) = (&snapshot.state, &snapshot.market, &snapshot.flows);
    let inside = s.jobs_inside[..sectors].iter().map(|jobs| ("jobs inside", *jobs));
    let rationed = m.jobs[..sectors].iter().map(|jobs| ("jobs of a sub-sector", *jobs));
    let all = [
        ("jobs", m.total_jobs),
        ("jobs outside", s.jobs_outside),
        ("jobs on grants", s.grant_jobs),
        ("protected land", s.protected),
        ("other land", s.other),
        ("the pipeline", s.pipeline),
        ("floorspace", s.floorspace),
        ("floorspace under construction", s.completing.min(s.started)),
        ("affordable floorspace", s.affordable),
        ("space that others want", s.other_users),
        ("space of manufacturing", m.manufacturing_space),
        ("space of others", m.other_space),
        ("floorspace lost with land", f.floorspace.lost),
        ("release of protected land", f.land.from_protected),
        ("release of other land", f.land.from_other),
        ("release of the pipeline", f.land.from_pipeline),
    ];
    let mut faults: Vec<String> = all
        .into_iter()
        .chain(inside)
        .chain(rationed)
        // What is not a number is not above zero either.
        .filter(|(_, value)| !(*value >= 0.0 && value.is_finite()))
        .map(|(what, value)| format!("{what}: {value}"))
        .collect();
    if !vacancy.contains(&m.vacancy) {
        faults.push(format!("vacancy: {}", m.vacancy));
    }
    faults
}

fn ledger(year: &LedgerYear) -> Vec<String> {
    [
        ("land", year.land.gap(), year.land.start),
        ("floorspace", year.floorspace.gap(), year.floorspace.start),
        ("use of floorspace", year.floorspace.use_gap(), year.floorspace.start),
        ("jobs", year.jobs.gap(), year.jobs.start),
    ]
    .into_iter()
    .filter(|(_, gap, size)| !closes(*gap, *size))
    .map(|(what, gap, _)| format!("the ledger of {what} misses {gap}"))
    .collect()
}

fn closes(gap: f64, size: f64) -> bool {
    gap.abs() <= ROUNDING * size
}
