//! Drawing what became of something: what was there and what came in on the left,
//! what is there and what went on the right.

use std::io;

use super::canvas::{Anchor, Canvas, PALETTE, Type};
use super::faces;
use super::labels::spread;
use super::page::{BODY, Room, SMALL, small};
use super::picture::{Flow, Node, Tone};

/// Width of a bar.
const BAR: f32 = 16.0;
/// Room above a stock for its heading.
const HEADING: f32 = 20.0;
/// Room between nodes.
const GAP: f32 = 8.0;
/// Where small nodes stand, as a share of the way between the stocks.
const INSET: f32 = 0.34;
/// Room for the words at each side.
const WORDS: f32 = 150.0;

/// Where a node stands.
struct Place {
    x: f32,
    top: f32,
    height: f32,
}

/// Draws the flow.
pub fn show(canvas: &mut Canvas, flow: &Flow, room: Room) -> io::Result<()> {
    let p = &*PALETTE;
    let whole = |side: &[Node]| side.iter().map(|node| node.area).sum::<f64>();
    let most = whole(&flow.left).max(whole(&flow.right)).max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_precision_loss, reason = "a handful of nodes")]
    let taken = 2.0 * HEADING + GAP * flow.left.len().max(flow.right.len()) as f32;
    let per = f64::from((room.height() - taken).max(40.0)) / most;
    #[expect(clippy::cast_possible_truncation, reason = "a height on a sheet")]
    let high = |area: f64| (area * per) as f32;
    let ends = (room.left + WORDS, room.right - WORDS - BAR);
    let places = |side: &[Node], inset: f32| -> Vec<Place> {
        let mut top = room.top;
        let place = |node: &Node| {
            let is_stock = !node.parts.is_empty();
            let share = if is_stock { inset.round() } else { inset };
            top += if is_stock { HEADING } else { 0.0 };
            let place = Place { x: ends.0 + share * (ends.1 - ends.0), top, height: high(node.area) };
            top += place.height + GAP;
            place
        };
        side.iter().map(place).collect()
    };
    let (left, right) = (places(&flow.left, INSET), places(&flow.right, 1.0 - INSET));
    for band in &flow.bands {
        let (Some(from), Some(to)) = (left.get(band.from), right.get(band.to)) else { continue };
        let begin = (from.x + BAR, from.top + high(band.from_at));
        let end = (to.x, to.top + high(band.to_at));
        canvas.ribbon(begin, end, high(band.area).max(0.5), p.tone(band.tone), 0.32)?;
    }
    for (side, places, anchor) in [(&flow.left, &left, Anchor::End), (&flow.right, &right, Anchor::Start)] {
        let small_ones = side.iter().zip(places).filter(|(node, _)| node.parts.is_empty());
        let small_ones: Vec<_> = small_ones.collect();
        let centres: Vec<f32> = small_ones.iter().map(|(_, place)| place.top + place.height / 2.0).collect();
        let apart = spread(&centres, SMALL + 3.0, room.top, room.bottom);
        for ((node, place), y) in small_ones.into_iter().zip(apart) {
            canvas.rect((place.x, place.top), (BAR, place.height.max(1.0)), p.tone(node.tone), 1.0)?;
            name(canvas, place, anchor, y, &node.label)?;
        }
        for (node, place) in side.iter().zip(places).filter(|(node, _)| !node.parts.is_empty()) {
            stock(canvas, node, place, anchor, &high)?;
        }
    }
    Ok(())
}

/// A stock with its heading and its parts.
fn stock(
    canvas: &mut Canvas,
    node: &Node,
    place: &Place,
    anchor: Anchor,
    high: &impl Fn(f64) -> f32,
) -> io::Result<()> {
    let p = &*PALETTE;
    // Away from the flows between the bars, as far as there is room.
    let of = Type { size: BODY, strong: true, colour: &p.ink, anchor };
    let more = (faces::width(&node.label, BODY, true) - WORDS - BAR).max(0.0);
    let x = if anchor == Anchor::End { place.x + BAR + more } else { place.x - more };
    canvas.text((x, place.top - 6.0), of, &node.label)?;
    let (mut top, mut centres) = (place.top, Vec::new());
    for part in &node.parts {
        let height = high(part.area);
        canvas.rect((place.x, top), (BAR, height), p.tone(part.tone), 1.0)?;
        centres.push(top + height / 2.0);
        top += height;
    }
    let placed = spread(&centres, SMALL + 3.0, place.top + 4.0, top + 8.0);
    for (part, y) in node.parts.iter().zip(placed) {
        name(canvas, place, anchor, y, &part.label)?;
    }
    Ok(())
}

fn name(canvas: &mut Canvas, place: &Place, anchor: Anchor, y: f32, words: &str) -> io::Result<()> {
    let x = if anchor == Anchor::End { place.x - 6.0 } else { place.x + BAR + 6.0 };
    canvas.text((x, y + 4.0), small(&PALETTE.ink, anchor), &faces::cut(words, SMALL, false, WORDS - 6.0))
}

impl super::canvas::Palette {
    fn tone(&self, tone: Tone) -> &str {
        match tone {
            Tone::Main => &self.accent,
            Tone::Other => &self.second,
            Tone::Empty => &self.line_strong,
            Tone::Gain => &self.third,
            Tone::Loss => &self.bad,
            Tone::Faded => &self.muted,
            Tone::Kept => &self.observed,
        }
    }
}
