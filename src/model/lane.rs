//! The number the equations run on: one `f64`, or several members side by side.
//!
//! Every equation is written once over [`Lane`]. A branch that depends on a
//! value is a [`Lane::select`], so that the members of a lane may differ.

use std::ops::{Add, Div, Mul, Neg, Sub};
use std::sync::LazyLock;

use fearless_simd::{Level, Simd as _};

use super::elementary;

/// What vectors this machine has.
static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// Does some work on the widest vectors that this machine has: it is compiled for
/// AVX-512, for AVX2 and for every machine. That reaches what is inlined, so everything
/// on the way to a loop must be, `work` itself too. Every width gives the same bits,
/// because nothing is contracted or put in another order.
#[inline]
pub fn on_widest<T>(work: impl FnOnce() -> T) -> T {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    {
        if let Some(avx512) = LEVEL.as_avx512() {
            return avx512.vectorize(work);
        }
        if let Some(avx2) = LEVEL.as_avx2() {
            return avx2.vectorize(work);
        }
    }
    work()
}

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
    #[inline(always)]
    #[must_use]
    fn logistic(self) -> Self {
        Self::splat(1.0) / (Self::splat(1.0) + (-self).exp())
    }

    /// Hyperbolic tangent, in the form that stays finite for large arguments.
    #[inline(always)]
    #[must_use]
    fn tanh(self) -> Self {
        let (one, two) = (Self::splat(1.0), Self::splat(2.0));
        one - two / ((self * two).exp() + one)
    }
}

impl Lane for f64 {
    #[inline(always)]
    fn splat(x: f64) -> Self {
        x
    }
    #[inline(always)]
    fn ln(self) -> Self {
        elementary::ln(self)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        elementary::exp(self)
    }
    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        elementary::power(self, exponent)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if self < other { self } else { other }
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if self > other { self } else { other }
    }
    #[inline(always)]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self {
        if self > threshold { yes } else { no }
    }
}

/// `N` members side by side; every operation acts on each of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Members<const N: usize>(pub [f64; N]);

// Plain loops of a known length, which the compiler turns into vector instructions.
macro_rules! each {
    ($x:ident in $all:ident => $value:expr) => {{
        let mut all = $all;
        for x in &mut all.0 {
            let $x = *x;
            *x = $value;
        }
        all
    }};
    ($x:ident, $y:ident in $all:ident, $others:ident => $value:expr) => {{
        let mut all = $all;
        for (x, $y) in all.0.iter_mut().zip($others.0) {
            let $x = *x;
            *x = $value;
        }
        all
    }};
}

macro_rules! elementwise {
    ($($trait:ident $method:ident),+) => { $(
        impl<const N: usize> $trait for Members<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                each!(x, y in self, other => x.$method(y))
            }
        }
    )+ };
}
elementwise!(Add add, Sub sub, Mul mul, Div div);

impl<const N: usize> Neg for Members<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        each!(x in self => -x)
    }
}

impl<const N: usize> Lane for Members<N> {
    #[inline(always)]
    fn splat(x: f64) -> Self {
        Self([x; N])
    }
    #[inline(always)]
    fn ln(self) -> Self {
        each!(x in self => elementary::ln(x))
    }
    #[inline(always)]
    fn exp(self) -> Self {
        each!(x in self => elementary::exp(x))
    }
    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        each!(x, y in self, exponent => elementary::power(x, y))
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        each!(x, y in self, other => Lane::min(x, y))
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        each!(x, y in self, other => Lane::max(x, y))
    }
    #[inline(always)]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self {
        Self(std::array::from_fn(|i| if self.0[i] > threshold.0[i] { yes.0[i] } else { no.0[i] }))
    }
}
