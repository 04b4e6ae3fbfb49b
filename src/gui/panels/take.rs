//! The menu with which a chart is copied or saved.

use eframe::egui::{Popup, PopupCloseBehavior, Response, Ui};

use super::{Scene, number};
use crate::export::chart::picture::Picture;
use crate::export::chart::svg;
use crate::gui::app::action::Action;
use crate::gui::app::taken::{Destination, Format, Taken};
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button, mark_button_coloured, menu_item};
use crate::gui::widgets::number_field::NumberField;
use crate::t;

/// Widths to choose from (pixels): for a page, for a slide, for print.
const WIDTHS: [u32; 3] = [800, 1600, 2400];
/// Width of the menu (points).
const MENU: f32 = 230.0;

/// A small button with the menu. The picture is made when it is wanted.
pub fn button(
    ui: &mut Ui,
    scene: &Scene<'_>,
    name: &str,
    picture: impl Fn() -> Option<Picture>,
    actions: &mut Vec<Action>,
) {
    let words = t!("take-button", chart = name);
    let button = mark_button_coloured(ui, icons::EXPORT, &words, t!("take-hint"), tokens(ui).muted);
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU)
        .show(|ui| menu(ui, scene, &picture, actions));
}

/// The numbers of a chart for the clipboard.
pub fn numbers(scene: &Scene<'_>, picture: Option<Picture>) -> Option<Action> {
    let (format, destination) = (Format::Csv, Destination::Clipboard);
    let width = scene.workspace.view.picture_width;
    Some(Action::take(Taken { picture: picture?, format, destination, width }))
}

/// A small button that brings all years back, on a chart that shows some of them.
/// Whether it was pressed.
pub fn all_years(ui: &mut Ui, name: &str, zoomed_from: Option<(i32, i32)>, hint: &str) -> bool {
    if zoomed_from.is_none() {
        return false;
    }
    let name = t!("graph-all-years-on", chart = name);
    mark_button(ui, icons::RESET, &name, hint).clicked()
}

/// The same menu under the right button of the pointer.
pub fn beside(
    response: &Response,
    scene: &Scene<'_>,
    picture: impl Fn() -> Option<Picture>,
    actions: &mut Vec<Action>,
) {
    Popup::context_menu(response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU)
        .show(|ui| menu(ui, scene, &picture, actions));
}

fn menu(ui: &mut Ui, scene: &Scene<'_>, picture: &impl Fn() -> Option<Picture>, actions: &mut Vec<Action>) {
    ui.spacing_mut().interact_size.y = 22.0;
    let width = scene.workspace.view.picture_width;
    let mut item = |ui: &mut Ui, words: &str, format, destination| {
        let icon = if destination == Destination::Clipboard { icons::COPY } else { icons::EXPORT };
        if menu_item(ui, icon, words, "", true).clicked() {
            actions.extend(picture().map(|picture| Action::take(Taken { picture, format, destination, width })));
            ui.close();
        }
    };
    item(ui, t!("take-copy-csv"), Format::Csv, Destination::Clipboard);
    item(ui, t!("take-copy-png"), Format::Png, Destination::Clipboard);
    item(ui, t!("take-copy-svg"), Format::Svg, Destination::Clipboard);
    ui.separator();
    item(ui, t!("take-save-csv"), Format::Csv, Destination::File);
    item(ui, t!("take-save-png"), Format::Png, Destination::File);
    item(ui, t!("take-save-svg"), Format::Svg, Destination::File);
    ui.separator();
    ui.label(text::note(ui, t!("take-size")));
    for choice in WIDTHS {
        let (wide, high) = svg::size(choice);
        let words = t!("take-pixels", width = wide.to_string(), height = high.to_string());
        if ui.radio(width == choice, words).clicked() {
            actions.push(Action::PictureWidth(choice));
        }
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(t!("take-width"));
        let shown = width.to_string();
        let (field, typed) = NumberField::new(t!("take-width"), &shown, 70.0).show(ui);
        field.on_hover_text(t!("take-width-hint"));
        let (least, most) = (svg::NARROWEST, svg::WIDEST);
        let expected = t!("take-width-expected", least = least.to_string(), most = most.to_string());
        if let Some(value) = number(typed, t!("take-width"), &expected, actions) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is clamped to a few thousand"
            )]
            let value = value.clamp(f64::from(least), f64::from(most)).round() as u32;
            actions.push(Action::PictureWidth(value));
        }
    });
}
