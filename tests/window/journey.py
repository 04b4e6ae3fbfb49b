"""The real window, used as a person would: read over AT-SPI, moved by pointer and key.

Usage: journey.py BINARY SCENARIO FOLDER, with DISPLAY set and inside a session
bus of its own. Prints one `key=value` line for each thing observed; the test
judges them. Screenshots go to FOLDER.
"""

import subprocess
import sys
import time

from desk.hands import focus, shot, xdotool
from desk.tree import WAIT_S, Atspi, application, enable_accessibility, find, wait_for, walk

LEVER = "Protected share of industrial land, London"
CITIES = ["London", "Brussels", "Rotterdam"]


def jobs():
    """What the jobs card says, as number and as words."""
    card = find("level bar", "Manufacturing jobs, London, ")
    if card is None:
        return None
    return card.get_value_iface().get_current_value(), card.get_description() or ""


def main():
    binary, scenario, folder = sys.argv[1:4]
    launcher = enable_accessibility()
    program = subprocess.Popen([binary, scenario])
    try:
        wait_for("the window in the accessibility tree", application)
        wait_for("the jobs of London", jobs)
        for city in CITIES:
            print(f"city.{city}={find('toggle button', city) is not None}")
        focus()
        before, words = jobs()
        print(f"jobs.before={before!r}")
        print(f"jobs.words={words}")
        shot(folder, "journey-1-open.png")

        slider = wait_for("the lever", lambda: find("slider", LEVER))
        print(f"lever.before={slider.get_value_iface().get_current_value()!r}")
        box = slider.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        y = box.y + box.height // 2
        print(f"lever.box={box.x},{box.y},{box.width},{box.height}")
        xdotool("mousemove", box.x + int(box.width * 0.85), y)
        time.sleep(0.2)
        xdotool("mousedown", 1)
        for share in (0.7, 0.5, 0.3):
            xdotool("mousemove", box.x + int(box.width * share), y)
            time.sleep(0.1)
        xdotool("mouseup", 1)
        wait_for("the jobs to answer", lambda: (jobs() or (before,))[0] != before)
        time.sleep(0.3)
        after, words = jobs()
        print(f"jobs.after={after!r}")
        slider = wait_for("the lever", lambda: find("slider", LEVER))
        print(f"lever.after={slider.get_value_iface().get_current_value()!r}")
        print(f"undo={find('push button', 'Undo: ' + LEVER) is not None}")
        shot(folder, "journey-2-moved.png")

        by_accessibility_tree(slider)
        shot(folder, "journey-3-told.png")

        print(f"unsaved={unsaved() is not None}")
        xdotool("key", "ctrl+s")
        wait_for("the mark to go", lambda: unsaved() is None)
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


def by_accessibility_tree(slider):
    """Moves the lever, and when it starts, as a screen reader does."""
    print(f"lever.description={slider.get_description()}")
    slider.get_value_iface().set_current_value(35.0)

    def level():
        found = find("slider", LEVER)
        return found is not None and found.get_value_iface().get_current_value() == 35.0

    wait_for("the lever to be where it was told", level)
    print("lever.told=True")
    about = None
    for node in walk(application()):
        if (node.get_name() or "") == f"About {LEVER}":
            about = node
    about.get_action_iface().do_action(0)
    start = wait_for("the start of the lever", lambda: find("slider", f"Start of {LEVER}"))
    start.get_value_iface().set_current_value(2031.0)

    def starts():
        found = find("slider", f"Start of {LEVER}")
        return found is not None and found.get_value_iface().get_current_value() == 2031.0

    wait_for("the start to be where it was told", starts)
    print("start.told=True")


def unsaved():
    """The row of a scenario with the unsaved mark."""
    app = application()
    if app is None:
        return None
    for node in walk(app):
        if (node.get_name() or "").endswith(", not saved"):
            return node
    return None


if __name__ == "__main__":
    main()
