//! Covariances and their roots.

/// The mean of each coordinate of some points.
pub(super) fn mean<'a>(points: impl Iterator<Item = &'a Vec<f64>> + Clone, dimension: usize) -> Vec<f64> {
    let mut sums = vec![0.0; dimension];
    let mut count = 0.0;
    for point in points {
        for (sum, x) in sums.iter_mut().zip(point) {
            *sum += x;
        }
        count += 1.0;
    }
    sums.into_iter().map(|sum| sum / count).collect()
}

/// The covariance of some points around their mean, row by row.
pub(super) fn covariance<'a>(points: impl Iterator<Item = &'a Vec<f64>> + Clone, mean: &[f64]) -> Vec<Vec<f64>> {
    let n = mean.len();
    let mut sums = vec![vec![0.0; n]; n];
    let mut count = 0.0;
    for point in points {
        for (i, row) in sums.iter_mut().enumerate() {
            for (j, sum) in row.iter_mut().enumerate().take(i + 1) {
                *sum += (point[i] - mean[i]) * (point[j] - mean[j]);
            }
        }
        count += 1.0;
    }
    let divisor = f64::max(count - 1.0, 1.0);
    (0..n).map(|i| (0..n).map(|j| sums[i.max(j)][i.min(j)] / divisor).collect()).collect()
}

/// The lower triangular root of a covariance. A direction without spread gets none.
pub(super) fn root(covariance: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = covariance.len();
    let mut root = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| root[i][k] * root[j][k]).sum();
            let left = covariance[i][j] - known;
            root[i][j] = if i == j {
                left.max(0.0).sqrt()
            } else if root[j][j] > 0.0 {
                left / root[j][j]
            } else {
                0.0
            };
        }
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn a_root_times_itself_is_the_covariance() {
        let covariance = vec![vec![4.0, 1.2, -0.4], vec![1.2, 1.0, 0.3], vec![-0.4, 0.3, 2.0]];
        let root = root(&covariance);
        for i in 0..3 {
            for j in 0..3 {
                let product: f64 = (0..3).map(|k| root[i][k] * root[j][k]).sum();
                assert_relative_eq!(product, covariance[i][j], epsilon = 1e-12);
            }
        }
    }

    #[test]
    fn mean_and_covariance_are_those_of_the_points() {
        let points = [vec![0.0, 1.0], vec![2.0, 1.0], vec![4.0, 4.0]];
        let mean = mean(points.iter(), 2);
        assert_eq!(mean, vec![2.0, 2.0]);
        assert_eq!(covariance(points.iter(), &mean), vec![vec![4.0, 3.0], vec![3.0, 3.0]]);
    }
}
