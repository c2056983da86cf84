#!/usr/bin/python3
"""Pictures of every surface, light and dark: screenshots.py PROGRAM FOLDER [part of a name]

The program is driven against a practice workspace, as in the tests; nothing is painted that it does not show by itself.
"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import attentionpictures  # noqa: E402
import customerpictures  # noqa: E402
import filepictures  # noqa: E402
import findingpictures  # noqa: E402
import handoverpictures  # noqa: E402
import listpictures  # noqa: E402
import outboundpictures  # noqa: E402
import pausepictures  # noqa: E402
import setuppictures  # noqa: E402
from screen import Screen  # noqa: E402

FIVE = [
    ("+14155550142", "Hi, my order 8841 arrived broken"),
    ("+351912345678", "Hello! My parcel says delivered but there is nothing here"),
    ("+4915123456789", "Guten Tag, wann liefern Sie?"),
    ("+447700900123", "Is this the right cable? 😀"),
    ("+972501234567", "שלום, מתי תגיע ההזמנה שלי?"),
]


class Surface:
    """One console against one practice workspace, and where its pictures go."""

    def __init__(self, screen, program, folder, scheme, prefix=""):
        self.screen, self.program, self.folder, self.scheme, self.prefix = screen, program, folder, scheme, prefix

    def take(self, name):
        self.person.settle()
        self.screen.picture(os.path.join(self.folder, f"{self.prefix}{name}-{self.scheme}.png"))

    def play(self):
        from practice import Practice
        from scene import Console, sign_in

        # 7.7 tells the agent when Twilio refuses a text, and knows how to lose its line.
        with Practice(self.program, "--server-version", "7.7") as practice, Console(self.program, "--scheme", self.scheme) as person:
            self.practice, self.person = practice, person
            self.fill_screen()
            self.take("sign-in")
            self.wrong_address()
            sign_in(person, practice)
            person.settle(1)
            self.take("empty-queue")
            for number, text in FIVE:
                practice.text(number, text)
                person.row("Conversations", text)
            self.take("queue-with-five")
            self.conversation()
            customerpictures.take(self)
            filepictures.take(self)
            findingpictures.take(self, "photo")
            listpictures.take(self)
            self.close_dialogue()
            self.offline()
        handoverpictures.play(self)
        pausepictures.play(self)
        attentionpictures.play(self)
        outboundpictures.play(self)
        setuppictures.play(self)

    def fill_screen(self):
        self.person.find("edit", "Workspace address")
        self.fill_screen_now()

    def fill_screen_now(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.person.process.pid)], capture_output=True, text=True,
                               check=False).stdout.split()
        for window in found:
            subprocess.run(["xdotool", "windowsize", window, "1400", "900", "windowmove", window, "0", "0"], check=False)
        self.person.settle()

    def wrong_address(self):
        self.person.write("Workspace address", "http://support.example.com")
        self.person.press("Sign in")
        self.person.settle(1)
        self.take("sign-in-refused")

    def conversation(self):
        person, practice = self.person, self.practice
        person.click_row("Conversations", FIVE[1][1])
        self.take("queue-preview")
        person.press("Take")
        person.row("Conversations", "Mine", FIVE[1][1])
        self.send("Hi, sorry about that. I have asked the courier for the photo of the delivery.", "Saved")
        practice.text(FIVE[1][0], "This is how it looked", mediaUrls=[practice.picture()], mediaTypes=["image/png"])
        person.row("Messages", "This is how it looked")
        practice.answer("invalid-to")
        self.send("It was left with your neighbour in no. 14.", "Refused")
        practice.answer("ok")
        practice.text(FIVE[1][0], "Great, found it! Can I change the address for the next one? 😀")
        person.row("Messages", "Great, found it!")
        person.write("Reply", "Of course. You can also change it under “My orders”.")
        self.take("conversation")

    def send(self, text, state):
        self.person.write("Reply", text)
        self.person.press("Send")
        self.person.row("Messages", text, state)

    def close_dialogue(self):
        self.person.click_row("Conversations", "Mine")
        self.person.press("Close conversation")
        self.person.window("Close conversation")
        self.take("close-dialogue")
        self.person.keys("Escape")
        self.person.settle()

    def offline(self):
        self.practice.faults(offlineSeconds=20)
        self.person.find("button", "Try now", seconds=20)
        self.person.write("Reply", "Written while the line is down")
        self.person.press("Send")
        self.person.row("Messages", "Written while the line is down", "Waiting")
        self.take("offline")
        self.person.row("Messages", "Written while the line is down", "Saved", seconds=60)


def main():
    program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    wanted = sys.argv[3:] or ["light", "dark", "large"]
    os.makedirs(folder, exist_ok=True)
    with Screen() as screen:
        for scheme in ("light", "dark"):
            if scheme in wanted:
                Surface(screen, program, folder, scheme).play()
    if "large" in wanted:
        os.environ["QT_FONT_DPI"] = "120"  # 125 % text; read when the driver starts, so it gets a process of its own
        subprocess.run([sys.executable, __file__, program, folder, "larger"], check=True)
    if "larger" in wanted:
        with Screen() as screen:
            Surface(screen, program, folder, "light", "large-text-").play()
    print(f"Pictures are in {folder}")


main()
