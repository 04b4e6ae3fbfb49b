//! One lever: name, grade, value and reset; below them the slider.

use std::ops::RangeInclusive;
use std::sync::Arc;

use eframe::egui::epaint::text::PlacedRow;
use eframe::egui::{
    Align, CursorIcon, Galley, Id, Key, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::buttons::{chip_beside, focus_ring, mark_button};
use super::number_field::{NumberField, Typed};
use super::slider::{Moved, Slider};
use super::{explain, gesture};
use crate::gui::theme::{icons, space, text, tokens};
use crate::model::levers::Grade;
use crate::t;
use crate::words;

/// The narrowest field for a value (points).
const VALUE_WIDTH: f32 = 44.0;

/// The room for the mark that resets (points).
const MARK: f32 = 18.0;
/// Height of the line of the name (points).
const LINE: f32 = 20.0;
/// How many lines a long name may have.
const LINES: usize = 3;
/// The room for the mark that opens the information (points).
const TRIANGLE: f32 = 12.0;
/// The room for the grade (points).
const GRADE: f32 = 16.0;

/// What a row shows.
#[derive(Clone, Debug)]
pub struct LeverRow<'a> {
    /// The lever's name.
    pub label: &'a str,
    /// The accessible name: the lever's name and the city.
    pub name: &'a str,
    /// A sentence for the tooltip of the name.
    pub hint: &'a str,
    /// What a screen reader says of the slider beside its value.
    pub description: &'a str,
    /// The evidence grade, where the row has one.
    pub grade: Option<Grade>,
    /// The value.
    pub value: f64,
    /// The value with its unit.
    pub text: &'a str,
    /// The reference.
    pub reference: f64,
    /// Both ends.
    pub range: RangeInclusive<f64>,
    /// Both ends in words, with the unit.
    pub span: &'a str,
    /// What evidence covers.
    pub evidence: Option<RangeInclusive<f64>>,
    /// What an arrow key moves.
    pub step: f64,
    /// Whether the value differs from the reference.
    pub changed: bool,
    /// Whether the information below the row is open.
    pub open: bool,
    /// Whether the user comes here from elsewhere: the row is brought into view and
    /// its slider has the keyboard.
    pub wanted: bool,
    /// What it is about, for a hand that is followed before it is drawn.
    pub about: Id,
}

/// What the user did with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum RowEvent {
    /// Set the value, within a gesture.
    Set(f64, u64),
    /// Typed something that is no value of the lever.
    Refused(String),
    /// Asked for the reference.
    Reset,
    /// Opened or closed the information.
    Toggle,
    /// Asked how it counts.
    Explain,
}

impl LeverRow<'_> {
    /// Draws the row over the whole width. The keyboard goes from the slider to
    /// the value, then to the reset and to the information.
    pub fn show(&self, ui: &mut Ui) -> Option<RowEvent> {
        let room = ui.available_width();
        let width = self.value_width(ui).min(room - MARK - space::XS);
        let label = self.label(ui, room - MARK - 2.0 * space::XS - width);
        let height = LINE + label.size().y - label.rows.first().map_or(0.0, |row| row.height());
        let (lines, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        let (slider, mut event) = self.slider(ui);
        if self.wanted {
            slider.request_focus();
            ui.scroll_to_rect(lines.union(slider.rect), Some(Align::Center));
        }
        // All but a long name stands in the first line.
        let line = lines.with_max_y(lines.top() + LINE);
        let mark = line.with_min_x(line.right() - MARK);
        let value = Rect::from_min_max(pos2(mark.left() - space::XS - width, line.top()), mark.left_bottom());
        let value = value.with_max_x(value.left() + width);
        let heading = lines.with_max_x(value.left() - space::XS);
        let at = |ui: &mut Ui, rect: Rect| {
            let layout = Layout::left_to_right(Align::Center);
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
            child.spacing_mut().item_spacing.x = space::XS;
            child
        };
        let field_name = t!("levers-value", name = self.name);
        let (field, typed) = NumberField::new(&field_name, self.text, width).show(&mut at(ui, value));
        match typed {
            Some(Typed::Number(value, _)) if self.range.contains(&value) => {
                event = Some(RowEvent::Set(value, gesture::fresh(ui.ctx())));
            }
            Some(Typed::Number(_, written) | Typed::Unread(written)) => event = Some(RowEvent::Refused(written)),
            None => {}
        }
        if explain::is_asked(ui, &slider) || explain::is_asked(ui, &field) {
            event = Some(RowEvent::Explain);
        }
        let span = self.span;
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_description(span));
        if field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
            slider.request_focus();
        }
        field.on_hover_text(t!("levers-type"));
        if self.changed {
            let name = t!("levers-reset", what = self.name);
            if mark_button(&mut at(ui, mark), icons::RESET, &name, t!("levers-back")).clicked() {
                event = Some(RowEvent::Reset);
            }
        }
        if self.heading(&mut at(ui, heading), &label) {
            event = Some(RowEvent::Toggle);
        }
        event
    }

    /// The width of the field for the value.
    fn value_width(&self, ui: &Ui) -> f32 {
        let font = text::strong_font(text::BODY);
        let wanted = ui.painter().layout_no_wrap(self.text.to_owned(), font, tokens(ui).ink).size().x;
        (wanted + 14.0).max(VALUE_WIDTH)
    }

    fn slider(&self, ui: &mut Ui) -> (Response, Option<RowEvent>) {
        let slider = Slider {
            name: self.name,
            description: self.description,
            text: self.text,
            value: self.value,
            reference: self.reference,
            range: self.range.clone(),
            evidence: self.evidence.clone(),
            step: self.step,
            about: Some(self.about),
        };
        let (response, moved) = slider.show(ui);
        let event = match moved {
            Some(Moved::To(value, gesture)) => Some(RowEvent::Set(value, gesture)),
            Some(Moved::Reset) => self.changed.then_some(RowEvent::Reset),
            None => None,
        };
        (response, event)
    }

    /// The name, in as many lines as it needs of those it may have.
    fn label(&self, ui: &Ui, room: f32) -> Arc<Galley> {
        let room = (room - TRIANGLE - 2.0).max(20.0);
        let label = text::in_lines(ui, self.label, room, LINES);
        let end = label.rows.last().map_or(0.0, |row| row.rect().right());
        // The grade stands after the last word.
        let grade = if self.grade.is_some() { GRADE + space::XS } else { 0.0 };
        if end + grade <= room { label } else { text::in_lines(ui, self.label, (room - grade).max(20.0), LINES) }
    }

    /// The name, which opens the information, and the grade. True when pressed.
    fn heading(&self, ui: &mut Ui, label: &Arc<Galley>) -> bool {
        let t = tokens(ui);
        let cut = label.elided;
        let room = ui.max_rect();
        let rect = Rect::from_min_size(room.min + vec2(0.0, 1.0), vec2(label.size().x + TRIANGLE, room.height() - 2.0));
        let response = ui.allocate_rect(rect, Sense::click());
        let mut hint = self.hint.to_owned();
        if cut {
            hint = format!("{}\n{hint}", self.label);
        }
        if ui.is_rect_visible(rect) {
            triangle(ui, rect.with_max_y(rect.top() + LINE - 2.0), self.open, &response);
            let colour = if response.hovered() { t.accent_text } else { t.ink };
            let at = rect.left_center() + vec2(TRIANGLE, -label.size().y / 2.0);
            ui.painter().galley_with_override_text_color(at, Arc::clone(label), colour);
            focus_ring(ui, &response);
        }
        response.widget_info(|| {
            let about = t!("levers-about", name = self.name);
            WidgetInfo::selected(Role::DisclosureTriangle, ui.is_enabled(), self.open, about)
        });
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
        let mut pressed = response.clicked();
        if let Some(grade) = self.grade {
            let letter: &'static str = grade.into();
            let name = t!("levers-grade", grade = letter, name = self.name);
            let last = label.rows.last().map_or(Rect::ZERO, PlacedRow::rect);
            let at = rect.left_center() + vec2(TRIANGLE + space::XS + last.right(), last.top() - label.size().y / 2.0);
            let place = Rect::from_min_size(at, vec2(GRADE, LINE));
            let chip = chip_beside(&mut ui.new_child(UiBuilder::new().max_rect(place)), letter, &name);
            let hint = || t!("levers-grade-hint", grade = letter, words = words::grade(grade));
            pressed |= chip.on_hover_ui(|ui| drop(ui.label(hint()))).clicked();
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
