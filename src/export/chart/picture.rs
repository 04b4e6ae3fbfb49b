//! A picture as data: what is drawn, what stands around it, and its numbers.

use crate::export::table::Table;
use crate::model::levers::LeverGroup;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What it shows, and of which city.
    pub title: String,
    /// The unit and what else must be known to read it.
    pub subtitle: String,
    /// What it shows in a sentence or two, for whoever does not see it.
    pub summary: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// What stands below: what a range is of, sources, scenario and versions.
    pub notes: Vec<String>,
    /// Its numbers.
    pub table: Table,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Values over years.
    Years(Years),
    /// Bars from one value to another, a row each.
    Steps(Vec<Step>),
    /// What became of something.
    Flow(Flow),
}

/// Values over years. Everything is scaled to the unit of the axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Years {
    /// The first and the last year drawn.
    pub span: (i32, i32),
    /// Whether the axis of values starts at zero.
    pub from_zero: bool,
    /// The values that the axis covers, where several pictures have one axis; else
    /// those of the picture.
    pub axis: Option<(f64, f64)>,
    /// Areas, the first below.
    pub areas: Vec<Area>,
    /// Lines, the last on top.
    pub lines: Vec<Line>,
    /// Observed values.
    pub dots: Vec<Dots>,
    /// Values to reach.
    pub targets: Vec<Target>,
    /// Marks at the foot.
    pub turns: Vec<Turn>,
    /// The chosen year.
    pub chosen: Option<i32>,
}

/// An area between two edges.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What it stands for.
    pub fill: Fill,
    /// Its name at its end; none where a note says it.
    pub label: Option<String>,
    /// Year, lower and upper edge.
    pub edges: Vec<[f64; 3]>,
}

/// What an area or a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The range of the scenario.
    Range,
    /// A lever, by its group and its place among the levers of the group.
    Lever(LeverGroup, u8),
    /// The levers of a group together.
    Group(LeverGroup),
    /// One of several things beside each other, by its place.
    Series(usize),
    /// Something that the others are measured by.
    Plain,
}

/// What tells areas and bars apart without their colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Upright lines.
    Lines,
    /// Dots.
    Dots,
}

impl Pattern {
    /// That of a group of levers.
    #[must_use]
    pub const fn of_group(group: LeverGroup) -> Self {
        match group {
            LeverGroup::Zoning => Self::Plain,
            LeverGroup::Rent => Self::Lines,
            LeverGroup::Incentives => Self::Dots,
        }
    }
}

/// How much paler each further lever of a group is.
pub const PALER: f32 = 0.12;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub stroke: Stroke,
    /// What is written at its end; none where a note says it.
    pub label: Option<String>,
    /// Year and value.
    pub points: Vec<[f64; 2]>,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The scenario.
    Scenario,
    /// The median of its members.
    Median,
    /// The world under adopted policy.
    Reference,
    /// An official projection of the past.
    Forecast,
    /// All levers together.
    Total,
    /// One of several scenarios, by its place.
    Series(usize),
    /// The trend, carried on.
    Trend,
    /// No change, carried on.
    NoChange,
}

/// Observed values.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The name of the series.
    pub label: String,
    /// The shape of its marks.
    pub marker: Marker,
    /// Year and value.
    pub points: Vec<[f64; 2]>,
}

/// The shape of the marks of an observed series: each definition has its own, so
/// that they can be told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A filled circle.
    Disc,
    /// An open circle.
    Ring,
    /// A filled square.
    Square,
    /// An open diamond.
    Diamond,
}

impl Marker {
    /// The shape of the series that is number `place`; from the fifth on they come
    /// again.
    #[must_use]
    pub const fn of(place: usize) -> Self {
        match place % 4 {
            0 => Self::Disc,
            1 => Self::Ring,
            2 => Self::Square,
            _ => Self::Diamond,
        }
    }

    /// Whether it is filled.
    #[must_use]
    pub const fn is_filled(self) -> bool {
        matches!(self, Self::Disc | Self::Square)
    }
}

/// A value to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// By when.
    pub year: i32,
    /// The value.
    pub value: f64,
    /// What is written beside it.
    pub label: String,
}

/// A mark at the foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The year.
    pub year: i32,
    /// Whether something begins; else something has come to its end.
    pub begins: bool,
    /// What is written beside it, if there is room.
    pub label: String,
}

/// A bar from one value to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// What it stands for; an end of the way has none and stands out.
    pub fill: Option<Fill>,
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What is written behind it.
    pub figure: String,
}

/// What became of something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// What was there and what came in, from the top down.
    pub left: Vec<Node>,
    /// What is there and what went, from the top down.
    pub right: Vec<Node>,
    /// What goes from where to where.
    pub bands: Vec<Band>,
}

/// A node of a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What is written beside it, or above it where it has parts.
    pub label: String,
    /// How much it holds.
    pub area: f64,
    /// Its colour.
    pub tone: Tone,
    /// What a stock consists of, from the top down.
    pub parts: Vec<Node>,
}

/// What flows from a node on the left to one on the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The place of its node on the left.
    pub from: usize,
    /// How far below the top of its node it begins.
    pub from_at: f64,
    /// The place of its node on the right.
    pub to: usize,
    /// How far below the top of its node it ends.
    pub to_at: f64,
    /// How much flows.
    pub area: f64,
    /// Its colour.
    pub tone: Tone,
}

/// The colour of a part of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What it is all about.
    Main,
    /// Others.
    Other,
    /// Nobody.
    Empty,
    /// What came in.
    Gain,
    /// What was lost.
    Loss,
    /// What faded away.
    Faded,
    /// What stayed.
    Kept,
}
