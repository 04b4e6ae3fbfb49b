//! The year under the pointer, which every chart in view shows faintly.
//!
//! It is no part of the session: nothing depends on it, and it must cost no second
//! pass over the window while the pointer moves.

use eframe::egui::{Id, Ui};

/// Who points at which year, and in which pass that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pointed {
    by: Id,
    year: i32,
    pass: u64,
}

fn id() -> Id {
    Id::unique("the year under the pointer")
}

/// Says that the pointer is at a year of this chart, or at none. Charts drawn
/// before follow in the next frame.
pub fn set(ui: &Ui, by: Id, year: Option<i32>) {
    let pass = ui.ctx().cumulative_pass_nr();
    let before: Option<Pointed> = ui.data(|d| d.get_temp(id()));
    match (year, before) {
        (Some(year), before) => {
            ui.data_mut(|d| d.insert_temp(id(), Pointed { by, year, pass }));
            if before.map(|b| (b.by, b.year)) != Some((by, year)) {
                ui.ctx().request_repaint();
            }
        }
        (None, Some(before)) if before.by == by => {
            ui.data_mut(|d| d.remove::<Pointed>(id()));
            ui.ctx().request_repaint();
        }
        _ => {}
    }
}

/// The year that the pointer is at in another chart.
#[must_use]
pub fn elsewhere(ui: &Ui, than: Id) -> Option<i32> {
    let pass = ui.ctx().cumulative_pass_nr();
    let pointed: Pointed = ui.data(|d| d.get_temp(id()))?;
    // A chart that is not drawn any more points at nothing.
    (pointed.by != than && pointed.pass + 2 >= pass).then_some(pointed.year)
}
