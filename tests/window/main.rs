//! The window: by name through its accessibility tree without a display, and
//! the real binary in a real window.

mod backcast;
mod charts;
mod compare;
mod desktop;
mod documents;
mod editing;
mod explaining;
mod files;
mod fit;
mod help;
mod images;
mod journey;
mod journeys;
mod keeping;
mod keyboard;
mod killed;
mod languages;
mod levers;
mod moved;
mod open;
mod palette;
mod panels;
mod ranges;
mod saving;
mod sharing;
mod sources;
mod stakeholders;
mod steady;
mod taking;
mod together;
mod tour;
mod typing;
mod walk;
mod why;
