//! Tabs and the rows of the left panel.

use eframe::egui::{
    Align, Align2, Color32, CursorIcon, Layout, Rect, Response, Role, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText,
    vec2,
};

use super::{Scene, number};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::{focus_ring, mark_button_coloured, tab};
use crate::gui::widgets::number_field::NumberField;
use crate::session::view::Tab;

/// From this width on the tabs and the year stand in one row (points).
const ONE_ROW: f32 = 540.0;

/// The tabs of the centre, and the year: beside them or, in a narrow window,
/// below.
pub fn tabs(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = &scene.workspace.view;
    let narrow = ui.available_width() < ONE_ROW;
    ui.horizontal(|ui| {
        ui.set_height(if narrow { 32.0 } else { 38.0 });
        ui.spacing_mut().item_spacing.x = if narrow { 0.0 } else { 2.0 };
        for each in Tab::all() {
            if tab(ui, each.label(), view.tab == each).clicked() {
                actions.push(Action::Show(each));
            }
        }
        if !narrow {
            year(ui, view.year, actions);
        }
    });
    if narrow {
        ui.horizontal(|ui| {
            ui.set_height(26.0);
            year(ui, view.year, actions);
        });
    }
}

/// The chosen year, at the right.
fn year(ui: &mut Ui, year: i32, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let muted = tokens(ui).muted;
        let hint = |word: &str, command: UiCommand| {
            let keys = command.shortcuts().first().map(|s| ui.ctx().format_shortcut(s)).unwrap_or_default();
            format!("{word} ({keys})")
        };
        let (on, back) = (hint("Next year", UiCommand::YearOn), hint("Year before", UiCommand::YearBack));
        if mark_button_coloured(ui, "›", "Next year", &on, muted).clicked() {
            actions.push(UiCommand::YearOn.into());
        }
        let (field, typed) = NumberField::new("Year", &year.to_string(), 44.0).show(ui);
        field.on_hover_text("The year of the cards and of the line in the charts. Click in a chart to choose one.");
        if let Some(year) = number(typed, "Year", "a year", actions) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates and the year is clamped")]
            actions.push(Action::Year(year.round() as i32));
        }
        if mark_button_coloured(ui, "‹", "Year before", &back, muted).clicked() {
            actions.push(UiCommand::YearBack.into());
        }
        ui.label(text::muted(ui, "Year"));
    });
}

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
            if self.selected || response.hovered() {
                let ground = if self.selected { t.selected } else { t.hover };
                ui.painter().rect_filled(rect, f32::from(space::RADIUS), ground);
            }
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
