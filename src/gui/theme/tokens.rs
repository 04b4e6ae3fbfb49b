//! The colours of a theme by role, read from `assets/themes`.

use std::sync::LazyLock;

use eframe::egui::{Color32, Stroke, Ui};
use serde::Deserialize;
use strum::IntoEnumIterator as _;

/// A colour as `#RRGGBB` or `#RRGGBBAA`.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Hex(Color32);

impl TryFrom<String> for Hex {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Color32::from_hex(&text).map(Self).map_err(|_| format!("{text:?} is not a colour like #RRGGBB"))
    }
}

macro_rules! tokens {
    ($( $(#[doc = $doc:literal])+ $role:ident ),+ $(,)?) => {
        /// The colours of a theme.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Tokens {
            /// Whether the grounds are dark.
            pub dark: bool,
            /// Width of the outlines of cards and controls (points).
            pub outline: f32,
            /// Width of the ring around what has the keyboard (points).
            pub ring: f32,
            /// Whether what is told from its surroundings by a tint has an edge, too.
            pub edged: bool,
            $( $(#[doc = $doc])+ pub $role: Color32, )+
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File { dark: bool, outline: f32, ring: f32, edged: bool, $( $role: Hex, )+ }

        impl From<File> for Tokens {
            fn from(file: File) -> Self {
                let File { dark, outline, ring, edged, $( $role, )+ } = file;
                Self { dark, outline, ring, edged, $( $role: $role.0, )+ }
            }
        }
    };
}

tokens! {
    /// Ground of the centre.
    paper,
    /// Ground of cards, fields and bars.
    panel,
    /// Ground of the left and right panels.
    rail,
    /// Ground of the selected row.
    selected,
    /// Ground of the row under the pointer.
    hover,
    /// Hairlines and grid.
    line,
    /// Borders of controls.
    line_strong,
    /// Text.
    ink,
    /// Secondary text.
    muted,
    /// Text in the accent colour.
    accent_text,
    /// Text of a change for the better.
    good,
    /// Text of a change for the worse.
    bad,
    /// The scenario and what was changed by the user.
    accent,
    /// A second series.
    second,
    /// A third series.
    third,
    /// A fourth series.
    fourth,
    /// A fifth series.
    fifth,
    /// A sixth series.
    sixth,
    /// A seventh series.
    seventh,
    /// An eighth series.
    eighth,
    /// The reference line.
    reference,
    /// Observed history.
    observed,
    /// Official forecasts of the past.
    forecast,
    /// A target.
    target,
    /// The line of the chosen year.
    cursor,
    /// The part of a slider's track that evidence covers.
    evidence,
    /// The rest of the track.
    track,
    /// The ring around what has the keyboard.
    focus,
    /// Ground of a message that something went wrong.
    warning_ground,
    /// Text of such a message.
    warning_text,
    /// Shadow under menus.
    shadow,
}

impl Tokens {
    /// The outline of a card.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(self.outline, self.line)
    }

    /// The outline of a control.
    #[must_use]
    pub fn border(&self) -> Stroke {
        Stroke::new(self.outline, self.line_strong)
    }

    /// The ring around what has the keyboard.
    #[must_use]
    pub fn ring(&self) -> Stroke {
        Stroke::new(self.ring, self.focus)
    }
}

/// The themes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White on black, with thick outlines.
    HighContrast,
}

static LIGHT: LazyLock<Tokens> =
    LazyLock::new(|| parse(include_str!("../../../assets/themes/light.ron")).expect("the light theme is embedded"));
static DARK: LazyLock<Tokens> =
    LazyLock::new(|| parse(include_str!("../../../assets/themes/dark.ron")).expect("the dark theme is embedded"));
static HIGH_CONTRAST: LazyLock<Tokens> = LazyLock::new(|| {
    parse(include_str!("../../../assets/themes/high_contrast.ron")).expect("the high-contrast theme is embedded")
});

fn parse(text: &str) -> Result<Tokens, ron::error::SpannedError> {
    ron::from_str::<File>(text).map(Tokens::from)
}

/// The colours of a theme.
#[must_use]
pub fn of(scheme: Scheme) -> &'static Tokens {
    match scheme {
        Scheme::Light => &LIGHT,
        Scheme::Dark => &DARK,
        Scheme::HighContrast => &HIGH_CONTRAST,
    }
}

/// The colours of the theme that `ui` is drawn in. egui knows light and dark only,
/// so a theme is known by the ground that its style has: no two have the same.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    let visuals = ui.visuals();
    let ours = Scheme::iter().map(of).find(|t| t.paper == visuals.panel_fill);
    ours.unwrap_or_else(|| of(if visuals.dark_mode { Scheme::Dark } else { Scheme::Light }))
}
