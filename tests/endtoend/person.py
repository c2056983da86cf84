"""Drives the program as a person does: finds things by role and accessible name, presses, types, reads."""

import contextlib
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (after the environment names the bus)

from screen import wait_until  # noqa: E402

SCALE = int(os.environ.get("QT_FONT_DPI", "96")) / 96  # Qt 6.4 tells the bus places before scaling

ROLES = {
    "button": {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.PUSH_BUTTON_MENU},
    "edit": {Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT, Atspi.Role.PARAGRAPH},
    "list": {Atspi.Role.LIST, Atspi.Role.TREE, Atspi.Role.TABLE},
    "label": {Atspi.Role.LABEL, Atspi.Role.STATIC},
    "check box": {Atspi.Role.CHECK_BOX},
    "tab": {Atspi.Role.PAGE_TAB},
    "menu item": {Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.RADIO_MENU_ITEM},
}


def _is(node, state):
    return node.get_state_set().contains(state)


class Person:
    def __init__(self, process):
        self.process = process
        self.application = None
        self.place = None

    @contextlib.contextmanager
    def inside(self, window):
        """Looks in this window alone, as one does who works in it; to go through all windows takes long."""
        self.place = window
        try:
            yield
        finally:
            self.place = None

    def sees_program(self, seconds=20):
        def look():
            desktop = Atspi.get_desktop(0)
            desktop.set_cache_mask(Atspi.Cache.NONE)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return child
            return None
        self.application = wait_until("the program on the accessibility bus", look, seconds)

    def _walk(self, node, depth=0):
        yield node
        if depth > 40:
            return
        for index in range(min(node.get_child_count(), 400)):
            try:
                child = node.get_child_at_index(index)
                # Below the windows, what is not visible holds nothing that is: the other pages of a stack, for one.
                if child is not None and (depth == 0 or _is(child, Atspi.StateType.VISIBLE)):
                    yield from self._walk(child, depth + 1)
            except GLib.Error:
                continue  # it went away while we looked

    def everything(self, role, name=None, within=None, starts=False):
        return list(self._found(role, name, within, starts))

    def _found(self, role, name=None, within=None, starts=False):
        try:
            for node in self._walk(within or self.place or self.application):
                if node.get_role() not in ROLES[role] or not _is(node, Atspi.StateType.SHOWING):
                    continue
                said = node.get_name() or ""
                if name is None or said == name or (starts and said.startswith(name)):
                    yield node
        except GLib.Error:
            return  # it went away while we looked

    def find(self, role, name, seconds=15, within=None, starts=False):
        return wait_until(f'{role} "{name}"', lambda: next(self._found(role, name, within, starts), None), seconds)

    def window(self, name, seconds=15):
        return wait_until(f'window "{name}"', lambda: self._window(name), seconds)

    def _window(self, name):
        for index in range(self.application.get_child_count()):
            child = self.application.get_child_at_index(index)
            if child is not None and name in (child.get_name() or ""):
                return child
        return None

    def no_window(self, name, seconds=15):
        """Clicks beside a dialogue are lost while it stands."""
        wait_until(f'no window "{name}"', lambda: not self._window(name), seconds)

    def press(self, name, role="button", within=None, starts=False, seconds=15):
        def ready():
            for node in self._found(role, name, within, starts):
                if _is(node, Atspi.StateType.ENABLED) and _is(node, Atspi.StateType.SENSITIVE):
                    return node
            return None
        node = wait_until(f'{role} "{name}" that can be pressed', ready, seconds)
        for index in range(node.get_n_actions()):
            if node.get_action_name(index) in ("Press", "Toggle", "ShowMenu"):
                node.do_action(index)
                return node
        raise AssertionError(f'{role} "{name}" offers no press')

    def write(self, name, text, within=None):
        node = self.find("edit", name, within=within)
        wait_until(f'edit "{name}" to be writable', lambda: _is(node, Atspi.StateType.EDITABLE))
        node.set_text_contents(text)
        return node

    def text_of(self, name):
        node = self.find("edit", name)
        return node.get_text(0, -1)

    def rows(self, name):
        here = next(self._found("list", name), None)
        if here is None:
            return []
        texts = []
        for index in range(here.get_child_count()):
            try:
                child = here.get_child_at_index(index)
                if child is not None:
                    texts.append(child.get_name() or "")
            except GLib.Error:
                continue
        return texts

    def row(self, list_name, *parts, seconds=15, without=()):
        """The text of the first row that holds every part."""
        def look():
            for text in self.rows(list_name):
                if all(part in text for part in parts) and not any(part in text for part in without):
                    return text
            return None
        try:
            return wait_until(f'a row of "{list_name}" with {parts}', look, seconds)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; it holds {self.rows(list_name)}") from None

    def no_row(self, list_name, *parts, seconds=15):
        try:
            wait_until(f'no row of "{list_name}" with {parts}',
                       lambda: not [text for text in self.rows(list_name) if all(part in text for part in parts)], seconds)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; it holds {self.rows(list_name)}") from None

    def click_row(self, list_name, *parts):
        self.row(list_name, *parts)
        here = self.find("list", list_name)
        for index in range(here.get_child_count()):
            child = here.get_child_at_index(index)
            if child is not None and all(part in (child.get_name() or "") for part in parts):
                box = child.get_extents(Atspi.CoordType.SCREEN)
                x, y = round((box.x + box.width / 2) * SCALE), round((box.y + box.height / 2) * SCALE)
                subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
                return
        raise AssertionError(f"row {parts} went away")

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def minimise(self):
        """Every window of the program, as one who turns to something else does; ends when the program knows."""
        def is_left():
            windows = [self.application.get_child_at_index(index) for index in range(self.application.get_child_count())]
            return not any(window is not None and _is(window, Atspi.StateType.ACTIVE) for window in windows)
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True,
                               check=True).stdout.split()
        for window in found:
            subprocess.run(["xdotool", "windowminimize", window], check=False)
        wait_until("the program to be put aside", is_left)

    def settle(self, seconds=0.4):
        """For pictures only: lets animations and late paints end."""
        time.sleep(seconds)
