"""What the pictures of the set-up share: a console whose set-up is open, and ways to slow down or break what it asks."""

import contextlib

PHONE = "+14155550142"
KEY, KEY_SECRET = "SK0123456789abcdef0123456789abcdef", "KeySecretKeySecretKeySecretKey12"
SERVICE = "MG00000000000000000000000000000001"
PAGES = ["Workspace", "Omnichannel", "Twilio account", "Phone number", "Webhook", "Workspace SMS settings", "Sending", "Receiving", "Report"]


@contextlib.contextmanager
def set_up(surface, *arguments):
    """A practice workspace, and its administrator's console with the set-up open."""
    from practice import Practice
    from scene import Console
    from smssetup import twilio_at

    with Practice(surface.program, *arguments) as practice, twilio_at(practice.facts["twilioUrl"]):
        with Console(surface.program, "--scheme", surface.scheme) as person:
            enter(surface, practice, person)
            yield practice, person


def enter(surface, practice, person, action="SMS set-up"):
    from scene import sign_in
    from smssetup import press_menu

    surface.practice, surface.person = practice, person
    surface.fill_screen()
    sign_in(person, practice, "admin")
    person.place = press_menu(person, action)


def go(person, page):
    person.click_row("Steps", page)
    rest(person)


def enter_login(person, practice):
    """What the later pages build upon: the account, and its number."""
    go(person, "Twilio account")
    person.write("Account SID", practice.facts["accountSid"])
    person.write("Auth Token", practice.facts["authToken"])
    person.press("Check")
    person.row("Checks", "Twilio accepts the login", "Passed")
    go(person, "Phone number")
    person.click_row("Phone numbers", practice.number)
    person.row("Checks", "The number belongs", "Passed")
    rest(person)


def rest(person, seconds=30):
    """Nothing is under way any more."""
    from screen import wait_until

    person.settle(0.2)
    wait_until("the checks to end", lambda: not person.everything("label", "Checking", starts=True), seconds)


def take_page(surface, state, page):
    surface.take(f"setup-{state}-{page.lower().replace(' ', '-')}")


def scene(practice, **parts):
    """Another account at Twilio: all of it works, but for these parts."""
    from practice import fetch

    service = {"sid": SERVICE, "friendly_name": "Support texts", "use_inbound_webhook_on_number": True, "us_app_to_person_registered": True,
               "campaign": {"campaign_status": "VERIFIED"}, "numbers": [practice.number]}
    fetch(practice.facts["twilioUrl"] + "/practice/scene", {"numbers": number_at(practice, practice.facts["webhook"]), "services": [service], "acceptsStrangers": True, **parts})


def number_at(practice, url, **more):
    return [{"sid": "PN00000000000000000000000000000001", "phone_number": practice.number, "sms_url": url, **more}]


@contextlib.contextmanager
def slow(practice, milliseconds=20000, part=""):
    """Twilio's calls with this part in their path, and all of the workspace's, take their time."""
    from practice import fetch

    door = practice.facts["twilioUrl"] + "/practice/twilio-faults"
    fetch(door, {"faults": [{"kind": "slow", "path": part, "delay": milliseconds}]})
    practice.faults(restDelay=milliseconds)
    try:
        yield
    finally:
        fetch(door, {"faults": []})
        practice.faults(restDelay=0)


def confirm_anew(person, practice):
    """The dialogue stands beside the set-up."""
    from smssetup import confirm

    place, person.place = person.place, None
    confirm(person, practice)
    person.place = place


def setting(practice, name, value):
    practice.as_admin("settings/" + name, {"value": value})


def failing(surface, page, title, state, word="Failed"):
    """Looks anew, and shows what came of this check."""
    person = surface.person
    go(person, page)
    person.press("Check")
    person.settle(0.2)
    person.row("Checks", title, word, seconds=30)
    rest(person)
    person.click_row("Checks", title)
    surface.take(f"setup-failing-{state}")
