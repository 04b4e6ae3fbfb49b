//! The zones of the window: named for screen readers, and gone to by key.
//!
//! A zone takes the keyboard itself only when it was asked for by key; Tab then goes
//! on to its first control, so that it is no stop on the way through the window.

use eframe::egui::{Context, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use strum::{EnumCount as _, IntoEnumIterator as _};

use crate::gui::theme::tokens;
use crate::t;

/// A part of the window, in the order in which Tab goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::EnumCount)]
pub enum Zone {
    /// Menus, undo and redo.
    Top,
    /// Scenarios, cities, outlook.
    Left,
    /// Tabs, cards, charts.
    Centre,
    /// The explanation, if one is open.
    Inspector,
    /// Levers.
    Right,
    /// The status line.
    Status,
}

impl Zone {
    fn id(self) -> Id {
        Id::unique(("zone", self as usize))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Top => t!("zone-top"),
            Self::Left => t!("left-name"),
            Self::Centre => t!("zone-centre"),
            Self::Inspector => t!("inspector-name"),
            Self::Right => t!("levers-name"),
            Self::Status => t!("zone-status"),
        }
    }

    /// Draws what is in the zone. `pane` is the whole of it.
    pub fn show<R>(self, ui: &mut Ui, pane: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
        let panel = ui.stack().iter().find(|stack| stack.is_panel_ui()).map_or(ui.unique_id(), |stack| stack.unique_id);
        ui.ctx().accesskit_node_builder(panel, |node| node.set_label(self.name()));
        let places = Places::at(ui.ctx());
        let asked = places.wanted == Some(self);
        if asked || ui.memory(|m| m.has_focus(self.id())) {
            let response = ui.interact(pane, self.id(), Sense::focusable_noninteractive());
            if asked {
                response.request_focus();
            }
            response.widget_info(|| WidgetInfo::labeled(Role::Group, true, self.name()));
            let stroke = Stroke::new(2.0, tokens(ui).focus);
            ui.painter().rect_stroke(pane, 0.0, stroke, StrokeKind::Inside);
        }
        let drawn = content(ui);
        Places::change(ui.ctx(), |places| {
            places.drawn[self as usize] = Some(pane);
            places.wanted = places.wanted.filter(|wanted| *wanted != self);
        });
        drawn
    }
}

/// Where the zones are, and which is gone to.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    drawn: [Option<Rect>; Zone::COUNT],
    wanted: Option<Zone>,
}

impl Places {
    fn id() -> Id {
        Id::unique("zones")
    }

    fn at(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Self::id())).unwrap_or_default()
    }

    fn change(ctx: &Context, how: impl FnOnce(&mut Self)) {
        ctx.data_mut(|data| how(data.get_temp_mut_or_default(Self::id())));
    }
}

/// Goes to the zone after the one that has the keyboard, or to the one before. What
/// was not drawn in the last frame is passed over.
pub fn go(ctx: &Context, back: bool) {
    let places = Places::at(ctx);
    let open: Vec<(Zone, Rect)> = Zone::iter().filter_map(|zone| Some((zone, places.drawn[zone as usize]?))).collect();
    let focused = ctx.memory(eframe::egui::Memory::focused);
    let by_name = open.iter().position(|(zone, _)| focused == Some(zone.id()));
    let by_place = || {
        let at = ctx.read_response(focused?)?.rect.center();
        open.iter().position(|(_, pane)| pane.contains(at))
    };
    let count = open.len();
    let next = match (by_name.or_else(by_place), back) {
        (Some(here), false) => (here + 1) % count.max(1),
        (Some(here), true) => (here + count - 1) % count.max(1),
        (None, false) => 0,
        (None, true) => count.saturating_sub(1),
    };
    let wanted = open.get(next).map(|(zone, _)| *zone);
    ctx.data_mut(|data| data.insert_temp(Places::id(), Places { drawn: [None; Zone::COUNT], wanted }));
}
