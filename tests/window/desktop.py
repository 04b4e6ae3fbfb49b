"""The real window among other programs.

Usage: desktop.py HOW BINARY PATH OPEN OTHER…, with DISPLAY set and inside a
session bus of its own. HOW is `drop`, `prompt`, `zenity` or `portal`; PATH is
where the program finds other programs; OPEN is the scenario it starts with,
OTHER what is to be opened then, each with its name as title. Prints one
`key=value` line for each thing observed; the test judges them.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path

from desk.hands import focus, xdotool
from desk.tree import WAIT_S, Gio, GLib, application, enable_accessibility, everything, is_there, wait_for
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event

# How long somebody needs to choose files, in seconds.
PERSON_S = 0.5

PORTAL = """<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>"""


def shown(text):
    """Whether a text is anywhere in the window."""
    return any(text in node.name for node in everything())


def title(file):
    return Path(file).name.removesuffix(".scenario.ron")


class Drag:
    """A program from which files are dragged, as the XDND protocol has it in version 5."""

    def __init__(self, files, target):
        self.display = Display()
        screen = self.display.screen()
        self.window = screen.root.create_window(0, 0, 1, 1, 0, screen.root_depth)
        self.target = self.display.create_resource_object("window", target)
        self.data = "".join(Gio.File.new_for_path(file).get_uri() + "\r\n" for file in files).encode()
        self.answers = {}

    def atom(self, name):
        return self.display.intern_atom(name)

    def property(self, name):
        return self.target.get_full_property(self.atom(name), X.AnyPropertyType)

    def send(self, name, *data):
        words = [self.window.id, *data, 0, 0, 0, 0][:5]
        self.target.send_event(event.ClientMessage(window=self.target, client_type=self.atom(name), data=(32, words)))
        self.display.flush()

    def serve(self):
        """Hands the data out and notes answers."""
        while self.display.pending_events():
            happened = self.display.next_event()
            if happened.type == X.SelectionRequest:
                happened.requestor.change_property(happened.property, happened.target, 8, self.data)
                names = ("time", "requestor", "selection", "target", "property")
                answer = event.SelectionNotify(**{name: getattr(happened, name) for name in names})
                happened.requestor.send_event(answer)
                self.display.flush()
            elif happened.type == X.ClientMessage:
                accepted = bool(happened.data[1][1] & 1)
                self.answers[self.display.get_atom_name(happened.client_type)] = accepted

    def answered(self, name):
        self.serve()
        return name in self.answers

    def over(self):
        """Drags over the middle of the window."""
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.send("XdndEnter", 5 << 24, self.atom("text/uri-list"))
        self.send("XdndPosition", 0, (640 << 16) | 400, X.CurrentTime, self.atom("XdndActionCopy"))
        wait_for("an answer to the drag", lambda: self.answered("XdndStatus"))

    def drop(self):
        self.send("XdndDrop", 0, X.CurrentTime)
        wait_for("the end of the drag", lambda: self.answered("XdndFinished"))


def drop(window, files):
    drag = Drag(files, window)
    names = drag.target.get_full_property(Xatom.WM_CLASS, X.AnyPropertyType).value.decode()
    print(f"class={names.rstrip(chr(0)).split(chr(0))[-1]}")
    print(f"aware={drag.property('XdndAware') is not None}")
    print(f"icon={drag.property('_NET_WM_ICON') is not None}")
    drag.over()
    wait_for("the word what a drop does", lambda: drag.serve() or shown(f"Drop to open {len(files)} files"))
    drag.drop()
    print(f"accepted={drag.answers['XdndStatus'] and drag.answers['XdndFinished']}")


def prompt(_window, files):
    for file in files:
        xdotool("key", "ctrl+o")
        wait_for("the prompt", lambda: is_there("entry", "Path"))
        print(f"offered={is_there('push button', Path(file).name + '…')}")
        xdotool("key", "ctrl+a")
        xdotool("type", file)
        xdotool("key", "Return")


def zenity(_window, _files):
    xdotool("key", "ctrl+o")


class Portal:
    """A desktop portal that opens these files without asking anybody.

    It answers as late as a quick person would: the dialog library first waits for
    something to arrive and only then looks at what has arrived, so that an answer
    which comes together with the receipt of the call is never seen.
    """

    def __init__(self, files):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.uris = [Gio.File.new_for_path(file).get_uri() for file in files]
        interface = Gio.DBusNodeInfo.new_for_xml(PORTAL).interfaces[0]
        path = "/org/freedesktop/portal/desktop"
        self.bus.register_object(path, interface, self.call, lambda *_: GLib.Variant("u", 3), None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.portal.Desktop", 0, None, None)

    def call(self, _bus, sender, _path, _interface, _method, parameters, invocation):
        _parent, words, options = parameters.unpack()
        print(f"title={words}")
        print(f"filters={options['filters']}")
        print(f"folder={bytes(options['current_folder']).rstrip(bytes(1)).decode()}")
        name = sender.lstrip(":").replace(".", "_")
        request = f"/org/freedesktop/portal/desktop/request/{name}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (request,)))
        answer = GLib.Variant("(ua{sv})", (0, {"uris": GLib.Variant("as", self.uris)}))
        signal = (sender, request, "org.freedesktop.portal.Request", "Response", answer)
        threading.Timer(PERSON_S, self.bus.emit_signal, signal).start()


def main():
    how, binary, path, first, *others = sys.argv[1:]
    launcher = enable_accessibility()
    portal = Portal(others) if how == "portal" else None
    program = subprocess.Popen([binary, first], env={**os.environ, "PATH": path})
    try:
        wait_for("the window in the accessibility tree", application)
        wait_for("the first scenario", lambda: shown(f"{first} – saved"))
        window = focus()
        ways = {"drop": drop, "prompt": prompt, "zenity": zenity, "portal": zenity}
        ways[how](window, others)
        wait_for("the others to open", lambda: shown(f"{others[-1]} – saved"))
        for file in others:
            print(f"open.{title(file)}={shown(title(file))}")
        xdotool("key", "ctrl+q")
        print(f"exit={program.wait(timeout=WAIT_S)}")
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(timeout=WAIT_S)
        launcher.terminate()
        del portal


if __name__ == "__main__":
    main()
