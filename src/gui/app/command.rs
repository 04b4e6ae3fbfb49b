//! Commands without payload: each owns its text and its keys.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};
use strum::IntoEnumIterator as _;

use super::keys;
use crate::gui::theme::icons;
use crate::model::levers::LeverGroup;
use crate::session::help::Section;
use crate::session::preferences::ThemeChoice;
use crate::session::view::Tab;
use crate::t;

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
    /// Set the levers of a group back to adopted policy, in the city.
    #[strum(disabled)]
    ResetGroup(LeverGroup),
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
    /// Zoom all charts back to all years.
    AllYears,
    /// From light to dark and back.
    ToggleTheme,
    /// Choose a theme.
    #[strum(disabled)]
    Theme(ThemeChoice),
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As the system has it.
    ZoomReset,
    /// Go to the next part of the window.
    NextZone,
    /// Go to the part of the window before.
    PreviousZone,
    /// Find a command, a city, a lever or a preset by its name.
    Palette,
    /// Open or close Help.
    Help,
    /// Begin the guided tour, or begin it again.
    Tour,
    /// The next step of the tour.
    TourOn,
    /// The step of the tour before.
    TourBack,
    /// Open a part of Help.
    #[strum(disabled)]
    HelpOn(Section),
    /// Open a copy of the scenario.
    Duplicate,
    /// Give the scenario another title.
    Rename,
    /// Copy the scenario as text.
    CopyScenario,
    /// Open the scenario of a text that was copied.
    PasteScenario,
    /// Show in what the scenario differs from its file.
    CompareWithSaved,
    /// Show in what two scenarios differ.
    Differ,
    /// Bring two people's changes together.
    Merge,
}

/// The keys of the tabs, in their order.
const NUMBERS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

const SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl UiCommand {
    /// Every command.
    pub fn all() -> impl Iterator<Item = Self> {
        let groups = LeverGroup::iter().map(Self::ResetGroup);
        let themes = ThemeChoice::iter().map(Self::Theme);
        let help = Section::all().map(Self::HelpOn);
        Self::iter().chain(groups).chain(Tab::all().map(Self::Show)).chain(themes).chain(help)
    }

    /// Its text in menus.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::New => t!("command-new"),
            Self::Open => t!("command-open"),
            Self::Save => t!("command-save"),
            Self::SaveAs => t!("command-save-as"),
            Self::Close => t!("command-close"),
            Self::Quit => t!("command-quit"),
            Self::Undo => t!("command-undo"),
            Self::Redo => t!("command-redo"),
            Self::CopyLevers => t!("command-copy-levers"),
            Self::PasteLevers => t!("command-paste-levers"),
            Self::ResetGroup(LeverGroup::Zoning) => t!("lever-reset-zoning"),
            Self::ResetGroup(LeverGroup::Rent) => t!("lever-reset-rent"),
            Self::ResetGroup(LeverGroup::Incentives) => t!("lever-reset-incentives"),
            Self::ResetCity => t!("command-reset-city"),
            Self::ResetAll => t!("command-reset-all"),
            Self::AllCities => t!("command-all-cities"),
            Self::NextCity => t!("command-next-city"),
            Self::PreviousCity => t!("command-previous-city"),
            Self::Show(tab) => tab.label(),
            Self::Explain => t!("command-explain"),
            Self::ExplainBack => t!("command-explain-back"),
            Self::ExplainOn => t!("command-explain-on"),
            Self::ExplainClose => t!("command-explain-close"),
            Self::YearBack => t!("command-year-back"),
            Self::YearOn => t!("command-year-on"),
            Self::LongHistory => t!("command-long-history"),
            Self::AllYears => t!("graph-all-years"),
            Self::ToggleTheme => t!("command-toggle-theme"),
            Self::Theme(ThemeChoice::System) => t!("theme-system"),
            Self::Theme(ThemeChoice::Light) => t!("theme-light"),
            Self::Theme(ThemeChoice::Dark) => t!("theme-dark"),
            Self::Theme(ThemeChoice::HighContrast) => t!("theme-high-contrast"),
            Self::ZoomIn => t!("command-zoom-in"),
            Self::ZoomOut => t!("command-zoom-out"),
            Self::ZoomReset => t!("command-zoom-reset"),
            Self::NextZone => t!("zone-next"),
            Self::PreviousZone => t!("zone-previous"),
            Self::Palette => t!("command-palette"),
            Self::Help => t!("command-help"),
            Self::Tour => t!("command-tour"),
            Self::TourOn => t!("command-tour-on"),
            Self::TourBack => t!("command-tour-back"),
            Self::HelpOn(section) => section.label(),
            Self::Duplicate => t!("merge-command-duplicate"),
            Self::Rename => t!("merge-command-rename"),
            Self::CopyScenario => t!("merge-command-copy"),
            Self::PasteScenario => t!("merge-command-paste"),
            Self::CompareWithSaved => t!("merge-command-saved"),
            Self::Differ => t!("merge-command-differ"),
            Self::Merge => t!("merge-command-merge"),
        }
    }

    /// Its icon, where one is known to everybody; else nothing.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::New => icons::NEW,
            Self::Open => icons::OPEN,
            Self::Save | Self::SaveAs => icons::SAVE,
            Self::Close => icons::CLOSE,
            Self::Undo => icons::UNDO,
            Self::Redo => icons::REDO,
            Self::CopyLevers | Self::CopyScenario | Self::Duplicate => icons::COPY,
            Self::ResetGroup(_) | Self::ResetCity | Self::ResetAll | Self::AllYears => icons::RESET,
            Self::ToggleTheme | Self::Theme(_) => icons::THEME,
            Self::Palette => icons::FIND,
            Self::Explain => icons::INFO,
            Self::ExplainBack => icons::BACK,
            Self::ExplainOn => icons::ON,
            Self::HelpOn(_) => icons::HELP,
            Self::CompareWithSaved | Self::Differ => icons::DIFFER,
            Self::Merge => icons::MERGE,
            _ => "",
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
            Self::ResetGroup(_)
            | Self::ResetAll
            | Self::ExplainClose
            | Self::CompareWithSaved
            | Self::Tour
            | Self::HelpOn(_)
            | Self::Theme(_) => Vec::new(),
            Self::Duplicate => vec![shift(Key::D)],
            Self::Rename => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F2)],
            Self::CopyScenario => vec![KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::ALT), Key::C)],
            // The system turns the keys into the text that is pasted.
            Self::PasteScenario => vec![ctrl(Key::V)],
            Self::Differ => vec![shift(Key::E)],
            Self::Merge => vec![shift(Key::M)],
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
            Self::AllYears => vec![shift(Key::H)],
            Self::ToggleTheme => vec![ctrl(Key::D)],
            Self::ZoomIn => vec![ctrl(Key::Plus), ctrl(Key::Equals)],
            Self::ZoomOut => vec![ctrl(Key::Minus)],
            Self::ZoomReset => vec![ctrl(Key::Num0)],
            Self::NextZone => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F6)],
            Self::PreviousZone => vec![KeyboardShortcut::new(Modifiers::SHIFT, Key::F6)],
            Self::Palette => vec![ctrl(Key::K)],
            Self::TourOn => vec![ctrl(Key::Enter)],
            Self::TourBack => vec![shift(Key::Enter)],
            Self::Help => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
        }
    }

    /// Its keys as they are written on this system; nothing where it has none.
    #[must_use]
    pub fn keys(self, ctx: &Context) -> String {
        let all: Vec<String> = self.shortcuts().iter().map(|shortcut| keys::written(ctx, *shortcut)).collect();
        all.join(", ")
    }

    /// The first of its keys, which is the one shown; nothing where it has none.
    #[must_use]
    pub fn main_keys(self, ctx: &Context) -> String {
        self.shortcuts().first().map(|shortcut| keys::written(ctx, *shortcut)).unwrap_or_default()
    }

    /// Whether the keys mean something else while a text is being typed.
    #[must_use]
    pub const fn yields_to_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::ExplainBack | Self::ExplainOn | Self::PasteScenario)
    }

    /// Whether what is typed in a field has to be taken first: not for what only changes
    /// how things look.
    #[must_use]
    pub const fn leaves_field(self) -> bool {
        !matches!(
            self,
            Self::Explain
                | Self::ExplainBack
                | Self::ExplainOn
                | Self::ExplainClose
                | Self::YearBack
                | Self::YearOn
                | Self::LongHistory
                | Self::AllYears
                | Self::ToggleTheme
                | Self::Theme(_)
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::NextZone
                | Self::PreviousZone
                | Self::Palette
                | Self::Help
                | Self::HelpOn(_)
                | Self::Tour
                | Self::TourOn
                | Self::TourBack
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::text::{Language, speak};

    #[test]
    fn no_two_commands_share_keys_or_text() {
        let mut keys = HashMap::new();
        for command in UiCommand::all() {
            for shortcut in command.shortcuts() {
                assert_eq!(keys.insert(shortcut, command), None, "{command:?}");
            }
        }
        assert!(keys.len() > 20);
        for language in Language::all() {
            speak(language);
            let mut texts = HashMap::new();
            for command in UiCommand::all() {
                assert_eq!(texts.insert(command.text(), command), None, "{language:?}: {command:?}");
            }
        }
        speak(Language::En);
    }
}
