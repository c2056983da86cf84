"""Pictures of the API key beside the Auth Token: typed, wrong, and good."""

from setupstage import KEY, KEY_SECRET, go, rest, scene, set_up


def play(surface):
    with set_up(surface) as (practice, person):
        scene(practice, keys=[{"sid": KEY, "secret": KEY_SECRET}])
        go(person, "Twilio account")
        type_key(person, practice)
        surface.take("setup-key-typed")
        person.write("API key secret", "x" * 32)
        person.press("Check")
        person.row("Checks", "Twilio accepts the login", "Failed")
        rest(person)
        surface.take("setup-key-wrong")
        person.write("API key secret", KEY_SECRET)
        person.press("Check")
        person.row("Checks", "SID and token", "Passed")
        rest(person)
        surface.take("setup-key-good")


def type_key(person, practice):
    person.write("Account SID", practice.facts["accountSid"])
    person.write("Auth Token", practice.facts["authToken"])
    person.press("Ask by an API key", role="check box")
    person.write("API key SID", KEY)
    person.write("API key secret", KEY_SECRET)
