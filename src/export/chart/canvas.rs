//! Shapes and text as SVG.

use std::fmt::Write as _;
use std::io;
use std::sync::LazyLock;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Deserialize;

use super::faces;
use super::picture::{Fill, Marker, PALER, Pattern};
use crate::model::levers::LeverGroup;

/// The colours of the light theme: paper is white.
#[derive(Debug, Deserialize)]
pub struct Palette {
    /// The ground.
    pub panel: String,
    /// The grid.
    pub line: String,
    /// Lines that carry something.
    pub line_strong: String,
    /// Text.
    pub ink: String,
    /// Small print.
    pub muted: String,
    /// The scenario.
    pub accent: String,
    /// Text about the scenario.
    pub accent_text: String,
    /// A loss.
    pub bad: String,
    /// A second series.
    pub second: String,
    /// A third series, and a gain.
    pub third: String,
    fourth: String,
    fifth: String,
    sixth: String,
    seventh: String,
    eighth: String,
    /// The reference.
    pub reference: String,
    /// Observed values.
    pub observed: String,
    /// Official projections.
    pub forecast: String,
    /// Targets.
    pub target: String,
    /// The chosen year.
    pub cursor: String,
}

/// The theme is embedded, and a test reads it.
pub static PALETTE: LazyLock<Palette> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/themes/light.ron")).expect("the light theme is embedded")
});

impl Palette {
    /// The colour of an area or a bar, and how dense it is. Further levers of a group
    /// are paler.
    pub fn fill(&self, fill: Fill) -> (&str, f32) {
        match fill {
            Fill::Range => (self.accent.as_str(), 0.17),
            Fill::Lever(group, place) => (self.of_group(group), 1.0 - PALER * f32::from(place.min(4))),
            Fill::Group(group) => (self.of_group(group), 0.35),
            Fill::Series(slot) => (self.series(slot), 1.0),
            // Hollow, as in the window.
            Fill::Plain => (self.panel.as_str(), 1.0),
        }
    }

    /// The edge of an area or a bar, where it has one.
    pub fn edge(&self, fill: Fill) -> Option<Pen<'_>> {
        match fill {
            Fill::Range => None,
            Fill::Lever(group, _) | Fill::Group(group) => Some(Pen::new(self.of_group(group), 1.0)),
            Fill::Series(slot) => Some(Pen::new(self.series(slot), 1.0)),
            Fill::Plain => Some(Pen::new(&self.muted, 1.5)),
        }
    }

    const fn of_group(&self, group: LeverGroup) -> &str {
        match group {
            LeverGroup::Zoning => self.fourth.as_str(),
            LeverGroup::Rent => self.second.as_str(),
            LeverGroup::Incentives => self.third.as_str(),
        }
    }

    /// The colour of one of several scenarios, as in the window.
    pub fn series(&self, slot: usize) -> &str {
        match slot % SERIES {
            0 => &self.accent,
            1 => &self.second,
            2 => &self.third,
            3 => &self.fourth,
            4 => &self.fifth,
            5 => &self.sixth,
            6 => &self.seventh,
            _ => &self.eighth,
        }
    }

    /// The colour of text about one of several scenarios: the accent is no colour for
    /// small print.
    pub fn series_ink(&self, slot: usize) -> &str {
        if slot.is_multiple_of(SERIES) { &self.accent_text } else { self.series(slot) }
    }
}

/// The number of colours of scenarios, and of their marks.
const SERIES: usize = 8;

/// Where text stands on its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub struct Type<'a> {
    /// Size.
    pub size: f32,
    /// Whether it stands out.
    pub strong: bool,
    /// Colour.
    pub colour: &'a str,
    /// Where it stands on its point.
    pub anchor: Anchor,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Pen<'a> {
    /// Colour.
    pub colour: &'a str,
    /// Width.
    pub width: f32,
    /// Lengths of dashes and gaps; empty for an unbroken line.
    pub dashes: &'a str,
}

impl<'a> Pen<'a> {
    /// An unbroken line.
    pub const fn new(colour: &'a str, width: f32) -> Self {
        Self { colour, width, dashes: "" }
    }
}

/// An SVG file that is being written.
pub struct Canvas {
    xml: Writer<Vec<u8>>,
    /// The patterns that are defined in it.
    patterns: Vec<Pattern>,
}

impl Canvas {
    /// Draws on a sheet of `room` units, to be shown `size` pixels large.
    pub fn draw(
        room: (f32, f32),
        size: (u32, u32),
        about: (&str, &str),
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<Vec<u8>> {
        let mut canvas = Self { xml: Writer::new_with_indent(Vec::new(), b' ', 1), patterns: Vec::new() };
        canvas.xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let (width, height) = (size.0.to_string(), size.1.to_string());
        let view = format!("0 0 {} {}", number(room.0), number(room.1));
        let family = format!("'{}', Inter, Arial, sans-serif", faces::FAMILY);
        let start = quick_xml::events::BytesStart::new("svg").with_attributes([
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("font-family", &family),
            ("role", "img"),
        ]);
        canvas.xml.write_event(Event::Start(start.borrow()))?;
        canvas.element("title", about.0)?;
        canvas.element("desc", about.1)?;
        content(&mut canvas)?;
        canvas.xml.write_event(Event::End(start.to_end()))?;
        let mut bytes = canvas.xml.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn element(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.xml.create_element(name).write_text_content(BytesText::new(&legal(text))).map(|_| ())
    }

    /// A filled rectangle.
    pub fn rect(
        &mut self,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
        colour: &str,
        opacity: f32,
    ) -> io::Result<()> {
        let numbers = [x, y, width.max(0.0), height.max(0.0), opacity].map(number);
        let [x, y, width, height, opacity] = numbers.each_ref().map(String::as_str);
        self.xml
            .create_element("rect")
            .with_attributes([("x", x), ("y", y), ("width", width), ("height", height)])
            .with_attributes([("fill", colour), ("fill-opacity", opacity)])
            .write_empty()
            .map(|_| ())
    }

    /// A line through points.
    pub fn polyline(&mut self, points: &[(f32, f32)], pen: Pen<'_>) -> io::Result<()> {
        if points.len() < 2 {
            return Ok(());
        }
        let (path, width) = (path(points, false), number(pen.width));
        let mut element = self
            .xml
            .create_element("path")
            .with_attributes([("d", path.as_str()), ("fill", "none"), ("stroke", pen.colour)])
            .with_attributes([("stroke-width", width.as_str()), ("stroke-linejoin", "round")]);
        if !pen.dashes.is_empty() {
            element = element.with_attributes([("stroke-dasharray", pen.dashes), ("stroke-linecap", "butt")]);
        }
        element.write_empty().map(|_| ())
    }

    /// A filled polygon, with a seam in another colour around it.
    pub fn polygon(
        &mut self,
        points: &[(f32, f32)],
        (colour, opacity): (&str, f32),
        seam: Option<Pen<'_>>,
    ) -> io::Result<()> {
        if points.len() < 3 {
            return Ok(());
        }
        let (path, opacity) = (path(points, true), number(opacity));
        let width = number(seam.map_or(0.0, |pen| pen.width));
        let mut element = self.xml.create_element("path").with_attributes([
            ("d", path.as_str()),
            ("fill", colour),
            ("fill-opacity", opacity.as_str()),
        ]);
        if let Some(pen) = seam {
            element = element.with_attributes([("stroke", pen.colour), ("stroke-width", width.as_str())]);
        }
        element.write_empty().map(|_| ())
    }

    /// A pattern in the colour of the ground over a polygon.
    pub fn pattern(&mut self, points: &[(f32, f32)], pattern: Pattern) -> io::Result<()> {
        let name = match pattern {
            Pattern::Plain => return Ok(()),
            Pattern::Lines => "lines",
            Pattern::Dots => "dots",
        };
        if points.len() < 3 {
            return Ok(());
        }
        if !self.patterns.contains(&pattern) {
            self.define(pattern, name)?;
            self.patterns.push(pattern);
        }
        let (path, fill) = (path(points, true), format!("url(#{name})"));
        self.xml
            .create_element("path")
            .with_attributes([("d", path.as_str()), ("fill", fill.as_str())])
            .write_empty()
            .map(|_| ())
    }

    fn define(&mut self, pattern: Pattern, name: &str) -> io::Result<()> {
        let colour = PALETTE.panel.as_str();
        let tile = [("id", name), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")];
        self.xml
            .create_element("pattern")
            .with_attributes(tile)
            .write_inner_content(|xml| {
                match pattern {
                    Pattern::Dots => {
                        for at in ["1.5", "4.5"] {
                            xml.create_element("circle")
                                .with_attributes([("cx", at), ("cy", at), ("r", "1.1"), ("fill", colour)])
                                .write_empty()?;
                        }
                    }
                    Pattern::Lines | Pattern::Plain => {
                        xml.create_element("path")
                            .with_attributes([("d", "M3 0V6"), ("stroke", colour), ("stroke-width", "1.5")])
                            .write_empty()?;
                    }
                }
                Ok(())
            })
            .map(|_| ())
    }

    /// A band of one height from one place to another, with soft bends.
    pub fn ribbon(
        &mut self,
        from: (f32, f32),
        to: (f32, f32),
        high: f32,
        colour: &str,
        opacity: f32,
    ) -> io::Result<()> {
        let middle = number(f32::midpoint(from.0, to.0));
        let [x, y, u, v] = [from.0, from.1, to.0, to.1].map(number);
        let [below, beyond] = [from.1 + high, to.1 + high].map(number);
        let path = format!(
            "M{x} {y}C{middle} {y} {middle} {v} {u} {v}L{u} {beyond}C{middle} {beyond} {middle} {below} {x} {below}Z"
        );
        let opacity = number(opacity);
        self.xml
            .create_element("path")
            .with_attributes([("d", path.as_str()), ("fill", colour), ("fill-opacity", opacity.as_str())])
            .write_empty()
            .map(|_| ())
    }

    /// The mark of an observed series.
    pub fn mark(&mut self, marker: Marker, (x, y): (f32, f32), radius: f32, colour: &str) -> io::Result<()> {
        let diamond = |r: f32| [(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
        match marker {
            Marker::Disc | Marker::Ring => {
                let filled = marker.is_filled();
                let (x, y, r) = (number(x), number(y), number(if filled { radius } else { radius + 0.3 }));
                self.xml
                    .create_element("circle")
                    .with_attributes([("cx", x.as_str()), ("cy", y.as_str()), ("r", r.as_str())])
                    .with_attributes([("fill", if filled { colour } else { "none" }), ("stroke", colour)])
                    .with_attribute(("stroke-width", if filled { "0" } else { "1" }))
                    .write_empty()
                    .map(|_| ())
            }
            Marker::Square => {
                let side = radius * 0.9;
                self.rect((x - side, y - side), (2.0 * side, 2.0 * side), colour, 1.0)
            }
            Marker::Diamond => {
                let mut corners = diamond(radius * 1.3).to_vec();
                corners.push(corners[0]);
                self.polyline(&corners, Pen::new(colour, 1.0))
            }
        }
    }

    /// The mark of one of several scenarios, as in the window: who does not see colours
    /// tells them apart by it.
    pub fn series_mark(&mut self, slot: usize, (x, y): (f32, f32), r: f32) -> io::Result<()> {
        let p = &*PALETTE;
        let colour = p.series(slot);
        let seam = Some(Pen::new(&p.panel, 1.0));
        let (s, wide) = (r * 1.2, r * 1.1);
        let corners: &[(f32, f32)] = match (slot + slot / SERIES) % SERIES {
            0 => return self.mark(Marker::Disc, (x, y), r, colour),
            1 => &[(-0.9 * r, -0.9 * r), (0.9 * r, -0.9 * r), (0.9 * r, 0.9 * r), (-0.9 * r, 0.9 * r)],
            2 => &[(0.0, -s), (wide, 0.9 * r), (-wide, 0.9 * r)],
            3 => &[(0.0, -s), (s, 0.0), (0.0, s), (-s, 0.0)],
            4 => &[(-wide, -0.9 * r), (wide, -0.9 * r), (0.0, s)],
            5 => {
                self.polyline(&[(x - r, y - r), (x + r, y + r)], Pen::new(colour, 1.8))?;
                return self.polyline(&[(x - r, y + r), (x + r, y - r)], Pen::new(colour, 1.8));
            }
            6 => {
                self.polyline(&[(x - s, y), (x + s, y)], Pen::new(colour, 1.8))?;
                return self.polyline(&[(x, y - s), (x, y + s)], Pen::new(colour, 1.8));
            }
            _ => return self.mark(Marker::Ring, (x, y), r, colour),
        };
        let corners: Vec<(f32, f32)> = corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
        self.polygon(&corners, (colour, 1.0), seam)
    }

    /// A filled diamond.
    pub fn diamond(&mut self, (x, y): (f32, f32), r: f32, colour: &str) -> io::Result<()> {
        self.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], (colour, 1.0), None)
    }

    /// Text, as text, on its base line.
    pub fn text(&mut self, (x, y): (f32, f32), of: Type<'_>, words: &str) -> io::Result<()> {
        let (x, y, size) = (number(x), number(y), number(of.size));
        let anchor = match of.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.xml
            .create_element("text")
            .with_attributes([("x", x.as_str()), ("y", y.as_str()), ("font-size", size.as_str())])
            .with_attributes([("font-weight", if of.strong { "600" } else { "400" }), ("text-anchor", anchor)])
            .with_attribute(("fill", of.colour))
            .write_text_content(BytesText::new(&legal(words)))
            .map(|_| ())
    }
}

fn path(points: &[(f32, f32)], closed: bool) -> String {
    let mut path = String::new();
    for (i, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if i == 0 { "M" } else { "L" }, number(*x), number(*y));
    }
    if closed {
        path.push('Z');
    }
    path
}

/// A number to a hundredth of a unit.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if matches!(text, "" | "-0") { "0".to_owned() } else { text.to_owned() }
}

/// A text without what XML cannot hold, and without marks that turn its direction.
fn legal(text: &str) -> String {
    let is_legal = |c: &char| {
        let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        (matches!(c, '\t' | '\n') || !c.is_control()) && !matches!(c, '\u{fffe}' | '\u{ffff}') && !turns
    };
    text.chars().filter(is_legal).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use strum::IntoEnumIterator as _;

    use super::*;

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        assert_eq!([0.0, -0.001, 1.5, 12.0, 100.0, 7.126].map(number), ["0", "0", "1.5", "12", "100", "7.13"]);
    }

    #[test]
    fn the_theme_is_read_and_further_levers_are_paler() {
        assert!(PALETTE.ink.starts_with('#'));
        let dense = |place| PALETTE.fill(Fill::Lever(LeverGroup::Rent, place)).1;
        assert!(dense(0) > dense(1) && dense(1) > dense(4) && dense(9) > 0.0);
    }

    #[test]
    fn groups_of_levers_differ_in_their_patterns() {
        let patterns: HashSet<Pattern> = LeverGroup::iter().map(Pattern::of_group).collect();
        assert_eq!(patterns.len(), LeverGroup::iter().count());
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(legal("a\u{0}b\u{b}c\u{202e}d<&>\u{ffff}"), "abcd<&>");
    }
}
