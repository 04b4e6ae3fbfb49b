//! Commands without payload: each owns its text and its keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};
use strum::IntoEnumIterator as _;

use crate::session::view::Tab;

/// Something that can be asked for from a menu or by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter)]
pub enum UiCommand {
    /// Start a scenario.
    New,
    /// Open a file.
    Open,
    /// Write the scenario to its file.
    Save,
    /// Write the scenario to another file.
    SaveAs,
    /// Close the scenario.
    Close,
    /// End the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Copy the levers of the city.
    CopyLevers,
    /// Replace the levers of the city by those copied.
    PasteLevers,
    /// Set the levers of the city back to adopted policy.
    ResetCity,
    /// Set the levers of every city back to adopted policy.
    ResetAll,
    /// Look at all cities.
    AllCities,
    /// Look at the next city.
    NextCity,
    /// Look at the city before.
    PreviousCity,
    /// Show a tab.
    #[strum(disabled)]
    Show(Tab),
    /// Explain what has the keyboard.
    Explain,
    /// The explanation before.
    ExplainBack,
    /// The explanation after.
    ExplainOn,
    /// Close the explanation.
    ExplainClose,
    /// Choose the year before.
    YearBack,
    /// Choose the next year.
    YearOn,
    /// Show all of history, or the recent part.
    LongHistory,
    /// From light to dark and back.
    ToggleTheme,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As the system has it.
    ZoomReset,
    /// About the program, its data and its faces.
    About,
}

/// The keys of the tabs, in their order.
const NUMBERS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

const SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl UiCommand {
    /// Every command.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter().chain(Tab::all().map(Self::Show))
    }

    /// Its text in menus.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::New => "New scenario…",
            Self::Open => "Open…",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::Close => "Close scenario",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::CopyLevers => "Copy levers of this city",
            Self::PasteLevers => "Paste levers into this city",
            Self::ResetCity => "Reset levers of this city",
            Self::ResetAll => "Reset levers of all cities",
            Self::AllCities => "All cities",
            Self::NextCity => "Next city",
            Self::PreviousCity => "Previous city",
            Self::Show(tab) => tab.label(),
            Self::Explain => "Explain what has the keyboard",
            Self::ExplainBack => "Explanation before",
            Self::ExplainOn => "Explanation after",
            Self::ExplainClose => "Close the explanation",
            Self::YearBack => "Year before",
            Self::YearOn => "Next year",
            Self::LongHistory => "All of history in charts",
            Self::ToggleTheme => "Light or dark",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::ZoomReset => "Zoom as the system",
            Self::About => "About Making Room",
        }
    }

    /// Its keys; the first is the one shown.
    #[must_use]
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let shift = |key| KeyboardShortcut::new(SHIFT, key);
        match self {
            Self::New => vec![ctrl(Key::N)],
            Self::Open => vec![ctrl(Key::O)],
            Self::Save => vec![ctrl(Key::S)],
            Self::SaveAs => vec![shift(Key::S)],
            Self::Close => vec![ctrl(Key::W)],
            Self::Quit => vec![ctrl(Key::Q)],
            Self::Undo => vec![ctrl(Key::Z)],
            Self::Redo => vec![shift(Key::Z), ctrl(Key::Y)],
            Self::CopyLevers => vec![shift(Key::C)],
            Self::PasteLevers => vec![shift(Key::V)],
            Self::ResetCity => vec![shift(Key::R)],
            Self::ResetAll | Self::ExplainClose => Vec::new(),
            Self::AllCities => vec![ctrl(Key::G)],
            Self::NextCity => vec![ctrl(Key::PageDown)],
            Self::PreviousCity => vec![ctrl(Key::PageUp)],
            Self::Show(tab) => {
                NUMBERS.iter().zip(Tab::all()).filter(|(_, other)| *other == tab).map(|(key, _)| ctrl(*key)).collect()
            }
            Self::Explain => vec![ctrl(Key::I)],
            Self::ExplainBack => vec![KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft)],
            Self::ExplainOn => vec![KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight)],
            Self::YearBack => vec![ctrl(Key::Comma)],
            Self::YearOn => vec![ctrl(Key::Period)],
            Self::LongHistory => vec![ctrl(Key::H)],
            Self::ToggleTheme => vec![ctrl(Key::D)],
            Self::ZoomIn => vec![ctrl(Key::Plus), ctrl(Key::Equals)],
            Self::ZoomOut => vec![ctrl(Key::Minus)],
            Self::ZoomReset => vec![ctrl(Key::Num0)],
            Self::About => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
        }
    }

    /// Whether the keys mean something else while a text is being typed.
    #[must_use]
    pub const fn yields_to_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::ExplainBack | Self::ExplainOn)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_keys_or_text() {
        let (mut keys, mut texts) = (HashMap::new(), HashMap::new());
        for command in UiCommand::all() {
            assert_eq!(texts.insert(command.text(), command), None, "{command:?}");
            for shortcut in command.shortcuts() {
                assert_eq!(keys.insert(shortcut, command), None, "{command:?}");
            }
        }
        assert!(keys.len() > 20);
    }
}
