//! From Markdown to sections and blocks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// How a run of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    #[default]
    Plain,
    /// Slanted.
    Emphasis,
    /// Heavier.
    Strong,
    /// In the face of equations.
    Code,
}

/// Text of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it is set.
    pub style: Style,
}

/// The runs of a paragraph or cell.
pub type Runs = Vec<Run>;

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Runs),
    /// A point of a list.
    Item(Runs),
    /// Equations, or other text whose columns count.
    Code(String),
    /// A table: its header and its rows.
    Table(Vec<Runs>, Vec<Vec<Runs>>),
}

/// What stands under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The depth of the heading: 1 for the title of the document.
    pub level: u8,
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// The sections of a text. What comes before the first heading is left out.
#[must_use]
pub fn sections(text: &str) -> Vec<Section> {
    let mut writer = Writer::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        writer.event(event);
    }
    writer.sections
}

#[derive(Default)]
struct Writer {
    sections: Vec<Section>,
    runs: Runs,
    style: Style,
    code: Option<String>,
    in_item: bool,
    header: Vec<Runs>,
    rows: Vec<Vec<Runs>>,
    cells: Vec<Runs>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.push(&text, self.style),
            },
            Event::Code(text) => self.push(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => self.push(" ", self.style),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                self.sections.push(Section { level, ..Section::default() });
            }
            Tag::Emphasis => self.style = Style::Emphasis,
            Tag::Strong => self.style = Style::Strong,
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::Item => self.in_item = true,
            Tag::Table(_) => (self.header, self.rows) = (Vec::new(), Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                let title = self.take().into_iter().map(|run| run.text).collect();
                if let Some(section) = self.sections.last_mut() {
                    section.title = title;
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => self.style = Style::Plain,
            TagEnd::Paragraph if !self.in_item => {
                let runs = self.take();
                self.put(Block::Paragraph(runs));
            }
            TagEnd::Item => {
                self.in_item = false;
                let runs = self.take();
                self.put(Block::Item(runs));
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.put(Block::Code(code.trim_end().to_owned()));
                }
            }
            TagEnd::TableCell => {
                let cell = self.take();
                self.cells.push(cell);
            }
            TagEnd::TableHead => self.header = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => {
                let table = Block::Table(std::mem::take(&mut self.header), std::mem::take(&mut self.rows));
                self.put(table);
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        match self.runs.last_mut() {
            Some(run) if run.style == style => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), style }),
        }
    }

    fn take(&mut self) -> Runs {
        std::mem::take(&mut self.runs)
    }

    fn put(&mut self, block: Block) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }
}

/// The words of runs, without their styles.
#[must_use]
pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, style: Style) -> Run {
        Run { text: text.to_owned(), style }
    }

    #[test]
    fn a_document_becomes_sections_and_blocks() {
        let text = "# Title\n\nOne *two* `three`\nfour.\n\n## Part\n\n- **a** point\n- another\n\n    x = y\n    z = 1\n\n<!-- mark -->\n| a | b |\n| --- | --- |\n| `c` | d |\n";
        let sections = sections(text);
        assert_eq!(
            sections.iter().map(|s| (s.level, s.title.as_str())).collect::<Vec<_>>(),
            [(1, "Title"), (2, "Part")]
        );
        let first = vec![
            run("One ", Style::Plain),
            run("two", Style::Emphasis),
            run(" ", Style::Plain),
            run("three", Style::Code),
            run(" four.", Style::Plain),
        ];
        assert_eq!(sections[0].blocks, [Block::Paragraph(first)]);
        let [Block::Item(point), Block::Item(_), rest @ ..] = sections[1].blocks.as_slice() else {
            panic!("{:?}", sections[1].blocks)
        };
        assert_eq!(words(point), "a point");
        let table = rest.last().expect("there is a table");
        let Block::Table(header, rows) = table else { panic!("{table:?}") };
        assert_eq!((header.len(), rows.len()), (2, 1));
        assert_eq!(rows[0][0], [run("c", Style::Code)]);
    }

    #[test]
    fn the_model_document_has_its_equations_and_tables() {
        let sections = super::super::sections();
        let all: Vec<&Block> = sections.iter().flat_map(|section| &section.blocks).collect();
        let code = all.iter().filter(|block| matches!(block, Block::Code(_))).count();
        let tables = all.iter().filter(|block| matches!(block, Block::Table(..))).count();
        assert!(code >= 10 && tables >= 3, "{code} {tables}");
        assert_eq!(super::super::position("4. Jobs"), sections.iter().position(|s| s.title == "4. Jobs").unwrap_or(0));
        assert_eq!(super::super::position("no such heading"), 0);
    }

    #[test]
    fn every_character_of_it_is_in_the_faces() {
        use eframe::egui::{Context, FontId, RawInput};
        let ctx = Context::default();
        crate::gui::theme::install(&ctx);
        ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
        let mut missing: Vec<char> = super::super::TEXT.chars().filter(|c| !c.is_whitespace()).collect();
        missing.sort_unstable();
        missing.dedup();
        // Prose and equations share their signs, so both faces must have each.
        let faces = [FontId::proportional(12.0), FontId::monospace(12.0)];
        ctx.fonts_mut(|fonts| missing.retain(|c| !faces.iter().all(|face| fonts.has_glyph(face, *c))));
        assert!(missing.is_empty(), "{missing:?}");
    }
}
