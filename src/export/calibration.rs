//! The fit of a city as a file: the same fit is always the same bytes.

use ron::ser::PrettyConfig;

use crate::model::calibration::Calibration;
use crate::reading::parsed;

/// The text of a fit.
///
/// # Errors
/// If a number in it is none.
pub fn text(fit: &Calibration) -> Result<Vec<u8>, ron::Error> {
    let layout = PrettyConfig::new().indentor("    ").new_line("\n").depth_limit(2);
    let body = parsed::options().to_string_pretty(fit, layout)?;
    let head = format!(
        "// Written by `making-room calibrate --city {0} -o presets/calibration/{0}.ron`: not to be edited.\n\
         // \"Calibration\" in assets/docs/model.md says how it is made and what the numbers mean.\n",
        fit.city
    );
    Ok(format!("{head}{body}\n").into_bytes())
}
