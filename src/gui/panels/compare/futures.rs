//! How probable the differences are, in words, scenario by scenario.

use eframe::egui::Ui;

use super::{Sheet, inline_tag};
use crate::gui::panels::card;
use crate::gui::theme::{space, text};
use crate::model::indicators::Indicator;
use crate::session::compare::standing::{Column, Standing};
use crate::session::compare::words;
use crate::t;

/// What is said of a city.
const SAID: [Indicator; 3] = [Indicator::ManufacturingJobs, Indicator::IndustrialFloorspace, Indicator::PublicCost];

/// Draws them.
pub fn show(ui: &mut Ui, sheet: &Sheet<'_>) {
    let of = sheet.scene.workspace.comparing.of;
    let across = sheet.is_across();
    let column = |city: &String, of| Column::new(sheet.members, city, of, sheet.year, across);
    let columns: Vec<Column> = if across {
        sheet.cities.iter().filter_map(|city| column(city, of)).collect()
    } else {
        sheet.cities.iter().flat_map(|city| SAID.iter().filter_map(move |of| column(city, *of))).collect()
    };
    let base = sheet.base();
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::title(t!("compare-futures")));
        ui.label(text::note(ui, t!("compare-futures-note", base = base.as_str())));
        ui.add_space(2.0);
        for (row, member) in sheet.members.iter().enumerate().skip(1) {
            let mut said: Vec<String> = Vec::new();
            for column in &columns {
                match column.standing(sheet.members, row, sheet.year, sheet.scene.background) {
                    Standing::Value(value) => {
                        let words = words::likely(column.of, &value, &base);
                        said.extend(words.map(
                            |words| {
                                if across { format!("{}: {words}", column.city_name) } else { words }
                            },
                        ));
                    }
                    Standing::NoCity => {
                        let words = t!("compare-no-city", city = column.city_name.as_str());
                        if !said.contains(&words) {
                            said.push(words);
                        }
                    }
                    Standing::NoValue => {}
                }
            }
            // Once is enough for all that is the same.
            said.dedup();
            let words =
                if said.is_empty() { t!("compare-futures-follow").to_owned() } else { crate::text::apart(&said) };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                inline_tag(ui, member).on_hover_text(member.title(sheet.members));
                ui.vertical(|ui| ui.label(text::unbroken(&words)));
            });
        }
    });
}
