"""Pictures of being told and of leaving: preferences, the bell, own figures, the manager board, and who is left behind."""

TEXTS = [
    ("+14155550142", "Hi, my order 8841 arrived broken"),
    ("+351912345678", "Where is my parcel?"),
    ("+4915123456789", "Guten Tag, wann liefern Sie?"),
    ("+447700900123", "Is this the right cable?"),
]


def play(surface):
    from practice import Practice
    from scene import Console, sign_in

    with Practice(surface.program, "--department", "Billing") as practice, Console(surface.program, "--scheme", surface.scheme) as person:
        surface.practice, surface.person = practice, person
        practice.allow("view-livechat-manager", "livechat-agent", "livechat-manager", "admin")
        practice.allow("view-livechat-rooms", "livechat-agent", "livechat-manager", "admin")
        surface.fill_screen()
        sign_in(person, practice)
        for number, text in TEXTS:
            practice.text(number, text)
            person.row("Conversations", text)
        for _, text in TEXTS[:2]:
            person.click_row("Conversations", text)
            person.press("Take")
            person.row("Conversations", "Mine", text)
        person.press("Notifications")
        surface.take("notification-history")
        person.press("For 1 hour")
        surface.take("do-not-disturb")
        person.keys("Escape")
        person.keys("ctrl+comma")
        dialogue = person.window("Preferences")
        surface.take("preferences-notifications")
        person.press("Away", role="tab", within=dialogue)
        surface.take("preferences-away")
        person.keys("Escape")
        command(person, "my shift")
        surface.take("my-shift")
        person.keys("Escape")
        command(person, "manager board")
        person.find("label", "Live, checked", starts=True)
        surface.take("manager-board")
        person.keys("Escape")
        person.keys("ctrl+q")
        person.window("Open conversations")
        surface.take("open-conversations")
        person.press("Cancel")


def command(person, name):
    person.settle()
    person.keys("ctrl+k")
    person.write("Command", name)
    person.settle()
    person.keys("Return")
    person.settle()
