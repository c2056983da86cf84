"""Pictures of the set-up of SMS: each page before anything is set up, when all of it works, at work, and when it fails."""

from setupstage import PAGES, PHONE, enter_login, go, rest, set_up, take_page


def play(surface):
    import apikeypictures
    import healthpictures
    import setupbusypictures
    import setupfailingpictures

    before(surface)
    ready(surface)
    setupbusypictures.play(surface)
    setupfailingpictures.play(surface)
    apikeypictures.play(surface)
    healthpictures.play(surface)


def take_pages(surface, state):
    for page in PAGES:
        go(surface.person, page)
        take_page(surface, state, page)


def before(surface):
    with set_up(surface, "--sms", "off") as (practice, person):
        surface.take("setup-first")
        enter_login(person, practice)
        person.press("Buy a number…")
        shop = person.window("Buy a number")
        person.press("Search", within=shop)
        with person.inside(shop):
            person.row("Numbers for sale", "SMS")
        surface.take("setup-shop")
        person.press("Cancel", within=shop)
        person.no_window("Buy a number")
        take_pages(surface, "before")
        go(person, "Workspace SMS settings")
        person.press("Save settings")
        person.window("Second factor")
        surface.take("setup-second-factor")


def ready(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        person.click_row("Steps", "Sending")
        person.write("Test number", "+1 415 555 0142")
        person.press("Send test SMS")
        person.row("Checks", "A test SMS arrived", "Passed", seconds=30)
        person.click_row("Steps", "Receiving")
        person.find("label", "Waiting for a text", starts=True)
        surface.take("setup-busy-receiving")
        practice.text(PHONE, "Is anybody there?")
        person.row("Checks", "A text became a conversation", "Passed", seconds=30)
        person.click_row("Steps", "Report")
        person.press("Check")
        rest(person)
        take_pages(surface, "ready")
