//! Which scenarios are compared, and with which: the key to all colours at the
//! same time.

use eframe::egui::{
    Align, ComboBox, CursorIcon, Layout, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::{Sheet, highlight, tag};
use crate::gui::app::action::{Action, Comparing};
use crate::gui::app::command::UiCommand;
use crate::gui::panels::{card, chart_card};
use crate::gui::theme::{space, state, text, tokens};
use crate::gui::widgets::buttons::{focus_ring, text_button};
use crate::gui::widgets::scroll;
use crate::session::compare::selection::{Candidate, Member};
use crate::session::document::Document;
use crate::session::view::Place;
use crate::t;
use crate::words;

/// The most of the tab's height that the choice takes; beyond that it scrolls.
const SHARE: f32 = 0.24;
/// The least width of a scenario (points).
const WIDTH: f32 = 210.0;
/// Width of the choice of what the others are compared with (points).
const AGAINST: f32 = 190.0;
/// Height of a scenario (points).
const ROW: f32 = 22.0;

/// Something to choose.
struct Choice<'a> {
    candidate: Candidate,
    title: String,
    /// The accessible name.
    name: String,
    hint: &'a str,
}

/// Draws the choice.
pub fn show(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<Action>) {
    header(ui, sheet, actions);
    ui.add_space(space::XS);
    let workspace = sheet.scene.workspace;
    let open: Vec<Choice<'_>> = workspace.documents().iter().map(|document| choice(sheet, document)).collect();
    let offers = workspace.offers().iter();
    let presets: Vec<Choice<'_>> = offers
        .map(|offer| {
            let title = words::preset(&offer.title);
            // A preset that is open, too, has the same title twice.
            let name = if open.iter().any(|choice| choice.title == title) {
                t!("compare-member-preset", scenario = title)
            } else {
                t!("compare-member", scenario = title)
            };
            Choice { candidate: Candidate::Preset(offer.preset.id), title: title.to_owned(), name, hint: &offer.about }
        })
        .collect();
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let most = (ui.clip_rect().height() * SHARE).max(120.0);
        let area = ScrollArea::vertical().id_salt("compare which").max_height(most).auto_shrink([false, true]);
        let area = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal_wrapped(|ui| {
                ui.label(text::section(ui, t!("compare-open")));
                ui.add_space(space::S);
                if text_button(ui, t!("compare-add")).on_hover_text(t!("compare-add-hint")).clicked() {
                    actions.push(UiCommand::Open.into());
                }
                if text_button(ui, t!("compare-everything-open")).clicked() {
                    actions.push(Action::Compare(Comparing::ChooseOpen(true)));
                }
                if text_button(ui, t!("compare-nothing")).clicked() {
                    actions.push(Action::Compare(Comparing::ChooseOpen(false)));
                }
            });
            choices(ui, sheet, &open, actions);
            ui.add_space(space::XS);
            ui.label(text::section(ui, t!("compare-presets")));
            choices(ui, sheet, &presets, actions);
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("compare-which"));
    });
}

fn choice<'a>(sheet: &Sheet<'_>, document: &'a Document) -> Choice<'a> {
    let candidate = Candidate::Open(document.id);
    let member = sheet.members.iter().find(|member| member.candidate == candidate);
    let title = member.map_or_else(|| document.title().to_owned(), |member| member.title(sheet.members));
    let name = t!("compare-member", scenario = title.as_str());
    Choice { candidate, title, name, hint: document.title() }
}

fn choices(ui: &mut Ui, sheet: &Sheet<'_>, all: &[Choice<'_>], actions: &mut Vec<Action>) {
    let columns = chart_card::columns(ui.available_width(), WIDTH, all.len().max(4));
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = ui.available_width() / columns as f32 - 4.0;
    for row in all.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for choice in row {
                let member = sheet.members.iter().find(|member| member.candidate == choice.candidate);
                let response = checkbox(ui, choice, member, width);
                if response.clicked() {
                    actions.push(Action::Compare(Comparing::Choose(choice.candidate, member.is_none())));
                }
                if let Some(member) = member {
                    highlight(ui, &response, member.slot);
                }
            }
        });
    }
}

/// A box to tick, with line, mark and letter of a scenario that takes part.
fn checkbox(ui: &mut Ui, choice: &Choice<'_>, member: Option<&Member<'_>>, width: f32) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    if ui.is_rect_visible(rect) {
        state::ground(ui.painter(), rect, t, false, response.hovered());
        tick_box(ui, rect.left_center() + vec2(9.0, 0.0), member.is_some());
        let mut x = rect.left() + 22.0;
        if let Some(member) = member {
            x = tag(ui, rect.with_min_x(x), member);
        }
        let words = WidgetText::from(choice.title.as_str());
        let room = (rect.right() - x - 4.0).max(0.0);
        let galley = words.into_galley(ui, Some(TextWrapMode::Truncate), room, text::body_font());
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, galley, if member.is_some() { t.ink } else { t.muted });
        focus_ring(ui, &response);
    }
    let ticked = member.is_some();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), ticked, choice.name.as_str()));
    let hint = if choice.hint.is_empty() { choice.title.as_str() } else { choice.hint };
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(format!("{}\n{hint}", choice.title))
}

/// The box, ticked or not.
fn tick_box(ui: &Ui, centre: Pos2, ticked: bool) {
    let t = tokens(ui);
    let rect = Rect::from_center_size(centre, vec2(13.0, 13.0));
    let ground = if ticked { t.accent_text } else { t.panel };
    let line = if ticked { t.accent_text } else { t.muted };
    ui.painter().rect(rect, 3.0, ground, Stroke::new(t.outline, line), StrokeKind::Inside);
    if ticked {
        let points = [vec2(-3.4, 0.2), vec2(-1.0, 2.8), vec2(3.6, -2.8)].map(|offset| centre + offset);
        ui.painter().line(points.to_vec(), Stroke::new(1.7, t.panel));
    }
}

/// The title, and the choice of what the others are compared with.
fn header(ui: &mut Ui, sheet: &Sheet<'_>, actions: &mut Vec<Action>) {
    let workspace = sheet.scene.workspace;
    let place = match &workspace.view.place {
        Place::All => t!("compare-all-cities"),
        Place::City(id) => workspace.library().packs.get(id).map_or(id.as_str(), words::city),
    };
    let title = t!("compare-title", place = place, year = sheet.year.to_string());
    let Some(base) = sheet.members.first() else { return drop(ui.label(text::title(title))) };
    let choice = |ui: &mut Ui, actions: &mut Vec<Action>| {
        let name = base.name(sheet.members);
        let combo = ComboBox::from_id_salt("compare against").selected_text(&name).width(AGAINST).truncate();
        let response = combo.show_ui(ui, |ui| {
            for member in sheet.members {
                if ui.selectable_label(member.is_base, member.name(sheet.members)).clicked() {
                    actions.push(Action::Compare(Comparing::Against(member.candidate)));
                }
            }
        });
        response.response.accessible_name(t!("compare-against-name", scenario = name));
    };
    let against = |ui: &mut Ui| drop(ui.label(text::muted(ui, t!("compare-against"))));
    let taken = text::width(ui, &title, text::strong_font(text::TITLE))
        + text::width(ui, t!("compare-against"), text::body_font())
        + 4.0 * space::S;
    if taken + AGAINST > ui.available_width() {
        ui.label(text::title(title));
        ui.horizontal(|ui| {
            against(ui);
            choice(ui, actions);
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.label(text::title(title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            choice(ui, actions);
            against(ui);
        });
    });
}
