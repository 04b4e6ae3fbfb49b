//! egui's own style from the tokens.

use eframe::egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, Theme, ThemePreference, Visuals, vec2,
};

use super::tokens::{self, Scheme};
use super::{fonts, space, text};
use crate::session::preferences::ThemeChoice;

/// Installs faces and themes. Which of light and dark shows is the system's choice
/// until [`choose`] says otherwise.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    choose(ctx, ThemeChoice::System);
}

/// Shows a theme. To egui the one with high contrast is the dark one: it knows two.
pub fn choose(ctx: &Context, choice: ThemeChoice) {
    let dark = if choice == ThemeChoice::HighContrast { Scheme::HighContrast } else { Scheme::Dark };
    ctx.set_style_of(Theme::Light, style(tokens::of(Scheme::Light)));
    ctx.set_style_of(Theme::Dark, style(tokens::of(dark)));
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark | ThemeChoice::HighContrast => ThemePreference::Dark,
    });
}

/// How dense the ground of what is chosen in a list or a text is.
const SELECTION: f32 = 0.2;

fn style(t: &tokens::Tokens) -> Style {
    let mut style = Style { text_styles: text::styles(), visuals: visuals(t), ..Style::default() };
    // Nothing moves by itself: the window is idle unless somebody does something.
    style.animation_time = 0.0;
    style.spacing.item_spacing = vec2(space::S, space::XS);
    style.spacing.button_padding = vec2(9.0, 4.0);
    style.spacing.interact_size = vec2(24.0, 22.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.tooltip_width = 380.0;
    style.spacing.menu_width = 320.0;
    style.spacing.combo_width = 60.0;
    style.spacing.scroll = scroll();
    style.interaction.tooltip_delay = 0.25;
    style.interaction.selectable_labels = false;
    style.interaction.show_tooltips_only_when_still = true;
    style.explanation_tooltips = false;
    style
}

/// Width of a scroll bar that nobody points at (points).
const SCROLL: f32 = 6.0;

/// Bars that are seen on paper and cards without looking for them.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        bar_width: space::S,
        floating_width: SCROLL,
        floating_allocated_width: SCROLL,
        foreground_color: true,
        dormant_handle_opacity: 0.4,
        active_handle_opacity: 0.5,
        interact_handle_opacity: 0.7,
        ..ScrollStyle::thin()
    }
}

fn visuals(t: &tokens::Tokens) -> Visuals {
    let base = if t.dark { Visuals::dark() } else { Visuals::light() };
    let corner_radius = CornerRadius::same(space::RADIUS);
    let widget = |fill: Color32, edge: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius,
        fg_stroke: Stroke::new(t.outline, t.ink),
        expansion: 0.0,
    };
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: t.shadow };
    let mut visuals = Visuals {
        dark_mode: t.dark,
        widgets: Widgets {
            noninteractive: widget(t.panel, t.hairline()),
            inactive: widget(t.panel, t.border()),
            hovered: widget(t.hover, t.border()),
            // Whatever has the keyboard is drawn so.
            active: widget(t.selected, t.ring()),
            open: widget(t.hover, t.border()),
        },
        selection: Selection { bg_fill: t.focus.gamma_multiply(SELECTION), stroke: Stroke::new(t.ring, t.focus) },
        weak_text_color: Some(t.muted),
        hyperlink_color: t.second,
        faint_bg_color: t.hover,
        extreme_bg_color: t.panel,
        text_edit_bg_color: Some(t.panel),
        code_bg_color: t.hover,
        warn_fg_color: t.warning_text,
        error_fg_color: t.bad,
        window_corner_radius: CornerRadius::same(8),
        window_shadow: shadow,
        window_fill: t.panel,
        window_stroke: t.border(),
        // What cannot be used now still is to be read.
        disabled_alpha: if t.edged { 0.7 } else { base.disabled_alpha },
        menu_corner_radius: CornerRadius::same(8),
        panel_fill: t.paper,
        popup_shadow: shadow,
        striped: false,
        ..base
    };
    visuals.text_cursor.blink = false;
    visuals
}
