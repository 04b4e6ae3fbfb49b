//! What of a comparison is kept between runs: which scenarios take part, by their
//! files and the ids of presets. What has no file is gone with the program.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::model::indicators::Indicator;
use crate::scenario::presets;
use crate::session::document::Document;

use super::selection::Candidate;

/// How many are read of each: more than anybody compares.
const MOST: usize = 64;

/// A scenario as it is found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// An open document, by its file.
    File(PathBuf),
    /// A shipped scenario, by its id.
    Preset(&'static str),
}

/// What of a comparison is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Those that take part, in the order of their places.
    pub seated: Vec<Named>,
    /// Files that are open and do not take part.
    pub away: Vec<PathBuf>,
    /// With which the others are compared, if somebody chose.
    pub base: Option<Named>,
    /// Whether the user decided about presets.
    pub decided: bool,
    /// What charts show, if it was chosen.
    pub of: Option<Indicator>,
}

impl Named {
    /// How a candidate is found again, if it can be.
    pub(super) fn of(candidate: Candidate, documents: &[Document]) -> Option<Self> {
        match candidate {
            Candidate::Preset(id) => Some(Self::Preset(id)),
            Candidate::Open(id) => {
                let document = documents.iter().find(|document| document.id == id)?;
                document.path().map(|path| Self::File(path.to_owned()))
            }
        }
    }

    /// The candidate, if it is there again.
    pub(super) fn find(&self, documents: &[Document]) -> Option<Candidate> {
        match self {
            Self::Preset(id) => Some(Candidate::Preset(id)),
            Self::File(path) => at(path, documents).map(|document| Candidate::Open(document.id)),
        }
    }

    fn read(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let preset = || text("preset").and_then(presets::find).map(|preset| Self::Preset(preset.id));
        text("file").map(|path| Self::File(PathBuf::from(path))).or_else(preset)
    }

    /// As JSON, which has no place for a path that is no text.
    fn json(&self) -> Option<Value> {
        Some(match self {
            Self::File(path) => json!({ "file": path.to_str()? }),
            Self::Preset(id) => json!({ "preset": id }),
        })
    }
}

impl Kept {
    /// Reads what can be read.
    pub(in crate::session) fn read(value: Option<&Value>) -> Self {
        let Some(value) = value else { return Self::default() };
        let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten().take(MOST);
        Self {
            seated: list("with").filter_map(Named::read).collect(),
            away: list("without").filter_map(Value::as_str).map(PathBuf::from).collect(),
            base: value.get("base").and_then(Named::read),
            decided: value.get("decided").and_then(Value::as_bool).unwrap_or(false),
            of: value.get("of").and_then(Value::as_str).and_then(|id| id.parse().ok()),
        }
    }

    /// As it is written.
    pub(in crate::session) fn json(&self) -> Value {
        let away: Vec<&str> = self.away.iter().filter_map(|path| path.to_str()).collect();
        json!({
            "with": self.seated.iter().filter_map(Named::json).collect::<Vec<_>>(),
            "without": away,
            "base": self.base.as_ref().and_then(Named::json),
            "decided": self.decided,
            "of": self.of.map(|of| of.to_string()),
        })
    }
}

/// The document of a file.
pub(super) fn at<'a>(path: &Path, documents: &'a [Document]) -> Option<&'a Document> {
    documents.iter().find(|document| document.path() == Some(path))
}
