"""What helps to write: canned responses with placeholders, and drafts that outlive everything."""

import os
import shutil
import tempfile

from screen import wait_until

CUSTOMER = "+14155550142"
OTHER = "+351912345678"
FIRST = "Hi, my order 8841 arrived broken"


def open_mine(person, practice):
    practice.text(CUSTOMER, FIRST)
    person.click_row("Conversations", FIRST)
    person.press("Take")
    person.row("Conversations", "Mine", FIRST)


def canned(version):
    """By its shortcut, with the placeholders filled here; one that is not known stops the sending."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version, "--licence", "enterprise") as practice, Console(program_path()) as person:
            sign_in(person, practice)
            open_mine(person, practice)
            person.write("Reply", "Dear {{contact.email}}")
            person.press("Send")
            person.find("label", "Not sent: nothing is known for contact.email", starts=True)
            assert not practice.sent(), practice.sent()
            person.write("Reply", "")
            person.press("Canned responses")
            person.row("Canned responses list", "/greet")
            person.click_row("Canned responses list", "/greet")
            wait_until("the filled text", lambda: CUSTOMER in person.text_of("Reply"))
            said = person.text_of("Reply")
            assert "{{" not in said and "this is Ana" in said, said
            person.press("Send")
            sent = wait_until("the text at the practice Twilio", practice.sent)
            assert [one["body"] for one in sent] == [said], sent
    return run


def kept_draft(version):
    """With its file, over the end of the program, and while the conversation is with somebody else."""
    def run():
        from files import JPEG, attach
        from practice import Practice
        from scene import Console, program_path, sign_in

        profile = tempfile.mkdtemp(prefix="greenline-profile-")
        draft = "I have looked it up, and"
        try:
            with Practice(program_path(), "--server-version", version) as practice:
                with Console(program_path(), profile=profile) as person:
                    sign_in(person, practice)
                    open_mine(person, practice)
                    person.write("Reply", draft)
                    photo = os.path.join(profile, "photo.jpg")
                    with open(photo, "wb") as file:
                        file.write(JPEG)
                    attach(person, photo)
                    hand_over(practice, "tom")
                    person.no_row("Conversations", "Mine", FIRST)
                with Console(program_path(), profile=profile) as person:
                    person.find("list", "Conversations", seconds=20)
                    hand_over(practice, "ana")
                    person.click_row("Conversations", "Mine", "draft")
                    wait_until("the draft", lambda: person.text_of("Reply") == draft)
                    person.find("button", "Remove photo.jpg")
                    os.remove(photo)
                    person.press("Send")
                    person.find("label", "Not sent: “photo.jpg” is no longer there", starts=True)
                    assert person.text_of("Reply") == draft and not practice.sent()
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    return run


def opted_out(version):
    """STOP in a conversation that is not open: its row says so, also after a restart, and the reply is locked at once."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        profile = tempfile.mkdtemp(prefix="greenline-profile-")
        try:
            with Practice(program_path(), "--server-version", version) as practice:
                with Console(program_path(), profile=profile) as person:
                    sign_in(person, practice)
                    open_mine(person, practice)
                    practice.text(OTHER, "Where is my parcel?")
                    person.click_row("Conversations", "parcel")
                    person.press("Take")
                    person.row("Conversations", "Mine", "parcel", without=["opted out"])
                    practice.text(CUSTOMER, "Stop")
                    person.row("Conversations", "Mine", "opted out", "Stop")
                    practice.text(CUSTOMER, "I mean it")
                    person.row("Conversations", "Mine", "opted out", "I mean it")
                with Console(program_path(), profile=profile) as person:
                    person.row("Conversations", "opted out", "I mean it", seconds=20)
                    person.click_row("Conversations", "I mean it")
                    person.find("label", "This customer opted out (STOP).", starts=True)
                    practice.text(CUSTOMER, "START")
                    person.row("Conversations", "Mine", "START", without=["opted out"])
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    return run


def hand_over(practice, username):
    room = practice.as_admin("livechat/rooms?open=true")["rooms"][0]["_id"]
    agent = next(one for one in practice.as_admin("livechat/users/agent")["users"] if one["username"] == username)
    practice.as_admin("livechat/room.forward", {"roomId": room, "userId": agent["_id"]})


def scenes():
    for version in ("3.11", "6.13", "8.8"):
        yield f"canned response with a placeholder on {version}", canned(version)
        yield f"a draft is kept over restart and reassignment on {version}", kept_draft(version)
        yield f"who opted out is known without a look on {version}", opted_out(version)
