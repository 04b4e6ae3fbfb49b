//! What became of the floorspace between two years, as a flow picture: what came
//! in and what was there on the left, what is there and what went on the right.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Align2, Color32, Mesh, Painter, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, lerp, pos2, vec2,
};

use super::ends::spread;
use crate::gui::theme::{Tokens, text, tokens};
use crate::session::figures::Display;
use crate::session::space::{Space, Uses};
use crate::t;

/// A node of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// Built again on released sites.
    Reprovided,
    /// Added by denser building.
    Intensified,
    /// Built.
    Completed,
    /// There at the start.
    Start,
    /// There at the end.
    End,
    /// Lost with released land.
    Converted,
    /// Fell out of use.
    Obsolete,
}

impl Node {
    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Reprovided => t!("space-flow-reprovided"),
            Self::Intensified => t!("space-flow-intensified"),
            Self::Completed => t!("space-built"),
            Self::Start => t!("space-flow-start"),
            Self::End => t!("space-flow-end"),
            Self::Converted => t!("space-flow-converted"),
            Self::Obsolete => t!("space-obsolete"),
        }
    }
}

/// A band from a node on the left to one on the right (m²).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Where it comes from.
    pub from: Node,
    /// How far below the top of its node it begins.
    pub from_at: f64,
    /// Where it goes.
    pub to: Node,
    /// How far below the top of its node it ends.
    pub to_at: f64,
    /// How much flows.
    pub area: f64,
}

/// The nodes of both sides from the top down, with what they hold (m²).
#[must_use]
pub fn nodes(space: &Space) -> [Vec<(Node, f64)>; 2] {
    let left = vec![
        (Node::Reprovided, space.reprovided),
        (Node::Intensified, space.intensified),
        (Node::Completed, space.completed),
        (Node::Start, space.start.total()),
    ];
    let right =
        vec![(Node::End, space.end.total()), (Node::Converted, space.converted), (Node::Obsolete, space.obsolete)];
    [left, right]
}

/// The bands between them. What came in is there at the end and what was there
/// at the start goes first; only where more went than was there at the start
/// does something of what came in go, too.
#[must_use]
pub fn bands(space: &Space) -> Vec<Band> {
    let [left, right] = nodes(space);
    let tops = |nodes: &[(Node, f64)]| -> Vec<f64> {
        nodes
            .iter()
            .scan(0.0, |top, (_, area)| {
                let here = *top;
                *top += area;
                Some(here)
            })
            .collect()
    };
    let (left_tops, right_tops) = (tops(&left), tops(&right));
    let mut bands = Vec::new();
    for (&(from, a), &top) in left.iter().zip(&left_tops) {
        for (&(to, b), &other) in right.iter().zip(&right_tops) {
            let (begin, end) = (top.max(other), (top + a).min(other + b));
            if end - begin > 0.5 {
                bands.push(Band { from, from_at: begin - top, to, to_at: begin - other, area: end - begin });
            }
        }
    }
    bands
}

/// The picture in two sentences.
#[must_use]
pub fn sentence(space: &Space, display: &Display) -> String {
    let area = |value: f64| display.level(value).number;
    let uses = space.end.named().map(|(name, value)| format!("{} {}", name.to_lowercase(), area(value)));
    t!(
        "space-flow-sentence",
        start = display.level(space.start.total()).line(),
        from = space.from,
        kept = area(space.kept()),
        converted = area(space.converted),
        obsolete = area(space.obsolete),
        built = area(space.completed),
        reprovided = area(space.reprovided),
        intensified = area(space.intensified),
        to = space.to,
        end = display.level(space.end.total()).line(),
        uses = uses.join(", "),
    )
}

/// Width of a bar (points).
const BAR: f32 = 16.0;
/// Room above a stock for its heading (points).
const HEADING: f32 = 20.0;
/// Room between two small nodes (points).
const GAP: f32 = 8.0;
/// Where the small nodes stand, as a share of the way between the stocks.
const INSET: f32 = 0.34;
/// Smallest and largest share of the width for the words at each side (points).
const WORDS: (f32, f32) = (104.0, 190.0);

/// How dense a flow is.
const DENSE: f32 = 0.32;

/// Draws the picture.
pub fn show(ui: &mut Ui, space: &Space, display: &Display, name: &str, size: Vec2) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, name));
    let sentence = sentence(space, display);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(sentence.clone()));
    if ui.is_rect_visible(rect) {
        let words = (size.x * 0.2).clamp(WORDS.0, WORDS.1).max(longest(ui, space, display)).min(size.x * 0.32);
        Picture::new(space, rect, words).draw(ui, display);
    }
}

/// How much room the uses beside the bars take (points).
fn longest(ui: &Ui, space: &Space, display: &Display) -> f32 {
    let uses = space.start.named().into_iter().chain(space.end.named());
    let words = uses.map(|(name, area)| format!("{name} {}", display.level(area).number));
    let width = |words| ui.painter().layout_no_wrap(words, text::small_font(), Color32::PLACEHOLDER).size().x;
    words.map(width).fold(0.0, f32::max) + 10.0
}

/// Where everything stands.
struct Picture<'a> {
    space: &'a Space,
    left: Vec<(Node, Rect)>,
    right: Vec<(Node, Rect)>,
    /// Points a square metre.
    scale: f64,
    /// Where the picture begins and ends.
    ends: Rangef,
    /// Its top and bottom.
    heights: Rangef,
}

impl<'a> Picture<'a> {
    fn new(space: &'a Space, rect: Rect, words: f32) -> Self {
        let [left, right] = nodes(space);
        let taken = HEADING * 2.0 + GAP * 3.0;
        let whole = space.start.total() + space.added();
        let scale = f64::from((rect.height() - taken).max(40.0)) / whole.max(1.0);
        let (from, to) = (rect.left() + words, rect.right() - words - BAR);
        let place = |nodes: &[(Node, f64)]| -> Vec<(Node, Rect)> {
            let mut top = rect.top();
            let mut placed = Vec::new();
            for (node, area) in nodes {
                let x = match node {
                    Node::Start => from,
                    Node::End => to,
                    Node::Reprovided | Node::Intensified | Node::Completed => lerp(from..=to, INSET),
                    Node::Converted | Node::Obsolete => lerp(from..=to, 1.0 - INSET),
                };
                if matches!(node, Node::Start | Node::End) {
                    top += HEADING;
                }
                #[expect(clippy::cast_possible_truncation, reason = "a height in points")]
                let height = (area * scale) as f32;
                placed.push((*node, Rect::from_min_size(pos2(x, top), vec2(BAR, height))));
                top += height + GAP;
            }
            placed
        };
        Self { space, left: place(&left), right: place(&right), scale, ends: rect.x_range(), heights: rect.y_range() }
    }

    fn draw(&self, ui: &Ui, display: &Display) {
        let t = tokens(ui);
        let painter = ui.painter();
        for band in bands(self.space) {
            let (Some(from), Some(to)) = (find(&self.left, band.from), find(&self.right, band.to)) else { continue };
            let y = |rect: Rect, at: f64| rect.top() + self.points(at);
            let height = self.points(band.area);
            ribbon(
                painter,
                pos2(from.right(), y(from, band.from_at)),
                pos2(to.left(), y(to, band.to_at)),
                height,
                colour(if band.to == Node::End { band.from } else { band.to }, t),
                t,
            );
        }
        for (node, rect) in self.left.iter().chain(&self.right) {
            if !matches!(node, Node::Start | Node::End) {
                painter.rect_filled(rect.expand2(vec2(0.0, 0.5)), 1.0, colour(*node, t));
            }
        }
        for (node, uses, year) in
            [(Node::Start, &self.space.start, self.space.from), (Node::End, &self.space.end, self.space.to)]
        {
            let side = if node == Node::Start { &self.left } else { &self.right };
            if let Some(rect) = find(side, node) {
                self.stock(painter, node, rect, uses, year, display, t);
            }
        }
        self.labels(painter, display, t);
        if let Some((from, to)) = find(&self.left, Node::Start).zip(find(&self.right, Node::End))
            && self.points(self.space.kept()) > text::SMALL + 4.0
        {
            let middle = |rect: Rect, at: f64| rect.top() + self.points(at + 0.5 * self.space.kept());
            let y = f32::midpoint(middle(from, 0.0), middle(to, self.space.added()));
            let words = t!("space-flow-kept", area = display.level(self.space.kept()).number);
            let at = pos2(f32::midpoint(from.right(), to.left()), y);
            painter.text(at, Align2::CENTER_CENTER, words, text::small_font(), t.ink);
        }
    }

    fn points(&self, area: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a height in points")]
        let points = (area * self.scale) as f32;
        points
    }

    /// A stock with who uses it.
    #[expect(clippy::too_many_arguments, reason = "where, what and how")]
    fn stock(&self, painter: &Painter, node: Node, rect: Rect, uses: &Uses, year: i32, display: &Display, t: &Tokens) {
        let parts = uses.named();
        let mut top = rect.top();
        let mut centres = Vec::new();
        for (i, (_, area)) in parts.iter().enumerate() {
            let part = Rect::from_min_size(pos2(rect.left(), top), vec2(BAR, self.points(*area)));
            match i {
                0 => painter.rect_filled(part, 0.0, t.accent),
                1 => painter.rect_filled(part, 0.0, t.second),
                _ => painter.rect(part, 0.0, t.panel, Stroke::new(1.0, t.line_strong), StrokeKind::Inside),
            };
            centres.push(part.center().y);
            top = part.bottom();
        }
        let (align, x, room) = match node {
            Node::Start => (Align::RIGHT, rect.left() - 6.0, rect.left() - 6.0 - self.ends.min),
            _ => (Align::LEFT, rect.right() + 6.0, self.ends.max - rect.right() - 6.0),
        };
        // A long name has a second line where there is no room beside the bar.
        let words = parts.iter().map(|(name, area)| {
            let words = format!("{name} {}", display.level(*area).number);
            let mut job = LayoutJob::simple(words, text::small_font(), t.ink, room);
            job.halign = align;
            painter.layout_job(job)
        });
        let words: Vec<_> = words.collect();
        let tallest = words.iter().map(|words| words.size().y).fold(text::SMALL + 3.0, f32::max);
        let placed = spread(&centres, tallest, rect.top() + 4.0, rect.bottom() + 8.0);
        for (words, y) in words.into_iter().zip(placed) {
            painter.galley(pos2(x, y - words.size().y / 2.0), words, t.ink);
        }
        let heading = t!("charts-year", year = year, words = display.level(uses.total()).line());
        // Away from the flows between the bars, as far as the picture goes.
        let galley = painter.layout_no_wrap(heading, text::strong_font(text::BODY), t.ink);
        let x = match node {
            Node::Start => (rect.right() - galley.size().x).max(self.ends.min),
            _ => rect.left().min(self.ends.max - galley.size().x),
        };
        painter.galley(pos2(x, rect.top() - 4.0 - galley.size().y), galley, t.ink);
    }

    /// What came in, at the left of its nodes, and what went, at the right.
    fn labels(&self, painter: &Painter, display: &Display, t: &Tokens) {
        for (side, align, step) in [(&self.left, Align2::RIGHT_CENTER, -6.0), (&self.right, Align2::LEFT_CENTER, 6.0)] {
            let small: Vec<(Node, Rect)> =
                side.iter().copied().filter(|(node, _)| !matches!(node, Node::Start | Node::End)).collect();
            let centres: Vec<f32> = small.iter().map(|(_, rect)| rect.center().y).collect();
            let placed = spread(&centres, text::SMALL + 3.0, self.heights.min, self.heights.max);
            for ((node, rect), y) in small.iter().zip(placed) {
                let area = nodes(self.space).into_iter().flatten().find(|(other, _)| other == node);
                let words = format!("{} {}", node.label(), display.level(area.map_or(0.0, |(_, area)| area)).number);
                let x = if step < 0.0 { rect.left() } else { rect.right() } + step;
                painter.text(pos2(x, y), align, words, text::small_font(), t.ink);
            }
        }
    }
}

fn find(side: &[(Node, Rect)], node: Node) -> Option<Rect> {
    side.iter().find(|(other, _)| *other == node).map(|(_, rect)| *rect)
}

fn colour(node: Node, t: &Tokens) -> Color32 {
    match node {
        Node::Reprovided | Node::Intensified | Node::Completed => t.third,
        Node::Start | Node::End => t.observed,
        Node::Converted => t.bad,
        Node::Obsolete => t.muted,
    }
}

/// A band of one height from one place to another, with soft bends.
fn ribbon(painter: &Painter, from: Pos2, to: Pos2, height: f32, strong: Color32, t: &Tokens) {
    const STEPS: u32 = 24;
    let colour = strong.gamma_multiply(DENSE);
    let mut mesh = Mesh::default();
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for i in 0..=STEPS {
        #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
        let share = i as f32 / STEPS as f32;
        let soft = share * share * (3.0 - 2.0 * share);
        let top = pos2(lerp(from.x..=to.x, share), lerp(from.y..=to.y, soft));
        let bottom = top + vec2(0.0, height.max(1.0));
        mesh.colored_vertex(top, colour);
        mesh.colored_vertex(bottom, colour);
        upper.push(top);
        lower.push(bottom);
        if i > 0 {
            let k = 2 * i;
            mesh.add_triangle(k - 2, k - 1, k);
            mesh.add_triangle(k - 1, k, k + 1);
        }
    }
    painter.add(mesh);
    // The edges of a mesh are jagged: a thin line along them is not.
    let stroke = Stroke::new(1.0, if t.edged { strong } else { colour });
    for edge in [upper, lower] {
        painter.add(Shape::line(edge, stroke));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(start: f64, added: [f64; 3], gone: [f64; 2]) -> Space {
        let uses = |total: f64| Uses { manufacturing: 0.3 * total, other_users: 0.6 * total, vacant: 0.1 * total };
        let end = start + added.iter().sum::<f64>() - gone.iter().sum::<f64>();
        Space {
            from: 2023,
            to: 2040,
            start: uses(start),
            completed: added[0],
            reprovided: added[1],
            intensified: added[2],
            converted: gone[0],
            obsolete: gone[1],
            end: uses(end),
        }
    }

    fn flow(bands: &[Band], from: Node, to: Node) -> f64 {
        bands.iter().filter(|b| (b.from, b.to) == (from, to)).map(|b| b.area).sum()
    }

    #[test]
    fn what_is_kept_goes_through_and_what_is_built_stays() {
        let space = space(100e6, [10e6, 5e6, 1e6], [20e6, 8e6]);
        let bands = bands(&space);
        assert!((flow(&bands, Node::Start, Node::End) - space.kept()).abs() < 1.0);
        assert!((flow(&bands, Node::Start, Node::Converted) - 20e6).abs() < 1.0);
        assert!((flow(&bands, Node::Start, Node::Obsolete) - 8e6).abs() < 1.0);
        assert!((flow(&bands, Node::Completed, Node::End) - 10e6).abs() < 1.0);
        assert!(bands.iter().all(|b| b.from == Node::Start || b.to == Node::End));
    }

    #[test]
    fn where_more_goes_than_was_there_something_built_goes_too_and_all_closes() {
        let space = space(10e6, [50e6, 0.0, 0.0], [20e6, 5e6]);
        let bands = bands(&space);
        assert!(space.kept() < 1e-9);
        let all: f64 = bands.iter().map(|b| b.area).sum();
        assert!((all - (space.start.total() + space.added())).abs() < 2.0, "{all}");
        assert!(flow(&bands, Node::Completed, Node::Converted) > 0.0);
    }

    #[test]
    fn its_sentence_has_every_flow() {
        use crate::evidence::Library;
        use crate::model::indicators::Indicator;
        let library = Library::embedded().expect("the evidence is embedded");
        let display = Display::of(Indicator::IndustrialFloorspace, 1e8, &library.packs["london"].currency);
        let words = sentence(&space(100e6, [10e6, 5e6, 1e6], [20e6, 8e6]), &display);
        for part in ["100.00\u{a0}million m²", "2023", "72.00 are kept by 2040", "20.00", "8.00", "10.00", "88.00"] {
            assert!(words.contains(part), "{part}: {words}");
        }
    }
}
