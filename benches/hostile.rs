//! How long the program takes to refuse hostile files, and how much memory: at
//! most a second and 200 MB each. `cargo bench --bench hostile`.
//!
//! Every case is read by the real program. What it took is asked of the system by a
//! process of its own for each case, which is this program again. On a machine that
//! does other things too, the second counts as time of the processor, and five
//! seconds as time on the clock.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

#[path = "../tests/suite/hostile/cases.rs"]
mod cases;

/// What is promised, of the processor.
const MOST_MILLISECONDS: i64 = 1_000;
/// The same on the clock of a busy machine.
const MOST_ON_THE_CLOCK: u128 = 5_000;
const MOST_MEGABYTES: i64 = 200;

/// The first argument of the process that measures.
const MEASURE: &str = "--measure-one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [first, program, rest @ ..] if first == MEASURE => measure(program, rest),
        _ => all(),
    }
}

/// What a case took.
struct Took {
    /// Time of the processor (ms).
    worked: i64,
    /// Time on the clock (ms).
    clock: u128,
    /// The most memory (MB).
    megabytes: i64,
    /// How the program ended.
    code: i32,
}

/// Runs a program and prints what it took.
fn measure(program: &str, arguments: &[String]) -> ExitCode {
    let begun = Instant::now();
    let output = Command::new(program).args(arguments).output().expect("it runs");
    let clock = begun.elapsed().as_millis();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("it can be asked");
    let worked = [usage.user_time(), usage.system_time()].map(|time| time.num_milliseconds()).iter().sum::<i64>();
    println!("{worked} {clock} {} {}", usage.max_rss() / 1024, output.status.code().unwrap_or(-1));
    ExitCode::SUCCESS
}

fn all() -> ExitCode {
    let this = std::env::current_exe().expect("it has a name");
    let (mut slowest, mut largest, mut good) = ((0, ""), (0, ""), true);
    let cases = cases::all();
    println!("{:>8} {:>8} {:>8}  case", "ms", "on clock", "MB");
    for case in &cases {
        let Took { worked, clock, megabytes, code } = one(&this, case);
        let in_time = worked <= MOST_MILLISECONDS && clock <= MOST_ON_THE_CLOCK;
        let kept = in_time && megabytes <= MOST_MEGABYTES && code == i32::from(!case.says.is_empty());
        println!("{worked:>8} {clock:>8} {megabytes:>8}  {}{}", case.name, if kept { "" } else { "  <- not kept" });
        good &= kept;
        slowest = slowest.max((worked, case.name));
        largest = largest.max((megabytes, case.name));
    }
    println!("{} cases; slowest {} ms, {}; largest {} MB, {}", cases.len(), slowest.0, slowest.1, largest.0, largest.1);
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn one(this: &Path, case: &cases::Case) -> Took {
    let folder = tempfile::tempdir().expect("a folder");
    let path = case.make(folder.path());
    let mut command = Command::new(this);
    command.arg(MEASURE).arg(env!("CARGO_BIN_EXE_making-room")).args(case.command).arg(path);
    let output = command.output().expect("it runs");
    let printed = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<i64> = printed.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    let [worked, clock, megabytes, code] = numbers[..] else { panic!("{}: nothing was measured", case.name) };
    let clock = u128::try_from(clock).expect("time goes on");
    Took { worked, clock, megabytes, code: i32::try_from(code).expect("a code") }
}
