"""greenline check: the set-up judged without a window, by its exit code and its JSON; and no secret in what it leaves."""

import contextlib
import json
import os
import pathlib
import pty
import subprocess
import tempfile
import termios

from screen import wait_until

KEY, KEY_SECRET = "SK0123456789abcdef0123456789abcdef", "KeySecretKeySecretKeySecretKey12"
FIELDS = {"id", "page", "title", "verdict", "cause", "values", "message", "next", "link", "evidence", "repairs", "hindrance"}


def environment(practice, **more):
    facts = practice.facts
    admin = practice.user("admin")
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    hosts = {f"GREENLINE_TWILIO_{host}_URL": facts["twilioUrl"] for host in ("API", "MESSAGING", "MONITOR", "PRICING", "LOOKUPS")}
    return {**bare, **hosts, "GREENLINE_USER": admin["username"], "GREENLINE_PASSWORD": admin["password"],
            "GREENLINE_TWILIO_AUTH_TOKEN": facts["authToken"], **more}


def check(practice, *arguments, **more):
    """The exit code, what was printed, and what was written into the profile."""
    from scene import program_path

    with tempfile.TemporaryDirectory() as profile:
        command = [program_path(), "check", "--profile", profile, *arguments]
        done = subprocess.run(command, env=environment(practice, **more), capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        kept = b"".join(file.read_bytes() for file in pathlib.Path(profile).rglob("*") if file.is_file())
    return done.returncode, done.stdout, done.stderr + kept.decode(errors="replace")


def report(practice, *arguments, **more):
    status, out, left = check(practice, "--workspace", practice.url, "--json", *arguments, **more)
    secrets = [practice.facts["authToken"], practice.user("admin")["password"], "wrong-canary-token", KEY_SECRET]
    assert not any(secret in out + left for secret in secrets), "a secret was left behind"
    told = json.loads(out)
    assert out.count("\n") == 1 and told["schema"] == 1 and told["status"] == status, told
    assert all(set(one) == FIELDS for one in told["checks"]), told["checks"]
    return status, told


def by_id(told):
    return {one["id"]: one for one in told["checks"]}


def exit_codes():
    from practice import Practice
    from scene import program_path

    with Practice(program_path()) as practice:
        status, told = report(practice)
        assert status == 0 and told["verdict"] == "passed" and told["number"] == practice.number, told
        assert {one["verdict"] for one in told["checks"]} == {"passed", "skipped"}, told
        practice.as_admin("settings/SMS_Default_Omnichannel_Department", {"value": ""})
        status, told = report(practice, "--only", "settings.department")
        assert status == 1 and by_id(told)["settings.department"]["verdict"] == "warning", told
        practice.as_admin("settings/SMS_Enabled", {"value": False})
        status, told = report(practice, "--twilio-account", practice.facts["accountSid"])
        assert status == 2 and by_id(told)["settings.enabled"]["repairs"], told
        status, told = report(practice, "--only", "twilio", GREENLINE_TWILIO_AUTH_TOKEN="wrong-canary-token" + "0" * 14)
        assert status == 2 and by_id(told)["twilio.account"]["verdict"] in ("failed", "skipped"), told
        status, told = report(practice, "--only", "twilio", GREENLINE_TWILIO_AUTH_TOKEN="0123456789abcdef" * 2)
        assert status == 2 and by_id(told)["twilio.account"]["verdict"] == "failed", told
        status, told = report(practice, "--only", "sending.test")
        assert status == 3 and told["verdict"] == "unknown", "what was not tried has not passed"
        status, told = report(practice, GREENLINE_TWILIO_AUTH_TOKEN="")
        assert status in (2, 3) and "Auth Token" in told["error"] and by_id(told)["workspace.rights"]["verdict"] == "passed", told
        assert not [one for one in told["checks"] if one["page"] == "twilio"], told
        status, told = report(practice, "--twilio-account", practice.facts["authToken"], GREENLINE_TWILIO_AUTH_TOKEN="")
        assert "Auth Token" in told["error"], told  # and report() finds that it is not repeated
        status, told = report(practice, GREENLINE_USER="", GREENLINE_PASSWORD="")
        assert status == 3 and "GREENLINE_USER" in told["error"], told
        status, told = report(practice, GREENLINE_PASSWORD="wrong-canary-token")
        assert status == 3 and told["error"], told
        assert check(practice)[0] == 3 and check(practice, "--help")[0] == 0
        status, out, _ = check(practice, "--workspace", "http://127.0.0.1:9", "--json")
        assert status == 2 and json.loads(out)["checks"][0]["id"] == "workspace.reachable", out
        for wrong in (["--json", "--nothing"], ["--only", "nothing", "--json", "--workspace", practice.url], ["--json=1"]):
            status, out, left = check(practice, *wrong)
            told = json.loads(out)
            assert status == told["status"] == 3 and told["error"] in left and told["checks"] == [], (out, left)
        assert not practice.sent(), "a check sends nothing"


def by_an_api_key():
    """Twilio's own names of a key in the environment; the workspace's token is compared where it is given."""
    from practice import Practice, fetch
    from scene import program_path

    with Practice(program_path()) as practice:
        number = {"phone_number": practice.number, "sms_url": practice.facts["webhook"]}
        fetch(practice.facts["twilioUrl"] + "/practice/scene", {"keys": [{"sid": KEY, "secret": KEY_SECRET}], "numbers": [number]})
        key = {"TWILIO_API_KEY": KEY, "TWILIO_API_SECRET": KEY_SECRET}
        status, told = report(practice, **key)
        checks = by_id(told)
        assert checks["number.owned"]["verdict"] == checks["settings.login"]["verdict"] == "passed", checks
        assert checks["twilio.account"]["cause"] == "key-may-not-read" and checks["twilio.form"]["verdict"] == "passed", checks
        status, told = report(practice, "--only", "twilio,number", GREENLINE_TWILIO_AUTH_TOKEN="", **key)
        checks = by_id(told)
        assert checks["twilio.form"]["cause"] == "no-token-beside-key" and checks["number.owned"]["verdict"] == "passed", checks
        status, told = report(practice, "--only", "twilio", TWILIO_API_SECRET=KEY_SECRET)
        assert status == 2, told  # half a key is none
        status, told = report(practice, "--only", "twilio", **{**key, "TWILIO_API_SECRET": "x" * 32})
        assert status == 2 and by_id(told)["twilio.account"]["cause"] == "key-refused", told


def cannot_be_written():
    """A full disk behind it: a status that says so, and why."""
    from practice import Practice
    from scene import program_path

    with Practice(program_path()) as practice, open("/dev/full", "wb") as full:
        for arguments in (["--workspace", practice.url, "--only", "workspace"], ["--workspace", practice.url, "--json"], ["--help"], ["--json"]):
            command = [program_path(), "check", *arguments]
            done = subprocess.run(command, env=environment(practice), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, stdin=subprocess.DEVNULL)
            assert done.returncode == 3 and "could not be written" in done.stderr, (arguments, done.returncode, done.stderr)
            closed = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *command], env=environment(practice), stderr=subprocess.PIPE, text=True,
                                    timeout=60, stdin=subprocess.DEVNULL)
            assert closed.returncode == 3 and "could not be written: standard output is closed" in closed.stderr, (arguments, closed.returncode, closed.stderr)


def nobody_reads():
    """A reader that has left ("| true"): quiet, and the same end whenever it left."""
    from practice import Practice
    from scene import program_path

    with Practice(program_path()) as practice:
        for arguments in (["--workspace", practice.url, "--json"], ["--workspace", practice.url, "--only", "workspace"], ["--help"]):
            reading, writing = os.pipe()
            os.close(reading)
            command = [program_path(), "check", *arguments]
            done = subprocess.run(command, env=environment(practice), stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, stdin=subprocess.DEVNULL)
            os.close(writing)
            assert done.returncode == 3 and not done.stderr, (arguments, done.returncode, done.stderr)


def asks_on_the_terminal():
    """What is secret is not shown while it is typed."""
    from practice import Practice
    from scene import program_path

    with Practice(program_path()) as practice, tempfile.TemporaryDirectory() as profile:
        facts, admin = practice.facts, practice.user("admin")
        nobody = environment(practice, GREENLINE_USER="", GREENLINE_PASSWORD="", GREENLINE_TWILIO_AUTH_TOKEN="")
        child, terminal = pty.fork()
        if child == 0:
            program = program_path()
            os.execve(program, [program, "check", "--profile", profile, "--workspace", practice.url], nobody)
        shown = ""
        for question, answer in (("User of", admin["username"]), ("Password", admin["password"]), ("Auth Token of", facts["authToken"])):
            while question not in shown:
                shown += os.read(terminal, 4096).decode(errors="replace")
            os.write(terminal, answer.encode() + b"\n")
        with contextlib.suppress(OSError):  # its end, as a terminal says it
            while more := os.read(terminal, 4096):
                shown += more.decode(errors="replace")
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert status == 0 and "Passed   Twilio accepts the login" in shown, (status, shown)
        assert admin["password"] not in shown and facts["authToken"] not in shown, shown


def can_be_interrupted():
    """Ctrl+C while a password is asked for: the end, and the terminal shows again what is typed."""
    from practice import Practice
    from scene import program_path

    with Practice(program_path()) as practice, tempfile.TemporaryDirectory() as profile:
        nobody = environment(practice, GREENLINE_USER="", GREENLINE_PASSWORD="")
        child, terminal = pty.fork()
        if child == 0:
            program = program_path()
            os.execve(program, [program, "check", "--profile", profile, "--workspace", practice.url], nobody)
        shown = ""
        for question, answer in (("User of", b"admin\n"), ("Password", b"\x03")):
            while question not in shown:
                shown += os.read(terminal, 4096).decode(errors="replace")
            os.write(terminal, answer)
        status = wait_until("the end", lambda: os.waitpid(child, os.WNOHANG)[1] or None, seconds=5)
        assert os.waitstatus_to_exitcode(status) == 3, status
        assert termios.tcgetattr(terminal)[3] & termios.ECHO, "what is typed would stay hidden"


def scenes():
    yield "greenline check: asks on the terminal", asks_on_the_terminal
    yield "greenline check: can be interrupted", can_be_interrupted
    yield "greenline check: by an API key", by_an_api_key
    yield "greenline check: an answer that cannot be written", cannot_be_written
    yield "greenline check: nobody reads what it prints", nobody_reads
    yield "greenline check: exit codes, JSON and no secrets", exit_codes
