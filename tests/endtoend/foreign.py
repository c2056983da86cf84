"""A client that shares nothing with Greenline, not even its WebSocket: whoever speaks Rocket.Chat's DDP and REST can use the
practice workspace. Python's standard library only, written from RFC 6455 and from Twilio's documentation of webhook signatures."""

import base64
import hashlib
import hmac
import json
import os
import signal
import socket
import struct
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

CUSTOMER = "+14155550177"


class Socket:
    """The client's side of one WebSocket: text frames, no extensions."""

    def __init__(self, host, port, path):
        self.connection = socket.create_connection((host, port), timeout=20)
        self.received = b""
        key = base64.b64encode(os.urandom(16)).decode()
        request = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Upgrade: websocket", "Connection: Upgrade",
                   f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]
        self.connection.sendall("\r\n".join(request).encode())
        while b"\r\n\r\n" not in self.received:
            self.more()
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        expected = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
        assert head.startswith(b"HTTP/1.1 101"), head
        assert expected in head, "the server did not prove that it understood the handshake"

    def more(self):
        piece = self.connection.recv(65536)
        assert piece, "the server closed the connection"
        self.received += piece

    def take(self, size):
        while len(self.received) < size:
            self.more()
        piece, self.received = self.received[:size], self.received[size:]
        return piece

    def send(self, text, opcode=1):
        payload, mask = text.encode() if isinstance(text, str) else text, os.urandom(4)
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.connection.sendall(bytes([0x80 | opcode]) + length + mask + masked)

    def receive(self):
        """The next whole text; pings are answered on the way."""
        text = b""
        while True:
            first, second = self.take(2)
            size = second & 0x7F
            if size == 126:
                size, = struct.unpack(">H", self.take(2))
            elif size == 127:
                size, = struct.unpack(">Q", self.take(8))
            payload, opcode = self.take(size), first & 0x0F
            if opcode == 9:
                self.send(payload, 10)
            elif opcode == 8:
                raise AssertionError(f"the server closed: {payload!r}")
            elif opcode in (0, 1):
                text += payload
                if first & 0x80:
                    return text.decode()

    def close(self):
        self.connection.close()


class Ddp:
    def __init__(self, url):
        where = urllib.parse.urlsplit(url)
        self.socket = Socket(where.hostname, where.port, "/websocket")
        self.frames, self.last = [], 0
        self.send({"msg": "connect", "version": "1", "support": ["1"]})
        self.wait(lambda frame: frame.get("msg") == "connected")

    def send(self, frame):
        self.socket.send(json.dumps(frame))

    def wait(self, wanted, seconds=15):
        """The first frame, past or to come, that is wanted; it is not found a second time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for frame in self.frames:
                if wanted(frame):
                    self.frames.remove(frame)
                    return frame
            frame = json.loads(self.socket.receive())
            if frame.get("msg") == "ping":
                self.send({"msg": "pong"})
            self.frames.append(frame)
        raise AssertionError(f"did not come; what came: {json.dumps(self.frames)[:2000]}")

    def call(self, method, *params):
        self.last += 1
        self.send({"msg": "method", "id": str(self.last), "method": method, "params": list(params)})
        answer = self.wait(lambda frame: frame.get("msg") == "result" and frame.get("id") == str(self.last))
        assert "error" not in answer, answer
        return answer.get("result")

    def subscribe(self, stream, event):
        self.last += 1
        name = f"sub{self.last}"
        self.send({"msg": "sub", "id": name, "name": f"stream-{stream}", "params": [event, {"useCollection": False, "args": []}]})
        answer = self.wait(lambda frame: name in frame.get("subs", []) or (frame.get("msg") == "nosub" and frame.get("id") == name))
        assert answer["msg"] == "ready", answer

    def event(self, stream, event, wanted):
        def fits(frame):
            fields = frame.get("fields", {})
            return (frame.get("msg") == "changed" and frame.get("collection") == f"stream-{stream}"
                    and event(fields.get("eventName", "")) and wanted(fields.get("args")))
        return self.wait(fits)["fields"]["args"]


class Rest:
    def __init__(self, url):
        self.url, self.headers = url, {}

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **self.headers})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())


def until_some(look, seconds=10):
    until = time.monotonic() + seconds
    while True:
        seen = look()
        if seen or time.monotonic() > until:
            return seen
        time.sleep(0.05)


def post_sms(facts, text):
    """An SMS as Twilio posts it: form-encoded, signed over the webhook's URL and the sorted fields."""
    fields = {"From": CUSTOMER, "To": facts["number"], "Body": text, "NumMedia": "0", "AccountSid": facts["accountSid"],
              "MessageSid": "SM" + "5" * 32, "FromCountry": "US"}
    signed = facts["webhook"] + "".join(name + fields[name] for name in sorted(fields))
    signature = base64.b64encode(hmac.new(facts["authToken"].encode(), signed.encode(), hashlib.sha1).digest()).decode()
    request = urllib.request.Request(facts["webhook"], urllib.parse.urlencode(fields).encode(), {"X-Twilio-Signature": signature})
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert (answer.status, answer.headers.get_content_type()) == (200, "text/xml"), answer.headers
        assert answer.read() == b"<Response></Response>"


def converse(facts):
    agent = next(user for user in facts["users"] if "livechat-agent" in user["roles"])
    rest = Rest(facts["url"])
    assert rest.ask("/api/info")["success"]
    data = rest.ask("/api/v1/login", {"user": agent["username"], "password": agent["password"]})["data"]
    me = data["userId"]
    rest.headers = {"X-User-Id": me, "X-Auth-Token": data["authToken"]}

    ddp = Ddp(facts["url"])
    assert ddp.call("login", {"resume": data["authToken"]})["id"] == me
    ddp.subscribe("notify-user", f"{me}/rooms-changed")
    ddp.subscribe("livechat-inquiry-queue-observer", "public")
    for department in rest.ask(f"/api/v1/livechat/agents/{me}/departments")["departments"]:
        ddp.subscribe("livechat-inquiry-queue-observer", f"department/{department['departmentId']}")

    post_sms(facts, "Hello, is anybody there? üñ 👋")
    inquiry, = ddp.event("livechat-inquiry-queue-observer", lambda name: True,
                         lambda args: args[0].get("type") in ("added", "changed") and args[0].get("status") == "queued")
    room = inquiry["rid"]
    assert rest.ask("/api/v1/livechat/inquiries.take", {"inquiryId": inquiry["_id"]})["success"]
    ddp.event("notify-user", lambda name: name == f"{me}/rooms-changed", lambda args: args[1]["_id"] == room)
    assert rest.ask(f"/api/v1/rooms.info?roomId={room}")["room"]["servedBy"]["_id"] == me

    reply = "Yes, how can I help? äöü ☎"
    assert rest.ask("/api/v1/chat.sendMessage", {"message": {"_id": "foreign0000000001", "rid": room, "msg": reply}})["success"]
    sent = until_some(lambda: Rest(facts["twilioUrl"]).ask("/practice/sent"))  # servers before 6.0 answer before they text
    assert [(sms["from"], sms["to"], sms["body"]) for sms in sent] == [(facts["number"], CUSTOMER, reply)], sent
    ddp.socket.close()


def scenes(program, versions):
    def scene(version):
        def run():
            process = subprocess.Popen([program, "practice", "--json", "--quiet-customers", "--server-version", version],
                                       stdout=subprocess.PIPE)
            try:
                converse(json.loads(process.stdout.readline()))
                process.send_signal(signal.SIGINT)
                assert process.wait(10) == 0, f"Ctrl+C ended it with {process.returncode}"
            finally:
                process.kill()
                process.wait()
        return run

    for version in versions:
        yield f"a foreign client on {version}", scene(version)
