"""The real window, used as a person would: read over AT-SPI, moved by pointer and key.

Usage: journey.py BINARY SCENARIO FOLDER, with DISPLAY set and inside a session
bus of its own. Prints one `key=value` line for each thing observed; the test
judges them. Screenshots go to FOLDER.
"""

import subprocess
import sys
import time

from desk.hands import focus, shot, xdotool
from desk.tree import WAIT_S, application, enable_accessibility, everything, is_there, the, wait_for

LEVER = "Protected share of industrial land, London"
CITIES = ["London", "Brussels", "Rotterdam"]


def jobs():
    """The card of the jobs."""
    return the("level bar", "Manufacturing jobs, London, …")


def lever():
    return the("slider", LEVER)


def main():
    binary, scenario, folder = sys.argv[1:4]
    launcher = enable_accessibility()
    program = subprocess.Popen([binary, scenario])
    try:
        wait_for("the window in the accessibility tree", application)
        jobs()
        for city in CITIES:
            print(f"city.{city}={is_there('toggle button', city)}")
        focus()
        before = jobs().value
        print(f"jobs.before={before!r}")
        print(f"jobs.words={jobs().description}")
        shot(folder, "journey-1-open.png")

        slider = lever()
        print(f"lever.before={slider.value!r}")
        x, y, width, height = slider.box
        print(f"lever.box={x},{y},{width},{height}")
        y += height // 2
        xdotool("mousemove", x + int(width * 0.85), y)
        time.sleep(0.2)
        xdotool("mousedown", 1)
        for share in (0.7, 0.5, 0.3):
            xdotool("mousemove", x + int(width * share), y)
            time.sleep(0.1)
        xdotool("mouseup", 1)
        wait_for("the jobs to answer", lambda: jobs().value != before)
        time.sleep(0.3)
        print(f"jobs.after={jobs().value!r}")
        print(f"lever.after={lever().value!r}")
        print(f"undo={is_there('push button', f'Undo: {LEVER}…')}")
        shot(folder, "journey-2-moved.png")

        by_accessibility_tree()
        shot(folder, "journey-3-told.png")

        print(f"unsaved={unsaved()}")
        xdotool("key", "ctrl+s")
        wait_for("the mark to go", lambda: not unsaved())
        print("saved=True")
        shot(folder, "journey-4-saved.png")
        print(f"running={program.poll() is None}")
        xdotool("key", "ctrl+q")
        print(f"exit={program.wait(timeout=WAIT_S)}")
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(timeout=WAIT_S)
        launcher.terminate()


def by_accessibility_tree():
    """Moves the lever, and when it starts, as a screen reader does."""
    slider = lever()
    print(f"lever.description={slider.description}")
    slider.set(35.0)
    wait_for("the lever to be where it was told", lambda: lever().value == 35.0)
    print("lever.told=True")
    the("toggle button", f"About {LEVER}").act()
    start = lambda: the("slider", f"Start of {LEVER}")  # noqa: E731
    start().set(2031.0)
    wait_for("the start to be where it was told", lambda: start().value == 2031.0)
    print("start.told=True")


def unsaved():
    """Whether the row of a scenario has the unsaved mark."""
    return any(node.name.endswith(", not saved") for node in everything())


if __name__ == "__main__":
    main()
