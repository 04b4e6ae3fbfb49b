//! The colour of a lever: its group's, paler for each further lever of the group.

use eframe::egui::Color32;

use crate::export::chart::picture::PALER;
use crate::gui::theme::Tokens;
use crate::model::levers::LeverGroup;

/// The colour of a group.
pub const fn of_group(group: LeverGroup, t: &Tokens) -> Color32 {
    match group {
        LeverGroup::Zoning => t.fourth,
        LeverGroup::Rent => t.second,
        LeverGroup::Incentives => t.third,
    }
}

/// The colour of a lever that is number `place` of its group.
pub fn of_lever(group: LeverGroup, place: u8, t: &Tokens) -> Color32 {
    of_group(group, t).lerp_to_gamma(t.panel, PALER * f32::from(place.min(4)))
}
