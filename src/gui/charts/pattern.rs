//! Lines and dots over areas and bars, in the colour of the ground: what tells them
//! apart without their colours.

use std::ops::RangeInclusive;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rangef, Rect, Shape, Ui, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotPoints, PlotTransform};

pub use crate::export::chart::picture::Pattern;

/// From one line or dot to the next (points).
const STEP: f32 = 6.0;
/// Half the width of a line (points).
const LINE: f32 = 0.75;
/// Half the width of a dot (points).
const DOT: f32 = 1.5;

/// Draws a pattern over a rectangle.
pub fn over(painter: &Painter, rect: Rect, pattern: Pattern, colour: Color32) {
    let edges = |_| Some((rect.top(), rect.bottom()));
    painter.add(mesh(rect.x_range(), rect.left_top(), edges, pattern, colour));
}

/// A pattern between two edges in a plot.
pub struct Over {
    base: PlotItemBase,
    /// Year, lower and upper edge.
    edges: Vec<[f64; 3]>,
    pattern: Pattern,
    colour: Color32,
}

impl Over {
    /// A pattern between these edges: year, lower and upper edge.
    #[must_use]
    pub fn new(edges: Vec<[f64; 3]>, pattern: Pattern, colour: Color32) -> Self {
        Self { base: PlotItemBase::new(String::new()), edges, pattern, colour }
    }
}

impl PlotItem for Over {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let on_screen = |[year, low, high]: &[f64; 3]| {
            let foot = transform.position_from_point(&PlotPoint::new(*year, *low));
            (foot.x, transform.position_from_point_y(*high), foot.y)
        };
        let edges: Vec<(f32, f32, f32)> = self.edges.iter().map(on_screen).collect();
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else { return };
        let between = |x: f32| {
            let after = edges.partition_point(|edge| edge.0 < x).clamp(1, edges.len() - 1);
            let (a, b) = (edges.get(after - 1)?, edges.get(after)?);
            let share = ((x - a.0) / (b.0 - a.0).max(f32::MIN_POSITIVE)).clamp(0.0, 1.0);
            Some((a.1 + (b.1 - a.1) * share, a.2 + (b.2 - a.2) * share))
        };
        if edges.len() > 1 {
            let origin = transform.frame().left_top();
            shapes.push(mesh(Rangef::new(first.0, last.0), origin, between, self.pattern, self.colour).into());
        }
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.colour
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotPoints::new(self.edges.iter().flat_map(|[year, low, high]| [[*year, *low], [*year, *high]]).collect())
            .bounds()
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The pattern between an upper and a lower edge, as one mesh: there may be hundreds
/// of dots. It hangs on an origin, so that it moves with what it lies on.
fn mesh(x: Rangef, origin: Pos2, edges: impl Fn(f32) -> Option<(f32, f32)>, pattern: Pattern, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    let mut quad = |corners: [Pos2; 4]| {
        let base = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        for corner in corners {
            mesh.colored_vertex(corner, colour);
        }
        mesh.add_triangle(base, base + 1, base + 2);
        mesh.add_triangle(base, base + 2, base + 3);
    };
    let columns = || {
        let first = ((x.min - origin.x) / STEP).ceil();
        let columns = std::iter::successors(Some(first), |column| Some(column + 1.0));
        columns.map(|column| (column, origin.x + STEP * column)).take_while(|(_, at)| *at <= x.max)
    };
    match pattern {
        Pattern::Plain => {}
        Pattern::Lines => {
            for (_, at) in columns() {
                let Some((top, bottom)) = edges(at).filter(|(top, bottom)| bottom > top) else { continue };
                quad([pos2(at - LINE, top), pos2(at + LINE, top), pos2(at + LINE, bottom), pos2(at - LINE, bottom)]);
            }
        }
        Pattern::Dots => {
            for (column, at) in columns() {
                let Some((top, bottom)) = edges(at) else { continue };
                // Every second column stands half a step lower.
                let shift = if column.rem_euclid(2.0) < 0.5 { 0.0 } else { STEP / 2.0 };
                let first = ((top + DOT - origin.y - shift) / STEP).ceil();
                let rows = std::iter::successors(Some(first), |row| Some(row + 1.0));
                for y in rows.map(|row| origin.y + shift + STEP * row).take_while(|y| *y + DOT <= bottom) {
                    let centre = pos2(at, y);
                    let corners = [vec2(0.0, -DOT), vec2(DOT, 0.0), vec2(0.0, DOT), vec2(-DOT, 0.0)];
                    quad(corners.map(|corner| centre + corner));
                }
            }
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pattern: Pattern, width: f32, height: f32) -> Mesh {
        let edges = |_| Some((10.0, 10.0 + height));
        mesh(Rangef::new(20.0, 20.0 + width), pos2(20.0, 10.0), edges, pattern, Color32::WHITE)
    }

    #[test]
    fn a_pattern_fills_what_it_lies_on_and_nothing_else() {
        for pattern in [Pattern::Lines, Pattern::Dots] {
            let mesh = drawn(pattern, 60.0, 30.0);
            assert!(mesh.vertices.len() >= 40, "{pattern:?}");
            let inside = Rect::from_min_max(pos2(20.0 - DOT, 10.0), pos2(80.0 + DOT, 40.0));
            assert!(mesh.vertices.iter().all(|vertex| inside.contains(vertex.pos)), "{pattern:?}");
        }
        assert!(drawn(Pattern::Plain, 60.0, 30.0).is_empty());
        assert_ne!(drawn(Pattern::Lines, 60.0, 30.0), drawn(Pattern::Dots, 60.0, 30.0));
    }

    #[test]
    fn what_is_too_thin_for_a_dot_has_none() {
        assert!(drawn(Pattern::Dots, 60.0, 1.0).is_empty());
        assert!(drawn(Pattern::Lines, 60.0, 0.0).is_empty());
    }
}
