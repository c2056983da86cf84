"""Pictures of the set-up of SMS where something is wrong: with a repair, and where there is none."""

from setupstage import PHONE, confirm_anew, enter_login, failing, go, number_at, rest, scene, set_up, setting, slow

STRANGER = "https://webhooks.example.com/sms"


def play(surface):
    workspace(surface)
    account(surface)
    number(surface)
    webhook(surface)
    settings(surface)
    tests(surface)


def workspace(surface):
    with set_up(surface) as (practice, person):
        setting(practice, "Site_Url", "http://chat.example.com")
        failing(surface, "Workspace", "Site_Url", "workspace")
        go(person, "Report")
        person.press("Check")
        rest(person)
        surface.take("setup-failing-report")
        setting(practice, "Site_Url", practice.url)
        setting(practice, "Livechat_enabled", False)
        failing(surface, "Omnichannel", "Omnichannel is on", "omnichannel")
        practice.allow("edit-privileged-setting")
        practice.allow("manage-selected-settings")
        failing(surface, "Workspace", "Your account may", "workspace-rights", "Warning")
        failing(surface, "Omnichannel", "Omnichannel is on", "omnichannel-read-only")
        practice.faults(dropRequests=1000)
        failing(surface, "Workspace", "The workspace answers", "workspace-unreachable")
        failing(surface, "Omnichannel", "Omnichannel is on", "omnichannel-unreachable", "")
        practice.faults(dropRequests=0)


def account(surface):
    """The login mistyped, then an account that Twilio closed, then no answer."""
    from practice import fetch

    with set_up(surface) as (practice, person):
        go(person, "Twilio account")
        person.write("Account SID", "SK0123456789abcdef0123456789abcdef")
        person.write("Auth Token", practice.facts["authToken"])
        failing(surface, "Twilio account", "SID and token", "account-form")
        person.write("Account SID", practice.facts["accountSid"])
        person.write("Auth Token", "0123456789abcdef" * 2)
        failing(surface, "Twilio account", "Twilio accepts", "account-token")
        person.write("Auth Token", practice.facts["authToken"])
        scene(practice, account={"status": "suspended"})
        failing(surface, "Twilio account", "Twilio accepts", "account-suspended")
        scene(practice, balance="-0.40")
        failing(surface, "Twilio account", "There is money", "account-balance")
        fetch(practice.facts["twilioUrl"] + "/practice/twilio-faults", {"faults": [{"kind": "trouble"}]})
        failing(surface, "Twilio account", "Twilio accepts", "account-trouble", "Unknown")


def number(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        scene(practice, services=[{"friendly_name": "Support texts", "us_app_to_person_registered": True, "use_inbound_webhook_on_number": True,
                                   "campaign": {"campaign_status": "VERIFIED"}}])
        failing(surface, "Phone number", "It is registered", "number-registration", "")
        scene(practice, services=[])
        failing(surface, "Phone number", "It is registered", "number-no-service", "")
        scene(practice, numbers=number_at(practice, practice.facts["webhook"], capabilities={"sms": False, "mms": False, "voice": True}))
        failing(surface, "Phone number", "It can do SMS", "number-capable")
        scene(practice, numbers=[], services=[])
        failing(surface, "Phone number", "The number belongs", "number-owned")


def webhook(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        scene(practice, numbers=number_at(practice, "https://demo.twilio.com/welcome/sms/reply/"))
        failing(surface, "Webhook", "Twilio calls the workspace", "webhook-demo")
        scene(practice, numbers=number_at(practice, STRANGER))
        failing(surface, "Webhook", "Twilio calls the workspace", "webhook-foreign")
        person.press("Repair")
        person.window("Change it for others")
        surface.take("setup-question-for-others")
        person.keys("Escape")
        person.no_window("Change it for others")
        scene(practice)
        setting(practice, "SMS_Enabled", False)
        failing(surface, "Webhook", "The workspace answers at", "webhook-probe", "")
        setting(practice, "SMS_Enabled", True)
        setting(practice, "Site_Url", "http://127.0.0.1:9")
        failing(surface, "Webhook", "The workspace answers at", "webhook-another-site", "Skipped")


def settings(surface):
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        setting(practice, "SMS_Twilio_Account_SID", "AC" + "1" * 32)
        failing(surface, "Workspace SMS settings", "The workspace has", "settings-login")
        setting(practice, "SMS_Enabled", False)
        failing(surface, "Workspace SMS settings", "SMS is on", "settings-off")
        person.press("Save settings")
        dialogue = person.window("Second factor")
        person.write("Password", "wrong", within=dialogue)
        person.press("Continue", within=dialogue)
        person.settle(1)
        surface.take("setup-failing-second-factor")
        person.keys("Escape")
        person.no_window("Second factor")
        person.press("Save settings")
        person.window("Second factor")
        practice.faults(dropRequests=1000)
        confirm_anew(person, practice)
        person.row("Checks", "SMS is on", "Unknown", seconds=30)
        rest(person)
        surface.take("setup-failing-saving")
        practice.faults(dropRequests=0)


def tests(surface):
    """A test SMS that the network refuses, and no text within the minute."""
    with set_up(surface) as (practice, person):
        enter_login(person, practice)
        scene(practice, outcomes={PHONE: 30007}, numbers=number_at(practice, practice.url + "/nowhere"))
        go(person, "Sending")
        person.write("Test number", PHONE)
        person.press("Send test SMS")
        person.row("Checks", "A test SMS arrived", "Failed", seconds=30)
        rest(person)
        surface.take("setup-failing-sending")
        person.write("Test number", "+15005550009")
        person.press("Send test SMS")
        person.settle(1)
        person.row("Checks", "A test SMS arrived", "Failed", seconds=30)
        rest(person)
        surface.take("setup-failing-sending-refused")
        person.click_row("Steps", "Receiving")
        person.find("label", "Waiting for a text", starts=True)
        practice.text(PHONE, "Is anybody there?")
        with slow(practice, 4000):
            person.find("label", "Nothing came within", starts=True, seconds=70)
            surface.take("setup-busy-receiving-asking")
        person.row("Checks", "A text became a conversation", "Failed", seconds=30)
        rest(person)
        surface.take("setup-failing-receiving")
