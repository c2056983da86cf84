"""When things go wrong: the console says so, keeps working, loses nothing and sends nothing twice."""

from screen import wait_until

CUSTOMER = "+351912345678"


def outage():
    """The server is away for ten seconds in mid-conversation."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        practice.text(CUSTOMER, "Is anybody there?")
        person.click_row("Conversations", "Is anybody there?")
        person.press("Take")
        person.row("Conversations", "Mine", "Is anybody there?")

        practice.faults(offlineSeconds=10)
        person.press("Try now", seconds=20)  # the console says that the line is lost
        person.write("Reply", "Written while you were away")
        person.press("Send")
        person.row("Messages", "Written while you were away", "Waiting")
        assert practice.sent() == [], practice.sent()

        person.row("Messages", "Written while you were away", "Saved", seconds=40)
        wait_until("the text at the practice Twilio", practice.sent)
        practice.text(CUSTOMER, "Good to have you back")
        person.row("Messages", "Good to have you back")
        bodies = [one["body"] for one in practice.sent()]
        assert bodies == ["Written while you were away"], bodies


def refusal():
    """Twilio refuses a text: the bubble says so, and it is not sent again."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path(), "--server-version", "7.7") as practice, Console(program_path()) as person:
        sign_in(person, practice)
        practice.text(CUSTOMER, "Call me maybe")
        person.click_row("Conversations", "Call me maybe")
        person.press("Take")
        person.row("Conversations", "Mine", "Call me maybe")
        practice.answer("invalid-to")
        person.write("Reply", "This will be refused")
        person.press("Send")
        person.row("Messages", "This will be refused", "Refused")
        assert practice.sent() == [], practice.sent()


def scenes():
    yield "the server is away for ten seconds", outage
    yield "a text is refused", refusal
