"""The set-up of SMS by an administrator: from a workspace without it to a text that was answered."""

import contextlib
import os

from screen import wait_until

PHONE = "+14155550142"
INTENDED_AT_TWILIO = {"sms_url", "sms_method", "phone_numbers"}
INTENDED_IN_WORKSPACE = {"SMS_Enabled", "SMS_Service", "SMS_Twilio_Account_SID", "SMS_Twilio_authToken", "SMS_Default_Omnichannel_Department",
                         "Livechat_accept_chats_with_no_agents", "API_Enable_Rate_Limiter_Limit_Calls_Default"}


@contextlib.contextmanager
def twilio_at(address):
    """The programs started meanwhile take this for Twilio."""
    names = [f"GREENLINE_TWILIO_{host}_URL" for host in ("API", "MESSAGING", "MONITOR", "PRICING", "LOOKUPS")]
    os.environ.update({name: address for name in names})
    try:
        yield
    finally:
        for name in names:
            del os.environ[name]


def press_menu(person, words):
    """By the palette, where every action is."""
    person.keys("ctrl+k")
    person.write("Command", words)
    person.row("Command results", words)
    person.keys("Return")
    return person.window("SMS set-up")


def passed(person, page, *titles):
    for title in titles:
        person.row("Checks", title, "Passed")
    bad = [row for row in person.rows("Checks") if ", Failed" in row]
    assert not bad, f"on {page}: {bad}"


def from_nothing():
    from practice import Practice, fetch
    from scene import Console, program_path, sign_in

    with Practice(program_path(), "--sms", "off") as practice, twilio_at(practice.facts["twilioUrl"]):
        with Console(program_path()) as agent, Console(program_path()) as person:
            sign_in(agent, practice)
            sign_in(person, practice, "admin")
            wizard = press_menu(person, "SMS set-up")
            with person.inside(wizard):
                passed(person, "workspace", "Site_Url", "Your account")
                person.press("Next")
                passed(person, "omnichannel", "Omnichannel is on", "An agent is available")
                mend(person, practice, "Texts are kept")
                person.press("Next")
                person.write("Account SID", practice.facts["accountSid"])
                person.write("Auth Token", practice.facts["authToken"])
                person.press("Check")
                passed(person, "account", "Twilio accepts the login")
                person.press("Next")
                person.click_row("Phone numbers", practice.number)
                person.row("Checks", "The number belongs", "Passed")
                mend(person, practice, "It is registered")
                passed(person, "number", "It can do SMS", "It reaches your customers")
                person.press("Next")
                mend(person, practice, "Twilio calls the workspace")
                mend(person, practice, "The limiter")
                person.press("Next")
                person.press("Save settings")
                confirm(person, practice)
                passed(person, "settings", "SMS is on", "The workspace has the SID")
                person.press("Next")
                person.write("Test number", PHONE)
                person.press("Send test SMS")
                person.row("Checks", "A test SMS arrived", "Passed", seconds=20)
                person.press("Next")
                person.find("label", "Text +1", starts=True)
                practice.text(PHONE, "Is anybody there?")
                person.row("Checks", "A text became a conversation", "Passed", seconds=20)
                person.press("Open conversation")
            person.row("Messages", "Is anybody there?")
            with person.inside(wizard):
                person.press("Next")
                person.press("Check")
                person.row("Checks", "SMS is on", "Passed", seconds=20)
            person.minimise()
            answer(agent)
        changes = fetch(practice.facts["twilioUrl"] + "/practice/changes")
        assert {one["field"] for one in changes["twilio"]} <= INTENDED_AT_TWILIO, changes
        assert {one["setting"] for one in changes["workspace"]} <= INTENDED_IN_WORKSPACE, changes
        bodies = [one["body"] for one in practice.sent()]
        assert bodies == ["This is a test of Greenline.", "Yes, how can I help?"], bodies


def confirm(person, practice):
    """The workspace wants the password again before it saves."""
    dialogue = person.window("Second factor")
    person.write("Password", practice.user("admin")["password"], within=dialogue)
    person.press("Continue", within=dialogue)


def mend(person, practice, title):
    """What only warns is repaired, too."""
    def verdict():
        row = person.row("Checks", title)
        return next((word for word in ("Passed", "Warning", "Failed", "Unknown") if f", {word}" in row), None)
    if wait_until(f"an end of {title}", verdict) == "Passed":
        return
    person.click_row("Checks", title)
    person.find("label", title, starts=True)
    person.press("Repair")
    wait_until(f"{title} to pass, or a question", lambda: verdict() == "Passed" or asks(person))
    if asks(person):
        confirm(person, practice)
    person.row("Checks", title, "Passed")


def asks(person):
    return person.everything("edit", "Password", within=person.application)


def answer(agent):
    agent.click_row("Conversations", "Is anybody there?")
    agent.press("Take")
    agent.write("Reply", "Yes, how can I help?")
    agent.press("Send")
    agent.row("Messages", "Yes, how can I help?", "Saved")


def for_administrators():
    """An agent is told what is missing."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        person.keys("ctrl+k")
        person.write("Command", "SMS set-up")
        person.row("Command results", "SMS set-up")
        person.keys("Return")
        person.find("label", "Setting SMS up", starts=True)


def scenes():
    yield "set-up of SMS from nothing", from_nothing
    yield "set-up of SMS is for administrators", for_administrators
