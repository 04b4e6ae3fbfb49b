//! A headline card: one figure, its change, and what is known of its range.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CursorIcon, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextFormat, Ui, WidgetInfo,
    pos2, vec2,
};

use super::buttons::focus_ring;
use crate::gui::theme::{Tokens, space, text, tokens};

/// Width from which figure and change stand beside each other (points).
const BESIDE: f32 = 222.0;
/// The narrowest card (points).
const NARROWEST: f32 = 140.0;
/// Height of a card with figure and change beside each other, and of one with
/// the change below (points).
const HEIGHTS: (f32, f32) = (98.0, 112.0);
/// The most columns of cards with the change below: more would be a row of numbers.
const FEWEST: usize = 3;

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
    /// Its unit, and a shorter one for a narrow card.
    pub units: [&'a str; 2],
    /// The figure as a number, in the indicator's unit.
    pub value: Option<f64>,
    /// The change against the reference, with mark, sign and word.
    pub change: &'a str,
    /// Whether it is wanted.
    pub verdict: Verdict,
    /// The quiet lines below: what is known of ranges, each from the longest
    /// wording to the shortest.
    pub quiet: &'a [Vec<String>],
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
            let quiet = self.quiet.iter().filter_map(|line| line.first()).map(String::as_str);
            let own = self.own.map(|(_, own)| own);
            let said: Vec<&str> = std::iter::once(self.change).chain(quiet).chain(own).collect();
            node.set_description(format!("{}. {}", self.spoken(), said.join(". ")));
            if let Some(value) = self.value {
                node.set_numeric_value(value);
            }
        });
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.hint)
    }

    /// The figure with its unit.
    fn spoken(&self) -> String {
        let [unit, _] = self.units;
        let space = if unit.starts_with('/') { "" } else { " " };
        format!("{}{space}{unit}", self.figure)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let t = tokens(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let edge = if response.hovered() { t.line_strong } else { t.line };
        painter.rect(rect, f32::from(space::RADIUS), t.panel, Stroke::new(t.outline, edge), StrokeKind::Inside);
        focus_ring(ui, response);
        let margin = if rect.width() < BESIDE { 9.0 } else { space::M };
        let width = rect.width() - 2.0 * margin;
        let fits = |job: &LayoutJob, width: f32| painter.layout_job(job.clone()).size().x <= width;
        let first_that_fits = |words: &[&str], width: f32| {
            let job = |words: &str| LayoutJob::single_section(words.to_owned(), small(t.muted));
            let may_fit = |words: &str| text::least_width(ui, words, &text::small_font()) <= width;
            let found = words.iter().find(|words| may_fit(words) && fits(&job(words), width)).or(words.last());
            one_line(found.copied().unwrap_or_default(), small(t.muted), width)
        };
        // Where the words take the room of the title, an asterisk at the edge leads to
        // them in the status line.
        let mark = self.own.map_or(0.0, |(own, _)| {
            if rect.width() < BESIDE {
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
        let change = painter.layout_job(one_line(self.change, small(self.colour(t)), width));
        let beside = rect.width() >= BESIDE;
        let taken = if beside { change.size().x + space::S } else { 0.0 };
        // A narrow card writes the unit shorter, and then leaves it to the tooltip.
        let [unit, short] = self.units;
        let units = [unit, short, ""];
        let unit = units.into_iter().find(|unit| fits(&figure(unit), width - taken)).unwrap_or_default();

        let mut at = rect.min + vec2(margin, 8.0);
        let mut put = |job: LayoutJob| {
            let galley = painter.layout_job(job);
            let line = Rect::from_min_size(at, galley.size());
            painter.galley(at, galley, t.ink);
            at.y = line.bottom() + 1.0;
            line
        };
        put(first_that_fits(&self.titles, width - mark));
        let line = put(figure(unit));
        if beside {
            let y = line.bottom() - change.size().y - 3.0;
            painter.galley(pos2(rect.right() - margin - change.size().x, y), change, t.ink);
        } else {
            put(one_line(self.change, small(self.colour(t)), width));
        }
        for line in self.quiet {
            put(first_that_fits(&line.iter().map(String::as_str).collect::<Vec<_>>(), width));
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

/// Where cards go: as many columns as fit, equal widths, rows of equal length.
#[must_use]
pub fn grid(origin: Pos2, width: f32, count: usize) -> Vec<Rect> {
    let gap = space::S + 2.0;
    let columns = |least: f32| (1..=count).rev().find(|&n| card_width(width, n, gap) >= least).unwrap_or(1);
    let wide = columns(BESIDE);
    let columns = if wide < FEWEST { columns(NARROWEST).min(FEWEST) } else { wide };
    // Rows of equal length read better than a full row and a rest.
    let rows = count.div_ceil(columns);
    let columns = count.div_ceil(rows);
    let card = card_width(width, columns, gap);
    let height = if card >= BESIDE { HEIGHTS.0 } else { HEIGHTS.1 };
    (0..count)
        .map(|i| {
            let (row, column) = (as_f32(i / columns), as_f32(i % columns));
            let min = pos2(origin.x + column * (card + gap), origin.y + row * (height + gap));
            Rect::from_min_size(min, vec2(card, height))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_cards_stand_in_full_rows_at_any_width() {
        for (width, rows, height) in [(1960.0, 1.0, 98.0), (712.0, 2.0, 98.0), (552.0, 2.0, 112.0), (304.0, 3.0, 112.0)]
        {
            let rects = grid(Pos2::ZERO, width, 6);
            let all = rects.iter().fold(Rect::NOTHING, |all, rect| all.union(*rect));
            assert!((all.width() - width).abs() < 0.5, "{width}: {all}");
            assert!((all.height() - (rows * (height + 10.0) - 10.0)).abs() < 0.5, "{width}: {all}");
        }
    }
}
