//! Drawing values over years.

use std::io;

use super::axis::{Axis, year_step};
use super::canvas::{Anchor, Canvas, PALETTE, Pen, Type};
use super::faces;
use super::labels::spread;
use super::page::{Room, SMALL, small};
use super::picture::{Fill, Line, Pattern, Stroke, Years};
use crate::units;

/// The widest labels at the ends of lines.
const LABELS: f32 = 190.0;
/// Height of a row of the legend.
const LEGEND: f32 = 17.0;
/// The line of a scenario has its mark every so many years.
const MARK_YEARS: i32 = 5;
/// The first eight scenarios have unbroken lines, the next other strokes.
const DASHES: [&str; 3] = ["", "12 6", "2 5"];
/// Half the width of a mark at the foot.
const TURN: f32 = 4.0;

impl Years {
    /// The smallest and the largest value that the axis covers.
    fn range(&self) -> (f64, f64) {
        if let Some((low, high)) = self.axis {
            return (low, high + 0.01 * (high - low));
        }
        let lines = self.lines.iter().flat_map(|line| &line.points);
        let dots = self.dots.iter().flat_map(|dots| &dots.points);
        let areas = self.areas.iter().flat_map(|area| &area.edges);
        let targets = self.targets.iter().map(|target| (f64::from(target.year), target.value));
        let all = lines.chain(dots).map(|p| (p[0], p[1])).chain(targets);
        let all = all.chain(areas.flat_map(|edge| [(edge[0], edge[1]), (edge[0], edge[2])]));
        let shown = all.filter(|(year, value)| self.shows(*year) && value.is_finite());
        let (low, high) =
            shown.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (_, v)| (low.min(v), high.max(v)));
        if low <= high { (low, high + 0.01 * (high - low)) } else { (0.0, 1.0) }
    }

    fn shows(&self, year: f64) -> bool {
        (f64::from(self.span.0)..=f64::from(self.span.1)).contains(&year)
    }
}

/// Where years and values are on the sheet.
struct Scale {
    room: Room,
    years: (f64, f64),
    axis: Axis,
}

impl Scale {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a sheet")]
    fn x(&self, year: f64) -> f32 {
        let share = (year - self.years.0) / (self.years.1 - self.years.0).max(1.0);
        self.room.left + share as f32 * self.room.width()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place on a sheet")]
    fn y(&self, value: f64) -> f32 {
        let share = (value - self.axis.low) / (self.axis.high - self.axis.low);
        self.room.bottom - share as f32 * self.room.height()
    }

    fn at(&self, point: [f64; 2]) -> (f32, f32) {
        (self.x(point[0]), self.y(point[1]))
    }
}

/// Draws the values.
pub fn show(canvas: &mut Canvas, years: &Years, room: Room) -> io::Result<()> {
    let p = &*PALETTE;
    let top = legend(canvas, years, room)?;
    let (low, high) = years.range();
    let height = room.bottom - 18.0 - top;
    let axis = Axis::covering(low, high, f64::from(height / 44.0).clamp(2.0, 7.0), years.from_zero);
    let tick = |value: f64| units::number(value, units::decimals_of(axis.step));
    let numbers = axis.ticks().map(|v| faces::width(&tick(v), SMALL, false)).fold(0.0, f32::max);
    let ends = ends(years);
    let gutter = ends.iter().map(|end| faces::width(&end.words, SMALL, end.strong)).fold(0.0, f32::max).min(LABELS);
    let room = Room {
        left: room.left + numbers + 8.0,
        top,
        right: room.right - if ends.is_empty() { 0.0 } else { gutter + 10.0 },
        bottom: room.bottom - 18.0,
    };
    let span = (f64::from(years.span.0), f64::from(years.span.1));
    let scale = Scale { room, years: span, axis };
    ground(canvas, &scale, tick)?;
    if let Some(chosen) = years.chosen.map(f64::from).filter(|year| years.shows(*year)) {
        let x = scale.x(chosen);
        canvas.polyline(&[(x, room.top), (x, room.bottom)], Pen::new(&p.cursor, 1.0))?;
    }
    for area in &years.areas {
        let edges: Vec<[f64; 3]> = area.edges.iter().copied().filter(|edge| years.shows(edge[0])).collect();
        let lower = edges.iter().map(|edge| scale.at([edge[0], edge[1]]));
        let upper = edges.iter().rev().map(|edge| scale.at([edge[0], edge[2]]));
        let outline: Vec<_> = lower.chain(upper).collect();
        canvas.polygon(&outline, p.fill(area.fill), p.edge(area.fill))?;
        if let Fill::Lever(group, _) = area.fill {
            canvas.pattern(&outline, Pattern::of_group(group))?;
        }
    }
    for target in years.targets.iter().filter(|target| years.shows(f64::from(target.year))) {
        let (x, y) = scale.at([f64::from(target.year), target.value]);
        canvas.polyline(&[(x - 40.0, y), (x, y)], Pen { colour: &p.target, width: 1.5, dashes: "2 2" })?;
        canvas.diamond((x, y), 5.0, &p.target)?;
    }
    for line in &years.lines {
        let points = line.points.iter().copied().filter(|point| years.shows(point[0]) && point[1].is_finite());
        canvas.polyline(&points.map(|point| scale.at(point)).collect::<Vec<_>>(), pen(line.stroke))?;
        series_marks(canvas, years, line, &scale)?;
    }
    for dots in &years.dots {
        for point in dots.points.iter().copied().filter(|point| years.shows(point[0]) && point[1].is_finite()) {
            canvas.mark(dots.marker, scale.at(point), 2.4, &p.observed)?;
        }
    }
    turns(canvas, years, &scale)?;
    name_ends(canvas, &ends, &scale, gutter)
}

fn pen(stroke: Stroke) -> Pen<'static> {
    let p = &*PALETTE;
    match stroke {
        Stroke::Scenario => Pen::new(&p.accent, 2.5),
        Stroke::Median => Pen::new(&p.accent, 0.8),
        Stroke::Reference => Pen { colour: &p.reference, width: 1.5, dashes: "6 4" },
        Stroke::Forecast => Pen { colour: &p.forecast, width: 1.3, dashes: "1.5 3.5" },
        Stroke::Total => Pen::new(&p.ink, 2.0),
        Stroke::Series(slot) => Pen { colour: p.series(slot), width: 2.0, dashes: DASHES[(slot / 8) % DASHES.len()] },
        Stroke::Trend => Pen { colour: &p.second, width: 1.5, dashes: "6 4" },
        Stroke::NoChange => Pen { colour: &p.muted, width: 1.3, dashes: "1.5 3" },
    }
}

/// The marks along the line of one of several scenarios, each scenario's a little later
/// than those of the one before, so that they do not cover each other.
fn series_marks(canvas: &mut Canvas, years: &Years, line: &Line, scale: &Scale) -> io::Result<()> {
    let Stroke::Series(slot) = line.stroke else { return Ok(()) };
    for point in line.points.iter().filter(|point| years.shows(point[0]) && point[1].is_finite()) {
        #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
        let year = point[0].round() as i32;
        if (year - i32::try_from(slot % 5).unwrap_or(0)).rem_euclid(MARK_YEARS) == 0 {
            canvas.series_mark(slot, scale.at(*point), 3.2)?;
        }
    }
    Ok(())
}

/// Names the observed series above the drawing; where it begins.
fn legend(canvas: &mut Canvas, years: &Years, room: Room) -> io::Result<f32> {
    let p = &*PALETTE;
    let (mut x, mut y) = (room.left, room.top);
    let shown = years.dots.iter().filter(|dots| dots.points.iter().any(|point| years.shows(point[0])));
    let shown: Vec<_> = shown.collect();
    for dots in &shown {
        let words = faces::cut(&dots.label, SMALL, false, room.width() - 20.0);
        let wide = 14.0 + faces::width(&words, SMALL, false);
        if x > room.left && x + wide > room.right {
            (x, y) = (room.left, y + LEGEND);
        }
        canvas.mark(dots.marker, (x + 4.0, y), 3.0, &p.observed)?;
        canvas.text((x + 14.0, y + 4.0), small(&p.muted, Anchor::Start), &words)?;
        x += wide + 18.0;
    }
    Ok(if shown.is_empty() { y } else { y + LEGEND + 3.0 })
}

/// The grid and the numbers of both axes.
fn ground(canvas: &mut Canvas, scale: &Scale, tick: impl Fn(f64) -> String) -> io::Result<()> {
    let p = &*PALETTE;
    let room = scale.room;
    for value in scale.axis.ticks() {
        let y = scale.y(value);
        let is_zero = value.abs() < scale.axis.step * 1e-6;
        let colour = if is_zero { &p.line_strong } else { &p.line };
        canvas.polyline(&[(room.left, y), (room.right, y)], Pen::new(colour, 1.0))?;
        canvas.text((room.left - 6.0, y + 4.0), small(&p.muted, Anchor::End), &tick(value))?;
    }
    let per_year = f64::from(room.width()) / (scale.years.1 - scale.years.0).max(1.0);
    let step = f64::from(if per_year >= 52.0 { 1 } else { year_step(per_year) });
    let mut year = (scale.years.0 / step).ceil() * step;
    while year <= scale.years.1 {
        let x = scale.x(year);
        canvas.polyline(&[(x, room.bottom), (x, room.bottom + 4.0)], Pen::new(&p.line_strong, 1.0))?;
        canvas.text((x, room.bottom + 15.0), small(&p.muted, Anchor::Middle), &format!("{year:.0}"))?;
        year += step;
    }
    Ok(())
}

/// Marks at the foot; where something begins and there is room, with words above.
fn turns(canvas: &mut Canvas, years: &Years, scale: &Scale) -> io::Result<()> {
    let p = &*PALETTE;
    let mut free = scale.room.left;
    for turn in years.turns.iter().filter(|turn| years.shows(f64::from(turn.year))) {
        let (x, y) = (scale.x(f64::from(turn.year)), scale.room.bottom);
        let corners = [(x - TURN, y), (x + TURN, y), (x, y - 2.0 * TURN)];
        let ground = if turn.begins { &p.accent_text } else { &p.panel };
        canvas.polygon(&corners, (ground, 1.0), Some(Pen::new(&p.accent_text, 1.0)))?;
        let left = x - TURN;
        let right = left + faces::width(&turn.label, SMALL, false);
        if turn.begins && left >= free && right <= scale.room.right {
            canvas.text((left, y - 2.0 * TURN - 5.0), small(&p.muted, Anchor::Start), &turn.label)?;
            free = right + 8.0;
        }
    }
    Ok(())
}

/// What is written at the end of something.
struct End<'a> {
    at: [f64; 2],
    words: String,
    strong: bool,
    colour: &'a str,
}

fn ends(years: &Years) -> Vec<End<'_>> {
    let p = &*PALETTE;
    let mut ends = Vec::new();
    let last = |line: &Line| line.points.iter().copied().rfind(|at| years.shows(at[0]) && at[1].is_finite());
    for line in &years.lines {
        let Some((words, at)) = line.label.clone().zip(last(line)) else { continue };
        let (strong, colour) = match line.stroke {
            Stroke::Scenario => (true, p.accent_text.as_str()),
            Stroke::Series(slot) => (true, p.series_ink(slot)),
            Stroke::Total => (true, p.ink.as_str()),
            Stroke::Reference => (false, p.ink.as_str()),
            Stroke::Median | Stroke::Forecast | Stroke::NoChange => (false, p.muted.as_str()),
            Stroke::Trend => (false, p.second.as_str()),
        };
        ends.push(End { at, words, strong, colour });
    }
    for area in &years.areas {
        let edge = area.edges.iter().copied().rfind(|edge| years.shows(edge[0]));
        let Some((words, edge)) = area.label.clone().zip(edge) else { continue };
        let at = [edge[0], f64::midpoint(edge[1], edge[2])];
        ends.push(End { at, words, strong: false, colour: &p.muted });
    }
    for target in years.targets.iter().filter(|target| years.shows(f64::from(target.year))) {
        let (at, words) = ([f64::from(target.year), target.value], target.label.clone());
        ends.push(End { at, words, strong: false, colour: &p.target });
    }
    ends
}

/// Names what ends, beside the drawing, with a hair to where it ends.
fn name_ends(canvas: &mut Canvas, ends: &[End<'_>], scale: &Scale, gutter: f32) -> io::Result<()> {
    let p = &*PALETTE;
    let room = scale.room;
    let centres: Vec<f32> = ends.iter().map(|end| scale.y(end.at[1]).clamp(room.top, room.bottom)).collect();
    let placed = spread(&centres, SMALL + 3.0, room.top + 4.0, room.bottom - 4.0);
    for ((end, y), from) in ends.iter().zip(placed).zip(centres) {
        let x = room.right + 8.0;
        let line = scale.x(end.at[0]);
        if (y - from).abs() > 4.0 || line < room.right - 12.0 {
            canvas.polyline(&[(line + 3.0, from), (x - 3.0, y)], Pen::new(&p.line, 1.0))?;
        }
        let of = Type { strong: end.strong, ..small(end.colour, Anchor::Start) };
        canvas.text((x, y + 4.0), of, &faces::cut(&end.words, SMALL, end.strong, gutter))?;
    }
    Ok(())
}
