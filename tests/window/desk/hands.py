"""Pointer, keys and a camera."""

import os
import subprocess

from desk.tree import Missing, active, wait_for

WINDOW = "Making Room"


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def key(*keys):
    xdotool("key", "--delay", "0", *keys)


def write(text):
    xdotool("type", "--delay", "0", "--", text)


def move(x, y):
    xdotool("mousemove", int(x), int(y))


def click(x, y):
    # The pointer arrives before it presses: what lies under it must know of it.
    xdotool("mousemove", int(x), int(y), "sleep", "0.05", "click", 1)


def drag(start, *points):
    """Presses at one point, goes over others, and lets go at the last."""
    steps = ["mousemove", *map(int, start), "sleep", "0.05", "mousedown", 1]
    for point in points:
        steps += ["sleep", "0.05", "mousemove", *map(int, point)]
    xdotool(*steps, "sleep", "0.05", "mouseup", 1)


def wheel(x, y, down, times=1):
    xdotool("mousemove", int(x), int(y), "click", "--repeat", times, "--delay", "10", 5 if down else 4)


def focus():
    """Gives the window the keyboard, and waits until the program knows."""
    search = ["xdotool", "search", "--onlyvisible", "--name", WINDOW]

    def found():
        seen = subprocess.run(search, capture_output=True, text=True)
        return seen.stdout.split()[0] if seen.stdout.strip() else None

    window = wait_for("the window on the display", found)
    xdotool("windowfocus", window)
    wait_for("the window to have the keyboard", active)
    return int(window)


def shot(folder, name):
    path = os.path.join(folder, name)
    taken = subprocess.run(["import", "-window", "root", path], capture_output=True, text=True)
    if taken.returncode != 0:
        raise Missing(f"no screenshot {path}: {taken.stderr.strip()}")
    return path
