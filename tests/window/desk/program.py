"""The program under test: its window, its preferences, its command line."""

import csv
import io
import json
import os
import subprocess
from pathlib import Path

from desk.hands import focus, move
from desk.tree import WAIT_S, Missing, application, enable_accessibility, everything, wait_for

# The window of somebody who has used it before, in a size that every test has.
USED_BEFORE = {"welcomed": True, "language": "en", "theme": "light", "size": [1280.0, 800.0], "city": "london"}


def prefer(**preferences):
    """Writes the preferences that the next start finds."""
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "making-room" / "preferences.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**USED_BEFORE, **preferences}))


class Program:
    """The window, from its start to its end."""

    def __init__(self, binary, *files):
        self.binary = binary
        self.launcher = enable_accessibility()
        # Without other programs: files are asked for inside the window.
        programs = Path(os.environ["XDG_CONFIG_HOME"]) / "programs"
        programs.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "PATH": str(programs)}
        self.process = subprocess.Popen([binary, *map(str, files)], env=environment)
        try:
            wait_for("the window in the accessibility tree", application)
            wait_for("the window to be drawn", lambda: any(node.role == "page tab" for node in everything()))
            self.window = focus()
            # Out of the way: nothing is hovered over unless somebody goes there.
            move(1279, 799)
        except BaseException:
            self.end()
            raise

    def is_running(self):
        return self.process.poll() is None

    def exit(self):
        """The exit code of a program that was told to end."""
        try:
            return self.process.wait(timeout=WAIT_S)
        except subprocess.TimeoutExpired:
            raise Missing("the program does not end") from None

    def end(self):
        if self.is_running():
            self.process.terminate()
            self.process.wait(timeout=WAIT_S)
        self.launcher.terminate()


def command_line(binary, *arguments):
    """What a command prints."""
    ran = subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True)
    if ran.returncode != 0:
        raise Missing(f"making-room {' '.join(map(str, arguments))} ends with {ran.returncode}: {ran.stderr}")
    return ran.stdout


def table(binary, *arguments):
    """What a command prints as CSV, as a list of rows."""
    printed = command_line(binary, *arguments, "--format", "csv")
    lines = [line for line in printed.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def projected(binary, scenario, city, indicator, year, *options):
    """A number of a scenario file, as the command line computes it."""
    rows = table(binary, "project", scenario, "--city", city, "--members", 1, *options)
    for row in rows:
        if row["indicator"] == indicator and row["year"] == str(year):
            return float(row["scenario"])
    raise Missing(f"{scenario}: no {indicator} of {city} in {year}")
