//! Carries out what is asked of the comparison.

use eframe::egui::Context;

use super::App;
use super::action::Comparing;
use crate::session::compare::copy;

impl App {
    pub(super) fn compare(&mut self, ctx: &Context, what: Comparing) {
        match what {
            Comparing::Choose(candidate, wanted) => {
                let library = self.workspace.shared().clone();
                if let Err(problems) = self.workspace.comparing.choose(candidate, wanted, &library) {
                    self.say(problems.to_string());
                }
            }
            Comparing::ChooseOpen(wanted) => self.workspace.compare_open(wanted),
            Comparing::Against(candidate) => self.workspace.comparing.compare_with(candidate),
            Comparing::Show(of) => self.workspace.comparing.of = of,
            Comparing::CopyIndicators => self.copy_table(ctx, copy::indicators(&self.workspace, &self.background)),
            Comparing::CopyLevers => self.copy_table(ctx, copy::levers(&self.workspace)),
        }
    }

    fn copy_table(&mut self, ctx: &Context, table: Result<String, String>) {
        match table {
            Ok(text) => ctx.copy_text(text),
            Err(why) => self.say(why),
        }
    }
}
