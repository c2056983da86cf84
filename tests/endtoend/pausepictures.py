"""A picture of the pause that a workspace asks for, once a route was asked ten times within a minute."""

import urllib.error

TEXTS = [("+14155550142", "Hi, my order 8841 arrived broken"), ("+351912345678", "Where is my parcel?")]


def use_up_takes(practice, left):
    """As colleagues do: the limiter counts for all of them."""
    from practice import fetch

    user = practice.user("tom")
    login = fetch(practice.url + "/api/v1/login", {"user": user["username"], "password": user["password"]})["data"]
    practice.as_admin("settings/API_Enable_Rate_Limiter", {"value": True})
    for _ in range(10 - left):
        try:
            fetch(practice.url + "/api/v1/livechat/inquiries.take", {"inquiryId": "none"}, {"X-User-Id": login["userId"], "X-Auth-Token": login["authToken"]})
        except urllib.error.HTTPError as refused:
            assert refused.code == 400, refused


def play(surface):
    from practice import Practice
    from scene import Console, sign_in

    with Practice(surface.program, "--server-version", "8.8") as practice, Console(surface.program, "--scheme", surface.scheme) as person:
        surface.practice, surface.person = practice, person
        surface.fill_screen()
        sign_in(person, practice)
        for number, text in TEXTS:
            practice.text(number, text)
            person.row("Conversations", text)
        use_up_takes(practice, left=1)
        for _, text in TEXTS:
            person.click_row("Conversations", text)
            person.press("Take")
            if text == TEXTS[0][1]:
                person.row("Conversations", "Mine", text)
        person.find("label", "The workspace asks for a pause", starts=True)
        surface.take("pause")
        person.click_row("Conversations", TEXTS[0][1])
        person.find("label", "The workspace asks for a pause", starts=True)
        surface.take("pause-elsewhere")
