//! The evidence keeps its own rules, and holds what was collected.

mod history;
mod packs;
mod rules;
