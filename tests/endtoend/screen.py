"""A screen of our own: X server, window manager, session bus, unlocked keyring and accessibility bus, all private and all ended with us.

Only one Screen can live in a process, because libatspi reads its bus from the environment once.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time


def wait_until(what, probe, seconds=15.0):
    """Asks probe() until it answers something true; that answer. Raises with `what` in words after the time."""
    end = time.monotonic() + seconds
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for: {what}")
        time.sleep(0.05)


class Screen:
    def __init__(self, size="1400x900"):
        self.size = size
        self.home = tempfile.mkdtemp(prefix="greenline-home-")
        self.processes = []
        self.environment = dict(os.environ)

    def __enter__(self):
        environment = self.environment
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        runtime = os.path.join(self.home, "runtime")
        os.mkdir(runtime, 0o700)
        environment.update(
            HOME=self.home, XDG_RUNTIME_DIR=runtime, XDG_CONFIG_HOME=self.home + "/.config", XDG_DATA_HOME=self.home + "/.local/share",
            XDG_CACHE_HOME=self.home + "/.cache", LC_ALL="C.UTF-8", TZ="UTC", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", GTK_A11Y="none")
        environment["DISPLAY"] = ":" + self._start_x_server()
        environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
        self.manager = self._start(["openbox"])
        wait_until("the window manager", self._has_window_manager, 60)
        subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"practice", env=environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        self._start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        os.environ.clear()
        os.environ.update(environment)
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def _start(self, command, **more):
        process = subprocess.Popen(command, env=self.environment, stdout=more.pop("stdout", subprocess.DEVNULL), stderr=subprocess.DEVNULL, **more)
        self.processes.append(process)
        return process

    def _start_x_server(self):
        # The server chooses a free number itself and tells it; guessing numbers fails now and then.
        reading, writing = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", self.size + "x24", "-nolisten", "tcp"], pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as numbers:
            return numbers.readline().strip()

    def _start_bus(self):
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        return bus.stdout.readline().decode().strip()

    def _has_window_manager(self):
        if self.manager.poll() is not None:  # it came before the server was ready for it
            self.manager = self._start(["openbox"])
        answer = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.environment, capture_output=True, check=False)
        return b"window id" in answer.stdout

    def picture(self, file):
        subprocess.run(["import", "-window", "root", file], env=self.environment, check=True)
