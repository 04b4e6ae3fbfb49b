//! The model document, read once and drawn section by section.
//!
//! The text is `assets/docs/model.md`. It is laid out by ourselves and not by a
//! viewer of Markdown, because its equations are its substance: they keep their
//! columns, its tables wrap, every paragraph is one label to a screen reader, and
//! only the section that is read costs anything.

mod blocks;
mod draw;
mod table;

use std::sync::LazyLock;

pub use blocks::Section;
pub use draw::{Reader, section};

const TEXT: &str = include_str!("../../../assets/docs/model.md");

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| blocks::sections(TEXT));

/// Its sections, in their order.
#[must_use]
pub fn sections() -> &'static [Section] {
    &SECTIONS
}

/// The position of the section whose heading begins so; the first where none does.
#[must_use]
pub fn position(heading: &str) -> usize {
    SECTIONS.iter().position(|section| !heading.is_empty() && section.title.starts_with(heading)).unwrap_or(0)
}
