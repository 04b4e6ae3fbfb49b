//! A headline card: one figure, its change, and what is known of its range.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextFormat, Ui, WidgetInfo,
    pos2, vec2,
};

use super::buttons::focus_ring;
use crate::gui::theme::{Tokens, space, text, tokens};

/// Height of a card (points).
pub const HEIGHT: f32 = 84.0;

/// A card less wide than this is narrow (points).
const NARROW: f32 = 130.0;

/// Line height of a unit beside a figure: it lifts the unit to the figure's baseline (points).
const UNIT_LINE: f32 = 18.0;

/// Whether a change is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// For the better.
    Better,
    /// For the worse.
    Worse,
    /// Neither, or no change.
    Neutral,
}

/// What a card shows.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// Accessible name: indicator, city and year.
    pub name: &'a str,
    /// Title on the card, and a shorter one for a narrow card.
    pub titles: [&'a str; 2],
    /// The figure.
    pub figure: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// The figure as a number, in the indicator's unit.
    pub value: Option<f64>,
    /// The change against the reference, with mark, sign and word.
    pub change: &'a str,
    /// Whether it is wanted.
    pub verdict: Verdict,
    /// The quiet last line, from the longest wording to the shortest.
    pub ranges: [&'a str; 3],
    /// The exact figures and the definition, on hover.
    pub hint: &'a str,
    /// What the user assumed that counts here, short and in full.
    pub own: Option<(&'a str, &'a str)>,
}

impl Card<'_> {
    /// Draws the card in `rect`; pressing it asks for an explanation.
    pub fn show(&self, ui: &mut Ui, rect: Rect) -> Response {
        let id = ui.scope_id().with((self.titles[0], "card"));
        let response = ui.interact(rect, id, Sense::click());
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Meter, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_value(self.spoken());
            let own = self.own.map_or_else(String::new, |(_, own)| format!(". {own}"));
            node.set_description(format!("{}. {}{own}", self.spoken(), self.change));
            if let Some(value) = self.value {
                node.set_numeric_value(value);
            }
        });
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.hint)
    }

    /// The figure with its unit.
    fn spoken(&self) -> String {
        let space = if self.unit.starts_with('/') { "" } else { " " };
        format!("{}{space}{}", self.figure, self.unit)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let t = tokens(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let edge = if response.hovered() { t.line_strong } else { t.line };
        painter.rect(rect, f32::from(space::RADIUS), t.panel, Stroke::new(1.0, edge), StrokeKind::Inside);
        focus_ring(ui, response);
        let margin = if rect.width() < NARROW { 9.0 } else { space::M };
        let width = rect.width() - 2.0 * margin;
        let fits = |job: LayoutJob, width: f32| painter.layout_job(job).size().x <= width;
        let first_that_fits = |words: &[&str], width: f32| {
            let job = |words: &str| LayoutJob::single_section(words.to_owned(), small(t.muted));
            let found = words.iter().find(|words| fits(job(words), width)).or(words.last());
            one_line(found.copied().unwrap_or_default(), small(t.muted), width)
        };
        // Where the words take the room of the title, an asterisk at the edge leads to
        // them in the status line.
        let mark = self.own.map_or(0.0, |(own, _)| {
            if rect.width() < NARROW {
                mark(&painter, rect.right_top() + vec2(-4.0, 8.0), "*", t) - margin
            } else {
                mark(&painter, rect.right_top() + vec2(-margin, 8.0), own, t)
            }
        });
        let figure = |unit: &str| {
            let number = format(text::strong_font(text::FIGURE), t.ink);
            // The unit stands on the line of the figure, not on its bottom.
            let after = TextFormat { line_height: Some(UNIT_LINE), ..small(t.ink) };
            let mut job = LayoutJob::single_section(self.figure.to_owned(), number);
            job.append(unit, if unit.starts_with('/') { 1.0 } else { 4.0 }, after);
            job
        };
        // A narrow card writes the unit shorter, and then leaves it to the tooltip.
        let short = self.unit.replace("million ", "M");
        let units = [self.unit, short.as_str(), ""];
        let unit = units.into_iter().find(|unit| fits(figure(unit), width)).unwrap_or_default();
        let lines = [
            (first_that_fits(&self.titles, width - mark), 1.0),
            (figure(unit), 1.0),
            (one_line(self.change, small(self.colour(t)), width), 1.0),
            (first_that_fits(&self.ranges, width), 0.0),
        ];
        let mut at = rect.min + vec2(margin, 8.0);
        for (job, gap) in lines {
            let galley = painter.layout_job(job);
            let height = galley.size().y;
            painter.galley(at, galley, t.ink);
            at.y += height + gap;
        }
    }

    fn colour(&self, t: &Tokens) -> Color32 {
        match self.verdict {
            Verdict::Better => t.good,
            Verdict::Worse => t.bad,
            Verdict::Neutral => t.muted,
        }
    }
}

/// A mark that ends at a point. The width that it takes.
fn mark(painter: &Painter, end: Pos2, words: &str, t: &Tokens) -> f32 {
    let galley = painter.layout_no_wrap(words.to_owned(), text::small_font(), t.accent_text);
    let ground = Rect::from_min_size(end - vec2(galley.size().x, 0.0), galley.size());
    painter.rect_filled(ground.expand2(vec2(4.0, 0.0)), 3.0, t.selected);
    painter.galley(ground.min, galley, t.accent_text);
    ground.width() + space::S
}

fn small(colour: Color32) -> TextFormat {
    format(text::small_font(), colour)
}

fn format(font: eframe::egui::FontId, colour: Color32) -> TextFormat {
    TextFormat { font_id: font, color: colour, ..TextFormat::default() }
}

fn one_line(words: &str, format: TextFormat, width: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width);
    job
}

/// Where a row of cards goes: as many columns as fit, equal widths.
#[must_use]
pub fn grid(origin: Pos2, width: f32, count: usize) -> Vec<Rect> {
    const NARROWEST: f32 = 104.0;
    let gap = space::S + 2.0;
    let columns = (1..=count).rev().find(|&n| card_width(width, n, gap) >= NARROWEST).unwrap_or(1);
    // Rows of equal length read better than a full row and a rest.
    let rows = count.div_ceil(columns);
    let columns = count.div_ceil(rows);
    let card = card_width(width, columns, gap);
    (0..count)
        .map(|i| {
            let (row, column) = (as_f32(i / columns), as_f32(i % columns));
            let min = pos2(origin.x + column * (card + gap), origin.y + row * (HEIGHT + gap));
            Rect::from_min_size(min, vec2(card, HEIGHT))
        })
        .collect()
}

fn card_width(width: f32, columns: usize, gap: f32) -> f32 {
    (width - gap * (as_f32(columns) - 1.0)) / as_f32(columns)
}

#[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
fn as_f32(n: usize) -> f32 {
    n as f32
}
