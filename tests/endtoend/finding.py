"""Finding things again: everywhere, and by the command palette."""

CUSTOMERS = [("+14155550142", "The kettle arrived broken"), ("+351912345678", "Where is my parcel?")]
VERSIONS = ["3.11", "6.13", "8.8"]


def take(person, practice, number, text):
    practice.text(number, text)
    person.click_row("Conversations", text)
    person.press("Take")
    person.row("Conversations", "Mine", text)
    person.row("Messages", text)


def find_everywhere(version):
    """What was said in another conversation is found by the beginning of a word, and by the number in any spelling; one that is over opens
    to be read."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            sign_in(person, practice)
            for number, text in CUSTOMERS:
                take(person, practice, number, text)

            person.keys("ctrl+shift+f")
            person.write("Find everywhere", "KETT")
            person.row("Found", "The kettle arrived broken")
            person.keys("Return")
            person.row("Messages", "The kettle arrived broken")

            person.press("Close conversation")
            dialogue = person.window("Close conversation")
            person.write("Comment", "A new one is on its way", within=dialogue)
            person.press("Close conversation", within=dialogue)
            person.no_window("Close conversation")
            person.click_row("Conversations", "Where is my parcel?")
            person.no_row("Conversations", "kettle")

            person.keys("ctrl+shift+f")
            person.write("Find everywhere", "(415) 555-0142")
            person.row("Found", "Closed")
            person.keys("Return")
            person.row("Messages", "The kettle arrived broken")
    return run


def palette():
    """A few letters open a conversation, others run an action."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        for number, text in CUSTOMERS:
            take(person, practice, number, text)
        person.keys("ctrl+k")
        person.window("Command palette")
        person.write("Command", "5550142")
        person.row("Command results", "Mine")
        person.keys("Return")
        person.row("Messages", "The kettle arrived broken")

        person.keys("ctrl+k")
        person.write("Command", "find conv")
        person.row("Command results", "Find in conversation, Ctrl+F")
        person.keys("Return")
        person.write("Find in conversation", "kettle")
        person.find("label", "1 of 1")


def export():
    """The whole conversation becomes a text file on this computer, with the customer's number hidden."""
    import os
    import tempfile

    from practice import Practice
    from scene import Console, program_path, sign_in
    from screen import wait_until

    with tempfile.TemporaryDirectory(prefix="greenline-export-") as folder, Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        take(person, practice, "+14155550142", "Call me back on 415 555 0142")
        person.press("Export")
        dialogue = person.window("Export conversation")
        person.keys("Down")  # text
        person.press("Phone numbers, but for the last two digits", role="check box", within=dialogue)
        person.press("Export", within=dialogue)
        file = os.path.join(folder, "talk.txt")
        person.write("File name:", file)
        person.press("Save")
        wait_until("the exported file", lambda: os.path.exists(file))
        with open(file, encoding="utf-8") as opened:
            text = opened.read()
        assert "Call me back on …42" in text, text
        assert "0142" not in text, text


def scenes():
    for version in VERSIONS:
        yield f"find everywhere on {version}", find_everywhere(version)
    yield "the command palette runs an action and opens a conversation", palette
    yield "a conversation is exported as text", export
