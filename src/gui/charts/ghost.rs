//! How long the line before the last change is shown: until the next change, or
//! until the eye has had its time.

use std::time::Duration;

use eframe::egui::{Id, Ui};

use crate::session::document::DocumentId;

/// A moment of rest (s).
const REST: f64 = 8.0;

/// Whether what was left at this revision of a document is still of interest.
pub fn is_fresh(ui: &Ui, moment: Option<(DocumentId, u64)>) -> bool {
    let Some((document, revision)) = moment else { return false };
    let id = Id::unique("when a document changed").with(document);
    let now = ui.input(|i| i.time);
    let seen: Option<(u64, f64)> = ui.data(|d| d.get_temp(id));
    let since = match seen {
        Some((of, since)) if of == revision => since,
        _ => {
            ui.data_mut(|d| d.insert_temp(id, (revision, now)));
            now
        }
    };
    let left = since + REST - now;
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left > 0.0
}
