"""Pictures of Health: at work, good, failing; what was last known after a restart; and the login that the keyring kept."""

import contextlib
import shutil
import tempfile

from apikeypictures import type_key
from setupstage import KEY, KEY_SECRET, enter, enter_login, go, number_at, rest, scene, slow


@contextlib.contextmanager
def workspace(surface):
    from practice import Practice
    from smssetup import twilio_at

    with Practice(surface.program) as practice, twilio_at(practice.facts["twilioUrl"]):
        profile = tempfile.mkdtemp(prefix="greenline-profile-")
        try:
            yield practice, profile
        finally:
            shutil.rmtree(profile, ignore_errors=True)


def play(surface):
    from scene import Console

    with workspace(surface) as (practice, profile):
        with Console(surface.program, "--scheme", surface.scheme, profile=profile) as person:
            enter(surface, practice, person)
            enter_login(person, practice)
            look(surface, "good")
        with Console(surface.program, "--scheme", surface.scheme, profile=profile) as person:
            again(surface, person, "SMS set-up")
            go(person, "Report")
            surface.take("health-last-known")
        with Console(surface.program, "--scheme", surface.scheme, profile=profile) as person:
            again(surface, person, "Health")
            rest(person)
            surface.take("health-without-login")
    kept_key(surface)


def look(surface, state):
    surface.person.click_row("Steps", "Report")
    surface.person.press("Check")
    surface.person.settle(0.2)
    rest(surface.person)
    surface.take(f"health-{state}")


def again(surface, person, action):
    """The account of before, which the console signs in by itself."""
    from smssetup import press_menu

    surface.person = person
    person.find("list", "Conversations", seconds=20)
    surface.fill_screen_now()
    person.place = press_menu(person, action)


def kept_key(surface):
    from scene import Console

    with workspace(surface) as (practice, profile):
        scene(practice, keys=[{"sid": KEY, "secret": KEY_SECRET}])
        with Console(surface.program, "--scheme", surface.scheme, profile=profile) as person:
            enter(surface, practice, person)
            go(person, "Twilio account")
            type_key(person, practice)
            person.press("Keep the token and the API key in the keyring", role="check box")
            person.press("Check")
            person.row("Checks", "SID and token", "Passed")
            rest(person)
            go(person, "Phone number")
            person.click_row("Phone numbers", practice.number)
            rest(person)
            look(surface, "by-key")
        with Console(surface.program, "--scheme", surface.scheme, profile=profile) as person:
            with slow(practice, 2500):
                again(surface, person, "Health")
                person.row("Checks", "Checking")
                surface.take("health-busy")
            rest(person, 60)
            surface.take("health-kept-key")
            go(person, "Twilio account")
            surface.take("setup-key-kept")
            scene(practice, keys=[{"sid": KEY, "secret": KEY_SECRET}], numbers=number_at(practice, "https://demo.twilio.com/welcome/sms/reply/"))
            look(surface, "failing")
