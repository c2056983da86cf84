"""Pictures of the set-up of SMS at work: every page that asks something, and every change that is under way."""

from setupstage import PHONE, confirm_anew, enter_login, go, rest, set_up, slow, take_page

ASKING = ["Workspace", "Omnichannel", "Twilio account", "Phone number", "Webhook", "Workspace SMS settings", "Report"]


def play(surface):
    checks(surface)
    sending(surface)
    changes(surface)
    shop(surface)


def checks(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        for page in ASKING:
            go(person, page)
            with slow(practice):
                person.press("Check")
                person.row("Checks", "Checking")
                take_page(surface, "busy", page)
                person.press("Cancel")
            rest(person)
            if page == "Webhook":
                surface.take("setup-cancelled-webhook")
            person.press("Check")
            rest(person)


def sending(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        go(person, "Sending")
        person.write("Test number", PHONE)
        with slow(practice, 4000, "Messages"):
            person.press("Send test SMS")
            person.find("label", "Sending to", starts=True)
            take_page(surface, "busy", "Sending")
        person.find("label", "Twilio has it", starts=True, seconds=30)
        surface.take("setup-busy-sending-followed")


def changes(surface):
    """Of Twilio's number, and of the workspace's settings."""
    with set_up(surface, "--sms", "off") as (practice, person):
        enter_login(person, practice)
        go(person, "Webhook")
        person.click_row("Checks", "Twilio calls the workspace")
        with slow(practice, 3000):
            person.press("Repair")
            person.find("label", "Changing…")
            surface.take("setup-busy-repair")
        person.row("Checks", "Twilio calls the workspace", "Passed", seconds=30)
        go(person, "Workspace SMS settings")
        person.press("Save settings")
        person.window("Second factor")
        with slow(practice, 3000):
            confirm_anew(person, practice)
            person.find("label", "Changing…")
            surface.take("setup-busy-saving")
        person.row("Checks", "SMS is on", "Passed", seconds=30)


def shop(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        with slow(practice, 3000, "AvailablePhoneNumbers"):
            person.press("Buy a number…")
            with person.inside(person.window("Buy a number")):
                person.find("label", "Asking Twilio where", starts=True)
                surface.take("setup-busy-shop")
                person.find("label", "Choose where the number", starts=True, seconds=30)
                person.press("Search")
                person.find("label", "Searching…")
                surface.take("setup-busy-shop-search")
                person.row("Numbers for sale", "SMS", seconds=30)
        with slow(practice, 4000, "IncomingPhoneNumbers"), person.inside(person.window("Buy a number")):
            person.press("Buy…")
            person.find("label", "Buy +1", within=person.application, starts=True)
            surface.take("setup-shop-question")
            person.press("Buy", within=person.application)
            person.find("label", "Buying +1", starts=True)
            surface.take("setup-busy-shop-buying")
        person.no_window("Buy a number", seconds=30)
        rest(person)
        surface.take("setup-bought")
