"""The list at the end of a shift: filters, several conversations returned at once, closed ones read again."""

CUSTOMERS = [("+14155550142", "The kettle arrived broken"), ("+351912345678", "Where is my parcel?"), ("+12125550118", "Do you open on Sunday?")]
VERSIONS = ["3.11", "6.13", "8.8"]


def take_all(person, practice):
    for number, text in CUSTOMERS:
        practice.text(number, text)
        person.click_row("Conversations", text)
        person.press("Take")
        person.row("Conversations", "Mine", text)


def end_of_shift(version):
    """All of one's own go back to the queue, after one question, and nobody loses the customer."""
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            sign_in(person, practice)
            take_all(person, practice)
            person.write("Filter conversations", "(415) 555-0142")
            person.row("Conversations", "kettle")
            person.no_row("Conversations", "parcel")
            person.write("Filter conversations", "waiting>1h")
            person.no_row("Conversations", "kettle")
            person.write("Filter conversations", "")

            person.keys("ctrl+k")
            person.write("Command", "Return all")
            person.row("Command results", "Return all of mine")
            person.keys("Return")
            person.press("Return all")
            for _, text in CUSTOMERS:
                person.row("Conversations", "Queue", text)
            person.no_row("Conversations", "Mine")
            person.find("label", "3 of 3 conversations returned to the queue.")
    return run


def closed_again():
    """A closed conversation is found in the list of closed ones and opens to be read only."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        number, text = CUSTOMERS[0]
        practice.text(number, text)
        person.click_row("Conversations", text)
        person.press("Take")
        person.press("Close conversation")
        dialogue = person.window("Close conversation")
        person.write("Comment", "A new one is on its way", within=dialogue)
        person.press("Close conversation", within=dialogue)
        person.no_window("Close conversation")
        number, other = CUSTOMERS[1]
        practice.text(number, other)
        person.click_row("Conversations", other)
        person.no_row("Conversations", text)

        person.press("Shown conversations")
        person.keys("Down", "Down", "Return")  # Closed today; Qt keeps open menus out of the tree
        row = person.row("Conversations", "Closed", text)
        assert "SMS" in row, row
        person.no_row("Conversations", other)
        person.click_row("Conversations", text)
        person.row("Messages", text)
        person.find("label", "This conversation is closed", starts=True)
        person.press("Shown conversations")
        person.keys("Down", "Return")  # Open
        person.row("Conversations", "Queue", other)


def scenes():
    for version in VERSIONS:
        yield f"lists: all are returned at the end of a shift on {version}", end_of_shift(version)
    yield "lists: a closed conversation is read again", closed_again
