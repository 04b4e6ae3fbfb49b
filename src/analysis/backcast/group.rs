//! Forecasts that are scored together.

use std::ops::RangeInclusive;

use super::bootstrap::Chance;
use super::forecast::{HORIZONS, Mode, Row};
use super::scores::Scores;
use super::series::{JobsSeries, Kind};

/// The first origin after the long decline: cities and nations have shrunk more
/// slowly since, so long series are scored before and after it.
pub const TURN: i32 = 2004;

/// A group of forecasts and its scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Id, as in tables.
    pub id: String,
    /// What is in it, as shown to the user.
    pub title: String,
    /// Whether all of one kind are pooled, or it is about one series.
    pub pooled: bool,
    /// The positions of its series in the report.
    pub series: Vec<usize>,
    /// The origins that count.
    pub origins: RangeInclusive<i32>,
    /// Its scores by mode, in the order of the horizons that have forecasts.
    pub scores: Vec<(Mode, Scores)>,
}

impl Group {
    fn new(
        id: &str,
        title: &str,
        series: Vec<usize>,
        origins: RangeInclusive<i32>,
        (rows, chance): (&[Row], &Chance),
    ) -> Self {
        let at = |mode: Mode, horizon: u32| {
            let inside = |row: &&Row| {
                row.mode == mode
                    && row.horizon == horizon
                    && series.contains(&row.series)
                    && origins.contains(&row.origin)
            };
            Some((mode, Scores::of(&rows.iter().filter(inside).collect::<Vec<_>>(), chance)?))
        };
        let both = [Mode::ExAnte, Mode::Conditional].into_iter();
        let scores = both.flat_map(|mode| HORIZONS.map(|horizon| at(mode, horizon))).flatten().collect();
        Self { id: id.to_owned(), title: title.to_owned(), pooled: series.len() > 1, series, origins, scores }
    }

    /// The scores of a mode at a horizon.
    #[must_use]
    pub fn at(&self, mode: Mode, horizon: u32) -> Option<&Scores> {
        self.scores.iter().find(|(m, scores)| *m == mode && scores.horizon == horizon).map(|(_, scores)| scores)
    }
}

/// The ids of the pooled groups.
pub mod pooled {
    /// Manufacturing in the cities that have a pack.
    pub const CITIES: &str = "cities";
    /// Those with the wider industry series.
    pub const INDUSTRY: &str = "cities_and_industry";
    /// The other cities.
    pub const PANEL: &str = "panel";
}

/// The groups of a back-cast: kinds pooled where there are several of one, then
/// every series that has forecasts, the long ones before and after the turn too.
pub(super) fn groups(series: &[JobsSeries], rows: &[Row]) -> Vec<Group> {
    let always = i32::MIN..=i32::MAX;
    let scored = |at: &usize| rows.iter().any(|row| row.series == *at);
    let of = |kinds: &[Kind]| -> Vec<usize> {
        (0..series.len()).filter(|at| kinds.contains(&series[*at].kind)).filter(scored).collect()
    };
    // No group has more blocks than there are forecasts of a mode at a horizon.
    let count = |mode, horizon| rows.iter().filter(|row| row.mode == mode && row.horizon == horizon).count();
    let both = [Mode::ExAnte, Mode::Conditional].into_iter();
    let most = both.flat_map(|mode| HORIZONS.map(|horizon| count(mode, horizon))).max().unwrap_or(0);
    let from = (rows, &Chance::new(most));
    let mut all = Vec::new();
    for (id, title, kinds) in [
        (pooled::CITIES, "manufacturing jobs of the cities with a pack", &[Kind::City][..]),
        (pooled::INDUSTRY, "the same with the wider industry series", &[Kind::City, Kind::Industry]),
        (pooled::PANEL, "other cities, each forecast without what it taught", &[Kind::Peer]),
    ] {
        let members = of(kinds);
        if members.len() > 1 && all.last().is_none_or(|last: &Group| last.series != members) {
            all.push(Group::new(id, title, members, always.clone(), from));
        }
    }
    for (at, one) in series.iter().enumerate().filter(|(at, _)| scored(at)) {
        let title = format!("{}: {}", one.place, one.title);
        all.push(Group::new(&one.id, &title, vec![at], always.clone(), from));
        let origins = || rows.iter().filter(|row| row.series == at).map(|row| row.origin);
        if origins().any(|o| o < TURN - 10) && origins().any(|o| o >= TURN) {
            for (id, title, origins) in [
                (
                    format!("{}.to_{}", one.id, TURN - 1),
                    format!("{title}, origins to {}", TURN - 1),
                    i32::MIN..=TURN - 1,
                ),
                (format!("{}.from_{TURN}", one.id), format!("{title}, origins from {TURN}"), TURN..=i32::MAX),
            ] {
                all.push(Group::new(&id, &title, vec![at], origins, from));
            }
        }
    }
    all
}
