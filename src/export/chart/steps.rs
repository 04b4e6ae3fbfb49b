//! Drawing bars from one value to another.

use std::io;

use super::canvas::{Anchor, Canvas, PALETTE, Pen, Type};
use super::faces;
use super::page::{Room, SMALL, small};
use super::picture::{Fill, Pattern, Step};

/// Share of the width that names may take.
const NAMES: f32 = 0.36;
/// The highest row.
const ROW: f32 = 26.0;
/// Height of a bar, as a share of its row.
const BAR: f32 = 0.56;
/// Between names, bars and figures.
const GAP: f32 = 10.0;

/// Draws the bars.
pub fn show(canvas: &mut Canvas, steps: &[Step], room: Room) -> io::Result<()> {
    let p = &*PALETTE;
    #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
    let row = (room.height() / steps.len().max(1) as f32).min(ROW);
    let size = SMALL.min(row * 0.8);
    let widest = |of: fn(&Step) -> &str| {
        steps.iter().map(|step| faces::width(of(step), size, step.fill.is_none())).fold(0.0, f32::max)
    };
    let names = widest(|step| &step.label).min(room.width() * NAMES) + INDENT;
    let figures = widest(|step| &step.figure);
    let bars = (room.left + names + GAP, room.right - figures - GAP);
    let ends = steps.iter().flat_map(|step| [step.from, step.to]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let span = (high - low).max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_possible_truncation, reason = "a place on a sheet")]
    let x = |value: f64| bars.0 + (0.03 + 0.94 * ((value - low) / span) as f32) * (bars.1 - bars.0);
    let mut top = room.top;
    for step in steps {
        let middle = top + row / 2.0;
        let base = middle + size * 0.36;
        let strong = matches!(step.fill, None | Some(Fill::Group(_)));
        let indent = if matches!(step.fill, Some(Fill::Lever(..))) { INDENT } else { 0.0 };
        let of = Type { size, strong, colour: &p.ink, anchor: Anchor::Start };
        canvas.text((room.left + indent, base), of, &faces::cut(&step.label, size, strong, names - indent))?;
        match step.fill {
            None => canvas.polyline(
                &[(x(step.to), middle - row * 0.4), (x(step.to), middle + row * 0.4)],
                Pen::new(&p.reference, 2.0),
            )?,
            Some(fill) => {
                let (from, to) = (x(step.from.min(step.to)), x(step.from.max(step.to)));
                let to = to.max(from + 1.0);
                let (above, below) = (middle - row * BAR / 2.0, middle + row * BAR / 2.0);
                let corners = [(from, above), (to, above), (to, below), (from, below)];
                canvas.polygon(&corners, p.fill(fill), p.edge(fill))?;
                if let Fill::Lever(group, _) = fill {
                    canvas.pattern(&corners, Pattern::of_group(group))?;
                }
            }
        }
        let of = Type { strong, anchor: Anchor::End, ..Type { size, ..small(&p.ink, Anchor::End) } };
        canvas.text((room.right, base), of, &step.figure)?;
        top += row;
        canvas.polyline(&[(room.left, top), (room.right, top)], Pen::new(&p.line, 0.5))?;
    }
    Ok(())
}

/// How far the names of levers stand in.
const INDENT: f32 = 12.0;
