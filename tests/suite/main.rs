//! One integration binary: a module for each part.

mod backcast;
mod bad_input;
mod calibration;
mod checks;
mod cli;
mod compat;
mod desktop;
mod disks;
mod documents;
mod ensemble;
mod evidence;
mod explain;
mod export_model;
#[cfg(target_os = "linux")]
mod faults;
mod golden;
mod hostile;
mod kills;
mod layers;
mod model;
mod model_document;
mod packs;
mod receipts;
mod sharing;
mod texts;
mod xmile;
