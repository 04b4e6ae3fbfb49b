//! The faces, embedded: Inter with tabular figures, and `JetBrains` Mono for equations.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::export::chart::faces;

/// Family of text that stands out.
pub const STRONG: &str = "strong";

const MONO: &[u8] = include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf");

/// Both weights and the face of equations, which also helps out where they lack a sign.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", faces::REGULAR), (STRONG, faces::STRONG), ("mono", MONO)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, names) in [
        (FontFamily::Proportional, &["regular", "mono"][..]),
        (FontFamily::Monospace, &["mono", "regular"]),
        (FontFamily::Name(STRONG.into()), &[STRONG, "mono"]),
    ] {
        fonts.families.insert(family, names.iter().map(|name| (*name).to_owned()).collect());
    }
    fonts
}
