//! Where a number comes from. Nothing enters the model without it.

use serde::{Deserialize, Serialize};

/// How a number is known, from the strongest to the weakest. Comparing two
/// labels with `>` asks which is the weaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Read from a copy of an official data set.
    DataFile,
    /// The number appears in a published text.
    Quoted,
    /// Read off a chart of the original report.
    Figure,
    /// Arithmetic on sourced numbers; the note gives the formula.
    Derived,
    /// A well-known publication that was not read again: an assumption.
    Recalled,
    /// Chosen by the authors: an assumption.
    Judgement,
}

impl Label {
    /// The words shown to the user.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::DataFile => "data file",
            Self::Quoted => "quoted",
            Self::Figure => "read off a figure",
            Self::Derived => "derived",
            Self::Recalled => "recalled",
            Self::Judgement => "judgement",
        }
    }

    /// Whether the number is an assumption: legal in the model, shown as such,
    /// and never something to fit.
    #[must_use]
    pub const fn is_assumption(self) -> bool {
        matches!(self, Self::Recalled | Self::Judgement)
    }

    /// The weaker of two labels: what a number made of both is worth.
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        self.max(other)
    }
}

/// One number with everything needed to judge it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number, in `unit`.
    pub value: f64,
    /// Unit, for example `jobs`, `m²`, `1/yr`.
    pub unit: String,
    /// Year it refers to, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Key into `assets/evidence/sources.ron`.
    pub source: String,
    /// How it is known. A compound label is entered as its weakest part.
    pub label: Label,
    /// Ids of the series, parameters or pack figures it is made of. Required
    /// for a derived number, whose worth is then the weakest of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// How it was made, or what to know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The shape of the uncertainty around a central value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Known exactly, or a convention.
    Fixed,
    /// Symmetric around the central value.
    Normal,
    /// Positive, median at the central value.
    Lognormal,
    /// Negative, median of the absolute value at the central value.
    NegativeLognormal,
    /// Between 0 and 1, mean at the central value.
    Beta,
    /// Positive, mean at the central value.
    Gamma,
    /// Mode at the central value.
    Triangular,
    /// One-sided from zero, given by its outer decile.
    HalfNormal,
    /// Equally likely between its bounds.
    Uniform,
}

/// A parameter's value with its range: a prior.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prior {
    /// The central value.
    pub central: f64,
    /// One in ten draws lies below. Absent for a fixed value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p10: Option<f64>,
    /// One in ten draws lies above. Absent for a fixed value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p90: Option<f64>,
    /// Shape of the distribution.
    pub family: Family,
    /// Probability that the true value is exactly zero.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub spike: f64,
    /// Year it refers to, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Key into `assets/evidence/sources.ron`.
    pub source: String,
    /// How it is known.
    pub label: Label,
    /// Ids of what it was derived from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// What the evidence says, and how the value follows from it.
    pub evidence: String,
}

impl Prior {
    /// The value that the central run uses: the centre of the prior, with a
    /// spike at zero counted by its probability.
    #[must_use]
    pub fn expected(&self) -> f64 {
        self.central * (1.0 - self.spike)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(x: &f64) -> bool {
    *x == 0.0
}

/// A publication or data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Full citation.
    pub citation: String,
    /// Licence or terms of use of the data, where it is data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}
