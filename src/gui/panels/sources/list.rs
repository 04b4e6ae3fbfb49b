//! The list: only the rows in view are drawn; the keyboard moves the choice.

use eframe::egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Rect, RichText, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::Scene;
use crate::evidence::entries::Entry;
use crate::explain::explanation::number;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, state, text, tokens};
use crate::gui::widgets::buttons::focus_ring;
use crate::gui::widgets::scroll;
use crate::session::search::Search;
use crate::t;
use crate::units::SPACE;
use crate::words;

/// Height of a row (points).
const ROW: f32 = 38.0;
/// Rows that Page Up and Page Down move.
const PAGE: isize = 12;

/// Draws the list.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, found: &[usize], actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let chosen = workspace.search.chosen;
    let at = chosen.and_then(|chosen| found.iter().position(|position| *position == chosen));
    let choose = |position: usize| Action::Search(Search { chosen: Some(position), ..workspace.search.clone() });
    if found.is_empty() {
        ui.label(text::muted(ui, t!("sources-nothing")));
        return;
    }
    let room = ui.available_rect_before_wrap();
    let whole = ui.interact(room, ui.scope_id().with("list of entries"), Sense::focusable_noninteractive());
    whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), t!("sources-list", count = found.len())));
    let moved = keys(ui, &whole, at, found.len());
    if let Some(to) = moved.and_then(|to| found.get(to)) {
        actions.push(choose(*to));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let id = Id::unique("entries shown at");
    let shown_at = ui.data(|d| d.get_temp::<Option<usize>>(id)).flatten();
    let mut area = ScrollArea::vertical().id_salt("entries").auto_shrink([false, false]);
    // What is chosen from elsewhere, or by key, comes into view.
    if let Some(row) = at.filter(|_| shown_at != chosen) {
        area = area.vertical_scroll_offset((as_f32(row) * ROW - room.height() * 0.4).max(0.0));
    }
    ui.data_mut(|d| d.insert_temp(id, chosen));
    let area = area.show_rows(ui, ROW, found.len(), |ui, range| {
        for position in &found[range] {
            let Some(entry) = workspace.catalogue().at(*position) else { continue };
            if row(ui, *position, entry, chosen == Some(*position)) {
                // A row that is pressed is in view already.
                ui.data_mut(|d| d.insert_temp(id, Some(*position)));
                whole.request_focus();
                actions.push(choose(*position));
            }
        }
    });
    scroll::name(ui, &area, t!("sources-entries"));
    focus_ring(ui, &whole);
}

/// Where the keys move the choice.
fn keys(ui: &Ui, whole: &eframe::egui::Response, at: Option<usize>, count: usize) -> Option<usize> {
    if !whole.has_focus() {
        return None;
    }
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(whole.id, arrows));
    let last = isize::try_from(count).ok()? - 1;
    let now = at.and_then(|at| isize::try_from(at).ok());
    let to = ui.input(|i| {
        let pressed = |key| i.key_pressed(key);
        match now {
            _ if pressed(Key::Home) => Some(0),
            _ if pressed(Key::End) => Some(last),
            None if pressed(Key::ArrowDown) || pressed(Key::Enter) => Some(0),
            Some(now) if pressed(Key::ArrowDown) => Some(now + 1),
            Some(now) if pressed(Key::ArrowUp) => Some(now - 1),
            Some(now) if pressed(Key::PageDown) => Some(now + PAGE),
            Some(now) if pressed(Key::PageUp) => Some(now - PAGE),
            _ => None,
        }
    })?;
    usize::try_from(to.clamp(0, last)).ok()
}

/// A row in two lines. Whether it was pressed.
fn row(ui: &mut Ui, position: usize, entry: &Entry, chosen: bool) -> bool {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("entry", position)), Sense::CLICK);
    state::ground(ui.painter(), rect.shrink2(vec2(0.0, 1.0)), t, chosen, response.hovered());
    let value = entry.value.map_or_else(String::new, number);
    let label = entry.confidence.map_or("", words::label);
    let year = entry.year.map_or_else(String::new, |year| format!(" · {year}"));
    let (top, below) = (rect.top() + 12.0, rect.top() + 27.0);
    let (left, right) = (rect.left() + 8.0, rect.right() - 12.0);
    let painter = ui.painter();
    let unit = if entry.unit.is_empty() || value.is_empty() {
        String::new()
    } else {
        format!("{SPACE}{}", words::unit(&entry.unit))
    };
    let at = painter.text(pos2(right, top), Align2::RIGHT_CENTER, format!("{value}{unit}"), text::body_font(), t.ink);
    let weak = entry.confidence.is_some_and(crate::model::provenance::Label::is_assumption);
    let colour = if weak { t.accent_text } else { t.muted };
    let known = painter.text(pos2(right, below), Align2::RIGHT_CENTER, label, text::small_font(), colour);
    let cut = |words: &str, font, colour, end: Rect| {
        let room = (end.left() - left - space::M).max(30.0);
        let words = RichText::new(words).font(font).color(colour);
        WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Truncate), room, text::body_font())
    };
    let first = cut(&entry.label, text::body_font(), t.ink, at);
    painter.galley(pos2(left, top - first.size().y / 2.0), first, t.ink);
    let second = format!("{} · {}{year}", words::kind(entry.kind.text()), entry.id);
    let second = cut(&second, text::small_font(), t.muted, known);
    painter.galley(pos2(left, below - second.size().y / 2.0), second, t.muted);
    response.widget_info(|| {
        let parts = [entry.label.as_str(), entry.id.as_str(), &format!("{value}{unit}{year}"), label];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        WidgetInfo::labeled(Role::ListBoxOption, ui.is_enabled(), parts.join(", "))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

#[expect(clippy::cast_precision_loss, reason = "a row of a list")]
const fn as_f32(n: usize) -> f32 {
    n as f32
}
