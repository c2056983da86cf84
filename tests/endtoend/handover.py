"""Conversations change hands: forwarded, returned, put on hold, and two agents who want the same one."""

import time

from screen import wait_until

CUSTOMERS = [("+14155550142", "The kettle arrived broken"), ("+351912345678", "Where is my parcel?")]

# The second when the other's press was faster than ours by as much as an event takes.
TOLD = ("took it.", "is no longer in the queue")


def take(person, practice, number, text):
    practice.text(number, text)
    person.click_row("Conversations", text)
    person.press("Take")
    person.row("Conversations", "Mine", text)


def forward(version):
    """To a department and to an agent; each leaves the list when the workspace says so."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version, "--department", "Billing") as practice, Console(program_path()) as person:
            practice.allow("transfer-livechat-guest", "livechat-agent", "livechat-manager", "admin")
            sign_in(person, practice)
            for target_list, target, (number, text) in (("Departments", "Billing", CUSTOMERS[0]), ("Agents", "tom", CUSTOMERS[1])):
                take(person, practice, number, text)
                person.press("Forward")
                dialogue = person.window("Forward conversation")
                row = next(row for row in iter_rows(person, target_list) if row.lower().startswith(target.lower()))
                person.click_row(target_list, row)
                person.write("Comment", "They want a refund", within=dialogue)
                person.press("Forward", within=dialogue)
                person.no_row("Conversations", text)
            assert sorted(practice.served().values()) == ["", "tom"], practice.served()
    return run


def iter_rows(person, name):
    return wait_until(f"rows of {name}", lambda: person.rows(name))


def return_to_queue(version):
    """Thought better of once, then returned."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        number, text = CUSTOMERS[0]
        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            sign_in(person, practice)
            take(person, practice, number, text)
            person.press("Return to queue")
            person.press("Undo")
            assert list(practice.served().values()) == ["ana"], practice.served()
            person.row("Conversations", "Mine", text)
            person.press("Return to queue")
            begun = time.monotonic()
            person.row("Conversations", "Queue", text)
            assert time.monotonic() - begun > 4, "it was returned before it could be undone"
            assert list(practice.served().values()) == [""], practice.served()
    return run


def hold(version):
    """On hold and back; a server that has no such thing is said to be too old."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        number, text = CUSTOMERS[0]
        with Practice(program_path(), "--server-version", version, "--licence", "enterprise") as practice, Console(program_path()) as person:
            sign_in(person, practice)
            take(person, practice, number, text)
            person.write("Reply", "One moment please")
            person.press("Send")
            person.row("Messages", "One moment please", "Saved")
            if version == "3.11":
                assert not person.everything("button", "Place on hold")
                person.keys("ctrl+h")
                person.find("label", "Placing conversations on hold needs Rocket.Chat 3.13", starts=True)
                return
            person.press("Place on hold")
            person.row("Conversations", "On hold", number[-4:])
            person.press("Resume")
            person.row("Conversations", "Mine", number[-4:])
    return run


def close_with_tag(version):
    """The department wants a tag: closing waits for it, and the workspace keeps it."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            support = practice.as_admin("livechat/department")["departments"][0]["_id"]
            practice.as_admin(f"livechat/department/{support}", {"department": {"requestTagBeforeClosingChat": True}}, "PUT")
            sign_in(person, practice)
            take(person, practice, *CUSTOMERS[0])
            person.press("Close conversation")
            dialogue = person.window("Close conversation")
            person.write("Comment", "Money is on its way", within=dialogue)
            person.find("label", "This department asks for a tag", within=dialogue, starts=True)
            person.write("New tag", "refund", within=dialogue)
            person.press("Add tag", within=dialogue)
            person.press("Close conversation", within=dialogue)
            person.no_row("Conversations", "Mine")
            closed = practice.as_admin("livechat/rooms?open=false")["rooms"]
            assert [room["tags"] for room in closed] == [["refund"]], closed
    return run


def race(version):
    """Two agents press Take at once: one has it, the other is told."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        number, text = CUSTOMERS[0]
        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as ana:
            sign_in(ana, practice, "ana")
            practice.text(number, text)
            ana.click_row("Conversations", text)
            ana.find("button", "Take")
            with Console(program_path()) as tom:
                sign_in(tom, practice, "tom")
                tom.click_row("Conversations", text)
                tom.find("button", "Take")
                buttons = [person.find("button", "Take") for person in (ana, tom)]
                practice.faults(restDelay=700)  # so that neither hears of the other before asking
                for button in buttons:
                    button.do_action(0)
                practice.faults(restDelay=0)
                owner = wait_until("an owner", lambda: next(iter(practice.served().values()), ""))
                winner, loser = (ana, tom) if owner == "ana" else (tom, ana)
                winner.row("Conversations", "Mine", text)
                wait_until("the other to be told", lambda: any(said in (node.get_name() or "") for node in loser.everything("label") for said in TOLD))
                loser.no_row("Conversations", "Mine")
    return run


def scenes():
    for version in ("3.11", "6.13", "8.8"):
        yield f"forward to a department and an agent on {version}", forward(version)
        yield f"return to the queue, undone once, on {version}", return_to_queue(version)
        yield f"on hold and back on {version}", hold(version)
        yield f"close with a required tag on {version}", close_with_tag(version)
        yield f"take race between two consoles on {version}", race(version)
