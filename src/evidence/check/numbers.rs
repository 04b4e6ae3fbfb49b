//! Single numbers: value, unit, source, label, inputs.

use crate::evidence::Library;
use crate::evidence::worth::{self, Worth};
use crate::model::city::CityPack;
use crate::model::parameters::ParameterId;
use crate::model::provenance::{Family, Label, Prior, Quantity};

use super::Findings;
use super::bounds::{self, Bounds};

/// Checks numbers of a city, or of what all cities share.
pub(super) struct Numbers<'a> {
    library: &'a Library,
    city: Option<&'a CityPack>,
    worth: Worth<'a>,
}

impl<'a> Numbers<'a> {
    pub fn new(library: &'a Library, city: Option<&'a CityPack>) -> Self {
        Self { library, city, worth: Worth::new(library, city) }
    }

    /// A figure that must be in `unit`.
    pub fn quantity(&self, f: &mut Findings, q: &Quantity, unit: &str) {
        f.require(q.value.is_finite(), || format!("{} is no number", q.value));
        f.require(q.unit == unit, || format!("the unit is {:?}; expected {unit:?}", q.unit));
        if let Some(year) = q.year {
            f.below("year", |f| bounds::year(f, year));
        }
        self.known(f, &q.source, q.label, &q.from);
        f.require(q.label != Label::Derived || q.note.is_some(), || "is derived; say how in `note`".to_owned());
    }

    /// A figure that must be in `unit` and inside `bounds`.
    pub fn bounded(&self, f: &mut Findings, q: &Quantity, unit: &str, bounds: Bounds) {
        self.quantity(f, q, unit);
        bounds.check(f, q.value, unit);
    }

    /// Source, label and inputs of a number.
    pub fn known(&self, f: &mut Findings, source: &str, label: Label, from: &[String]) {
        self.source(f, source, label);
        f.require(label != Label::Derived || !from.is_empty(), || {
            "is derived; name what it was made of in `from`".to_owned()
        });
        if let Err(error) = self.worth.effective(label, from) {
            f.add(error.to_string());
        }
    }

    /// The source of a number with this label: it is there, and where it is an
    /// assumption, the number is none the better.
    pub fn source(&self, f: &mut Findings, key: &str, label: Label) {
        self.key(f, key);
        let allowed = worth::assumption(key).is_none_or(|assumed| label >= assumed);
        f.require(allowed, || format!("comes from {key:?} and is labelled {:?}; label it {key:?}", label.text()));
    }

    fn key(&self, f: &mut Findings, key: &str) {
        f.require(self.library.source(self.city, key).is_some(), || {
            format!("no source {key:?}; list it under `sources`")
        });
    }

    /// The label of a figure, counted as that of the weakest number it is made of.
    pub fn effective(&self, q: &Quantity) -> Label {
        self.worth.effective(q.label, &q.from).unwrap_or(Label::Judgement)
    }

    /// A prior of whatever it may be.
    pub fn prior(&self, f: &mut Findings, prior: &Prior) {
        if let Some(year) = prior.year {
            f.below("year", |f| bounds::year(f, year));
        }
        self.known(f, &prior.source, prior.label, &prior.from);
        f.text("evidence", &prior.evidence);
        for key in literature(&prior.evidence) {
            self.key(f, key);
        }
        range(f, prior);
    }

    /// A prior of the model constant `id`.
    pub fn parameter(&self, f: &mut Findings, id: &str, prior: &Prior) {
        self.prior(f, prior);
        let Ok(id) = id.parse::<ParameterId>() else {
            f.add("the model has no parameter of this id");
            return;
        };
        let (allowed, value) = (id.allowed(), prior.expected());
        f.require(allowed.contains(&value), || {
            format!("{value} is outside {} to {} {}", allowed.start(), allowed.end(), id.unit())
        });
    }
}

/// Keys of the literature that a text mentions.
pub fn literature(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|word| word.starts_with("lit-"))
}

/// The range fits the centre and the family.
fn range(f: &mut Findings, prior: &Prior) {
    let Prior { central, family, spike, .. } = *prior;
    f.require(central.is_finite(), || format!("{central} is no number"));
    f.require((0.0..1.0).contains(&spike), || format!("the spike {spike} is no probability below one"));
    match (family, prior.p10, prior.p90) {
        (Family::Fixed, None, None) => return,
        (Family::Fixed, ..) => f.add("is fixed; it has no p10 and p90"),
        (_, Some(p10), Some(p90)) => f.require(p10 < p90 && (p10..=p90).contains(&central), || {
            format!("p10 {p10}, central {central} and p90 {p90} are not in order")
        }),
        _ => f.add("p10 or p90 is missing; only a fixed value has none"),
    }
    let fits = match family {
        Family::Lognormal | Family::Gamma => central > 0.0 && prior.p10.is_none_or(|p| p >= 0.0),
        Family::NegativeLognormal => central < 0.0 && prior.p90.is_none_or(|p| p <= 0.0),
        Family::Beta => central > 0.0 && central < 1.0,
        Family::HalfNormal => prior.p10 == Some(0.0) || prior.p90 == Some(0.0),
        Family::Fixed | Family::Normal | Family::Triangular | Family::Uniform => true,
    };
    f.require(fits, || format!("{central} with this range cannot be {family:?}"));
}
