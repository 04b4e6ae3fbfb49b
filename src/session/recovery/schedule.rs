//! When something is due. The clock is whoever asks: nothing here waits.

use std::collections::BTreeMap;
use std::time::Duration;

/// Jobs, at most one for each key, and when they are due. Time counts from
/// whenever its user likes, as long as it does not run backwards.
#[derive(Debug)]
pub struct Schedule<K, T> {
    delay: Duration,
    retry: Duration,
    waiting: BTreeMap<K, Waiting<T>>,
}

#[derive(Debug)]
struct Waiting<T> {
    job: T,
    due: Duration,
}

impl<K: Ord + Copy, T> Schedule<K, T> {
    /// Nothing yet. A job is due `delay` after the first order that it fulfils, one
    /// that failed again after `retry`.
    #[must_use]
    pub const fn new(delay: Duration, retry: Duration) -> Self {
        Self { delay, retry, waiting: BTreeMap::new() }
    }

    /// Orders a job. It takes the place of one of the same key that has not been
    /// begun, and its time: whoever goes on ordering does not put it off.
    pub fn order(&mut self, key: K, job: T, now: Duration) {
        let due = self.waiting.get(&key).map_or(now + self.delay, |waiting| waiting.due);
        self.waiting.insert(key, Waiting { job, due });
    }

    /// Orders a job that is due at once.
    pub fn order_now(&mut self, key: K, job: T, now: Duration) {
        self.waiting.insert(key, Waiting { job, due: now });
    }

    /// Takes a job back that failed, to be done later, unless there is a newer one.
    pub fn failed(&mut self, key: K, job: T, now: Duration) {
        let due = now + self.retry;
        self.waiting.entry(key).or_insert(Waiting { job, due });
    }

    /// Makes everything due.
    pub fn hurry(&mut self, now: Duration) {
        self.waiting.values_mut().for_each(|waiting| waiting.due = waiting.due.min(now));
    }

    /// Takes what is due.
    pub fn take_due(&mut self, now: Duration) -> Vec<(K, T)> {
        let due: Vec<K> = self.waiting.iter().filter(|(_, waiting)| waiting.due <= now).map(|(key, _)| *key).collect();
        due.into_iter().filter_map(|key| Some((key, self.waiting.remove(&key)?.job))).collect()
    }

    /// When the next job is due, if there is one.
    #[must_use]
    pub fn next(&self) -> Option<Duration> {
        self.waiting.values().map(|waiting| waiting.due).min()
    }

    /// Forgets everything that waits.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DELAY, PROMISE, RETRY};
    use super::*;

    const FRAME: Duration = Duration::from_millis(16);

    fn schedule() -> Schedule<u8, u32> {
        Schedule::new(DELAY, RETRY)
    }

    /// A minute of a drag that changes something every frame, worked off by somebody
    /// who wakes when told to: no change is ever unkept for longer than the promise.
    #[test]
    fn a_change_is_kept_in_time_though_changes_never_stop() {
        let mut schedule = schedule();
        let (mut now, mut kept, mut worst) = (Duration::ZERO, 0, Duration::ZERO);
        let made = |change: u32| FRAME * change;
        for change in 1..=3750_u32 {
            now = made(change);
            schedule.order(0, change, now);
            for (_, job) in schedule.take_due(now) {
                worst = worst.max(now.saturating_sub(made(kept + 1)));
                kept = job;
            }
        }
        assert!(kept > 3600, "it is kept while the drag goes on: {kept}");
        assert!(worst <= DELAY + FRAME && worst * 2 <= PROMISE, "{worst:?}");
        let last = schedule.next().expect("the last changes wait");
        assert!(last <= now + DELAY);
        assert_eq!(schedule.take_due(last), [(0, 3750)]);
        assert_eq!(schedule.next(), None);
    }

    #[test]
    fn each_document_has_its_own_time_and_its_newest_job() {
        let mut schedule = schedule();
        let at = |ms| Duration::from_millis(ms);
        schedule.order(1, 10, at(0));
        schedule.order(2, 20, at(300));
        schedule.order(1, 11, at(400));
        assert_eq!(schedule.next(), Some(DELAY));
        assert_eq!(schedule.take_due(DELAY.saturating_sub(at(1))), []);
        assert_eq!(schedule.take_due(DELAY), [(1, 11)]);
        assert_eq!(schedule.take_due(DELAY + at(300)), [(2, 20)]);
    }

    #[test]
    fn what_is_saved_is_forgotten_at_once_and_what_changes_then_is_kept_in_time() {
        let mut schedule = schedule();
        schedule.order(1, 10, Duration::ZERO);
        schedule.order_now(1, 0, FRAME);
        schedule.order(1, 11, 2 * FRAME);
        assert_eq!(schedule.take_due(2 * FRAME), [(1, 11)]);
    }

    #[test]
    fn what_failed_is_tried_again_unless_there_is_something_newer() {
        let mut schedule = schedule();
        schedule.failed(1, 10, Duration::ZERO);
        assert_eq!(schedule.next(), Some(RETRY));
        schedule.order(1, 11, FRAME);
        schedule.failed(1, 9, 2 * FRAME);
        assert_eq!(schedule.take_due(RETRY), [(1, 11)]);
        schedule.order(1, 12, RETRY);
        schedule.hurry(RETRY);
        assert_eq!(schedule.take_due(RETRY), [(1, 12)]);
        schedule.order(1, 13, RETRY);
        schedule.clear();
        assert_eq!(schedule.next(), None);
    }
}
