//! The Kalman filter of [`super::drift`]: level, slow and cyclical growth of log jobs.

/// What the filter believes: level (log), slow part and cyclical part of growth (1/yr).
#[derive(Clone, Copy, Debug)]
pub(super) struct Filter {
    /// Means.
    pub x: [f64; 3],
    /// Covariances.
    pub cov: [[f64; 3]; 3],
    mean: f64,
    rho: [f64; 2],
    news: [f64; 2],
}

impl Filter {
    /// Before any observation: both parts of growth at zero with the variance
    /// they have in the long run. `mean` is the growth they swing around, `rho`
    /// their persistence, `news` the variance of what is new in them each year.
    pub fn new(mean: f64, rho: [f64; 2], news: [f64; 2]) -> Self {
        let stationary = |i: usize| news[i] / (1.0 - rho[i] * rho[i]).max(1e-9);
        Self { x: [0.0; 3], cov: [[0.0; 3], [0.0, stationary(0), 0.0], [0.0, 0.0, stationary(1)]], mean, rho, news }
    }

    /// One year on.
    pub fn predict(&mut self) {
        let transition = [[1.0, 1.0, 1.0], [0.0, self.rho[0], 0.0], [0.0, 0.0, self.rho[1]]];
        let mut x = [self.mean, 0.0, 0.0];
        for (i, row) in transition.iter().enumerate() {
            x[i] += row.iter().zip(&self.x).map(|(f, v)| f * v).sum::<f64>();
        }
        self.x = x;
        self.cov = product(&product(&transition, &self.cov), &transposed(&transition));
        self.cov[1][1] += self.news[0];
        self.cov[2][2] += self.news[1];
    }

    /// The level is what was just observed with this error variance; growth is as it was.
    pub fn restart(&mut self, y: f64, error: f64) {
        self.x[0] = y;
        for i in 0..3 {
            self.cov[0][i] = 0.0;
            self.cov[i][0] = 0.0;
        }
        self.cov[0][0] = error;
    }

    /// Variance of an observation with this error variance, as expected before it is made.
    pub fn spread(&self, error: f64) -> f64 {
        self.cov[0][0] + error
    }

    /// News about level and growth from an observation with this error variance.
    /// Of a surprise that counts for less than one, the rest is a move of the level.
    pub fn update(&mut self, y: f64, error: f64, weight: f64) {
        self.cov[0][0] += self.spread(error) * (1.0 / weight - 1.0);
        let spread = self.spread(error);
        let gain = [self.cov[0][0] / spread, self.cov[1][0] / spread, self.cov[2][0] / spread];
        let surprise = y - self.x[0];
        let first_row = self.cov[0];
        for (i, g) in gain.iter().enumerate() {
            self.x[i] += g * surprise;
            for (j, c) in first_row.iter().enumerate() {
                self.cov[i][j] -= g * c;
            }
        }
    }
}

fn product(a: &[[f64; 3]; 3], b: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    std::array::from_fn(|i| std::array::from_fn(|j| (0..3).map(|k| a[i][k] * b[k][j]).sum()))
}

fn transposed(a: &[[f64; 3]; 3]) -> [[f64; 3]; 3] {
    std::array::from_fn(|i| std::array::from_fn(|j| a[j][i]))
}
