"""Pictures of files for a reply: attached, refused, on their way."""

import os
import subprocess
import tempfile

from files import JPEG, attach


def take(surface):
    person, practice = surface.person, surface.practice
    with tempfile.TemporaryDirectory(prefix="greenline-files-") as folder:
        made = {"delivery photo.jpg": JPEG, "terms.pdf": b"%PDF-1.4 of sorts " + b"x" * 48_000}
        photo = os.path.join(folder, "parcel at the door.png")
        subprocess.run(["convert", "-size", "640x480", "plasma:steelblue-seagreen", photo], check=True)
        for name, content in made.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        attach(person, photo)
        attach(person, os.path.join(folder, "terms.pdf"))
        attach(person, os.path.join(folder, "delivery photo.jpg"))
        surface.take("files-attached")
        large = os.path.join(folder, "film.mp4")
        with open(large, "wb") as file:
            file.write(b"\0\0\0\x18ftypmp42" + b"\0" * 6_000_000)
        person.press("Attach")
        person.write("File name:", large)
        person.press("Open")
        person.find("label", "“film.mp4” was not attached", starts=True)
        surface.take("file-refused")
        person.press("Remove terms.pdf")
        person.press("Remove delivery photo.jpg")
        practice.answer("hang")  # the workspace waits for Twilio, so the message stays on its way
        person.press("Send")
        person.row("Messages", "parcel at the door.png", "Waiting")
        surface.take("file-on-its-way")
        practice.answer("ok")
