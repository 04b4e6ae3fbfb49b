//! The number the equations run on: one `f64`, or several members side by side.
//!
//! Every equation is written once over [`Lane`]. A branch that depends on a
//! value is a [`Lane::select`], so that the members of a lane may differ.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::elementary;

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
    fn power(self, exponent: Self) -> Self {
        (self.ln() * exponent).exp()
    }

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

macro_rules! elementwise {
    ($($trait:ident $method:ident),+) => { $(
        impl<const N: usize> $trait for Members<N> {
            type Output = Self;
            #[inline]
            fn $method(self, other: Self) -> Self {
                Self(std::array::from_fn(|i| self.0[i].$method(other.0[i])))
            }
        }
    )+ };
}
elementwise!(Add add, Sub sub, Mul mul, Div div);

impl<const N: usize> Neg for Members<N> {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        Self(self.0.map(|x| -x))
    }
}

impl<const N: usize> Lane for Members<N> {
    #[inline]
    fn splat(x: f64) -> Self {
        Self([x; N])
    }
    #[inline]
    fn ln(self) -> Self {
        Self(self.0.map(elementary::ln))
    }
    #[inline]
    fn exp(self) -> Self {
        Self(self.0.map(elementary::exp))
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| Lane::min(self.0[i], other.0[i])))
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| Lane::max(self.0[i], other.0[i])))
    }
    #[inline]
    fn select(self, threshold: Self, yes: Self, no: Self) -> Self {
        Self(std::array::from_fn(|i| if self.0[i] > threshold.0[i] { yes.0[i] } else { no.0[i] }))
    }
}
