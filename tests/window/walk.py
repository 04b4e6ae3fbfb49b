"""A walk through the whole accessibility tree of the real window, and through all of
it by Tab.

Usage: walk.py BINARY FILE FOLDER, with DISPLAY set and inside a session bus of its
own. FILE is the scenario to open; FOLDER gets the tree of each view as text. Prints
`found: VIEW: WHAT` for each thing that is not as it should be, and a line with counts
at the end; the test judges them.
"""

import re
import subprocess
import sys
from pathlib import Path

from desk import hands
from desk.means import Keyboard, pane, settled
from desk.program import Program, prefer
from desk.tree import Missing, everything, focused, is_there, outline, wait_for

TABS = [
    "Overview", "Space ledger", "Why", "Changes", "Compare", "Back-cast", "Sub-sectors", "Budget", "Stakeholders",
    "Fit to history", "Notes", "Sources", "Model",
]  # fmt: skip
# What opens a dialog, and what is in it.
DIALOGS = {
    "Commands": "ctrl+k",
    "New scenario": "ctrl+n",
    "Open a scenario": "ctrl+o",
    "Title of the scenario": "F2",
    "Merge two people's changes": "ctrl+shift+m",
    "Save the scenario": "ctrl+shift+s",
}
INTERACTIVE = {
    "push button", "toggle button", "check box", "radio button", "slider", "entry", "combo box", "page tab", "list box",
    "list item", "level bar", "scroll bar", "separator", "menu", "menu item", "link", "dialog",
}  # fmt: skip
# Where the keyboard stops that is none of these: charts.
CHART = "Chart: "
# How far a control may stand above the one before it and still be in its row (pixels).
ROW = 14
SIZE = (1280, 800)


class Walk:
    def __init__(self, binary, file, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        prefer()
        self.program = Program(binary, file)
        self.keys = Keyboard()
        self.nodes = self.sliders = self.charts = self.stops = 0
        self.rings = {}

    def found(self, view, what):
        print(f"found: {view}: {what}", flush=True)

    def look(self, view):
        """Judges everything that there is, and keeps it as text."""
        nodes, text = whole(view)
        (self.folder / f"{view.replace(' ', '-').lower()}.txt").write_text(text)
        names = {}
        for node in nodes:
            acts = node.role in INTERACTIVE or (node.has("focusable") and node.role != "frame")
            if not acts:
                continue
            self.nodes += 1
            if not node.name.strip():
                self.found(view, f"no name: {node}, in {pane(node)}")
            names.setdefault((pane(node), node.role, node.name), []).append(node)
            if node.role == "slider":
                self.slider(view, node)
            if node.name.startswith(CHART):
                self.chart(view, node)
        for (where, role, name), alike in names.items():
            if len(alike) > 1 and role not in ("dialog", "scroll bar"):
                self.found(view, f"{len(alike)} of {role} “{name}” in {where}")
        return nodes

    def slider(self, view, node):
        self.sliders += 1
        value, low, high, _ = node.range
        if not low <= value <= high:
            self.found(view, f"{value} is not between {low} and {high}: {node}")
        if not re.match(r"[−+£€]?[−+]?\d", node.description):
            self.found(view, f"no value with unit in “{node.description}”: {node}")

    def chart(self, view, node):
        self.charts += 1
        if len(node.description) < 30 or not node.description.rstrip().endswith((".", "%")):
            self.found(view, f"no spoken summary in “{node.description}”: {node}")

    def stops_in(self, view, nodes, where):
        """Goes by Tab through a part of the window, or through all of it (None)."""
        places = {}
        for node in nodes:
            if node.has("focusable") and node.role != "frame":
                places.setdefault((node.role, node.name), node)
        inside = {key for key, node in places.items() if where is None or pane(node) == where}
        self.enter(where or "Menus and history")
        visited, before, ring = [], None, None
        for _ in range(3 * len(places) + 20):
            key = self.keys.stop()
            if key is None:
                self.found(view, f"Tab leads nowhere after {visited[-1:]}")
                return
            if ring is not None:
                self.ring(*ring)
                ring = None
            if key[0] == "frame" or (where is not None and key not in inside and visited):
                break
            if key in visited:
                break
            if key not in places:
                # What is only there while it has the keyboard: an explanation's heading.
                continue
            visited.append(key)
            self.stops += 1
            box = self.seen(view, places[key])
            if key[0] not in self.rings and box is not None:
                ring = (key, box, settled(lambda: crop(box)))
            if before is not None:
                self.order(view, places[before], places[key])
            before = key
        for key in sorted(inside - set(visited)):
            if places[key].has("enabled"):
                self.found(view, f"Tab does not lead to {places[key]}")

    def enter(self, where):
        """Goes to a part of the window by key."""
        for _ in range(8):
            self.keys.focus.forget()
            hands.key("F6")
            self.keys.focus.moved()
            here = focused()
            if here is not None and here.role == "panel" and here.name == where:
                return
        raise Missing(f"F6 does not lead to {where}")

    def seen(self, view, node):
        """What has the keyboard must come into sight. Where it is then."""

        def shown():
            x, y, width, height = box = node.place()
            fits = 0 <= x and x + min(width, 40) <= SIZE[0] and 0 <= y and y + min(height, 40) <= SIZE[1]
            return box if fits else None

        try:
            return wait_for("it to come into sight", shown, every=0.02, seconds=2.0)
        except Missing:
            self.found(view, f"has the keyboard out of sight: {node}")
            return None

    def ring(self, key, box, with_focus):
        """Once for each kind of control: it looks otherwise with the keyboard than without."""
        try:
            wait_for("the ring to go", lambda: crop(box) != with_focus, seconds=2.0)
            self.rings[key[0]] = key[1]
        except Missing:
            self.found("focus", f"cannot be seen on {key}")

    def order(self, view, one, other):
        """The next stop is in the same row to the right, below, or in the next column."""
        if pane(one) != pane(other) or of_one_lever(one.name, other.name):
            return
        right, below = other.box[0] >= one.box[0] + one.box[2] - ROW, other.y >= one.y - ROW
        if not (right or below):
            self.found(view, f"Tab goes back up from {one} to {other}")


def of_one_lever(one, other):
    """Whether two controls belong to the same lever: it goes from its slider on."""
    bare = lambda name: re.sub(r"^(About|Reset|Start of|Start year of|Years of) |, value$", "", name)  # noqa: E731
    return bare(one) == bare(other)


def whole(view):
    """Everything that there is and all that it says of itself, as soon as it is read the
    same twice: nothing moves any more."""
    texts = [""]

    def same():
        nodes = everything()
        for node in nodes:
            if node.role == "slider":
                _ = node.range
        texts.append(outline(nodes))
        return (nodes, texts[-1]) if texts[-1] == texts[-2] else None

    return wait_for(f"“{view}” to be read in one go", same)


def crop(box):
    """The pixels of a place."""
    x, y, width, height = box
    part = f"{width + 8}x{height + 8}+{max(0, x - 4)}+{max(0, y - 4)}"
    return subprocess.run(["import", "-window", "root", "-crop", part, "ppm:-"], capture_output=True, check=True).stdout


def main():
    binary, file, folder = sys.argv[1:4]
    walk = Walk(binary, file, folder)
    try:
        for tab in TABS:
            walk.keys.tab(tab)
            nodes = walk.look(tab)
            walk.stops_in(tab, nodes, None if tab == "Overview" else "What happens")
        walk.keys.tab("Overview")
        hands.key("ctrl+g")
        wait_for("all cities", lambda: not is_there("level bar", "Manufacturing jobs, London, 2040"))
        walk.stops_in("All cities", walk.look("All cities"), "What happens")
        walk.keys.palette("London")
        walk.keys.press("level bar", "Manufacturing jobs, London, 2040")
        wait_for("the explanation", lambda: is_there("push button", "Close the explanation"))
        walk.stops_in("Explanation", walk.look("Explanation"), "Explanation")
        hands.key("Escape")
        for name, keys in DIALOGS.items():
            hands.key(keys)
            wait_for(f"the dialog “{name}”", lambda: is_there("dialog", name))
            walk.look(f"dialog {name}")
            hands.key("Escape")
            wait_for("the dialog to close", lambda: not any(n.role == "dialog" for n in everything()))
    finally:
        walk.program.end()
    print(f"nodes={walk.nodes} sliders={walk.sliders} charts={walk.charts} stops={walk.stops} rings={sorted(walk.rings)}")


if __name__ == "__main__":
    main()
