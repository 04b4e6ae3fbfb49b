"""The accessibility tree of the real window, as a screen reader sees it over AT-SPI."""

import re
import subprocess
import time
from functools import cached_property

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

WAIT_S = 30.0


class Missing(Exception):
    """Something that should have been there or have happened, and did not."""


class Gone(Exception):
    """A node that is no longer there: the window changed while it was read."""


def enable_accessibility():
    """Starts the accessibility bus and tells applications that somebody reads."""
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    deadline = time.monotonic() + WAIT_S
    while True:
        try:
            bus.call_sync(
                "org.a11y.Bus",
                "/org/a11y/bus",
                "org.freedesktop.DBus.Properties",
                "Set",
                GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))),
                None,
                Gio.DBusCallFlags.NONE,
                1000,
                None,
            )
            break
        except GLib.Error:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    # The registry must run before a program registers with it.
    Atspi.get_desktop(0).get_child_count()
    return launcher


def wait_for(what, look, every=0.05, seconds=WAIT_S):
    """What `look` finds, as soon as it finds something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            found = look()
        except (Gone, GLib.Error):
            found = None
        if found is not None and found is not False:
            return found
        time.sleep(every)
    raise Missing(f"waited {seconds:.0f} s in vain for {what}")


def listen():
    """Takes in what has been sent to us. Without a main loop of ours nobody else does."""
    while GLib.MainContext.default().iteration(False):
        pass


def application():
    listen()
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is not None and "making" in (app.get_name() or "").lower():
            return app
    return None


STATES = {
    "active": Atspi.StateType.ACTIVE,
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "enabled": Atspi.StateType.ENABLED,
    "pressed": Atspi.StateType.PRESSED,
    "checked": Atspi.StateType.CHECKED,
    "selected": Atspi.StateType.SELECTED,
    "modal": Atspi.StateType.MODAL,
}


class Seen:
    """A node as it was when the tree was read. What costs a call of its own is asked
    for when it is wanted, and then kept."""

    def __init__(self, node, parent):
        self.node, self.parent, self.children = node, parent, []
        self.role, self.name = node.get_role_name(), node.get_name() or ""

    def ask(self, question):
        """What the node answers. The window may have put another in its place since:
        then that one is asked."""
        for _ in range(20):
            try:
                return question(self.node)
            except (Gone, GLib.Error):
                alike = picked(self.role, self.name)
                if len(alike) != 1:
                    break
                self.node = alike[0].node
        raise Gone(f"{self.role} “{self.name}” is no longer there")

    @cached_property
    def description(self):
        return self.ask(lambda node: node.get_description() or "")

    @cached_property
    def box(self):
        return self.place()

    @cached_property
    def states(self):
        held = self.ask(lambda node: node.get_state_set())
        return frozenset(name for name, state in STATES.items() if held.contains(state))

    @cached_property
    def range(self):
        """The value of a slider, both its ends and its step."""

        def read(node):
            value = face(node.get_value_iface())
            ends = value.get_minimum_value(), value.get_maximum_value()
            return value.get_current_value(), *ends, value.get_minimum_increment()

        return self.ask(read)

    @property
    def value(self):
        """The number of a slider or card."""
        return self.range[0]

    @cached_property
    def text(self):
        """What is written in a field."""

        def read(node):
            text = face(node.get_text_iface())
            return text.get_text(0, text.get_character_count())

        return self.ask(read)

    def place(self):
        """Where it is now: left, top, width, height on the screen, in pixels."""

        def read(node):
            component = node.get_component_iface()
            if component is None:
                return (0, 0, 0, 0)
            extents = component.get_extents(Atspi.CoordType.SCREEN)
            return (extents.x, extents.y, extents.width, extents.height)

        return self.ask(read)

    def act(self, name="click"):
        """Does what a screen reader does who takes it."""

        def actions(node):
            action = node.get_action_iface()
            return [] if action is None else [action.get_action_name(i) for i in range(action.get_n_actions())]

        there = self.ask(actions)
        if name not in there:
            raise Missing(f"{self} cannot be pressed through the tree: it has {there}")
        self.ask(lambda node: face(node.get_action_iface()).do_action(there.index(name)))

    def set(self, value):
        """Puts a slider where a screen reader wants it."""
        self.ask(lambda node: face(node.get_value_iface()).set_current_value(float(value)))

    def fill(self, text):
        """Replaces what is written in a field."""
        self.ask(lambda node: face(node.get_editable_text_iface()).set_text_contents(text))

    @property
    def x(self):
        return self.box[0] + self.box[2] // 2

    @property
    def y(self):
        return self.box[1] + self.box[3] // 2

    def has(self, state):
        return state in self.states

    def above(self):
        """The nodes that this one is in, from the nearest."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def __str__(self):
        states = ",".join(sorted(self.states - {"enabled", "focusable"}))
        return f"{self.role} “{self.name}” at {self.box}" + (f" [{states}]" if states else "")


def face(there):
    """An interface of a node; one that has gone has none."""
    if there is None:
        raise Gone("it does not answer")
    return there


def see(node=None, parent=None, met=None):
    """Everything in the window, in the order of the tree. It is read node by node, and
    the window goes on meanwhile: where what was read cannot be one state of it, it is
    gone."""
    if node is None:
        node, met = application(), set()
        if node is None:
            raise Missing("the window is not in the accessibility tree")
    if node.path in met:
        raise Gone("a node has moved on and was met twice")
    met.add(node.path)
    seen = Seen(node, parent)
    yield seen
    count = node.get_child_count()
    for i in range(count):
        child = face(node.get_child_at_index(i))
        for below in see(child, seen, met):
            if below.parent is seen:
                seen.children.append(below)
            yield below
    if node.get_child_count() != count:
        raise Gone("nodes have come or gone among those that were read")


def reread(look):
    """What `look` finds; it looks again where something went away under its eyes."""
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline:
        try:
            return look()
        except (Gone, GLib.Error):
            time.sleep(0.05)
    raise Missing("the accessibility tree does not come to rest")


def everything():
    """Everything in the window as a list."""
    return reread(lambda: list(see()))


def picked(role, name):
    """The nodes of this role with this name; a name that ends in … is only its beginning."""
    nodes = everything()
    if name.endswith("…") and not any(node.name == name for node in nodes):
        fits = lambda node: node.name.startswith(name[:-1])  # noqa: E731
    else:
        fits = lambda node: node.name == name  # noqa: E731
    return [node for node in nodes if (role is None or node.role == role) and fits(node)]


def the(role, name):
    """The one node of this role with this name, as soon as it is there."""
    found = wait_for(f"{role or 'anything'} “{name}”", lambda: picked(role, name) or None)
    if len(found) > 1:
        # One of them may be in what is just closing.
        only = lambda: [node for node in [picked(role, name)] if len(node) == 1]  # noqa: E731
        found = wait_for(f"only one {role} “{name}”", lambda: only() or None, seconds=5.0)[0]
    return found[0]


def is_there(role, name):
    return bool(picked(role, name))


def says(words):
    """Whether something in the window says this, by name or description."""
    return reread(lambda: any(words in node.name or words in node.description for node in everything()))


def says_number(number):
    """Whether something in the window says this number, to the unit, however it is spaced."""
    digits = str(round(number))
    return any(digits in re.sub(r"(?<=\d)\s(?=\d)", "", node.name) for node in everything())


def active():
    """Whether a window of the program has the keyboard."""
    return reread(lambda: any(node.has("active") for node in everything()))


def outline(nodes=None):
    """The tree as text, for whoever looks into a failure."""
    lines = []
    for node in everything() if nodes is None else nodes:
        depth = sum(1 for _ in node.above())
        description = node.description.replace("\n", " / ")
        lines.append(f"{'  ' * depth}{node} {description}".rstrip())
    return "\n".join(lines)


class Focus:
    """What has the keyboard, as the window tells it."""

    def __init__(self):
        self.told = None
        self.listener = Atspi.EventListener.new(self.take)
        self.listener.register("object:state-changed:focused")

    def take(self, event):
        if event.detail1 == 1:
            self.told = event.source

    def forget(self):
        listen()
        self.told = None

    def moved(self, seconds=2.0):
        """Role and name of what has the keyboard now, if it has moved since it was
        forgotten. What has already gone away has neither."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            listen()
            if self.told is not None:
                try:
                    return self.told.get_role_name(), self.told.get_name() or ""
                except GLib.Error:
                    return None, None
            time.sleep(0.005)
        return None


def focused():
    """What has the keyboard, by looking at everything."""
    return reread(lambda: next((node for node in everything() if node.has("focused") and node.role != "frame"), None))
