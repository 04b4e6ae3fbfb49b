//! The faces, embedded: Inter with tabular figures, `JetBrains` Mono for equations, and
//! the icons of Phosphor.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::export::chart::faces;

/// Family of text that stands out.
pub const STRONG: &str = "strong";

const MONO: &[u8] = include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf");

/// The face of the icons.
pub const ICONS: &[u8] = include_bytes!("../../../assets/fonts/Phosphor-Subset.ttf");

/// Both weights and the face of equations, which also helps out where they lack a sign;
/// icons can stand in any text.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", faces::REGULAR), (STRONG, faces::STRONG), ("mono", MONO), ("icons", ICONS)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, names) in [
        (FontFamily::Proportional, &["regular", "mono", "icons"][..]),
        (FontFamily::Monospace, &["mono", "regular", "icons"]),
        (FontFamily::Name(STRONG.into()), &[STRONG, "mono", "icons"]),
    ] {
        fonts.families.insert(family, names.iter().map(|name| (*name).to_owned()).collect());
    }
    fonts
}
