"""Answering from a desktop notification."""

from screen import wait_until

CUSTOMER = "+14155550142"
FIRST = "Is the shop open today?"
SECOND = "And on Sunday?"
REPLY = "Yes, until six"


def quick_reply(version):
    """What is typed into the notification reaches the customer once, and what stood in the reply box stays there."""
    def run():
        from notificationserver import NotificationServer
        from practice import Practice
        from scene import Console, program_path, sign_in

        with NotificationServer() as desktop, Practice(program_path(), "--server-version", version) as practice, Console(program_path()) as person:
            sign_in(person, practice)
            practice.text(CUSTOMER, FIRST)
            waiting = desktop.notification("is waiting", FIRST)
            assert "take" in waiting["actions"] and "inline-reply" not in waiting["actions"], waiting
            desktop.press(waiting, "take")
            person.row("Conversations", "Mine", FIRST)
            person.write("Reply", "half a thought")
            person.minimise()
            practice.text(CUSTOMER, SECOND)
            asked = desktop.notification(SECOND)
            assert "inline-reply" in asked["actions"], asked
            desktop.reply(asked, REPLY)
            sent = wait_until("the reply at the practice Twilio", practice.sent)
            assert [(one["to"], one["body"]) for one in sent] == [(CUSTOMER, REPLY)], sent
            desktop.press(asked, "open")
            person.row("Messages", REPLY, "Saved")
            assert person.text_of("Reply") == "half a thought", person.text_of("Reply")
            assert len(practice.sent()) == 1, practice.sent()
    return run


def scenes():
    for version in ("3.11", "6.13", "8.8"):
        yield f"quick reply from a notification on {version}", quick_reply(version)
