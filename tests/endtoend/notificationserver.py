#!/usr/bin/python3
"""Stands in for the desktop's notification service, with quick reply: shows nothing, tells what it was asked to show.

Run as a program it is the service: a JSON line for each notification on standard output, a JSON line for each thing a person does on
standard input. Imported, it is the handle of one.
"""

import json
import os
import subprocess
import sys
import threading

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = f"""
<node><interface name="{NAME}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationReplied"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


class NotificationServer:
    """Those of the session bus, until the end of the with block."""

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert json.loads(self.process.stdout.readline()) == "ready"
        self.shown = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)
        self.reader.join(5)

    def _read(self):
        for line in self.process.stdout:
            self.shown.append(json.loads(line))

    def notification(self, *parts, seconds=15):
        """The newest one whose title or text holds every part."""
        from screen import wait_until

        def look():
            for one in reversed(self.shown):
                if all(part in one["title"] + "\n" + one["body"] for part in parts):
                    return one
            return None
        try:
            return wait_until(f"a notification with {parts}", look, seconds)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; there were {self.shown}") from None

    def reply(self, notification, text):
        self._do(["NotificationReplied", notification["id"], text])

    def press(self, notification, action):
        self._do(["ActionInvoked", notification["id"], action])

    def _do(self, what):
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()


def serve():
    import gi
    from gi.repository import Gio, GLib
    gi.require_version("Gio", "2.0")

    loop = GLib.MainLoop()
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    last = 0

    def say(thing):
        print(json.dumps(thing), flush=True)

    def on_call(_bus, _sender, _path, _interface, method, arguments, answer):
        nonlocal last
        given = arguments.unpack()
        if method == "GetCapabilities":
            answer.return_value(GLib.Variant("(as)", (["body", "actions", "inline-reply"],)))
        elif method == "GetServerInformation":
            answer.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))
        elif method == "Notify":
            last = given[1] or last + 1
            say({"id": last, "title": given[3], "body": given[4], "actions": given[5][::2], "hints": sorted(given[6])})
            answer.return_value(GLib.Variant("(u)", (last,)))
        else:
            answer.return_value(None)

    def on_line(_channel, condition):
        line = sys.stdin.readline()
        if not line or condition & GLib.IO_HUP and not line:
            loop.quit()
            return False
        signal, number, words = json.loads(line)
        bus.emit_signal(None, PATH, NAME, signal, GLib.Variant("(us)", (number, words)))
        return True

    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], on_call, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.REPLACE, lambda *_: say("ready"), None)
    GLib.io_add_watch(GLib.IOChannel.unix_new(sys.stdin.fileno()), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
    loop.run()


if __name__ == "__main__":
    os.environ.setdefault("GIO_USE_VFS", "local")
    serve()
