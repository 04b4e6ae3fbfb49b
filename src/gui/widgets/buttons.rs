//! Buttons: plain, small marks, rows and tabs.

use eframe::egui::{
    Align2, Atom, AtomExt as _, Button, Color32, CursorIcon, FontId, IdSalt, IntoAtoms, Response, RichText, Role,
    Sense, Stroke, StrokeKind, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, vec2,
};

use crate::gui::theme::{icons, space, text, tokens};
use crate::t;

/// A button that is a mark without a border, such as an icon; named for a screen reader.
pub fn mark_button(ui: &mut Ui, mark: &str, name: &str, hint: &str) -> Response {
    let colour = tokens(ui).accent_text;
    mark_button_coloured(ui, mark, name, hint, colour)
}

/// As [`mark_button`], in a colour.
pub fn mark_button_coloured(ui: &mut Ui, mark: &str, name: &str, hint: &str, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::click());
    let t = tokens(ui);
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            let edge = if t.edged { t.hairline() } else { Stroke::NONE };
            ui.painter().rect(rect, 4.0, t.selected, edge, StrokeKind::Inside);
        }
        focus_ring(ui, &response);
        let font = if icons::begins(mark) { FontId::proportional(icons::SIZE) } else { text::body_font() };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, mark, font, colour);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint)
}

/// Room for an icon in a menu (points).
const ICON: Vec2 = vec2(18.0, 16.0);

/// Words for what opens a further menu, below those of items.
#[must_use]
pub fn menu_words(words: &str) -> impl IntoAtoms<'_> {
    (Atom::custom(IdSalt::new("icon"), ICON), words)
}

/// An item of a menu: words with an icon before them, or room for one, so that words
/// stand below each other; at the right its keys, if it has any.
pub fn menu_item(ui: &mut Ui, icon: &str, words: &str, keys: &str, enabled: bool) -> Response {
    let icon = RichText::new(icon).size(icons::SIZE).atom_size(ICON);
    let button = Button::new((icon, words)).shortcut_text(keys);
    // To a screen reader an icon would be an unknown sign.
    ui.add_enabled(enabled, button).accessible_name(format!("{words} {keys}").trim_end())
}

/// A small bordered letter that the pointer can press; the keyboard has another way to
/// the same.
pub fn chip_beside(ui: &mut Ui, letter: &str, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 15.0), Sense::CLICK);
    let t = tokens(ui);
    if ui.is_rect_visible(rect) {
        let ground = if response.hovered() { t.selected } else { Color32::TRANSPARENT };
        ui.painter().rect(rect, 3.0, ground, t.border(), StrokeKind::Inside);
        focus_ring(ui, &response);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, text::strong_font(text::SMALL - 1.5), t.muted);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// One of a set of tabs.
pub fn tab(ui: &mut Ui, label: &str, selected: bool) -> Response {
    let t = tokens(ui);
    let font = if selected { text::strong_font(text::BODY) } else { text::body_font() };
    let colour = if selected { t.ink } else { t.muted };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, colour);
    let size = vec2(galley.size().x + 20.0, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
        ui.painter().galley(at, galley, colour);
        if selected || response.hovered() {
            let line = if selected { t.accent } else { t.line_strong };
            ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, line));
        }
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(selected));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The width of a tab, chosen or not (points).
#[must_use]
pub fn tab_width(ui: &Ui, label: &str) -> f32 {
    ui.painter().layout_no_wrap(label.to_owned(), text::strong_font(text::BODY), Color32::PLACEHOLDER).size().x + 20.0
}

/// A title that can be pressed; what does not fit is cut.
pub fn title_button(ui: &mut Ui, words: &str, name: &str) -> Response {
    let galley = WidgetText::from(text::title(words)).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        ui.available_width(),
        text::body_font(),
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    if ui.is_rect_visible(rect) {
        let t = tokens(ui);
        let colour = if response.hovered() { t.accent_text } else { t.ink };
        ui.painter().galley_with_override_text_color(rect.min, galley, colour);
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A figure of a table that can be pressed.
pub fn figure_button(ui: &mut Ui, figure: &str, name: &str) -> Response {
    let galley = WidgetText::from(text::strong(figure)).into_galley(ui, None, f32::INFINITY, text::body_font());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    if ui.is_rect_visible(rect) {
        let t = tokens(ui);
        let colour = if response.hovered() { t.accent_text } else { t.ink };
        ui.painter().galley_with_override_text_color(rect.min, galley, colour);
        focus_ring(ui, &response);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(t!("charts-how-hint"))
}

/// A link-like button in a line of text.
pub fn text_button(ui: &mut Ui, label: &str) -> Response {
    let colour = tokens(ui).accent_text;
    ui.add(Button::new(RichText::new(label).color(colour)).frame(false)).on_hover_cursor(CursorIcon::PointingHand)
}

/// As [`text_button`], with another name for a screen reader.
pub fn named_button(ui: &mut Ui, label: &str, name: &str) -> Response {
    text_button(ui, label).accessible_name(name)
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let radius = f32::from(space::RADIUS - 2);
        ui.painter().rect_stroke(response.rect, radius, tokens(ui).ring(), StrokeKind::Inside);
    }
}
