//! What the user has open and looks at: application state without a window.
//!
//! [`workspace::Workspace`] holds the open [`document::Document`]s, each with
//! its history and the [`results`] computed from it, and the [`view`]: which
//! document, city, tab and year. What takes longer than a frame is worked out in
//! the [`background`] by [`jobs`]: [`why`] something changed, what a lever's
//! [`effects`] are, the [`ranges`]. A [`transfer`] takes levers from city to city.
//! The [`trail`] is what is being explained, the [`search`] what is looked for among
//! the sources. [`preferences`] is what is kept between runs, the [`shelf`] the presets
//! to choose from, [`file_name`] what files are called, [`charts`] what there is to
//! draw, [`budget`] what a package costs, [`help`] what is read there, [`tour`] the
//! guided tour. [`recovery`] is what is kept in case a run does not end as it should,
//! [`watch`] whether files change under the documents that are open, [`moved`] what the
//! last change did.

pub mod backcast;
pub mod background;
pub mod budget;
pub mod charts;
pub mod compare;
pub mod differences;
pub mod document;
mod draws;
pub mod effects;
pub mod figures;
pub mod file_name;
pub mod fit;
pub mod help;
pub mod jobs;
pub mod likely;
pub mod moved;
pub mod preferences;
pub mod previous;
pub mod ranges;
pub mod recovery;
pub mod results;
pub mod save_words;
pub mod search;
pub mod sharing;
pub mod shelf;
pub mod space;
pub mod stakeholders;
pub mod stamp;
pub mod together;
pub mod tour;
pub mod trail;
pub mod transfer;
pub mod view;
pub mod watch;
pub mod why;
pub mod workspace;
