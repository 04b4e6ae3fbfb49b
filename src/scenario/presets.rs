//! The scenarios shipped with the program.

use crate::evidence::Library;
use crate::reading::{Parsed, Problems};

use super::document::Scenario;
use super::format::{self, Opened};

/// A shipped scenario: an ordinary document that is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its id, as in `preset:ID`.
    pub id: &'static str,
    text: &'static str,
}

/// Every preset, in the order shown.
pub static ALL: [Preset; 8] = [
    preset("reference", include_str!("../../presets/scenarios/reference.ron")),
    preset("protect-and-intensify", include_str!("../../presets/scenarios/protect-and-intensify.ron")),
    preset("circular-city", include_str!("../../presets/scenarios/circular-city.ron")),
    preset("makers-renaissance", include_str!("../../presets/scenarios/makers-renaissance.ron")),
    preset("release-for-housing", include_str!("../../presets/scenarios/release-for-housing.ron")),
    preset("replay-london-2012", include_str!("../../presets/scenarios/replay-london-2012.ron")),
    preset("replay-brussels-2013", include_str!("../../presets/scenarios/replay-brussels-2013.ron")),
    preset("replay-rotterdam-2022", include_str!("../../presets/scenarios/replay-rotterdam-2022.ron")),
];

const fn preset(id: &'static str, text: &'static str) -> Preset {
    Preset { id, text }
}

/// The preset with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Preset> {
    ALL.iter().find(|preset| preset.id == id)
}

/// What a preset stands for: the first paragraph of its notes.
#[must_use]
pub fn stands_for(scenario: &Scenario) -> &str {
    scenario.notes.split("\n\n").next().unwrap_or_default()
}

impl Preset {
    /// Its text, as a file would hold it.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Opens it.
    ///
    /// # Errors
    /// Never in a build that passes its tests, unless the library is another.
    pub fn open(&self, library: &Library) -> Result<Scenario, Problems> {
        self.read(library).map(|opened| opened.scenario)
    }

    /// Opens it as a file is opened.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn read(&self, library: &Library) -> Result<Opened, Problems> {
        let file = format!("preset:{}", self.id);
        format::read(&Parsed::of(&file, self.text.to_owned())?, library)
    }
}
