//! The icons: glyphs of Phosphor that the faces of the window fall back on. They
//! stand beside words, or alone on small buttons with a name and a tooltip.

/// Open a file.
pub const OPEN: &str = "\u{e256}";
/// Start a scenario.
pub const NEW: &str = "\u{e236}";
/// Save.
pub const SAVE: &str = "\u{e248}";
/// Take a step back.
pub const UNDO: &str = "\u{e08a}";
/// Do it again.
pub const REDO: &str = "\u{e08c}";
/// Back to adopted policy, to the evidence, to all years.
pub const RESET: &str = "\u{e038}";
/// How something is computed, or what it is.
pub const INFO: &str = "\u{e2ce}";
/// Help.
pub const HELP: &str = "\u{e3e8}";
/// Light, dark, high contrast.
pub const THEME: &str = "\u{e18c}";
/// Take something away as a file.
pub const EXPORT: &str = "\u{e20c}";
/// Copy.
pub const COPY: &str = "\u{e1ca}";
/// Close, remove, send away.
pub const CLOSE: &str = "\u{e4f6}";
/// Further commands.
pub const MORE: &str = "\u{e1fe}";
/// Find.
pub const FIND: &str = "\u{e30c}";
/// The one before.
pub const BACK: &str = "\u{e138}";
/// The one after.
pub const ON: &str = "\u{e13a}";
/// A target.
pub const TARGET: &str = "\u{e47c}";
/// Hold two beside each other.
pub const DIFFER: &str = "\u{e27c}";
/// Bring together.
pub const MERGE: &str = "\u{e280}";

/// The size of an icon (points).
pub const SIZE: f32 = 14.5;

/// Whether a text is an icon, or begins with one.
#[must_use]
pub fn begins(text: &str) -> bool {
    text.starts_with(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, FontId, RawInput};

    use super::*;

    #[test]
    fn the_face_has_these_icons_and_no_others() {
        let all = [
            OPEN, NEW, SAVE, UNDO, REDO, RESET, INFO, HELP, THEME, EXPORT, COPY, CLOSE, MORE, FIND, BACK, ON, TARGET,
            DIFFER, MERGE,
        ];
        assert!(all.iter().all(|icon| begins(icon)));
        let ctx = Context::default();
        crate::gui::theme::install(&ctx);
        ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
        let face = FontId::proportional(SIZE);
        let private = '\u{e000}'..='\u{f8ff}';
        let there: Vec<String> =
            ctx.fonts_mut(|fonts| private.filter(|c| fonts.has_glyph(&face, *c)).map(String::from).collect());
        let mut named = all.to_vec();
        named.sort_unstable();
        assert_eq!(there, named);
    }
}
