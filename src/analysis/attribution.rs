//! Which lever did it: contributions of the levers that differ from adopted
//! policy to the change of an indicator, in the central run.
//!
//! The contribution of a lever is its Shapley value: the change that it makes
//! when it joins, averaged over all orders in which the levers may join. The
//! contributions sum to the whole change, levers that do the same get the same,
//! and a lever that does nothing gets nothing.

use std::convert::Infallible;

use rayon::prelude::*;
use strum::IntoEnumIterator as _;

use crate::model::levers::{LeverGroup, LeverId};
use crate::model::projection::{Column, Inputs, Reference, project};

/// The most levers over whose every combination the average is taken: 4,096 runs.
pub const MOST_EXACT: usize = 12;

/// Over which orders of joining the average is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// All orders: exact Shapley values.
    Exact,
    /// Orders in which the levers of a group join together: Owen values, for
    /// more levers than [`MOST_EXACT`].
    ByGroup,
}

impl Method {
    /// What to tell the reader.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Exact => "exact Shapley values over all orders of the levers",
            Self::ByGroup => "Owen values: orders in which the levers of a group stay together",
        }
    }
}

/// The contributions of the changed levers, year by year, in the unit of the column.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// How the average was taken.
    pub method: Method,
    /// The changed levers with a contribution for each reported year.
    pub levers: Vec<(LeverId, Vec<f64>)>,
    /// Scenario minus reference in each reported year: the sum of the contributions.
    pub total: Vec<f64>,
}

impl Attribution {
    /// The contribution of a group in reported year number `row`; `None` if none of its levers is changed.
    #[must_use]
    pub fn group(&self, group: LeverGroup, row: usize) -> Option<f64> {
        let mut of_group =
            self.levers.iter().filter(|(id, _)| id.spec().group == group).filter_map(|(_, c)| c.get(row)).peekable();
        of_group.peek()?;
        Some(of_group.sum())
    }
}

/// Attributes the change of a column to the levers that differ from adopted
/// policy. `reference` must come from the same inputs but for the lever settings.
/// Where the column has no value in some run of a year, as cost per net job-year,
/// the year's contributions are NaN.
#[must_use]
pub fn attribute(inputs: &Inputs, reference: &Reference, column: Column) -> Attribution {
    let Ok(attribution) = attributed::<Infallible>(inputs, reference, column, || Ok(()));
    attribution
}

/// As [`attribute`], for a result that may stop being wanted: `stop` is asked
/// before every run, from several threads, and `None` comes back soon after it
/// says so.
#[must_use]
pub fn attribute_unless(
    inputs: &Inputs,
    reference: &Reference,
    column: Column,
    stop: impl Fn() -> bool + Sync,
) -> Option<Attribution> {
    attributed(inputs, reference, column, || if stop() { Err(()) } else { Ok(()) }).ok()
}

fn attributed<E: Send>(
    inputs: &Inputs,
    reference: &Reference,
    column: Column,
    go_on: impl Fn() -> Result<(), E> + Sync,
) -> Result<Attribution, E> {
    let levers: Vec<LeverId> = inputs.changed().collect();
    let method = if levers.len() <= MOST_EXACT { Method::Exact } else { Method::ByGroup };
    let position = |id: LeverId| levers.iter().position(|&other| other == id);
    let run = |coalition: u32| {
        go_on()?;
        let joined = |id| position(id).is_some_and(|i| coalition >> i & 1 == 1);
        Ok(project(&inputs.keeping(joined), reference).column(column).to_vec())
    };
    let groups: Vec<Vec<usize>> = match method {
        Method::Exact => vec![(0..levers.len()).collect()],
        Method::ByGroup => LeverGroup::iter()
            .map(|group| (0..levers.len()).filter(|&i| levers[i].spec().group == group).collect::<Vec<_>>())
            .filter(|members| !members.is_empty())
            .collect(),
    };
    let (contributions, total) = owen(&groups, run)?;
    Ok(Attribution { method, levers: levers.into_iter().zip(contributions).collect(), total })
}

/// Owen values of the players `0..n` that `groups` divide up, and the value of
/// all less that of none. With a single group they are the Shapley values.
/// `value` gives what a coalition (bit `i` for player `i`) is worth, as a vector
/// of one length; its first error ends the work.
fn owen<E: Send>(
    groups: &[Vec<usize>],
    value: impl Fn(u32) -> Result<Vec<f64>, E> + Sync,
) -> Result<(Vec<Vec<f64>>, Vec<f64>), E> {
    let whole: Vec<u32> = groups.iter().map(|members| subset(members, u32::MAX)).collect();
    let everyone = whole.iter().fold(0, |all, group| all | group);
    let others = |k: usize| {
        let rest: Vec<u32> = whole.iter().enumerate().filter(|(j, _)| *j != k).map(|(_, &group)| group).collect();
        (0..1_u32 << rest.len()).map(move |which| {
            let joined = rest.iter().enumerate().filter(|(j, _)| which >> j & 1 == 1);
            (joined.fold(0, |all, (_, group)| all | group), which.count_ones())
        })
    };

    let mut coalitions: Vec<u32> = groups
        .iter()
        .enumerate()
        .flat_map(|(k, members)| {
            others(k).flat_map(move |(joined, _)| {
                (0..1_u32 << members.len()).map(move |which| joined | subset(members, which))
            })
        })
        .chain([0, everyone])
        .collect();
    coalitions.sort_unstable();
    coalitions.dedup();
    let values: Vec<Vec<f64>> = coalitions.par_iter().map(|&coalition| value(coalition)).collect::<Result<_, E>>()?;
    let worth = |coalition: u32| {
        let found = coalitions.binary_search(&coalition).ok().and_then(|i| values.get(i));
        found.map_or(&[] as &[f64], Vec::as_slice)
    };

    let total: Vec<f64> = worth(everyone).iter().zip(worth(0)).map(|(all, none)| all - none).collect();
    let mut contributions = vec![vec![0.0; total.len()]; groups.iter().map(Vec::len).sum()];
    for (k, members) in groups.iter().enumerate() {
        for &player in members {
            let mates: Vec<usize> = members.iter().copied().filter(|&other| other != player).collect();
            for (joined, how_many) in others(k) {
                let group_weight = weight(how_many, groups.len());
                for which in 0..1_u32 << mates.len() {
                    let before = joined | subset(&mates, which);
                    let share = group_weight * weight(which.count_ones(), members.len());
                    let change = worth(before | 1 << player).iter().zip(worth(before));
                    for (sum, (with, without)) in contributions[player].iter_mut().zip(change) {
                        *sum += share * (with - without);
                    }
                }
            }
        }
    }
    Ok((contributions, total))
}

/// The members whose bit is set in `which`, as a coalition.
fn subset(members: &[usize], which: u32) -> u32 {
    members.iter().enumerate().filter(|(j, _)| which >> j & 1 == 1).fold(0, |all, (_, player)| all | 1 << player)
}

/// The share of all orders of `n` players in which exactly `before` named ones
/// come before one of them: `before!·(n − before − 1)!/n!`.
fn weight(before: u32, n: usize) -> f64 {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    // 1 / (n · C(n − 1, before))
    let choose = (1..=before).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i));
    1.0 / (f64::from(n) * choose)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use approx::assert_relative_eq;

    fn certain_owen(groups: &[Vec<usize>], value: impl Fn(u32) -> Vec<f64> + Sync) -> (Vec<Vec<f64>>, Vec<f64>) {
        let Ok(values) = owen::<Infallible>(groups, |s| Ok(value(s)));
        values
    }

    fn shapley(n: usize, value: impl Fn(u32) -> f64 + Sync) -> Vec<f64> {
        let (all, _) = certain_owen(&[(0..n).collect()], |s| vec![value(s)]);
        all.into_iter().map(|c| c[0]).collect()
    }

    #[test]
    fn glove_game() {
        // One left glove (0), two right gloves (1, 2); a pair is worth 1.
        let value = |s: u32| f64::from(s & 1 == 1 && s & 0b110 != 0);
        let got = shapley(3, value);
        for (got, known) in got.iter().zip([4.0 / 6.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert_relative_eq!(*got, known, max_relative = 1e-14);
        }
    }

    #[test]
    fn airport_game() {
        // The runway costs what the largest aircraft needs.
        let needs = [1.0, 2.0, 4.0];
        let value = |s: u32| (0..3).filter(|i| s >> i & 1 == 1).map(|i| needs[i]).fold(0.0, f64::max);
        let got = shapley(3, value);
        for (got, known) in got.iter().zip([1.0 / 3.0, 1.0 / 3.0 + 0.5, 1.0 / 3.0 + 0.5 + 2.0]) {
            assert_relative_eq!(*got, known, max_relative = 1e-14);
        }
    }

    #[test]
    fn owen_values_of_a_majority_with_a_union() {
        // Three voters, two make a majority; 0 and 1 always vote together, so 2 has no say.
        let value = |s: u32| vec![f64::from(s.count_ones() >= 2)];
        let (got, total) = certain_owen(&[vec![0, 1], vec![2]], value);
        assert_eq!(total, [1.0]);
        for (got, known) in got.iter().zip([0.5, 0.5, 0.0]) {
            assert_relative_eq!(got[0], known, epsilon = 1e-14);
        }
    }

    #[test]
    fn singleton_groups_give_shapley_values_again() {
        let value = |s: u32| f64::from(s * s % 17);
        let (alone, _) = certain_owen(&[vec![0], vec![1], vec![2], vec![3]], |s| vec![value(s)]);
        for (alone, together) in alone.iter().zip(shapley(4, value)) {
            assert_relative_eq!(alone[0], together, max_relative = 1e-12);
        }
    }

    #[test]
    fn what_is_not_wanted_any_more_stops() {
        let runs = AtomicU32::new(0);
        let value = |_| if runs.fetch_add(1, Ordering::Relaxed) < 9 { Ok(vec![1.0]) } else { Err(()) };
        assert_eq!(owen(&[(0..12).collect()], value), Err(()));
        assert!(runs.into_inner() < 4096, "the other runs are not begun");
    }

    #[test]
    fn no_players_contribute_nothing() {
        let (contributions, total) = certain_owen(&[vec![]], |_| vec![3.0]);
        assert!(contributions.is_empty());
        assert_eq!(total, [0.0]);
    }
}
