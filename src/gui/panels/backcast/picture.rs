//! The bars of the tab as pictures to be taken away.

use super::Part;
use crate::analysis::backcast::{HORIZONS, Mode, Scores};
use crate::export::chart::picture::{Drawing, Fill, Picture, Step};
use crate::export::table::{Cell, Table};
use crate::session::backcast::words;
use crate::session::charts::picture::origin;
use crate::t;

/// How far off model, trend and no change were.
pub fn of_bars(part: Part<'_>) -> Picture {
    let mut steps = Vec::new();
    let mut table = Table::new(&["horizon", "model", "trend", "no_change", "model_told", "origins"]);
    for scores in scored(part) {
        let told = part.group.at(Mode::Conditional, scores.horizon).map(|told| told.model);
        let rivals = [
            (t!("backcast-model"), scores.model, Fill::Series(0)),
            (t!("backcast-trend"), scores.trend, Fill::Series(1)),
            (t!("backcast-no-change"), scores.no_change, Fill::Plain),
        ];
        let years = t!("backcast-years", years = scores.horizon);
        steps.extend(rivals.into_iter().map(|(name, value, fill)| Step {
            label: format!("{years}: {name}"),
            fill: Some(fill),
            from: 0.0,
            to: value,
            figure: words::percent(value),
        }));
        let share = |value: f64| Cell::finite(value, 3);
        table.rows.push(vec![
            horizon(scores),
            share(scores.model),
            share(scores.trend),
            share(scores.no_change),
            told.map_or(Cell::Empty, share),
            Cell::text(scores.origins.to_string()),
        ]);
    }
    let notes = vec![words::off(part.head), words::stretches_sentence(part.head)];
    picture(part, t!("backcast-bars-title"), t!("backcast-bars-unit"), notes, steps, table)
}

/// How often the 80 % range held what came.
pub fn of_held(part: Part<'_>) -> Picture {
    let mut steps = Vec::new();
    let mut table = Table::new(&["horizon", "held", "low", "high", "origins"]);
    for scores in scored(part) {
        let (low, high) = scores.coverage_interval;
        steps.push(Step {
            label: t!("backcast-years", years = scores.horizon),
            fill: Some(Fill::Series(0)),
            from: low,
            to: high,
            figure: words::whole_percent(scores.coverage),
        });
        let share = |value: f64| Cell::finite(value, 3);
        let origins = Cell::text(scores.origins.to_string());
        table.rows.push(vec![horizon(scores), share(scores.coverage), share(low), share(high), origins]);
    }
    picture(part, t!("backcast-held-title"), "", vec![t!("backcast-held-note").to_owned()], steps, table)
}

fn scored(part: Part<'_>) -> impl Iterator<Item = &Scores> {
    HORIZONS.into_iter().filter_map(move |horizon| part.group.at(Mode::ExAnte, horizon))
}

fn horizon(scores: &Scores) -> Cell {
    Cell::Whole(i32::try_from(scores.horizon).unwrap_or(i32::MAX))
}

fn picture(
    part: Part<'_>,
    title: &str,
    subtitle: &str,
    mut notes: Vec<String>,
    steps: Vec<Step>,
    table: Table,
) -> Picture {
    let summary = notes.join(" ");
    notes.push(origin(part.scene.workspace));
    Picture {
        title: format!("{title}, {}", words::name(part.past, part.group)),
        subtitle: subtitle.to_owned(),
        summary,
        drawing: Drawing::Steps(steps),
        notes,
        table,
    }
}
