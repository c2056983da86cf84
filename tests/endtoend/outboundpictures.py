"""Pictures of starting a conversation: the dialogue filled in, refused by the provider, an end that nobody knows, and opened again."""


def play(surface):
    from outbound import fill
    from practice import Practice
    from scene import Console, sign_in

    arguments = ["--licence", "enterprise", "--department", "Billing"]
    with Practice(surface.program, *arguments) as practice, Console(surface.program, "--scheme", surface.scheme) as person:
        surface.practice, surface.person = practice, person
        surface.fill_screen()
        sign_in(person, practice)
        dialogue = fill(person)
        surface.take("start-conversation")
        practice.answer("opted-out")
        person.press("Send first message", within=dialogue)
        person.find("label", "The customer has opted out", within=dialogue, starts=True)
        surface.take("start-refused")
        practice.answer("ok")
        practice.faults(loseAnswers=1)
        person.press("Send first message", within=dialogue)
        person.find("label", "It is not known whether the text left", within=dialogue, starts=True)
        surface.take("start-unknown")
        person.keys("Escape")
        person.settle()
        person.keys("ctrl+n")
        dialogue = person.window("Start conversation")
        person.find("label", "What you typed before is here again.", within=dialogue)
        surface.take("start-again")
        person.keys("Escape")
        person.settle()
