//! Indicators and levers as a reader sees them: rounded, scaled, with units.

use crate::model::city::{CityPack, Currency};
use crate::model::indicators::{Better, Indicator, IndicatorUnit};
use crate::model::levers::{End, LeverId, LeverSpec, LeverUnit};
use crate::scenario::document::CityPlan;
use crate::t;
use crate::text::{self, Language};
use crate::units::{self, SPACE, Scale};

/// A number and its unit, as shown apart on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number, with the currency's sign where it is money.
    pub number: String,
    /// The unit.
    pub unit: String,
    /// The unit where there is little room.
    pub short: String,
}

impl Figure {
    /// Both in one line: `£170/m²/yr`, `4.28 million m²`.
    #[must_use]
    pub fn line(&self) -> String {
        match self.unit.chars().next() {
            None => self.number.clone(),
            Some('/') => format!("{}{}", self.number, self.unit),
            Some(_) => format!("{}{SPACE}{}", self.number, self.unit),
        }
    }
}

/// How an indicator is shown: what its values are divided by, and the unit that is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Display {
    /// What values are divided by.
    pub divisor: f64,
    /// Sign before the number.
    pub sign: String,
    /// Unit after the number.
    pub unit: String,
    /// The unit of less than two, where a language has another for it.
    one: Option<&'static str>,
    /// The unit where there is little room.
    short: Option<String>,
    /// Decimals of a level.
    pub decimals: usize,
    /// Significant figures of a level, where decimals do not say enough.
    figures: i32,
}

impl Display {
    /// Jobs, one by one.
    #[must_use]
    pub fn jobs() -> Self {
        let (sign, unit) = (String::new(), t!("figures-jobs").to_owned());
        Self { divisor: 1.0, sign, unit, one: None, short: None, decimals: 0, figures: 4 }
    }

    /// An index of which `base` is 100.
    #[must_use]
    pub fn index(base: f64) -> Self {
        Self { divisor: base / 100.0, unit: String::new(), decimals: 1, ..Self::jobs() }
    }

    /// How the values of an indicator of this size are shown in a city with this money.
    #[must_use]
    pub fn of(indicator: Indicator, size: f64, currency: &Currency) -> Self {
        let plain = |unit: &str, decimals| Self {
            divisor: 1.0,
            sign: String::new(),
            unit: unit.to_owned(),
            one: None,
            short: None,
            decimals,
            figures: 4,
        };
        let money = |scale: Scale, unit: &str, decimals| Self {
            divisor: scale.divisor,
            sign: sign(currency),
            unit: money_unit(currency, scale_word(scale), unit),
            // A currency that follows its number is never left out.
            short: (text::language() == Language::Fr)
                .then(|| money_unit(currency, scale_word(scale), "").trim_end().to_owned()),
            ..plain("", decimals)
        };
        match indicator.unit() {
            IndicatorUnit::Jobs => plain(t!("figures-jobs"), 0),
            IndicatorUnit::Homes => plain(t!("figures-homes"), 0),
            IndicatorUnit::SquareMetres => Self {
                divisor: Scale::MILLION.divisor,
                one: Some(t!("figures-million-m2-one")),
                short: Some(t!("figures-million-m2-short").to_owned()),
                ..plain(t!("figures-million-m2"), 2)
            },
            IndicatorUnit::Hectares => plain("ha", 0),
            IndicatorUnit::CurrencyPerSquareMetreYear => money(Scale::ONE, t!("figures-per-m2-year"), 0),
            IndicatorUnit::Share => Self { divisor: 0.01, ..plain("%", 1) },
            IndicatorUnit::Index => plain("", 2),
            IndicatorUnit::CurrencyPerYear => {
                let scale = if size.abs() >= 1e9 { Scale::BILLION } else { Scale::MILLION };
                money(scale, t!("figures-per-year"), if scale == Scale::BILLION { 2 } else { 1 })
            }
            IndicatorUnit::KilotonnesPerYear => plain(t!("figures-kilotonnes"), 0),
            IndicatorUnit::Currency => money(Scale::ONE, t!("figures-per-job-year"), 0),
        }
    }

    /// A level.
    #[must_use]
    pub fn level(&self, value: f64) -> Figure {
        let scaled = self.round(value / self.divisor);
        self.figure(scaled, self.with_sign(scaled, units::number(scaled.abs(), self.decimals)))
    }

    /// A change, with its sign; shares change by points.
    #[must_use]
    pub fn change(&self, delta: f64) -> Figure {
        self.signed(self.round(delta / self.divisor), self.decimals)
    }

    fn signed(&self, scaled: f64, decimals: usize) -> Figure {
        let text = units::signed(scaled, decimals);
        let number = match text.strip_prefix(['+', units::MINUS]) {
            Some(digits) => {
                let sign = if scaled > 0.0 { '+' } else { units::MINUS };
                format!("{sign}{}{digits}", self.sign)
            }
            None => format!("{}{text}", self.sign),
        };
        if self.unit == "%" {
            let (unit, short) = (t!("figures-points").to_owned(), t!("figures-points-short").to_owned());
            return Figure { number, unit, short };
        }
        self.figure(scaled, number)
    }

    fn figure(&self, scaled: f64, number: String) -> Figure {
        let unit = self.one.filter(|_| scaled.abs() < 2.0).unwrap_or(&self.unit).to_owned();
        let short = self.short.as_ref().unwrap_or(&unit).clone();
        Figure { number, unit, short }
    }

    /// The unit by itself, with the currency's sign: for a heading.
    #[must_use]
    pub fn heading(&self) -> String {
        self.headed(&self.unit)
    }

    /// As [`Self::heading`], of changes.
    #[must_use]
    pub fn heading_of_changes(&self) -> String {
        self.headed(if self.unit == "%" { t!("figures-points") } else { &self.unit })
    }

    fn headed(&self, unit: &str) -> String {
        let sign = if unit.starts_with('/') { self.sign.trim_end() } else { &self.sign };
        format!("{sign}{unit}")
    }

    /// An interval of levels, without unit: `90 300–106 200`.
    #[must_use]
    pub fn levels(&self, low: f64, high: f64) -> String {
        let (low, high) = (self.level(low).number, self.level(high).number);
        // A dash beside a minus would be read as one.
        if low.contains(units::MINUS) { t!("figures-to", low = low, high = high) } else { format!("{low}–{high}") }
    }

    /// An interval of changes, without unit: `−200 to +1 400`.
    #[must_use]
    pub fn changes(&self, low: f64, high: f64) -> String {
        t!("figures-to", low = self.change(low).number, high = self.change(high).number)
    }

    /// A level with all the figures that mean anything.
    #[must_use]
    pub fn exactly(&self, value: f64) -> Figure {
        let scaled = value / self.divisor;
        self.figure(scaled, self.with_sign(scaled, units::number(scaled.abs(), self.fine())))
    }

    /// A change with all the figures that mean anything.
    #[must_use]
    pub fn exact_change(&self, delta: f64) -> Figure {
        self.signed(delta / self.divisor, self.fine())
    }

    /// The smallest difference that [`Self::exactly`] shows, in the indicator's unit.
    #[must_use]
    pub fn finest(&self) -> f64 {
        self.divisor * (0..self.fine()).fold(1.0, |step, _| step / 10.0)
    }

    const fn fine(&self) -> usize {
        if self.decimals == 0 { 0 } else { self.decimals + 1 }
    }

    /// A tick of an axis, without unit.
    #[must_use]
    pub fn tick(&self, scaled: f64, step: f64) -> String {
        units::number(scaled, units::decimals_of(step))
    }

    fn round(&self, scaled: f64) -> f64 {
        if self.decimals == 0 { units::rounded(scaled, self.figures, 1.0) } else { scaled }
    }

    fn with_sign(&self, scaled: f64, digits: String) -> String {
        let minus = if scaled < 0.0 && !units::is_zero(&digits) { String::from(units::MINUS) } else { String::new() };
        if digits == units::NONE { digits } else { format!("{minus}{}{digits}", self.sign) }
    }
}

/// What stands before an amount of money: nothing where the currency follows it.
fn sign(currency: &Currency) -> String {
    match text::language() {
        Language::En => currency.symbol.clone(),
        Language::Nl => format!("{}{SPACE}", currency.symbol),
        Language::Fr => String::new(),
    }
}

/// What follows an amount of money: the word of its scale, the currency where it
/// follows, and per what it is.
fn money_unit(currency: &Currency, scale: &str, per: &str) -> String {
    if text::language() != Language::Fr {
        return format!("{scale}{per}");
    }
    let space = if per.starts_with('/') { String::new() } else { SPACE.to_string() };
    format!("{scale}{}{space}{per}", currency.symbol)
}

/// The word of a scale, beside money.
fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::BILLION => t!("figures-billion"),
        Scale::MILLION => t!("figures-million"),
        _ => "",
    }
}

/// Whether a change of an indicator is for the better. `None` where it is
/// neither, or too small to be shown.
#[must_use]
pub fn is_better(indicator: Indicator, delta: f64, display: &Display) -> Option<bool> {
    let shown = display.change(delta).number;
    if units::is_zero(&shown) {
        return None;
    }
    match indicator.better() {
        Better::More => Some(delta > 0.0),
        Better::Less => Some(delta < 0.0),
        Better::Neither => None,
    }
}

/// A lever's level with its unit, short enough for its row. A lever that can go
/// below zero is a change and has a sign.
#[must_use]
pub fn lever_text(spec: &LeverSpec, level: f64, currency: &Currency) -> String {
    let decimals = spec.decimals.max(units::decimals_of(level).min(spec.decimals + 2));
    let number = if matches!(spec.min, End::At(min) if min < 0.0) {
        units::signed(level, decimals)
    } else {
        units::number(level, decimals)
    };
    match spec.unit {
        LeverUnit::Percent => format!("{number}{SPACE}%"),
        LeverUnit::TimesReference => format!("{number}{SPACE}×"),
        LeverUnit::PlotRatio => number,
        LeverUnit::HectaresPerYear => format!("{number}{SPACE}{}", t!("figures-hectares")),
        LeverUnit::MillionsPerYear => {
            let unit = money_unit(currency, t!("figures-lever-million"), t!("figures-per-year"));
            format!("{}{number}{SPACE}{unit}", sign(currency))
        }
        LeverUnit::KilotonnesPerYear => format!("{number}{SPACE}{}", t!("figures-kilotonnes")),
        LeverUnit::SquareMetres => format!("{number}{SPACE}m²"),
        LeverUnit::PlacesPerYear => format!("{number}{SPACE}{}", t!("figures-per-year")),
    }
}

/// Whether a lever is set to something else than adopted policy.
#[must_use]
pub fn departs(pack: &CityPack, plan: &CityPlan, lever: LeverId) -> bool {
    let reference = pack.reference(plan.start, lever).map(|quantity| quantity.value);
    plan.levers.get(&lever).is_some_and(|setting| differ(setting.level, reference))
}

/// Whether a level is another than the reference, by more than the last digit
/// that a file could hold.
#[must_use]
pub fn differ(level: f64, reference: Option<f64>) -> bool {
    reference.is_none_or(|reference| (level - reference).abs() > 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::provenance::{Label, Quantity};

    fn pounds() -> Currency {
        let eur_rate = Quantity {
            value: 1.15,
            unit: "EUR/GBP".to_owned(),
            year: None,
            source: "judgement".to_owned(),
            label: Label::Judgement,
            from: Vec::new(),
            note: None,
        };
        Currency { code: "GBP".to_owned(), symbol: "£".to_owned(), price_year: 2023, eur_rate }
    }

    fn level(indicator: Indicator, value: f64) -> String {
        Display::of(indicator, value, &pounds()).level(value).line()
    }

    #[test]
    fn figures_read_as_planners_write_them() {
        assert_eq!(level(Indicator::ManufacturingJobs, 120_583.0), "120\u{202f}600\u{a0}jobs");
        assert_eq!(level(Indicator::IndustrialFloorspace, 4_330_000.0), "4.33\u{a0}million m²");
        assert_eq!(level(Indicator::RealRent, 170.2), "£170/m²/yr");
        assert_eq!(level(Indicator::Vacancy, 0.0402), "4.0\u{a0}%");
        assert_eq!(level(Indicator::PublicCost, -12_340_000.0), "−£12.3\u{a0}million/yr");
        assert_eq!(level(Indicator::CostPerNetJobYear, f64::NAN), "–\u{a0}per job-year");
    }

    #[test]
    fn changes_carry_their_sign_and_points() {
        let change = |indicator, delta: f64| Display::of(indicator, delta, &pounds()).change(delta).line();
        assert_eq!(change(Indicator::ManufacturingJobs, 13_204.0), "+13\u{202f}200\u{a0}jobs");
        assert_eq!(change(Indicator::RealRent, -46.2), "−£46/m²/yr");
        assert_eq!(change(Indicator::Vacancy, 0.016), "+1.6\u{a0}points");
        assert_eq!(change(Indicator::RealRent, 0.0), "£0/m²/yr");
    }

    #[test]
    fn intervals_are_read_without_doubt() {
        let of = |indicator| Display::of(indicator, 1e7, &pounds());
        assert_eq!(of(Indicator::ManufacturingJobs).levels(90_312.0, 106_180.0), "90\u{202f}310–106\u{202f}200");
        assert_eq!(of(Indicator::ManufacturingJobs).changes(-212.0, 1_401.0), "−212 to +1\u{202f}401");
        assert_eq!(of(Indicator::PublicCost).levels(-2e6, 12e6), "−£2.0 to £12.0");
    }

    #[test]
    fn exact_figures_show_one_decimal_more() {
        let of = |indicator, value: f64| Display::of(indicator, value, &pounds());
        assert_eq!(of(Indicator::ManufacturingJobs, 1e5).exactly(98_562.3).line(), "98\u{202f}562\u{a0}jobs");
        assert_eq!(
            of(Indicator::IndustrialFloorspace, 1e7).exact_change(-1_234_567.0).line(),
            "−1.235\u{a0}million m²"
        );
        assert_eq!(of(Indicator::PublicCost, 1e7).exactly(-1e7).line(), "−£10.00\u{a0}million/yr");
        approx::assert_relative_eq!(of(Indicator::IndustrialFloorspace, 1e7).finest(), 1e3, max_relative = 1e-12);
    }

    #[test]
    fn a_change_too_small_to_show_is_neither_better_nor_worse() {
        let display = Display::of(Indicator::ManufacturingJobs, 1e5, &pounds());
        assert_eq!(is_better(Indicator::ManufacturingJobs, 0.2, &display), None);
        assert_eq!(is_better(Indicator::ManufacturingJobs, 200.0, &display), Some(true));
        assert_eq!(is_better(Indicator::RealRent, 20.0, &display), Some(false));
        assert_eq!(is_better(Indicator::Vacancy, 0.1, &display), None);
    }

    #[test]
    fn money_and_scales_stand_as_each_language_has_them() {
        let euros = Currency { code: "EUR".to_owned(), symbol: "€".to_owned(), ..pounds() };
        let level = |indicator, value: f64| Display::of(indicator, value, &euros).level(value).line();
        let all = || {
            let grants = lever_text(LeverId::CapitalGrants.spec(), 12.0, &euros);
            let rent = Display::of(Indicator::RealRent, 1.0, &euros);
            let change = Display::of(Indicator::PublicCost, 1e7, &euros).change(-1.25e7).line();
            [
                level(Indicator::RealRent, 1_170.2),
                level(Indicator::PublicCost, 1.23e9),
                level(Indicator::IndustrialFloorspace, 1.9e6),
                level(Indicator::IndustrialFloorspace, 4.28e6),
                level(Indicator::CostPerNetJobYear, 12_000.0),
                change,
                grants,
                rent.heading(),
            ]
        };
        text::speak(Language::Fr);
        let french = all();
        text::speak(Language::Nl);
        let dutch = all();
        text::speak(Language::En);
        let (s, n) = ('\u{a0}', '\u{202f}');
        assert_eq!(
            french,
            [
                format!("1{n}170{s}€/m²/an"),
                format!("1,23{s}Md€/an"),
                format!("1,90{s}million de m²"),
                format!("4,28{s}millions de m²"),
                format!("12{n}000{s}€{s}par emploi-année"),
                format!("−12,5{s}M€/an"),
                format!("12,0{s}M€/an"),
                "€/m²/an".to_owned(),
            ]
        );
        assert_eq!(
            dutch,
            [
                format!("€{s}1.170/m²/jr"),
                format!("€{s}1,23{s}mld/jr"),
                format!("1,90{s}miljoen m²"),
                format!("4,28{s}miljoen m²"),
                format!("€{s}12.000{s}per baanjaar"),
                format!("−€{s}12,5{s}mln/jr"),
                format!("€{s}12,0{s}mln/jr"),
                "€/m²/jr".to_owned(),
            ]
        );
    }

    #[test]
    fn a_figure_as_it_is_shown_can_be_typed_in_every_language() {
        for language in Language::all() {
            text::speak(language);
            for (indicator, value) in [
                (Indicator::ManufacturingJobs, 120_600.0),
                (Indicator::IndustrialFloorspace, 4.28e6),
                (Indicator::RealRent, 1_170.0),
                (Indicator::PublicCost, -12.5e6),
                (Indicator::CostPerNetJobYear, 12_000.0),
            ] {
                let display = Display::of(indicator, value, &pounds());
                let shown = display.level(value).line();
                let read = units::parse(&shown, &shown).map(|scaled| scaled * display.divisor);
                assert_eq!(read, Some(value), "{language:?}: {shown}");
            }
            let grants = LeverId::CapitalGrants.spec();
            let shown = lever_text(grants, 12.5, &pounds());
            assert_eq!(units::parse(&shown, &shown), Some(12.5), "{language:?}: {shown}");
        }
        text::speak(Language::Fr);
        assert_eq!(units::parse("2,5 millions de m²", "1,90\u{a0}million de m²"), Some(2.5));
        text::speak(Language::En);
    }

    #[test]
    fn lever_levels_show_typed_decimals() {
        let text = |id: LeverId, level| lever_text(id.spec(), level, &pounds());
        assert_eq!(text(LeverId::ProtectedShare, 90.0), "90\u{a0}%");
        assert_eq!(text(LeverId::ProtectedShare, 90.5), "90.5\u{a0}%");
        assert_eq!(text(LeverId::CapitalGrants, 12.0), "£12.0\u{a0}m/yr");
        assert_eq!(text(LeverId::PropertyTax, 5.0), "+5\u{a0}%");
    }
}
