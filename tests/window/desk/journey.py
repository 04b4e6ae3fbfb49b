"""A journey: what somebody came for, in named steps, each seen in a screenshot."""

import contextlib
import resource
import sys
import traceback
from pathlib import Path

from desk.hands import shot
from desk.means import MEANS
from desk.program import Program, command_line, prefer, projected
from desk.tree import Missing, everything, outline, the, wait_for


class Journey:
    """The program, the means by which it is used, and where the steps are kept."""

    def __init__(self, means, binary, home, folder):
        self.binary, self.home, self.folder = binary, Path(home), Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in [*self.folder.glob("*.png"), *self.folder.glob("*.txt")]:
            old.unlink()
        self.by = MEANS[means]
        self.program = None
        self.count = 0

    def start(self, *files, **preferences):
        prefer(**preferences)
        self.program = Program(self.binary, *files)
        # It listens from now on.
        self.by = self.by()

    @contextlib.contextmanager
    def step(self, name):
        """A step by name. However it ends, the screen is kept."""
        self.count += 1
        file = f"{self.count:02}-{name.replace(' ', '-')}"
        try:
            yield
        except BaseException as error:
            with contextlib.suppress(Exception):
                shot(self.folder, f"{file}-FAILED.png")
                (self.folder / f"{file}-FAILED.txt").write_text(outline())
            raise Missing(f"step {self.count}, “{name}”, by {self.by.name}: {error}\nSee {self.folder / file}-FAILED.png and .txt") from error
        shot(self.folder, f"{file}.png")
        print(f"done: {name}", flush=True)

    def expect(self, what, holds):
        """Waits until something holds; a number or text says what was found instead."""
        last = []

        def look():
            found = holds()
            last[:] = [found]
            return found is True

        try:
            wait_for(what, look)
        except Missing as missing:
            raise Missing(f"{missing}; last it was {last[0]!r}" if last and last[0] is not False else str(missing)) from None

    def card(self, indicator, city, year):
        """The number on a headline card."""
        return the("level bar", f"{indicator}, {city}, {year}").value

    def run(self, *arguments):
        return command_line(self.binary, *arguments)

    def projected(self, file, city, indicator, year, *options):
        return projected(self.binary, file, city, indicator, year, *options)

    def saved(self, file):
        """Whether the window says that the current scenario is in this file as it is."""
        return any(node.role == "label" and node.name == f"{file} – saved" for node in everything())

    def quit(self):
        self.by.command("File", "Quit")
        code = self.program.exit()
        if code != 0:
            raise Missing(f"the program ends with {code}")


def close(found, expected, within=1e-6):
    """Whether two numbers are the same but for how they are written."""
    return True if abs(found - expected) <= within * max(1.0, abs(expected)) else found


def take(journey, steps):
    """Goes through the steps; a failure is said in words, and ends with 1."""
    try:
        steps(journey)
    except Missing as missing:
        print(f"FAILED: {missing}", flush=True)
        sys.exit(1)
    except Exception:
        traceback.print_exc()
        sys.exit(1)
    finally:
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(f"cpu={used.ru_utime + used.ru_stime:.1f}", flush=True)
        if journey.program is not None:
            journey.program.end()
