//! The tables of a back-cast: forecasts, scores, remarks, members.

use crate::analysis::backcast::draws::draws as members_of;
use crate::analysis::backcast::scores::PROMISED;
use crate::analysis::backcast::{Group, Kind, Mode, Report, Row, Scores, Target};

use super::table::{Cell, Table, inert};

/// The columns of the forecasts, in order.
pub const COLUMNS: [&str; 12] = [
    "series",
    "mode",
    "origin",
    "horizon",
    "year",
    "actual",
    "model_p10",
    "model_p50",
    "model_p90",
    "trend",
    "no_change",
    "official",
];

/// The columns of the scores, in order. Errors, bias, direction and coverage are
/// in per cent.
pub const SCORES: [&str; 22] = [
    "group",
    "mode",
    "horizon",
    "origins",
    "blocks",
    "mape",
    "mape_trend",
    "mape_no_change",
    "u_no_change",
    "u_trend",
    "bias",
    "direction",
    "coverage",
    "coverage_low",
    "coverage_high",
    "interval_score",
    "against_trend",
    "against_trend_low",
    "against_trend_high",
    "against_better",
    "against_better_low",
    "against_better_high",
];

/// The columns of the members, in order.
pub const MEMBERS: [&str; 7] = ["series", "mode", "origin", "horizon", "member", "actual", "value"];

/// What was chosen by looking at what is scored.
const CHOSEN: &str = "note: drift_mean, drift_news and drift_persistence were chosen on these same cities: what is \
    reached here is not out of sample";

/// Why a group of cities is worth less than it has blocks.
const DEPENDENT: &str = "note: origins of different cities in the same years are not independent, so the independent \
    blocks of a group of cities are an upper bound";

/// Every forecast, one a row (jobs).
#[must_use]
pub fn forecasts(report: &Report) -> Table {
    let mut table = Table::new(&COLUMNS);
    table.rows.extend(report.rows.iter().map(|row| {
        let jobs = |value: f64| Cell::finite(value, 0);
        let (low, high) = row.range();
        let mut cells = key(report, row).to_vec();
        cells.extend([Cell::Whole(row.year())]);
        cells.extend([row.actual, low, row.median(), high, row.trend, row.last].map(jobs));
        cells.push(row.official.map_or(Cell::Empty, jobs));
        cells
    }));
    table
}

/// The scores of every group, mode and horizon.
#[must_use]
pub fn scores(report: &Report) -> Table {
    let mut table = Table::new(&SCORES);
    for group in &report.groups {
        for (mode, scores) in &group.scores {
            let mut row = vec![Cell::text(group.id.clone()), Cell::text(mode.id())];
            row.extend(of(scores));
            table.rows.push(row);
        }
    }
    table
}

fn of(s: &Scores) -> Vec<Cell> {
    let share = |value: f64| Cell::finite(100.0 * value, 1);
    let ratio = |value: f64| Cell::finite(value, 2);
    let mut cells = vec![whole(s.horizon), count(s.origins), Cell::finite(s.blocks(), 1)];
    cells.extend([s.model, s.trend, s.no_change].map(share));
    cells.extend([s.u_no_change, s.u_trend].map(ratio));
    cells.extend([s.bias, s.direction.unwrap_or(f64::NAN), s.coverage].map(share));
    cells.extend([s.coverage_interval.0, s.coverage_interval.1, s.interval_score].map(share));
    for r in [s.against_trend, s.against_better] {
        let (low, high) = r.interval.unwrap_or((f64::NAN, f64::NAN));
        cells.extend([r.value, low, high].map(ratio));
    }
    cells
}

/// What a reader must know beside the numbers: what was to be reached, the
/// official projections, how wide the net of the test is.
#[must_use]
pub fn remarks(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    let forecast = report.series.iter().zip(&report.parameters);
    lines.extend(forecast.filter(|(series, _)| series.kind == Kind::Peer).map(|(series, p)| {
        let (news, persistence) = (p.cycle_news, p.cycle_persistence);
        format!("learnt without {}: cycle_news {news}, cycle_persistence {persistence}", series.id)
    }));
    for official in &report.officials {
        let (theirs, ours) = official.errors();
        let Some((year, official_last, model_last)) = official.last() else { continue };
        lines.push(format!(
            "{} on {} from {}: off by {:.1} % on average over {} years, the model by {:.1} %; in {year} by {:+.1} %, the model by {:+.1} %",
            official.id,
            official.outcome,
            official.base,
            100.0 * theirs,
            official.years.len(),
            100.0 * ours,
            100.0 * official_last,
            100.0 * model_last,
        ));
    }
    lines.extend(report.targets.iter().map(target));
    // What the user brought, nobody here has seen.
    if report.series.iter().any(|one| one.kind != Kind::Given) && !report.targets.is_empty() {
        lines.push(CHOSEN.to_owned());
    }
    if report.groups.iter().any(|group| group.pooled) {
        lines.push(DEPENDENT.to_owned());
    }
    for group in &report.groups {
        let off = group.scores.iter().filter(|(mode, scores)| *mode == Mode::ExAnte && scores.range_is_off());
        lines.extend(off.map(|(_, scores)| coverage(group, scores)));
    }
    lines.extend(report.warnings.iter().map(|warning| format!("note: {warning}")));
    lines
}

fn target(t: &Target) -> String {
    let horizon = t.horizon.map_or_else(String::new, |horizon| format!(" at {}", years(horizon)));
    let reach = t.reach.map_or_else(String::new, |reach| format!("; to reach: at most {reach:.2}"));
    if !t.ratio.value.is_finite() {
        return format!("{}{horizon}: {} has no error to compare with{reach}", t.of, t.bar.text());
    }
    let interval = match (t.ratio.interval, t.horizon) {
        (Some((low, high)), _) => {
            format!(" (90 % interval {low:.2} to {high:.2}, {:.1} independent blocks)", t.blocks)
        }
        (None, Some(_)) => format!(" (no interval: {:.1} independent blocks)", t.blocks),
        (None, None) => String::new(),
    };
    let verdict = match t.reached() {
        Some(true) => "; reached",
        Some(false) => "; not reached",
        None => "",
    };
    let few = match t.horizon {
        Some(_) if t.cannot_fail() => "; fewer than five blocks, so this says little",
        Some(_) => "",
        None => "; one path from one origin is one block, so this says little",
    };
    format!("{}{horizon}: {:.2} of the error of {}{interval}{reach}{verdict}{few}", t.of, t.ratio.value, t.bar.text())
}

/// A number of years in words.
fn years(count: u32) -> String {
    format!("{count} {}", if count == 1 { "year" } else { "years" })
}

/// What a range that held too seldom or too often shows.
fn coverage(group: &Group, s: &Scores) -> String {
    let [held, low, high] = [s.coverage, s.coverage_interval.0, s.coverage_interval.1].map(|share| 100.0 * share);
    let promised = 100.0 * PROMISED;
    let verdict = if s.coverage < PROMISED { "too narrow" } else { "wider than needed" };
    format!(
        "note: {} at {}: the {promised:.0} % range held {held:.0} % of {} outcomes (95 % Wilson interval {low:.0} to \
         {high:.0} %): it was {verdict}",
        group.id,
        years(s.horizon),
        s.origins
    )
}

/// The jobs of every member in every forecast, as CSV.
///
/// # Errors
/// If a row cannot be written, which is a fault of the program.
pub fn members(report: &Report, members: u32, seed: u64) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(MEMBERS)?;
    for (row, values) in report.rows.iter().zip(members_of(report, members, seed)) {
        let [origin, horizon] = [row.origin.to_string(), row.horizon.to_string()];
        let actual = row.actual.to_string();
        for (member, value) in values.iter().enumerate() {
            writer.write_record([
                &*inert(&report.series[row.series].id),
                row.mode.id(),
                &origin,
                &horizon,
                &member.to_string(),
                &actual,
                &value.to_string(),
            ])?;
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn key(report: &Report, row: &Row) -> [Cell; 4] {
    let id = report.series[row.series].id.clone();
    [Cell::text(id), Cell::text(row.mode.id()), Cell::Whole(row.origin), whole(row.horizon)]
}

fn whole(value: u32) -> Cell {
    Cell::Whole(i32::try_from(value).unwrap_or(i32::MAX))
}

fn count(value: usize) -> Cell {
    Cell::Whole(i32::try_from(value).unwrap_or(i32::MAX))
}
