//! Who does the work.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::way;

/// A piece of work. It does not panic.
pub type Task = Box<dyn FnOnce() + Send>;

/// Does tasks, in the order given.
pub trait Executor {
    /// Takes a task on.
    fn execute(&mut self, task: Task);
}

/// One thread of its own, which lets the window go first. It ends when this is dropped,
/// after the tasks that it was given.
#[derive(Debug)]
pub struct Worker {
    tasks: Sender<Task>,
}

impl Worker {
    /// Starts the thread.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start() -> io::Result<Self> {
        let (tasks, list) = mpsc::channel::<Task>();
        thread::Builder::new().name("background".to_owned()).spawn(move || {
            step_back();
            for task in list {
                task();
            }
        })?;
        Ok(Self { tasks })
    }
}

/// How far a thread of the background steps back. The window then has the processor
/// whenever it wants it; beside other programs the background still comes on.
#[cfg(all(target_os = "linux", feature = "gui"))]
const BEHIND: i32 = 5;

/// Lets the thread of the window go before this thread: a frame that is drawn while
/// the background works must not wait for it. The system is told, where it has such a
/// thing for a single thread, and between two pieces of its work the thread
/// [gives way](way::give).
pub fn step_back() {
    way::step_behind();
    // The system means the thread that asks. It may always step back.
    #[cfg(all(target_os = "linux", feature = "gui"))]
    let _ = rustix::process::setpriority_process(None, BEHIND);
}

impl Executor for Worker {
    fn execute(&mut self, task: Task) {
        // The thread lives as long as the channel, so there is always somebody to send to.
        let _ = self.tasks.send(task);
    }
}

/// Does everything at once, in the thread that asks: where there is no other
/// thread to be had, and in tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct AtOnce;

impl Executor for AtOnce {
    fn execute(&mut self, task: Task) {
        task();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_does_what_it_was_given_and_ends() {
        let (said, heard) = mpsc::channel();
        let mut worker = Worker::start().expect("a thread");
        for i in 0..3 {
            let said = said.clone();
            worker
                .execute(Box::new(move || said.send((i, thread::current().name().map(str::to_owned))).expect("heard")));
        }
        drop((worker, said));
        let name = Some("background".to_owned());
        assert_eq!(heard.iter().collect::<Vec<_>>(), [(0, name.clone()), (1, name.clone()), (2, name)]);
    }
}
