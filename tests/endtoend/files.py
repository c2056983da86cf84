"""Pictures by MMS, both ways: what a customer sends is shown, and what an agent attaches arrives once, with nothing hidden in it."""

import base64
import os
import tempfile
import urllib.request

from screen import wait_until

CUSTOMER = "+14155550142"
FIRST = "Hi, my order 8841 arrived broken"
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09P"
    "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYD/8QAFhABAQEAAAAAAAAAAAAAAAAA"
    "ABVi/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/xAAWEQEBAQAAAAAAAAAAAAAAAAAAExT/2gAMAwEAAhEDEQA/AMJOSTldycknKOCDMhJORdychAzP/9k=")


def from_phone():
    """The same picture as a phone would have taken it: with the place in its Exif block."""
    content = b"Exif\0\0" + b"GPS 48.2082 N 16.3738 E"
    return JPEG[:2] + b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content + JPEG[2:]


def attach(person, path):
    person.press("Attach")
    person.write("File name:", path)
    person.press("Open")
    person.find("button", "Remove " + os.path.basename(path))


def mms(version):
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with tempfile.TemporaryDirectory(prefix="greenline-files-") as folder, Practice(program_path(), "--server-version", version) as practice, \
                Console(program_path()) as person:
            sign_in(person, practice)
            practice.text(CUSTOMER, FIRST)
            person.click_row("Conversations", FIRST)
            person.press("Take")
            person.row("Conversations", "Mine", FIRST)
            practice.text(CUSTOMER, "It looks like this", mediaUrls=[practice.picture()])
            person.row("Messages", "It looks like this", "picture")

            label = os.path.join(folder, "label.jpg")
            with open(label, "wb") as file:
                file.write(from_phone())
            attach(person, label)
            person.write("Reply", "Print this label")
            if version == "8.8":
                practice.faults(loseUploads=1)  # it arrives, but nobody says so
            person.press("Send")
            person.row("Messages", "Print this label", "picture label.jpg", "Saved", seconds=20)
            sent = wait_until("the MMS at the practice Twilio", practice.sent)
            assert [(one["to"], one["body"], len(one["media"])) for one in sent] == [(CUSTOMER, "Print this label", 1)], sent
            with urllib.request.urlopen(sent[0]["media"][0], timeout=20) as answer:
                arrived = answer.read()
            assert arrived == JPEG, f"{len(arrived)} bytes arrived, of {len(JPEG)}; GPS in them: {b'GPS' in arrived}"
            wait_until("the one message", lambda: [row for row in person.rows("Messages") if "Print this label" in row and "Saved" not in row] == [])
            assert len(practice.sent()) == 1, practice.sent()
    return run


def scenes():
    for version in ("3.11", "6.13", "8.8"):
        yield f"MMS in and out on {version}", mms(version)
