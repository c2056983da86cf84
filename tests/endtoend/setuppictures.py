"""Pictures of the set-up of SMS: each page before anything is set up, and each page when all of it works."""

PAGES = ["Workspace", "Omnichannel", "Twilio account", "Phone number", "Webhook", "Workspace SMS settings", "Sending", "Receiving", "Report"]


def play(surface):
    before(surface)
    ready(surface)


def opened(surface, practice, person):
    from scene import sign_in
    from smssetup import press_menu

    surface.practice, surface.person = practice, person
    surface.fill_screen()
    sign_in(person, practice, "admin")
    press_menu(person, "SMS set-up")


def enter_login(person, practice):
    person.click_row("Steps", "Twilio account")
    person.write("Account SID", practice.facts["accountSid"])
    person.write("Auth Token", practice.facts["authToken"])
    person.press("Check")
    person.row("Checks", "Twilio accepts the login", "Passed")
    person.click_row("Steps", "Phone number")
    person.click_row("Phone numbers", practice.number)
    person.row("Checks", "The number belongs", "Passed")


def take_pages(surface, state):
    for page in PAGES:
        surface.person.click_row("Steps", page)
        surface.person.settle()
        surface.take(f"setup-{state}-{page.lower().replace(' ', '-')}")


def before(surface):
    from practice import Practice
    from scene import Console
    from smssetup import twilio_at

    with Practice(surface.program, "--sms", "off") as practice, twilio_at(practice.facts["twilioUrl"]):
        with Console(surface.program, "--scheme", surface.scheme) as person:
            opened(surface, practice, person)
            surface.take("setup-first")
            enter_login(person, practice)
            person.press("Buy a number…")
            shop = person.window("Buy a number")
            person.press("Search", within=shop)
            person.row("Numbers for sale", "SMS")
            surface.take("setup-shop")
            person.press("Cancel", within=shop)
            take_pages(surface, "before")
            person.click_row("Steps", "Workspace SMS settings")
            person.press("Save settings")
            person.window("Second factor")
            surface.take("setup-second-factor")


def ready(surface):
    from practice import Practice
    from scene import Console
    from smssetup import twilio_at

    with Practice(surface.program) as practice, twilio_at(practice.facts["twilioUrl"]):
        with Console(surface.program, "--scheme", surface.scheme) as person:
            opened(surface, practice, person)
            enter_login(person, practice)
            person.click_row("Steps", "Sending")
            person.write("Test number", "+1 415 555 0142")
            person.press("Send test SMS")
            person.row("Checks", "A test SMS arrived", "Passed", seconds=30)
            person.click_row("Steps", "Receiving")
            person.find("label", "Waiting for a text", starts=True)
            surface.take("setup-waiting")
            practice.text("+14155550142", "Is anybody there?")
            person.row("Checks", "A text became a conversation", "Passed", seconds=30)
            person.click_row("Steps", "Report")
            person.press("Check")
            person.row("Checks", "The limiter", "Passed", seconds=30)
            take_pages(surface, "ready")
