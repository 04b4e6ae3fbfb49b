//! A number that is moved by keys and by a screen reader: what every control
//! with a handle has in common.

use std::ops::RangeInclusive;

use eframe::egui::{Event, EventFilter, Key, Modifiers, Response, Ui, WidgetInfo, accesskit};

/// A number and how it moves.
#[derive(Clone, Debug)]
pub struct Stepping<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// What else a screen reader says; may be empty.
    pub description: &'a str,
    /// The number with its unit.
    pub text: &'a str,
    /// The number.
    pub value: f64,
    /// Both ends.
    pub range: RangeInclusive<f64>,
    /// What an arrow key moves.
    pub step: f64,
    /// What it moves while Shift is down.
    pub fine: f64,
    /// What Page Up and Page Down move, in steps.
    pub page: f64,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Another number.
    To(f64),
    /// The usual one.
    Reset,
}

impl Stepping<'_> {
    /// What was asked for by key, or by a screen reader. `snap` brings a number
    /// to one that the control can have, given the step.
    pub fn asked(&self, ui: &Ui, response: &Response, snap: impl Fn(f64, f64) -> f64) -> Option<Asked> {
        let mut value = self.told(ui, response, &snap);
        if response.has_focus() {
            ui.memory_mut(|m| {
                let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
                m.set_focus_lock_filter(response.id, arrows);
            });
            for (key, modifiers) in pressed(ui) {
                let step = if modifiers.shift { self.fine } else { self.step };
                match key {
                    Key::ArrowRight | Key::ArrowUp => value = snap(value + step, step),
                    Key::ArrowLeft | Key::ArrowDown => value = snap(value - step, step),
                    Key::PageUp => value = snap(value + self.page * step, step),
                    Key::PageDown => value = snap(value - self.page * step, step),
                    Key::Home => value = *self.range.start(),
                    Key::End => value = *self.range.end(),
                    Key::Delete | Key::Backspace => return Some(Asked::Reset),
                    _ => {}
                }
            }
        }
        #[expect(clippy::float_cmp, reason = "a value that was not touched is the same bits")]
        let untouched = value == self.value;
        (!untouched).then_some(Asked::To(value))
    }

    /// The number that a screen reader asks for.
    fn told(&self, ui: &Ui, response: &Response, snap: impl Fn(f64, f64) -> f64) -> f64 {
        let (low, high) = (*self.range.start(), *self.range.end());
        let mut value = self.value;
        ui.input(|i| {
            for request in i.accesskit_action_requests(response.id, accesskit::Action::SetValue) {
                match &request.data {
                    Some(accesskit::ActionData::NumericValue(v)) if v.is_finite() => value = v.clamp(low, high),
                    Some(accesskit::ActionData::Value(text)) => {
                        value = crate::units::parse(text, self.text).unwrap_or(value).clamp(low, high);
                    }
                    _ => {}
                }
            }
            let up = i.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
            let down = i.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
            let net = i32::try_from(up).unwrap_or(0) - i32::try_from(down).unwrap_or(0);
            if net != 0 {
                value = snap(value + f64::from(net) * self.step, self.step);
            }
        });
        value
    }

    /// Says in the accessibility tree what the control is and what it can be asked.
    pub fn describe(&self, ui: &Ui, response: &Response) {
        response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), self.value, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(*self.range.start());
            node.set_max_numeric_value(*self.range.end());
            node.set_numeric_value_step(self.step);
            node.set_numeric_value_jump(self.step * self.page);
            node.set_value(self.text);
            // Not every screen reader reads the value of a slider as text.
            node.set_description(match self.description {
                "" => self.text.to_owned(),
                more => format!("{}. {more}", self.text),
            });
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
    }
}

/// The keys of this frame that are no shortcut.
fn pressed(ui: &Ui) -> Vec<(Key, Modifiers)> {
    ui.input(|i| {
        let keys = i.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => {
                Some((*key, *modifiers))
            }
            _ => None,
        });
        keys.collect()
    })
}
