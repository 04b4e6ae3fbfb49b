//! What asks for files on this machine: found out beforehand, because a native
//! dialog that cannot be opened looks like one that was cancelled.

/// What asks for files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chooser {
    /// The system's own dialog; on Linux through the desktop portal.
    Native,
    /// The program zenity, where there is no portal.
    Zenity,
    /// A prompt inside the window, where there is neither.
    Prompt,
}

impl Chooser {
    /// What there is. On Linux this may take seconds: a portal may have to be
    /// started to be asked.
    #[cfg(all(unix, not(target_os = "macos")))]
    #[must_use]
    pub fn find() -> Self {
        if portal::chooses_files() {
            Self::Native
        } else if in_path("zenity") {
            Self::Zenity
        } else {
            Self::Prompt
        }
    }

    /// What there is.
    #[cfg(any(not(unix), target_os = "macos"))]
    #[must_use]
    pub fn find() -> Self {
        Self::Native
    }
}

/// Whether a program of this name is where programs are looked for.
#[cfg(all(unix, not(target_os = "macos")))]
fn in_path(program: &str) -> bool {
    use std::os::unix::fs::PermissionsExt as _;

    let executable = |file: std::path::PathBuf| {
        file.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
    };
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).any(|folder| executable(folder.join(program)))
}

#[cfg(all(unix, not(target_os = "macos")))]
mod portal {
    use std::time::Duration;

    use zbus::blocking::connection::Builder;

    /// How long a portal may take to answer.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Whether there is a session bus with a portal on it that knows how to ask for
    /// files: many desktops install one that does not.
    pub fn chooses_files() -> bool {
        version_of_file_chooser().is_ok()
    }

    fn version_of_file_chooser() -> zbus::Result<zbus::Message> {
        let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
        bus.call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &("org.freedesktop.portal.FileChooser", "version"),
        )
    }
}
