//! The zones of the window. They read the session and ask for actions.

mod all_cities;
mod backcast;
mod budget;
mod cells;
mod changes;
mod chart_card;
mod city;
mod compare;
mod fit;
mod inspector;
mod left;
mod lever_info;
pub(super) mod levers;
mod messages;
mod model;
mod moved;
mod notes;
mod notices;
mod offer;
mod outlook;
mod overview;
mod own;
mod pasted;
mod rows;
mod sources;
mod space_ledger;
mod spot;
mod stakeholders;
mod status;
mod tabs;
mod take;
mod target;
mod timing;
mod top;
mod why;
pub(super) mod zone;

use std::time::Duration;

use eframe::egui::{CentralPanel, Context, Frame, Id, Margin, Memory, Panel, Rect, ScrollArea, Ui, UiBuilder, Vec2};

use self::zone::Zone;

use super::app::SaveFailure;
use super::app::action::Action;
use super::theme::{space, tokens};
use super::widgets::number_field::Typed;
use super::widgets::{hand, scroll};
use crate::session::background::Background;
use crate::session::preferences::Preferences;
use crate::session::recovery::Offer;
use crate::session::transfer::{Copied, Transfer};
use crate::session::view::{Place, Tab};
use crate::session::workspace::Workspace;
use crate::t;

/// What panels read.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// What is open.
    pub workspace: &'a Workspace,
    /// What is kept between runs.
    pub preferences: &'a Preferences,
    /// What the user must know.
    pub messages: &'a [String],
    /// Why the last thing that was typed or done was not taken.
    pub refusal: Option<&'a str>,
    /// What was just done and cannot be seen elsewhere.
    pub done: Option<&'a str>,
    /// How long the last computation took.
    pub computed_in: Duration,
    /// What is worked out in the background.
    pub background: &'a Background,
    /// What was kept when the program did not end as it should.
    pub offer: &'a Offer,
    /// The last thing that could not be saved.
    pub failure: Option<&'a SaveFailure>,
    /// Why unsaved work is not kept for the case of a crash, if so.
    pub keeping_trouble: Option<String>,
    /// Levers that were copied.
    pub copied: Option<&'a Copied>,
    /// What became of the levers last pasted.
    pub pasted: Option<&'a Transfer>,
}

/// Draws the whole window, in the order in which the keyboard goes through it.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let window = ui.available_width();
    let bar = |fill, x, y| Frame::new().fill(fill).inner_margin(Margin::symmetric(x, y));
    let pane = |ui: &mut Ui, zone: Zone, content: &mut dyn FnMut(&mut Ui)| {
        let whole = ui.clip_rect();
        zone.show(ui, whole, content);
    };
    Panel::top("top")
        .exact_size(space::TOP)
        .resizable(false)
        .frame(bar(t.panel, 14, 0))
        .show(ui, |ui| pane(ui, Zone::Top, &mut |ui| top::show(ui, scene, actions)));
    // Between the bars; the room of what is drawn after it is left free.
    let room = ui.available_rect_before_wrap();
    let middle = room.with_max_y(room.bottom() - space::STATUS);
    let mut middle = ui.new_child(UiBuilder::new().id_salt("middle").max_rect(middle));
    Panel::left("left")
        .exact_size(space::left(window))
        .resizable(false)
        .frame(bar(t.rail, 0, 0))
        .show(&mut middle, |ui| pane(ui, Zone::Left, &mut |ui| left::show(ui, scene, actions)));
    let room = middle.available_rect_before_wrap();
    let centre_room = room.with_max_x(room.right() - space::right(window));
    let mut inner = middle.new_child(UiBuilder::new().id_salt("centre").max_rect(centre_room));
    if is_moved_beside(ui.ctx(), centre_room) {
        ui.ctx().request_discard("what a control under the hand asks for is shown at once");
    } else {
        inspector::show(&mut inner, scene, actions);
        CentralPanel::no_frame()
            .frame(Frame::new().fill(t.paper))
            .show(&mut inner, |ui| pane(ui, Zone::Centre, &mut |ui| centre(ui, scene, actions)));
    }
    Panel::right("right")
        .exact_size(space::right(window))
        .resizable(false)
        .frame(bar(t.rail, 0, 0))
        .show(&mut middle, |ui| pane(ui, Zone::Right, &mut |ui| levers::show(ui, scene, actions)));
    Panel::bottom("status")
        .exact_size(space::STATUS)
        .resizable(false)
        .frame(bar(t.panel, 14, 0))
        .show(ui, |ui| pane(ui, Zone::Status, &mut |ui| status::show(ui, scene, actions)));
}

/// The control that the hand moves, in the first of the two passes of a frame: what it
/// asks for is carried out between them, and nobody sees what the first one draws. It
/// has the keyboard, too, so nothing else can lose that by not being drawn. What a hand
/// on a slider asks for is carried out already.
fn moved_control(ctx: &Context) -> Option<Id> {
    let is_first = ctx.current_pass_index() == 0 && ctx.options(|o| o.max_passes.get() > 1);
    let held = ctx.dragged_id().filter(|_| is_first)?;
    if hand::is_followed(ctx, held) {
        return None;
    }
    let is_moving = ctx.input(|i| i.pointer.delta() != Vec2::ZERO);
    (is_moving && ctx.memory(Memory::focused) == Some(held)).then_some(held)
}

/// Whether the hand moves a control beside a part of the window, so that the part need
/// not be drawn in this pass.
fn is_moved_beside(ctx: &Context, part: Rect) -> bool {
    let place = moved_control(ctx).and_then(|held| ctx.read_response(held)).map(|response| response.rect);
    place.is_some_and(|rect| !part.intersects(rect))
}

fn centre(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let view = &scene.workspace.view;
    let margin = Margin::symmetric(14, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        tabs::show(ui, scene, actions);
        moved::show(ui, scene, actions);
        ui.add_space(space::XS);
        messages::refusal(ui, scene, actions);
    });
    // The control of the year is above all of this.
    if !actions.is_empty() && is_moved_beside(ui.ctx(), ui.available_rect_before_wrap()) {
        return;
    }
    // Every tab is as wide as one that scrolls, beside its bar.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width() - margin.sum().x;
    // These scroll their parts by themselves.
    if let Tab::Sources | Tab::Model = view.tab {
        Frame::new().inner_margin(Margin { bottom: 10, ..margin }).show(ui, |ui| {
            ui.set_max_width(width);
            messages::show(ui, scene, actions);
            pasted::show(ui, scene, actions);
            match view.tab {
                Tab::Model => model::show(ui, scene, actions),
                _ => sources::show(ui, scene, actions),
            }
        });
        return;
    }
    let area = ScrollArea::vertical()
        .id_salt(("centre", view.tab.id(), matches!(view.place, Place::All)))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            Frame::new().inner_margin(Margin { bottom: 16, ..margin }).show(ui, |ui| {
                ui.set_max_width(width);
                messages::show(ui, scene, actions);
                pasted::show(ui, scene, actions);
                match (view.tab, &view.place) {
                    (Tab::Space, _) => space_ledger::show(ui, scene, actions),
                    (Tab::Why, _) => why::show(ui, scene, actions),
                    (Tab::Changes, _) => changes::show(ui, scene, actions),
                    (Tab::Compare, _) => compare::show(ui, scene, actions),
                    (Tab::Backcast, _) => backcast::show(ui, scene, actions),
                    (Tab::Budget, _) => budget::show(ui, scene, actions),
                    (Tab::Stakeholders, _) => stakeholders::show(ui, scene, actions),
                    (Tab::Fit, _) => fit::show(ui, scene, actions),
                    (Tab::About, _) => notes::show(ui, scene, actions),
                    (Tab::Overview, Place::All) => all_cities::show(ui, scene, actions),
                    (Tab::Sectors, Place::All) => {
                        ui.add_space(space::M);
                        ui.label(t!("cities-choose"));
                    }
                    (Tab::Overview, Place::City(id)) => overview::show(ui, scene, id, actions),
                    (Tab::Sectors, Place::City(id)) => city::sectors(ui, scene, id, actions),
                    (Tab::Sources | Tab::Model, _) => {}
                }
            });
            scroll::keys(ui);
        });
    scroll::name(ui, &area, view.tab.label());
}

/// Why something typed into a field is not taken.
fn refusal(field: &str, written: &str, expected: &str) -> String {
    t!("window-refused", field = field, written = written.trim(), expected = expected)
}

/// The number typed into a field; anything else is refused.
fn number(typed: Option<Typed>, field: &str, expected: &str, actions: &mut Vec<Action>) -> Option<f64> {
    match typed? {
        Typed::Number(value, _) => Some(value),
        Typed::Unread(written) => {
            actions.push(Action::Refuse(refusal(field, &written, expected)));
            None
        }
    }
}

/// A white card around something.
fn card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.panel)
        .stroke(t.hairline())
        .corner_radius(space::RADIUS)
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, content);
}
