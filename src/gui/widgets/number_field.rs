//! A number that can be typed: it shows value and unit, and takes what was
//! written when the user leaves it or presses Enter. Escape takes it back.

use eframe::egui::text::CCursorRange;
use eframe::egui::{Align, Color32, FontId, Frame, Key, Margin, Response, Stroke, TextEdit, Ui, vec2};

use crate::gui::theme::{space, text, tokens};
use crate::units;

/// What was typed into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A number, and as it was written.
    Number(f64, String),
    /// Something that is no number, or one in another unit.
    Unread(String),
}

/// What a field shows.
#[derive(Clone, Debug)]
pub struct NumberField<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// The number with its unit.
    pub text: &'a str,
    /// Width (points).
    pub width: f32,
    /// The face.
    pub font: FontId,
    /// Whether it has an edge at all times, as in a form.
    pub has_edge: bool,
}

impl<'a> NumberField<'a> {
    /// A field in the heavier face.
    #[must_use]
    pub fn new(name: &'a str, text: &'a str, width: f32) -> Self {
        Self { name, text, width, font: text::strong_font(text::BODY), has_edge: false }
    }

    /// Draws the field. `Some` when the user has typed something and left the field.
    pub fn show(self, ui: &mut Ui) -> (Response, Option<Typed>) {
        let Self { name, text, width, font, has_edge } = self;
        let read = |written: String| match units::parse(&written, text) {
            Some(value) => Typed::Number(value, written),
            None => Typed::Unread(written),
        };
        let Line { response, written } = line(ui, name, text, width, font, (Align::Max, has_edge));
        (response, written.map(read))
    }
}

/// A field for a line of text, on the same terms.
pub fn text_field(ui: &mut Ui, name: &str, text: &str, width: f32) -> (Response, Option<String>) {
    let Line { response, written } = line(ui, name, text, width, text::body_font(), (Align::Min, true));
    (response, written)
}

struct Line {
    response: Response,
    written: Option<String>,
}

fn line(ui: &mut Ui, name: &str, text: &str, width: f32, font: FontId, (align, has_edge): (Align, bool)) -> Line {
    let t = tokens(ui);
    let id = ui.make_persistent_id((name, "field"));
    let kept = ui.data(|d| d.get_temp::<String>(id));
    let mut buffer = kept.clone().unwrap_or_else(|| text.to_owned());
    let focused = ui.memory(|m| m.has_focus(id));
    let edge = match (focused, has_edge) {
        (true, _) => t.ring(),
        (false, true) => t.hairline(),
        (false, false) => Stroke::NONE,
    };
    let frame = Frame::new()
        .fill(if focused { t.panel } else { Color32::TRANSPARENT })
        .stroke(edge)
        .corner_radius(space::RADIUS - 2)
        .inner_margin(Margin::symmetric(4, 1));
    let mut output = TextEdit::singleline(&mut buffer)
        .id(id)
        .font(font)
        .frame(frame)
        .align(eframe::egui::Align2([align, Align::Center]))
        .desired_width(width)
        .min_size(vec2(width, 20.0))
        .show(ui);
    let response = output.response.response.clone().accessible_name(name);
    // What is wider than the field is read by pointing at it.
    let is_cut = !focused && output.galley.size().x > width;
    let response = if is_cut { response.on_hover_text(text) } else { response };
    if !focused && response.hovered() {
        ui.painter().rect_stroke(
            response.rect,
            f32::from(space::RADIUS - 2),
            t.border(),
            eframe::egui::StrokeKind::Inside,
        );
    }
    if response.gained_focus() {
        let all = CCursorRange::select_all_str(&buffer);
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), id);
    }
    let mut written = None;
    if response.lost_focus() {
        let cancelled = ui.input(|i| i.key_pressed(Key::Escape));
        let last = if response.changed() { Some(buffer) } else { kept };
        written = last.filter(|last| !cancelled && last != text);
        ui.data_mut(|d| d.remove::<String>(id));
    } else if response.has_focus() {
        ui.data_mut(|d| d.insert_temp(id, buffer));
    } else if response.changed() {
        // A screen reader writes without going there.
        written = Some(buffer).filter(|buffer| buffer != text);
    }
    Line { response, written }
}
