//! The lever matrix, and the corners of the lever space.

use crate::analysis::lever_space::{self, Corner, End, Ends};
use crate::analysis::soundness;
use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::projection::{Inputs, Projection, Reference, project, reference};
use crate::model::trace::{Run, Trace};
use crate::scenario::document::{CityPlan, Scenario};
use crate::scenario::lower;
use crate::units::{number, signed};

use super::data::{At, Channel, Corners, Direction, Levers, Magnitude, Within};
use super::report::{Checked, Row, Shows};

/// Runs the matrix in every city.
#[must_use]
pub fn run(levers: &Levers, library: &Library) -> Vec<Checked> {
    let bases = library.packs.values().map(|pack| (pack, City::new(pack, pack.base_year, levers, library)));
    let cities: Vec<(&CityPack, Result<City, String>)> = bases.collect();
    vec![channels(levers, &cities), jobs(levers, &cities), corners(levers, library)]
}

/// A city at adopted policy, and how far its levers go.
struct City {
    inputs: Inputs,
    reference: Reference,
    ends: Ends,
    /// First year in which levers may move, and their ramp.
    moves: (i32, f64),
}

impl City {
    fn new(pack: &CityPack, start: i32, levers: &Levers, library: &Library) -> Result<Self, String> {
        let mut scenario = Scenario::new(String::new());
        scenario.cities.insert(pack.id.clone(), CityPlan::adopted(start));
        let inputs = lower::inputs(&scenario, &pack.id, library).map_err(|error| error.to_string())?;
        let ends = Ends::of(pack, start).ok_or("the pack does not describe every lever")?;
        Ok(Self { reference: reference(&inputs), inputs, ends, moves: (start + levers.begins, levers.ramp) })
    }

    fn project(&self, corner: &[(LeverId, End)]) -> Projection {
        project(&self.ends.set(&self.inputs, corner, self.moves), &self.reference)
    }

    fn has_room(&self, id: LeverId) -> bool {
        self.ends.level(id, End::High) > self.inputs.adopted(id)
    }

    /// Jobs in the last year against the reference (%).
    fn jobs(&self, corner: &[(LeverId, End)]) -> f64 {
        let last = |p: &Projection| p.column(Indicator::ManufacturingJobs).last().copied().unwrap_or(f64::NAN);
        100.0 * (last(&self.project(corner)) / last(self.reference.projection()) - 1.0)
    }

    /// The end at which a lever alone has more jobs.
    fn better(&self, id: LeverId) -> End {
        if self.jobs(&[(id, End::High)]) >= self.jobs(&[(id, End::Low)]) { End::High } else { End::Low }
    }
}

/// What a city shows, where it can be run.
fn shows((pack, city): &(&CityPack, Result<City, String>), figure: impl FnOnce(&City) -> (String, bool)) -> Shows {
    let (figure, holds) = city.as_ref().map_or_else(|why| (why.clone(), false), figure);
    Shows { city: pack.name.clone(), figure, holds }
}

fn channels(levers: &Levers, cities: &[(&CityPack, Result<City, String>)]) -> Checked {
    let mut rows: Vec<Row> = levers.channels.iter().map(|channel| channel_row(levers, *channel, cities)).collect();
    rows.push(Row {
        what: "indicators that differ from the reference before a lever begins".to_owned(),
        expected: "none".to_owned(),
        shown: cities.iter().map(|city| shows(city, moved_too_early)).collect(),
    });
    Checked {
        title: "Each lever alone moves first what its channel says".to_owned(),
        note: format!("Every lever at its upper end, {} years after it begins, against the reference.", levers.years),
        sources: Vec::new(),
        rows,
    }
}

fn channel_row(levers: &Levers, channel: Channel, cities: &[(&CityPack, Result<City, String>)]) -> Row {
    let (id, indicator) = (channel.lever, channel.moves);
    let direction = if channel.direction == Direction::Up { Within::Above(0.0) } else { Within::Below(0.0) };
    let shown = cities.iter().map(|city| {
        shows(city, |city| {
            if !city.has_room(id) {
                return ("adopted policy is the upper end".to_owned(), true);
            }
            let year = city.moves.0 + levers.years;
            let at = |p: &Projection| p.at(indicator, year).unwrap_or(f64::NAN);
            let (with, without) = (at(&city.project(&[(id, End::High)])), at(city.reference.projection()));
            let relative = without > 0.0;
            let moved = if relative { 100.0 * (with / without - 1.0) } else { with - without };
            let unit = if relative { " %" } else { "" };
            (format!("{}{unit}", signed(moved, 2)), direction.holds(moved))
        })
    });
    Row {
        what: format!("{}: {}", id.spec().name, indicator.name().to_lowercase()),
        expected: if channel.direction == Direction::Up { "up" } else { "down" }.to_owned(),
        shown: shown.collect(),
    }
}

/// How many pairs of lever and indicator move up to the year in which the lever begins.
fn moved_too_early(city: &City) -> (String, bool) {
    let rows = usize::try_from(city.moves.0 - city.inputs.span().0).unwrap_or(0) + 1;
    let early = |id: LeverId| {
        let projection = city.project(&[(id, End::High)]);
        // The cost of a job is empty while there are none.
        let moved = Indicator::all().filter(|i| *i != Indicator::CostPerNetJobYear).filter(|i| {
            let [ours, theirs] = [&projection, city.reference.projection()].map(|p| p.column(*i));
            ours.iter().zip(theirs).take(rows).any(|(a, b)| a.to_bits() != b.to_bits())
        });
        moved.count()
    };
    let count: usize = LeverId::all().map(early).sum();
    (count.to_string(), count == 0)
}

fn jobs(levers: &Levers, cities: &[(&CityPack, Result<City, String>)]) -> Checked {
    let row = |magnitude: &Magnitude| {
        let in_it = |pack: &CityPack| magnitude.cities.is_empty() || magnitude.cities.contains(&pack.id);
        let shown = cities.iter().filter(|(pack, _)| in_it(pack)).map(|city| {
            shows(city, |city| {
                let end = |(id, at): (&LeverId, &At)| match at {
                    At::Low => (*id, End::Low),
                    At::High => (*id, End::High),
                    At::Better => (*id, city.better(*id)),
                };
                let corner: Corner = magnitude.levers.iter().map(end).collect();
                let change = city.jobs(&corner);
                (format!("{} %", signed(change, 2)), magnitude.within.holds(change))
            })
        });
        let names: Vec<&str> = magnitude.levers.keys().map(|id| id.spec().name).collect();
        Row { what: names.join(", "), expected: magnitude.within.text("", " %"), shown: shown.collect() }
    };
    Checked {
        title: "Levers at their best ends move jobs by the order of magnitude of the literature".to_owned(),
        note: "Jobs in the last year against the reference.".to_owned(),
        sources: Vec::new(),
        rows: levers.jobs.iter().map(row).collect(),
    }
}

fn corners(levers: &Levers, library: &Library) -> Checked {
    let Corners { random, seed } = levers.corners;
    let all: Vec<Corner> = lever_space::matrix().into_iter().chain(lever_space::random(random, seed)).collect();
    let mut sound = Vec::new();
    let mut limits = Vec::new();
    for pack in library.packs.values() {
        for &start in pack.starts.keys() {
            let name = format!("{} from {start}", pack.name);
            let (faults, limit) = match City::new(pack, start, levers, library) {
                Ok(city) => corners_of(&city, &all),
                Err(why) => (vec![why], String::new()),
            };
            let figure = match faults.first() {
                None => format!("{} of {}", all.len(), all.len()),
                Some(first) => format!("{} of {}; first fault: {first}", all.len() - faults.len(), all.len()),
            };
            sound.push(Shows { city: name.clone(), figure, holds: faults.is_empty() });
            limits.push(Shows { city: name, figure: limit, holds: true });
        }
    }
    Checked {
        title: "At the corners of the lever space every run is sound".to_owned(),
        note: format!(
            "Each lever at both ends alone, with its group and with all, and {random} corners at random: no jobs, land \
             or floorspace below zero, vacancy from its floor to 1, every number a number, every ledger closed."
        ),
        sources: Vec::new(),
        rows: vec![
            Row { what: "sound runs".to_owned(), expected: "all".to_owned(), shown: sound },
            Row {
                what: "years in which rent moves as far as one year lets it".to_owned(),
                expected: String::new(),
                shown: limits,
            },
        ],
    }
}

/// The first fault of every corner that is not sound, and how often rent is at its limit.
fn corners_of(city: &City, corners: &[Corner]) -> (Vec<String>, String) {
    let mut faults = Vec::new();
    let (mut most, mut years) = (0, 0);
    for corner in corners {
        let inputs = city.ends.set(&city.inputs, corner, city.moves);
        let trace = Trace::of(&inputs, &city.reference, Run::Scenario);
        if let Some(fault) = soundness::faults(&project(&inputs, &city.reference), &trace).first() {
            faults.push(format!("{corner:?}: {fault}"));
        }
        let at_limit = soundness::years_at_rent_limit(&trace);
        most = most.max(at_limit);
        years += at_limit;
    }
    let [total, count] = [years, corners.len()].map(|n| f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
    (faults, format!("{} on average, at most {most}", number(total / count.max(1.0), 1)))
}
