//! The faces: Inter with tabular figures, embedded.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

/// Family of text that stands out.
pub const STRONG: &str = "strong";

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/MakingRoomSans-Regular.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/MakingRoomSans-SemiBold.otf");

/// Both weights, and no other face.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", REGULAR), (STRONG, SEMI_BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, name) in [
        (FontFamily::Proportional, "regular"),
        (FontFamily::Monospace, "regular"),
        (FontFamily::Name(STRONG.into()), STRONG),
    ] {
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts
}
