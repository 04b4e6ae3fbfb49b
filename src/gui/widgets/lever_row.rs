//! One lever in two lines: name, grade, value and reset; below them the slider.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align, CursorIcon, Layout, Rect, Response, Role, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, vec2,
};

use super::buttons::{chip, focus_ring, mark_button};
use super::gesture;
use super::number_field::NumberField;
use super::slider::{Moved, Slider};
use crate::gui::theme::{space, text, tokens};

/// The narrowest field for a value (points).
const VALUE_WIDTH: f32 = 44.0;

/// What a row shows.
#[derive(Clone, Debug)]
pub struct LeverRow<'a> {
    /// The lever's name.
    pub label: &'a str,
    /// The accessible name: the lever's name and the city.
    pub name: &'a str,
    /// A sentence for the tooltip of the name.
    pub hint: &'a str,
    /// The evidence grade, where the row has one.
    pub grade: Option<&'a str>,
    /// The value.
    pub value: f64,
    /// The value with its unit.
    pub text: &'a str,
    /// The reference.
    pub reference: f64,
    /// Both ends.
    pub range: RangeInclusive<f64>,
    /// What evidence covers.
    pub evidence: Option<RangeInclusive<f64>>,
    /// What an arrow key moves.
    pub step: f64,
    /// Whether the value differs from the reference.
    pub changed: bool,
    /// Whether the information below the row is open.
    pub open: bool,
}

/// What the user did with a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowEvent {
    /// Set the value, within a gesture.
    Set(f64, u64),
    /// Asked for the reference.
    Reset,
    /// Opened or closed the information.
    Toggle,
}

impl LeverRow<'_> {
    /// Draws the row over the whole width.
    pub fn show(&self, ui: &mut Ui) -> Option<RowEvent> {
        let mut event = None;
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        let builder = UiBuilder::new().max_rect(line).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            if self.changed {
                let name = format!("Reset {}", self.name);
                if mark_button(ui, "↺", &name, "Back to adopted policy").clicked() {
                    event = Some(RowEvent::Reset);
                }
            } else {
                ui.add_space(18.0 + space::XS);
            }
            let field_name = format!("{}, value", self.name);
            let font = text::strong_font(text::BODY);
            let wanted = ui.painter().layout_no_wrap(self.text.to_owned(), font, tokens(ui).ink).size().x;
            let width = (wanted + 14.0).max(VALUE_WIDTH);
            let (field, typed) = NumberField::new(&field_name, self.text, width).show(ui);
            if let Some(value) = typed {
                let value = value.clamp(*self.range.start(), *self.range.end());
                event = Some(RowEvent::Set(value, gesture::fresh(ui)));
            }
            field.on_hover_text("Type a value");
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if self.heading(ui) {
                    event = Some(RowEvent::Toggle);
                }
            });
        });
        let slider = Slider {
            name: self.name,
            text: self.text,
            value: self.value,
            reference: self.reference,
            range: self.range.clone(),
            evidence: self.evidence.clone(),
            step: self.step,
        };
        match slider.show(ui).1 {
            Some(Moved::To(value, gesture)) => event = Some(RowEvent::Set(value, gesture)),
            Some(Moved::Reset) if self.changed => event = Some(RowEvent::Reset),
            _ => {}
        }
        event
    }

    /// The name, which opens the information, and the grade. True when pressed.
    fn heading(&self, ui: &mut Ui) -> bool {
        let t = tokens(ui);
        let chip_width = if self.grade.is_some() { 16.0 + space::XS } else { 0.0 };
        let width = (ui.available_width() - chip_width - 14.0).max(20.0);
        let galley =
            WidgetText::from(self.label).into_galley(ui, Some(TextWrapMode::Truncate), width, text::body_font());
        let cut = galley.elided;
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, 18.0), Sense::click());
        let mut hint = self.hint.to_owned();
        if cut {
            hint = format!("{}\n{hint}", self.label);
        }
        if ui.is_rect_visible(rect) {
            triangle(ui, rect, self.open, &response);
            let colour = if response.hovered() { t.accent_text } else { t.ink };
            let at = rect.left_center() + vec2(12.0, -galley.size().y / 2.0);
            ui.painter().galley_with_override_text_color(at, galley, colour);
            focus_ring(ui, &response);
        }
        response.widget_info(|| {
            WidgetInfo::selected(Role::DisclosureTriangle, ui.is_enabled(), self.open, format!("About {}", self.name))
        });
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
        let mut pressed = response.clicked();
        if let Some(grade) = self.grade {
            let name = format!("Evidence grade {grade}, {}", self.name);
            let hint = format!("Evidence grade {grade}: {}", grade_text(grade));
            pressed |= chip(ui, grade, &name).on_hover_text(hint).clicked();
        }
        pressed
    }
}

/// The disclosure mark at the left of a row.
fn triangle(ui: &Ui, rect: Rect, open: bool, response: &Response) {
    let t = tokens(ui);
    let colour = if response.hovered() { t.accent_text } else { t.muted };
    let centre = rect.left_center() + vec2(4.0, 0.0);
    let points = if open {
        vec![centre + vec2(-3.5, -2.0), centre + vec2(3.5, -2.0), centre + vec2(0.0, 3.0)]
    } else {
        vec![centre + vec2(-2.0, -3.5), centre + vec2(3.0, 0.0), centre + vec2(-2.0, 3.5)]
    };
    ui.painter().add(eframe::egui::Shape::convex_polygon(points, colour, eframe::egui::Stroke::NONE));
}

/// What a grade means.
fn grade_text(grade: &str) -> &'static str {
    match grade {
        "A" => "quasi-experimental and locally relevant",
        "B" => "quasi-experimental elsewhere, or counts",
        "C" => "descriptive",
        _ => "judgement",
    }
}
