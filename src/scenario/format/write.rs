//! Writes a scenario: one value a line, in one order, so that the same document
//! is always the same bytes and a difference of two files can be read.

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};

use indexmap::IndexMap;
use ron::ser::PrettyConfig;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::reading::parsed;
use crate::scenario::document::{Assumption, CityPlan, Scenario, Setting};
use crate::scenario::receipt::Receipt;

use super::{FORMAT, VERSION};

/// The text of a scenario in the newest version of the format, without packs
/// and receipt. What is empty is left out.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    text(scenario, &IndexMap::new(), None)
}

/// The text of a scenario with the packs of its cities that are not built in,
/// and with its receipt.
#[must_use]
pub fn whole(scenario: &Scenario, library: &Library, receipt: Option<&Receipt>) -> String {
    let packs =
        scenario.cities.keys().filter_map(|id| Some((id.as_str(), library.carried(library.brought(id)?)))).collect();
    text(scenario, &packs, receipt)
}

/// The text of a city pack, one value a line.
#[must_use]
pub fn pack(pack: &CityPack) -> String {
    let pretty = PrettyConfig::new().struct_names(false).indentor("    ").new_line("\n");
    // A pack is plain data, which RON can always write.
    parsed::options().to_string_pretty(pack, pretty).unwrap_or_default()
}

fn text(scenario: &Scenario, packs: &IndexMap<&str, CityPack>, receipt: Option<&Receipt>) -> String {
    let mut out = Writer::default();
    for comment in &scenario.comment {
        let line = format!("// {comment}");
        out.text.push_str(line.trim_end());
        out.text.push('\n');
    }
    out.block("", '(', |out| {
        out.field("format", quoted(FORMAT));
        out.field("version", VERSION);
        out.field("title", quoted(&scenario.title));
        out.text_field("author", &scenario.author);
        out.text_field("notes", &scenario.notes);
        out.field("horizon", scenario.horizon);
        out.block("outlook: ", '(', |out| {
            out.field("base", quoted(&scenario.outlook.base));
            out.assumptions("changes", &scenario.outlook.changes);
        });
        out.assumptions("assumptions", &scenario.assumptions);
        out.block("cities: ", '{', |out| {
            for (id, plan) in &scenario.cities {
                out.city(id, plan);
            }
        });
        if !packs.is_empty() {
            out.block("packs: ", '{', |out| {
                for (id, pack) in packs {
                    out.pack(id, pack);
                }
            });
        }
        if let Some(receipt) = receipt {
            out.block("receipt: ", '(', |out| out.receipt(receipt));
        }
    });
    // The document itself ends without a comma.
    out.text.truncate(out.text.trim_end_matches([',', '\n']).len());
    out.text.push('\n');
    out.text
}

#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, line: impl Display) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{line}");
    }

    fn field(&mut self, name: &str, value: impl Display) {
        self.line(format_args!("{name}: {value},"));
    }

    fn text_field(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.field(name, quoted(text));
        }
    }

    fn block(&mut self, before: &str, open: char, content: impl FnOnce(&mut Self)) {
        self.line(format_args!("{before}{open}"));
        self.depth += 1;
        content(self);
        self.depth -= 1;
        let close = if open == '(' {
            ')'
        } else if open == '{' {
            '}'
        } else {
            ']'
        };
        self.line(format_args!("{close},"));
    }

    fn assumptions<K: Display>(&mut self, name: &str, assumptions: &BTreeMap<K, Assumption>) {
        if assumptions.is_empty() {
            return;
        }
        // By name, whatever the order of the ids in the program.
        let mut named: Vec<(String, &Assumption)> = assumptions.iter().map(|(id, a)| (id.to_string(), a)).collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        self.block(&format!("{name}: "), '{', |out| {
            for (id, assumption) in named {
                out.block(&format!("{}: ", quoted(&id)), '(', |out| {
                    out.field("value", assumption.value);
                    out.text_field("reason", &assumption.reason);
                });
            }
        });
    }

    fn city(&mut self, id: &str, plan: &CityPlan) {
        self.block(&format!("{}: ", quoted(id)), '(', |out| {
            out.field("start", plan.start);
            if !plan.levers.is_empty() {
                out.block("levers: ", '{', |out| {
                    for (lever, setting) in &plan.levers {
                        out.setting(&lever.to_string(), setting);
                    }
                });
            }
            if !plan.targets.is_empty() {
                out.block("targets: ", '[', |out| {
                    for target in &plan.targets {
                        out.block("", '(', |out| {
                            out.field("indicator", quoted(&target.indicator.to_string()));
                            out.field("year", target.year);
                            out.field("value", target.value);
                        });
                    }
                });
            }
            out.assumptions("assumptions", &plan.assumptions);
            let concerns: Vec<_> = plan.concerns.iter().filter(|(_, weights)| !weights.is_empty()).collect();
            if !concerns.is_empty() {
                out.block("concerns: ", '{', |out| {
                    for (party, weights) in concerns {
                        out.block(&format!("{}: ", quoted(party)), '{', |out| out.weights(weights));
                    }
                });
            }
        });
    }

    fn weights(&mut self, weights: &BTreeMap<Indicator, f64>) {
        for (indicator, weight) in weights {
            self.field(&quoted(&indicator.to_string()), weight);
        }
    }

    fn pack(&mut self, id: &str, pack: &CityPack) {
        let text = self::pack(pack);
        let mut lines = text.lines().peekable();
        let mut before = format!("{}: ", quoted(id));
        while let Some(line) = lines.next() {
            let comma = if lines.peek().is_none() { "," } else { "" };
            self.line(format_args!("{before}{line}{comma}"));
            before.clear();
        }
    }

    fn receipt(&mut self, receipt: &Receipt) {
        self.field("program", quoted(&receipt.program));
        self.field("model", receipt.model);
        self.field("seed", receipt.seed);
        self.field("members", receipt.members);
        self.field("settings", quoted(&receipt.settings));
        self.field("evidence", quoted(&receipt.evidence));
        self.block("results: ", '{', |out| {
            for (city, indicators) in &receipt.results {
                out.block(&format!("{}: ", quoted(city)), '{', |out| {
                    for (indicator, years) in indicators {
                        out.block(&format!("{}: ", quoted(indicator)), '{', |out| {
                            for (year, value) in years {
                                out.field(&year.to_string(), value);
                            }
                        });
                    }
                });
            }
        });
        self.block("used: ", '{', |out| {
            for (id, value) in &receipt.used.values {
                out.field(&quoted(id), value);
            }
        });
        if !receipt.used.series.is_empty() {
            self.block("series: ", '{', |out| {
                for (id, hash) in &receipt.used.series {
                    out.field(&quoted(id), quoted(hash));
                }
            });
        }
    }

    fn setting(&mut self, lever: &str, setting: &Setting) {
        self.block(&format!("{}: ", quoted(lever)), '(', |out| {
            out.field("level", setting.level);
            out.field("start", setting.start);
            out.field("ramp", setting.ramp);
            out.text_field("reason", &setting.reason);
        });
    }
}

/// A text in quotes. Line breaks stay as they are, so that notes read as
/// paragraphs in the file too.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
