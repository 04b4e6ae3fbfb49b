//! The explanations that the user has followed, one from another.

use crate::explain::address::Address;

/// A way through explanations, with the one that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    visited: Vec<Address>,
    at: usize,
}

impl Trail {
    /// The longest way that is kept.
    const LONGEST: usize = 50;

    /// Begins a way.
    pub fn open(&mut self, address: Address) {
        self.visited = vec![address];
        self.at = 0;
    }

    /// Goes on from where one is. What lay ahead is forgotten.
    pub fn follow(&mut self, address: Address) {
        if self.current() == Some(&address) {
            return;
        }
        self.visited.truncate(self.at + 1);
        self.visited.push(address);
        let over = self.visited.len().saturating_sub(Self::LONGEST);
        self.visited.drain(..over);
        self.at = self.visited.len() - 1;
    }

    /// One step back.
    pub const fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// One step on again.
    pub fn forward(&mut self) {
        self.at = (self.at + 1).min(self.visited.len().saturating_sub(1));
    }

    /// To a step of the way.
    pub fn go(&mut self, step: usize) {
        self.at = step.min(self.visited.len().saturating_sub(1));
    }

    /// Ends the way.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// What is looked at; `None` where nothing is explained.
    #[must_use]
    pub fn current(&self) -> Option<&Address> {
        self.visited.get(self.at)
    }

    /// The steps up to the one that is looked at.
    #[must_use]
    pub fn steps(&self) -> &[Address] {
        &self.visited[..self.visited.len().min(self.at + 1)]
    }

    /// Whether there is a step ahead.
    #[must_use]
    pub fn has_ahead(&self) -> bool {
        self.at + 1 < self.visited.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::address::Topic;

    fn address(id: &str) -> Address {
        Address::new("london", Topic::Entry(id.to_owned()))
    }

    #[test]
    fn a_way_goes_on_back_and_elsewhere() {
        let mut trail = Trail::default();
        assert!(trail.current().is_none() && trail.steps().is_empty());
        trail.open(address("a"));
        trail.follow(address("b"));
        trail.follow(address("b"));
        trail.follow(address("c"));
        assert_eq!(trail.steps().len(), 3);
        trail.back();
        assert_eq!(trail.current(), Some(&address("b")));
        assert!(trail.has_ahead());
        trail.forward();
        assert_eq!(trail.current(), Some(&address("c")));
        trail.go(0);
        trail.follow(address("d"));
        assert_eq!(trail.steps(), [address("a"), address("d")]);
        assert!(!trail.has_ahead());
        trail.back();
        trail.back();
        assert_eq!(trail.current(), Some(&address("a")));
        trail.close();
        assert!(trail.current().is_none());
    }

    #[test]
    fn a_very_long_way_forgets_its_beginning() {
        let mut trail = Trail::default();
        for step in 0..200 {
            trail.follow(address(&step.to_string()));
        }
        assert_eq!(trail.steps().len(), Trail::LONGEST);
        assert_eq!(trail.current(), Some(&address("199")));
    }
}
