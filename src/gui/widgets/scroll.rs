//! What egui leaves to whoever uses a scroll area: a name for its bars, and that what
//! has the keyboard comes into view.

use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Key, Modifiers, Response, Ui, vec2};

use crate::t;

/// The share of the view that a page key moves it by.
const PAGE: f32 = 0.9;
/// What stays free above and below what comes into view (points).
const AROUND: f32 = 12.0;

/// Names the bars of a scroll area for a screen reader.
pub fn name<R>(ui: &Ui, area: &ScrollAreaOutput<R>, what: &str) {
    for direction in [0_usize, 1] {
        let bar = area.id.with(direction);
        if ui.ctx().has_accesskit_node(bar) {
            let words = match direction {
                0 => t!("window-scroll-sideways", what = what),
                _ => t!("window-scroll-up-down", what = what),
            };
            ui.ctx().accesskit_node_builder(bar, |node| node.set_label(words));
        }
    }
}

/// The last thing in a scroll area: what has just got the keyboard comes into view,
/// and Page Up and Page Down turn pages.
pub fn keys(ui: &mut Ui) {
    let focused = ui.memory(eframe::egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let focused = focused.filter(|response| response.layer_id == ui.layer_id());
    follow(ui, focused.as_ref());
    pages(ui, focused.as_ref());
}

/// Scrolls to what has just got the keyboard, if it is in this area and not wholly
/// in view.
fn follow(ui: &Ui, focused: Option<&Response>) {
    let seen = ui.unique_id().with("followed");
    let id = focused.map(|response| response.id);
    if ui.data(|data| data.get_temp::<Option<Id>>(seen)).flatten() == id {
        return;
    }
    ui.data_mut(|data| data.insert_temp(seen, id));
    let Some(response) = focused else { return };
    let (view, rect, shown) = (ui.clip_rect(), response.rect, response.interact_rect);
    // Where a widget is cut off tells which area cuts it.
    let above = rect.top() < view.top() && (shown.top() - view.top()).abs() < 1.0;
    let below = rect.bottom() > view.bottom() && (shown.bottom() - view.bottom()).abs() < 1.0;
    if view.x_range().contains(rect.center().x) && (above || below) {
        ui.scroll_to_rect_animation(rect.expand2(vec2(0.0, AROUND)), None, ScrollAnimation::none());
    }
}

/// Turns pages, unless what has the keyboard has a use of its own for the keys, as
/// fields and everything with a handle do.
fn pages(ui: &mut Ui, focused: Option<&Response>) {
    let view = ui.clip_rect();
    let here = |response: &Response| view.contains(response.rect.center()) && !response.sense.senses_drag();
    if !focused.is_some_and(here) {
        return;
    }
    let page = |key, by: f32| {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta_animation(vec2(0.0, by * view.height()), ScrollAnimation::none());
        }
    };
    page(Key::PageDown, -PAGE);
    page(Key::PageUp, PAGE);
}
