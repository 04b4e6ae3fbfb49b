//! The cells of a table of numbers.

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Label, Layout, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{text, tokens};
use crate::gui::widgets::buttons::focus_ring;

/// Height of a row (points).
const ROW: f32 = 19.0;
/// Height of a heading (points).
const HEADING: f32 = 34.0;

/// The heading of a column of numbers, with its unit.
pub fn heading(ui: &mut Ui, width: f32, title: &str, unit: &str) {
    ui.allocate_ui_with_layout(vec2(width, HEADING), Layout::top_down(Align::Max), |ui| {
        ui.set_width(width);
        ui.add(Label::new(text::strong(title)).truncate());
        ui.add(Label::new(text::note(ui, unit)).truncate()).on_hover_text(unit);
    });
}

/// A cell.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// What is written.
    pub words: &'a str,
    /// What a screen reader says.
    pub spoken: &'a str,
    /// What is said under the pointer, where it can be pressed; nothing where empty.
    pub hint: &'a str,
    /// In which colour.
    pub ink: Color32,
    /// Whether it is the name of a row, at the left, and not a number, at the right.
    pub is_name: bool,
    /// Whether it stands out.
    pub strong: bool,
    /// A bar behind the number, as a share of the widest; its sign is its colour.
    pub bar: Option<f32>,
}

impl<'a> Cell<'a> {
    /// A number.
    pub const fn new(words: &'a str, ink: Color32) -> Self {
        Self { words, spoken: words, hint: "", ink, is_name: false, strong: false, bar: None }
    }

    /// Draws the cell.
    pub fn show(self, ui: &mut Ui, width: f32) {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        self.paint(ui, rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.spoken));
    }

    /// Draws the name of a row as something that can be pressed, by key too; what
    /// a screen reader says of it is its name.
    pub fn link(self, ui: &mut Ui, width: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
        let ink = if response.hovered() { tokens(ui).accent_text } else { self.ink };
        Self { ink, ..self }.paint(ui, rect);
        focus_ring(ui, &response);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.spoken));
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// Draws the cell as something that the pointer can press, under a name;
    /// whether it was. The keyboard has the chart of the same numbers, or the name
    /// of the row, for that.
    pub fn pressed(self, ui: &mut Ui, width: f32, name: &str) -> bool {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::CLICK);
        let ink = if response.hovered() { tokens(ui).accent_text } else { self.ink };
        Self { ink, ..self }.paint(ui, rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = if self.hint.is_empty() { response } else { response.on_hover_text(self.hint) };
        response.clicked()
    }

    fn paint(self, ui: &Ui, rect: Rect) {
        let t = tokens(ui);
        if let Some(share) = self.bar {
            let room = (rect.width() - 70.0).max(0.0);
            let left = rect.left() + 16.0;
            let ends = (pos2(left, rect.top() + 5.0), pos2(left + room * share.abs(), rect.bottom() - 5.0));
            let colour = if share < 0.0 { t.third } else { t.evidence };
            ui.painter().rect_filled(Rect::from_min_max(ends.0, ends.1), 2.0, colour);
        }
        let (at, align) = if self.is_name {
            (rect.left_center(), Align2::LEFT_CENTER)
        } else {
            (rect.right_center(), Align2::RIGHT_CENTER)
        };
        let font = if self.strong { text::strong_font(text::BODY) } else { text::body_font() };
        ui.painter().text(at, align, self.words, font, self.ink);
    }
}
