"""The main job, played by a person at the installed program: sign in, a text arrives, take, reply, another text, close."""

import os
import shutil
import signal
import subprocess
import tempfile

from person import Person
from screen import wait_until

CUSTOMER = "+14155550142"
FIRST = "Hi, my order 8841 arrived broken"
REPLY = "Sorry about that! A new one leaves today."
SECOND = "Thank you, that was quick"


class Console:
    """One run of the program with a profile of its own."""

    def __init__(self, program, *arguments, profile=None):
        self.keeps_profile = profile is not None
        self.profile = profile or tempfile.mkdtemp(prefix="greenline-profile-")
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, "--profile", self.profile, *arguments], stdout=self.log, stderr=self.log)
        self.person = Person(self.process)

    def __enter__(self):
        self.person.sees_program()
        return self.person

    def __exit__(self, kind, *_):
        died = self.process.poll()
        if died is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        if kind is not None or died not in (None, 0):
            self.log.seek(0)
            print(self.log.read().decode(errors="replace")[-4000:])
        self.log.close()
        if not self.keeps_profile:
            shutil.rmtree(self.profile, ignore_errors=True)
        if died not in (None, 0):
            raise AssertionError(f"the program ended by itself with {died}")


def sign_in(person, practice, username="ana"):
    user = practice.user(username)
    person.write("Workspace address", practice.url)
    person.write("Username or e-mail", user["username"])
    person.write("Password", user["password"])
    person.press("Sign in")
    person.find("list", "Conversations", seconds=20)


def play(person, practice, routing, told):
    """told(step) is called after every step, for the transcript and the pictures."""
    sign_in(person, practice)
    told("signed in as ana")

    practice.text(CUSTOMER, FIRST)
    stage = "Queue" if routing == "manual" else "Mine"
    row = person.row("Conversations", "SMS", stage, FIRST)
    assert row.startswith("+1 415-555-0142") or row.startswith("+1 (415) 555-0142"), row
    told(f"an SMS arrived: {row}")

    person.click_row("Conversations", FIRST)
    if routing == "manual":
        person.press("Take")
    person.row("Conversations", "SMS", "Mine", FIRST)
    person.row("Messages", FIRST)
    told("took the conversation")

    person.write("Reply", REPLY)
    meter = person.find("label", "SMS segments")
    assert "1 SMS" in (meter.get_description() or "") + meter.get_name() + text_in(meter), "the meter does not count one SMS"
    told("wrote the reply")
    person.press("Send")
    person.row("Messages", REPLY, "Saved")
    told("the workspace saved the reply")
    sent = wait_until("the text at the practice Twilio", practice.sent)
    assert [(one["from"], one["to"], one["body"]) for one in sent] == [(practice.number, CUSTOMER, REPLY)], sent
    told(f"the practice Twilio received it once, from {practice.number} to {CUSTOMER}")

    practice.text(CUSTOMER, SECOND)
    person.row("Messages", SECOND)
    told("the customer's next text arrived")

    person.press("Close conversation")
    dialogue = person.window("Close conversation")
    person.write("Comment", "New unit sent", within=dialogue)
    told("the close dialogue")
    person.press("Close conversation", within=dialogue)
    person.no_row("Conversations", "Mine", SECOND)
    assert len(practice.sent()) == 1, practice.sent()
    told("closed the conversation")


def text_in(node):
    try:
        return node.get_text(0, -1)
    except Exception:  # a node without the text interface
        return ""


def program_path():
    return os.environ.get("GREENLINE_PROGRAM", "/usr/bin/greenline")
