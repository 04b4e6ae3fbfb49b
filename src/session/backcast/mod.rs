//! The back-cast behind the window: run once for what is known, kept while the
//! window is open, and looked at by place, group, series and origin.

pub mod words;

use std::collections::{HashMap, HashSet};

use crate::analysis::backcast::fan::{Fan, fans};
use crate::analysis::backcast::{Group, Kind, Mode, Report, Scores, TURN, pooled};
use crate::evidence::peers;
use crate::model::city::CityPack;
use crate::scenario::past;

use super::document::DocumentId;
use super::jobs::desk::Cancel;
use super::view::Place;
use super::workspace::Workspace;

/// What of the back-cast the user looks at; `None` is what goes with the city.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookBack {
    /// Which forecasts are scored together, by the id of their group.
    pub group: Option<String>,
    /// Of which series the forecasts are drawn, by its id.
    pub series: Option<String>,
    /// The last year that is known.
    pub origin: Option<i32>,
    /// The years that are drawn, if not all that there are.
    pub years: Option<(i32, i32)>,
}

/// A back-cast with its forecasts year by year.
#[derive(Clone, Debug)]
pub struct Past {
    /// The forecasts and their scores.
    pub report: Report,
    /// Of each series, what would have been said from every origin.
    pub fans: Vec<Vec<Fan>>,
}

impl Past {
    /// A report with its fans.
    #[must_use]
    pub fn of(report: Report) -> Self {
        let fans = report.series.iter().zip(&report.parameters).map(|(series, p)| fans(series, p)).collect();
        Self { report, fans }
    }

    /// The groups to choose from at a place: those of a city's series, then those
    /// that pool several cities; for all cities the other way round.
    #[must_use]
    pub fn choices(&self, pack: Option<&CityPack>) -> Vec<&Group> {
        let whole = self.report.groups.iter().filter(|group| !is_part(group));
        let (pooled, single): (Vec<&Group>, Vec<&Group>) = whole.partition(|group| group.pooled);
        let here = single.into_iter().filter(|group| match pack {
            Some(pack) => pack.backcast.iter().any(|segment| segment.series == group.id),
            None => group.series.iter().all(|at| self.report.series[*at].kind != Kind::Peer),
        });
        if pack.is_some() { here.chain(pooled).collect() } else { pooled.into_iter().chain(here).collect() }
    }

    /// The group in view: the chosen one, or the first at this place.
    #[must_use]
    pub fn group(&self, look: &LookBack, pack: Option<&CityPack>) -> Option<&Group> {
        let choices = self.choices(pack);
        let chosen = choices.iter().find(|group| Some(&group.id) == look.group.as_ref());
        chosen.or_else(|| choices.first()).copied()
    }

    /// The group of the first series of a city that has forecasts.
    #[must_use]
    pub fn main(&self, pack: &CityPack) -> Option<&Group> {
        self.choices(Some(pack)).into_iter().find(|group| !group.pooled)
    }

    /// The groups before and after the turn of a series that is long enough.
    #[must_use]
    pub fn turn(&self, group: &Group) -> Option<[&Group; 2]> {
        let id = |part: String| self.report.group(&format!("{}.{part}", group.id));
        Some([id(format!("to_{}", TURN - 1))?, id(format!("from_{TURN}"))?])
    }

    /// The position of the series that is drawn: the chosen one, or the first of
    /// the group.
    #[must_use]
    pub fn series(&self, look: &LookBack, group: &Group) -> Option<usize> {
        let id = |at: &&usize| Some(&self.report.series[**at].id) == look.series.as_ref();
        group.series.iter().find(id).or_else(|| group.series.first()).copied()
    }

    /// The fan in view: that of the chosen origin or of the nearest there is;
    /// of its own accord the last from which the horizon in the headline can be judged.
    #[must_use]
    pub fn fan(&self, look: &LookBack, series: usize, horizon: u32) -> Option<&Fan> {
        let fans = self.fans.get(series)?;
        let last = self.report.series.get(series)?.observations.last()?.year;
        let ahead = i32::try_from(horizon).unwrap_or(0);
        let wanted = look.origin.unwrap_or(last.saturating_sub(ahead));
        fans.iter().min_by_key(|fan| (fan.origin.abs_diff(wanted), fan.origin))
    }

    /// The places that have forecasts at a horizon, of those in a group.
    #[must_use]
    pub fn places(&self, group: &Group, horizon: u32) -> Vec<&str> {
        let has = |at: &&usize| self.report.rows.iter().any(|row| row.series == **at && row.horizon == horizon);
        let mut places: Vec<&str> =
            group.series.iter().filter(has).map(|at| self.report.series[*at].place.as_str()).collect();
        places.dedup();
        places
    }
}

/// Whether a group has only some of the origins of its series.
fn is_part(group: &Group) -> bool {
    group.origins != (i32::MIN..=i32::MAX)
}

/// The scores for the headline: the longest horizon that has at least one
/// independent block, or the shortest there is.
#[must_use]
pub fn headline(group: &Group) -> Option<&Scores> {
    let ex_ante = || group.scores.iter().filter(|(mode, _)| *mode == Mode::ExAnte).map(|(_, scores)| scores);
    ex_ante().rfind(|scores| scores.blocks() >= 1.0).or_else(|| ex_ante().next())
}

/// The pooled group of the cities that have a pack, or of those that taught.
#[must_use]
pub fn is_unseen(group: &Group) -> bool {
    group.id == pooled::PANEL
}

/// The series of a place that has a pack, of those in a report.
#[must_use]
pub fn belongs(report: &Report, pack: &CityPack) -> Vec<usize> {
    let of = |at: &usize| {
        let one = &report.series[*at];
        one.kind != Kind::Peer && pack.backcast.iter().any(|segment| segment.series == one.id)
    };
    (0..report.series.len()).filter(of).collect()
}

/// Which library a back-cast is of: the shipped one, or that of a document that
/// brings packs of its own.
pub(super) type Whose = Option<DocumentId>;

/// A back-cast to be run; what is wrong with the evidence otherwise.
pub(super) type Work = Box<dyn FnOnce(&Cancel) -> Option<Result<Past, String>> + Send>;

/// The back-casts that were asked for and have come.
#[derive(Debug, Default)]
pub struct Backcasts {
    shown: HashMap<Whose, Past>,
    asked: HashSet<Whose>,
    failed: HashMap<Whose, String>,
}

impl Backcasts {
    /// The back-cast of what the current document knows, once it has been run.
    #[must_use]
    pub fn past(&self, workspace: &Workspace) -> Option<&Past> {
        self.shown.get(&workspace.brought_by())
    }

    /// Why there is no back-cast of what the current document knows, if it could not
    /// be run.
    #[must_use]
    pub fn failure(&self, workspace: &Workspace) -> Option<&str> {
        self.failed.get(&workspace.brought_by()).map(String::as_str)
    }

    /// Keeps what has come.
    pub(super) fn keep(&mut self, whose: Whose, past: Past) {
        self.failed.remove(&whose);
        self.shown.insert(whose, past);
    }

    /// Keeps why nothing will come.
    pub(super) fn fail(&mut self, whose: Whose, why: String) {
        self.failed.insert(whose, why);
    }

    /// Whether it is still being run, or waits for that.
    pub(super) fn is_behind(&self, workspace: &Workspace) -> bool {
        self.past(workspace).is_none() && self.failure(workspace).is_none()
    }

    /// The back-cast that nobody has asked for yet. It never changes while what is
    /// known stays, so each is given out once.
    pub(super) fn order(&mut self, workspace: &Workspace) -> Option<(Whose, Work)> {
        let is_open = |whose: &Whose| whose.is_none_or(|id| workspace.find(id).is_some());
        self.shown.retain(|whose, _| is_open(whose));
        self.asked.retain(is_open);
        self.failed.retain(|whose, _| is_open(whose));
        let whose = workspace.brought_by();
        if !self.asked.insert(whose) {
            return None;
        }
        let library = workspace.library().clone();
        let work: Work = Box::new(move |_| {
            let report =
                peers().map_err(|problem| problem.to_string()).and_then(|p| past::backcast(&library, |_| true, &p));
            Some(report.map(Past::of))
        });
        Some((whose, work))
    }
}

/// The place that a view shows, as a pack; `None` for all cities.
#[must_use]
pub fn pack_in_view(workspace: &Workspace) -> Option<&CityPack> {
    match &workspace.view.place {
        Place::City(id) => workspace.library().packs.get(id),
        Place::All => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Library, Peers};

    fn library() -> Library {
        Library::embedded().expect("the evidence is embedded")
    }

    fn past(library: &Library) -> Past {
        Past::of(past::backcast(library, |_| true, &Peers::new()).expect("the packs are sound"))
    }

    #[test]
    fn a_city_shows_its_own_series_first_and_all_cities_what_they_have_in_common() {
        let library = library();
        let past = past(&library);
        for pack in library.packs.values() {
            let group = past.group(&LookBack::default(), Some(pack)).expect("it has forecasts");
            assert!(!group.pooled && pack.backcast.iter().any(|s| s.series == group.id), "{}", group.id);
            assert_eq!(past.main(pack), Some(group));
            assert!(past.choices(Some(pack)).iter().any(|group| group.id == pooled::CITIES));
        }
        let all = past.group(&LookBack::default(), None).expect("there are several");
        assert_eq!(all.id, pooled::CITIES);
        let nowhere = LookBack { group: Some("nowhere".to_owned()), ..LookBack::default() };
        assert_eq!(past.group(&nowhere, None), Some(all), "what is not there is passed over");
    }

    #[test]
    fn the_headline_is_the_longest_horizon_that_is_worth_one_stretch() {
        let library = library();
        let past = past(&library);
        let horizon = |id: &str| headline(past.report.group(id).expect("a group")).map(|s| (s.horizon, s.blocks()));
        assert_eq!(horizon(pooled::CITIES).map(|h| h.0), Some(10));
        for pack in library.packs.values() {
            let (years, blocks) = horizon(&past.main(pack).expect("a group").id).expect("scores");
            assert!(blocks >= 1.0 && years >= 3, "{}: {blocks} at {years}", pack.id);
        }
    }

    #[test]
    fn a_fan_says_what_the_rows_of_the_report_say() {
        let past = past(&library());
        for row in past.report.rows.iter().filter(|row| row.mode == Mode::ExAnte) {
            let fan = past.fans[row.series].iter().find(|fan| fan.origin == row.origin).expect("a fan an origin");
            let ahead = fan.at(row.year()).expect("every horizon is inside");
            let (low, high) = row.range();
            let same = [(ahead.low, low), (ahead.median, row.median()), (ahead.high, high), (ahead.trend, row.trend)];
            assert!(same.iter().all(|(a, b)| a.to_bits() == b.to_bits()), "{row:?}");
            assert_eq!(fan.last.to_bits(), row.last.to_bits());
        }
    }

    #[test]
    fn an_origin_that_is_not_there_is_the_nearest_that_is() {
        let library = library();
        let past = past(&library);
        let group = past.main(&library.packs["london"]).expect("it has forecasts");
        let series = past.series(&LookBack::default(), group).expect("one");
        let fan = |origin| past.fan(&LookBack { origin, ..LookBack::default() }, series, 10).map(|fan| fan.origin);
        assert_eq!(fan(Some(1900)), Some(1980));
        assert_eq!(fan(Some(2005)), Some(2005));
        assert_eq!(fan(None), Some(2006), "the last whose ten years have passed");
        assert!(past.turn(group).is_some());
    }
}
