//! Who decides, who gains and who loses: the parties of a city.

use eframe::egui::{Align, Label, Layout, Rect, Response, RichText, Role as Seen, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Scene, card};
use crate::gui::app::action::Action;
use crate::gui::theme::{icons, space, state, text, tokens};
use crate::gui::widgets::buttons::{focus_ring, mark_button_coloured, named_button};
use crate::gui::widgets::disclosure;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::parties::{HEAVIEST, Party};
use crate::scenario::edit::ScenarioEdit;
use crate::session::figures::Display;
use crate::session::stakeholders::{Concern, Conflict, Fare, Standing, conflicts};
use crate::words;
use crate::{t, text as texts};

/// Height of the row of a party (points).
const ROW: f32 = 30.0;
/// Width kept for how a party fares (points).
const FARE: f32 = 104.0;
/// The least that a bar of full length stands for, in strides.
const SPAN: f64 = 1.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.add_space(space::XS);
    ui.label(text::title(t!("stakeholders-title")));
    ui.label(text::note(ui, t!("stakeholders-about")));
    ui.add_space(space::S);
    for id in scene.workspace.cities_in_view() {
        let Some(pack) = scene.workspace.library().packs.get(id) else { continue };
        ui.push_id(id, |ui| city(ui, scene, pack, actions));
        ui.add_space(space::S);
    }
}

fn city(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, actions: &mut Vec<Action>) {
    let standings = scene.workspace.standings(&pack.id);
    let year = scene.workspace.view.year;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        header(ui, scene, pack, actions);
        if standings.is_empty() {
            ui.label(text::note(ui, t!("stakeholders-none")));
            return;
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        let span = standings.iter().filter_map(|s| s.balance).fold(SPAN, |most, balance| most.max(balance.abs()));
        for standing in &standings {
            party(ui, scene, (pack, span), standing, actions);
        }
        ui.add_space(space::S);
        ui.label(text::strong(t!("stakeholders-conflicts", year = year.to_string())));
        let found = conflicts(&standings);
        if found.is_empty() {
            ui.label(text::note(ui, t!("stakeholders-no-conflicts")));
        }
        for each in &found {
            conflict(ui, pack, each);
        }
    });
}

fn header(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(text::title(t!(
            "stakeholders-city",
            city = words::city(pack),
            year = scene.workspace.view.year.to_string()
        )));
        let weighed =
            scene.workspace.document().scenario().cities.get(&pack.id).is_some_and(|plan| !plan.concerns.is_empty());
        if weighed {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = t!("stakeholders-reset-name", city = words::city(pack));
                if named_button(ui, t!("stakeholders-reset"), &name).clicked() {
                    actions.push(Action::Edit(ScenarioEdit::ResetConcerns(pack.id.clone()), None));
                }
                ui.label(RichText::new(t!("stakeholders-own")).size(text::SMALL).color(tokens(ui).accent_text));
            });
        }
    });
}

fn party(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (pack, span): (&CityPack, f64),
    standing: &Standing<'_>,
    actions: &mut Vec<Action>,
) {
    let id = ui.make_persistent_id(("party", standing.id));
    let open = disclosure::is_open(ui, id);
    if row(ui, standing, span, open).clicked() {
        disclosure::toggle(ui, id);
    }
    if open {
        ui.indent(id.with("more"), |ui| {
            more(ui, scene, pack, standing, actions);
            ui.add_space(space::XS);
        });
    }
}

/// A party in one row: name and role, and how it fares as a bar with a word.
fn row(ui: &mut Ui, standing: &Standing<'_>, span: f64, open: bool) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let role = role_name(standing.party);
    let fare = fare_name(standing.fare);
    if ui.is_rect_visible(rect) {
        state::ground(ui.painter(), rect, t, false, response.hovered());
        focus_ring(ui, &response);
        let bar = ((rect.width() - FARE) * 0.32).clamp(60.0, 560.0);
        let names = rect.width() - FARE - bar - space::M;
        let mark = if open { "▼" } else { "▶" };
        let mut inside = ui.new_child(
            eframe::egui::UiBuilder::new()
                .max_rect(Rect::from_min_size(rect.min + vec2(6.0, 0.0), vec2(names - 12.0, ROW)))
                .layout(Layout::left_to_right(Align::Center)),
        );
        inside.spacing_mut().item_spacing.x = space::S;
        inside.painter().text(
            pos2(rect.left() + 12.0, rect.center().y),
            eframe::egui::Align2::CENTER_CENTER,
            mark,
            text::small_font(),
            t.muted,
        );
        inside.add_space(16.0);
        paint(&mut inside, text::strong(words::party(standing.party)));
        paint(&mut inside, text::note(ui, role));
        let room = Rect::from_min_size(pos2(rect.right() - FARE - bar, rect.top()), vec2(bar, ROW));
        balance(ui, room, standing.balance.unwrap_or(0.0) / span);
        let colour = match standing.fare {
            Fare::Gains => t.good,
            Fare::Loses => t.bad,
            Fare::Torn => t.ink,
            Fare::Untouched => t.muted,
        };
        ui.painter().text(
            rect.right_center() - vec2(6.0, 0.0),
            eframe::egui::Align2::RIGHT_CENTER,
            fare,
            text::strong_font(text::BODY),
            colour,
        );
    }
    let spoken = t!("stakeholders-row", party = words::party(standing.party), role = role, fare = fare);
    response.widget_info(|| WidgetInfo::selected(Seen::Button, ui.is_enabled(), open, &spoken));
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand).on_hover_text(spoken)
}

/// Words inside a row that is pressed as a whole; what does not fit is cut.
fn paint(ui: &mut Ui, words: RichText) {
    let font = text::body_font();
    let room = ui.available_width();
    if room < 8.0 {
        return;
    }
    let galley =
        eframe::egui::WidgetText::from(words).into_galley(ui, Some(eframe::egui::TextWrapMode::Truncate), room, font);
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let ink = tokens(ui).ink;
    ui.painter().galley(rect.min, galley, ink);
}

/// Losses to the left of the middle, gains to the right; ±1 fills half of the room.
fn balance(ui: &Ui, room: Rect, balance: f64) {
    let t = tokens(ui);
    let middle = room.center();
    ui.painter().vline(middle.x, room.top() + 6.0..=room.bottom() - 6.0, (1.0, t.line_strong));
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let length = balance.clamp(-1.0, 1.0) as f32 * (room.width() / 2.0 - 4.0);
    let bar = Rect::from_two_pos(pos2(middle.x, middle.y - 4.0), pos2(middle.x + length, middle.y + 4.0));
    ui.painter().rect_filled(bar, 2.0, if balance < 0.0 { t.bad } else { t.good });
}

fn more(ui: &mut Ui, scene: &Scene<'_>, pack: &CityPack, standing: &Standing<'_>, actions: &mut Vec<Action>) {
    let party = standing.party;
    match &party.position {
        Some(position) => {
            ui.add(Label::new(format!("{} ({})", position.text, position.year)).wrap());
            let source = scene.workspace.library().source(Some(pack), &position.source);
            let citation = source.map_or(position.source.as_str(), |source| source.citation.as_str());
            ui.add(
                Label::new(text::note(
                    ui,
                    t!("stakeholders-source", source = citation, label = words::label(position.label)),
                ))
                .wrap(),
            );
        }
        None => {
            ui.label(text::note(ui, t!("stakeholders-no-position")));
        }
    }
    if !party.decides.is_empty() {
        let levers: Vec<&str> = party.decides.iter().map(|lever| words::lever(*lever)).collect();
        ui.add(Label::new(text::note(ui, t!("stakeholders-decides", levers = levers.join(", ")))).wrap());
    }
    ui.add_space(space::XS);
    ui.label(text::note(ui, t!("stakeholders-cares")));
    for concern in &standing.concerns {
        weight(ui, pack, standing, concern, actions);
    }
}

/// One thing to care about: how much, by two buttons, and what becomes of it.
fn weight(ui: &mut Ui, pack: &CityPack, standing: &Standing<'_>, concern: &Concern, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    let name = words::indicator(concern.indicator);
    let full = t!("stakeholders-weight-name", concern = name, party = words::party(standing.party));
    let set = |weight: Option<f64>| {
        let edit = ScenarioEdit::SetConcern {
            city: pack.id.clone(),
            party: standing.id.to_owned(),
            indicator: concern.indicator,
            weight,
        };
        Action::Edit(edit, None)
    };
    ui.horizontal(|ui| {
        ui.set_height(20.0);
        ui.spacing_mut().item_spacing.x = space::XS;
        let less = t!("stakeholders-less", what = full.as_str());
        let more = t!("stakeholders-more", what = full.as_str());
        if mark_button_coloured(ui, "−", &less, &less, t.ink).clicked() {
            actions.push(set(Some((concern.weight - 1.0).max(-HEAVIEST))));
        }
        if mark_button_coloured(ui, "+", &more, &more, t.ink).clicked() {
            actions.push(set(Some((concern.weight + 1.0).min(HEAVIEST))));
        }
        let wish = wish(concern.weight);
        let colour = if concern.chosen { t.accent_text } else { t.muted };
        ui.allocate_ui(vec2(150.0, 18.0), |ui| {
            ui.set_min_width(150.0);
            ui.label(RichText::new(&wish).size(text::SMALL).color(colour));
        });
        let ink = if concern.weight == 0.0 { t.muted } else { t.ink };
        ui.label(RichText::new(name).color(ink));
        let gain = concern.gain();
        let colour = if gain > 0.0 {
            t.good
        } else if gain < 0.0 {
            t.bad
        } else {
            t.muted
        };
        ui.label(RichText::new(change(pack, concern.indicator, concern.change)).color(colour));
        if concern.chosen {
            let reset = t!("stakeholders-weight-reset", what = full.as_str());
            if mark_button_coloured(ui, icons::RESET, &reset, &reset, t.accent_text).clicked() {
                actions.push(set(None));
            }
        }
    });
}

fn conflict(ui: &mut Ui, pack: &CityPack, conflict: &Conflict<'_>) {
    let names = |parties: &[&Party]| parties.iter().map(|party| words::party(party)).collect::<Vec<_>>().join(", ");
    let what =
        format!("{} {}", words::indicator(conflict.indicator), change(pack, conflict.indicator, conflict.change));
    ui.add(Label::new(text::strong(what)).wrap());
    let t = tokens(ui);
    for (words, colour, parties) in [
        (t!("stakeholders-pleased"), t.good, &conflict.pleased),
        (t!("stakeholders-displeased"), t.bad, &conflict.displeased),
    ] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.label(RichText::new(words).size(text::SMALL).color(colour));
            ui.label(RichText::new(names(parties)).size(text::SMALL));
        });
    }
    ui.add_space(2.0);
}

/// A change with its unit.
fn change(pack: &CityPack, of: Indicator, change: f64) -> String {
    Display::of(of, change, &pack.currency).change(change).line()
}

fn wish(weight: f64) -> String {
    let times = format!("{:.0}", weight.abs());
    if weight > 0.0 {
        t!("stakeholders-wants-more", times = times)
    } else if weight < 0.0 {
        t!("stakeholders-wants-less", times = times)
    } else {
        t!("stakeholders-wants-neither").to_owned()
    }
}

fn role_name(party: &Party) -> &'static str {
    let id: &'static str = party.role.into();
    texts::of("role", id).unwrap_or(id)
}

fn fare_name(fare: Fare) -> &'static str {
    match fare {
        Fare::Gains => t!("stakeholders-gains"),
        Fare::Loses => t!("stakeholders-loses"),
        Fare::Torn => t!("stakeholders-torn"),
        Fare::Untouched => t!("stakeholders-untouched"),
    }
}
