//! Keys as they are written: with the names that stand on a keyboard of the language.

use eframe::egui::{Context, Key, KeyboardShortcut, ModifierNames};

use crate::t;

/// Keys as they are written on this system and in this language.
#[must_use]
pub fn written(ctx: &Context, keys: KeyboardShortcut) -> String {
    // There they are signs, not words.
    if ctx.os().is_mac() {
        return ctx.format_shortcut(&keys);
    }
    let names = ModifierNames { shift: t!("shortcuts-key-shift"), ..ModifierNames::NAMES };
    let held = names.format(&keys.modifiers, false);
    let key = name(keys.logical_key);
    if held.is_empty() { key.to_owned() } else { [&held, names.concat, key].concat() }
}

/// What stands on a key.
fn name(key: Key) -> &'static str {
    match key {
        Key::Comma => ",",
        Key::Period => ".",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Equals => "=",
        Key::Enter => t!("shortcuts-key-enter"),
        Key::PageUp => t!("shortcuts-key-page-up"),
        Key::PageDown => t!("shortcuts-key-page-down"),
        Key::ArrowLeft => t!("shortcuts-key-left"),
        Key::ArrowRight => t!("shortcuts-key-right"),
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::app::command::UiCommand;
    use crate::text::{Language, within};

    #[test]
    fn keys_are_called_as_on_the_keyboard_of_the_language() {
        let ctx = Context::default();
        ctx.set_os(eframe::egui::os::OperatingSystem::Nix);
        let keys = |language, command: UiCommand| within(language, || command.keys(&ctx));
        assert_eq!(keys(Language::En, UiCommand::YearBack), "Ctrl+,");
        assert_eq!(keys(Language::Fr, UiCommand::YearBack), "Ctrl+,");
        assert_eq!(keys(Language::Fr, UiCommand::SaveAs), "Ctrl+Maj+S");
        assert_eq!(keys(Language::Fr, UiCommand::NextCity), "Ctrl+Page suiv.");
        assert_eq!(keys(Language::Nl, UiCommand::SaveAs), "Ctrl+Shift+S");
        assert_eq!(keys(Language::En, UiCommand::ZoomIn), "Ctrl++, Ctrl+=");
        assert_eq!(keys(Language::En, UiCommand::Help), "F1");
    }
}
