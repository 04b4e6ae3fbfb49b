//! The rows of the left panel.

use eframe::egui::{
    Align2, Color32, CursorIcon, Rect, Response, Role, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2,
};

use crate::gui::theme::{state, text, tokens};
use crate::gui::widgets::buttons::focus_ring;

/// A row that can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What is written.
    pub label: &'a str,
    /// Accessible name.
    pub name: &'a str,
    /// On hover.
    pub hint: &'a str,
    /// Whether it is the chosen one.
    pub selected: bool,
    /// A dot before the label.
    pub dot: Option<Color32>,
    /// Room kept free at the right (points).
    pub reserve: f32,
}

impl Row<'_> {
    /// Draws the row and says where it is.
    pub fn show(&self, ui: &mut Ui) -> (Response, Rect) {
        let t = tokens(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
        if ui.is_rect_visible(rect) {
            state::ground(ui.painter(), rect, t, self.selected, response.hovered());
            focus_ring(ui, &response);
            let mut x = rect.left() + 8.0;
            if let Some(colour) = self.dot {
                ui.painter().circle_filled(rect.left_center() + vec2(12.0, 0.0), 3.5, colour);
                x += 14.0;
            }
            let width = rect.right() - x - self.reserve - 6.0;
            let words = WidgetText::from(self.label);
            let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), width, text::body_font());
            let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), rect.with_min_x(x)).min;
            ui.painter().galley(at, galley, t.ink);
        }
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), self.selected, self.name));
        (response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.hint), rect)
    }
}
