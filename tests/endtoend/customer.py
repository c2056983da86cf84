"""The customer pane: a name is changed where it stands, and notes go nowhere."""

from screen import wait_until

CUSTOMER = "+351912345678"
HELLO = "Where is my parcel?"
NOTE = "Prefers to be called after six"
VERSIONS = ["3.11", "6.13", "8.8"]


def take_one(person, practice):
    practice.text(CUSTOMER, HELLO)
    person.click_row("Conversations", HELLO)
    person.press("Take")
    person.row("Conversations", "Mine", HELLO)


def close(person):
    person.press("Close conversation")
    dialogue = person.window("Close conversation")
    person.write("Comment", "Solved", within=dialogue)
    person.press("Close conversation", within=dialogue)
    person.no_row("Conversations", "Mine", HELLO)


def edit_name(version):
    """The new name stands in the list once the workspace has it, and no text left."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            sign_in(person, practice)
            take_one(person, practice)
            person.write("Customer name", "Marta Oliveira")
            person.press("Save")
            person.row("Conversations", "Marta Oliveira", "Mine")
            person.write("Customer e-mail", "marta@example.com")
            person.press("Save")
            wait_until("the e-mail is saved", lambda: not person.everything("button", "Save"))
            assert practice.sent() == [], practice.sent()
    return run


def notes_stay(version):
    """A note is there after a restart; the customer was sent nothing, and it is no message."""
    def run():
        import shutil
        import tempfile

        from practice import Practice
        from scene import Console, program_path, sign_in

        profile = tempfile.mkdtemp(prefix="greenline-profile-")
        try:
            with Practice(program_path(), "--server-version", version) as practice:
                with Console(program_path(), profile=profile) as person:
                    sign_in(person, practice)
                    take_one(person, practice)
                    person.press("Notes", role="tab")
                    person.write("Customer notes", NOTE)
                    person.find("label", "Kept only on this computer", starts=True)
                    person.no_row("Messages", NOTE)
                with Console(program_path(), profile=profile) as person:
                    person.find("list", "Conversations", seconds=20)
                    person.click_row("Conversations", HELLO)
                    person.press("Notes", role="tab")
                    wait_until("the note is there again", lambda: person.text_of("Customer notes") == NOTE)
                    person.no_row("Messages", NOTE)
                assert practice.sent() == [], practice.sent()
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    return run


def earlier_above():
    """What the customer wrote before stands above what they write now, once it is asked for."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path(), "--server-version", "8.8") as practice, Console(program_path()) as person:
        sign_in(person, practice)
        take_one(person, practice)
        close(person)
        practice.text(CUSTOMER, "It has come, thank you")
        person.click_row("Conversations", "It has come")
        person.press("Take")
        person.row("Conversations", "Mine", "It has come")
        person.press("Earlier conversations")
        person.row("Messages", HELLO, "earlier conversation")
        person.row("Messages", "It has come")


def scenes():
    for version in VERSIONS:
        yield f"a customer's name is changed on {version}", edit_name(version)
    for version in VERSIONS:
        yield f"notes are not sent to the customer on {version}", notes_stay(version)
    yield "earlier conversations continue above", earlier_above
