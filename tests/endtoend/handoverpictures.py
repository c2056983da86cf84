"""Pictures of changing hands: the header, the forward dialogue, the way back from a return, and what may not be done."""

TEXTS = [("+14155550142", "Hi, my order 8841 arrived broken"), ("+351912345678", "Where is my parcel?")]


def play(surface):
    from practice import Practice
    from scene import Console, sign_in

    arguments = ["--licence", "enterprise", "--department", "Billing", "--department", "Returns and repairs"]
    with Practice(surface.program, *arguments) as practice, Console(surface.program, "--scheme", surface.scheme) as person:
        surface.practice, surface.person = practice, person
        surface.fill_screen()
        sign_in(person, practice)
        for number, text in TEXTS:
            practice.text(number, text)
            person.click_row("Conversations", text)
            person.press("Take")
            person.row("Conversations", "Mine", text)
        surface.take("handover-not-allowed")
        person.keys("ctrl+shift+m")
        person.find("label", "Forwarding conversations needs the permission", starts=True)
        surface.take("handover-refused")
        person.keys("Escape")
        practice.allow("transfer-livechat-guest", "livechat-agent", "livechat-manager", "admin")
        person.press("Forward")
        dialogue = person.window("Forward conversation")
        person.row("Departments", "Billing")
        person.click_row("Departments", "Billing")
        person.write("Comment", "Wants the money back; I promised an answer today.", within=dialogue)
        surface.take("forward-dialogue")
        person.keys("Escape")
        person.press("Return to queue")
        person.find("button", "Undo")
        surface.take("return-can-be-undone")
        person.press("Undo")
        practice.allow("send-omnichannel-chat-transcript", "livechat-agent", "livechat-manager", "admin")
        person.settle(1)
        person.press("Close conversation")
        dialogue = person.window("Close conversation")
        person.press("E-mail the transcript to the customer", "check box", within=dialogue)
        surface.take("close-with-transcript")
        person.keys("Escape")
        person.settle()
