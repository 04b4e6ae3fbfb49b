//! How the themes are seen: contrast as WCAG 2 has it, and colours by eyes that lack
//! one kind of cones.

use eframe::egui::Color32;
use strum::IntoEnumIterator as _;

use super::tokens::{Scheme, Tokens, of};

/// What text needs in light and dark (WCAG AA), and with high contrast (AAA).
const TEXT: [f64; 2] = [4.5, 7.0];
/// What lines, marks and the ring of the keyboard need (WCAG 1.4.11).
const MARK: f64 = 3.0;
/// How far two series must be apart for every kind of sight, as a distance in CIELAB;
/// 2.3 can just be noticed side by side.
const APART: f64 = 10.0;

/// Linear light of each channel.
fn linear(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|v| {
        let v = f64::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
}

fn through(matrix: [[f64; 3]; 3], [r, g, b]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[x, y, z]| x * r + y * g + z * b)
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour| {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Full dichromacy, in linear light: Machado, Oliveira and Fernandes, "A
/// physiologically-based model for simulation of color vision deficiency", 2009.
const KINDS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Linear light in CIELAB, under daylight D65.
fn lab(light: [f64; 3]) -> [f64; 3] {
    let xyz = through(
        [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ],
        light.map(|v| v.clamp(0.0, 1.0)),
    );
    let root = |v: f64| if v > 216.0 / 24_389.0 { v.cbrt() } else { (24_389.0 / 27.0 * v + 16.0) / 116.0 };
    let [x, y, z] = [root(xyz[0] / 0.950_47), root(xyz[1]), root(xyz[2] / 1.088_83)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far two colours are apart for a kind of sight.
fn distance(kind: [[f64; 3]; 3], a: Color32, b: Color32) -> f64 {
    let [a, b] = [a, b].map(|colour| lab(through(kind, linear(colour))));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn series(t: &Tokens) -> [(&'static str, Color32); 8] {
    [
        ("accent", t.accent),
        ("second", t.second),
        ("third", t.third),
        ("fourth", t.fourth),
        ("fifth", t.fifth),
        ("sixth", t.sixth),
        ("seventh", t.seventh),
        ("eighth", t.eighth),
    ]
}

fn all() -> impl Iterator<Item = (Scheme, &'static Tokens)> {
    Scheme::iter().map(|scheme| (scheme, of(scheme)))
}

#[test]
fn the_measures_are_those_of_their_definitions() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
    // The grey that WCAG's own examples give as the first to reach 4.5 on white.
    let grey = contrast(Color32::from_gray(0x76), Color32::WHITE);
    assert!((4.5..4.6).contains(&grey), "{grey}");
    let white = lab(linear(Color32::WHITE));
    assert!((white[0] - 100.0).abs() < 0.01 && white[1].abs() < 0.05 && white[2].abs() < 0.05, "{white:?}");
    // Pure red and a dark green of its lightness: what deuteranopes confuse.
    let (red, green) = (Color32::from_rgb(0xD0, 0x40, 0x30), Color32::from_rgb(0x7A, 0x78, 0x10));
    let [full, lacking] = [KINDS[0].1, KINDS[2].1].map(|kind| distance(kind, red, green));
    assert!(lacking < full / 3.0, "{full} {lacking}");
}

#[test]
fn text_can_be_read_on_every_ground() {
    for (scheme, t) in all() {
        let least = TEXT[usize::from(scheme == Scheme::HighContrast)];
        let roles =
            [("ink", t.ink), ("muted", t.muted), ("accent_text", t.accent_text), ("good", t.good), ("bad", t.bad)];
        for ground in [t.paper, t.panel, t.rail] {
            for (role, colour) in roles {
                let ratio = contrast(colour, ground);
                assert!(ratio >= least, "{scheme:?}: {role} on {ground:?}: {ratio:.2}");
            }
        }
        // Rows and messages have their own grounds.
        for (role, colour, ground) in [
            ("ink on selected", t.ink, t.selected),
            ("muted on selected", t.muted, t.selected),
            ("ink on hover", t.ink, t.hover),
            ("muted on hover", t.muted, t.hover),
            ("warning", t.warning_text, t.warning_ground),
            ("links", t.second, t.panel),
            ("targets", t.target, t.panel),
        ] {
            let ratio = contrast(colour, ground);
            assert!(ratio >= least, "{scheme:?}: {role}: {ratio:.2}");
        }
    }
}

#[test]
fn marks_and_the_ring_of_the_keyboard_stand_out_from_their_ground() {
    for (scheme, t) in all() {
        let marks = [
            ("reference", t.reference),
            ("observed", t.observed),
            ("forecast", t.forecast),
            ("target", t.target),
            ("cursor", t.cursor),
        ];
        for (role, colour) in marks.into_iter().chain(series(t)) {
            let ratio = contrast(colour, t.panel);
            assert!(ratio >= MARK, "{scheme:?}: {role}: {ratio:.2}");
        }
        for ground in [t.paper, t.panel, t.rail, t.selected, t.hover] {
            for (role, colour) in [("focus", t.focus), ("accent", t.accent)] {
                let ratio = contrast(colour, ground);
                assert!(ratio >= MARK, "{scheme:?}: {role} on {ground:?}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn high_contrast_has_edges_where_others_have_tints() {
    let t = of(Scheme::HighContrast);
    assert!(t.edged && t.outline >= 2.0 && t.ring >= 3.0);
    for (role, colour) in [("line", t.line), ("line_strong", t.line_strong), ("track", t.track)] {
        let ratio = contrast(colour, t.panel);
        assert!(ratio >= MARK, "{role}: {ratio:.2}");
    }
    for other in [Scheme::Light, Scheme::Dark].map(of) {
        assert!(other.outline < t.outline && other.ring < t.ring);
    }
}

#[test]
fn series_are_apart_for_every_kind_of_sight() {
    for (scheme, t) in all() {
        let series = series(t);
        for (kind, matrix) in KINDS {
            for (i, (name, colour)) in series.iter().enumerate() {
                for (other, another) in &series[i + 1..] {
                    let far = distance(matrix, *colour, *another);
                    assert!(far >= APART, "{scheme:?}, {kind}: {name} and {other} are {far:.1} apart");
                }
            }
        }
    }
}

#[test]
fn a_theme_is_known_by_its_ground() {
    let grounds: Vec<Color32> = all().map(|(_, t)| t.paper).collect();
    assert!(grounds.iter().enumerate().all(|(i, ground)| !grounds[i + 1..].contains(ground)));
}
