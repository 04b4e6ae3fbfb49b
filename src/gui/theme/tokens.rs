//! The colours of a theme by role, read from `assets/themes`.

use std::sync::LazyLock;

use eframe::egui::{Color32, Ui};
use serde::Deserialize;

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
            $( $(#[doc = $doc])+ pub $role: Color32, )+
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File { dark: bool, $( $role: Hex, )+ }

        impl From<File> for Tokens {
            fn from(file: File) -> Self {
                Self { dark: file.dark, $( $role: file.$role.0, )+ }
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

static LIGHT: LazyLock<Tokens> =
    LazyLock::new(|| parse(include_str!("../../../assets/themes/light.ron")).expect("the light theme is embedded"));
static DARK: LazyLock<Tokens> =
    LazyLock::new(|| parse(include_str!("../../../assets/themes/dark.ron")).expect("the dark theme is embedded"));

fn parse(text: &str) -> Result<Tokens, ron::error::SpannedError> {
    ron::from_str::<File>(text).map(Tokens::from)
}

/// The colours of a theme.
#[must_use]
pub fn of(dark: bool) -> &'static Tokens {
    if dark { &DARK } else { &LIGHT }
}

/// The colours of the theme that `ui` is drawn in.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    of(ui.visuals().dark_mode)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as in WCAG 2.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |c: Color32| {
            let linear = |v: u8| {
                let v = f64::from(v) / 255.0;
                if v <= 0.039_28 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        for dark in [false, true] {
            let t = of(dark);
            assert_eq!(t.dark, dark);
            for ground in [t.paper, t.panel, t.rail] {
                for (role, colour) in [
                    ("ink", t.ink),
                    ("muted", t.muted),
                    ("accent_text", t.accent_text),
                    ("good", t.good),
                    ("bad", t.bad),
                ] {
                    let ratio = contrast(colour, ground);
                    assert!(ratio >= 4.5, "{role} on {ground:?}: {ratio:.2}");
                }
                for (role, colour) in [
                    ("accent", t.accent),
                    ("second", t.second),
                    ("third", t.third),
                    ("fourth", t.fourth),
                    ("fifth", t.fifth),
                    ("sixth", t.sixth),
                    ("seventh", t.seventh),
                    ("eighth", t.eighth),
                    ("reference", t.reference),
                    ("observed", t.observed),
                    ("focus", t.focus),
                ] {
                    let ratio = contrast(colour, ground);
                    assert!(ratio >= 3.0, "{role} on {ground:?}: {ratio:.2}");
                }
            }
            assert!(contrast(t.ink, t.selected) >= 4.5);
            assert!(contrast(t.muted, t.selected) >= 4.5);
            assert!(contrast(t.warning_text, t.warning_ground) >= 4.5);
        }
    }
}
