//! Orders in, results out; the newest order of each kind wins.

use std::any::Any;
use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::hash::Hash;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::executor::Executor;
use super::way;

/// Told to a job that runs: whether its result is still wanted. A job looks at
/// it between chunks of a few milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Whether the job should stop. Where the window works on a frame, the answer
    /// comes after it.
    #[must_use]
    pub fn wanted(&self) -> bool {
        way::give();
        self.is_told()
    }

    fn is_told(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Tells it to stop.
    pub(in crate::session) fn tell(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A job that has ended.
#[derive(Debug)]
pub struct Done<K, T> {
    /// What it was about.
    pub key: K,
    /// The revision that it was ordered for.
    pub revision: u64,
    /// What came out, or what the job said when it panicked.
    pub result: Result<T, String>,
}

type Work<T> = Box<dyn FnOnce(&Cancel) -> Option<T> + Send>;

struct Order<K, T> {
    key: K,
    revision: u64,
    work: Work<T>,
}

/// What is to be done and what is being done.
struct Queue<K, T> {
    waiting: VecDeque<Order<K, T>>,
    running: Option<(K, Cancel)>,
    /// Kinds whose last job was told to stop.
    stopped: HashSet<K>,
}

impl<K: Clone + Eq + Hash, T> Queue<K, T> {
    fn new() -> Self {
        Self { waiting: VecDeque::new(), running: None, stopped: HashSet::new() }
    }

    /// Takes an order. Whether it came to those that wait, and did not take the
    /// place of one of them.
    fn place(&mut self, order: Order<K, T>) -> bool {
        if let Some((running, cancel)) = &self.running
            && *running == order.key
            && self.stopped.insert(order.key.clone())
        {
            cancel.tell();
        }
        let place = self.waiting.iter_mut().find(|waiting| waiting.key == order.key);
        let is_one_more = place.is_none();
        match place {
            Some(waiting) => *waiting = order,
            None => self.waiting.push_back(order),
        }
        is_one_more
    }

    fn begin(&mut self) -> Option<(Order<K, T>, Cancel)> {
        let order = self.waiting.pop_front()?;
        let cancel = Cancel::default();
        self.running = Some((order.key.clone(), cancel.clone()));
        Some((order, cancel))
    }

    fn end(&mut self) {
        if let Some((key, cancel)) = self.running.take()
            && !cancel.is_told()
        {
            self.stopped.remove(&key);
        }
    }
}

/// Takes orders for jobs of kinds `K` that give a `T`.
///
/// A job that is told to stop may have no result. So that results keep coming
/// while orders come faster than jobs end, as they do while a slider moves, the
/// job after one that was stopped may run to its end.
pub struct Jobs<K, T> {
    executor: Box<dyn Executor>,
    wake: Arc<dyn Fn() + Send + Sync>,
    queue: Arc<Mutex<Queue<K, T>>>,
    sender: Sender<Done<K, T>>,
    done: Receiver<Done<K, T>>,
}

impl<K, T> fmt::Debug for Jobs<K, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs").finish_non_exhaustive()
    }
}

impl<K, T> Jobs<K, T>
where
    K: Clone + Eq + Hash + Send + 'static,
    T: Send + 'static,
{
    /// A desk with somebody to do the work. `wake` is called, from any thread,
    /// whenever a result has arrived.
    #[must_use]
    pub fn new(executor: Box<dyn Executor>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, done) = mpsc::channel();
        let queue = Queue::new();
        Self { executor, wake: Arc::new(wake), queue: Arc::new(Mutex::new(queue)), sender, done }
    }

    /// Orders a job. One of the same kind that has not begun is replaced; one
    /// that runs is told to stop, unless the one before it was. Returns at once.
    pub fn order(&mut self, key: K, revision: u64, work: impl FnOnce(&Cancel) -> Option<T> + Send + 'static) {
        let is_one_more = lock(&self.queue).place(Order { key, revision, work: Box::new(work) });
        // Every order that waits has one task; one that takes another's place takes over its task.
        if is_one_more {
            let (queue, sender, wake) = (Arc::clone(&self.queue), self.sender.clone(), Arc::clone(&self.wake));
            self.executor.execute(Box::new(move || run_next(&queue, &sender, &*wake)));
        }
    }

    /// Results that have arrived since the last time, in the order of arrival.
    pub fn arrived(&self) -> impl Iterator<Item = Done<K, T>> + '_ {
        self.done.try_iter()
    }
}

impl<K, T> Drop for Jobs<K, T> {
    /// Nobody waits for what is left.
    fn drop(&mut self) {
        let mut queue = lock(&self.queue);
        queue.waiting.clear();
        if let Some((_, cancel)) = &queue.running {
            cancel.tell();
        }
    }
}

/// A panic of a job cannot leave the queue half changed: jobs run without the lock.
fn lock<Q>(queue: &Mutex<Q>) -> MutexGuard<'_, Q> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

fn run_next<K: Clone + Eq + Hash, T>(
    queue: &Mutex<Queue<K, T>>,
    sender: &Sender<Done<K, T>>,
    wake: &(dyn Fn() + Send + Sync),
) {
    let Some((Order { key, revision, work }, cancel)) = lock(queue).begin() else { return };
    // The work owns all it touches, so nothing half done is left to be seen.
    let result = catch_unwind(AssertUnwindSafe(|| work(&cancel))).map_err(|panic| words(panic.as_ref()));
    lock(queue).end();
    if let Some(result) = result.transpose() {
        // Nobody listens any more once the window is closed.
        let _ = sender.send(Done { key, revision, result });
        wake();
    }
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;
    use std::sync::atomic::AtomicUsize;

    use super::super::executor::{AtOnce, Task, Worker};
    use super::*;

    /// Does a task when told to.
    #[derive(Clone, Default)]
    struct ByHand(Rc<RefCell<VecDeque<Task>>>);

    impl Executor for ByHand {
        fn execute(&mut self, task: Task) {
            self.0.borrow_mut().push_back(task);
        }
    }

    impl ByHand {
        fn step(&self) -> bool {
            let task = self.0.borrow_mut().pop_front();
            task.is_some_and(|task| {
                task();
                true
            })
        }
    }

    fn desk() -> (Jobs<&'static str, u32>, ByHand, Arc<AtomicUsize>) {
        let (hand, woken) = (ByHand::default(), Arc::new(AtomicUsize::new(0)));
        let count = Arc::clone(&woken);
        let jobs = Jobs::new(Box::new(hand.clone()), move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        (jobs, hand, woken)
    }

    fn results(jobs: &Jobs<&'static str, u32>) -> Vec<(&'static str, u64, Result<u32, String>)> {
        jobs.arrived().map(|done| (done.key, done.revision, done.result)).collect()
    }

    fn is_busy_with(jobs: &Jobs<&'static str, u32>, key: &str) -> bool {
        let queue = lock(&jobs.queue);
        queue.running.as_ref().is_some_and(|(running, _)| *running == key) || queue.waiting.iter().any(|w| w.key == key)
    }

    #[test]
    fn the_latest_order_of_a_kind_replaces_one_not_begun() {
        let (mut jobs, hand, woken) = desk();
        jobs.order("a", 1, |_| Some(1));
        jobs.order("b", 1, |_| Some(10));
        jobs.order("a", 2, |_| Some(2));
        assert!(is_busy_with(&jobs, "a") && !is_busy_with(&jobs, "c"));
        while hand.step() {}
        assert_eq!(results(&jobs), [("a", 2, Ok(2)), ("b", 1, Ok(10))]);
        assert_eq!(woken.load(Ordering::Relaxed), 2, "once a result");
        assert!(!is_busy_with(&jobs, "a"));
    }

    #[test]
    fn nothing_wakes_an_idle_window() {
        let (jobs, hand, woken) = desk();
        assert!(!hand.step());
        assert_eq!((woken.load(Ordering::Relaxed), results(&jobs).len()), (0, 0));
    }

    fn order(key: &'static str, revision: u64) -> Order<&'static str, u32> {
        Order { key, revision, work: Box::new(|_| None) }
    }

    #[test]
    fn one_that_runs_is_told_to_stop_and_the_next_may_run_to_its_end() {
        let mut queue = Queue::new();
        let mut told = Vec::new();
        for revision in 0..4 {
            queue.place(order("a", revision));
            let (_, cancel) = queue.begin().expect("it waits");
            // Two orders come while it runs.
            queue.place(order("a", revision + 10));
            queue.place(order("a", revision + 20));
            told.push(cancel.wanted());
            queue.end();
        }
        assert_eq!(told, [true, false, true, false]);
        assert_eq!(queue.waiting.iter().map(|o| o.revision).collect::<Vec<_>>(), [23]);
    }

    #[test]
    fn one_that_runs_is_not_disturbed_by_other_kinds() {
        let mut queue = Queue::new();
        queue.place(order("a", 1));
        let (_, cancel) = queue.begin().expect("it waits");
        queue.place(order("b", 1));
        assert!(!cancel.wanted());
    }

    #[test]
    fn a_job_that_stopped_has_no_result_and_wakes_nobody() {
        let (mut jobs, hand, woken) = desk();
        jobs.order("a", 1, |_| None);
        assert!(hand.step());
        assert_eq!((results(&jobs), woken.load(Ordering::Relaxed)), (vec![], 0));
    }

    #[test]
    fn a_panic_is_told_and_the_next_job_runs() {
        let (mut jobs, hand, _) = desk();
        jobs.order("a", 1, |_| panic!("no such year: {}", 1999));
        jobs.order("b", 1, |_| Some(2));
        while hand.step() {}
        let results = results(&jobs);
        assert_eq!(results, [("a", 1, Err("no such year: 1999".to_owned())), ("b", 1, Ok(2))]);
    }

    #[test]
    fn at_once_the_result_is_there_when_the_order_returns() {
        let mut jobs = Jobs::new(Box::new(AtOnce), || {});
        jobs.order("a", 7, |cancel| (!cancel.wanted()).then_some(1));
        assert_eq!(results(&jobs), [("a", 7, Ok(1))]);
    }

    /// With the real thread: the one that runs stops, those between are never
    /// begun, the last one has its result.
    #[test]
    fn a_thread_gives_the_last_result_first() {
        let (begun, is_begun) = mpsc::channel();
        let (woke, is_awake) = mpsc::channel();
        let worker = Worker::start().expect("a thread");
        let mut jobs = Jobs::new(Box::new(worker), move || {
            let _ = woke.send(());
        });
        jobs.order("a", 0, move |cancel| {
            let _ = begun.send(());
            while !cancel.wanted() {
                std::thread::yield_now();
            }
            None
        });
        is_begun.recv().expect("the first job begins");
        for revision in 1..=5 {
            jobs.order("a", revision, |_| Some(1));
        }
        is_awake.recv().expect("a result arrives");
        let first = results(&jobs);
        assert!(matches!(first.as_slice(), [("a", 1..=5, Ok(_)), ..]), "{first:?}");
        let last = || lock(&jobs.queue).waiting.is_empty() && lock(&jobs.queue).running.is_none();
        while !last() {
            std::thread::yield_now();
        }
        let all: Vec<_> = first.into_iter().chain(results(&jobs)).collect();
        assert_eq!(all.last().map(|done| done.1), Some(5), "{all:?}");
    }
}
