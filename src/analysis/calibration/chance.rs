//! Random numbers of the chains, with the same bits on every machine: only
//! sums, products, roots and the model's own logarithm are used.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::model::lane::Lane;

/// A stream of random numbers: `ChaCha` with twenty rounds, the seed as its key
/// and the number of the stream as its nonce.
#[derive(Clone, Debug)]
pub(super) struct Chance {
    random: ChaCha20Rng,
    /// The second of a pair of normal numbers.
    kept: Option<f64>,
}

impl Chance {
    /// The stream number `stream` of a seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut random = ChaCha20Rng::from_seed(key);
        random.set_stream(stream);
        Self { random, kept: None }
    }

    /// A number between 0 and 1, neither of them: the upper 53 bits of a 64-bit
    /// word, plus one half, over 2⁵³.
    pub fn uniform(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let whole = (self.random.next_u64() >> 11) as f64;
        (whole + 0.5) / 9_007_199_254_740_992.0
    }

    /// A standard normal number, by Marsaglia's polar method.
    pub fn normal(&mut self) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let factor = (-2.0 * Lane::ln(square) / square).sqrt();
                self.kept = Some(y * factor);
                return x * factor;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn normal_numbers_have_the_moments_of_one() {
        let mut chance = Chance::new(1, 1);
        let n = 200_000;
        let (mut sum, mut squares, mut fourth) = (0.0, 0.0, 0.0);
        for _ in 0..n {
            let x = chance.normal();
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
        }
        let n = f64::from(n);
        assert!((sum / n).abs() < 0.01);
        assert_relative_eq!(squares / n, 1.0, max_relative = 0.02);
        assert_relative_eq!(fourth / n, 3.0, max_relative = 0.05);
    }

    #[test]
    fn streams_and_seeds_differ() {
        let first = |seed, stream| Chance::new(seed, stream).uniform().to_bits();
        assert!(first(1, 1) != first(1, 2) && first(1, 1) != first(2, 1));
    }
}
