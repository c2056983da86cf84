"""Starting a conversation: the first text is ours, from a template of an app that texts, and the answer begins it."""

import os
import signal

from screen import wait_until

CUSTOMER = "+351912345678"
TEXT = "Hello Marta, your order 8841 is ready. Answer this text if you have a question.\nReply STOP to opt out."
ANSWER = "Thanks, I am coming at five"


def fill(person):
    """The dialogue, filled in; told apart from sending for the pictures."""
    person.keys("ctrl+n")
    dialogue = person.window("Start conversation")
    person.write("Recipient", CUSTOMER, within=dialogue)
    person.find("label", "Portugal", within=dialogue, starts=True)
    person.click_row("Template", "order_update")
    person.write("Placeholder 1", "Marta", within=dialogue)
    person.write("Placeholder 2", "8841", within=dialogue)
    return dialogue


def start():
    from practice import Practice
    from scene import Console, program_path, sign_in, text_in

    with Practice(program_path(), "--server-version", "8.8", "--licence", "enterprise") as practice, Console(program_path()) as person:
        sign_in(person, practice)
        dialogue = fill(person)
        assert person.text_of("Preview") == TEXT, person.text_of("Preview")
        meter = person.find("label", "SMS segments", within=dialogue)
        assert "1 SMS" in (meter.get_description() or "") + text_in(meter), "the meter does not count one SMS"
        person.press("Send first message", within=dialogue)
        sent = wait_until("the text at the practice Twilio", practice.sent)
        assert [(one["from"], one["to"], one["body"]) for one in sent] == [(practice.number, CUSTOMER, TEXT)], sent
        person.find("label", "The provider has the text for +351 912 345 678", starts=True)
        assert not person.rows("Conversations"), "a conversation began before the customer answered"
        practice.text(CUSTOMER, ANSWER)
        person.row("Conversations", "SMS", "Queue", ANSWER)
        person.click_row("Conversations", ANSWER)
        person.press("Take")
        person.row("Conversations", "SMS", "Mine", ANSWER)
        assert len(practice.sent()) == 1, practice.sent()


def kept_over_a_kill():
    """Killed while somebody writes a first text: the next start has it, and it is sent once."""
    from memory import Profile
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Profile() as profile, Practice(program_path(), "--server-version", "8.8", "--licence", "enterprise") as practice:
        console = Console(program_path(), profile=profile)
        person = console.__enter__()
        sign_in(person, practice)
        fill(person)
        person.settle(1.5)  # a draft is written down within a second
        os.kill(console.process.pid, signal.SIGKILL)
        console.process.wait()

        with Console(program_path(), profile=profile) as again:
            again.find("list", "Conversations")
            again.keys("ctrl+n")
            dialogue = again.window("Start conversation")
            again.find("label", "What you typed before is here again.", within=dialogue)
            wait_until("the text", lambda: again.text_of("Preview") == TEXT)
            assert again.text_of("Recipient") == CUSTOMER, again.text_of("Recipient")
            assert not practice.sent(), practice.sent()
            again.press("Send first message", within=dialogue)
            sent = wait_until("the text at the practice Twilio", practice.sent)
            assert [(one["to"], one["body"]) for one in sent] == [(CUSTOMER, TEXT)], sent
            again.find("label", "The provider has the text for +351 912 345 678", starts=True)
            again.keys("ctrl+n")
            assert again.text_of("Recipient") == "", "what was sent is there again"


def not_licensed():
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path(), "--server-version", "8.8") as practice, Console(program_path()) as person:
        sign_in(person, practice)
        person.keys("ctrl+n")
        person.find("label", "Starting a conversation needs a licence with the module outbound-messaging", starts=True)


def scenes():
    yield "a conversation is started by SMS", start
    yield "a first text that is not sent is kept over a kill", kept_over_a_kill
    yield "starting a conversation says which licence is missing", not_licensed
