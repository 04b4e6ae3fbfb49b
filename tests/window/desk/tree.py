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
        except GLib.Error:
            # A node that went away while it was read.
            found = None
        if found is not None and found is not False:
            return found
        time.sleep(every)
    raise Missing(f"waited {seconds:.0f} s in vain for {what}")


def listen():
    """Takes in what has been sent to us. Without a main loop of ours nobody else does."""
    while GLib.MainContext.default().iteration(False):
        pass


def walk(node):
    """The node and everything below it; a node that went away is passed over."""
    yield node
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child)


def application():
    listen()
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is not None and "making" in (app.get_name() or "").lower():
            return app
    return None


def find(role, prefix):
    """The first node of this role whose name begins so."""
    app = application()
    if app is None:
        return None
    for node in walk(app):
        try:
            if node.get_role_name() == role and (node.get_name() or "").startswith(prefix):
                return node
        except GLib.Error:
            continue
    return None


def active(app):
    """Whether a window of the application says that it has the keyboard."""
    try:
        return any(node.get_state_set().contains(Atspi.StateType.ACTIVE) for node in walk(app))
    except GLib.Error:
        return False


STATES = {
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "enabled": Atspi.StateType.ENABLED,
    "pressed": Atspi.StateType.PRESSED,
    "checked": Atspi.StateType.CHECKED,
    "selected": Atspi.StateType.SELECTED,
    "modal": Atspi.StateType.MODAL,
}


class Seen:
    """A node as it was when the tree was read. What costs a call of its own is read
    when it is asked for."""

    def __init__(self, node, parent):
        self.node, self.parent, self.children = node, parent, []
        self.role, self.name = node.get_role_name(), node.get_name() or ""

    @cached_property
    def description(self):
        return self.node.get_description() or ""

    @cached_property
    def box(self):
        component = self.node.get_component_iface()
        if component is None:
            return (0, 0, 0, 0)
        extents = component.get_extents(Atspi.CoordType.SCREEN)
        return (extents.x, extents.y, extents.width, extents.height)

    @cached_property
    def states(self):
        held = self.node.get_state_set()
        return frozenset(name for name, state in STATES.items() if held.contains(state))

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

    def value(self):
        """The number and both its ends; nothing for what has none."""
        iface = self.node.get_value_iface()
        if iface is None:
            return None
        return iface.get_current_value(), iface.get_minimum_value(), iface.get_maximum_value()

    def text(self):
        """What is written in a field."""
        iface = self.node.get_text_iface()
        return "" if iface is None else iface.get_text(0, iface.get_character_count())

    def actions(self):
        iface = self.node.get_action_iface()
        return [] if iface is None else [iface.get_action_name(i) for i in range(iface.get_n_actions())]

    def __str__(self):
        states = ",".join(sorted(self.states - {"enabled", "focusable"}))
        return f"{self.role} “{self.name}” at {self.box}" + (f" [{states}]" if states else "")


def see(node=None, parent=None):
    """Everything in the window, in the order of the tree."""
    if node is None:
        node = application()
        if node is None:
            raise Missing("the window is not in the accessibility tree")
    seen = Seen(node, parent)
    yield seen
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            for below in see(child, seen):
                if below.parent is seen:
                    seen.children.append(below)
                yield below


def everything():
    """Everything in the window as a list; read again if it changed under our eyes."""
    for _ in range(20):
        try:
            return list(see())
        except GLib.Error:
            time.sleep(0.05)
    raise Missing("the accessibility tree does not come to rest")


def picked(role, name, nodes=None):
    """The nodes of this role with this name; a name that ends in … is only its beginning."""
    nodes = everything() if nodes is None else nodes
    if name.endswith("…") and not any(node.name == name for node in nodes):
        fits = lambda node: node.name.startswith(name[:-1])  # noqa: E731
    else:
        fits = lambda node: node.name == name  # noqa: E731
    return [node for node in nodes if (role is None or node.role == role) and fits(node)]


def the(role, name):
    """The one node of this role with this name, as soon as it is there."""
    found = wait_for(f"{role or 'anything'} “{name}”", lambda: picked(role, name) or None)
    if len(found) > 1:
        # What moves while the tree is read is met twice: read again.
        only = lambda: [node for node in [picked(role, name)] if len(node) == 1]  # noqa: E731
        found = wait_for(f"only one {role} “{name}”", lambda: only() or None, seconds=5.0)[0]
    return found[0]


def is_there(role, name):
    return bool(picked(role, name))


def says(words):
    """Whether something in the window says this, by name or description."""
    return any(words in node.name or words in node.description for node in everything())


def says_number(number):
    """Whether something in the window says this number, to the unit, however it is spaced."""
    digits = str(round(number))
    return any(digits in re.sub(r"(?<=\d)\s(?=\d)", "", node.name) for node in everything())


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
        """What has the keyboard now, if it has moved since it was forgotten."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            listen()
            if self.told is not None:
                return self.told
            time.sleep(0.005)
        return None


def focused():
    """What has the keyboard, by looking at everything."""
    return next((node for node in everything() if node.has("focused") and node.role != "frame"), None)
