//! What is kept between runs: files, theme, zoom, and where the user was.
//!
//! A file of preferences never keeps the program from starting: a field that
//! cannot be read takes its default, and the others stand. That is why it is
//! JSON read field by field, and not a typed document.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::scenario::store::{self, SaveError};
use crate::text::Language;

use super::compare::kept::Kept;
use super::view::{Place, View};

/// How many recent files are kept.
const RECENT: usize = 12;

/// How many files that were open are opened again: more than anybody works with, fewer
/// than would hold up the start.
const OPEN: usize = 64;

/// Which theme the user wants.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// White on black, with thick outlines.
    HighContrast,
}

/// What is kept between runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// The language, once it is known which the user or the system wants.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Zoom of the window, 1 is the system's.
    pub zoom: f32,
    /// Files opened or saved lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// Files that were open when the program ended.
    pub open: Vec<PathBuf>,
    /// Size of the window, in points.
    pub size: Option<[f32; 2]>,
    /// Where the user was.
    pub view: View,
    /// What the user compared.
    pub compared: Kept,
    /// Whether the sentence of the first minute was sent away.
    pub welcomed: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            zoom: 1.0,
            recent: Vec::new(),
            open: Vec::new(),
            size: None,
            view: View::default(),
            compared: Kept::default(),
            welcomed: false,
        }
    }
}

impl Preferences {
    /// Reads what can be read of a file, and says what could not. A file that
    /// is not there is no fault.
    #[must_use]
    pub fn load(path: &Path) -> (Self, Option<String>) {
        match std::fs::read(path) {
            Ok(bytes) => {
                // What is no UTF-8 is no JSON either.
                let (read, warning) = Self::parse(&String::from_utf8_lossy(&bytes));
                // The next change would write over what somebody may want to mend.
                if warning.is_some() {
                    let _ = std::fs::rename(path, path.with_extension("damaged.json"));
                }
                (read, warning)
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => (Self::default(), None),
            Err(e) => (Self::default(), Some(format!("{}: {e}; starting without preferences", path.display()))),
        }
    }

    /// Reads what can be read of a text.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Option<String>) {
        match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(fields) => (Self::from_fields(&fields), None),
            Err(e) => (Self::default(), Some(format!("the preferences are unreadable ({e}); starting without them"))),
        }
    }

    fn from_fields(fields: &Map<String, Value>) -> Self {
        let default = Self::default();
        let text = |key: &str| fields.get(key).and_then(Value::as_str);
        let flag = |key: &str| fields.get(key).and_then(Value::as_bool).unwrap_or(false);
        let paths = |key: &str, most: usize| -> Vec<PathBuf> {
            let list = fields.get(key).and_then(Value::as_array);
            let paths = list.into_iter().flatten().filter_map(Value::as_str).map(PathBuf::from);
            let mut seen = HashSet::new();
            paths.filter(|path| seen.insert(path.clone())).take(most).collect()
        };
        #[expect(clippy::cast_possible_truncation, reason = "a zoom between a half and three")]
        let zoom = fields.get("zoom").and_then(Value::as_f64).map_or(default.zoom, |z| z.clamp(0.5, 3.0) as f32);
        let width = |key: &str| fields.get(key).and_then(Value::as_u64).and_then(|w| u32::try_from(w).ok());
        let year = |key: &str| fields.get(key).and_then(Value::as_i64).and_then(|y| i32::try_from(y).ok());
        Self {
            language: text("language").and_then(|t| t.parse().ok()),
            theme: text("theme").and_then(|t| t.parse().ok()).unwrap_or_default(),
            zoom,
            recent: paths("recent", RECENT),
            open: paths("open", OPEN),
            size: size(fields.get("size")),
            view: View {
                place: text("city").map_or(default.view.place, |id| Place::City(id.to_owned())),
                tab: text("tab").and_then(|t| t.parse().ok()).unwrap_or_default(),
                year: year("year").unwrap_or(View::DEFAULT_YEAR),
                explained: text("explained").and_then(|t| t.parse().ok()).unwrap_or(default.view.explained),
                together: default.view.together,
                ledger_from: year("ledger_from"),
                long_history: flag("long_history"),
                look_back: default.view.look_back,
                years: None,
                picture_width: width("picture_width").unwrap_or(View::PICTURE_WIDTH),
            },
            compared: Kept::read(fields.get("compared")),
            welcomed: flag("welcomed"),
        }
    }

    /// Writes them, the whole file or nothing.
    ///
    /// # Errors
    /// If the folder or the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), SaveError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|source| SaveError::Failed { path: folder.to_owned(), source })?;
        }
        // Another window may have opened files meanwhile.
        let there = std::fs::read_to_string(path).map(|text| Self::parse(&text).0.recent).unwrap_or_default();
        let others: Vec<PathBuf> = there.into_iter().filter(|file| !self.recent.contains(file)).collect();
        let mut all = self.clone();
        all.recent.extend(others);
        all.recent.truncate(RECENT);
        store::write(path, all.text().as_bytes())
    }

    fn text(&self) -> String {
        let city = match &self.view.place {
            Place::All => None,
            Place::City(id) => Some(id.as_str()),
        };
        let (theme, tab): (&str, &str) = (self.theme.into(), self.view.tab.into());
        // JSON has no place for a path that is no text.
        let texts = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().filter_map(|path| path.to_str()).map(str::to_owned).collect()
        };
        let fields = json!({
            "language": self.language.map(Language::tag),
            "theme": theme,
            "zoom": self.zoom,
            "recent": texts(&self.recent),
            "open": texts(&self.open),
            "size": self.size,
            "city": city,
            "tab": tab,
            "year": self.view.year,
            "explained": self.view.explained.to_string(),
            "ledger_from": self.view.ledger_from,
            "long_history": self.view.long_history,
            "picture_width": self.view.picture_width,
            "compared": self.compared.json(),
            "welcomed": self.welcomed,
        });
        format!("{fields:#}\n")
    }

    /// The folder to begin in when files are asked for: that of a document, or else
    /// of the file used last, as far as they are still there.
    #[must_use]
    pub fn folder<'a>(&'a self, document: Option<&'a Path>) -> Option<&'a Path> {
        let files = document.into_iter().chain(self.recent.iter().map(PathBuf::as_path));
        files.filter_map(Path::parent).find(|folder| folder.is_dir())
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|p| p != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}

/// A width and a height that make sense for a window.
fn size(value: Option<&Value>) -> Option<[f32; 2]> {
    let sides: Vec<f64> = value?.as_array()?.iter().filter_map(Value::as_f64).collect();
    #[expect(clippy::cast_possible_truncation, reason = "a size in points")]
    let within = |side: f64| (200.0..=20_000.0).contains(&side).then_some(side as f32);
    match sides[..] {
        [width, height] => Some([within(width)?, within(height)?]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator as _;

    use super::*;
    use crate::model::indicators::Indicator;
    use crate::scenario::document::Measure;
    use crate::session::compare::kept::Named;
    use crate::session::view::Tab;

    #[test]
    fn a_file_that_is_no_text_is_kept_for_whoever_may_mend_it() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("preferences.json");
        std::fs::write(&file, b"{\"welcomed\": true, \xff}").expect("it can be written");
        let (read, warning) = Preferences::load(&file);
        assert_eq!(read, Preferences::default());
        assert!(warning.is_some() && !file.exists() && folder.path().join("preferences.damaged.json").exists());
    }

    #[test]
    fn more_files_come_back_than_are_listed_as_recent() {
        let files: Vec<PathBuf> = (0..20).map(|i| PathBuf::from(format!("/somewhere/{i}.ron"))).collect();
        let text = serde_json::json!({ "open": files, "recent": files }).to_string();
        let (read, warning) = Preferences::parse(&text);
        assert_eq!((read.open.len(), read.recent.len(), warning), (20, RECENT, None));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut preferences = Preferences {
            language: Some(Language::Nl),
            theme: ThemeChoice::Dark,
            zoom: 1.25,
            welcomed: true,
            size: Some([1280.0, 800.0]),
            ..Default::default()
        };
        preferences.remember(Path::new("/somewhere/a.ron"));
        preferences.remember(Path::new("/somewhere/b.ron"));
        preferences.remember(Path::new("/somewhere/a.ron"));
        preferences.view = View {
            place: Place::City("brussels".to_owned()),
            tab: Tab::Budget,
            year: 2035,
            explained: Measure::Indicator(Indicator::RealRent),
            together: View::default().together,
            ledger_from: Some(2030),
            long_history: true,
            picture_width: 2400,
            ..View::default()
        };
        preferences.compared = Kept {
            seated: vec![Named::File("/somewhere/a.ron".into()), Named::Preset("circular-city")],
            away: vec!["/somewhere/b.ron".into()],
            base: Some(Named::Preset("circular-city")),
            decided: true,
            of: Some(Indicator::Vacancy),
        };
        assert_eq!(preferences.recent.len(), 2);
        assert_eq!(Preferences::parse(&preferences.text()), (preferences, None));
    }

    #[test]
    fn every_theme_is_read_back_and_one_of_a_later_version_is_the_systems() {
        for theme in ThemeChoice::iter() {
            let preferences = Preferences { theme, ..Default::default() };
            assert_eq!(Preferences::parse(&preferences.text()).0.theme, theme);
        }
        let (read, warning) = Preferences::parse(r#"{"theme": "sepia", "zoom": 1.5}"#);
        assert_eq!((read.theme, warning), (ThemeChoice::System, None));
        assert!((read.zoom - 1.5).abs() < f32::EPSILON);
    }

    #[test]
    fn files_are_asked_for_where_the_last_one_was() {
        let (here, there) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let mut preferences = Preferences::default();
        assert_eq!(preferences.folder(None), None);
        preferences.remember(&here.path().join("a.ron"));
        preferences.remember(&there.path().join("b.ron"));
        assert_eq!(preferences.folder(None), Some(there.path()));
        assert_eq!(preferences.folder(Some(&here.path().join("c.ron"))), Some(here.path()));
        let gone = there.path().join("b.ron");
        there.close().expect("the folder can be removed");
        assert_eq!(preferences.folder(Some(&gone)), Some(here.path()));
    }

    #[test]
    fn a_field_that_makes_no_sense_spoils_only_itself() {
        let (read, warning) = Preferences::parse(
            r#"{"theme": 7, "zoom": 99, "year": "soon", "tab": "budget", "later": [1], "recent": 3, "size": [1, -2]}"#,
        );
        assert_eq!(warning, None);
        assert_eq!(read.theme, ThemeChoice::System);
        assert!((read.zoom - 3.0).abs() < f32::EPSILON);
        assert_eq!(read.view.tab, Tab::Budget);
        assert_eq!(read.view.year, View::DEFAULT_YEAR);
        assert!(read.recent.is_empty());
        assert_eq!(read.size, None);
    }

    #[test]
    fn two_windows_do_not_forget_each_others_files() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("preferences.json");
        let [mut one, mut two] = [Preferences::default(), Preferences::default()];
        one.remember(Path::new("/plans/one.ron"));
        one.save(&path).expect("it can be written");
        two.remember(Path::new("/plans/two.ron"));
        two.save(&path).expect("it can be written");
        let recent = Preferences::load(&path).0.recent;
        assert_eq!(recent, [Path::new("/plans/two.ron"), Path::new("/plans/one.ron")]);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_spoils_nothing() {
        use std::os::unix::ffi::OsStringExt as _;
        let mut preferences = Preferences::default();
        preferences.remember(Path::new("/plans/one.ron"));
        preferences.remember(Path::new(&std::ffi::OsString::from_vec(b"/plans/\xff.ron".to_vec())));
        assert_eq!(Preferences::parse(&preferences.text()).0.recent, [Path::new("/plans/one.ron")]);
    }

    #[test]
    fn preferences_that_cannot_be_read_stay_beside_the_new_ones() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("preferences.json");
        std::fs::write(&path, "{ \"zoom\": 1.5, ").expect("it can be written");
        assert!(Preferences::load(&path).1.is_some());
        Preferences::default().save(&path).expect("it can be written");
        let aside = std::fs::read_to_string(folder.path().join("preferences.damaged.json"));
        assert_eq!(aside.expect("it is kept"), "{ \"zoom\": 1.5, ");
    }

    #[test]
    fn no_file_of_preferences_keeps_the_program_from_starting() {
        for text in ["", "{", "[]", "\u{0}", "nonsense"] {
            let (read, warning) = Preferences::parse(text);
            assert_eq!(read, Preferences::default());
            assert!(warning.is_some());
        }
        let (_, warning) = Preferences::load(Path::new("/nowhere/at/all.json"));
        assert_eq!(warning, None);
    }
}
