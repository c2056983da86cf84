"""A practice workspace in a process of its own, and what stands behind it: the practice Twilio."""

import json
import subprocess
import urllib.request


def fetch(url, body=None, headers=None, verb=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, headers={"Content-Type": "application/json", **(headers or {})}, method=verb)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read() or b"null")


class Practice:
    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, "practice", "--json", "--quiet-customers", *arguments], stdout=subprocess.PIPE)
        self.facts = json.loads(self.process.stdout.readline())
        self.url = self.facts["url"]
        self.number = self.facts["number"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the practice workspace did not end when asked") from None

    def user(self, username):
        return next(user for user in self.facts["users"] if user["username"] == username)

    def text(self, sender, body, **more):
        """A customer's SMS, signed and posted to the webhook as Twilio does."""
        fetch(self.facts["twilioUrl"] + "/practice/deliver", {"from": sender, "to": self.number, "body": body, **more})

    def sent(self):
        return fetch(self.facts["twilioUrl"] + "/practice/sent")

    def picture(self):
        """Of the practice Twilio: what an MMS of a customer carries."""
        return self.facts["twilioUrl"] + "/practice/media/parcel.png"

    def answer(self, answer):
        fetch(self.facts["twilioUrl"] + "/practice/answer", {"answer": answer})

    def as_admin(self, path, body=None, verb=None):
        """A call of the workspace's administrator."""
        user = self.user("admin")
        login = fetch(self.url + "/api/v1/login", {"user": user["username"], "password": user["password"]})["data"]
        return fetch(self.url + "/api/v1/" + path, body, {"X-User-Id": login["userId"], "X-Auth-Token": login["authToken"]}, verb)

    def allow(self, permission, *roles):
        self.as_admin("permissions.update", {"permissions": [{"_id": permission, "roles": list(roles)}]})

    def served(self):
        """Who serves each open conversation, by the customer's first text or number."""
        return {room["fname"]: room.get("servedBy", {}).get("username", "") for room in self.as_admin("livechat/rooms?open=true")["rooms"]}

    def faults(self, **faults):
        fetch(self.facts["twilioUrl"] + "/practice/faults", faults)
