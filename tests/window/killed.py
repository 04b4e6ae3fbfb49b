"""The real window, killed and ended by others: what was unsaved is offered by the next.

Usage: killed.py BINARY SCENARIO STATE FOLDER, with DISPLAY set and inside a session
bus of its own. STATE is where unsaved work is kept. Prints one `key=value` line for
each thing observed; the test judges them. Screenshots go to FOLDER.
"""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from desk.hands import focus, shot, xdotool
from desk.tree import WAIT_S, application, enable_accessibility, the, wait_for
from journey import jobs, lever, unsaved

OFFER = "Open what was kept of…"
ROUNDS = 8


def kept(state):
    return sorted(Path(state).glob("*/*.recovery"))


def start(*arguments):
    program = subprocess.Popen(arguments)
    wait_for("the window in the accessibility tree", application)
    jobs()
    focus()
    return program


def end(program, how):
    """Sends a signal and says how the program ended; waits until the tree knows."""
    program.send_signal(how)
    code = program.wait(timeout=WAIT_S)
    wait_for("the window to leave the accessibility tree", lambda: application() is None)
    return code


def move_lever(share):
    """Clicks on the track of the lever, and waits until it is there. What it is then."""
    slider = lever()
    before, (x, y, width, height) = slider.value, slider.box
    xdotool("mousemove", x + int(width * share), y + height // 2)
    time.sleep(0.1)
    xdotool("click", 1)
    wait_for("the lever to move", lambda: lever().value != before)
    wait_for("the mark of unsaved work", unsaved)
    return lever().value


def open_offer():
    the("push button", OFFER).act()
    wait_for("the mark of unsaved work", unsaved)


def main():
    binary, scenario, state, folder = sys.argv[1:5]
    launcher = enable_accessibility()
    program = None
    try:
        # Killed: nobody can do anything about it then.
        program = start(binary, scenario)
        moved = move_lever(0.3)
        print("moved=True")
        wait_for("the work to be kept", lambda: bool(kept(state)))
        print(f"killed={end(program, signal.SIGKILL)}")

        program = start(binary)
        the("push button", OFFER)
        time.sleep(0.3)
        shot(folder, "killed-1-offer.png")
        open_offer()
        print(f"recovered={abs(lever().value - moved) < 1e-9}")
        # Ended by the system, right after a change: it is kept at once.
        moved = move_lever(0.6)
        print(f"terminated={end(program, signal.SIGTERM)}")

        program = start(binary)
        open_offer()
        print(f"kept={abs(lever().value - moved) < 1e-9}")
        xdotool("key", "ctrl+s")
        wait_for("the mark to go", lambda: not unsaved())
        wait_for("what was kept to go", lambda: not kept(state))
        print(f"interrupted={end(program, signal.SIGINT)}")
        print(f"clean={not [path for path in Path(state).iterdir() if path.is_dir()]}")

        # Killed while it saves: the file is the old or the new one.
        dice, intact = random.Random(5), 0
        for i in range(ROUNDS):
            program = start(binary, scenario)
            # Another level each time: the one before may have been saved.
            move_lever(0.15 + 0.08 * i)
            xdotool("key", "ctrl+s")
            time.sleep(dice.random() * 0.1)
            end(program, signal.SIGKILL)
            intact += subprocess.run([binary, "check", scenario], stdout=subprocess.DEVNULL).returncode == 0
        print(f"intact={intact}/{ROUNDS}")
    finally:
        if program is not None and program.poll() is None:
            program.kill()
            program.wait(timeout=WAIT_S)
        launcher.terminate()


if __name__ == "__main__":
    main()
