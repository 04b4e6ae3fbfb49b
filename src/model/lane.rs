//! The number the equations run on: one `f64`, or several members side by side.
//!
//! Every equation is written once over [`Lane`]. A branch that depends on a
//! value is a [`Lane::select`], so that the members of a lane may differ.

use std::ops::{Add, Div, Mul, Neg, Sub};
use std::sync::LazyLock;

use fearless_simd::{Level, dispatch};

use super::elementary;

/// The widest vectors that this machine has. Exponentials and logarithms are the
/// most of the work and gain from them; every width gives the same bits, because
/// nothing is contracted or put in another order.
static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// A number, or one number for each of several members.
pub trait Lane:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// The same number for every member.
    fn splat(x: f64) -> Self;
    /// Natural logarithm.
    #[must_use]
    fn ln(self) -> Self;
    /// Exponential.
    #[must_use]
    fn exp(self) -> Self;
    /// The smaller of two.
    #[must_use]
    fn min(self, other: Self) -> Self;
    /// The larger of two.
    #[must_use]
    fn max(self, other: Self) -> Self;
    /// `yes` where `self > threshold`, else `no`.
    #[must_use]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self;

    /// `self` to a power; `self` must be positive.
    #[must_use]
    fn power(self, exponent: Self) -> Self;

    /// The logistic function.
    #[must_use]
    fn logistic(self) -> Self {
        Self::splat(1.0) / (Self::splat(1.0) + (-self).exp())
    }

    /// Hyperbolic tangent, in the form that stays finite for large arguments.
    #[must_use]
    fn tanh(self) -> Self {
        let (one, two) = (Self::splat(1.0), Self::splat(2.0));
        one - two / ((self * two).exp() + one)
    }
}

impl Lane for f64 {
    #[inline]
    fn splat(x: f64) -> Self {
        x
    }
    #[inline]
    fn ln(self) -> Self {
        elementary::ln(self)
    }
    #[inline]
    fn exp(self) -> Self {
        elementary::exp(self)
    }
    #[inline]
    fn power(self, exponent: Self) -> Self {
        elementary::power(self, exponent)
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        if self < other { self } else { other }
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        if self > other { self } else { other }
    }
    #[inline]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self {
        if self > threshold { yes } else { no }
    }
}

/// `N` members side by side; every operation acts on each of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Members<const N: usize>(pub [f64; N]);

// Plain loops of a known length, which the compiler turns into vector instructions.
#[expect(clippy::inline_always, reason = "they are compiled once for each width of vectors, in the caller")]
impl<const N: usize> Members<N> {
    #[inline(always)]
    fn each(mut self, f: impl Fn(f64) -> f64) -> Self {
        for x in &mut self.0 {
            *x = f(*x);
        }
        self
    }

    #[inline(always)]
    fn with(mut self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        for (x, y) in self.0.iter_mut().zip(other.0) {
            *x = f(*x, y);
        }
        self
    }
}

macro_rules! elementwise {
    ($($trait:ident $method:ident),+) => { $(
        impl<const N: usize> $trait for Members<N> {
            type Output = Self;
            #[inline]
            fn $method(self, other: Self) -> Self {
                self.with(other, |a, b| a.$method(b))
            }
        }
    )+ };
}
elementwise!(Add add, Sub sub, Mul mul, Div div);

impl<const N: usize> Neg for Members<N> {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        self.each(|x| -x)
    }
}

#[expect(clippy::redundant_closure, reason = "a closure is compiled where it is used, for the vectors there")]
impl<const N: usize> Lane for Members<N> {
    #[inline]
    fn splat(x: f64) -> Self {
        Self([x; N])
    }
    fn ln(self) -> Self {
        dispatch!(*LEVEL, _ => self.each(|x| elementary::ln(x)))
    }
    fn exp(self) -> Self {
        dispatch!(*LEVEL, _ => self.each(|x| elementary::exp(x)))
    }
    fn power(self, exponent: Self) -> Self {
        dispatch!(*LEVEL, _ => self.with(exponent, |x, y| elementary::power(x, y)))
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        self.with(other, Lane::min)
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        self.with(other, Lane::max)
    }
    #[inline]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self {
        Self(std::array::from_fn(|i| if self.0[i] > threshold.0[i] { yes.0[i] } else { no.0[i] }))
    }
}
