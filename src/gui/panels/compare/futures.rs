//! How probable the differences are, in words, scenario by scenario.

use eframe::egui::Ui;

use super::{Sheet, inline_tag};
use crate::gui::panels::card;
use crate::gui::theme::{space, text};
use crate::gui::widgets::steady;
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
            // About as long as it is once all shares are known.
            let mut whole: Vec<String> = Vec::new();
            for column in &columns {
                match column.standing(sheet.members, row, sheet.year, sheet.scene.background) {
                    Standing::Value(value) => {
                        let of_city = |words: String| {
                            if across { t!("charts-line", name = &column.city_name, figure = words) } else { words }
                        };
                        said.extend(words::likely(column.of, &value, &base).map(of_city));
                        whole.extend(words::likely_whole(column.of, &value, &base).map(of_city));
                    }
                    Standing::NoCity => {
                        let words = t!("compare-no-city", city = column.city_name.as_str());
                        if !said.contains(&words) {
                            whole.push(words.clone());
                            said.push(words);
                        }
                    }
                    Standing::NoValue => {}
                }
            }
            // Once is enough for all that is the same.
            said.dedup();
            whole.dedup();
            let words =
                if said.is_empty() { t!("compare-futures-follow").to_owned() } else { crate::text::apart(&said) };
            let becomes = crate::text::apart(&whole);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                inline_tag(ui, member).on_hover_text(member.title(sheet.members));
                ui.vertical(|ui| steady::label(ui, &text::unbroken(&words), &text::unbroken(&becomes)));
            });
        }
    });
}
