//! Random numbers: one stream a member. Uniform numbers are the same on every
//! machine; normal ones as far as its logarithm is.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use statrs::function::erf::erfc_inv;

use crate::model::city::LONGEST_ID;

/// The random numbers of one member for one city, or for what all cities share.
///
/// They are those of `ChaCha` with twenty rounds. The key is the seed as eight
/// little-endian bytes followed by the city's id, filled up with zeros; the
/// nonce is the number of the member. What all cities share has an empty id.
#[derive(Clone, Debug)]
pub struct Stream(ChaCha20Rng);

impl Stream {
    /// The stream of a member. Only the first [`LONGEST_ID`] bytes of the id count.
    #[must_use]
    pub fn new(seed: u64, city: &str, member: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        for (slot, byte) in key[8..8 + LONGEST_ID].iter_mut().zip(city.bytes()) {
            *slot = byte;
        }
        let mut random = ChaCha20Rng::from_seed(key);
        random.set_stream(member);
        Self(random)
    }

    /// The next number between 0 and 1, neither of them: the upper 53 bits of a
    /// 64-bit word, plus one half, over 2⁵³.
    pub fn uniform(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let whole = (self.0.next_u64() >> 11) as f64;
        (whole + 0.5) / 9_007_199_254_740_992.0
    }

    /// The next standard normal number: the quantile of the next uniform one.
    pub fn normal(&mut self) -> f64 {
        normal_quantile(self.uniform())
    }
}

/// The quantile of the standard normal distribution, to about fourteen digits.
#[must_use]
pub fn normal_quantile(u: f64) -> f64 {
    let lower = u.min(1.0 - u);
    let x = -std::f64::consts::SQRT_2 * erfc_inv(2.0 * lower);
    // One step of Halley's method takes the approximation to the last digits.
    let density = (-0.5 * x * x).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let step = (normal_probability(x) - lower) / density;
    let x = x - step / (1.0 + 0.5 * x * step);
    if u <= 0.5 { x } else { -x }
}

/// The probability that a standard normal number is smaller.
#[must_use]
pub fn normal_probability(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// Values of an independent implementation: the reference vector of RFC 8439
    /// has zero key and nonce, and its first bytes are 76 b8 e0 ad a0 f1 3d 90.
    #[test]
    fn the_stream_is_chacha20() {
        let word = u64::from_le_bytes([0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]);
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let expected = ((word >> 11) as f64 + 0.5) / 2.0_f64.powi(53);
        assert_relative_eq!(Stream::new(0, "", 0).uniform(), expected, max_relative = 1e-15);
    }

    #[test]
    fn seed_city_and_member_each_give_another_stream() {
        let first = |seed, city, member| Stream::new(seed, city, member).uniform().to_bits();
        let all = [first(1, "", 1), first(2, "", 1), first(1, "london", 1), first(1, "", 2), first(1, "londo", 1)];
        for (i, a) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|b| a != b));
        }
    }

    #[test]
    fn quantiles_are_those_of_tables() {
        for (u, x) in [
            (0.5, 0.0),
            (0.9, 1.281_551_565_544_600_4),
            (0.975, 1.959_963_984_540_054),
            (1e-10, -6.361_340_902_404_056),
            (0.001, -3.090_232_306_167_813_5),
        ] {
            assert_relative_eq!(normal_quantile(u), x, max_relative = 1e-13, epsilon = 1e-15);
            assert_relative_eq!(normal_probability(x), u, max_relative = 1e-12);
        }
    }
}
