//! Checks of the model: what others found and it must show too, what each lever
//! must do, and what must hold at the corners of the lever space.
//!
//! The checks are data, in `tests/checks`, and built into the program, so that
//! `making-room check --model` and the tests run the same ones.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`data`] | the checks as they are written |
//! | [`findings`] | published findings |
//! | [`levers`] | the lever matrix and the corners of the lever space |
//! | [`report`] | what was expected and what the model shows |

pub mod data;
pub mod findings;
pub mod levers;
pub mod report;
mod subject;

use crate::evidence::Library;
use crate::reading::Problem;

use report::Report;

/// Runs every check with the parameters and cities of this library.
///
/// # Errors
/// When a check cannot be read, which the tests rule out.
pub fn run(library: &Library) -> Result<Report, Problem> {
    let mut checked = findings::run(&data::findings()?, library);
    checked.extend(levers::run(&data::levers()?, library));
    Ok(Report { checked })
}
