//! The guided tour as it is drawn: a ring around the control of the step, and
//! beside it a callout that never keeps from using it.

mod placement;
pub mod spot;
mod words;

use eframe::egui::accesskit::{self, Live, Role};
use eframe::egui::{
    Align, Area, Context, EventFilter, FontId, Frame, Id, Label, LayerId, Layout, Margin, Order, Painter, Rect,
    ScrollArea, Shape, Stroke, StrokeKind, Ui, pos2,
};

use self::placement::{Placed, Side};
use self::words::{Words, title};
use super::app::action::Action;
use super::app::command::UiCommand;
use super::theme::{Tokens, icons, space, text, tokens};
use super::widgets::buttons::mark_button_coloured;
use super::widgets::scroll;
use crate::session::tour::{Step, Tour, Touring};
use crate::session::workspace::Workspace;
use crate::t;

/// Between a control and the ring around it (points).
const RING: f32 = 4.0;
/// Inside a callout (points).
const MARGIN: Margin = Margin::symmetric(14, 10);
/// About how high everything around the text is (points).
const AROUND: f32 = 126.0;
/// The least height of the text, which scrolls then (points).
const LEAST: f32 = 18.0;
/// The line around it (points).
const EDGE: f32 = 1.5;
/// The sides at which a callout of a step goes if there is room.
const fn sides(step: Step) -> &'static [Side] {
    match step {
        Step::Window => &[Side::Above, Side::Right],
        Step::Lever => &[Side::Left, Side::Below],
        Step::Card | Step::Why => &[Side::Right, Side::Below],
        Step::Year | Step::Undo | Step::Keep => &[Side::Below],
    }
}

/// Draws the step at which the tour is.
pub fn show(ui: &Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    let Some(tour) = &workspace.tour else { return };
    let (ctx, step) = (ui.ctx(), tour.step());
    let id = Id::unique(("tour", step));
    let whole = ctx.content_rect();
    let callout = Callout { tour, words: Words::of(tour, workspace, ctx), target: spot::seen(ctx, step) };
    // What is around the text, as it was last drawn; at first about that.
    let around = ctx.data(|d| d.get_temp::<f32>(id)).unwrap_or(AROUND);
    let height = |width: f32| around + callout.text_height(ui, width);
    let target = callout.target.map(|rect| rect.expand(RING).intersect(whole));
    let placed = match target {
        Some(target) => placement::beside(whole, target, sides(step), height),
        None => placement::aside(whole, height),
    };
    if let Some(target) = target {
        let painter = Painter::new(ctx.clone(), LayerId::new(Order::Middle, id.with("ring")), whole);
        ring(&painter, tokens(ui), target);
    }
    let name = t!("tour-name", step = step.number(), count = Step::COUNT, title = title(step));
    let area = Area::new(id)
        .order(Order::Middle)
        .fixed_pos(placed.rect.min)
        .default_size(placed.rect.size())
        .movable(false)
        .role(Role::Group)
        .accessible_name(name);
    let drawn = area.show(ctx, |ui| {
        let text = callout.draw(ui, placed.rect, around, actions);
        let bounds = ui.min_rect();
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            let [x0, y0, x1, y1] = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].map(f64::from);
            node.set_bounds(accesskit::Rect { x0, y0, x1, y1 });
        });
        bounds.height() - text
    });
    arrow(ui, &placed, id);
    if (drawn.inner - around).abs() > 0.5 {
        ctx.data_mut(|d| d.insert_temp(id, drawn.inner));
        ctx.request_repaint();
    }
}

/// A step with what it says and what it points at.
struct Callout<'a> {
    tour: &'a Tour,
    words: Words,
    target: Option<Rect>,
}

impl Callout<'_> {
    /// How high the part is that scrolls where there is no room.
    fn text_height(&self, ui: &Ui, width: f32) -> f32 {
        let inner = inner(width);
        let task = |task: &str| high(ui, task, text::strong_font(text::BODY), inner) + space::XS;
        high(ui, &self.words.text, text::body_font(), inner) + self.words.task.as_deref().map_or(0.0, task) + 1.0
    }

    /// The buttons in their order, with what they ask for.
    fn buttons(&self, ctx: &Context) -> Vec<(&'static str, Touring)> {
        let step = self.tour.step();
        let mut all = Vec::new();
        let is_away = self.target.is_none() && !spot::is_coming(ctx, step);
        if is_away || self.tour.is_task() && !self.tour.is_done() {
            all.push((t!("tour-show"), Touring::Show));
        }
        if step.before().is_some() {
            all.push((t!("tour-back"), Touring::Back));
        }
        all.push((if step.next().is_some() { t!("tour-next") } else { t!("tour-finish") }, Touring::Next));
        all
    }

    /// Draws it into a room; `around` is what is around the text. How high the text is.
    fn draw(&self, ui: &mut Ui, room: Rect, around: f32, actions: &mut Vec<Action>) -> f32 {
        let t = tokens(ui);
        let frame = Frame::popup(ui.style()).inner_margin(MARGIN).stroke(Stroke::new(EDGE, t.accent));
        frame
            .show(ui, |ui| {
                ui.set_width(inner(room.width()));
                ui.spacing_mut().item_spacing.y = space::XS;
                self.heading(ui, actions);
                let most = (room.height() - around).max(LEAST);
                let area = ScrollArea::vertical().id_salt(self.tour.step()).max_height(most).auto_shrink([false, true]);
                let area = area.show(ui, |ui| self.text(ui));
                scroll::name(ui, &area, self.words.title);
                ui.add_space(space::XS);
                self.answers(ui, actions);
                ui.label(text::note(ui, text::unbroken(&keys(ui.ctx()))));
                area.inner_rect.height()
            })
            .inner
    }

    fn heading(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        ui.horizontal(|ui| {
            ui.set_height(18.0);
            let step = self.tour.step();
            ui.label(text::note(ui, t!("tour-step", step = step.number(), count = Step::COUNT)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let hint = format!("{} (Esc)", t!("tour-end"));
                if mark_button_coloured(ui, icons::CLOSE, t!("tour-end"), &hint, tokens(ui).muted).clicked() {
                    actions.push(Action::Tour(Touring::End));
                }
            });
        });
        ui.add(Label::new(text::lead(self.words.title)).wrap());
    }

    fn text(&self, ui: &mut Ui) {
        let said = ui.add(Label::new(&self.words.text).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        if let Some(task) = &self.words.task {
            let t = tokens(ui);
            let colour = if self.tour.is_done() { t.good } else { t.accent_text };
            let task = ui.add(Label::new(text::strong(task).color(colour)).wrap());
            ui.ctx().accesskit_node_builder(task.id, |node| node.set_live(Live::Polite));
        }
    }

    fn answers(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let begins = spot::begins(ui.ctx(), self.tour.step());
        let buttons = self.buttons(ui.ctx());
        // What is to be done first has the keyboard when the step begins.
        let first = buttons.iter().position(|(_, asked)| *asked == Touring::Show).unwrap_or(buttons.len() - 1);
        ui.horizontal_wrapped(|ui| {
            for (at, (words, asked)) in buttons.into_iter().enumerate() {
                let words = if at == first { text::strong(words) } else { words.into() };
                // Named by what it asks for: others may come and go before it.
                let button = ui.push_id(asked, |ui| ui.button(words)).inner;
                if begins && at == first {
                    button.request_focus();
                }
                // Arrows do not lead from here into the window behind.
                let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
                ui.memory_mut(|m| m.set_focus_lock_filter(button.id, arrows));
                if button.clicked() {
                    actions.push(Action::Tour(asked));
                }
            }
        });
    }
}

/// The room for text in a callout of a width.
fn inner(width: f32) -> f32 {
    (width - MARGIN.sum().x - 2.0 * EDGE).max(40.0)
}

/// How high a text is in a width.
fn high(ui: &Ui, words: &str, font: FontId, width: f32) -> f32 {
    ui.painter().layout(words.to_owned(), font, tokens(ui).ink, width).size().y
}

/// The keys of the tour.
fn keys(ctx: &Context) -> String {
    t!("tour-keys", on = UiCommand::TourOn.keys(ctx), back = UiCommand::TourBack.keys(ctx))
}

/// A ring around a control.
fn ring(painter: &Painter, t: &Tokens, target: Rect) {
    let radius = f32::from(space::RADIUS) + 2.0;
    painter.rect_stroke(target, radius, Stroke::new(6.0, t.accent.gamma_multiply(0.22)), StrokeKind::Outside);
    painter.rect_stroke(target, radius, Stroke::new(2.0, t.accent), StrokeKind::Middle);
}

/// The arrow from a callout to what it speaks of.
fn arrow(ui: &Ui, placed: &Placed, id: Id) {
    let Some((tip, side)) = placed.arrow else { return };
    let (length, half) = (placement::GAP - 2.0, 7.0);
    let base = match side {
        Side::Right => [pos2(tip.x + length, tip.y - half), pos2(tip.x + length, tip.y + half)],
        Side::Left => [pos2(tip.x - length, tip.y + half), pos2(tip.x - length, tip.y - half)],
        Side::Below => [pos2(tip.x + half, tip.y + length), pos2(tip.x - half, tip.y + length)],
        Side::Above => [pos2(tip.x - half, tip.y - length), pos2(tip.x + half, tip.y - length)],
    };
    let layer = LayerId::new(Order::Middle, id.with("ring"));
    let painter = Painter::new(ui.ctx().clone(), layer, ui.ctx().content_rect());
    painter.add(Shape::convex_polygon(vec![tip, base[0], base[1]], tokens(ui).accent, Stroke::NONE));
}
