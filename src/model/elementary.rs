//! Exponential and logarithm of the model: branch-free, so that the compiler
//! works on several members at once, and made of additions and multiplications
//! only, so that every machine gets the same bits.
//!
//! Both are within two units in the last place of the true value. They reduce
//! their argument as Sun's `fdlibm` does, with its published constants.

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Added to a number, rounds it to a whole one and leaves that in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
const ONE: u64 = 0x3ff0_0000_0000_0000;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
/// 2⁵², whose low bits are those of a whole number added to it.
const TWO_52: u64 = 0x4330_0000_0000_0000;

/// Largest argument that [`exp`] looks at, either way.
const FAR: f64 = 700.0;

/// The exponential. Beyond ±700 it stays where it is there.
#[inline(always)]
#[must_use]
pub fn exp(x: f64) -> f64 {
    let x = if x > FAR { FAR } else { x };
    let x = if x < -FAR { -FAR } else { x };
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = x - k * LN2_HIGH - k * LN2_LOW;
    // The series of exp(r) to r¹³ for |r| ≤ ln 2 / 2.
    let mut sum = 1.0 / 6_227_020_800.0;
    for inverse in [
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
    ] {
        sum = sum * r + inverse;
    }
    let power = f64::from_bits((shifted.to_bits() << 52).wrapping_add(ONE));
    (1.0 + (r + r * r * sum)) * power
}

/// The natural logarithm. Minus infinity at zero and below the smallest normal
/// number, NaN for negative numbers.
#[inline(always)]
#[must_use]
pub fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = f64::from_bits((bits >> 52) | TWO_52) - (4_503_599_627_370_496.0 + 1023.0);
    let mantissa = f64::from_bits((bits & MANTISSA) | ONE);
    let large = mantissa > std::f64::consts::SQRT_2;
    let mantissa = if large { 0.5 * mantissa } else { mantissa };
    let exponent = if large { exponent + 1.0 } else { exponent };

    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let mut sum = 1.479_819_860_511_658_6e-1;
    for coefficient in [
        1.531_383_769_920_937_3e-1,
        1.818_357_216_161_805e-1,
        2.222_219_843_214_978_4e-1,
        2.857_142_874_366_239e-1,
        3.999_999_999_940_942e-1,
        6.666_666_666_666_735e-1,
    ] {
        sum = sum * z + coefficient;
    }
    let half = 0.5 * f * f;
    let log = exponent * LN2_HIGH - ((half - (s * (half + z * sum) + exponent * LN2_LOW)) - f);

    let log = if x < f64::MIN_POSITIVE { f64::NEG_INFINITY } else { log };
    let log = if x < 0.0 { f64::NAN } else { log };
    if x <= f64::MAX { log } else { x }
}

/// A positive number to a power.
#[inline(always)]
#[must_use]
pub fn power(x: f64, exponent: f64) -> f64 {
    exp(ln(x) * exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn both_agree_with_the_system_to_two_units_in_the_last_place() {
        let mut worst = (0, 0);
        for i in -200_000..=200_000 {
            let x = f64::from(i) * 1.7e-3;
            worst.0 = worst.0.max(apart(exp(x), x.exp()));
            let y = (f64::from(i) * 1.9e-3).exp();
            // Near 1 the logarithm is compared with the one that is exact there.
            worst.1 = worst.1.max(apart(ln(y), y.ln()));
        }
        for i in 1..100_000 {
            let y = 1.0 + f64::from(i) * 1e-7;
            worst.1 = worst.1.max(apart(ln(y), y.ln())).max(apart(ln(1.0 / y), (1.0 / y).ln()));
        }
        assert!(worst.0 <= 2 && worst.1 <= 2, "{worst:?}");
    }

    #[test]
    fn whole_results_are_exact() {
        assert_eq!(exp(0.0).to_bits(), 1.0_f64.to_bits());
        assert_eq!(ln(1.0).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn the_ends_are_as_documented() {
        assert!(exp(1e9) > 1e303 && exp(1e9).is_finite() && exp(-1e9) > 0.0);
        assert!(exp(f64::NAN).is_nan() && ln(f64::NAN).is_nan() && ln(-1.0).is_nan());
        assert_eq!((ln(0.0), ln(f64::INFINITY)), (f64::NEG_INFINITY, f64::INFINITY));
    }
}
