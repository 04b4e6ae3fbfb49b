//! Scenarios side by side: which of them, what they give, how probably one is
//! better than another, and in what they differ.
//!
//! [`selection`] is what the user compares; the rest follows from it.
//! [`chances`] come from the background, by paired draws.

pub mod chances;
pub mod copy;
pub mod kept;
pub mod overlay;
pub mod picture;
pub mod selection;
pub mod settings;
pub mod standing;
pub mod words;

use crate::evidence::Library;
use crate::model::city::Currency;
use crate::model::indicators::{Indicator, IndicatorUnit};
use crate::model::provenance::{Label, Quantity};

use self::selection::Member;

/// Whether an indicator is an amount of money.
#[must_use]
pub const fn is_money(of: Indicator) -> bool {
    matches!(
        of.unit(),
        IndicatorUnit::CurrencyPerSquareMetreYear | IndicatorUnit::CurrencyPerYear | IndicatorUnit::Currency
    )
}

/// The euro, in which money is compared across cities.
#[must_use]
pub fn euro(price_year: i32) -> Currency {
    let eur_rate = Quantity {
        value: 1.0,
        unit: "EUR/EUR".to_owned(),
        year: None,
        source: String::new(),
        label: Label::Derived,
        from: Vec::new(),
        note: None,
    };
    Currency { code: "EUR".to_owned(), symbol: "€".to_owned(), price_year, eur_rate }
}

/// The library of a city's data: that of the first scenario that has the city.
#[must_use]
pub fn library_of<'a>(members: &[Member<'a>], city: &str) -> Option<&'a Library> {
    members.iter().find(|member| member.scenario.cities.contains_key(city)).map(|member| member.library)
}
