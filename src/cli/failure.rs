//! Why a command did not do what was asked.

use std::process::ExitCode;

use crate::evidence::Library;
use crate::export::xmile::ExportError;
use crate::reading::{Problem, Problems};
use crate::scenario::edit::EditError;
use crate::scenario::lower::LowerError;
use crate::scenario::store::SaveError;

/// A message for the user, by whose fault it is.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input is at fault.
    #[error("{0}")]
    Input(String),
    /// The command was used wrongly.
    #[error("{0}")]
    Usage(String),
    /// The system failed.
    #[error("{0}")]
    System(String),
    /// Whoever reads the output has gone, which is nobody's fault.
    #[error("the output was closed")]
    Closed,
}

impl Failure {
    /// There is no window, and why; names a command that works without one.
    #[must_use]
    pub fn no_window(why: impl std::fmt::Display) -> Self {
        Self::System(format!(
            "{why}; `making-room project preset:reference` works without a window, `making-room --help` lists the rest"
        ))
    }

    /// The exit code that tells a script.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Input(_) => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
            Self::System(_) => ExitCode::from(3),
        }
    }

    /// The message, if there is something to say.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        (!matches!(self, Self::Closed)).then(|| self.to_string())
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Input(problem.to_string())
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Input(problems.to_string())
    }
}

impl From<EditError> for Failure {
    fn from(error: EditError) -> Self {
        Self::Input(error.to_string())
    }
}

impl From<LowerError> for Failure {
    fn from(error: LowerError) -> Self {
        Self::Input(error.to_string())
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Lower(error) => error.into(),
            ExportError::Xml(_) => Self::System(error.to_string()),
        }
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        if error.is_of_the_system() { Self::System(error.to_string()) } else { Self::Input(error.to_string()) }
    }
}

/// What is shipped with the program.
pub(super) fn library() -> Result<Library, Failure> {
    Library::embedded().map_err(|problem| Failure::System(format!("this build is damaged: {problem}")))
}
