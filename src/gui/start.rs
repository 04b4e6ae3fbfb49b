//! Opening the window.

use std::path::PathBuf;

use directories::ProjectDirs;
use eframe::egui::ViewportBuilder;
use eframe::{NativeOptions, Renderer, icon_data};

use super::app::App;
use super::frames::FrameLog;
use crate::evidence::Library;
use crate::reading::Problem;
use crate::session::jobs::executor::step_back;
use crate::session::preferences::Preferences;
use crate::text::Language;

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
pub enum GuiError {
    /// The shipped evidence cannot be read.
    #[error("the evidence shipped with the program is damaged: {0}")]
    Evidence(#[from] Problem),
    /// There is no display, or it cannot show the window.
    #[error("the window cannot be opened: {}", reason(.0))]
    Window(#[from] eframe::Error),
}

/// The end of what the window system says, without the place in its own code
/// that comes before it.
fn reason(error: &eframe::Error) -> String {
    let text = error.to_string();
    text.rsplit(": ").next().unwrap_or(&text).to_owned()
}

/// What the desktop knows the window by: the name of the menu entry, of the icon
/// and of the window's class.
pub const APP_ID: &str = "making-room";

const ICON: &[u8] = include_bytes!("../../assets/icons/hicolor/128x128/apps/making-room.png");

/// Opens the window on these scenarios, or on where the user left off, and
/// returns when it is closed.
///
/// # Errors
/// If there is no display.
pub fn run(files: Vec<PathBuf>) -> Result<(), GuiError> {
    let frames = FrameLog::from_environment();
    share_work();
    let library = Library::embedded()?;
    let folders = ProjectDirs::from("", "", "making-room");
    let path = folders.as_ref().map(preferences_path);
    let (mut preferences, warning) = path.as_deref().map_or_else(Default::default, Preferences::load);
    if preferences.language.is_none() {
        preferences.language = sys_locale::get_locale().and_then(|locale| Language::of_locale(&locale));
    }
    let mut viewport = ViewportBuilder::default()
        .with_title("Making Room")
        .with_app_id(APP_ID)
        .with_inner_size(preferences.size.unwrap_or([1280.0, 800.0]))
        .with_min_inner_size([760.0, 520.0])
        .with_drag_and_drop(true);
    if let Ok(icon) = icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions { viewport, renderer: Renderer::Glow, multisampling: 0, ..NativeOptions::default() };
    let create = move |cc: &eframe::CreationContext<'_>| {
        let mut app = App::new(&cc.egui_ctx, library, preferences, path, &files);
        app.log_frames(frames);
        app.look_around();
        if let Some(folders) = &folders {
            app.keep_in(&cc.egui_ctx, recovery_folder(folders), Some(locks_folder(folders)));
            app.end_with(&cc.egui_ctx);
        }
        if let Some(warning) = warning {
            app.say(warning);
        }
        let app: Box<dyn eframe::App> = Box::new(app);
        Ok(app)
    };
    eframe::run_native(APP_ID, options, Box::new(create))?;
    Ok(())
}

/// Begins the threads among which a computation is shared, all of them behind that of
/// the window: with as many as there are processors, a frame would else wait for them.
fn share_work() {
    // Where they have begun already, they go on as they are.
    let _ = rayon::ThreadPoolBuilder::new().start_handler(|_| step_back()).build_global();
}

/// Where preferences are kept.
fn preferences_path(folders: &ProjectDirs) -> PathBuf {
    folders.config_dir().join("preferences.json")
}

/// Where unsaved work is kept in case the program does not end as it should.
fn recovery_folder(folders: &ProjectDirs) -> PathBuf {
    folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).join("recovery")
}

/// Where windows tell each other what they have open. It belongs to this machine,
/// and where the system has such a place, to this log-in.
fn locks_folder(folders: &ProjectDirs) -> PathBuf {
    let state = || folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
    folders.runtime_dir().unwrap_or_else(state).join("open")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_of_the_window_is_a_picture() {
        let icon = icon_data::from_png_bytes(ICON).expect("it can be decoded");
        assert_eq!((icon.width, icon.height), (128, 128));
    }
}
