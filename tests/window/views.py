#!/usr/bin/env python3
"""Pictures of the real window: any tab or dialog, city, language, theme, size and scale.

    tests/window/views.py --tab overview,why --theme light,dark
    tests/window/views.py --open merge --language nl --size 1024x700 --scale 150
    tests/window/views.py --sweep

Every option but --binary, --into, --year and --do takes a list, separated by
commas, and every combination is drawn; --sweep draws a choice of combinations in
which every tab and dialog is seen in every language, theme and size. The window
runs under an Xvfb of its own (package xvfb; also xdotool and imagemagick) with
preferences prepared for the purpose, so that nothing of the user's is read or
written. A picture is taken once the program has nothing more to do. Prints the
path of each, `target/views/WHAT-CITY-LANGUAGE-THEME-SIZE-SCALE.png`.

From Python: `with Screen("1280x800") as screen: screen.picture(View(tab="why"), file)`.
"""

import argparse
import dataclasses
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAIT_S = 120.0
# Nothing to do: no more than this share of a core over this time, so often in a row.
QUIET_SHARE, QUIET_S, QUIET_TIMES = 0.06, 0.4, 2

TABS = [
    "overview", "space", "why", "changes", "compare", "backcast", "sectors", "budget", "stakeholders", "fit",
    "about", "sources", "model",
]  # fmt: skip
# What opens a dialog: the keys, one after the other.
DIALOGS = {
    "palette": ["ctrl+k"],
    "new": ["ctrl+n"],
    "rename": ["F2"],
    "merge": ["ctrl+shift+m"],
    "differences": ["ctrl+shift+e"],
    "help": ["F1"],
    "save": ["ctrl+shift+s"],
    "question": ["ctrl+shift+r", "ctrl+w"],
}
SIZES = ["1024x700", "1280x800", "2560x1440", "3840x2160"]
LANGUAGES = ["en", "fr", "nl"]
THEMES = ["light", "dark", "high_contrast"]
SCALES = [100, 150, 200]


@dataclasses.dataclass(frozen=True)
class View:
    """What is to be seen."""

    tab: str = "overview"
    open: str = ""
    city: str = "london"
    language: str = "en"
    theme: str = "light"
    scale: int = 100
    file: str = ""
    year: int = 2040
    # Further steps: `key KEYS`, `type WORDS`, `click X,Y`, `point X,Y`.
    do: tuple = ()
    # Fields of the preferences file that have no option.
    more: tuple = ()

    def preferences(self, size, file):
        """The file of preferences with which the program shows it."""
        return {
            "language": self.language,
            "theme": self.theme,
            "zoom": self.scale / 100,
            "size": size,
            "city": None if self.city == "all" else self.city,
            "tab": self.tab,
            "year": self.year,
            "welcomed": True,
            "open": [str(file)] if file else [],
            **dict(self.more),
        }

    def steps(self):
        return [f"key {keys}" for keys in DIALOGS.get(self.open, [])] + list(self.do)

    def name(self, size):
        what = self.open or self.tab
        file = "-" + Path(self.file.replace(":", "-")).name.split(".")[0] if self.file else ""
        return f"{what}{file}-{self.city}-{self.language}-{self.theme}-{size}-{self.scale}.png"


class Screen:
    """An X server of a size, for one window after the other."""

    def __init__(self, size, binary=ROOT / "target/debug/making-room"):
        self.size, self.binary = size, Path(binary).resolve()

    def __enter__(self):
        arguments = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{self.size}x24", "-dpi", "96", "-nolisten", "tcp", "-noreset"]
        self.server = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        number = self.server.stdout.readline().decode().strip()
        if not number:
            sys.exit("Xvfb did not start")
        self.display = f":{number}"
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def run(self, *arguments):
        subprocess.run(
            [str(a) for a in arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DISPLAY": self.display},
        )

    def picture(self, view, path):
        """Shows a view and writes what is on the screen to `path`."""
        with tempfile.TemporaryDirectory() as home:
            self.prepare(view, Path(home))
            environment = {key: value for key, value in os.environ.items() if not key.startswith("WAYLAND")}
            environment.update(
                DISPLAY=self.display, HOME=home, LIBGL_ALWAYS_SOFTWARE="1", WINIT_X11_SCALE_FACTOR="1", PATH=home,
                **{f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
                XDG_RUNTIME_DIR=home, DBUS_SESSION_BUS_ADDRESS="disabled:",
            )  # fmt: skip
            errors = Path(home) / "errors"
            program = subprocess.Popen([self.binary], env=environment, cwd=home, stderr=errors.open("w"))
            try:
                self.wait_for_window(program, errors)
                # Out of the way: nothing is hovered over unless asked for.
                width, height = self.size.split("x")
                self.run("xdotool", "mousemove", int(width) - 1, int(height) - 1)
                quiet(program)
                for step in view.steps():
                    self.do(step)
                    quiet(program)
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                self.run("import", "-window", "root", path)
            finally:
                program.terminate()
                program.wait()

    def prepare(self, view, home):
        """Writes preferences, and the file to open."""
        file = None
        if view.file:
            preset = view.file.removeprefix("preset:")
            there = ROOT / f"presets/scenarios/{preset}.ron" if preset != view.file else Path(view.file)
            file = home / f"{there.name.split('.')[0]}.scenario.ron"
            shutil.copy(there, file)
        folder = home / "config/making-room"
        folder.mkdir(parents=True)
        preferences = view.preferences([int(side) for side in self.size.split("x")], file)
        (folder / "preferences.json").write_text(json.dumps(preferences))

    def wait_for_window(self, program, errors):
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline and program.poll() is None:
            try:
                self.run("xdotool", "search", "--onlyvisible", "--name", "Making Room", "windowfocus")
                return
            except subprocess.CalledProcessError:
                time.sleep(0.05)
        sys.exit(f"no window: the program ended with {program.poll()}: {errors.read_text()}")

    def do(self, step):
        what, _, words = step.partition(" ")
        if what in ("click", "point"):
            self.run("xdotool", "mousemove", *words.split(","))
            if what == "click":
                # The program must see the pointer arrive before it sees the button.
                time.sleep(0.1)
                self.run("xdotool", "click", 1)
        else:
            self.run("xdotool", what, *([words] if what == "type" else words.split()))
        # A tooltip comes after a moment of rest, in which nothing is done.
        time.sleep(0.5)


def quiet(program):
    """Waits until the program has nothing more to do."""

    def worked():
        fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    deadline, times = time.monotonic() + WAIT_S, 0
    while times < QUIET_TIMES and time.monotonic() < deadline:
        before = worked()
        time.sleep(QUIET_S)
        times = times + 1 if worked() - before <= QUIET_SHARE * QUIET_S else 0
    if times < QUIET_TIMES:
        print(f"still busy after {WAIT_S:.0f} s", file=sys.stderr)


def sweep():
    """Combinations in which every tab and dialog is seen in every language, theme and size."""
    pairs = []
    for i, what in enumerate([*TABS, *DIALOGS]):
        for j, size in enumerate(SIZES):
            # The scales that people use at a size.
            scales = {"1024x700": [100], "1280x800": [100, 150], "2560x1440": [100, 150], "3840x2160": SCALES}[size]
            view = View(
                tab=what if what in TABS else "overview",
                open=what if what in DIALOGS else "",
                city=["london", "brussels", "rotterdam"][(i + j) % 3],
                language=LANGUAGES[(i + j) % 3],
                theme=THEMES[(i + j + j // 3) % 3],
                scale=scales[i % len(scales)],
            )
            pairs.append((view, size))
    for i, size in enumerate(SIZES):
        for tab in ("overview", "compare", "space"):
            pairs.append((View(tab=tab, city="all", language=LANGUAGES[i % 3], theme=THEMES[i % 3]), size))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lists = {
        "tab": ("overview", f"{', '.join(TABS)}, or `every`"),
        "open": ("", f"a dialog over the tab: {', '.join(DIALOGS)}, or `every`"),
        "city": ("london", "id of a city, or `all`"),
        "language": ("en", f"{', '.join(LANGUAGES)}, or `every`"),
        "theme": ("light", f"{', '.join(THEMES)}, or `every`"),
        "size": ("1280x800", f"in pixels: {', '.join(SIZES)}, any other, or `every`"),
        "scale": ("100", "of text, in per cent"),
        "file": ("", "a scenario, or preset:ID"),
    }
    every = {"tab": TABS, "open": list(DIALOGS), "language": LANGUAGES, "theme": THEMES, "size": SIZES}
    for name, (default, words) in lists.items():
        parser.add_argument(f"--{name}", default=default, metavar="LIST", help=f"{words} (default: {default or 'none'})")
    parser.add_argument("--year", type=int, default=2040, help="the chosen year")
    parser.add_argument("--do", action="append", default=[], metavar="STEP", help="key KEYS, type WORDS, click X,Y, point X,Y")
    parser.add_argument("--sweep", action="store_true", help="the choice of combinations")
    parser.add_argument("--only", default="", help="of these, those that have this in the name of their picture")
    parser.add_argument("--binary", default=ROOT / "target/debug/making-room")
    parser.add_argument("--into", default=ROOT / "target/views", type=Path)
    asked = parser.parse_args()
    # Ended from outside it still ends what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if asked.sweep:
        pairs = sweep()
    else:
        values = {name: every[name] if getattr(asked, name) == "every" else getattr(asked, name).split(",") for name in lists}
        sizes, scales = values.pop("size"), [int(scale) for scale in values.pop("scale")]
        fixed = {"year": asked.year, "do": tuple(asked.do)}
        combined = [dict(zip(values, each)) for each in itertools.product(*values.values())]
        pairs = [(View(scale=scale, **fixed, **each), size) for size in sizes for scale in scales for each in combined]
    for size, views in itertools.groupby(sorted(pairs, key=lambda pair: pair[1]), key=lambda pair: pair[1]):
        with Screen(size, asked.binary) as screen:
            for view, _ in views:
                if asked.only in view.name(size):
                    screen.picture(view, asked.into / view.name(size))
                    print(asked.into / view.name(size), flush=True)


if __name__ == "__main__":
    main()
