"""The three means by which people use the window: pointer, keyboard alone, and the
accessibility tree. Each knows the same few verbs, so that a journey is written once.

Text is typed with keys by all three: that is how a person with a pointer writes, and
the reader writes through the tree where a field takes it.
"""

import re

from desk import hands
from desk.tree import Focus, Missing, everything, focused, is_there, picked, reread, the, wait_for

# The tabs that have a key of their own, in the order of the keys.
TABS = [
    "Overview", "Space ledger", "Why", "Changes", "Compare", "Back-cast", "Sub-sectors", "Budget", "Stakeholders",
]  # fmt: skip
# What a command is called in the menus, and the keys that ask for it.
KEYS = {
    "New scenario…": "ctrl+n",
    "Open…": "ctrl+o",
    "Save": "ctrl+s",
    "Save as…": "ctrl+shift+s",
    "Quit": "ctrl+q",
}


def settled(look):
    """What `look` finds once it has found the same twice: nothing is moving any more."""
    last = []

    def same():
        now = look()
        last.append(now)
        return now if now is not None and len(last) > 1 and last[-2] == now else None

    return wait_for("things to come to rest", same)


class Means:
    """The verbs. What is the same by any means is here."""

    name = ""

    def __init__(self):
        self.focus = Focus()

    def press(self, role, name):
        """Presses a button, a tab, a row, a card."""
        raise NotImplementedError

    def put(self, name, value):
        """Moves a slider as near to a value as this means can. Where it is then."""
        raise NotImplementedError

    def write(self, name, text):
        """Replaces what is in a field, and has it taken."""
        raise NotImplementedError

    def command(self, menu, words):
        """Asks for a command."""
        raise NotImplementedError

    def undo(self):
        self.press("push button", "Undo: …")

    def redo(self):
        self.press("push button", "Redo: …")

    def tab(self, name):
        """Shows a tab."""
        raise NotImplementedError

    def item(self, words):
        """Takes an item of the menu that is open."""
        wait_for(f"“{words}” to be offered", lambda: is_there(None, words))
        self.press(None, words)

    def choose(self, name, option):
        """Takes an option of a box."""
        self.press("combo box", name)
        self.item(option)

    def entry(self, words):
        """Chooses the entry of the list whose name has these words."""
        self.press("list item", wait_for(f"an entry with “{words}”", lambda: entry_with(words)))

    def close_explanation(self):
        self.press("push button", "Close the explanation")

    def path(self, path):
        """Answers the window's question for a path."""
        the("entry", "Path")
        self.write("Path", str(path))
        wait_for("the prompt to close", lambda: not is_there("entry", "Path"))

    def submit(self, button):
        """Answers a dialog of one field. By key, Enter in the field has done so."""

    def open(self, path):
        self.command("File", "Open…")
        self.path(path)

    def save_as(self, path):
        self.command("File", "Save as…")
        self.path(path)


class Pointer(Means):
    """By pointer; what is out of view is scrolled to first."""

    name = "pointer"

    def show(self, role, name):
        """The node, scrolled into view and at rest."""

        def at():
            found = picked(role, name)
            if len(found) != 1:
                return None
            beyond = self.beyond(found[0])
            if beyond == 0:
                return found[0]
            # What stands above a scroll area does not move with it.
            return found[0] if not self.scroll(found[0], beyond) and beyond < 0 else None

        node = wait_for(f"{role or 'anything'} “{name}” in view", at)
        box = settled(lambda: the(role, name).box)
        node.box = box
        return node

    def beyond(self, node):
        """How far the node is out of the view of its scroll area: below is positive."""
        view = self.view(node)
        if view is None:
            return 0
        _, top, _, height = view
        low, high = node.box[1] - top, node.box[1] + node.box[3] - top - height
        return high if high > 0 else min(low, 0)

    @staticmethod
    def view(node):
        """The place of the scroll area around a node, by its bar: a bar comes after what
        it moves."""
        inside = node
        for above in node.above():
            for bar in above.children[above.children.index(inside) :]:
                if bar.role == "scroll bar" and bar.name.endswith("up and down"):
                    return bar.box
            inside = above
        return None

    def scroll(self, node, beyond):
        """Turns the wheel towards a node. Whether it moved."""
        before, bar = node.box, self.view(node)
        # Over the edge of the area, where nothing else wants the wheel.
        hands.wheel(bar[0] - 6, bar[1] + bar[3] // 2, beyond > 0, max(1, min(20, abs(beyond) // 60)))
        moved = lambda: any(found.box != before for found in picked(node.role, node.name))  # noqa: E731
        try:
            return wait_for("the wheel to scroll", moved, seconds=1.0)
        except Missing:
            return False

    def press(self, role, name):
        node = self.show(role, name)
        hands.click(node.x, node.y)

    def put(self, name, value):
        node = self.show("slider", name)
        before, low, high, step = node.range
        edge = 8
        width = node.box[2] - 2 * edge
        at = lambda value: (node.box[0] + edge + width * (value - low) / (high - low), node.y)  # noqa: E731
        middle = (before + value) / 2
        hands.drag(at(before), at(middle), at(value))
        wait_for(f"“{name}” to follow the pointer", lambda: the("slider", name).value != before)
        moved = settled(lambda: the("slider", name).value)
        # A pixel is as exact as a hand can be; the knob stands on steps besides.
        if abs(moved - value) > 3 * (high - low) / width + step:
            raise Missing(f"“{name}” was dragged to {value} and is at {moved}")
        return moved

    def write(self, name, text):
        # A field that has the keyboard needs no click; the click would come between.
        if not the("entry", name).has("focused"):
            self.press("entry", name)
        wait_for(f"“{name}” to have the keyboard", lambda: the("entry", name).has("focused"))
        hands.key("ctrl+a")
        hands.write(text)
        wait_for(f"“{name}” to show what is written", lambda: the("entry", name).text == text)
        hands.key("Return")

    def command(self, menu, words):
        self.press("push button", menu)
        self.press("push button", wait_for(f"“{words}” in the menu", lambda: menu_item(words)))

    def tab(self, name):
        if not is_there("page tab", name):
            more = next(node for node in everything() if node.role == "page tab" and node.name.endswith("▼"))
            hands.click(more.x, more.y)
            self.press("toggle button", name)
        else:
            self.press("page tab", name)
        wait_for(f"the tab “{name}”", lambda: tab_is(name))


class Keyboard(Means):
    """By keyboard alone: Tab, F6, arrows, Enter, shortcuts, the palette."""

    name = "keyboard"

    def stop(self, back=False):
        """Goes on by one stop. Role and name of what has the keyboard then."""
        self.focus.forget()
        hands.key("shift+Tab" if back else "Tab")
        return self.focus.moved()

    def go(self, role, name, most=160):
        """Goes to a control with Tab, over F6 where it is in another part of the window."""
        target = the(role, name)
        here = focused()
        if here is not None and same(here, target):
            return target
        goal = pane(target)
        if goal is not None and (here is None or pane(here) != goal):
            for _ in range(8):
                self.focus.forget()
                hands.key("F6")
                self.focus.moved()
                here = focused()
                if here is not None and pane(here) == goal:
                    break
            else:
                raise Missing(f"F6 does not lead to {goal}, where {target} is")
        # Back is shorter for what stands before.
        order = reread(lambda: [node for node in everything() if node.has("focusable")])
        places = {(node.role, node.name): i for i, node in enumerate(order)}
        back = here is not None and places.get((target.role, target.name), 0) < places.get((here.role, here.name), 0)
        way = []
        for _ in range(most):
            at = self.stop(back)
            if at is None:
                raise Missing(f"Tab leads nowhere on the way to {target}; it went\n" + "\n".join(way))
            way.append(f"{at[0]} “{at[1]}”")
            if at == (target.role, target.name):
                return the(role, name)
        raise Missing(f"{most} stops do not lead to {target}; they were\n" + "\n".join(way))

    def press(self, role, name):
        self.go(role, name)
        hands.key("Return")

    def put(self, name, value):
        node = self.go("slider", name)
        now, _, _, step = node.range
        for _ in range(4):
            steps = round((value - now) / step)
            if steps == 0:
                break
            pages, rest = divmod(abs(steps), 10)
            up = steps > 0
            for key, times in (("Prior" if up else "Next", pages), ("Right" if up else "Left", rest)):
                if times:
                    hands.xdotool("key", "--delay", "0", "--repeat", times, key)
            there = lambda: abs(the("slider", name).value - value) <= step / 2  # noqa: E731
            try:
                wait_for("the keys to be taken", there, seconds=5.0)
            except Missing:
                # A step goes to whole steps, and the value was between two.
                pass
            now = the("slider", name).value
        if abs(now - value) > step / 2:
            raise Missing(f"“{name}” was moved by key to {value} and is at {now}")
        return now

    def write(self, name, text):
        self.go("entry", name)
        hands.key("ctrl+a")
        hands.write(text)
        wait_for(f"“{name}” to show what is written", lambda: the("entry", name).text == text)
        hands.key("Return")

    def entry(self, words):
        wait_for(f"an entry with “{words}”", lambda: entry_with(words))
        listed = next(node.name for node in everything() if node.role == "list box")
        self.go("list box", listed)
        for _ in range(20):
            hands.key("Down")
            chosen = settled(lambda: [n.name for n in everything() if n.role == "list item" and n.states & {"selected", "checked", "pressed"}])
            if chosen and words in chosen[0]:
                return
        raise Missing(f"the arrow keys do not lead to an entry with “{words}”")

    def close_explanation(self):
        hands.key("Escape")

    def command(self, menu, words):
        keys = KEYS.get(words)
        if keys:
            hands.key(keys)
        else:
            self.palette(words)

    def undo(self):
        hands.key("ctrl+z")

    def redo(self):
        hands.key("ctrl+shift+z")

    def palette(self, words):
        """Finds something in the palette and takes it."""
        hands.key("ctrl+k")
        field = "Find a command, city, lever or preset"
        wait_for("the palette", lambda: picked("entry", field) and picked("entry", field)[0].has("focused"))
        hands.write(words)
        # Until then the rows are those of fewer letters.
        wait_for(f"“{words}” to be written", lambda: the("entry", field).text == words)
        at = wait_for(f"“{words}” in the palette", lambda: in_palette(words))
        for _ in range(at - 1):
            hands.key("Down")
        wait_for(f"“{words}” to be chosen in the palette", lambda: in_palette(words, "pressed"))
        hands.key("Return")
        wait_for("the palette to close", lambda: not is_there("entry", field))

    def tab(self, name):
        if name in TABS:
            hands.key(f"ctrl+{TABS.index(name) + 1}")
        else:
            self.palette(name)
        wait_for(f"the tab “{name}”", lambda: tab_is(name))


class Reader(Means):
    """Through the accessibility tree, as a screen reader or a voice does: actions,
    values and text, and no key or pointer."""

    name = "reader"

    def press(self, role, name):
        the(role, name).act()

    def put(self, name, value):
        the("slider", name).set(value)
        wait_for(f"“{name}” to be at {value}", lambda: abs(the("slider", name).value - value) < 1e-9)
        return value

    def write(self, name, text):
        node = the("entry", name)
        if node.text != text:
            node.fill(text)
            taken = lambda: all(field.text != node.text for field in picked("entry", name))  # noqa: E731
            wait_for(f"“{name}” to take “{text}”", taken)

    def submit(self, button):
        self.press("push button", button)

    def path(self, path):
        self.write("Path", str(path))
        wait_for("the path to be in the field", lambda: the("entry", "Path").text == str(path))
        # The button is named after what is asked.
        verb = next(node for node in everything() if node.role == "push button" and node.name in ("Open", "Save"))
        self.press("push button", verb.name)
        wait_for("the prompt to close", lambda: not is_there("entry", "Path"))

    def command(self, menu, words):
        self.press("push button", menu)
        self.press("push button", wait_for(f"“{words}” in the menu", lambda: menu_item(words)))

    def tab(self, name):
        if is_there("page tab", name):
            self.press("page tab", name)
        else:
            more = next(node for node in everything() if node.role == "page tab" and node.name.endswith("▼"))
            more.act()
            wait_for(f"“{name}” in the menu", lambda: is_there("toggle button", name))
            self.press("toggle button", name)
        wait_for(f"the tab “{name}”", lambda: tab_is(name))


MEANS = {means.name: means for means in (Pointer, Keyboard, Reader)}


def same(one, other):
    return one.role == other.role and one.name == other.name


def pane(node):
    """The part of the window that a node is in; nothing for what lies over the window."""
    names = [above.name for above in [node, *node.above()] if above.role in ("panel", "grouping") and above.name]
    return names[-1] if names else None


def tab_is(name):
    """Whether a tab is shown."""
    wanted = (name, f"{name} ▼")
    shown = lambda node: node.role == "page tab" and node.name in wanted and node.states & {"selected", "pressed", "checked"}  # noqa: E731
    return reread(lambda: any(shown(node) for node in everything()))


def menu_item(words):
    """The name of an item of an open menu: its words, and its keys if it has any."""
    item = re.compile(re.escape(words) + r"( (Ctrl|Alt|Shift|F\d+)\S*)?")
    return next((n.name for n in everything() if n.role == "push button" and item.fullmatch(n.name)), None)


def entry_with(words):
    """The name of the first entry of a list that has these words."""
    return next((node.name for node in everything() if node.role == "list item" and words in node.name), None)


def in_palette(words, state="enabled"):
    """Which row of the palette, from 1, has these words for its own; nothing if none is
    in this state."""
    rows = [n for n in everything() if n.role == "toggle button" and any(a.role == "dialog" for a in n.above())]
    fits = lambda row: (row.name == words or row.name.startswith(f"{words},")) and row.has(state)  # noqa: E731
    return next((i for i, row in enumerate(rows, 1) if fits(row)), None)
